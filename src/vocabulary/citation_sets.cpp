#include "vocabulary/citation_sets.h"

namespace precis::vocabulary {
namespace {

constexpr SourceKindRow kSourceKind[] = {
    {{"work", "Nothing more is known of it."}},
    {{"report", "A report."}, "kind-report"},
    {{"article", "An article in a journal, a magazine or proceedings."}, "kind-article"},
    {{"dataset", "A data set."}, "kind-dataset"},
    {{"webpage", "A page on the web."}, "kind-webpage"},
    {{"book", "A book."}, "kind-book"},
};
constexpr Word kPiece[] = {
    {"authors", "Who wrote it."},
    {"year", "The year of its date, with a letter if two entries would share their mark."},
    {"day", "The day and month of its date; absent if only the year is known."},
    {"date", "Its date in full."},
    {"title", "Its title, as the source has it."},
    {"kind", "The word for its kind; absent for `work`."},
    {"container", "What it appeared in."},
    {"volume", "The volume of its container."},
    {"issue", "The issue of its container."},
    {"pages", "Its pages there."},
    {"publisher", "Who published it."},
    {"via", "The source through which it is known, as in “as cited in 6”."},
    {"url", "Its address, as a link."},
    {"accessed", "The day on which it was read there."},
    {"license", "The name of its licence."},
    {"population", "Whom or what it is about."},
    {"owner", "Whom to ask for a newer one."},
    {"permission", "The letter that lifts the terms of its licence."},
    {"because", "Why it is used although it is too old, or newer than the briefing."},
    {"terms", "The terms that `terms` lists."},
    {"max-age", "How old it may be, as the model has it."},
    {"embargo", "The day or hour before which its numbers were not printed."},
};
constexpr Word kNameOrder[] = {
    {"as-given", "As the source has them: “Author, First”, “First Author”."},
    {"given-first", "First Author."},
    {"family-first", "Author, First."},
    {"first-family-first", "The first name as Author, First; the others as First Author."},
    {"initials", "Author, F. M."},
    {"bare-initials", "Author FM."},
};
constexpr Word kSourceOrder[] = {
    {"citation", "In the order in which they are first cited."},
    {"author", "By author, then year, then title, in the alphabetical order of the language."},
};
constexpr Word kMarkForm[] = {
    {"number", "Raised numbers."},
    {"brackets", "Numbers in brackets, before the full stop: [1, 2]."},
    {"author-date", "Author and year in parentheses, before the full stop: (Linux Foundation 2024)."},
};

}  // namespace

std::span<const SourceKindRow> Rows<SourceKind>::all() {
    return table_of<SourceKind::book>(kSourceKind);
}
std::span<const Word> Rows<CitationPiece>::all() {
    return table_of<CitationPiece::embargo>(kPiece);
}
std::span<const Word> Rows<NameOrder>::all() {
    return table_of<NameOrder::bare_initials>(kNameOrder);
}
std::span<const Word> Rows<SourceOrder>::all() {
    return table_of<SourceOrder::author>(kSourceOrder);
}
std::span<const Word> Rows<MarkForm>::all() {
    return table_of<MarkForm::author_date>(kMarkForm);
}

}  // namespace precis::vocabulary
