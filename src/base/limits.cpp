// The table of limits, and the numbers that hold.
#include "base/limits.h"

#include <algorithm>
#include <array>

namespace precis::base {
namespace {

constexpr std::int64_t kMega = 1 << 20;

constexpr std::array kRows{
    LimitRow{Limit::run_seconds, "run-seconds", 3600, "Seconds of CPU time of a process; each worker is one."},
    LimitRow{Limit::run_memory, "run-memory", 4096 * kMega, "Bytes of memory of a process; each worker is one."},
    LimitRow{Limit::run_steps, "run-steps", 20'000'000'000,
             "Steps of SQLite in all queries of a process, beside the limit that each query has by the rows loaded."},
    LimitRow{Limit::query_seconds, "query-seconds", 300, "Seconds of CPU time that a query takes."},
    LimitRow{Limit::query_cells, "query-cells", 4'000'000, "Cells that a query gives."},
    LimitRow{Limit::query_bytes, "query-bytes", 256 * kMega, "Bytes of the texts that a query gives."},
    LimitRow{Limit::query_memory, "query-memory", 256 * kMega,
             "Bytes that SQLite takes while a query runs, to sort and group, beside the tables."},
    LimitRow{Limit::table_cells, "table-cells", 20'000'000, "Cells of a table in JSON or YAML, empty ones included."},
    LimitRow{Limit::json_bytes, "json-bytes", 256 * kMega, "Bytes of a JSON file."},
    LimitRow{Limit::json_values, "json-values", 2'000'000, "Values of a JSON file."},
    LimitRow{Limit::yaml_bytes, "yaml-bytes", 16 * kMega, "Bytes of a YAML file."},
    LimitRow{Limit::yaml_values, "yaml-values", 2'000'000, "Keys and values of a YAML file."},
    LimitRow{Limit::part_bytes, "part-bytes", 128 * kMega,
             "Bytes of a part of a workbook or archive, unpacked; of all XML of a deck that is checked."},
    LimitRow{Limit::part_tags, "part-tags", 12'000'000,
             "Tags and attributes in a part of a workbook, and in all XML of a deck that is checked."},
    LimitRow{Limit::workbook_bytes, "workbook-bytes", 512 * kMega,
             "Bytes of the texts of a sheet's cells, each as often as cells have it."},
    LimitRow{Limit::picture_bytes, "picture-bytes", 64 * kMega, "Bytes of a picture's file."},
    LimitRow{Limit::picture_pixels, "picture-pixels", 40'000'000, "Pixels of a picture."},
    LimitRow{Limit::drawing_seconds, "drawing-seconds", 5, "Seconds of CPU time in which an SVG is drawn."},
    LimitRow{Limit::drawing_memory, "drawing-memory", 512 * kMega, "Bytes of memory in which an SVG is drawn."},
    LimitRow{Limit::chart_marks, "chart-marks", 2'000'000,
             "Places for values in a chart: its series times its categories."},
    LimitRow{Limit::chart_series, "chart-series", 1'000, "Series or panels of a chart."},
    LimitRow{Limit::outline_points, "outline-points", 1'000'000, "Points of the outlines of a map."},
    LimitRow{Limit::pdf_bytes, "pdf-bytes", 256 * kMega, "Bytes of the streams of a PDF that is checked, unpacked."},
    LimitRow{Limit::record_bytes, "record-bytes", 64 * kMega, "Bytes of a file of facts or sources, as UTF-8."},
};

std::array<std::int64_t, kRows.size()>& numbers() {
    static std::array<std::int64_t, kRows.size()> held = [] {
        std::array<std::int64_t, kRows.size()> usual{};
        for (std::size_t i = 0; i < kRows.size(); ++i) usual[i] = kRows[i].usual;
        return usual;
    }();
    return held;
}

}  // namespace

std::span<const LimitRow> limit_rows() {
    return kRows;
}

std::int64_t limit(Limit which) {
    return numbers()[static_cast<std::size_t>(which)];
}

bool set_limit(std::string_view name, std::int64_t number) {
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const LimitRow& r) { return r.name == name; });
    if (row == kRows.end() || number < 1) return false;
    numbers()[static_cast<std::size_t>(row->limit)] = number;
    return true;
}

std::string how_to_raise(Limit which, std::int64_t asked) {
    const auto& row = kRows[static_cast<std::size_t>(which)];
    auto enough = std::max(limit(which), std::int64_t{1});
    while (enough < asked && enough < (std::int64_t{1} << 60)) enough *= 2;
    if (enough == limit(which)) enough *= 2;
    return "raise it with --limit " + std::string(row.name) + "=" + std::to_string(enough);
}

}  // namespace precis::base
