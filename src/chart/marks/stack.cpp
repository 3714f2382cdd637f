// chart/marks/stack.cpp: stacked columns, their values inside and the names of their parts beside the last column.
// Stage: doc::Chart -> STACK -> canvas.
#include "chart/marks/stack.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/scales/dodge.h"
#include "chart/scales/lookup.h"
#include "chart/scales/rounded_shares.h"

namespace precis::chart {
namespace {

// docs/design/looks.md#charts: the white between parts, and the percentage of the plot's height from which a part holds
// its value.
constexpr double kParting = 0.7, kLeastShare = 8.5;
// By eye: the gap to names at the side, their pitch and the width they may take, the ground around words on stripes,
// the rise of totals over their column.
constexpr double kNameGap = 7, kNamePitch = 9.2, kMostNames = 0.4, kPlate = 4, kTotalLift = 4.2;
constexpr double kWhiteWords = 4.2;  // contrast from which words on a fill are white; by eye on the gallery
constexpr double kVisible = 0.05;    // thinner parts are not drawn

double height_share(const ValueScale& scale, const Part& part) {
    return 100 * std::abs(part.to - part.from) / std::max(scale.domain.hi - scale.domain.lo, 1e-300);
}

}  // namespace

bool fits_inside(const ValueScale& scale, const Part& part, const Label& label, double width) {
    const double height = std::abs(scale(part.to) - scale(part.from));
    return height_share(scale, part) >= kLeastShare && height >= label.cap + 2.4 && label.width + 2 <= width;
}

base::Color word_on(const base::Color& ground, const Inks& inks) {
    const base::Color white{255, 255, 255};
    if (base::contrast(white, ground) >= kWhiteWords) return white;
    // On dark slides ink is light: the slide's own colour is then the darker one.
    return base::contrast(inks.ink, ground) >= base::contrast(inks.ground, ground) ? inks.ink : inks.ground;
}

bool has_negative(const doc::Chart& chart) {
    for (const auto& series : chart.series)
        for (const auto& value : series.values)
            if (value.number.value_or(0) < 0) return true;
    return false;
}

double total_of(const doc::Chart& chart, std::size_t category) {
    double total = 0;
    for (const auto& series : chart.series) total += series.values[category].number.value_or(0);
    return total;
}

/// Where the first part begins: at zero; below zero if answers diverge around their middle or the stack is a stream.
double origin_of(const doc::Chart& chart, std::size_t category, bool negative) {
    if (chart.stack == vocabulary::Stack::stream) return -total_of(chart, category) / 2;
    if (chart.stack != vocabulary::Stack::diverging || negative) return 0;
    double before = 0;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const double value = chart.series[s].values[category].number.value_or(0);
        if (2 * s + 1 < chart.series.size()) before += value;
        if (2 * s + 1 == chart.series.size()) before += value / 2;
    }
    return -before;
}

/// Rounds the shares of a category together, so that they add up to 100.
void round_together(const doc::Chart& chart, std::vector<std::vector<Part>>& parts, std::size_t category) {
    std::vector<double> amounts;
    for (const auto& series : chart.series) amounts.push_back(series.values[category].number.value_or(0));
    const auto shares = rounded_shares(amounts, 0);
    for (std::size_t s = 0; s < parts.size(); ++s) parts[s][category].rounded = shares.percent[s];
}

std::vector<std::vector<Part>> stacked_parts(const doc::Chart& chart) {
    std::vector<std::vector<Part>> parts(chart.series.size(), std::vector<Part>(chart.categories.size()));
    const bool percent = chart.stack == vocabulary::Stack::percent, negative = has_negative(chart);
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const double total = total_of(chart, c);
        const double factor = !percent ? 1 : total > 0 ? 100 / total : 0;
        double up = origin_of(chart, c, negative) * factor, down = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const double value = chart.series[s].values[c].number.value_or(0) * factor;
            double& reach = value >= 0 ? up : down;
            parts[s][c] = {reach, reach + value,
                           total != 0 ? 100 * chart.series[s].values[c].number.value_or(0) / total : 0, std::nullopt};
            reach += value;
        }
        if (percent && chart.rounding == vocabulary::Rounding::largest_remainder) round_together(chart, parts, c);
    }
    return parts;
}

bool crosses_zero(const doc::Chart& chart) {
    const auto parts = stacked_parts(chart);
    return std::any_of(parts.begin(), parts.end(), [](const auto& of_series) {
        return std::any_of(of_series.begin(), of_series.end(),
                           [](const Part& part) { return part.from < -1e-9 && part.to > 1e-9; });
    });
}

