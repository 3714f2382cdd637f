// Tidy rows of a bound exhibit. Everything that a chart prints beside a number has a column here.
#include "doc/data_sheet.h"

#include <algorithm>

#include "base/numbers.h"

namespace precis::doc {
namespace {

using Row = std::vector<DataCell>;

DataCell words(std::string text) {
    return text.empty() ? DataCell() : DataCell(std::move(text));
}

/// Rows below columns. Columns without any cell are left out, unless they must be kept.
class Sheet {
  public:
    /// Returns the column's place.
    std::size_t column(std::string name, AxisFormat format = {}, bool kept = false) {
        columns_.push_back({std::move(name), std::move(format)});
        kept_.push_back(kept);
        return columns_.size() - 1;
    }
    void add(Row row, bool total = false) { rows_.push_back({std::move(row), total}); }

    DataSheet finish() {
        for (std::size_t c = 0; c < columns_.size(); ++c)
            if (columns_[c].format.decimals < 0) columns_[c].format.decimals = decimals_needed(c);
        std::vector<std::size_t> shown;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            if (kept_[c] || std::any_of(rows_.begin(), rows_.end(), [&](const DataSheet::Row& row) {
                    return c < row.cells.size() && !std::holds_alternative<std::monostate>(row.cells[c]);
                }))
                shown.push_back(c);
        DataSheet sheet;
        for (const auto c : shown) sheet.columns.push_back(std::move(columns_[c]));
        for (auto& row : rows_) {
            DataSheet::Row out{{}, row.total};
            for (const auto c : shown) out.cells.push_back(c < row.cells.size() ? std::move(row.cells[c]) : DataCell());
            sheet.rows.push_back(std::move(out));
        }
        return sheet;
    }

  private:
    /// Those of the column's numbers, as far as a reader looks.
    int decimals_needed(std::size_t column) const {
        constexpr std::size_t kMost = 3;
        std::size_t most = 0;
        for (const auto& row : rows_) {
            const auto* number = column < row.cells.size() ? std::get_if<double>(&row.cells[column]) : nullptr;
            const auto digits = number ? base::shortest(*number) : std::string();
            if (const auto point = digits.find('.'); point != std::string::npos)
                most = std::max(most, std::min(digits.size() - point - 1, kMost));
        }
        return static_cast<int>(most);
    }

