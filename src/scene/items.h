// scene/items.h: what stands on a page: plain data that every painter can paint and a test can compare.
// Stage: layout -> SCENE -> paint, publish. Lengths in points, origin top left, y down.
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

/// A font face by name; the text room turns it into outlines, a PPTX painter into a typeface attribute.
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
    std::uint16_t bytes = 0;  // of `text` that this glyph begins a cluster for; 0: goes on with the cluster before
    bool operator==(const Glyph&) const = default;
};

/// Shaped text on one baseline. The glyphs' `bytes` add up to text.size(); clusters ascend in `text`.
struct GlyphRun {
    Face face;
    double size = 0;
    base::Point origin;  // on the baseline, where the first glyph's advance begins
    std::vector<Glyph> glyphs;
    std::string text;  // UTF-8, what a reader copies: soft hyphens removed
    double width = 0;  // advance of the whole run
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

/// Lines or dots over a ground, clipped to the path: IBCS's forecast (rising lines), patterns of series.
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
    bool operator==(const Pixels&) const = default;
};

struct Image {
    std::shared_ptr<const Pixels> pixels;
    base::Rect at;
    bool operator==(const Image&) const = default;
};

/// A place to click. `target` is an address, or `#name` for an Anchor of this document.
struct Link {
    base::Rect at;
    std::string target;
    std::string description;  // for those who can't see it
    bool operator==(const Link&) const = default;
};

struct Group;
struct Mark;
struct Item;

struct Group {
    base::Affine transform;
    std::optional<base::Rect> clip;  // in the group's own coordinates
    double opacity = 1;
    bool annotation = false;  // an analyst's arrows and words over a chart: no part of the chart itself
    std::vector<Item> items;
    bool operator==(const Group&) const;
};

// ---- meaning ------------------------------------------------------------------------------------------------------

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
    page_head,  // artifacts that every page repeats
    page_foot,
    artifact,
};
/// No part of the text: furniture and decoration.
[[nodiscard]] constexpr bool is_artifact(Role role) {
    return role >= Role::page_head;
}

enum class Scope { none, column, row };

struct TextRun {
    std::string text;
    Face face;
    double size = 0;
    base::Color color;
    bool superscript = false;
    std::string link;  // empty: none
    bool operator==(const TextRun&) const = default;
};
struct TextParagraph {
    std::vector<TextRun> runs;
    enum class Align { left, center, right, justify } align = Align::left;
    int bullet_level = 0;  // 0: no bullet
    double leading = 0;    // baseline to baseline
    double before = 0;     // space above, but for the first of a block
    bool operator==(const TextParagraph&) const = default;
};
/// What an editor takes a block for: its place comes from the slide's master.
enum class Placeholder { none, title, subtitle, body, footer, number };
/// Native text of a box, for painters that keep text editable.
struct TextBlock {
    std::vector<TextParagraph> paragraphs;
    base::Rect at;
    Placeholder placeholder = Placeholder::none;
    bool operator==(const TextBlock&) const = default;
};
/// Native chart: categories × series; a missing point is nullopt.
struct ChartPoint {  // what sets a point apart from its series
    base::Color color;
    bool hatched = false;               // forecast, plan, estimate, partial
    std::string label;                  // where the number alone says too much: ">600"; empty: the number
    std::optional<Hatch> pattern = {};  // of a part that has one of its own
    bool operator==(const ChartPoint&) const = default;
};
/// What an axis reaches from and to.
struct ChartAxis {
    double low = 0, high = 1;
    bool operator==(const ChartAxis&) const = default;
};
struct ChartSeries {
    std::string name;
    std::vector<std::optional<double>> values;  // pairs with categories
    base::Color color;
    std::vector<ChartPoint> points;           // empty, or pairs with values
    std::vector<std::optional<double>> x;     // scatter, bubble: pairs with values
    std::vector<std::optional<double>> size;  // bubble: pairs with values
    bool as_line = false;                     // among columns
    std::optional<ChartAxis> own_axis;        // a line on a scale of its own
    std::string own_format;                   // of that scale's numbers
    std::optional<Hatch> pattern = {};        // in place of the colour alone
    bool operator==(const ChartSeries&) const = default;
};
struct ChartData {
    enum class Type { bar, column, line, area, scatter, donut, bubble, other } type = Type::other;
    enum class Stack { none, total, percent } stack = Stack::none;
    std::vector<std::string> categories;
    std::vector<ChartSeries> series;
    std::string number_format = "General";  // Excel's notation
    bool labelled = false;                  // each value at its mark
    std::string title;
    Face face;
    double size = 0;  // of labels
    base::Color ink{20, 32, 43, 1}, grid{220, 226, 231, 1}, ground{255, 255, 255, 1};
    base::Rect at;
    std::optional<base::Rect>
        plot;                       // between the axes, from the top left of `at`; with `axis` where shapes lie over it
    std::optional<ChartAxis> axis;  // of values
    bool operator==(const ChartData&) const = default;
};
struct TableData {
    std::vector<std::vector<TextParagraph>> rows;  // the first `head_rows` are the head
    std::size_t head_rows = 1;
    std::vector<double> column_widths, row_heights;
    std::vector<double> left_insets, right_insets;  // of each column's words
    std::optional<base::Color> head_ground;
    base::Rect at;
    bool operator==(const TableData&) const = default;
};
/// What the items of a mark were made from: a closed set.
struct Content : std::variant<std::monostate, TextBlock, ChartData, TableData> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(Content);
    bool operator==(const Content& other) const;
};

/// Items that belong together and what they mean.
///
/// Pieces of one element on several pages (a paragraph that is continued, a table) carry the same `element`; 0 is an
/// element of its own. Nesting of marks is the structure tree, order of items the reading order.
struct Mark {
    Role role = Role::span;
    std::uint32_t element = 0;
    int level = 0;              // heading: 1 … 6; head cell of a row: 1 where it heads the rows below too
    Scope scope = Scope::none;  // head_cell
    int column_span = 1, row_span = 1;
    std::string alternative;  // what stands for the items where they can't be seen
    std::string language;     // BCP 47 where it differs from the document's
    std::string id;           // of a note, or an exhibit: what references aim at
    diag::Span span;          // the author's words that these items come from
    Content content;
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
