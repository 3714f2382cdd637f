// chart/forms/waterfall.cpp: totals and the changes that lead from one to the next: upright, or level if words are long
// or steps many. Stage: doc::Chart -> FORM waterfall -> canvas.
#include "chart/forms/waterfall.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "chart/axes/band_axis.h"
#include "chart/axes/rows.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/marks/bar_mark.h"
#include "chart/scales/lookup.h"
#include "chart/scales/scale.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

constexpr double kGap = 4;
constexpr std::size_t kMostUpright = 10;     // steps; more are drawn level
constexpr std::size_t kMostLines = 3;        // of a category under an upright step
constexpr double kRounding = 0.005;          // of a total: parts that were rounded may miss their sum by so much
constexpr double kLift = 3.1, kShare = 0.7;  // of words over their bar; of a bar in its step

}  // namespace

std::vector<Step> steps_of(const doc::Chart& chart) {
    std::vector<Step> steps;
    double running = 0;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const auto number = chart.series.front().values[c].number;
        Step step;
        step.total = c < chart.category_total.size() && chart.category_total[c];
        if (step.total) {
            step.to = number.value_or(running);
            step.disagrees = c > 0 && number && std::abs(*number - running) > kRounding * std::abs(*number) + 1e-9;
            running = step.to;
        } else {
            step.known = number.has_value();
            step.from = running;
            running += number.value_or(0);
            step.to = running;
        }
        steps.push_back(step);
    }
    return steps;
}

namespace {

class Waterfall {
  public:
    Waterfall(Canvas& canvas, const doc::Chart& chart) : canvas_(canvas), chart_(chart), steps_(steps_of(chart)) {
        for (std::size_t c = 0; c < steps_.size(); ++c) {
            const Step& step = steps_[c];
            extent_ = {std::min({extent_.lo, step.from, step.to}), std::max({extent_.hi, step.from, step.to})};
            words_.push_back(canvas.measure(words_of(c), canvas.value_look().in(tone(c).text)));
        }
    }

    double draw(const Frame& frame) {
        for (std::size_t c = 0; c < steps_.size(); ++c)
            if (steps_[c].disagrees) warn_of(c);
        const double step = canvas_.width() / static_cast<double>(std::max<std::size_t>(steps_.size(), 1));
        bool upright = steps_.size() <= kMostUpright;
        for (std::size_t c = 0; upright && c < steps_.size(); ++c) {
            if (words_[c].width > step - 2) upright = false;
            const auto lines = canvas_.wrapped(chart_.categories[c], canvas_.label_look(), step - 4);
            for (const auto& line : lines) upright = upright && line.width <= step - 2 && lines.size() <= kMostLines;
        }
        if (chart_.lying)
            upright = !*chart_.lying;
        else
            upright = canvas_.common("lies", upright ? 0.0 : 1.0) == 0;
        extent_ = canvas_.common("values", extent_);
        return upright ? draw_upright(frame) : draw_level(frame);
    }

  private:
    std::string words_of(std::size_t c) const {
        const doc::Value& value = chart_.series.front().values[c];
        if (!steps_[c].known) return "–";
        const Unit unit = unit_of(c);
        if (steps_[c].total)
            return value.number && value.qualifier != data::Qualifier::none
                       ? value_words(value, chart_.format, unit, canvas_.locale())
                       : number_words(steps_[c].to, chart_.format, decimals_of(chart_), unit, canvas_.locale());
        return doc::sign_of(value.qualifier) + change_words(*value.number, chart_, canvas_.locale(), unit);
    }
    /// The first step and the totals have the unit; changes between them are printed short.
    Unit unit_of(std::size_t c) const {
        return c == 0 || steps_[c].total ? unit_without_axis(chart_.format, c == 0) : Unit::bare;
    }
    Tone tone(std::size_t c) const {
        const auto& theme = canvas_.tones().theme();
        if (steps_[c].total) return {canvas_.inks().text, canvas_.inks().ink, Tone::Voice::plain};
        const base::Color color = steps_[c].to < steps_[c].from ? theme.negative : theme.positive;
        return {color, canvas_.tones().readable(color), Tone::Voice::plain};
    }
    /// Warns that a total is not the sum of the changes before it.
    void warn_of(std::size_t c) {
        const double sum = c > 0 ? steps_[c - 1].to : 0;
        canvas_.warn(diag::code::parts_do_not_sum,
                     fmt::format("the changes before “{}” add up to {}, its own value is {}", chart_.categories[c],
                                 number_words(sum, chart_.format, decimals_of(chart_), Unit::bare, canvas_.locale()),
                                 words_of(c)),
                     "add the change that is missing, or leave the total's value empty");
    }

