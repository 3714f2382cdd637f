// bind/numbering/styled_entry.h: an entry of the list of sources, or a footnote, in the layout's citation style.
#pragma once
#include <string>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"
#include "style/citation_style.h"

namespace precis::bind {

/// What an entry says beside the source's own record.
struct EntryPlace {
    std::string cited_in;     // the mark of the source that cites it, or its short name; empty: none
    std::string year_letter;  // tells entries of one author and year apart: "b"
};

/// The parts in the style's order. A part that the source lacks is left out with its texts, unless the style says what
/// is printed in its place, and so is a publisher that is the only author already. Punctuation is not doubled, and an
/// entry that does not end in its address ends in a full stop.
/// The address is a link; where the style prints no address, the title is. A style without the part `via` says at the
/// end through what the source is known; an old source with a `because:` says there as of when it is.
[[nodiscard]] doc::Inlines styled_entry(const Context& context, const data::SourceRecord& source,
                                        const std::vector<style::CitationPart>& parts,
                                        const style::CitationNames& names, const EntryPlace& place);

}  // namespace precis::bind
