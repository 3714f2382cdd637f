// cli/terminal.h: what goes to the person at the screen, or to the program that reads along.
#pragma once
#include <string>
#include <string_view>

#include "diag/print.h"

namespace precis::cli {

/// One line on a terminal that is rewritten while work goes on; nothing anywhere else.
class ProgressLine {
  public:
    explicit ProgressLine(bool wanted);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(std::string_view text);
    void clear();

  private:
    bool on_ = false;
    bool shown_ = false;
};

/// Findings and their count: text to stderr, for people; json and github to stdout, for programs.
void print_findings(const diag::Diagnostics& diagnostics, diag::Format format);

}  // namespace precis::cli
