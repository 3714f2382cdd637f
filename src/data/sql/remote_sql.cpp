// One pass over words and signs; quoted texts and comments are stepped over.
#include "data/sql/remote_sql.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/phrases.h"

namespace precis::data {
namespace {

/// Words that write or lock wherever they stand; as names of columns they need quotes, or a table's name before them.
constexpr std::array<std::string_view, 6> kWriting{"INSERT", "UPDATE", "DELETE", "MERGE", "INTO", "TRUNCATE"};

bool is_word(char c) {
    return base::is_letter_or_digit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

struct Token {
    std::size_t begin = 0, end = 0;
    bool word = false;
};

/// Reads the tokens in order. Numbers count as words.
class Tokens {
  public:
    explicit Tokens(std::string_view sql) : sql_(sql) {}

    std::optional<Token> next() {
        skip_blanks();
        if (at_ >= sql_.size()) return std::nullopt;
        Token token{at_, at_, is_word(sql_[at_])};
        if (token.word) {
            while (at_ < sql_.size() && is_word(sql_[at_])) ++at_;
        } else {
            step_over_sign();
        }
        token.end = at_;
        return token;
    }

  private:
    void skip_blanks() {
        while (at_ < sql_.size()) {
            if (sql_.substr(at_, 2) == "--") {
                at_ = std::min(sql_.find('\n', at_), sql_.size());
            } else if (sql_.substr(at_, 2) == "/*") {
                const auto end = sql_.find("*/", at_ + 2);
                at_ = end == std::string_view::npos ? sql_.size() : end + 2;
            } else if (std::string_view(" \t\r\n\f\v").find(sql_[at_]) != std::string_view::npos) {
                ++at_;
            } else {
                return;
            }
        }
    }
    /// A quoted text or name as a whole, else one character. A doubled quote reads as two texts, which does no harm.
    void step_over_sign() {
        const char first = sql_[at_++];
        const char last = first == '[' ? ']' : first;
        if (std::string_view("'\"`[").find(first) == std::string_view::npos) return;
        const auto end = sql_.find(last, at_);
        at_ = end == std::string_view::npos ? sql_.size() : end + 1;
    }

    std::string_view sql_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<RemoteSqlFault> remote_sql_fault(std::string_view sql) {
    Tokens tokens(sql);
    auto token = tokens.next();
    while (token && sql[token->begin] == '(') token = tokens.next();
    const auto first = token ? base::raised(sql.substr(token->begin, token->end - token->begin)) : std::string();
    if (first != "SELECT" && first != "WITH") {
        return RemoteSqlFault{token ? token->begin : 0, token ? token->end : sql.size(),
                              "a database is asked by SELECT or WITH only",
                              "write a query that reads; nothing is changed in a database"};
    }
    char before = ' ';  // the sign before the token
    for (token = tokens.next(); token; token = tokens.next()) {
        const auto text = sql.substr(token->begin, token->end - token->begin);
        if (text == ";") {
            if (const auto more = tokens.next()) {
                return RemoteSqlFault{more->begin, more->end, "a second statement follows the first",
                                      "keep one SELECT, and remove the “;” and what follows it"};
            }
            return std::nullopt;
        }
        const auto word = base::raised(text);
        const bool writes = std::find(kWriting.begin(), kWriting.end(), word) != kWriting.end();
        if (token->word && writes && before != '.' && !sql.substr(token->end).starts_with("(")) {
            return RemoteSqlFault{
                token->begin, token->end, base::quoted(text) + " would change or lock rows",
                "write a query that only reads; a column of that name needs quotes: \"" + std::string(text) + "\""};
        }
        before = token->word ? ' ' : sql[token->end - 1];
    }
    return std::nullopt;
}

}  // namespace precis::data
