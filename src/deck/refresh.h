// deck/refresh.h: an edited deck takes the content of a new build.
// Stage: a deck that precis wrote and people edited + the deck of a new build -> REFRESH -> the edited deck with new
// content, and a report.
//
// In: the deck's file, and the new deck as bytes; both hold records (deck/record.h). Out: bytes, none if nothing is to
// be written, and a change for each value, cell, point or text. What a person has changed stays: places, looks, order,
// words, deleted and added shapes. Nothing is added to a deck: what is new in the briefing is reported.
// The record of the new bytes says what is now written, so that the deck can be refreshed again.
// Errors: deck_unreadable, deck_without_record.
// Cost: linear in the deck; alignment is quadratic in the shapes of one slide and in the words of one text.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "deck/change.h"
#include "deck/record.h"
#include "diag/diagnostic.h"

namespace precis::deck {

struct Refreshed {
    std::string bytes;  // empty: the deck says already what the new one says
    std::vector<Change> changes;
    int slides = 0;   // of the edited deck
    int foreign = 0;  // shapes on them that precis did not write
};

/// The record of a deck's file.
[[nodiscard]] diag::Result<Record> record_of(const std::filesystem::path& file);

[[nodiscard]] diag::Result<Refreshed> refreshed(const std::filesystem::path& file, const std::string& fresh);

}  // namespace precis::deck
