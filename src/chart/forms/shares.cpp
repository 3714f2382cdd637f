// chart/forms/shares.cpp: loud parts take accents; up to three quiet ones take tints, more take the palette.
// Stage: doc::Chart -> SHARES -> donut, waffle.
#include "chart/forms/shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/canvas/numbers.h"

namespace precis::chart {

std::vector<Share> shares_of(const Canvas& canvas, const doc::Chart& chart) {
    std::vector<Share> shares;
    const auto& theme = canvas.tones().theme();
    double most = 0, sum = 0;
    for (const auto& value : chart.series.front().values) most = std::max(most, value.number.value_or(0));
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const double number = chart.series.front().values[c].number.value_or(0);
        if (number <= 0) continue;
        shares.push_back({c, number, number / most, {}});
        sum += number / most;
    }
    for (auto& share : shares) share.percent = 100 * share.percent / sum;
    const auto loud = [&](const Share& share) { return canvas.tones().category_loud(share.category); };
    const auto quiet = static_cast<std::size_t>(
        std::count_if(shares.begin(), shares.end(), [&](const auto& share) { return !loud(share); }));
    const base::Color tint = theme.sequential.size() > 2 ? theme.sequential[2] : theme.area;
    const base::Color warm = theme.diverging.size() > 2 ? theme.diverging[2] : theme.highlight;
    const bool any_loud = quiet < shares.size();
    const std::vector<base::Color> few =
        any_loud && quiet == 1 ? std::vector{theme.rest} : std::vector{theme.primary, tint, theme.rest};
    std::size_t louds = 0, seen = 0;
    const auto patterned = [&](Share& share) {
        share.tone.pattern = pattern_at(theme, static_cast<std::size_t>(&share - shares.data()));
    };
    for (auto& share : shares) {
        if (loud(share)) {
            share.tone = louds++ == 0 ? canvas.tones().accent() : Tone{warm, theme.highlight_text, Tone::Voice::loud};
            patterned(share);
            continue;
        }
        base::Color color = theme.rest;
        if (quiet <= 3)
            color = few[std::min(seen, few.size() - 1)];
        else if (!theme.palette.empty())
            color = theme.palette[seen % theme.palette.size()];
        ++seen;
        share.tone = {color, color == theme.rest ? canvas.inks().text : canvas.tones().readable(color),
                      Tone::Voice::plain};
        patterned(share);
    }
    return shares;
}

std::vector<int> cells_of(const std::vector<Share>& shares, int count) {
    std::vector<int> cells;
    std::vector<double> remainders;
    int given = 0;
    for (const auto& share : shares) {
        const double exact = share.percent * count / 100;
        cells.push_back(static_cast<int>(std::floor(exact + 1e-9)));
        remainders.push_back(exact - cells.back());
        given += cells.back();
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < order.size() && given < count; ++i, ++given) ++cells[order[i]];
    return cells;
}

std::string share_words(const Canvas& canvas, const doc::Chart& chart, const Share& share) {
    if (chart.format.unit == "percent")
        return value_words(chart.series.front().values[share.category], chart.format, Unit::symbol, canvas.locale());
    constexpr double kRoundsToOne = 0.95;  // smaller shares have a decimal
    const int decimals = share.percent > 0 && share.percent < kRoundsToOne ? 1 : 0;
    return canvas.locale().percent(number_words(share.percent, {}, decimals, Unit::bare, canvas.locale()));
}

std::string amount_words(const Canvas& canvas, const doc::Chart& chart, const Share& share) {
    if (chart.format.unit == "percent") return {};
    const bool in_the_middle = chart.form == vocabulary::Form::donut;  // of the ring, where the noun is printed
    const Unit unit = unit_without_axis(chart.format, share.category == 0 && !in_the_middle);
    return value_words(chart.series.front().values[share.category], chart.format, unit, canvas.locale());
}

}  // namespace precis::chart
