// chart/native.cpp: the type, stacking, series, colours and number format of an editable chart.
// Stage: doc::Chart -> NATIVE -> scene::ChartData.
#include "chart/native.h"

#include <algorithm>
#include <cmath>

#include "chart/axes/band_axis.h"
#include "chart/canvas/numbers.h"
#include "chart/forms/line_over.h"
#include "chart/forms/line_sheet.h"
#include "chart/forms/shares.h"
#include "chart/marks/stack.h"
#include "chart/native_dates.h"
#include "chart/native_features.h"
#include "chart/scales/lookup.h"
#include "chart/scales/slots.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

using Type = scene::ChartData::Type;

constexpr std::size_t kMostEdited = 20'000;  // categories; nobody edits more by hand, so the chart stays a drawing

Type type_of(vocabulary::Native native) {
    switch (native) {
        case vocabulary::Native::drawing:
            return Type::other;
        case vocabulary::Native::bar:
            return Type::bar;
        case vocabulary::Native::column:
            return Type::column;
        case vocabulary::Native::line:
            return Type::line;
        case vocabulary::Native::area:
            return Type::area;
        case vocabulary::Native::scatter:
            return Type::scatter;
        case vocabulary::Native::bubble:
            return Type::bubble;
        case vocabulary::Native::donut:
            return Type::donut;
    }
    return Type::other;
}

std::optional<scene::Hatch> pattern_of(const Tone& tone, const Canvas& canvas) {
    return look_of(tone, data::Status::actual, canvas.tones()).hatch;
}

/// The points of a series with their own colours, hatches and labels; empty if all are like the series.
std::vector<scene::ChartPoint> points_of(const doc::Chart& chart, const Canvas& canvas, std::size_t s) {
    std::vector<scene::ChartPoint> points;
    bool differs = false;
    const auto plain = canvas.tones().series(s).mark;
    const bool shares = chart.series.size() > 1 && chart.stack == vocabulary::Stack::percent;
    const auto parts = shares ? stacked_parts(chart) : std::vector<std::vector<Part>>();
    const bool some_labelled = chart.labels == vocabulary::Labels::ends || chart.labels == vocabulary::Labels::extremes;
    for (std::size_t c = 0; c < chart.series[s].values.size(); ++c) {
        const auto& value = chart.series[s].values[c];
        scene::ChartPoint point;
        point.color =
            value.status == data::Status::previous ? canvas.tones().theme().previous : canvas.tones().mark(s, c).mark;
        point.pattern = pattern_of(canvas.tones().series(s), canvas);
        point.hatched = is_open(value.status) || value.status == data::Status::plan;
        const auto sign = doc::sign_of(value.qualifier);
        if (value.number && !sign.empty()) {
            point.label = value_words(value, chart.format, Unit::bare, canvas.locale());
            if (!chart.format.symbol.empty() && !chart.format.symbol_before) point.label += chart.format.symbol;
        }
        if (!parts.empty() && value.number)  // programs print amounts at the parts of a percent stack
            point.label = part_words(chart, value, parts[s][c], canvas.locale(), Unit::symbol);
        point.always_labelled = value.number && !value.words.empty();
        if (point.always_labelled) point.label = value_words(value, chart.format, Unit::symbol, canvas.locale());
        point.unlabelled = some_labelled && !wants_label(chart, s, c);
        differs = differs || point.color != plain || point.hatched || !point.label.empty() || point.unlabelled;
        points.push_back(std::move(point));
    }
    return differs ? points : std::vector<scene::ChartPoint>();
}

/// Gives the parts of a whole the colours and patterns of the drawing.
void paint_parts(const doc::Chart& chart, const Canvas& canvas, scene::ChartSeries& series) {
    if (series.points.empty()) series.points.resize(series.values.size());
    for (const auto& share : shares_of(canvas, chart)) {
        series.points[share.category].color = share.tone.mark;
        series.points[share.category].pattern = pattern_of(share.tone, canvas);
    }
}

scene::ChartSeries line_over_columns(const doc::Chart& chart, const Canvas& canvas, const doc::ChannelData& line) {
    scene::ChartSeries over;
    over.name = line.label;
    for (const auto& value : line.values) over.values.push_back(value.number);
    over.values.resize(chart.categories.size());
    over.color = canvas.tones().accent().mark;
    over.as_line = true;
    over.own_format = number_format(line.format, std::max(line.format.decimals, 0), canvas.locale());
    if (!shares_scale(chart)) {
        const auto extent = extent_of_line(chart);
        over.own_axis = scene::ChartAxis{extent.lo, extent.hi};
    }
    return over;
}

