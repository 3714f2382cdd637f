// build/stages.h: the stages of docs/design/design.md#stages, run one after another for one target of a briefing.
//
// prepare() reads project, briefing and data (stages 1 and 2); set_target() binds and composes one target (3 and 4);
// render() paints and finishes it as well (5 and 6).
// In: paths and a Setting, which holds all that the command line or the environment decides. Out: values; nothing is
// written to disk or printed.
// Units: points in pages, dots an inch in pixels, seconds since 1970 in UTC for the clock.
// Errors: each stage goes on after an error if it can, so that one run reports as much as possible; files come back
// only if nothing is wrong. A Prepared serves several targets, but only one at a time: its database keeps state. Fonts
// and pages of a target are its own, so targets may be rendered in separate processes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/bind.h"
#include "bind/ledger.h"
#include "data/database.h"
#include "diag/diagnostic.h"
#include "paint/data_book.h"
#include "publish/manifest.h"
#include "publish/publish.h"
#include "scene/scene.h"
#include "spec/briefing.h"
#include "style/layout.h"
#include "style/load.h"
#include "text/fonts.h"

namespace precis::ooxml {
struct DeckTemplate;
}

namespace precis::build {

struct Kept;

/// The decisions of a run that are not the briefing's.
struct Setting {
    std::filesystem::path installed;         // holds layouts/ and fonts/ (find_installed)
    std::filesystem::path out;               // for outputs; empty: the project's
    std::filesystem::path layouts;           // searched for layouts first; empty: none
    std::map<std::string, std::string> set;  // names of values and the texts that replace them
    std::string date;                        // ISO 8601, for all briefings; empty: their own
    std::string date_of_undated;             // for briefings without `date`; empty: missing_key
    std::optional<std::int64_t> clock;       // the time of the build, for embargoes with an hour; nothing: days decide
    std::vector<std::string> languages;      // only these; outputs that list none are made in them, too; empty: all
    std::vector<std::string> formats;        // instead of the outputs' own; empty: the outputs' own
    /// The value of an environment variable, for passwords; without a function there are no variables.
    std::function<std::optional<std::string>(const std::string& name)> variable;
    bool paint = true;                // false: stop at the pages, and read all tables for their faults
    bool draft = false;               // too many pages are a warning; files are named NAME.DRAFT.pdf …
    bool labels = false;              // audit the text of every page as it is painted
    bool inputs = false;              // list the files that a target was made of (TargetPages::inputs)
    std::shared_ptr<Kept> kept = {};  // of builds before this one (build/kept.h); nullptr: nothing is kept
};

/// Databases that the briefings of a run share, by the path of the model; prepare() adds to them.
using Databases = std::map<std::filesystem::path, std::shared_ptr<data::Database>>;

/// A briefing with its data, ready for any of its targets.
struct Prepared {
    spec::Project project;
    spec::Briefing briefing;
    std::shared_ptr<data::Database> database;
    std::vector<bind::Target> targets;                   // of all editions, in the order of the rows
    std::vector<std::shared_ptr<const bind::Row>> rows;  // of `for-each`, an edition each; empty: there is none
    std::vector<Prepared> translations;                  // into the languages of targets, without targets of their own
    diag::Diagnostics data_faults;  // what the data had when they were loaded, also reported; none if they were already

    /// The briefing in the target's language: itself, or one of `translations`.
    [[nodiscard]] const Prepared& for_target(const bind::Target& target) const;
};

/// The folder for outputs: the setting's, the project's, or `out` in the project's folder.
[[nodiscard]] std::filesystem::path out_folder(const spec::Project& project, const Setting& setting);

/// The data model of briefings that name no other; the file need not exist.
[[nodiscard]] std::filesystem::path model_of(const spec::Project& project);

/// Stages 1 and 2: reads the briefing and its data, and lists its targets.
/// Errors: those of spec::find_project, spec::read, data::load, Database::open, bind::targets; missing_key (no date);
/// bad_slug (a name too long for a file); translation_missing (a language without a file).
[[nodiscard]] diag::Result<Prepared> prepare(const std::filesystem::path& briefing, const spec::Project& project,
                                             const Setting& setting, Databases& databases);

/// The same without the data: the targets, to compare them with the last edition's.
[[nodiscard]] diag::Result<Prepared> survey(const std::filesystem::path& briefing, const spec::Project& project,
                                            const Setting& setting);
/// The rest of prepare() for what survey() gave without an error: the data, and the editions of its rows. The briefing
/// is not read again. Errors: those of the data alone.
[[nodiscard]] diag::Result<Prepared> prepare(Prepared surveyed, const Setting& setting, Databases& databases);

/// What a target was made of.
struct Edition {
    std::vector<std::string> facts, sources;
    publish::TargetRecord record;  // hashes of files are left to build/record/last_edition.h
};

/// A file that is made of the bound document itself.
struct WebFile {
    std::string ending;  // of its name; empty: the format's
    std::string bytes;
};

/// A target in pages, not yet painted.
struct TargetPages {
    scene::Document pages;
    std::optional<scene::Document> handout;                    // if a format asks for it
    std::optional<paint::DataBook> book;                       // likewise
    std::vector<WebFile> web, markdown;                        // likewise
    std::vector<spec::FormatChoice> formats;                   // to paint
    std::shared_ptr<text::Fonts> fonts;                        // the faces of the pages' text
    std::vector<std::string> steps;                            // taken to meet the page budget, in order
    std::vector<style::Ink> inks;                              // of the brand
    std::filesystem::path profile;                             // of the press; empty: the usual one
    std::shared_ptr<const ooxml::DeckTemplate> deck_template;  // of the output; nullptr: none
    double least_size = 0;                                     // points; the layout's least size of text in charts
    std::vector<std::filesystem::path> inputs;                 // absolute; if the setting asks for them
    Edition edition;
};

/// Stages 3 and 4 for one target. Fonts are loaded here, so that each worker process has its own. A document of more
/// pages than its output allows is bound and composed again, a rung of the layout's `fit` at a time. No pages come
/// back if anything is wrong. `ledger`, if given, records where each number is printed.
/// Errors: pages_exceeded (at the output's `pages`; for a draft a warning), format_not_available; those of style::load,
/// text::Fonts::load, bind::bind and layout::compose. Warnings: block_dropped, pages_too_few.
[[nodiscard]] diag::Result<TargetPages> set_target(const Prepared& prepared, const bind::Target& target,
                                                   const Setting& setting, bind::Ledger* ledger = nullptr);

/// A rendered target. Paths are relative to the briefing's folder in the out folder.
struct Rendered {
    std::vector<publish::File> files;
    std::string password;  // of its encrypted files; it stays in the process that painted them
    std::string name;      // of the target, as bind::name_of gives it
    std::string title;     // of the document
    std::size_t pages = 0;
    std::vector<std::string> steps;           // taken to meet the page budget, in order
    std::vector<std::string> facts, sources;  // ids: facts that are shown, sources that are listed
    publish::TargetRecord record;             // of the target, without its findings and the hashes of its inputs
};

/// Stages 3 to 6 for one target: set_target, the painters, publish::finish_pdf, and the record of what they were made
/// of. Errors: theirs; those of a password that cannot be had (build/password.h).
[[nodiscard]] diag::Result<Rendered> render(const Prepared& prepared, const bind::Target& target,
                                            const Setting& setting);

/// The folders that are searched for layouts: the setting's, the project's, the installed one; each once.
[[nodiscard]] style::LayoutSearch layout_search(const spec::Project& project, const Setting& setting);

}  // namespace precis::build
