// chart/ridges.cpp: a row for each series, ordered by first value, so that the beginnings form a stair. Rows overlap,
// lower ones on top. Curves are monotone between points, so that they never rise above the data.
// Stage: doc::Chart with a time axis -> RIDGES -> scene items.
#include "chart/ridges.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/shapes.h"
#include "chart/scales/monotone.h"
#include "locale/locale.h"

namespace precis::chart {
namespace {

constexpr double kFloor = 18;     // height of the years, under the lowest baseline
constexpr double kTallest = 3.4;  // rise of the highest value, in rows; by eye
constexpr double kNameGap = 7;    // from a name to the first dot
constexpr double kDot = 1.8;
constexpr int kPlain = 400, kLit = 800;  // weights of names
constexpr double kDaysAYear = 365.25;
constexpr int kFirstYear = 1901, kLastYear = 2199;  // years that the axis can name, the last exclusive

struct Ridge {
    const doc::Chart::Series* series = nullptr;
    std::size_t first = 0, last = 0;  // of its numbers
};

struct Plot {
    base::Rect box;
    double first_day = 0, last_day = 1, largest = 1, step = 1;
    double left = 0;  // x at which time begins; names lie left of their ridges
    double x(double day) const {
        return left + (box.right() - left) * (day - first_day) / std::max(1.0, last_day - first_day);
    }
    double base_y(std::size_t row) const { return box.bottom() - kFloor - step * static_cast<double>(row); }
};

std::vector<Ridge> ridges_of(const doc::Chart& chart) {
    std::vector<Ridge> rows;
    for (const auto& series : chart.series) {
        Ridge ridge{&series, 0, 0};
        bool any = false;
        for (std::size_t i = 0; i < series.values.size() && i < chart.periods.size(); ++i) {
            if (!series.values[i].number) continue;
            if (!any) ridge.first = i;
            ridge.last = i;
            any = true;
        }
        if (any) rows.push_back(ridge);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Ridge& a, const Ridge& b) { return a.first < b.first; });
    return rows;
}

std::vector<scene::PathStep> curve(const std::vector<base::Point>& points) {
    std::vector<scene::PathStep> steps{scene::MoveTo{points.front()}};
    const auto slopes = monotone_slopes(points);
    for (std::size_t i = 1; i < points.size(); ++i)
        steps.emplace_back(curve_between({points[i - 1], slopes[i - 1]}, {points[i], slopes[i]}));
    return steps;
}

scene::Path round_stroke(std::vector<scene::PathStep> steps, const base::Color& color, double width) {
    scene::Path path = stroked(std::move(steps), color, width);
    path.stroke->round_caps = true;
    return path;
}

class RidgePainter {
  public:
    RidgePainter(const doc::Chart& chart, base::Rect box, const RidgeLook& look, const Context& context)
        : chart_(chart), look_(look), context_(context), rows_(ridges_of(chart)) {
        plot_.box = box;
        plot_.first_day = chart.periods.front().begin_day;
        plot_.last_day = chart.periods.back().end_day;
        for (const auto& row : rows_) {
            for (const auto& value : row.series->values)
                plot_.largest = std::max(plot_.largest, value.number.value_or(0));
        }
        plot_.left = box.x;
        // Time begins far enough right for each name to fit into the box left of its ridge.
        for (const auto& row : rows_) {
            const auto& period = chart.periods[row.first];
            const double share = ((period.begin_day + period.end_day) / 2 - plot_.first_day) /
                                 std::max(1.0, plot_.last_day - plot_.first_day);
            const double name = width_of(row.series->name, row.series->highlighted ? kLit : kPlain) + kNameGap;
            plot_.left = std::max(plot_.left, box.x + (name - share * box.width) / (1 - share));
        }
        plot_.step = (box.height - kFloor) / (static_cast<double>(rows_.size()) + 1);
    }

