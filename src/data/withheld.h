// data/withheld.h: what one reader may not see.
// Stage: model × reader -> bind decides WITHHELD -> database, which tells what a result rests on.
// A table is withheld as a whole, or by the sources in its rows; so are facts and sources.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

namespace precis::data {

struct Withheld {
    std::vector<std::string> facts, sources, tables;  // ids, ids, names
    bool operator==(const Withheld&) const = default;

    bool empty() const { return facts.empty() && sources.empty() && tables.empty(); }
    void add(const Withheld& other) {
        add(facts, other.facts);
        add(sources, other.sources);
        add(tables, other.tables);
    }

  private:
    static void add(std::vector<std::string>& list, const std::vector<std::string>& more) {
        for (const auto& item : more) {
            if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
        }
    }
};

/// Which rows a query may see.
enum class RowsSeen {
    all,        // a result that rests on withheld rows says so
    permitted,  // withheld rows are left out
};

}  // namespace precis::data
