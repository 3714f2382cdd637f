// bind/ledger.h: where each number of a document is printed and what it is made of, noted while it is bound.
// Stage: bind -> LEDGER -> `precis explain` and the warnings about data that nothing uses.
//
// In: bind() fills a ledger that it is given; a build without one notes nothing. Out: a list of printings, one for each
// place: a binding in a text, a tile, an exhibit's data or query, a claim's condition. A printing has the fact's or
// value's name, the facts, values and tables behind it, the text as printed and the sentence around it.
// A printing whose sentence is empty was bound in a part that the layout does not show, or is not running text.
// Places are spans of the author's source; names and ids are those of the data model and the briefing.
// Errors: none of its own. Cost: find_sentences() looks each bound word up among the printings.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "vocabulary/looks_sets.h"

namespace precis::bind {

/// One place where a number, or an exhibit's data, is printed or tested.
struct Printing {
    enum class Kind { text, tile, exhibit, claim } kind = Kind::text;
    std::string name;                        // of the fact or value; empty: a query of an exhibit or tile, or a claim
    std::vector<std::string> facts, values;  // behind it, without `name` itself
    std::vector<std::string> tables;
    std::string text;      // as printed: "more than 600"; of a claim: its condition
    std::string sentence;  // the sentence around it
    std::string exhibit;   // id of the exhibit; empty: outside of exhibits
    diag::Span where;      // the author's words: a binding, a name or a query
};

/// A running text: a title, a paragraph, a point of a list, a takeaway, a note …
struct RunningText {
    std::string text;  // without citations and marks of footnotes
    diag::Span where;  // of its first words that have a place
};

/// The printings of one document.
struct Ledger {
    std::vector<Printing> printings;  // in order of binding
    std::vector<RunningText> texts;   // of the parts that the layout shows, in order of appearance
    doc::Document document;           // as bound, for exhibits' numbers and titles
};

/// "text", "tile", "exhibit" or "claim".
[[nodiscard]] std::string_view to_string(Printing::Kind kind);

/// The sentences of a text, without the spaces between them.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view text);

/// Fills in the sentences of printings of kind `text`, and the running texts, from the ledger's document. bind() calls
/// it.
/// `parts`, `pieces`: those that the layout shows.
void find_sentences(Ledger& ledger, const std::vector<vocabulary::Part>& parts,
                    const std::vector<vocabulary::SectionPiece>& pieces);

}  // namespace precis::bind
