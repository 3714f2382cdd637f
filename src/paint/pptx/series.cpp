// `<c:ser>`: references to the workbook with caches of its numbers, looks of series and points, labels.
#include "paint/pptx/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/numbers.h"
#include "paint/pptx/drawing.h"

namespace precis::paint::pptx_file {
namespace {

constexpr base::Color kPaper{255, 255, 255, 1};
constexpr double kReadable = 4.5;      // least contrast of text in a bar (WCAG 2.1, 1.4.3)
constexpr double kPale = 0.25;         // of an area under its line, as in our own charts
constexpr std::size_t kMostNames = 9;  // lines; more names at their ends would run into each other

void write_strings(pugi::xml_node parent, const std::string& formula, const std::vector<std::string>& words) {
    auto reference = add(parent, "c:strRef");
    add(reference, "c:f").text().set(formula.c_str());
    auto cache = add(reference, "c:strCache");
    value(cache, "c:ptCount", std::to_string(words.size()));
    for (std::size_t i = 0; i < words.size(); ++i)
        add(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v").text().set(words[i].c_str());
}

void write_numbers(pugi::xml_node parent, const std::string& letters, const std::string& format, std::size_t count,
                   const std::vector<std::optional<double>>& values) {
    auto reference = add(parent, "c:numRef");
    add(reference, "c:f").text().set(fmt::format("Sheet1!${0}$2:${0}${1}", letters, count + 1).c_str());
    auto cache = add(reference, "c:numCache");
    add(cache, "c:formatCode").text().set(format.c_str());
    value(cache, "c:ptCount", std::to_string(count));
    for (std::size_t i = 0; i < values.size() && i < count; ++i)
        if (values[i])
            add(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v")
                .text()
                .set(fmt::format("{:.16g}", *values[i]).c_str());
}

/// Words, or the days of categories that stand at their dates.
void write_categories(pugi::xml_node parent, const scene::ChartData& chart) {
    const auto count = chart.categories.size();
    if (chart.days.empty()) return write_strings(parent, fmt::format("Sheet1!$A$2:$A${}", count + 1), chart.categories);
    std::vector<std::optional<double>> serials;
    for (const double day : chart.days) serials.emplace_back(serial_of(day));
    write_numbers(parent, "A", chart.date_format, count, serials);
}

base::Color paler(const base::Color& color) {
    const auto mix = [](std::uint8_t c) { return static_cast<std::uint8_t>(c + (255 - c) * 0.85); };
    return {mix(color.r), mix(color.g), mix(color.b), 1};
}

void line_of(pugi::xml_node look, const base::Color& color, double width, bool dashed) {
    auto line = add(look, "a:ln", {{"w", emu(width)}, {"cap", dashed ? "flat" : "rnd"}});
    solid_fill(line, color);
    if (dashed) add(line, "a:prstDash", {{"val", "sysDash"}});
    add(line, "a:round");
}

// Fill and outline of a mark; hatched for forecasts, estimates and partial periods.
void write_look(pugi::xml_node look, Type type, const base::Color& color, bool hatched,
                const std::optional<scene::Hatch>& own = {}) {
    if (type == Type::line) return line_of(look, color, 2, hatched);
    if (type == Type::scatter) {
        add(add(look, "a:ln", {{"w", emu(1)}}), "a:noFill");
        return;
    }
    if (hatched) {
        pattern_fill(look, {color, paler(color), 4, 0.8, scene::Hatch::Kind::rising});
        solid_fill(add(look, "a:ln", {{"w", emu(1)}}), color);
        return;
    }
    if (own)
        pattern_fill(look, *own);
    else
        solid_fill(look, color, type == Type::bubble ? 0.8 : 1);
    if (type == Type::donut || type == Type::area) solid_fill(add(look, "a:ln", {{"w", emu(0.75)}}), kPaper);
}

void write_marker(pugi::xml_node parent, Type type, const base::Color& color) {
    auto marker = add(parent, "c:marker");
    if (type == Type::line) {
        value(marker, "c:symbol", "none");
        return;
    }
    value(marker, "c:symbol", "circle");
    value(marker, "c:size", "7");
    auto look = add(marker, "c:spPr");
    solid_fill(look, color);
    solid_fill(add(look, "a:ln", {{"w", emu(0.75)}}), kPaper);
}

void write_dot(pugi::xml_node marker, const base::Color& color, const char* size) {
    value(marker, "c:symbol", "circle");
    value(marker, "c:size", size);
    auto look = add(marker, "c:spPr");
    solid_fill(look, color);
    add(add(look, "a:ln"), "a:noFill");
}

/// Whether no line leads to the point or from it, so that only a dot can show it.
bool stands_alone(const scene::ChartSeries& from, std::size_t i, bool bridged) {
    const auto known = [&](std::size_t at) { return at < from.values.size() && from.values[at].has_value(); };
    if (!known(i)) return false;
    if (!bridged) return !(i > 0 && known(i - 1)) && !known(i + 1);
    return std::count_if(from.values.begin(), from.values.end(), [](const auto& v) { return v.has_value(); }) == 1;
}

/// The points of a line that differ from it, and those that stand alone.
void write_line_points(pugi::xml_node series, const scene::ChartSeries& from, bool bridged) {
    bool seen = false;  // a value before
    for (std::size_t i = 0; i < from.values.size(); ++i) {
        const auto* point = i < from.points.size() ? &from.points[i] : nullptr;
        const bool differs = point && (point->color != from.color || point->hatched || point->pattern != from.pattern);
        const bool alone = stands_alone(from, i, bridged);
        const bool over_gap = bridged && seen && from.values[i] && !from.values[i - 1];
        seen = seen || from.values[i];
        if (!from.values[i] || (!differs && !alone && !over_gap)) continue;
        const base::Color color = differs ? point->color : from.color;
        auto node = add(series, "c:dPt");
        value(node, "c:idx", std::to_string(i));
        if (alone) write_dot(add(node, "c:marker"), color, "5");
        value(node, "c:bubble3D", "0");
        auto look = add(node, "c:spPr");
        if (over_gap) {  // the stretch that leads to the point
            auto line = add(look, "a:ln", {{"w", emu(1.25)}, {"cap", "rnd"}});
            solid_fill(line, color);
            add(line, "a:prstDash", {{"val", "sysDot"}});
            continue;
        }
        write_look(look, Type::line, color, differs && point->hatched);
    }
}

void write_points(pugi::xml_node series, const scene::ChartData& chart, const scene::ChartSeries& from, Type type) {
    if (is_lines(chart, type)) return write_line_points(series, from, chart.bridges_gaps);
    for (std::size_t i = 0; i < from.points.size() && i < from.values.size(); ++i) {
        const auto& point = from.points[i];
        // Only points that differ from their series are written.
        if (!from.values[i] || (point.color == from.color && !point.hatched && point.pattern == from.pattern)) continue;
        auto node = add(series, "c:dPt");
        value(node, "c:idx", std::to_string(i));
        if (is_bars(type) || type == Type::bubble) value(node, "c:invertIfNegative", "0");
        if (type == Type::scatter) write_marker(node, type, point.color);
        if (type != Type::area) value(node, "c:bubble3D", "0");
        write_look(add(node, "c:spPr"), type, point.color, point.hatched, point.pattern);
    }
}

void shows(pugi::xml_node labels, bool number, bool name) {
    value(labels, "c:showLegendKey", "0");
    value(labels, "c:showVal", number ? "1" : "0");
    value(labels, "c:showCatName", "0");
    value(labels, "c:showSerName", name ? "1" : "0");
    value(labels, "c:showPercent", "0");
    value(labels, "c:showBubbleSize", "0");
}

/// A line's colour for text: mixed with ink until its contrast suffices.
base::Color readable(const scene::ChartData& chart, base::Color color) {
    for (int i = 0; i < 12 && base::contrast(color, chart.ground) < kReadable; ++i)
        color = base::mixed(chart.ink, color, 0.12);
    return color;
}

/// Of ink, paper and the background the one that is read best on a mark.
base::Color best_on(const scene::ChartData& chart, const base::Color& mark) {
    auto best = chart.ink;
    for (const auto& color : {kPaper, chart.ground})
        if (base::contrast(color, mark) > base::contrast(best, mark)) best = color;
    return best;
}

/// The colour of a series' labels: those inside a bar lie on the bar's colour, all others on the background.
base::Color label_color(const scene::ChartData& chart, const scene::ChartSeries& from, Type type) {
    const bool inside = is_bars(type) && chart.stack != Stack::none;
    if (!inside || base::contrast(chart.ink, from.color) >= kReadable) return chart.ink;
    return best_on(chart, from.color);
}

/// The colour of the label of a ring's part, which lies on the part.
base::Color part_label_color(const scene::ChartData& chart, const scene::ChartPoint& point) {
    return best_on(chart, point.color);
}

const char* label_place(const scene::ChartData& chart, Type type) {
    if (is_lines(chart, type)) return "r";
    if (is_bars(type)) return chart.stack == Stack::none ? "outEnd" : "ctr";
    return nullptr;
}

std::optional<double> last_value(const scene::ChartSeries& series) {
    for (auto i = series.values.size(); i-- > 0;)
        if (series.values[i]) return series.values[i];
    return std::nullopt;
}

/// How far down the name at a line's end moves, as a share of the chart's height, so that all names keep a line's
/// height from each other with the least sum of squared moves.
/// Source: isotonic regression by pooling adjacent violators (M. Ayer et al., "An Empirical Distribution Function for
/// Sampling with Incomplete Information", 1955).
double end_shift(const scene::ChartData& chart, const scene::ChartSeries& of) {
    constexpr double kPlot = 0.84, kLine = 1.15;  // the plot's share of the height; line height in em
    scene::ChartAxis axis{0, 0};
    for (const auto& series : chart.series)
        for (const auto& v : series.values)
            if (v) axis = {std::min(axis.low, *v), std::max(axis.high, *v)};
    if (chart.axis) axis = *chart.axis;
    if (axis.high <= axis.low || chart.at.height <= 0) return 0;
    const double pitch = kLine * (chart.size > 0 ? chart.size : 12) / chart.at.height;
    std::vector<std::pair<double, const scene::ChartSeries*>> wanted;
    for (const auto& series : chart.series)
        if (const auto v = last_value(series))
            wanted.emplace_back(kPlot * (axis.high - *v) / (axis.high - axis.low), &series);
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    struct Pool {
        double sum = 0;
        std::size_t count = 0;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({wanted[i].first - pitch * static_cast<double>(i), 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const auto last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    std::size_t i = 0;
    for (const auto& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k, ++i)
            if (wanted[i].second == &of) return pool.mean() + pitch * static_cast<double>(i) - wanted[i].first;
    return 0;
}

/// The words of one label, a paragraph for each line.
void write_words(pugi::xml_node label, const scene::ChartData& chart, const std::string& words,
                 const base::Color& color) {
    auto rich = add(add(label, "c:tx"), "c:rich");
    add(rich, "a:bodyPr", {{"wrap", "none"}});
    add(rich, "a:lstStyle");
    const double size = chart.size > 0 ? chart.size : 12;
    for (std::size_t from = 0; from <= words.size();) {
        const auto end = std::min(words.find('\n', from), words.size());
        auto run = add(add(rich, "a:p"), "a:r");
        auto look = add(run, "a:rPr", {{"lang", "en-GB"}, {"sz", std::to_string(std::lround(100 * size))}, {"b", "1"}});
        solid_fill(look, color);
        if (!chart.face.family.empty()) typeface(look, chart.face.family);
        add(run, "a:t").text().set(words.substr(from, end - from).c_str());
        from = end + 1;
    }
}

/// Whether a point is so near the right end of its axis that its name has no room there.
bool is_at_right_edge(const scene::ChartData& chart, const scene::ChartSeries& from, std::size_t i) {
    constexpr double kEdge = 0.88;
    if (!chart.category_ends || i >= from.x.size() || !from.x[i]) return false;
    const auto& [low, high] = *chart.category_ends;
    if (chart.category_log && (low <= 0 || *from.x[i] <= 0)) return false;
    const auto along = [&](double v) { return chart.category_log ? std::log(v) : v; };
    return along(*from.x[i]) - along(low) > kEdge * (along(high) - along(low));
}

/// Whether a bar goes down to the end of its axis, so that its number would lie on the words of the axis.
bool is_at_low_end(const scene::ChartData& chart, const scene::ChartSeries& from, std::size_t i) {
    constexpr double kEdge = 0.06;
    const auto axis = chart.value_ends ? chart.value_ends : chart.axis;
    return axis && from.values[i] && *from.values[i] < 0 && chart.stack == Stack::none &&
           *from.values[i] - axis->low < kEdge * (axis->high - axis->low);
}

/// Whether a whisker reaches beyond the end of a bar that has its number there.
bool has_whisker(const scene::ChartSeries& from, std::size_t i) {
    const auto& ends = i < from.values.size() && from.values[i].value_or(0) < 0 ? from.low : from.high;
    return i < from.values.size() && from.values[i] && i < ends.size() && ends[i];
}

/// Moves the label of a bar beyond its whisker, as a share of the chart's side.
void move_label(pugi::xml_node label, const scene::ChartData& chart, const scene::ChartSeries& from, std::size_t i) {
    constexpr double kPlot = 0.8;  // of the side, where the plot is not placed
    if (!has_whisker(from, i)) return;
    const bool lying = chart.type == Type::bar, down = *from.values[i] < 0;
    auto axis = chart.value_ends ? chart.value_ends : chart.axis;
    if (!axis) {
        axis = scene::ChartAxis{0, 0};
        for (const auto& series : chart.series)
            for (const auto* list : {&series.values, &series.low, &series.high})
                for (const auto& v : *list)
                    if (v) axis = scene::ChartAxis{std::min(axis->low, *v), std::max(axis->high, *v)};
    }
    const double side = lying ? chart.at.width : chart.at.height;
    if (!(axis->high > axis->low) || side <= 0) return;
    const double plot = chart.plot ? (lying ? chart.plot->width : chart.plot->height) / side : kPlot;
    const double reach = std::abs((down ? *from.low[i] : *from.high[i]) - *from.values[i]);
    const double by = reach / (axis->high - axis->low) * plot;
    auto manual = add(add(label, "c:layout"), "c:manualLayout");
    value(manual, "c:x", lying ? fmt::format("{:.5f}", down ? -by : by) : "0");
    value(manual, "c:y", lying ? "0" : fmt::format("{:.5f}", down ? by : -by));
}

void write_labels(pugi::xml_node series, const scene::ChartData& chart, const scene::ChartSeries& from, Type type) {
    auto labels = add(series, "c:dLbls");
    const auto* place = label_place(chart, type);
    const double size = chart.size > 0 ? chart.size : 12;
    const bool names = named_at_ends(chart), values = chart.ends_valued && !from.as_line;
    const bool points = (type == Type::scatter || type == Type::bubble) && !chart.joined;
    std::size_t last = is_lines(chart, type) && (names || values) ? from.values.size() : 0;  // behind the labelled end
    while (last > 0 && !from.values[last - 1]) --last;
    for (std::size_t i = 0; i < from.points.size() && i < from.values.size(); ++i) {
        if (last > 0 && i + 1 == last) continue;  // a point has one label
        const auto& point = from.points[i];
        if (chart.labelled && point.unlabelled && !point.always_labelled && from.values[i]) {
            auto label = add(labels, "c:dLbl");
            value(label, "c:idx", std::to_string(i));
            value(label, "c:delete", "1");
            continue;
        }
        if (point.label.empty() || !from.values[i] || !(chart.labelled || point.always_labelled)) continue;
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(i));
        if (!from.as_line && is_bars(type)) move_label(label, chart, from, i);
        write_words(label, chart, point.label,
                    type == Type::donut ? part_label_color(chart, point) : label_color(chart, from, type));
        const bool at_edge = points && is_at_right_edge(chart, from, i);
        if (at_edge || place) value(label, "c:dLblPos", at_edge ? "l" : place);
        shows(label, true, false);
    }
    for (std::size_t i = 0; type == Type::donut && chart.labelled && i < from.points.size() && i < from.values.size();
         ++i) {
        if (!from.points[i].label.empty() || from.points[i].unlabelled || !from.values[i]) continue;
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(i));
        add(add(label, "c:spPr"), "a:noFill");
        words_look(add(label, "c:txPr"), chart, size, true, part_label_color(chart, from.points[i]));
        shows(label, true, false);
    }
    for (std::size_t i = 0; chart.labelled && is_bars(type) && i < from.values.size(); ++i) {
        const bool worded = i < from.points.size() && (!from.points[i].label.empty() || from.points[i].unlabelled);
        const bool low = is_at_low_end(chart, from, i);
        if (worded || !(low || has_whisker(from, i))) continue;
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(i));
        if (low && chart.thin) {  // over its stem
            auto manual = add(add(label, "c:layout"), "c:manualLayout");
            const double rows = static_cast<double>(std::max<std::size_t>(chart.categories.size(), 1));
            value(manual, "c:x", fmt::format("{:.5f}", 3 * size / std::max(chart.at.width, 1.0)));
            value(manual, "c:y", fmt::format("{:.5f}", -0.3 / rows));
        } else if (low) {
            add(add(label, "c:spPr"), "a:noFill");
            words_look(add(label, "c:txPr"), chart, size, true, best_on(chart, from.color));
        } else {
            move_label(label, chart, from, i);
        }
        value(label, "c:dLblPos", low && !chart.thin ? "inEnd" : place);
        shows(label, true, false);
    }
    // Text on a hatch is hard to read: in a stack it gets the background's colour behind it, as in our own charts.
    const bool inside = chart.labelled && is_bars(type) && chart.stack != Stack::none;
    for (std::size_t i = 0; inside && i < from.points.size() && i < from.values.size(); ++i) {
        if (!from.points[i].hatched || from.points[i].unlabelled || !from.points[i].label.empty() || !from.values[i])
            continue;
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(i));
        solid_fill(add(label, "c:spPr"), chart.ground);
        words_look(add(label, "c:txPr"), chart, size, true, chart.ink);
        value(label, "c:dLblPos", place);
        shows(label, true, false);
    }
    if (last > 0) {
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(last - 1));
        if (const double shift = end_shift(chart, from); std::abs(shift) > 1e-4) {
            auto manual = add(add(label, "c:layout"), "c:manualLayout");
            value(manual, "c:x", "0");
            value(manual, "c:y", fmt::format("{:.5f}", shift));
        }
        // "more than 600" has its sign: then the words are fixed.
        const auto fixed = values && last <= from.points.size() ? from.points[last - 1].label : std::string();
        if (!fixed.empty())
            write_words(label, chart, (names ? from.name + " " : "") + fixed, readable(chart, from.color));
        if (values) add(label, "c:numFmt", {{"formatCode", format_of(chart, from)}, {"sourceLinked", "0"}});
        auto look = add(label, "c:spPr");
        add(look, "a:noFill");
        auto words = add(label, "c:txPr");
        words_look(words, chart, size, true, readable(chart, from.color));
        value(label, "c:dLblPos", place);
        shows(label, values, names);
        if (values && names) add(label, "c:separator").text().set(" ");
    }
    add(labels, "c:numFmt", {{"formatCode", format_of(chart, from)}, {"sourceLinked", "0"}});
    auto look = add(labels, "c:spPr");
    add(look, "a:noFill");
    add(add(look, "a:ln"), "a:noFill");
    words_look(add(labels, "c:txPr"), chart, size, true, label_color(chart, from, type));
    if (place) value(labels, "c:dLblPos", place);
    shows(labels, chart.labelled && !is_lines(chart, type), false);
}

/// Numbers that stand in the part alone, not in the workbook.
void write_literals(pugi::xml_node parent, const std::vector<std::optional<double>>& values) {
    auto list = add(parent, "c:numLit");
    add(list, "c:formatCode").text().set("General");
    value(list, "c:ptCount", std::to_string(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i])
            add(add(list, "c:pt", {{"idx", std::to_string(i)}}), "c:v")
                .text()
                .set(fmt::format("{:.16g}", *values[i]).c_str());
}

/// The ends of intervals, as whiskers.
void write_intervals(pugi::xml_node series, const scene::ChartData& chart, const scene::ChartSeries& from) {
    if (from.low.empty() && from.high.empty()) return;
    const auto reach = [&](const std::vector<std::optional<double>>& ends, double sign) {
        std::vector<std::optional<double>> out(from.values.size());
        for (std::size_t i = 0; i < from.values.size() && i < ends.size(); ++i)
            if (from.values[i] && ends[i]) out[i] = std::max(0.0, sign * (*ends[i] - *from.values[i]));
        return out;
    };
    auto bars = add(series, "c:errBars");
    if (chart.type == Type::scatter) value(bars, "c:errDir", "y");
    value(bars, "c:errBarType", "both");
    value(bars, "c:errValType", "cust");
    value(bars, "c:noEndCap", "0");
    write_literals(add(bars, "c:plus"), reach(from.high, 1));
    write_literals(add(bars, "c:minus"), reach(from.low, -1));
    solid_fill(add(add(bars, "c:spPr"), "a:ln", {{"w", emu(1)}}), chart.ink);
}

/// A line through the points, straight on the page: so its kind follows from the axes.
void write_trend(pugi::xml_node series, const scene::ChartData& chart) {
    auto trend = add(series, "c:trendline");
    auto line = add(add(trend, "c:spPr"), "a:ln", {{"w", emu(1)}});
    solid_fill(line, chart.ink);
    add(line, "a:prstDash", {{"val", "dash"}});
    value(trend, "c:trendlineType",
          chart.value_log      ? chart.category_log ? "power" : "exp"
          : chart.category_log ? "log"
                               : "linear");
    value(trend, "c:dispRSqr", "0");
    value(trend, "c:dispEq", "0");
}

}  // namespace

void write_totals(pugi::xml_node group, const scene::ChartData& chart) {
    if (chart.totals.empty()) return;
    const bool lying = chart.type == Type::bar;
    const auto index = std::to_string(chart.series.size());
    auto node = add(group, "c:ser");
    value(node, "c:idx", index);
    value(node, "c:order", index);
    add(add(node, "c:tx"), "c:v").text().set("\u00a0");  // without a name it takes no place in a key
    auto look = add(node, "c:spPr");
    add(look, "a:noFill");
    add(add(look, "a:ln"), "a:noFill");
    if (lying) value(node, "c:invertIfNegative", "0");
    if (!lying) value(add(node, "c:marker"), "c:symbol", "none");
    auto labels = add(node, "c:dLbls");
    const double size = chart.size > 0 ? chart.size : 12;
    const char* place = lying ? "inBase" : "t";
    std::vector<std::optional<double>> ends(chart.categories.size());
    for (std::size_t c = 0; c < chart.categories.size() && c < chart.totals.size(); ++c) {
        double up = 0;
        for (const auto& series : chart.series)
            if (!series.as_line && c < series.values.size() && series.values[c]) up += std::max(0.0, *series.values[c]);
        if (chart.totals[c].empty()) continue;
        ends[c] = lying ? 0 : chart.stack == Stack::percent ? 1 : up;
        auto label = add(labels, "c:dLbl");
        value(label, "c:idx", std::to_string(c));
        write_words(label, chart, chart.totals[c], chart.ink);
        value(label, "c:dLblPos", place);
        shows(label, true, false);
    }
    add(add(labels, "c:spPr"), "a:noFill");
    words_look(add(labels, "c:txPr"), chart, size, true, chart.ink);
    value(labels, "c:dLblPos", place);
    shows(labels, true, false);
    write_categories(add(node, "c:cat"), chart);
    write_literals(add(node, "c:val"), ends);
    if (!lying) value(node, "c:smooth", "0");
}

pugi::xml_node value(pugi::xml_node parent, const char* name, const std::string& words) {
    return add(parent, name, {{"val", words}});
}

double serial_of(double day) {
    constexpr double kFirstDay = 25'569;  // 1970-01-01
    return kFirstDay + day;
}

std::string column_letters(std::size_t index) {
    std::string letters;
    for (auto rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

SeriesColumns columns_of(const scene::ChartData& chart, std::size_t series) {
    if (chart.type == Type::scatter) return {2 * series + 2, 2 * series + 1, 2 * series + 2, 0};
    if (chart.type == Type::bubble) return {3 * series + 2, 3 * series + 1, 3 * series + 2, 3 * series + 3};
    return {series + 1, 0, series + 1, 0};
}

bool named_at_ends(const scene::ChartData& chart) {
    return is_lines(chart, chart.type) && chart.series.size() > 1 && chart.series.size() <= kMostNames;
}

const std::string& format_of(const scene::ChartData& chart, const scene::ChartSeries& series) {
    return series.own_axis && !series.own_format.empty() ? series.own_format : chart.number_format;
}

void words_look(pugi::xml_node properties, const scene::ChartData& chart, double size, bool bold,
                const base::Color& color) {
    add(properties, "a:bodyPr");
    add(properties, "a:lstStyle");
    auto paragraph = add(properties, "a:p");
    auto look = add(add(paragraph, "a:pPr"), "a:defRPr",
                    {{"sz", std::to_string(std::lround(100 * size))}, {"b", bold ? "1" : "0"}});
    solid_fill(look, color);
    if (!chart.face.family.empty()) typeface(look, chart.face.family);
    add(paragraph, "a:endParaRPr", {{"lang", "en-GB"}});
}

void write_series(pugi::xml_node group, const scene::ChartData& chart, std::size_t index, Type type) {
    const auto& series = chart.series[index];
    const auto count = chart.categories.size();
    const auto columns = columns_of(chart, index);
    auto node = add(group, "c:ser");
    value(node, "c:idx", std::to_string(index));
    value(node, "c:order", std::to_string(index));
    write_strings(add(node, "c:tx"), fmt::format("Sheet1!${}$1", column_letters(columns.name)), {series.name});
    if (type == Type::area && chart.outlined)
        solid_fill(add(node, "c:spPr"), base::mixed(series.color, chart.ground, kPale));
    else if (type != Type::donut)
        write_look(add(node, "c:spPr"), is_lines(chart, type) ? Type::line : type, series.color, false, series.pattern);
    if (is_bars(type) || type == Type::bubble) value(node, "c:invertIfNegative", "0");
    if (type == Type::line || type == Type::scatter)
        write_marker(node, is_lines(chart, type) ? Type::line : type, series.color);
    const bool edged = type == Type::area && chart.outlined;  // its points and words are those of its edge
    if (!edged) write_points(node, chart, series, type);
    if (!edged) write_labels(node, chart, series, type);
    if (chart.trend) write_trend(node, chart);
    write_intervals(node, chart, series);
    if (type == Type::scatter || type == Type::bubble) {
        write_numbers(add(node, "c:xVal"), column_letters(columns.x), "General", count, series.x);
        write_numbers(add(node, "c:yVal"), column_letters(columns.y), chart.number_format, count, series.values);
        if (type == Type::bubble) {
            write_numbers(add(node, "c:bubbleSize"), column_letters(columns.size), "General", count, series.size);
            value(node, "c:bubble3D", "0");
        } else {
            value(node, "c:smooth", "0");
        }
        return;
    }
    write_categories(add(node, "c:cat"), chart);
    write_numbers(add(node, "c:val"), column_letters(columns.y), format_of(chart, series), count, series.values);
    if (type == Type::line) value(node, "c:smooth", "0");
}

void write_edge(pugi::xml_node group, const scene::ChartData& chart, std::size_t index) {
    write_series(group, chart, index, Type::line);
    auto node = group.last_child();
    const auto after = std::to_string(chart.series.size() + index);
    node.child("c:idx").attribute("val").set_value(after.c_str());
    node.child("c:order").attribute("val").set_value(after.c_str());
}

}  // namespace precis::paint::pptx_file
