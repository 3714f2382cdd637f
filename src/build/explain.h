// build/explain.h: where each number of a briefing comes from, and where it is printed.
// Stage: the ledgers of bind and the pages of all targets -> EXPLANATIONS; `precis explain` prints them.
//
// In: a prepared briefing and the names asked for. Out: for each name its value, the fact's row or the query and the
// rows that it reads, the values and claims that use it, and each place on a page that prints it.
// Units: lines of files count from 1. Pages are named by their printed number.
// Errors: faults of targets come back as diagnostics; the explanations then cover the targets that could be composed.
// Cost: every target of the briefing is composed once; nothing is painted.
#pragma once
#include <string>
#include <vector>

#include "bind/values/value.h"
#include "build/stages.h"

namespace precis::build {

/// A place on a page that prints the number, or a value or exhibit computed from it.
struct PrintedPlace {
    std::string output, audience, page;  // the page's printed number
    std::string language;                // of a translation; empty: the briefing's own
    std::string kind;                    // text, tile, exhibit
    std::string by;  // the value computed from the number and printed here; empty: the number itself
    std::string text, sentence;
    std::string exhibit, exhibit_number, exhibit_title;
    diag::Span where;
    bool operator==(const PrintedPlace&) const = default;
};

/// The cells of one column that a value's query reads.
struct ReadColumn {
    std::string table, file, column;
    std::size_t rows = 0;
    std::vector<std::pair<std::size_t, std::size_t>> lines;  // of the file, first and last of each range, ascending
};

/// One fact, value or word of the briefing, or an exhibit that prints a number of its query.
struct Explanation {
    std::string name;
    bind::Bound bound;
    std::string printed;                    // as prose prints it without a format of its own; empty: not published
    const data::Fact* fact = nullptr;       // set for a fact; in the database of the Prepared, which must outlive it
    std::optional<spec::NamedValue> value;  // set for a value
    std::vector<ReadColumn> read;           // by the value's query
    std::vector<std::pair<std::string, std::string>> tables;  // that the query reads, each with its file
    std::vector<std::string> used_by;                         // values computed from it
    std::vector<std::string> claims;                          // conditions that test it
    std::vector<std::string> superseded;                      // ids of the facts that it replaces, newest first
    std::vector<std::string> replaced_by;                     // ids of the facts that replace it
    std::vector<PrintedPlace> places;
    bool exhibit = false;  // an exhibit whose query gives the number; `name` is its id, `value` its query
};

/// An explanation for each of `names`, in their order; without names, for all that the briefing prints or defines,
/// sorted. A name may also be a number as printed, "42 %" or "page 4: 42 %": then all that print it so, with those
/// places alone.
/// Errors: unknown_name, for a name that is left out or a number that nothing prints; those of set_target.
[[nodiscard]] diag::Result<std::vector<Explanation>> explain(const Prepared& prepared, const Setting& setting,
                                                             const std::vector<std::string>& names);

}  // namespace precis::build