    std::vector<scene::Item> draw() {
        if (rows_.empty()) return {};
        draw_years();
        const auto count = rows_.size();
        for (std::size_t i = 0; i < count; ++i) draw_ridge(rows_[i], plot_.base_y(count - 1 - i));
        return std::move(items_);
    }

  private:
    text::Run run_of(const std::string& text, int weight) const {
        const auto& style = context_.layout->style(look_.style);
        text::Run run;
        run.text = text;
        run.face = {style.family, weight, style.italic};
        run.size = style.size;
        run.figures = text::Figures::tabular;
        return run;
    }

    double width_of(const std::string& text, int weight) const {
        const auto line = context_.setter->set_line(run_of(text, weight));
        return line.has_value() ? line.value().width : 0;
    }

    /// Prints words at the baseline `at`; `share_left` of their width lies left of it.
    void put(const std::string& text, const base::Color& color, base::Point at, double share_left,
             int weight = kPlain) {
        auto run = run_of(text, weight);
        run.color = color;
        const auto line = context_.setter->set_line(run);
        if (!line.has_value()) return;
        for (auto glyphs : line.value().runs) {
            glyphs.origin.x += at.x - line.value().width * share_left;
            glyphs.origin.y += at.y;
            items_.emplace_back(std::move(glyphs));
        }
    }

    void draw_years() {
        const double bottom = plot_.box.bottom();
        for (int year = kFirstYear; year < kLastYear; ++year) {
            const auto days = locale::parse_period(std::to_string(year));
            if (!days || days->begin < plot_.first_day || days->begin > plot_.last_day - kDaysAYear / 4) continue;
            const double x = plot_.x(days->begin);
            items_.emplace_back(round_stroke(polyline({{x, plot_.box.y}, {x, bottom - kFloor + 4}}),
                                             base::mixed(look_.rule, look_.ground, 0.45), 0.5));
            put(std::to_string(year), look_.words, {x, bottom - 2}, 0.5);
        }
    }

    void draw_ridge(const Ridge& row, double base_y) {
        std::vector<base::Point> points;
        for (auto i = row.first; i <= row.last; ++i) {
            const auto& period = chart_.periods[i];
            const double number = std::max(0.0, row.series->values[i].number.value_or(0));
            points.push_back({plot_.x((period.begin_day + period.end_day) / 2),
                              base_y - number / plot_.largest * plot_.step * kTallest});
        }
        const bool lit = row.series->highlighted;
        const auto& line = lit ? look_.highlight : look_.line;
        auto steps = curve(points);
        scene::Path area;
        area.steps = steps;
        area.steps.emplace_back(scene::LineTo{{points.back().x, base_y}});
        area.steps.emplace_back(scene::LineTo{{points.front().x, base_y}});
        area.steps.emplace_back(scene::ClosePath{});
        area.fill = lit ? base::mixed(look_.highlight_area, look_.ground, 0.72) : base::mixed(line, look_.ground, 0.16);
        items_.emplace_back(std::move(area));
        items_.emplace_back(round_stroke(polyline({{points.front().x, base_y}, {points.back().x, base_y}}),
                                         lit ? line : look_.rule, 0.6));
        items_.emplace_back(round_stroke(std::move(steps), line, lit ? 1.5 : 1));
        items_.emplace_back(filled(disc(points.front(), kDot, scene::kRoundedArc), line));
        put(row.series->name, lit ? look_.highlight : look_.words, {points.front().x - kNameGap, base_y - 1.5}, 1,
            lit ? kLit : kPlain);
    }

    const doc::Chart& chart_;
    const RidgeLook& look_;
    const Context& context_;
    std::vector<Ridge> rows_;
    Plot plot_;
    std::vector<scene::Item> items_;
};

}  // namespace

std::vector<scene::Item> ridges(const doc::Chart& chart, base::Rect box, const RidgeLook& look,
                                const Context& context) {
    if (chart.periods.empty() || box.empty()) return {};
    return RidgePainter(chart, box, look, context).draw();
}

}  // namespace precis::chart
