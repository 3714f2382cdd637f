// Running of queries under a step limit, and what is noted about each: tables, facts, sources.
#include "data/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/limits.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/codes.h"
#include "data/database_impl.h"
#include "data/sql/cpu_timer.h"
#include "data/sql/sql_text.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

// Limits against queries that never end, in steps of SQLite's virtual machine: the same for every query, and more for
// each row loaded, so that a join over large tables has room. Round numbers, far above what the samples need.
constexpr int kStepsBetweenChecks = 1000;
constexpr std::int64_t kFreeSteps = 200'000'000;
constexpr std::int64_t kStepsPerRow = 400;
constexpr int kDeepest = 40;  // value() within value()

int count_steps(void* state) {
    auto& calls = *static_cast<Calls*>(state);
    if (calls.frame == nullptr) return 0;
    calls.steps += kStepsBetweenChecks;
    if ((calls.frame->steps_left -= kStepsBetweenChecks) < 0)
        calls.stopped = Stopped::query_steps;
    else if (calls.steps > base::limit(base::Limit::run_steps))
        calls.stopped = Stopped::run_steps;
    return calls.stopped == Stopped::no ? 0 : 1;
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

/// Makes a frame the innermost one while it lives.
struct Running {
    Running(Calls& to, Frame& frame) : calls(to), outer(frame.outer) {
        calls.frame = &frame;
        calls.stopped = Stopped::no;
    }
    ~Running() { calls.frame = outer; }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    Calls& calls;
    Frame* outer;
};

/// Shows withheld rows in one way while it lives.
class Showing {
  public:
    Showing(Sight& sight, Sight::Of rows) : sight_(sight), before_(sight.shown()), rows_(rows) { sight_.show(rows); }
    ~Showing() { sight_.show(before_); }
    Showing(const Showing&) = delete;
    Showing& operator=(const Showing&) = delete;
    bool changes() const { return before_ != rows_; }

  private:
    Sight& sight_;
    Sight::Of before_, rows_;
};

/// The fault of a text that a query makes of bytes which are none. Texts of files are looked at when they are loaded.
std::optional<diag::Diagnostic> no_text_fault(const std::string& text, const diag::Text& sql, const char* column) {
    const auto where = sql.at(0, sql.text.size());
    const auto control = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
    if (control != text.end()) {
        const int number = static_cast<unsigned char>(*control);
        return diag::error(diag::code::control_character, where,
                           fmt::format("the query gives the character U+{:04X}, which is not text, in its column {}",
                                       number, base::quoted(column)),
                           fmt::format("leave it out, as in replace(…, char({}), '')", number));
    }
    if (!base::first_invalid_utf8(text)) return std::nullopt;
    return diag::error(diag::code::not_utf8, where,
                       "the query gives bytes that are not UTF-8 in its column " + base::quoted(column),
                       "give texts, not bytes: a CAST of a BLOB makes such ones");
}

/// While it lives, SQLite takes no more memory than the limit beside what it holds at the beginning.
class MemoryBound {
  public:
    MemoryBound()
        : before_(sqlite3_hard_heap_limit64(sqlite3_memory_used() + base::limit(base::Limit::query_memory))) {}
    ~MemoryBound() { sqlite3_hard_heap_limit64(before_); }
    MemoryBound(const MemoryBound&) = delete;
    MemoryBound& operator=(const MemoryBound&) = delete;

  private:
    sqlite3_int64 before_;  // 0: none
};

/// The bytes of the tables' files, those of packed ones as if unpacked.
std::int64_t bytes_of_files(const Model& model) {
    constexpr std::int64_t kPacking = 10;
    std::int64_t bytes = 0;
    for (const auto& table : model.tables) {
        std::error_code failed;
        const auto size = table.file.empty() ? 0 : std::filesystem::file_size(table.file, failed);
        const bool packed = table.is_workbook() || table.file.extension() == ".gz";
        if (!failed) bytes += static_cast<std::int64_t>(size) * (packed ? kPacking : 1);
    }
    return bytes;
}

/// As Database::reads() names a table of SQLite's.
std::string name_of_read(const std::string& table) {
    if (table == "_facts" || table == "facts") return "facts";
    return table == "sources" ? table : "table:" + table;
}

}  // namespace

