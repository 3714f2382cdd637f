// bind/values/value.h: one named thing that a text or an exhibit may show, with all that travels with it, and how it is
// printed.
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
    std::string text;       // as written in the data, or the words
    int decimals = -1;      // as written; -1: by the rules for SQL results
    bool integer = false;   // an SQL integer
    bool word = false;      // a term or built-in word: no data
    bool published = true;  // false: a fact whose value is known not to be published
    std::string unit, period, detail, subject, label, base;
    std::optional<double> n, low, high;
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    std::vector<std::string> sources, facts;  // ids
    std::vector<std::string> values, tables;  // names that its query asked value() for; tables that it read
    bool own_analysis = false;
    bool operator==(const Bound&) const = default;
};

/// Figures in parts, as prose and tiles set them differently.
struct Printed {
    std::string qualifier;  // prose: "more than "; charts: ">"
    std::string number;     // "600", "$1.5 million", "two"
    std::string unit;       // "%", " pp", " people", with their space
    bool operator==(const Printed&) const = default;
    std::string text() const { return qualifier + number + unit; }
};

enum class Setting { prose, chart, tile };

/// A number (or text) as the format and the language have it. Not for `period`, `n`, `source`, `detail`.
/// Errors: format_mismatch (words of a fraction, a date of what is none), at `where`.
[[nodiscard]] Printed print(const Bound& value, const Format& format, Setting setting, const locale::Locale& locale,
                            diag::Span where, diag::Diagnostics& found);

/// Digits behind the point where no format says: as written, else integers whole, percent 1, others 3 significant.
[[nodiscard]] int default_decimals(const Bound& value);

/// Three capitals: an ISO 4217 code.
[[nodiscard]] bool is_currency(std::string_view unit);
/// Unit before " per ", and what stands behind it.
[[nodiscard]] std::pair<std::string, std::string> split_unit(const std::string& unit);
/// " a month" for what stands behind " per "; empty for nothing.
[[nodiscard]] std::string per_words(const std::string& noun, const locale::Locale& locale);
[[nodiscard]] bool inexact(data::Qualifier qualifier);
/// The status that a number made from both has.
[[nodiscard]] data::Status weaker(data::Status a, data::Status b);

}  // namespace precis::bind
