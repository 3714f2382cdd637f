// cli/workers.h: jobs run by worker processes, one thread each: Pango's results vary between threads of one process.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/wire.h"

namespace precis::cli {

using Job = std::function<Outcome()>;
/// Called after each job with the number of finished jobs and of all jobs.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// Runs the jobs, at most `workers` at a time; outcomes[i] is that of jobs[i], whichever ends first. With one worker or
/// one job, no process is started; where none can be started, the jobs are done in this one. A killed worker's job is
/// done once more. Workers end with this process.
/// Errors: internal_error in the outcome of a worker that dies.
[[nodiscard]] std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress);

}  // namespace precis::cli
