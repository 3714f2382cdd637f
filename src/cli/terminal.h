// cli/terminal.h: output for people at a terminal, and for programs.
#pragma once
#include <string>
#include <string_view>

#include "diag/print.h"

namespace precis::cli {

/// A line on stderr that is rewritten while work goes on; without a terminal, or on a dumb one, counts of many things
/// are plain lines, one for each tenth, and nothing else is printed.
class ProgressLine {
  public:
    explicit ProgressLine(bool wanted);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(std::string_view text);
    /// "3 of 40 outputs".
    void count(std::size_t done, std::size_t all, std::string_view what);
    void clear();

  private:
    bool on_ = false;
    bool lines_ = false;  // plain ones, in its place
    bool shown_ = false;
};

/// Prints the diagnostics: as text with their count to stderr, as json or github to stdout. Paths are relative to the
/// current folder; for github, to GITHUB_WORKSPACE if the file lies below it.
void print_findings(const diag::Diagnostics& diagnostics, diag::Format format);

}  // namespace precis::cli
