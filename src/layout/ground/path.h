// layout/ground/path.h: the marks around a piece, from the outermost inwards. Inside the room.
// A page has about fifty lines with six marks around each, so pieces share a path instead of copying it.
#pragma once
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

#include "scene/items.h"

namespace precis::layout {

class Path {
  public:
    Path() = default;
    Path(std::initializer_list<scene::Mark> marks) : marks_(std::make_shared<const Marks>(marks)) {}

    bool empty() const { return !marks_ || marks_->empty(); }
    std::size_t size() const { return marks_ ? marks_->size() : 0; }
    const scene::Mark& operator[](std::size_t i) const { return (*marks_)[i]; }
    const scene::Mark& front() const { return marks_->front(); }
    const scene::Mark& back() const { return marks_->back(); }

    /// A copy of this path with one more mark inside.
    [[nodiscard]] Path with(scene::Mark mark) const {
        Marks longer;
        longer.reserve(size() + 1);
        if (marks_) longer = *marks_;
        longer.push_back(std::move(mark));
        Path path;
        path.marks_ = std::make_shared<const Marks>(std::move(longer));
        return path;
    }

    bool operator==(const Path& o) const {
        return marks_ == o.marks_ || (empty() && o.empty()) || (marks_ && o.marks_ && *marks_ == *o.marks_);
    }

  private:
    using Marks = std::vector<scene::Mark>;
    std::shared_ptr<const Marks> marks_;
};

}  // namespace precis::layout
