// A crowd: one dot for each of a count, dots of all counts of one size and as dense, so that areas are true.
// Source: H. Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44, 1979.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "diag/codes.h"
#include "doc/channels.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/table_grid.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

constexpr double kMostDots = 5000;                           // more are no longer seen one by one
constexpr double kDot = 0.4;                                 // a dot's radius, of the spiral's constant
constexpr double kWidest = 9, kFinest = 0.5, kFiner = 0.05;  // of that constant, in points
constexpr double kBelow = 8, kRowGap = 18, kGap = 20, kWidestGap = 150;

struct Crowd {
    std::size_t category = 0;
    int count = 0;
    std::string name, words;
    bool loud = false;
    double label_width = 0;
    double radius(double c) const { return c * (std::sqrt(static_cast<double>(count)) + kDot); }
    double width(double c) const { return std::max(2 * radius(c), label_width); }
};
using Row = std::vector<Crowd>;

std::vector<Row> rows_of(const std::vector<Crowd>& all, double c, double width) {
    std::vector<Row> rows;
    double x = 0;
    for (const auto& one : all) {
        if (rows.empty() || x + kGap + one.width(c) > width) {
            rows.emplace_back();
            x = one.width(c);
        } else {
            x += kGap + one.width(c);
        }
        rows.back().push_back(one);
    }
    // No one stands alone in a last row.
    if (rows.size() > 1 && rows.back().size() == 1 && rows[rows.size() - 2].size() > 2) {
        auto& before = rows[rows.size() - 2];
        rows.back().insert(rows.back().begin(), std::move(before.back()));
        before.pop_back();
    }
    return rows;
}

double radius_of(const Row& row, double c) {
    double most = 0;
    for (const auto& one : row) most = std::max(most, one.radius(c));
    return most;
}

double height_of(const std::vector<Row>& rows, double c, double label) {
    double sum = 0;
    for (const auto& row : rows) sum += 2 * radius_of(row, c) + kBelow + label;
    return sum + kRowGap * static_cast<double>(rows.size() - 1);
}

scene::Path dots(const Crowd& crowd, base::Point center, double c, const base::Color& color) {
    const double turn = std::numbers::pi * (3 - std::sqrt(5.0)), r = c * kDot;
    scene::Path path;  // one for all dots: a shape for programs that edit
    path.steps.reserve(static_cast<std::size_t>(crowd.count) * 6);
    for (int i = 0; i < crowd.count; ++i) {
        const double from = c * std::sqrt(i + 0.5), angle = turn * i;
        const base::Point p{center.x + from * std::cos(angle), center.y + from * std::sin(angle)};
        scene::append(path, scene::disc(p, r, scene::kRoundedArc));
    }
    path.fill = color;
    return path;
}

void refuse(const SlideDraft& draft, const doc::Exhibit& e, const std::string& why, const char* remedy) {
    draft.setting().out.push_back(diag::error(diag::code::chart_not_available, e.span,
                                              fmt::format("“{}” can't be shown as a crowd: {}", e.id, why), remedy));
}

}  // namespace

void put_crowd(SlideDraft& draft, const doc::Exhibit& e, const style::Slot& slot) {
    auto& s = draft.setting();
    const auto ground = draft.ground_of(&slot);
    const auto at = draft.rect(slot);
    draft.anchor(e.id);
    const auto* chart = std::get_if<doc::Chart>(&e.content);
    if (!chart || chart->series.size() != 1)
        return refuse(draft, e, "a crowd takes one series of counts",
                      "use `chart: bar`, with a name and a count a row");
    const auto& series = chart->series.front();
    const auto* texts = doc::channel_of(*chart, "text");
    std::vector<Crowd> all;
    double sum = 0;
    for (std::size_t i = 0; i < chart->categories.size() && i < series.values.size(); ++i) {
        const auto& value = series.values[i];
        if (!value.number) continue;
        if (*value.number < 0 || *value.number != std::floor(*value.number))
            return refuse(draft, e, fmt::format("“{}” is no whole number of things", chart->categories[i]),
                          "show counts, or use another form");
        sum += *value.number;
        if (sum > kMostDots)
            return refuse(draft, e, fmt::format("more than {:.0f} dots can't be told apart", kMostDots),
                          "show fewer rows, or use `chart: bar`");
        Crowd one{i, static_cast<int>(*value.number), chart->categories[i], value.text, false, 0};
        if (texts && i < texts->values.size() && !texts->values[i].text.empty())
            one.words += " · " + texts->values[i].text;
        one.loud = i < chart->category_highlighted.size() && chart->category_highlighted[i];
        const auto& name = draft.style("crowd-name", ground);
        const auto& words = draft.style("crowd-text", ground);
        one.label_width = std::max(natural_width(s, one.name, name), natural_width(s, one.words, words)) + 2;
        all.push_back(std::move(one));
    }
    if (all.empty()) return;
    const auto& name_style = draft.style("crowd-name", ground);
    const double label = name_style.leading + draft.style("crowd-text", ground).leading;
    // The largest dots with which all rows stand in the slot.
    const auto stands = [&](double c) {
        if (std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.width(c) > at.width; })) return false;
        return height_of(rows_of(all, c, at.width), c, label) <= at.height;
    };
    double low = kWidest;
    while (low >= kFinest && !stands(low)) low -= kFiner;
    if (low < kFinest)
        return draft.overflows("crowd", height_of(rows_of(all, kFinest, at.width), kFinest, label), at.height, e.span);
    const auto rows = rows_of(all, low, at.width);
    auto figure = mark(s, scene::Role::figure);
    figure.alternative = e.alternative.empty() ? chart::describe(*chart, s.locale) : e.alternative;
    figure.id = e.id;
    figure.span = e.span;
    struct Words {
        base::Rect at;
        const Crowd* crowd;
    };
    std::vector<Words> words;
    const double spare = at.height - height_of(rows, low, label);
    double y = at.y + spare / 3;
    for (const auto& row : rows) {
        const double radius = radius_of(row, low);
        double used = 0;
        for (const auto& one : row) used += one.width(low);
        const double share = (at.width - used) / static_cast<double>(std::max<std::size_t>(row.size(), 2) - 1);
        const double gap = std::min(share, kWidestGap);
        double x = at.x;
        for (const auto& one : row) {
            const double width = one.width(low);
            const auto color = draft.color(one.loud ? "mark" : "mark-3", ground);
            if (one.count > 0) figure.items.emplace_back(dots(one, {x + width / 2, y + radius}, low, color));
            words.push_back({{x, y + 2 * radius + kBelow, width, 0}, &one});
            x += width + gap;
        }
        y += 2 * radius + kBelow + label + kRowGap;
    }
    draft.add(std::move(figure));
    for (const auto& one : words)
        draft.put(one.at,
                  {{plain_words(one.crowd->name), one.crowd->loud ? "crowd-name-loud" : "crowd-name"},
                   {plain_words(one.crowd->words), "crowd-text"}},
                  ground);
}

}  // namespace precis::layout