bool is_without_values(const doc::Chart& chart, std::size_t category) {
    return std::none_of(chart.series.begin(), chart.series.end(),
                        [&](const auto& series) { return series.values[category].number.has_value(); });
}

Unit total_unit(const doc::Chart& chart, std::size_t category) {
    if (value_axis_of(chart).is_set()) return Unit::bare;
    return category == 0 || chart.format.unit == "percent" ? Unit::symbol : Unit::bare;
}

std::string part_words(const doc::Chart& chart, const doc::Value& value, const Part& part, const locale::Locale& locale,
                       Unit unit) {
    // Percentages that add up to 100 are the shares themselves, and are printed as published.
    constexpr double kRounding = 2;
    const double whole = part.share > 0 && value.number ? 100 * *value.number / part.share : 100;
    const bool published = chart.format.unit == "percent" && std::abs(whole - 100) <= kRounding;
    if (chart.stack != vocabulary::Stack::percent || published || !value.number)
        return value_words(value, chart.format, unit, locale);
    const auto figures = number_words(part.rounded.value_or(part.share), {}, 0, Unit::bare, locale);
    return unit == Unit::symbol ? locale.percent(figures) : figures;
}

namespace {
double widest_side_name(Canvas& canvas, const doc::Chart& chart) {
    double width = 0;
    const auto parts = stacked_parts(chart);
    const TextLook look = canvas.strong_look();
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        if (chart.series[s].name.empty() || chart.categories.empty()) continue;
        const std::size_t last = chart.categories.size() - 1;
        const auto words = chart.series[s].name + " " +
                           part_words(chart, chart.series[s].values[last], parts[s][last], canvas.locale());
        width = std::max(width, canvas.measure(words, look).width);
    }
    return width;
}
}  // namespace

bool side_names_fit(Canvas& canvas, const doc::Chart& chart) {
    return widest_side_name(canvas, chart) <= canvas.width() * kMostNames;
}

double width_of_side_names(Canvas& canvas, const doc::Chart& chart) {
    const double width = widest_side_name(canvas, chart);
    const double slack = canvas.is_narrow() ? 0 : 4;  // beside the last column of its step, which is wider on pages
    return width > 0 ? std::min(width, canvas.width() * kMostNames) + kNameGap - slack : 0;
}

std::vector<std::optional<double>> draw_side_names(Canvas& canvas, const doc::Chart& chart,
                                                   const std::vector<std::vector<Part>>& parts,
                                                   const LastColumn& column, const ValueScale& scale) {
    struct Name {
        std::size_t series = 0;
        Label label;
    };
    std::vector<std::optional<double>> middles(chart.series.size());
    std::vector<Name> names;
    std::vector<double> wanted;
    const std::size_t last = chart.categories.size() - 1;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto& value = chart.series[s].values[last];
        if (chart.series[s].name.empty() || is_absent(value)) continue;
        const TextLook look = canvas.strong_look().in(canvas.tones().series(s).text);
        const std::string number = part_words(chart, value, parts[s][last], canvas.locale());
        const Label inner = canvas.measure(number, look);
        const bool striped = look_of(canvas.tones().series(s), value.status, canvas.tones()).hatch.has_value();
        const bool inside = fits_inside(scale, parts[s][last], inner, column.width) &&
                            (!striped || inner.width + 2 * kPlate <= column.width);
        Label label = canvas.measure(inside ? chart.series[s].name : chart.series[s].name + " " + number, look);
        const double y = (scale(parts[s][last].from) + scale(parts[s][last].to)) / 2;
        names.push_back({s, label});
        wanted.push_back(y);
    }
    const double pitch = kNamePitch * canvas.unit();
    auto places = dodge(wanted, pitch, {std::min(scale.from, scale.to) + 3, std::max(scale.from, scale.to) - 3});
    const Annotating annotating(canvas);  // an editor has no names beside its columns
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Label& label = names[i].label;
        const double middle = places ? (*places)[i] : wanted[i];
        middles[names[i].series] = middle;
        canvas.offer(label, {column.right + kNameGap, middle + label.cap / 2});
    }
    return middles;
}

