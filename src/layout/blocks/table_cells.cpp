// Cells: numbers aligned on their decimals, and the small drawings beside them.
#include "layout/blocks/table_cells.h"

#include <algorithm>
#include <cmath>

#include "layout/blocks/runs.h"
#include "layout/blocks/stamp.h"
#include "scene/scene.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

// Points, chosen by eye for rows of 12.15 (docs/design/looks.md#tables).
constexpr double kBarHeight = 7;
constexpr double kBarGap = 6;         // from a number to its bar
constexpr double kMonthShare = 0.78;  // width of a month's column as a share of its step, as of grouped columns
constexpr double kDot = 3.2;          // radius
constexpr double kArrowHalf = 2.6;    // half an arrow's height
constexpr double kLeastMonth = 0.5;   // height of a month's column, so that a small number is seen
// Hatch of bars that are not actual, finer than in charts (docs/design/looks.md#notation).
constexpr double kHatchGap = 3.2, kHatchLine = 0.7, kOutline = 0.8, kGroundTint = 0.08;

constexpr double kStampAir = 3;  // at least, from a row's top to a stamp

using Show = doc::TableColumn::Show;

scene::Path box(const base::Rect& at) {
    scene::Path path;
    path.steps = {scene::MoveTo{{at.x, at.y}}, scene::LineTo{{at.right(), at.y}},
                  scene::LineTo{{at.right(), at.bottom()}}, scene::LineTo{{at.x, at.bottom()}}, scene::ClosePath{}};
    return path;
}

struct Cell {
    Setting& s;
    const doc::Table& table;
    const doc::Value& value;
    const CellPlace& place;
    double& height;
    std::vector<scene::Item> items{};

    const TableGrid& grid() const { return place.grid; }
    std::size_t c() const { return place.column; }
    double row() const { return s.layout.table.row_height; }
    double left() const { return grid().x[c()]; }

    void words(const style::TextStyle& given, const base::Color* color) {
        auto style = given;
        if (color) style.color = *color;
        const auto& column = table.columns[c()];
        const auto& text = table_words(value);
        double shift_by = 0;
        double room = column.show == Show::bar ? grid().number[c()] : grid().width[c()];
        if (column.centered) style.align = style::Align::center;
        if (column.words) style.align = s.locale.right_to_left() ? style::Align::left : style::Align::right;
        if (column.is_number()) {
            style.align = s.locale.right_to_left() ? style::Align::left : style::Align::right;
            shift_by = natural_width(s, decimals_of(s, text), style) - grid().fraction[c()];
            if (value.note > 0) shift_by += note_width(s, value.note, style);
            if (s.locale.right_to_left()) {
                const double box = column.show == Show::bar ? 0 : grid().mirrored_number(c());
                shift_by = box + (column.show == Show::arrow ? kArrow + kArrowGap : 0) - shift_by;
            }
        }
        const double indent = c() == 0 && place.body ? grid().indent : 0;
        std::vector<text::Run> runs{run_of(text, style)};
        if (!place.link.empty() && !text.empty()) {
            runs.front().link = place.link;
            runs.front().color = s.layout.link.color.value_or(s.layout.color("primary-text"));
        }
        if (value.note > 0) runs.push_back(note_run(s, value.note, style));
        if (value.note > 0 && color) runs.back().color = *color;
        auto set = set_runs(s, std::move(runs), style, room - indent + 0.5);
        const double air = std::max(0.0, (row() - style.leading) / 2);
        const double top = air + add_stamp(indent, air);
        height = std::max(height, (text.empty() ? 0 : set.height) + top + air);
        shift(set.items, left() + indent + shift_by, top);
        std::move(set.items.begin(), set.items.end(), std::back_inserter(items));
    }

    // Adds the stamp that stands over the words; returns the height that it takes from them.
    double add_stamp(double indent, double air) {
        if (place.stamp == nullptr || place.stamp->words.empty()) return 0;
        const double free = air > kStampAir ? 0 : kStampAir - air;  // from the row's rule
        return free + layout::add_stamp(s, *place.stamp, {left() + indent, air + free}, items);
    }

    // A bar is hatched as in charts if its value is a forecast, a plan or a partial period.
    void bar() {
        if (!value.number || grid().largest[c()] <= 0 || !place.body) return;
        const double x = left() + grid().number[c()] + kBarGap;
        const double whole = grid().width[c()] - grid().number[c()] - kBarGap;
        const double length = whole * std::max(0.0, *value.number) / grid().largest[c()];
        const auto& theme = s.layout.chart;
        if (value.status == data::Status::actual) {
            items.push_back(filled({x, (row() - kBarHeight) / 2, length, kBarHeight}, theme.primary));
            return;
        }
        constexpr double kInset = kOutline / 2;
        auto path = box({x + kInset, (row() - kBarHeight) / 2 + kInset, std::max(kInset, length - kOutline),
                         kBarHeight - kOutline});
        const auto paper = s.layout.color("background");
        path.hatch = scene::Hatch{theme.primary, base::mixed(theme.primary, paper, kGroundTint), kHatchGap, kHatchLine};
        path.stroke = scene::Stroke{theme.primary, kOutline, {}, false};
        items.push_back(artifact({std::move(path)}));
    }

