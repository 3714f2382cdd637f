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
    for (const auto& one : findings.all()) {
        if (one.severity == diag::Severity::error) errors.push_back(one);
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
    diag::Diagnostics found;
    const auto all = build::explain(*prepared, setting, args.names).take(found);
    findings.add(std::move(found));
    if (all) fmt::print("{}", args.print_format == "json" ? as_json(*all, *prepared) : as_text(*all, *prepared));
    return end(findings);
}

int run_data(const Arguments& args) {
    Findings findings;
    const auto setting = setting_of(args);
    const auto prepared = open_named_briefing(args, setting, findings);
    if (!prepared) return end(findings);
    if (prepared->targets.empty()) return no_target();
    diag::Diagnostics found;
    if (args.sql.empty()) {
        if (const auto listing = build::list_data(*prepared).take(found))
            fmt::print("{}", args.print_format == "json" ? as_json(*listing) : as_text(*listing));
    } else {
        diag::Text sql;
        sql.text = args.sql;
        sql.span = {std::make_shared<diag::SourceText>("--sql", args.sql), 0, args.sql.size()};
        if (const auto rows = build::run_query(*prepared, sql).take(found))
            fmt::print("{}", as_format(*rows, args.print_format));
    }
    findings.add(std::move(found));
    return end(findings);
}

}  // namespace precis::cli
