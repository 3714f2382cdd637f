// Chooses the columns, prints the rows, and adds group rows and totals.
#include "bind/exhibits/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bind/exhibits/codes.h"
#include "bind/exhibits/doubt_exhibit.h"
#include "bind/exhibits/unit_words.h"
#include "bind/text/prose.h"
#include "bind/text/typography.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// What a total row prints of a column's numbers, of which there is at least one.
double total_of(vocabulary::Total total, std::vector<double> numbers) {
    const auto count = static_cast<double>(numbers.size());
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    switch (total) {
        case vocabulary::Total::sum:
            return sum;
        case vocabulary::Total::mean:
            return sum / count;
        case vocabulary::Total::min:
            return *std::min_element(numbers.begin(), numbers.end());
        case vocabulary::Total::max:
            return *std::max_element(numbers.begin(), numbers.end());
        case vocabulary::Total::median:
            break;
    }
    std::sort(numbers.begin(), numbers.end());
    const auto middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

struct TableBinder {
    Context& context;
    const spec::Exhibit& exhibit;
    const Grid& grid;

    struct Column {
        std::size_t index = 0;
        const spec::TableColumn* written = nullptr;
        Format format{};
        std::string unit{};
    };
    std::vector<Column> columns{};
    BoundTable bound{};

    void choose() {
        if (exhibit.all_columns || exhibit.columns.empty()) {
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                columns.push_back({i, nullptr, grid.columns[i].format, grid.columns[i].unit});
            }
        }
        for (const auto& written : exhibit.columns) {
            const auto index = column_of(context, grid, written.column);
            if (!index) continue;
            if (written.unit) check_unit(context, grid, *index, *written.unit);
            auto format =
                written.format ? read_format(*written.format, context.diagnostics) : grid.columns[*index].format;
            columns.push_back(
                {*index, &written, format, written.unit ? written.unit->text : grid.columns[*index].unit});
        }
        for (auto& column : columns) bound.table.columns.push_back(header(column));
    }

    doc::TableColumn header(Column& column) const {
        doc::TableColumn out;
        const auto& data = grid.columns[column.index];
        out.label = data.label.empty() ? context.inputs.locale.raised(data.name) : data.label;
        out.numeric = data.numeric;
        if (column.written == nullptr) return with_unit(column, out);
        const auto& written = *column.written;
        if (written.label) out.label = bind_plain(context, *written.label);
        if (out.label.empty()) {
            report(context,
                   diag::error(code::head_missing, written.label ? written.label->span : written.column.span,
                               "the column “" + written.column.text + "” has no label",
                               "give it a `label:`: a screen reader announces each cell by the label of its column"));
        }
        for (const auto& over : written.over) out.over.push_back(bind_plain(context, over));
        if (written.note) out.note = bind_plain(context, *written.note);
        out.width = written.width_pt;
        out.scales = written.scales;
        if (written.align) out.numeric = *written.align == vocabulary::Align::right;
        out.show = written.show.value_or(out.show);
        return with_unit(column, out);
    }

    /// The header with the noun of its column's unit, "Generation, TWh", unless its cells or other words have it.
    doc::TableColumn with_unit(Column& column, doc::TableColumn out) const {
        const auto [measured, per] = split_unit(column.unit);
        const bool own_units = grid.find("unit").has_value();  // of each row
        if (!exhibit.query || own_units || measured.empty() || measured == "year" || !has_numbers(column)) return out;
        out.unit = column.unit;
        if (measured == "percent") out.unit_symbol = context.inputs.locale.percent("");
        if (measured == "pp") out.unit_symbol = context.inputs.locale.points("");
        if (!is_printed_noun(measured)) {
            if (exhibit.units == vocabulary::UnitPlace::heads) raise_unit(column, measured, per, out);
            return out;
        }
        const auto words = measured + per_words(per, context.inputs.locale);
        out.unit_symbol = "\u00a0" + words;
        const bool over =
            std::any_of(out.over.begin(), out.over.end(), [&](const auto& one) { return has_unit(one, measured); });
        const bool said = says_unit(exhibit, measured) || has_unit(out.label, measured) || over;
        if (!said && !column.format.unit && !column.format.no_unit && !out.label.empty())
            out.label += (measured.starts_with("per ") ? " " : ", ") + words;
        return out;
    }

    /// Moves a sign such as % or a currency from the column's cells to its header: "Share, %", "Price, USD".
    void raise_unit(Column& column, const std::string& measured, const std::string& per, doc::TableColumn& out) const {
        if (out.label.empty() || column.format.no_unit || column.format.unit) return;
        column.format.no_unit = true;
        auto sign = measured;
        if (measured == "percent") sign = context.inputs.locale.percent("");
        if (measured == "pp") sign = context.inputs.locale.points("");
        for (const std::string_view space : {" ", "\u00a0", "\u202f"})
            if (sign.starts_with(space)) sign.erase(0, space.size());
        out.label += ", " + sign + per_words(per, context.inputs.locale);
    }

    bool has_numbers(const Column& column) const {
        return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const auto& row) {
            return row[column.index].number || !row[column.index].series.empty();
        });
    }

    doc::Value value(const Column& column, GridCell cell) const {
        if (!column.unit.empty() && cell.number) {
            Bound rest = cell.what();
            rest.unit = column.unit;
            cell.rest = std::make_shared<const Bound>(std::move(rest));
        }
        return to_value(context, cell, column.format, true, exhibit.span);
    }

    void body_row(const std::vector<GridCell>& row) {
        auto& printed = bound.table.rows.emplace_back();
        for (const auto& column : columns) printed.cells.push_back(value(column, row[column.index]));
    }

    bool has_totals() const {
        return std::any_of(columns.begin(), columns.end(),
                           [](const Column& column) { return column.written != nullptr && column.written->total; });
    }

    /// Sums or means of the rows [begin, end), where a column asks for them.
    doc::Table::Row total_row(std::size_t begin, std::size_t end, doc::Table::Row::Kind kind,
                              const std::string& title) {
        doc::Table::Row row;
        row.kind = kind;
        for (const auto& column : columns) {
            doc::Value cell;
            if (column.written != nullptr && column.written->total) cell = total(column, begin, end);
            row.cells.push_back(std::move(cell));
        }
        if (!row.cells.empty() && row.cells.front().text.empty()) {
            row.cells.front().text = row.cells.front().category = title;
        }
        return row;
    }

    doc::Value total(const Column& column, std::size_t begin, std::size_t end) {
        GridCell sum;
        std::vector<double> numbers;
        for (auto i = begin; i < end; ++i) {
            const auto& cell = grid.rows[i][column.index];
            if (!cell.number) continue;
            if (numbers.empty()) sum = cell;
            numbers.push_back(*cell.number);
        }
        if (numbers.empty()) return value(column, {});
        const bool is_sum = column.written->total == vocabulary::Total::sum;
        sum.number = total_of(*column.written->total, std::move(numbers));
        sum.integer = sum.integer && *sum.number == std::floor(*sum.number);
        sum.qualifier = data::Qualifier::none;
        sum.status = data::Status::actual;
        auto shown = value(column, sum);
        if (is_sum && !bound.rounding_shows) bound.rounding_shows = !printed_parts_sum(column, begin, end, sum);
        return shown;
    }

    /// Whether the printed parts add up to the printed total.
    bool printed_parts_sum(const Column& column, std::size_t begin, std::size_t end, const GridCell& sum) const {
        auto decimals = column.format.decimals.value_or(-1);
        if (column.format.compact) return true;  // 1.5M: too coarse to add up
        std::vector<double> parts;
        int most_decimals = 0;
        for (auto i = begin; i < end; ++i) {
            const auto& cell = grid.rows[i][column.index];
            if (!cell.number) continue;
            parts.push_back(*cell.number);
            most_decimals = std::max(most_decimals, default_decimals(cell.value()));
        }
        if (decimals < 0) decimals = most_decimals;
        return rounded_parts_sum(parts, *sum.number, decimals);
    }

    /// The first column of a grouped table holds the groups' names, so it has no place for subtotals.
    void check_first_column() const {
        if (columns.empty() || columns.front().written == nullptr || !columns.front().written->total) return;
        report(context, diag::error(diag::code::key_conflict, columns.front().written->column.span,
                                    "the first column of a table with `group:` holds the names of the groups, so it "
                                    "has no place for subtotals",
                                    "list a column of words before it, or leave out its `total:`"));
    }

    std::string group_name(std::size_t group, std::size_t row) const { return grid.rows[row][group].text; }

    /// Whether two rows are in one group of the levels up to `level`, from 0.
    bool together(const std::vector<std::size_t>& groups, std::size_t level, std::size_t a, std::size_t b) const {
        for (std::size_t i = 0; i <= level; ++i)
            if (group_name(groups[i], a) != group_name(groups[i], b)) return false;
        return true;
    }

    /// The row above the rows of a group, with its subtotals.
    void group_row(const std::vector<std::size_t>& groups, std::size_t level, std::size_t first) {
        auto end = first;
        while (end < grid.rows.size() && together(groups, level, end, first)) ++end;
        const auto title = typographic(group_name(groups[level], first), context.inputs.locale);
        auto row = total_row(first, end, doc::Table::Row::Kind::group, title);
        row.level = static_cast<int>(level) + 1;
        if (!row.cells.empty()) row.cells.front().text = title;
        bound.table.rows.push_back(std::move(row));
    }

    void rows() {
        std::vector<std::size_t> groups;
        for (const auto& group : exhibit.groups)
            if (const auto column = column_of(context, grid, group)) groups.push_back(*column);
        if (!groups.empty()) check_first_column();
        for (std::size_t i = 0; i < grid.rows.size(); ++i) {
            for (std::size_t level = 0; level < groups.size(); ++level)
                if (i == 0 || !together(groups, level, i, i - 1)) group_row(groups, level, i);
            body_row(grid.rows[i]);
        }
        if (!has_totals()) return;
        bound.table.rows.push_back(
            total_row(0, grid.rows.size(), doc::Table::Row::Kind::total, context.inputs.locale.word("total")));
    }
};

}  // namespace

BoundTable bind_table(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    TableBinder binder{context, exhibit, grid};
    binder.choose();
    binder.rows();
    return std::move(binder.bound);
}

}  // namespace precis::bind
