// The chart's part: plot area with groups of series and axes, legend, and the reference to the workbook.
#include "paint/pptx/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/numbers.h"
#include "paint/codes.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/series.h"
#include "paint/pptx/workbook.h"

namespace precis::paint::pptx_file {
namespace {

struct AxisPair {
    const char *category, *value;
};
constexpr AxisPair kAxes{"111111111", "222222222"}, kSecondAxes{"333333333", "444444444"};
constexpr int kGap = 47;  // percent of a bar's width, so that bars take 0.68 of their step, as in our own charts

const char* group_name(Type type) {
    switch (type) {
        case Type::bar:
        case Type::column:
            return "c:barChart";
        case Type::line:
            return "c:lineChart";
        case Type::area:
            return "c:areaChart";
        case Type::donut:
            return "c:doughnutChart";
        case Type::scatter:
            return "c:scatterChart";
        case Type::bubble:
            return "c:bubbleChart";
        case Type::other:
            break;
    }
    return nullptr;
}

const char* grouping(const scene::ChartData& chart) {
    if (chart.stack == Stack::total) return "stacked";
    if (chart.stack == Stack::percent) return "percentStacked";
    return is_bars(chart.type) ? "clustered" : "standard";
}

bool has_lines(const scene::ChartData& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) { return s.as_line; });
}

/// The line on a second value axis; nullptr if all series share one.
const scene::ChartSeries* on_second_axis(const scene::ChartData& chart) {
    for (const auto& series : chart.series)
        if (series.as_line && series.own_axis) return &series;
    return nullptr;
}

/// Whether the value axis is hidden: bars with printed values need none.
bool hides_axis(const scene::ChartData& chart) {
    return is_bars(chart.type) && !has_lines(chart) && !chart.shows_axis;
}

/// Whether the plot is placed as in our own chart, so that shapes over the chart meet the same marks.
bool is_placed(const scene::ChartData& chart) {
    return chart.plot && chart.axis && chart.axis->high > chart.axis->low && chart.at.width > 0 && chart.at.height > 0;
}

/// The format with as many decimals as the ticks have that begin at `low`: a step of 2.5 has one more than its data.
std::string with_decimals_of(std::string format, double low, double step) {
    constexpr int kMost = 6;
    int needed = 0;
    while (needed < kMost && (base::rounded(step, needed) != step || base::rounded(low, needed) != low)) ++needed;
    const auto begin = format.starts_with('"') ? format.find('"', 1) + 1 : 0;  // behind a currency's sign
    const auto zero = format.find('0', begin);
    if (needed == 0 || needed == kMost || zero == std::string::npos || format.find('.', begin) != std::string::npos ||
        format.find('"', begin) < zero)
        return format;
    return format.insert(zero + 1, "." + std::string(static_cast<std::size_t>(needed), '0'));
}

/// The format of the values with the decimals that ticks need, whose steps are at least an eighth of the axis.
std::string tick_format(const scene::ChartData& chart, const std::string& format) {
    constexpr double kMostSteps = 8;
    double least = 0, most = 0;
    bool any = is_bars(chart.type);  // bars begin at zero
    for (const auto& series : chart.series) {
        for (const auto& value : series.values) {
            if (!value || series.own_axis) continue;
            least = any ? std::min(least, *value) : *value;
            most = any ? std::max(most, *value) : *value;
            any = true;
        }
    }
    const auto begin = format.starts_with('"') ? format.find('"', 1) + 1 : 0;  // behind a currency's sign
    const auto point = format.find('.', begin);
    if (point == std::string::npos || format.find('"', begin) < point || !(most > least)) return format;
    const double step = chart.value_step.value_or((most - least) / kMostSteps);
    const auto end = std::min(format.find_first_not_of('0', point + 1), format.size());
    const double digits = static_cast<double>(end - point - 1);
    double needed = std::clamp(std::ceil(-std::log10(step) - 1e-9), 0.0, digits);
    // A step such as 2.5 has more digits than its size tells.
    while (chart.value_step && needed < digits && base::rounded(step, static_cast<int>(needed)) != step) ++needed;
    const auto zeros = needed > 0 ? "." + std::string(static_cast<std::size_t>(needed), '0') : std::string();
    return format.substr(0, point) + zeros + format.substr(end);
}

