// A process is forked for each job; it writes its encoded outcome into a pipe, which the parent reads while others run.
#include "cli/workers.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "diag/codes.h"

namespace precis::cli {
namespace {

struct Worker {
    pid_t process = 0;
    int from = -1;  // the reading end of the pipe
    std::size_t job = 0;
    std::string bytes;
};

Outcome failed_outcome(const std::string& why) {
    Outcome outcome;
    outcome.diagnostics.push_back(diag::error(diag::code::internal_error, {}, "a worker process " + why,
                                              "build again with -j 1; if that fails, report it with the briefing"));
    return outcome;
}

[[noreturn]] void work(const Job& job, int to) {
    const auto bytes = encode(job());
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::write(to, bytes.data() + sent, bytes.size() - sent);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);
        sent += static_cast<std::size_t>(count);
    }
    ::_exit(0);  // without destructors: the objects are the parent's
}

std::optional<Worker> start(const Job& job, std::size_t index, const std::vector<Worker>& running) {
    int ends[2];
    if (::pipe(ends) != 0) return std::nullopt;
    const pid_t process = ::fork();
    if (process < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return std::nullopt;
    }
    if (process == 0) {
        ::close(ends[0]);
        for (const auto& other : running) ::close(other.from);
        work(job, ends[1]);
    }
    ::close(ends[1]);
    return Worker{process, ends[0], index, {}};
}

/// False at the end of the worker's bytes.
bool read_some(Worker& worker) {
    char buffer[1 << 16];
    const auto count = ::read(worker.from, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) return false;
    worker.bytes.append(buffer, static_cast<std::size_t>(count));
    return true;
}

Outcome finish(const Worker& worker) {
    ::close(worker.from);
    int status = 0;
    while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    if (auto outcome = decode(worker.bytes)) return std::move(*outcome);
    return failed_outcome(WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                                              : "ended before its work was done");
}

}  // namespace

std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress) {
    std::vector<Outcome> outcomes(jobs.size());
    std::size_t next = 0, done = 0;
    const auto finished = [&](std::size_t job, Outcome outcome) {
        outcomes[job] = std::move(outcome);
        progress(++done, jobs.size());
    };
    if (workers <= 1 || jobs.size() <= 1) {
        for (; next < jobs.size(); ++next) finished(next, jobs[next]());
        return outcomes;
    }
    std::vector<Worker> running;
    while (done < jobs.size()) {
        while (next < jobs.size() && running.size() < static_cast<std::size_t>(workers)) {
            if (auto worker = start(jobs[next], next, running)) {
                running.push_back(std::move(*worker));
            } else {
                finished(next, failed_outcome(fmt::format("could not be started: {}", std::strerror(errno))));
            }
            ++next;
        }
        std::vector<pollfd> ready;
        for (const auto& worker : running) ready.push_back({worker.from, POLLIN, 0});
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) break;
        for (std::size_t i = ready.size(); i-- > 0;) {
            if (ready[i].revents == 0 || read_some(running[i])) continue;
            finished(running[i].job, finish(running[i]));
            running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    return outcomes;
}

}  // namespace precis::cli
