// bind/text/bare_figures.h: warnings about figures that an author typed instead of binding them to data.
#pragma once
#include <vector>

#include "bind/text/token.h"
#include "bind/values/context.h"

namespace precis::bind {

/// Looks for digits and number words in the author's words, apart from exempt ones such as years, versions and names
/// (docs/design/language.md#bare-figures). `label`: the words are a title, label, note or cell, whose rate's measure
/// ("per 1,000") needs no bound number beside it.
/// Warnings: bare_number, with the fact that the author probably means and one way to let the figure stand.
/// Cost: linear in the text times the number of words and phrases looked for.
void report_bare_figures(Context& context, const std::vector<Token>& tokens, bool label);

}  // namespace precis::bind
