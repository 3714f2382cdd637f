// data/odbc/odbc.h: one query put to a database by unixODBC.
// Stage: `precis data --refresh`: connection string and SQL -> ODBC -> rows for a Receiver. Private to the room.
//
// In: a query that data/sql/remote_sql.h has passed. Out: every cell as the text of ODBC's character form, in UTF-8;
// nothing is kept. The session is read-only where the driver or the database has that, its transaction is rolled back
// in any case, and times with a zone are those of UTC where the database can be told so (PostgreSQL). libodbc is loaded
// at the first call, never linked: a build does not need it. Errors: a Fault. What a driver said is cleaned of the
// connection string's values first. Cost: one row in memory, beside what the driver holds; PostgreSQL's is told to
// fetch by a cursor. The query runs in a thread of its own. At the time limit it is cancelled; a driver that does not
// obey within seconds is left behind.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace precis::data::odbc {

/// What a column's cells are, as the driver describes them.
enum class Kind { text, exact, real, boolean, date, time, moment, binary };

struct RemoteColumn {
    std::string name;
    Kind kind = Kind::text;
};

struct Fault {
    enum class What {
        no_library,   // unixODBC is not installed
        no_driver,    // the driver or the data source is not known
        refused,      // the database does not accept user or password
        unreachable,  // no connection
        lost,         // the connection ended
        too_slow,     // not done at the time limit
        query,        // the database refuses the query, or fails on it
        too_large     // a row has more bytes than the limit
    };
    What what = What::query;
    std::string said;  // by the driver, without secrets; may be empty
};

/// Takes the rows, in a thread of its own but one call after another.
class Receiver {
  public:
    virtual ~Receiver() = default;
    /// Once, before the rows. False: no rows are wanted.
    virtual bool begin(std::vector<RemoteColumn> columns) = 0;
    /// A row; NULL is nullopt. False: no more rows are wanted.
    virtual bool take(const std::vector<std::optional<std::string>>& cells) = 0;
    /// A cell of the column, which is not described as binary, holds bytes. It counts as NULL. False: no more rows are
    /// wanted.
    virtual bool found_bytes(std::size_t column) = 0;
};

struct Query {
    std::string connection, sql;
    std::chrono::seconds time_limit{60};
};

/// Runs the query until its rows are taken or something fails. Exceptions of the receiver come through.
[[nodiscard]] std::optional<Fault> ask(const Query& query, const std::shared_ptr<Receiver>& receiver);

}  // namespace precis::data::odbc
