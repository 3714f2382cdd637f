// Colours are exchanged by value, wherever they are used: all that was ink becomes the ground's text colour.
#include "layout/slides/slide_ground.h"

#include <algorithm>
#include <array>
#include <utility>

namespace precis::layout {
namespace {

constexpr double kReadable = 3;    // contrast of marks with their ground: WCAG 2.1, 1.4.11
constexpr double kLighter = 0.12;  // share of white in each step towards that contrast; twelve steps at most
constexpr int kMostSteps = 12;
constexpr double kGridShare = 0.75, kTrackShare = 0.4, kAreaShare = 0.35;  // of rule or primary over the ground, by eye

class Exchange {
  public:
    Exchange(const style::Layout& layout, const std::string& ground, const base::Color& color) : ground_(color) {
        constexpr std::array<std::pair<const char*, const char*>, 15> kNames = {{{"foreground", "text"},
                                                                                 {"soft", "soft"},
                                                                                 {"quiet", "quiet"},
                                                                                 {"quiet-mark", "mark-3"},
                                                                                 {"rule", "rule"},
                                                                                 {"secondary", "mark"},
                                                                                 {"primary", "mark-2"},
                                                                                 {"accent", "mark"},
                                                                                 {"accent-text", "mark"},
                                                                                 {"data", "mark-2"},
                                                                                 {"primary-text", "mark-2"},
                                                                                 {"negative", "mark"},
                                                                                 {"positive", "mark-2"},
                                                                                 {"info-text", "mark-2"},
                                                                                 {"rest", "rule"}}};
        for (const auto& [from, to] : kNames) {
            const auto there = layout.colors.find(ground + "-" + to);
            const auto here = layout.colors.find(from);
            if (here != layout.colors.end() && there != layout.colors.end())
                pairs_.push_back({here->second, there->second});
        }
        const auto rule = layout.colors.find(ground + "-rule");
        if (rule == layout.colors.end()) return;
        for (const auto& [name, share] : {std::pair{"grid", kGridShare}, std::pair{"track", kTrackShare}})
            if (const auto here = layout.colors.find(name); here != layout.colors.end())
                pairs_.push_back({here->second, base::mixed(rule->second, color, share)});
    }

    /// The colour's counterpart; a colour without one is lightened until it has enough contrast.
    base::Color operator()(const base::Color& color) const {
        for (const auto& [from, to] : pairs_)
            if (from == color) return to;
        base::Color lighter = color;
        for (int i = 0; i < kMostSteps && base::contrast(lighter, ground_) < kReadable; ++i)
            lighter = base::mixed({255, 255, 255, 1}, lighter, kLighter);
        return lighter;
    }

  private:
    base::Color ground_;
    std::vector<std::pair<base::Color, base::Color>> pairs_;
};

}  // namespace

style::Layout on_ground(const style::Layout& layout, const std::string& ground, const base::Color& ground_color) {
    if (layout.color("background") == ground_color) return layout;  // all slides stand on it
    const Exchange exchange(layout, ground, ground_color);
    auto exchanged = layout;
    for (const char* name : {"foreground", "soft", "quiet", "quiet-mark", "rule", "grid", "track", "primary",
                             "secondary", "rest", "accent", "accent-text", "data", "primary-text", "info-text"}) {
        const auto at = exchanged.colors.find(name);
        if (at != exchanged.colors.end()) at->second = exchange(at->second);
    }
    exchanged.colors["background"] = ground_color;
    for (auto& [name, style] : exchanged.styles) style.color = exchange(style.color);
    auto& chart = exchanged.chart;
    for (auto* color :
         {&chart.primary, &chart.highlight, &chart.highlight_text, &chart.quiet, &chart.previous, &chart.positive,
          &chart.positive_text, &chart.negative, &chart.negative_text, &chart.grid, &chart.axis, &chart.rest})
        *color = exchange(*color);
    chart.area = base::mixed(chart.primary, ground_color, kAreaShare);
    for (auto& color : chart.palette) color = exchange(color);
    std::reverse(chart.sequential.begin(), chart.sequential.end());
    return exchanged;
}

}  // namespace precis::layout
