// build/stages.h: the stages of docs/design/design.md#stages run one after another, for one briefing and for one of its
// targets.
// Nothing is written or printed here: files and findings go back as values.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bind/bind.h"
#include "bind/ledger.h"
#include "data/database.h"
#include "diag/diagnostic.h"
#include "publish/publish.h"
#include "scene/scene.h"
#include "spec/briefing.h"
#include "style/layout.h"
#include "style/load.h"
#include "text/fonts.h"

namespace precis::build {

/// What a run brings with it: where things are and what the command line overrides.
struct Setting {
    std::filesystem::path installed;         // holds layouts/ and fonts/
    std::filesystem::path layouts;           // looked in first; empty: none
    std::map<std::string, std::string> set;  // values replaced
    std::string date;                        // for all briefings; empty: their own
    std::string date_of_undated;             // for briefings without one; empty: an error
    std::optional<std::int64_t> clock;       // the build's, where it is set: --date with an hour, SOURCE_DATE_EPOCH
    std::vector<std::string> formats;        // instead of the outputs' own; empty: those
    bool paint = true;                       // false: stop at the pages
    bool labels = false;                     // audit the words of every page
};

/// Databases of models that several briefings of a run share, by the model's path.
using Databases = std::map<std::filesystem::path, std::shared_ptr<data::Database>>;

/// A briefing with its data, ready for any of its targets.
struct Prepared {
    spec::Project project;
    spec::Briefing briefing;
    std::shared_ptr<data::Database> database;
    std::vector<bind::Target> targets;
};

/// Stages 1 and 2: project, briefing and data read; the targets named.
/// Errors: those of spec::find_project, spec::read, data::load, Database::open, bind::targets; missing_key (no date).
[[nodiscard]] diag::Result<Prepared> prepare(const std::filesystem::path& briefing, const spec::Project& project,
                                             const Setting& setting, Databases& databases);

/// What a target was made from, for its manifest.
struct Edition {
    std::vector<std::filesystem::path> inputs;
    std::vector<std::string> facts, sources;
    std::vector<doc::Accepted> accepted;
};

/// A target in pages, not yet painted.
struct TargetPages {
    scene::Document pages;
    std::shared_ptr<text::Fonts> fonts;  // that the pages are set in
    std::vector<std::string> steps;      // taken to meet the page budget, in order
    double least_size = 0;               // of words in charts, as the layout says
    Edition edition;
};

/// Stages 3 and 4 for one target. Fonts are loaded here, so that a worker process has its own.
/// A document of more pages than its output allows is bound and composed again, a rung of the layout's `fit` at a time.
/// No pages where anything is wrong.
/// Errors: pages_exceeded (at the output's `pages`); those of style::load, text::Fonts::load, bind::bind and
/// layout::compose. Warnings: block_dropped, pages_too_few. `ledger`, where there is one, is told where numbers stand.
[[nodiscard]] diag::Result<TargetPages> set_target(const Prepared& prepared, const bind::Target& target,
                                                   const Setting& setting, bind::Ledger* ledger = nullptr);

/// What became of a target. Paths are relative to the briefing's folder in the out folder.
struct Rendered {
    std::vector<publish::File> files;
    std::string name;  // of the target: OUTPUT or OUTPUT.AUDIENCE
    std::size_t pages = 0;
    std::vector<std::string> steps;           // taken to meet the page budget, in order
    std::vector<std::string> facts, sources;  // ids of those that it shows and lists
};

/// Stages 3 to 6 for one target: set_target, painters, publish::finish_pdf; the manifest beside what they made.
/// Errors: theirs; format_not_available.
[[nodiscard]] diag::Result<Rendered> render(const Prepared& prepared, const bind::Target& target,
                                            const Setting& setting);

/// Folders in which layouts are looked for: the setting's, the project's, the installed ones; each once.
[[nodiscard]] style::LayoutSearch layout_search(const spec::Project& project, const Setting& setting);

}  // namespace precis::build
