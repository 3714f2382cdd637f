// layout/ground/setting.h: what every part of the composition needs at hand, and the small moves all of them make.
// Inside the room. One Setting lives through one round of composition.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "chart/chart.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "layout/ground/piece.h"
#include "locale/locale.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::layout {

struct Setting {
    const doc::Document& document;
    const style::Layout& layout;
    const locale::Locale& locale;
    text::Setter& setter;
    const std::map<std::string, std::string>& page_of;  // anchor -> page label, from the round before
    diag::Diagnostics& out;
    std::uint32_t last_element = 0;
    bool pages_asked = false;                         // the text names a page number
    std::map<std::string, std::string> link_words{};  // what a target is, said to those who can't see it; as asked for
    double fill = 0;  // height that the exhibits of a part arranged to fill have beyond the layout's

    std::uint32_t new_element() { return ++last_element; }
    const style::TextStyle& style(std::string_view name) const { return layout.style(name); }
};

/// The text style of a part's words in one use: `style: night` has its headings in `night-heading` where the layout has
/// such a style, else in `otherwise`.
[[nodiscard]] const style::TextStyle& part_style(const Setting& s, const style::PartRule& part, std::string_view use,
                                                 std::string_view otherwise);

/// Where a text stands in its source, from its first word to its last.
[[nodiscard]] diag::Span span_of(const doc::Inlines& words);

/// A mark with an element number of its own, for a path.
[[nodiscard]] scene::Mark mark(Setting& s, scene::Role role, int level = 0);

/// A horizontal rule: an artifact.
[[nodiscard]] scene::Item rule(double x, double y, double width, double thickness, const base::Color& color);
[[nodiscard]] scene::Item filled(const base::Rect& at, const base::Color& color);
/// The items as furniture or decoration: no part of the text.
[[nodiscard]] scene::Item artifact(std::vector<scene::Item> items);

}  // namespace precis::layout
