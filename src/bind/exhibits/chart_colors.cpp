// Names are those that are printed; a chart keeps the colours of its own ones only.
#include "bind/exhibits/chart_colors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/nearest.h"
#include "base/oklab.h"
#include "base/phrases.h"
#include "bind/exhibits/codes.h"
#include "bind/text/reader_words.h"
#include "diag/codes.h"
#include "doc/channels.h"
#include "doc/exhibits.h"

namespace precis::bind {
namespace {

std::set<std::string> names_in(const doc::Chart& chart) {
    std::set<std::string> names(chart.categories.begin(), chart.categories.end());
    for (const auto& series : chart.series) names.insert(series.name);
    if (row_of(chart.form).flows)
        for (const auto& channel : chart.extra)
            for (const auto& value : channel.values) names.insert(value.category.empty() ? value.text : value.category);
    return names;
}

std::optional<base::Color> color_of(Context& context, const diag::Text& written) {
    const auto& colors = context.inputs.layout.colors;
    if (const auto named = colors.find(written.text); named != colors.end()) return named->second;
    if (const auto color = base::parse_color(written.text)) return color;
    std::vector<std::string> known;
    for (const auto& [name, color] : colors) known.push_back(name);
    const auto near = base::nearest(written.text, known);
    report(context,
           diag::error(
               diag::code::bad_value, written.span, fmt::format("there is no colour “{}”", written.text),
               near ? base::did_you_mean(*near) : "write a name of the brand's colours, or a value as in \"#14202B\""));
    return std::nullopt;
}

void check_contrast(Context& context, const diag::Text& written, const base::Color& color) {
    const auto& layout = context.inputs.layout;
    const auto& ground = layout.color("background");
    const double contrast = base::contrast(color, ground);
    if (contrast >= layout.limits.contrast_marks) return;
    const std::array<base::Color, 1> grounds{ground};
    warn(context,
         diag::warning(
             diag::code::contrast_low, written.span,
             fmt::format("marks of charts are {} on {}, a contrast of {:.1f}; the limit is {:.1f}",
                         base::to_string(color), base::to_string(ground), contrast, layout.limits.contrast_marks),
             fmt::format("“{}” is the nearest colour that passes",
                         base::to_string(base::readable_on(color, grounds, layout.limits.contrast_marks)))));
}

std::size_t exhibits_in(const std::vector<spec::Section>& sections) {
    std::size_t count = 0;
    for (const auto& section : sections) count += section.exhibits.size() + exhibits_in(section.sections);
    return count;
}

template <class Visit>
void each_chart(std::vector<doc::Section>& sections, const Visit& visit) {
    for (auto& section : sections) {
        for (auto& exhibit : section.exhibits)
            if (auto* chart = std::get_if<doc::Chart>(&exhibit.content)) visit(*chart);
        each_chart(section.sections, visit);
    }
}

}  // namespace

void color_by_name(Context& context, doc::Document& document) {
    const auto& briefing = context.inputs.briefing;
    if (briefing.colors.empty()) return;
    std::vector<std::pair<std::string, base::Color>> colors;
    for (const auto& [name, written] : briefing.colors) {
        const auto color = color_of(context, written);
        if (!color) continue;
        check_contrast(context, written, *color);
        colors.emplace_back(name.text, *color);
    }
    std::set<std::string> all;
    const auto give = [&](doc::Chart& chart) {
        const auto names = names_in(chart);
        for (const auto& [name, color] : colors)
            for (const auto& said : {name, in_readers_words(context, name)}) {
                if (!names.contains(said)) continue;
                chart.colors.emplace_back(said, color);
                break;
            }
        all.insert(names.begin(), names.end());
    };
    each_chart(document.sections, give);
    each_chart(document.appendix, give);
    for (auto& exhibit : document.exhibits)
        if (auto* chart = std::get_if<doc::Chart>(&exhibit.content)) give(*chart);
    const bool complete =
        doc::every_exhibit(document).size() == exhibits_in(briefing.sections) + exhibits_in(briefing.appendix);
    all.erase("");
    const std::vector<std::string> known(all.begin(), all.end());
    for (const auto& [name, written] : briefing.colors) {
        if (all.contains(name.text) || all.contains(in_readers_words(context, name.text))) continue;
        const auto near = base::nearest(name.text, known);
        if (!near && !complete) continue;  // a chart that this audience does not see may have it
        warn(context,
             diag::warning(code::unknown_series, name.span,
                           fmt::format("no chart has a series or category “{}”", name.text),
                           near ? base::did_you_mean(*near) : "remove the line, or write a name as charts print it"));
    }
}

}  // namespace precis::bind
