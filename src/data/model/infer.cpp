// Types for columns that are not declared, and the notation of numbers and dates that a file has: from every cell. The
// file is read once for this and again when the table is loaded; a table whose columns are all declared is read here
// only if its first rows have cells that do not fit.
#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/codes.h"
#include "data/files/header.h"
#include "data/files/table_text.h"
#include "data/model_reading.h"
#include "data/tables/column_guess.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

/// A column of the file while its cells are read.
struct Guess {
    std::size_t column = kNoColumn;  // of the declared ones
    ColumnGuess cells;
    std::string header;
};

std::string place_words(const SeenCell& cell) {
    if (cell.line > 0) return base::quoted(cell.text) + " in line " + std::to_string(cell.line);
    return base::quoted(cell.text) + (cell.words.empty() ? "" : " in " + cell.words);
}

bool is_number_type(Type type) {
    return type == Type::integer || type == Type::number || type == Type::percent || type == Type::currency;
}

class Inference {
  public:
    Inference(TableRecord& table, ModelReading& reading)
        : table_(table),
          reading_(reading),
          shown_(shown_name(table.file, reading.root)),
          text_(table, shown_),
          declared_(table.columns.size()) {}

    void run();

  private:
    bool read_header(RowSource& rows);
    void settle_decimal();
    void settle_days();
    void settle_numbers();
    void settle_looks();
    void find_units();
    void take_columns();
    bool name_columns();
    void report(const SeenCell& cell, std::string message, std::string remedy);
    void fault_of_file(diag::Diagnostic fault);
    bool is_guessed(const Guess& guess) const;
    bool is_numeric(const Guess& guess) const;
    /// "write “KEYS” in the table “t”"; columns as “price: percent”.
    std::string remedy(const NotationKeys& keys, const std::vector<std::string>& columns) const;

    TableRecord& table_;
    ModelReading& reading_;
    std::string shown_;
    TableText text_;
    std::vector<Guess> guesses_;
    std::size_t first_line_ = 0;  // of the rows below the header row
    const std::size_t declared_;  // columns
};

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

/// The decimal sign of the whole table, if the table does not declare it and the cells settle it.
void Inference::settle_decimal() {
    const auto& thousands = table_.notation.thousands;
    if (table_.decimal_is_declared || thousands == "," || thousands == ".") return;
    const SeenCell *comma = nullptr, *point = nullptr;
    for (const auto& guess : guesses_) {
        if (!is_numeric(guess)) continue;
        if (guess.cells.comma_sure && !comma) comma = &*guess.cells.comma_sure;
        if (guess.cells.point_sure && !point) point = &*guess.cells.point_sure;
    }
    if (comma && !point) table_.notation.decimal = ',';
    if (comma && point) {
        report(*comma, "the file has two decimal signs: " + place_words(*comma) + ", " + place_words(*point),
               "write the numbers of the file with one of them, or declare the columns with the other one as text");
    }
}

/// Dates in another order than ISO 8601's: the form that all cells of a column settle.
void Inference::settle_days() {
    for (auto& guess : guesses_) {
        const auto& cells = guess.cells;
        auto* declared = guess.column == kNoColumn ? nullptr : &table_.columns[guess.column];
        if (!is_guessed(guess) && (!declared || declared->type != Type::date)) continue;
        if (!cells.days() || !cells.any_day || !table_.date_format.empty()) continue;
        if (declared && !declared->date_format.empty()) continue;
        if (cells.days_settled()) {
            if (declared) declared->date_format = cells.date_format();
            continue;
        }
        const auto& text = cells.any_day->text;
        const auto day = seen_day(text);
        const auto day_form = form_of(*day, true), month_form = form_of(*day, false);
        const auto name = base::quoted(guess.header);
        if (cells.day_first && cells.month_first) {
            report(*cells.month_first,
                   "the dates of the column " + name + " have two orders: " + place_words(*cells.day_first) +
                       " begins with the day, " + place_words(*cells.month_first) + " with the month",
                   "correct one of them in the file");
            continue;
        }
        auto differs = *cells.any_day;
        const auto one = date_in_words(read_date(text, day_form).value_or(std::string()));
        const auto other = date_in_words(read_date(text, month_form).value_or(std::string()));
        report(differs,
               base::quoted(text) + " in the column " + name + " is " + one + " or " + other +
                   ", and no cell of the column settles which",
               "write “date-format: " + day_form + "” in the table for " + one + ", “date-format: " + month_form +
                   "” for " + other);
    }
}

