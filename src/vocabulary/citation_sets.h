// vocabulary/citation_sets.h: the closed sets of citation styles and of the sources that they print. Rows and their
// sentences are in citation_sets.cpp.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

enum class SourceKind { work, report, article, dataset, webpage, book };

/// What a style prints of a source: one of its keys, or words made of them.
enum class CitationPiece {
    authors,
    year,
    day,
    date,
    title,
    kind,
    container,
    volume,
    issue,
    pages,
    publisher,
    via,
    url,
    accessed,
    license,
    population,
    owner,
    permission,
    because,
    terms,
    max_age,
    embargo
};
enum class NameOrder { as_given, given_first, family_first, first_family_first, initials, bare_initials };
enum class SourceOrder { citation, author };
enum class MarkForm { number, brackets, author_date };

/// A kind of source, with the fixed word that names it; empty: nothing to say.
struct SourceKindRow : Word {
    std::string_view word = {};
};

template <>
struct Rows<SourceKind> {
    using Row = SourceKindRow;
    static constexpr std::string_view set = "source-kind";
    static std::span<const SourceKindRow> all();
};
template <>
struct Rows<CitationPiece> : OfWords {
    static constexpr std::string_view set = "citation-piece";
    static std::span<const Word> all();
};
template <>
struct Rows<NameOrder> : OfWords {
    static constexpr std::string_view set = "name-order";
    static std::span<const Word> all();
};
template <>
struct Rows<SourceOrder> : OfWords {
    static constexpr std::string_view set = "source-order";
    static std::span<const Word> all();
};
template <>
struct Rows<MarkForm> : OfWords {
    static constexpr std::string_view set = "mark-form";
    static std::span<const Word> all();
};

}  // namespace precis::vocabulary
