// SQLite's messages are recognised by their first words and worded anew with a remedy.
#include "data/sql/sql_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/phrases.h"
#include "data/codes.h"
#include "data/sql/sql_text.h"
#include "data/words.h"

namespace precis::data {
namespace {

bool same_word(std::string_view a, std::string_view b) {
    return base::lowered(a) == base::lowered(b);
}

/// The end of the token at `at`: a word with its dots, a quoted name or text, else one character.
std::size_t token_end(std::string_view sql, std::size_t at) {
    auto end = at;
    if (end < sql.size() && (sql[end] == '"' || sql[end] == '\'')) {
        const auto close = sql.find(sql[end], end + 1);
        return close == std::string_view::npos ? sql.size() : close + 1;
    }
    while (end < sql.size() && (is_sql_word(sql[end]) || (sql[end] == '.' && end > at))) ++end;
    return std::max(end, std::min(at + 1, sql.size()));
}

/// The rest of a message that begins with `start`; nullopt if it does not.
std::optional<std::string> after(std::string_view message, std::string_view start) {
    if (message.substr(0, start.size()) != start) return std::nullopt;
    return std::string(message.substr(start.size()));
}

std::string unqualified(const std::string& name) {
    return name.substr(name.rfind('.') + 1);
}

struct Wording {
    std::string message, remedy;
};

Wording reworded(std::string_view message, const KnownNames& names, bool double_quoted) {
    if (auto column = after(message, "no such column: ")) {
        if (double_quoted && column->size() > 1 && column->front() == '"')
            *column = column->substr(1, column->size() - 2);
        return {"the query reads a column " + base::quoted(*column) + ", but none of its tables has it",
                double_quoted ? "put text in single quotes: '" + *column + "'"
                              : meant(unqualified(*column), names.columns)};
    }
    if (const auto table = after(message, "no such table: "))
        return {"there is no table " + base::quoted(*table) + " in the data model",
                meant(unqualified(*table), names.tables)};
    if (const auto function = after(message, "no such function: ")) {
        auto remedy = meant(*function, names.functions);
        if (remedy.empty()) remedy = "use a function of SQLite, or one that docs/data.md lists";
        return {"there is no SQL function " + base::quoted(*function), std::move(remedy)};
    }
    if (const auto column = after(message, "ambiguous column name: "))
        return {"the column " + base::quoted(*column) + " is in more than one of the query's tables",
                "put the table's name before it: table." + *column};
    if (const auto function = after(message, "wrong number of arguments to function "))
        return {*function + " takes another number of arguments", "see the list of functions in docs/data.md"};
    if (message == "incomplete input") return {"the SQL is incomplete", "complete it, or close a bracket or quote"};
    if (const auto token = after(message, "unrecognized token: "))
        return {"SQL has no token " + *token, "close every quote; put text in single quotes"};
    if (message.find(": syntax error") != std::string_view::npos)
        return {"the SQL cannot be parsed from here on (" + std::string(message) + ")",
                "look for a missing comma, bracket or keyword before this place"};
    return {"SQLite cannot run this query: " + std::string(message), "change the SQL"};
}

}  // namespace

diag::Span place_of(const diag::Text& sql, std::string_view word, bool in_text) {
    const std::string_view text = sql.text;
    for (std::size_t at = first_token(text); at < text.size();) {
        const auto end = token_end(text, at);
        const auto token = text.substr(at, end - at);
        if (same_word(token, word)) return sql.at(at, end);
        if (in_text && token.size() >= 2 && token.front() == '\'' && token.substr(1, token.size() - 2) == word)
            return sql.at(at, end);
        at = end + first_token(text.substr(end));
    }
    return sql.at(0, text.size());
}

SqlError last_error(sqlite3* db) {
    return {sqlite3_errmsg(db), sqlite3_error_offset(db)};
}

diag::Diagnostic guard_fault(const Guard& guard, const diag::Text& sql) {
    return diag::error(code::sql_not_allowed, place_of(sql, guard.refused_word), "a query may not use " + guard.refused,
                       guard.remedy);
}

diag::Diagnostic prepare_fault(const SqlError& error, const QueryText& query, const KnownNames& names) {
    const auto& sql = *query.sql;
    auto place = sql.at(0, sql.text.size());
    bool double_quoted = false;
    if (error.offset >= 0 && static_cast<std::size_t>(error.offset) >= query.prefix) {
        const auto at = static_cast<std::size_t>(error.offset) - query.prefix;
        place = sql.at(at, token_end(sql.text, at));
        double_quoted = at < sql.text.size() && sql.text[at] == '"';
    } else if (const auto table = after(error.message, "no such table: ")) {
        place = place_of(sql, *table);
    }
    auto [message, remedy] = reworded(error.message, names, double_quoted);
    return diag::error(code::sql_error, place, std::move(message), std::move(remedy));
}

diag::Diagnostic interrupt_fault(Stopped stopped, const diag::Span& whole) {
    switch (stopped) {
        case Stopped::query_steps:
            break;
        case Stopped::run_steps:
            return diag::error(
                code::sql_too_long, whole,
                fmt::format("with this query all queries together take more than {} steps",
                            base::limit(base::Limit::run_steps)),
                "ask for several values in one query; else " + base::how_to_raise(base::Limit::run_steps, 0));
        case Stopped::no:
            return diag::error(
                code::sql_too_long, whole,
                fmt::format("the query takes more than {} s of CPU time", base::limit(base::Limit::query_seconds)),
                "join on keys, or add a condition; else " + base::how_to_raise(base::Limit::query_seconds, 0));
    }
    return diag::error(code::sql_too_long, whole, "the query takes more steps than the limit",
                       "join on keys, add a condition, or end the recursion");
}

diag::Diagnostic run_fault(sqlite3* db, int code, Stopped stopped, const QueryText& query) {
    const auto& sql = *query.sql;
    const auto whole = sql.at(0, sql.text.size());
    if (code == SQLITE_INTERRUPT) return interrupt_fault(stopped, whole);
    if (code == SQLITE_TOOBIG)
        return diag::error(code::sql_too_long, whole, "a text in the query grows beyond 16 MB",
                           "join fewer or shorter texts");
    if (code == SQLITE_NOMEM)
        return diag::error(
            code::sql_too_long, whole,
            fmt::format("the query takes more than {} bytes of memory", base::limit(base::Limit::query_memory)),
            "sort or group fewer rows or shorter texts; else " + base::how_to_raise(base::Limit::query_memory, 0));
    const std::string message = sqlite3_errmsg(db);
    const auto bracket = message.find('(');
    const auto place = bracket == std::string::npos ? whole : place_of(sql, message.substr(0, bracket));
    const bool text = message.find("() adds numbers, and ") != std::string::npos;
    return diag::error(code::sql_error, place, message,
                       text ? "write such cells as numbers in the data, or leave their rows out with WHERE"
                            : "change the SQL, or the data that it reads");
}

diag::Diagnostic clock_fault(const QueryText& query) {
    const auto& sql = *query.sql;
    auto place = place_of(sql, "now", true);
    const auto whole = sql.at(0, sql.text.size());
    for (const auto* word : {"date", "datetime", "time", "strftime", "julianday", "unixepoch"}) {
        if (place == whole) place = place_of(sql, word);
    }
    return diag::error(code::sql_not_allowed, place, "a query may not ask the clock: its result would change by itself",
                       "use the parameter :date, the briefing's own");
}

std::optional<diag::Diagnostic> time_zone_fault(const QueryText& query) {
    constexpr std::array<std::string_view, 7> kFunctions{"date",     "time",      "datetime", "julianday",
                                                         "strftime", "unixepoch", "timediff"};
    const auto& sql = *query.sql;
    const std::string_view text = sql.text;
    int inside = 0, depth = 0;  // the depth of the parenthesis of a function of time
    std::string before;
    for (std::size_t at = 0; at < text.size();) {
        const auto token = next_token(text, at);
        const auto word = base::lowered(token.text);
        if (token.quote == 0 && word == "(") {
            ++depth;
            if (inside == 0 && std::find(kFunctions.begin(), kFunctions.end(), before) != kFunctions.end())
                inside = depth;
        } else if (token.quote == 0 && word == ")") {
            if (inside == depth) inside = 0;
            --depth;
        } else if (token.quote == '\'' && inside > 0 && (word == "localtime" || word == "utc")) {
            return diag::error(code::sql_not_allowed, sql.at(at - token.text.size() - 2, at),
                               fmt::format("“{}” depends on the time zone of the machine", token.text),
                               "add the hours that you mean, as in datetime(t, '+2 hours')");
        }
        before = word;
    }
    return std::nullopt;
}

std::optional<diag::Diagnostic> strftime_fault(const QueryText& query) {
    constexpr std::string_view kFunction = "strftime", kKnown = "dfHjJmMsSwWY%";
    const auto& sql = *query.sql;
    const auto lowered = base::lowered(sql.text);
    for (auto at = lowered.find(kFunction); at != std::string::npos; at = lowered.find(kFunction, at + 1)) {
        const auto quote = lowered.find_first_not_of(" (\n\t", at + kFunction.size());
        if (quote == std::string::npos || lowered[quote] != '\'') continue;
        const auto end = std::min(sql.text.find('\'', quote + 1), sql.text.size());
        for (auto i = quote + 1; i + 1 < end; ++i) {
            if (sql.text[i] != '%') continue;
            const char wanted = sql.text[++i];
            if (kKnown.find(wanted) != std::string_view::npos) continue;
            const bool week = wanted == 'G' || wanted == 'V' || wanted == 'g';
            return diag::error(
                code::sql_not_allowed, sql.at(i - 1, 2),
                fmt::format("strftime() has no “%{}” in every version of SQLite", wanted),
                week ? "write week(day), which is '2026-W07'"
                     : "use year(), quarter(), month() or week(), or %d %f %H %j %J %m %M %s %S %w %W %Y");
        }
    }
    return std::nullopt;
}

}  // namespace precis::data
