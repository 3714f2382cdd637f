// `precis collect`: tables from clones and from lists of attendance.
#include "collect/collect.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"

namespace precis::cli {
namespace fs = std::filesystem;

int run_collect(const Arguments& args) {
    diag::Diagnostics diagnostics;
    const auto list = fs::absolute(args.briefings.front()).lexically_normal();
    std::optional<collect::Collected> collected;
    if (auto fault = no_file(args.briefings.front())) {
        diagnostics.push_back(std::move(*fault));
    } else if (args.attendance) {
        const auto table = fs::absolute(args.picture).lexically_normal();
        collected =
            collect::collect_attendance({fs::absolute(args.folder).lexically_normal(), list, table}).take(diagnostics);
    } else {
        const auto folder = args.out ? fs::absolute(*args.out).lexically_normal() : list.parent_path();
        collected = collect::collect_git({list, folder, args.force}).take(diagnostics);
    }
    if (collected && !diag::has_errors(diagnostics)) diag::append(diagnostics, publish::write_files(collected->files));
    if (collected && !diag::has_errors(diagnostics)) {
        for (const auto& line : collected->said) fmt::print(stderr, "{}\n", diag::shown_name(line));
        if (args.message_format == diag::Format::text)
            for (const auto& file : collected->files) {
                const auto shown = file.path.lexically_relative(fs::current_path());
                const bool below = !shown.empty() && *shown.begin() != "..";
                fmt::print("{}\n", diag::shown_name((below ? shown : file.path).string()));
            }
    }
    print_findings(diagnostics, args.message_format);
    return exit_code(diagnostics);
}

}  // namespace precis::cli
