// picture/child.h: work that a hostile file may keep going for ever or bring down, in a process of its own with limits
// of CPU time and memory. Private to picture.
// In: what the child does. Out: an answer and pixels, in memory that both processes share.
#pragma once
#include <functional>
#include <string>

#include "picture/picture.h"

namespace precis::picture {

/// What a child process answers; an image's pixels follow in the same memory.
struct Answer {
    static constexpr std::size_t kLargestProfile = 1U << 20U;

    bool good = false;
    double width = 0, height = 0;  // CSS pixels, or pixels
    double left = 0, top = 0;      // where the content of an SVG without a size begins
    bool by_content = false;       // the size is that of the content
    int orientation = 1;
    char why[200] = {};
    std::size_t profile_size = 0;
    char profile[kLargestProfile];
};

/// Memory that a child shares.
class Shared {
  public:
    explicit Shared(std::size_t size);
    ~Shared();
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    bool is_there() const;
    void* at() const { return at_; }

  private:
    std::size_t size_;
    void* at_;
};

/// Runs `work(answer)` in a child process; `answer` lies in shared memory. Words if it did not come to its end, or says
/// that it is not good. `library` is what the words call the work's library.
[[nodiscard]] std::string in_child(const Limits& limits, const char* library, Answer& answer,
                                   const std::function<void(Answer&)>& work);

}  // namespace precis::picture
