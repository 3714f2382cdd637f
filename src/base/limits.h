// base/limits.h: how much one run takes, so that no input can fill the memory or keep the program for ever.
//
// One table for all rooms: docs/reference/limits.md is written from it. The numbers hold for a process; the command
// line may raise them before any work begins (`--limit query-cells=8000000`), workers inherit them. Nothing else
// writes them. Whoever meets a limit says what was asked for and how to raise it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace precis::base {

enum class Limit {
    run_seconds,
    run_memory,
    run_steps,
    query_seconds,
    query_cells,
    query_bytes,
    query_memory,
    table_cells,
    json_bytes,
    json_values,
    yaml_bytes,
    yaml_values,
    part_bytes,
    part_tags,
    workbook_bytes,
    picture_bytes,
    picture_pixels,
    drawing_seconds,
    drawing_memory,
    chart_marks,
    chart_series,
    outline_points,
    pdf_bytes,
    record_bytes,
};

struct LimitRow {
    Limit limit;
    std::string_view name;  // on the command line
    std::int64_t usual;
    std::string_view sentence;  // what is counted
};
/// In the order of the enumerators.
[[nodiscard]] std::span<const LimitRow> limit_rows();

/// The number that holds now.
[[nodiscard]] std::int64_t limit(Limit which);
/// For the command line alone, before work begins. False if no limit has that name, or the number is below 1.
bool set_limit(std::string_view name, std::int64_t number);

/// A limit that was met.
struct Exceeded {
    Limit limit;
    std::int64_t asked;
};

/// "raise it with --limit query-cells=8000000", with a number that suffices for `asked`.
[[nodiscard]] std::string how_to_raise(Limit which, std::int64_t asked);

}  // namespace precis::base
