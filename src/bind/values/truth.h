// bind/values/truth.h: what a condition's query says. Inside the room; defined in context.cpp.
#pragma once
#include "data/database.h"

namespace precis::bind {

/// Whether the one value of a condition is true: a number that is not 0.
[[nodiscard]] bool truth(const data::Rows& rows);

}  // namespace precis::bind
