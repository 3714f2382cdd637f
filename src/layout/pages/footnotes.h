// layout/pages/footnotes.h: the footnotes of the page under construction. Inside the room.
// A footnote may be marked in any part: the summary, a tile, running text, an aside. It is printed once, at the foot of
// the first page that marks it, over the frame of the running text. Units: points.
#pragma once
#include <map>
#include <set>
#include <vector>

#include "layout/ground/setting.h"
#include "layout/pages/pages.h"
#include "layout/parts/bands.h"

namespace precis::layout {

class Footnotes {
  public:
    explicit Footnotes(Setting& s);

    /// The height of the page's footnotes with the rule above them, in whole steps of the baseline grid.
    double height() const { return height_of(here_); }
    /// How much that height grows with these footnotes.
    double more(const std::vector<int>& notes) const;
    /// The height of these notes at the foot of a page that has no others.
    [[nodiscard]] double alone(const std::vector<int>& notes) const;
    /// Counts footnotes as marked on the page.
    void add(const std::vector<int>& notes);
    /// Puts the footnotes at the foot of the page begun last; the next page begins without any.
    void put(Pages& pages);

  private:
    double note_height(int index) const;
    double height_of(const std::set<int>& notes) const;

    Setting& s_;
    double x_ = 0, width_ = 0;
    std::set<int> here_;    // indices into Document::footnotes
    std::set<int> before_;  // on earlier pages
    mutable std::map<int, double> heights_;
};

}  // namespace precis::layout
