// The pipeline: each stage's value is handed to the next, what it found is kept, and a stage that has no value to work
// on is left out. Stages after an error still run where they can, so that one run reports as much as possible.
#include "cli/stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/nearest.h"
#include "cli/attachments.h"
#include "cli/edition.h"
#include "cli/facts_used.h"
#include "cli/font_index.h"
#include "cli/kept_files.h"
#include "cli/ladder.h"
#include "data/model.h"
#include "layout/compose.h"
#include "locale/locale.h"
#include "paint/paint.h"
#include "scene/scene.h"
#include "text/fonts.h"
#include "text/setter.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

constexpr double kScreenDpi = 144;  // of PNG pages

fs::path model_of(const spec::Briefing& briefing, const spec::Project& project) {
    if (briefing.model) return (briefing.path.parent_path() / briefing.model->text).lexically_normal();
    return project.model.empty() ? project.root / "data" / "model.yaml" : project.model;
}

/// The model loaded into a database; a briefing without data gets an empty one.
std::shared_ptr<data::Database> open_data(const spec::Briefing& briefing, const spec::Project& project,
                                          Databases& databases, diag::Diagnostics& found) {
    const auto path = model_of(briefing, project);
    if (const auto known = databases.find(path); known != databases.end()) return known->second;
    std::optional<data::Model> model;
    std::error_code failed;
    if (!briefing.model && project.model.empty() && !fs::exists(path, failed)) {
        model.emplace();
    } else {
        const auto named = briefing.model ? briefing.model->span : diag::Span{};
        model = data::load(path, project.root, named).take(found);
    }
    std::shared_ptr<data::Database> shared;
    if (model) {
        if (auto database = data::Database::open(*model, project.root).take(found)) {
            shared = std::make_shared<data::Database>(std::move(*database));
        }
    }
    databases[path] = shared;
    return shared;
}

void settle_dates(std::vector<bind::Target>& targets, const spec::Briefing& briefing, const Setting& setting,
                  diag::Diagnostics& found) {
    auto date = !setting.date.empty() ? setting.date : briefing.date ? briefing.date->text : setting.date_of_undated;
    if (date.empty()) {
        found.push_back(
            diag::error(diag::Code::missing_key, briefing.title.span, "the briefing has no `date`",
                        "write `date: 2026-08-31` below the title, or build with --date or SOURCE_DATE_EPOCH"));
    }
    for (auto& target : targets) {
        target.date = date;
        target.set = setting.set;
    }
}

const spec::Output* output_named(const spec::Briefing& briefing, const std::string& name) {
    const auto at = std::find_if(briefing.outputs.begin(), briefing.outputs.end(),
                                 [&](const auto& output) { return output.name.text == name; });
    return at == briefing.outputs.end() ? nullptr : &*at;
}

/// The layout an output names; without one, `research-note`.
std::optional<style::Layout> load_layout(const Prepared& prepared, const spec::Output* output, const Setting& setting,
                                         diag::Diagnostics& found) {
    auto search = layout_search(prepared.project, setting);
    const auto folder = prepared.briefing.path.parent_path();
    if (output && output->brand) {
        search.brand = folder / output->brand->text;
    } else if (prepared.briefing.brand) {
        search.brand = folder / prepared.briefing.brand->text;
    }
    const bool named = output && output->layout;
    const auto wanted_by = named ? output->layout->span : output ? output->span : prepared.briefing.title.span;
    return style::load(named ? output->layout->text : "research-note", search, wanted_by).take(found);
}

