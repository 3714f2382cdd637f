// Conversions after Ottosson, simulation after Machado et al.; searches by halving, because contrast rises and falls
// with lightness alone.
#include "base/oklab.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace precis::base {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr int kHalvings = 24;
constexpr double kContrastSlack = 0.02;  // for channels are rounded to eight bits

constexpr Matrix kToCones = {{{0.4122214708, 0.5363325363, 0.0514459929},
                              {0.2119034982, 0.6806995451, 0.1073969566},
                              {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kToLab = {{{0.2104542553, 0.7936177850, -0.0040720468},
                            {1.9779984951, -2.4285922050, 0.4505937099},
                            {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix kFromLab = {
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix kFromCones = {{{4.0767416621, -3.3077115913, 0.2309699292},
                                {-1.2684380046, 2.6097574011, -0.3413193965},
                                {-0.0041960863, -0.7034186147, 1.7076147010}}};
constexpr std::array<Matrix, 3> kSight = {
    {{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

Triple times(const Matrix& m, const Triple& v) {
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

double to_linear(std::uint8_t channel) {
    static const auto table = [] {
        std::array<double, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double c = static_cast<double>(i) / 255.0;
            values[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        }
        return values;
    }();
    return table[channel];
}

std::uint8_t from_linear(double value) {
    const double c = std::clamp(value, 0.0, 1.0);
    const double s = c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

Triple linear(const Color& color) {
    return {to_linear(color.r), to_linear(color.g), to_linear(color.b)};
}

Color from_linear(const Triple& rgb) {
    return {from_linear(rgb[0]), from_linear(rgb[1]), from_linear(rgb[2]), 1};
}

Triple lab_of(const Color& color) {
    auto cones = times(kToCones, linear(color));
    for (auto& c : cones) c = std::cbrt(c);
    return times(kToLab, cones);
}

Triple linear_of(const Triple& lab) {
    auto cones = times(kFromLab, lab);
    for (auto& c : cones) c = c * c * c;
    return times(kFromCones, cones);
}

Triple lab_of(const Oklch& color) {
    const double angle = color.hue * std::numbers::pi / 180;
    return {color.lightness, color.chroma * std::cos(angle), color.chroma * std::sin(angle)};
}

bool inside(const Triple& rgb) {
    constexpr double kRounding = 1e-3;
    return std::all_of(rgb.begin(), rgb.end(), [](double c) { return c >= -kRounding && c <= 1 + kRounding; });
}

bool passes(const Color& color, std::span<const Color> grounds, double ratio) {
    return std::all_of(grounds.begin(), grounds.end(),
                       [&](const Color& ground) { return contrast(color, ground) >= ratio; });
}

}  // namespace

Oklch to_oklch(const Color& color) {
    const auto lab = lab_of(color);
    Oklch out{lab[0], std::hypot(lab[1], lab[2]), std::atan2(lab[2], lab[1]) * 180 / std::numbers::pi};
    if (out.hue < 0) out.hue += 360;
    return out;
}

Color to_color(const Oklch& wanted) {
    Oklch color = wanted;
    color.lightness = std::clamp(color.lightness, 0.0, 1.0);
    auto rgb = linear_of(lab_of(color));
    if (inside(rgb)) return from_linear(rgb);
    double low = 0, high = color.chroma;
    for (int i = 0; i < kHalvings; ++i) {
        color.chroma = (low + high) / 2;
        (inside(linear_of(lab_of(color))) ? low : high) = color.chroma;
    }
    color.chroma = low;
    return from_linear(linear_of(lab_of(color)));
}

Color seen_by(const Color& color, Vision vision) {
    if (vision == Vision::normal) return color;
    return from_linear(times(kSight[static_cast<std::size_t>(vision) - 1], linear(color)));
}

double difference(const Color& a, const Color& b) {
    const auto x = lab_of(a), y = lab_of(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

double least_difference(const Color& a, const Color& b) {
    double least = difference(a, b);
    for (const auto vision : {Vision::protan, Vision::deutan, Vision::tritan})
        least = std::min(least, difference(seen_by(a, vision), seen_by(b, vision)));
    return least;
}

Color readable_on(const Color& color, std::span<const Color> grounds, double ratio) {
    if (passes(color, grounds, ratio)) return color;
    const auto own = to_oklch(color);
    std::optional<Color> best;
    double nearest = 2;
    for (const double end : {0.0, 1.0}) {
        const auto at = [&](double lightness) { return to_color({lightness, own.chroma, own.hue}); };
        if (!passes(at(end), grounds, ratio)) continue;
        double failing = own.lightness, passing = end;
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = (failing + passing) / 2;
            (passes(at(middle), grounds, ratio + kContrastSlack) ? passing : failing) = middle;
        }
        if (std::abs(passing - own.lightness) < nearest) {
            nearest = std::abs(passing - own.lightness);
            best = at(passing);
        }
    }
    if (best) return *best;
    const auto least = [&](const Color& c) {
        double found = 21;
        for (const auto& ground : grounds) found = std::min(found, contrast(c, ground));
        return found;
    };
    const Color black{0, 0, 0, 1}, white{255, 255, 255, 1};
    return least(black) >= least(white) ? black : white;
}

Color faded(const Color& from, const Color& ground, double ratio) {
    if (contrast(from, ground) <= ratio) return from;
    const auto a = lab_of(from), b = lab_of(ground);
    const auto at = [&](double share) {
        return from_linear(
            linear_of({b[0] + (a[0] - b[0]) * share, b[1] + (a[1] - b[1]) * share, b[2] + (a[2] - b[2]) * share}));
    };
    double low = 0, high = 1;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (contrast(at(middle), ground) >= ratio ? high : low) = middle;
    }
    return at(high);
}

}  // namespace precis::base
