// chart/forms/gantt.cpp: tasks in rows of time: long periods as bars, days as ticks on them, diamonds for named
// moments. Stage: doc::Chart with periods -> PRESET gantt -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/presets.h"
#include "chart/notes/references.h"
#include "chart/scales/groups.h"
#include "chart/scales/scale.h"
#include "chart/scales/time_ticks.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kShortDays = 1.5;  // what lasts no longer is a moment
constexpr double kTick = 0.9;

struct Task {
    std::size_t row = 0;
    doc::Period period;
    data::Status status = data::Status::actual;
    std::size_t series = 0;
    std::string words;
    bool loud = false;
    bool alone = false;  // in its row
    bool moment() const { return period.end_day - period.begin_day <= kShortDays; }
};

std::vector<Task> tasks_of(const Canvas& canvas, const doc::Chart& chart, const std::vector<Group>& groups) {
    std::vector<Task> tasks;
    const auto* texts = channel_of(chart, "text");
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::size_t c : groups[g].rows) {
            Task task{g, chart.periods[c], {}, 0, {}, canvas.tones().category_loud(c)};
            for (std::size_t s = 0; s < chart.series.size(); ++s) {
                if (is_absent(chart.series[s].values[c])) continue;
                task.series = s;
                task.status = chart.series[s].values[c].status;
                task.loud = task.loud || chart.series[s].highlighted;
            }
            if (texts != nullptr && c < texts->values.size() && texts->values[c].text != "–")
                task.words = texts->values[c].text;
            tasks.push_back(std::move(task));
        }
    }
    for (auto& task : tasks)
        task.alone = std::count_if(tasks.begin(), tasks.end(), [&](const auto& t) { return t.row == task.row; }) == 1;
    // Bars lie under moments, the loud on top.
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) {
        return a.moment() != b.moment() ? b.moment() : a.loud < b.loud;
    });
    return tasks;
}

base::Color bar_color(const Canvas& canvas, const doc::Chart& chart, const Task& task) {
    const auto& theme = canvas.tones().theme();
    if (task.loud) return canvas.tones().accent().mark;
    const bool told =
        std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) { return s.highlighted; });
    if (chart.series.size() > 1 && !told) return canvas.tones().series(task.series).mark;
    return theme.sequential.size() > 2 ? theme.sequential[2] : theme.area;
}

void draw_bar(Canvas& canvas, const doc::Chart& chart, const Task& task, const base::Rect& at) {
    const base::Color color = bar_color(canvas, chart, task);
    scene::Path path;
    if (task.status == data::Status::actual || task.status == data::Status::previous) {
        path = filled(rectangle(at), task.status == data::Status::previous ? canvas.tones().theme().previous : color);
    } else {
        const Look look = look_of(color, task.status, canvas.tones(), 3);
        path.steps = rectangle({at.x + 0.45, at.y + 0.45, std::max(at.width - 0.9, 0.2), at.height - 0.9});
        path.fill = look.fill;
        path.hatch = look.hatch;
        path.stroke = scene::Stroke{
            color, 0.9, is_open(task.status) ? std::vector<double>{2.4, 1.8} : std::vector<double>{}, false};
    }
    canvas.add(Layer::marks, std::move(path));
}

/// Half a diamond's width in rows of bars that tall.
double diamond_reach(double tall) {
    return std::clamp(tall * 0.52, 3.0, 6.0);
}

/// A tick on a bar; a diamond where it is named, marked, planned, or alone in its row. Inside `across`.
void draw_moment(Canvas& canvas, const Task& task, double x, double middle, double tall, const Interval& across) {
    const base::Color color = task.loud ? canvas.tones().accent().mark : canvas.tones().theme().primary;
    const bool planned = task.status != data::Status::actual && task.status != data::Status::previous;
    if (task.words.empty() && !task.loud && !planned && !task.alone) {
        x = std::clamp(x, across.lo + 0.5, across.hi - 0.5);
        canvas.add(Layer::marks, filled(rectangle({x - kTick / 2, middle - tall / 2, kTick, tall}), color));
        return;
    }
    const double r = diamond_reach(tall);
    x = std::clamp(x, across.lo + r, std::max(across.hi - r, across.lo + r));
    scene::Path diamond = stroked(polygon({{x, middle - r}, {x + r, middle}, {x, middle + r}, {x - r, middle}}),
                                  planned ? color : canvas.inks().ground, planned ? 1.1 : 0.7);
    diamond.fill = planned ? canvas.inks().ground : color;
    canvas.add(Layer::rims, std::move(diamond));
}

