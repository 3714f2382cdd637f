// The colours of a layout on one of its dark grounds. Roles are exchanged by name, so that two roles of one colour may
// differ on the ground.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/oklab.h"
#include "diag/codes.h"
#include "style/colors.h"

namespace precis::style {
namespace {

using base::Color;

constexpr double kGrid = 0.75, kTrack = 0.4;                  // of the rule over the ground, by eye
constexpr double kTint = 0.35, kMiddle = 0.5, kStrong = 0.6;  // of a mark over the ground, by eye
constexpr std::array<const char*, 7> kNeeded = {"text", "soft", "quiet", "rule", "mark", "mark-2", "mark-3"};

// A role, and the colour of the ground that it becomes.
constexpr std::array<std::pair<const char*, const char*>, 19> kBecomes = {{{"foreground", "text"},
                                                                           {"soft", "soft"},
                                                                           {"quiet", "quiet"},
                                                                           {"quiet-mark", "mark-3"},
                                                                           {"rule", "rule"},
                                                                           {"rest", "rule"},
                                                                           {"primary", "mark-2"},
                                                                           {"data", "mark-2"},
                                                                           {"primary-text", "mark-2"},
                                                                           {"primary-soft", "mark-3"},
                                                                           {"positive", "mark-2"},
                                                                           {"positive-text", "mark-2"},
                                                                           {"info-text", "mark-2"},
                                                                           {"secondary", "mark"},
                                                                           {"accent", "mark"},
                                                                           {"accent-text", "mark"},
                                                                           {"negative", "mark"},
                                                                           {"negative-text", "mark"},
                                                                           {"light", "panel"}}};

}  // namespace

void Colors::set_on(const diag::Text& ground, const Limits& limits, diag::Diagnostics& out) {
    const auto found = read(ground, out);
    if (!found) return;
    const Color under = *found;
    const auto old = colors_;
    const auto on = [&](const std::string& use) {
        const auto at = old.find(ground.text + "-" + use);
        return at == old.end() ? std::nullopt : std::optional(at->second);
    };
    for (const char* use : kNeeded) {
        if (on(use)) continue;
        out.push_back(
            diag::error(diag::code::bad_value, ground.span,
                        fmt::format("“{0}” is no ground: the layout has no colour “{0}-{1}”", ground.text, use),
                        "write “ground: night”, or add that colour and its like under “colors”"));
        return;
    }
    const auto set = [&](const std::string& name, const Color& color) {
        if (const auto at = colors_.find(name); at != colors_.end()) at->second = color;
    };
    const std::array<Color, 1> grounds{under};
    const Color first = *on("mark-2"), second = *on("mark");
    const Color panel = on("panel").value_or(base::mixed(*on("rule"), under, kTrack));
    for (const auto& [role, use] : kBecomes) set(role, on(use).value_or(panel));
    set("background", under);
    set("on-primary", under);
    set("grid", base::mixed(*on("rule"), under, kGrid));
    set("track", base::mixed(*on("rule"), under, kTrack));
    set("accent-light", base::mixed(second, under, kMiddle));
    set("primary-light", base::mixed(first, under, kTint));
    set("primary-mid", base::mixed(first, under, kStrong));
    for (const char* name : {"tertiary", "success", "danger", "warning", "info"})
        if (const auto at = old.find(name); at != old.end())
            set(name, base::readable_on(at->second, grounds, limits.contrast_text));
    const auto numbered = [&](const char* name, auto color) {
        std::vector<Color> before;
        for (int i = 1; old.contains(fmt::format("{}-{}", name, i)); ++i)
            before.push_back(old.at(fmt::format("{}-{}", name, i)));
        for (std::size_t i = 0; i < before.size(); ++i) set(fmt::format("{}-{}", name, i + 1), color(before, i));
    };
    // Series 1 and 2 are `data` and `accent`; a series keeps its hue.
    for (int i = 3; old.contains(fmt::format("series-{}", i)); ++i) {
        const auto name = fmt::format("series-{}", i);
        set(name, base::readable_on(old.at(name), grounds, limits.contrast_text));
    }
    // Small numbers are next to the ground, as they are next to the paper on pages.
    numbered("sequential", [](const auto& before, std::size_t i) { return before[before.size() - 1 - i]; });
    numbered("diverging", [&](const auto& before, std::size_t i) {
        const double middle = static_cast<double>(before.size() - 1) / 2;
        const double away = static_cast<double>(i) - middle;
        return base::mixed(away < 0 ? second : first, panel, middle > 0 ? std::abs(away) / middle : 0);
    });
}

}  // namespace precis::style
