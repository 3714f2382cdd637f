// cli/editions.h: all editions of a briefing with `for-each`: each is rendered and written by itself, by one of the
// workers, and the index of all comes last.
//
// What is wrong with an edition keeps only its own files from being written. A finding that several editions share is
// kept once and names them. Memory does not grow with the number of editions, but for their entries in the index.
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "build/many/shard.h"
#include "build/stages.h"
#include "cli/arguments.h"
#include "cli/findings.h"
#include "cli/terminal.h"

namespace precis::cli {

struct EditionsRun {
    build::Prepared& prepared;
    std::filesystem::path folder;  // of the briefing's files
    build::Shard shard;
    bool strict = false;  // warnings are errors
};

struct EditionsDone {
    std::size_t pages = 0, files = 0, unchanged = 0;
    std::vector<std::string> fitted;  // a line for each output that needed steps to meet its page budget
    struct {
        std::vector<std::filesystem::path> made;  // the index
        std::set<std::filesystem::path> inputs;   // of all editions
    } depends;
    std::string words;  // what was built, for people; empty: nothing is written
};

/// Errors: those of build::render and publish::write_files, out_of_date, file_outside_root.
[[nodiscard]] EditionsDone make_editions(const EditionsRun& run, const Arguments& args, const build::Setting& setting,
                                         Findings& findings, ProgressLine& line);

/// `-j`, or one for each processor.
[[nodiscard]] int workers_of(const Arguments& args);

/// "north", "north, south and 3 more".
[[nodiscard]] std::string some_of(const std::vector<std::string>& names);

}  // namespace precis::cli