    void months() {
        const auto& scales = table.columns[c()].scales;
        double highest = scales ? 0 : place.highest;
        if (scales == vocabulary::PanelScales::shared && grid().reach[c()]) highest = grid().reach[c()]->second;
        if (highest <= 0) {
            for (const auto& n : value.series) highest = std::max(highest, n.value_or(0));
        }
        if (highest <= 0) return;
        const double step = grid().width[c()] / static_cast<double>(value.series.size());
        const double foot = row() - 1, tall = row() - 2;
        std::vector<scene::Item> columns;
        for (std::size_t i = 0; i < value.series.size(); ++i) {
            if (!value.series[i]) continue;
            const double h = std::max(kLeastMonth, tall * std::max(0.0, *value.series[i]) / highest);
            auto path = box({left() + step * static_cast<double>(i), foot - h, step * kMonthShare, h});
            path.fill = *value.series[i] >= highest ? s.layout.chart.highlight : s.layout.color("primary-soft");
            columns.emplace_back(std::move(path));
        }
        items.push_back(drawing(std::move(columns)));
    }

    // A cell's only content, so it is a figure with a description.
    scene::Item drawing(std::vector<scene::Item> drawn) {
        auto figure = mark(s, scene::Role::figure);
        figure.alternative = chart::describe(value.series, table.columns[c()].unit_symbol, s.locale);
        figure.items = std::move(drawn);
        return figure;
    }

    void heat() {
        const auto tint = place.body ? tint_of(s, value, grid().largest[c()]) : std::nullopt;
        if (!tint) return words(s.style("table-cell"), nullptr);
        auto ground = mark(s, scene::Role::artifact);
        ground.id = scene::kCellGroundId;
        ground.items.push_back(filled({left() - 3, 0.5, grid().width[c()] + 6, row() - 1}, tint->ground));
        items.emplace_back(std::move(ground));
        words(s.style("table-cell"), &tint->words);
    }

    void arrow() {
        words(s.style("table-cell"), nullptr);
        if (!value.number || *value.number == 0) return;
        const bool up = *value.number > 0;
        const double aside = s.locale.right_to_left() ? grid().mirrored_number(c()) : 0;
        const double x = left() + aside, middle = row() / 2, h = kArrowHalf;
        scene::Path path;
        path.steps = {scene::MoveTo{{x, middle + (up ? h : -h)}},
                      scene::LineTo{{x + kArrow / 2, middle - (up ? h : -h)}},
                      scene::LineTo{{x + kArrow, middle + (up ? h : -h)}}, scene::ClosePath{}};
        path.fill = up ? s.layout.chart.positive : s.layout.chart.negative;
        items.push_back(artifact({std::move(path)}));
    }

    void dot() {
        if (!value.number || *value.number == 0) return;
        scene::Path path;
        path.steps = scene::disc({left() + kDot, row() / 2}, kDot, scene::kRoundedArc);
        path.fill = s.layout.chart.primary;
        items.push_back(artifact({std::move(path)}));
    }

    std::vector<scene::Item> run() {
        const auto& show = table.columns[c()].show;
        const bool shared = table.columns[c()].scales == vocabulary::PanelScales::shared;
        if (show == Show::sparkline && !value.series.empty()) {
            if (value.series.size() == kMonths) {
                months();
            } else {
                items.push_back(drawing(chart::sparkline(value.series, {left(), 1.5, grid().width[c()], row() - 3},
                                                         s.layout.chart, shared ? grid().reach[c()] : std::nullopt)));
            }
            return std::move(items);
        }
        const auto& style = s.style(place.body ? "table-cell" : "table-group");
        if (place.body && show == Show::heat)
            heat();
        else if (place.body && show == Show::arrow)
            arrow();
        else if (place.body && show == Show::dot)
            dot();
        else
            words(style, nullptr);
        if (show == Show::bar) bar();
        return std::move(items);
    }
};

}  // namespace

std::optional<CellTint> tint_of(const Setting& s, const doc::Value& value, double largest) {
    const auto& ramp = s.layout.chart.sequential;
    if (!value.number || ramp.empty() || largest <= 0) return std::nullopt;
    const double share = std::clamp(*value.number / largest, 0.0, 1.0);
    const auto& ground = ramp[static_cast<std::size_t>(std::lround(share * static_cast<double>(ramp.size() - 1)))];
    const auto &ink = s.layout.color("foreground"), &paper = s.layout.color("background");
    return CellTint{ground, base::contrast(ink, ground) >= base::contrast(paper, ground) ? ink : paper};
}

std::vector<scene::Item> cell_items(Setting& s, const doc::Table& table, const doc::Value& value,
                                    const CellPlace& place, double& height) {
    return Cell{s, table, value, place, height}.run();
}

}  // namespace precis::layout