/// Points at the left that PowerPoint needs beside a placed plot for the words of its axis of values.
double room_for_axis(const scene::ChartData& chart) {
    constexpr double kLetter = 0.56, kAir = 8, kTitle = 1.6;  // of the letters' size; points; of the size
    if (hides_axis(chart) || chart.type == Type::bar || chart.type == Type::donut || chart.value_opposite) return 0;
    const double size = chart.size > 0 ? chart.size : 12;
    double most = chart.axis ? std::max(std::abs(chart.axis->low), std::abs(chart.axis->high)) : 0;
    const double digits = std::max(1.0, std::floor(std::log10(std::max(most, 1.0))) + 1);
    double letters = digits + std::floor((digits - 1) / 3) / 2;
    for (const char c : tick_format(chart, chart.number_format)) letters += c == '#' || c == ',' || c == '"' ? 0 : 0.8;
    if (chart.axis && chart.axis->low < 0) letters += 0.6;
    return size * (kLetter * letters + (chart.value_title.empty() ? 0 : kTitle)) + kAir;
}

/// The domain of a placed plot's value axis; PowerPoint counts shares of a whole from 0 to 1.
std::optional<scene::ChartAxis> placed_axis(const scene::ChartData& chart) {
    if (!is_placed(chart)) return std::nullopt;
    const double whole = chart.stack == Stack::percent ? 100 : 1;
    return scene::ChartAxis{chart.axis->low / whole, chart.axis->high / whole};
}

void axis_ids(pugi::xml_node group, const AxisPair& axes) {
    value(group, "c:axId", axes.category);
    value(group, "c:axId", axes.value);
}

/// Percent of the size that PowerPoint gives the largest bubble, so that it has ours.
long bubble_scale(const scene::ChartData& chart) {
    constexpr double kTheirs = 0.25, kMost = 300, kUsual = 60;  // of the plot's shorter side
    const double side = chart.plot ? std::min(chart.plot->width, chart.plot->height) : 0;
    if (side <= 0 || chart.largest_bubble <= 0) return std::lround(kUsual);
    return std::lround(std::clamp(100 * chart.largest_bubble / (kTheirs * side), 1.0, kMost));
}

void write_group(pugi::xml_node plot, const scene::ChartData& chart) {
    auto group = add(plot, chart.solid ? "c:pieChart" : group_name(chart.type));
    constexpr int kThinGap = 400;  // of a lollipop's stem
    const bool points = chart.type == Type::scatter || chart.type == Type::bubble;
    if (is_bars(chart.type)) value(group, "c:barDir", chart.type == Type::bar ? "bar" : "col");
    if (chart.type == Type::scatter) value(group, "c:scatterStyle", "lineMarker");
    if (!points && chart.type != Type::donut) value(group, "c:grouping", grouping(chart));
    value(group, "c:varyColors", chart.type == Type::donut ? "1" : "0");
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (!chart.series[i].as_line) write_series(group, chart, i, chart.type);
    }
    if (chart.type == Type::bar) write_totals(group, chart);
    if (is_bars(chart.type)) {
        value(group, "c:gapWidth", std::to_string(chart.thin ? kThinGap : kGap));
        if (chart.stack != Stack::none) value(group, "c:overlap", "100");
    }
    if (chart.type == Type::line) value(group, "c:marker", "1");
    if (chart.type == Type::bubble) {
        value(group, "c:bubbleScale", std::to_string(bubble_scale(chart)));
        value(group, "c:showNegBubbles", "0");
        value(group, "c:sizeRepresents", "area");
    }
    if (chart.type == Type::donut) {
        value(group, "c:firstSliceAng", "0");
        if (!chart.solid) value(group, "c:holeSize", "60");
        return;
    }
    axis_ids(group, kAxes);
}

/// The line along the upper edge of a pale area.
void write_edges(pugi::xml_node plot, const scene::ChartData& chart) {
    if (!chart.outlined) return;
    auto group = add(plot, "c:lineChart");
    value(group, "c:grouping", "standard");
    value(group, "c:varyColors", "0");
    for (std::size_t i = 0; i < chart.series.size(); ++i) write_edge(group, chart, i);
    value(group, "c:marker", "1");
    axis_ids(group, kAxes);
}

/// Totals at the ends of upright stacks: the words of a line that is not drawn.
void write_totals_over(pugi::xml_node plot, const scene::ChartData& chart) {
    if (chart.type != Type::column || chart.totals.empty()) return;
    auto group = add(plot, "c:lineChart");
    value(group, "c:grouping", "standard");
    value(group, "c:varyColors", "0");
    write_totals(group, chart);
    value(group, "c:marker", "1");
    axis_ids(group, kAxes);
}

