// chart/scatter.cpp: points on two number axes, linear or logarithmic, named at the point; bubbles true by area.
// Stage: doc::Chart with x, size as extra channels -> PRESET scatter, bubble -> canvas.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/channels.h"
#include "chart/numbers.h"
#include "chart/point_labels.h"
#include "chart/presets.h"
#include "chart/ratio_line.h"
#include "chart/scale.h"
#include "chart/series_key.h"
#include "chart/shapes.h"
#include "chart/stack.h"
#include "chart/thinned.h"
#include "chart/trend.h"

namespace precis::chart {
namespace {

constexpr double kRadius = 2.9, kLoudRadius = 3.6, kRim = 0.7;
constexpr double kGutter = 5, kDrop = 10.8;
constexpr std::size_t kCloud = 2000;  // more: fine dots
constexpr double kCell = 0.6, kFine = 1.1;
constexpr std::size_t kManyPoints = 40;  // more: only the highlighted are named
constexpr double kPadding = 0.05;        // of the domain, on logarithmic axes

struct Axis {
    ValueScale scale;
    std::vector<double> ticks;
    std::vector<Label> words;  // pairs with ticks
};

struct Spot {
    std::size_t category = 0, series = 0;
    double x = 0, y = 0, size = 0;
    Tone tone;
    base::Point at;
    double radius = kRadius;
    bool open = false;
};

/// Powers of ten inside the domain, with the fives between where they are few.
std::vector<double> log_words(Interval domain) {
    std::vector<double> ticks;
    for (const double tick : log_ticks(domain).values)
        if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    if (ticks.size() > 3) return ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(domain.lo))); power <= domain.hi; power *= 10)
        for (const double tick : {power, 5 * power})
            if (tick >= domain.lo && tick <= domain.hi) ticks.push_back(tick);
    std::sort(ticks.begin(), ticks.end());
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9 * b; };
    ticks.erase(std::unique(ticks.begin(), ticks.end(), same), ticks.end());
    return ticks;
}

