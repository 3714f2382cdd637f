// audit/deck/deck_rules.h: the closed list of rules for decks. deck_rules.cpp has each rule's demand and remedy, in the
// same order. Findings, docs/checking-decks.md and the tests all use these words.
#pragma once
#include <cstddef>
#include <string_view>

namespace precis::audit {

// clang-format off
#define PRECIS_DECK_RULES(X) \
    /* the package: what PowerPoint repairs or refuses */ \
    X(deck_unreadable) X(part_repeated) X(xml) X(content_type) X(part_missing) X(relationship_repeated) \
    X(relationship_missing) X(shape_id) X(slide_id) X(slide_unlisted) X(slide_layout) X(chart_workbook) \
    /* who cannot see the slide */ \
    X(title_missing) X(title_repeated) X(alternative_missing) \
    /* who reads it */ \
    X(text_overflow) X(contrast) X(small_letters) X(font_lacking)
// clang-format on

enum class DeckRule {
#define PRECIS_RULE(name) name,
    PRECIS_DECK_RULES(PRECIS_RULE)
#undef PRECIS_RULE
};

#define PRECIS_RULE(name) +1  // NOLINT(bugprone-macro-parentheses): a sum of them
inline constexpr std::size_t kDeckRuleCount = PRECIS_DECK_RULES(PRECIS_RULE);
#undef PRECIS_RULE

[[nodiscard]] std::string_view to_string(DeckRule rule);
/// The demand on a deck, as a sentence without its final dot.
[[nodiscard]] std::string_view demand(DeckRule rule);
/// What to do about a place that breaks the rule.
[[nodiscard]] std::string_view remedy(DeckRule rule);

}  // namespace precis::audit
