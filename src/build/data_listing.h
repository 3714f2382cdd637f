// build/data_listing.h: which data a briefing has, and the rows of a query over them.
// Stage: build::Prepared -> DATA LISTING, with no page composed; `precis data` prints it.
//
// In: a prepared briefing with a database and at least one target; the first target decides on audience, date and
// language, as for a query in the briefing. Out: tables with their columns and number of rows, facts, sources with
// their age.
// Units: ages are words in English ("5 months"), dates ISO 8601.
// Errors: faults of tables and queries come back as diagnostics beside what could be read.
// Cost: every table is loaded and counted.
#pragma once
#include <string>
#include <vector>

#include "build/stages.h"

namespace precis::build {

/// Views into the model of `prepared.database`, which must outlive the listing.
struct DataListing {
    struct Table {
        const data::TableRecord* record = nullptr;
        std::string file;  // relative to the project's root; empty: a query over other tables
        std::int64_t rows = 0;
        std::vector<data::ResultColumn> columns;
        std::vector<std::string> notes;  // what a reader should know of the file
    };
    struct Source {
        const data::SourceRecord* record = nullptr;
        std::string age;     // on the briefing's date; empty: undated
        bool stale = false;  // past its max-age
        std::size_t facts = 0, tables = 0;
    };
    const data::Model* model = nullptr;
    std::string date;  // ISO 8601, the first target's
    std::vector<Table> tables;
    std::vector<Source> sources;
};

[[nodiscard]] diag::Result<DataListing> list_data(const Prepared& prepared);

/// The rows of a query, with the parameters and functions (`value('…')`) that a query in the briefing has.
/// Errors: those of bind::Values::query, at the places of `sql`.
[[nodiscard]] diag::Result<data::Rows> run_query(const Prepared& prepared, const diag::Text& sql);

}  // namespace precis::build
