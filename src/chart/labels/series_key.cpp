// chart/labels/series_key.cpp: a legend without a box, for series whose marks have no room for names of their own.
// Stage: tones -> SERIES KEY -> canvas.
#include "chart/labels/series_key.h"

#include "chart/canvas/shapes.h"

namespace precis::chart {

namespace {

void put_swatch(Canvas& canvas, const Tone& tone, const base::Rect& at) {
    scene::Path path = filled(rectangle(at), tone.mark);
    path.hatch = look_of(tone, data::Status::actual, canvas.tones(), 2.6).hatch;
    canvas.add(Layer::marks, std::move(path));
}

}  // namespace

double draw_series_key(Canvas& canvas, const doc::Chart& chart, double left, double top) {
    if (chart.legend == vocabulary::Legend::none) return 0;
    constexpr double kGap = 3.4, kBetween = 12;
    // A pattern is recognised on a larger swatch than a colour.
    const double square = canvas.tones().theme().patterns ? 7.6 : 5.2;
    const TextLook look = canvas.value_look().sized(canvas.label_look().size);
    const double row = canvas.row_of(look) + 1;
    double x = left, y = top + look.size * 0.8;
    bool any = false;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        if (chart.series[s].name.empty()) continue;
        const Tone& tone = canvas.tones().series(s);
        const Label label = canvas.measure(chart.series[s].name, look.in(tone.text));
        if (x > left && x + square + kGap + label.width > canvas.width()) {
            x = left;
            y += row;
        }
        if (canvas.offer(label, {x + square + kGap, y})) put_swatch(canvas, tone, {x, y - square, square, square});
        x += square + kGap + label.width + kBetween;
        any = true;
    }
    return any ? y - top + look.size * 0.25 + 5 : 0;
}

}  // namespace precis::chart