// Lines over columns: on the columns' value axis, or on a second one at the right.
void write_lines(pugi::xml_node plot, const scene::ChartData& chart) {
    if (!has_lines(chart)) return;
    auto group = add(plot, "c:lineChart");
    value(group, "c:grouping", "standard");
    value(group, "c:varyColors", "0");
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (chart.series[i].as_line) write_series(group, chart, i, Type::line);
    }
    value(group, "c:marker", "1");
    axis_ids(group, on_second_axis(chart) ? kSecondAxes : kAxes);
}

void write_line_look(pugi::xml_node axis, const base::Color* color) {
    auto line = add(add(axis, "c:spPr"), "a:ln", {{"w", emu(0.75)}});
    if (color)
        solid_fill(line, *color);
    else
        add(line, "a:noFill");
}

/// An axis's title; one at the side of the plot is turned.
void write_title(pugi::xml_node axis, const scene::ChartData& chart, const std::string& words, bool turned) {
    if (words.empty()) return;
    auto title = add(axis, "c:title");
    auto rich = add(add(title, "c:tx"), "c:rich");
    add(rich, "a:bodyPr", {{"rot", turned ? "-5400000" : "0"}, {"vert", "horz"}});
    add(rich, "a:lstStyle");
    auto run = add(add(rich, "a:p"), "a:r");
    const double size = chart.size > 0 ? chart.size : 12;
    auto look = add(run, "a:rPr", {{"lang", "en-GB"}, {"sz", std::to_string(std::lround(100 * size))}, {"b", "0"}});
    solid_fill(look, chart.ink);
    if (!chart.face.family.empty()) typeface(look, chart.face.family);
    add(run, "a:t").text().set(words.c_str());
    value(title, "c:overlay", "0");
}

void write_category_axis(pugi::xml_node plot, const scene::ChartData& chart, const AxisPair& axes, bool hidden) {
    const bool lying = chart.type == Type::bar;
    const bool dated = !chart.days.empty();
    auto axis = add(plot, dated ? "c:dateAx" : "c:catAx");
    value(axis, "c:axId", axes.category);
    // The first bar is at the top.
    value(add(axis, "c:scaling"), "c:orientation", lying || chart.right_to_left ? "maxMin" : "minMax");
    value(axis, "c:delete", hidden ? "1" : "0");
    value(axis, "c:axPos", !lying ? "b" : chart.right_to_left ? "r" : "l");
    if (!hidden) write_title(axis, chart, chart.category_title, lying);
    add(axis, "c:numFmt", {{"formatCode", dated ? chart.date_format : "General"}, {"sourceLinked", "0"}});
    value(axis, "c:majorTickMark", dated ? "out" : "none");
    value(axis, "c:minorTickMark", "none");
    value(axis, "c:tickLblPos", "low");
    write_line_look(axis, &chart.ink);
    value(axis, "c:crossAx", axes.value);
    value(axis, "c:crosses", chart.value_log ? "min" : "autoZero");  // a logarithmic axis has no zero
    value(axis, "c:auto", "0");
    if (dated) {
        const char* unit = chart.date_unit == 'y' ? "years" : chart.date_unit == 'm' ? "months" : "days";
        value(axis, "c:lblOffset", "100");
        value(axis, "c:baseTimeUnit", unit);
        value(axis, "c:majorUnit", base::shortest(chart.category_step.value_or(1)));
        value(axis, "c:majorTimeUnit", unit);
        return;
    }
    value(axis, "c:lblAlgn", "ctr");
    value(axis, "c:lblOffset", "100");
    constexpr std::size_t kMostWords = 7;  // labels on a horizontal axis; more of them run into each other
    // Numbers and dates imply those between them; names do not, and PowerPoint turns them where they have no room.
    const bool names = std::none_of(chart.categories.begin(), chart.categories.end(), [](const auto& category) {
        return category.find_first_of("0123456789") != std::string::npos;
    });
    const auto skip = lying || names ? 1 : (chart.categories.size() + kMostWords - 1) / kMostWords;
    if (skip > 1) value(axis, "c:tickLblSkip", std::to_string(skip));
    value(axis, "c:noMultiLvlLbl", "1");
}

struct ValueAxis {
    const char *own, *other, *place;
    bool hidden = false, second = false;
    std::optional<scene::ChartAxis> ends{};
    std::string format{}, title{};
    std::optional<double> step{};
    bool opposite = false;
    bool reversed = false;
    bool log = false;
    bool dated = false;        // its numbers are days
    bool plain = false;        // without gridlines
    bool low = false;          // its words stay at the plot's edge where it crosses the middle
    bool crosses_low = false;  // the other axis is logarithmic: it has no zero to cross
};