Database::Impl::Impl(const Model& m, const std::filesystem::path& root, std::int64_t in_memory)
    : model(m), memory(bytes_of_files(m) > in_memory ? in_memory : 0), opened_for(root), kept_in_memory(in_memory) {
    std::error_code error;
    register_functions(memory.db(), calls);
    create_schema(memory.db(), model, Facts::noted);
    install(memory.db(), guard);
    sqlite3_progress_handler(memory.db(), kStepsBetweenChecks, count_steps, &calls);
    store = std::make_unique<Store>(memory.db(), model, std::filesystem::weakly_canonical(root, error));
    sight = std::make_unique<Sight>(memory.db(), model);
    calls.fact = [this](std::string_view name) { return fact_value(name); };
    calls.lookup = calls.fact;
}

LookedUp Database::Impl::fact_value(std::string_view name) const {
    LookedUp looked_up;
    if (const auto* fact = model.fact(name)) {
        const auto row = prepared(memory.db(), "SELECT value FROM _facts WHERE id = ?");
        bind_text(row.get(), 1, name);
        if (sqlite3_step(row.get()) == SQLITE_ROW) looked_up.cell = cell_at(row.get(), 0);
        looked_up.sources = looked_up.origins = {fact->source};
        looked_up.facts = {fact->id};
        if (sight->is_withheld_fact(fact - model.facts.data() + 1)) looked_up.withheld.facts = {fact->id};
    } else {
        std::vector<std::string> ids;
        for (const auto& known : model.facts) ids.push_back(known.id);
        looked_up.failure = "there is no fact or value " + base::quoted(name);
        looked_up.remedy = meant(name, ids);
    }
    return looked_up;
}

std::int64_t Database::Impl::steps() const {
    return step_limit > 0 ? step_limit : kFreeSteps + kStepsPerRow * store->rows_loaded();
}

const TableRecord* Database::Impl::table(std::string_view name) const {
    const auto record =
        std::find_if(model.tables.begin(), model.tables.end(), [&](const TableRecord& t) { return t.name == name; });
    return record == model.tables.end() ? nullptr : &*record;
}

bool Database::Impl::step_all(sqlite3_stmt* statement, const QueryText& query, Frame& frame, Rows& rows,
                              diag::Diagnostics& diagnostics) {
    const auto& sql = *query.sql;
    auto fault = strftime_fault(query);
    if (!fault) fault = time_zone_fault(query);
    if (fault) {
        diagnostics.push_back(std::move(*fault));
        return false;
    }
    const int columns = sqlite3_column_count(statement);
    int code = SQLITE_ROW;
    std::size_t bytes = 0;
    const MemoryBound bound;
    const CpuTimer timer(memory.db(), base::limit(base::Limit::query_seconds));
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        auto& row = rows.rows.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            row.push_back(cell_at(statement, i));
            if (const auto* text = std::get_if<std::string>(&row.back())) {
                bytes += text->size();
                if (auto no_text = no_text_fault(*text, sql, sqlite3_column_name(statement, i))) {
                    diagnostics.push_back(std::move(*no_text));
                    return false;
                }
            }
            const auto* number = std::get_if<double>(&row.back());
            if (number == nullptr || std::isfinite(*number)) continue;
            diagnostics.push_back(diag::error(
                code::sql_error, sql.at(0, sql.text.size()),
                "the query gives an infinite number in its column " + base::quoted(sqlite3_column_name(statement, i)),
                "a value exceeds 1.8e308: check products, powers and quotients"));
            return false;
        }
        const auto cells = static_cast<std::int64_t>(rows.rows.size()) * columns;
        const auto too_many = [&](base::Limit limit, std::int64_t asked, const char* what) {
            if (asked <= base::limit(limit)) return false;
            diagnostics.push_back(
                diag::error(code::sql_too_long, sql.at(0, sql.text.size()),
                            fmt::format("the query gives more than {} {}", base::limit(limit), what),
                            "aggregate them, or add a LIMIT; else " + base::how_to_raise(limit, asked)));
            return true;
        };
        if (too_many(base::Limit::query_cells, cells, "cells") ||
            too_many(base::Limit::query_bytes, static_cast<std::int64_t>(bytes), "bytes of text"))
            return false;
    }
    if (memory.clock_was_asked()) {
        diagnostics.push_back(clock_fault(query));
        return false;
    }
    if (code == SQLITE_DONE) return true;
    if (!frame.failed_name.empty()) {
        const auto& failed = frame.answers[frame.failed_name].looked_up;
        diagnostics.push_back(
            diag::error(failed.code, place_of(sql, frame.failed_name, true), failed.failure, failed.remedy));
    } else {
        diagnostics.push_back(run_fault(memory.db(), code, calls.stopped, query));
    }
    return false;
}

