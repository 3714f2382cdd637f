// bind/text/index_marks.h: marks for the index, `[words](index:Heading)`, become anchors and entries.
// Stage: tokens of one text -> INDEX MARKS -> tokens whose words have no such link any more.
#pragma once
#include <vector>

#include "bind/text/token.h"
#include "bind/values/context.h"

namespace precis::bind {

/// Takes the marks off the words. In a document that shows an index each becomes an anchor (Words::use), and its
/// heading an entry in Collected::index; without `kept`, for plain words, which have no anchors, nothing.
///
/// A mark without a heading has its words as the heading. "Main/Sub" is an entry below another; "//" is a slash.
/// Errors: bad_value for a heading without words or with two slashes.
void take_index_marks(Context& context, std::vector<Token>& tokens, bool kept);

/// The entries in the alphabetical order of the language; headings that differ in case alone have one form.
[[nodiscard]] std::vector<doc::IndexEntry> sorted_index(const Context& context);

}  // namespace precis::bind