void write_value_axis(pugi::xml_node plot, const scene::ChartData& chart, const ValueAxis& about) {
    auto axis = add(plot, "c:valAx");
    value(axis, "c:axId", about.own);
    auto scaling = add(axis, "c:scaling");
    if (about.log) value(scaling, "c:logBase", "10");
    value(scaling, "c:orientation", about.reversed ? "maxMin" : "minMax");
    if (about.ends) {
        value(scaling, "c:max", base::shortest(about.ends->high));
        value(scaling, "c:min", base::shortest(about.ends->low));
    } else if (is_bars(chart.type)) {
        const bool negative = std::any_of(chart.series.begin(), chart.series.end(), [](const auto& s) {
            return std::any_of(s.values.begin(), s.values.end(), [](const auto& v) { return v && *v < 0; });
        });
        if (!negative) value(scaling, "c:min", "0");
    }
    value(axis, "c:delete", about.hidden ? "1" : "0");
    value(axis, "c:axPos", about.place);
    if (!about.hidden && !about.second && !about.plain)
        solid_fill(add(add(add(axis, "c:majorGridlines"), "c:spPr"), "a:ln", {{"w", emu(0.5)}}), chart.grid);
    const bool upright = std::string_view(about.place) == "l" || std::string_view(about.place) == "r";
    write_title(axis, chart, about.title, upright);
    const bool ruled = about.step && about.ends && !about.dated;
    add(axis, "c:numFmt",
        {{"formatCode", ruled ? with_decimals_of(about.format, about.ends->low, *about.step) : about.format},
         {"sourceLinked", "0"}});
    value(axis, "c:majorTickMark", "none");
    value(axis, "c:minorTickMark", "none");
    value(axis, "c:tickLblPos", about.low ? "low" : "nextTo");
    write_line_look(axis, about.plain ? &chart.ink : nullptr);
    value(axis, "c:crossAx", about.other);
    value(axis, "c:crosses", about.second || about.opposite ? "max" : about.crosses_low ? "min" : "autoZero");
    value(axis, "c:crossBetween", is_bars(chart.type) ? "between" : "midCat");
    if (about.step) value(axis, "c:majorUnit", base::shortest(*about.step));
}

void write_axes(pugi::xml_node plot, const scene::ChartData& chart) {
    if (chart.type == Type::donut) return;
    const bool at_right = chart.value_opposite != chart.right_to_left;
    ValueAxis upright{kAxes.value, kAxes.category, at_right ? "r" : "l", false, false};
    upright.reversed = chart.right_to_left && chart.type == Type::bar;
    upright.format = tick_format(chart, chart.number_format);
    upright.title = chart.value_title;
    upright.step = chart.value_step;
    upright.opposite = chart.value_opposite;
    upright.log = chart.value_log;
    upright.ends = chart.value_ends;
    if (chart.type == Type::scatter || chart.type == Type::bubble) {
        ValueAxis across{kAxes.category, kAxes.value, chart.category_opposite ? "t" : "b", false, false};
        across.format = chart.across_format.empty() ? chart.number_format : chart.across_format;
        across.title = chart.category_title;
        across.step = chart.category_step;
        across.opposite = chart.category_opposite;
        across.reversed = chart.right_to_left;
        across.log = chart.category_log;
        across.ends = chart.category_ends;
        across.plain = across.dated = chart.joined;
        across.low = !across.opposite;
        upright.low = !upright.opposite;
        if (chart.value_log) across.crosses_low = true;
        if (chart.category_log) upright.crosses_low = true;
        write_value_axis(plot, chart, across);
        write_value_axis(plot, chart, upright);
        return;
    }
    write_category_axis(plot, chart, kAxes, false);
    if (chart.type == Type::bar) {
        // The first bar is at the top, so an axis under the bars crosses at the last one.
        const bool under = !chart.value_opposite;
        upright.place = under ? "b" : "t";
        upright.opposite = under;
    }
    // PowerPoint counts shares of a whole from 0 to 1.
    if (chart.stack == Stack::percent) {
        if (upright.ends) upright.ends = scene::ChartAxis{upright.ends->low / 100, upright.ends->high / 100};
        upright.format = "0%";
        if (upright.step) *upright.step /= 100;
    }
    upright.hidden = hides_axis(chart);
    if (const auto placed = placed_axis(chart)) upright.ends = placed;
    constexpr double kOverTotals = 1.12;  // of a whole, so that the words over it are in the plot
    if (chart.stack == Stack::percent && !chart.totals.empty() && upright.hidden && !upright.ends)
        upright.ends = scene::ChartAxis{0, kOverTotals};
    write_value_axis(plot, chart, upright);
    const auto* own = on_second_axis(chart);
    if (!own) return;
    write_category_axis(plot, chart, kSecondAxes, true);
    write_value_axis(plot, chart,
                     {kSecondAxes.value, kSecondAxes.category, chart.right_to_left ? "l" : "r", false, true,
                      own->own_axis, format_of(chart, *own)});
}

