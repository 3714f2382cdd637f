// Words of running heads and feet, cut where their line ends.
#include "layout/blocks/short_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.h"
#include "layout/blocks/runs.h"

namespace precis::layout {
namespace {

constexpr const char* kEllipsis = "\u2026";

void report(Setting& s, const std::vector<text::Run>& runs, std::string_view place) {
    std::string words;
    for (const auto& run : runs) words += run.text;
    auto found = diag::warning(diag::code::label_dropped, s.document.span,
                               fmt::format("“{}” is too long for {}, which shows its beginning", words, place),
                               "write a shorter one, or give the briefing or the section a `short-title`");
    const auto said = [&](const auto& other) { return other.code == found.code && other.message == found.message; };
    if (std::none_of(s.out.begin(), s.out.end(), said)) s.out.push_back(std::move(found));
}

}  // namespace

std::optional<text::Line> short_line(Setting& s, const std::vector<text::Run>& runs, double width,
                                     std::string_view place) {
    auto whole = s.setter.set_line(runs).take(s.out);
    if (!whole || whole->width <= width + kSlack) return whole;
    auto sign = runs.back();
    sign.text = kEllipsis;
    auto dots = s.setter.set_line(sign).take(s.out);
    if (!dots) return whole;
    text::Paragraph paragraph;
    paragraph.runs = runs;
    paragraph.first_fit = true;
    paragraph.max_hyphens_in_a_row = 0;
    paragraph.language = s.document.language;
    auto set = s.setter.set(paragraph, std::max(width - dots->width, 1.0)).take(s.out);
    if (!set || set->lines.empty()) return whole;
    report(s, runs, place);
    auto line = std::move(set->lines.front());
    const double behind = line.x + line.width;
    for (auto& run : dots->runs) {
        run.origin.x += behind;
        line.runs.push_back(std::move(run));
    }
    line.width += dots->width;
    return line;
}

}  // namespace precis::layout
