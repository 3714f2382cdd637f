// `precis preview`: the room preview does it all; here are its words.
#include "preview/preview.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "spec/project.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// The briefing that is meant if none is named: briefing.yaml here, else the only one of the project.
std::optional<fs::path> meant(const Arguments& args) {
    std::error_code failed;
    if (fs::is_regular_file("briefing.yaml", failed)) return fs::path("briefing.yaml");
    Findings findings;
    const auto project = project_for(fs::current_path(), args, findings);
    if (!project) return std::nullopt;
    diag::Diagnostics ignored;
    const auto files = spec::briefing_files(*project).take(ignored);
    if (!files || files->size() != 1) return std::nullopt;
    return files->front();
}

}  // namespace

int run_preview(const Arguments& given) {
    auto args = given;
    if (args.briefings.empty()) {
        const auto file = meant(args);
        if (!file) {
            fmt::print(stderr, "precis preview: no briefing is given; write precis preview note.yaml\n");
            return 2;
        }
        args.briefings.push_back(*file);
    }
    if (auto fault = no_file(args.briefings.front())) {
        print_findings({std::move(*fault)}, args.message_format);
        return 1;
    }
    preview::Options options;
    options.request = request_of(args);
    options.setting = setting_of(args);
    options.port = args.port;
    options.ready = [&](const std::string& address) {
        fmt::print("{}\nCtrl-C ends the preview.\n", address);
        std::fflush(stdout);
        if (args.open && !preview::open_in_browser(address))
            fmt::print(stderr, "precis preview: xdg-open cannot be started; open the address yourself\n");
    };
    if (const auto problem = preview::serve(options)) {
        fmt::print(stderr, "precis preview: {}\n", *problem);
        return 4;
    }
    return 0;
}

}  // namespace precis::cli
