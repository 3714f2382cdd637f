// A small project in memory, and what a build of it shows, for tests/effect.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tree.h"

namespace precis::test {

/// Files by their paths; YAML files can be changed.
struct Project {
    std::map<std::string, std::string> files;

    /// The files of tests/effect/projects/NAME.
    static Project of(const std::string& name);
    /// Puts a value, written as YAML, at a path of a file; the value `~` takes away what is there.
    void put(const std::string& file, const std::string& path, const std::string& value);
};

/// What a reader can tell apart, without hashes and paths.
struct Shown {
    std::string pages, slides;  // what is drawn, as a hash; empty: nothing
    std::string metadata;       // of all targets, as a hash: titles, languages, outline, attachments
    std::string files;          // names, and for files of a kind that pages do not decide, their bytes
    std::string findings;       // codes, severities, messages and remedies
    std::string program;        // what `precis build` ends with and makes, and what `precis layouts` prints; if asked for
    bool faulty = false;        // an error stops the build
    bool operator==(const Shown&) const = default;
};

/// Builds all targets of briefing.yaml. `with_files`: also paints them, for Shown::files. `with_program`: also runs the
/// finished program, for Shown::program.
Shown shown_by(const Project& project, bool with_files, bool with_program);

}  // namespace precis::test