/// In double quotes, which the text can't hold in a number format.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? '\'' : c;
    return out + "\"";
}

/// What the author asks of axes, gaps and keys.
void add_axes(const doc::Chart& chart, scene::ChartData& data) {
    const auto &values = value_axis_of(chart), &names = category_axis_of(chart);
    data.value_title = values.title;
    data.category_title = names.title;
    data.value_step = values.step;
    if (row_of(chart.form).points) data.category_step = names.step;
    data.value_opposite = values.opposite;
    data.category_opposite = names.opposite;
    data.shows_axis = values.is_set();
    data.bridges_gaps = chart.bridges_gaps;
    // A line over columns is named at its end, so a key of one series and it would say nothing.
    const bool lone_columns = chart.series.size() == 1 && channel_of(chart, vocabulary::Channel::line) != nullptr;
    data.keyed = chart.legend != vocabulary::Legend::none && !lone_columns;
}

/// The words under an upright chart: months and days are short, as on the drawn axis, where other words would be cut.
std::vector<std::string> tick_words(const doc::Chart& chart, const Canvas& canvas) {
    const auto& locale = canvas.locale();
    auto words = chart.categories;
    if (chart.year_begins != 1 && !is_lying(chart) && chart.periods.size() == words.size()) {
        const Slots slots = slots_of(chart);
        for (std::size_t c = 0; c < words.size(); ++c)
            if (auto named = period_words(canvas, chart, slots, c); !named.empty()) words[c] = std::move(named);
        return words;
    }
    if (is_lying(chart) || chart.periods.size() != words.size() || chart.category_keys.size() != words.size())
        return words;
    constexpr std::size_t kMonth = 7, kDay = 10, kYear = 4;  // letters of 2026-04, 2026-04-20, 2026
    const auto& keys = chart.category_keys;
    const auto all = [&](auto holds) { return std::all_of(keys.begin(), keys.end(), holds); };
    const bool months = all([&](const auto& key) { return key.size() == kMonth && key[kYear + 1] != 'Q'; });
    const bool days =
        all([&](const auto& key) { return key.size() == kDay && key.compare(0, kYear, keys.front(), 0, kYear) == 0; });
    for (std::size_t c = 0; (months || days) && c < words.size(); ++c) words[c] = locale.short_date(keys[c]);
    return words;
}

std::vector<std::optional<double>> numbers_of(const std::vector<doc::Value>& values) {
    std::vector<std::optional<double>> out;
    for (const auto& value : values) out.push_back(value.number);
    return out;
}

/// Whole decades around the numbers, which a logarithmic axis ends at.
std::optional<scene::ChartAxis> decades(const std::vector<std::optional<double>>& numbers,
                                        std::optional<scene::ChartAxis> so_far) {
    for (const auto& number : numbers) {
        if (!number || *number <= 0) continue;
        const double low = std::pow(10, std::floor(std::log10(*number) + 1e-9));
        const double high = std::pow(10, std::ceil(std::log10(*number) - 1e-9));
        so_far = so_far ? scene::ChartAxis{std::min(so_far->low, low), std::max(so_far->high, high)}
                        : scene::ChartAxis{low, high};
    }
    if (so_far && so_far->low == so_far->high) so_far->high *= 10;
    return so_far;
}

/// Logarithmic axes, and domains that the author gives.
void add_scales(const doc::Chart& chart, const doc::ChannelData* xs, scene::ChartData& data) {
    using vocabulary::Scale;
    data.value_log = chart.scale == Scale::log;
    if (chart.domain.size() == 2) data.value_ends = scene::ChartAxis{chart.domain[0], chart.domain[1]};
    if (data.value_log && !data.value_ends)
        for (const auto& series : data.series) data.value_ends = decades(series.values, data.value_ends);
    if (xs == nullptr || !row_of(chart.form).points) return;
    data.category_log = xs->scale == Scale::log;
    if (xs->domain.size() == 2) data.category_ends = scene::ChartAxis{xs->domain[0], xs->domain[1]};
    if (data.category_log && !data.category_ends)
        for (const auto& series : data.series) data.category_ends = decades(series.x, data.category_ends);
}

