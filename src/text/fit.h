// text/fit.h: where lines end, by optimum fit over a whole paragraph. Knows widths only, no fonts; private to the room.
// Stage: candidates with widths -> FIT -> the candidates at which lines end.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace precis::text {

/// A place where a line may end. `end` and `next` index the sums of `Widths`: the line goes up to `end`, the next one
/// begins at `next`.
struct Candidate {
    std::uint32_t end = 0, next = 0;
    double before = 0, after = 0;  // added to the width of the line that ends, and of the one that begins, here
    bool hyphen = false;           // divides a word
    bool discouraged = false;      // behind a hyphen or dash that stands there anyway
};

/// Sums over the clusters before index i; each has one entry more than there are clusters. Points.
struct Widths {
    std::vector<double> width;
    std::vector<double> spaces;   // of the spaces' own widths
    std::vector<double> letters;  // of the sizes of clusters that may be spaced out
};

struct FitRules {
    bool justify = false;
    bool balance = false;    // fewest lines, then the most even ones
    bool first_fit = false;  // each line as full as can be, as office programs break them
    int max_hyphens_in_a_row = 2;
    double last_line_min = 0;        // share of the measure
    std::span<const double> widths;  // of line i; the last one for all that follow
    std::size_t first_line = 0;      // the number of this stretch's first line in the paragraph
    double first_indent = 0;         // of that line
};

struct Fit {
    std::vector<std::uint32_t> ends;  // indices of the candidates, ascending; the last one is always the last candidate
    bool overfull = false;            // some line is wider than its measure
};

/// The best lines for the stretch from sum index `start` to the last candidate.
///
/// Demerits are those of TeX (10 a line, 50 a hyphen, 10,000 for hyphens in a row or lines of unlike tightness side by
/// side). Justified lines keep to the limits of `place.h` if any choice of breaks does; else stretch goes beyond, then
/// the limit on hyphens, and only a piece without a candidate inside is ever wider than its measure.
/// With `first_fit` nothing is weighed: a line ends at the last candidate that it reaches.
/// Cost: linear in the candidates for a given measure.
/// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", 1981. Departures: stretch is shared by letters
/// and spaces; ragged lines cost the square of their slack; a balanced paragraph keeps, for each candidate, only paths
/// with the fewest lines, which are the only ones a shortest paragraph can take.
[[nodiscard]] Fit fit(const Widths& sums, std::span<const Candidate> candidates, std::uint32_t start,
                      const FitRules& rules);

}  // namespace precis::text
