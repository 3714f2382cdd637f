// Editable charts: DrawingML charts with a workbook, whose numbers stand in the chart's caches too.
#include <fmt/format.h>

#include <cmath>

#include "base/numbers.h"
#include "paint/pptx_parts.h"

namespace precis::paint::pptx_file {
namespace {

using Type = scene::ChartData::Type;
using Stack = scene::ChartData::Stack;

constexpr const char* kCategoryAxis = "111111111";
constexpr const char* kValueAxis = "222222222";

// A, B … Z, AA …: column 0 is A.
std::string column(std::size_t index) {
    std::string letters;
    for (auto rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

pugi::xml_node value(pugi::xml_node parent, const char* name, const std::string& words) {
    return add(parent, name, {{"val", words}});
}

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
        case Type::bubble:
        case Type::other:
            break;
    }
    return nullptr;
}

bool bars(Type type) {
    return type == Type::bar || type == Type::column;
}

void write_strings(pugi::xml_node parent, const std::string& formula, const std::vector<std::string>& words) {
    auto reference = add(parent, "c:strRef");
    add(reference, "c:f").text().set(formula.c_str());
    auto cache = add(reference, "c:strCache");
    value(cache, "c:ptCount", std::to_string(words.size()));
    for (std::size_t i = 0; i < words.size(); ++i)
        add(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v").text().set(words[i].c_str());
}

void write_numbers(pugi::xml_node parent, const std::string& formula, const scene::ChartData& chart,
                   const scene::ChartSeries& series) {
    auto reference = add(parent, "c:numRef");
    add(reference, "c:f").text().set(formula.c_str());
    auto cache = add(reference, "c:numCache");
    add(cache, "c:formatCode").text().set(chart.number_format.c_str());
    value(cache, "c:ptCount", std::to_string(chart.categories.size()));
    for (std::size_t i = 0; i < series.values.size() && i < chart.categories.size(); ++i)
        if (series.values[i])
            add(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v")
                .text()
                .set(base::shortest(*series.values[i]).c_str());
}

void write_look(pugi::xml_node series, Type type, const base::Color& color) {
    auto look = add(series, "c:spPr");
    if (type != Type::line) return solid_fill(look, color);
    auto line = add(look, "a:ln", {{"w", emu(2)}, {"cap", "rnd"}});
    solid_fill(line, color);
    add(line, "a:round");
}

void write_labels(pugi::xml_node series, const scene::ChartData& chart) {
    auto labels = add(series, "c:dLbls");
    add(labels, "c:numFmt", {{"formatCode", chart.number_format}, {"sourceLinked", "0"}});
    const bool shown = chart.type != Type::line && chart.type != Type::area;
    value(labels, "c:showLegendKey", "0");
    value(labels, "c:showVal", shown ? "1" : "0");
    for (const char* never : {"c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"})
        value(labels, never, "0");
}

void write_series(pugi::xml_node group, const scene::ChartData& chart, std::size_t index) {
    const auto& series = chart.series[index];
    const auto rows = chart.categories.size() + 1;
    auto node = add(group, "c:ser");
    value(node, "c:idx", std::to_string(index));
    value(node, "c:order", std::to_string(index));
    const auto letter = column(index + 1);
    write_strings(add(node, "c:tx"), fmt::format("Sheet1!${}$1", letter), {series.name});
    if (chart.type != Type::donut) write_look(node, chart.type, series.color);
    if (bars(chart.type)) value(node, "c:invertIfNegative", "0");
    if (chart.type == Type::line) value(add(node, "c:marker"), "c:symbol", "none");
    write_labels(node, chart);
    write_strings(add(node, "c:cat"), fmt::format("Sheet1!$A$2:$A${}", rows), chart.categories);
    write_numbers(add(node, "c:val"), fmt::format("Sheet1!${0}$2:${0}${1}", letter, rows), chart, series);
    if (chart.type == Type::line) value(node, "c:smooth", "0");
}

const char* grouping(const scene::ChartData& chart) {
    if (chart.stack == Stack::total) return "stacked";
    if (chart.stack == Stack::percent) return "percentStacked";
    return bars(chart.type) ? "clustered" : "standard";
}

void write_group(pugi::xml_node plot, const scene::ChartData& chart) {
    auto group = add(plot, group_name(chart.type));
    if (bars(chart.type)) value(group, "c:barDir", chart.type == Type::bar ? "bar" : "col");
    if (chart.type != Type::donut) value(group, "c:grouping", grouping(chart));
    value(group, "c:varyColors", chart.type == Type::donut ? "1" : "0");
    for (std::size_t i = 0; i < chart.series.size(); ++i) write_series(group, chart, i);
    if (bars(chart.type)) {
        value(group, "c:gapWidth", "60");
        if (chart.stack != Stack::none) value(group, "c:overlap", "100");
    }
    if (chart.type == Type::line) value(group, "c:marker", "1");
    if (chart.type == Type::donut) {
        value(group, "c:firstSliceAng", "0");
        value(group, "c:holeSize", "60");
        return;
    }
    value(group, "c:axId", kCategoryAxis);
    value(group, "c:axId", kValueAxis);
}

void write_axes(pugi::xml_node plot, const scene::ChartData& chart) {
    const bool lying = chart.type == Type::bar;
    auto category = add(plot, "c:catAx");
    value(category, "c:axId", kCategoryAxis);
    // Bars are read from the top.
    value(add(category, "c:scaling"), "c:orientation", lying ? "maxMin" : "minMax");
    value(category, "c:delete", "0");
    value(category, "c:axPos", lying ? "l" : "b");
    add(category, "c:numFmt", {{"formatCode", "General"}, {"sourceLinked", "0"}});
    value(category, "c:majorTickMark", "none");
    value(category, "c:minorTickMark", "none");
    value(category, "c:tickLblPos", "low");
    value(category, "c:crossAx", kValueAxis);
    value(category, "c:crosses", "autoZero");

    auto values = add(plot, "c:valAx");
    value(values, "c:axId", kValueAxis);
    value(add(values, "c:scaling"), "c:orientation", "minMax");
    value(values, "c:delete", bars(chart.type) ? "1" : "0");  // bars carry their values as labels
    value(values, "c:axPos", lying ? "t" : "l");
    if (!bars(chart.type))
        solid_fill(add(add(add(values, "c:majorGridlines"), "c:spPr"), "a:ln", {{"w", emu(0.5)}}), {217, 217, 217, 1});
    add(values, "c:numFmt", {{"formatCode", chart.number_format}, {"sourceLinked", "0"}});
    value(values, "c:majorTickMark", "none");
    value(values, "c:minorTickMark", "none");
    value(values, "c:tickLblPos", "nextTo");
    value(values, "c:crossAx", kCategoryAxis);
    value(values, "c:crosses", "autoZero");
    value(values, "c:crossBetween", bars(chart.type) ? "between" : "midCat");
}

std::string chart_part(const scene::ChartData& chart, const std::string& workbook_id) {
    pugi::xml_document document;
    auto space = root(document, "c:chartSpace");
    value(space, "c:date1904", "0");
    value(space, "c:roundedCorners", "0");
    auto body = add(space, "c:chart");
    value(body, "c:autoTitleDeleted", "1");  // the title is text of its own on the slide
    auto plot = add(body, "c:plotArea");
    add(plot, "c:layout");
    write_group(plot, chart);
    if (chart.type != Type::donut) write_axes(plot, chart);
    if (chart.series.size() > 1 || chart.type == Type::donut) {
        auto legend = add(body, "c:legend");
        value(legend, "c:legendPos", "b");
        value(legend, "c:overlay", "0");
    }
    value(body, "c:plotVisOnly", "1");
    value(body, "c:dispBlanksAs", "gap");
    auto text = add(space, "c:txPr");
    add(text, "a:bodyPr");
    add(text, "a:lstStyle");
    auto paragraph = add(text, "a:p");
    auto look = add(add(paragraph, "a:pPr"), "a:defRPr",
                    {{"sz", std::to_string(std::lround(100 * (chart.size > 0 ? chart.size : 12)))}});
    if (!chart.face.family.empty()) typeface(look, chart.face.family);
    add(paragraph, "a:endParaRPr", {{"lang", "en-GB"}});
    value(add(space, "c:externalData", {{"r:id", workbook_id}}), "c:autoUpdate", "0");
    return printed(document);
}

bool finite(const scene::ChartData& chart) {
    for (const auto& series : chart.series)
        for (const auto& one : series.values)
            if (one && !std::isfinite(*one)) return false;
    return true;
}

}  // namespace

bool native(const scene::ChartData& chart) {
    return group_name(chart.type) && !chart.series.empty() && !chart.categories.empty();
}

void write_chart(SlideDraft& slide, pugi::xml_node tree, const scene::Mark& mark, const scene::ChartData& chart,
                 const base::Rect& at) {
    if (!finite(chart)) {
        slide.found.push_back(diag::error(diag::Code::not_painted, mark.span,
                                          "a chart has a value that is not a finite number",
                                          "look at the data that it is drawn from"));
        return;
    }
    const auto number = ++slide.charts;
    const auto part = fmt::format("ppt/charts/chart{}.xml", number);
    const auto book = fmt::format("ppt/embeddings/workbook{}.xlsx", number);
    auto bytes = workbook(chart).take(slide.found);
    if (!bytes) return;
    slide.package.add_part(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                           chart_part(chart, slide.package.relate(part, "package", book)));
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
