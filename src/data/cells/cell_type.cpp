// The types, and what is offered when a text does not fit: the same number without percent sign, groups or comma.
#include "data/cells/cell_type.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/day_notation.h"
#include "data/cells/notation_keys.h"
#include "data/cells/number_notation.h"
#include "data/cells/period.h"
#include "data/cells/period_notation.h"
#include "vocabulary/sets.h"

namespace precis::data {
namespace {

// 0.07 * 100 is 7.000000000000001 in doubles; digits after the twelfth come from the multiplication, not from the data.
constexpr int kScaledDecimals = 12;
constexpr std::size_t kShownText = 40;  // bytes of a cell in a remedy

TypedCell whole(std::string_view text, const Column& column, const Notation& notation) {
    if (const auto number = base::parse_integer(text)) return static_cast<std::int64_t>(*number);
    const auto plain = plain_number(text, column, notation);
    const auto number = plain ? base::parse_integer(*plain) : std::nullopt;
    if (number) return static_cast<std::int64_t>(*number);
    return BadCell{};
}

/// The number of a cell; a point is no decimal sign where the table says that it is something else.
std::optional<double> decimal_number(std::string_view text, const Column& column, const Notation& notation) {
    if (notation.decimal == '.' && notation.thousands != ".") {
        if (const auto number = base::parse_number(text)) return number;
    } else if (text.find('.') == std::string_view::npos) {
        std::string pointed(text);
        std::replace(pointed.begin(), pointed.end(), notation.decimal, '.');
        if (const auto number = base::parse_number(pointed)) return number;
    }
    const auto plain = plain_number(text, column, notation);
    return plain ? base::parse_number(*plain) : std::nullopt;
}

TypedCell scaled(std::string_view text, const Column& column, const Notation& notation) {
    const auto number = decimal_number(text, column, notation);
    if (!number) return BadCell{};
    return column.scale == 1 ? *number : base::rounded(*number * column.scale, kScaledDecimals);
}

TypedCell boolean(std::string_view text) {
    const auto word = base::lowered(text);
    for (const auto* yes : {"yes", "true", "1", "t", "y"}) {
        if (word == yes) return std::int64_t{1};
    }
    for (const auto* no : {"no", "false", "0", "f", "n"}) {
        if (word == no) return std::int64_t{0};
    }
    return BadCell{};
}

/// The text with LF for each CRLF or CR.
std::string_view with_plain_breaks(std::string_view text, std::string& made) {
    if (text.find('\r') == std::string_view::npos) return text;
    made.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') made += text[i];
        if (text[i] == '\r' && text.substr(i + 1, 1) != "\n") made += '\n';
    }
    return made;
}

bool is_missing(std::string_view text, const std::vector<std::string>& spellings) {
    return !spellings.empty() && std::find(spellings.begin(), spellings.end(), text) != spellings.end();
}

bool is_date_of(Type type, std::string_view text) {
    const auto date = parse_date(text);
    if (!date) return false;
    switch (type) {
        case Type::month:
            return date->month != 0 && date->day == 0;
        case Type::quarter:
            return date->quarter != 0;
        case Type::year:
            return date->month == 0 && date->quarter == 0;
        default:
            return true;
    }
}

}  // namespace

TypedCell typed(std::string_view text, const Column& column, const Notation& notation, std::string& made) {
    const auto whole_text = text;
    text = without_blanks(text);
    if (text.empty() && (notation.trim || column.type != Type::text || whole_text.empty())) return std::monostate{};
    if (is_missing(text, column.missing) || is_missing(text, notation.missing)) return std::monostate{};
    switch (column.type) {
        case Type::text:
            return with_plain_breaks(notation.trim ? text : whole_text, made);
        case Type::integer:
            return whole(text, column, notation);
        case Type::number:
        case Type::percent:
        case Type::currency:
            return scaled(text, column, notation);
        case Type::boolean:
            return boolean(text);
        case Type::date:
        case Type::month:
        case Type::quarter:
        case Type::year:
            if (is_date_of(column.type, text)) return text;
            if (const auto day = column.type == Type::date ? day_of_moment(text) : std::nullopt) return *day;
            if (const auto iso = column.date_format.empty() ? period_of(text) : read_date(text, column.date_format);
                iso && is_date_of(column.type, *iso)) {
                made = *iso;
                return std::string_view(made);
            }
            return BadCell{};
    }
    return BadCell{};
}

std::string expected(Type type) {
    switch (type) {
        case Type::text:
            return "text";
        case Type::integer:
            return "a whole number";
        case Type::number:
            return "a number";
        case Type::percent:
            return "a percentage as a number (68 for 68 %)";
        case Type::currency:
            return "an amount of money as a bare number";
        case Type::boolean:
            return "yes or no";
        case Type::date:
            return "a date such as 2026-04-20";
        case Type::month:
            return "a month such as 2026-04";
        case Type::quarter:
            return "a quarter such as 2026-Q2";
        case Type::year:
            return "a year such as 2026";
    }
    return {};
}

