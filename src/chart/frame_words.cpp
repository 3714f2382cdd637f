// chart/frame_words.cpp: the title of an axis of names over the rows or under the plot, that of an axis of values under
// or over a plot that lies; swatches of the colour scale. Stage: doc::Chart -> FRAME WORDS -> canvas.
//
// Value axes that stand print their title themselves, at the top tick (axes/value_axis.h), and points at both axes
// (forms/scatter.h).
#include "chart/frame_words.h"

#include <algorithm>

#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/panels/panel_chart.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

using vocabulary::Form;

constexpr double kSwatch = 9, kSwatchGap = 3, kKeyGap = 10;  // of the key; in units of the canvas
constexpr double kBaseline = 0.75;                           // of a row's height

/// Titles by their place.
struct Titles {
    std::string over_left, over_right, under;
};

Titles titles_of(const doc::Chart& chart) {
    const auto& form = row_of(chart.form);
    if (chart.facets && !has_series_panels(chart) && (form.points || !is_lying(chart)))
        return {chart.y_axis.title, {}, chart.x_axis.title};
    if (form.points) return {};
    if (chart.form == Form::heatmap) return {chart.y_axis.title, chart.x_axis.title, {}};
    if (chart.form == Form::histogram) return {{}, {}, chart.x_axis.title};
    if (!is_lying(chart)) return {{}, {}, chart.x_axis.title};
    Titles titles;
    titles.over_left = chart.y_axis.title;
    (chart.x_axis.opposite ? titles.over_right : titles.under) = chart.x_axis.title;
    return titles;
}

double row_of_words(const Canvas& canvas) {
    return canvas.row_of(canvas.label_look()) + 2;
}

double draw_color_key(Canvas& canvas, const doc::Chart& chart, double top) {
    const auto* color = doc::channel_of(chart, vocabulary::Channel::color);
    const auto& scale = canvas.tones().color_scale();
    if (color == nullptr || scale.colors.empty()) return top;
    const Annotating annotating(canvas);
    const double u = canvas.unit(), y = top + row_of_words(canvas) * kBaseline, square = 5.2 * u;
    double x = 0;
    if (!color->label.empty()) {
        const Label label = canvas.measure(color->label, canvas.label_look());
        canvas.put(label, {x, y});
        x += label.width + kKeyGap * u;
    }
    auto format = color->format;
    format.decimals = -1;
    std::vector<Label> words;
    double wide = x;
    for (std::size_t i = 0; i < scale.colors.size(); ++i) {
        const Unit unit = i + 1 == scale.colors.size() ? Unit::symbol : Unit::bare;
        words.push_back(
            canvas.measure(number_words(scale.breaks[i], format, -1, unit, canvas.locale()), canvas.label_look()));
        wide += (kSwatch + kSwatchGap + kKeyGap) * u + words.back().width;
    }
    const auto put_swatch = [&](std::size_t i) {
        canvas.add(Layer::marks, filled(rectangle({x, y - square, kSwatch * u, square}), scale.colors[i]));
        x += kSwatch * u;
    };
    // Without room for all words the swatches touch, between the first word and the last.
    const bool brief = wide - kKeyGap * u > canvas.width();
    if (brief) {
        canvas.put(words.front(), {x, y});
        x += words.front().width + kSwatchGap * u;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        put_swatch(i);
        if (brief && i + 1 < words.size()) continue;
        x += kSwatchGap * u;
        canvas.put(words[i], {x, y});
        x += words[i].width + kKeyGap * u;
    }
    return top + row_of_words(canvas);
}

bool has_color_key(const Canvas& canvas) {
    return !canvas.tones().color_scale().colors.empty();
}

}  // namespace

FrameRoom frame_room(const Canvas& canvas, const doc::Chart& chart) {
    const auto titles = titles_of(chart);
    const double row = row_of_words(canvas);
    FrameRoom room;
    if (has_color_key(canvas)) room.over += row;
    if (!titles.over_left.empty() || !titles.over_right.empty()) room.over += row;
    if (!titles.under.empty()) room.under = row;
    return room;
}

void draw_frame_words(Canvas& canvas, const doc::Chart& chart, const FrameRoom& room, double height) {
    if (room.over == 0 && room.under == 0) return;
    const auto titles = titles_of(chart);
    const TextLook look = canvas.label_look();
    double top = -room.over;
    if (has_color_key(canvas)) top = draw_color_key(canvas, chart, top);
    const double baseline = top + row_of_words(canvas) * kBaseline;
    const auto put = [&](const std::string& title, base::Point at, Anchor anchor) {
        const Label label = canvas.measure(title, look);
        if (label.width > canvas.width())
            canvas.dropped(title);
        else
            canvas.put(label, at, anchor);
    };
    if (!titles.over_left.empty()) put(titles.over_left, {0, baseline}, Anchor::left);
    if (!titles.over_right.empty()) put(titles.over_right, {canvas.width(), baseline}, Anchor::right);
    if (!titles.under.empty())
        put(titles.under, {canvas.width(), height + row_of_words(canvas) * kBaseline}, Anchor::right);
    canvas.move_down(room.over);
}

}  // namespace precis::chart