// The plot's rectangle: our own chart's, or one that leaves room at the right for names at the ends of lines.
void write_plot_layout(pugi::xml_node plot, const scene::ChartData& chart) {
    auto layout = add(plot, "c:layout");
    constexpr double kBesideNames = 0.82;  // beside a value alone
    base::Rect share{0.07, 0.04, 0.71, 0.84};
    if (is_placed(chart))
        share = {chart.plot->x / chart.at.width, chart.plot->y / chart.at.height, chart.plot->width / chart.at.width,
                 chart.plot->height / chart.at.height};
    else if (chart.type == Type::line && chart.ends_valued && !named_at_ends(chart))
        share.width = kBesideNames;
    else if (!named_at_ends(chart))
        return;
    auto manual = add(layout, "c:manualLayout");
    value(manual, "c:layoutTarget", "inner");
    value(manual, "c:xMode", "edge");
    value(manual, "c:yMode", "edge");
    value(manual, "c:x", fmt::format("{:.5f}", share.x));
    value(manual, "c:y", fmt::format("{:.5f}", share.y));
    value(manual, "c:w", fmt::format("{:.5f}", share.width));
    value(manual, "c:h", fmt::format("{:.5f}", share.height));
}

/// Whether names of series are printed without a legend: at the ends of lines, or among the shapes over the chart.
bool says_names(const scene::ChartData& chart, bool annotated) {
    return named_at_ends(chart) || (chart.named && annotated);
}

/// Entries that the legend leaves out: parts of a ring that are nothing.
std::vector<std::size_t> unnamed_entries(const scene::ChartData& chart) {
    std::vector<std::size_t> out;
    if (chart.type != Type::donut) return out;
    const auto& values = chart.series.front().values;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i] || *values[i] <= 0) out.push_back(i);
    return out;
}

/// Sets the typefaces of names that the chart's own family lacks.
void use_stand_ins(pugi::xml_node node, const StandIns& stand_ins) {
    const std::string_view name = node.name();
    const auto& family = name == "a:ea" ? stand_ins.east_asian() : stand_ins.complex();
    if ((name == "a:ea" || name == "a:cs") && !family.empty()) node.attribute("typeface").set_value(family.c_str());
    for (auto child : node.children()) use_stand_ins(child, stand_ins);
}

/// Names the language in which words are read aloud and spelled, wherever one is named.
struct Languages : pugi::xml_tree_walker {
    explicit Languages(const std::string& name) : language(name.c_str()) {}
    bool for_each(pugi::xml_node& node) override {
        if (auto lang = node.attribute("lang")) lang.set_value(language);
        return true;
    }
    const char* language;
};

constexpr double kKeyRow = 1.7;  // height of a row of the key, of the letters' size

