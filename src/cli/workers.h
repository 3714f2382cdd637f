// cli/workers.h: jobs done by worker processes, one thread each: Pango's results vary between threads of one process.
//
// Workers are forked once, with all that the caller has loaded, and take one job after another. In: the number of jobs
// and a function that does one. Out: an outcome for each, the same with any number of workers. Workers end with this
// process: they are killed with it, and end when the pipe of their jobs is closed.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/wire.h"

namespace precis::cli {

using Job = std::function<Outcome()>;
/// Called after each job with the number of finished jobs and of all jobs.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

struct Work {
    std::size_t jobs = 0;
    std::function<Outcome(std::size_t job)> run;
    /// Called in each worker before its first job, to replace what it must not share with its parent; may be empty.
    std::function<void()> begin = {};
    /// Called with each outcome, in the order of the jobs, as soon as all before it are done.
    std::function<void(std::size_t job, Outcome outcome)> take;
    /// Called after each job with the number of finished jobs.
    std::function<void(std::size_t done)> progress;
};

/// Does the jobs, at most `workers` at a time. With one worker or one job, no process is started; where none can be
/// started, the jobs are done in this one. Where there are many for each worker, the first is done here before the
/// others are forked, so that they share what it has loaded. A killed worker's job is done once more.
/// Errors: internal_error in the outcome of a worker that dies.
void run_jobs(const Work& work, int workers);

/// The same for a list of jobs whose outcomes are kept: outcomes[i] is that of jobs[i], whichever ends first.
[[nodiscard]] std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress,
                                            std::function<void()> begin = {});

}  // namespace precis::cli
