#include "trial.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "program.h"

namespace precis::mutants {
namespace fs = std::filesystem;

namespace {

constexpr int kSanitizer = 99;  // the exit code of a sanitizer's report

// The child: a process group of its own, so that its workers end with it.
[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& folder, const fs::path& err) {
    ::setpgid(0, 0);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::setenv("PRECIS_DATA", PRECIS_SOURCE_DIR, 1);
    ::setenv("SOURCE_DATE_EPOCH", "1788134400", 1);
    // Of the address space that a sanitizer keeps back from reuse only a little is needed to find what is used late.
    ::setenv("ASAN_OPTIONS",
             "exitcode=99:halt_on_error=1:abort_on_error=0:detect_leaks=0:quarantine_size_mb=16:allocator_may_return_"
             "null=0:handle_abort=0",
             1);
    ::setenv("UBSAN_OPTIONS", "exitcode=99:halt_on_error=1:print_stacktrace=1", 1);
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

bool holds_files(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored))
        if (!entry.is_directory()) return true;
    return false;
}

}  // namespace

Ended run_within(const Bounds& bounds, const std::vector<std::string>& words, const fs::path& folder) {
    using Clock = std::chrono::steady_clock;
    const test::Folder scratch("trial");
    const auto err = scratch / "err";
    const auto begin = Clock::now();
    const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error("no process could be started");
    if (process == 0) become(words, folder, err);
    Ended ended;
    int status = 0;
    struct rusage used {};
    auto pause = std::chrono::microseconds(500);
    while (::wait4(process, &status, WNOHANG, &used) == 0) {
        if (elapsed() > bounds.seconds) {
            ended.in_time = false;
            ::kill(-process, SIGKILL);
            ::kill(process, SIGKILL);
            ::wait4(process, &status, 0, &used);
            break;
        }
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::microseconds(10'000));
    }
    ended.seconds = elapsed();
    ended.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ended.peak_mb = used.ru_maxrss / 1024;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    ended.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    ended.err = test::read_file(err);
    return ended;
}

std::string wrong_with(const Ended& ended, const Bounds& bounds, const fs::path& out) {
    std::string wrong;
    const auto say = [&](const std::string& what) { wrong += (wrong.empty() ? "" : "; ") + what; };
    const bool refused = ended.exit_code == 1 || ended.exit_code == 2;
    if (!ended.in_time) {
        say("it did not end in " + std::to_string(static_cast<int>(bounds.seconds)) + " s");
    } else if (ended.exit_code == kSanitizer || ended.err.find("==ERROR: ") != std::string::npos ||
               ended.err.find("runtime error: ") != std::string::npos) {
        say("a sanitizer reports a fault");
    } else if (ended.exit_code == 4) {
        say("an input made it say that the machine failed");
    } else if (ended.exit_code < 0 || ended.exit_code > 4) {
        say("exit code " + std::to_string(ended.exit_code));
    }
    if (refused && ended.err.find_first_not_of(" \n") == std::string::npos) say("a refusal without a finding");
    if (refused && holds_files(out)) say("a refusal with files written");
    if (ended.peak_mb > bounds.megabytes) say(std::to_string(ended.peak_mb) + " MB of memory");
    return wrong;
}

}  // namespace precis::mutants
