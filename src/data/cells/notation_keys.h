// data/cells/notation_keys.h: the keys that a table must have so that a cell is read, as YAML to be typed as it stands.
// Stage: within DATA, for the remedies of cells and of guessed columns. Private to the room. Pure.
// In: the notation of cells that were seen. Out: `thousands: " ", missing: [NaN]`, without what the table declares.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "data/cells/number_notation.h"
#include "data/model.h"

namespace precis::data {

struct NotationKeys {
    std::string thousands;
    char decimal = 0;
    bool negative_parentheses = false;
    std::vector<std::string> marks, missing;  // each once

    /// Adds what `number` needs and `declared` lacks; a doubtful separator needs nothing.
    void add(const SeenNumber& number, const Notation& declared);
    void add_missing(std::string_view word);
    bool empty() const;
    /// The keys with their values; lists begin with the items that are declared already.
    std::string text(const Notation& declared) const;
};

/// The remedy that declares a column: "write “columns: {x: text, "*": auto}” in the table “t”", or, if the table has
/// declared columns, "write “x: text” in its “columns”".
[[nodiscard]] std::string declare_column(const TableRecord& table, const std::string& declaration);
/// "skip-rows: [5, 7-]": these rows beside those that the table leaves out already.
[[nodiscard]] std::string skip_rows(const TableRecord& table, const std::string& rows);
/// A text as YAML inside a flow sequence: in quotes where it needs them.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace precis::data
