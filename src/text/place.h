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
    bool justify = false;
    Align align = Align::left;
    bool hyphen = false;
    bool forced = false;
    bool spaced = false;
    std::vector<Cluster> own;  // all clusters of the line if a word is shaped again, else empty
};

/// A justified line's slack, shared between letters and spaces.
/// Source: docs/design/looks.md#justified-text: 45 % to letters, at most 1.3 % of the size, the rest to spaces.
struct Slack {
    double letters = 0;  // share of the font size, added after each cluster but the last
    double spaces = 0;   // share of a space's width, added to each space
};
/// `slack`: points to add, or to take away if negative. `letter_room`: the sum of font sizes of clusters that may be
/// tracked; `space_room`: the sum of widths of spaces.
[[nodiscard]] Slack shared_out(double slack, double letter_room, double space_room);

inline constexpr double kLetterShare = 0.45, kLetterMost = 0.013;
inline constexpr double kSpaceMost = 1.55;
/// If spaces would have to grow beyond this, the line is left short: wide gaps look worse than an open end.
inline constexpr double kSpaceHopeless = 3;
/// Limits of shrinking. The design's 0.74 and 0.013 are too much for a space of 0.2 em: programs that find words by the
/// gaps between glyphs (0.15 em in poppler) would join them.
inline constexpr double kLetterLeast = 0.004, kSpaceLeast = 0.86;

/// The line with alignment and indent applied.
[[nodiscard]] Line place(const Measured& text, const LinePlan& plan);

}  // namespace precis::text
