// build/deck_refresh.h: a deck that people have edited takes the numbers of its briefing as they are now.
// Stage: a deck's record -> its output, audience and language -> set_target and paint::pptx -> deck::refreshed.
//
// In: the deck's file, and the briefing; nothing is written. Out: the deck's new bytes and a report.
// Errors: deck_of_another (made for an output, audience or language that the briefing lacks, or that is not the one
// asked for); those of deck::record_of, deck::refreshed, open_briefing, set_target and paint::pptx.
#pragma once
#include <filesystem>

#include "build/open_briefing.h"
#include "deck/refresh.h"

namespace precis::build {

/// `request.outputs` and `audiences`: what the caller takes the deck for; empty: what it was made for.
[[nodiscard]] diag::Result<deck::Refreshed> refresh_deck(const std::filesystem::path& deck,
                                                         const BriefingRequest& request, const Setting& setting);

}  // namespace precis::build
