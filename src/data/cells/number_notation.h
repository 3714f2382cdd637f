// data/cells/number_notation.h: numbers as people and programs write them in files: 1 234,5 · 12.5 % · (3) · € 1,234 ·
// 5*. Stage: a cell's text -> NOTATION -> cell_type (what a table declares), column_guess (what a file has).
//
// In: a cell, trimmed. Out: the parts of its notation, or the number in the plain form of base::parse_number, if the
// table declares every part. Without a locale. A minus sign of Unicode, a plus sign, a missing zero (.5) and a
// minus behind decimals (1.234,56-) leave no doubt and are always read.
// Errors: nullopt for what is not a number; nothing is guessed about one separator before three digits ("1,234").
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/model.h"

namespace precis::data {

/// The notation of one number.
struct SeenNumber {
    std::string before;          // digits before the decimal sign, without separators, with a minus if it is negative
    std::string after;           // digits behind it
    std::string group;           // what separates groups of digits: "," "." " " "'"; empty: nothing
    char decimal = 0;            // 0: there are no decimals
    bool one_separator = false;  // one comma or point before three digits: `group` or `decimal`; stored as `decimal`
    bool percent = false, parentheses = false;
    std::string currency;  // the sign or code beside it
    std::string mark;      // a footnote mark behind it

    /// Nothing but digits, a sign and a decimal point.
    bool plain() const {
        return group.empty() && decimal != ',' && !percent && !parentheses && currency.empty() && mark.empty();
    }
    bool whole() const { return decimal == 0; }
    std::string text() const { return after.empty() ? before : before + "." + after; }
};

/// The notation of `cell`; nullopt if it is not a number in any. Numbers with leading zeros are none.
[[nodiscard]] std::optional<SeenNumber> seen_number(std::string_view cell);

/// The letters behind a number: the unit in "12 kg", the flag in "4.7 b". Empty if it is none, or if it is a word for
/// thousands or more ("12k"), without which the number would be another. A view of `cell`.
[[nodiscard]] std::string_view unit_behind(std::string_view cell);

/// Whether the cell is a number that no declaration reads: "12k", "1.5 M", digits of another script.
[[nodiscard]] bool has_unread_form(std::string_view cell);

/// The number in plain form, "-1234.5", if the column and `notation` declare each part of its notation.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view cell, const Column& column,
                                                      const Notation& notation);

/// `cell` without these marks at its end, and without blanks at its ends. A view of `cell`.
[[nodiscard]] std::string_view without_marks(std::string_view cell, const std::vector<std::string>& marks);

/// A word or sign that programs write where there is no number: NaN, #N/A, null, inf, -, [x] …
[[nodiscard]] bool is_no_number(std::string_view cell);
/// The ISO 4217 code that a sign beside numbers most often means, "EUR" for "€"; empty if the sign is not known.
[[nodiscard]] std::string currency_of(std::string_view sign);

/// `text` without blanks of any kind at its ends, no-break spaces and line breaks included. A view of `text`.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace precis::data
