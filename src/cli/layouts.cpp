// `precis layouts`: the layouts that an output can name, as a list or as a sheet of thumbnails; the languages.
#include <fmt/format.h>

#include <filesystem>

#include "build/installed.h"
#include "build/language_listing.h"
#include "build/layout_sheet.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "style/load.h"

namespace precis::cli {
namespace fs = std::filesystem;

namespace {

/// The briefing whose pages the sheet shows: the one named, the project's first, else the starter's.
fs::path briefing_of_sheet(const Arguments& args, const spec::Project& project, const build::Setting& setting,
                           diag::Diagnostics& diagnostics) {
    if (!args.briefings.empty()) return args.briefings.front();
    const auto files = spec::briefing_files(project).take(diagnostics);
    if (files && !files->empty()) return files->front();
    return setting.installed / "samples" / "starter" / "monthly" / "briefing.yaml";
}

int draw_sheet(const Arguments& args, const spec::Project& project) {
    if (args.sheet.extension() != ".pdf") {
        fmt::print(stderr, "precis layouts: “{}” does not end in .pdf\n", args.sheet.string());
        return 2;
    }
    diag::Diagnostics diagnostics;
    auto setting = setting_of(args);
    auto asked = args;
    asked.briefings = {briefing_of_sheet(args, project, setting, diagnostics)};
    Findings findings;
    const auto prepared = open_named_briefing(asked, setting, findings);
    for (const auto& finding : findings.all()) diagnostics.push_back(finding);
    std::optional<std::string> bytes;
    if (prepared && !prepared->targets.empty()) {
        const auto names = style::layout_names(build::layout_search(prepared->project, setting));
        bytes = build::layout_sheet(*prepared, names, setting).take(diagnostics);
    }
    if (bytes) {
        diag::append(diagnostics, publish::write_files({publish::File{fs::absolute(args.sheet), std::move(*bytes)}}));
        fmt::print("{}\n", diag::shown_name(args.sheet.string()));
    }
    print_findings(diagnostics, diag::Format::text);
    return exit_code(diagnostics);
}

}  // namespace

int run_layouts(const Arguments& args) {
    diag::Diagnostics diagnostics;
    const auto root = args.root ? fs::absolute(*args.root) : fs::current_path();
    const auto project = spec::find_project(root, root).take(diagnostics);
    if (project) {
        build::Setting setting;
        setting.installed = build::find_installed().value_or(fs::path());
        if (args.layouts) setting.layouts = fs::absolute(*args.layouts);
        if (args.languages) {
            if (const auto languages = build::list_languages(*project, setting).take(diagnostics))
                for (const auto& language : *languages) fmt::print("{:<8} {}\n", language.tag, language.division);
            print_findings(diagnostics, diag::Format::text);
            return exit_code(diagnostics);
        }
        if (!args.sheet.empty()) return draw_sheet(args, *project);
        const auto search = build::layout_search(*project, setting);
        for (const auto& name : style::layout_names(search)) {
            if (const auto layout = style::load(name, search, {}).take(diagnostics)) {
                fmt::print("{:<20} {} ({}, {:.0f} × {:.0f} pt)\n", name, layout->title,
                           layout->medium == style::Medium::slides ? "slides" : "pages", layout->page.width,
                           layout->page.height);
            }
        }
    }
    print_findings(diagnostics, diag::Format::text);
    return exit_code(diagnostics);
}

}  // namespace precis::cli
