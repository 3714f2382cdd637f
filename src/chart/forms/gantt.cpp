// chart/forms/gantt.cpp: tasks in rows of time: periods as bars, single days as ticks on them or as diamonds.
// Stage: doc::Chart with periods -> FORM gantt -> canvas.
#include <algorithm>
#include <cmath>

#include "chart/axes/level_axis.h"
#include "chart/axes/rows.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/notes/references.h"
#include "chart/scales/groups.h"
#include "chart/scales/scale.h"
#include "chart/scales/slots.h"
#include "chart/scales/time_ticks.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

constexpr double kShortDays = 1.5;  // periods up to this long are moments
constexpr double kTick = 0.9;       // width of a moment's tick on a bar
constexpr double kTall = 0.66;      // of a bar, by the step of rows
constexpr double kThin = 0.6;       // least width of a bar
constexpr double kTickWidth = 34;   // between ticks of the time axis, in units of the canvas
constexpr int kMostTicks = 12;
constexpr double kMostNames = 0.6;  // of the width

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
    const auto* texts = channel_of(chart, vocabulary::Channel::text);
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
        task.alone =
            std::count_if(tasks.begin(), tasks.end(), [&](const auto& other) { return other.row == task.row; }) == 1;
    // Moments are painted over bars, loud tasks over others.
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) {
        return a.moment() != b.moment() ? b.moment() : a.loud < b.loud;
    });
    return tasks;
}

base::Color bar_color(const Canvas& canvas, const doc::Chart& chart, const Task& task) {
    const auto& theme = canvas.tones().theme();
    if (task.loud) return canvas.tones().accent().mark;
    const bool any_loud =
        std::any_of(chart.series.begin(), chart.series.end(), [](const auto& series) { return series.highlighted; });
    if (chart.series.size() > 1 && !any_loud) return canvas.tones().series(task.series).mark;
    return theme.sequential.size() > 2 ? theme.sequential[2] : theme.area;
}

void draw_bar(Canvas& canvas, const doc::Chart& chart, const Task& task, const base::Rect& at) {
    const base::Color color = bar_color(canvas, chart, task);
    scene::Path path;
    if (task.status == data::Status::actual || task.status == data::Status::previous) {
        path = filled(rectangle(at), task.status == data::Status::previous ? canvas.tones().theme().previous : color);
    } else {
        const Look look = look_of(color, task.status, canvas.tones(), 3);
        const double inset = kMarkOutline / 2;
        path = painted(
            rectangle({at.x + inset, at.y + inset, std::max(at.width - kMarkOutline, 0.2), at.height - kMarkOutline}),
            look);
        path.stroke = scene::Stroke{
            color, kMarkOutline, is_open(task.status) ? std::vector<double>{2.4, 1.8} : std::vector<double>{}, false};
    }
    canvas.add(Layer::marks, std::move(path));
}

/// Half the width of a diamond in a row with bars that tall.
double diamond_reach(double tall) {
    return std::clamp(tall * 0.52, 3.0, 6.0);
}

