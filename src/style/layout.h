// style/layout.h: a layout with `extends` and brand resolved: page, grid, regions, text styles, themes and limits.
// Stage: layouts/*.yaml -> STYLE -> text, chart, layout.
//
// In: style/load.h makes a Layout; tests make one by hand, because a default Layout is valid: an A4 page with black
// text. Out: plain values that bind, chart and layout read; nobody changes them but `tightened`. Names that load has
// checked (frames, styles, colours) are looked up without a further check and fall back as the functions say.
// Units: points; tracking and rise in em; shares 0 … 1; columns and rows of the grid count from 1. docs/layouts.md
// describes each key for authors; fields that are named like their key have no comment here.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "style/citation_style.h"
#include "style/slide_source.h"
#include "vocabulary/looks_sets.h"
#include "vocabulary/part.h"
#include "vocabulary/sets.h"

namespace precis::style {

using Align = vocabulary::TextAlign;
using Figures = vocabulary::Figures;
using vocabulary::Arrange;
using vocabulary::BreakBefore;
using vocabulary::Citations;
using vocabulary::ExhibitPiece;
using vocabulary::Medium;
using vocabulary::NotesPlace;
using vocabulary::Part;
using vocabulary::Photos;
using vocabulary::Rung;
using vocabulary::SectionPiece;
using vocabulary::Transition;

/// How far spaces, gaps between letters and letters may change in justified lines; shares of the font's, em, shares.
struct WordSpace {
    double min = 0.86, optimum = 1, max = 1.55;
    bool operator==(const WordSpace&) const = default;
};
struct LetterSpace {
    double min = -0.004, max = 0.013;
    bool operator==(const LetterSpace&) const = default;
};
struct LetterWidth {
    double min = 1, max = 1;
    bool operator==(const LetterWidth&) const = default;
};

/// A complete text style: the family by name, the colour by value.
///
/// A key that the file leaves out is that of the style it is `like`, else of `body`; a size without a leading scales
/// the inherited leading in proportion.
struct TextStyle {
    std::string family;
    int weight = 400;
    bool italic = false;
    double size = 10, leading = 14;
    double tracking = 0;  // em
    double rise = 0;      // em; raised above the baseline (citations)
    base::Color color;
    std::optional<base::Color> ground;  // painted behind the text; none: the page's background
    Align align = Align::left;
    double justify_from = 40;  // letters of an average line; shorter lines are ragged
    WordSpace word_space;
    LetterSpace letter_space;
    LetterWidth letter_width;
    bool hanging = false;  // punctuation at the ends of justified lines
    bool hyphens = false;
    bool capitals = false;
    bool balance = false;  // break ragged lines to equal lengths
    double indent = 0;     // first line
    double before = 0, after = 0;
    int lines = 0;  // at most; 0: any number
    Figures figures = Figures::unset;
    bool operator==(const TextStyle&) const = default;
};

/// Whether text is large enough for the lower contrast of WCAG 2.1, 1.4.3: 18 points, or 14 in bold.
[[nodiscard]] constexpr bool is_large(double size, int weight) {
    return size >= 18 || (size >= 14 && weight >= 700);
}

inline constexpr base::Size kA4{595.28, 841.89}, kLetter{612, 792};  // points

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

/// A region of a page master.
struct Frame {
    std::string name;
    int first_column = 1, last_column = 12;
    int text_columns = 1;
    diag::Span span;
    bool operator==(const Frame&) const = default;
};

/// The frames of a kind of pages: `page`, `first` or `landscape`; `left` and `right` have none of their own.
struct Master {
    std::string name;
    std::vector<Frame> frames;
    bool operator==(const Master&) const = default;
    const Frame* frame(std::string_view frame_name) const;
};

/// Columns of the grid that `arrange: pairs` needs: fewer leave no room for text beside an exhibit.
inline constexpr int kLeastPaired = 6;

struct PartRule {
    Part part = Part::title;
    std::string frame;               // the frame that holds it, in a layout of pages
    std::string slide;               // the slide kind that holds it, in a layout of slides
    std::optional<Arrange> arrange;  // none: the part's own way
    std::string style;
    std::string heading;                      // the text style of a label above the part
    std::string label;                        // the words beside or above it ("Key findings"); empty: the language's
    std::optional<base::Color> band;          // a ground that bleeds to the page's edges
    int max = 0;                              // 0: all
    bool numbered = false;                    // items with large numerals
    bool rules = false;                       // hairlines between items
    Photos photos = Photos::round;            // of the part `authors`
    bool pages = false;                       // of the part `glossary`: terms have the pages that use them
    std::optional<BreakBefore> break_before;  // section: also before each of its sections
    diag::Span span;
    bool operator==(const PartRule&) const = default;
};

/// A region of a slide kind.
struct Slot {
    std::string name;
    int first_column = 1, last_column = 12, first_row = 1, last_row = 12;
    std::optional<base::Color> panel;
    std::string panel_name;  // the panel's colour; text on it prefers styles with that prefix ("night-points")
    std::optional<base::Rect> box = {};  // of a deck's template: the place, instead of columns and rows
    bool operator==(const Slot&) const = default;
};
struct SlideKind {
    std::string name;
    std::vector<Slot> slots;
    std::optional<base::Color> ground;       // of the whole slide; none: the page's background
    std::string ground_name;                 // the ground's colour; as panel_name
    std::optional<SlideSource> source = {};  // the layout of a deck's template
    bool operator==(const SlideKind&) const = default;
};

struct Furniture {
    std::string left, center, right;  // may hold `{{ page }}` and the like
    bool first_page = false;          // header: on the first page, too
    bool empty() const { return left.empty() && center.empty() && right.empty(); }
    diag::Span span;
    bool operator==(const Furniture&) const = default;
};

struct ChartTheme {
    double height = 165;
    std::vector<base::Color> palette, sequential, diverging;
    base::Color primary, highlight, highlight_text, quiet, previous, grid, axis, rest, area;
    base::Color positive, positive_text, negative, negative_text;  // rises and falls
    double min_size = 6.5;
    bool patterns = false;  // series and segments differ by pattern as well as by colour
    bool operator==(const ChartTheme&) const = default;
};

struct TableTheme {
    bool stripes = false;
    bool rule_rows = true;
    double padding = 3;
    double row_height = 12.15;
    std::optional<double> smallest;  // size of letters; none: `limits: min-size`
    std::optional<base::Color> head_ground;
    bool operator==(const TableTheme&) const = default;
};

struct Limits {
    double contrast_text = 4.5, contrast_marks = 3;
    int hyphens_in_a_row = 2;
    double last_page_fill = 0.25;
    double min_size = 6.5;
    int front_pages = 0;  // before the first part that begins a page; 0: any number
    int points = 5;
    bool operator==(const Limits&) const = default;
};

struct Tighten {
    double leading = 1, spacing = 1, size = 1, chart_height = 1;
    bool operator==(const Tighten&) const = default;
};

/// Words inside a text that look otherwise; what is absent is that of the text around.
struct WordLook {
    std::optional<std::string> family;
    std::optional<int> weight;
    std::optional<double> size;  // of the text's
    std::optional<base::Color> color;
    bool operator==(const WordLook&) const = default;
};

/// The layout's own words in place of the language's, by key ("figure": "Exhibit").
using Words = std::map<std::string, std::string>;

/// A picture of the brand.
struct Logo {
    std::filesystem::path file;  // empty: none
    std::string alt;             // empty: the brand's name
    diag::Span span;             // of its path
    bool operator==(const Logo&) const = default;
};
struct LogoForms {
    Logo light, dark;  // for light grounds; for dark ones
    bool operator==(const LogoForms&) const = default;
};
struct Logos {
    LogoForms small, medium, large;
    bool operator==(const Logos&) const = default;
};

/// A family that the brand names under `typography: fonts`.
struct BrandFont {
    enum class Source { file, system, google, bunny };
    struct Face {
        std::filesystem::path file;
        int weight = 400;
        bool italic = false;
        bool operator==(const Face&) const = default;
    };
    std::string family;
    Source source = Source::system;
    std::vector<Face> faces;  // of source `file`
    diag::Span span;          // of the family's name
    bool operator==(const BrandFont&) const = default;
};

/// What a colour is in process inks; shares 0 … 1.
struct Ink {
    base::Color color;
    double cyan = 0, magenta = 0, yellow = 0, black = 0;
    bool operator==(const Ink&) const = default;
};

struct Brand {
    std::string name, publisher, disclosure;
    Logos logos;
    std::string rights;  // "© 2026 …": for the files' metadata
    std::vector<BrandFont> fonts;
    std::vector<Ink> inks;          // of outputs for print
    std::filesystem::path profile;  // of the press; empty: the usual one
    bool operator==(const Brand&) const = default;
};

struct Layout {
    std::string name, title;
    Medium medium = Medium::pages;
    base::Size page{595.28, 841.89};
    Margins margins;       // of right-hand pages, if the pages are read in spreads
    bool spreads = false;  // left-hand pages, which have even numbers, mirror margins, head and foot
    double bleed = 0;      // around the page, for a printer to cut off
    Grid grid;
    std::vector<Master> masters;
    std::vector<PartRule> parts;
    std::vector<Part> leaves_out;       // parts that it leaves out on purpose
    std::vector<SectionPiece> section;  // the pieces that it shows, in order
    std::vector<ExhibitPiece> exhibit;  // likewise; empty: all
    std::vector<SlideKind> slides;
    std::map<std::string, diag::Text> template_layouts;          // slide kind -> name of a template's layout
    std::vector<std::pair<std::string, std::string>> typefaces;  // of a template: a family set, and what runs name
    struct SlideShow {
        Transition transition = Transition::none;
        std::optional<double> seconds;    // until the next slide; none: by hand
        std::optional<base::Size> paper;  // of handouts; none: Letter in North America, else A4
        bool operator==(const SlideShow&) const = default;
    } show;
    Furniture header, footer;
    std::map<std::string, std::string> fonts;      // role -> family
    std::map<std::string, diag::Span> font_spans;  // role, or a family of `fallback` -> where it is named
    std::vector<std::string> fallback;             // families for letters that a style's own lacks, in order
    bool strict_faces = false;                     // a face that a family lacks is an error
    std::map<std::string, base::Color> colors;     // name -> value
    std::map<std::string, TextStyle> styles;       // name -> style
    WordLook code, link;                           // in running text
    ChartTheme chart;
    TableTheme table;
    bool exhibits_numbered_together = false;  // numbering: exhibits
    Citations citations = Citations::numbers;
    NotesPlace footnotes = NotesPlace::page;
    std::optional<CitationStyle> citation_style;  // none: publisher, title, date, behind raised numbers
    bool short_wording = false;
    std::vector<Rung> fit;  // steps that make a document fit its pages, in order
    Tighten tighten;
    double spacing = 1;  // factor on the space between bands; less than 1 in a tightened layout
    Limits limits;
    bool overflow_continues = true;
    Words words;
    Brand brand;
    diag::Span span;                           // of the layout's own file
    std::vector<std::filesystem::path> files;  // all files that were read, the layout's own first
    bool operator==(const Layout&) const = default;

    /// The style of that name; else `body`, else a default style.
    const TextStyle& style(std::string_view style_name) const;
    /// The colour of that name; else `foreground`, else black.
    const base::Color& color(std::string_view color_name) const;
    const Master* master(std::string_view master_name) const;  // nullptr if there is none
    /// True if marks name author and year, so that entries have no numbers.
    bool cites_by_author() const { return citation_style && citation_style->mark.form == MarkForm::author_date; }
};

/// The layout of its pages on their side, whose frames are those of the master `landscape`; none without that master.
[[nodiscard]] std::optional<Layout> turned(const Layout& layout);

/// The layout with its own `tighten` factors applied to leading, spaces, sizes and charts. No style shrinks below
/// `limits.min_size`; one that is smaller already keeps its size.
[[nodiscard]] Layout tightened(Layout layout);

}  // namespace precis::style
