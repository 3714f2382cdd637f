// text/fit.h: chooses line ends by optimum fit over a whole paragraph. Private to text.
// Stage: candidates with widths -> FIT -> the candidates at which lines end. Knows widths in points and limits of
// justified lines, no fonts.
// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "text/setter.h"

namespace precis::text {

/// A place where a line may end. `end` and `next` are indices into the sums of `Widths`: the line ends before `end`,
/// the next one begins at `next`; the clusters between are spaces that are not set.
struct Candidate {
    std::uint32_t end = 0, next = 0;
    double before = 0, after = 0;  // added to the width of the line that ends here, and of the one that begins here
    float penalty = 0;             // its square is added to the demerits, beside the hyphen's
    bool hyphen = false;           // divides a word
    bool forced = false;           // in a word that no line holds: the limit on hyphens does not count
};
/// Penalties of places. From `kPenaltyInside` on, first fit takes a place only where a line has no other.
inline constexpr float kPenaltyDash = 30;       // behind a hyphen or dash of the text, or a slash
inline constexpr float kPenaltyInside = 60;     // behind another sign of an address
inline constexpr float kPenaltyValue = 100;     // inside a printed value, or at a space that should not break
inline constexpr float kPenaltyAnywhere = 150;  // between any two letters

/// Sums over the clusters before index i; each has one entry more than there are clusters. Points.
struct Widths {
    std::vector<double> width;
    std::vector<double> spaces;   // of the spaces' own widths
    std::vector<double> letters;  // of the font sizes of clusters that may be tracked
};

struct FitRules {
    bool justify = false;
    JustifyLimits limits = {};
    bool balance = false;        // fewest lines, then the most even ones
    bool first_fit = false;      // fill each line as far as possible
    bool hyphens_first = false;  // no pass without hyphens before
    int max_hyphens_in_a_row = 2;
    double last_line_min = 0;        // share of the measure
    std::span<const double> widths;  // the measure of line i; the last one for all further lines
    std::size_t first_line = 0;      // the number, in the paragraph, of the first line of this stretch
    double first_indent = 0;         // of that line
};

struct Fit {
    std::vector<std::uint32_t> ends;  // indices of candidates, ascending; the last is always the last candidate
    bool overfull = false;            // a line is wider than its measure
};

/// The best lines for the stretch from sum index `start` to the last candidate.
///
/// Minimises the sum of demerits. A justified line costs (10 + 100 r³)², where r is its stretch or shrink as a share
/// of the room that letters and spaces have (place.h); a ragged one 10² + (100 × slack / measure)². To these are added
/// 50² for a hyphen, the square of a place's penalty, 10,000 for each hyphen that follows a line with one and for
/// neighbouring lines whose tightness differs by more than a class, and 5,000 for a hyphen before the last line. A
/// balanced paragraph pays 50² for a last line that is a single word.
/// Justified lines are searched in up to four passes: without hyphens, within four fifths of the limits of stretch;
/// with hyphens, within the limits; with a fiftieth of the measure as further stretch, and no limit; and beyond the
/// limit on hyphens, too. Only a piece without a candidate inside is ever wider than its measure. With `first_fit`, a
/// line ends at the last candidate that it reaches. No path is given up that could still be the best one. Cost: linear
/// in the number of candidates, for a given measure. Source: Knuth and Plass 1981, with the penalties and passes of
/// plain TeX. Departures: a dash costs 30 instead of 50; stretch is shared by letters and spaces; ragged lines cost the
/// square of their slack; of a balanced paragraph the paths with the fewest lines win; a last line below
/// `last_line_min` costs up to (10 + 400)².
[[nodiscard]] Fit fit(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start,
                      const FitRules& rules);

}  // namespace precis::text
