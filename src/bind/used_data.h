// bind/used_data.h: what is to be said of facts and sources because a document uses them. Private.
#pragma once
#include "bind/context.h"

namespace precis::bind {

/// Errors: restricted (a source before its release), newer_than_briefing (an actual fact of later than the briefing's
/// date). Warnings, each once for a fact: facts_disagree (another fact says otherwise, or a newer one replaces it),
/// small_base.
void check_used(Context& context, const std::vector<std::string>& sources, const std::vector<std::string>& facts,
                const diag::Span& where);

}  // namespace precis::bind