std::string chart_part(const scene::ChartData& chart, const std::string& workbook_id, bool annotated,
                       const SlideDraft& slide) {
    pugi::xml_document document;
    auto space = root(document, "c:chartSpace");
    value(space, "c:date1904", "0");
    value(space, "c:roundedCorners", "0");
    auto body = add(space, "c:chart");
    value(body, "c:autoTitleDeleted", "1");  // the title is text of its own on the slide
    auto plot = add(body, "c:plotArea");
    write_plot_layout(plot, chart);
    write_group(plot, chart);
    write_lines(plot, chart);
    write_edges(plot, chart);
    write_totals_over(plot, chart);
    write_axes(plot, chart);
    add(add(plot, "c:spPr"), "a:noFill");  // transparent: bands lie beneath the chart
    if (chart.keyed && ((chart.series.size() > 1 && !says_names(chart, annotated)) || chart.type == Type::donut)) {
        auto legend = add(body, "c:legend");
        value(legend, "c:legendPos", chart.type == Type::donut ? "r" : "t");
        const double row = kKeyRow * (chart.size > 0 ? chart.size : 12);
        const bool over = chart.type != Type::donut && is_placed(chart) && chart.plot->y > 0;
        for (const auto entry : unnamed_entries(chart)) {
            auto left_out = add(legend, "c:legendEntry");
            value(left_out, "c:idx", std::to_string(entry));
            value(left_out, "c:delete", "1");
        }
        if (over) {  // where our own key is, so that it keeps off the marks
            auto manual = add(add(legend, "c:layout"), "c:manualLayout");
            value(manual, "c:xMode", "edge");
            value(manual, "c:yMode", "edge");
            value(manual, "c:x", fmt::format("{:.5f}", std::max(chart.plot->x, 0.0) / chart.at.width));
            value(manual, "c:y", fmt::format("{:.5f}", std::max(chart.plot->y - row, 0.0) / chart.at.height));
        }
        value(legend, "c:overlay", "0");
    }
    value(body, "c:plotVisOnly", "1");
    value(body, "c:dispBlanksAs", chart.bridges_gaps ? "span" : "gap");
    auto look = add(space, "c:spPr");
    add(look, "a:noFill");
    add(add(look, "a:ln"), "a:noFill");
    words_look(add(space, "c:txPr"), chart, chart.size > 0 ? chart.size : 12, false, chart.ink);
    value(add(space, "c:externalData", {{"r:id", workbook_id}}), "c:autoUpdate", "0");
    use_stand_ins(document, slide.stand_ins);
    Languages languages(slide.document.metadata.language);
    document.traverse(languages);
    return printed(document);
}

bool finite(const scene::ChartData& chart) {
    const auto good = [](const std::vector<std::optional<double>>& values) {
        return std::all_of(values.begin(), values.end(),
                           [](const auto& number) { return !number || std::isfinite(*number); });
    };
    return std::all_of(chart.series.begin(), chart.series.end(),
                       [&](const auto& s) { return good(s.values) && good(s.x) && good(s.size); });
}

}  // namespace

bool is_annotated(const scene::Mark& mark) {
    return std::any_of(mark.items.begin(), mark.items.end(), is_annotation);
}

bool native(const scene::Mark& mark, const scene::ChartData& chart, const base::Rect& at) {
    constexpr double kEdge = 4;  // points from the slide's edge that the words of an axis keep
    if (!group_name(chart.type) || chart.series.empty() || chart.categories.empty()) return false;
    // Shapes over a chart whose plot is elsewhere would say something wrong.
    return !is_annotated(mark) ||
           (is_placed(chart) && at.x - std::max(room_for_axis(chart) - chart.plot->x, 0.0) >= kEdge);
}

void write_chart(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::ChartData& given,
                 const base::Rect& place) {
    auto chart = given;
    auto at = place;
    if (is_placed(chart)) {  // the words of its axis hang out at the left
        const double out = std::max(room_for_axis(chart) - chart.plot->x, 0.0);
        if (is_annotated(mark) || at.x >= out) {
            at.x -= out;
            at.width += out;
            chart.at.width += out;
            chart.plot->x += out;
        } else {
            chart.plot.reset();
        }
    }
    if (!finite(chart)) {
        slide.diagnostics.push_back(diag::error(code::not_painted, mark.span,
                                                "a chart has a value that is not a finite number",
                                                "look at the data that it is drawn from"));
        return;
    }
    const auto number = ++slide.charts;
    const auto part = fmt::format("ppt/charts/chart{}.xml", number);
    const auto book = fmt::format("ppt/embeddings/workbook{}.xlsx", number);
    auto bytes = workbook(chart).take(slide.diagnostics);
    if (!bytes) return;
    slide.package.add_part(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                           chart_part(chart, slide.package.relate(part, "package", book), is_annotated(mark), slide));
    slide.package.add_part(book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                           std::move(*bytes));
    auto frame = add(tree, "p:graphicFrame");
    auto about = add(frame, "p:nvGraphicFramePr");
    named(slide, about, "Chart", mark.alternative);
    add(about, "p:cNvGraphicFramePr");
    add(about, "p:nvPr");
    placed(frame, "p:xfrm", at);
    auto data = add(add(frame, "a:graphic"), "a:graphicData",
                    {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/chart"}});
    add(data, "c:chart", {{"r:id", slide.package.relate(slide.path, "chart", part)}});
}

}  // namespace precis::paint::pptx_file
