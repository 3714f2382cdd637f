// A query before it runs: its text is checked, compiled under the guard, and its parameters are bound.
#include "base/phrases.h"
#include "data/codes.h"
#include "data/database_impl.h"
#include "data/sql/sql_text.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {

std::vector<std::string> Database::Impl::columns_of(const std::string& name) const {
    std::vector<std::string> columns;
    const auto info = prepared(memory.db(), "SELECT name FROM pragma_table_info(?)");
    bind_text(info.get(), 1, name);
    while (sqlite3_step(info.get()) == SQLITE_ROW) columns.push_back(text_at(info.get(), 0));
    return columns;
}

KnownNames Database::Impl::names_near(const diag::Text& sql) const {
    KnownNames names;
    for (const auto& record : model.tables) names.tables.push_back(record.name);
    names.tables.insert(names.tables.end(), {"facts", "sources"});
    const auto whole = sql.at(0, sql.text.size());
    for (const auto& name : names.tables) {
        if (place_of(sql, name) == whole) continue;
        for (auto& column : columns_of(name)) names.columns.push_back(std::move(column));
    }
    names.functions = function_names();
    return names;
}

std::optional<diag::Diagnostic> Database::Impl::refused_text(const diag::Text& sql) const {
    if (const auto braces = sql.text.find("{{"); braces != std::string::npos) {
        const auto end = sql.text.find("}}", braces);
        return diag::error(code::sql_not_allowed, sql.at(braces, end == std::string::npos ? sql.text.size() : end + 2),
                           "“{{ }}” is not replaced in SQL", "write value('name'), or a parameter such as :date");
    }
    if (const auto nul = sql.text.find('\0'); nul != std::string::npos)
        return diag::error(diag::code::control_character, sql.at(nul, nul + 1), "the SQL has a NUL character",
                           "remove it");
    if (const auto word = statement_word(sql.text); !word.empty()) {
        return diag::error(code::sql_not_allowed, place_of(sql, word), "a query may not use " + word,
                           "a query only reads: write a SELECT");
    }
    if (has_name(sql.text, "_facts"))
        return diag::error(code::sql_not_allowed, place_of(sql, "_facts"), "a query may not use the table “_facts”",
                           "read “facts”");
    if (first_token(sql.text) == sql.text.size())
        return diag::error(code::sql_error, sql.at(0, sql.text.size()), "the query is empty", "write a SELECT");
    return std::nullopt;
}

Statement Database::Impl::compile(const std::string& text, const QueryText& query, diag::Diagnostics& diagnostics) {
    guard.begin();
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(memory.db(), text.data(), static_cast<int>(text.size()), &statement, &tail);
    guard.on = false;
    if (code != SQLITE_OK) {
        const auto error = last_error(memory.db());
        constexpr std::string_view kNoTable = "no such table: ";
        const bool unread = error.message.starts_with(kNoTable) && table(error.message.substr(kNoTable.size()));
        if (unread && guard.refused.empty()) return {};  // the table could not be read, which the model has reported
        diagnostics.push_back(guard.refused.empty() ? prepare_fault(error, query, names_near(*query.sql))
                                                    : guard_fault(guard, *query.sql));
        return {};
    }
    Statement compiled(statement);
    const auto rest = static_cast<std::size_t>(tail - text.data());
    if (const auto second = rest + first_token(std::string_view(text).substr(rest)); second < text.size()) {
        const auto& sql = *query.sql;
        diagnostics.push_back(diag::error(code::sql_not_allowed, sql.at(second - query.prefix, sql.text.size()),
                                          "a second statement follows the first",
                                          "keep one of them, without the semicolon"));
        return {};
    }
    return compiled;
}

bool Database::Impl::bind(sqlite3_stmt* statement, const diag::Text& sql, const Parameters& parameters,
                          diag::Diagnostics& diagnostics) {
    bool complete = true;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement, i);
        const auto parameter = name && *name == ':' ? parameters.find(name + 1) : parameters.end();
        if (parameter == parameters.end()) {
            std::vector<std::string> known;
            for (const auto& [known_name, cell] : parameters) known.push_back(":" + known_name);
            const std::string shown = name ? name : "?";
            const auto at = sql.text.find(shown);
            diagnostics.push_back(diag::error(
                code::sql_error, at == std::string::npos ? sql.at(0, sql.text.size()) : sql.at(at, at + shown.size()),
                "there is no parameter " + base::quoted(shown) + " here", meant(shown, known)));
            complete = false;
        } else if (const auto* whole = std::get_if<std::int64_t>(&parameter->second)) {
            sqlite3_bind_int64(statement, i, *whole);
        } else if (const auto* real = std::get_if<double>(&parameter->second)) {
            sqlite3_bind_double(statement, i, *real);
        } else if (const auto* text = std::get_if<std::string>(&parameter->second)) {
            bind_text(statement, i, *text);
        }
    }
    return complete;
}

diag::Diagnostics Database::Impl::check_views() {
    diag::Diagnostics diagnostics;
    for (const auto& record : model.tables) {
        if (record.query.empty()) continue;
        if (auto fault = refused_text(record.query)) {
            diagnostics.push_back(std::move(*fault));
            continue;
        }
        const auto statement = compile(record.query.text, {&record.query, 0}, diagnostics);
        if (statement && sqlite3_bind_parameter_count(statement.get()) > 0) {
            const auto at = record.query.text.find(sqlite3_bind_parameter_name(statement.get(), 1)
                                                       ? sqlite3_bind_parameter_name(statement.get(), 1)
                                                       : "?");
            diagnostics.push_back(
                diag::error(code::sql_not_allowed, record.query.at(at, at + 1),
                            "the query of a table takes no parameters: it is the same for every reader",
                            "leave the condition to the queries that read " + base::quoted(record.name)));
        }
        for (int i = 0; statement && i < sqlite3_column_count(statement.get()); ++i) {
            const std::string name = sqlite3_column_name(statement.get(), i);
            if (is_snake_case(name)) continue;
            diagnostics.push_back(diag::error(diag::code::bad_slug, record.query.at(0, record.query.text.size()),
                                              "the result column " + base::quoted(name) + " of the table " +
                                                  base::quoted(record.name) + " cannot be a column's name",
                                              "give it one: … AS name"));
        }
    }
    return diagnostics;
}

}  // namespace precis::data
