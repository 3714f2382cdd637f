// text/plan.h: finds the break opportunities of a measured paragraph and makes a plan for each line. Private to text.
// Stage: Measured -> candidates -> fit -> PLANS -> place. Opportunities are Unicode's, the language's hyphens, the
// author's soft hyphens, the signs of addresses, and what force.cpp finds in pieces that no line holds.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "text/fit.h"
#include "text/measured.h"
#include "text/place.h"

namespace precis::text {

struct Plans {
    std::vector<LinePlan> lines;
    bool overfull = false;
};

/// Keeps its memory between paragraphs.
class Planner {
  public:
    Plans plan(const Measured& text, const Paragraph& paragraph, const Measure& measure, Shaper& shaper);

    /// What the last stretch of the last paragraph was broken from; for comparisons.
    const Widths& sums() const { return sums_; }
    std::span<const Candidate> candidates() const { return candidates_; }

  private:
    /// Where a candidate cuts the text: the fit does not need to know.
    struct Cut {
        std::uint32_t byte = 0;  // of the text, at which the next line begins
        std::uint32_t unit = 0;  // the divided word
        bool reshape = false;    // the parts of the word must be shaped again
    };
    /// Text from one forced break to the next.
    struct Stretch {
        std::uint32_t first = 0, last = 0;            // clusters
        std::uint32_t first_unit = 0, last_unit = 0;  // units
        std::uint32_t begin = 0, end = 0;             // bytes
    };
    /// Where a piece that is too wide may be divided: first at its signs, by patterns and at spaces, then anywhere.
    enum class Means { signs, anywhere };

    void sum_up(const Measured& text);
    void find_breaks(const Measured& text, const Paragraph& paragraph);
    void collect(const Measured& text, const Paragraph& paragraph, const Stretch& stretch, Shaper& shaper);
    void add_hyphens(const Measured& text, std::uint32_t unit, bool by_patterns, Shaper& shaper);
    void add_hyphen(const Measured& text, std::uint32_t unit, const HyphenPoint& point, float penalty = 0);
    void add_break(const Measured& text, std::uint32_t cluster, std::uint32_t from);
    void add_signs(const Measured& text, std::uint32_t unit, std::uint32_t from);
    /// Adds places inside pieces that are wider than `measure`.
    void divide_wide_pieces(const Measured& text, const Stretch& stretch, double measure, bool anywhere,
                            Shaper& shaper);
    bool divide_wide_pieces(const Measured& text, const Stretch& stretch, double measure, Means means, Shaper& shaper);
    void divide(const Measured& text, std::uint32_t begin, std::uint32_t end, Means means, Shaper& shaper);
    void divide_anywhere(const Measured& text, const Unit& unit, std::uint32_t cluster, bool code);
    double indent_of(const Paragraph& paragraph, const Stretch& stretch, double measure) const;
    void let_hang(const Measured& text, const Stretch& stretch);
    void sort_candidates(std::size_t from);
    void set_parts(const Measured& text, const Cut& start, const Cut& stop, Shaper& shaper, LinePlan& plan) const;
    void add_lines(const Measured& text, const Stretch& stretch, const Fit& chosen, const FitRules& rules, Align align,
                   bool hanging, Shaper& shaper, Plans& plans) const;

    Widths sums_;
    std::vector<std::uint8_t> may_break_;  // before this byte
    std::vector<Candidate> candidates_;
    std::vector<Cut> cuts_;  // pairs with candidates_
};

}  // namespace precis::text
