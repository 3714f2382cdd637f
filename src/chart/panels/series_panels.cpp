// chart/panels/series_panels.cpp: for each series its name, gridlines, ghosts, marks, labels and words of the axis.
// Stage: doc::Chart with facets -> SERIES PANELS -> canvas.
#include "chart/panels/series_panels.h"

#include <algorithm>

#include "chart/axes/band_axis.h"
#include "chart/axes/value_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/marks/bar_mark.h"
#include "chart/marks/line_mark.h"
#include "chart/notes/references.h"
#include "chart/panels/panel_grid.h"
#include "chart/scales/lookup.h"

namespace precis::chart {
namespace {

constexpr double kShare = 0.7;               // of a column in its step
constexpr double kGhost = 0.5, kLine = 1.3;  // widths of lines
constexpr double kNameGap = 4, kWordGap = 4;
constexpr double kUnderLabel =
    6;  // on a phone, air between the axis's label and the panels' names, units of the canvas
constexpr double kBetween = 18, kFoot = 14;  // air between panels of a row and under a row, in units of the canvas
constexpr double kNameSize = 1.08;           // of a panel's name, by the size of labels
constexpr double kColumnLift = 2.6, kLineLift = 4.2, kDot = 1.9;  // of a label over its mark; radius of its dot

/// One panel: its series, its plot and its scale.
struct Panel {
    std::size_t series = 0;
    base::Rect plot;
    ValueScale y;
};

class SeriesPanels {
  public:
    SeriesPanels(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas),
          chart_(chart),
          columns_(chart.form == vocabulary::Form::column),
          slots_(columns_ ? column_slots_of(chart) : slots_of(chart)) {}

    double draw(const Frame& frame) {
        const double u = canvas_.unit();
        PanelRoom room;
        room.count = chart_.series.size();
        room.across = chart_.facets->across;
        room.width = canvas_.width();
        room.between = kBetween * u;
        room.foot = kFoot * u;
        room.usual = frame.usual;
        room.first_gutter = gutter();
        room.gutter = chart_.facets->free_scales ? room.first_gutter : 0;
        const auto label = with_noun(chart_.value_label, chart_.format);
        const double line = canvas_.row_of(canvas_.label_look());
        const double label_row = label.empty() ? 0 : line + (canvas_.is_narrow() ? kUnderLabel * u : 0);
        if (label_row > 0) canvas_.offer(canvas_.measure(label, canvas_.label_look()), {0, line * 0.75});

        // The width of a plot does not depend on the heights, which follow from the names and the words of the axis.
        const double width = panel_grid(room).plots.front().width;
        measure_names(width);
        room.head = name_lines_ * canvas_.row_of(name_look()) + kNameGap * u;
        axis_ = band_axis(canvas_, chart_, slots_, step(width), ticks());
        if (frame.asked()) room.wish = *frame.asked() - axis_.height - label_row;
        const PanelGrid grid = panel_grid(room);
        const double height = label_row + grid.height + axis_.height;
        for (std::size_t s = 0; s < grid.plots.size() && s < chart_.series.size(); ++s) {
            Panel panel{s, grid.plots[s], {}};
            panel.plot.y += label_row;
            draw_guides(panel, grid.is_left(s));
            draw_name(panel, room.head);
            draw_references(panel, s == 0);
            if (!columns_ && !chart_.facets->free_scales) draw_ghosts(panel);
            columns_ ? draw_columns(panel) : draw_series(panel);
            draw_labels(panel);
            for (std::size_t c = 0; c < chart_.categories.size(); ++c)
                if (const auto& value = chart_.series[s].values[c]; value.number)
                    canvas_.spot({x_at(panel.plot, c), panel.y(*value.number)}, chart_, s, c);
            draw_baseline(canvas_, panel.plot.x, panel.plot.right(),
                          panel.y.logarithmic ? panel.plot.bottom() : panel.y.base());
            if (grid.is_bottom(s)) draw_words(panel);
        }
        return height;
    }

  private:
    AxisTicks ticks() const {
        return columns_ || slots_.kind == Slots::Kind::plain ? AxisTicks::years : AxisTicks::every_word;
    }
    double step(double width) const {
        const double n = static_cast<double>(std::max<std::size_t>(slots_.count, 1));
        return columns_ ? width / n : n > 1 ? width / (n - 1) : width;
    }
    double x_of(const base::Rect& plot, std::size_t slot) const {
        const double at = static_cast<double>(slot) + (columns_ ? 0.5 : 0);
        return slots_.count > 1 || columns_ ? plot.x + step(plot.width) * at : plot.x + plot.width / 2;
    }
    double x_at(const base::Rect& plot, std::size_t c) const {
        if (columns_ || slots_.kind != Slots::Kind::day) return x_of(plot, slots_.of[c]);
        return x_of_day(plot, chart_.periods[c].begin_day);
    }
    double x_of_day(const base::Rect& plot, double day) const {
        const double first = chart_.periods.front().begin_day, last = chart_.periods.back().begin_day;
        return last > first ? plot.x + plot.width * (day - first) / (last - first) : plot.x + plot.width / 2;
    }
    TextLook name_look() const { return canvas_.strong_look().sized(canvas_.label_look().size * kNameSize); }

