// The types, and what is offered when a text does not fit: the same number without percent sign, groups or comma.
#include "data/cell_type.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/period.h"
#include "vocabulary/sets.h"

namespace precis::data {
namespace {

// 0.07 * 100 is 7.000000000000001 in doubles; digits after the twelfth come from the multiplication, not from the data.
constexpr int kScaledDecimals = 12;
constexpr std::size_t kShownText = 40;  // bytes of a cell in a remedy

TypedCell whole(std::string_view text) {
    if (const auto number = base::parse_integer(text)) return static_cast<std::int64_t>(*number);
    return BadCell{};
}

TypedCell decimal_number(std::string_view text, const Column& column, char decimal) {
    std::string pointed;
    if (decimal != '.') {
        if (text.find('.') != std::string_view::npos) return BadCell{};
        pointed = text;
        std::replace(pointed.begin(), pointed.end(), decimal, '.');
        text = pointed;
    }
    const auto number = base::parse_number(text);
    if (!number) return BadCell{};
    return column.scale == 1 ? *number : base::rounded(*number * column.scale, kScaledDecimals);
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

TypedCell typed(std::string_view text, const Column& column, char decimal) {
    if (text.empty()) return std::monostate{};
    if (!column.missing.empty() &&
        std::find(column.missing.begin(), column.missing.end(), text) != column.missing.end())
        return std::monostate{};
    switch (column.type) {
        case Type::text:
            return text;
        case Type::integer:
            return whole(text);
        case Type::number:
        case Type::percent:
        case Type::currency:
            return decimal_number(text, column, decimal);
        case Type::boolean:
            if (text == "yes" || text == "true") return std::int64_t{1};
            if (text == "no" || text == "false") return std::int64_t{0};
            return BadCell{};
        case Type::date:
        case Type::month:
        case Type::quarter:
        case Type::year:
            if (is_date_of(column.type, text)) return text;
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

std::string remedy_for(std::string_view text, const Column& column, char decimal) {
    const auto column_is_number = column.type == Type::integer || column.type == Type::number ||
                                  column.type == Type::percent || column.type == Type::currency;
    if (column_is_number) {
        const auto bare = base::trimmed(base::trimmed_right(text, "% "));
        if (bare.size() < text.size() && base::parse_number(bare)) return "write " + std::string(bare);
        if (column.type == Type::integer && base::parse_number(text))
            return "declare " + base::quoted(column.name) + " as number, or write a whole number";
        if (const auto plain = without_groups(text); !plain.empty() && decimal == '.')
            return "write " + plain + ", without separators between digits";
        std::string pointed(bare);
        std::replace(pointed.begin(), pointed.end(), ',', '.');
        if (decimal == '.' && pointed != bare && base::parse_number(pointed))
            return "write " + pointed + ", or declare “decimal: \",\"” for the table";
    }
    return "correct the cell; if the value is unknown, leave it empty or add “missing: [" +
           std::string(text.substr(0, kShownText)) + "]” to the column";
}

const std::vector<std::string>& type_words() {
    using vocabulary::ColumnType;
    static_assert(static_cast<int>(ColumnType::year) == static_cast<int>(Type::year));
    static const std::vector<std::string> words = [] {
        auto all = vocabulary::closed_set<ColumnType>.names();
        all.resize(static_cast<std::size_t>(Type::year) + 1);  // `decimal` is another word for a number
        return all;
    }();
    return words;
}

}  // namespace precis::data