    double draw_level(const Frame& frame) {
        doc::Chart named = chart_;  // with the names of totals highlighted
        named.category_highlighted = chart_.category_total;
        const Rows rows = rows_of(canvas_, named, frame.wish, frame.usual);
        const double left = rows.label_width;
        double per_unit = 1e9;
        const double size = std::max({extent_.hi, -extent_.lo, 1e-300});
        for (std::size_t c = 0; c < steps_.size(); ++c) {
            const double reach = (std::max(steps_[c].from, steps_[c].to) / size) - extent_.lo / size;
            if (reach > 0) per_unit = std::min(per_unit, (canvas_.width() - left - words_[c].width - kGap - 1) / reach);
        }
        per_unit = per_unit == 1e9 ? 0 : std::max(per_unit, 0.0);
        // Panels on one scale leave the same room for words: the widest of all panels.
        double widest = 0;
        for (const auto& words : words_) widest = std::max(widest, words.width + kGap + 1);
        widest = canvas_.common("after", widest);
        if (canvas_.panel().common != nullptr && extent_.hi > extent_.lo)
            per_unit = std::max(canvas_.width() - left - widest, 1.0) / (extent_.hi / size - extent_.lo / size);
        const auto x_of = [&](double value) { return left + per_unit * (value / size - extent_.lo / size); };
        for (const auto& row : rows.rows) {
            const std::size_t c = row.category;
            draw_row_words(canvas_, row, 0);
            const Step& step = steps_[c];
            const double begin = row.middle - rows.bar / 2;
            draw_step({Lie::level, x_of(step.from), x_of(step.to), begin, rows.bar, false}, c);
            const double right = std::max(x_of(step.from), x_of(step.to));
            canvas_.take(
                {std::min(x_of(step.from), x_of(step.to)), begin, std::abs(x_of(step.to) - x_of(step.from)), rows.bar});
            if (wants_label(chart_, 0, c)) canvas_.offer(words_[c], {right + kGap, row.middle + words_[c].cap / 2});
            if (c + 1 < steps_.size())
                canvas_.rule(Layer::grid, {x_of(step.to), row.middle + rows.bar / 2},
                             {x_of(step.to), row.middle + rows.step - rows.bar / 2}, link());
        }
        canvas_.add(Layer::rims, stroked(polyline({{x_of(0), 0}, {x_of(0), rows.height}}), canvas_.inks().ink, 0.75));
        return rows.height;
    }

    double draw_upright(const Frame& frame) {
        const double height = frame.wish.value_or(frame.usual);
        doc::Chart axis_chart = chart_;
        Slots slots;
        slots.count = steps_.size();
        for (std::size_t c = 0; c < slots.count; ++c) slots.of.push_back(c);
        axis_chart.periods.clear();
        const BandScale band{0, canvas_.width(), slots.count, kShare};
        BandAxis words = band_axis(canvas_, axis_chart, slots, band.step(), AxisTicks::years);
        words.height = canvas_.foot_room(words.height);
        if (!canvas_.panel().foot_words) words.words.clear();
        const double over = canvas_.value_look().size * 0.8 + 4;
        const ValueScale y{extent_, height - words.height - (extent_.lo < 0 ? over : 0), over, false};
        for (std::size_t c = 0; c < steps_.size(); ++c) {
            const Step& step = steps_[c];
            draw_step({Lie::upright, y(step.from), y(step.to), band.begin(c), band.width(), false}, c);
            const double top = std::min(y(step.from), y(step.to)), bottom = std::max(y(step.from), y(step.to));
            canvas_.take({band.begin(c), top, band.width(), bottom - top});
            if (c + 1 < steps_.size())
                canvas_.rule(Layer::grid, {band.begin(c) + band.width(), y(step.to)}, {band.begin(c + 1), y(step.to)},
                             link());
            if (!wants_label(chart_, 0, c)) continue;
            const bool down = step.total && step.to < 0;
            const base::Point at{band.center(c), down ? bottom + kLift + words_[c].cap : top - kLift};
            canvas_.offer(words_[c], at, Anchor::center);
        }
        draw_baseline(canvas_, 0, canvas_.width(), y.base());
        draw_band_axis(canvas_, words, {height - words.height, height},
                       [&](std::size_t slot) { return band.center(slot); });
        return height;
    }

    void draw_step(const BarMark& mark, std::size_t c) {
        if (!steps_[c].known) return;
        const auto status = chart_.series.front().values[c].status;
        const double across = mark.begin + mark.depth / 2;
        canvas_.spot(mark.lie == Lie::level ? base::Point{mark.end, across} : base::Point{across, mark.end}, chart_, 0,
                     c);
        draw_bar(canvas_, mark, look_of(tone(c).mark, status, canvas_.tones()), tone(c).mark);
    }
    scene::Stroke link() const { return {canvas_.inks().quiet_mark, 0.5, {}, false}; }

    Canvas& canvas_;
    const doc::Chart& chart_;
    std::vector<Step> steps_;
    std::vector<Label> words_;
    Interval extent_{0, 0};
};

}  // namespace

double draw_waterfall(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Waterfall(canvas, chart).draw(frame);
}

}  // namespace precis::chart
