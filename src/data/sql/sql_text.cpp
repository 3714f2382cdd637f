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

}  // namespace precis::data
