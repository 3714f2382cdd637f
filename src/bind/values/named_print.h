// bind/values/named_print.h: numbers of named values as sentences, tiles and exhibits print them, noted while they are
// bound. Stage: bound texts, tiles and exhibits -> NAMED PRINT -> the ledger, facts.json, exhibits/two_prints.h.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "bind/ledger.h"
#include "bind/values/value.h"
#include "data/notation.h"
#include "diag/diagnostic.h"

namespace precis::bind {

struct Context;

/// A number of a named value as a sentence or a tile prints it.
struct NamedPrint {
    std::string name, text, unit;
    double number = 0;
    data::Qualifier qualifier = data::Qualifier::none;
    std::vector<std::string> tables;                                               // behind it
    enum class Format { in_binding, in_tile, fixed } format = Format::in_binding;  // where an author may give it one
    diag::Span where;
    const std::map<std::string, diag::Text>* reasons = nullptr;  // the block's `because:`
};

/// Notes that this value is printed at `where`: among the document's prints, and in the ledger if there is one.
/// `format`: where a sentence or tile takes the number's format from.
void note_printing(Context& context, Printing::Kind kind, const Bound& bound, std::string text, diag::Span where,
                   NamedPrint::Format format = NamedPrint::Format::in_binding);
/// A value made of what a query read, for note_printing: its facts, tables and the names it asked for.
[[nodiscard]] Bound what_was_read(const Context& context, const data::Rows& rows);

}  // namespace precis::bind
