// bind/numbering/mentions.h: exhibits that no text of a report refers to. Inside the room.
#pragma once
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Warns of each exhibit of a section that no text refers to, of those texts that the layout shows.
///
/// Only on pages that show the bodies of sections: a slide or one-pager has no text to refer from. An exhibit's own
/// words are no mention of it; a paragraph that consists of a reference alone is one. In an appendix, a section whose
/// body has no text holds tables behind the report: its exhibits need no mention. Warning: exhibit_unmentioned, at the
/// exhibit; its `because:` answers it. Linear in the document.
void warn_of_unmentioned(Context& context, doc::Document& document, const std::vector<vocabulary::Part>& parts);

}  // namespace precis::bind