/// The series' points, all like the series if it has none yet.
std::vector<scene::ChartPoint>& points_for(scene::ChartSeries& series) {
    scene::ChartPoint plain;
    plain.color = series.color;
    plain.pattern = series.pattern;
    if (series.points.empty()) series.points.resize(series.values.size(), plain);
    return series.points;
}

/// The names that a drawn chart prints at its points.
void name_points(const doc::Chart& chart, const Canvas& canvas, scene::ChartData& data) {
    constexpr std::size_t kManyPoints = 40;  // as in the drawing: of more only the highlighted ones are named
    if (chart.labels == vocabulary::Labels::none) return;
    std::size_t count = 0;
    for (const auto& series : data.series)
        count += static_cast<std::size_t>(
            std::count_if(series.values.begin(), series.values.end(), [](const auto& v) { return v.has_value(); }));
    const bool loud_only = count > kManyPoints && chart.labels == vocabulary::Labels::automatic;
    for (std::size_t s = 0; s < data.series.size(); ++s) {
        auto& series = data.series[s];
        auto& points = points_for(series);
        for (std::size_t c = 0; c < series.values.size() && c < chart.categories.size(); ++c) {
            const bool loud = canvas.tones().category_loud(c) || canvas.tones().mark(s, c).voice == Tone::Voice::loud;
            if (!series.values[c] || (loud_only && !loud)) continue;
            points[c].label = chart.categories[c];
            points[c].always_labelled = true;
        }
    }
}

/// The values that a drawn chart prints along its lines; the one at a line's end is printed there.
void label_lines(const doc::Chart& chart, const Canvas& canvas, scene::ChartData& data) {
    using vocabulary::Labels;
    if (chart.labels == Labels::none) return;
    const bool few = has_few_points(chart);
    data.ends_valued = !few;
    if (!few && chart.labels == Labels::automatic) return;
    for (std::size_t s = 0; s < data.series.size(); ++s) {
        auto& series = data.series[s];
        std::size_t end = series.values.size();
        while (end > 0 && !series.values[end - 1]) --end;
        auto& points = points_for(series);
        for (std::size_t c = 0; c < end; ++c) {
            const bool wanted = few || (c + 1 < end && wants_label(chart, s, c));
            if (!series.values[c] || !wanted) continue;
            points[c].label = value_words(chart.series[s].values[c], chart.format,
                                          few ? unit_at_mark(chart.format) : Unit::bare, canvas.locale());
            points[c].always_labelled = true;
            points[c].unlabelled = false;
        }
    }
}

/// Words at the ends of stacks, and none on parts that are too low or short to hold theirs.
void add_totals(const doc::Chart& chart, const Canvas& canvas, base::Size size, scene::ChartData& data) {
    const bool bars = data.type == Type::bar || data.type == Type::column;
    if (!bars || data.stack == scene::ChartData::Stack::none || chart.series.size() < 2) return;
    if (shows_totals(chart)) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c)
            data.totals.push_back(is_without_values(chart, c)
                                      ? std::string()
                                      : number_words(total_of(chart, c), chart.format, decimals_of(chart),
                                                     total_unit(chart, c), canvas.locale()));
    }
    const auto parts = stacked_parts(chart);
    double low = 0, high = 0;
    for (const auto& series : parts)
        for (const auto& part : series) low = std::min(low, part.to), high = std::max(high, part.to);
    constexpr double kPlot = 0.75, kLine = 1.3, kLetter = 0.56;  // of the chart's side; of the letters' size
    const bool lying = data.type == Type::bar;
    const double side = kPlot * (lying ? size.width : size.height), letters = canvas.label_look().size;
    for (std::size_t s = 0; s < chart.series.size() && high > low; ++s) {
        auto& series = data.series[s];
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            const auto& value = chart.series[s].values[c];
            if (!value.number) continue;
            const double room = std::abs(parts[s][c].to - parts[s][c].from) / (high - low) * side;
            const auto words = part_words(chart, value, parts[s][c], canvas.locale(), Unit::symbol);
            if (room >= letters * (lying ? kLetter * static_cast<double>(words.size()) : kLine)) continue;
            points_for(series)[c].unlabelled = true;
        }
    }
}

