// The cells of all rows are seen once; then the table is settled.
#include <algorithm>

#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/codes.h"
#include "data/model/inference.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

bool is_time(Type type) {
    return type == Type::date || type == Type::month || type == Type::quarter || type == Type::year;
}

bool is_number_type(Type type) {
    return type == Type::integer || type == Type::number || type == Type::percent || type == Type::currency;
}

}  // namespace

/// A fault that leaves no columns; the table is not read.
void Inference::fault_of_file(diag::Diagnostic fault) {
    reading_.diagnostics.push_back(std::move(fault));
    table_.file.clear();
}

void Inference::report(const SeenCell& cell, std::string message, std::string remedy) {
    auto place = table_.has_lines() ? text_.span(cell.begin, cell.end, cell.line) : TablePlace{table_.span, {}};
    table_.faults.push_back(
        diag::error(code::cell_type, std::move(place.span), std::move(message) + place.words, std::move(remedy)));
}

bool Inference::read_header(RowSource& rows) {
    const auto step = rows.next();
    if (step != RowSource::Step::row) {
        const auto& fault = rows.fault();
        const bool faulty = step == RowSource::Step::fault;
        if (!table_.columns.empty()) return false;  // reported when the table is loaded
        const bool in_model = faulty ? fault.end == 0 : !table_.has_lines();
        auto place = in_model ? TablePlace{table_.span, " in " + base::quoted(shown_)}
                              : text_.span(faulty ? fault.begin : 0, faulty ? fault.end : 0, 1);
        if (faulty) {
            fault_of_file(
                diag::error(fault.code, place.span, fault.message + place.words, remedy_of_fault(fault, table_)));
        } else {
            fault_of_file(empty_file(place));
        }
        return false;
    }
    const auto names = header_names(rows.cells());
    const auto columns = columns_of_header(names, table_.columns);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto* declared = columns[i] == kNoColumn ? nullptr : &table_.columns[columns[i]];
        const auto& form = declared && !declared->date_format.empty() ? declared->date_format : table_.date_format;
        auto notation = table_.notation;
        if (declared)
            notation.missing.insert(notation.missing.end(), declared->missing.begin(), declared->missing.end());
        guesses_.push_back({columns[i], ColumnGuess(names[i], notation, form), names[i]});
    }
    return true;
}

bool Inference::is_guessed(const Guess& guess) const {
    if (guess.column != kNoColumn) return table_.columns[guess.column].guessed;
    return table_.others == OtherColumns::guessed && !is_skipped(guess.header, table_);
}

bool Inference::is_numeric(const Guess& guess) const {
    if (!guess.cells.numeric()) return false;
    if (is_guessed(guess)) return is_number_type(guess.cells.type(table_.notation.decimal));
    return guess.column != kNoColumn && is_number_type(table_.columns[guess.column].type);
}

std::string Inference::remedy(const NotationKeys& keys, const std::vector<std::string>& columns) const {
    auto text = keys.text(table_.notation);
    auto list = base::joined(columns, ", ");
    if (!list.empty() && table_.columns.empty()) {
        text += (text.empty() ? "" : ", ") + ("columns: {" + list + ", \"*\": auto}");
        list.clear();
    }
    std::string words =
        text.empty() ? "" : "write " + base::quoted(text) + " in the table " + base::quoted(table_.name);
    if (!list.empty()) {
        words += (words.empty() ? "write " : ", and ") + base::quoted(list) + " in its “columns”";
    }
    return words;
}

/// “price: percent”, with the other keys that it needs: the header that it has already, and `more`.
std::string Inference::declared(const Guess& guess, const std::string& type, std::string more) const {
    const auto header = guess.column == kNoColumn ? std::string() : table_.columns[guess.column].header;
    if (!header.empty()) more += (more.empty() ? "" : ", ") + ("header: " + yaml_text(header));
    return name_of(guess) + ": " + (more.empty() ? type : "{type: " + type + ", " + more + "}");
}

/// The words of a remedy that make a guessed column one of texts.
std::string Inference::as_text(const Guess& guess) const {
    const auto text = declared(guess, "text");
    return declared_ == 0 ? "“columns: {" + text + ", \"*\": auto}”" : "“" + text + "” in its “columns”";
}

std::string Inference::name_of(const Guess& guess) const {
    if (guess.column != kNoColumn) return table_.columns[guess.column].name;
    const auto name = column_name(guess.header);
    return name.empty() ? name_of_place(static_cast<std::size_t>(&guess - guesses_.data())) : name;
}

