// chart/native.cpp: types, stacks, colours and the number format of an editable chart.
// Stage: doc::Chart -> NATIVE -> scene::ChartData.
#include "chart/native.h"

#include "chart/numbers.h"

namespace precis::chart {
namespace {

using Type = scene::ChartData::Type;

Type type_of(const std::string& type) {
    if (type == "bar" || type == "lollipop" || type == "funnel") return Type::bar;
    if (type == "column") return Type::column;
    if (type == "line" || type == "step") return Type::line;
    if (type == "area") return Type::area;
    if (type == "scatter" || type == "bubble") return Type::scatter;
    if (type == "pie" || type == "donut") return Type::donut;
    return Type::other;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? '\'' : c;
    return out + "\"";
}

}  // namespace

std::string number_format(const doc::AxisFormat& format, int decimals) {
    std::string figures = format.unit == "percent" ? "0" : "#,##0";
    if (decimals > 0) figures += "." + std::string(static_cast<std::size_t>(decimals), '0');
    if (format.unit == "percent") return figures + "\"%\"";
    if (format.unit == "pp") return figures + "\" pp\"";
    if (format.symbol.empty()) return figures;
    return format.symbol_before ? quoted(format.symbol) + figures : figures + quoted(format.symbol);
}

scene::ChartData native_of(const doc::Chart& chart, const Canvas& canvas, base::Size size) {
    using Stack = scene::ChartData::Stack;
    scene::ChartData data;
    data.type = chart.facets ? Type::other : type_of(chart.type);  // panels are drawn, not one chart of all
    data.stack = chart.stack == "total" ? Stack::total : chart.stack == "percent" ? Stack::percent : Stack::none;
    data.categories = chart.categories;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        scene::ChartSeries series;
        series.name = chart.series[s].name;
        for (const auto& value : chart.series[s].values) series.values.push_back(value.number);
        series.color = canvas.tones().series(s).mark;
        data.series.push_back(std::move(series));
    }
    data.number_format = number_format(chart.format, decimals_of(chart));
    data.face = canvas.label_look().face;
    data.size = canvas.label_look().size;
    data.at = {0, 0, size.width, size.height};
    return data;
}

}  // namespace precis::chart
