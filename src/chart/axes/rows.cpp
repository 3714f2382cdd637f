// chart/axes/rows.cpp: how high rows are, and their words.
// Stage: doc::Chart -> ROWS -> bars, dots.
#include "chart/axes/rows.h"

#include <algorithm>

#include "chart/canvas/numbers.h"

namespace precis::chart {
namespace {
constexpr double kLeastStep = 10.5, kMostStep = 19.6, kDetailStep = 27;
constexpr double kGap = 10;         // between words and the zero line
constexpr double kOvershoot = 1.2;  // of the zero line beyond the bars
constexpr double kMostLabelShare = 0.45;
}  // namespace

bool is_sectioned(const doc::Chart& chart) {
    if (chart.series.size() < 2) return false;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto present = std::count_if(chart.series.begin(), chart.series.end(),
                                           [&](const auto& series) { return !is_absent(series.values[c]); });
        if (present > 1) return false;
    }
    return true;
}

bool row_words_are_long(Canvas& canvas, const doc::Chart& chart) {
    for (const auto& category : chart.categories)
        if (canvas.measure(category, canvas.label_look()).width > canvas.width() * 0.42) return true;
    return false;
}

Rows rows_of(Canvas& canvas, const doc::Chart& chart, std::optional<double> wish, double usual) {
    Rows rows;
    const double u = canvas.unit();
    const bool details = std::any_of(chart.category_details.begin(), chart.category_details.end(),
                                     [](const auto& detail) { return !detail.empty(); });
    const bool sections = is_sectioned(chart);
    const bool stacked = chart.stack != "none" && !sections;
    const std::size_t abreast = sections || stacked ? 1 : std::max<std::size_t>(chart.series.size(), 1);
    const double count = static_cast<double>(std::max<std::size_t>(chart.categories.size(), 1));
    const double least = std::max(details ? kDetailStep * u : kLeastStep * u,
                                  abreast > 1 ? 9.8 * u * static_cast<double>(abreast) / 0.78 : 0.0);
    const double most = std::max(details ? kDetailStep * 1.3 * u : kMostStep * u, least);
    rows.step = std::clamp((wish ? *wish : usual) / count, least, wish ? std::max(most, 28 * u * u) : most);

    double words_width = 0;
    const double measure = canvas.width() * kMostLabelShare;
    std::size_t section = chart.series.size();
    std::size_t most_lines = 1;
    std::vector<Row> made;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        Row row;
        row.category = c;
        row.bars = abreast;
        const bool loud = c < chart.category_highlighted.size() && chart.category_highlighted[c];
        const TextLook look = (loud ? canvas.strong_look() : canvas.label_look()).in(canvas.inks().ink);
        Label whole = canvas.measure(chart.categories[c], look);
        if (whole.width <= measure)
            row.words.push_back(std::move(whole));
        else
            row.words = canvas.wrapped(chart.categories[c], look, measure);
        most_lines = std::max(most_lines, row.words.size());
        if (c < chart.category_details.size() && !chart.category_details[c].empty())
            row.detail = canvas.measure(chart.category_details[c],
                                        canvas.label_look().sized(canvas.label_look().size - 0.6 * u));
        if (row.detail && row.detail->width > measure) {
            if (canvas.panel().row_words) canvas.dropped(row.detail->text);
            row.detail.reset();
        }
        for (const auto& line : row.words) words_width = std::max(words_width, line.width);
        if (row.detail) words_width = std::max(words_width, row.detail->width);
        for (std::size_t s = 0; sections && s < chart.series.size(); ++s) {
            if (is_absent(chart.series[s].values[c]) || s == section) continue;
            row.section = canvas.measure(chart.series[s].name, canvas.strong_look().in(canvas.tones().series(s).text));
            section = s;
        }
        made.push_back(std::move(row));
    }
    // Panels without words of their own have rows as high as those that say them.
    most_lines = static_cast<std::size_t>(
        canvas.common("lines", canvas.panel().row_words ? static_cast<double>(most_lines) : 1));
    if (most_lines > 1)
        rows.step = std::max(rows.step, canvas.row_of(canvas.label_look()) * static_cast<double>(most_lines) + 3);
    rows.bar = rows.step * (details ? 0.55 : abreast > 1 ? 0.78 : rows.step > 17 * u ? 0.62 : 0.7);
    double y = 0;
    for (auto& row : made) {
        if (row.section) {
            if (!rows.runs.empty()) y += 6 * u;
            row.section_baseline = y + row.section->cap + 1;
            y += 13 * u;
            rows.runs.emplace_back(y, y);
        } else if (rows.runs.empty()) {
            rows.runs.emplace_back(y, y);
        }
        row.middle = y + rows.step / 2;
        y += rows.step;
        rows.runs.back().second = y;
    }
    // The zero line reaches a little over the bars, no further.
    for (auto& [from, to] : rows.runs) {
        const double air = std::max((rows.step - rows.bar) / 2 - std::max(kOvershoot, (rows.step - rows.bar) / 3), 0.0);
        from += air;
        to -= air;
    }
    rows.rows = std::move(made);
    rows.label_width = canvas.left_room(words_width > 0 ? words_width + kGap * u : 0);
    rows.height = y;
    return rows;
}

void draw_row_words(Canvas& canvas, const Row& row, double top) {
    if (!canvas.panel().row_words) return;
    const double leading = canvas.row_of(canvas.label_look());
    if (row.section) canvas.offer(*row.section, {0, top + row.section_baseline});
    if (row.words.empty()) return;
    const double lines = static_cast<double>(row.words.size() + (row.detail ? 1 : 0));
    double y = top + row.middle - leading * (lines - 1) / 2 + row.words.front().cap / 2;
    for (const auto& line : row.words) {
        canvas.offer(line, {0, y});
        y += leading;
    }
    if (row.detail) canvas.offer(*row.detail, {0, y});
}

}  // namespace precis::chart