std::vector<std::string> Database::Impl::tables_behind(const std::string& text,
                                                       const std::vector<std::string>& named) const {
    std::vector<std::string> kept;  // named tables that are not views
    const auto joins = [](std::string_view sql) { return has_name(sql, "using") || has_name(sql, "natural"); };
    bool joined = joins(text);  // by columns of one name, which hides tables from the guard
    for (const auto& name : named) {
        const auto* record = table(name);
        if (record == nullptr || record->query.empty()) {
            kept.push_back(name);
        } else {
            joined = joined || joins(record->query.text);
        }
    }
    // With one table or none the plan would say the same; asking for it costs as much as compiling the query.
    const bool certain = !joined && (kept.empty() || (kept.size() == 1 && table(kept[0]) != nullptr));
    return certain ? kept : store->tables_read(text);
}

diag::Result<Rows> Database::Impl::query(const diag::Text& sql, const Parameters& parameters, RowsSeen seen) {
    if (auto fault = refused_text(sql)) return std::move(*fault);
    QueryText query_text{&sql, 0};
    std::string text = sql.text;
    if (!begins_as_query(text)) {
        constexpr std::string_view kSelect = "SELECT ";
        text.insert(0, kSelect);
        query_text.prefix = kSelect.size();
    }
    diag::Diagnostics diagnostics;
    Frame frame;
    frame.outer = calls.frame;
    frame.depth = frame.outer ? frame.outer->depth + 1 : 0;
    if (frame.depth > kDeepest) {
        return diag::error(diag::code::value_cycle, sql.at(0, sql.text.size()),
                           "values call value() more than 40 levels deep",
                           "look for a value that leads back to itself");
    }
    auto statement = compile(text, query_text, diagnostics);
    if (!statement || !bind(statement.get(), sql, parameters, diagnostics)) return diagnostics;
    auto named = guard.tables;  // copied before value() compiles other queries
    Rows rows;
    const auto behind = tables_behind(text, named);
    for (const auto& name : named) reads.insert(name_of_read(name));
    for (const auto& name : behind) reads.insert(name_of_read(name));
    for (const auto& name : behind) {
        const auto* read = table(name);
        if (read != nullptr && read->file.empty() && read->query.empty())
            return diagnostics;  // the model has reported it
        if (name != "_facts") {
            const auto& faults = store->need(name);
            diagnostics.insert(diagnostics.end(), faults.begin(), faults.end());
        }
        rows.tables.push_back(name == "_facts" ? "facts" : name);
    }
    if (diag::has_errors(diagnostics)) return diagnostics;
    frame.steps_left = steps();
    frame.fact_rows.resize(model.facts.size());
    const Running running(calls, frame);
    look_up_names(text, named, frame);
    for (const auto& name : rows.tables) {
        if (std::find(named.begin(), named.end(), name) == named.end()) named.push_back(name);
    }
    const bool hidden = !guard.following && sight->hide_late_rows(rows.tables);
    const bool closed = !guard.following && !sight->withheld().empty() &&
                        (!sight->closed(named).empty() || !sight->partly_closed(named).empty());
    const Showing showing(*sight, closed && seen == RowsSeen::permitted ? Sight::Of::permitted : Sight::Of::all);
    if (hidden || showing.changes()) {
        statement = compile(text, query_text, diagnostics);
        if (!statement || !bind(statement.get(), sql, parameters, diagnostics)) return diagnostics;
    }
    for (const auto& name : rows.tables) {
        if (const auto late = sight->late_rows(name); late > 0) rows.cut.emplace_back(name, late);
    }

    frame.steps_left = steps();  // tables may have been read meanwhile
    const bool outer_asked = memory.clock_was_asked();
    const bool complete = step_all(statement.get(), query_text, frame, rows, diagnostics);
    memory.clock_was_asked(outer_asked);
    if (!complete) return diagnostics;

    describe(statement.get(), named, rows);
    const bool reads_facts = std::find(rows.tables.begin(), rows.tables.end(), "facts") != rows.tables.end();
    trace(statement.get(), query_text, frame, named, rows, diagnostics);
    rows.own_analysis = computes_numbers(text, statement.get(), reads_facts, rows);
    for (const auto& [name, answer] : frame.answers) {
        if (answer.used) rows.values.push_back(name);
    }
    if (!guard.following) {
        if (auto fault = lost_remainder(text, query_text, parameters, frame, rows)) {
            diagnostics.push_back(std::move(*fault));
            return diagnostics;
        }
        diag::append(diagnostics, lost_in_views(named, frame));
        if (diag::has_errors(diagnostics)) return diagnostics;
    }
    rows.withheld = frame.withheld;
    if (closed && seen == RowsSeen::all) {
        rows.withheld.add(rests_on(text, query_text, parameters, frame, named, rows));
    } else if (closed) {
        const auto whole = rows_over(Sight::Of::all, text, query_text, parameters, frame);
        rows.left_out = !whole || *whole != rows.rows;
    }
    return {std::move(rows), std::move(diagnostics)};
}