/// Names for the columns that are not declared; false if two are the same.
bool Inference::name_columns() {
    std::vector<std::string> taken, clashing, declarations;
    for (const auto& column : table_.columns) taken.push_back(column.name);
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
        const auto& guess = guesses_[i];
        if (guess.column != kNoColumn || table_.others != OtherColumns::guessed) continue;
        if (is_skipped(guess.header, table_) || (guess.header.empty() && !guess.cells.filled())) continue;
        Column column;
        column.header = guess.header;
        column.name = column_name(guess.header);
        if (column.name.empty()) column.name = name_of_place(i);
        column.span = table_.span;
        column.guessed = true;
        if (column.name != column.header) column.label = column.header;
        if (std::find(taken.begin(), taken.end(), column.name) != taken.end()) {
            auto other = column.name + "_2";
            for (int n = 3; std::find(taken.begin(), taken.end(), other) != taken.end(); ++n)
                other = column.name + "_" + std::to_string(n);
            clashing.push_back(base::quoted(guess.header) + " (" + column.name + ")");
            declarations.push_back(other + ": {type: auto, header: " + yaml_text(guess.header) + "}");
            taken.push_back(std::move(other));
            continue;
        }
        taken.push_back(column.name);
        column.type = guess.cells.type(table_.notation.decimal);
        if (is_time(column.type)) column.date_format = guess.cells.date_format();
        if (column.type == Type::currency) column.unit = guess.cells.unit();
        if (column.type == Type::percent) column.unit = "percent";
        table_.columns.push_back(std::move(column));
    }
    if (clashing.empty()) return true;
    const bool one = clashing.size() == 1;
    const auto list = base::joined(declarations, ", ");
    fault_of_file(diag::error(diag::code::bad_slug, table_.span,
                              std::string(one ? "the header " : "the headers ") + base::enumerated(clashing) + " of " +
                                  base::quoted(shown_) + (one ? " gives" : " give") + " the same column name as " +
                                  (one ? "another header" : "other headers"),
                              declared_ == 0 ? "write “columns: {" + list + ", \"*\": auto}” in the table"
                                             : "write “" + list + "” in its “columns”"));
    return false;
}

/// Untyped declared columns get the type of their cells.
void Inference::take_columns() {
    for (const auto& guess : guesses_) {
        if (guess.column == kNoColumn || !is_guessed(guess)) continue;
        auto& column = table_.columns[guess.column];
        column.type = guess.cells.type(table_.notation.decimal);
        if (is_time(column.type) && column.date_format.empty()) column.date_format = guess.cells.date_format();
        if (column.unit.empty() && column.type == Type::currency) column.unit = guess.cells.unit();
        if (column.unit.empty() && column.type == Type::percent) column.unit = "percent";
    }
}

void Inference::see_first_row(const RowSource& rows) {
    first_row_ = std::max(rows.line(), rows.row_number());
    first_row_is_full_ = std::all_of(rows.cells().begin(), rows.cells().end(),
                                     [](const CsvCell& cell) { return !without_blanks(cell.text).empty(); });
    std::size_t responses = 0, filled = 0;
    for (const auto& cell : rows.cells()) {
        const auto text = without_blanks(cell.text);
        filled += text.empty() ? 0 : 1;
        responses += text == "Response" || text == "Open-Ended Response" ? 1 : 0;
    }
    first_row_begin_ = rows.cells().front().begin;
    const bool blank_id = without_blanks(rows.cells().front().text).empty();
    first_row_has_responses_ = blank_id && responses > 0 && (responses * 2 > filled || responses >= 2);
}

void Inference::run() {
    diag::Diagnostics faults;
    const auto rows = open_rows(table_, shown_, faults);
    if (!rows) {
        if (!table_.columns.empty()) return;  // reported when the table is loaded
        diag::append(reading_.diagnostics, std::move(faults));
        table_.file.clear();
        return;
    }
    if (!read_header(*rows)) return;
    second_header_.see_header(*rows);
    std::vector<std::size_t> read;  // columns; the others are left out
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
        if (guesses_[i].column != kNoColumn || is_guessed(guesses_[i])) read.push_back(i);
    }
    while (rows->next() == RowSource::Step::row) {
        if (first_row_ == 0) see_first_row(*rows);
        second_header_.see(*rows);
        const auto cells = rows->cells().size();
        for (const auto i : read) {
            if (i < cells) guesses_[i].cells.see(*rows, i);
        }
    }
    if (find_stacked()) {
        take_columns();
        name_columns();
        return;
    }
    const bool one_sign = settle_decimal();
    take_columns();
    settle_days();
    if (one_sign) settle_numbers();
    settle_looks();
    find_responses();
    if (!first_row_has_responses_) find_units();
    find_counted();
    find_odd_cells();
    find_two_forms();
    name_columns();
}

void infer_columns(TableRecord& table, ModelReading& reading) {
    Inference(table, reading).run();
}

}  // namespace precis::data
