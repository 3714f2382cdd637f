// Tones of the text colour over the page by contrast; tones of the brand's hues by equal steps of lightness; series by
// the greatest least difference to all eyes.
#include "style/derived_colors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/oklab.h"

namespace precis::style {
namespace {

using base::Color;
using base::Oklch;

// Contrasts of the shipped look with its ground, which derived colours have too.
constexpr double kSoft = 9.3, kQuiet = 5.5, kQuietMark = 3.15, kRule = 1.78, kRest = 1.51, kGrid = 1.3, kTrack = 1.13;
constexpr double kPanel = 1.12, kPrimaryLight = 1.45, kAccentLight = 2.1;
constexpr double kNightSoft = 11.8, kNightQuiet = 8.1, kNightMark = 6.5, kNightMark2 = 8.0, kNightMark3 = 5.2,
                 kNightRule = 1.95, kNightPanel = 1.22;

constexpr double kDarkPage = 0.18;     // luminance under which a ground is dark
constexpr double kGrey = 0.025;        // chroma under which a colour has no hue
constexpr double kSameHue = 40;        // degrees between hues that are too near for the two ends of a scale
constexpr double kEndsApart = 0.09;    // least difference of the two ends of a diverging scale, step by step
constexpr double kOwnSeries = 0.075;   // from which a colour of the brand is taken for a series as it is
constexpr double kHuesSuffice = 0.07;  // least difference under which series take hues that the brand lacks
constexpr std::size_t kSteps = 7, kSeries = 8;

bool is_dark(const Color& ground) {
    return base::luminance(ground) < kDarkPage;
}

double apart(double a, double b) {
    const double d = std::fmod(std::abs(a - b), 360);
    return std::min(d, 360 - d);
}

/// A hue at one lightness, with the colour's chroma where the lightness is near its own, less towards both ends.
Color tone(const Oklch& of, double lightness) {
    const double share = 1 - 0.8 * std::pow(std::abs(lightness - 0.55) / 0.45, 2);
    return base::to_color({lightness, of.chroma * std::clamp(share, 0.12, 1.0), of.hue});
}

/// Tints: `color` over `ground` with that contrast.
Color tint(const Color& color, const Color& ground, double contrast, const Color& otherwise) {
    return base::faded(base::contrast(color, ground) > contrast ? color : otherwise, ground, contrast);
}

class Deriver {
  public:
    Deriver(const Anchors& anchors, const Limits& limits) : a_(anchors), limits_(limits) {}

    std::map<std::string, Derived> run() {
        grounds();
        greys();
        hues();
        meanings();
        ramps();
        series();
        night();
        return std::move(out_);
    }

  private:
    void put(const std::string& name, const Color& color, const char* from) { out_[name] = {color, from}; }
    const Color& made(const char* name) const { return out_.at(name).color; }

    void grounds() {
        const auto& paper = a_.background;
        const auto primary = base::to_oklch(a_.primary);
        put("light", a_.light.value_or(tint(a_.primary, paper, kPanel, a_.foreground)), "primary");
        const double depth = is_dark(paper) ? base::to_oklch(paper).lightness + 0.07 : 0.25;
        put("dark", a_.dark.value_or(base::to_color({depth, std::min(primary.chroma * 0.6, 0.06), primary.hue})),
            "primary");
        on_page_ = {paper, made("light")};
    }

    // Over the page and over panels; no more contrast than the text itself.
    void greys() {
        const auto& ink = a_.foreground;
        const auto& paper = a_.background;
        const auto words = [&](double contrast) {
            return base::readable_on(base::faded(ink, paper, contrast), on_page_, limits_.contrast_text);
        };
        put("soft", words(kSoft), "foreground");
        put("quiet", words(kQuiet), "foreground");
        const std::array<Color, 1> page{paper};
        put("quiet-mark",
            base::readable_on(base::faded(ink, paper, std::max(kQuietMark, limits_.contrast_marks)), page,
                              limits_.contrast_marks),
            "foreground");
        put("rule", base::faded(ink, paper, kRule), "foreground");
        put("rest", base::faded(ink, paper, kRest), "foreground");
        put("grid", base::faded(ink, paper, kGrid), "foreground");
        put("track", base::faded(ink, paper, kTrack), "foreground");
    }

