#include "vocabulary/part.h"

namespace precis::vocabulary {
namespace {

constexpr PartRow kParts[] = {
    {{"masthead", "The line on the first page with publisher, kind of document and date."}, false},
    {{"title", "Title, subtitle, date, authors; in a deck, the first slide."}, false},
    {{"cover", "A page of its own with the title."}, false},
    {{"contents", "The list of sections with their pages; in a deck, the agenda."}, false, true},
    {{"foreword", "Words before the document itself."}},
    {{"summary", "What the document says, in a few sentences."}, true, true},
    {{"key-figures", "The numbers that matter most, as tiles."}, true, true},
    {{"findings", "What was found, one sentence each."}, true, true},
    {{"recommendations", "What to do, and who should do it."}, true, true},
    {{"sections", "The body of the document."}},
    {{"watch", "What is coming, with dates."}, true, true},
    {{"appendix", "Sections after the body."}, true, true},
    {{"exhibits", "All charts, tables and images, apart from the text."}, false},
    {{"sources", "The list of sources that the document cites."}, false, true},
    {{"method", "How the numbers were gathered, and their base."}, true, true},
    {{"disclosure", "What readers must know about the publisher's interests and rights."}},
    {{"related", "Other documents."}},
    {{"about", "Who wrote the document."}},
    {{"changes", "What changed since the last edition.", true}, false},
};

}  // namespace

std::span<const PartRow> Rows<Part>::all() {
    static constexpr auto kTable = table_of<Part::changes>(kParts);
    return kTable;
}

}  // namespace precis::vocabulary
