// chart/canvas/annotating.h: a scope in which what is drawn is an annotation. Stage: notes, keys -> ANNOTATING -> canvas.
#pragma once
#include "chart/canvas/canvas.h"

namespace precis::chart {

/// While it lives, what is added is an annotation.
class Annotating {
  public:
    explicit Annotating(Canvas& canvas, bool on = true) : canvas_(canvas), before_(canvas.is_annotating()) {
        canvas.annotating(on || before_);
    }
    ~Annotating() { canvas_.annotating(before_); }
    Annotating(const Annotating&) = delete;
    Annotating& operator=(const Annotating&) = delete;

  private:
    Canvas& canvas_;
    bool before_;
};

}  // namespace precis::chart
