// diag/print.h: diagnostics as people and programs read them.
#pragma once
#include <string>

#include "diag/diagnostic.h"

namespace precis::diag {

enum class Format { text, json, github };
enum class Ink { plain, colored };  // ANSI colours, for a terminal

/// All diagnostics, in order of file, line and column, each printed once; ends in a line break unless empty.
///
/// text:   `briefing.yaml:12:9: error: … [unknown_key]`, the line, a marker under the place, `help: …`, notes.
/// json:   one object a line: code, severity, message, remedy, file, line, column, end-line, end-column, notes.
/// github: workflow commands (`::error file=…,line=…,col=…,title=…::message`), escaped as GitHub asks.
/// Line and column count from 1, columns in code points; a diagnostic that is nowhere has none.
[[nodiscard]] std::string print(const Diagnostics& diagnostics, Format format, Ink ink = Ink::plain);

/// "3 errors and 1 warning"; empty when there are none.
[[nodiscard]] std::string summary(const Diagnostics& diagnostics);

}  // namespace precis::diag
