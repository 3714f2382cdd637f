// `precis check --pptx`: PowerPoint decks, of this program or any other.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "audit/deck/deck.h"
#include "build/font_listing.h"
#include "build/installed.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/terminal.h"
#include "diag/codes.h"
#include "spec/project.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

bool is_readable(const fs::path& path, Findings& findings) {
    std::error_code failure;
    if (!fs::exists(path, failure)) {
        findings.add({diag::error(diag::code::file_not_found, {}, fmt::format("there is no file {}", path.string()),
                                  "name a PowerPoint deck, as in precis check --pptx out/note/deck.pptx")});
        return false;
    }
    if (fs::is_directory(path, failure) || !std::ifstream(path, std::ios::binary)) {
        findings.add({diag::error(diag::code::file_unreadable, {}, fmt::format("{} cannot be read", path.string()),
                                  "name a file that you are allowed to read")});
        return false;
    }
    return true;
}

void print_rules(const std::string& file, const audit::DeckReport& report) {
    for (std::size_t i = 0; i < audit::kDeckRuleCount; ++i) {
        const auto rule = static_cast<audit::DeckRule>(i);
        fmt::print("{}: {:<22} {:>8}  {}\n", file, audit::to_string(rule), report.examined[i], audit::demand(rule));
    }
}

}  // namespace

int run_check_decks(const Arguments& args) {
    Findings findings;
    std::string kept;
    diag::Diagnostics diagnostics;
    const auto root = args.root ? fs::absolute(*args.root) : fs::current_path();
    build::Setting setting;
    setting.installed = build::find_installed().value_or(fs::path());
    const auto project = spec::find_project(root, root).take(diagnostics).value_or(spec::Project());
    const auto fonts = build::usable_fonts(project, setting).take(diagnostics);
    findings.add(std::move(diagnostics));
    for (const auto& path : args.decks) {
        if (!fonts || !is_readable(path, findings)) continue;
        const auto report = audit::audit_deck(path, *fonts);
        const auto name = diag::shown_name(path.string());
        if (args.rules) print_rules(name, report);
        const bool has_text = report.examined_for(audit::DeckRule::small_letters) != 0;
        if (has_text && report.examined_for(audit::DeckRule::text_overflow) == 0)
            fmt::print(stderr, "{}: no text was measured: no font that it could be measured in is installed\n", name);
        if (report.findings.empty())
            kept += fmt::format("{}: no fault found in {} slides with {} shapes\n", name, report.slides, report.shapes);
        findings.add(audit::to_diagnostics(report, path.string()));
    }
    print_findings(findings.all(), args.message_format);
    if (args.message_format == diag::Format::text) fmt::print(stderr, "{}", kept);
    return exit_code(findings.all());
}

}  // namespace precis::cli
