// Tables in text have columns as wide as their widest cell, counted in code points.
#include "cli/data_print.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "data/cells/cell_type.h"
#include "json/writer.h"

namespace precis::cli {
namespace {

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size(); at += base::code_point_at(text, at).length) ++width;
    return width;
}

/// A header row, a rule and the rows, each line after `indent`; columns with `right[i]` are set flush right.
std::string aligned(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows,
                    const std::vector<bool>& right, const std::string& indent = {}) {
    std::vector<std::size_t> widths;
    widths.reserve(head.size());
    for (const auto& name : head) widths.push_back(width_of(name));
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    const auto add = [&](const std::vector<std::string>& row) {
        std::string line = indent;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width_of(row[i]), ' ');
            line += (i == 0 ? "" : "  ");
            line += (right[i] ? blanks + row[i] : row[i] + blanks);
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    add(head);
    std::vector<std::string> rules;
    rules.reserve(widths.size());
    for (const auto width : widths) rules.emplace_back(width, '-');
    add(rules);
    for (const auto& row : rows) add(row);
    return out;
}

std::string type_word(const data::ResultColumn& column) {
    return column.type ? data::type_words()[static_cast<std::size_t>(*column.type)] : std::string("any");
}

/// How the file of a table is written, as found out or declared; empty if it is not text.
std::string text_form(const data::TableRecord& table) {
    if (!table.is_text() || table.encoding.empty() || table.delimiter == 0) return {};
    const auto delimiter = table.delimiter == '\t' ? std::string("a tab") : "“" + std::string(1, table.delimiter) + "”";
    std::string out =
        fmt::format("{}, delimiter {}, decimal sign “{}”", table.encoding, delimiter, table.notation.decimal);
    if (!table.notation.thousands.empty()) out += ", thousands “" + table.notation.thousands + "”";
    for (const auto& column : table.columns) {
        if (!column.date_format.empty()) out += ", dates of " + column.name + " " + column.date_format;
    }
    return out;
}

std::string fact_value(const data::Fact& fact) {
    if (fact.value.empty()) return "not published";
    auto text = std::string(data::to_string(fact.qualifier));
    text += (text.empty() ? "" : " ") + fact.value;
    return fact.unit.empty() ? text : text + " " + fact.unit;
}

void write_cell(json::Writer& json, const data::Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        json.integer(*whole);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        json.number(*real);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        json.string(*text);
    } else {
        json.null();
    }
}

}  // namespace

std::string as_text(const build::DataListing& listing) {
    std::string out = fmt::format("Tables ({})\n", listing.tables.size());
    for (const auto& table : listing.tables) {
        const auto& record = *table.record;
        out += fmt::format("  {}: {} rows, {}{}{}\n", record.name, table.rows,
                           !record.query.empty() ? "a query over other tables"
                           : table.file.empty()  ? "not read"
                                                 : table.file,
                           record.source.empty() ? "" : ", source " + record.source,
                           record.as_of.empty() ? "" : ", as of " + record.as_of);
        if (const auto form = text_form(record); !form.empty()) out += "    " + form + "\n";
        std::vector<std::vector<std::string>> rows;
        for (const auto& column : table.columns)
            rows.push_back({column.name, type_word(column), column.unit, column.label});
        out += aligned({"column", "type", "unit", "label"}, rows, {false, false, false, false}, "    ");
        for (const auto& note : table.notes) out += "    note: " + note + "\n";
    }
    out += fmt::format("\nFacts ({})\n", listing.model->facts.size());
    std::vector<std::vector<std::string>> facts;
    for (const auto& fact : listing.model->facts) {
        facts.push_back(
            {fact.id, fact_value(fact), fact.period, std::string(data::to_string(fact.status)), fact.source});
    }
    out += aligned({"fact", "value", "period", "status", "source"}, facts, std::vector<bool>(5), "  ");
    out += fmt::format("\nSources ({}), ages on {}\n", listing.sources.size(), listing.date);
    std::vector<std::vector<std::string>> sources;
    for (const auto& source : listing.sources) {
        sources.push_back({source.record->id, source.record->date.empty() ? "undated" : source.record->date, source.age,
                           source.record->max_age, source.stale ? "stale" : "", source.record->via,
                           std::to_string(source.facts), std::to_string(source.tables)});
    }
    out += aligned({"source", "date", "age", "max-age", "", "cited in", "facts", "tables"}, sources,
                   {false, false, false, false, false, false, true, true}, "  ");
    return out;
}

std::string as_json(const build::DataListing& listing) {
    json::Writer json;
    json.begin_object().member("date", listing.date).key("tables").begin_array();
    for (const auto& table : listing.tables) {
        json.begin_object().member("name", table.record->name).key("rows").integer(table.rows);
        if (!table.file.empty()) json.member("file", table.file);
        if (!table.record->query.empty()) json.member("query", table.record->query.text);
        if (const auto& record = *table.record; record.is_text() && !record.encoding.empty()) {
            json.member("encoding", record.encoding).member("delimiter", std::string(1, record.delimiter));
            json.member("decimal", std::string(1, record.notation.decimal));
        }
        json.member("source", table.record->source).member("as-of", table.record->as_of);
        json.key("columns").begin_array();
        for (const auto& column : table.columns) {
            json.begin_object().member("name", column.name).member("type", type_word(column));
            json.member("unit", column.unit).member("label", column.label).end_object();
        }
        json.end_array();
        if (!table.notes.empty()) {
            json.key("notes").begin_array();
            for (const auto& note : table.notes) json.string(note);
            json.end_array();
        }
        json.end_object();
    }
    json.end_array().key("facts").begin_array();
    for (const auto& fact : listing.model->facts) {
        json.begin_object().member("id", fact.id).key("value");
        if (fact.number) {
            json.number(*fact.number);
        } else if (fact.value.empty()) {
            json.null();
        } else {
            json.string(fact.value);
        }
        json.member("qualifier", data::to_string(fact.qualifier)).member("unit", fact.unit);
        json.member("period", fact.period).member("status", data::to_string(fact.status));
        json.member("source", fact.source).end_object();
    }
    json.end_array().key("sources").begin_array();
    for (const auto& source : listing.sources) {
        json.begin_object().member("id", source.record->id).member("title", source.record->title);
        json.member("date", source.record->date).member("age", source.age);
        json.member("max-age", source.record->max_age).key("stale").boolean(source.stale);
        json.member("via", source.record->via).key("facts").integer(static_cast<std::int64_t>(source.facts));
        json.key("tables").integer(static_cast<std::int64_t>(source.tables)).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string as_format(const data::Rows& rows, const std::string& format) {
    if (format == "json") {
        json::Writer json;
        json.begin_array();
        for (const auto& row : rows.rows) {
            json.begin_object();
            for (std::size_t i = 0; i < row.size(); ++i) {
                json.key(rows.columns[i].name);
                write_cell(json, row[i]);
            }
            json.end_object();
        }
        json.end_array();
        return json.take();
    }
    std::vector<std::string> head;
    for (const auto& column : rows.columns) head.push_back(column.name);
    std::vector<std::vector<std::string>> cells;
    std::vector<bool> right(head.size(), !rows.rows.empty());
    for (const auto& row : rows.rows) {
        auto& texts = cells.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            texts.push_back(data::as_text(row[i]));
            right[i] = right[i] && (data::is_null(row[i]) || data::as_number(row[i]));
        }
    }
    if (format == "text") return aligned(head, cells, right);
    std::string out;
    cells.insert(cells.begin(), head);
    for (const auto& row : cells) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(row[i]);
        out += "\r\n";
    }
    return out;
}

}  // namespace precis::cli
