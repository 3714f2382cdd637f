// chart/notes/growth_column.cpp: a rate for each series in its colour, the total's rate above, the years as heading.
// Stage: stack -> GROWTH COLUMN -> canvas.
#include "chart/notes/growth_column.h"

#include <algorithm>

#include "chart/marks/stack.h"
#include "chart/notes/arrows.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

constexpr double kGap = 9;

/// "CAGR 23–26"; categories that are not years are printed in full.
std::string head_words(const Canvas& canvas, const doc::Chart& chart, std::size_t from, std::size_t to) {
    const auto brief = [&](std::size_t c) {
        const std::string& key = c < chart.category_keys.size() ? chart.category_keys[c] : chart.categories[c];
        const bool year =
            key.size() == 4 && std::all_of(key.begin(), key.end(), [](char d) { return d >= '0' && d <= '9'; });
        return year ? key.substr(2) : chart.categories[c];
    };
    return canvas.word("cagr") + "\u00a0" + brief(from) + "–" + brief(to);
}

struct Growth {
    Label head, total;
    std::vector<Label> rates;  // pairs with the series
};

Label rate_label(Canvas& canvas, const std::optional<double>& rate, const TextLook& look) {
    return canvas.measure(rate ? rate_words(canvas, *rate) : "–", look);
}

std::optional<Growth> growth_of(Canvas& canvas, const doc::Chart& chart) {
    const auto* asked = growth_of_each(chart);
    if (asked == nullptr || asked->ends.size() != 2) return std::nullopt;
    const auto from = category_of(chart, asked->ends[0]), to = category_of(chart, asked->ends[1]);
    if (!from || !to) return std::nullopt;
    Growth growth;
    growth.head = canvas.measure(head_words(canvas, chart, *from, *to), canvas.label_look());
    const TextLook look = canvas.value_look();
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto &a = chart.series[s].values[*from].number, &b = chart.series[s].values[*to].number;
        const auto rate = a && b ? growth_a_year(chart, *from, *to, *a, *b) : std::nullopt;
        growth.rates.push_back(rate_label(canvas, rate, look.in(canvas.tones().series(s).text)));
    }
    const auto rate = growth_a_year(chart, *from, *to, total_of(chart, *from), total_of(chart, *to));
    growth.total = rate_label(canvas, rate, look.in(canvas.inks().ink));
    return growth;
}

}  // namespace

const doc::Annotation* growth_of_each(const doc::Chart& chart) {
    return annotation_of(chart, doc::Annotation::Kind::cagr, true);
}

double width_of_growth(Canvas& canvas, const doc::Chart& chart) {
    const auto growth = growth_of(canvas, chart);
    if (!growth) return 0;
    double width = std::max(growth->head.width, growth->total.width);
    for (const auto& rate : growth->rates) width = std::max(width, rate.width);
    return width + kGap * canvas.unit();
}

double height_of_growth(const Canvas& canvas, const doc::Chart& chart) {
    return growth_of_each(chart) != nullptr ? canvas.row_of(canvas.label_look()) : 0;
}

void draw_growth_column(Canvas& canvas, const doc::Chart& chart, const std::vector<std::optional<double>>& places,
                        double total) {
    const auto growth = growth_of(canvas, chart);
    if (!growth) return;
    canvas.annotating(true);
    const double right = canvas.width();
    double highest = total;
    for (std::size_t s = 0; s < growth->rates.size(); ++s) {
        if (s >= places.size() || !places[s]) continue;
        const Label& rate = growth->rates[s];
        const double baseline = *places[s] + rate.cap / 2;
        highest = std::min(highest, baseline - canvas.row_of(canvas.value_look()));
        canvas.offer(rate, {right, baseline}, Anchor::right);
    }
    const bool sums = shows_totals(chart);
    if (sums) canvas.offer(growth->total, {right, std::min(total, highest)}, Anchor::right);
    const double over = (sums ? std::min(total, highest) : highest) - canvas.row_of(canvas.label_look());
    canvas.offer(growth->head, {right, std::max(over, growth->head.cap + 0.2)}, Anchor::right);
    canvas.annotating(false);
}

}  // namespace precis::chart
