// The pipeline: each stage's value is handed to the next, its diagnostics are kept, and a stage without a value to work
// on is left out.
#include "build/stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/file_bytes.h"
#include "build/attachments.h"
#include "build/codes.h"
#include "build/data_book.h"
#include "build/facts_used.h"
#include "build/fit_pages.h"
#include "build/languages.h"
#include "build/looks.h"
#include "build/many/rows.h"
#include "build/paint_formats.h"
#include "build/password.h"
#include "build/record/changes.h"
#include "build/record/target_record.h"
#include "build/translations.h"
#include "build/version.h"
#include "build/web_edition.h"
#include "data/model.h"
#include "diag/codes.h"
#include "layout/compose.h"
#include "locale/file_names.h"
#include "locale/locale.h"
#include "paint/paint.h"
#include "scene/scene.h"
#include "text/fonts.h"
#include "text/missing_glyphs.h"
#include "text/setter.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

fs::path model_of(const spec::Briefing& briefing, const spec::Project& project) {
    if (briefing.model) return (briefing.path.parent_path() / briefing.model->text).lexically_normal();
    return build::model_of(project);
}

/// The model loaded into a database; a briefing without data gets an empty one.
std::shared_ptr<data::Database> open_data(const spec::Briefing& briefing, const spec::Project& project,
                                          Databases& databases, diag::Diagnostics& diagnostics) {
    const auto path = model_of(briefing, project);
    if (const auto known = databases.find(path); known != databases.end()) return known->second;
    std::optional<data::Model> model;
    std::error_code failed;
    const bool there = fs::exists(path, failed) || failed == std::errc::permission_denied;
    if (!briefing.model && project.model.empty() && !there) {
        model.emplace();
    } else {
        const auto named = briefing.model ? briefing.model->span : project.model_span;
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
        target.outlines = setting.installed / "data" / "outlines";
        target.set = setting.set;
    }
}

/// The words of each target's language; a file is read once.
void settle_languages(std::vector<bind::Target>& targets, const spec::Project& project, const Setting& setting,
                      diag::Diagnostics& diagnostics) {
    std::map<std::string, std::shared_ptr<const locale::Language>> known;
    for (auto& target : targets) {
        const auto [at, first] = known.try_emplace(target.language);
        if (first) at->second = language_of(target.language, project, setting, diagnostics);
        target.words = at->second;
        if (!target.words && locale::find_built_in(target.language) == nullptr)
            target.languages = known_languages(project, setting);
    }
}

const spec::Output* output_named(const spec::Briefing& briefing, const std::string& name) {
    const auto at = std::find_if(briefing.outputs.begin(), briefing.outputs.end(),
                                 [&](const auto& output) { return output.name.text == name; });
    return at == briefing.outputs.end() ? nullptr : &*at;
}

/// The output with the pages that the target's audience allows it; nullopt if the briefing names none and the audience
/// says nothing.
std::optional<spec::Output> output_for_reader(const Prepared& prepared, const bind::Target& target,
                                              const spec::Output* output) {
    const auto* budget = bind::page_budget(prepared.briefing, prepared.project, target);
    auto own = output != nullptr ? std::optional(*output) : std::nullopt;
    if (budget == nullptr) return own;
    if (!own) own.emplace().name.text = target.output;
    own->pages_min = budget->least, own->pages_max = budget->most;
    own->pages_span = budget->span;
    return own;
}

/// Gives a place to findings that have none: painters and libraries do not know where a fault comes from.
void place_all(diag::Diagnostics& diagnostics, const diag::Span& span) {
    for (auto& diagnostic : diagnostics) {
        if (!diagnostic.span) diagnostic.span = span;
    }
}

/// Bytes of a folder's name that the file systems of today allow, and of a file's without what a build adds to it: page
/// number, ending, and the number of the process while it writes.
constexpr std::size_t kLongestFolder = 255, kLongestName = kLongestFolder - 55;

