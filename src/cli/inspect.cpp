// `precis explain` and `precis data`: where numbers come from, and which data a briefing has.
#include <fmt/format.h>

#include <filesystem>

#include "build/refresh.h"
#include "cli/commands.h"
#include "cli/data_print.h"
#include "cli/explain_print.h"
#include "cli/opening.h"
#include "cli/terminal.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

/// Prints the errors to stderr, as stdout has the answer; returns the exit code.
int end(const Findings& findings, const Arguments& args) {
    diag::Diagnostics errors;
    for (const auto& finding : findings.all()) {
        if (finding.severity == diag::Severity::error) errors.push_back(finding);
    }
    if (args.message_format == diag::Format::json)  // for another program that runs the command
        fmt::print(stderr, "{}", diag::print(errors, args.message_format, diag::Ink::plain, {fs::current_path()}));
    else
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
    if (!prepared) return end(findings, args);
    if (prepared->targets.empty()) return no_target();
    diag::Diagnostics diagnostics;
    const auto explanations = build::explain(*prepared, setting, args.names).take(diagnostics);
    findings.add(std::move(diagnostics));
    if (explanations)
        fmt::print("{}",
                   args.print_format == "json" ? as_json(*explanations, *prepared) : as_text(*explanations, *prepared));
    return end(findings, args);
}

namespace {

std::string change_of(const data::Refreshed& table) {
    const auto rows = [](std::int64_t count) { return fmt::format("{} row{}", count, count == 1 ? "" : "s"); };
    if (!table.is_written) return rows(table.after) + ", unchanged; " + table.file + " is left as it was";
    if (table.is_new) return rows(table.after) + ", written to " + table.file;
    auto text = fmt::format("{} before, {} now: {} added, {} removed", rows(table.before), table.after, table.added,
                            table.removed);
    if (table.has_key) text += fmt::format(", {} changed", table.changed);
    return text + "; written to " + table.file;
}

int run_refresh(const Arguments& args) {
    Findings findings;
    if (!args.briefings.empty()) {
        if (auto fault = no_file(args.briefings.front())) {
            findings.add({std::move(*fault)});
            return end(findings, args);
        }
    }
    build::RefreshRequest request;
    if (!args.briefings.empty())
        request.briefing = std::filesystem::absolute(args.briefings.front()).lexically_normal();
    if (args.root) request.root = std::filesystem::absolute(*args.root).lexically_normal();
    request.fallback_root = fs::current_path();
    request.tables = args.names;
    diag::Diagnostics diagnostics;
    if (const auto tables = build::refresh(request, setting_of(args).variable).take(diagnostics))
        for (const auto& table : *tables) fmt::print("{}: {}\n", table.table, change_of(table));
    findings.add(std::move(diagnostics));
    return end(findings, args);
}

}  // namespace

int run_data(const Arguments& args) {
    if (args.refresh) return run_refresh(args);
    Findings findings;
    const auto setting = setting_of(args);
    const auto prepared = open_named_briefing(args, setting, findings);
    if (!prepared) return end(findings, args);
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
    return end(findings, args);
}

}  // namespace precis::cli
