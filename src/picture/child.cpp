// The child is forked, not a program of its own: it has the file's bytes and the fonts already.
#include "picture/child.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include "picture/decoders.h"

namespace precis::picture {
namespace {

std::size_t address_space() {
    std::size_t pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void lower(int resource, rlim_t most) {
    rlimit now{};
    if (getrlimit(resource, &now) == 0 && (now.rlim_max == RLIM_INFINITY || most < now.rlim_max)) now.rlim_max = most;
    now.rlim_cur = now.rlim_max;
    setrlimit(resource, &now);
}

/// Sets the limits of a process that only reads or draws one file.
void confine(const Limits& limits) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGXCPU, SIGABRT, SIGTRAP, SIGSEGV, SIGBUS}) std::signal(signal, SIG_DFL);
    lower(RLIMIT_CPU, limits.svg_seconds);
    lower(RLIMIT_CORE, 0);
    if (const auto has = address_space(); has > 0) lower(RLIMIT_AS, has + limits.svg_memory);
    const int nowhere = open("/dev/null", O_WRONLY);  // for the words of libraries that give up
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
}

/// The words for a child that did not answer.
std::string why_ended(int status, const char* library, const Limits& limits) {
    if (!WIFSIGNALED(status)) return fmt::format("{} gave up", library);
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL)
        return fmt::format("drawing it takes more than {} s; {}", limits.svg_seconds,
                           base::how_to_raise(base::Limit::drawing_seconds, 0));
    return fmt::format("drawing it takes more than {} bytes of memory, or {} fails (signal {}); {}", limits.svg_memory,
                       library, signal, base::how_to_raise(base::Limit::drawing_memory, 0));
}

}  // namespace

Shared::Shared(std::size_t size)
    : size_(size), at_(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}

Shared::~Shared() {
    if (is_there()) munmap(at_, size_);
}

bool Shared::is_there() const {
    return at_ != MAP_FAILED;
}

std::string in_child(const Limits& limits, const char* library, Answer& answer,
                     const std::function<void(Answer&)>& work) {
    const pid_t child = fork();
    if (child < 0) return std::string(kNoProcess);
    if (child == 0) {
        confine(limits);
        work(answer);
        _exit(0);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return "its process was lost";
    }
    if (status != 0) return why_ended(status, library, limits);
    answer.why[sizeof answer.why - 1] = 0;
    return answer.good ? "" : answer.why[0] != 0 ? answer.why : "it could not be drawn";
}

}  // namespace precis::picture