/// Bands from one date to another, and events, under and beside the tasks.
void draw_dates(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double bottom) {
    using Kind = doc::Annotation::Kind;
    const auto inside = [&](double day) { return day >= x.domain.lo && day <= x.domain.hi; };
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind == Kind::band && annotation.ends.size() == 2) {
            const auto a = locale::parse_period(annotation.ends[0]), b = locale::parse_period(annotation.ends[1]);
            if (!a || !b || b->end <= x.domain.lo || a->begin >= x.domain.hi) {
                canvas.dropped(annotation.text);
                continue;
            }
            const double from = x(std::max<double>(a->begin, x.domain.lo)),
                         to = x(std::min<double>(b->end, x.domain.hi));
            const base::Rect at{from, 0, to - from, bottom};
            canvas.add(Layer::ground, filled(rectangle(at), canvas.inks().track));
            put_band_words(canvas, annotation.text, at);
        } else if (annotation.kind == Kind::event) {
            const auto day = locale::parse_period(annotation.category);
            if (!day || !inside(day->begin)) {
                canvas.dropped(annotation.text);
                continue;
            }
            const double at = x(day->begin);
            canvas.rule(Layer::rims, {at, 0}, {at, bottom}, {canvas.inks().quiet_text, 0.6, {1.2, 1.8}, false});
            const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
            bool said = label.empty();
            for (double y = label.cap + 2; y < bottom && !said; y += label.size / 2) {
                for (const Anchor anchor : {Anchor::left, Anchor::right}) {
                    const base::Point spot{at + (anchor == Anchor::left ? 3 : -3), y};
                    const base::Rect place = canvas.place(label, spot, anchor);
                    if (said || place.x < x.from || place.right() > canvas.width() || !canvas.is_free(place)) continue;
                    canvas.put(label, spot, anchor);
                    said = true;
                }
            }
            if (!said) canvas.dropped(annotation.text);
        }
    }
}

}  // namespace

double draw_gantt(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double u = canvas.unit(), foot = canvas.foot_room(13 * u);
    const auto groups = groups_of(chart);
    doc::Chart names = grouped(chart, groups);
    const double wished = std::max(frame.wish.value_or(frame.usual) - foot, 12.0);
    const Rows rows = rows_of(canvas, names, wished, wished);
    double first = 1e300, last = -1e300;
    for (const auto& period : chart.periods) {
        first = std::min(first, period.begin_day);
        last = std::max(last, std::max(period.end_day, period.begin_day + 1));
    }
    const Interval time = canvas.common("time", Interval{first, last});
    first = time.lo;
    last = time.hi;
    const double left = std::min(rows.label_width, canvas.width() * 0.6), right = canvas.width() - 1;
    const ValueScale x{{first, last}, left, right, false};
    const double bottom = rows.height;
    const auto tasks = tasks_of(canvas, chart, groups);
    for (const auto& row : rows.rows) draw_row_words(canvas, row, 0);
    std::vector<double> middles(groups.size());
    for (const auto& row : rows.rows) middles[row.category] = row.middle;
    const double tall = rows.step * 0.66;
    // What is marked is seen, however short it lasted.
    const auto is_mark = [&](const Task& task, double width) {
        return task.moment() || ((task.loud || !task.words.empty()) && width < tall);
    };
    for (const auto& task : tasks) {
        const double from = x(task.period.begin_day), to = std::max(x(task.period.end_day), from + 0.6);
        const double middle = middles[task.row];
        if (is_mark(task, to - from)) {
            draw_moment(canvas, task, (from + to) / 2, middle, tall, {left, right});
        } else {
            draw_bar(canvas, chart, task, {from, middle - tall / 2, to - from, tall});
            canvas.take({from, middle - tall / 2, to - from, tall});
        }
    }
    for (const auto& task : tasks) {
        if (task.words.empty() || chart.labels == "none") continue;
        const double from = x(task.period.begin_day), to = std::max(x(task.period.end_day), from + 0.6);
        const Label label = canvas.measure(task.words, canvas.label_look().in(canvas.inks().text));
        const double baseline = middles[task.row] + label.cap / 2,
                     gap = (is_mark(task, to - from) ? diamond_reach(tall) : 0) + 3;
        const base::Point after{to + gap, baseline}, before{from - gap, baseline};
        const base::Rect right_place = canvas.place(label, after, Anchor::left);
        const base::Rect left_place = canvas.place(label, before, Anchor::right);
        if (right_place.right() <= canvas.width() && canvas.is_free(right_place))
            canvas.put(label, after);
        else if (left_place.x >= left && canvas.is_free(left_place))
            canvas.put(label, before, Anchor::right);
        else
            canvas.dropped(label.text);
    }
    draw_dates(canvas, chart, x, bottom);
    const int most = std::clamp(static_cast<int>((right - left) / (34 * u)), 1, 12);
    for (const auto& tick : time_ticks(first, last, most)) {
        const double at = x(tick.day);
        canvas.rule(Layer::grid, {at, 0}, {at, bottom}, {canvas.inks().grid, 0.5, {}, false});
        const Label word =
            canvas.measure(tick.iso.size() == 4 ? tick.iso : canvas.locale().short_date(tick.iso), canvas.label_look());
        const double half = word.width / 2;
        const base::Point place{std::clamp(at, half, std::max(half, canvas.width() - half)), bottom + 10.5 * u};
        const base::Rect box = canvas.place(word, place, Anchor::center);
        if (canvas.panel().foot_words && canvas.is_free({box.x - 2, box.y, box.width + 4, box.height}))
            canvas.put(word, place, Anchor::center);
    }
    if (chart.as_of && chart.as_of->begin_day > first && chart.as_of->begin_day < last) {
        const double at = x(chart.as_of->begin_day);
        canvas.rule(Layer::rims, {at, 0}, {at, bottom}, {canvas.inks().text, 0.8, {1.6, 1.6}, false});
    }
    canvas.add(Layer::rims, stroked(polyline({{left, bottom}, {canvas.width(), bottom}}), canvas.inks().ink, 0.75));
    return bottom + foot;
}

}  // namespace precis::chart
