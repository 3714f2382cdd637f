// style/layout.h: a layout file with its `extends` chain, brand and project resolved: what a page looks like.
// Stage: layouts/*.yaml -> STYLE -> text, chart, layout. Lengths in points. docs/layouts.md says what each key does.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "diag/diagnostic.h"

namespace precis::style {

enum class Align { left, center, right, justify };
enum class Medium { pages, slides };
enum class Figures { unset, lining, oldstyle, tabular };

/// A text style with nothing left open: the family by name, the colour by value.
///
/// What a style of the file leaves out is that of the style it is `like`, else of `body`; a leading left out beside a
/// size is in proportion to that style's.
struct TextStyle {
    std::string family;
    int weight = 400;
    bool italic = false;
    double size = 10, leading = 14;
    double tracking = 0;  // em
    double rise = 0;      // em; raised above the baseline (citations)
    base::Color color;
    std::optional<base::Color> ground;  // what it stands on; none: the page's background
    Align align = Align::left;
    bool hyphens = false;
    bool capitals = false;
    bool balance = false;  // ragged lines of like length
    double indent = 0;     // first line
    double before = 0, after = 0;
    int lines = 0;  // at most; 0: any
    Figures figures = Figures::unset;
    bool operator==(const TextStyle&) const = default;
};

/// Large enough for the lower contrast of WCAG 2.1, 1.4.3: 18 points, or 14 in bold.
[[nodiscard]] constexpr bool is_large(double size, int weight) {
    return size >= 18 || (size >= 14 && weight >= 700);
}

struct Margins {
    double top = 0, right = 0, bottom = 0, left = 0;
    bool operator==(const Margins&) const = default;
};

struct Grid {
    int columns = 12;
    int rows = 0;
    double gutter = 14;
    double baseline = 14;
    bool operator==(const Grid&) const = default;
};

/// A region of a page master. Columns count from 1.
struct Frame {
    std::string name;
    int first_column = 1, last_column = 12;
    int first_row = 0, last_row = 0;  // 0: not by rows
    std::string below;                // frame above; empty: at the top
    bool at_bottom = false;
    std::optional<double> height;
    int text_columns = 1;
    std::optional<base::Color> panel;
    diag::Span span;
    bool operator==(const Frame&) const = default;
};

/// Frames of `first`, `page`, … pages; a frame may be hung below another.
struct Master {
    std::string name;
    std::vector<Frame> frames;
    bool operator==(const Master&) const = default;
    const Frame* frame(std::string_view frame_name) const;
};

struct PartRule {
    std::string part;     // masthead, title, summary, key-figures, findings, …
    std::string frame;    // pages
    std::string slide;    // slides: the kind
    std::string arrange;  // row, strip, stack, columns, flow, table, run, fill
    std::string style;
    std::string heading;              // the text style of that label where it stands over the part
    std::string label;                // the words beside or over it ("Key findings"); empty: the language's
    std::optional<base::Color> band;  // ground that bleeds over the page's width
    int max = 0;                      // 0: all
    bool numbered = false;            // items with large numerals
    std::string break_before;         // page; section: also before each of its sections
    diag::Span span;
    bool operator==(const PartRule&) const = default;
};

/// Slot of a slide kind, in grid columns and rows.
struct Slot {
    std::string name;
    int first_column = 1, last_column = 12, first_row = 1, last_row = 12;
    std::optional<base::Color> panel;
    std::string panel_name;  // the words on it are in the styles of that prefix ("night-points") where there are any
    bool operator==(const Slot&) const = default;
};
struct SlideKind {
    std::string name;
    std::vector<Slot> slots;
    std::optional<base::Color> ground;  // of the whole slide; none: the page's background
    std::string ground_name;            // as panel_name
    bool operator==(const SlideKind&) const = default;
};

struct Furniture {
    std::string left, center, right;  // may hold `{{ page }}` and the like
    diag::Span span;
    bool operator==(const Furniture&) const = default;
};

struct ChartTheme {
    double height = 165;
    std::vector<base::Color> palette, sequential, diverging;
    base::Color primary, highlight, highlight_text, quiet, previous, grid, axis, rest, area;
    double min_size = 6.5;
    bool patterns = false;  // fills of series and parts differ in their patterns, too
    bool operator==(const ChartTheme&) const = default;
};

struct TableTheme {
    bool stripes = false;
    bool rule_rows = true;
    double padding = 3;
    double row_height = 12.15;
    std::optional<base::Color> head_ground;
    bool operator==(const TableTheme&) const = default;
};

struct Limits {
    double contrast_text = 4.5, contrast_marks = 3;
    int hyphens_in_a_row = 2;
    double last_page_fill = 0.25;
    double min_size = 6.5;
    int points = 5;
    bool operator==(const Limits&) const = default;
};

struct Tighten {
    double leading = 1, spacing = 1, size = 1, chart_height = 1;
    bool operator==(const Tighten&) const = default;
};

/// Words of the layout's own, by key ("figure": "Exhibit", "sources": "Sources" …).
using Words = std::map<std::string, std::string>;

struct Brand {
    std::string name, publisher, disclosure;
    std::string logo;    // path as written; empty: none
    std::string rights;  // "© 2026 …": for the files' metadata
    bool operator==(const Brand&) const = default;
};

struct Layout {
    std::string name, title;
    Medium medium = Medium::pages;
    base::Size page{595.28, 841.89};
    Margins margins;
    Grid grid;
    std::vector<Master> masters;
    std::vector<PartRule> parts;
    std::vector<std::string> section, exhibit;  // pieces shown, in order
    std::vector<SlideKind> slides;
    struct SlideShow {
        std::string transition;         // "fade", "push" …; empty: none
        std::optional<double> seconds;  // until the next slide; none: by hand
        bool operator==(const SlideShow&) const = default;
    } show;
    Furniture header, footer;
    std::map<std::string, std::string> fonts;      // role -> family
    std::map<std::string, diag::Span> font_spans;  // role -> where its family is named
    std::map<std::string, base::Color> colors;     // name -> value
    std::map<std::string, TextStyle> styles;       // name -> style
    ChartTheme chart;
    TableTheme table;
    bool exhibits_numbered_together = false;  // numbering: exhibits
    enum class Citations { numbers, footnotes, none } citations = Citations::numbers;
    bool short_wording = false;
    std::vector<std::string> fit;  // the ladder
    Tighten tighten;
    double spacing = 1;  // of the space between bands: less where the layout has been tightened
    Limits limits;
    bool overflow_continues = true;
    Words words;
    Brand brand;
    diag::Span span;                           // of the file the build asked for
    std::vector<std::filesystem::path> files;  // that it was read from, its own first
    bool operator==(const Layout&) const = default;

    /// The style of that name; `body` where there is none (load has checked all names that layouts use).
    const TextStyle& style(std::string_view style_name) const;
    const base::Color& color(std::string_view color_name) const;  // "foreground" where there is none
    const Master* master(std::string_view master_name) const;
};

/// The layout drawn closer by its own `tighten`: leading, spaces, sizes and charts. No style falls under `min-size`.
[[nodiscard]] Layout tightened(Layout layout);

}  // namespace precis::style
