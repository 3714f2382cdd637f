// data/snapshot/intake.h: the rows of a query on their way into the store, each checked against the table.
// Stage: ODBC -> INTAKE -> RowStore. Private to the sub-room. The thread of the query calls it; it is read when that
// thread has ended.
// Errors: missing_column, undeclared_column, unknown_column, cell_type, control_character, not_utf8, file_too_large,
// write_failed; of the cells of a column the first one.
#pragma once
#include <memory>

#include "data/model.h"
#include "data/odbc/odbc.h"
#include "data/snapshot/row_store.h"

namespace precis::data {

class Intake : public odbc::Receiver {
  public:
    /// The copy is the thread's: it may outlive the model.
    explicit Intake(TableRecord table) : table_(std::move(table)) {}

    bool begin(std::vector<odbc::RemoteColumn> columns) override;
    bool take(const std::vector<std::optional<std::string>>& cells) override;
    bool found_bytes(std::size_t column) override;

    /// One column of the snapshot.
    struct Target {
        std::string header;
        const Column* column = nullptr;  // what the model says; nullptr: nothing
        std::size_t remote = 0;          // of the query's columns
        odbc::Kind kind = odbc::Kind::text;
        bool faulty = false;  // a cell was reported
        /// `column` if the model declares its type. A guess changes with the rows, and must not change their order.
        const Column* declared() const;
        bool is_number() const;
    };
    const std::vector<Target>& targets() const { return targets_; }
    /// The columns of the table's key, among the targets.
    const std::vector<std::size_t>& key() const { return key_; }
    RowStore* store() { return store_.get(); }  // nullptr before begin(), and after its faults
    diag::Diagnostics& diagnostics() { return diagnostics_; }

  private:
    std::optional<std::size_t> remote_of(const std::string& header) const;
    void report(diag::Code code, const diag::Span& span, std::string message, std::string remedy);
    void match_known();
    void settle_unknown();
    void refuse_bytes(std::size_t column);
    void find_key();
    void check(Target& target, const std::string& cell);

    TableRecord table_;
    std::vector<odbc::RemoteColumn> remote_;
    std::vector<Target> targets_;
    std::vector<std::size_t> key_;
    std::vector<std::string> row_;
    std::unique_ptr<RowStore> store_;
    diag::Diagnostics diagnostics_;
};

}  // namespace precis::data
