// The keys of a citation style.
#include "vocabulary/citation_keys.h"

#include "vocabulary/citation_sets.h"

namespace precis::vocabulary::keys {
namespace {

using State = Key::State;

constexpr unsigned kShown = kPages | kSlides;

constexpr Key kStyle[] = {
    {"citation-style",
     {kVersion},
     "Says that the file is a citation style; the number is the version of the language.",
     "1",
     "",
     kFindings,
     State::required},
    {"mark",
     {kWord, nullptr, &closed_set<MarkForm>},
     "The mark in the text: its form, or more.",
     "brackets",
     "number",
     kShown,
     State::done,
     {kMapping, &citation_mark}},
    {"order", {kWord, nullptr, &closed_set<SourceOrder>}, "The order of the entries.", "author", "citation"},
    {"authors", {kMapping, &citation_names}, "How names of authors are printed.", "{names: initials}"},
    {"entry",
     {kMapping | kList, &citation_part},
     "The parts of an entry, in order.",
     "[{part: title}, {part: year}]",
     "",
     kShown,
     State::required},
    {"note",
     {kMapping | kList, &citation_part},
     "The parts of a footnote, in order, in layouts with `citations: footnotes`.",
     "[{part: title}]",
     "those of `entry`",
     kPages},
    {"note-authors",
     {kMapping, &citation_names},
     "How names of authors are printed in footnotes.",
     "{names: initials}",
     "as in `authors`",
     kPages},
};
constexpr Key kPart[] = {
    {"part", {kWord, nullptr, &closed_set<CitationPiece>}, "What of the source is printed.", "publisher"},
    {"parts",
     {kMapping | kList, &citation_part},
     "Instead of `part`: several parts in order. Their texts `before` and `after` are there if one of them is.",
     "[{part: publisher, after: \", \"}, {part: year}]"},
    {"before", {kText}, "The text before it; `{accessed}` is the language's word of that key.", "\"published by \""},
    {"after", {kText}, "The text after it.", "\". \"", "a space"},
    {"emphasis", {kBoolean}, "Whether it is in italics.", "true", "false"},
    {"quotes", {kBoolean}, "Whether it is between the language's quotation marks.", "true", "false"},
    {"capital", {kBoolean}, "Whether its first letter is a capital; not of titles.", "true", "false"},
    {"inside", {kText}, "Beside `quotes`: the text before the closing mark.", "\".\""},
    {"kinds",
     {kWord | kList, nullptr, &closed_set<SourceKind>},
     "Only sources of these kinds have the part.",
     "[book]",
     "all"},
    {"except", {kWord | kList, nullptr, &closed_set<SourceKind>}, "Sources of these kinds lack the part.", "[report]"},
    {"with",
     {kWord | kList, nullptr, &closed_set<CitationPiece>},
     "The part is there only if the source has all of these.",
     "[volume]"},
    {"instead",
     {kWord | kList, nullptr, &closed_set<CitationPiece>},
     "What is printed in its place if the source lacks it: the first of these that the source has. It is not printed a "
     "second time.",
     "[title]"},
    {"absent",
     {kText},
     "The text in its place if the source has none of them.",
     "\"{no-date}\"",
     "the part is left out"},
};
constexpr Key kNames[] = {
    {"names", {kWord, nullptr, &closed_set<NameOrder>}, "The order of a name's parts.", "initials", "as-given"},
    {"separator", {kText}, "The text between two names.", "\"; \"", "a comma"},
    {"last", {kText}, "The text before the last name.", "\" {and} \"", "as `separator`"},
    {"last-of-two", {kText}, "The text between two names that are all.", "\" & \"", "as `last`"},
    {"most", {kInteger}, "The most names that are printed without “et al.”", "1", "any number"},
    {"shown", {kInteger}, "How many names are printed before “et al.”", "1", "as `most`"},
    {"et-al", {kText}, "The text after them.", "\" {et-al}\"", "a comma and the language's “et al.”"},
    {"keep-last", {kBoolean}, "Whether the last name of all follows that text.", "true", "false"},
};
constexpr Key kMark[] = {
    {"form",
     {kWord, nullptr, &closed_set<MarkForm>},
     "The form of the mark.",
     "author-date",
     "",
     kShown,
     State::required},
    {"between", {kText}, "The text between author and year.", "\", \"", "a space"},
    {"last", {kText}, "The text before the last author.", "\" & \"", "the language's “and”"},
    {"most", {kInteger}, "The most authors that are named; of more, the first and “et al.”", "1", "2"},
};

}  // namespace

constinit const Mapping citation_style{
    "citation-style", "the citation style", "How sources are cited and listed.", {kStyle}};
constinit const Mapping citation_part{"citation-part", "a part of an entry", "A part of an entry.", {kPart}};
constinit const Mapping citation_names{"citation-names", "the names", "How names are printed.", {kNames}};
constinit const Mapping citation_mark{"citation-mark", "the mark", "The mark of a source in the text.", {kMark}};

}  // namespace precis::vocabulary::keys
