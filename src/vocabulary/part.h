// vocabulary/part.h: the parts of a document, with what other rooms must know of each.
//
// Stage: keys of a briefing and `parts:` of a layout -> PART -> bind, layout.
// A new part gets an enumerator and a row here; where a room decides by part, its `switch` has no default, so that a
// new part does not compile until the room has dealt with it.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

enum class Part {
    masthead,
    title,
    cover,
    contents,
    foreword,
    summary,
    key_figures,
    findings,
    recommendations,
    sections,
    watch,
    appendix,
    exhibits,
    sources,
    method,
    disclosure,
    related,
    about,
    changes
};

struct PartRow : Word {
    bool written = true;     // the author writes it under a key of its name; others write themselves
    bool own_slide = false;  // it may have a slide of its own, and so a headline and a takeaway
};

template <>
struct Rows<Part> {
    using Row = PartRow;
    static constexpr std::string_view set = "part";
    static std::span<const PartRow> all();
};

}  // namespace precis::vocabulary