/// Numbers in a notation that the table must declare: one message for the table.
void Inference::settle_numbers() {
    NotationKeys keys;
    std::vector<std::string> messages, columns;
    const SeenCell* first = nullptr;
    const auto add = [&](const SeenCell& cell, std::string message) {
        if (!first) first = &cell;
        messages.push_back(std::move(message));
    };
    const char decimal = table_.notation.decimal;
    for (const auto& guess : guesses_) {
        if (!is_numeric(guess)) continue;
        const auto& cells = guess.cells;
        const auto name = base::quoted(guess.header);
        if (const auto& words = cells.no_numbers(); !words.empty()) {
            std::vector<std::string> places;
            for (const auto& word : words) places.push_back(place_words(word));
            add(words.front(), "the column " + name + " holds numbers, but also " + base::enumerated(places));
        }
        auto of_column = cells.keys();
        const auto& other = decimal == '.' ? cells.comma_doubtful : cells.point_doubtful;
        const bool settled = decimal != '.' || cells.point_sure || table_.decimal_is_declared;
        if (other && of_column.thousands.empty() && settled) {
            of_column.thousands = decimal == '.' ? "," : ".";
            add(*other,
                "the column " + name + " holds numbers with separators between digits, as " + place_words(*other));
        } else if (other && of_column.thousands.empty()) {
            const auto number = seen_number(other->text);
            const auto ends = number->before + number->after;
            report(*other,
                   base::quoted(other->text) + " in the column " + name + " is " + ends + " or " + number->text() +
                       ", and no cell of the column settles which",
                   "write “thousands: \",\"” in the table for " + ends + ", “decimal: \",\"” for " + number->text());
            continue;
        }
        if (cells.notation)
            add(*cells.notation, "the column " + name + " holds numbers in a form that is not declared, as " +
                                     place_words(*cells.notation));
        if (!of_column.thousands.empty()) keys.thousands = of_column.thousands;
        if (of_column.thousands == "." && !table_.decimal_is_declared) keys.decimal = ',';
        if (of_column.thousands == "," && decimal == ',') keys.decimal = '.';
        keys.negative_parentheses = keys.negative_parentheses || of_column.negative_parentheses;
        for (const auto& mark : of_column.marks) {
            if (std::find(keys.marks.begin(), keys.marks.end(), mark) == keys.marks.end()) keys.marks.push_back(mark);
        }
        for (const auto& word : of_column.missing) keys.add_missing(word);
        const auto type = is_guessed(guess) ? Type::number : table_.columns[guess.column].type;
        const auto column = guess.column == kNoColumn ? column_name(guess.header) : table_.columns[guess.column].name;
        if (cells.percent && type != Type::percent) {
            add(*cells.percent, "the column " + name + " holds percentages, as " + place_words(*cells.percent));
            columns.push_back(column + ": percent");
        } else if (cells.money && type != Type::currency) {
            add(*cells.money, "the column " + name + " holds amounts of money, as " + place_words(*cells.money));
            columns.push_back(column + ": {type: currency, unit: " + cells.unit() + "}");
        }
    }
    if (first == nullptr) return;
    constexpr std::size_t kMostNamed = 3;
    const auto more = messages.size() > kMostNamed ? messages.size() - kMostNamed : 0;
    messages.resize(messages.size() - more);
    auto message = base::joined(messages, "; ");
    if (more > 0) message += "; and so on for " + base::counted(more, "other column");
    report(*first, std::move(message), remedy(keys, columns));
}