    std::vector<DataColumn> columns_;
    std::vector<bool> kept_;
    std::vector<DataSheet::Row> rows_;
};

DataCell number(const std::optional<double>& value) {
    return value ? DataCell(*value) : DataCell();
}

DataCell qualifier_of(const Value* value) {
    using data::Qualifier;
    if (!value || value->qualifier == Qualifier::none || value->qualifier == Qualifier::exactly) return {};
    return std::string(data::to_string(value->qualifier));
}
DataCell status_of(const Value* value) {
    if (!value || value->status == data::Status::actual) return {};
    return std::string(data::to_string(value->status));
}

/// Digits behind the decimal sign of a printed number, in any language; three behind a sign are thousands.
int decimals_printed(const std::string& text) {
    constexpr std::size_t kThousands = 3;
    const auto last = text.find_last_of("0123456789");
    if (last == std::string::npos) return 0;
    const auto sign = text.find_last_not_of("0123456789", last);
    if (sign == std::string::npos || sign == 0 || (text[sign] != '.' && text[sign] != ',')) return 0;
    const auto digits = last - sign;
    return digits < kThousands ? static_cast<int>(digits) : 0;
}

/// The most that the values print.
int decimals_of(const std::vector<Value>& values) {
    int most = 0;
    for (const auto& value : values)
        if (value.number) most = std::max(most, decimals_printed(value.text));
    return most;
}

std::string with_unit(const std::string& name, const std::string& unit) {
    return unit.empty() ? name : name + " (" + unit + ")";
}
std::string named(const std::string& label, const char* otherwise) {
    return label.empty() ? otherwise : label;
}

const Value* at(const std::vector<Value>& values, std::size_t i) {
    return i < values.size() ? &values[i] : nullptr;
}

DataSheet by_rows(const Chart& chart) {
    Sheet sheet;
    std::size_t count = 0;
    for (const auto& channel : chart.extra) {
        sheet.column(with_unit(channel.label, channel.format.unit), channel.format, true);
        sheet.column(channel.label + ", qualifier");
        sheet.column(channel.label + ", status");
        count = std::max(count, channel.values.size());
    }
    for (std::size_t i = 0; i < count; ++i) {
        Row row;
        for (const auto& channel : chart.extra) {
            const auto* value = at(channel.values, i);
            const auto category = !value || value->number ? std::string() : value->category;
            row.push_back(value && value->number ? number(value->number)
                                                 : words(value && category.empty() ? value->text : category));
            row.push_back(qualifier_of(value));
            row.push_back(status_of(value));
        }
        sheet.add(std::move(row));
    }
    return sheet.finish();
}

/// Whether the data have no row here; a value that is known not to be published has one, with its category.
bool is_absent(const Value* value) {
    return !value || (!value->number && value->category.empty() && (value->text.empty() || value->text == "–"));
}

DataSheet by_series(const Chart& chart) {
    Sheet sheet;
    const auto unit = chart.format.unit;
    auto format = chart.format;
    if (format.compact)
        format.decimals = -1;  // printed in millions, kept as it is
    else if (format.decimals < 0)
        for (const auto& series : chart.series) format.decimals = std::max(format.decimals, decimals_of(series.values));
    const bool is_events = chart.form == vocabulary::Form::timeline;  // whose values may be words, or nothing
    const auto& names_title = category_axis_of(chart).title;
    sheet.column(named(names_title.empty() ? chart.category_label : names_title, "category"), {}, true);
    sheet.column("key");
    for (const char* name : {"detail", "panel", "series"}) sheet.column(name);
    sheet.column(with_unit(named(chart.value_label, "value"), unit), format, !is_events);
    sheet.column(with_unit("low", unit), format);
    sheet.column(with_unit("high", unit), format);
    for (const char* name : {"qualifier", "status", "published", "text"}) sheet.column(name);
    for (const auto& series : chart.series) {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const auto* value = at(series.values, i);
            if (is_absent(value) && !is_events) continue;
            const auto* low = at(series.low, i);
            const auto* high = at(series.high, i);
            const auto key = i < chart.category_keys.size() ? chart.category_keys[i] : std::string();
            sheet.add({words(chart.categories[i]), words(key == chart.categories[i] ? std::string() : key),
                       words(i < chart.category_details.size() ? chart.category_details[i] : std::string()),
                       words(series.panel), words(series.name), number(value ? value->number : std::nullopt),
                       number(low ? low->number : std::nullopt), number(high ? high->number : std::nullopt),
                       qualifier_of(value), status_of(value), words(value && !value->number && !is_events ? "no" : ""),
                       words(value ? value->words : std::string())});
        }
    }
    auto out = sheet.finish();
    if (!chart.periods.empty())
        for (auto& column : out.columns) column.is_dates = column.name == "key";
    return out;
}

DataSheet sheet_of(const Chart& chart) {
    return row_of(chart.form).by_rows && !chart.extra.empty() ? by_rows(chart) : by_series(chart);
}

DataCell cell_of(const Value& value) {
    if (!value.series.empty()) {
        std::string numbers;
        for (const auto& point : value.series)
            numbers += (numbers.empty() ? "" : " ") + (point ? base::shortest(*point) : "-");
        return numbers;
    }
    if (value.number) return *value.number;
    return words(value.text.empty() ? value.category : value.text);
}

std::string title_of_group(const Value& value) {
    const auto cell = cell_of(value);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const auto* figure = std::get_if<double>(&cell);
    return figure ? base::shortest(*figure) : std::string();
}

DataSheet sheet_of(const Table& table) {
    Sheet sheet;
    sheet.column("group");
    std::size_t place = 0;
    for (const auto& column : table.columns) {
        std::string label;
        for (const auto& over : column.over)
            if (!over.empty()) label += over + ", ";
        label += column.label;
        const bool has_unit = !column.unit.empty() && label.ends_with(", " + column.unit);
        AxisFormat format;
        format.unit = column.unit;
        format.symbol = column.unit_symbol;
        format.decimals = 0;
        for (const auto& row : table.rows)
            if (const auto* cell = at(row.cells, place))
                if (cell->number) format.decimals = std::max(format.decimals, decimals_printed(cell->text));
        ++place;
        sheet.column(has_unit ? label : with_unit(label, column.unit), std::move(format), true);
        for (const char* what : {", qualifier", ", status", ", note", ", stamp"}) sheet.column(label + what);
    }
    std::vector<std::string> groups;  // the outermost first
    for (const auto& row : table.rows) {
        if (row.kind == Table::Row::Kind::group) {
            groups.resize(static_cast<std::size_t>(std::max(row.level - 1, 0)));
            groups.push_back(row.cells.empty() ? std::string() : title_of_group(row.cells[0]));
        }
        if (row.kind == Table::Row::Kind::total) groups.clear();
        std::string group;
        for (const auto& name : groups) group += (group.empty() ? "" : ", ") + name;
        Row out{words(std::move(group))};
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const auto& cell = row.cells[c];
            out.push_back(cell_of(cell));
            out.push_back(qualifier_of(&cell));
            out.push_back(status_of(&cell));
            out.push_back(words(cell.note > 0 ? table.notes[cell.note - 1] : std::string()));
            out.push_back(words(c < row.stamps.size() ? row.stamps[c].words : std::string()));
        }
        sheet.add(std::move(out), row.kind == Table::Row::Kind::total);
    }
    return sheet.finish();
}

struct ToSheet {
    DataSheet operator()(const Chart& chart) const { return sheet_of(chart); }
    DataSheet operator()(const Table& table) const { return sheet_of(table); }
    DataSheet operator()(const Picture&) const { return {}; }
};

}  // namespace

DataSheet data_sheet(const Exhibit& exhibit) {
    return std::visit(ToSheet{}, exhibit.content);
}

}  // namespace precis::doc
