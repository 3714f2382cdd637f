// The child leads a process group, so that its workers are ended with it.
#include "cli/mcp/child.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

namespace precis::cli::mcp {
namespace {

[[noreturn]] void work_here(const std::function<int()>& work, int out, int err, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // not outlive the server
    if (::getppid() != parent) ::_exit(1);
    ::setpgid(0, 0);
    std::signal(SIGPIPE, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    int code = 4;
    try {
        code = work();
    } catch (const std::exception& failure) {
        fmt::print(stderr, "precis: {}\n", failure.what());
    }
    std::fflush(stdout);
    std::fflush(stderr);
    ::_exit(code);  // without destructors: the objects are the parent's
}

/// Reads what there is into `text`. False at the end, where the stream is closed.
bool read_some(int& from, std::string& text) {
    char buffer[1 << 16];
    while (from >= 0) {
        const auto count = ::read(from, buffer, sizeof buffer);
        if (count > 0) {
            text.append(buffer, static_cast<std::size_t>(count));
            if (text.size() > Child::kMostPrinted) return true;
            continue;
        }
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return true;
        ::close(from);
        from = -1;
    }
    return false;
}

}  // namespace

Child::Child(const std::function<int()>& work) {
    int out[2], err[2];
    if (::pipe2(out, O_CLOEXEC) != 0) return;
    if (::pipe2(err, O_CLOEXEC) != 0) {
        ::close(out[0]), ::close(out[1]);
        return;
    }
    const auto parent = ::getpid();
    process_ = ::fork();
    if (process_ == 0) {
        ::close(out[0]), ::close(err[0]);
        work_here(work, out[1], err[1], parent);
    }
    ::close(out[1]), ::close(err[1]);
    out_ = out[0], err_ = err[0];
    if (process_ < 0) {
        ::close(out_), ::close(err_);
        out_ = err_ = -1;
        return;
    }
    ::setpgid(process_, process_);  // here as well: whichever is first
    ::fcntl(out_, F_SETFL, O_NONBLOCK);
    ::fcntl(err_, F_SETFL, O_NONBLOCK);
}

Child::~Child() {
    stop();
}

void Child::stop() {
    if (process_ <= 0) return;
    ::kill(-process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (out_ >= 0) ::close(out_);
    if (err_ >= 0) ::close(err_);
    out_ = err_ = -1;
}

bool Child::gather() {
    const bool more_out = read_some(out_, printed_.out), more_err = read_some(err_, printed_.err);
    if (printed_.out.size() > kMostPrinted || printed_.err.size() > kMostPrinted) {
        printed_.too_much = true;
        stop();
        return true;
    }
    return !more_out && !more_err;
}

Printed Child::take() {
    if (process_ > 0) {
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
        printed_.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return std::move(printed_);
}

}  // namespace precis::cli::mcp
