// cli/refresh_print.h: the report of `precis refresh`, as text for people or JSON for programs.
#pragma once
#include <string>

#include "deck/refresh.h"

namespace precis::cli {

/// `to`: the file that is written; empty: none.
[[nodiscard]] std::string refresh_text(const deck::Refreshed& refreshed, const std::string& to);
[[nodiscard]] std::string refresh_json(const deck::Refreshed& refreshed, const std::string& deck,
                                       const std::string& to);

}  // namespace precis::cli