    /// The extent of a panel's scale: that of all series, or that of its own.
    Interval extent(std::size_t s) const {
        const bool from_zero = columns_ || chart_.form == vocabulary::Form::area;
        if (!chart_.facets->free_scales) return extent_of(chart_, from_zero);
        doc::Chart own;
        own.scale = chart_.scale;
        own.series = {chart_.series[s]};
        own.annotations = chart_.annotations;
        return extent_of(own, from_zero);
    }
    ValueAxis axis(std::size_t s, double top, double bottom) {
        doc::Chart bare;  // without the axis's label, which is printed above the panels
        bare.format = chart_.format;
        if (has_noun(bare.format)) bare.format.symbol.clear();  // printed with the axis's label
        bare.scale = chart_.scale;
        bare.y_axis.step = chart_.y_axis.step;
        return value_axis(canvas_, bare, extent(s), top, bottom);
    }
    /// Room for the words of values beside a panel. The height of the plot is not known yet, so several are tried: each
    /// may have other ticks.
    double gutter() {
        double width = 0;
        for (std::size_t s = 0; s < (chart_.facets->free_scales ? chart_.series.size() : 1); ++s)
            for (const double height : {30.0, 50.0, 80.0, 110.0, 150.0})
                for (const auto& word : axis(s, 0, height * canvas_.unit()).words) width = std::max(width, word.width);
        return width + kWordGap;
    }

    void measure_names(double width) {
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const auto& series = chart_.series[s];
            const auto color = series.highlighted ? canvas_.tones().series(s).text : canvas_.inks().ink;
            const Label whole = canvas_.measure(series.name, name_look().in(color));
            auto lines =
                whole.width <= width ? std::vector{whole} : canvas_.wrapped(series.name, name_look().in(color), width);
            name_lines_ = std::max(name_lines_, static_cast<double>(lines.size()));
            names_.push_back(std::move(lines));
        }
    }
    void draw_name(const Panel& panel, double head) {
        double y = panel.plot.y - head + names_[panel.series].front().cap + 1;
        for (const auto& line : names_[panel.series]) {
            canvas_.offer(line, {panel.plot.x, y});
            y += canvas_.row_of(name_look());
        }
    }

    /// Sets the panel's scale and draws its gridlines; words only in leftmost panels, or in all on free scales.
    void draw_guides(Panel& panel, bool leftmost) {
        const ValueAxis axis = this->axis(panel.series, panel.plot.y, panel.plot.bottom());
        panel.y = axis.scale;
        for (std::size_t i = 0; i < axis.ticks.values.size(); ++i) {
            const double y = axis.scale(axis.ticks.values[i]);
            if (axis.ticks.values[i] != 0 || axis.scale.domain.lo < 0)
                canvas_.rule(Layer::grid, {panel.plot.x, y}, {panel.plot.right(), y},
                             {canvas_.inks().grid, 0.5, {}, false});
            const Label& word = axis.words[i];
            if (word.empty() || !(leftmost || chart_.facets->free_scales)) continue;
            canvas_.offer(word, {panel.plot.x - kWordGap, y + word.cap / 2}, Anchor::right);
        }
    }

    /// Lines and bands of values in every panel, their words in the first one.
    void draw_references(const Panel& panel, bool first) {
        Field field;
        field.y = panel.y;
        field.left = panel.plot.x;
        field.right = panel.plot.right();
        for (auto annotation : chart_.annotations) {
            if (!is_value_band(annotation)) continue;
            if (!first) annotation.text.clear();
            draw_band(canvas_, chart_, annotation, field);
        }
        for (const auto& annotation : chart_.annotations) {
            if (annotation.kind != doc::Annotation::Kind::line || !annotation.number) continue;
            const double y = panel.y(*annotation.number);
            canvas_.rule(Layer::rims, {panel.plot.x, y}, {panel.plot.right(), y},
                         {canvas_.inks().text, 0.7, {1.2, 1.8}, false});
            const Label label =
                canvas_.measure(first ? annotation.text : std::string(), canvas_.label_look().in(canvas_.inks().text));
            const base::Point above{panel.plot.x + 2, y - 2}, below{panel.plot.x + 2, y + 2 + label.cap};
            if (canvas_.is_free(canvas_.place(label, above, Anchor::left)))
                canvas_.put(label, above);
            else
                canvas_.offer(label, below);
        }
    }

