// text/place.h: a line's clusters become glyph runs with coordinates. Private to text.
// Stage: LinePlan -> PLACE -> Line. Shares the slack of justified lines among letters and spaces, orders clusters
// visually, adds hyphens and link rectangles. Lengths in points.
#pragma once
#include <span>
#include <vector>

#include "text/measured.h"

namespace precis::text {

/// The measure of text without one: labels.
inline constexpr double kEndless = 1e7;

/// A line as the fit chose it: the clusters [first, last), or `own` if a divided word had to be shaped again.
struct LinePlan {
    std::uint32_t first = 0, last = 0;
    double measure = kEndless;
    double indent = 0;
    double hang_left = 0, hang_right = 0;  // of the line's ends, outside of the measure
    JustifyLimits limits = {};
    bool justify = false;
    Align align = Align::left;
    bool hyphen = false;
    bool forced = false;
    bool spaced = false;
    std::vector<Cluster> own;  // all clusters of the line if a word is shaped again, else empty
};

/// A justified line's slack, shared between letters and spaces.
/// Source: docs/design/looks.md#justified-text: 45 % to letters, up to their limit, the rest to spaces.
struct Slack {
    double letters = 0;  // share of the font size, added after each cluster but the last
    double spaces = 0;   // share of a space's width, added to each space
};
/// What a line has that can give way.
struct Room {
    double letters = 0;  // sum of font sizes of clusters that may be tracked
    double spaces = 0;   // sum of the spaces' own widths
    double glyphs = 0;   // sum of the widths of all other clusters, without tracking
};
/// `slack`: points to add, or to take away if negative, beside spaces of `limits.space`.
[[nodiscard]] Slack shared_out(double slack, const Room& room, const JustifyLimits& limits);
/// The width of the glyphs, as a share of their own: their part of the slack, in steps of half a percent, so that a
/// file needs few sizes of a font.
[[nodiscard]] double glyph_stretch(double slack, const Room& room, const JustifyLimits& limits);

inline constexpr double kLetterShare = 0.45;
/// If spaces would have to grow beyond this, the line is left short: wide gaps look worse than an open end.
inline constexpr double kSpaceHopeless = 3;
/// The line with alignment and indent applied.
[[nodiscard]] Line place(const Measured& text, const LinePlan& plan);

}  // namespace precis::text
