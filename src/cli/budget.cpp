#include "cli/budget.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "base/limits.h"

namespace precis::cli {
namespace {

std::string& time_words() {
    static std::string words;
    return words;
}

// Only what a signal handler may do.
void end_for_time(int) {
    const auto& words = time_words();
    if (::write(STDERR_FILENO, words.data(), words.size()) < 0) ::_exit(4);
    ::_exit(4);
}

void at_most(int resource, base::Limit limit) {
    rlimit now{};
    if (::getrlimit(resource, &now) != 0) return;
    now.rlim_cur = std::min(now.rlim_cur, static_cast<rlim_t>(base::limit(limit)));
    ::setrlimit(resource, &now);
}

}  // namespace

void keep_budget() {
    time_words() =
        fmt::format("precis: a process took more than {} s of CPU time\n  help: make less in one run, or {}\n",
                    base::limit(base::Limit::run_seconds), base::how_to_raise(base::Limit::run_seconds, 0));
    std::signal(SIGXCPU, end_for_time);
    at_most(RLIMIT_CPU, base::Limit::run_seconds);
#ifndef PRECIS_SANITIZED  // a sanitizer reserves terabytes
    at_most(RLIMIT_DATA, base::Limit::run_memory);
#endif
}

std::string memory_words() {
    return fmt::format("the memory does not suffice; a process may take {} bytes: free memory, or {}",
                       base::limit(base::Limit::run_memory), base::how_to_raise(base::Limit::run_memory, 0));
}

}  // namespace precis::cli