    LineMark mark_of(const Panel& panel, std::size_t s) const {
        LineMark mark;
        mark.stepped = chart_.form == vocabulary::Form::step;
        mark.width = kLine;
        mark.color = canvas_.tones().series(s).mark;
        for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
            const auto& value = chart_.series[s].values[c];
            if (value.number)
                mark.points.push_back(LinePoint{{x_at(panel.plot, c), panel.y(*value.number)}, is_ahead(value.status)});
            else
                mark.points.emplace_back();
        }
        if (chart_.bridges_gaps) mark.points = bridged(std::move(mark.points));
        return mark;
    }
    /// The other series as one hairline path, for comparing shapes only.
    void draw_ghosts(const Panel& panel) {
        scene::Path path = stroked({}, base::mixed(canvas_.inks().hairline, canvas_.inks().ground, 0.75), kGhost);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            if (s == panel.series) continue;
            bool joined = false;
            for (const auto& point : mark_of(panel, s).points) {
                if (point && joined)
                    path.steps.push_back(scene::LineTo{point->at});
                else if (point)
                    path.steps.push_back(scene::MoveTo{point->at});
                joined = point.has_value();
            }
        }
        if (!path.steps.empty()) canvas_.add(Layer::grid, std::move(path));
    }
    void draw_series(const Panel& panel) {
        LineMark mark = mark_of(panel, panel.series);
        if (chart_.form == vocabulary::Form::area) {
            mark.ground = panel.y.base();
            mark.tint = mark.color == canvas_.tones().theme().primary
                            ? canvas_.tones().theme().area
                            : base::mixed(mark.color, canvas_.inks().ground, 0.16);
        }
        draw_line(canvas_, mark);
    }
    void draw_columns(const Panel& panel) {
        const double width = step(panel.plot.width) * kShare, zero = panel.y.base();
        for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
            const auto& value = chart_.series[panel.series].values[c];
            if (!value.number) continue;
            const auto color = canvas_.tones().series(panel.series).mark;
            draw_bar(canvas_,
                     {Lie::upright, zero, panel.y(*value.number), x_at(panel.plot, c) - width / 2, width,
                      is_open_ended(value.qualifier)},
                     look_of(color, value.status, canvas_.tones(), 3.2), color);
        }
    }

    /// Labels the highest point, unless the author asks for others.
    void draw_labels(const Panel& panel) {
        const auto& values = chart_.series[panel.series].values;
        const Extremes at = extremes_of(values);
        if (at.count == 0 || chart_.labels == vocabulary::Labels::none) return;
        std::vector<std::size_t> wanted{at.high};
        if (chart_.labels == vocabulary::Labels::ends) wanted = {at.first, at.last};
        if (chart_.labels == vocabulary::Labels::extremes) wanted = {at.high, at.low};
        if (chart_.labels == vocabulary::Labels::all)
            for (std::size_t c = at.first; c <= at.last; ++c)
                if (values[c].number && c != at.high) wanted.push_back(c);
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        for (const auto c : wanted) draw_label(panel, c);
    }
    void draw_label(const Panel& panel, std::size_t c) {
        const auto& value = chart_.series[panel.series].values[c];
        const Tone& tone = canvas_.tones().series(panel.series);
        const Label label = canvas_.measure(value_words(value, chart_.format, Unit::bare, canvas_.locale()),
                                            canvas_.value_look().in(tone.text));
        const base::Point at{x_at(panel.plot, c), panel.y(*value.number)};
        const double lift =
            (columns_ ? kColumnLift : kLineLift) + (is_open_ended(value.qualifier) && columns_ ? kOpenEnd : 0);
        // On a phone the number stays clear of the words of the axis.
        const double half = label.width / 2, room = panel.plot.x - (canvas_.is_narrow() ? 0 : kWordGap) + half;
        const double x = std::clamp(at.x, room, std::max(room, panel.plot.right() + kWordGap - half));
        const base::Point foot{std::min(x, canvas_.width() - half), at.y - lift};
        // A plate of ground keeps ghosts from running through the number.
        const base::Rect box = canvas_.place(label, foot, Anchor::center);
        if (!columns_ && canvas_.is_free(box))
            canvas_.add(Layer::grid, filled(rectangle({box.x - 0.8, box.y - 0.8, box.width + 1.6, label.cap + 1.6}),
                                            canvas_.inks().ground));
        canvas_.offer(label, foot, Anchor::center);
        if (!columns_) draw_dot(canvas_, at, kDot, tone.mark, is_ahead(value.status));
    }

    void draw_words(const Panel& panel) {
        const double height = panel.plot.bottom() + axis_.height;
        const auto x_of_slot = [&](std::size_t slot) {
            return slots_.kind == Slots::Kind::day || slots_.kind == Slots::Kind::plain ? x_at(panel.plot, slot)
                                                                                        : x_of(panel.plot, slot);
        };
        draw_band_axis(canvas_, axis_, {panel.plot.bottom(), height}, x_of_slot,
                       [&](double day) { return x_of_day(panel.plot, day); });
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    bool columns_;
    Slots slots_;
    BandAxis axis_;
    std::vector<std::vector<Label>> names_;
    double name_lines_ = 1;
};

}  // namespace

double draw_series_panels(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return SeriesPanels(canvas, chart).draw(frame);
}

}  // namespace precis::chart
