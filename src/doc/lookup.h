// doc/lookup.h: what readers look up at a document's end: sources, terms, authors. Part of document.h.
#pragma once
#include <string>
#include <vector>

#include "diag/source.h"
#include "doc/inlines.h"

namespace precis::doc {

struct SourceEntry {
    int number = 0;
    std::string id;      // empty: not a source, but our own numbers ("own analysis of …")
    Inlines text;        // the citation: publisher, title, date, "as cited in 6"
    std::string mark{};  // by which texts cite it, "Linux Foundation 2024"; empty: its number
    std::string caveat;
    std::vector<std::string> facts;  // ids of its facts, in order of use
    bool operator==(const SourceEntry&) const = default;
};

/// A term of the glossary.
struct GlossaryEntry {
    std::string term;
    std::vector<std::string> forms;  // the term and its other forms, as texts have them
    Inlines definition;
    std::string anchor;  // links to the entry aim at it
    diag::Span span;
    bool operator==(const GlossaryEntry&) const = default;
};

/// A heading of the index. The places that it leads to have anchors that begin with `anchor` and a slash.
struct IndexEntry {
    std::string main, sub;  // "Models", "open"; without `sub` the main heading itself
    std::string anchor;
    diag::Span span;  // of the first mark
    bool operator==(const IndexEntry&) const = default;
};

/// One of the document's authors.
struct Author {
    std::string name, role, email;
    std::string photo;  // path of the picture, absolute; empty: none
    diag::Span span;
    bool operator==(const Author&) const = default;
    /// More than a name: it has a card.
    [[nodiscard]] bool has_card() const { return !role.empty() || !email.empty() || !photo.empty(); }
};

}  // namespace precis::doc