std::string without_groups(std::string_view text) {
    std::string plain;
    std::size_t group = 0;  // digits since the last separator
    bool grouped = false;
    for (const char c : text) {
        if (c == ',' || c == ' ' || c == '\'' || c == '_') {
            if (grouped && group != 3) return {};
            grouped = true;
            group = 0;
        } else if (c == '.') {
            if (grouped && group != 3) return {};
            grouped = false;
            plain.push_back(c);
        } else {
            plain.push_back(c);
            ++group;
        }
    }
    if (grouped && group != 3) return {};  // 12,5 is not 125
    return plain.size() < text.size() && base::parse_number(plain) ? plain : std::string();
}

std::string remedy_for_number(const SeenNumber& number, const Column& column, const Notation& notation) {
    if (number.percent && column.type != Type::percent)
        return "declare " + base::quoted(column.name) + " as percent, or write " + number.text();
    if (!number.currency.empty() && column.type != Type::currency)
        return "declare “" + column.name + ": {type: currency, unit: " + currency_of(number.currency) +
               "}”, or write " + number.text();
    if (number.one_separator && number.decimal != notation.decimal) {
        const std::string sign(1, number.decimal);
        return "write “thousands: \"" + sign + "\"” in the table for " + number.before + number.after +
               ", “decimal: \"" + sign + "\"” for " + number.text();
    }
    NotationKeys keys;
    keys.add(number, notation);
    return keys.empty() ? "write " + number.text()
                        : "write “" + keys.text(notation) + "” in the table, or " + number.text();
}

std::string remedy_for(std::string_view text, const Column& column, const Notation& notation) {
    text = without_blanks(text);
    const auto column_is_number = column.type == Type::integer || column.type == Type::number ||
                                  column.type == Type::percent || column.type == Type::currency;
    if (column_is_number) {
        if (column.type == Type::integer && base::parse_number(text))
            return "declare " + base::quoted(column.name) + " as number, or write a whole number";
        if (const auto number = seen_number(text)) return remedy_for_number(*number, column, notation);
    }
    constexpr double kLeastUnix = 1e8, kMostUnix = 1e13;  // seconds in 1973, milliseconds in 2286
    if (const auto number = base::parse_integer(text);
        number && column.type == Type::date && *number >= kLeastUnix && *number < kMostUnix) {
        return "write “" + column.name +
               ": {type: date, date-format: unix}” in its “columns” if it counts seconds or "
               "milliseconds since 1970; else correct the cell";
    }
    constexpr double kFirstDay = 20'000, kLastDay = 60'000;  // of spreadsheets: 1954 to 2064
    if (const auto number = base::parse_number(text);
        number && column.type == Type::date && *number >= kFirstDay && *number < kLastDay) {
        return "write “" + column.name +
               ": {type: date, date-format: excel}” in its “columns” if it is a spreadsheet's "
               "number of a day; else correct the cell";
    }
    if (const auto day = seen_day(text); day && (column.type == Type::date || column.type == Type::month)) {
        const auto day_form = form_of(*day, true), month_form = form_of(*day, false);
        const auto one = read_date(text, day_form), other = read_date(text, month_form);
        if (one && (!other || *one == *other))
            return "write “date-format: " + day_form + "” for the column, or " + *one;
        if (other && !one) return "write “date-format: " + month_form + "” for the column, or " + *other;
        if (one)
            return "write “date-format: " + day_form + "” for the column if it is " + date_in_words(*one) +
                   ", “date-format: " + month_form + "” if it is " + date_in_words(*other);
    }
    return "correct the cell; if the value is unknown, leave it empty or add “missing: [" +
           yaml_text(text.substr(0, kShownText)) + "]” to the column";
}

int decimals_of(std::string_view text, const Column& column, const Notation& notation) {
    text = without_blanks(text);
    const auto sign = text.find(notation.decimal);
    if (sign == std::string_view::npos && text.find_first_of("eE") == std::string_view::npos) return 0;
    if (sign != std::string_view::npos && text.find_first_not_of("0123456789", sign + 1) == std::string_view::npos)
        return static_cast<int>(text.size() - sign - 1);
    const auto exponent = text.find_first_of("eE");
    if (exponent != std::string_view::npos) {
        const auto mantissa = text.substr(0, exponent);
        const auto point = mantissa.find(notation.decimal);
        const auto power = base::parse_integer(base::trimmed(text.substr(exponent + 1), "+"));
        const auto digits = point == std::string_view::npos ? 0 : static_cast<long long>(mantissa.size() - point - 1);
        return static_cast<int>(std::clamp(digits - power.value_or(0), 0LL, 400LL));
    }
    const auto plain = plain_number(text, column, notation);
    if (!plain) return 0;
    const auto point = plain->find('.');
    return point == std::string::npos ? 0 : static_cast<int>(plain->size() - point - 1);
}

const std::vector<std::string>& type_words() {
    using vocabulary::ColumnType;
    static_assert(static_cast<int>(ColumnType::year) == static_cast<int>(Type::year));
    static const std::vector<std::string> words = [] {
        auto all = vocabulary::closed_set<ColumnType>.names();
        all.resize(static_cast<std::size_t>(Type::year) +
                   1);  // `decimal` is another word for a number; `auto` and `skip` are no types
        return all;
    }();
    return words;
}

}  // namespace precis::data