/// Names that are made of a slug, an output and an audience and that no file can have.
void check_names(const Prepared& prepared, diag::Diagnostics& diagnostics) {
    const auto& briefing = prepared.briefing;
    const auto check = [&](std::size_t bytes, std::size_t most, std::string_view what, const diag::Span& span) {
        if (bytes <= most) return;
        diagnostics.push_back(diag::error(
            diag::code::bad_slug, span ? span : briefing.title.span,
            fmt::format("{} has {} bytes; a file's name has room for {}", what, bytes, most), "choose a shorter name"));
    };
    const auto check_device = [&](const std::string& name, std::string_view what, const diag::Span& span) {
        if (!locale::is_device(name)) return;
        diagnostics.push_back(diag::error(
            diag::code::bad_slug, span ? span : briefing.title.span,
            fmt::format("{} is “{}”, the name of a device on Windows, where no file can have it", what, name),
            fmt::format("write another name, as “{}-report”", name)));
    };
    check_device(briefing.slug, "the slug", briefing.slug_span);
    for (const auto& output : briefing.outputs) check_device(output.name.text, "the output's name", output.name.span);
    check(briefing.slug.size(), kLongestFolder, "the slug", briefing.slug_span);
    for (const auto& target : prepared.targets) {
        const auto* output = output_named(briefing, target.output);
        check(bind::name_of(target).size(), kLongestName, "the output's name, with the audience's,",
              output ? output->span : diag::Span{});
    }
}

/// Whether the layout has the part `changes`.
bool shows_changes(const style::Layout& layout) {
    const auto is_changes = [](const auto& rule) { return rule.part == style::Part::changes; };
    return std::any_of(layout.parts.begin(), layout.parts.end(), is_changes);
}

/// The inks of an output for print. An empty profile if there is none, which is reported.
publish::Print print_of(const TargetPages& set, const diag::Span& wanted_by, diag::Diagnostics& diagnostics) {
    publish::Print print;
    const auto file = set.profile.empty() ? fs::path(kUsualPress) : set.profile;
    auto bytes = base::file_bytes(file);
    const bool readable = bytes.has_value();
    print.profile = std::move(bytes).value_or("");
    constexpr std::size_t kHead = 128, kSpace = 16;  // ISO 15076-1, 7.2
    if (print.profile.size() < kHead || print.profile.compare(kSpace, 4, "CMYK") != 0)
        diagnostics.push_back(diag::error(
            code::print_profile, wanted_by,
            readable ? "the profile “" + file.filename().string() + "” is not one of four inks"
                     : "there is no profile of a press: " + file.string(),
            set.profile.empty() ? "install its package: apt-get install libgs-common, or name one in the brand: "
                                  "“defaults: {precis: {profile: coated.icc}}”"
                                : "ask the printer for the ICC profile of the press, a file of four inks"));
    for (const auto& ink : set.inks) print.inks.push_back({ink.color, ink.cyan, ink.magenta, ink.yellow, ink.black});
    return print;
}

/// The pages of the last target, destroyed before the next are set. Destroying takes a two-hundredth of a report's
/// build, so those of the last target end with the process, which builds one target at a time.
std::optional<TargetPages>& last_pages() {
    static auto& last = *new std::optional<TargetPages>;
    return last;
}

}  // namespace

const Prepared& Prepared::for_target(const bind::Target& target) const {
    for (const auto& translation : translations)
        if (target.translated && translation.briefing.language->text == target.language) return translation;
    return *this;
}

fs::path out_folder(const spec::Project& project, const Setting& setting) {
    if (!setting.out.empty()) return setting.out;
    return project.out.empty() ? project.root / "out" : project.out;
}

fs::path model_of(const spec::Project& project) {
    return project.model.empty() ? project.root / "data" / "model.yaml" : project.model;
}

