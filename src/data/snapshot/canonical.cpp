// Exact numbers are changed as texts, so that a decimal of thirty digits keeps them all.
#include "data/snapshot/canonical.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"

namespace precis::data {
namespace {

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), base::is_digit);
}

/// `+012.50` as `12.5`, `.5` as `0.5`, `-0.0` as `0`; empty if the text is no number without an exponent.
std::string plain_decimal(std::string_view text) {
    const bool negative = text.starts_with("-");
    if (negative || text.starts_with("+")) text.remove_prefix(1);
    const auto point = std::min(text.find('.'), text.size());
    auto whole = text.substr(0, point);
    auto rest = text.substr(std::min(point + 1, text.size()));
    if ((whole.empty() && rest.empty()) || !all_digits(whole) || !all_digits(rest)) return {};
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    rest = base::trimmed_right(rest, "0");
    std::string out = whole.empty() ? "0" : std::string(whole);
    if (!rest.empty()) out += "." + std::string(rest);
    return negative && out != "0" ? "-" + out : out;
}

std::string number(std::string_view text, bool exact) {
    text = base::trimmed(text);
    const auto exponent = text.find_first_of("eE");
    auto plain = plain_decimal(text.substr(0, exponent));
    if (plain.empty() || (exact && exponent == std::string_view::npos))
        return plain.empty() ? std::string(text) : plain;
    const auto value = base::parse_number(plain + std::string(exponent == text.npos ? "" : text.substr(exponent)));
    return value ? base::shortest(*value == 0 ? 0.0 : *value) : std::string(text);
}

std::string boolean(std::string_view text) {
    const auto word = base::lowered(base::trimmed(text));
    if (word == "1" || word == "t" || word == "true") return "true";
    if (word == "0" || word == "f" || word == "false") return "false";
    return std::string(text);
}

/// `03:04:05.120` as `03:04:05.12`.
std::string_view without_zeros(std::string_view time) {
    return time.find('.') == std::string_view::npos ? time : base::trimmed_right(base::trimmed_right(time, "0"), ".");
}

/// `2026-01-02 03:04:05` with a T; the day alone if a day is wanted and the time is midnight.
std::string moment(std::string_view text, bool day_is_wanted) {
    constexpr std::size_t kDay = 10;  // 2026-01-02
    if (text.size() <= kDay || (text[kDay] != ' ' && text[kDay] != 'T')) return std::string(text);
    const auto time = without_zeros(text.substr(kDay + 1));
    if (day_is_wanted && (time == "00:00:00" || time == "00:00")) return std::string(text.substr(0, kDay));
    return std::string(text.substr(0, kDay)).append("T").append(time);
}

bool is_day(const Column& column) {
    return column.type == Type::date;
}

}  // namespace

bool is_number(odbc::Kind kind, const Column* column) {
    if (column == nullptr) return kind == odbc::Kind::exact || kind == odbc::Kind::real;
    return column->type == Type::integer || column->type == Type::number || column->type == Type::percent ||
           column->type == Type::currency;
}

std::string canonical(std::string_view text, odbc::Kind kind, const Column* column) {
    using odbc::Kind;
    if (column != nullptr && column->type == Type::boolean) return boolean(text);
    if (is_number(kind, column)) return number(text, kind != Kind::real);
    switch (kind) {
        case Kind::exact:
            return number(text, true);
        case Kind::real:
            return number(text, false);
        case Kind::boolean:
            return boolean(text);
        case Kind::time:
            return std::string(without_zeros(text));
        case Kind::moment:
            return moment(text, column != nullptr && is_day(*column));
        case Kind::date:
        case Kind::text:
        case Kind::binary:
            return std::string(text);
    }
    return std::string(text);
}

}  // namespace precis::data
