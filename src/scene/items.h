// scene/items.h: the items of a page: plain data that every painter can paint and a test can compare.
// Stage: (4) layout, chart and text -> SCENE -> (5) paint, (6) publish.
//
// Two levels: drawn items (glyph runs, paths, images, groups of them) and marks around them, which say what the items
// mean (role, language, alternative text, place in the briefing) and carry the same content in native form for painters
// that keep text, tables and charts editable. Item is a closed variant: a new alternative does not compile until every
// painter, dump and bounds handle it.
// Units: points, origin at the top left of the page, y down; colours are sRGB. Clips and paths of a group are in the
// group's coordinates. Rectangles of links, text blocks, charts and tables are in the coordinates of the items around.
// No errors: an item that cannot be painted (numbers that are not finite) is reported by the painter.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/compiled_once.h"
#include "base/geometry.h"
#include "diag/source.h"

namespace precis::scene {

/// A font face by name. The room text finds its file; the PowerPoint painter writes the name.
struct Face {
    std::string family;
    int weight = 400;  // CSS: 100 … 900
    bool italic = false;
    bool operator==(const Face&) const = default;
    auto operator<=>(const Face&) const = default;
};

struct Glyph {
    std::uint32_t id = 0;     // in the face's font file
    double x = 0, y = 0;      // of its origin, from the run's origin
    std::uint16_t bytes = 0;  // of the cluster of `text` that this glyph begins; 0: it belongs to the cluster before
    bool operator==(const Glyph&) const = default;
};

/// Shaped text on one baseline. The glyphs' `bytes` add up to text.size(); clusters ascend in `text`.
struct GlyphRun {
    Face face;
    double size = 0;
    base::Point origin;  // on the baseline, at the begin of the first glyph's advance
    std::vector<Glyph> glyphs;
    std::string text;    // UTF-8, as copied from the page; a hyphen added at a line's end is U+00AD
    double width = 0;    // advance of the whole run
    double stretch = 1;  // width of the glyphs as a share of their own; their places are final
    base::Color fill;
    bool operator==(const GlyphRun&) const = default;
};

struct MoveTo {
    base::Point p;
    bool operator==(const MoveTo&) const = default;
};
struct LineTo {
    base::Point p;
    bool operator==(const LineTo&) const = default;
};
struct CurveTo {
    base::Point c1, c2, p;
    bool operator==(const CurveTo&) const = default;
};
struct ClosePath {
    bool operator==(const ClosePath&) const = default;
};
using PathStep = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;

/// Lines or dots over a background, clipped to the path: forecasts (rising lines, as in IBCS), patterns of series.
struct Hatch {
    enum class Kind { rising, falling, level, upright, crossed, dots };
    base::Color line;
    base::Color ground;
    double gap = 4;      // between line centres
    double width = 0.8;  // of lines; diameter of dots
    Kind kind = Kind::rising;
    bool operator==(const Hatch&) const = default;
};

struct Stroke {
    base::Color color;
    double width = 1;
    std::vector<double> dash;  // empty: solid
    bool round_caps = false;
    bool operator==(const Stroke&) const = default;
};

struct Path {
    std::vector<PathStep> steps;
    std::optional<base::Color> fill;
    std::optional<Hatch> hatch;  // instead of fill
    std::optional<Stroke> stroke;
    bool operator==(const Path&) const = default;
};

/// Decoded pixels (straight sRGB with alpha), as bytes R G B A, row by row.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
    std::string jpeg =
        {};  // of a photograph: the same picture as a JPEG file, of grey or RGB, for formats that embed files
    bool operator==(const Pixels&) const = default;
};

struct Image {
    std::shared_ptr<const Pixels> pixels;
    base::Rect at;
    bool operator==(const Image&) const = default;
};

/// An area to click. `target` is an address, or `#name` for an Anchor of this document.
struct Link {
    base::Rect at;
    std::string target;
    std::string description;  // for screen readers
    bool operator==(const Link&) const = default;
};

struct Group;
struct Mark;
struct Item;

