// vocabulary/part.h: the parts of a document, with what other rooms must know of each.
//
// Stage: keys of a briefing and `parts:` of a layout -> PART -> bind, layout.
// A new part gets an enumerator and a row here; where a room decides by part, its `switch` has no default, so that a
// new part does not compile until the room has dealt with it.
#pragma once
#include <initializer_list>

#include "vocabulary/looks_sets.h"

namespace precis::vocabulary {

enum class Part {
    masthead,
    title,
    cover,
    contents,
    list_of_exhibits,
    foreword,
    summary,
    key_figures,
    findings,
    recommendations,
    sections,
    watch,
    appendix,
    glossary,
    exhibits,
    notes,
    sources,
    method,
    disclosure,
    related,
    about,
    authors,
    index,
    changes
};

/// Keys of a layout's rule for a part. All parts take `frame`, `band` and `break-before` on pages, `slide` on slides.
enum PartKey : unsigned {
    kLabel = 1U << 0U,
    kHeading = 1U << 1U,
    kStyle = 1U << 2U,
    kMax = 1U << 3U,
    kNumbered = 1U << 4U,
    kPhotos = 1U << 5U,
    kPageNumbers = 1U << 6U
};

struct PartRow : Word {
    bool written = true;         // the author writes it under a key of its name; others write themselves
    bool own_slide = false;      // it may have a slide of its own, and so a headline and a takeaway
    bool ordinary = false;       // shown by a layout that lists no parts
    bool listed = false;         // it has a line of its own in the contents
    unsigned keys = 0;           // of PartKey, on pages
    unsigned arranged = 0;       // how it may be arranged: a bit for each Arrange
    std::string_view word = {};  // the key of its heading among the fixed words; empty: its name
};

/// The arrangements that a part may have.
[[nodiscard]] constexpr unsigned arrangements(std::initializer_list<Arrange> values) {
    unsigned bits = 0;
    for (const auto value : values) bits |= 1U << static_cast<unsigned>(value);
    return bits;
}
[[nodiscard]] constexpr bool can_be(unsigned arranged, Arrange value) {
    return (arranged & arrangements({value})) != 0;
}

template <>
struct Rows<Part> {
    using Row = PartRow;
    static constexpr std::string_view set = "part";
    static std::span<const PartRow> all();
};

}  // namespace precis::vocabulary
