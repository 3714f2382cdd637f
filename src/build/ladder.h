// build/ladder.h: what is tried, rung by rung, when a document takes more pages than its output allows.
// The layout says which rungs there are and how far `tighten` goes; optional blocks go level by level, 1 first.
#pragma once
#include <string>
#include <vector>

#include "bind/bind.h"
#include "style/layout.h"

namespace precis::build {

class Ladder {
  public:
    Ladder(style::Layout layout, bind::Target target);

    /// Takes the next rung; false where there is none left.
    bool climb();
    /// The rung just taken changed something: it is named among the steps.
    void keep();

    /// Whether the rung just taken is one of the layout, which can change pages without changing a word.
    bool changes_look() const { return tightened_; }

    const style::Layout& layout() const { return layout_; }
    const bind::Target& target() const { return target_; }
    /// Rungs kept, in order, as people read them; dropped levels are one step.
    const std::vector<std::string>& steps() const { return steps_; }

  private:
    style::Layout layout_;
    bind::Target target_;
    std::vector<std::string> rungs_;  // of the layout as loaded
    std::size_t next_ = 0;
    std::string taken_;
    bool tightened_ = false;
    std::vector<std::string> steps_;
};

}  // namespace precis::build
