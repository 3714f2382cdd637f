// bind/checks/doubts.h: what a careful reader would doubt, each said once, where the author can answer it with
// `because:`. A fact or source at its place of use (doubt_fact.cpp, doubt_source.cpp); numbers side by side in one
// exhibit are in exhibits/doubt_exhibit.h. What an audience must not see is no doubt: permission.h.
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// Respondents below which a share says little.
inline constexpr double kSmallBase = 30;

/// A fact that the words at `where` rest on: newer_than_briefing (an error: it cannot have happened), small_base,
/// facts_disagree (also: replaced by a newer one).
void doubt_fact(Context& context, const data::Fact& fact, const diag::Span& where);

/// A source that the document lists: source_stale, newer_than_briefing.
void doubt_source(Context& context, const data::SourceRecord& source);

}  // namespace precis::bind
