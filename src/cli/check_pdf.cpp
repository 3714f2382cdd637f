// `precis check --pdf`: finished files checked against PDF/UA-1 and PDF/A-3a.
#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "audit/audit.h"
#include "base/file_bytes.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/terminal.h"
#include "diag/codes.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

std::optional<std::string> read(const fs::path& path, Findings& findings) {
    std::error_code failure;
    if (!fs::exists(path, failure)) {
        findings.add({diag::error(diag::code::file_not_found, {}, fmt::format("there is no file {}", path.string()),
                                  "name a finished PDF, as in precis check --pdf out/note/report.pdf")});
        return std::nullopt;
    }
    auto bytes = base::file_bytes(path);
    if (!bytes) {
        findings.add({diag::error(diag::code::file_unreadable, {}, fmt::format("{} cannot be read", path.string()),
                                  "name a file that you are allowed to read")});
        return std::nullopt;
    }
    return bytes;
}

void print_rules(const std::string& file, const audit::Report& report) {
    for (std::size_t i = 0; i < audit::kRuleCount; ++i) {
        const auto rule = static_cast<audit::Rule>(i);
        fmt::print("{}: {:<28} {:>8}  {} ({})\n", file, audit::to_string(rule), report.examined[i], audit::demand(rule),
                   audit::clause(rule));
    }
}

}  // namespace

int run_check_pdfs(const Arguments& args) {
    Findings findings;
    std::string kept;
    for (const auto& path : args.pdfs) {
        const auto bytes = read(path, findings);
        if (!bytes) continue;
        const auto report = audit::audit(*bytes);
        if (args.rules) print_rules(diag::shown_name(path.string()), report);
        if (report.findings.empty()) {
            std::size_t applied = 0;
            for (const auto count : report.examined) applied += count != 0 ? 1 : 0;
            kept +=
                fmt::format("{}: conforms to PDF/UA-1 and PDF/A-3a: {} rules applied to {} objects and {} operators\n",
                            diag::shown_name(path.string()), applied, report.objects, report.operators);
        }
        findings.add(audit::to_diagnostics(report, path.string()));
    }
    print_findings(findings.all(), args.message_format);
    if (args.message_format == diag::Format::text) fmt::print(stderr, "{}", kept);
    return exit_code(findings.all());
}

}  // namespace precis::cli
