// chart/forms/heatmap.cpp: cells on one colour scale with numbers inside; columns named above, rows at the left, sums
// of rows at the right, the key beneath. Stage: doc::Chart -> FORM heatmap -> canvas.
#include <algorithm>

#include "chart/axes/band_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/marks/stack.h"
#include "chart/scales/color_scale.h"
#include "chart/scales/slots.h"

namespace precis::chart {
namespace {

constexpr double kGap = 1;                                          // white between cells
constexpr double kLeastRow = 9.6, kMostRow = 15, kMostWished = 28;  // heights, in units of the canvas; by eye
constexpr double kSwatch = 15, kSwatchHeight = 5.5, kLegend = 23;   // of the key, in units of the canvas
constexpr double kMostNames = 0.4;                                  // of the width
constexpr double kHeadRise = 4;                                     // from the cells to the columns' words
constexpr double kHeadAir = 1.5;                                    // between the words of two columns
constexpr double kYearBack = 6;                                     // of the last year's name, before its first column
constexpr double kHeadLeading = 0.92;                               // of rows, for broken words
constexpr std::size_t kMostHeadLines = 3, kMostBroken = 100;        // lines; columns that are broken

class Heatmap {
  public:
    Heatmap(Canvas& canvas, const doc::Chart& chart) : canvas_(canvas), chart_(chart) {
        std::vector<double> numbers;
        for (const auto& series : chart.series)
            for (const auto& value : series.values)
                if (value.number) numbers.push_back(*value.number);
        numbers = canvas.common_pool(std::move(numbers));
        if (!numbers.empty()) scale_ = color_scale(std::move(numbers), canvas.tones().theme());
    }

    double draw(const Frame& frame) {
        const double u = canvas_.unit(), rows = static_cast<double>(chart_.series.size());
        measure_rows();
        // Panels of one scale have one key, under the lowest ones.
        const double legend =
            canvas_.foot_room(chart_.legend == vocabulary::Legend::none || scale_.colors.size() < 2 ? 0 : kLegend * u);
        cell_ = (canvas_.width() - left_ - right_) / static_cast<double>(chart_.categories.size());
        find_years();
        if (canvas_.common("no-years", years_.empty() ? 1.0 : 0.0) > 0) years_.clear();
        measure_heads();
        const double head = head_height() + (years_.empty() ? 0 : canvas_.row_of(canvas_.label_look()));
        const double fair = (frame.asked().value_or(frame.usual) - head - legend) / rows;
        row_ = std::clamp(fair, kLeastRow * u, (frame.asked() ? kMostWished : kMostRow) * u);
        const double height = head + row_ * rows + legend;
        draw_heads(head);
        const bool numbered = numbers_fit();
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const double top = head + row_ * static_cast<double>(s);
            for (std::size_t c = 0; c < chart_.categories.size(); ++c) draw_cell(s, c, top, numbered);
            const double baseline = top + (row_ - kGap) / 2;
            if (!names_[s].empty() && canvas_.panel().row_words)
                canvas_.offer(names_[s], {0, baseline + names_[s].cap / 2});
            if (!totals_.empty())
                canvas_.offer(totals_[s], {canvas_.width(), baseline + totals_[s].cap / 2}, Anchor::right);
        }
        if (legend > 0 && canvas_.panel().row_words) draw_legend(height - legend + 6 * u, height);
        return height;
    }

  private:
    /// Names and sums of the rows, and the room that they take at both sides.
    void measure_rows() {
        const double u = canvas_.unit();
        for (const auto& series : chart_.series) {
            const TextLook look =
                (series.highlighted ? canvas_.strong_look() : canvas_.label_look()).in(canvas_.inks().ink);
            names_.push_back(canvas_.measure(series.name, look));
            if (names_.back().width > canvas_.width() * kMostNames) {
                auto lines = canvas_.wrapped(series.name, look, canvas_.width() * kMostNames);
                if (canvas_.panel().row_words) canvas_.dropped(series.name);
                names_.back() = lines.empty() ? Label{} : std::move(lines.front());
            }
            left_ = std::max(left_, names_.back().width);
        }
        left_ = canvas_.left_room(left_ > 0 ? left_ + 9 * u : 0);
        if (!chart_.totals.value_or(false)) return;
        for (const auto& series : chart_.series) {
            double sum = 0;
            for (const auto& value : series.values) sum += value.number.value_or(0);
            totals_.push_back(
                canvas_.measure(number_words(sum, chart_.format, decimals_of(chart_), Unit::bare, canvas_.locale()),
                                canvas_.value_look().sized(canvas_.label_look().size).in(canvas_.inks().ink)));
            right_ = std::max(right_, totals_.back().width);
        }
        right_ = canvas_.common("sums", right_ + 9 * u);
    }