class Scatter {
  public:
    Scatter(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas), chart_(chart), bubbles_(chart.type == "bubble") {
        const auto* xs = channel_of(chart, "x");
        const auto* sizes = channel_of(chart, "size");
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
                spot.tone = canvas.tones().category_loud(c) ? canvas.tones().accent() : canvas.tones().series(s);
                spot.open = is_open(y.status);
                spots_.push_back(spot);
            }
        }
    }

    double draw(const Frame& frame) {
        const double u = canvas_.unit(), height = frame.wish.value_or(frame.usual);
        double top = chart_.series.size() > 1 && chart_.legend != "none" ? draw_series_key(canvas_, chart_, 0, 0)
                                                                         : canvas_.label_look().size * 0.3;
        const auto* xs = channel_of(chart_, "x");
        const bool titled = !chart_.value_label.empty() && xs != nullptr;
        const double title_row = titled ? canvas_.row_of(canvas_.label_look()) : 0;
        if (titled) {
            canvas_.offer(canvas_.measure(chart_.value_label, canvas_.label_look()), {0, top + title_row * 0.7});
            top += title_row + 2;
        }
        if (bubbles_ && channel_of(chart_, "size")) top += size_key(top);
        const double bottom = height - kDrop * u - canvas_.label_look().size * 0.25 - title_row;
        Axis y = axis(bottom, top, chart_.scale, chart_.format, &Spot::y);
        double left = 0;
        for (const auto& word : y.words) left = std::max(left, word.width);
        left += kGutter;
        const base::Rect plot{left, top, canvas_.width() - left - 2, bottom - top};
        doc::AxisFormat format = xs ? xs->format : doc::AxisFormat{};
        Axis x = axis(plot.x, plot.right(), xs ? xs->scale : std::string(), format, &Spot::x);
        guides(x, y, plot);
        if (titled) {
            const Label label = canvas_.measure(xs->label, canvas_.label_look());
            canvas_.offer(label, {plot.right(), height - label.size * 0.25}, Anchor::right, height);
        }
        place(x, y, plot);
        trend(plot);
        if (crowded()) cloud(plot);
        for (const auto& spot : spots_) mark(spot);
        labels(plot);
        ratios(x, y, plot);
        return height;
    }

  private:
    Axis axis(double from, double to, const std::string& kind, doc::AxisFormat format, double Spot::*of) {
        const bool logarithmic = kind == "log";
        Axis axis;
        Interval data{spots_.front().*of, spots_.front().*of};
        for (const auto& spot : spots_) data = {std::min(data.lo, spot.*of), std::max(data.hi, spot.*of)};
        if (logarithmic) {
            const double by = 1.05 * std::exp(std::min(kPadding * (std::log(data.hi) - std::log(data.lo)), 1.0));
            const Interval domain{data.lo / by, data.hi * by};
            axis.ticks = log_words(domain);
            axis.scale = {domain, from, to, true};
        } else {
            if (data.lo > 0 && data.lo < 0.6 * data.hi) data.lo = 0;
            if (data.hi < 0 && data.hi > 0.6 * data.lo) data.hi = 0;
            const int wanted = static_cast<int>(std::abs(to - from) / (38 * canvas_.unit()));
            axis.ticks = nice_ticks(data, wanted).values;
            axis.scale = {{axis.ticks.front(), axis.ticks.back()}, from, to, false, kind == "sqrt"};
        }
        format.decimals = -1;
        for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
            const bool last = i + 1 == axis.ticks.size();
            format.compact = format.compact || std::abs(axis.ticks[i]) >= 1e6;
            axis.words.push_back(canvas_.measure(
                number_words(axis.ticks[i], format, -1, last ? Unit::symbol : Unit::bare, canvas_.locale()),
                canvas_.label_look()));
        }
        return axis;
    }

    void guides(const Axis& x, const Axis& y, const base::Rect& plot) {
        const scene::Stroke grid{canvas_.inks().grid, 0.5, {}, false};
        for (std::size_t i = 0; i < y.ticks.size(); ++i) {
            const double at = y.scale(y.ticks[i]);
            if (at < plot.bottom() - 0.5) canvas_.rule(Layer::grid, {plot.x, at}, {plot.right(), at}, grid);
            const double middle = std::max(at + y.words[i].cap / 2, y.words[i].cap + 0.2);
            if (canvas_.is_free(canvas_.place(y.words[i], {plot.x - kGutter, middle}, Anchor::right)))
                canvas_.put(y.words[i], {plot.x - kGutter, middle}, Anchor::right);
        }
        for (std::size_t i = 0; i < x.ticks.size(); ++i) {
            const double at = x.scale(x.ticks[i]), half = x.words[i].width / 2;
            if (at > plot.x + 0.5) canvas_.rule(Layer::grid, {at, plot.y}, {at, plot.bottom()}, grid);
            const double center = std::clamp(at, half, std::max(half, canvas_.width() - half));
            const base::Point baseline{center, plot.bottom() + kDrop * canvas_.unit()};
            // On logarithmic axes the words between the powers give way.
            const base::Rect place = canvas_.place(x.words[i], baseline, Anchor::center);
            if (canvas_.is_free({place.x - 3, place.y, place.width + 6, place.height}))
                canvas_.put(x.words[i], baseline, Anchor::center);
        }
        canvas_.add(Layer::rims, stroked(polyline({{plot.x, plot.bottom()}, {plot.right(), plot.bottom()}}),
                                         canvas_.inks().ink, 0.75));
    }

    double largest() const {
        double most = 0;
        for (const auto& spot : spots_) most = std::max(most, spot.size);
        return most;
    }
    double most_radius() const { return std::clamp(canvas_.width() / 18, 8.0, 22.0) * canvas_.unit(); }

    /// What the largest bubble stands for.
    double size_key(double top) {
        const auto& size = *channel_of(chart_, "size");
        const double most = largest();
        const auto at = std::find_if(spots_.begin(), spots_.end(), [&](const Spot& s) { return s.size == most; });
        const std::string words = value_words(size.values[at->category], size.format, Unit::symbol, canvas_.locale());
        const Label label = canvas_.measure(size.label + ": " + words, canvas_.label_look());
        const double r = 4.5 * canvas_.unit(), row = 2 * r + 4;
        const double x = canvas_.width() - label.width - 2 * r - 4;
        if (x < 0) return 0;
        canvas_.add(Layer::marks, stroked(disc({x + r, top + r}, r - 0.4), canvas_.inks().quiet_mark, 0.8));
        canvas_.offer(label, {canvas_.width(), top + r + label.cap / 2}, Anchor::right);
        return row;
    }

    void place(const Axis& x, const Axis& y, const base::Rect& plot) {
        const double most = largest();
        for (auto& spot : spots_) {
            spot.at = {x.scale(spot.x), y.scale(spot.y)};
            const bool loud = spot.tone.voice == Tone::Voice::loud;
            spot.radius = (loud ? kLoudRadius : kRadius) * canvas_.unit();
            if (bubbles_ && most > 0) spot.radius = std::max(std::sqrt(spot.size / most) * most_radius(), 1.2);
            // A bubble at the edge of its axis stays inside.
            const double r = std::min({spot.radius, plot.width / 2, plot.height / 2});
            if (bubbles_) {
                spot.at.x = std::clamp(spot.at.x, r, canvas_.width() - r);
                spot.at.y = std::max(spot.at.y, r);
            }
            if (crowded() && !loud) continue;  // words may stand among so many
            canvas_.take({spot.at.x - spot.radius, spot.at.y - spot.radius, 2 * spot.radius, 2 * spot.radius});
        }
        // The small and the loud lie on top.
        std::stable_sort(spots_.begin(), spots_.end(), [](const Spot& a, const Spot& b) {
            const bool la = a.tone.voice == Tone::Voice::loud, lb = b.tone.voice == Tone::Voice::loud;
            return la != lb ? lb : a.radius > b.radius;
        });
    }

    bool crowded() const { return !bubbles_ && spots_.size() > kCloud; }

    /// Many points become fine dots, a path for each series; points that the eye can't part are drawn once. The loud
    /// stay points of their own.
    void cloud(const base::Rect& plot) {
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

    /// Where y is so many times x: straight where both axes are of one kind, else by short pieces.
    void ratios(const Axis& x, const Axis& y, const base::Rect& plot) {
        for (const auto& annotation : chart_.annotations) {
            if (annotation.kind != doc::Annotation::Kind::ratio || !annotation.number) continue;
            const auto line = ratio_line(x.scale, y.scale, *annotation.number, plot);
            if (line.size() < 2) {
                canvas_.dropped(annotation.text);
                continue;
            }
            const Label label = canvas_.measure(annotation.text, canvas_.label_look());
            bool said = label.empty();
            // From the lower end up, clear of the names of points; where all is full, wherever it fits.
            for (std::size_t k = 0; k < 2 * line.size() && !said; ++k) {
                const std::size_t i = k % line.size();
                const double air = k < line.size() ? 5 : 0;
                const base::Point at{line[i].x, line[i].y + label.cap / 2};
                const base::Rect place = canvas_.place(label, at, Anchor::center);
                if (place.x < plot.x + 2 || place.right() > canvas_.width() || place.y < 0 ||
                    place.bottom() > plot.bottom() - 2 ||
                    !canvas_.is_free({place.x - air, place.y - air, place.width + 2 * air, place.height + 2 * air}))
                    continue;
                canvas_.put(label, at, Anchor::center);
                said = true;
            }
            if (!said) canvas_.dropped(annotation.text);
            const scene::Stroke dotted{canvas_.inks().quiet_mark, 0.7, {1.2, 1.8}, false};
            const bool straight = x.scale.logarithmic == y.scale.logarithmic && !x.scale.rooted && !y.scale.rooted;
            if (straight) {
                canvas_.rule(Layer::grid, line.front(), line.back(), dotted);
                continue;
            }
            for (std::size_t i = 1; i < line.size(); ++i) canvas_.rule(Layer::grid, line[i - 1], line[i], dotted);
        }
    }

    void trend(const base::Rect& plot) {
        for (const auto& annotation : chart_.annotations) {
            if (annotation.kind != doc::Annotation::Kind::trend) continue;
            std::vector<base::Point> points;
            for (const auto& spot : spots_) points.push_back(spot.at);
            draw_trend(canvas_, points, plot);
        }
    }

    void mark(const Spot& spot) {
        scene::Path path = stroked(disc(spot.at, spot.radius), canvas_.inks().ground, kRim);
        path.fill = bubbles_ ? base::mixed(spot.tone.mark, canvas_.inks().ground, 0.82) : spot.tone.mark;
        if (spot.open) {
            path.fill = canvas_.inks().ground;
            path.stroke = scene::Stroke{spot.tone.mark, 1.3, {}, false};
        }
        canvas_.add(Layer::rims, std::move(path));
    }

    void labels(const base::Rect& plot) {
        if (chart_.labels == "none") return;
        const bool some = spots_.size() > kManyPoints && chart_.labels == "auto";
        std::vector<PointLabel> labels;
        for (const auto& spot : spots_) {
            const bool loud = spot.tone.voice == Tone::Voice::loud;
            if (some && !loud) continue;
            const TextLook look =
                loud ? canvas_.strong_look().in(spot.tone.text) : canvas_.label_look().in(canvas_.inks().ink);
            PointLabel one{canvas_.measure(chart_.categories[spot.category], look), spot.at, spot.radius,
                           loud ? 1.0 : 0.0};
            labels.push_back(std::move(one));
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
