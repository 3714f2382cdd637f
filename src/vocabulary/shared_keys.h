// vocabulary/shared_keys.h: keys that several mappings have. Private to the room.
#pragma once
#include <array>

#include "vocabulary/key.h"
#include "vocabulary/sets.h"

namespace precis::vocabulary {

/// The keys of every block: who sees it, when, and what may be left out. `shown`: where the block can be seen.
constexpr std::array<Key, 6> block_keys(unsigned shown) {
    return {{
        {"for", {kText | kList}, "Only these audiences see the block.", "[members]", "all audiences", shown},
        {"only-in", {kText | kList}, "Only these outputs have the block.", "[report]", "all outputs", shown},
        {"when", {kSql}, "The block is shown if this condition is true.", "value('members') > 1000", "always", shown},
        {"medium",
         {kWord, nullptr, &closed_set<Medium>},
         "The block is only for pages or only for slides.",
         "slides",
         "both",
         shown | kEither},
        {"optional",
         {kInteger},
         "The block may be left out where the output would take too many pages; 1 is left out first, 9 last.",
         "1",
         "it always stays",
         kPages | kFindings | kEither},
        {"because",
         {kText | kNamed},
         "The warning of that code is silenced on this block, for the reason given.",
         "{bare_number: The figure is part of a name.}",
         "",
         kFindings},
    }};
}
inline constexpr auto kBlockKeys = block_keys(kPages | kSlides);
inline constexpr auto kPageBlockKeys = block_keys(kPages);
inline constexpr auto kSlideBlockKeys = block_keys(kSlides);
/// What must be true for a block to be printed.
inline constexpr Key kClaimKeys[] = {
    {"claim",
     {kSql | kList},
     "Conditions that must be true; a false one stops the build.",
     "value('members') > 1000",
     "",
     (kPages | kSlides) | kFindings},
    {"otherwise",
     {kWords},
     "The words to print where the claim is false, instead of stopping.",
     "Growth has stalled",
     "",
     kPages | kSlides},
};

}  // namespace precis::vocabulary