void Database::Impl::look_up_names(const std::string& text, const std::vector<std::string>& named, Frame& frame) {
    auto names = names_in_value(text);
    for (const auto& name : named) {
        const auto* read = table(name);
        if (read == nullptr || read->query.empty()) continue;
        for (auto& asked : names_in_value(read->query.text)) names.push_back(std::move(asked));
    }
    for (const auto& name : names) {
        const auto [entry, is_new] = frame.answers.try_emplace(name);
        if (is_new) entry->second.looked_up = calls.lookup(name);
    }
}

std::optional<std::vector<std::vector<Cell>>> Database::Impl::rows_over(Sight::Of of, const std::string& text,
                                                                        const QueryText& query,
                                                                        const Parameters& parameters,
                                                                        const Frame& like) {
    const Showing showing(*sight, of);
    diag::Diagnostics ignored;
    const auto statement = compile(text, query, ignored);
    if (!statement || !bind(statement.get(), *query.sql, parameters, ignored)) return std::nullopt;
    Frame frame;
    frame.outer = like.outer;
    frame.depth = like.depth;
    frame.steps_left = steps();
    frame.fact_rows.resize(model.facts.size());
    frame.answers = like.answers;
    const Running running(calls, frame);
    Rows rows;
    if (!step_all(statement.get(), query, frame, rows, ignored)) return std::nullopt;
    return std::move(rows.rows);
}

std::optional<diag::Diagnostic> Database::Impl::lost_remainder(const std::string& text, const QueryText& query,
                                                               const Parameters& parameters, const Frame& frame,
                                                               const Rows& rows) {
    std::size_t first = 0;
    const auto with_decimals = with_real_divisions(text, first);
    if (with_decimals.empty()) return std::nullopt;
    const auto others = rows_over(sight->shown(), with_decimals, query, parameters, frame);
    const auto same = [](const Cell& a, const Cell& b) {
        const auto x = as_number(a), y = as_number(b);
        constexpr double kNear = 1e-9;
        return x && y ? std::abs(*x - *y) <= kNear * std::max(1.0, std::abs(*x)) : a == b;
    };
    bool equal = !others || others->size() == rows.rows.size();
    for (std::size_t i = 0; equal && others && i < rows.rows.size(); ++i)
        equal = std::equal(rows.rows[i].begin(), rows.rows[i].end(), (*others)[i].begin(), same);
    if (equal) return std::nullopt;
    const auto at = first >= query.prefix ? first - query.prefix : 0;
    return diag::error(
        code::sql_error, query.sql->at(at, at + 1), "this divides whole numbers and drops the remainder: 7 / 2 is 3",
        "write 1.0 * before the first number, or percent(part, whole) for a share; if the remainder is to "
        "be dropped, write CAST(… / … AS INTEGER)");
}

diag::Diagnostics Database::Impl::lost_in_views(const std::vector<std::string>& named, const Frame& frame) {
    diag::Diagnostics diagnostics;
    for (const auto& name : named) {
        const auto* view = table(name);
        std::size_t first = 0;
        if (view == nullptr || view->query.empty() || !divided.insert(name).second ||
            with_real_divisions(view->query.text, first).empty())
            continue;
        // A view of more rows than a result may have is not looked at: the query that reads it may be small.
        const QueryText text{&view->query, 0};
        auto whole = rows_over(sight->shown(), view->query.text, text, {}, frame);
        if (!whole) continue;
        Rows rows;
        rows.rows = std::move(*whole);
        if (auto fault = lost_remainder(view->query.text, text, {}, frame, rows))
            diagnostics.push_back(std::move(*fault));
    }
    return diagnostics;
}