    double x_of(std::size_t c) const { return left_ + cell_ * static_cast<double>(c); }

    /// Quarters and months of several years get each year once, over its first column; no years if one has no room.
    void find_years() {
        const Slots slots = chart_.periods.empty() ? Slots{} : slots_of(chart_);
        if (slots.kind != Slots::Kind::quarter && slots.kind != Slots::Kind::month) return;
        std::vector<Year> years;
        for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
            const int year = slots.begin(slots.of[c]).year;
            if (years.empty() || years.back().number != year)
                years.push_back({year, c, canvas_.measure(std::to_string(year), canvas_.strong_look())});
        }
        if (years.size() < 2) return;
        for (std::size_t i = 0; i < years.size(); ++i) {
            // The last one may reach back over the columns of its year, if these are few.
            const double back = i + 1 == years.size() ? kYearBack : 0;
            const double end = i + 1 < years.size() ? x_of(years[i + 1].first) - 3 : canvas_.width() + back;
            if (x_of(years[i].first) + years[i].label.width > end) return;
        }
        years_ = std::move(years);
    }
    /// The words over a column; under a year's name, the quarter or month alone.
    std::string column_words(std::size_t c) const {
        if (years_.empty()) return chart_.categories[c];
        return without_year(canvas_.locale().short_date(chart_.category_keys[c]));
    }
    TextLook head_look(std::size_t c) const {
        const bool loud = canvas_.tones().category_loud(c);
        return canvas_.strong_look().in(loud ? canvas_.inks().ink : canvas_.inks().quiet_text);
    }

