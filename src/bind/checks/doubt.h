// bind/checks/doubt.h: what a careful reader would doubt of a fact or a source, each doubt raised once, where the
// author can answer it with `because:`. Doubts about numbers side by side are in exhibits/doubt_exhibit.h; what an
// audience must not see is an error (permission.h).
#pragma once
#include "bind/values/context.h"

namespace precis::bind {

/// Respondents below which a share says little: a rule of thumb.
inline constexpr double kSmallBase = 30;

/// A fact that the words at `where` rest on. Errors: newer_than_briefing (it cannot have happened yet).
/// Warnings: small_base; facts_disagree (another fact contradicts or supersedes it). Linear in the facts.
void doubt_fact(Context& context, const data::Fact& fact, const diag::Span& where);

/// A source that the document lists, unless the data model gives a `because:` for it. Warnings: source_stale,
/// source_undated, newer_than_briefing.
void doubt_source(Context& context, const data::SourceRecord& source);

}  // namespace precis::bind
