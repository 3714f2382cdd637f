// Colours are used on a terminal only, and not if NO_COLOR is set.
#include "cli/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace precis::cli {
namespace {

bool on_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
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

ProgressLine::ProgressLine(bool wanted) : on_(wanted && on_terminal()) {}
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
