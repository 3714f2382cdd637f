// bind/ledger.h: where the numbers of a document stand and what each is made of, noted while it is bound.
// Stage: bind -> LEDGER, for those who ask (`precis explain`, the warnings about what nothing uses); a build without
// one notes nothing.
#pragma once
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/document.h"

namespace precis::bind {

/// A number, or an exhibit's data, where it is printed or tested.
struct Printing {
    enum class Kind { text, tile, exhibit, claim } kind = Kind::text;
    std::string name;                        // of the fact or value; empty: the query of an exhibit or a claim
    std::vector<std::string> facts, values;  // that it is made of, `name` not among them
    std::vector<std::string> tables;
    std::string text;      // as printed: "more than 600"; of a claim its condition
    std::string sentence;  // of the running text around it
    std::string exhibit;   // id, where it stands in one
    diag::Span where;      // the author's words: the binding, the name, the query
};

struct Ledger {
    std::vector<Printing> printings;  // in order of binding
    doc::Document document;           // as bound, for the exhibits' numbers and titles
};

[[nodiscard]] std::string_view to_string(Printing::Kind kind);

/// Fills in the sentences, from the document.
void find_sentences(Ledger& ledger, const std::vector<std::string>& parts, const std::vector<std::string>& pieces);

}  // namespace precis::bind
