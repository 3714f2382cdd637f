// Queries: compiled under the guard, run with a step limit, their rows handed on with what they read.
#include "data/database.h"

#include <algorithm>

#include "data/database_impl.h"
#include "data/words.h"

namespace precis::data {
namespace {

constexpr int kStepsBetweenChecks = 1000;
constexpr std::int64_t kFreeSteps = 200'000'000;
constexpr std::int64_t kStepsPerRow = 400;
constexpr std::size_t kMostCells = 4'000'000;
constexpr int kDeepest = 40;  // value() within value()

int count_steps(void* state) {
    auto* frame = static_cast<Calls*>(state)->frame;
    return frame && (frame->steps_left -= kStepsBetweenChecks) < 0 ? 1 : 0;
}

Cell cell_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, column);
        case SQLITE_NULL:
            return std::monostate{};
        default:
            return text_at(statement, column);
    }
}

}  // namespace

Database::Impl::Impl(const Model& m, const std::filesystem::path& root) : model(m) {
    std::error_code error;
    register_functions(memory.db(), calls);
    create_schema(memory.db(), model, Facts::noted);
    install(memory.db(), guard);
    sqlite3_progress_handler(memory.db(), kStepsBetweenChecks, count_steps, &calls);
    store = std::make_unique<Store>(memory.db(), model, std::filesystem::weakly_canonical(root, error));
    cut = std::make_unique<Cut>(memory.db(), model);
    calls.lookup = [this](std::string_view name) { return fact_value(name); };
}

LookedUp Database::Impl::fact_value(std::string_view name) const {
    LookedUp got;
    if (const auto* fact = model.fact(name)) {
        const auto row = prepared(memory.db(), "SELECT value FROM _facts WHERE id = ?");
        bind_text(row.get(), 1, name);
        if (sqlite3_step(row.get()) == SQLITE_ROW) got.cell = cell_at(row.get(), 0);
        got.sources = {fact->source};
        got.facts = {fact->id};
    } else {
        std::vector<std::string> ids;
        for (const auto& f : model.facts) ids.push_back(f.id);
        got.failure = "there is no fact or value “" + std::string(name) + "”";
        got.remedy = meant(name, ids);
    }
    return got;
}

std::int64_t Database::Impl::steps() const {
    return step_limit > 0 ? step_limit : kFreeSteps + kStepsPerRow * store->rows_loaded();
}

const TableRecord* Database::Impl::table(std::string_view name) const {
    const auto found =
        std::find_if(model.tables.begin(), model.tables.end(), [&](const TableRecord& t) { return t.name == name; });
    return found == model.tables.end() ? nullptr : &*found;
}

std::vector<std::string> Database::Impl::columns_of(const std::string& name) const {
    std::vector<std::string> columns;
    const auto info = prepared(memory.db(), "SELECT name FROM pragma_table_info(?)");
    bind_text(info.get(), 1, name);
    while (sqlite3_step(info.get()) == SQLITE_ROW) columns.push_back(text_at(info.get(), 0));
    return columns;
}

KnownNames Database::Impl::names_near(const diag::Text& sql) const {
    KnownNames names;
    for (const auto& t : model.tables) names.tables.push_back(t.name);
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
        return diag::error(diag::Code::sql_not_allowed,
                           sql.at(braces, end == std::string::npos ? sql.text.size() : end + 2),
                           "“{{ }}” binds nothing in SQL", "write value('name'), or a parameter such as :date");
    }
    if (const auto nul = sql.text.find('\0'); nul != std::string::npos)
        return diag::error(diag::Code::control_character, sql.at(nul, nul + 1), "a NUL stands in the SQL", "remove it");
    if (const auto word = statement_word(sql.text); !word.empty()) {
        return diag::error(diag::Code::sql_not_allowed, place_of(sql, word), "a query may not use " + word,
                           "a query only reads: write a SELECT");
    }
    if (first_token(sql.text) == sql.text.size())
        return diag::error(diag::Code::sql_error, sql.at(0, sql.text.size()), "the query is empty", "write a SELECT");
    return std::nullopt;
}

Statement Database::Impl::compile(const std::string& text, const QueryText& query, diag::Diagnostics& found) {
    guard.begin();
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(memory.db(), text.data(), static_cast<int>(text.size()), &statement, &tail);
    guard.on = false;
    if (code != SQLITE_OK) {
        const auto error = last_error(memory.db());
        found.push_back(guard.refused.empty() ? prepare_fault(error, query, names_near(*query.sql))
                                              : guard_fault(guard, *query.sql));
        return {};
    }
    Statement compiled(statement);
    const auto rest = static_cast<std::size_t>(tail - text.data());
    if (const auto second = rest + first_token(std::string_view(text).substr(rest)); second < text.size()) {
        const auto& sql = *query.sql;
        found.push_back(diag::error(diag::Code::sql_not_allowed, sql.at(second - query.prefix, sql.text.size()),
                                    "a second statement follows the first", "keep one; the semicolon may go"));
        return {};
    }
    return compiled;
}