Withheld Database::Impl::rests_on(const std::string& text, const QueryText& query, const Parameters& parameters,
                                  const Frame& frame, const std::vector<std::string>& named, const Rows& rows) {
    Withheld out;
    out.tables = sight->closed(named);
    const auto partly = sight->partly_closed(named);
    if (partly.empty()) return out;
    const auto differs = [&](Sight::Of of) {
        const auto other = rows_over(of, text, query, parameters, frame);
        return !other || *other != rows.rows;
    };
    if (!differs(Sight::Of::permitted) && !differs(Sight::Of::lowest) && !differs(Sight::Of::highest)) return out;
    const auto& withheld = sight->withheld();
    for (const auto& name : partly) {
        if (name != "facts") {
            out.add({{}, withheld.sources, {}});
            continue;
        }
        std::vector<std::string> read, all;
        for (std::size_t i = 0; i < model.facts.size(); ++i) {
            if (!sight->is_withheld_fact(static_cast<std::int64_t>(i) + 1)) continue;
            all.push_back(model.facts[i].id);
            if (frame.fact_rows[i]) read.push_back(model.facts[i].id);
        }
        out.add({read.empty() ? all : read, {}, {}});
    }
    return out;
}

std::string shown_query(std::string_view sql) {
    return without_comments(sql);
}

std::optional<std::size_t> Rows::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) return i;
    }
    return std::nullopt;
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

diag::Result<Database> Database::open(const Model& model, const std::filesystem::path& root, std::int64_t in_memory) {
    auto impl = std::make_unique<Impl>(model, root, in_memory);
    auto diagnostics = impl->check_views();
    return {Database(std::move(impl)), std::move(diagnostics)};
}

diag::Diagnostics Database::check_all() const {
    diag::Diagnostics diagnostics;
    for (const auto& table : impl_->model.tables) {
        const auto& faults = impl_->store->need(table.name);
        diagnostics.insert(diagnostics.end(), faults.begin(), faults.end());
    }
    return diagnostics;
}

void Database::set_lookup(Lookup lookup) {
    impl_->calls.lookup = std::move(lookup);
}
void Database::withhold(Withheld withheld) {
    impl_->sight->withhold(std::move(withheld));
}
void Database::cut_after(const std::string& date) {
    impl_->store->begin_document();
    impl_->sight->set_date(date);
}
void Database::take_over() {
    if (bytes_of_files(impl_->model) <= impl_->kept_in_memory) return;
    auto own = std::make_unique<Impl>(impl_->model, impl_->opened_for, impl_->kept_in_memory);
    own->step_limit = impl_->step_limit;
    std::ignore = own->check_views();  // the parent has reported their faults
    impl_ = std::move(own);
}
void Database::begin_run() {
    impl_->calls.steps = 0;
}
void Database::begin_reads() {
    impl_->reads.clear();
}
void Database::note_read(std::string what) const {
    impl_->reads.insert(std::move(what));
}
std::vector<std::string> Database::reads() const {
    return {impl_->reads.begin(), impl_->reads.end()};
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

std::vector<std::string> Database::notes_of(const std::string& table) const {
    return impl_->store->notes(table);
}

diag::Result<Rows> Database::query(const diag::Text& sql, const Parameters& parameters, RowsSeen seen) const {
    return impl_->query(sql, parameters, seen);
}

diag::Result<Rows> Database::query_value(const diag::Text& sql, const Parameters& parameters) const {
    auto result = impl_->query(sql, parameters);
    if (!result.has_value()) return result;
    const auto& rows = result.value();
    if (rows.columns.size() == 1 && rows.rows.size() == 1) return result;
    auto diagnostics = result.diagnostics();
    diagnostics.push_back(diag::error(
        diag::code::not_one_value, sql.at(0, sql.text.size()),
        "expected one value, found " + base::counted(rows.rows.size(), "row") + " of " +
            base::counted(rows.columns.size(), "column"),
        rows.columns.size() != 1 ? "select one column" : "aggregate the rows, or add a condition that leaves one"));
    return diagnostics;
}

}  // namespace precis::data
