// diag/print.h: diagnostics as people and programs read them.
//
// In: the diagnostics of a run, in any order. Out: UTF-8 text for a terminal, a log or a program; only `cli` writes it
// anywhere. They are sorted by file, then by byte offset; those without a place come first, equal ones are printed
// once. Line and column count from 1, columns in code points. Control characters of an author's file become spaces, so
// that a file cannot steer a terminal; a line of more than 160 columns is cut around the marked place, and no line of a
// binary file is shown. Of more than five findings with one code and remedy in one file, text and github show five and
// the number of the others, and not more than 500 in all; json has all.
// Errors: none.
// Cost: that of sorting the diagnostics.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::diag {

enum class Format { text, json, github };
enum class Ink { plain, colored };  // ANSI colours, for a terminal

/// Absolute folders that printed paths are relative to: the first one that holds the file. A file in none of them has
/// the shorter of its absolute path and its path from the last folder. Without folders, or for a text that was read
/// from no file, the source's name is printed.
using Folders = std::vector<std::filesystem::path>;

/// A path or name as it is printed: control characters become spaces, broken bytes U+FFFD, and a name that a CI system
/// would take for a command (`::` or `##` at its beginning) gets `./` before it.
[[nodiscard]] std::string shown_name(std::string_view path);

/// The file of a source as it is printed.
[[nodiscard]] std::string shown_file(const SourceText& source, const Folders& folders);

/// All diagnostics; ends in a line break unless empty.
///
/// text:   `briefing.yaml:12:9: error: … [unknown_key]`, the line, a marker under the place, `help: …`, notes.
/// json:   one object a line: code, severity, message, remedy, file, line, column, end-line, end-column, notes. Without
///         a place, file is null and the numbers are missing.
/// github: workflow commands (`::error file=…,line=…,col=…,title=…::message`), escaped as GitHub asks.
[[nodiscard]] std::string print(const Diagnostics& diagnostics, Format format, Ink ink = Ink::plain,
                                const Folders& folders = {});

/// "3 errors and 1 warning"; empty if there are none.
[[nodiscard]] std::string summary(const Diagnostics& diagnostics);

}  // namespace precis::diag
