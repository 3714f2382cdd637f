// A query is split into tokens with their depth of brackets; only tokens of depth 0 are looked at.
#include "data/sql/select_list.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "data/sql/sql_text.h"

namespace precis::data {
namespace {

/// The end of the token at `at`: a word or number, a quoted name or text with its doubled quotes, else one character.
std::size_t end_of_token(std::string_view sql, std::size_t at) {
    const char first = sql[at];
    if (first == '\'' || first == '"' || first == '`' || first == '[') {
        const char last = first == '[' ? ']' : first;
        auto end = at + 1;
        while (end < sql.size() && (sql[end] != last || (first != '[' && sql.substr(end + 1, 1) == sql.substr(end, 1))))
            end += sql[end] == last ? 2 : 1;
        return std::min(end + 1, sql.size());
    }
    auto end = at;
    while (end < sql.size() && (is_sql_word(sql[end]) || (sql[end] == '.' && end > at))) ++end;
    return std::max(end, at + 1);
}

struct Token {
    std::string word;  // in capitals
    std::size_t begin = 0, end = 0;
    int depth = 0;  // number of brackets around it
};

std::vector<Token> tokens_of(std::string_view sql) {
    std::vector<Token> tokens;
    int depth = 0;
    for (auto at = first_token(sql); at < sql.size();) {
        const auto end = end_of_token(sql, at);
        if (sql[at] == ')') --depth;
        tokens.push_back({base::raised(sql.substr(at, end - at)), at, end, depth});
        if (sql[at] == '(') ++depth;
        at = end + first_token(sql.substr(end));
    }
    return tokens;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 3> kCompound{"UNION", "EXCEPT", "INTERSECT"};
constexpr std::array<std::string_view, 3> kTail{"ORDER", "LIMIT", ";"};
constexpr std::array<std::string_view, 5> kAfterList{"FROM", "WHERE", "GROUP", "HAVING", "WINDOW"};

}  // namespace

std::vector<SelectPart> select_parts(std::string_view sql) {
    std::vector<SelectPart> parts;
    const auto tokens = tokens_of(sql);
    std::string before;  // the query's WITH
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].depth != 0 || tokens[i].word != "SELECT") continue;
        if (parts.empty()) before = sql.substr(0, tokens[i].begin);
        SelectPart part;
        bool listed = false;
        auto end = i + 1;
        if (end < tokens.size() && (tokens[end].word == "DISTINCT" || tokens[end].word == "ALL")) ++end;
        auto from = end < tokens.size() ? tokens[end].begin : sql.size();
        const auto close = [&](std::size_t to) {
            if (!listed) part.columns.emplace_back(sql.substr(from, to - from));
        };
        for (; end < tokens.size(); ++end) {
            const auto& token = tokens[end];
            if (token.depth != 0) continue;
            if (among(kCompound, token.word) || among(kTail, token.word)) break;
            if (!listed && (token.word == "," || among(kAfterList, token.word))) {
                close(token.begin);
                from = token.end;
                listed = token.word != ",";
            }
        }
        const auto stop = end < tokens.size() ? tokens[end].begin : sql.size();
        close(stop);
        part.sql = before + std::string(sql.substr(tokens[i].begin, stop - tokens[i].begin));
        parts.push_back(std::move(part));
        i = end;
    }
    return parts;
}

bool is_number_literal(std::string_view column) {
    const auto tokens = tokens_of(column);
    std::size_t at = 0;
    if (at < tokens.size() && (tokens[at].word == "-" || tokens[at].word == "+")) ++at;
    if (at < tokens.size() && tokens[at].word == "." && at + 1 < tokens.size()) ++at;
    if (at >= tokens.size() || !base::is_digit(tokens[at].word.front())) return false;
    ++at;
    if (at < tokens.size() && tokens[at].word == "AS") ++at;
    // Nothing may follow but a name.
    return at >= tokens.size() ||
           (at + 1 == tokens.size() && (is_sql_word(tokens[at].word.front()) || tokens[at].word.front() == '"'));
}

}  // namespace precis::data
