// Ridges: one scale, one row a series, in the order of birth, so that the begins form a stair. Later rows are painted
// over earlier ones; curves are monotone between points, so that they never rise above the data.
#include "chart/ridges.h"

#include <algorithm>
#include <cmath>

#include "chart/scales/monotone.h"
#include "locale/locale.h"

namespace precis::chart {
namespace {

constexpr double kFloor = 18;     // for the years, under the last base line
constexpr double kTallest = 3.4;  // rows that the highest value rises
constexpr double kNameGap = 7;
constexpr int kPlain = 400, kLit = 800;  // weights
constexpr double kDaysAYear = 365.25;

struct Ridge {
    const doc::Chart::Series* series = nullptr;
    std::size_t first = 0, last = 0;  // of its numbers
};

struct Plot {
    base::Rect box;
    double first_day = 0, last_day = 1, largest = 1, step = 1;
    double left = 0;  // where time begins: names stand before it
    double x(double day) const {
        return left + (box.right() - left) * (day - first_day) / std::max(1.0, last_day - first_day);
    }
    double base_y(std::size_t row) const { return box.bottom() - kFloor - step * static_cast<double>(row); }
};

std::vector<Ridge> ridges_of(const doc::Chart& chart) {
    std::vector<Ridge> all;
    for (const auto& series : chart.series) {
        Ridge ridge{&series, 0, 0};
        bool any = false;
        for (std::size_t i = 0; i < series.values.size() && i < chart.periods.size(); ++i) {
            if (!series.values[i].number) continue;
            if (!any) ridge.first = i;
            ridge.last = i;
            any = true;
        }
        if (any) all.push_back(ridge);
    }
    std::stable_sort(all.begin(), all.end(), [](const Ridge& a, const Ridge& b) { return a.first < b.first; });
    return all;
}

std::vector<scene::PathStep> curve(const std::vector<base::Point>& p) {
    std::vector<scene::PathStep> steps{scene::MoveTo{p.front()}};
    const auto m = monotone_slopes(p);
    for (std::size_t i = 1; i < p.size(); ++i) {
        const double third = (p[i].x - p[i - 1].x) / 3;
        steps.emplace_back(scene::CurveTo{
            {p[i - 1].x + third, p[i - 1].y + m[i - 1] * third}, {p[i].x - third, p[i].y - m[i] * third}, p[i]});
    }
    return steps;
}

scene::Path stroke(std::vector<scene::PathStep> steps, const base::Color& color, double width) {
    scene::Path path;
    path.steps = std::move(steps);
    path.stroke = scene::Stroke{color, width, {}, true};
    return path;
}

scene::Path dot(base::Point at, double r, const base::Color& color) {
    const double k = r * 0.5523;
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x + r, at.y}},
                  scene::CurveTo{{at.x + r, at.y + k}, {at.x + k, at.y + r}, {at.x, at.y + r}},
                  scene::CurveTo{{at.x - k, at.y + r}, {at.x - r, at.y + k}, {at.x - r, at.y}},
                  scene::CurveTo{{at.x - r, at.y - k}, {at.x - k, at.y - r}, {at.x, at.y - r}},
                  scene::CurveTo{{at.x + k, at.y - r}, {at.x + r, at.y - k}, {at.x + r, at.y}},
                  scene::ClosePath{}};
    path.fill = color;
    return path;
}

class Painter {
  public:
    Painter(const doc::Chart& chart, base::Rect box, const RidgeLook& look, const Context& context)
        : chart_(chart), look_(look), context_(context), rows_(ridges_of(chart)) {
        plot_.box = box;
        plot_.first_day = chart.periods.front().begin_day;
        plot_.last_day = chart.periods.back().end_day;
        for (const auto& row : rows_) {
            for (const auto& value : row.series->values)
                plot_.largest = std::max(plot_.largest, value.number.value_or(0));
        }
        plot_.left = box.x;
        // No name may stand further left than the box: of its own width, less where its ridge begins later.
        for (const auto& row : rows_) {
            const auto& period = chart.periods[row.first];
            const double share = ((period.begin_day + period.end_day) / 2 - plot_.first_day) /
                                 std::max(1.0, plot_.last_day - plot_.first_day);
            const double name = width_of(row.series->name, row.series->highlighted ? kLit : kPlain) + kNameGap;
            plot_.left = std::max(plot_.left, box.x + (name - share * box.width) / (1 - share));
        }
        plot_.step = (box.height - kFloor) / (static_cast<double>(rows_.size()) + 1);
    }

    std::vector<scene::Item> run() {
        if (rows_.empty()) return {};
        years();
        const auto count = rows_.size();
        for (std::size_t i = 0; i < count; ++i) ridge(rows_[i], plot_.base_y(count - 1 - i));
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

    void word(const std::string& text, int weight, const base::Color& color, double x, double y, double share_left) {
        auto run = run_of(text, weight);
        run.color = color;
        const auto line = context_.setter->set_line(run);
        if (!line.has_value()) return;
        for (auto glyphs : line.value().runs) {
            glyphs.origin.x += x - line.value().width * share_left;
            glyphs.origin.y += y;
            items_.emplace_back(std::move(glyphs));
        }
    }

    void years() {
        const double bottom = plot_.box.bottom();
        for (int year = 1901; year < 2199; ++year) {
            const auto days = locale::parse_period(std::to_string(year));
            if (!days || days->begin < plot_.first_day || days->begin > plot_.last_day - kDaysAYear / 4) continue;
            const double x = plot_.x(days->begin);
            items_.emplace_back(stroke({scene::MoveTo{{x, plot_.box.y}}, scene::LineTo{{x, bottom - kFloor + 4}}},
                                       base::mixed(look_.rule, look_.ground, 0.45), 0.5));
            word(std::to_string(year), kPlain, look_.words, x, bottom - 2, 0.5);
        }
    }

    void ridge(const Ridge& row, double base_y) {
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
        items_.emplace_back(
            stroke({scene::MoveTo{{points.front().x, base_y}}, scene::LineTo{{points.back().x, base_y}}},
                   lit ? line : look_.rule, 0.6));
        items_.emplace_back(stroke(std::move(steps), line, lit ? 1.5 : 1));
        items_.emplace_back(dot(points.front(), 1.8, line));
        word(row.series->name, lit ? kLit : kPlain, lit ? look_.highlight : look_.words, points.front().x - kNameGap,
             base_y - 1.5, 1);
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
    return Painter(chart, box, look, context).run();
}

}  // namespace precis::chart
