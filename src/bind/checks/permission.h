// bind/checks/permission.h: whether this audience may see, on this day and in this way, what stands in the document.
#pragma once
#include <string>
#include <vector>

#include "bind/values/context.h"

namespace precis::bind {

/// What a printed number or exhibit rests on.
struct Ground {
    const std::vector<std::string>&sources, &facts, &tables;  // ids, names
    bool own_analysis = false;
};

/// `for:`, `embargo:` and the licence of all sources, facts and tables, and of the sources by way of which they are
/// known, held against the audience and the briefing's date. Errors: restricted, not_licensed, at `where`.
void check_permission(Context& context, const Ground& ground, const diag::Span& where);

/// Sources that must be named where they are printed, and that no citation or source line names. Errors: not_licensed.
void check_named(Context& context, const doc::Document& document);

}  // namespace precis::bind