/// Each part's share and amount.
void label_shares(const doc::Chart& chart, const Canvas& canvas, scene::ChartData& data) {
    auto& points = data.series.front().points;
    for (const auto& share : shares_of(canvas, chart)) {
        const auto amount = amount_words(canvas, chart, share);
        points[share.category].label = share_words(canvas, chart, share) + (amount.empty() ? "" : "\n" + amount);
    }
}

/// Which numbers stand at bars, columns and sectors: those that the drawing prints.
void label_marks(const doc::Chart& chart, const Canvas& canvas, scene::ChartData& data) {
    const bool lengths = data.type == Type::bar || data.type == Type::column || data.type == Type::donut;
    data.labelled = lengths && chart.labels != vocabulary::Labels::none;
    // The dots of several series share a row, where numbers have no room.
    if (chart.form == vocabulary::Form::lollipop && chart.series.size() > 1) data.labelled = false;
    const auto& printed = canvas.numbers_printed();
    if (!data.labelled || data.type != Type::column || data.stack != scene::ChartData::Stack::none ||
        chart.form != vocabulary::Form::column)
        return;
    data.labelled = !printed.empty();
    for (std::size_t s = 0; data.labelled && s < chart.series.size(); ++s) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            if (std::find(printed.begin(), printed.end(), std::pair(s, c)) != printed.end()) continue;
            points_for(data.series[s])[c].unlabelled = true;
        }
    }
}

/// The ends and steps of the axes as they are drawn.
void add_ruled(const Canvas& canvas, scene::ChartData& data) {
    if (const auto& values = canvas.values_ruled()) {
        data.shows_axis = true;
        if (!data.value_log) {
            data.value_ends = values->ends;
            if (values->step > 0) data.value_step = values->step;
        }
    }
    const auto& across = canvas.across_ruled();
    if (!across || data.category_log) return;
    data.category_ends = across->ends;
    if (across->step > 0) data.category_step = across->step;
}

/// Prints the noun of the unit: as the title of a drawn axis, else at the first labelled point.
void add_noun(const doc::Chart& chart, const Canvas& canvas, scene::ChartData& data) {
    const auto noun = noun_of(chart.format);
    if (noun.empty()) return;
    const bool is_axis_hidden = data.type == Type::bar || data.type == Type::column || data.type == Type::donut;
    if (!(is_axis_hidden && data.labelled && !data.shows_axis)) {
        data.value_title = with_noun(data.value_title, chart.format);
        return;
    }
    const auto& values = chart.series.front().values;
    const auto first = static_cast<std::size_t>(
        std::find_if(values.begin(), values.end(), [](const auto& value) { return value.number.has_value(); }) -
        values.begin());
    if (first == values.size()) return;
    auto& series = data.series.front();
    points_for(series)[first].label = value_words(values[first], chart.format, Unit::symbol, canvas.locale());
}

}  // namespace

int needed_decimals_of(const doc::ChannelData& channel) {
    doc::Chart alone;
    alone.format = channel.format;
    alone.series.emplace_back().values = channel.values;
    return decimals_of(alone);
}

std::string number_format(const doc::AxisFormat& format, int decimals, const locale::Locale& locale) {
    if (has_noun(format)) {  // axes and labels print the noun once
        auto bare = format;
        bare.symbol.clear();
        return number_format(bare, decimals, locale);
    }
    std::string figures = format.unit == "percent" ? "0" : "#,##0";
    if (decimals > 0) figures += "." + std::string(static_cast<std::size_t>(decimals), '0');
    if (format.unit == "percent" || format.unit == "pp") {
        constexpr std::string_view kFigures = "0";  // what stands before them in the language, and what behind them
        const auto printed = format.unit == "pp" ? locale.points(kFigures) : locale.percent(kFigures);
        const auto at = printed.find(kFigures);
        const auto before = printed.substr(0, at), behind = printed.substr(at + kFigures.size());
        return (before.empty() ? "" : quoted(before)) + figures + (behind.empty() ? "" : quoted(behind));
    }
    if (format.symbol.empty()) return figures;
    return format.symbol_before ? quoted(format.symbol) + figures : figures + quoted(format.symbol);
}

