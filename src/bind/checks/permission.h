// bind/checks/permission.h: whether this audience may see a number or exhibit, on this day and in this way. The main
// header of bind/checks.
//
// In: the sources, facts and tables that a printed number or exhibit rests on. Out: errors at the place of use;
// nothing is hidden, the build fails instead.
// Checked are `for:` of sources, facts and tables (audience), `embargo:` and the licence (bind/values/withheld.h has
// these rules), and the terms about derived works: no derivatives, share-alike, attribution. Errors: restricted
// (audience, embargo), not_licensed. Cost: linear in the ids, times a look-up in the model. Source: the terms are those
// of data/license.h.
#pragma once
#include <string>
#include <vector>

#include "bind/values/context.h"

namespace precis::bind {

/// What a printed number or exhibit rests on.
struct Ground {
    const std::vector<std::string>&sources, &facts, &tables;  // ids, ids, names
    const data::Withheld& withheld;                           // of what it rests on beside these
    bool own_analysis = false;                                // computed from them, not printed as published
};

/// Errors: restricted, not_licensed, at `where`. Sources that ask to be named are kept for check_named().
void check_permission(Context& context, const Ground& ground, const diag::Span& where);

/// After numbering: each source that asks to be named is in the document's list of sources. Errors: not_licensed, where
/// it is first printed.
void check_named(Context& context, const doc::Document& document);

}  // namespace precis::bind
