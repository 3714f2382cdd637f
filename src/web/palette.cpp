// Colours keep their number in the order in which drawings first use them, so that equal documents have equal bytes.
#include "web/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/oklab.h"
#include "style/night.h"

namespace precis::web {
namespace {

// Looked up first where several names have one value: the role that a drawing most likely means.
constexpr std::array kFirst = {"background", "foreground", "soft",         "quiet",       "quiet-mark", "rule",
                               "grid",       "track",      "rest",         "data",        "accent",     "accent-text",
                               "primary",    "light",      "primary-text", "accent-light"};

constexpr std::array kTinted = {"data",     "accent",   "foreground", "series-3", "series-4", "series-5",
                                "series-6", "series-7", "series-8",   "grid",     "rule",     "quiet-mark"};

/// The share with which `color` is mixed of `from` and the paper; nothing if it is not.
std::optional<double> share_of(const base::Color& color, const base::Color& from, const base::Color& paper) {
    constexpr double kLeast = 0.03, kRounding = 1.5;  // of eight bits a channel
    double best = 0, range = 0;
    const std::array<std::array<double, 3>, 3> channels = {
        {{static_cast<double>(color.r), static_cast<double>(from.r), static_cast<double>(paper.r)},
         {static_cast<double>(color.g), static_cast<double>(from.g), static_cast<double>(paper.g)},
         {static_cast<double>(color.b), static_cast<double>(from.b), static_cast<double>(paper.b)}}};
    for (const auto& [c, f, p] : channels) {
        if (std::abs(f - p) <= range) continue;
        range = std::abs(f - p);
        best = (c - p) / (f - p);
    }
    if (range < 1 || best < kLeast || best > 1) return std::nullopt;
    for (const auto& [c, f, p] : channels)
        if (std::abs(f * best + p * (1 - best) - c) > kRounding) return std::nullopt;
    return best;
}

constexpr double kDark = 0.05;  // luminance of a dark ground

bool same(const base::Color& a, const base::Color& b) {
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

}  // namespace

std::string css_color(const base::Color& color) {
    if (color.alpha >= 1) return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
    return fmt::format("#{:02x}{:02x}{:02x}{:02x}", color.r, color.g, color.b,
                       static_cast<int>(std::lround(std::clamp(color.alpha, 0.0, 1.0) * 255)));
}

Palette::Palette(const style::Layout& layout) : layout_(layout) {
    for (auto& [name, color] : style::night_colors(layout)) night_.emplace(name, color);
}

base::Color Palette::light(std::string_view name) const {
    return layout_.color(name);
}

base::Color Palette::dark(std::string_view name) const {
    const auto at = night_.find(name);
    return at == night_.end() ? light(name) : at->second;
}

/// A ramp of colours goes from the ground to the data's colour, and its last step beyond: paler on paper is darker
/// here, and no two steps change places.
std::optional<base::Color> Palette::step_of(const base::Color& color) const {
    constexpr double kFirstStep = 0.14, kLastStep = 0.55;
    const auto& ramp = layout_.chart.sequential;
    const auto at = std::find_if(ramp.begin(), ramp.end(), [&](const auto& one) { return same(one, color); });
    if (at == ramp.end() || ramp.size() < 3) return std::nullopt;
    const auto step = static_cast<double>(at - ramp.begin()), last = static_cast<double>(ramp.size() - 1);
    if (step == last) return base::mixed(dark("foreground"), dark("data"), kLastStep);
    return base::mixed(dark("data"), dark("background"), kFirstStep + (1 - kFirstStep) * step / (last - 1));
}

base::Color Palette::dark_of(const base::Color& color) const {
    if (base::luminance(light("background")) < kDark) return color;  // a layout for the dark
    const auto with_alpha = [&](base::Color found) {
        found.alpha = color.alpha;
        return found;
    };
    if (const auto step = step_of(color)) return with_alpha(*step);
    for (const char* name : kFirst) {
        const auto at = layout_.colors.find(name);
        if (at != layout_.colors.end() && same(at->second, color)) return with_alpha(dark(name));
    }
    for (const auto& [name, value] : layout_.colors)
        if (same(value, color) && !name.starts_with("night")) return with_alpha(dark(name));
    // A tint of one of the layout's colours is the same tint on the dark ground.
    const auto paper = light("background");
    for (const char* name : kTinted) {
        const auto at = layout_.colors.find(name);
        if (at == layout_.colors.end()) continue;
        if (const auto share = share_of(color, at->second, paper))
            return with_alpha(base::mixed(dark(name), dark("background"), *share));
    }
    const auto ground = base::to_oklch(dark("background")), text = base::to_oklch(dark("foreground"));
    auto turned = base::to_oklch(color);
    turned.lightness = ground.lightness + (1 - turned.lightness) * (text.lightness - ground.lightness);
    const auto found = base::to_color(turned);
    // What could be read on paper can be read on the dark ground.
    constexpr double kReadable = 4.5;  // WCAG 2.1
    if (base::contrast(color, paper) < kReadable) return with_alpha(found);
    const std::array grounds = {dark("background")};
    return with_alpha(base::readable_on(found, grounds, kReadable));
}

std::size_t Palette::index_of(const base::Color& color, Night night) {
    const Used used{color, night};
    const auto at = std::find(colors_.begin(), colors_.end(), used);
    if (at != colors_.end()) return static_cast<std::size_t>(at - colors_.begin());
    colors_.push_back(used);
    return colors_.size() - 1;
}

bool Palette::is_night(const base::Color& color) const {
    return color.alpha >= 1 && base::luminance(color) < kDark && base::luminance(dark_of(color)) < kDark;
}

base::Color Palette::at_night(const Used& used) const {
    return used.night == Night::kept ? used.color : used.night == Night::panel ? dark("light") : dark_of(used.color);
}

std::size_t Palette::ground(const base::Color& color) {
    const auto index = index_of(color);
    if (std::find(grounds_.begin(), grounds_.end(), index) == grounds_.end()) grounds_.push_back(index);
    return index;
}

std::string Palette::variables(bool dark) const {
    std::string out;
    for (const auto index : grounds_) {
        const auto ground = dark ? at_night(colors_[index]) : colors_[index].color;
        const auto ink = dark ? this->dark("background") : light("foreground");
        const auto paper = dark ? this->dark("foreground") : light("background");
        out += fmt::format("--k{}:{};", index,
                           css_color(base::contrast(ink, ground) >= base::contrast(paper, ground) ? ink : paper));
    }
    for (std::size_t i = 0; i < colors_.size(); ++i)
        out += fmt::format("--c{}:{};", i, css_color(dark ? at_night(colors_[i]) : colors_[i].color));
    return out;
}

std::string Palette::classes() const {
    std::string out;
    for (std::size_t i = 0; i < colors_.size(); ++i)
        out += fmt::format(".f{0}{{fill:var(--c{0})}}.s{0}{{stroke:var(--c{0})}}", i);
    for (const auto i : grounds_) out += fmt::format(".b{0}{{background:var(--c{0});color:var(--k{0})}}", i);
    return out;
}

}  // namespace precis::web
