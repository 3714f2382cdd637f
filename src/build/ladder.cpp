// `drop-optional` is climbed once for each level, the other rungs once.
#include "build/ladder.h"

#include <utility>

namespace precis::build {
using style::Rung;
namespace {

constexpr int kLevels = 9;  // of `optional:` in a briefing, 1 to 9
constexpr const char* kDropped = "optional blocks left out";

}  // namespace

Ladder::Ladder(style::Layout layout, bind::Target target)
    : layout_(std::move(layout)), target_(std::move(target)), rungs_(layout_.fit) {}

bool Ladder::climb() {
    while (next_ < rungs_.size()) {
        const auto rung = rungs_[next_];
        tightened_ = rung == Rung::tighten;
        switch (rung) {
            case Rung::tighten:
                layout_ = style::tightened(std::move(layout_));
                taken_ = "tighter setting";
                break;
            case Rung::short_wording:
                target_.short_wording = true;
                taken_ = "short wording";
                break;
            case Rung::drop_optional:
                if (target_.drop_optional_up_to < kLevels) {
                    ++target_.drop_optional_up_to;
                    taken_ = kDropped;
                    return true;
                }
                ++next_;
                continue;
        }
        ++next_;
        return true;
    }
    return false;
}

void Ladder::keep() {
    if (steps_.empty() || steps_.back() != taken_) steps_.push_back(taken_);
}

}  // namespace precis::build
