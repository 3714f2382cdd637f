// The pipeline: each stage's value is handed to the next, its diagnostics are kept, and a stage without a value to work
// on is left out.
#include "build/stages.h"

#include <algorithm>
#include <system_error>

#include "build/attachments.h"
#include "build/edition.h"
#include "build/facts_used.h"
#include "build/fit_pages.h"
#include "build/looks.h"
#include "build/paint_formats.h"
#include "data/model.h"
#include "diag/codes.h"
#include "locale/locale.h"
#include "paint/paint.h"
#include "scene/scene.h"
#include "text/fonts.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

fs::path model_of(const spec::Briefing& briefing, const spec::Project& project) {
    if (briefing.model) return (briefing.path.parent_path() / briefing.model->text).lexically_normal();
    return project.model.empty() ? project.root / "data" / "model.yaml" : project.model;
}

/// The model loaded into a database; a briefing without data gets an empty one.
std::shared_ptr<data::Database> open_data(const spec::Briefing& briefing, const spec::Project& project,
                                          Databases& databases, diag::Diagnostics& diagnostics) {
    const auto path = model_of(briefing, project);
    if (const auto known = databases.find(path); known != databases.end()) return known->second;
    std::optional<data::Model> model;
    std::error_code failed;
    if (!briefing.model && project.model.empty() && !fs::exists(path, failed)) {
        model.emplace();
    } else {
        const auto named = briefing.model ? briefing.model->span : diag::Span{};
        model = data::load(path, project.root, named).take(diagnostics);
    }
    std::shared_ptr<data::Database> shared;
    if (model) {
        if (auto database = data::Database::open(*model, project.root).take(diagnostics)) {
            shared = std::make_shared<data::Database>(std::move(*database));
        }
    }
    databases[path] = shared;
    return shared;
}

void settle_dates(std::vector<bind::Target>& targets, const spec::Briefing& briefing, const Setting& setting,
                  diag::Diagnostics& diagnostics) {
    auto date = !setting.date.empty() ? setting.date : briefing.date ? briefing.date->text : setting.date_of_undated;
    if (date.empty()) {
        diagnostics.push_back(
            diag::error(diag::code::missing_key, briefing.title.span, "the briefing has no `date`",
                        "write `date: 2026-08-31` below the title, or build with --date or SOURCE_DATE_EPOCH"));
    }
    for (auto& target : targets) {
        target.date = date;
        target.clock = setting.clock;
        target.set = setting.set;
    }
}

const spec::Output* output_named(const spec::Briefing& briefing, const std::string& name) {
    const auto at = std::find_if(briefing.outputs.begin(), briefing.outputs.end(),
                                 [&](const auto& output) { return output.name.text == name; });
    return at == briefing.outputs.end() ? nullptr : &*at;
}

}  // namespace

diag::Result<Prepared> prepare(const fs::path& briefing, const spec::Project& project, const Setting& setting,
                               Databases& databases) {
    diag::Diagnostics diagnostics;
    Prepared out;
    out.project = project;
    auto read = spec::read(briefing, project).take(diagnostics);
    if (!read) return diagnostics;
    out.briefing = std::move(*read);
    out.database = open_data(out.briefing, project, databases, diagnostics);
    if (auto targets = bind::targets(out.briefing, project).take(diagnostics)) out.targets = std::move(*targets);
    settle_dates(out.targets, out.briefing, setting, diagnostics);
    // A build reads only the tables that it uses; a check reports faults in all of them.
    if (!setting.paint && out.database) diag::append(diagnostics, out.database->check_all());
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<TargetPages> set_target(const Prepared& prepared, const bind::Target& target, const Setting& setting,
                                     bind::Ledger* ledger) {
    diag::Diagnostics diagnostics;
    TargetPages out;
    const auto* output = output_named(prepared.briefing, target.output);
    const auto layout = load_layout(prepared, output, setting, diagnostics);
    auto locale = locale::Locale::find(target.language);  // bind reports an unknown one
    if (!layout || !prepared.database) return diagnostics;
    if (locale) locale = locale->with_words(bind::words_of(prepared.briefing, *layout));
    diag::Diagnostics missing;
    out.fonts = load_fonts(*layout, prepared, setting, missing);
    if (diag::has_errors(missing)) out.fonts = nullptr;  // else every text in a missing family would be reported
    diag::append(diagnostics, std::move(missing));
    auto set =
        set_in_pages({prepared, *layout, target, ledger}, locale ? &*locale : nullptr, out.fonts, output, diagnostics);
    diag::append(diagnostics, std::move(set.diagnostics));
    if (!set.pages || diag::has_errors(diagnostics)) return diagnostics;
    out.pages = std::move(*set.pages);
    if (set.document) out.pages.facts = facts_used(*set.document, *prepared.database);
    const auto formats = formats_of(output, setting);
    if (std::any_of(formats.begin(), formats.end(), [](const auto& format) { return format.name == "pdf"; }))
        out.pages.attachments = attachments_of(*set.document, prepared.database->model(), out.pages);
    out.steps = std::move(set.steps);
    out.least_size = layout->chart.min_size;
    out.edition = edition_of(prepared, *layout, *set.document);
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<Rendered> render(const Prepared& prepared, const bind::Target& target, const Setting& setting) {
    diag::Diagnostics diagnostics;
    Rendered out;
    out.name = target.output + (target.audience.empty() ? "" : "." + target.audience);
    // The bound document is destroyed before the pages are painted: a long report is in memory once.
    auto set = set_target(prepared, target, setting).take(diagnostics);
    if (!set) return {std::move(out), std::move(diagnostics)};
    out.steps = std::move(set->steps);
    out.pages = set->pages.pages.size();
    if (setting.labels) {
        for (const auto& page : set->pages.pages)
            diag::append(diagnostics, paint::audit(page, *set->fonts, set->least_size));
    }
    if (setting.paint) {
        const auto* output = output_named(prepared.briefing, target.output);
        paint_all(set->pages, *set->fonts, formats_of(output, setting), out.name, out, diagnostics);
        if (!diag::has_errors(diagnostics))
            out.files.push_back(manifest_of(prepared, target, set->edition, out, setting));
    }
    out.facts = std::move(set->edition.facts);
    out.sources = std::move(set->edition.sources);
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::build
