// text/place.h: one line's clusters become glyph runs with coordinates; private to the room.
#pragma once
#include <span>
#include <vector>

#include "text/measured.h"

namespace precis::text {

/// A measure for text without one: labels.
inline constexpr double kEndless = 1e7;

/// A line that the breaker has chosen: clusters [first, last), where a divided word's part stands in for its unit.
struct LinePlan {
    std::uint32_t first = 0, last = 0;
    double measure = kEndless;
    double indent = 0;
    bool justify = false;
    Align align = Align::left;
    bool hyphen = false;
    bool forced = false;
    bool spaced = false;
    std::vector<Cluster> own;  // the line's clusters if words are divided, else empty: those of the paragraph
};

/// How a justified line's slack is shared out. Source: docs/design/looks.md#justified-text: 45 % to letters, at most
/// 1.3 % of the size, the rest to spaces.
struct Slack {
    double letters = 0;  // share of the size, added behind each cluster but the last
    double spaces = 0;   // share of a space's width, added to each
};
[[nodiscard]] Slack shared_out(double slack, double letter_room, double space_room);

inline constexpr double kLetterShare = 0.45, kLetterMost = 0.013;
inline constexpr double kSpaceMost = 1.55;
/// Where spaces would grow to more than this, the line ends where it ends.
inline constexpr double kSpaceHopeless = 3;
/// Tighter than that, programs that take a page's text apart by its gaps (0.15 em for poppler) run words together: the
/// design's 0.74 and 0.013 are too much for a space of 0.2 em.
inline constexpr double kLetterLeast = 0.004, kSpaceLeast = 0.86;

[[nodiscard]] Line place(const Measured& text, const LinePlan& plan);

}  // namespace precis::text