/// Numbers that the file shows in two ways: as percentages and not, in two currencies; or in a column of moments.
void Inference::settle_looks() {
    for (const auto& guess : guesses_) {
        const auto& cells = guess.cells;
        if (!is_guessed(guess) || !is_numeric(guess)) continue;
        const auto name = guess.column == kNoColumn ? column_name(guess.header) : table_.columns[guess.column].name;
        const auto column = "the column " + base::quoted(guess.header);
        if (cells.shown_percent && cells.other_number) {
            report(*cells.other_number,
                   column + " holds percentages, as " + place_words(*cells.shown_percent) + ", and other numbers, as " +
                       place_words(*cells.other_number),
                   remedy({}, {name + ": percent"}) + " if all are percentages; " + remedy({}, {name + ": number"}) +
                       " for the numbers as they are stored");
        } else if (cells.other_money) {
            report(*cells.other_money,
                   column + " holds amounts in two currencies: " + place_words(*cells.shown_money) + " in " +
                       cells.unit() + ", " + place_words(*cells.other_money) + " in another",
                   remedy({}, {name + ": number"}) + " for the numbers without their currencies");
        } else if (cells.moment) {
            report(*cells.moment,
                   column + " is a column of dates or times in the file, but holds numbers, as " +
                       place_words(*cells.moment),
                   remedy({}, {name + ": {type: date, date-format: unix}"}) +
                       " if they count seconds or milliseconds since 1970; " + remedy({}, {name + ": number"}) +
                       " for the numbers as they are");
        }
    }
}

/// A row between header and numbers, with units or notes: without a word, its columns would be texts.
void Inference::find_units() {
    for (const auto& guess : guesses_) {
        if (!is_guessed(guess) || !guess.cells.has_words_above_numbers() || !table_.is_text()) continue;
        const auto& above = *guess.cells.words_above;
        if (above.line != first_line_) continue;
        const auto line = std::to_string(above.line);
        const auto name = guess.column == kNoColumn ? column_name(guess.header) : table_.columns[guess.column].name;
        const auto text = declared_ == 0 ? "columns: {" + name + ": text, \"*\": auto}" : name + ": text";
        report(above,
               "all cells of the column " + base::quoted(guess.header) + " are numbers, but not " + place_words(above),
               "write “skip-rows: [" + line + "]” in the table if line " + line + " has units or notes, " +
                   base::quoted(text) + (declared_ == 0 ? "" : " in its “columns”") + " if the column holds texts");
        return;
    }
}

/// Names for the columns that are not declared; false if two are the same.
bool Inference::name_columns() {
    std::vector<std::string> taken;
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
            fault_of_file(diag::error(
                diag::code::bad_slug, table_.span,
                "the header " + base::quoted(guess.header) + " of " + base::quoted(shown_) +
                    " gives the same column name as another header: " + column.name,
                declared_ == 0
                    ? "write “columns: {" + other + ": {type: auto, header: " + yaml_text(guess.header) +
                          "}, \"*\": auto}” in the table"
                    : "write “" + other + ": {type: auto, header: " + yaml_text(guess.header) + "}” in its “columns”"));
            return false;
        }
        taken.push_back(column.name);
        column.type = guess.cells.type(table_.notation.decimal);
        if (column.type == Type::date) column.date_format = guess.cells.date_format();
        if (column.type == Type::currency) column.unit = guess.cells.unit();
        if (column.type == Type::percent) column.unit = "percent";
        table_.columns.push_back(std::move(column));
    }
    return true;
}

/// Untyped declared columns get the type of their cells.
void Inference::take_columns() {
    for (const auto& guess : guesses_) {
        if (guess.column == kNoColumn || !is_guessed(guess)) continue;
        auto& column = table_.columns[guess.column];
        column.type = guess.cells.type(table_.notation.decimal);
        if (column.type == Type::date && column.date_format.empty()) column.date_format = guess.cells.date_format();
        if (column.unit.empty() && column.type == Type::currency) column.unit = guess.cells.unit();
        if (column.unit.empty() && column.type == Type::percent) column.unit = "percent";
    }
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
    std::vector<std::size_t> read;  // columns; the others are left out
    for (std::size_t i = 0; i < guesses_.size(); ++i) {
        if (guesses_[i].column != kNoColumn || is_guessed(guesses_[i])) read.push_back(i);
    }
    while (rows->next() == RowSource::Step::row) {
        if (first_line_ == 0) first_line_ = rows->line();
        const auto cells = rows->cells().size();
        for (const auto i : read) {
            if (i < cells) guesses_[i].cells.see(*rows, i);
        }
    }
    settle_decimal();
    take_columns();
    settle_days();
    settle_numbers();
    settle_looks();
    find_units();
    name_columns();
}

}  // namespace

void infer_columns(TableRecord& table, ModelReading& reading) {
    Inference(table, reading).run();
}

}  // namespace precis::data
