// The only file that knows ODBC. Functions are narrow, in a thread whose locale is UTF-8: unixODBC converts between
// narrow and wide texts by the locale of the thread that connects.
// Source: ODBC 3.8 (ISO/IEC 9075-3); https://www.unixodbc.org; psqlodbc's docs/config.html.
#include "data/odbc/odbc.h"

#include <sql.h>
#include <sqlext.h>

#include <array>
#include <atomic>
#include <clocale>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "base/ascii.h"
#include "base/shared_library.h"
#include "base/utf8.h"
#include "data/odbc/secrets.h"
#include "data/odbc/typed_sql.h"

namespace precis::data::odbc {
namespace {

constexpr std::chrono::seconds kGrace{5};       // for a driver to obey after it was told to cancel
constexpr std::size_t kLargestRow = 8U << 20U;  // bytes; data/files/csv.h reads rows of up to 16 MB
constexpr std::size_t kLongestSaid = 300;       // bytes of a driver's message
constexpr std::size_t kPiece = 4096;            // SQLWCHARs that are fetched at once

struct Library {
    base::SharedLibrary loaded{"libodbc.so.2"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_ODBC(name) \
    decltype(&::SQL##name) name = loaded.find(static_cast<decltype(&::SQL##name)>(nullptr), "SQL" #name)
    PRECIS_ODBC(AllocHandle);
    PRECIS_ODBC(FreeHandle);
    PRECIS_ODBC(SetEnvAttr);
    PRECIS_ODBC(SetConnectAttr);
    PRECIS_ODBC(DriverConnect);
    PRECIS_ODBC(Disconnect);
    PRECIS_ODBC(GetInfo);
    PRECIS_ODBC(GetDiagRec);
    PRECIS_ODBC(SetStmtAttr);
    PRECIS_ODBC(ExecDirect);
    PRECIS_ODBC(Prepare);
    PRECIS_ODBC(NumResultCols);
    PRECIS_ODBC(DescribeCol);
    PRECIS_ODBC(Fetch);
    PRECIS_ODBC(GetData);
    PRECIS_ODBC(Cancel);
    PRECIS_ODBC(EndTran);
#undef PRECIS_ODBC
};

const Library& library() {
    static const Library functions;
    return functions;
}

bool worked(SQLRETURN code) {
    return code == SQL_SUCCESS || code == SQL_SUCCESS_WITH_INFO;
}

/// A handle that frees itself.
class Handle {
  public:
    Handle(SQLSMALLINT kind, SQLHANDLE parent) : kind_(kind) {
        if (!worked(library().AllocHandle(kind, parent, &handle_))) handle_ = SQL_NULL_HANDLE;
    }
    ~Handle() {
        if (handle_ != SQL_NULL_HANDLE) library().FreeHandle(kind_, handle_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    SQLHANDLE get() const { return handle_; }
    SQLSMALLINT kind() const { return kind_; }

  private:
    SQLSMALLINT kind_;
    SQLHANDLE handle_ = SQL_NULL_HANDLE;
};

/// The first message of a handle: its SQLSTATE, and its text as the driver wrote it.
struct Said {
    std::string state, text;
};

Said said_of(const Handle& handle) {
    std::array<SQLCHAR, 6> state{};
    std::array<SQLCHAR, 2048> text{};
    SQLINTEGER number = 0;
    SQLSMALLINT length = 0;
    if (!worked(library().GetDiagRec(handle.kind(), handle.get(), 1, state.data(), &number, text.data(),
                                     static_cast<SQLSMALLINT>(text.size()), &length)))
        return {};
    return {reinterpret_cast<const char*>(state.data()), reinterpret_cast<const char*>(text.data())};
}

bool has(const std::string& text, std::string_view part) {
    return base::lowered(text).find(part) != std::string::npos;
}

/// A driver's message for people: without its prefixes in brackets, without secrets, not too long.
std::string cleaned(std::string text, const std::string& connection) {
    if (base::first_invalid_utf8(text)) return {};
    while (text.starts_with("[") && text.find(']') != std::string::npos) text.erase(0, text.find(']') + 1);
    text = without_secrets(std::move(text), connection);
    const auto end = text.find("; Error while ");  // psqlodbc says behind every message what it was doing
    if (end != std::string::npos) text.erase(end);
    while (text.ends_with(".") || text.ends_with(";")) text.pop_back();
    return base::shortened(text, kLongestSaid);
}

Fault fault_of_connecting(const Said& said, const std::string& connection) {
    using What = Fault::What;
    if (said.state == "IM002" || said.state == "IM003" || has(said.text, "can't open lib"))
        return {What::no_driver, cleaned(said.text, connection)};
    // Such messages name the user, and a wrong password tells more than its message.
    if (said.state.starts_with("28") || has(said.text, "password") || has(said.text, "authentication") ||
        has(said.text, "login failed") || has(said.text, "access denied") ||
        (has(said.text, "role") && has(said.text, "does not exist")))
        return {What::refused, {}};
    return {What::unreachable, cleaned(said.text, connection)};
}

Fault fault_of_query(const Said& said, const std::string& connection) {
    using What = Fault::What;
    if (said.state == "HYT00" || said.state == "HYT01") return {What::too_slow, {}};
    const bool lost = said.state.starts_with("08") || said.state == "57P01" || said.state == "57P02" ||
                      has(said.text, "terminating connection") || has(said.text, "server closed the connection") ||
                      has(said.text, "connection to the server") || has(said.text, "communication link failure");
    return {lost ? What::lost : What::query, cleaned(said.text, connection)};
}

/// What drivers need to be told so that they hold few rows, write nothing and describe booleans as such: added to the
/// connection string where it does not say otherwise. Of keys that come twice the first counts.
std::string with_wishes(const std::string& connection, std::string_view driver) {
    std::string out = connection;
    const auto name = base::lowered(driver);
    const auto wish = [&](std::string_view key, std::string_view value) {
        if (sets(connection, key)) return;
        out += (out.ends_with(";") ? "" : ";") + std::string(key) + "=" + std::string(value);
    };
    if (name.find("psqlodbc") != std::string::npos || name.find("postgres") != std::string::npos) {
        wish("UseDeclareFetch", "1");  // a cursor; else the driver holds the whole result
        wish("Fetch", "1000");
        wish("BoolsAsChar", "0");
    } else if (name.find("sqlite") != std::string::npos) {
        wish("NoCreat", "1");  // a missing file is an error, not a new database
        wish("StepAPI", "1");  // row by row; else the driver holds the whole result
    }
    return out;
}

Kind kind_of(SQLSMALLINT type) {
    switch (type) {
        case SQL_DECIMAL:
        case SQL_NUMERIC:
        case SQL_INTEGER:
        case SQL_SMALLINT:
        case SQL_TINYINT:
        case SQL_BIGINT:
            return Kind::exact;
        case SQL_REAL:
        case SQL_FLOAT:
        case SQL_DOUBLE:
            return Kind::real;
        case SQL_BIT:
            return Kind::boolean;
        case SQL_TYPE_DATE:
            return Kind::date;
        case SQL_TYPE_TIME:
            return Kind::time;
        case SQL_TYPE_TIMESTAMP:
            return Kind::moment;
        case SQL_BINARY:
        case SQL_VARBINARY:
        case SQL_LONGVARBINARY:
            return Kind::binary;
        default:
            return Kind::text;
    }
}

/// UTF-16 in the machine's byte order as UTF-8. A surrogate without its other half becomes U+FFFD.
void append_utf16(std::string& out, const std::vector<SQLWCHAR>& units) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        char32_t code = units[i];
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 &&
            units[i + 1] < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (units[++i] - 0xDC00U);
        } else if (code >= 0xD800 && code < 0xE000) {
            code = 0xFFFD;
        }
        base::append_utf8(out, code);
    }
}

/// What the thread of the query and the thread that watches it share; the one that ends last frees it.
struct Shared {
    Query query;
    std::shared_ptr<Receiver> receiver;
    std::mutex mutex;
    std::condition_variable ended;
    bool done = false;
    std::atomic<bool> cancelled{false};
    SQLHSTMT statement = SQL_NULL_HSTMT;  // while it can be cancelled
    std::optional<Fault> fault;
    std::exception_ptr thrown;
};

/// Lets the watching thread cancel the statement while this lives.
class Cancellable {
  public:
    Cancellable(Shared& shared, SQLHSTMT statement) : shared_(shared) {
        const std::lock_guard lock(shared_.mutex);
        shared_.statement = statement;
    }
    ~Cancellable() {
        const std::lock_guard lock(shared_.mutex);
        shared_.statement = SQL_NULL_HSTMT;
    }
    Cancellable(const Cancellable&) = delete;
    Cancellable& operator=(const Cancellable&) = delete;

