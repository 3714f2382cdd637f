// Where a result comes from (its tables, facts and `source` column), what its columns mean, and whether a number of it
// is computed. SQLite names the origin of a result column that is a column of a table, and none for an expression.
#include <algorithm>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "data/cells/period.h"
#include "data/database_impl.h"
#include "data/sql/select_list.h"
#include "data/tables/column_guess.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// Whether a column qualifies another column's value instead of being one.
bool is_annotation(std::string_view name) {
    return name == "source" || name == "status" || name == "qualifier" || name == "unit";
}

/// Whether a cell is a number, a packed series, or a text that is a number but not a year.
bool is_number(const Cell& cell) {
    if (as_number(cell) || !as_series(cell).empty()) return true;
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr && base::parse_number(*text) && !parse_period_begin(*text);
}

constexpr int kMostPrinted = 6;  // decimals; files with more hold measured numbers, printed by their size

/// `commits_all` -> "Commits all".
std::string label_of(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    if (!name.empty()) name[0] = base::raised(name[0]);
    return name;
}

}  // namespace

std::string remedy_for_source(const std::string& unknown, const std::vector<std::string>& known) {
    const std::string rename = "if the column holds something else, rename it: source AS origin";
    const auto near = base::nearest(unknown, known);
    return near ? base::did_you_mean(*near) + " " + base::raised(rename.substr(0, 1)) + rename.substr(1) : rename;
}

/// What is known of the table's column that a result column repeats.
void Database::Impl::describe_origin(sqlite3_stmt* statement, int index, ResultColumn& column) const {
    const char* const of_table = sqlite3_column_table_name(statement, index);
    const char* const name = sqlite3_column_origin_name(statement, index);
    const auto* read = of_table && name ? table(of_table) : nullptr;
    if (read == nullptr) return;
    const auto origin = std::find_if(read->columns.begin(), read->columns.end(),
                                     [&](const Column& known) { return known.name == name; });
    if (origin == read->columns.end()) return;
    column.yes_no = origin->type == Type::boolean;
    column.year = origin->type == Type::integer && names_years(origin->header.empty() ? origin->name : origin->header);
    const bool exact = origin->type == Type::number || origin->type == Type::currency;
    const int decimals = exact && origin->scale == 1
                             ? store->decimals(*read, static_cast<std::size_t>(origin - read->columns.begin()))
                             : -1;
    if (decimals <= kMostPrinted) column.decimals = decimals;
}

void Database::Impl::describe(sqlite3_stmt* statement, const std::vector<std::string>& named, Rows& rows) const {
    const auto declared = [&](std::string_view name) -> const Column* {
        const auto among = [&](const std::vector<Column>& columns) -> const Column* {
            const auto column =
                std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
            return column == columns.end() ? nullptr : &*column;
        };
        for (const auto& table_name : named) {
            const auto* read = table(table_name);
            if (read == nullptr && table_name != "facts") continue;
            if (const auto* column = among(read ? read->columns : model.fact_columns)) return column;
        }
        return nullptr;
    };
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        ResultColumn column;
        column.name = sqlite3_column_name(statement, i);
        if (const auto* known = declared(column.name)) {
            column.label = known->label;
            column.unit = known->unit;
            column.format = known->format;
            column.type = known->type;
        }
        if (column.label.empty()) column.label = label_of(column.name);
        describe_origin(statement, i, column);
        rows.columns.push_back(std::move(column));
    }
}

bool Database::Impl::computes_numbers(const std::string& text, sqlite3_stmt* statement, bool reads_facts,
                                      const Rows& rows) {
    const auto count = rows.columns.size();
    std::vector<bool> numbers(count);
    for (std::size_t i = 0; i < count; ++i) {
        numbers[i] =
            !is_annotation(rows.columns[i].name) &&
            std::any_of(rows.rows.begin(), rows.rows.end(), [&](const auto& row) { return is_number(row[i]); });
    }
    if (std::find(numbers.begin(), numbers.end(), true) == numbers.end()) return false;

    // `facts` is a view of expressions, so its columns have no origin; over the plain table they have one.
    if (reads_facts && !plain) {
        plain = std::make_unique<Memory>(0);
        register_functions(plain->db(), calls);
        create_schema(plain->db(), model, Facts::plain);
    }
    auto* const db = reads_facts ? plain->db() : memory.db();
    const auto computed = [&](sqlite3_stmt* compiled, const std::vector<std::string>& written) {
        for (std::size_t i = 0; i < count && i < static_cast<std::size_t>(sqlite3_column_count(compiled)); ++i) {
            if (!numbers[i] || sqlite3_column_origin_name(compiled, static_cast<int>(i))) continue;
            // A literal beside data that was read is a flag or a sort key; in a query of literals only it is the data.
            if (written.size() == count && !rows.sources.empty() && is_number_literal(written[i])) continue;
            return true;
        }
        return false;
    };
    const auto parts = select_parts(text);
    if (parts.size() > 1) {  // SQLite gives the origins of a compound's first SELECT only, so each is compiled alone
        return std::any_of(parts.begin(), parts.end(), [&](const SelectPart& part) {
            const auto alone = prepared(db, part.sql);
            return alone && computed(alone.get(), part.columns);
        });
    }
    const auto over_plain = reads_facts ? prepared(db, text) : Statement();
    return computed(over_plain ? over_plain.get() : statement,
                    parts.empty() ? std::vector<std::string>() : parts.front().columns);
}