struct Group {
    base::Affine transform;
    std::optional<base::Rect> clip;  // in the group's own coordinates
    double opacity = 1;
    bool annotation = false;  // an analyst's arrows and text over a chart, which are not part of the chart
    std::vector<Item> items;
    bool operator==(const Group&) const;
};

// ---- meaning ------------------------------------------------------------------------------------------------------

/// The meaning of a mark; PDF's structure types and a few of our own.
enum class Role {
    document,
    part,
    section,
    heading,
    paragraph,
    list,
    list_item,
    label,
    list_body,
    table,
    row,
    head_cell,
    cell,
    figure,
    formula,
    caption,
    note,
    quote,
    code,
    contents,
    contents_entry,
    reference,
    link,
    span,
    page_head,  // from here on artifacts, which every page repeats
    page_foot,
    watermark,
    artifact,
};
/// Whether screen readers skip it: running heads and feet, a watermark, decoration.
[[nodiscard]] constexpr bool is_artifact(Role role) {
    return role >= Role::page_head;
}

/// Of a header cell: heads its column or its row.
enum class Scope { none, column, row };

/// Text in one look.
struct TextRun {
    std::string text;
    Face face;
    double size = 0;
    base::Color color;
    bool superscript = false;   // raised; `size` is that of the raised text
    std::string link;           // empty: none
    std::string language = {};  // BCP 47, if it differs from the document's
    std::string value = {};     // of a bound number: the name of its fact or value
    bool operator==(const TextRun&) const = default;
};
struct TextParagraph {
    std::vector<TextRun> runs;
    enum class Align { left, center, right, justify } align = Align::left;
    int bullet_level = 0;  // 0: no bullet
    double leading = 0;    // baseline to baseline
    double before = 0;     // space above; not used for the first of a block
    bool operator==(const TextParagraph&) const = default;
};
/// The placeholder of the slide's layout that a block fills.
enum class Placeholder { none, title, subtitle, body, footer, number };
/// The text of a mark as paragraphs, for painters that keep text editable.
struct TextBlock {
    std::vector<TextParagraph> paragraphs;
    base::Rect at;
    Placeholder placeholder = Placeholder::none;
    bool operator==(const TextBlock&) const = default;
};
/// The look of a point that differs from its series.
struct ChartPoint {
    base::Color color;
    bool hatched = false;               // forecast, plan, estimate or partial period
    std::string label;                  // printed instead of the number: ">600"; empty: the number
    std::optional<Hatch> pattern = {};  // instead of the colour
    bool unlabelled = false;            // its number is not printed
    bool always_labelled = false;       // its label is printed even where the numbers of others are not
    bool operator==(const ChartPoint&) const = default;
};
/// The domain of an axis, in the numbers of the data.
struct ChartAxis {
    double low = 0, high = 1;
    bool operator==(const ChartAxis&) const = default;
};
struct ChartSeries {
    std::string name;
    std::vector<std::optional<double>> values;  // pairs with categories; nothing: missing
    base::Color color;
    std::vector<ChartPoint> points;                          // empty, or pairs with values
    std::vector<std::optional<double>> x;                    // scatter, bubble: pairs with values
    std::vector<std::optional<double>> size;                 // bubble: pairs with values
    bool as_line = false;                                    // a line over columns
    std::optional<ChartAxis> own_axis;                       // of a line on a second value axis
    std::string own_format;                                  // number format of that axis
    std::optional<Hatch> pattern = {};                       // instead of the colour
    std::vector<std::optional<double>> low = {}, high = {};  // ends of intervals: empty, or pair with values
    bool operator==(const ChartSeries&) const = default;
};
/// The data of a chart, for painters that keep charts editable: categories × series.
struct ChartData {
    enum class Type { bar, column, line, area, scatter, donut, bubble, other } type = Type::other;
    enum class Stack { none, total, percent } stack = Stack::none;
    std::vector<std::string> categories;
    std::vector<ChartSeries> series;
    std::string number_format = "General";  // in Excel's notation
    std::string across_format;              // of x, of points; empty: number_format
    bool labelled = false;                  // each value is printed at its mark
    std::string title;
    Face face;
    double size = 0;  // of labels
    base::Color ink{20, 32, 43, 1}, grid{220, 226, 231, 1}, ground{255, 255, 255, 1};
    base::Rect at;
    std::optional<base::Rect>
        plot;  // between the axes, relative to the top left of `at`; set if annotations lie over it
    std::optional<ChartAxis> axis;                           // the value axis
    std::string category_title, value_title;                 // of the axes; empty: none
    std::optional<double> value_step, category_step;         // between two ticks; of points, category_step is that of x
    bool value_opposite = false, category_opposite = false;  // at the right, or over the plot
    bool shows_axis = false;                                 // the value axis is drawn even if all values are printed
    bool bridges_gaps = false;                               // lines go on over missing values
    bool keyed = true;                                       // names of series may be in a legend
    bool right_to_left = false;                              // the axis across begins at the right
    bool value_log = false, category_log = false;            // logarithmic axes; of points, the latter is that of x
    std::optional<ChartAxis> value_ends = {}, category_ends = {};  // domains that the axes have whatever the values
    std::vector<std::string> totals = {};  // printed at the ends of stacks: empty, or pairs with categories
    bool trend = false;                    // points: a line fitted to them
    bool ends_valued = false;              // the last value of each line is printed at its end
    bool solid = false;                    // a ring without a hole: a pie
    bool joined = false;                   // scatter: its points are joined by lines, as in steps
    bool outlined = false;                 // area: pale, with a line along its upper edge
    bool thin = false;                     // bars: no thicker than the stems of lollipops
    bool named = false;                    // the names of its series are among the shapes over it
    std::vector<double> days = {};         // of categories that stand at their dates, since 1970-01-01; empty, or pairs
    char date_unit = 'd';                  // the distance that all dates share: d, m or y
    std::string date_format = {};          // of the words at the dates, in Excel's notation
    double largest_bubble = 0;             // diameter
    bool operator==(const ChartData&) const = default;
};
/// The text of a table, for painters that keep tables editable.
struct TableData {
    std::vector<std::vector<TextParagraph>> rows;  // the first `head_rows` are header rows
    std::size_t head_rows = 1;
    // How many columns a cell of a header row covers; 0: covered by one at its left. Empty, or pairs with those rows.
    std::vector<std::vector<int>> head_spans = {};
    std::vector<double> column_widths, row_heights;
    std::vector<double> left_insets, right_insets;  // between a column's edge and its text
    std::optional<base::Color> head_ground;
    std::vector<std::optional<base::Color>> grounds;  // empty, or pairs with rows: stripes
    base::Rect at;
    std::vector<std::vector<std::optional<base::Color>>> cell_grounds = {};  // empty, or for each cell: tints
    bool operator==(const TableData&) const = default;
};
/// What the items of a mark were made from: a closed set.
struct Content : std::variant<std::monostate, TextBlock, ChartData, TableData> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(Content);
    bool operator==(const Content& other) const;
};

/// Items that belong together, and their meaning. The nesting of marks is the structure tree, the order of items the
/// reading order.
///
/// Pieces of one element on several pages (a paragraph or table that continues) carry the same `element` number; 0
/// means that the mark is an element of its own.
struct Mark {
    Role role = Role::span;
    std::uint32_t element = 0;
    int level = 0;              // heading: 1 … 6; header cell of a row: 1 if it heads the rows below, too
    Scope scope = Scope::none;  // of a header cell
    int column_span = 1, row_span = 1;
    std::string alternative;  // text that replaces the items for those who cannot see them
    std::string language;     // BCP 47, if it differs from the document's
    std::string id;           // of a note or exhibit, for references
    diag::Span span;          // the author's text that these items come from
    Content content;          // the same in native form
    std::vector<Item> items;
    PRECIS_COMPILED_ONCE(Mark);
    bool operator==(const Mark&) const;
};

/// What a page is made of: a closed set.
struct Item : std::variant<Group, GlyphRun, Path, Image, Link, Mark> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(Item);
    bool operator==(const Item& other) const;
};

}  // namespace precis::scene
