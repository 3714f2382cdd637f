// style/reading.h: the readers of a layout's keys; each takes the keys that are its own from the merged tree.
// Stage: (merged tree, colours) -> READERS -> Layout. A fault leaves the field's default and goes on.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "style/colors.h"
#include "style/layout.h"
#include "yaml/fields.h"

namespace precis::style {

struct Reading {
    yaml::Fields& top;  // the layout's own keys
    const Colors& colors;
    Layout& layout;
    diag::Diagnostics& out;
};

void read_page(Reading& r);     // page
void read_masters(Reading& r);  // masters
void read_slides(Reading& r);   // slides
/// parts, section, exhibit; after masters and slides, whose names they use.
void read_parts(Reading& r);
void read_furniture(Reading& r);  // header, footer
/// Reports each `{{ name }}` that is no built-in word (docs/design/language.md#layouts).
void check_words(const diag::Text& written, diag::Diagnostics& out);
/// styles; after limits, for the contrast asked for.
void read_styles(Reading& r);
/// chart, table; a brand's palette goes before the layout's.
void read_themes(Reading& r, const std::vector<diag::Text>& brand_palette);
void read_rules(Reading& r);  // numbering, citations, wording, words, fit, tighten, limits, overflow

/// "did you mean “…”?", else `what` with all of `known`.
[[nodiscard]] std::string suggestion(std::string_view name, const std::vector<std::string>& known,
                                     std::string_view what);

/// Numbers from `least` to `most`, "4" or "4-12", inside 1 … `limit`.
struct Range {
    int first = 1, last = 1;
};
[[nodiscard]] std::optional<Range> read_range(yaml::Fields& fields, std::string_view key, int limit,
                                              diag::Diagnostics& out);

/// A number or length that must lie in [least, most]; bad_value otherwise.
struct Bounds {
    double least = 0, most = 0;
};
[[nodiscard]] std::optional<double> bounded_number(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                                   diag::Diagnostics& out);
[[nodiscard]] std::optional<double> bounded_length(yaml::Fields& fields, std::string_view key, Bounds bounds,
                                                   diag::Diagnostics& out);

/// `value` becomes what was read, if anything was.
template <class T, class U>
void set(T& value, std::optional<U>&& read) {
    if (read) value = std::move(*read);
}

}  // namespace precis::style
