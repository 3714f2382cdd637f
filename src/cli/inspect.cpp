// `precis explain` and `precis data`: where numbers come from, and which data a briefing has.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/data_print.h"
#include "cli/explain_print.h"
#include "cli/opening.h"
#include "cli/terminal.h"

namespace precis::cli {
namespace {

/// Prints the errors to stderr, as stdout has the answer; returns the exit code.
int end(const Findings& findings) {
    diag::Diagnostics errors;
    for (const auto& finding : findings.all()) {
        if (finding.severity == diag::Severity::error) errors.push_back(finding);
    }
    print_findings(errors, diag::Format::text);
    return exit_code(errors);
}

int no_target() {
    fmt::print(stderr, "precis: no target of the briefing has this --output and --audience\n");
    return 2;
}

}  // namespace

int run_explain(const Arguments& args) {
    Findings findings;
    const auto setting = setting_of(args);
    const auto prepared = open_named_briefing(args, setting, findings);
    if (!prepared) return end(findings);
    if (prepared->targets.empty()) return no_target();
    diag::Diagnostics diagnostics;
    const auto explanations = build::explain(*prepared, setting, args.names).take(diagnostics);
    findings.add(std::move(diagnostics));
    if (explanations)
        fmt::print("{}",
                   args.print_format == "json" ? as_json(*explanations, *prepared) : as_text(*explanations, *prepared));
    return end(findings);
}

int run_data(const Arguments& args) {
    Findings findings;
    const auto setting = setting_of(args);
    const auto prepared = open_named_briefing(args, setting, findings);
    if (!prepared) return end(findings);
    if (prepared->targets.empty()) return no_target();
    diag::Diagnostics diagnostics;
    if (args.sql.empty()) {
        if (const auto listing = build::list_data(*prepared).take(diagnostics))
            fmt::print("{}", args.print_format == "json" ? as_json(*listing) : as_text(*listing));
    } else {
        diag::Text sql;
        sql.text = args.sql;
        sql.span = {std::make_shared<diag::SourceText>("--sql", args.sql), 0, args.sql.size()};
        if (const auto rows = build::run_query(*prepared, sql).take(diagnostics))
            fmt::print("{}", as_format(*rows, args.print_format));
    }
    findings.add(std::move(diagnostics));
    return end(findings);
}

}  // namespace precis::cli