    // Without a second colour the accent is a further tone of the first.
    Color secondary() const {
        if (a_.secondary) return *a_.secondary;
        auto own = base::to_oklch(a_.primary);
        constexpr double kStep = 0.22;
        const bool lighter = is_dark(a_.background) ? own.lightness < 0.7 : own.lightness < 0.42;
        own.lightness += lighter ? kStep : -kStep;
        return base::to_color(own);
    }

    void hues() {
        const auto& paper = a_.background;
        const std::array<Color, 1> page{paper};
        const auto marks = [&](const Color& c) { return base::readable_on(c, page, limits_.contrast_marks); };
        const auto words = [&](const Color& c) { return base::readable_on(c, on_page_, limits_.contrast_text); };
        const Color second = secondary();
        const char* from = a_.secondary ? "secondary" : "primary";
        put("secondary", second, from);
        put("data", marks(a_.primary), "primary");
        put("primary-text", words(a_.primary), "primary");
        put("accent", marks(second), from);
        put("accent-text", words(second), from);
        put("accent-light", tint(second, paper, kAccentLight, made("accent")), from);
        put("primary-light", tint(a_.primary, paper, kPrimaryLight, made("data")), "primary");
        const std::array<Color, 1> primary{a_.primary};
        const bool dark_words = base::contrast(a_.primary, paper) < base::contrast(a_.primary, a_.foreground);
        put("on-primary", base::readable_on(dark_words ? a_.foreground : paper, primary, limits_.contrast_text),
            "primary");
    }

    void meanings() {
        const std::array<Color, 1> page{a_.background};
        const double lightness = is_dark(a_.background) ? 0.75 : 0.52;
        const auto meaning = [&](const char* name, const std::optional<Color>& stated, double hue) {
            put(name, stated.value_or(base::to_color({lightness, 0.13, hue})), "primary");
        };
        meaning("success", a_.success, 150);
        meaning("info", a_.info, 245);
        meaning("warning", a_.warning, 75);
        meaning("danger", a_.danger, 28);
        // A brand that says what is good and what is bad means rises and falls, too.
        const auto sign = [&](const std::string& name, const std::optional<Color>& stated, const char* otherwise,
                              const char* otherwise_text, const char* from) {
            put(name, stated ? base::readable_on(*stated, page, limits_.contrast_marks) : made(otherwise), from);
            put(name + "-text",
                stated ? base::readable_on(*stated, on_page_, limits_.contrast_text) : made(otherwise_text), from);
        };
        sign("positive", a_.success, "data", "primary-text", a_.success ? "success" : "primary");
        sign("negative", a_.danger, "accent", "accent-text", a_.danger ? "danger" : "secondary");
        put("info-text", a_.info ? base::readable_on(*a_.info, on_page_, limits_.contrast_text) : made("primary-text"),
            a_.info ? "info" : "primary");
    }

    // Seven steps of equal lightness, from the page's end of the scale on.
    void ramps() {
        const bool dark = is_dark(a_.background);
        const double near = dark ? 0.3 : 0.95, far = dark ? 0.92 : 0.33;
        const auto first = base::to_oklch(a_.primary), second = base::to_oklch(made("secondary"));
        for (std::size_t i = 0; i < kSteps; ++i) {
            const double at = near + (far - near) * static_cast<double>(i) / (kSteps - 1);
            put(fmt::format("sequential-{}", i + 1), tone(first, at), "primary");
        }
        put("primary-mid", made("sequential-3"), "primary");
        put("primary-soft", made("sequential-4"), "primary");
        const double inner = dark ? 0.5 : 0.76, middle = dark ? 0.63 : 0.57, outer = dark ? 0.78 : 0.38;
        const std::array<double, 3> steps{outer, middle, inner};
        auto high = first, low = low_end(first, second, steps);
        put("diverging-4", made("light"), "light");
        for (std::size_t i = 0; i < steps.size(); ++i) {
            put(fmt::format("diverging-{}", i + 1), tone(low, steps[i]), "secondary");
            put(fmt::format("diverging-{}", kSteps - i), tone(high, steps[i]), "primary");
        }
    }

