// cli/data_print.h: what data a briefing has, and the rows of a query, as people and programs read them.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "bind/values/values.h"

namespace precis::cli {

struct DataListing {
    struct Table {
        const data::TableRecord* record = nullptr;
        std::string file;
        std::int64_t rows = 0;
        std::vector<data::ResultColumn> columns;
    };
    struct Source {
        const data::SourceRecord* record = nullptr;
        std::string age;     // on the briefing's date; empty: undated
        bool stale = false;  // past its max-age
        std::size_t facts = 0, tables = 0;
    };
    const data::Model* model = nullptr;
    std::string date;
    std::vector<Table> tables;
    std::vector<Source> sources;
};

/// Reads every table; faults are the values' to report.
[[nodiscard]] DataListing list_data(bind::Values& values, const std::filesystem::path& root, const std::string& date);
[[nodiscard]] std::string as_text(const DataListing& listing);
[[nodiscard]] std::string as_json(const DataListing& listing);

/// `format`: text (a table), csv or json.
[[nodiscard]] std::string as_format(const data::Rows& rows, const std::string& format);

}  // namespace precis::cli
