// chart/forms/scatter.cpp: points on two number axes, named at the point; the areas of bubbles are their sizes.
// Stage: doc::Chart with x, size as extra channels -> FORM scatter, bubble -> canvas.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/axes/level_axis.h"
#include "chart/canvas/annotating.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/canvas/thinned.h"
#include "chart/forms/forms.h"
#include "chart/forms/scatter_axes.h"
#include "chart/labels/point_labels.h"
#include "chart/labels/series_key.h"
#include "chart/marks/stack.h"
#include "chart/marks/trend.h"
#include "chart/notes/free_note.h"
#include "chart/notes/references.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kRadius = 2.9, kLoudRadius = 3.6, kRim = 0.7;  // docs/design/looks.md#charts
constexpr std::size_t kCloud = 2000;                            // more points become fine dots
constexpr double kCell = 0.6, kFine = 1.1;  // dots of one series in one cell are drawn once; width of a dot
constexpr std::size_t kManyPoints = 40;     // of more points only the highlighted ones are named
// The largest bubble by the width of the chart, and its bounds in units of the canvas; the least of all bubbles.
constexpr double kBubbles = 18, kLeastLargest = 8, kMostLargest = 22, kLeastBubble = 1.2;

struct Spot {
    std::size_t category = 0, series = 0;
    double x = 0, y = 0, size = 0;
    Tone tone;
    base::Point at;
    double radius = kRadius;
    bool open = false;
};

