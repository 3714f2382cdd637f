// Reads `columns:` of tables and facts.
#include <algorithm>

#include "base/ascii.h"
#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/cells/day_notation.h"
#include "data/files/header.h"
#include "data/model_reading.h"
#include "data/words.h"
#include "diag/codes.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/sets.h"
#include "yaml/fields.h"

namespace precis::data {
namespace {

using vocabulary::ColumnType;

void report(ModelReading& reading, diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
    reading.diagnostics.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
}

std::optional<ColumnType> type_of(const diag::Text& word, ModelReading& reading) {
    const auto type = vocabulary::named<ColumnType>(word.text);
    if (!type) {
        report(reading, diag::code::bad_value, word.span, base::quoted(word.text) + " is not a column's type",
               meant(word.text, type_words()));
    }
    return type;
}

bool is_currency_code(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), base::is_upper);
}

std::string remedy_for_name(const std::string& name) {
    const auto other = column_name(name);
    if (other.empty()) return "use lower-case letters, digits and underscores, a letter first";
    return "write " + base::quoted(other) + ": small letters without accents, digits and underscores, a letter first";
}

Column column_of(const yaml::Entry& entry, ModelReading& reading, bool& skipped) {
    Column column;
    column.name = entry.key.text;
    column.span = entry.key.span;
    std::optional<diag::Text> type;
    if (entry.value.kind == yaml::Node::Kind::map) {
        yaml::Fields fields(entry.value, vocabulary::keys::column, reading.diagnostics);
        type = fields.text("type");
        column.label = fields.text("label").value_or(diag::Text{}).text;
        column.unit = fields.text("unit").value_or(diag::Text{}).text;
        column.format = fields.text("format").value_or(diag::Text{}).text;
        column.header = fields.text("header").value_or(diag::Text{}).text;
        column.scale = fields.number("scale").value_or(1);
        if (const auto form = fields.text("date-format")) column.date_format = read_date_format(*form, reading);
        for (auto& spelling : fields.texts("missing")) column.missing.push_back(std::move(spelling.text));
        fields.finish();
    } else {
        type = yaml::as_text(entry.value, "a column's type", reading.diagnostics);
    }
    if (const auto word = type ? type_of(*type, reading) : std::nullopt) {
        skipped = *word == ColumnType::skipped;
        column.guessed = *word == ColumnType::guessed;
        if (*word <= ColumnType::year) column.type = static_cast<Type>(*word);
        if (*word == ColumnType::decimal) column.type = Type::number;
    } else if (!type && !column.date_format.empty()) {
        column.type = Type::date;
    }
    const bool is_time = column.type == Type::date || column.type == Type::month || column.type == Type::year;
    if (!column.date_format.empty() && column.guessed) {
        column.guessed = false;
        column.type = Type::date;
    } else if (!column.date_format.empty() && !is_time) {
        report(reading, diag::code::key_conflict, column.span,
               "the column " + base::quoted(column.name) + " has a “date-format”, but does not hold dates",
               "write “type: date”, or remove “date-format”");
    }
    const bool scalable = column.type == Type::number || column.type == Type::percent || column.type == Type::currency;
    if (column.scale != 1 && column.guessed) {
        column.guessed = false;
        column.type = Type::number;
    } else if (column.scale != 1 && !scalable) {
        report(reading, diag::code::key_conflict, column.span,
               "the column " + base::quoted(column.name) + " has a “scale”, but its type is not a number with decimals",
               "write “type: number”, “percent” or “currency”, or remove “scale”");
    }
    if (column.type == Type::percent && column.unit.empty()) column.unit = "percent";
    if (column.type == Type::currency && !is_currency_code(column.unit)) {
        report(reading, diag::code::missing_key, column.span,
               "the column " + base::quoted(column.name) + " has no currency",
               "add “unit:” with an ISO 4217 code, as in {type: currency, unit: EUR}");
    }
    if (!is_snake_case(column.name)) {
        report(reading, diag::code::bad_slug, column.span,
               base::quoted(column.name) + " cannot be a column's name in SQL", remedy_for_name(column.name));
    }
    return column;
}

/// Keys of a column that is left out; only `header` says which one it is.
void report_idle(const Column& column, ModelReading& reading) {
    if (column.label.empty() && column.unit.empty() && column.format.empty() && column.missing.empty()) return;
    report(reading, diag::code::key_conflict, column.span,
           "the column " + base::quoted(column.name) + " is left out, so that its other keys say nothing",
           "write “" + column.name + ": skip”" + (column.header.empty() ? "" : ", or keep “type” and “header” alone"));
}

/// What `"*"` says of the columns that the table does not declare.
void read_others(const yaml::Node& node, ModelReading& reading, TableRecord& table) {
    const auto word = yaml::as_text(node, "auto or skip", reading.diagnostics);
    if (!word) return;
    if (word->text == "auto") table.others = OtherColumns::guessed;
    if (word->text == "skip") table.others = OtherColumns::skipped;
    if (table.others != OtherColumns::refused) return;
    report(reading, diag::code::bad_value, word->span,
           base::quoted(word->text) + " does not say what becomes of the other columns",
           "write “\"*\": auto” to read them, “\"*\": skip” to leave them out");
}

}  // namespace

std::string read_date_format(const diag::Text& form, ModelReading& reading) {
    if (is_date_form(form.text)) return form.text;
    report(reading, diag::code::bad_value, form.span, base::quoted(form.text) + " is not a form of dates",
           "write DD, MM and YYYY with the signs between them, as in DD/MM/YYYY; MMM is a month in letters; unix is a "
           "number of seconds, excel a spreadsheet's number of a day");
    return {};
}

std::vector<Column> read_columns(const yaml::Node& node, ModelReading& reading, TableRecord* table) {
    std::vector<Column> columns;
    if (node.kind != yaml::Node::Kind::map) {
        report(reading, diag::code::wrong_type, node.span, "columns are a mapping of names to types",
               "write “columns: {project: text, commits: integer}”");
    }
    for (const auto& entry : node.entries) {
        if (table != nullptr && entry.key.text == "*") {
            read_others(entry.value, reading, *table);
            continue;
        }
        bool skipped = false;
        auto column = column_of(entry, reading, skipped);
        if ((skipped || column.guessed) && table == nullptr) {
            report(reading, diag::code::bad_value, column.span, "the columns of facts are not guessed or skipped",
                   "write “text”, or another type");
        } else if (skipped) {
            report_idle(column, reading);
            table->skipped.push_back(column.header.empty() ? column.name : column.header);
        } else {
            columns.push_back(std::move(column));
        }
    }
    return columns;
}

}  // namespace precis::data
