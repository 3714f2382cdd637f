// A query's outermost level, by its tokens: what SQLite does not tell of a compiled statement.
#include "data/select_list.h"

#include <algorithm>
#include <array>

#include "data/guard.h"

namespace precis::data {
namespace {

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
}

bool word_char(char c) {
    return (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

/// Where the token at `at` ends: a word or number, a quoted name or text with its doubled quotes, else one character.
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
    while (end < sql.size() && (word_char(sql[end]) || (sql[end] == '.' && end > at))) ++end;
    return std::max(end, at + 1);
}

std::string upper(std::string_view word) {
    std::string out(word);
    for (auto& c : out) c = upper(c);
    return out;
}

struct Token {
    std::string word;  // in capitals
    std::size_t begin = 0, end = 0;
    int depth = 0;  // of brackets around it
};

std::vector<Token> tokens_of(std::string_view sql) {
    std::vector<Token> tokens;
    int depth = 0;
    for (auto at = first_token(sql); at < sql.size();) {
        const auto end = end_of_token(sql, at);
        if (sql[at] == ')') --depth;
        tokens.push_back({upper(sql.substr(at, end - at)), at, end, depth});
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
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (at < tokens.size() && tokens[at].word == "." && at + 1 < tokens.size()) ++at;
    if (at >= tokens.size() || !digit(tokens[at].word.front())) return false;
    ++at;
    if (at < tokens.size() && tokens[at].word == "AS") ++at;
    // At most a name follows.
    return at >= tokens.size() ||
           (at + 1 == tokens.size() && (word_char(tokens[at].word.front()) || tokens[at].word.front() == '"'));
}

}  // namespace precis::data