std::shared_ptr<text::Fonts> load_fonts(const style::Layout& layout, const Prepared& prepared, const Setting& setting,
                                        diag::Diagnostics& found) {
    text::FontIndex index;
    const auto add = [&](const fs::path& file, const std::string& shown) {
        auto more = read_font_index(file, shown).take(found);
        if (more) std::move(more->families.begin(), more->families.end(), std::back_inserter(index.families));
    };
    std::error_code failed;
    const auto own = prepared.project.fonts.empty() ? fs::path() : prepared.project.fonts / "fonts.yaml";
    const auto installed = setting.installed / "fonts" / "fonts.yaml";
    if (!own.empty() && fs::exists(own, failed) && !fs::equivalent(own, installed, failed)) {
        add(own, own.lexically_relative(prepared.project.root).string());
    }
    add(installed, "fonts/fonts.yaml");

    std::map<std::string, diag::Span> families;  // each once, with the place that names it
    for (const auto& [role, family] : layout.fonts) {
        const auto named = layout.font_spans.find(role);
        families.emplace(family, named == layout.font_spans.end() ? layout.span : named->second);
    }
    for (const auto& [name, style] : layout.styles) families.emplace(style.family, layout.span);
    std::vector<text::FamilyRequest> wanted;
    for (const auto& [family, named] : families) wanted.push_back({family, named});
    return text::Fonts::load(index, wanted).take(found).value_or(nullptr);
}

// ---- painting -----------------------------------------------------------------------------------------------------

void paint_pdf(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
               diag::Diagnostics& found) {
    auto painted = paint::pdf(pages, fonts).take(found);
    if (!painted) return;
    if (auto bytes = publish::finish_pdf(std::move(*painted), pages).take(found)) {
        out.files.push_back({name + ".pdf", std::move(*bytes)});
    }
}

/// A picture a page: NAME.png, or NAME.1.png, NAME.2.png … where there are several.
void paint_png(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
               diag::Diagnostics& found) {
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const auto number = pages.pages.size() > 1 ? fmt::format(".{}", i + 1) : std::string();
        if (auto bytes = paint::png(pages.pages[i], fonts, kScreenDpi).take(found)) {
            out.files.push_back({name + number + ".png", std::move(*bytes)});
        }
    }
}

/// NAME.presenter.pdf
void paint_presenter(const scene::Document& pages, const text::Fonts& fonts, const std::string& name, Rendered& out,
                     diag::Diagnostics& found) {
    auto painted = paint::presenter_pdf(pages, fonts).take(found);
    if (!painted) return;
    if (auto bytes = publish::finish_presenter(std::move(*painted), pages).take(found)) {
        out.files.push_back({name + ".presenter.pdf", std::move(*bytes)});
    }
}

void paint_pptx(const scene::Document& pages, const std::string& name, Rendered& out, diag::Diagnostics& found) {
    if (auto bytes = paint::pptx(pages).take(found)) out.files.push_back({name + ".pptx", std::move(*bytes)});
}

// ---- fitting ------------------------------------------------------------------------------------------------------

struct Wanted {
    const Prepared& prepared;
    const style::Layout& layout;
    const bind::Target& target;
    bind::Ledger* ledger = nullptr;  // of the document that stands in the end
};

/// A document composed, and what was found on the way.
struct Composed {
    std::optional<doc::Document> document;
    std::optional<scene::Document> pages;
    diag::Diagnostics found;
    std::vector<std::string> steps;
    std::size_t count() const { return pages ? pages->pages.size() : 0; }
};

std::optional<doc::Document> bound(const Wanted& wanted, const Ladder& ladder, diag::Diagnostics& found) {
    const auto& p = wanted.prepared;
    if (wanted.ledger != nullptr) *wanted.ledger = {};
    return bind::bind(p.briefing, p.project, *p.database, ladder.layout(), ladder.target(), wanted.ledger).take(found);
}

void compose(Composed& made, const style::Layout& layout, const locale::Locale& locale,
             const std::shared_ptr<text::Fonts>& fonts, bool sound) {
    text::Setter setter(fonts);
    sound = sound && !diag::has_errors(made.found);
    diag::Diagnostics composing;
    made.pages = layout::compose(*made.document, layout, locale, setter).take(composing);
    // A page that lacks a faulty block says nothing of how the whole one fits.
    if (!sound) std::erase_if(composing, [](const auto& d) { return d.severity == diag::Severity::warning; });
    diag::append(made.found, std::move(composing));
}

std::string page_words(std::size_t pages) {
    return fmt::format("{} page{}", pages, pages == 1 ? "" : "s");
}

