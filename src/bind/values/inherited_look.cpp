// Splits the outermost select list into tokens and follows functions of one column down to that column.
#include "bind/values/inherited_look.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/numbers.h"

namespace precis::bind {
namespace {

struct Token {
    enum class Kind { name, number, text, mark } kind = Kind::mark;
    std::string text;  // names without their quotes; keywords and functions as written
    bool quoted = false;

    bool is(std::string_view word) const {
        return kind == Kind::mark ? text == word : kind == Kind::name && !quoted && base::lowered(text) == word;
    }
};
using Tokens = std::vector<Token>;

bool is_name_byte(char c) {
    return base::is_letter_or_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// The end of the blanks and comments that begin at `at`.
std::size_t after_blanks(std::string_view sql, std::size_t at) {
    while (at < sql.size()) {
        if (sql[at] == ' ' || sql[at] == '\n' || sql[at] == '\t' || sql[at] == '\r')
            ++at;
        else if (sql.substr(at, 2) == "--")
            at = std::min(sql.find('\n', at), sql.size());
        else if (sql.substr(at, 2) == "/*")
            at = std::min(sql.find("*/", at + 2), sql.size() - 2) + 2;
        else
            break;
    }
    return at;
}

Tokens tokens_of(std::string_view sql) {
    Tokens tokens;
    for (auto at = after_blanks(sql, 0); at < sql.size(); at = after_blanks(sql, at)) {
        const char c = sql[at];
        Token token;
        std::size_t end = at + 1;
        if (c == '\'' || c == '"' || c == '`' || c == '[') {
            end = std::min(sql.find(c == '[' ? ']' : c, end), sql.size());
            token = {c == '\'' ? Token::Kind::text : Token::Kind::name, std::string(sql.substr(at + 1, end - at - 1)),
                     true};
            ++end;
        } else if (is_name_byte(c)) {
            const bool number = base::is_digit(c);
            while (end < sql.size() && (is_name_byte(sql[end]) || (number && sql[end] == '.'))) ++end;
            token = {number ? Token::Kind::number : Token::Kind::name, std::string(sql.substr(at, end - at))};
        } else {
            token.text = std::string(1, c);
        }
        tokens.push_back(std::move(token));
        at = end;
    }
    return tokens;
}

int step_of(const Token& token) {
    return token.is("(") ? 1 : token.is(")") ? -1 : 0;
}

/// The result columns as written; the whole text if it is an expression without SELECT.
std::vector<Tokens> select_list(const Tokens& tokens) {
    std::size_t first = 0;
    int depth = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        depth += step_of(tokens[i]);
        if (depth != 0 || !tokens[i].is("select")) continue;
        first = i + 1;
        break;
    }
    std::vector<Tokens> list(1);
    depth = 0;
    for (std::size_t i = first; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        depth += step_of(token);
        if (depth == 0 && (token.is("from") || token.is("union") || token.is("where") || token.is("order") ||
                           token.is("except") || token.is("intersect") || token.is("limit") || token.is(";")))
            break;
        if (depth == 0 && token.is(","))
            list.emplace_back();
        else if (!(i == first && (token.is("distinct") || token.is("all"))))
            list.back().push_back(token);
    }
    return list;
}

/// A column's look and what has become of it on the way up.
using Look = std::optional<data::ResultColumn>;

Look percent_look() {
    data::ResultColumn column;
    column.unit = "percent";
    return column;
}

Look look_of(const Tokens& t, const DescribeColumn& column_of);

/// The arguments of a call whose tokens are t[0] `(` … `)`; empty unless the call is all of `t`.
std::vector<Tokens> arguments(const Tokens& t) {
    std::vector<Tokens> list(1);
    int depth = 0;
    for (std::size_t i = 1; i < t.size(); ++i) {
        depth += step_of(t[i]);
        if (depth == 0) return i + 1 == t.size() ? list : std::vector<Tokens>();
        if (i == 1) continue;
        if (depth == 1 && t[i].is(","))
            list.emplace_back();
        else if (!(i == 2 && t[i].is("distinct")))
            list.back().push_back(t[i]);
    }
    return {};
}

bool among(std::string_view word, const auto& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Look call(const Tokens& t, const DescribeColumn& column_of) {
    constexpr std::array<std::string_view, 7> kSame = {"sum", "total", "avg", "min", "max", "abs", "median"};
    constexpr std::array<std::string_view, 3> kFilled = {"coalesce", "ifnull", "nullif"};
    constexpr std::array<std::string_view, 4> kPercent = {"percent", "share", "growth", "cagr"};
    const auto name = base::lowered(t[0].text);
    const auto list = arguments(t);
    if (list.empty()) return {};
    if (among(name, kPercent)) return percent_look();
    if (name == "difference" && list.size() == 2) {
        auto look = look_of(list[0], column_of);
        const auto other = look_of(list[1], column_of);
        if (!look || !other || look->unit != other->unit) return {};
        if (look->unit == "percent") look->unit = "pp";
        return look;
    }
    if (list.size() == 1 && among(name, kSame)) return look_of(list[0], column_of);
    const bool fills = list.size() == 2 && list[1].size() == 1 && list[1][0].kind == Token::Kind::number;
    if (fills && among(name, kFilled)) return look_of(list[0], column_of);
    if (name != "round" || list.size() > 2 || (list.size() == 2 && !fills)) return {};
    auto look = look_of(list[0], column_of);
    const auto decimals = list.size() == 2 ? base::parse_integer(list[1][0].text) : std::optional<long long>(0);
    if (look && decimals && *decimals >= 0 && *decimals <= 6) look->decimals = static_cast<int>(*decimals);
    return look;
}

/// A column by its name, a function of one column, or the same in brackets.
Look look_of(const Tokens& t, const DescribeColumn& column_of) {
    const auto is_name = [&](std::size_t i) { return t[i].kind == Token::Kind::name; };
    if (t.size() == 1 && is_name(0)) return column_of(t[0].text);
    if (t.size() == 3 && is_name(0) && t[1].is(".") && is_name(2)) return column_of(t[2].text);
    if (t.size() > 2 && t[0].is("(") && t.back().is(")")) return look_of(Tokens(t.begin() + 1, t.end() - 1), column_of);
    return t.size() > 3 && is_name(0) && t[1].is("(") ? call(t, column_of) : Look();
}

/// Without `AS name`, `name`, FILTER (…) and OVER (…) at its end.
Tokens expression(Tokens t) {
    if (t.size() > 2 && t[t.size() - 2].is("as")) t.resize(t.size() - 2);
    if (t.size() > 1 && t.back().kind == Token::Kind::name && t[t.size() - 2].is(")")) t.pop_back();
    int depth = 0;
    for (std::size_t i = 1; i < t.size(); ++i) {
        depth += step_of(t[i]);
        if (depth == 0 && t[i - 1].is(")") && (t[i].is("filter") || t[i].is("over"))) {
            t.resize(i);
            break;
        }
    }
    return t;
}

}  // namespace

void inherit_looks(std::string_view sql, std::vector<data::ResultColumn>& columns, const DescribeColumn& column_of) {
    const auto bare = [](const data::ResultColumn& column) {
        return column.unit.empty() && column.format.empty() && !column.type && column.decimals < 0 && !column.year &&
               !column.yes_no;
    };
    if (std::none_of(columns.begin(), columns.end(), bare)) return;
    const auto list = select_list(tokens_of(sql));
    if (list.size() != columns.size()) return;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!bare(columns[i])) continue;
        const auto written = expression(list[i]);
        if (written.size() == 1 && written[0].is("*")) return;
        const auto look = look_of(written, column_of);
        if (!look) continue;
        columns[i].unit = look->unit;
        columns[i].format = look->format;
        columns[i].decimals = look->decimals;
        if (look->type == data::Type::percent) columns[i].type = look->type;
    }
}

}  // namespace precis::bind
