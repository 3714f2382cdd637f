// cli/findings.h: diagnostics of all stages and workers, each kept once.
#pragma once
#include <unordered_map>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::cli {

/// Diagnostics in the order of adding. Workers send copies of source texts: copies with the same name and text become
/// one source, so that equal diagnostics of two targets compare equal and are kept once.
class Findings {
  public:
    void add(diag::Diagnostics more);
    const diag::Diagnostics& all() const { return all_; }

  private:
    void settle(diag::Span& span);
    diag::Diagnostics all_;
    std::unordered_multimap<std::size_t, std::size_t> places_;  // in all_, by diag::hash_of()
    std::vector<diag::Source> sources_;
};

/// Makes all warnings errors, but for alerts.
void make_strict(diag::Diagnostics& diagnostics);

/// 0: no errors; 1: errors; 3: all errors are stale sources or outputs; 4: the machine failed. See
/// docs/design/design.md#exit-codes.
[[nodiscard]] int exit_code(const diag::Diagnostics& diagnostics);

}  // namespace precis::cli
