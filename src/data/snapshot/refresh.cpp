// Ask, compare, write: nothing is written before all rows are there and fit the table.
#include "data/snapshot/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <system_error>

#include "base/phrases.h"
#include "data/codes.h"
#include "data/files/row_source.h"
#include "data/snapshot/intake.h"
#include "data/snapshot/snapshot_file.h"
#include "diag/codes.h"

namespace precis::data {
namespace fs = std::filesystem;
namespace {

diag::Diagnostic fault_of(const odbc::Fault& fault, const TableRecord& table, const ConnectionRecord& connection) {
    using What = odbc::Fault::What;
    const auto& variable = connection.variable;
    const auto name = base::quoted(connection.name);
    const auto said = fault.said.empty() ? std::string() : ": " + fault.said;
    switch (fault.what) {
        case What::no_library:
            return diag::error(diag::code::format_not_available, connection.span,
                               "databases are asked by unixODBC, which is not installed",
                               "install it, as by apt-get install unixodbc, and the driver of the database");
        case What::no_driver:
            return diag::error(
                code::connection_failed, variable.span,
                "unixODBC does not know the driver or the data source that " + base::quoted(variable.text) + " names" +
                    said,
                "odbcinst -q -d lists the drivers; write Driver= with one of them, or with the path of a "
                "driver's library");
        case What::refused:
            return diag::error(code::connection_failed, variable.span,
                               "the database of " + name + " does not accept the user or the password",
                               "correct UID and PWD in the connection string of " + base::quoted(variable.text));
        case What::unreachable:
            return diag::error(code::connection_failed, variable.span,
                               "the database of " + name + " cannot be reached" + said,
                               "check that it runs, and the server, port and database in the connection string of " +
                                   base::quoted(variable.text));
        case What::lost:
            return diag::error(code::connection_failed, variable.span,
                               "the connection to " + name + " ended before all rows of " + base::quoted(table.name) +
                                   " were there" + said,
                               "the snapshot is as it was; refresh it again: precis data --refresh " + table.name);
        case What::too_slow:
            return diag::error(
                code::query_failed, table.remote_query.span,
                fmt::format("the query of “{}” was ended after {} s, the time limit of “{}”", table.name,
                            connection.time_limit, connection.name),
                fmt::format("let it read less, or raise “time-limit: {}” of the connection", connection.time_limit));
        case What::query:
            return diag::error(code::query_failed, table.remote_query.span,
                               "the database of " + name + " does not run the query" + said,
                               "correct the query; it has the SQL of that database");
        case What::too_large:
            return diag::error(diag::code::file_too_large, table.remote_query.span,
                               "a row of the query has more than 8 MB", "leave out long texts that no briefing shows");
    }
    return diag::error(diag::code::internal_error, table.span, "an unknown fault of a connection");
}

std::optional<std::string> connection_string(const ConnectionRecord& connection, const Variable& variable,
                                             diag::Diagnostics& diagnostics) {
    const auto& name = connection.variable;
    const auto value = variable ? variable(name.text) : std::nullopt;
    if (value && value->find('=') != std::string::npos && value->find('\0') == std::string::npos) return value;
    diagnostics.push_back(
        diag::error(diag::code::bad_value, name.span,
                    value ? "the variable " + base::quoted(name.text) + " does not hold an ODBC connection string"
                          : "the environment has no variable " + base::quoted(name.text),
                    "set it where precis runs, as in read -rs " + name.text + "; export " + name.text +
                        ", to DSN=name;UID=user;PWD=password, or with Driver= instead of DSN="));
    return std::nullopt;
}

/// Puts the old snapshot's rows into the store; false if it cannot be read as a table of these columns.
bool keep_old_rows(const TableRecord& table, const std::vector<Intake::Target>& targets, RowStore& store) {
    std::error_code failed;
    if (!fs::is_regular_file(table.file, failed)) return false;
    diag::Diagnostics unused;  // the file is replaced
    const auto rows = open_rows(table, table.file.filename().string(), unused);
    if (!rows || rows->next() != RowSource::Step::row) return false;
    std::vector<std::size_t> places;  // of the file's cells in the targets
    for (const auto& cell : rows->cells()) {
        const auto at = std::find_if(targets.begin(), targets.end(),
                                     [&](const auto& target) { return target.header == cell.text; });
        places.push_back(static_cast<std::size_t>(at - targets.begin()));
    }
    for (;;) {
        const auto step = rows->next();
        if (step != RowSource::Step::row) return step == RowSource::Step::end;
        const auto& cells = rows->cells();
        if (cells.size() != places.size()) return false;
        std::vector<std::string> row(targets.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (places[i] < row.size()) row[places[i]] = cells[i].text;
        if (!store.add(RowStore::Side::before, row)) return false;
    }
}

/// Writes the sorted rows; nothing if they are refused or cannot be written.
std::optional<bool> write(const TableRecord& table, const std::string& shown, Intake& intake,
                          diag::Diagnostics& diagnostics) {
    const auto& targets = intake.targets();
    const auto& key = intake.key();
    SnapshotFile file(table.file);
    std::vector<std::string_view> cells;
    std::vector<bool> numbers;
    for (const auto& target : targets) {
        cells.emplace_back(target.header);
        numbers.push_back(target.is_number());
    }
    bool going = file.write_row(cells);
    std::vector<std::string> last;
    std::string twice;
    const bool sorted = going && intake.store()->each_sorted(key, numbers, [&](const RowStore::Cells& row) {
        if (!key.empty()) {
            std::vector<std::string> now;
            for (const auto part : key) now.emplace_back(row[part]);
            if (now == last) twice = base::joined(now, ", ");
            last = std::move(now);
            if (!twice.empty()) return false;
        }
        going = file.write_row(row);
        return going;
    });
    if (!twice.empty()) {
        diagnostics.push_back(diag::error(
            diag::code::duplicate_row, table.remote_query.span,
            "two rows of the query have the same " + base::joined(table.key, ", ") + ": " + base::quoted(twice),
            "let the query give one of them, or add a column to “key”"));
        return std::nullopt;
    }
    const bool is_replaced = going && sorted && file.replace();
    if (going && sorted && file.fault().empty()) return is_replaced;
    const auto why = file.fault().empty() ? intake.store()->fault() : file.fault();
    diagnostics.push_back(diag::error(diag::code::write_failed, table.span, shown + " could not be written: " + why,
                                      "free space on the disk, or correct the folder's permissions"));
    return std::nullopt;
}

}  // namespace

diag::Result<Refreshed> refresh(const Model& model, const TableRecord& table, const fs::path& root,
                                const Variable& variable) {
    diag::Diagnostics diagnostics;
    const auto* connection = model.connection(table.connection);
    if (connection == nullptr || table.file.empty())
        return diag::error(diag::code::internal_error, table.span, "a table without a connection cannot be refreshed");
    const auto text = connection_string(*connection, variable, diagnostics);
    if (!text) return diagnostics;
    const auto intake = std::make_shared<Intake>(table);
    const std::chrono::seconds limit(connection->time_limit);
    if (const auto fault = odbc::ask({*text, table.remote_query.text, limit}, intake))
        return fault_of(*fault, table, *connection);
    if (!intake->diagnostics().empty()) return std::move(intake->diagnostics());
    auto* store = intake->store();
    if (store == nullptr) {
        return diag::error(code::query_failed, table.remote_query.span, "the query gives no columns",
                           "write a SELECT that gives rows");
    }
    Refreshed out;
    out.table = table.name;
    std::error_code failed;
    out.file = table.file.lexically_relative(fs::weakly_canonical(root, failed)).generic_string();
    out.is_new = !keep_old_rows(table, intake->targets(), *store);
    out.has_key = !intake->key().empty();
    out.before = store->count(RowStore::Side::before);
    out.after = store->count(RowStore::Side::after);
    if (out.after == 0 && out.before > 0) {
        return diag::error(
            code::snapshot_emptied, table.remote_query.span,
            fmt::format("the query gives no rows, and the snapshot of “{}” has {}", table.name,
                        base::counted(static_cast<std::size_t>(out.before), "row")),
            "correct the query; if the table is rightly empty, delete " + out.file + " and refresh again");
    }
    const auto written = write(table, out.file, *intake, diagnostics);
    if (!written) return diagnostics;
    out.is_written = *written;
    RowStore::Changes changes;
    if (out.is_written && !out.is_new && store->compare(intake->key(), changes)) {
        out.added = changes.added;
        out.removed = changes.removed;
        out.changed = changes.changed;
    }
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::data
