// A project with tables of a database, and what `precis data --refresh` does with it.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "program.h"

namespace precis::test {

/// The driver's library, by its full path, so that no odbcinst.ini is needed: libsqlite3odbc.so, psqlodbcw.so.
std::string driver(const std::string& name);

class Shop {
  public:
    Shop();

    const std::filesystem::path& path() const { return folder_.path(); }
    /// Writes data/model.yaml: the table `orders` with this query and further keys, each after a comma.
    void declare(const std::string& query, const std::string& keys = {}, int time_limit = 60);
    /// `precis WORD…` in the project, with the connection string in LAKE_DSN; it is in no output.
    Ran precis(const std::vector<std::string>& words, const std::string& connection);
    Ran refresh(const std::string& connection) { return precis({"data", "--refresh"}, connection); }
    std::string snapshot() const { return read_file(path() / "data" / "orders.csv"); }
    void write_snapshot(const std::string& text) const { write_file(path() / "data" / "orders.csv", text); }
    /// The names of all files in data/, so that a temporary one is seen.
    std::vector<std::string> files() const;

  private:
    Folder folder_{"shop"};
};

}  // namespace precis::test
