// `precis new`: a folder with a project that builds.
#include <fmt/format.h>

#include <filesystem>

#include "build/installed.h"
#include "build/new_project.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/terminal.h"
#include "diag/codes.h"

namespace precis::cli {
namespace fs = std::filesystem;

namespace {

/// What stands in the way of a new folder there; empty: nothing.
std::string in_the_way(const fs::path& folder) {
    std::error_code failed;
    const auto shown = diag::shown_name(folder.string());
    if (!fs::exists(fs::symlink_status(folder, failed))) return {};
    if (!fs::is_directory(folder, failed)) return fmt::format("“{}” is a file", shown);
    if (!fs::is_empty(folder, failed) || failed) return fmt::format("the folder “{}” is not empty", shown);
    return {};
}

}  // namespace

int run_new(const Arguments& args) {
    if (const auto problem = in_the_way(args.folder); !problem.empty()) {
        fmt::print(stderr, "precis new: {}; nothing is written: name a folder that is not there yet\n", problem);
        return 2;
    }
    diag::Diagnostics diagnostics;
    auto project =
        build::new_project({build::find_installed().value_or(fs::path()), args.sample, args.layout}).take(diagnostics);
    if (project && !diag::has_errors(diagnostics)) {
        for (auto& file : project->files) file.path = fs::absolute(args.folder) / file.path;
        diag::append(diagnostics, publish::write_files(project->files));
    }
    print_findings(diagnostics, diag::Format::text);
    if (diag::has_errors(diagnostics)) return exit_code(diagnostics);
    const auto folder = diag::shown_name(args.folder.string());
    for (const auto& file : project->files)
        fmt::print("{}/{}\n", folder, file.path.lexically_relative(fs::absolute(args.folder)).generic_string());
    fmt::print("\ncd {}\nprecis build      # writes out/; then change {}\n", folder, project->briefing);
    return 0;
}

}  // namespace precis::cli
