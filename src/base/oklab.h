// base/oklab.h: colours by lightness, chroma and hue, what they look like to colour-blind eyes, and how far apart they
// are.
//
// In and out: base::Color. OKLCH has equal steps of lightness for equal steps that the eye sees, so ramps and the next
// colour with enough contrast are found in it. Lightness 0 … 1, chroma 0 … about 0.32, hue in degrees. Alpha is kept by
// nothing here: results are solid. Nothing fails.
// Source: B. Ottosson, "A perceptual color space for image processing", 2020; G. M. Machado, M. M. Oliveira,
// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
#pragma once
#include <span>

#include "base/color.h"

namespace precis::base {

struct Oklch {
    double lightness = 0, chroma = 0, hue = 0;
    bool operator==(const Oklch&) const = default;
};

[[nodiscard]] Oklch to_oklch(const Color& color);
/// The colour; its chroma is lowered as far as sRGB demands.
[[nodiscard]] Color to_color(const Oklch& color);

enum class Vision { normal, protan, deutan, tritan };
[[nodiscard]] Color seen_by(const Color& color, Vision vision);

/// The distance of two colours in OKLab; black and white are 1 apart.
[[nodiscard]] double difference(const Color& a, const Color& b);
/// The least of their distances to the four kinds of vision.
[[nodiscard]] double least_difference(const Color& a, const Color& b);

/// The colour of the same hue and nearest lightness whose contrast with each of `grounds` is at least `ratio`; the
/// colour itself if it has that. Without such a colour, black or white, whichever has more contrast.
[[nodiscard]] Color readable_on(const Color& color, std::span<const Color> grounds, double ratio);
/// `from` mixed in OKLab with `ground` until its contrast with it is `ratio`; `from` itself if it has no more.
[[nodiscard]] Color faded(const Color& from, const Color& ground, double ratio);

}  // namespace precis::base
