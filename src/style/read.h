// style/read.h: the readers of a layout's keys; each reads its own keys of the merged tree, in read_<name>.cpp.
// Stage: (merged tree, colours) -> READERS -> Layout.
// Private to the room. After a fault the field keeps its default and the reader goes on. style::load calls the readers
// in the order that their notes below ask for.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "style/colors.h"
#include "style/layout.h"
#include "style/load.h"
#include "yaml/fields.h"

namespace precis::style {

struct BrandType;

struct LayoutReading {
    /// A colour of marks and the place that names it.
    struct MarkColor {
        base::Color color;
        diag::Span place;
    };
    yaml::Fields& top;  // the keys of the merged tree
    const Colors& colors;
    Layout& layout;
    diag::Diagnostics& out;
    std::map<std::string, diag::Span> size_places{};         // text style -> where its size is set
    diag::Span margins_place{};                              // of the margins
    diag::Span smallest_place{};                             // of the smallest size of tables
    std::vector<MarkColor> palette_colors{}, mark_colors{};  // of the chart theme
};

void read_page(LayoutReading& r);     // page
void read_masters(LayoutReading& r);  // masters
void read_slides(LayoutReading& r);   // slides
/// parts, section, exhibit; after masters, slides and styles, whose names they use.
void read_parts(LayoutReading& r);
void read_furniture(LayoutReading& r);  // header, footer; after parts, one of which takes the head's place
/// Which built-in words a pattern may name.
enum class WordsOf { document, page };  // `page`: those of a page too, as in headers and footers
/// Reports each `{{ name }}` that is not such a word (docs/design/language.md#layouts), and a `{{` without `}}`.
void check_words(const diag::Text& written, WordsOf words, diag::Diagnostics& out);
/// styles, over which the brand's typography goes; after limits, which set the least contrast.
void read_styles(LayoutReading& r, const std::map<std::string, BrandType>& brand_types);
/// chart, table; a brand's palette replaces the layout's.
void read_themes(LayoutReading& r, const std::vector<diag::Text>& brand_palette);
/// Holds text of charts and tables against `limits: min-size`, colours of marks against `contrast-marks`; after styles
/// and themes. Errors: size_below_limit. Warnings: contrast_low.
void check_limits(LayoutReading& r);
/// citation-style, with the file that it names. Errors: unknown_citation_style, file_outside_root, those of its keys.
void read_citation_style(LayoutReading& r, const LayoutSearch& search);
/// numbering, citations, wording, overflow, words, slide-show, fit, tighten, limits
void read_rules(LayoutReading& r);

/// The remedy for a contrast under the limit: the nearest colour that has it.
[[nodiscard]] std::string nearest_readable(const base::Color& color, const base::Color& ground, double contrast);

/// The remedy for an unknown name: the nearest of `known`, else all of them; `what` names them in the plural.
[[nodiscard]] std::string suggestion(std::string_view name, const std::vector<std::string>& known,
                                     std::string_view what);

/// Columns or rows of the grid, "4" or "4-12", counted from 1 to `limit`; bad_value otherwise.
struct Range {
    int first = 1, last = 1;
};
[[nodiscard]] std::optional<Range> read_range(yaml::Fields& fields, std::string_view key, int limit,
                                              diag::Diagnostics& out);

/// A number, or a length in points, in [least, most]; bad_value otherwise.
struct Bounds {
    double least = 0, most = 0;
};
[[nodiscard]] std::optional<double> bounded_number(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                                   diag::Diagnostics& out);
[[nodiscard]] std::optional<double> bounded_length(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                                   diag::Diagnostics& out);

/// Assigns the value that was read; without one, `value` keeps its default.
template <class T, class U>
void set(T& value, std::optional<U>&& read) {
    if (read) value = std::move(*read);
}

}  // namespace precis::style
