// cli/arguments.h: the command line as values. Reads no file and no environment.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diag/print.h"

namespace precis::cli {

enum class Command {
    build,
    check,
    chart,
    layouts,
    fonts,
    explain,
    data,
    schema,
    translation,
    create,
    refresh,
    merge,
    status,
    diff,
    mcp,
    collect,
    preview
};

struct Arguments {
    Command command = Command::build;
    std::vector<std::filesystem::path> briefings;  // empty: the project's
    std::vector<std::filesystem::path> pdfs;       // `check --pdf`: these files instead of briefings
    std::vector<std::filesystem::path> decks;      // `check --pptx`: likewise; `refresh`: the deck
    bool rules = false;                            // `--rules`: print each rule and how often it was applied
    std::optional<std::filesystem::path> out, root, layouts;
    std::vector<std::string> outputs, audiences, formats;  // empty: all
    std::vector<std::string> languages_wanted;             // `--language`; empty: all
    std::vector<std::string> editions;                     // `--edition`: folders of `for-each`; empty: all
    std::string shard;                                     // `--shard`, as written; empty: all editions
    std::vector<std::filesystem::path> merged;             // merge: the folders of the shards
    std::map<std::string, std::string> set;                // `--set name=value`
    std::string date;                                      // empty: the briefing's
    std::vector<std::string> names;                        // explain, data --refresh; empty: all
    bool accept = false;                                   // translation: write the record
    bool refresh = false;                                  // data: ask the databases, write snapshots
    std::string sql;                                       // data; empty: list tables, facts and sources
    std::string print_format = "text";                     // explain and data: text, json or csv
    int workers = 0;                                       // 0: one for each processor
    bool strict = false, fail_on_alert = false, force = false, compare_only = false, labels = false, unused = false;
    bool languages = false;                          // of `layouts`: list languages instead
    bool faces = false;                              // of `layouts`: list the faces that layouts ask for instead
    bool leaks = false;                              // check: search finished files for what their readers may not see
    int port = 0;                                    // preview: 0: any that is free
    bool open = false;                               // preview: in the desktop's browser
    bool draft = false;                              // build: write files that have too many pages, named as drafts
    std::filesystem::path old_edition, new_edition;  // diff: folders with edition.json, or such files
    bool prune = false;             // build: remove files of earlier editions that the project no longer makes
    std::filesystem::path deps;     // build: the depfile to write; empty: none
    std::string schema;             // schema: the kind of file
    std::string exhibit;            // chart: its id
    std::filesystem::path picture;  // chart, refresh: the file to write
    bool in_place = false;          // refresh: write over the deck
    std::string json;               // refresh: the file of the report; -: standard output; empty: none
    double dpi = 192;               // chart: of a PNG
    std::filesystem::path folder;   // new: the project's
    std::string sample, layout;     // new: empty: the starter, as it is
    std::filesystem::path sheet;    // layouts: the file of thumbnails; empty: list them
    bool attendance = false;        // collect: lists of events instead of repositories
    diag::Format message_format = diag::Format::text;
    bool operator==(const Arguments&) const = default;
};

/// The arguments; or a text to print and the code to exit with, for help, version and wrong usage.
struct Parsed {
    std::optional<Arguments> arguments;
    std::string text;
    int exit_code = 0;
};
[[nodiscard]] Parsed parse_arguments(int count, const char* const* values);

}  // namespace precis::cli
