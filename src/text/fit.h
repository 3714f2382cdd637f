// text/fit.h: chooses line ends by optimum fit over a whole paragraph. Private to text.
// Stage: candidates with widths -> FIT -> the candidates at which lines end. Knows widths in points, no fonts.
// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace precis::text {

/// A place where a line may end. `end` and `next` are indices into the sums of `Widths`: the line ends before `end`,
/// the next one begins at `next`; the clusters between are spaces that are not set.
struct Candidate {
    std::uint32_t end = 0, next = 0;
    double before = 0, after = 0;  // added to the width of the line that ends here, and of the one that begins here
    bool hyphen = false;           // divides a word
    bool discouraged = false;      // follows a hyphen or dash of the text
};

/// Sums over the clusters before index i; each has one entry more than there are clusters. Points.
struct Widths {
    std::vector<double> width;
    std::vector<double> spaces;   // of the spaces' own widths
    std::vector<double> letters;  // of the font sizes of clusters that may be tracked
};

struct FitRules {
    bool justify = false;
    bool balance = false;    // fewest lines, then the most even ones
    bool first_fit = false;  // fill each line as far as possible
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
/// 50² for a hyphen, 30² after a dash, 10,000 for each hyphen that follows a line with one and for neighbouring lines
/// whose tightness differs by more than a class, and 5,000 for a hyphen before the last line. The search runs up to
/// three times: within the limits of stretch, then with any stretch, then also beyond the limit on hyphens. Only a
/// piece without a candidate inside is ever wider than its measure. With `first_fit`, a line ends at the last
/// candidate that it reaches.
/// Cost: linear in the number of candidates, for a given measure.
/// Source: Knuth and Plass 1981, with the penalties of plain TeX. Departures: a dash costs 30 instead of 50; stretch
/// is shared by letters and spaces; ragged lines cost the square of their slack; a balanced paragraph keeps, for each
/// candidate, only the paths with the fewest lines; a last line below `last_line_min` costs up to (10 + 400)².
[[nodiscard]] Fit fit(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start,
                      const FitRules& rules);

}  // namespace precis::text