void check_pages(Composed& made, const spec::Output& output) {
    const auto span = output.pages_span ? output.pages_span : output.span;
    const auto most = static_cast<std::size_t>(output.pages_max.value_or(0));
    const auto least = static_cast<std::size_t>(output.pages_min.value_or(0));
    if (most > 0 && made.count() > most) {
        auto fault =
            diag::error(diag::Code::pages_exceeded, span,
                        fmt::format("“{}” takes {}, at most {} allowed", output.name.text, page_words(made.count()),
                                    most == 1 ? "1 is" : fmt::format("{} are", most)),
                        "cut text, give blocks an `optional:` level or a `short:` wording, or allow more pages");
        if (!made.steps.empty()) {
            fault.notes.push_back({fmt::format("tried in vain: {}", fmt::join(made.steps, ", ")), {}});
        }
        made.found.push_back(std::move(fault));
    } else if (made.count() < least) {
        made.found.push_back(
            diag::warning(diag::Code::pages_too_few, span,
                          fmt::format("“{}” takes {}, at least {} wanted", output.name.text, page_words(made.count()),
                                      least == 1 ? "1 is" : fmt::format("{} are", least)),
                          "add what the reader still needs, or ask for fewer pages"));
    }
}

/// Binds and composes; again on each rung of the ladder until the pages are no more than the output allows.
Composed set_in_pages(const Wanted& wanted, const locale::Locale* locale, const std::shared_ptr<text::Fonts>& fonts,
                      const spec::Output* output, const diag::Diagnostics& before) {
    Ladder ladder(wanted.layout, wanted.target);
    const bool sound = !diag::has_errors(before);
    Composed made;
    made.document = bound(wanted, ladder, made.found);
    if (!made.document || !fonts || !locale) return made;
    compose(made, ladder.layout(), *locale, fonts, sound);
    if (!output || !sound || diag::has_errors(made.found)) return made;
    const auto most = static_cast<std::size_t>(output->pages_max.value_or(0));
    while (most > 0 && made.count() > most) {
        if (!ladder.climb()) break;
        Composed next;
        next.document = bound(wanted, ladder, next.found);
        if (!next.document) break;
        const bool same_words = *next.document == *made.document;
        if (same_words && !ladder.changes_look()) continue;  // no short text, no block of this level
        compose(next, ladder.layout(), *locale, fonts, sound);
        ladder.keep();
        made = std::move(next);
        if (diag::has_errors(made.found)) break;
    }
    made.steps = ladder.steps();
    if (!diag::has_errors(made.found)) check_pages(made, *output);
    return made;
}

// ---- formats ------------------------------------------------------------------------------------------------------

struct Format {
    std::string name;
    diag::Span span;
};

std::vector<Format> formats_of(const spec::Output* output, const Setting& setting) {
    std::vector<Format> formats;
    for (const auto& name : setting.formats) formats.push_back({name, {}});
    if (formats.empty() && output) {
        for (const auto& format : output->formats) formats.push_back({format.text, format.span});
    }
    if (formats.empty()) formats.push_back({"pdf", {}});
    return formats;
}

void paint_all(const scene::Document& pages, const text::Fonts& fonts, const std::vector<Format>& formats,
               const std::string& name, Rendered& out, diag::Diagnostics& found) {
    static const std::vector<std::string> kKnown{"pdf", "png", "pptx", "presenter"};
    for (const auto& format : formats) {
        if (format.name == "pdf") {
            paint_pdf(pages, fonts, name, out, found);
        } else if (format.name == "png") {
            paint_png(pages, fonts, name, out, found);
        } else if (format.name == "presenter") {
            paint_presenter(pages, fonts, name, out, found);
        } else if (format.name == "pptx") {
            paint_pptx(pages, name, out, found);
        } else {
            const auto near = base::nearest(format.name, kKnown);
            found.push_back(
                diag::error(diag::Code::format_not_available, format.span,
                            fmt::format("there is no painter for the format “{}”", format.name),
                            near ? fmt::format("did you mean “{}”?", *near) : "use pdf, png, pptx or presenter"));
        }
    }
}

}  // namespace

