// A process is forked for each job; it writes its encoded outcome into a pipe, which the parent reads while others run.
#include "cli/workers.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
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
    const pid_t parent = ::getpid();
    if (::pipe(ends) != 0) return std::nullopt;
    const pid_t process = ::fork();
    if (process < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return std::nullopt;
    }
    if (process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // not outlive the parent
        if (::getppid() != parent) ::_exit(1);
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

/// The worker's outcome; `killed` says that another worker may do better, as after the kernel took its memory.
Outcome finish(const Worker& worker, bool& killed) {
    ::close(worker.from);
    int status = 0;
    while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    if (auto outcome = decode(worker.bytes)) return std::move(*outcome);
    killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    return failed_outcome(WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                                              : "ended before its work was done");
}

}  // namespace

std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress) {
    std::vector<Outcome> outcomes(jobs.size());
    std::size_t done = 0;
    const auto finished = [&](std::size_t job, Outcome outcome) {
        outcomes[job] = std::move(outcome);
        progress(++done, jobs.size());
    };
    if (workers <= 1 || jobs.size() <= 1) {
        for (std::size_t job = 0; job < jobs.size(); ++job) finished(job, jobs[job]());
        return outcomes;
    }
    std::vector<Worker> running;
    std::vector<std::size_t> waiting(jobs.size());  // the last is the next
    for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i] = jobs.size() - 1 - i;
    std::vector<bool> again(jobs.size());
    while (done < jobs.size()) {
        while (!waiting.empty() && running.size() < static_cast<std::size_t>(workers)) {
            const auto job = waiting.back();
            auto worker = start(jobs[job], job, running);
            if (!worker && !running.empty()) break;  // tried again when one of them has ended
            waiting.pop_back();
            if (worker)
                running.push_back(std::move(*worker));
            else
                finished(job, jobs[job]());  // no worker can be started at all: done here
        }
        if (running.empty()) continue;
        std::vector<pollfd> ready;
        for (const auto& worker : running) ready.push_back({worker.from, POLLIN, 0});
        if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) break;
        for (std::size_t i = ready.size(); i-- > 0;) {
            if (ready[i].revents == 0 || read_some(running[i])) continue;
            const auto job = running[i].job;
            bool killed = false;
            auto outcome = finish(running[i], killed);
            running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
            if (killed && !again[job]) {
                again[job] = true;
                waiting.push_back(job);
            } else {
                finished(job, std::move(outcome));
            }
        }
    }
    return outcomes;
}

}  // namespace precis::cli