class Scatter {
  public:
    Scatter(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas), chart_(chart), bubbles_(chart.form == vocabulary::Form::bubble) {
        const auto* xs = channel_of(chart, vocabulary::Channel::x);
        const auto* sizes = channel_of(chart, vocabulary::Channel::size);
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            for (std::size_t c = 0; c < chart.categories.size(); ++c) {
                const auto& y = chart.series[s].values[c];
                const auto x = number_at(xs, c), size = number_at(sizes, c);
                if (!y.number || !x || (bubbles_ && sizes && !size)) continue;
                Spot spot;
                spot.category = c;
                spot.series = s;
                spot.x = *x;
                spot.y = *y.number;
                spot.size = size.value_or(1);
                spot.tone = canvas.tones().category_loud(c) ? canvas.tones().accent() : canvas.tones().mark(s, c);
                spot.open = is_ahead(y.status);
                spots_.push_back(spot);
            }
        }
    }

    double draw(const Frame& frame) {
        const double u = canvas_.unit(), height = frame.wish.value_or(frame.usual);
        double top = chart_.series.size() > 1 && chart_.legend != vocabulary::Legend::none
                         ? draw_series_key(canvas_, chart_, 0, 0)
                         : canvas_.label_look().size * 0.3;
        const auto* xs = channel_of(chart_, vocabulary::Channel::x);
        const bool titled = !chart_.value_label.empty() && xs != nullptr;
        const bool x_titled = (titled || !chart_.x_axis.title.empty()) && xs != nullptr;
        const double title_row = canvas_.row_of(canvas_.label_look());
        const bool x_over = chart_.x_axis.opposite, y_right = chart_.y_axis.opposite;
        if (titled || (x_titled && x_over)) {
            const base::Point left_end{0, top + title_row * 0.7}, right_end{canvas_.width(), left_end.y};
            if (titled)
                canvas_.offer(canvas_.measure(chart_.value_label, canvas_.label_look()), y_right ? right_end : left_end,
                              y_right ? Anchor::right : Anchor::left);
            if (x_titled && x_over)
                canvas_.offer(canvas_.measure(xs->label, canvas_.label_look()), y_right ? left_end : right_end,
                              y_right ? Anchor::left : Anchor::right);
            top += title_row + 2;
        }
        if (bubbles_ && channel_of(chart_, vocabulary::Channel::size)) top += draw_size_key(top);
        if (x_over) top += kLevelFoot * u;
        const double foot = x_over ? 0 : kScatterDrop * u;
        const double bottom = height - foot - canvas_.label_look().size * 0.25 - (x_titled && !x_over ? title_row : 0);
        const NumberAxis y = number_axis(
            canvas_,
            {with_references(chart_, false, roomy(extent(&Spot::y), bottom - top, chart_.scale, chart_.domain)), bottom,
             top, chart_.scale, "up", chart_.format, chart_.y_axis, chart_.domain});
        double words = 0;
        for (const auto& word : y.words) words = std::max(words, word.width);
        words = canvas_.common("words", words) + kScatterGutter;
        const double left = y_right ? 2 : words;
        const base::Rect plot{left, top, canvas_.width() - left - (y_right ? words : 2), bottom - top};
        doc::AxisFormat format = xs ? xs->format : doc::AxisFormat{};
        const auto x_scale = xs ? xs->scale : vocabulary::Scale::linear;
        const auto x_data = roomy(extent(&Spot::x), plot.width, x_scale, xs ? xs->domain : std::vector<double>{});
        const NumberAxis x =
            number_axis(canvas_, {with_references(chart_, true, x_data), plot.x, plot.right(), x_scale, "across",
                                  format, chart_.x_axis, xs ? xs->domain : std::vector<double>{}});
        draw_number_axes(canvas_, x, y, plot);
        record(x, y, plot);
        {
            const Annotating annotating(canvas_);
            draw_scatter_bands(canvas_, chart_, x, y, plot);
        }
        if (x_titled && !x_over) {
            const Label label = canvas_.measure(xs->label, canvas_.label_look());
            canvas_.offer(label, {plot.right(), height - label.size * 0.25}, Anchor::right, height);
        }
        place(x, y, plot);
        draw_trends(plot);
        if (is_crowded()) draw_cloud(plot);
        for (const auto& spot : spots_) draw_spot(spot);
        draw_labels(plot);
        const Annotating annotating(canvas_);
        draw_ratios(canvas_, chart_, x, y, plot);
        draw_scatter_levels(canvas_, chart_, x, y, plot);
        draw_callouts(height);
        draw_notes(x, y, plot);
        return height;
    }

  private:
    /// Both axes, and the plot, where another program can have the same.
    void record(const NumberAxis& x, const NumberAxis& y, const base::Rect& plot) {
        const auto linear = [](const NumberAxis& axis) { return !axis.scale.logarithmic && !axis.scale.rooted; };
        if (linear(y)) canvas_.rule_values(y.ticks);
        if (linear(x)) canvas_.rule_across(x.ticks);
        if (linear(x) && linear(y)) canvas_.set_plot(plot, {y.scale.domain.lo, y.scale.domain.hi});
        if (bubbles_) canvas_.set_largest_bubble(2 * most_radius());
    }
    Interval extent(double Spot::*coordinate) const {
        Interval data{spots_.front().*coordinate, spots_.front().*coordinate};
        for (const auto& spot : spots_)
            data = {std::min(data.lo, spot.*coordinate), std::max(data.hi, spot.*coordinate)};
        return data;
    }
    /// The numbers with room for the bubbles at their ends, which else lie on the words of the axes. An axis does not
    /// go below zero for it.
    Interval roomy(Interval data, double room, vocabulary::Scale scale, const std::vector<double>& domain) {
        const double r = bubbles_ ? most_radius() : 0;
        if (!bubbles_ || scale != vocabulary::Scale::linear || !domain.empty() || room < 4 * r) return data;
        const double more = (data.hi - data.lo) * r / (room - 2 * r);
        const double low = data.lo - more;
        return {data.lo >= 0 ? std::max(0.0, low) : low, data.hi + more};
    }

    /// Words tied to the point that an annotation names.
    void draw_callouts(double height) {
        for (const auto& annotation : chart_.annotations) {
            if (annotation.kind != doc::Annotation::Kind::callout) continue;
            const auto at = std::find_if(spots_.begin(), spots_.end(), [&](const Spot& spot) {
                return chart_.categories[spot.category] == annotation.category &&
                       (annotation.series.empty() || chart_.series[spot.series].name == annotation.series);
            });
            if (at == spots_.end())
                canvas_.dropped(annotation.text);
            else
                put_callout(canvas_, annotation.text, at->at, height);
        }
    }

    /// Words at places of the plot.
    void draw_notes(const NumberAxis& x, const NumberAxis& y, const base::Rect& plot) {
        for (const auto& annotation : chart_.annotations)
            if (annotation.kind == doc::Annotation::Kind::note && annotation.number && annotation.across)
                put_free_note(canvas_, annotation.text, {x.scale(*annotation.across), y.scale(*annotation.number)},
                              {plot.x, plot.y, plot.width, plot.height});
    }

    double largest() {
        double most = 0;
        for (const auto& spot : spots_) most = std::max(most, spot.size);
        return canvas_.common("size", most);
    }
    double most_radius() const {
        return std::clamp(canvas_.width() / kBubbles, kLeastLargest, kMostLargest) * canvas_.unit();
    }

    /// Prints the measure of the bubbles and its largest value at the top right; returns the height taken.
    double draw_size_key(double top) {
        const auto& size = *channel_of(chart_, vocabulary::Channel::size);
        const double most = largest();
        const auto at = std::find_if(spots_.begin(), spots_.end(), [&](const Spot& spot) { return spot.size == most; });
        const std::string words =
            at != spots_.end() ? value_words(size.values[at->category], size.format, Unit::symbol, canvas_.locale())
                               : number_words(most, size.format, -1, Unit::symbol, canvas_.locale());
        const Label label = canvas_.measure(size.label + ": " + words, canvas_.label_look());
        const double r = 4.5 * canvas_.unit(), row = 2 * r + 4;
        const double x = canvas_.width() - label.width - 2 * r - 4;
        if (x < 0) return 0;
        const Annotating annotating(canvas_);
        canvas_.add(Layer::marks, stroked(disc({x + r, top + r}, r - 0.4), canvas_.inks().quiet_mark, 0.8));
        canvas_.offer(label, {canvas_.width(), top + r + label.cap / 2}, Anchor::right);
        return row;
    }

    /// Sets places and radii of all spots, takes their places, and sorts them into painting order.
    void place(const NumberAxis& x, const NumberAxis& y, const base::Rect& plot) {
        const double most = largest();
        for (auto& spot : spots_) {
            spot.at = {x.scale(spot.x), y.scale(spot.y)};
            const bool loud = spot.tone.voice == Tone::Voice::loud;
            spot.radius = (loud ? kLoudRadius : kRadius) * canvas_.unit();
            if (bubbles_ && most > 0) spot.radius = std::max(std::sqrt(spot.size / most) * most_radius(), kLeastBubble);
            // Bubbles at the ends of their axes are moved inside the canvas.
            const double r = std::min({spot.radius, plot.width / 2, plot.height / 2});
            if (bubbles_) {
                spot.at.x = std::clamp(spot.at.x, r, canvas_.width() - r);
                spot.at.y = std::max(spot.at.y, r);
            }
            if (is_crowded() && !loud) continue;  // words may lie over a cloud: nothing else is free
            canvas_.take({spot.at.x - spot.radius, spot.at.y - spot.radius, 2 * spot.radius, 2 * spot.radius});
        }
        const bool in_panel = canvas_.panel().common != nullptr;
        for (const auto& spot : spots_)  // a panel tells of its own points, not of those around them
            if (!in_panel || chart_.series.size() == 1 || chart_.series[spot.series].highlighted)
                canvas_.spot(spot.at, words_of(spot));
        // Small spots are painted over large ones, loud ones over all.
        std::stable_sort(spots_.begin(), spots_.end(), [](const Spot& a, const Spot& b) {
            const bool a_loud = a.tone.voice == Tone::Voice::loud, b_loud = b.tone.voice == Tone::Voice::loud;
            return a_loud != b_loud ? b_loud : a.radius > b.radius;
        });
    }

    /// "Helion\tAuthors 81\tCommits 1,775": with the titles of the axes, as far as they have some.
    std::string words_of(const Spot& spot) const {
        if (!canvas_.has_spots()) return {};
        std::string words = chart_.categories[spot.category];
        if (chart_.series.size() > 1 && canvas_.panel().common == nullptr)
            words += "\t" + chart_.series[spot.series].name;
        const auto titled = [](const std::string& title, const std::string& value) {
            return "\t" + (title.empty() ? value : title + " " + value);
        };
        const auto named = [&](const std::string& title, const std::string& label) {
            return title.empty() ? label : title;
        };
        if (const auto* xs = channel_of(chart_, vocabulary::Channel::x))
            words += titled(named(chart_.x_axis.title, xs->label),
                            value_words(xs->values[spot.category], xs->format, Unit::symbol, canvas_.locale()));
        words += titled(named(chart_.y_axis.title, chart_.value_label),
                        value_words(chart_.series[spot.series].values[spot.category], chart_.format, Unit::symbol,
                                    canvas_.locale()));
        if (const auto* sizes = channel_of(chart_, vocabulary::Channel::size))
            words += titled(sizes->label,
                            value_words(sizes->values[spot.category], sizes->format, Unit::symbol, canvas_.locale()));
        return words;
    }

    bool is_crowded() const { return !bubbles_ && spots_.size() > kCloud; }

    /// Draws many points as fine dots, a path for each series, one dot for all points in a cell. Loud points stay
    /// spots.
    void draw_cloud(const base::Rect& plot) {
        std::vector<Spot> loud;
        std::vector<scene::Path> paths(chart_.series.size());
        const auto columns = static_cast<std::size_t>(plot.width / kCell) + 2;
        const auto rows = static_cast<std::size_t>(plot.height / kCell) + 2;
        std::vector<std::vector<bool>> drawn(chart_.series.size(), std::vector<bool>(columns * rows));
        std::size_t shown = 0;
        for (const auto& spot : spots_) {
            if (spot.tone.voice == Tone::Voice::loud) {
                loud.push_back(spot);
                continue;
            }
            const auto cell = [](double along) { return static_cast<std::size_t>(std::max(along / kCell, 0.0)); };
            const auto column = std::min(cell(spot.at.x - plot.x), columns - 1);
            const auto row = std::min(cell(spot.at.y - plot.y), rows - 1);
            if (drawn[spot.series][row * columns + column]) continue;
            drawn[spot.series][row * columns + column] = true;
            auto& steps = paths[spot.series].steps;
            steps.emplace_back(scene::MoveTo{spot.at});
            steps.emplace_back(scene::LineTo{spot.at});
            ++shown;
        }
        for (std::size_t s = 0; s < paths.size(); ++s) {
            if (paths[s].steps.empty()) continue;
            paths[s].stroke = scene::Stroke{canvas_.tones().series(s).mark, kFine, {}, true};
            canvas_.add(Layer::marks, std::move(paths[s]));
        }
        canvas_.state(thinned_words(canvas_, spots_.size(), shown + loud.size()));
        spots_ = std::move(loud);
    }

    void draw_trends(const base::Rect& plot) {
        for (const auto& annotation : chart_.annotations) {
            if (annotation.kind != doc::Annotation::Kind::trend) continue;
            std::vector<base::Point> points;
            for (const auto& spot : spots_) points.push_back(spot.at);
            draw_trend(canvas_, points, plot);
        }
    }

    void draw_spot(const Spot& spot) {
        scene::Path path = stroked(disc(spot.at, spot.radius), canvas_.inks().ground, kRim);
        path.fill = bubbles_ ? base::mixed(spot.tone.mark, canvas_.inks().ground, 0.82) : spot.tone.mark;
        if (spot.open) {
            path.fill = canvas_.inks().ground;
            path.stroke = scene::Stroke{spot.tone.mark, 1.3, {}, false};
        }
        canvas_.add(Layer::rims, std::move(path));
    }

    void draw_labels(const base::Rect& plot) {
        if (chart_.labels == vocabulary::Labels::none) return;
        const bool loud_only = spots_.size() > kManyPoints && chart_.labels == vocabulary::Labels::automatic;
        std::vector<PointLabel> labels;
        for (const auto& spot : spots_) {
            const bool loud = spot.tone.voice == Tone::Voice::loud;
            if (loud_only && !loud) continue;
            const TextLook look =
                loud ? canvas_.strong_look().in(spot.tone.text) : canvas_.label_look().in(canvas_.inks().ink);
            labels.push_back(
                {canvas_.measure(chart_.categories[spot.category], look), spot.at, spot.radius, loud ? 1.0 : 0.0});
        }
        draw_point_labels(canvas_, std::move(labels), {plot.x + 1, 0, canvas_.width() - plot.x - 1, plot.bottom() - 1});
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    bool bubbles_;
    std::vector<Spot> spots_;
};

}  // namespace

double draw_scatter(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Scatter(canvas, chart).draw(frame);
}

}  // namespace precis::chart
