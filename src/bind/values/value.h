// bind/values/value.h: one named value that a text or exhibit may show, with what must travel with it, and how it is
// printed. A door: `precis explain` prints values too.
//
// In: a fact, a query's result or a word (Bound), a format and a language. Out: the printed text in parts (Printed),
// for prose ("more than 600"), charts (">600") or tiles. Numbers are rounded only here; a Bound keeps them as computed.
// Units are words of the data ("percent", "people", "USD per month"); dates are ISO 8601. Pure.
// Errors: format_mismatch. Source: docs/design/language.md#numbers-and-formats.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "bind/values/format.h"
#include "data/database.h"
#include "locale/locale.h"

namespace precis::bind {

struct Bound {
    std::string name;
    std::optional<double> number;
    std::string text;          // as the data have it, or the words
    std::string untranslated;  // as the query gives it, if `text` is a translation: for queries, whose claims stay
    int decimals = -1;         // as the data have them; -1: see default_decimals()
    bool integer = false;      // an SQL integer
    bool in_powers = false;    // its column has numbers too large for figures
    bool word = false;         // a term or built-in word, not data
    bool published = true;     // false: a fact whose value is known not to be published
    std::string unit, period, detail, subject, label, base;  // base: who was asked or counted
    std::optional<double> n, low, high;                      // n: size of the base; low, high: the interval
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    std::vector<std::string> sources, facts;  // ids that it rests on
    std::vector<std::string> origins;         // sources of all that was read, whatever is stated as its source
    data::Withheld withheld;                  // what it rests on that the reader may not see
    std::vector<std::string> set;             // of itself and the values behind it, those set for this build
    std::vector<std::string> values, tables;  // names that its query asks value() for; tables that it reads
    bool own_analysis = false;                // true: computed, not printed as published
    bool operator==(const Bound&) const = default;
};

/// A printed value in parts, because tiles set each in its own size.
struct Printed {
    std::string qualifier;  // prose: "more than "; charts: ">"
    std::string number;     // "600", "$1.5 million", "two"
    std::string unit;       // "%", " pp", " people", with its leading space
    bool operator==(const Printed&) const = default;
    std::string text() const { return qualifier + number + unit; }
};

enum class Setting { prose, chart, tile };

/// The value itself; Format::of is for the caller to look at.
/// Errors: format_mismatch (such as `words` of a fraction or `date` of a number), at `where`; the text is then empty.
[[nodiscard]] Printed print(const Bound& value, const Format& format, Setting setting, const locale::Locale& locale,
                            diag::Span where, diag::Diagnostics& diagnostics);

/// Digits behind the decimal point if the format gives none: as in the data; else 0 for integers, 1 for percent and pp,
/// and otherwise as many as 3 significant figures need, at most 15. Money has all of its cents or none. More where a
/// number would become 0.
[[nodiscard]] int default_decimals(const Bound& value);
/// Whether two numbers side by side are printed with one number of decimals: they have the same unit and are no bounds.
/// Facts keep the decimals of their source beside numbers of another, but for money: the program adds no precision that
/// a source does not claim.
[[nodiscard]] bool share_decimals(const Bound& a, const Bound& b);
/// The fewest decimals that print `value` as `decimals` do: 2 for 12.340 and 3.
[[nodiscard]] int fewest_decimals(double value, int decimals);

/// From here on figures are powers of ten: 1.2 × 10¹⁵; below kSmallestInFigures, too.
inline constexpr double kLargestInFigures = 1e15, kSmallestInFigures = 1e-6;

/// True for three capitals, which are taken for an ISO 4217 code.
[[nodiscard]] bool is_currency(std::string_view unit);
/// "USD per month" as {"USD", "month"}; the second is empty without " per ".
[[nodiscard]] std::pair<std::string, std::string> split_unit(const std::string& unit);
/// " a month" or " per person", with its leading space; empty for an empty noun.
[[nodiscard]] std::string per_words(const std::string& noun, const locale::Locale& locale);
/// "more than " before a number, "{number} or more" around it; empty if prose has no words.
[[nodiscard]] std::string qualifier_words(data::Qualifier qualifier, const locale::Locale& locale);
/// True for every qualifier but none and exactly.
[[nodiscard]] bool inexact(data::Qualifier qualifier);
/// The status of a number computed from both: the less certain one (a forecast wins over an actual).
[[nodiscard]] data::Status weaker(data::Status a, data::Status b);

}  // namespace precis::bind
