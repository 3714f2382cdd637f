// bind/exhibits/exhibit.h: one exhibit of the briefing with its data bound, ready to draw.
#pragma once
#include <optional>

#include "bind/exhibits/grid.h"
#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Its number comes later, when all exhibits have their places. Nothing if its data could not be had.
[[nodiscard]] std::optional<doc::Exhibit> bind_exhibit(Context& context, const spec::Exhibit& exhibit);

/// The form's channels, axis formats, highlights and annotations.
/// Errors: channel_missing, unknown_column, text_on_number_scale, highlight_not_found, bad_value.
/// `origins` gains the sources of numbers that are laid over the data.
[[nodiscard]] doc::Chart bind_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid, Origins& origins);
/// `rounding_shows`: the printed parts of a column do not add up to its printed total, which a note has to say.
[[nodiscard]] doc::Table bind_table(Context& context, const spec::Exhibit& exhibit, const Grid& grid,
                                    bool& rounding_shows);
/// Ends and labels of annotations, once the chart's categories are known.
void bind_annotations(Context& context, const spec::Exhibit& exhibit, doc::Chart& chart, Origins& origins);

/// "n = 820 respondents" where all numbers rest on one base; else empty.
[[nodiscard]] std::string base_line(const Context& context, const Grid& grid);
[[nodiscard]] std::string base_words(const Context& context, const Bound& bound);

}  // namespace precis::bind
