// chart/forms/map_key.cpp: swatches that touch, with the begin of each class under it; circles with their numbers.
// Stage: scales -> MAP KEY -> canvas.
#include "chart/forms/map_key.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"

namespace precis::chart {
namespace {

constexpr double kSwatch = 24, kTall = 5.5, kAir = 7, kGap = 14;  // in units of the canvas
constexpr double kDrop = 3;                                       // from a swatch to the word under it
constexpr double kShares[] = {1, 0.2};                            // of the largest size, that circles show

/// The largest of 1, 2 and 5 × 10^k that is not over the number.
double round_under(double number) {
    const double power = std::pow(10, std::floor(std::log10(number) + 1e-9));
    for (const double step : {5.0, 2.0})
        if (step * power <= number * (1 + 1e-9)) return step * power;
    return power;
}

}  // namespace

double draw_class_key(Canvas& canvas, const ClassKey& key, double top) {
    const double u = canvas.unit(), row = canvas.row_of(canvas.label_look());
    double y = top;
    if (!key.label.empty()) {
        const Label label = canvas.measure(key.label, canvas.label_look());
        canvas.offer(label, {0, y + row * 0.75});
        y += row + 1;
    }
    auto format = key.format;
    format.decimals = -1;
    std::vector<Label> words;
    double widest = 0;
    for (std::size_t i = 0; i < key.scale.breaks.size(); ++i) {
        const bool last = i + 1 == key.scale.breaks.size();
        words.push_back(canvas.measure(
            number_words(key.scale.breaks[i], format, -1, last ? Unit::symbol : Unit::bare, canvas.locale()),
            canvas.label_look()));
        if (!last) widest = std::max(widest, words.back().width);  // the last may be wider than its swatch
    }
    const double count = static_cast<double>(words.size());
    const bool lacks = key.no_data.fill || key.no_data.hatch;
    const Label absent = canvas.measure(canvas.word("no-data"), canvas.label_look());
    double swatch = std::min(std::max(kSwatch * u, widest + 4),
                             (canvas.width() - (words.empty() ? 0 : words.back().width)) / std::max(count, 1.0));
    if (lacks)  // a little narrower, if all then stand in one row
        swatch = std::clamp((canvas.width() - absent.width - kGap * u) / std::max(count, 1.0),
                            std::min(widest + 4, swatch), swatch);
    const auto put = [&](double x, double width, scene::Path look, const Label& word) {
        look.steps = rectangle({x, y, width - 0.5, kTall * u});
        canvas.add(Layer::marks, std::move(look));
        canvas.offer(word, {x, y + kTall * u + word.cap + kDrop});
    };
    for (std::size_t i = 0; i < words.size(); ++i)
        put(swatch * static_cast<double>(i), swatch, filled({}, key.scale.colors[i]), words[i]);
    const double taken = kTall * u + kDrop + row;
    if (lacks) {
        double x = swatch * (count - 1) + std::max(swatch, words.empty() ? 0 : words.back().width) + kGap * u;
        if (x + absent.width > canvas.width()) {
            x = 0;
            y += taken;
        }
        put(x, std::min(kSwatch * u, swatch), key.no_data, absent);
    }
    return y - top + taken + kAir * u * 0.5;
}

double draw_size_key(Canvas& canvas, const SizeKey& key, double top) {
    const double u = canvas.unit(), row = canvas.row_of(canvas.label_look());
    struct Circle {
        double radius;
        Label word;
    };
    std::vector<Circle> circles;
    double width = 0, tall = row;
    for (const double share : kShares) {
        const double size = round_under(key.largest * share), radius = std::sqrt(size / key.largest) * key.most_radius;
        const Unit unit = circles.empty() ? Unit::symbol : Unit::bare;
        circles.push_back(
            {radius, canvas.measure(number_words(size, key.format, -1, unit, canvas.locale()), canvas.label_look())});
        width += 2 * radius + circles.back().word.width + 11 * u;
        tall = std::max(tall, 2 * radius + 2);
    }
    std::reverse(circles.begin(), circles.end());
    const Label label = canvas.measure(key.label, canvas.label_look());
    double x = 0;
    const double middle = top + tall / 2;
    if (label.width + 8 * u + width <= canvas.width()) {
        canvas.offer(label, {0, middle + label.cap / 2});
        x = label.width + 8 * u;
    } else {
        canvas.dropped(key.label);
    }
    for (const auto& circle : circles) {
        canvas.add(Layer::marks,
                   stroked(disc({x + circle.radius, middle}, circle.radius), canvas.inks().quiet_mark, 0.8));
        x += 2 * circle.radius + 3 * u;
        canvas.offer(circle.word, {x, middle + circle.word.cap / 2});
        x += circle.word.width + 8 * u;
    }
    return tall + kAir * u * 0.5;
}

}  // namespace precis::chart
