// data/sql/sql_text.h: SQL as text: where its first word begins, which it is, and the names that it asks for.
// Private to the room. Comments and white space are skipped as SQLite skips them; nothing else of the grammar is known
// here. data/sql/select_list.h splits a query into its result columns.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace precis::data {

struct Token {
    std::string text;  // a word, a sign, or what stands in quotes
    char quote = 0;    // ' " ` [
};
/// The token at `at`, which is moved behind it; comments are passed over. Quotes inside quotes are doubled.
[[nodiscard]] Token next_token(std::string_view sql, std::size_t& at);

/// Whether a byte belongs to a name or keyword: a letter, a digit, `_`, or any byte outside ASCII.
[[nodiscard]] bool is_sql_word(char c);
/// Offset of the first byte that is neither white space nor in a comment; sql.size() if there is none.
[[nodiscard]] std::size_t first_token(std::string_view sql);
/// The first word of a statement that is not a query, in capitals: "INSERT", "PRAGMA" …; else empty.
[[nodiscard]] std::string statement_word(std::string_view sql);
/// Whether a query begins with SELECT, WITH or VALUES. Any other text is an expression, and SELECT is put before it.
[[nodiscard]] bool begins_as_query(std::string_view sql);
/// The names in value('name'), in order, each once; value() of anything else has none.
[[nodiscard]] std::vector<std::string> names_in_value(std::string_view sql);
/// The query with every division made one of numbers with decimals: "a / b" is "a *1.0/ b"; empty if it has none.
/// `first` is where the first one is.
[[nodiscard]] std::string with_real_divisions(std::string_view sql, std::size_t& first);
/// The query on one line, without comments.
[[nodiscard]] std::string without_comments(std::string_view sql);
/// Whether a word, or a name in quotes, is `name`, in any case; texts in single quotes do not count.
[[nodiscard]] bool has_name(std::string_view sql, std::string_view name);

}  // namespace precis::data
