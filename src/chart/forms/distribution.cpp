// chart/forms/distribution.cpp: distributions in rows, a row for each name: boxes with whiskers and outliers (box), or
// every value as a dot (strip). Stage: doc::Chart -> FORM box, strip -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/forms/standing.h"
#include "chart/notes/level_lines.h"
#include "chart/scales/groups.h"

namespace precis::chart {
namespace {

constexpr double kOutlier = 1.7, kGap = 5;
constexpr double kLeastDot = 0.8, kMostDot = 2.6;    // radius; between them, dots cover a set share of their row
constexpr double kCovered = 0.12, kDotInRow = 0.14;  // that share; largest radius by the step of rows
constexpr double kBoxShare = 0.56;                   // of the step
constexpr double kNearZero = 0.6;                    // as on value axes: data that come near zero include it

struct Sample {
    std::size_t row = 0;
    double value = 0;
};

class Distribution {
  public:
    Distribution(Canvas& canvas, const doc::Chart& chart) : canvas_(canvas), chart_(chart), groups_(groups_of(chart)) {
        for (const auto& group : groups_) {
            std::vector<Sample> samples;
            for (const auto& series : chart.series)
                for (const std::size_t row : group.rows)
                    if (series.values[row].number) samples.push_back({row, *series.values[row].number});
            for (const auto& sample : samples)
                extent_ = any_ ? Interval{std::min(extent_.lo, sample.value), std::max(extent_.hi, sample.value)}
                               : Interval{sample.value, sample.value},
                any_ = true;
            samples_.push_back(std::move(samples));
        }
    }

    double draw(const Frame& frame) {
        const double u = canvas_.unit();
        const bool bare_foot = value_axis_of(chart_).opposite && !has_level_lines(chart_);
        const double foot = bare_foot ? 0 : canvas_.foot_room(kLevelFoot * u);
        const double over = value_axis_of(chart_).opposite ? kLevelFoot * u : 0;
        const double head = canvas_.row_of(canvas_.label_look()) + over;
        const double room = std::max(frame.wish.value_or(frame.usual) - foot - head, 12.0);
        const Rows rows = rows_of(canvas_, grouped(chart_, groups_), room, room);
        std::vector<Label> counts;
        double aside = 3;
        for (const auto& samples : samples_) {
            counts.push_back(
                canvas_.measure(number_words(static_cast<double>(samples.size()), {}, 0, Unit::bare, canvas_.locale()),
                                canvas_.label_look()));
            aside = std::max(aside, counts.back().width + kGap + 3);
        }
        Interval extent = canvas_.common("values", with_level_lines(chart_, extent_));
        for (const double end : chart_.domain) extent = {std::min(extent.lo, end), std::max(extent.hi, end)};
        aside = canvas_.common("aside", aside);
        const bool logarithmic = chart_.scale == vocabulary::Scale::log && extent.lo > 0;
        if (!logarithmic && chart_.domain.empty() && extent.lo > 0 && extent.lo < kNearZero * extent.hi) extent.lo = 0;
        LevelAxisWish wish{extent, rows.label_width, canvas_.width() - aside};
        wish.logarithmic = logarithmic;
        wish.rooted = chart_.scale == vocabulary::Scale::sqrt;
        wish.asked = &value_axis_of(chart_);
        const LevelAxis axis = level_axis(canvas_, chart_.format, wish);
        canvas_.offer(canvas_.measure("n", canvas_.label_look()), {canvas_.width(), (head - over) * 0.7},
                      Anchor::right);
        for (const auto& row : rows.rows) {
            draw_row_words(canvas_, row, head);
            const double y = head + row.middle;
            const auto& samples = samples_[row.category];
            const Tone tone = tone_of(row.category);
            if (chart_.form == vocabulary::Form::strip)
                draw_strip(row.category, axis.scale, y, rows.step, tone);
            else if (!samples.empty())
                draw_box(row.category, axis.scale, y, rows.step * kBoxShare, tone);
            canvas_.offer(counts[row.category], {canvas_.width(), y + counts[row.category].cap / 2}, Anchor::right);
        }
        draw_level_lines(canvas_, chart_, axis.scale, head, head + rows.height);
        draw_level_axis(canvas_, axis, head, head + rows.height);
        return head + rows.height + foot;
    }

  private:
    /// The accent if one of the group's rows is highlighted, since authors highlight groups by name.
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

    void draw_box(std::size_t group, const ValueScale& x, double y, double tall, const Tone& tone) {
        const auto& samples = samples_[group];
        std::vector<double> values;
        values.reserve(samples.size());
        for (const auto& sample : samples) values.push_back(sample.value);
        const Quartiles box = quartiles(std::move(values));
        const double low = x(box.low), first = x(box.first), median = x(box.median), third = x(box.third),
                     high = x(box.high), foot = tall * 0.25;
        const auto line = [&](base::Point a, base::Point b) {
            canvas_.add(Layer::marks, stroked(polyline({a, b}), tone.mark, 1));
        };
        line({low, y}, {first, y});
        line({third, y}, {high, y});
        line({low, y - foot}, {low, y + foot});
        line({high, y - foot}, {high, y + foot});
        const base::Color fill = base::mixed(tone.mark, canvas_.inks().ground, 0.35);
        canvas_.add(Layer::marks, filled(rectangle({first, y - tall / 2, std::max(third - first, 0.5), tall}), fill));
        canvas_.add(Layer::rims,
                    stroked(polyline({{median, y - tall / 2}, {median, y + tall / 2}}), canvas_.inks().ink, 1.6));
        for (const double value : {box.low, box.first, box.median, box.third, box.high})
            spot(group, {x(value), y}, value);
        for (const double value : box.outliers) {
            canvas_.add(Layer::rims, stroked(disc({x(value), y}, kOutlier), tone.mark, 0.8));
            spot(group, {x(value), y}, value);
        }
    }

    void draw_strip(std::size_t group, const ValueScale& x, double y, double step, const Tone& tone) {
        const auto& samples = samples_[group];
        std::vector<double> along;
        along.reserve(samples.size());
        for (const auto& sample : samples) along.push_back(x(sample.value));
        const double count = static_cast<double>(std::max<std::size_t>(samples.size(), 1));
        const double fair = std::sqrt((x.to - x.from) * step * kCovered / count);
        const double radius = std::min(std::clamp(fair, kLeastDot, kMostDot) * canvas_.unit(), step * kDotInRow);
        // Less than half a step to each side, so that dots of neighbouring rows stay apart.
        const auto offsets = swarm(along, radius * 0.9, step * 0.47 - radius);
        scene::Path dots = filled({}, base::mixed(tone.mark, canvas_.inks().ground, 0.85));
        for (std::size_t i = 0; i < along.size(); ++i) {
            scene::append(dots, disc({along[i], y + offsets[i]}, radius * 0.86));
            spot(group, {along[i], y + offsets[i]}, samples[i].value);
        }
        if (!dots.steps.empty()) canvas_.add(Layer::rims, std::move(dots));
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    std::vector<Group> groups_;
    std::vector<std::vector<Sample>> samples_;
    Interval extent_;
    bool any_ = false;
};

}  // namespace

double draw_distribution(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    if (!is_lying(chart)) return draw_standing(canvas, chart, frame);
    return Distribution(canvas, chart).draw(frame);
}

}  // namespace precis::chart
