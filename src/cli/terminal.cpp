// Colours are used on a terminal only, and not if NO_COLOR is set.
#include "cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace precis::cli {
namespace {

/// A terminal that knows escape codes.
bool on_terminal() {
    const char* kind = std::getenv("TERM");
    const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
    return !dumb && ::isatty(STDERR_FILENO) == 1;
}

/// Where printed paths begin: at the current folder, and for GitHub at the checked-out repository, whose files alone
/// it annotates.
diag::Folders shown_from(diag::Format format) {
    diag::Folders folders;
    const char* workspace = std::getenv("GITHUB_WORKSPACE");
    if (format == diag::Format::github && workspace != nullptr && *workspace == '/')
        folders.push_back(std::filesystem::path(workspace).lexically_normal());
    folders.push_back(std::filesystem::current_path());
    return folders;
}

void put(std::FILE* to, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), to);
}

}  // namespace

ProgressLine::ProgressLine(bool wanted) : on_(wanted && on_terminal()), lines_(wanted && !on_) {}
ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::show(std::string_view text) {
    if (!on_) return;
    put(stderr, "\r\x1b[K");
    put(stderr, text);
    std::fflush(stderr);
    shown_ = true;
}

void ProgressLine::count(std::size_t done, std::size_t all, std::string_view what) {
    constexpr std::size_t kMany = 20, kLines = 10;
    const auto text = fmt::format("{} of {} {}", done, all, what);
    if (on_) return show(text);
    if (lines_ && all >= kMany && done * kLines / all > (done - 1) * kLines / all) put(stderr, text + "\n");
}

void ProgressLine::clear() {
    if (!shown_) return;
    put(stderr, "\r\x1b[K");
    std::fflush(stderr);
    shown_ = false;
}

void print_findings(const diag::Diagnostics& diagnostics, diag::Format format) {
    if (format != diag::Format::text) {
        put(stdout, diag::print(diagnostics, format, diag::Ink::plain, shown_from(format)));
        return;
    }
    const bool colored = on_terminal() && std::getenv("NO_COLOR") == nullptr;
    put(stderr, diag::print(diagnostics, format, colored ? diag::Ink::colored : diag::Ink::plain, shown_from(format)));
    if (!diagnostics.empty()) put(stderr, diag::summary(diagnostics) + "\n");
}

}  // namespace precis::cli
