// data/files/sheet_range.h: cells, ranges and references of sheets as authors and workbooks write them: 'Q1
// data'!A10:S387. Stage: within DATA, for workbooks. Private to the room. Pure. In: texts. Out: columns and rows from
// 1, both ends included. Errors: nullopt.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace precis::data {

// The largest sheet has 16,384 columns (XFD); the bound on rows only keeps the number small.
inline constexpr std::size_t kMostSheetColumns = 16384, kMostSheetRows = 10'000'000;

struct Corner {
    std::size_t column = 0, row = 0;  // from 1; 0: no limit
    bool operator==(const Corner&) const = default;
};
struct Range {
    Corner from{1, 1}, to{};
    bool operator==(const Range&) const = default;
};

/// The cell that `B3` or `$B$3` names.
[[nodiscard]] std::optional<Corner> corner_of(std::string_view text);
/// `B3:F20`, `B3`, whole columns `B:F`, whole rows `3:20`; dollar signs allowed.
[[nodiscard]] std::optional<Range> range_of(std::string_view text);
/// A column's letters: 1 gives A, 27 gives AA.
[[nodiscard]] std::string letters(std::size_t column);

struct SheetReference {
    std::string sheet;                 // without quotes
    bool quoted = false;               // it was in single quotes
    std::optional<std::string> cells;  // behind the exclamation mark
};
/// The parts of `Data`, `Data!B3:F20` or `'Q1 data'!B3:F20`; a quote inside quotes is doubled.
[[nodiscard]] SheetReference reference_of(std::string_view text);
/// The reference as authors write it: `Data`, `'Q1 data'`, `'2024'`.
[[nodiscard]] std::string sheet_text(std::string_view sheet);

}  // namespace precis::data
