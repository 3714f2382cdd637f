// cli/mcp/child.h: one call's work in a process of its own, with what it prints gathered.
//
// The work is done in a fork: its memory is given back when it ends, a crash ends it alone, and it can be stopped at
// any moment, because files are written all or not at all. Its standard input is empty.
#pragma once
#include <sys/types.h>

#include <functional>
#include <string>

namespace precis::cli::mcp {

struct Printed {
    int exit_code = -1;  // 128 + signal where one ended it
    std::string out, err;
    bool too_much = false;  // it printed more than kMostPrinted, and was ended
};

class Child {
  public:
    static constexpr std::size_t kMostPrinted = std::size_t{64} << 20U;  // bytes, of each stream

    /// Starts the work; `started()` is false if the system has no process for it.
    explicit Child(const std::function<int()>& work);
    ~Child();  // ends the work, if it has not ended
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool started() const { return process_ > 0; }
    /// The streams to poll; -1: at its end.
    [[nodiscard]] int out() const { return out_; }
    [[nodiscard]] int err() const { return err_; }
    /// Reads what there is, without waiting. True when both streams have ended.
    bool gather();
    /// Waits for the end, after gather() has returned true.
    [[nodiscard]] Printed take();

  private:
    void stop();

    pid_t process_ = -1;
    int out_ = -1, err_ = -1;
    Printed printed_;
};

}  // namespace precis::cli::mcp
