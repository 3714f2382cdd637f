// publish/manifest.h: `edition.json`, the record of an edition: what a briefing's outputs were made of, what they print
// and the files that they are, so that a later build can leave them alone, compare them or say what has changed.
// Stage: records of targets -> EDITION -> OUT/SLUG/edition.json, and back.
//
// In: paths relative to the project or to the edition's folder, with forward slashes. Out: JSON without the time of the
// build or a path of the machine: the same build gives the same bytes. docs/editions.md describes each key.
// Units: sizes in bytes; hashes are SHA-256 in hexadecimal digits, of records of data their first 16; dates ISO 8601.
// Errors: read_edition: those of json::parse, wrong_version (a newer form), bad_edition (not an edition).
// Cost: linear in the bytes hashed or parsed.
#pragma once
#include <compare>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::publish {

/// The form of edition.json that is written. Older ones are read.
inline constexpr int kEditionForm = 2;
inline constexpr std::string_view kEditionFile = "edition.json";

struct ManifestFile {
    std::string path;
    std::string sha256;  // empty: there was no such file
    std::size_t bytes = 0;
    std::string sum;  // quick_sum() of the content: what a build compares
    bool operator==(const ManifestFile&) const = default;
};

struct ManifestOutput {
    ManifestFile file;
    std::size_t pages = 0;
    bool encrypted = false;  // its bytes differ from build to build, so neither their hash nor their number is noted
    bool operator==(const ManifestOutput&) const = default;
};

/// A warning that the author accepts, with the reason.
struct ManifestReason {
    std::string code, because;
    auto operator<=>(const ManifestReason&) const = default;
};

/// A place in one of the project's files; no file: nowhere.
struct ManifestPlace {
    std::string file;
    std::size_t line = 0, column = 0;  // from 1, columns in bytes
    std::size_t length = 0;            // bytes
    std::string text;                  // of the line
    bool operator==(const ManifestPlace&) const = default;
};

/// A finding of the build, to be printed again while its output is left alone.
struct ManifestFinding {
    std::string code, message, remedy;
    ManifestPlace place;
    std::vector<std::pair<std::string, ManifestPlace>> notes;
    bool operator==(const ManifestFinding&) const = default;
};

/// A place that prints a number.
struct PrintedPlace {
    std::string kind;  // text, tile, exhibit or claim
    std::string text;  // as printed
    std::string sentence, exhibit;
    ManifestPlace place;
    std::vector<std::string> pages;  // labels; none: in a part that the layout does not show
    bool operator==(const PrintedPlace&) const = default;
};

/// A number with a name: of a fact, or of a query.
struct ManifestValue {
    std::string name, value, unit, period, qualifier, status, query;
    std::string label;  // what people call it; empty: its name
    std::vector<std::string> sources;
    std::vector<std::string> set;                    // names of the values set for this build that it rests on
    std::vector<std::string> tables, facts, values;  // that its query reads
    std::vector<PrintedPlace> places;
    bool operator==(const ManifestValue&) const = default;
};

/// A source of the output, with its age.
struct ManifestSource {
    std::string id, title, date, max_age;
    std::string fresh_until;  // its last good day; empty: it does not age
    bool operator==(const ManifestSource&) const = default;
};

/// Sentences of running text on one page, in order.
struct PrintedTexts {
    std::string page;  // its label; empty: the output has no pages
    std::vector<std::string> sentences;
    bool operator==(const PrintedTexts&) const = default;
};

/// One output for one audience in one language.
struct TargetRecord {
    std::string name;  // as its files begin
    std::string output, audience, language, date;
    std::string title;  // as printed; empty: it is encrypted, or the record is an older one
    std::size_t pages = 0;
    std::vector<std::string> steps;                            // taken to meet the page budget, in order
    std::vector<std::pair<std::string, std::string>> setting;  // what the run decided: date, --set …; sorted
    std::vector<std::pair<std::string, std::string>> reads;    // what was read, with its hash; sorted
    std::vector<std::pair<std::string, std::string>> tables;   // names of tables that were read, with their files
    std::vector<ManifestSource> sources;                       // in the order of the output
    std::vector<ManifestValue> names;                          // by name
    std::vector<PrintedTexts> texts;                           // all that it prints, but for numbers in exhibits
    std::vector<ManifestReason> accepted;
    std::vector<ManifestFinding> findings;
    bool forgets = false;  // true: it is never left alone, as it is encrypted or a finding cannot be kept
    std::vector<ManifestOutput> outputs;
    std::vector<TargetRecord> previous;  // that of the last edition of another date, if it prints what has changed
    bool operator==(const TargetRecord&) const = default;
    /// A hash of the setting and of all that was read.
    [[nodiscard]] std::string key() const;
};

struct EditionRecord {
    std::string program;  // name and version
    std::string build;    // an identifier of the program's file; empty: it has none
    std::string briefing, title, date;
    std::string folder;                     // the name of its own folder: a copy that somebody keeps has another one
    std::vector<ManifestFile> inputs;       // of all targets
    std::vector<std::string> data;          // those of the inputs that the model is made of
    std::vector<ManifestFinding> findings;  // of reading the briefing and its data
    std::vector<TargetRecord> targets;
    std::vector<std::string> left;  // files of earlier editions that no target makes and that are still there
    bool operator==(const EditionRecord&) const = default;

    [[nodiscard]] const TargetRecord* target(std::string_view name) const;
    [[nodiscard]] const ManifestFile* input(std::string_view path) const;
};

/// The entry of bytes in memory.
[[nodiscard]] ManifestFile manifest_file(std::string path, std::string_view bytes);
/// The entry of a file, which is read piece by piece; nothing if it cannot be read.
[[nodiscard]] std::optional<ManifestFile> manifest_file_at(std::string path, const std::filesystem::path& file);

/// 16 hexadecimal digits that tell contents apart, at a twentieth of the cost of SHA-256; no protection against
/// somebody who wants two contents to have one. Of a file: nothing if it cannot be read. Source: Y. Collet, "xxHash
/// fast digest algorithm", XXH64 with the seed 0.
[[nodiscard]] std::string quick_sum(std::string_view bytes);
[[nodiscard]] std::optional<std::string> quick_sum_of(const std::filesystem::path& file, std::size_t& bytes);

/// When a file's content or name last changed, in nanoseconds since 1970; 0 if it cannot be asked. And the present by
/// the same clock, which for files may go in steps of some milliseconds.
[[nodiscard]] long long changed_at(const std::filesystem::path& file);
[[nodiscard]] long long time_of_files();

/// JSON, indented by two spaces. Inputs and outputs are sorted by path, names by name; duplicates are dropped.
[[nodiscard]] std::string to_json(EditionRecord edition);
[[nodiscard]] std::string to_json(TargetRecord target);
/// A target as to_json() writes it; nothing for anything else.
[[nodiscard]] std::optional<TargetRecord> read_target(const std::string& json);
/// An edition of this form or an older one.
[[nodiscard]] diag::Result<EditionRecord> read_edition(const std::filesystem::path& file);
/// The same of a text in memory, named so in messages.
[[nodiscard]] diag::Result<EditionRecord> parse_edition(std::string text, const std::string& name);

}  // namespace precis::publish
