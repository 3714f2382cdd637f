// build/explain.h: where a number comes from and where it stands, gathered from a briefing's targets.
// Stage: bind's ledgers and layout's pages -> EXPLANATIONS -> `precis explain` prints them.
#pragma once
#include <string>
#include <vector>

#include "bind/values/value.h"
#include "build/stages.h"

namespace precis::build {

/// A place where the number is printed, or is part of what is.
struct PrintedPlace {
    std::string output, audience, page;  // the page's printed number
    std::string kind;                    // text, tile, exhibit
    std::string by;                      // the value through which it comes here; empty: it stands here itself
    std::string text, sentence;
    std::string exhibit, exhibit_number, exhibit_title;
    diag::Span where;
    bool operator==(const PrintedPlace&) const = default;
};

/// The cells of one column that a value's query looked at.
struct ReadColumn {
    std::string table, file, column;
    std::size_t rows = 0;
    std::vector<std::pair<std::size_t, std::size_t>> lines;  // from and to, ascending
};

struct Explanation {
    std::string name;
    bind::Bound bound;
    std::string printed;               // as prose has it, without a format
    const data::Fact* fact = nullptr;  // one of the two
    std::optional<spec::NamedValue> value;
    std::vector<ReadColumn> read;
    std::vector<std::pair<std::string, std::string>> tables;  // that its query reads, and their files
    std::vector<std::string> used_by;                         // values made of it
    std::vector<std::string> claims;                          // conditions that test it
    std::vector<std::string> superseded;                      // ids of facts that it replaces, newest first
    std::vector<std::string> replaced_by;                     // ids of facts that replace it
    std::vector<PrintedPlace> places;
};

/// The names asked for, in their order; without any, all that the briefing prints or defines. An unknown one is
/// reported (unknown_name), as is what keeps a target from being composed.
[[nodiscard]] diag::Result<std::vector<Explanation>> explain(const Prepared& prepared, const Setting& setting,
                                                             const std::vector<std::string>& names);

}  // namespace precis::build
