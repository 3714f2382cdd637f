#include "vocabulary/part.h"

namespace precis::vocabulary {
namespace {

constexpr unsigned kOver = kLabel | kHeading;
constexpr unsigned kItems = kOver | kStyle | kMax | kNumbered;
constexpr unsigned kProse = arrangements({Arrange::stack, Arrange::columns});
constexpr unsigned kAsItems = arrangements({Arrange::stack, Arrange::row, Arrange::strip, Arrange::columns});

// written, own slide, ordinary, listed, keys, arranged, word
constexpr PartRow kParts[] = {
    {{"masthead", "The line on the first page with publisher, kind of document and date."},
     false,
     false,
     false,
     false,
     kLabel,
     0},
    {{"title", "Title, subtitle, date, authors; in a deck, the first slide."}, false, false, true, false, kStyle, 0},
    {{"cover", "A page of its own with the title."}, false, false, false, false, 0, 0},
    {{"contents", "The list of sections with their pages; in a deck, the agenda."},
     false,
     true,
     false,
     false,
     kOver,
     arrangements({Arrange::columns})},
    {{"foreword", "Words before the document itself."}, true, true, false, true, kOver | kStyle, kProse},
    {{"summary", "What the document says, in a few sentences."}, true, true, true, false, kOver | kStyle, 0},
    {{"key-figures", "The numbers that matter most, as tiles."},
     true,
     true,
     true,
     false,
     kOver | kMax,
     arrangements({Arrange::row, Arrange::strip, Arrange::stack, Arrange::columns})},
    {{"findings", "What was found, one sentence each."}, true, true, true, true, kItems, kAsItems},
    {{"recommendations", "What to do, and who should do it."}, true, true, true, true, kItems, kAsItems},
    {{"sections", "The body of the document."},
     true,
     false,
     true,
     false,
     kOver,
     arrangements({Arrange::flow, Arrange::blocks, Arrange::pairs, Arrange::row})},
    {{"watch", "What is coming, with dates."},
     true,
     true,
     true,
     true,
     kOver | kStyle | kMax,
     arrangements({Arrange::table})},
    {{"appendix", "Sections after the body."},
     true,
     true,
     true,
     false,
     kOver,
     arrangements({Arrange::flow, Arrange::blocks, Arrange::pairs, Arrange::row})},
    {{"glossary", "The terms of the document and what they mean, in alphabetical order."},
     true,
     true,
     true,
     true,
     kOver | kStyle | kMax,
     0},
    {{"exhibits", "All charts, tables and images, apart from the text."},
     false,
     false,
     false,
     false,
     kOver | kMax,
     arrangements({Arrange::stack, Arrange::fill})},
    {{"sources", "The list of sources that the document cites."},
     false,
     true,
     false,
     true,
     kOver | kStyle,
     arrangements({Arrange::stack, Arrange::run})},
    {{"method", "How the numbers were gathered, and their base."}, true, true, true, true, kOver | kStyle, kProse},
    {{"disclosure", "What readers must know about the publisher's interests and rights."},
     true,
     true,
     true,
     false,
     kOver | kStyle,
     kProse},
    {{"related", "Other documents."}, true, true, false, true, kItems, kAsItems},
    {{"about", "Who wrote the document."}, true, true, false, true, kOver | kStyle, kProse, "about-the-authors"},
    {{"authors", "The authors with role, address and photo."},
     true,
     true,
     false,
     true,
     kOver | kPhotos,
     0,
     "about-the-authors"},
    {{"changes", "What changed since the last edition.", true}, false},
};

}  // namespace

std::span<const PartRow> Rows<Part>::all() {
    static constexpr auto kTable = table_of<Part::changes>(kParts);
    return kTable;
}

}  // namespace precis::vocabulary
