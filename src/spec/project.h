// spec/project.h: the project that briefings belong to: its folder, its shared settings, its audiences.
// Stage: precis.yaml -> PROJECT -> spec::read, data, style, bind.
//
// In: a folder to start from. Out: a Project, with absolute paths, and diagnostics. The project's folder is the root:
// nothing outside of it is read or written, links followed. Only the command line may name a folder elsewhere.
// Without a precis.yaml a project has a root and defaults, and that is not an error.
// Cost: find_project() reads one or two files; briefing_files() lists the folders that the patterns name, reads each
// match, and parses those whose first line is not a briefing's.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "vocabulary/part.h"
#include "vocabulary/sets.h"

namespace precis::spec {

using diag::Text;

/// What a reader gets first: a part, or a section of the briefing.
struct Precedence {
    std::optional<vocabulary::Part> part;
    std::string section;  // its id, if it is no part
    Text written;
    bool operator==(const Precedence&) const = default;
};

/// How much a reader gets at most; empty: all.
struct Depth {
    std::optional<int> headings, findings, recommendations, key_figures, watch, exhibits;
    bool operator==(const Depth&) const = default;
};

/// How many pages an output may take for this reader.
struct PageBudget {
    Text output;  // its name; empty: each output
    std::optional<int> least, most;
    diag::Span span;
    bool operator==(const PageBudget&) const = default;
};

/// One variation of the content (docs/design/language.md#audiences-and-outputs).
struct Audience {
    Text name;
    std::optional<Text> title, language, classification;
    std::optional<vocabulary::Wording> wording;
    std::optional<vocabulary::Reach> reach;    // how far its copy may travel
    std::vector<std::pair<Text, Text>> terms;  // name -> words for this audience
    std::vector<vocabulary::Part> exclude;     // parts that it does not see
    std::vector<Precedence> order;
    Depth depth;
    std::vector<std::pair<Text, Text>> vocabulary;  // the author's word -> this reader's
    std::vector<std::pair<Text, Text>> units;       // of the data -> of this reader; both are known measures
    std::optional<Text> locale;                     // of its numbers and dates
    std::vector<PageBudget> pages;
    bool operator==(const Audience&) const = default;
};

/// The project file (`precis.yaml`), with its file of audiences read in.
struct Project {
    std::filesystem::path root;   // absolute; the folder of precis.yaml, else the current one
    std::vector<Text> briefings;  // patterns below the root: * and ? within a name, ** for any folders
    std::filesystem::path model;  // absolute; empty: none is named
    std::filesystem::path layouts, fonts, out, brand;  // fonts: a folder with fonts.yaml, or that file
    diag::Span model_span, layouts_span, fonts_span, brand_span, out_span;  // where precis.yaml names them
    std::vector<Audience> audiences;
    std::string language = "en-GB";
    std::vector<Text> names;
    bool strict = false;
    bool operator==(const Project&) const = default;
};

/// The project of the nearest `precis.yaml` from `start` upwards; without one, a project whose root is `fallback_root`.
/// Errors: those of yaml::parse_file, unknown_key, wrong_type, wrong_version, bad_slug, file_outside_root,
/// file_not_found (`layouts`, `fonts`). The value is always there.
[[nodiscard]] diag::Result<Project> find_project(const std::filesystem::path& start,
                                                 const std::filesystem::path& fallback_root);

/// The files that the project's patterns match, sorted, each once. Left out are translations, and files that say by
/// their first key that they are something else: a project, a model, a layout, audiences, fonts, a brand.
/// Errors: not_a_briefing, for any other file; file_not_found, for a pattern without * and ? that matches nothing;
/// those of yaml::parse_file, for a file that cannot be parsed.
[[nodiscard]] diag::Result<std::vector<std::filesystem::path>> briefing_files(const Project& project);

}  // namespace precis::spec
