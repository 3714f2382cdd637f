// web/exhibits.h: an exhibit as a figure: head, drawings or table or picture, notes, and the data behind it.
// Inside the room. Errors: those of chart::draw and picture::load.
#pragma once
#include "web/writing.h"

namespace precis::web {

/// Writes the exhibit, once. Returns whether it takes the width of text and notes.
bool exhibit(Writing& w, html::Writer& out, const doc::Exhibit& exhibit);

/// Title and data of an exhibit that is drawn elsewhere, on a slide; nothing without data.
void exhibit_data(Writing& w, html::Writer& out, const doc::Exhibit& exhibit);

/// The chart as it is drawn for a phone, `id` before the names of its patterns; empty if the exhibit has no chart.
[[nodiscard]] std::string phone_drawing(Writing& w, const doc::Exhibit& exhibit, const std::string& id);

/// A table of a briefing, with its phone form: that of the exhibit, or some of its rows. `id`: before the names of its
/// patterns.
void table(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const doc::Table& table, const std::string& id);

/// The series as a small drawing of `size` points.
[[nodiscard]] std::string sparkline(Writing& w, const std::vector<std::optional<double>>& values, base::Size size,
                                    const std::string& unit, std::optional<std::pair<double, double>> common = {});

}  // namespace precis::web
