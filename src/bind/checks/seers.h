// bind/checks/seers.h: whether every block has a reader: the audiences of its `for:` and the outputs of its `only-in:`.
#pragma once
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/briefing.h"

namespace precis::bind {

/// One output for one audience; an empty audience is the one reader of a briefing without audiences.
struct Seer {
    std::string output, audience;
};

/// The names that blocks may use. `audiences` and `outputs` are those of the briefing; `known_audiences` also has the
/// project's.
struct SeerNames {
    std::vector<std::string> audiences, known_audiences, outputs;
};

/// Checks an output's own `for:`. Errors: unknown_audience, seen_by_nobody.
void check_output(const spec::Output& output, const SeerNames& names, diag::Diagnostics& diagnostics);

/// Checks all blocks of a briefing, each with the blocks around it; `all` is what the briefing is built for.
/// Errors: unknown_audience, unknown_name (an output), seen_by_nobody. Linear in the blocks.
void check_seers(const spec::Briefing& briefing, const std::vector<Seer>& all, const SeerNames& names,
                 diag::Diagnostics& diagnostics);

}  // namespace precis::bind
