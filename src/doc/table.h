// doc/table.h: a bound table, and the value that tables and charts are made of. Part of exhibit.h.
// Stage: (3) bind -> DOC -> layout. All texts are as printed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/notation.h"
#include "vocabulary/looks_sets.h"
#include "vocabulary/sets.h"

namespace precis::doc {

/// A value of a chart or table, with what must travel with it.
struct Value {
    std::optional<double> number;  // empty: a text, or not published
    std::string text;              // as printed in charts and tables: `>600`, `43.5`, `–`; without the axis's unit
    std::string category;          // as printed, where the value is a category or a date
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    std::string words;                          // the channel `text`: printed behind the number
    std::vector<std::optional<double>> series;  // a sparkline's numbers
    std::uint16_t note = 0;                     // of a table's cell: counted from 1 in Table::notes; 0: none
    bool operator==(const Value&) const = default;
};

/// The qualifier as charts, tables and tiles print it: ">", "≈" …; empty for exact and unqualified numbers and ranges.
[[nodiscard]] std::string sign_of(data::Qualifier qualifier);

/// A column of a table.
struct TableColumn {
    std::string label;
    std::uint16_t note = 0;         // counted from 1 in Table::notes; 0: none
    std::vector<std::string> over;  // headings over it, the uppermost first
    using Show = vocabulary::Show;
    Show show = Show::text;
    bool numeric = false;  // right-aligned: numbers on the decimal point, words as they are
    bool words = false;    // of a right-aligned column: it holds words, which wrap
    bool centered = false;
    bool is_number() const { return numeric && !words; }
    std::optional<double> width;
    std::optional<vocabulary::PanelScales> scales;  // of sparklines; empty: each its own, months by group
    std::string unit;                               // "percent", "USD", "TWh" …; empty: none, or one for each row
    std::string unit_symbol;                        // as printed behind a number: "%", " TWh"
    bool operator==(const TableColumn&) const = default;
};
/// What a stamp tells: it holds, it does not hold, it is still open; without one the frame is quiet.
enum class StampState { none, positive, negative, pending };
/// A word in a frame over the words of a cell, such as a verdict on what they say.
struct Stamp {
    std::string words;  // empty: none
    StampState state = StampState::none;
    bool operator==(const Stamp&) const = default;
};
struct Table {
    std::vector<TableColumn> columns;
    struct Row {
        enum class Kind { body, group, total } kind = Kind::body;
        std::vector<Value> cells;  // pairs with columns; a group row has its title first
        int level = 1;             // of a group: 1 is the outermost
        // Sums of the rows above this one, printed where a page ends before it: empty, or pairs with columns.
        std::vector<std::string> carried = {};
        std::vector<Stamp> stamps = {};  // empty, or pairs with columns
        std::string link = {};           // address that the words of the first cell lead to; empty: none
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    std::vector<std::string> notes = {};  // of columns and cells in the order of reading, each once; the first is “a”
    bool operator==(const Table&) const = default;
};

}  // namespace precis::doc
