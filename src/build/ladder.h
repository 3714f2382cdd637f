// build/ladder.h: the changes that are tried, rung by rung, while a document has more pages than its output allows.
// The layout's `fit` names the rungs: tighten, short-wording, drop-optional. Rungs add up: a later one keeps the
// changes of those before. Optional blocks are dropped level by level, 1 first. Private to build.
#pragma once
#include <string>
#include <vector>

#include "bind/bind.h"
#include "style/layout.h"

namespace precis::build {

class Ladder {
  public:
    Ladder(style::Layout layout, bind::Target target);

    /// Takes the next rung; false if there is none left.
    bool climb();
    /// Adds the rung just taken to the steps: the caller has seen that it changes the document.
    void keep();

    /// Whether the rung just taken changes the layout, which can change the pages without changing a word.
    bool changes_look() const { return tightened_; }

    const style::Layout& layout() const { return layout_; }
    const bind::Target& target() const { return target_; }
    /// The rungs kept, in order, as people read them; all dropped levels are one step.
    const std::vector<std::string>& steps() const { return steps_; }

  private:
    style::Layout layout_;
    bind::Target target_;
    std::vector<style::Rung> rungs_;  // of the layout as loaded
    std::size_t next_ = 0;
    std::string taken_;
    bool tightened_ = false;
    std::vector<std::string> steps_;
};

}  // namespace precis::build
