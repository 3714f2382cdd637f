// chart/forms/standing.cpp: a place under the axis for each name, the marks over it, values over their marks.
// Stage: doc::Chart with `lying: false` -> STANDING -> canvas.
#include "chart/forms/standing.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/axis_cut.h"
#include "chart/axes/band_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/labels/series_key.h"
#include "chart/marks/line_mark.h"
#include "chart/notes/annotations.h"
#include "chart/scales/groups.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

using vocabulary::Form;

constexpr double kRadius = 4, kSmallRadius = 3.4;  // of dots; of several at one place. As of lying dots
constexpr double kLift = 3.6;                      // of words over their mark
constexpr double kOutlier = 1.7;
constexpr double kLeastDot = 0.8, kMostDot = 2.6;  // radius of a strip's dots
constexpr double kCovered = 0.12;                  // share of a place that a strip's dots cover
constexpr double kBoxShare = 0.5, kMostBox = 34;   // of a place; points

class Standing {
  public:
    Standing(Canvas& canvas, const doc::Chart& chart) : canvas_(canvas), chart_(chart) {
        aggregates_ = chart.form == Form::box || chart.form == Form::strip;
        if (aggregates_) {
            groups_ = groups_of(chart);
            named_ = grouped(chart, groups_);
            for (const auto& group : groups_) {
                std::vector<double> values;
                for (const auto& series : chart.series)
                    for (const std::size_t row : group.rows)
                        if (series.values[row].number) values.push_back(*series.values[row].number);
                samples_.push_back(std::move(values));
            }
        } else {
            named_.form = chart.form;
            named_.categories = chart.categories;
            named_.category_keys = chart.category_keys;
            named_.periods = chart.periods;
            named_.year_begins = chart.year_begins;
            named_.series = chart.series;
            named_.x_axis = chart.x_axis;
        }
        named_.lying = false;
        slots_ = column_slots_of(named_);
        pair_ = chart.form == Form::dumbbell && chart.series.size() == 2;
    }

    double draw(const Frame& frame) {
        const double height = frame.wish.value_or(frame.usual), u = canvas_.unit();
        const double top = pair_                      ? draw_pair_key()
                           : chart_.series.size() > 1 ? draw_series_key(canvas_, chart_, 0, 0)
                                                      : 0;
        const auto count = std::max<std::size_t>(slots_.count, 1);
        const double words_row = aggregates_ ? canvas_.row_of(canvas_.label_look()) : 0;  // the n of each place
        BandAxis words = band_axis(canvas_, named_, slots_, (canvas_.width() - 16 * u) / static_cast<double>(count),
                                   AxisTicks::years);
        const double bottom = height - canvas_.foot_room(words.height + words_row);
        const Interval extent =
            canvas_.common("values", extent_of(chart_, chart_.form == Form::lollipop || chart_.form == Form::dumbbell));
        const double over = kRadius + kLift + canvas_.value_look().size * 0.8;
        const ValueAxis axis = value_axis(canvas_, chart_, extent, top + (has_values() ? over * 0.6 : 0), bottom);
        const double axis_words = axis.words_width + 5 * u;
        const double left = axis.at_right ? 0 : canvas_.left_room(axis_words);
        const double right = canvas_.width() - (axis.at_right ? axis_words : 2);
        band_ = {left, right, count, kBoxShare};
        y_ = axis.scale;
        draw_value_axis(canvas_, axis, 0, canvas_.width());
        const double floor = y_.domain.lo <= 0 && y_.domain.hi >= 0 && !y_.logarithmic ? y_.base() : bottom;
        draw_baseline(canvas_, axis.at_right ? left : 0, right, floor);
        if (y_.is_cut()) draw_break(canvas_, Lie::upright, y_, left, right);
        for (std::size_t i = 0; i < named_.categories.size(); ++i) draw_place(i);
        words = band_axis(canvas_, named_, slots_, band_.step(), AxisTicks::years);
        if (canvas_.panel().foot_words)
            draw_band_axis(canvas_, words, {bottom, height}, [&](std::size_t slot) { return band_.center(slot); });
        if (words_row > 0) draw_counts(height - canvas_.label_look().size * 0.3);
        draw_annotations(canvas_, chart_,
                         {[&](std::size_t c) { return x_of(c); }, y_, half_mark(), left, right, height});
        return height;
    }

  private:
    /// Whether values are printed over their marks.
    bool has_values() const {
        return !aggregates_ && chart_.labels != vocabulary::Labels::none && (chart_.series.size() == 1 || pair_);
    }
    double half_mark() const { return aggregates_ ? box_width() / 2 : kRadius; }
    double box_width() const { return std::min(band_.width(), kMostBox * canvas_.unit()); }
    double x_of(std::size_t c) const {
        if (!aggregates_) return band_.center(slots_.of[c]);
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (groups_[g].name == chart_.categories[c]) return band_.center(slots_.of[g]);
        return band_.center(0);
    }