diag::Result<Prepared> prepare(const fs::path& briefing, const spec::Project& project, const Setting& setting,
                               Databases& databases) {
    diag::Diagnostics found;
    Prepared out;
    out.project = project;
    auto read = spec::read(briefing, project).take(found);
    if (!read) return found;
    out.briefing = std::move(*read);
    out.database = open_data(out.briefing, project, databases, found);
    if (auto targets = bind::targets(out.briefing, project).take(found)) out.targets = std::move(*targets);
    settle_dates(out.targets, out.briefing, setting, found);
    // A build reads the tables that it uses; a check has something to say of the others too.
    if (!setting.paint && out.database) diag::append(found, out.database->check_all());
    return {std::move(out), std::move(found)};
}

diag::Result<TargetPages> set_target(const Prepared& prepared, const bind::Target& target, const Setting& setting,
                                     bind::Ledger* ledger) {
    diag::Diagnostics found;
    TargetPages out;
    const auto* output = output_named(prepared.briefing, target.output);
    const auto layout = load_layout(prepared, output, setting, found);
    const auto locale = locale::Locale::find(target.language);  // bind says what is wrong with an unknown one
    if (!layout || !prepared.database) return found;
    diag::Diagnostics missing;
    out.fonts = load_fonts(*layout, prepared, setting, missing);
    if (diag::has_errors(missing)) out.fonts = nullptr;  // or every text in the family would be a finding of its own
    diag::append(found, std::move(missing));
    auto set = set_in_pages({prepared, *layout, target, ledger}, locale ? &*locale : nullptr, out.fonts, output, found);
    diag::append(found, std::move(set.found));
    if (!set.pages || diag::has_errors(found)) return found;
    out.pages = std::move(*set.pages);
    if (set.document) out.pages.facts = facts_used(*set.document, *prepared.database);
    const auto formats = formats_of(output, setting);
    if (std::any_of(formats.begin(), formats.end(), [](const auto& format) { return format.name == "pdf"; }))
        out.pages.attachments = attachments_of(*set.document, prepared.database->model(), out.pages);
    out.steps = std::move(set.steps);
    out.least_size = layout->chart.min_size;
    out.edition = edition_of(prepared, *layout, *set.document);
    return {std::move(out), std::move(found)};
}

diag::Result<Rendered> render(const Prepared& prepared, const bind::Target& target, const Setting& setting) {
    diag::Diagnostics found;
    Rendered out;
    out.name = target.output + (target.audience.empty() ? "" : "." + target.audience);
    // What the pages were made from is gone before they are painted: a long report is held once.
    auto set = set_target(prepared, target, setting).take(found);
    if (!set) return {std::move(out), std::move(found)};
    out.steps = std::move(set->steps);
    out.pages = set->pages.pages.size();
    if (setting.labels) {
        for (const auto& page : set->pages.pages) diag::append(found, paint::audit(page, *set->fonts, set->least_size));
    }
    if (setting.paint) {
        const auto* output = output_named(prepared.briefing, target.output);
        paint_all(set->pages, *set->fonts, formats_of(output, setting), out.name, out, found);
        if (!diag::has_errors(found)) out.files.push_back(manifest_of(prepared, target, set->edition, out, setting));
    }
    out.facts = std::move(set->edition.facts);
    out.sources = std::move(set->edition.sources);
    return {std::move(out), std::move(found)};
}

style::LayoutSearch layout_search(const spec::Project& project, const Setting& setting) {
    style::LayoutSearch search;
    search.root = project.root;
    for (const auto& folder : {setting.layouts, project.layouts.empty() ? project.root / "layouts" : project.layouts,
                               setting.installed.empty() ? fs::path() : setting.installed / "layouts"}) {
        std::error_code failed;
        if (folder.empty() || !fs::is_directory(folder, failed)) continue;
        const bool known = std::any_of(search.folders.begin(), search.folders.end(),
                                       [&](const auto& f) { return fs::equivalent(f, folder, failed); });
        if (!known) search.folders.push_back(folder);
    }
    search.brand = project.brand;
    search.kept = kept_files();
    return search;
}

}  // namespace precis::cli
