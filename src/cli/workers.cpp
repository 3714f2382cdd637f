// Each worker reads numbers of jobs from one pipe and writes encoded outcomes, with their length before them, into
// another; the parent polls those.
#include "cli/workers.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "diag/codes.h"

namespace precis::cli {
namespace {

constexpr std::size_t kManyEach = 8;  // jobs for each worker, from which on the first is done before they are forked

using Number = std::uint64_t;  // of a job; of bytes

struct Worker {
    pid_t process = 0;
    int to = -1, from = -1;  // the ends of its pipes here
    std::optional<std::size_t> job;
    std::string bytes;
};

Outcome failed_outcome(const std::string& why) {
    Outcome outcome;
    outcome.diagnostics.push_back(diag::error(diag::code::internal_error, {}, "a worker process " + why,
                                              "build again with -j 1; if that fails, report it with the briefing"));
    return outcome;
}

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(to, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::string_view bytes_of(const Number& number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

/// The next number in the pipe; nothing at its end.
std::optional<Number> read_number(int from) {
    Number number = 0;
    std::size_t have = 0;
    while (have < sizeof number) {
        const auto count = ::read(from, reinterpret_cast<char*>(&number) + have, sizeof number - have);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::nullopt;
        have += static_cast<std::size_t>(count);
    }
    return number;
}

[[noreturn]] void serve(const Work& work, int from, int to) {
    if (work.begin) work.begin();
    while (const auto job = read_number(from)) {
        const auto bytes = encode(work.run(static_cast<std::size_t>(*job)));
        if (!write_all(to, bytes_of(bytes.size())) || !write_all(to, bytes)) ::_exit(1);
    }
    ::_exit(0);  // without destructors: the objects are the parent's
}

class Pool {
  public:
    Pool(const Work& work, std::size_t workers) : work_(work), most_(workers) {
        // A worker may die before it reads its job.
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGPIPE, &ignore, &before_);
    }
    ~Pool() {
        for (const auto& worker : workers_) close(worker);
        for (const auto& worker : workers_) wait_for(worker);
        ::sigaction(SIGPIPE, &before_, nullptr);
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Does the jobs from `first` on.
    void run(std::size_t first) {
        for (auto job = first; job < work_.jobs; ++job) waiting_.push_back(job);
        done_ = taken_ = first;
        again_.resize(work_.jobs);
        while (done_ < work_.jobs) {
            hand_out();
            if (workers_.empty() && !waiting_.empty()) {  // no worker can be started at all: done here
                const auto job = next();
                finished(job, work_.run(job));
                continue;
            }
            gather();
        }
    }

  private:
    static void close(const Worker& worker) {
        ::close(worker.to);
        ::close(worker.from);
    }
    static int wait_for(const Worker& worker) {
        int status = 0;
        while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        return status;
    }

    std::size_t next() {
        const auto job = waiting_.front();
        waiting_.pop_front();
        return job;
    }

    void finished(std::size_t job, Outcome outcome) {
        work_.progress(++done_);
        early_.emplace(job, std::move(outcome));
        for (auto at = early_.begin(); at != early_.end() && at->first == taken_; at = early_.erase(at), ++taken_)
            work_.take(at->first, std::move(at->second));
    }

    std::optional<Worker> start() {
        int jobs[2], outcomes[2];
        const pid_t parent = ::getpid();
        if (::pipe(jobs) != 0) return std::nullopt;
        if (::pipe(outcomes) != 0) {
            ::close(jobs[0]), ::close(jobs[1]);
            return std::nullopt;
        }
        const pid_t process = ::fork();
        if (process == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // not outlive the parent
            if (::getppid() != parent) ::_exit(1);
            ::close(jobs[1]), ::close(outcomes[0]);
            for (const auto& other : workers_) close(other);
            ::sigaction(SIGPIPE, &before_, nullptr);
            serve(work_, jobs[0], outcomes[1]);
        }
        ::close(jobs[0]), ::close(outcomes[1]);
        if (process > 0) return Worker{process, jobs[1], outcomes[0], {}, {}};
        ::close(jobs[1]), ::close(outcomes[0]);
        return std::nullopt;
    }

    void hand_out() {
        const auto idle = static_cast<std::size_t>(
            std::count_if(workers_.begin(), workers_.end(), [](const auto& worker) { return !worker.job; }));
        for (auto more = waiting_.size() > idle ? waiting_.size() - idle : 0; more > 0 && workers_.size() < most_;
             --more) {
            auto worker = start();
            if (!worker) break;  // tried again when one of them has ended
            workers_.push_back(std::move(*worker));
        }
        for (auto& worker : workers_) {
            if (waiting_.empty()) return;
            if (worker.job) continue;
            worker.job = next();
            write_all(worker.to, bytes_of(*worker.job));  // if it is dead, its other pipe has ended
        }
    }

    void gather() {
        std::vector<pollfd> ready;
        for (const auto& worker : workers_) ready.push_back({worker.from, POLLIN, 0});
        if (::poll(ready.data(), ready.size(), -1) < 0) return;
        for (auto i = ready.size(); i-- > 0;) {
            if (ready[i].revents == 0 || read_some(workers_[i])) continue;
            auto worker = std::move(workers_[i]);
            workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(i));
            bury(worker);
        }
    }

    /// False at the end of the worker's bytes, or if they are no outcome.
    bool read_some(Worker& worker) {
        char buffer[1 << 16];
        const auto count = ::read(worker.from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) return true;
        if (count <= 0) return false;
        worker.bytes.append(buffer, static_cast<std::size_t>(count));
        Number size = 0;
        if (worker.bytes.size() < sizeof size) return true;
        std::memcpy(&size, worker.bytes.data(), sizeof size);
        if (worker.bytes.size() - sizeof size < size) return true;
        auto outcome = decode(std::string_view(worker.bytes).substr(sizeof size));
        if (!outcome || !worker.job) {
            ::kill(worker.process, SIGKILL);
            return false;
        }
        worker.bytes.clear();
        finished(*std::exchange(worker.job, std::nullopt), std::move(*outcome));
        return true;
    }

    /// A worker that is dead, or talks nonsense. One that was killed, as when the kernel needs its memory, may have
    /// been unlucky: its job is done again.
    void bury(const Worker& worker) {
        close(worker);
        const int status = wait_for(worker);
        if (!worker.job) return;
        const auto job = *worker.job;
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && !again_[job]) {
            again_[job] = true;
            waiting_.push_front(job);
            return;
        }
        finished(job, failed_outcome(WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                                                         : "ended before its work was done"));
    }

    const Work& work_;
    std::size_t most_;
    struct sigaction before_ {};
    std::vector<Worker> workers_;
    std::deque<std::size_t> waiting_;
    std::vector<bool> again_;
    std::map<std::size_t, Outcome> early_;  // done before a job with a lower number
    std::size_t done_ = 0, taken_ = 0;
};

}  // namespace

void run_jobs(const Work& work, int workers) {
    const auto several = static_cast<std::size_t>(std::max(workers, 1));
    const bool alone = several <= 1 || work.jobs <= 1;
    const auto here = alone ? work.jobs : work.jobs >= kManyEach * several ? 1 : 0;
    for (std::size_t job = 0; job < here; ++job) {
        auto outcome = work.run(job);
        work.progress(job + 1);
        work.take(job, std::move(outcome));
    }
    if (here == work.jobs) return;
    Pool pool(work, several);
    pool.run(here);
}

std::vector<Outcome> run_jobs(const std::vector<Job>& jobs, int workers, const Progress& progress,
                              std::function<void()> begin) {
    std::vector<Outcome> outcomes(jobs.size());
    Work work;
    work.jobs = jobs.size();
    work.begin = std::move(begin);
    work.run = [&](std::size_t job) { return jobs[job](); };
    work.take = [&](std::size_t job, Outcome outcome) { outcomes[job] = std::move(outcome); };
    work.progress = [&](std::size_t done) { progress(done, jobs.size()); };
    run_jobs(work, workers);
    return outcomes;
}

}  // namespace precis::cli
