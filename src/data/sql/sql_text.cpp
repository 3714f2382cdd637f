// A scan from the first byte; the text need not be valid SQL.
#include "data/sql/sql_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace precis::data {
namespace {

/// The first word in capitals; empty if it is the name of a function.
std::string first_word(std::string_view sql) {
    const auto begin = first_token(sql);
    auto end = begin;
    while (end < sql.size() && base::is_letter(sql[end])) ++end;
    auto word = base::raised(sql.substr(begin, end - begin));
    const auto next = sql.find_first_not_of(" \t\r\n", end);
    // REPLACE(…) is a function, and a column may be called `end`.
    if (next != std::string_view::npos && sql[next] == '(' && word != "VALUES" && word != "SELECT") return {};
    return word;
}

}  // namespace

Token next_token(std::string_view sql, std::size_t& at) {
    at += first_token(sql.substr(at));
    if (at >= sql.size()) return {};
    const char first = sql[at];
    if (first != '\'' && first != '"' && first != '`' && first != '[') {
        const auto begin = at++;
        if (is_sql_word(first)) {
            while (at < sql.size() && is_sql_word(sql[at])) ++at;
        }
        return {std::string(sql.substr(begin, at - begin)), 0};
    }
    const char last = first == '[' ? ']' : first;
    Token token{{}, first};
    for (++at; at < sql.size(); ++at) {
        if (sql[at] == last) {
            const bool doubled = last != ']' && at + 1 < sql.size() && sql[at + 1] == last;
            if (!doubled) break;
            ++at;
        }
        token.text += sql[at];
    }
    at = std::min(at + 1, sql.size());
    return token;
}

bool is_sql_word(char c) {
    return base::is_letter_or_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::size_t first_token(std::string_view sql) {
    std::size_t at = 0;
    for (;;) {
        at = std::min(sql.find_first_not_of(" \t\r\n", at), sql.size());
        if (sql.substr(at, 2) == "--") {
            at = std::min(sql.find('\n', at), sql.size());
        } else if (sql.substr(at, 2) == "/*") {
            const auto end = sql.find("*/", at + 2);
            at = end == std::string_view::npos ? sql.size() : end + 2;
        } else {
            return at;
        }
    }
}

std::string statement_word(std::string_view sql) {
    constexpr std::array<std::string_view, 19> kWords{
        "INSERT", "UPDATE",  "DELETE",  "REPLACE", "CREATE", "DROP",   "ALTER",    "ATTACH",    "DETACH", "PRAGMA",
        "VACUUM", "REINDEX", "ANALYZE", "EXPLAIN", "BEGIN",  "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"};
    auto word = first_word(sql);
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end() ? word : std::string();
}

bool begins_as_query(std::string_view sql) {
    const auto word = first_word(sql);
    return word == "SELECT" || word == "WITH" || word == "VALUES";
}

std::vector<std::string> names_in_value(std::string_view sql) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < sql.size();) {
        const auto word = next_token(sql, at);
        if (word.quote != 0 || base::lowered(word.text) != "value") continue;
        auto inside = at;
        if (next_token(sql, inside).text != "(") continue;
        const auto name = next_token(sql, inside);
        if (name.quote != '\'' || next_token(sql, inside).text != ")") continue;
        at = inside;
        if (std::find(names.begin(), names.end(), name.text) == names.end()) names.push_back(name.text);
    }
    return names;
}

std::string with_real_divisions(std::string_view sql, std::size_t& first) {
    std::string out;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < sql.size();) {
        const auto token = next_token(sql, at);
        if (token.quote != 0 || token.text != "/") continue;
        if (out.empty()) first = at - 1;
        out += std::string(sql.substr(kept, at - 1 - kept)) + "*1.0/";
        kept = at;
    }
    return out.empty() ? out : out + std::string(sql.substr(kept));
}

std::string without_comments(std::string_view sql) {
    std::string out;
    for (std::size_t at = first_token(sql); at < sql.size();) {
        const auto begin = at;
        (void)next_token(sql, at);
        out += sql.substr(begin, at - begin);
        const auto next = at + first_token(sql.substr(at));
        if (next > at && next < sql.size()) out += ' ';
        at = next;
    }
    return out;
}

bool has_name(std::string_view sql, std::string_view name) {
    for (std::size_t at = 0; at < sql.size();) {
        const auto token = next_token(sql, at);
        if (token.quote != '\'' && base::lowered(token.text) == name) return true;
    }
    return false;
}

}  // namespace precis::data
