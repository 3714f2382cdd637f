// diag/print.h: diagnostics as people and programs read them.
//
// In: the diagnostics of a run, in any order. Out: UTF-8 text for a terminal, a log or a program; only `cli` writes it
// anywhere. They are sorted by file, then by byte offset; those without a place come first, equal ones are printed
// once. Line and column count from 1, columns in code points. Control characters of an author's file become spaces, so
// that a file cannot steer a terminal; a line of more than 160 columns is cut around the marked place.
// Errors: none.
// Cost: quadratic in the number of diagnostics, because of the copies.
#pragma once
#include <string>

#include "diag/diagnostic.h"

namespace precis::diag {

enum class Format { text, json, github };
enum class Ink { plain, colored };  // ANSI colours, for a terminal

/// All diagnostics; ends in a line break unless empty.
///
/// text:   `briefing.yaml:12:9: error: … [unknown_key]`, the line, a marker under the place, `help: …`, notes.
/// json:   one object a line: code, severity, message, remedy, file, line, column, end-line, end-column, notes. Without
///         a place, file is null and the numbers are missing.
/// github: workflow commands (`::error file=…,line=…,col=…,title=…::message`), escaped as GitHub asks.
[[nodiscard]] std::string print(const Diagnostics& diagnostics, Format format, Ink ink = Ink::plain);

/// "3 errors and 1 warning"; empty if there are none.
[[nodiscard]] std::string summary(const Diagnostics& diagnostics);

}  // namespace precis::diag
