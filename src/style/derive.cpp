// Which of a layout's colours are derived from a brand's, and what the brand is told about colours that cannot be used
// as they are.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/oklab.h"
#include "diag/codes.h"
#include "style/codes.h"
#include "style/colors.h"
#include "style/derived_colors.h"

namespace precis::style {

std::optional<base::Color> Colors::own(const std::string& name) const {
    const auto at = colors_.find(name);
    return own_.contains(name) && at != colors_.end() ? std::optional(at->second) : std::nullopt;
}

void Colors::derive(const std::map<std::string, base::Color>& shipped, const std::vector<std::string>& palette,
                    const Limits& limits, diag::Diagnostics& out) {
    const auto changed = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) {
            const auto stated = own(name);
            const auto there = shipped.find(name);
            return stated && (there == shipped.end() || there->second != *stated);
        });
    };
    const bool hues = changed({"primary", "secondary", "tertiary"});
    const bool grounds = changed({"foreground", "background"});
    const bool all = hues || grounds || changed({"light", "dark", "success", "info", "warning", "danger"});
    const auto given = [&](const char* name, bool renewed) -> std::optional<base::Color> {
        if (const auto stated = own(name)) return stated;
        const auto there = shipped.find(name);
        return renewed || there == shipped.end() ? std::nullopt : std::optional(there->second);
    };
    Anchors anchors;
    anchors.secondary = given("secondary", hues);
    anchors.tertiary = given("tertiary", hues);
    anchors.background = given("background", grounds).value_or(background_for(own("foreground")));
    const auto primary = given("primary", hues);
    const auto second = anchors.secondary ? anchors.secondary : anchors.tertiary;
    anchors.primary = primary ? *primary : second ? *second : own("foreground").value_or(base::Color{0, 0, 0, 1});
    const auto ink = given("foreground", hues || grounds);
    const bool bare = shipped.empty() && !hues;  // a layout that has no colours but black and white
    anchors.foreground = ink    ? *ink
                         : bare ? base::Color{0, 0, 0, 1}
                                : foreground_for(anchors.primary, anchors.background);
    anchors.light = given("light", hues || grounds);
    anchors.dark = given("dark", hues || grounds);
    for (const auto& [name, into] : {std::pair("success", &anchors.success), std::pair("info", &anchors.info),
                                     std::pair("warning", &anchors.warning), std::pair("danger", &anchors.danger)})
        *into = own(name);
    for (const auto& name : palette)
        if (const auto color = own(name)) anchors.others.push_back(*color);
    for (const auto& more : {anchors.success, anchors.info, anchors.warning, anchors.danger})
        if (more) anchors.others.push_back(*more);

    auto derived = derived_colors(anchors, limits);
    for (const auto& [name, color] :
         {std::pair("background", anchors.background), std::pair("foreground", anchors.foreground),
          std::pair("primary", anchors.primary)})
        derived[name] = {color, "primary"};
    for (const auto& [name, color] : derived) {
        if (own_.contains(name) || (!all && written_.contains(name))) continue;
        const auto follows = written_.find(color.from);
        written_[name] = {
            base::to_string(color.color), follows == written_.end() ? diag::Span{} : follows->second.span, {}};
    }
    // What others are named after may have changed: all names are followed again. Faults are known.
    colors_.clear();
    diag::Diagnostics known;
    resolve(known);
    if (all) check_own(limits, out);
}

void Colors::check_own(const Limits& limits, diag::Diagnostics& out) const {
    const auto color = [&](const char* name) { return colors_.at(name); };
    for (const auto& [name, mark, words] :
         {std::array{"primary", "data", "primary-text"}, std::array{"secondary", "accent", "accent-text"}}) {
        const auto stated = own(name);
        if (!stated || own_.contains(mark)) continue;
        const double contrast = base::contrast(*stated, color("background"));
        if (contrast >= limits.contrast_marks) continue;
        out.push_back(diag::warning(
            diag::code::contrast_low, place(name),
            fmt::format("“{}” is {} on {}, a contrast of {:.1f}; marks need {:.1f}: they have {}, and words {}", name,
                        base::to_string(*stated), base::to_string(color("background")), contrast, limits.contrast_marks,
                        base::to_string(color(mark)), base::to_string(color(words))),
            fmt::format(
                "if these nearest colours suit you, write them: “palette: {{{}: \"{}\", {}: \"{}\"}}”; or others", mark,
                base::to_string(color(mark)), words, base::to_string(color(words)))));
    }
    const auto second = own("secondary");
    if (!second || own_.contains("accent")) return;
    const auto least = base::least_difference(color("data"), color("accent"));
    if (least >= kToldApart) return;
    const auto other = told_apart(color("accent"), {color("data")}, color("background"), limits.contrast_marks);
    out.push_back(diag::warning(
        code::colors_alike, place("secondary"),
        fmt::format("“primary” and “secondary” look alike to some eyes: {} and {} are {:.3f} apart, less than {}",
                    base::to_string(color("data")), base::to_string(color("accent")), least, kToldApart),
        fmt::format("the nearest colour that differs is {0}: write “palette: {{accent: \"{0}\"}}”",
                    base::to_string(other))));
}

}  // namespace precis::style
