// deck/chart_edit.h: new data in a chart that a person may have restyled. Private to the room.
// Stage: a chart's part in the deck, its entry, the same chart of a new build -> CHART EDIT -> series, categories,
// values and labels of the new build in the looks of the old one; its workbook replaced, or put back where a program
// has dropped it. Errors: none; a chart whose data were edited is left, with a change that says so.
#pragma once
#include <string>
#include <vector>

#include "deck/change.h"
#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

/// A chart's part, and its deck.
struct ChartSide {
    Package& package;
    std::string path;
};

/// Whether the series are those that were written: no other value, name or category. Programs that write charts anew
/// (`rewritten`) may add series that carry labels.
[[nodiscard]] bool same_series(pugi::xml_node chart_space, const std::vector<std::uint32_t>& written, bool rewritten);

/// The changes of values, "series · category"; makes the chart say what the fresh one says.
std::vector<Change> refresh_chart(const ChartSide& chart, const ShapeRecord& written, const ChartSide& fresh);

}  // namespace precis::deck