bool Database::Impl::bind(sqlite3_stmt* statement, const diag::Text& sql, const Parameters& parameters,
                          diag::Diagnostics& found) {
    bool all = true;
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement, i);
        const auto given = name && *name == ':' ? parameters.find(name + 1) : parameters.end();
        if (given == parameters.end()) {
            std::vector<std::string> known;
            for (const auto& [known_name, cell] : parameters) known.push_back(":" + known_name);
            const std::string shown = name ? name : "?";
            const auto at = sql.text.find(shown);
            found.push_back(
                diag::error(diag::Code::sql_error,
                            at == std::string::npos ? sql.at(0, sql.text.size()) : sql.at(at, at + shown.size()),
                            "there is no parameter “" + shown + "” here", meant(shown, known)));
            all = false;
        } else if (const auto* whole = std::get_if<std::int64_t>(&given->second)) {
            sqlite3_bind_int64(statement, i, *whole);
        } else if (const auto* real = std::get_if<double>(&given->second)) {
            sqlite3_bind_double(statement, i, *real);
        } else if (const auto* text = std::get_if<std::string>(&given->second)) {
            bind_text(statement, i, *text);
        }
    }
    return all;
}

bool Database::Impl::step_all(sqlite3_stmt* statement, const QueryText& query, Frame& frame, Rows& rows,
                              diag::Diagnostics& found) {
    const auto& sql = *query.sql;
    const int columns = sqlite3_column_count(statement);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        auto& row = rows.rows.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) row.push_back(cell_at(statement, i));
        if (rows.rows.size() * static_cast<std::size_t>(columns) > kMostCells) {
            found.push_back(diag::error(diag::Code::sql_too_long, sql.at(0, sql.text.size()),
                                        "the query gives more than 4,000,000 cells", "aggregate them, or add a LIMIT"));
            return false;
        }
    }
    if (memory.clock_was_asked()) {
        found.push_back(clock_fault(query));
        return false;
    }
    if (code == SQLITE_DONE) return true;
    if (!frame.failed_name.empty()) {
        const auto& failed = frame.looked_up[frame.failed_name];
        found.push_back(
            diag::error(failed.code, place_of(sql, frame.failed_name, true), failed.failure, failed.remedy));
    } else {
        found.push_back(run_fault(memory.db(), code, query));
    }
    return false;
}

std::vector<std::string> Database::Impl::tables_behind(const std::string& text,
                                                       const std::vector<std::string>& seen) const {
    std::vector<std::string> kept;  // tables named that hold rows themselves
    for (const auto& name : seen) {
        const auto* record = table(name);
        if (record == nullptr || record->query.empty()) kept.push_back(name);
    }
    // One table, or none, is what the plan would say, which costs as much as compiling again.
    const bool certain = kept.empty() || (kept.size() == 1 && table(kept[0]) != nullptr);
    return certain ? kept : store->tables_read(text);
}

diag::Result<Rows> Database::Impl::query(const diag::Text& sql, const Parameters& parameters) {
    if (auto fault = refused_text(sql)) return std::move(*fault);
    QueryText query_text{&sql, 0};
    std::string text = sql.text;
    if (!begins_as_query(text)) {
        constexpr std::string_view kSelect = "SELECT ";
        text.insert(0, kSelect);
        query_text.prefix = kSelect.size();
    }
    diag::Diagnostics found;
    Frame frame;
    frame.outer = calls.frame;
    frame.depth = frame.outer ? frame.outer->depth + 1 : 0;
    if (frame.depth > kDeepest) {
        return diag::error(diag::Code::value_cycle, sql.at(0, sql.text.size()),
                           "values ask for one another more than 40 deep", "look for one that leads back to itself");
    }
    auto statement = compile(text, query_text, found);
    if (!statement || !bind(statement.get(), sql, parameters, found)) return found;
    auto seen = guard.tables;  // before value() compiles other queries
    Rows rows;
    for (const auto& name : tables_behind(text, seen)) {
        if (name != "_facts") {
            const auto& faults = store->need(name);
            found.insert(found.end(), faults.begin(), faults.end());
        }
        rows.tables.push_back(name == "_facts" ? "facts" : name);
    }
    if (diag::has_errors(found)) return found;
    if (!guard.following && cut->look_at(rows.tables)) {
        statement = compile(text, query_text, found);
        if (!statement || !bind(statement.get(), sql, parameters, found)) return found;
    }
    for (const auto& name : rows.tables) {
        if (const auto late = cut->late_rows(name); late > 0) rows.cut.emplace_back(name, late);
    }

    frame.steps_left = steps();
    frame.fact_rows.resize(model.facts.size());
    calls.frame = &frame;
    const bool outer_asked = memory.clock_was_asked();
    const bool complete = step_all(statement.get(), query_text, frame, rows, found);
    memory.clock_was_asked(outer_asked);
    calls.frame = frame.outer;
    if (!complete) return found;

    for (const auto& name : rows.tables) {
        if (std::find(seen.begin(), seen.end(), name) == seen.end()) seen.push_back(name);
    }
    describe(statement.get(), seen, rows);
    const bool reads_facts = std::find(rows.tables.begin(), rows.tables.end(), "facts") != rows.tables.end();
    rows.own_analysis = has_expression(text, statement.get(), reads_facts);
    trace(query_text, frame, seen, rows, found);
    return {std::move(rows), std::move(found)};
}

