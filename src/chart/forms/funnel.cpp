// chart/forms/funnel.cpp: centred bars of falling width, their values inside or beside, at the right the percentage of
// the step before. Stage: doc::Chart -> FORM funnel -> canvas.
#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/marks/stack.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

constexpr double kTall = 0.8;       // of a bar, by the step of rows
constexpr double kMostShare = 1e6;  // percent; larger ones are not printed
constexpr double kRoundsToOne = 0.95;

/// The percentage of the step before that each step keeps; empty labels without one.
std::vector<Label> kept_labels(Canvas& canvas, const std::vector<doc::Value>& values) {
    std::vector<std::optional<double>> shares(values.size());
    for (std::size_t c = 1; c < values.size(); ++c) {
        const auto &before = values[c - 1].number, &now = values[c].number;
        if (!before || !now || *before <= 0) continue;
        const double share = 100 * (*now / *before);
        if (share < kMostShare) shares[c] = share;
    }
    const bool fine = std::any_of(shares.begin(), shares.end(),
                                  [](const auto& share) { return share && *share > 0 && *share < kRoundsToOne; });
    std::vector<Label> labels(values.size());
    for (std::size_t c = 1; c < values.size(); ++c) {
        if (!shares[c]) continue;
        const std::string figures = number_words(*shares[c], {}, fine ? 1 : 0, Unit::bare, canvas.locale());
        labels[c] = canvas.measure(canvas.locale().percent(figures), canvas.label_look());
    }
    return labels;
}

}  // namespace

double draw_funnel(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit();
    const auto& values = chart.series.front().values;
    const Rows rows = rows_of(canvas, chart, frame.wish.value_or(frame.usual), frame.usual);
    double most = 1e-300, kept_width = 0;
    for (const auto& value : values) most = std::max(most, value.number.value_or(0));
    const auto kept =
        chart.labels == vocabulary::Labels::none ? std::vector<Label>(values.size()) : kept_labels(canvas, values);
    for (const auto& label : kept) kept_width = std::max(kept_width, label.width);
    most = canvas.common("values", Interval{0, most}).hi;
    kept_width = canvas.common("kept", kept_width);
    const double left = rows.label_width, right = canvas.width() - (kept_width > 0 ? kept_width + 8 * u : 0);
    const double middle = (left + right) / 2, widest = std::max(right - left, 4.0);
    const double tall = rows.step * kTall;
    std::optional<base::Rect> before;
    for (const auto& row : rows.rows) {
        const auto& value = values[row.category];
        draw_row_words(canvas, row, 0);
        const double width = widest * value.number.value_or(0) / most;
        const base::Rect at{middle - width / 2, row.middle - tall / 2, width, tall};
        const Tone tone = canvas.tones().mark(0, row.category);
        const Look look = look_of(tone.mark, value.status, canvas.tones());
        if (value.number) {
            if (before)
                canvas.add(Layer::ground, filled(polygon({{before->x, before->bottom()},
                                                          {before->right(), before->bottom()},
                                                          {at.right(), at.y},
                                                          {at.x, at.y}}),
                                                 base::mixed(tone.mark, canvas.inks().ground, 0.18)));
            canvas.add(Layer::marks, painted(rectangle(at), look));
            canvas.spot({middle, row.middle}, chart, 0, row.category);
            before = at;
        }
        if (!wants_label(chart, 0, row.category)) continue;
        std::string words =
            value_words(value, chart.format, unit_without_axis(chart.format, row.category == 0), canvas.locale());
        if (canvas.measure(words, canvas.value_look()).width + 6 > std::max(width, right - at.right()))
            words = value_words(value, chart.format, unit_at_mark(chart.format), canvas.locale());
        Label label = canvas.measure(
            words, canvas.value_look().in(word_on(look.fill.value_or(canvas.inks().ground), canvas.inks())));
        const double baseline = row.middle + label.cap / 2;
        const bool inside = label.width + 6 <= width && label.cap + 2 <= tall && !look.hatch;
        if (!inside) label = canvas.measure(words, canvas.value_look().in(tone.text));
        if (inside)
            canvas.put(label, {middle, baseline}, Anchor::center);
        else if (at.right() + 4 + label.width <= right + 0.01)
            canvas.offer(label, {at.right() + 4, baseline});
        else
            canvas.dropped(label.text);
        const Label& share = kept[row.category];
        if (!share.empty())
            canvas.offer(share, {canvas.width(), row.middle - rows.step / 2 + share.cap / 2}, Anchor::right);
    }
    return rows.height;
}

}  // namespace precis::chart
