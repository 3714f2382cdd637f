// data/snapshot/row_store.h: the rows of a table before and after a refresh, on disk, to be sorted and compared.
// Stage: within REFRESH. Private to the sub-room. The rows are in a temporary database of SQLite that has no name on
// disk, so it is gone however the process ends; a few megabytes of it are in memory, whatever the number of rows.
// Errors: false, and `fault()` says what SQLite says: in practice, that the disk is full.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data/sql/sqlite.h"

namespace precis::data {

class RowStore {
  public:
    enum class Side { before, after };
    using Cells = std::vector<std::string_view>;

    /// For rows of so many columns, from 1 to 1990.
    explicit RowStore(std::size_t columns);

    /// Adds a row; NULL is an empty text.
    bool add(Side side, const std::vector<std::string>& cells);
    std::int64_t count(Side side) const { return counts_[static_cast<std::size_t>(side)]; }

    /// The rows after the refresh, by the columns of `first`, then by all others in order; those that are numbers as
    /// numbers. Stops when `take` gives false.
    bool each_sorted(const std::vector<std::size_t>& first, const std::vector<bool>& numbers,
                     const std::function<bool(const Cells&)>& take);

    struct Changes {
        std::int64_t added = 0, removed = 0, changed = 0;
    };
    /// Rows are told apart by the columns of `key`; without one a changed row counts as removed and added.
    bool compare(const std::vector<std::size_t>& key, Changes& changes);

    std::string fault() const;

  private:
    std::string list(const std::vector<std::size_t>& columns, std::string_view after = {}) const;
    std::vector<std::size_t> all() const;

    std::size_t columns_;
    Connection db_;
    Statement insert_[2];
    std::int64_t counts_[2] = {0, 0};
};

}  // namespace precis::data
