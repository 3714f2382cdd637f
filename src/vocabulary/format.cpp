#include "vocabulary/format.h"

#include "base/phrases.h"

namespace precis::vocabulary {
namespace {

constexpr FormatRow kFormats[] = {
    {{"pdf", "A tagged PDF, one file for the output."}, ".pdf", true},
    {{"pptx", "A PowerPoint file with editable text and charts."}, ".pptx"},
    {{"presenter", "A PDF for the screen, with transitions and speaker notes."}, ".presenter.pdf", true},
    {{"handout", "Slides on paper with their notes, several on a page."}, ".handout.pdf", true, true},
    {{"png", "A picture of each page."}, ".png"},
    {{"svg", "A vector picture of each page."}, ".svg"},
    {{"xlsx", "A workbook with the numbers of each exhibit, the facts and the sources."}, ".xlsx"},
    {{"html", "The web edition: one file to read in a browser, which loads nothing."}, ".html", false, false, true},
    {{"md", "Markdown, with tables for exhibits and numbered sources."}, ".md", false, false, true},
};

}  // namespace

std::span<const FormatRow> Rows<Format>::all() {
    static constexpr auto kTable = table_of<Format::md>(kFormats);
    return kTable;
}

std::string formats_in_words() {
    return base::enumerated(closed_set<Format>.names(), ", ", " or ");
}

std::string pdf_formats_in_words() {
    std::vector<std::string> names;
    for (const auto& row : kFormats)
        if (row.is_pdf) names.emplace_back(row.name);
    return base::enumerated(names, ", ", " or ");
}

}  // namespace precis::vocabulary
