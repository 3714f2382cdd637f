// `precis diff`: what changed from one edition to another, for people and for programs.
#include <fmt/format.h>

#include "build/compare/diff_page.h"
#include "build/compare/divide.h"
#include "cli/commands.h"
#include "cli/diff_texts.h"
#include "cli/edition_sides.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "diag/codes.h"
#include "publish/publish.h"

namespace precis::cli {
namespace fs = std::filesystem;

int run_diff(const Arguments& args) {
    Findings findings;
    auto setting = setting_of(args);
    const auto sides = edition_sides(args, setting, findings);
    if (!sides.old || !sides.now || diag::has_errors(findings.all())) {
        print_findings(findings.all(), args.message_format);
        return exit_code(findings.all());
    }
    const auto diff = build::divided_difference(*sides.old, *sides.now);
    std::string text;
    if (args.print_format == "html") {
        diag::Diagnostics diagnostics;
        text = build::diff_page(diff, *sides.old, *sides.now, setting).take(diagnostics).value_or(std::string());
        findings.add(std::move(diagnostics));
    } else if (args.print_format == "json") {
        text = diff_as_json(diff) + "\n";
    } else {
        text = args.print_format == "markdown" ? diff_as_markdown(diff) : diff_as_text(diff);
    }
    if (args.out && !text.empty()) {
        findings.add(publish::write_files({publish::File{fs::absolute(*args.out), std::move(text)}}));
        if (!diag::has_errors(findings.all())) fmt::print("{}\n", diag::shown_name(args.out->string()));
    } else {
        fmt::print("{}", text);
    }
    print_findings(findings.all(), args.message_format);
    return exit_code(findings.all());
}

}  // namespace precis::cli
