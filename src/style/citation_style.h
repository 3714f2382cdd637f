// style/citation_style.h: how sources are cited and listed: a file of layouts/citations/ with nothing left to look up.
// Stage: layouts/citations/*.yaml -> STYLE -> bind (marks, entries, footnotes), layout (where numbers are left out).
//
// Texts may hold fixed words by their keys in braces, as in "{accessed} ": bind replaces them, because the language is
// the document's. Fields that are named like their key have no comment here; docs/layouts.md#citation-styles has them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/citation_sets.h"

namespace precis::style {

using vocabulary::CitationPiece;
using vocabulary::MarkForm;
using vocabulary::NameOrder;
using vocabulary::SourceOrder;

struct CitationNames {
    NameOrder names = NameOrder::as_given;
    std::string separator = ", ", last = ", ", last_of_two = ", ", et_al = ", {et-al}";
    int most = 0;   // 0: any number
    int shown = 0;  // before `et_al`, where there are more than `most`
    bool keep_last = false;
    bool operator==(const CitationNames&) const = default;
};

struct CitationPart {
    CitationPiece piece = CitationPiece::title;
    std::vector<CitationPart> parts;  // instead of `piece`; empty: one part
    std::string before, after = " ", inside, absent;
    bool emphasis = false, quotes = false, capital = false;
    std::vector<vocabulary::SourceKind> kinds, except;  // empty: all, none
    std::vector<CitationPiece> with, instead;
    bool operator==(const CitationPart&) const = default;
};

struct CitationMark {
    MarkForm form = MarkForm::number;
    std::string between = " ", last = " {and} ";
    int most = 2;
    bool operator==(const CitationMark&) const = default;
};

struct CitationStyle {
    CitationMark mark;
    SourceOrder order = SourceOrder::citation;
    CitationNames authors, note_authors;
    std::vector<CitationPart> entry, note;
    bool operator==(const CitationStyle&) const = default;
};

}  // namespace precis::style
