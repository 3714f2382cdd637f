// A crowd: one dot for each thing counted. All dots have one size and one density, so areas are in proportion to
// counts. Source: H. Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44, 1979: dot i is
// at angle i times the golden angle and at radius c √i; here at c √(i + ½), so that no dot is at the centre.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "diag/codes.h"
#include "doc/channels.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/table_grid.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

constexpr double kMostDots = 5000;  // more are no longer seen one by one
constexpr double kDot = 0.4;        // a dot's radius as a share of c, so that dots do not touch
constexpr double kWidest = 9, kFinest = 0.5, kFiner = 0.05;  // values of c that are tried, points
// Points, chosen by eye on the gallery: from a crowd to its label, between rows, between crowds, between few crowds.
constexpr double kBelow = 8, kRowGap = 18, kGap = 20, kWidestGap = 150;
constexpr double kSpareParts = 3;  // of the free height, one part goes above the crowds
constexpr double kRounding = 2;    // points added to a measured label, so that it does not wrap

struct Crowd {
    int count = 0;
    std::string name, words;
    bool highlighted = false;
    double label_width = 0;
    double radius(double c) const { return c * (std::sqrt(static_cast<double>(count)) + kDot); }
    double width(double c) const { return std::max(2 * radius(c), label_width); }
};
using Row = std::vector<Crowd>;

// Deals the crowds out to rows of a width, in order. `c` is the spiral's constant.
std::vector<Row> rows_of(const std::vector<Crowd>& crowds, double c, double width) {
    std::vector<Row> rows;
    double x = 0;
    for (const auto& crowd : crowds) {
        if (rows.empty() || x + kGap + crowd.width(c) > width) {
            rows.emplace_back();
            x = crowd.width(c);
        } else {
            x += kGap + crowd.width(c);
        }
        rows.back().push_back(crowd);
    }
    // A single crowd in the last row gets a neighbour from the row before.
    if (rows.size() > 1 && rows.back().size() == 1 && rows[rows.size() - 2].size() > 2) {
        auto& before = rows[rows.size() - 2];
        rows.back().insert(rows.back().begin(), std::move(before.back()));
        before.pop_back();
    }
    return rows;
}

double radius_of(const Row& row, double c) {
    double most = 0;
    for (const auto& crowd : row) most = std::max(most, crowd.radius(c));
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

// The counts of a chart with their labels; nothing, after an error, if they are no counts or too many.
std::vector<Crowd> crowds_of(const SlideDraft& draft, const doc::Exhibit& e, const GroundName& ground) {
    const auto* chart = std::get_if<doc::Chart>(&e.content);
    if (!chart || chart->series.size() != 1) {
        refuse(draft, e, "a crowd takes one series of counts", "use `chart: bar`, with a name and a count a row");
        return {};
    }
    auto& s = draft.setting();
    const auto& name = draft.style("crowd-name", ground);
    const auto& words = draft.style("crowd-text", ground);
    const auto& values = chart->series.front().values;
    const auto* texts = doc::channel_of(*chart, vocabulary::Channel::text);
    std::vector<Crowd> crowds;
    double sum = 0;
    for (std::size_t i = 0; i < chart->categories.size() && i < values.size(); ++i) {
        const auto& value = values[i];
        if (!value.number) continue;
        if (*value.number < 0 || *value.number != std::floor(*value.number)) {
            refuse(draft, e, fmt::format("the number of “{}” is not a whole number from 0 on", chart->categories[i]),
                   "show counts, or use another form");
            return {};
        }
        sum += *value.number;
        if (sum > kMostDots) {
            refuse(draft, e, fmt::format("more than {:.0f} dots can't be told apart", kMostDots),
                   "show fewer rows, or use `chart: bar`");
            return {};
        }
        Crowd crowd{static_cast<int>(*value.number), chart->categories[i], value.text, false, 0};
        if (texts && i < texts->values.size() && !texts->values[i].text.empty())
            crowd.words += " · " + texts->values[i].text;
        crowd.highlighted = i < chart->category_highlighted.size() && chart->category_highlighted[i];
        crowd.label_width =
            std::max(natural_width(s, crowd.name, name), natural_width(s, crowd.words, words)) + kRounding;
        crowds.push_back(std::move(crowd));
    }
    return crowds;
}

// The largest constant of the spiral with which all rows fit; none if even the smallest does not.
std::optional<double> constant_for(const std::vector<Crowd>& crowds, const base::Rect& at, double label) {
    const auto fits = [&](double c) {
        if (std::any_of(crowds.begin(), crowds.end(), [&](const auto& crowd) { return crowd.width(c) > at.width; }))
            return false;
        return height_of(rows_of(crowds, c, at.width), c, label) <= at.height;
    };
    for (double c = kWidest; c >= kFinest; c -= kFiner) {
        if (fits(c)) return c;
    }
    return std::nullopt;
}

}  // namespace

void put_crowd(SlideDraft& draft, const doc::Exhibit& e, const style::Slot& slot) {
    auto& s = draft.setting();
    const auto ground = draft.ground_of(&slot);
    const auto at = draft.put_content_panel(slot);
    draft.add_anchor(e.id);
    const auto crowds = crowds_of(draft, e, ground);
    if (crowds.empty()) return;
    const double label = draft.style("crowd-name", ground).leading + draft.style("crowd-text", ground).leading;
    const auto constant = constant_for(crowds, at, label);
    if (!constant)
        return draft.report_overflow("crowd", height_of(rows_of(crowds, kFinest, at.width), kFinest, label), at.height,
                                     e.span);
    const double c = *constant;
    const auto rows = rows_of(crowds, c, at.width);
    auto figure = mark(s, scene::Role::figure);
    figure.alternative =
        e.alternative.empty() ? chart::describe(std::get<doc::Chart>(e.content), s.locale) : e.alternative;
    figure.id = e.id;
    figure.span = e.span;
    std::vector<std::pair<base::Rect, const Crowd*>> labels;
    double y = at.y + (at.height - height_of(rows, c, label)) / kSpareParts;
    for (const auto& row : rows) {
        const double radius = radius_of(row, c);
        double used = 0;
        for (const auto& crowd : row) used += crowd.width(c);
        const double share = (at.width - used) / static_cast<double>(std::max<std::size_t>(row.size(), 2) - 1);
        const double gap = std::min(share, kWidestGap);
        double x = at.x;
        for (const auto& crowd : row) {
            const double width = crowd.width(c);
            const auto color = draft.color(crowd.highlighted ? "mark" : "mark-3", ground);
            if (crowd.count > 0) figure.items.emplace_back(dots(crowd, {x + width / 2, y + radius}, c, color));
            labels.push_back({{x, y + 2 * radius + kBelow, width, 0}, &crowd});
            x += width + gap;
        }
        y += 2 * radius + kBelow + label + kRowGap;
    }
    draft.add(std::move(figure));
    for (const auto& [place, crowd] : labels)
        draft.put(place,
                  {{plain_words(crowd->name), crowd->highlighted ? "crowd-name-loud" : "crowd-name"},
                   {plain_words(crowd->words), "crowd-text"}},
                  ground);
}

}  // namespace precis::layout
