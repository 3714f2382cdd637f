// cli/findings.h: diagnostics of all stages and workers, gathered so that the same finding is one finding.
#pragma once
#include <vector>

#include "diag/diagnostic.h"

namespace precis::cli {

/// Keeps diagnostics whose sources have the same name and text on one source, so that they compare equal; a finding
/// that two targets share is then printed once.
class Findings {
  public:
    void add(diag::Diagnostics more);
    const diag::Diagnostics& all() const { return all_; }

  private:
    void settle(diag::Span& span);
    diag::Diagnostics all_;
    std::vector<diag::Source> sources_;
};

/// All warnings as errors.
void make_strict(diag::Diagnostics& diagnostics);

/// 0 nothing wrong; 1 an error; 3 only staleness is wrong; 4 the machine failed (docs/design/design.md#exit-codes).
[[nodiscard]] int exit_code(const diag::Diagnostics& diagnostics);

}  // namespace precis::cli
