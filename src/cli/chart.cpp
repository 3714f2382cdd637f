// `precis chart`: one exhibit in a file of its own.
#include <fmt/format.h>

#include "build/one_exhibit.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

std::optional<build::ExhibitFormat> format_of(const fs::path& picture) {
    const auto ending = picture.extension();
    if (ending == ".svg") return build::ExhibitFormat::svg;
    if (ending == ".pdf") return build::ExhibitFormat::pdf;
    if (ending == ".png") return build::ExhibitFormat::png;
    return std::nullopt;
}

}  // namespace

int run_chart(const Arguments& args) {
    const auto format = format_of(args.picture);
    if (!format) {
        fmt::print(stderr, "precis: “{}” does not end in .svg, .pdf or .png\n", args.picture.string());
        return 2;
    }
    diag::Diagnostics diagnostics;
    if (auto fault = no_file(args.briefings.front())) {
        print_findings({std::move(*fault)}, args.message_format);
        return 1;
    }
    const auto setting = setting_of(args);
    const auto prepared = build::open_briefing(request_of(args), setting).take(diagnostics);
    std::optional<std::string> bytes;
    if (prepared && !diag::has_errors(diagnostics))
        bytes = build::render_exhibit(*prepared, {args.exhibit, *format, args.dpi}, setting).take(diagnostics);
    if (bytes && !diag::has_errors(diagnostics)) {
        diag::append(diagnostics, publish::write_files({publish::File{fs::absolute(args.picture), std::move(*bytes)}}));
        if (!diag::has_errors(diagnostics)) fmt::print("{}\n", diag::shown_name(args.picture.string()));
    }
    print_findings(diagnostics, args.message_format);
    return exit_code(diagnostics);
}

}  // namespace precis::cli
