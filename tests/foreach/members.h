// A project of one briefing with an edition for each region, and what builds of it leave.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "program.h"

namespace precis::test {

/// The text of a table: region, orders.
std::string regions(std::size_t count);

class Members {
  public:
    /// `rows`: of regions.csv, without its heading; `query`: of for-each; `more`: further lines of the briefing.
    explicit Members(const std::string& rows, const std::string& query = "SELECT region, orders FROM regions",
                     const std::string& more = {});

    const std::filesystem::path& path() const { return folder_.path(); }
    std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
    Ran precis(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {}) const;
    /// The same; throws with its messages if it does not exit with 0.
    Ran good(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {}) const;
    /// Files below a folder of the project with their bytes.
    std::map<std::string, std::string> files(const std::string& folder) const;

  private:
    Folder folder_{"members"};
};

/// The names that `a` and `b` do not share, or that hold other bytes.
std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b);

/// The text of a PDF by pdftotext.
std::string text_of_pdf(const std::filesystem::path& file);

}  // namespace precis::test