diag::Result<Prepared> prepare(Prepared surveyed, const Setting& setting, Databases& databases) {
    diag::Diagnostics diagnostics;
    auto& out = surveyed;
    out.database = open_data(out.briefing, out.project, databases, out.data_faults);
    for (auto& translation : out.translations) translation.database = out.database;
    diagnostics.insert(diagnostics.end(), out.data_faults.begin(), out.data_faults.end());
    make_editions(out, diagnostics);
    // A build reads only the tables that it uses; a check reports faults in all of them.
    if (!setting.paint && out.database) {
        auto faults = out.database->check_all();
        out.data_faults.insert(out.data_faults.end(), faults.begin(), faults.end());
        diag::append(diagnostics, std::move(faults));
    }
    place_all(out.data_faults, out.briefing.title.span);
    place_all(diagnostics, out.briefing.title.span);
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<Prepared> prepare(const fs::path& briefing, const spec::Project& project, const Setting& setting,
                               Databases& databases) {
    diag::Diagnostics diagnostics;
    auto surveyed = survey(briefing, project, setting).take(diagnostics);
    if (!surveyed) return diagnostics;
    auto prepared = prepare(std::move(*surveyed), setting, databases).take(diagnostics);
    return {std::move(*prepared), std::move(diagnostics)};
}

diag::Result<Prepared> survey(const fs::path& briefing, const spec::Project& project, const Setting& setting) {
    diag::Diagnostics diagnostics;
    Prepared out;
    out.project = project;
    auto text = spec::read(briefing, project).take(diagnostics);
    if (!text) return diagnostics;
    out.briefing = std::move(*text);
    add_translations(out, setting, diagnostics);
    if (auto targets = bind::targets(out.briefing, project).take(diagnostics)) out.targets = std::move(*targets);
    drop_unread(out);
    settle_dates(out.targets, out.briefing, setting, diagnostics);
    settle_languages(out.targets, project, setting, diagnostics);
    check_names(out, diagnostics);
    place_all(diagnostics, out.briefing.title.span);
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<TargetPages> set_target(const Prepared& in_all_languages, const bind::Target& target,
                                     const Setting& setting, bind::Ledger* ledger) {
    const auto& prepared = in_all_languages.for_target(target);
    diag::Diagnostics diagnostics;
    TargetPages out;
    bind::Ledger own_ledger;
    const bool asks_pages = ledger != nullptr;
    if (ledger == nullptr) ledger = &own_ledger;  // for the record, and for web editions
    if (prepared.database) prepared.database->begin_reads();
    const auto* output = output_named(prepared.briefing, target.output);
    std::optional<WornTemplate> worn;
    auto layout = load_layout(prepared, output, setting, diagnostics, &worn);
    if (diag::has_errors(diagnostics) && output && output->deck_template) return diagnostics;
    auto locale = bind::locale_of(target);  // bind reports an unknown one
    if (!layout || !prepared.database) return diagnostics;
    bind::order_parts(prepared.briefing, prepared.project, target, *layout);
    const auto own = output_for_reader(prepared, target, output);
    if (locale) locale = locale->with_words(bind::words_of(prepared.briefing, *layout));
    if (worn && locale && locale->right_to_left()) turn_places(*layout);
    diag::Diagnostics missing;
    out.fonts = load_fonts(*layout, locale ? &*locale : nullptr, prepared, setting, missing);
    if (diag::has_errors(missing)) out.fonts = nullptr;  // else every text in a missing family would be reported
    diag::append(diagnostics, std::move(missing));
    // A web edition says where its numbers come from, and needs pages only if it shows slides.
    diag::Diagnostics refused;
    const auto wanted = formats_of(output, *layout, setting, refused);
    const auto is_pageless = [](const auto& choice) { return vocabulary::row_of(choice.format).pageless; };
    const bool web = contains(wanted, vocabulary::Format::html);
    const bool paged = layout->medium == style::Medium::slides || asks_pages || wanted.empty() ||
                       !std::all_of(wanted.begin(), wanted.end(), is_pageless);
    const bool tells_changes = locale && shows_changes(*layout);
    auto* noted = asks_pages || web || setting.paint || tells_changes ? ledger : nullptr;
    Wanted to_set{prepared, *layout, target, setting.draft, noted, {}, paged, setting.kept.get()};
    std::optional<publish::TargetRecord> previous;
    if (tells_changes) {
        previous = previous_of(prepared, target, setting, diagnostics);
        to_set.complete = [&](doc::Document& document) {
            auto now = record_of({prepared, target, setting, *layout, document, *ledger, {}});
            document.changes = {changes_since(previous, std::move(now), prepared, target, *locale)};
        };
    }
    auto set = set_in_pages(to_set, locale ? &*locale : nullptr, out.fonts, own ? &*own : nullptr, diagnostics);
    diag::append(diagnostics, std::move(set.diagnostics));
    text::merge_missing_glyphs(diagnostics);
    if (paged && !set.pages) return diagnostics;
    if (!set.document || !locale || !out.fonts || diag::has_errors(diagnostics)) return diagnostics;
    if (set.pages) out.pages = std::move(*set.pages);
    if (set.document) out.pages.facts = facts_used(*set.document, *prepared.database);
    out.pages.made_for = {target.output, target.audience, "precis " + std::string(version())};
    out.formats = formats_of(output, *layout, setting, diagnostics);
    if (worn) {
        out.deck_template = worn->from;
        diag::append(diagnostics, lacks_of(*worn, out.pages));
        const auto shows_slides = [](const auto& choice) {
            return choice.format != vocabulary::Format::pptx && choice.format != vocabulary::Format::xlsx;
        };
        if (std::any_of(out.formats.begin(), out.formats.end(), shows_slides))
            diag::append(diagnostics, std::move(worn->not_drawn));
    }
    if (contains(out.formats, vocabulary::Format::handout)) {
        text::Setter setter(out.fonts);
        out.handout = layout::handout(out.pages, *set.document, *layout, *locale, setter).take(diagnostics);
    }
    if (diag::has_errors(diagnostics)) return diagnostics;
    if (contains(out.formats, vocabulary::Format::xlsx)) out.book = data_book_of(*set.document, out.pages, *locale);
    if (setting.paint && contains(out.formats, vocabulary::Format::pdf))
        out.pages.attachments = attachments_of(*set.document, prepared.database->model(), out.pages);
    if (web || contains(out.formats, vocabulary::Format::md)) {
        const WebSource source{prepared,
                               target,
                               output,
                               *layout,
                               *locale,
                               *set.document,
                               *ledger,
                               out.fonts,
                               paged && layout->medium == style::Medium::slides ? &out.pages : nullptr,
                               contains(out.formats, vocabulary::Format::pdf),
                               setting.draft};
        if (web) out.web = web_files(source, diagnostics);
        if (contains(out.formats, vocabulary::Format::md)) out.markdown = markdown_files(source);
        if (diag::has_errors(diagnostics)) return diagnostics;
    }
    out.steps = std::move(set.steps);
    out.least_size = layout->chart.min_size;
    out.inks = layout->brand.inks;
    out.profile = layout->brand.profile;
    for (const auto& source : set.document->sources)
        if (!source.id.empty()) out.edition.sources.push_back(source.id);
    out.edition.facts = set.document->facts;
    if (setting.inputs) out.inputs = inputs_of({prepared, target, setting, *layout, *set.document, *ledger, out.pages});
    if (setting.paint) {
        out.edition.record = record_of({prepared, target, setting, *layout, *set.document, *ledger, out.pages});
        out.edition.record.steps = out.steps;
        if (previous && !prepared.briefing.previous) out.edition.record.previous = {std::move(*previous)};
    }
    return {std::move(out), std::move(diagnostics)};
}

diag::Result<Rendered> render(const Prepared& in_all_languages, const bind::Target& target, const Setting& setting) {
    const auto& prepared = in_all_languages.for_target(target);
    diag::Diagnostics diagnostics;
    Rendered out;
    const auto* output = output_named(prepared.briefing, target.output);
    const auto& place = output ? output->span : prepared.briefing.title.span;
    out.name = bind::name_of(target) + (setting.draft ? ".DRAFT" : "");
    // The bound document is destroyed before the pages are painted: a long report is in memory once.
    auto& set = last_pages();
    set.reset();
    set = set_target(prepared, target, setting).take(diagnostics);
    if (!set) {
        place_all(diagnostics, place);
        return {std::move(out), std::move(diagnostics)};
    }
    out.steps = std::move(set->steps);
    out.pages = set->pages.pages.size();
    out.title = set->pages.metadata.title;
    for (const auto& page : set->pages.pages)
        diag::append(diagnostics, setting.labels ? paint::audit(page, *set->fonts, set->least_size)
                                                 : paint::audit_doubts(page, *set->fonts));
    publish::Finish finish;
    if (output) finish.linearize = output->linearize;
    if (output && output->encrypt)
        finish.password = password_of(*output->encrypt, prepared, setting, diagnostics).value_or("");
    if (output && output->print) finish.print = print_of(*set, output->print_span, diagnostics);
    if (setting.paint && !diag::has_errors(diagnostics)) {
        if (setting.draft) set->pages.metadata.title = "DRAFT: " + set->pages.metadata.title;
        out.password = finish.password;
        paint_all(*set, finish, out, diagnostics);
        finish_record(set->edition.record, prepared, target, setting, *set->fonts, out);
        out.record = std::move(set->edition.record);
    }
    out.facts = std::move(set->edition.facts);
    out.sources = std::move(set->edition.sources);
    place_all(diagnostics, place);
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::build
