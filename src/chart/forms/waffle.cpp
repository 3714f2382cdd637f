// chart/forms/waffle.cpp: a hundred squares, each a percent, filled in rows from the lower left; names beside the
// middle of their squares. Stage: doc::Chart -> FORM waffle -> canvas.
#include <algorithm>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/forms/shares.h"
#include "chart/labels/end_labels.h"

namespace precis::chart {
namespace {
constexpr int kSide = 10;         // squares in a row
constexpr double kGap = 0.14;     // white between squares, of a cell
constexpr double kOutline = 0.5;  // thinner than that of other marks, which are larger
}  // namespace

double draw_waffle(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const auto shares = shares_of(canvas, chart);
    const auto cells = cells_of(shares, kSide * kSide);
    std::vector<EndLabel> names;
    double widest = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        Label label =
            canvas.measure(chart.categories[shares[i].category], canvas.strong_look().in(shares[i].tone.text));
        if (chart.labels != vocabulary::Labels::none) {
            label = canvas.joined(
                canvas.measure(share_words(canvas, chart, shares[i]), canvas.value_look().in(shares[i].tone.text)),
                label, 4);
            const std::string amount = amount_words(canvas, chart, shares[i]);
            const Label more = canvas.measure(amount, canvas.label_look());
            if (label.width + more.width + 5 < canvas.width() * 0.5) label = canvas.joined(label, more, 4);
        }
        widest = std::max(widest, label.width);
        names.push_back(
            {label, {}, 0, shares[i].tone.mark, shares[i].tone.voice == Tone::Voice::loud, shares[i].value});
    }
    const double room = std::max(canvas.width() - widest - 16, canvas.width() * 0.3);
    const double side = std::min(frame.wish.value_or(frame.usual), room);
    const double cell = side / kSide;
    int at = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Look look =
            look_of(shares[i].tone, chart.series.front().values[shares[i].category].status, canvas.tones(), 2.4);
        const int first = at;
        for (int k = 0; k < cells[i]; ++k, ++at) {
            const int row = at / kSide, column = at % kSide;
            const base::Rect square{column * cell, side - (row + 1) * cell, cell * (1 - kGap), cell * (1 - kGap)};
            canvas.add(Layer::marks, painted(rectangle(square), look, kOutline));
        }
        const double middle = (first + std::max(cells[i], 1) / 2.0) / kSide;
        canvas.spot({side / 2, std::clamp(side - middle * cell, 0.0, side)}, chart, 0, shares[i].category);
        names[i].end = {side, std::clamp(side - middle * cell, 0.0, side)};
    }
    canvas.take({0, 0, side - cell * kGap, side});
    draw_end_labels(canvas, names, side + 8, {0, side});
    return side;
}

}  // namespace precis::chart
