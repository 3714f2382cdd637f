// chart/forms/shares.cpp: loud parts take accents; up to three quiet ones take tints, more take the palette.
// Stage: doc::Chart -> SHARES -> donut, waffle.
#include "chart/forms/shares.h"

#include <algorithm>

#include "chart/canvas/numbers.h"
#include "chart/scales/rounded_shares.h"

namespace precis::chart {

namespace {

/// How each share is printed: rounded by itself, or all together so that they add up to 100.
void round_shares(std::vector<Share>& shares, vocabulary::Rounding rounding) {
    constexpr double kRoundsToOne = 0.95;  // smaller shares have a decimal
    std::vector<double> amounts;
    int least = 0;
    for (auto& share : shares) {
        share.printed = share.percent;
        share.decimals = share.percent > 0 && share.percent < kRoundsToOne ? 1 : 0;
        least = std::max(least, share.decimals);
        amounts.push_back(share.percent);
    }
    if (rounding == vocabulary::Rounding::each) return;
    const auto rounded = shares_over_zero(amounts, least);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i].printed = rounded.percent[i];
        shares[i].decimals = rounded.decimals;
    }
}

}  // namespace

std::vector<Share> shares_of(const Canvas& canvas, const doc::Chart& chart) {
    std::vector<Share> shares;
    const auto& theme = canvas.tones().theme();
    double most = 0, sum = 0;
    for (const auto& value : chart.series.front().values) most = std::max(most, value.number.value_or(0));
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const double number = chart.series.front().values[c].number.value_or(0);
        if (number <= 0) continue;
        shares.push_back({c, number, number / most, {}, 0, 0});
        sum += number / most;
    }
    for (auto& share : shares) share.percent = 100 * share.percent / sum;
    round_shares(shares, chart.rounding);
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
        if (const auto own = canvas.tones().of_name(chart.categories[share.category])) {
            share.tone = *own;
            patterned(share);
            continue;
        }
        if (loud(share)) {
            share.tone = louds++ == 0 ? canvas.tones().accent() : Tone{warm, theme.highlight_text, Tone::Voice::loud};
            patterned(share);
            continue;
        }
        base::Color color = theme.rest;
        if (quiet <= 3 && chart.colors.empty())
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
    std::vector<double> amounts;
    for (const auto& share : shares) amounts.push_back(share.percent);
    std::vector<int> cells;
    for (const long units : largest_remainders(amounts, count)) cells.push_back(static_cast<int>(units));
    return cells;
}

std::string share_words(const Canvas& canvas, const doc::Chart& chart, const Share& share) {
    if (chart.format.unit == "percent")
        return value_words(chart.series.front().values[share.category], chart.format, Unit::symbol, canvas.locale());
    return canvas.locale().percent(number_words(share.printed, {}, share.decimals, Unit::bare, canvas.locale()));
}

std::string amount_words(const Canvas& canvas, const doc::Chart& chart, const Share& share) {
    if (chart.format.unit == "percent") return {};
    const bool in_the_middle = chart.form == vocabulary::Form::donut;  // of the ring, where the noun is printed
    const Unit unit = unit_without_axis(chart.format, share.category == 0 && !in_the_middle);
    return value_words(chart.series.front().values[share.category], chart.format, unit, canvas.locale());
}

}  // namespace precis::chart