void Database::Impl::add_table_sources(const TableRecord& read, std::set<std::string>& ids) {
    if (!read.source.empty()) {
        ids.insert(read.source);
        return;
    }
    const bool in_rows = std::any_of(read.columns.begin(), read.columns.end(),
                                     [](const Column& column) { return column.name == "source"; });
    if (!in_rows || read.file.empty()) return;
    const auto ids_in_rows = prepared(memory.db(), "SELECT DISTINCT source FROM " + sql_name(read.name));
    while (ids_in_rows && sqlite3_step(ids_in_rows.get()) == SQLITE_ROW) {
        for (auto& id : split_list(text_at(ids_in_rows.get(), 0))) ids.insert(std::move(id));
    }
}

void Database::Impl::trace(sqlite3_stmt* statement, const QueryText& query, const Frame& frame,
                           const std::vector<std::string>& named, Rows& rows, diag::Diagnostics& diagnostics) {
    std::set<std::string> ids(frame.sources.begin(), frame.sources.end());
    std::set<std::string> origins(frame.origins.begin(), frame.origins.end());
    std::set<std::string> facts(frame.facts.begin(), frame.facts.end());
    const auto source_column = rows.column("source");
    for (std::size_t i = 0; i < model.facts.size(); ++i) {
        if (i >= frame.fact_rows.size() || !frame.fact_rows[i]) continue;
        facts.insert(model.facts[i].id);
        origins.insert(model.facts[i].source);
        if (!source_column) ids.insert(model.facts[i].source);
    }
    if (source_column) {
        std::set<std::string> cells;
        for (const auto& row : rows.rows) cells.insert(as_text(row[*source_column]));
        for (const auto& cell : cells) {
            for (auto& id : split_list(cell)) ids.insert(std::move(id));
        }
    }
    // The table whose own column `source` the result has: of that one, only the sources of these rows count.
    std::string of_rows;
    if (source_column) {
        const int at = static_cast<int>(*source_column);
        const char* const column = sqlite3_column_origin_name(statement, at);
        const char* const from = sqlite3_column_table_name(statement, at);
        if (column != nullptr && from != nullptr && std::string_view(column) == "source") of_rows = from;
    }
    for (const auto& name : named) {
        const auto* read = table(name);
        const bool in_plan = std::find(rows.tables.begin(), rows.tables.end(), name) != rows.tables.end();
        if (read == nullptr || (!in_plan && read->query.empty())) continue;
        if (!source_column) add_table_sources(*read, ids);
        if (name == of_rows && read->source.empty()) {
            origins.insert(ids.begin(), ids.end());
        } else {
            add_table_sources(*read, origins);
        }
    }
    std::vector<std::string> known;
    for (const auto& source : model.sources) {
        known.push_back(source.id);
        if (ids.erase(source.id) > 0) rows.sources.push_back(source.id);
        if (origins.contains(source.id)) rows.origins.push_back(source.id);
    }
    for (const auto& unknown : ids) {
        diagnostics.push_back(diag::error(diag::code::unknown_source, place_of(*query.sql, "source"),
                                          "the query returns " + base::quoted(unknown) +
                                              " as a source, but the data model has no source with this id",
                                          remedy_for_source(unknown, known)));
    }
    // In the model's order; names of values, which a lookup may give too, are left out.
    for (const auto& fact : model.facts) {
        if (facts.contains(fact.id)) rows.facts.push_back(fact.id);
    }
}

}  // namespace precis::data
