// A ground's colours are those that a dark ground of a brand has; styles keep their use, found by their colour.
#include "style/grounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/oklab.h"
#include "style/derived_colors.h"

namespace precis::style {
namespace {

constexpr int kFits = 4;
constexpr double kRaised = 0.66;  // size of raised numbers, as a share of the words beside them
constexpr std::array<const char*, 8> kUses = {"text", "soft", "quiet", "rule", "panel", "mark", "mark-2", "mark-3"};

/// A colour of words, and the use that it has on a ground.
constexpr std::array<std::pair<const char*, const char*>, 16> kBecomes = {{{"night-text", "text"},
                                                                           {"foreground", "text"},
                                                                           {"night-soft", "soft"},
                                                                           {"soft", "soft"},
                                                                           {"night-quiet", "quiet"},
                                                                           {"quiet", "quiet"},
                                                                           {"night-mark", "mark"},
                                                                           {"accent", "mark"},
                                                                           {"accent-text", "mark"},
                                                                           {"night-mark-2", "mark-2"},
                                                                           {"primary", "mark-2"},
                                                                           {"primary-text", "mark-2"},
                                                                           {"data", "mark-2"},
                                                                           {"info-text", "mark-2"},
                                                                           {"night-mark-3", "mark-3"},
                                                                           {"quiet-mark", "mark-3"}}};

bool is_of_ground(const Layout& layout, const std::string& style) {
    const auto dash = style.find('-');
    if (dash == std::string::npos) return false;
    for (auto at = dash; at != std::string::npos; at = style.find('-', at + 1))
        if (layout.colors.contains(style.substr(0, at) + "-text") && layout.styles.contains(style.substr(at + 1)))
            return true;
    return false;
}

}  // namespace

void add_ground(Layout& layout, const Ground& ground) {
    Anchors anchors;
    anchors.background = layout.color("background");
    anchors.foreground = layout.color("foreground");
    anchors.primary = layout.color("primary");
    anchors.secondary = layout.color("secondary");
    anchors.light = layout.color("light");
    anchors.dark = ground.color;
    const auto derived = derived_colors(anchors, layout.limits);
    const auto before = layout.colors;
    const auto name_of = [&](const char* use) { return ground.name + "-" + use; };
    layout.colors[ground.name] = ground.color;
    for (const char* use : kUses) layout.colors[name_of(use)] = derived.at(std::string("night-") + use).color;
    if (base::contrast(ground.text, ground.color) >= layout.limits.contrast_text)
        layout.colors[name_of("text")] = ground.text;
    const std::array<base::Color, 1> under{ground.color};
    const auto recoloured = [&](const base::Color& color) {
        for (const auto& [role, use] : kBecomes)
            if (const auto known = before.find(role); known != before.end() && known->second == color)
                return layout.colors[name_of(use)];
        return base::readable_on(color, under, layout.limits.contrast_text);
    };
    std::map<std::string, TextStyle> more;
    for (const auto& [name, style] : layout.styles) {
        if (is_of_ground(layout, name)) continue;
        auto& own = more[ground.name + "-" + name] = style;
        own.color = recoloured(style.color);
        own.ground = ground.color;
    }
    layout.styles.merge(more);
}

void add_fits(Layout& layout, const std::string& name, double least) {
    const auto style = layout.style(name);
    for (int i = 1; i <= kFits; ++i) {
        auto& fit = layout.styles[fmt::format("{}-fit-{}", name, i)] = style;
        fit.size = std::min(style.size, style.size + (least - style.size) * i / kFits);
        fit.leading = style.leading * fit.size / style.size;
    }
}

std::vector<std::string> fits_of(const std::string& name) {
    std::vector<std::string> names{name};
    for (int i = 1; i <= kFits; ++i) names.push_back(fmt::format("{}-fit-{}", name, i));
    return names;
}

void scale_letters(Layout& layout, double factor, double least) {
    for (auto& [name, style] : layout.styles) {
        const double floor = style.rise > 0 ? least * kRaised : least;
        const double size = std::max(std::min(style.size, floor), style.size * factor);
        style.leading *= size / style.size;
        style.before *= factor, style.after *= factor, style.indent *= factor;
        style.size = size;
    }
    layout.table.row_height *= std::max(factor, least / layout.style("table-cell").size * 0.9);
    layout.table.padding *= factor;
    layout.chart.height *= factor;
}

}  // namespace precis::style