    // The hue of the low end: the second colour's, turned until all eyes tell its steps from those of the high end.
    // A second colour of the first one's hue gives way to grey; of two greys the low end takes the hue of danger.
    Oklch low_end(const Oklch& high, Oklch low, const std::array<double, 3>& steps) const {
        const bool grey_high = high.chroma < kGrey, grey_low = low.chroma < kGrey;
        if (grey_high && grey_low) low = {low.lightness, 0.13, base::to_oklch(made("danger")).hue};
        if (!grey_high && !grey_low && apart(high.hue, low.hue) < kSameHue) low.chroma = 0;
        const auto told = [&](const Oklch& end) {
            return std::all_of(steps.begin(), steps.end(), [&](double lightness) {
                return base::least_difference(tone(high, lightness), tone(end, lightness)) >= kEndsApart * 0.6;
            });
        };
        constexpr double kTurn = 10;
        for (double turn = 0; turn <= 180; turn += kTurn) {
            for (const double way : {turn, -turn}) {
                auto turned = low;
                turned.hue = std::fmod(low.hue + way + 360, 360);
                if (turn > 0) turned.chroma = std::max(low.chroma, 0.11);
                if (told(turned)) return turned;
            }
        }
        return low;
    }

    void series() {
        std::vector<Color> chosen{made("data"), made("accent")};
        const auto distance = [&](const Color& c) {
            double least = 1;
            for (const auto& other : chosen) least = std::min(least, base::least_difference(c, other));
            return least;
        };
        std::vector<Color> own;
        if (a_.tertiary) own.push_back(*a_.tertiary);
        own.insert(own.end(), a_.others.begin(), a_.others.end());
        std::vector<Oklch> hues;
        const auto add_hue = [&](const Oklch& c) {
            if (c.chroma < kGrey) return;
            const bool known = std::any_of(hues.begin(), hues.end(),
                                           [&](const Oklch& other) { return apart(other.hue, c.hue) < kSameHue / 2; });
            if (!known) hues.push_back(c);
        };
        for (const auto& c : {a_.primary, made("secondary")}) add_hue(base::to_oklch(c));
        for (const auto& c : own) {
            if (base::contrast(c, a_.background) < limits_.contrast_marks || base::to_oklch(c).chroma < kGrey * 2)
                continue;
            add_hue(base::to_oklch(c));
            if (chosen.size() < kSeries && distance(c) >= kOwnSeries) chosen.push_back(c);
        }
        const auto candidates_of = [&](const std::vector<Oklch>& of) {
            std::vector<Color> colors;
            for (const auto& hue : of)
                for (const double lightness : levels()) {
                    const auto color = base::to_color({lightness, std::clamp(hue.chroma, 0.0, 0.15), hue.hue});
                    if (base::contrast(color, a_.background) >= limits_.contrast_marks) colors.push_back(color);
                }
            return colors;
        };
        std::vector<Oklch> turned;
        for (const auto& hue : hues)
            for (const double turn : {40, -40, 90, -90, 150})
                turned.push_back({0, 0.11, std::fmod(hue.hue + turn + 360, 360)});
        if (hues.empty()) hues.push_back({0, base::to_oklch(a_.primary).chroma, base::to_oklch(a_.primary).hue});
        const auto near = candidates_of(hues), wide = candidates_of(turned);
        const auto best = [&](const std::vector<Color>& colors) {
            std::pair<double, std::optional<Color>> found{-1, {}};
            for (const auto& c : colors)
                if (const double d = distance(c); d > found.first + 1e-9) found = {d, c};
            return found;
        };
        while (chosen.size() < kSeries) {
            auto next = best(near);
            if (next.first < kHuesSuffice)
                if (auto further = best(wide); further.first > next.first) next = further;
            chosen.push_back(next.second.value_or(made("quiet-mark")));
        }
        for (std::size_t i = 2; i < kSeries; ++i) put(fmt::format("series-{}", i + 1), chosen[i], "primary");
        put("tertiary", a_.tertiary.value_or(chosen[2]), "primary");
    }

