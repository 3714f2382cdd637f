// Tidy rows of a bound exhibit. Everything that a chart prints beside a number has a column here.
#include "doc/exhibit_csv.h"

#include <algorithm>

#include "base/numbers.h"

namespace precis::doc {
namespace {

using Row = std::vector<std::string>;

/// Rows under a header row. Columns without any cell are left out, unless they must be kept.
class Sheet {
  public:
    void header(Row names) { names_ = std::move(names); }
    void keep(std::size_t column) { kept_.push_back(column); }
    void add(Row row) { rows_.push_back(std::move(row)); }

    std::string text() const {
        std::vector<bool> shown(names_.size());
        for (std::size_t c = 0; c < names_.size(); ++c)
            shown[c] = std::find(kept_.begin(), kept_.end(), c) != kept_.end() ||
                       std::any_of(rows_.begin(), rows_.end(),
                                   [&](const Row& row) { return c < row.size() && !row[c].empty(); });
        std::string out;
        line(names_, shown, out);
        for (const auto& row : rows_) line(row, shown, out);
        return out;
    }

  private:
    static void line(const Row& row, const std::vector<bool>& shown, std::string& out) {
        bool first = true;
        for (std::size_t c = 0; c < shown.size(); ++c) {
            if (!shown[c]) continue;
            if (!first) out += ',';
            first = false;
            if (c < row.size()) cell(row[c], out);
        }
        out += "\r\n";
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay.
    static bool is_formula(const std::string& text) {
        if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
        return !base::parse_number(text);
    }

    static void cell(const std::string& text, std::string& out) {
        if (is_formula(text)) return cell("'" + text, out);
        if (text.find_first_of(",\"\r\n") == std::string::npos) {
            out += text;
            return;
        }
        out += '"';
        for (const char c : text) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }

    Row names_;
    std::vector<std::size_t> kept_;
    std::vector<Row> rows_;
};

std::string number(const std::optional<double>& value) {
    return value ? base::shortest(*value) : std::string();
}

std::string qualifier_of(const Value& value) {
    using data::Qualifier;
    return value.qualifier == Qualifier::none || value.qualifier == Qualifier::exactly
               ? std::string()
               : std::string(data::to_string(value.qualifier));
}
std::string status_of(const Value& value) {
    return value.status == data::Status::actual ? std::string() : std::string(data::to_string(value.status));
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

std::string by_rows(const Chart& chart) {
    Sheet sheet;
    Row names;
    std::size_t count = 0;
    for (const auto& channel : chart.extra) {
        sheet.keep(names.size());
        names.push_back(with_unit(channel.label, channel.format.unit));
        names.push_back(channel.label + ", qualifier");
        names.push_back(channel.label + ", status");
        count = std::max(count, channel.values.size());
    }
    sheet.header(std::move(names));
    for (std::size_t i = 0; i < count; ++i) {
        Row row;
        for (const auto& channel : chart.extra) {
            const auto* value = at(channel.values, i);
            const auto words = !value || value->number ? std::string() : value->category;
            row.push_back(value && value->number   ? number(value->number)
                          : value && words.empty() ? value->text
                                                   : words);
            row.push_back(value ? qualifier_of(*value) : std::string());
            row.push_back(value ? status_of(*value) : std::string());
        }
        sheet.add(std::move(row));
    }
    return sheet.text();
}

/// Whether the data have no row here; a value that is known not to be published has one, with its category.
bool is_absent(const Value* value) {
    return !value || (!value->number && value->category.empty() && (value->text.empty() || value->text == "–"));
}

std::string by_series(const Chart& chart) {
    Sheet sheet;
    const auto unit = chart.format.unit;
    const bool is_events = chart.form == vocabulary::Form::timeline;  // whose values may be words, or nothing
    const auto& names_title = category_axis_of(chart).title;
    sheet.header({named(names_title.empty() ? chart.category_label : names_title, "category"), "key", "detail", "panel",
                  "series", with_unit(named(chart.value_label, "value"), unit), with_unit("low", unit),
                  with_unit("high", unit), "qualifier", "status", "published", "text"});
    sheet.keep(0);
    if (!is_events) sheet.keep(5);
    for (const auto& series : chart.series) {
        for (std::size_t i = 0; i < chart.categories.size(); ++i) {
            const auto* value = at(series.values, i);
            if (is_absent(value) && !is_events) continue;
            const auto* low = at(series.low, i);
            const auto* high = at(series.high, i);
            const auto key = i < chart.category_keys.size() ? chart.category_keys[i] : std::string();
            sheet.add({chart.categories[i], key == chart.categories[i] ? std::string() : key,
                       i < chart.category_details.size() ? chart.category_details[i] : std::string(), series.panel,
                       series.name, number(value ? value->number : std::nullopt),
                       number(low ? low->number : std::nullopt), number(high ? high->number : std::nullopt),
                       value ? qualifier_of(*value) : std::string(), value ? status_of(*value) : std::string(),
                       value && !value->number && !is_events ? "no" : "", value ? value->words : std::string()});
        }
    }
    return sheet.text();
}

std::string csv_of(const Chart& chart) {
    return row_of(chart.form).by_rows && !chart.extra.empty() ? by_rows(chart) : by_series(chart);
}

std::string words_of(const Value& value) {
    if (!value.series.empty()) {
        std::string numbers;
        for (const auto& point : value.series)
            numbers += (numbers.empty() ? "" : " ") + (point ? base::shortest(*point) : "-");
        return numbers;
    }
    if (value.number) return number(value.number);
    return value.text.empty() ? value.category : value.text;
}

std::string csv_of(const Table& table) {
    Sheet sheet;
    Row names{"group"};
    for (const auto& column : table.columns) {
        std::string label;
        for (const auto& over : column.over)
            if (!over.empty()) label += over + ", ";
        label += column.label;
        sheet.keep(names.size());
        const bool has_unit = !column.unit.empty() && label.ends_with(", " + column.unit);
        names.push_back(has_unit ? label : with_unit(label, column.unit));
        names.push_back(label + ", qualifier");
        names.push_back(label + ", status");
        names.push_back(label + ", note");
        names.push_back(label + ", stamp");
    }
    sheet.header(std::move(names));
    std::vector<std::string> groups;  // the outermost first
    for (const auto& row : table.rows) {
        if (row.kind == Table::Row::Kind::group) {
            groups.resize(static_cast<std::size_t>(std::max(row.level - 1, 0)));
            groups.push_back(row.cells.empty() ? std::string() : words_of(row.cells[0]));
        }
        if (row.kind == Table::Row::Kind::total) groups.clear();
        Row out{""};
        for (const auto& group : groups) out[0] += (out[0].empty() ? "" : ", ") + group;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const auto& cell = row.cells[c];
            out.push_back(words_of(cell));
            out.push_back(qualifier_of(cell));
            out.push_back(status_of(cell));
            out.push_back(cell.note > 0 ? table.notes[cell.note - 1] : std::string());
            out.push_back(c < row.stamps.size() ? row.stamps[c].words : std::string());
        }
        sheet.add(std::move(out));
    }
    return sheet.text();
}

struct ToCsv {
    std::string operator()(const Chart& chart) const { return csv_of(chart); }
    std::string operator()(const Table& table) const { return csv_of(table); }
    std::string operator()(const Picture&) const { return {}; }
};

}  // namespace

std::string exhibit_csv(const Exhibit& exhibit) {
    return std::visit(ToCsv{}, exhibit.content);
}

}  // namespace precis::doc
