// One file written through to the disk, and signals held back meanwhile.
#include "publish/safe_write.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "diag/codes.h"

namespace precis::publish {
namespace fs = std::filesystem;

diag::Diagnostic failed(const fs::path& path, std::string_view doing, int number) {
    return diag::error(
        diag::code::write_failed, {},
        fmt::format("{} could not be {}: {}", path.string(), doing, std::generic_category().message(number)),
        "free space on the disk, correct the folder's permissions, or write elsewhere with -o");
}

int write_all(const fs::path& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (file.number() < 0) return errno;
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file.number()) == 0 ? 0 : errno;
}

Undisturbed::Undisturbed() {
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ends, signal);
    ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
}

Undisturbed::~Undisturbed() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Undisturbed::asked_to_end() const {
    sigset_t waiting;
    if (::sigpending(&waiting) != 0) return false;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (sigismember(&waiting, signal) == 1 && sigismember(&before_, signal) == 0) return true;
    return false;
}

}  // namespace precis::publish
