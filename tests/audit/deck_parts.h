// A deck of two slides, as parts that tests change, and what the audit says of it.
#pragma once
#include <map>
#include <string>

#include "audit/deck/deck.h"

namespace precis::test {

using DeckParts = std::map<std::string, std::string>;

/// Slide 1: title, text, picture, chart, table, an AutoShape with text. Slide 2: title and text. Nothing is wrong.
DeckParts good_deck();
/// The archive of these parts.
std::string zipped(const DeckParts& parts);
/// Replaces `from`, which must be in the part, by `to`.
void change(DeckParts& parts, const std::string& part, const std::string& from, const std::string& to);

/// Carlito and Roboto from Debian's packages.
precis::text::FontIndex deck_fonts();
precis::audit::DeckReport audited(const DeckParts& parts);
/// The findings, a line each: "text_overflow: 1, Box: its text …".
std::string listed(const precis::audit::DeckReport& report);

}  // namespace precis::test
