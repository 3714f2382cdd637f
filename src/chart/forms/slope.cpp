// chart/forms/slope.cpp: lines between stations (categories) by values (slope) or ranks (bump), named at both ends,
// with their changes at the right. Stage: doc::Chart -> FORM slope, bump -> canvas.
#include "chart/forms/slope.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/labels/end_labels.h"
#include "chart/marks/line_mark.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {

std::vector<std::vector<std::optional<double>>> ranks_of(const doc::Chart& chart) {
    std::vector<std::vector<std::optional<double>>> ranks(chart.series.size());
    for (auto& by_category : ranks) by_category.resize(chart.categories.size());
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        std::vector<std::size_t> order;
        for (std::size_t s = 0; s < chart.series.size(); ++s)
            if (chart.series[s].values[c].number) order.push_back(s);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return *chart.series[a].values[c].number > *chart.series[b].values[c].number;
        });
        for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]][c] = static_cast<double>(i + 1);
    }
    return ranks;
}

namespace {

constexpr double kDot = 2.6, kGap = 7;
constexpr double kMostNames = 0.42;  // of the width, on each side
constexpr double kLoudLine = 1.9, kQuietLine = 1.3;
constexpr double kMostChange = 1e7;  // larger ones are not printed

class Slope {
  public:
    Slope(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas), chart_(chart), ranked_(chart.form == vocabulary::Form::bump) {
        if (ranked_) ranks_ = ranks_of(chart);
        for (std::size_t s = 0; s < chart.series.size(); ++s)
            any_loud_ = any_loud_ || canvas.tones().series(s).voice == Tone::Voice::loud;
    }

    double draw(const Frame& frame) {
        const double u = canvas_.unit(), height = frame.wish.value_or(frame.usual);
        const double head = canvas_.row_of(canvas_.label_look()) + 3;
        const auto lefts = labels(first_, true), rights = labels(last_, false);
        changes_ = changes();
        double change_width = 0;
        for (const auto& change : changes_) change_width = std::max(change_width, change.width);
        const double limit = canvas_.width() * kMostNames;
        const double left = canvas_.common("lefts", std::min(widest(lefts), limit)) + kGap * u;
        const double change_room = change_width > 0 ? change_width + 6 * u : 0;
        const double right =
            canvas_.width() - canvas_.common("rights", std::min(widest(rights) + change_room, limit)) - kGap * u;
        const std::size_t n = chart_.categories.size();
        for (std::size_t c = 0; c < n; ++c) {
            const double share = n > 1 ? static_cast<double>(c) / static_cast<double>(n - 1) : 0.5;
            xs_.push_back(left + std::max(right - left, 1.0) * share);
        }
        const double top = head + 5 * u, bottom = height - 5 * u;
        y_ = {canvas_.common("values", extent()), bottom, top, chart_.scale == vocabulary::Scale::log && !ranked_};
        if (ranked_) std::swap(y_.from, y_.to);  // rank 1 is on top
        draw_stations(head, height);
        draw_lines();
        draw_ends(lefts, left - kGap * u, first_, Anchor::right, {head, height});
        const auto middles = draw_ends(rights, right + kGap * u, last_, Anchor::left, {head, height});
        for (std::size_t s = 0; s < middles.size(); ++s)
            if (middles[s] && !changes_[s].empty())
                canvas_.offer(changes_[s], {canvas_.width(), *middles[s] + changes_[s].cap / 2}, Anchor::right);
        return height;
    }

  private:
    std::optional<double> value(std::size_t s, std::size_t c) const {
        return ranked_ ? ranks_[s][c] : chart_.series[s].values[c].number;
    }
    /// The first or last category in which a series has a value.
    std::optional<std::size_t> end_of(std::size_t s, bool first) const {
        const std::size_t n = chart_.categories.size();
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t c = first ? i : n - 1 - i;
            if (value(s, c)) return c;
        }
        return std::nullopt;
    }
    Interval extent() const {
        Interval extent{1e300, -1e300};
        for (std::size_t s = 0; s < chart_.series.size(); ++s)
            for (std::size_t c = 0; c < chart_.categories.size(); ++c)
                if (const auto number = value(s, c))
                    extent = {std::min(extent.lo, *number), std::max(extent.hi, *number)};
        for (const double end : chart_.domain) extent = {std::min(extent.lo, end), std::max(extent.hi, end)};
        if (extent.hi <= extent.lo) return {extent.lo - 1, extent.hi + 1};
        return extent;
    }
    bool loud(std::size_t s) const { return canvas_.tones().series(s).voice == Tone::Voice::loud; }

