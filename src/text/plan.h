// text/plan.h: finds the break opportunities of a measured paragraph and makes a plan for each line. Private to text.
// Stage: Measured -> candidates -> fit -> PLANS -> place. Opportunities are Unicode's, the language's hyphens and the
// author's soft hyphens.
#pragma once
#include <cstdint>
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

  private:
    /// Where a candidate cuts the text: the fit does not need to know.
    struct Cut {
        std::uint32_t byte = 0;  // of the text, at which the next line begins
        std::uint32_t unit = 0;  // the divided word
        bool reshape = false;    // the parts of the word must be shaped again
    };
    struct Stretch;  // text from one forced break to the next

    void sum_up(const Measured& text);
    void find_breaks(const Measured& text, const Paragraph& paragraph);
    void collect(const Measured& text, const Paragraph& paragraph, Stretch& stretch, Shaper& shaper);
    void add_hyphens(const Measured& text, std::uint32_t unit, bool by_patterns, Shaper& shaper);
    void add_hyphen(const Measured& text, std::uint32_t unit, const HyphenPoint& point);
    void add_break(const Measured& text, std::uint32_t cluster, std::uint32_t from);
    void sort_candidates(std::size_t from);
    void set_parts(const Measured& text, const Cut& start, const Cut& stop, Shaper& shaper, LinePlan& plan) const;
    void add_lines(const Measured& text, const Stretch& stretch, const Fit& chosen, const FitRules& rules, Align align,
                   Shaper& shaper, Plans& plans) const;

    Widths sums_;
    std::vector<std::uint8_t> may_break_;  // before this byte
    std::vector<Candidate> candidates_;
    std::vector<Cut> cuts_;  // pairs with candidates_
};

}  // namespace precis::text
