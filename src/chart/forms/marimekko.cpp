// chart/forms/marimekko.cpp: columns as wide as their sizes, divided by shares, so that areas are amounts.
// Stage: doc::Chart with a size for each category -> FORM marimekko -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/labels/series_key.h"
#include "chart/marks/stack.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kParting = 0.7;                     // white between parts: docs/design/looks.md#charts
constexpr double kTotalLift = 4.2, kTotalRow = 4.4;  // of totals over their column; room for them, beside the size
constexpr double kFoot = 13, kDrop = 10.8;           // words of the axis: height, baseline. Units of the canvas
constexpr double kVisible = 0.05;                    // thinner parts are not drawn

/// The size of each category: from `size:`, else the sum of its parts.
std::vector<double> sizes_of(const doc::Chart& chart) {
    const auto* channel = channel_of(chart, vocabulary::Channel::size);
    std::vector<double> sizes;
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        sizes.push_back(std::max(channel ? number_at(channel, c).value_or(0) : total_of(chart, c), 0.0));
    return sizes;
}

struct Column {
    double left = 0, width = 0;
};

std::vector<Column> columns_of(const std::vector<double>& sizes, double width) {
    double sum = 0;
    const double most = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    for (const double size : sizes) sum += most > 0 ? size / most : 0;
    std::vector<Column> columns;
    double left = 0;
    for (const double size : sizes) {
        const double share = sum > 0 ? size / most / sum : 1.0 / static_cast<double>(sizes.size());
        columns.push_back({left, width * share});
        left += width * share;
    }
    return columns;
}

}  // namespace

double draw_marimekko(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit(), height = frame.wish.value_or(frame.usual);
    double top =
        chart.legend == vocabulary::Legend::top && chart.series.size() > 1 ? draw_series_key(canvas, chart, 0, 0) : 0;
    const double names = chart.legend == vocabulary::Legend::direct ? width_of_side_names(canvas, chart) : 0;
    const double right = canvas.width() - (names > 0 ? names + 4 : 0);
    const auto parts = stacked_parts(chart);
    const auto sizes = sizes_of(chart);
    const auto columns = columns_of(sizes, right);
    const TextLook look = canvas.value_look();
    top += look.size * 0.8 + kTotalRow;
    const double bottom = height - kFoot * u;
    const ValueScale y{{0, 100}, bottom, top, false};
    const auto* channel = channel_of(chart, vocabulary::Channel::size);
    const doc::AxisFormat& format = channel ? channel->format : chart.format;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const bool last = c + 1 == columns.size();
        const double width = std::max(columns[c].width - (last ? 0 : kParting), 0.1),
                     middle = columns[c].left + width / 2;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            const Part& part = parts[s][c];
            const double y1 = y(part.to), deep = y(part.from) - y1;
            if (!value.number || deep < kVisible) continue;
            const Tone& tone = canvas.tones().series(s);
            const Look mark = look_of(tone, value.status, canvas.tones());
            const double cut = deep > 2 * kParting && part.from > 0 ? kParting : 0;
            const base::Rect box{columns[c].left, y1, width, deep - cut};
            canvas.add(Layer::marks, painted(rectangle(box), mark));
            canvas.spot({middle, y1 + deep / 2}, chart, s, c);
            if (chart.labels == vocabulary::Labels::none || (mark.hatch && !mark.fill)) continue;
            std::string words = part_words(chart, value, part, canvas.locale(), c == 0 ? Unit::symbol : Unit::bare);
            if (c == 0 && !fits_inside(y, part, canvas.measure(words, look), width))
                words = part_words(chart, value, part, canvas.locale());
            if (fits_inside(y, part, canvas.measure(words, look), width)) put_on_mark(canvas, words, mark, box);
        }
        const Label total = canvas.measure(
            number_words(sizes[c], format, format.decimals >= 0 ? -1 : decimals_of(chart), Unit::bare, canvas.locale()),
            look);
        const base::Point over{canvas.center_inside(middle, total), top - kTotalLift};
        if (chart.labels != vocabulary::Labels::none) canvas.offer(total, over, Anchor::center);
        const Label word = canvas.measure(chart.categories[c], canvas.tones().category_loud(c)
                                                                   ? canvas.strong_look().in(canvas.inks().ink)
                                                                   : canvas.label_look());
        canvas.offer(word, {canvas.center_inside(middle, word), bottom + kDrop * u}, Anchor::center, height + 0.5);
    }
    draw_baseline(canvas, 0, right, bottom);
    if (chart.legend == vocabulary::Legend::direct && !columns.empty())
        draw_side_names(canvas, chart, parts, {right, columns.back().width}, y);
    return height;
}

}  // namespace precis::chart
