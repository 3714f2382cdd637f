// bind/text/dead_references.h: references to exhibits that were dropped to meet the page budget.
#pragma once
#include <vector>

#include "bind/text/token.h"
#include "bind/values/context.h"

namespace precis::bind {

/// Removes such references, with the brackets or the comma around them: "grew (@fig:a)" becomes "grew".
/// Errors: hidden_reference, where the sentence cannot do without the reference.
void remove_dead_references(Context& context, std::vector<Token>& tokens);

}  // namespace precis::bind