/// A tick on a bar; a diamond if the moment is named, loud, planned, or alone in its row. Moved to stay inside
/// `across`.
void draw_moment(Canvas& canvas, const Task& task, base::Point at, double tall, const Interval& across) {
    double x = at.x;
    const double middle = at.y;
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

/// A ground from one date to another.
void draw_date_band(Canvas& canvas, const doc::Annotation& annotation, const ValueScale& x, double bottom) {
    const auto a = locale::parse_period(annotation.ends[0]), b = locale::parse_period(annotation.ends[1]);
    if (!a || !b || b->end <= x.domain.lo || a->begin >= x.domain.hi) return canvas.dropped(annotation.text);
    const double from = x(std::max<double>(a->begin, x.domain.lo)), to = x(std::min<double>(b->end, x.domain.hi));
    const base::Rect at{from, 0, to - from, bottom};
    canvas.add(Layer::ground, filled(rectangle(at), canvas.inks().track));
    put_band_words(canvas, annotation.text, at);
}

/// An upright line at a date; its words beside it, at the highest free place.
void draw_date_event(Canvas& canvas, const doc::Annotation& annotation, const ValueScale& x, double bottom) {
    const auto day = locale::parse_period(annotation.category);
    if (!day || day->begin < x.domain.lo || day->begin > x.domain.hi) return canvas.dropped(annotation.text);
    const double at = x(day->begin);
    canvas.rule(Layer::rims, {at, 0}, {at, bottom}, {canvas.inks().quiet_text, 0.6, {1.2, 1.8}, false});
    const Label label = canvas.measure(annotation.text, canvas.label_look().in(canvas.inks().text));
    if (label.empty()) return;
    for (double y = label.cap + 2; y < bottom; y += label.size / 2) {
        for (const Anchor anchor : {Anchor::left, Anchor::right}) {
            const base::Point spot{at + (anchor == Anchor::left ? 3 : -3), y};
            const base::Rect place = canvas.place(label, spot, anchor);
            if (place.x < x.from || place.right() > canvas.width() || !canvas.is_free(place)) continue;
            return canvas.put(label, spot, anchor);
        }
    }
    canvas.dropped(annotation.text);
}

/// Bands and events, under and beside the tasks.
void draw_dates(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double bottom) {
    using Kind = doc::Annotation::Kind;
    for (const auto& annotation : chart.annotations) {
        if (annotation.kind == Kind::band && annotation.ends.size() == 2)
            draw_date_band(canvas, annotation, x, bottom);
        else if (annotation.kind == Kind::event)
            draw_date_event(canvas, annotation, x, bottom);
    }
}

/// Gridlines at round times with their words beneath, the briefing's date, and the baseline.
void draw_axis(Canvas& canvas, const doc::Chart& chart, const ValueScale& x, double bottom) {
    const double u = canvas.unit();
    const int most = std::clamp(static_cast<int>((x.to - x.from) / (kTickWidth * u)), 1, kMostTicks);
    for (const auto& tick : time_ticks(x.domain.lo, x.domain.hi, most)) {
        const double at = x(tick.day);
        canvas.rule(Layer::grid, {at, 0}, {at, bottom}, {canvas.inks().grid, 0.5, {}, false});
        const Label word =
            canvas.measure(tick.iso.size() == 4 ? tick.iso : canvas.locale().short_date(tick.iso), canvas.label_look());
        put_tick_word(canvas, word, {at, bottom + kLevelDrop * u}, 2);
    }
    if (chart.as_of && chart.as_of->begin_day > x.domain.lo && chart.as_of->begin_day < x.domain.hi) {
        const double at = x(chart.as_of->begin_day);
        canvas.rule(Layer::rims, {at, 0}, {at, bottom}, {canvas.inks().text, 0.8, {1.6, 1.6}, false});
    }
    const base::Point from{x.from, bottom}, to{canvas.width(), bottom};
    canvas.add(Layer::rims, stroked(polyline({from, to}), canvas.inks().ink, 0.75));
}

}  // namespace

double draw_gantt(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    const double foot = canvas.foot_room(kLevelFoot * canvas.unit());
    const auto groups = groups_of(chart);
    const doc::Chart names = grouped(chart, groups);
    const double wished = std::max(frame.wish.value_or(frame.usual) - foot, 12.0);
    const Rows rows = rows_of(canvas, names, wished, wished);
    double first = 1e300, last = -1e300;
    for (const auto& period : chart.periods) {
        first = std::min(first, period.begin_day);
        last = std::max(last, std::max(period.end_day, period.begin_day + 1));
    }
    const Interval time = canvas.common("time", Interval{first, last});
    const double left = std::min(rows.label_width, canvas.width() * kMostNames), right = canvas.width() - 1;
    const ValueScale x{time, left, right, false};
    const double bottom = rows.height;
    const auto tasks = tasks_of(canvas, chart, groups);
    for (const auto& row : rows.rows) draw_row_words(canvas, row, 0);
    std::vector<double> middles(groups.size());
    for (const auto& row : rows.rows) middles[row.category] = row.middle;
    const double tall = rows.step * kTall;
    // Loud and named tasks get a diamond if their bar would be too short to be seen.
    const auto is_mark = [&](const Task& task, double width) {
        return task.moment() || ((task.loud || !task.words.empty()) && width < tall);
    };
    for (const auto& task : tasks) {
        const double from = x(task.period.begin_day), to = std::max(x(task.period.end_day), from + kThin);
        const double middle = middles[task.row];
        if (is_mark(task, to - from)) {
            draw_moment(canvas, task, {(from + to) / 2, middle}, tall, {left, right});
        } else {
            draw_bar(canvas, chart, task, {from, middle - tall / 2, to - from, tall});
            canvas.take({from, middle - tall / 2, to - from, tall});
        }
        if (canvas.has_spots()) {
            const auto to_day = iso_of(std::max(task.period.end_day - 1, task.period.begin_day));
            const auto from_day = iso_of(task.period.begin_day);
            canvas.spot({(from + to) / 2, middle},
                        groups[task.row].name + (task.words.empty() ? "" : "\t" + task.words) + "\t" +
                            canvas.locale().date(from_day == to_day ? from_day : from_day + "/" + to_day));
        }
    }
    for (const auto& task : tasks) {
        if (task.words.empty() || chart.labels == vocabulary::Labels::none) continue;
        const double from = x(task.period.begin_day), to = std::max(x(task.period.end_day), from + kThin);
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
    draw_axis(canvas, chart, x, bottom);
    return bottom + foot;
}

}  // namespace precis::chart