    std::vector<double> levels() const {
        std::vector<double> lightness;
        const double from = is_dark(a_.background) ? 0.5 : 0.3;
        for (int i = 0; i < 5; ++i) lightness.push_back(from + 0.09 * i);
        return lightness;
    }

    void night() {
        const auto& ground = made("dark");
        const std::array<Color, 1> on{ground};
        put("night", ground, "dark");
        const bool dark = is_dark(ground) || base::contrast(ground, {255, 255, 255, 1}) >= 4.5;
        const Color end = dark ? Color{255, 255, 255, 1} : Color{0, 0, 0, 1};
        const bool light_fits = dark && base::contrast(made("light"), ground) >= kNightSoft;
        const auto text = light_fits ? made("light") : end;
        const double most = base::contrast(text, ground);
        const auto words = [&](double contrast) {
            return base::readable_on(base::faded(text, ground, std::min(contrast, most)), on, limits_.contrast_text);
        };
        put("night-text", text, "dark");
        put("night-soft", words(kNightSoft), "dark");
        put("night-quiet", words(std::max(kNightQuiet * std::min(1.0, most / 14), limits_.contrast_text)), "dark");
        put("night-rule", base::faded(text, ground, kNightRule), "dark");
        put("night-panel", tint(a_.primary, ground, kNightPanel, text), "dark");
        const auto mark = [&](const Color& c, double contrast) {
            return base::readable_on(c, on, std::clamp(contrast, limits_.contrast_text, std::max(most, 1.0)));
        };
        const auto second = mark(made("secondary"), kNightMark);
        auto first = mark(a_.primary, kNightMark2);
        if (base::least_difference(first, second) < 0.1) first = mark(a_.primary, limits_.contrast_text);
        put("night-mark", second, "secondary");
        put("night-mark-2", first, "primary");
        put("night-mark-3", mark(a_.primary, kNightMark3), "primary");
    }

    const Anchors& a_;
    const Limits& limits_;
    std::vector<Color> on_page_;  // the page and its panels
    std::map<std::string, Derived> out_;
};

}  // namespace

std::map<std::string, Derived> derived_colors(const Anchors& anchors, const Limits& limits) {
    return Deriver(anchors, limits).run();
}

Color foreground_for(const Color& primary, const Color& background) {
    const auto own = base::to_oklch(primary);
    return is_dark(background) ? base::to_color({0.95, std::min(own.chroma * 0.1, 0.01), own.hue})
                               : base::to_color({0.24, std::min(own.chroma * 0.25, 0.03), own.hue});
}

Color background_for(const std::optional<Color>& foreground) {
    const bool pale = foreground && base::contrast(*foreground, {255, 255, 255, 1}) < 4.5;
    if (!pale) return {255, 255, 255, 1};
    return base::to_color({0.2, 0.01, base::to_oklch(*foreground).hue});
}

Color told_apart(const Color& color, const std::vector<Color>& others, const Color& ground, double contrast) {
    const auto own = base::to_oklch(color);
    std::optional<Color> best;
    double nearest = 10;
    for (int step = 0; step <= 60; ++step) {
        for (const double turn : {0, 20, -20, 40, -40, 60, -60}) {
            const double lightness = 0.25 + 0.01 * step;
            const auto other = base::to_color({lightness, std::max(own.chroma, turn == 0 ? 0.0 : 0.1), own.hue + turn});
            const bool fits = base::contrast(other, ground) >= contrast &&
                              std::all_of(others.begin(), others.end(), [&](const Color& known) {
                                  return base::least_difference(known, other) >= kToldApart;
                              });
            const double away = base::difference(color, other);
            if (fits && away < nearest) nearest = away, best = other;
        }
    }
    return best.value_or(color);
}

}  // namespace precis::style