  private:
    Shared& shared_;
};

/// One connection and its query, in the thread of the query.
class Session {
  public:
    explicit Session(Shared& shared) : shared_(shared), odbc_(library()) {}
    ~Session() {
        if (!connected_) return;
        odbc_.EndTran(SQL_HANDLE_DBC, connection_.get(), SQL_ROLLBACK);
        odbc_.Disconnect(connection_.get());
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    std::optional<Fault> run();

  private:
    std::optional<Fault> connect();
    bool driver_connects(const std::string& text);
    std::string info(SQLUSMALLINT which);
    void settle();
    void tell(const char* sql);
    bool execute(const Handle& statement, std::vector<RemoteColumn>& all);
    std::vector<RemoteColumn> columns(const Handle& statement);
    std::optional<Fault> rows(const Handle& statement, const std::vector<RemoteColumn>& columns);
    bool cell(const Handle& statement, std::size_t column, std::optional<std::string>& out);
    bool narrow_cell(const Handle& statement, std::size_t column, std::optional<std::string>& out);

    static SQLHANDLE versioned(const Handle& environment) {
        library().SetEnvAttr(environment.get(), SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0);
        return environment.get();
    }

    Shared& shared_;
    const Library& odbc_;
    Handle environment_{SQL_HANDLE_ENV, SQL_NULL_HANDLE};
    Handle connection_{SQL_HANDLE_DBC, versioned(environment_)};
    bool connected_ = false;
    bool typed_ = false;  // cells begin with the letter of typed_sql.h
    bool wide_ = true;    // until the driver does not give wide texts
};

bool Session::driver_connects(const std::string& text) {
    auto copy = text;
    const auto code =
        odbc_.DriverConnect(connection_.get(), nullptr, reinterpret_cast<SQLCHAR*>(copy.data()),
                            static_cast<SQLSMALLINT>(copy.size()), nullptr, 0, nullptr, SQL_DRIVER_NOPROMPT);
    connected_ = worked(code);
    return connected_;
}

std::string Session::info(SQLUSMALLINT which) {
    std::array<char, 256> text{};
    SQLSMALLINT length = 0;
    odbc_.GetInfo(connection_.get(), which, text.data(), static_cast<SQLSMALLINT>(text.size() - 1), &length);
    return text.data();
}

std::optional<Fault> Session::connect() {
    const auto& given = shared_.query.connection;
    const auto seconds = static_cast<SQLULEN>(shared_.query.time_limit.count());
    odbc_.SetConnectAttr(connection_.get(), SQL_ATTR_LOGIN_TIMEOUT, reinterpret_cast<SQLPOINTER>(seconds), 0);
    odbc_.SetConnectAttr(connection_.get(), SQL_ATTR_ACCESS_MODE, reinterpret_cast<SQLPOINTER>(SQL_MODE_READ_ONLY), 0);
    std::string driver;
    for (const auto& [key, value] : parts_of(given))
        if (key == "driver") driver = value;
    const auto first = with_wishes(given, driver);
    if (!driver_connects(first)) return fault_of_connecting(said_of(connection_), first);
    const auto second = with_wishes(given, info(SQL_DRIVER_NAME));  // of a DSN, whose driver is known only now
    if (second != first) {
        odbc_.Disconnect(connection_.get());
        if (!driver_connects(second)) return fault_of_connecting(said_of(connection_), second);
    }
    return std::nullopt;
}

void Session::tell(const char* sql) {
    const Handle statement(SQL_HANDLE_STMT, connection_.get());
    std::string text(sql);
    odbc_.ExecDirect(statement.get(), reinterpret_cast<SQLCHAR*>(text.data()), SQL_NTS);
}

/// Makes the session read-only and its times those of UTC, in the words of the database; drivers ignore the attribute.
void Session::settle() {
    const auto database = info(SQL_DBMS_NAME);
    if (database == "PostgreSQL") {
        tell("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        tell("SET TIME ZONE 'UTC'");
    } else if (database == "SQLite") {
        tell("PRAGMA query_only = 1");
        typed_ = true;
        return;  // in a transaction its driver would hold all rows
    } else if (database == "MySQL" || database == "MariaDB") {
        tell("SET SESSION TRANSACTION READ ONLY");
        tell("SET time_zone = '+00:00'");
    }
    odbc_.SetConnectAttr(connection_.get(), SQL_ATTR_AUTOCOMMIT, reinterpret_cast<SQLPOINTER>(SQL_AUTOCOMMIT_OFF), 0);
}

std::vector<RemoteColumn> Session::columns(const Handle& statement) {
    std::vector<RemoteColumn> columns;
    SQLSMALLINT count = 0;
    odbc_.NumResultCols(statement.get(), &count);
    for (SQLSMALLINT i = 1; i <= count; ++i) {
        std::array<SQLCHAR, 1024> name{};
        SQLSMALLINT length = 0, type = 0, digits = 0, nullable = 0;
        SQLULEN size = 0;
        odbc_.DescribeCol(statement.get(), static_cast<SQLUSMALLINT>(i), name.data(),
                          static_cast<SQLSMALLINT>(name.size()), &length, &type, &size, &digits, &nullable);
        columns.push_back({reinterpret_cast<const char*>(name.data()), kind_of(type)});
    }
    return columns;
}

/// The cell, in pieces if it is long; false after an error.
bool Session::cell(const Handle& statement, std::size_t column, std::optional<std::string>& out) {
    std::vector<SQLWCHAR> units;
    for (bool more = true; more;) {
        std::array<SQLWCHAR, kPiece> piece{};
        SQLLEN length = 0;
        const auto code = odbc_.GetData(statement.get(), static_cast<SQLUSMALLINT>(column + 1), SQL_C_WCHAR,
                                        piece.data(), static_cast<SQLLEN>(sizeof piece), &length);
        if (code == SQL_NO_DATA) break;
        if (!worked(code)) return false;
        if (length == SQL_NULL_DATA) {
            out.reset();
            return true;
        }
        more = length == SQL_NO_TOTAL || static_cast<std::size_t>(length) > sizeof piece - sizeof(SQLWCHAR);
        const auto got = more ? kPiece - 1 : static_cast<std::size_t>(length) / sizeof(SQLWCHAR);
        units.insert(units.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
        if (units.size() > kLargestRow) return true;  // the caller counts its bytes
    }
    out.emplace();
    append_utf16(*out, units);
    return true;
}

/// The same for drivers without wide texts, whose bytes are UTF-8 or refused by the caller.
bool Session::narrow_cell(const Handle& statement, std::size_t column, std::optional<std::string>& out) {
    std::string text;
    for (bool more = true; more;) {
        std::array<char, kPiece> piece{};
        SQLLEN length = 0;
        const auto code = odbc_.GetData(statement.get(), static_cast<SQLUSMALLINT>(column + 1), SQL_C_CHAR,
                                        piece.data(), static_cast<SQLLEN>(piece.size()), &length);
        if (code == SQL_NO_DATA) break;
        if (!worked(code)) return false;
        if (length == SQL_NULL_DATA) {
            out.reset();
            return true;
        }
        more = length == SQL_NO_TOTAL || static_cast<std::size_t>(length) > piece.size() - 1;
        text.append(piece.data(), more ? piece.size() - 1 : static_cast<std::size_t>(length));
        if (text.size() > kLargestRow) break;
    }
    out = std::move(text);
    return true;
}

std::optional<Fault> Session::rows(const Handle& statement, const std::vector<RemoteColumn>& columns) {
    std::vector<std::optional<std::string>> cells(columns.size());
    for (;;) {
        if (shared_.cancelled) return Fault{Fault::What::too_slow, {}};
        const auto code = odbc_.Fetch(statement.get());
        if (code == SQL_NO_DATA) return std::nullopt;
        if (!worked(code)) return fault_of_query(said_of(statement), shared_.query.connection);
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            wide_ = wide_ && cell(statement, i, cells[i]);  // a driver without wide texts refuses the first one
            if (!wide_ && !narrow_cell(statement, i, cells[i]))
                return fault_of_query(said_of(statement), shared_.query.connection);
            bytes += cells[i] ? cells[i]->size() : 0;
            if (!typed_ || !cells[i] || !has_typed_cells(columns[i].kind)) continue;
            cells[i] = untyped(*cells[i]);
            if (!cells[i] && !shared_.receiver->found_bytes(i)) return std::nullopt;
        }
        if (bytes > kLargestRow) return Fault{Fault::What::too_large, {}};
        if (!shared_.receiver->take(cells)) return std::nullopt;
    }
}

/// Runs the query, for SQLite inside one that tells the types of cells; false after an error.
bool Session::execute(const Handle& statement, std::vector<RemoteColumn>& all) {
    auto sql = shared_.query.sql;
    if (typed_) {
        const Handle described(SQL_HANDLE_STMT, connection_.get());
        if (worked(odbc_.Prepare(described.get(), reinterpret_cast<SQLCHAR*>(sql.data()), SQL_NTS)))
            all = columns(described);
        typed_ = !all.empty();  // else the query runs as it is, for its message
        if (typed_) sql = typed_sql(sql, all);
    }
    const auto code = odbc_.ExecDirect(statement.get(), reinterpret_cast<SQLCHAR*>(sql.data()), SQL_NTS);
    if (!worked(code) && code != SQL_NO_DATA) return false;
    if (!typed_) all = columns(statement);
    return true;
}

std::optional<Fault> Session::run() {
    if (auto fault = connect()) return fault;
    settle();
    const Handle statement(SQL_HANDLE_STMT, connection_.get());
    const Cancellable cancellable(shared_, statement.get());
    const auto seconds = static_cast<SQLULEN>(shared_.query.time_limit.count());
    odbc_.SetStmtAttr(statement.get(), SQL_ATTR_CURSOR_TYPE, reinterpret_cast<SQLPOINTER>(SQL_CURSOR_FORWARD_ONLY), 0);
    odbc_.SetStmtAttr(statement.get(), SQL_ATTR_QUERY_TIMEOUT, reinterpret_cast<SQLPOINTER>(seconds), 0);
    if (shared_.cancelled) return Fault{Fault::What::too_slow, {}};
    std::vector<RemoteColumn> all;
    if (!execute(statement, all)) return fault_of_query(said_of(statement), shared_.query.connection);
    if (all.empty() || !shared_.receiver->begin(all)) return std::nullopt;
    return rows(statement, all);
}

void run_in_thread(const std::shared_ptr<Shared>& shared) {
    const auto utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) ::uselocale(utf8);
    std::optional<Fault> fault;
    std::exception_ptr thrown;
    try {
        Session session(*shared);
        fault = session.run();
    } catch (...) {
        thrown = std::current_exception();
    }
    ::uselocale(LC_GLOBAL_LOCALE);
    if (utf8 != nullptr) ::freelocale(utf8);
    const std::lock_guard lock(shared->mutex);
    shared->fault = std::move(fault);
    shared->thrown = thrown;
    shared->done = true;
    shared->ended.notify_all();
}

}  // namespace

std::optional<Fault> ask(const Query& query, const std::shared_ptr<Receiver>& receiver) {
    if (!library().loaded.complete()) return Fault{Fault::What::no_library, {}};
    const auto shared = std::make_shared<Shared>();
    shared->query = query;
    shared->receiver = receiver;
    std::thread thread(run_in_thread, shared);
    std::unique_lock lock(shared->mutex);
    const auto done = [&] { return shared->done; };
    if (!shared->ended.wait_for(lock, query.time_limit, done)) {
        shared->cancelled = true;
        // The statement stays allocated while the lock is held. A driver may send the wish over the network.
        if (shared->statement != SQL_NULL_HSTMT) library().Cancel(shared->statement);
        shared->ended.wait_for(lock, kGrace, done);
    }
    if (!shared->done) {  // nothing can end a thread that waits in a driver; the process soon ends
        thread.detach();
        return Fault{Fault::What::too_slow, {}};
    }
    lock.unlock();
    thread.join();
    if (shared->thrown) std::rethrow_exception(shared->thrown);
    if (shared->cancelled) return Fault{Fault::What::too_slow, {}};
    return shared->fault;
}

}  // namespace precis::data::odbc
