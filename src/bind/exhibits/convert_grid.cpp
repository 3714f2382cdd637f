// Cells of one column share the rest of their value, so each rest is converted once.
#include "bind/exhibits/convert_grid.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/numbers.h"
#include "bind/values/codes.h"
#include "diag/codes.h"
#include "vocabulary/form.h"

namespace precis::bind {
namespace {

using vocabulary::Channel;

/// The unit that the exhibit states for a column; empty: none.
std::string stated_unit(const spec::Exhibit& exhibit, const std::string& column) {
    for (const auto& [name, channels] : exhibit.channels)
        for (const auto& channel : channels)
            if (channel.column.text == column && channel.unit) return channel.unit->text;
    for (const auto& one : exhibit.columns)
        if (one.column.text == column && one.unit) return one.unit->text;
    const bool pivots = exhibit.pivot && exhibit.pivot->value.column.text == column;
    return pivots && exhibit.pivot->value.unit ? exhibit.pivot->value.unit->text : std::string();
}

/// The converted rest of a cell, with decimals that fit the largest number of its column.
std::shared_ptr<const Bound> converted_rest(const Bound& rest, const Conversion& conversion, double largest,
                                            bool whole) {
    Bound out = rest;
    const int decimals = rest.decimals < 0 && whole ? 0 : rest.decimals;
    if (decimals >= 0) out.decimals = std::max(converted_decimals(largest, decimals, conversion), 0);
    if (out.low) out.low = conversion.number(*out.low);
    if (out.high) out.high = conversion.number(*out.high);
    out.unit = conversion.unit;
    return std::make_shared<const Bound>(std::move(out));
}

/// The conversion of the numbers along an axis; nullopt: they keep their unit.
std::optional<Conversion> conversion_along(const spec::Exhibit& exhibit, const Grid& grid, Channel axis) {
    const auto mapped = exhibit.channels.find(axis);
    std::optional<std::size_t> index;
    if (mapped != exhibit.channels.end() && !mapped->second.empty())
        index = grid.find(mapped->second.front().column.text);
    else if (exhibit.chart && !exhibit.facts.empty() && row_of(*exhibit.chart).value == axis)
        index = grid.find("value");
    return index ? grid.columns[*index].conversion : std::nullopt;
}

void convert_number(diag::Text& text, const Conversion& conversion) {
    const auto number = base::parse_number(text.text);
    if (number) text.text = base::shortest(conversion.number(*number));
}

}  // namespace

void convert_grid(const Context& context, const spec::Exhibit& exhibit, Grid& grid) {
    const auto* audience = context.inputs.audience;
    if (audience == nullptr || audience->units.empty()) return;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        auto& column = grid.columns[i];
        if (column.unit.empty()) column.unit = stated_unit(exhibit, column.name);
        const auto unit_of = [&](const GridCell& cell) {
            return cell.what().unit.empty() ? column.unit : cell.what().unit;
        };
        std::map<std::string, double> largest;  // converted, by unit
        bool whole = true;
        for (const auto& row : grid.rows) {
            if (!row[i].number) continue;
            whole = whole && *row[i].number == std::floor(*row[i].number);
            const auto unit = unit_of(row[i]);
            const auto conversion = conversion_of(*audience, unit, row[i].what().own_analysis);
            if (conversion) largest[unit] = std::max(largest[unit], std::abs(conversion->number(*row[i].number)));
        }
        std::map<const Bound*, std::shared_ptr<const Bound>> rests;
        for (auto& row : grid.rows) {
            auto& cell = row[i];
            if (!cell.number && cell.series.empty()) continue;
            const auto unit = unit_of(cell);
            const auto conversion = conversion_of(*audience, unit, cell.what().own_analysis);
            if (!conversion) continue;
            auto& rest = rests[cell.rest.get()];
            if (!rest) rest = converted_rest(cell.what(), *conversion, largest[unit], whole);
            cell.rest = rest;
            if (cell.number) cell.number = conversion->number(*cell.number);
            for (auto& point : cell.series)
                if (point) point = conversion->number(*point);
            cell.integer = false;
            column.conversion = conversion;
        }
        if (column.conversion && !column.unit.empty()) column.unit = column.conversion->unit;
    }
}

spec::Exhibit with_converted_numbers(spec::Exhibit exhibit, const Grid& grid) {
    const auto along_x = conversion_along(exhibit, grid, Channel::x),
               along_y = conversion_along(exhibit, grid, Channel::y);
    for (auto& [name, channels] : exhibit.channels) {
        for (auto& channel : channels) {
            const auto index = grid.find(channel.column.text);
            const auto conversion = index ? grid.columns[*index].conversion : std::nullopt;
            if (!conversion) continue;
            for (auto& end : channel.domain) convert_number(end, *conversion);
            for (auto& end : channel.break_at) convert_number(end, *conversion);
            channel.step.reset();
        }
    }
    for (auto& annotation : exhibit.annotations) {
        if (annotation.kind == spec::Annotation::Kind::ratio) {
            auto number = annotation.y ? base::parse_number(annotation.y->text) : std::nullopt;
            if (number && (along_x || along_y))
                annotation.y->text =
                    base::shortest(*number * (along_y ? along_y->factor : 1) / (along_x ? along_x->factor : 1));
            continue;
        }
        if (annotation.x && along_x) convert_number(*annotation.x, *along_x);
        if (annotation.y && along_y) convert_number(*annotation.y, *along_y);
        const auto& along = annotation.x ? along_x : along_y;
        if (annotation.kind == spec::Annotation::Kind::band && along)
            for (auto& end : annotation.ends) convert_number(end, *along);
    }
    return exhibit;
}

void check_replaced(Context& context, const spec::Exhibit& exhibit, const Grid& grid,
                    const std::vector<const vocabulary::Measure*>& replaced) {
    for (const auto* measure : replaced) {
        const bool has = std::any_of(grid.columns.begin(), grid.columns.end(), [&](const GridColumn& column) {
            return column.conversion && column.conversion->from == measure;
        });
        if (has) continue;
        const std::string name(measure->names.front());
        report(context, diag::error(code::unit_not_converted, exhibit.id.span,
                                    "the words of “" + exhibit.id.text + "” say “" + name +
                                        "”, which this audience reads in another unit, but no number here has the unit",
                                    "write `unit: " + name + "` at the column, in the data model or here"));
    }
}

}  // namespace precis::bind
