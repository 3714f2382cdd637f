// layout/pages/footnotes.h: the notes at the foot of a page: what is marked on it, in the order of the marks.
// Inside the room. A mark may stand in any part: the summary, a tile, running text, an aside.
#pragma once
#include <map>
#include <set>
#include <vector>

#include "layout/ground/setting.h"
#include "layout/pages/pages.h"
#include "layout/parts/bands.h"

namespace precis::layout {

/// The notes of the page under construction. Each stands once, on the first page that marks it.
class Footnotes {
  public:
    explicit Footnotes(Setting& s);

    /// What the page's foot takes, in whole steps of the baseline grid; points.
    double height() const { return height_of(here_); }
    /// How much more that becomes with these.
    double more(const std::vector<int>& notes) const;
    void add(const std::vector<int>& notes);
    /// Puts the notes at the text's foot of the last page; the next one begins without any.
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