scene::ChartData native_of(const doc::Chart& chart, const Canvas& canvas, base::Size size) {
    using Stack = scene::ChartData::Stack;
    scene::ChartData data;
    data.ink = canvas.inks().text;
    data.grid = canvas.inks().grid;
    data.ground = canvas.inks().ground;
    data.type = type_of(row_of(chart.form).native);
    if (data.type == Type::bar && row_of(chart.form).turns && !is_lying(chart)) data.type = Type::column;
    // Areas that are not stacked would hide each other: they are drawn as lines, here as there.
    if (chart.form == vocabulary::Form::area && chart.series.size() > 1 && chart.stack == vocabulary::Stack::none)
        data.type = Type::line;
    if (chart.categories.size() > kMostEdited || is_drawn(chart)) {
        data.type = Type::other;
        data.at = {0, 0, size.width, size.height};
        return data;
    }
    data.solid = chart.form == vocabulary::Form::pie;
    data.thin = chart.form == vocabulary::Form::lollipop;
    data.outlined = data.type == Type::area && chart.series.size() == 1;
    data.stack = chart.stack == vocabulary::Stack::total || chart.stack == vocabulary::Stack::diverging ? Stack::total
                 : chart.stack == vocabulary::Stack::percent                                            ? Stack::percent
                                                                                                        : Stack::none;
    data.categories = tick_words(chart, canvas);
    const auto* xs = channel_of(chart, vocabulary::Channel::x);
    const auto* sizes = channel_of(chart, vocabulary::Channel::size);
    const bool points = data.type == Type::scatter || data.type == Type::bubble;
    if (points && xs == nullptr) data.type = Type::other;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        scene::ChartSeries series;
        series.name = chart.series[s].name.empty() ? chart.value_label : chart.series[s].name;
        for (const auto& value : chart.series[s].values) series.values.push_back(value.number);
        series.color = canvas.tones().series(s).mark;
        series.pattern = pattern_of(canvas.tones().series(s), canvas);
        series.points = points_of(chart, canvas, s);
        series.low = numbers_of(chart.series[s].low);
        series.high = numbers_of(chart.series[s].high);
        if (data.type == Type::donut) paint_parts(chart, canvas, series);
        for (std::size_t c = 0; points && c < chart.categories.size(); ++c) {
            series.x.push_back(number_at(xs, c));
            if (data.type == Type::bubble) series.size.push_back(sizes ? number_at(sizes, c) : std::optional(1.0));
        }
        data.series.push_back(std::move(series));
    }
    if (const auto* line = channel_of(chart, vocabulary::Channel::line); line != nullptr && data.type == Type::column)
        data.series.push_back(line_over_columns(chart, canvas, *line));
    label_marks(chart, canvas, data);
    add_axes(chart, data);
    add_scales(chart, xs, data);
    add_ruled(canvas, data);
    data.trend = points && has_trend(chart);
    if (points) name_points(chart, canvas, data);
    if (data.type == Type::line || data.outlined) label_lines(chart, canvas, data);
    // Names of parts beside the last column or area are among the shapes.
    const bool upright_stack = data.type == Type::column || data.type == Type::area;
    data.named = upright_stack && data.stack != Stack::none && chart.series.size() > 1 &&
                 chart.legend == vocabulary::Legend::direct && !chart.y_axis.opposite;
    data.largest_bubble = canvas.largest_bubble();
    add_totals(chart, canvas, size, data);
    if (data.type == Type::donut && data.labelled) label_shares(chart, canvas, data);
    data.number_format = number_format(chart.format, decimals_of(chart), canvas.locale());
    if (points && xs != nullptr) {
        data.across_format = number_format(xs->format, needed_decimals_of(*xs), canvas.locale());
        // The names of both measures stand at the axes where the drawing has them.
        if (data.category_title.empty() && !chart.value_label.empty()) data.category_title = xs->label;
        if (data.category_title.empty()) data.category_title = noun_of(xs->format);
        if (data.value_title.empty()) data.value_title = chart.value_label;
    }
    add_noun(chart, canvas, data);
    data.face = canvas.label_look().face;
    data.size = canvas.label_look().size;
    data.at = {0, 0, size.width, size.height};
    // Without shapes that must meet its marks, a time axis keeps the room that its words need in other programs.
    const bool upright_time = !chart.periods.empty() && !is_lying(chart) && !canvas.has_annotations();
    if (!upright_time) data.plot = canvas.plot();
    data.axis = canvas.axis();
    if (chart.form == vocabulary::Form::step)
        as_steps(chart, canvas.locale(), data);
    else
        at_dates(chart, canvas.locale(), data);
    return data;
}

}  // namespace precis::chart