    void draw_place(std::size_t i) {
        const double x = band_.center(slots_.of[i]);
        if (chart_.form == Form::box) return samples_[i].empty() ? void() : draw_box(i, x);
        if (chart_.form == Form::strip) return draw_strip(i, x);
        if (pair_) return draw_pair(i, x);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) draw_dot_of(s, i, x);
    }

    void draw_dot_of(std::size_t s, std::size_t c, double x) {
        const auto& value = chart_.series[s].values[c];
        if (!value.number) return;
        Tone tone = canvas_.tones().mark(s, c);
        if (value.status == data::Status::previous) tone.mark = canvas_.tones().theme().previous;
        const double at = y_(*value.number), radius = chart_.series.size() > 1 ? kSmallRadius : kRadius;
        if (chart_.form == Form::lollipop)
            canvas_.add(Layer::marks, stroked(polyline({{x, y_.base()}, {x, at}}), tone.mark, 1.5));
        double top = at - radius, bottom = at + radius;
        if (const auto interval = interval_of(chart_.series[s], c)) {
            const double low = y_(interval->lo), high = y_(interval->hi);
            top = std::min(top, high);
            bottom = std::max(bottom, low);
            canvas_.add(Layer::marks, stroked(polyline({{x, low}, {x, high}}), tone.mark, 1.2));
        }
        canvas_.spot({x, at}, chart_, s, c);
        draw_dot(canvas_, {x, at}, radius, tone.mark, is_ahead(value.status));
        canvas_.take({x - radius, top, 2 * radius, bottom - top});
        if (chart_.form == Form::lollipop)
            canvas_.take({x - 0.75, std::min(at, y_.base()), 1.5, std::abs(at - y_.base())});
        if (!has_values() || !wants_label(chart_, s, c)) return;
        const Label label = canvas_.measure(value_words(value, chart_.format, Unit::bare, canvas_.locale()),
                                            canvas_.value_look().in(tone.text));
        const bool down = *value.number < 0;
        put_value(label, {x, down ? bottom + kLift + label.cap : top - kLift});
    }

    /// A ring and a dot with the names of the two series; returns the height taken.
    double draw_pair_key() {
        const double u = canvas_.unit(), y = canvas_.label_look().size * 0.8;
        double x = kRadius;
        for (std::size_t s = 0; s < 2; ++s) {
            const auto look = s == 0
                                  ? canvas_.label_look()
                                  : canvas_.strong_look().in(canvas_.tones().readable(canvas_.tones().theme().primary));
            const Label label = canvas_.measure(chart_.series[s].name, look);
            const base::Point middle{x, y - label.cap / 2};
            if (s == 0) {
                scene::Path ring = stroked(disc(middle, kSmallRadius - 0.4), canvas_.inks().quiet_mark, 1.5);
                canvas_.add(Layer::marks, std::move(ring));
            } else {
                canvas_.add(Layer::marks, filled(disc(middle, kSmallRadius), canvas_.tones().theme().primary));
            }
            canvas_.offer(label, {x + kRadius + 3 * u, y});
            x += 2 * kRadius + 3 * u + label.width + 10 * u;
        }
        return canvas_.row_of(canvas_.label_look()) + 5;
    }

    /// From a ring to a dot, the change over or under the dot.
    void draw_pair(std::size_t c, double x) {
        const auto &from = chart_.series[0].values[c], &to = chart_.series[1].values[c];
        const auto& theme = canvas_.tones().theme();
        const bool falls = from.number && to.number && *to.number < *from.number;
        const base::Color color = falls ? theme.negative : theme.positive;
        if (from.number && to.number) {
            const double a = y_(*from.number), b = y_(*to.number), way = b >= a ? 1 : -1;
            if (std::abs(b - a) > kRadius)
                canvas_.add(Layer::marks, stroked(polyline({{x, a + way * kRadius}, {x, b}}), color, 2));
        }
        for (const auto* end : {&from, &to})
            if (end->number) canvas_.take({x - kRadius, y_(*end->number) - kRadius, 2 * kRadius, 2 * kRadius});
        if (from.number) {
            scene::Path ring = stroked(disc({x, y_(*from.number)}, kRadius - 0.4), canvas_.inks().quiet_mark, 1.5);
            ring.fill = canvas_.inks().ground;
            canvas_.add(Layer::marks, std::move(ring));
        }
        if (to.number) draw_dot(canvas_, {x, y_(*to.number)}, kRadius, color, is_ahead(to.status));
        if (from.number) canvas_.spot({x, y_(*from.number)}, chart_, 0, c);
        if (to.number) canvas_.spot({x, y_(*to.number)}, chart_, 1, c);
        if (!from.number || !to.number || !wants_label(chart_, 1, c)) return;
        const Label label = canvas_.measure(change_words(*to.number - *from.number, chart_, canvas_.locale()),
                                            canvas_.value_look().in(canvas_.tones().readable(color)));
        const double end = y_(*to.number);
        put_value(label, {x, falls ? end + kRadius + kLift + label.cap : end - kRadius - kLift});
    }

    void put_value(const Label& label, base::Point at) {
        const base::Rect place = canvas_.place(label, at, Anchor::center);
        if (label.width + 1 > band_.step() || !canvas_.is_free(place)) return canvas_.dropped(label.text);
        canvas_.put(label, at, Anchor::center);
    }

    Tone tone_of(std::size_t group) const {
        for (const std::size_t row : groups_[group].rows)
            if (canvas_.tones().category_loud(row)) return canvas_.tones().accent();
        return canvas_.tones().mark(0, groups_[group].rows.front());
    }

    void spot(std::size_t group, base::Point at, double value) {
        if (canvas_.has_spots())
            canvas_.spot(at,
                         groups_[group].name + "\t" +
                             number_words(value, chart_.format, decimals_of(chart_), Unit::symbol, canvas_.locale()));
    }

    void draw_box(std::size_t group, double x) {
        const Quartiles box = quartiles(samples_[group]);
        const Tone tone = tone_of(group);
        const double wide = box_width(), foot = wide * 0.25;
        const auto line = [&](base::Point a, base::Point b) {
            canvas_.add(Layer::marks, stroked(polyline({a, b}), tone.mark, 1));
        };
        line({x, y_(box.low)}, {x, y_(box.first)});
        line({x, y_(box.third)}, {x, y_(box.high)});
        line({x - foot, y_(box.low)}, {x + foot, y_(box.low)});
        line({x - foot, y_(box.high)}, {x + foot, y_(box.high)});
        const base::Color fill = base::mixed(tone.mark, canvas_.inks().ground, 0.35);
        const double upper = y_(box.third), deep = std::max(y_(box.first) - upper, 0.5);
        canvas_.add(Layer::marks, filled(rectangle({x - wide / 2, upper, wide, deep}), fill));
        canvas_.take({x - wide / 2, y_(box.high), wide, y_(box.low) - y_(box.high)});
        const double median = y_(box.median);
        canvas_.add(Layer::rims,
                    stroked(polyline({{x - wide / 2, median}, {x + wide / 2, median}}), canvas_.inks().ink, 1.6));
        for (const double value : {box.low, box.first, box.median, box.third, box.high})
            spot(group, {x, y_(value)}, value);
        for (const double value : box.outliers) {
            canvas_.add(Layer::rims, stroked(disc({x, y_(value)}, kOutlier), tone.mark, 0.8));
            spot(group, {x, y_(value)}, value);
        }
    }

    void draw_strip(std::size_t group, double x) {
        const auto& values = samples_[group];
        std::vector<double> along;
        for (const double value : values) along.push_back(y_(value));
        const double count = static_cast<double>(std::max<std::size_t>(values.size(), 1));
        const double fair = std::sqrt(std::abs(y_.to - y_.from) * band_.step() * kCovered / count);
        const double radius = std::clamp(fair, kLeastDot, kMostDot) * canvas_.unit();
        const auto offsets = swarm(along, radius * 0.9, band_.step() * 0.47 - radius);
        scene::Path dots = filled({}, base::mixed(tone_of(group).mark, canvas_.inks().ground, 0.85));
        for (std::size_t i = 0; i < along.size(); ++i) {
            scene::append(dots, disc({x + offsets[i], along[i]}, radius * 0.86));
            canvas_.take({x + offsets[i] - radius, along[i] - radius, 2 * radius, 2 * radius});
            spot(group, {x + offsets[i], along[i]}, values[i]);
        }
        if (!dots.steps.empty()) canvas_.add(Layer::rims, std::move(dots));
    }

    /// How many values each place holds, under its name: "n = 12".
    void draw_counts(double baseline) {
        if (!canvas_.panel().foot_words) return;
        for (std::size_t g = 0; g < samples_.size(); ++g) {
            const std::string figures =
                number_words(static_cast<double>(samples_[g].size()), {}, 0, Unit::bare, canvas_.locale());
            const Label label = canvas_.measure("n\u00a0=\u00a0" + figures, canvas_.label_look());
            if (label.width + 2 <= band_.step())
                canvas_.offer(label, {band_.center(slots_.of[g]), baseline}, Anchor::center);
        }
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    doc::Chart named_;  // a category for each place
    std::vector<Group> groups_;
    std::vector<std::vector<double>> samples_;  // pairs with groups_
    Slots slots_;
    BandScale band_;
    ValueScale y_;
    bool aggregates_ = false, pair_ = false;
};

}  // namespace

double draw_standing(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Standing(canvas, chart).draw(frame);
}

}  // namespace precis::chart
