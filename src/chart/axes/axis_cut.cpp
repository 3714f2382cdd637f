// chart/axes/axis_cut.cpp: ticks below and above the cut, and a strip of ground between two zigzag lines.
// Stage: doc::Chart -> AXIS CUT -> scales, canvas.
#include "chart/axes/axis_cut.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kGap = 8, kTooth = 5, kAmplitude = 1.5;  // of the axis; of the zigzag. By eye
constexpr std::size_t kMostTicks = 24;  // where the step below the cut is small against the data above
constexpr double kSlack = 1e-9;         // of a step

}  // namespace

AxisCut axis_cut(const Canvas& canvas, const doc::Chart& chart) {
    if (chart.cut.size() != 2) return {};
    return {{chart.cut[0], chart.cut[1]}, kGap * canvas.unit()};
}

Ticks cut_ticks(const AxisCut& cut, Interval data, int wanted, std::optional<double> own) {
    const Interval drawn{cut.drawn(data.lo), cut.drawn(data.hi)};
    Ticks ticks = own ? stepped_ticks(drawn, *own) : nice_ticks(drawn, wanted);
    const double step = ticks.step;
    std::vector<double> values;
    for (const double value : ticks.values)
        if (value <= cut.interval.lo + step * kSlack) values.push_back(value);
    const double from = std::ceil(cut.interval.hi / step - kSlack);
    const double to = std::max(from, std::ceil(data.hi / step - kSlack));
    for (double i = from; i <= to && values.size() < (own ? 2 * kMostTicks : kMostTicks); ++i)
        values.push_back(i * step);
    ticks.values = std::move(values);
    return ticks;
}

void draw_break(Canvas& canvas, Lie lie, const ValueScale& scale, double begin, double end) {
    const auto at = [&](double along, double across) {
        return lie == Lie::level ? base::Point{along, across} : base::Point{across, along};
    };
    const double cut_begin = scale(scale.cut.lo), cut_end = scale(scale.cut.hi);
    const double low = std::min(cut_begin, cut_end) + kAmplitude, high = std::max(cut_begin, cut_end) - kAmplitude;
    const int teeth = std::max(2, static_cast<int>(std::lround((end - begin) / kTooth)));
    const auto edge = [&](double along) {
        std::vector<base::Point> points;
        for (int i = 0; i <= teeth; ++i)
            points.push_back(at(along + (i % 2 == 0 ? -kAmplitude : kAmplitude), begin + (end - begin) * i / teeth));
        return points;
    };
    const auto first = edge(low), second = edge(high);
    auto outline = first;
    outline.insert(outline.end(), second.rbegin(), second.rend());
    canvas.add(Layer::rims, filled(polygon(outline), canvas.inks().ground));
    for (const auto& line : {first, second})
        canvas.add(Layer::rims, stroked(polyline(line), canvas.inks().quiet_text, 0.7));
    const base::Point a = at(low - kAmplitude, begin), b = at(high + kAmplitude, end);
    canvas.take({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)});
}

}  // namespace precis::chart