    /// Words over the columns: in lines if they then fit, else every second, third … of them.
    void measure_heads() {
        double widest = 0, broken_widest = 0;
        std::size_t most = 1;
        std::vector<std::vector<Label>> broken;
        for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
            heads_.push_back({canvas_.measure(column_words(c), head_look(c))});
            widest = std::max(widest, heads_.back().front().width);
        }
        if (widest + kHeadAir <= cell_ || !chart_.periods.empty()) return thin_out(widest);
        for (std::size_t c = 0; c < heads_.size() && c < kMostBroken; ++c) {
            broken.push_back(canvas_.wrapped(chart_.categories[c], head_look(c), cell_ - kHeadAir));
            most = std::max(most, broken.back().size());
            for (const auto& line : broken.back()) broken_widest = std::max(broken_widest, line.width);
        }
        if (broken.size() < heads_.size() || most > kMostHeadLines || broken_widest + kHeadAir > cell_ + 0.1)
            return thin_out(widest);
        heads_ = std::move(broken);
    }

    void thin_out(double widest) {
        std::size_t every = 1;
        while (cell_ * static_cast<double>(every) < widest + kHeadAir && every < heads_.size()) ++every;
        for (std::size_t c = 0; c < heads_.size(); ++c) {
            if (c % every == 0) continue;
            if (chart_.periods.empty()) canvas_.dropped(heads_[c].front().text);
            heads_[c].clear();
        }
    }

    double head_height() const {
        double height = canvas_.row_of(canvas_.label_look()) + 1;
        for (const auto& lines : heads_)
            if (!lines.empty())
                height = std::max(height, lines.front().cap + kHeadRise + 0.2 + head_row() * (lines.size() - 1.0));
        return height;
    }
    double head_row() const { return canvas_.row_of(canvas_.label_look()) * kHeadLeading; }

    void draw_heads(double head) {
        for (const auto& year : years_)
            canvas_.offer(year.label, {std::min(x_of(year.first), canvas_.width() - year.label.width),
                                       head - kHeadRise - canvas_.row_of(canvas_.label_look())});
        for (std::size_t c = 0; c < heads_.size(); ++c) {
            double y = head - kHeadRise - head_row() * (static_cast<double>(heads_[c].size()) - 1);
            for (const auto& line : heads_[c]) {
                canvas_.offer(line, {canvas_.center_inside(x_of(c) + (cell_ - kGap) / 2, line), y}, Anchor::center);
                y += head_row();
            }
        }
    }

    Label number(std::size_t s, std::size_t c, const base::Color& color) {
        return canvas_.measure(value_words(chart_.series[s].values[c], chart_.format, Unit::bare, canvas_.locale()),
                               canvas_.label_look().in(color));
    }
    /// Whether all numbers fit into their cells: all are printed, or none.
    bool numbers_fit() {
        if (chart_.labels == vocabulary::Labels::none) return false;
        if (chart_.labels == vocabulary::Labels::all) return true;
        for (std::size_t s = 0; s < chart_.series.size(); ++s)
            for (std::size_t c = 0; c < chart_.categories.size(); ++c)
                if (chart_.series[s].values[c].number && number(s, c, canvas_.inks().ink).width > cell_ - kGap - 2)
                    return false;
        return true;
    }

    void draw_cell(std::size_t s, std::size_t c, double top, bool numbered) {
        const doc::Value& value = chart_.series[s].values[c];
        const base::Rect at{x_of(c), top, cell_ - kGap, row_ - kGap};
        if (!value.number) {
            const base::Rect frame{at.x + 0.25, at.y + 0.25, at.width - 0.5, at.height - 0.5};
            canvas_.add(Layer::marks, stroked(rectangle(frame), canvas_.inks().grid, 0.5));
            return;
        }
        const base::Color color = scale_(*value.number);
        canvas_.spot({at.x + at.width / 2, at.y + at.height / 2}, chart_, s, c);
        const base::Color word = word_on(color, canvas_.inks());
        canvas_.add(Layer::marks, filled(rectangle(at), color));
        if (is_open(value.status)) {
            scene::Path hatched;
            hatched.steps = rectangle(at);
            hatched.hatch = scene::Hatch{base::mixed(canvas_.inks().ground, color, 0.35), color, 3.2, 0.8};
            canvas_.add(Layer::marks, std::move(hatched));
        }
        if (!numbered) return;
        const Label label = number(s, c, word);
        const base::Point place{at.x + at.width / 2, at.y + at.height / 2 + label.cap / 2};
        if (label.width > at.width - 1)
            canvas_.dropped(label.text);
        else
            canvas_.offer(label, place, Anchor::center);
    }

    void draw_legend(double top, double height) {
        const double u = canvas_.unit();
        double widest = 0;
        std::vector<Label> words;
        doc::AxisFormat format = chart_.format;
        format.decimals = -1;
        for (std::size_t i = 0; i < scale_.breaks.size(); ++i) {
            const bool last = i + 1 == scale_.breaks.size();
            words.push_back(canvas_.measure(
                number_words(scale_.breaks[i], format, -1, last ? Unit::symbol : Unit::bare, canvas_.locale()),
                canvas_.label_look()));
            widest = std::max(widest, words.back().width);
        }
        const double count = static_cast<double>(scale_.colors.size());
        const double swatch = std::min(std::max(kSwatch * u, widest + 4), (canvas_.width() - widest) / count);
        const double left = std::min(left_, std::max(0.0, canvas_.width() - swatch * count - widest));
        for (std::size_t i = 0; i < scale_.colors.size(); ++i) {
            const double x = left + swatch * static_cast<double>(i);
            canvas_.add(Layer::marks,
                        filled(rectangle({x, top, swatch - kGap / 2, kSwatchHeight * u}), scale_.colors[i]));
            canvas_.offer(words[i], {x, top + kSwatchHeight * u + words[i].cap + 3}, Anchor::left, height);
        }
    }

    struct Year {
        int number = 0;
        std::size_t first = 0;  // index of its first column
        Label label;
    };
    Canvas& canvas_;
    const doc::Chart& chart_;
    std::vector<Year> years_;  // over the columns
    ColorScale scale_;
    std::vector<Label> names_, totals_;      // of rows
    std::vector<std::vector<Label>> heads_;  // of columns, in lines
    double left_ = 0, right_ = 0;            // room beside the cells
    double row_ = 0, cell_ = 0;              // height and width of a cell with its gap
};

}  // namespace

double draw_heatmap(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Heatmap(canvas, chart).draw(frame);
}

}  // namespace precis::chart