    /// A long noun would leave no room between the names.
    static bool is_short(const doc::AxisFormat& format) {
        constexpr std::size_t kMostLetters = 8;
        return noun_of(format).size() <= kMostLetters;
    }

    /// "DeepSpeed 615" at the left; at the right the value, with the name if it is loud or not named at the left.
    Label end_label(std::size_t s, std::size_t c, bool left) {
        const auto& series = chart_.series[s];
        const Tone& tone = canvas_.tones().series(s);
        const TextLook look = (any_loud_ && !loud(s) ? canvas_.label_look() : canvas_.strong_look())
                                  .in(any_loud_ && !loud(s) ? canvas_.inks().quiet_text : tone.text);
        std::string number;
        if (chart_.labels != vocabulary::Labels::none && !ranked_)
            number = value_words(series.values[c], chart_.format,
                                 unit_without_axis(chart_.format, s == 0 && left && is_short(chart_.format)),
                                 canvas_.locale());
        if (left) return canvas_.measure(number.empty() ? series.name : series.name + " " + number, look);
        const bool named = ranked_ || loud(s) || !any_loud_ || !value(s, 0);
        if (!named) return canvas_.measure(number, look);
        return canvas_.measure(number.empty() ? series.name : number + " " + series.name, look);
    }
    /// The labels of one side; `named` gets the series that they name. Lines that end inside are named there.
    std::vector<Label> labels(std::vector<std::size_t>& named, bool left) {
        std::vector<Label> labels;
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const auto c = end_of(s, left);
            const std::size_t edge = left ? 0 : chart_.categories.size() - 1;
            if (!c || *c != edge) continue;
            if (left && ranked_ && value(s, chart_.categories.size() - 1)) continue;
            named.push_back(s);
            labels.push_back(end_label(s, *c, left));
        }
        return labels;
    }
    static double widest(const std::vector<Label>& labels) {
        double width = 0;
        for (const auto& label : labels) width = std::max(width, label.width);
        return width;
    }

    /// Changes from the first station to the last, by series: of the loud ones, or of all if none is loud.
    std::vector<Label> changes() {
        std::vector<Label> by_series(chart_.series.size());
        if (ranked_ || chart_.labels == vocabulary::Labels::none || chart_.categories.size() < 2) return by_series;
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const auto a = chart_.series[s].values.front().number, b = chart_.series[s].values.back().number;
            if (!a || !b || (any_loud_ && !loud(s))) continue;
            const bool points = chart_.format.unit == "percent" || chart_.format.unit == "pp";
            if (!points && *a <= 0) continue;
            locale::NumberFormat format;
            format.signed_always = true;
            const double change = points ? *b - *a : 100 * (*b - *a) / *a;
            if (!(std::abs(change) < kMostChange)) continue;
            format.decimals = points ? decimals_of(chart_) : 0;
            const std::string figures = canvas_.locale().number(change, format);
            by_series[s] = canvas_.measure(points ? figures : canvas_.locale().percent(figures),
                                           canvas_.label_look().in(canvas_.tones().series(s).text));
        }
        return by_series;
    }

    /// The names of the stations. If some would meet, dates are printed with their year only where it changes.
    std::vector<Label> heads() {
        const TextLook look = canvas_.strong_look().in(canvas_.inks().ink);
        std::vector<Label> full, brief;
        bool meet = false;
        for (std::size_t c = 0; c < xs_.size(); ++c) {
            full.push_back(canvas_.measure(chart_.categories[c], look));
            meet = meet || (c > 0 && xs_[c] - xs_[c - 1] < (full[c].width + full[c - 1].width) / 2 + 3);
        }
        if (!meet || chart_.periods.size() != xs_.size()) return full;
        int year = 0;
        for (std::size_t c = 0; c < xs_.size(); ++c) {
            const int own = civil_day(chart_.periods[c].begin_day).year;
            const std::string words = canvas_.locale().short_date(chart_.category_keys[c]);
            const bool yearly = chart_.periods[c].end_day - chart_.periods[c].begin_day > 300;
            brief.push_back(c == 0 || (own != year && !yearly) ? full[c] : canvas_.measure(words, look));
            year = own;
        }
        return brief;
    }

    void draw_stations(double head, double height) {
        double before = -1e9;
        const auto words = heads();
        for (std::size_t c = 0; c < xs_.size(); ++c) {
            canvas_.rule(Layer::grid, {xs_[c], head}, {xs_[c], height}, {canvas_.inks().hairline, 0.7, {}, false});
            const Label& word = words[c];
            const double x = canvas_.center_inside(xs_[c], word);
            if (x - word.width / 2 < before + 3) {
                if (chart_.periods.empty()) canvas_.dropped(word.text);
                continue;
            }
            if (canvas_.offer(word, {x, head - 4}, Anchor::center)) before = x + word.width / 2;
        }
    }

    void draw_lines() {
        for (const bool front : {false, true}) {
            for (std::size_t s = 0; s < chart_.series.size(); ++s) {
                if (loud(s) != front) continue;
                const Tone& tone = canvas_.tones().series(s);
                LineMark mark;
                mark.color = tone.mark;
                mark.width = loud(s) || !any_loud_ ? kLoudLine : kQuietLine;
                for (std::size_t c = 0; c < xs_.size(); ++c) {
                    const auto number = value(s, c);
                    if (!number) {
                        mark.points.emplace_back();
                        continue;
                    }
                    mark.points.push_back(
                        LinePoint{{xs_[c], y_(*number)}, is_ahead(chart_.series[s].values[c].status)});
                }
                draw_line(canvas_, mark);
                for (std::size_t c = 0; c < xs_.size(); ++c)
                    if (mark.points[c]) {
                        canvas_.spot(mark.points[c]->at, chart_, s, c);
                        draw_dot(canvas_, mark.points[c]->at, kDot, mark.color, mark.points[c]->open);
                    }
                name_inside(s, mark);
            }
        }
    }

    /// A line that begins and ends between the outer stations is named beside its last dot.
    void name_inside(std::size_t s, const LineMark& mark) {
        const auto last = end_of(s, false);
        if (!last || *last + 1 == chart_.categories.size()) return;
        if (*last == 0 && !ranked_) return;  // named at the left
        const Label label = canvas_.measure(chart_.series[s].name, canvas_.label_look().in(canvas_.inks().text));
        const base::Point at = mark.points[*last]->at;
        canvas_.offer(label, {at.x + kDot + 3, at.y + label.cap / 2});
    }

    /// Prints the labels of one side; returns the y of each label's middle, by series.
    std::vector<std::optional<double>> draw_ends(const std::vector<Label>& labels, double x,
                                                 const std::vector<std::size_t>& named, Anchor side, Interval room) {
        std::vector<EndLabel> column;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::size_t s = named[i], c = side == Anchor::right ? 0 : chart_.categories.size() - 1;
            const double rank = std::abs(chart_.series[s].values[c].number.value_or(0));
            column.push_back(
                {labels[i], {xs_[c], y_(*value(s, c))}, kDot, canvas_.tones().series(s).mark, loud(s), rank});
        }
        const auto middles = draw_end_labels(canvas_, column, x, room, side);
        std::vector<std::optional<double>> by_series(chart_.series.size());
        for (std::size_t i = 0; i < named.size(); ++i) by_series[named[i]] = middles[i];
        return by_series;
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    bool ranked_, any_loud_ = false;
    std::vector<std::vector<std::optional<double>>> ranks_;
    std::vector<std::size_t> first_, last_;  // series that are named at the left and at the right
    std::vector<Label> changes_;             // pairs with the series
    std::vector<double> xs_;                 // of the stations
    ValueScale y_;
};

}  // namespace

double draw_slope(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Slope(canvas, chart).draw(frame);
}

}  // namespace precis::chart