diag::Diagnostics Database::Impl::check_views() {
    diag::Diagnostics found;
    for (const auto& record : model.tables) {
        if (record.query.empty()) continue;
        if (auto fault = refused_text(record.query)) {
            found.push_back(std::move(*fault));
            continue;
        }
        const auto statement = compile(record.query.text, {&record.query, 0}, found);
        if (statement && sqlite3_bind_parameter_count(statement.get()) > 0) {
            const auto at = record.query.text.find(sqlite3_bind_parameter_name(statement.get(), 1)
                                                       ? sqlite3_bind_parameter_name(statement.get(), 1)
                                                       : "?");
            found.push_back(diag::error(diag::Code::sql_not_allowed, record.query.at(at, at + 1),
                                        "the query of a table takes no parameters: it is the same for every reader",
                                        "leave the condition to the queries that read “" + record.name + "”"));
        }
        for (int i = 0; statement && i < sqlite3_column_count(statement.get()); ++i) {
            const std::string name = sqlite3_column_name(statement.get(), i);
            if (is_snake_case(name)) continue;
            found.push_back(diag::error(
                diag::Code::bad_slug, record.query.at(0, record.query.text.size()),
                "the result column “" + name + "” of the table “" + record.name + "” cannot be a column's name",
                "give it one: … AS name"));
        }
    }
    return found;
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

diag::Result<Database> Database::open(const Model& model, const std::filesystem::path& root) {
    auto impl = std::make_unique<Impl>(model, root);
    auto found = impl->check_views();
    return {Database(std::move(impl)), std::move(found)};
}

diag::Diagnostics Database::check_all() const {
    diag::Diagnostics found;
    for (const auto& table : impl_->model.tables) {
        const auto& faults = impl_->store->need(table.name);
        found.insert(found.end(), faults.begin(), faults.end());
    }
    return found;
}

void Database::set_lookup(Lookup lookup) {
    impl_->calls.lookup = std::move(lookup);
}
void Database::cut_after(const std::string& date) {
    impl_->cut->set_date(date);
}
void Database::set_step_limit(std::int64_t steps) {
    impl_->step_limit = steps;
}
const Model& Database::model() const {
    return impl_->model;
}

std::vector<std::filesystem::path> Database::files_read() const {
    std::vector<std::filesystem::path> files;
    for (const auto& table : impl_->model.tables) {
        const bool read = !table.file.empty() && impl_->store->has_read(table.name);
        if (read && std::find(files.begin(), files.end(), table.file) == files.end()) files.push_back(table.file);
    }
    return files;
}

diag::Result<Rows> Database::query(const diag::Text& sql, const Parameters& parameters) const {
    return impl_->query(sql, parameters);
}

diag::Result<Rows> Database::query_value(const diag::Text& sql, const Parameters& parameters) const {
    auto result = impl_->query(sql, parameters);
    if (!result.has_value()) return result;
    const auto& rows = result.value();
    if (rows.columns.size() == 1 && rows.rows.size() == 1) return result;
    auto found = result.diagnostics();
    const auto count = [](std::size_t n, const char* what) {
        return (n == 0 ? "no" : std::to_string(n)) + (" " + std::string(what)) + (n == 1 ? "" : "s");
    };
    found.push_back(diag::error(
        diag::Code::not_one_value, sql.at(0, sql.text.size()),
        "one value is wanted here, but the query gives " + count(rows.rows.size(), "row") + " of " +
            count(rows.columns.size(), "column"),
        rows.columns.size() != 1 ? "select one column" : "aggregate the rows, or add a condition that leaves one"));
    return found;
}

}  // namespace precis::data
