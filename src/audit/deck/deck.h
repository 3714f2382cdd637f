// audit/deck/deck.h: what is wrong with a PowerPoint deck, ours or any other program's.
// Stage: a file -> DECK AUDIT -> findings, as diagnostics if wanted.
//
// In: a file, and the fonts that text is measured with. Out: a finding for each place that breaks a rule of the closed
// list in deck_rules.h, and how often each rule was applied. Nothing is written.
// Method: the package is read whole (audit/deck/package.h); shapes take what they do not say from layout, master and
// theme (audit/deck/slides.h, audit/deck/looks.h); text is set by text::Setter, in a face of the same widths if there
// is one.
// Errors: a file that is no deck breaks the rule `deck_unreadable`; no exception escapes but a lack of memory.
// Limits: part_bytes and part_tags of base/limits.h, over all parts together; 256 levels of XML; 200 findings a rule.
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/deck/deck_rules.h"
#include "diag/diagnostic.h"
#include "text/fonts.h"

namespace precis::audit {

/// A place that breaks a rule.
struct DeckFinding {
    DeckRule rule = DeckRule::deck_unreadable;
    std::size_t slide = 0;  // from 1, in the order of the show; 0: the place is no slide
    std::string place;      // the shape's name, or a part's; empty: the slide as a whole
    std::string what;       // the fault: "it has no alternative text"
    bool operator==(const DeckFinding&) const = default;
};

struct DeckReport {
    std::vector<DeckFinding> findings;                   // in the order of examination
    std::array<std::size_t, kDeckRuleCount> examined{};  // by rule: number of places that it was applied to
    std::array<std::size_t, kDeckRuleCount> left_out{};  // by rule: findings beyond the limit
    std::size_t slides = 0, shapes = 0;

    std::size_t examined_for(DeckRule rule) const { return examined[static_cast<std::size_t>(rule)]; }
};

/// All findings. `fonts`: families that text may be measured in; those that are not installed are left out. Without
/// any, the rule text_overflow is not applied.
[[nodiscard]] DeckReport audit_deck(const std::filesystem::path& file, const text::FontIndex& fonts);

/// An error deck_faulty for each finding, at the file's name: place, fault and rule as the message, with the rule's
/// remedy.
[[nodiscard]] diag::Diagnostics to_diagnostics(const DeckReport& report, const std::string& file);

}  // namespace precis::audit