bool put_on_mark(Canvas& canvas, const std::string& words, const Look& look, const base::Rect& mark) {
    const auto ground = look.hatch ? canvas.inks().ground : look.fill.value_or(canvas.inks().ground);
    const Label label = canvas.measure(words, canvas.value_look().in(word_on(ground, canvas.inks())));
    const base::Point middle{mark.x + mark.width / 2, mark.y + mark.height / 2};
    if (look.hatch) {
        const double half = label.width / 2 + (look.fill ? kPlate / 2 : kPlate), rise = label.cap / 2 + kPlate;
        const double low = look.fill ? label.cap / 2 + 1.2 : rise;  // least height: patterns need less air than stripes
        // The plate covers at most four fifths of a pattern, so that the pattern is still recognised.
        const double most = look.fill ? 0.8 * mark.width : mark.width;
        if (2 * half > most || 2 * low > mark.height) return false;
        canvas.add(Layer::marks, filled(rectangle({middle.x - half, middle.y - std::min(rise, mark.height / 2),
                                                   2 * half, 2 * std::min(rise, mark.height / 2)}),
                                        canvas.inks().ground));
    }
    canvas.put(label, {middle.x, middle.y + label.cap / 2}, Anchor::center);
    return true;
}

std::vector<std::optional<double>> draw_stack(Canvas& canvas, const doc::Chart& chart, const Slots& slots,
                                              const BandScale& band, const ValueScale& scale) {
    if (chart.categories.empty()) return {};
    const auto parts = stacked_parts(chart);
    const TextLook look = canvas.value_look();
    const bool totals = shows_totals(chart);
    bool unit_printed = false;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const double x = band.begin(slots.of[c]), width = band.width();
        double highest = scale(0);
        // The number of a part that is the whole column is printed as the total already.
        const auto shown = std::count_if(chart.series.begin(), chart.series.end(),
                                         [&](const auto& series) { return series.values[c].number.value_or(0) != 0; });
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            const Part& part = parts[s][c];
            const double y0 = scale(part.from), y1 = scale(part.to);
            highest = std::min({highest, y0, y1});
            if (!value.number || std::abs(y1 - y0) < kVisible) continue;
            const Tone& tone = canvas.tones().series(s);
            const Look mark = look_of(tone, value.status, canvas.tones());
            const double top = std::min(y0, y1), deep = std::abs(y1 - y0);
            // The white between parts is taken off each part's upper edge.
            const double cut = deep > 2 * kParting && part.from + part.to != 0 ? kParting : 0;
            const double inset = mark.outline ? kMarkOutline / 2 : 0;
            const base::Rect box{x + inset, top + cut + inset, width - 2 * inset, deep - cut - 2 * inset};
            canvas.add(Layer::marks, painted(rectangle(box), mark));
            canvas.spot({x + width / 2, (y0 + y1) / 2}, chart, s, c);
            if (!wants_label(chart, s, c) || (totals && shown == 1)) continue;
            const bool fits_unit =
                c == 0 && !totals &&
                fits_inside(scale, part,
                            canvas.measure(part_words(chart, value, part, canvas.locale(), total_unit(chart, 0)), look),
                            width);
            const std::string words =
                part_words(chart, value, part, canvas.locale(), fits_unit ? total_unit(chart, 0) : Unit::bare);
            const Label label = canvas.measure(words, look);
            if (!fits_inside(scale, part, label, width)) {
                // The last column's number goes beside it, with the name.
                const bool aside = chart.legend == vocabulary::Legend::direct && c + 1 == chart.categories.size();
                if (chart.labels == vocabulary::Labels::all && !aside) canvas.dropped(label.text);
                continue;
            }
            const base::Point foot{x + width / 2, top + (deep + cut) / 2 + label.cap / 2};
            if (canvas.is_free(canvas.place(label, foot, Anchor::center))) {
                const bool put = put_on_mark(canvas, words, mark, {x, top + cut, width, deep - cut});
                if (!put && chart.labels == vocabulary::Labels::all) canvas.dropped(label.text);
            } else
                canvas.dropped(label.text);  // a line runs through it
        }
        if (totals && !is_without_values(chart, c)) {
            const auto measured = [&](Unit unit) {
                return canvas.measure(
                    number_words(total_of(chart, c), chart.format, decimals_of(chart), unit, canvas.locale()), look);
            };
            // The unit stands at the first total that has room for it; percent signs stand at each.
            Label total = measured(total_unit(chart, unit_printed ? c : 0));
            if (total.width + 4 > band.step())
                total = measured(Unit::bare);
            else
                unit_printed = true;
            const base::Point at{x + width / 2, highest - kTotalLift};
            if (total.width + 4 <= band.step())
                canvas.offer(total, at, Anchor::center);
            else
                canvas.dropped(total.text);
        }
    }
    if (chart.legend == vocabulary::Legend::direct)
        return draw_side_names(canvas, chart, parts, {band.begin(slots.of.back()) + band.width(), band.width()}, scale);
    std::vector<std::optional<double>> middles;
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        middles.emplace_back((scale(parts[s].back().from) + scale(parts[s].back().to)) / 2);
    return middles;
}

}  // namespace precis::chart
