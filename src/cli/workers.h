// cli/workers.h: targets rendered by worker processes. Pango's results vary over threads, so work is shared out to
// processes of one thread each; results come back in the order of the jobs, whoever is done first.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/wire.h"

namespace precis::cli {

using Job = std::function<Outcome()>;
/// Told of each job that is done: how many are, of how many.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// outcomes[i] is jobs[i]'s. With one worker or one job no process is started.
/// A worker that dies is an internal_error in its outcome.
[[nodiscard]] std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress);

}  // namespace precis::cli
