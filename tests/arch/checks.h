// What the architecture forbids, looked for in a source tree. Each check gives one line a violation.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "room_map.h"

namespace precis::arch {

using Violations = std::vector<std::string>;

/// `src` holds the rooms. Reported: an arrow that the table lacks, a room of the same or a higher rank, a library's
/// header in a foreign room, a room that is not in the table, a table row whose own arrows go upwards.
Violations check_includes(const RoomMap& map, const std::filesystem::path& src);

/// Sources over 600 lines, headers over 200 (330 for the doors the table's text names), names that say nothing.
Violations check_files(const RoomMap& map, const std::filesystem::path& src);

/// Every `Code word{"word"}` in a codes.h below `src` has a row in `codes`, is declared once and has its own word;
/// every row is declared.
Violations check_code_declarations(const std::set<std::string>& codes, const std::filesystem::path& src);

/// Every code of the table is provoked by a sample (its `[code]` stands in an expected.txt below `corpus`) or, where
/// only the machine can provoke it, by the test that `elsewhere` gives for it, a file below `root` that names it. No
/// code stands in `elsewhere` that a sample provokes or that is unknown.
Violations check_codes(const std::set<std::string>& codes, const std::filesystem::path& corpus,
                       const std::map<std::string, std::string>& elsewhere, const std::filesystem::path& root);

/// `./dev WORD` in a text where `./dev` has no such command, per `dev_help`.
Violations check_dev_commands(const std::string& text, const std::string& dev_help);

/// Paths in Markdown links that do not exist below `root`.
Violations check_links(const std::string& text, const std::filesystem::path& root);

/// Paths in the code spans of a text that do not exist below `root`. Looked at: words such as `src/cli/run.cpp`, whose
/// first folder `root` has. A name with `*` or NAME stands for many: the folder above it is looked for.
Violations check_paths(const std::string& text, const std::filesystem::path& root);

/// Words that a source text accepts and that no code span of `page` has, as `word` or `.word`. The first group of
/// `pattern` finds them.
Violations check_manual(const std::string& code, const std::string& pattern, const std::string& page);

/// Citations and links that lead nowhere, in the repository at `root`. Looked at: words ending in `.md`, with or
/// without
/// `#heading`, in comments and strings of src/, tests/ and layouts/ and in every Markdown page; relative links of every
/// page. A word is looked for from the root, from src/ and from its file's folder; a name without a folder may be that
/// of any page. Reported: a page or file that is not there, a heading that its page lacks.
Violations check_citations(const std::filesystem::path& root);

}  // namespace precis::arch
