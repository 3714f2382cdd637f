// chart/axes/rows.cpp: heights of rows from the wish and the words, places from top to bottom, words at the left.
// Stage: doc::Chart -> ROWS -> forms with a row for each category.
#include "chart/axes/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/axes/codes.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/short_names.h"

namespace precis::chart {
namespace {
// Steps from row to row: least and most without a wish, the step of rows with a detail, the most with a wish, and the
// least for each of several bars in a row. Units of the canvas; by eye.
constexpr double kLeastStep = 10.5, kMostStep = 19.6, kDetailStep = 27, kMostWished = 28, kLeastBar = 9.8;
// A bar's share of its step, 0.62 to 0.75 for single bars and 0.78 for groups (docs/design/looks.md#charts); less under
// a detail line. Rows over kHighRow have thinner bars.
constexpr double kShare = 0.7, kHighShare = 0.62, kHighRow = 17, kGroupShare = 0.78, kDetailShare = 0.55;
constexpr std::size_t kMostNameLines = 12;
constexpr double kGap = 10;                                       // from the words to the zero line
constexpr double kOvershoot = 1.2;                                // of the zero line beyond the bars
constexpr double kMostLabelShare = 0.45, kLongLabelShare = 0.42;  // of the width: words wrap; words go over their bars

TextLook row_look(const Canvas& canvas, const doc::Chart& chart, std::size_t c) {
    const bool loud = c < chart.category_highlighted.size() && chart.category_highlighted[c];
    return (loud ? canvas.strong_look() : canvas.label_look()).in(canvas.inks().ink);
}

/// The words of one row, its detail under them; a detail that is too wide is dropped.
Row worded_row(Canvas& canvas, const doc::Chart& chart, std::size_t c) {
    const double measure = canvas.width() * kMostLabelShare;
    Row row;
    row.category = c;
    const TextLook look = row_look(canvas, chart, c);
    Label whole = canvas.measure(chart.categories[c], look);
    if (whole.width <= measure)
        row.words.push_back(std::move(whole));
    else
        row.words = short_name(canvas, {chart.categories[c], look}, {measure, kMostNameLines},
                               canvas.wrapped(chart.categories[c], look, measure));
    if (c < chart.category_details.size() && !chart.category_details[c].empty())
        row.detail = canvas.measure(chart.category_details[c],
                                    canvas.label_look().sized(canvas.label_look().size - 0.6 * canvas.unit()));
    if (row.detail && row.detail->width > measure) {
        if (canvas.panel().row_words) canvas.dropped(row.detail->text);
        row.detail.reset();
    }
    return row;
}

/// Sets the places of rows and their sections from top to bottom; rows.rows has the words, rows.step the distance.
void place_rows(Rows& rows, double u) {
    double y = 0;
    for (auto& row : rows.rows) {
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
    rows.height = y;
    // The zero line reaches a little beyond the bars, no farther.
    for (auto& [from, to] : rows.runs) {
        const double air = std::max((rows.step - rows.bar) / 2 - std::max(kOvershoot, (rows.step - rows.bar) / 3), 0.0);
        from += air;
        to -= air;
    }
}

/// Height of the headings between rows; place_rows() leaves the same.
double room_of_sections(const doc::Chart& chart, bool sections, double u) {
    if (!sections) return 0;
    const double count = static_cast<double>(chart.series.size());
    return 13 * u * count + 6 * u * (count - 1);
}

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
        if (canvas.measure(category, canvas.label_look()).width > canvas.width() * kLongLabelShare) return true;
    return false;
}

Rows rows_of(Canvas& canvas, const doc::Chart& chart, std::optional<double> wish, double usual) {
    Rows rows;
    const double u = canvas.unit();
    const bool details = std::any_of(chart.category_details.begin(), chart.category_details.end(),
                                     [](const auto& detail) { return !detail.empty(); });
    const bool sections = is_sectioned(chart);
    const bool stacked = chart.stack != vocabulary::Stack::none && !sections;
    const std::size_t abreast = sections || stacked ? 1 : std::max<std::size_t>(chart.series.size(), 1);
    const double count = static_cast<double>(std::max<std::size_t>(chart.categories.size(), 1));
    const double least = std::max(details ? kDetailStep * u : kLeastStep * u,
                                  abreast > 1 ? kLeastBar * u * static_cast<double>(abreast) / kGroupShare : 0.0);
    const double most = std::max(details ? kDetailStep * 1.3 * u : kMostStep * u, least);
    rows.step = std::clamp((wish ? *wish : usual) / count, least, wish ? std::max(most, kMostWished * u * u) : most);
    const bool exact = canvas.exact_height() && wish.has_value();
    if (exact) rows.step = std::max((*wish - room_of_sections(chart, sections, u)) / count, least);

    double words_width = 0;
    std::size_t section = chart.series.size();
    std::size_t most_lines = 1;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        Row row = worded_row(canvas, chart, c);
        row.bars = abreast;
        most_lines = std::max(most_lines, row.words.size());
        for (const auto& line : row.words) words_width = std::max(words_width, line.width);
        if (row.detail) words_width = std::max(words_width, row.detail->width);
        for (std::size_t s = 0; sections && s < chart.series.size(); ++s) {
            if (is_absent(chart.series[s].values[c]) || s == section) continue;
            row.section = canvas.measure(chart.series[s].name, canvas.strong_look().in(canvas.tones().series(s).text));
            section = s;
        }
        rows.rows.push_back(std::move(row));
    }
    // Panels without words of their own have rows as high as the panels that print them.
    most_lines = static_cast<std::size_t>(
        canvas.common("lines", canvas.panel().row_words ? static_cast<double>(most_lines) : 1));
    if (most_lines > 1)
        rows.step = std::max(rows.step, canvas.row_of(canvas.label_look()) * static_cast<double>(most_lines) + 3);
    rows.bar = rows.step * (details                    ? kDetailShare
                            : abreast > 1              ? kGroupShare
                            : rows.step > kHighRow * u ? kHighShare
                                                       : kShare);
    place_rows(rows, u);
    if (exact && rows.height > *wish + 0.5)
        canvas.fail(code::height_too_small,
                    fmt::format("{:.0f} rows need {:.0f} pt more than the `height` of this chart leaves them", count,
                                std::ceil(rows.height - *wish)),
                    fmt::format("raise `height:` by {:.0f} pt, or leave it out: the rows then make the height",
                                std::ceil(rows.height - *wish)));
    rows.label_width = canvas.left_room(words_width > 0 ? words_width + kGap * u : 0);
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

void record_rows(Canvas& canvas, const Rows& rows, const ValueScale& x, Interval reach, double top) {
    constexpr double kNear = 1.5;  // points that a row may be off its even place
    if (x.logarithmic || x.rooted || x.is_cut() || rows.rows.empty() || !(reach.hi > reach.lo)) return;
    const double first = rows.rows.front().middle, count = static_cast<double>(rows.rows.size());
    const double step = count > 1 ? (rows.rows.back().middle - first) / (count - 1) : rows.step;
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        if (std::abs(rows.rows[i].middle - first - step * static_cast<double>(i)) > kNear || rows.rows[i].section)
            return;
    double left = x(reach.lo), low = reach.lo;
    const double right = x(reach.hi), per_point = (reach.hi - reach.lo) / std::max(right - left, 1e-9);
    if (low < 0 && !canvas.values_ruled() && left > rows.label_width) {  // words before the bars that go down
        low -= (left - rows.label_width) * per_point;
        left = rows.label_width;
    }
    if (step > 0 && right > left)
        canvas.set_plot({left, top + first - step / 2, right - left, step * count}, {low, reach.hi});
}

}  // namespace precis::chart
