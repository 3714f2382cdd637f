// One message for a fault: columns that need the same keys are named together.
#include <algorithm>

#include "base/phrases.h"
#include "data/cells/cell_type.h"
#include "data/codes.h"
#include "data/model/inference.h"
#include "data/words.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

std::string place_words(const SeenCell& cell) {
    if (cell.line > 0) return base::quoted(cell.text) + " in line " + std::to_string(cell.line);
    return base::quoted(cell.text) + (cell.words.empty() ? "" : " in " + cell.words);
}

constexpr std::size_t kMostRowsAbove = 3;  // between the header row and the first cell of a note

}  // namespace

/// The decimal sign of the whole table, if the table does not declare it and the cells settle it. False: there are two,
/// which is reported.
bool Inference::settle_decimal() {
    const auto& thousands = table_.notation.thousands;
    const SeenCell *comma = nullptr, *point = nullptr;
    std::vector<std::string> with_point, with_comma;  // declared as texts
    for (const auto& guess : guesses_) {
        if (!is_numeric(guess)) continue;
        const auto& cells = guess.cells;
        if (cells.comma_sure && !comma) comma = &*cells.comma_sure;
        if (cells.point_sure && !point) point = &*cells.point_sure;
        if (cells.comma_sure) with_comma.push_back(declared(guess, "text"));
        if (cells.point_sure) with_point.push_back(declared(guess, "text"));
    }
    if (comma && point) {
        const bool points_are_others = !table_.decimal_is_declared || table_.notation.decimal == ',';
        const auto& others = points_are_others ? with_point : with_comma;
        report(points_are_others ? *point : *comma,
               "the file has two decimal signs: " + place_words(*comma) + ", " + place_words(*point),
               remedy({}, others) + " to read the " + (others.size() == 1 ? "column" : "columns") +
                   " as texts, or write all numbers of the file with one sign");
        return false;
    }
    if (table_.decimal_is_declared || thousands == "," || thousands == ".") return true;
    if (comma) table_.notation.decimal = ',';
    return true;
}

/// Dates in another order than ISO 8601's: the form that all cells of a column settle.
void Inference::settle_days() {
    std::vector<std::string> offered;  // one message for columns of the same kind
    for (auto& guess : guesses_) {
        const auto& cells = guess.cells;
        auto* declared = guess.column == kNoColumn ? nullptr : &table_.columns[guess.column];
        const auto type = is_guessed(guess) ? cells.type(table_.notation.decimal)
                          : declared        ? declared->type
                                            : Type::text;
        if (type != Type::date || !cells.days() || !cells.any_day || !table_.date_format.empty()) continue;
        if (declared && !declared->date_format.empty()) continue;
        if (cells.days_settled()) {
            if (declared) declared->date_format = cells.date_format();
            continue;
        }
        const auto name = base::quoted(guess.header);
        if (cells.day_first && cells.month_first) {
            report(*cells.month_first,
                   "the dates of the column " + name + " have two orders: " + place_words(*cells.day_first) +
                       " begins with the day, " + place_words(*cells.month_first) + " with the month",
                   "correct one of them in the file");
            continue;
        }
        const auto& text = cells.any_day->text;
        std::vector<std::string> readings, keys;
        for (const auto& form : cells.day_forms()) {
            readings.push_back(date_in_words(read_date(text, form).value_or(std::string())));
            keys.push_back(
                (keys.empty() ? "“date-format: " + form + "” in the table for " : "“date-format: " + form + "” for ") +
                readings.back());
        }
        auto remedy = "write " + base::joined(keys, ", ");
        const auto forms = base::joined(cells.day_forms(), ", ");
        if (std::find(offered.begin(), offered.end(), forms) != offered.end()) continue;
        offered.push_back(forms);
        if (cells.years_are_short() && is_guessed(guess)) remedy += "; " + as_text(guess) + " if they are no dates";
        report(*cells.any_day,
               base::quoted(text) + " in the column " + name + " is " + base::enumerated(readings, ", ", " or ") +
                   ", and no cell of the column settles which",
               std::move(remedy));
    }
}

/// Numbers in a notation that the table must declare: one message for the table.
void Inference::settle_numbers() {
    NotationKeys keys;
    std::vector<std::string> messages, columns, as_texts;
    const SeenCell* first = nullptr;
    const Guess* doubt = nullptr;  // a column in which one comma stands before three digits, always
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
            if (doubt == nullptr) doubt = &guess;
            of_column.thousands.clear();
        }
        if (cells.unit_seen && is_guessed(guess)) as_texts.push_back(as_text(guess));
        if (cells.notation && !cells.has_units())
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
        const auto column = name_of(guess);
        if (cells.percent && type != Type::percent) {
            add(*cells.percent, "the column " + name + " holds percentages, as " + place_words(*cells.percent));
            columns.push_back(declared(guess, "percent"));
        } else if (cells.has_units() && is_guessed(guess)) {
            add(*cells.unit_seen, "the column " + name + " holds numbers with " + base::quoted(cells.unit()) +
                                      " behind each, as " + place_words(*cells.unit_seen));
            columns.push_back(declared(guess, "number", "unit: " + yaml_text(cells.unit())));
        } else if (cells.money && !cells.second_money && type != Type::currency) {
            add(*cells.money, "the column " + name + " holds amounts of money, as " + place_words(*cells.money));
            columns.push_back(declared(guess, "currency", "unit: " + cells.unit()));
        }
    }
    if (doubt != nullptr) return report_doubt(*doubt, keys, columns);
    if (first == nullptr) return;
    constexpr std::size_t kMostNamed = 3;
    const auto more = messages.size() > kMostNamed ? messages.size() - kMostNamed : 0;
    messages.resize(messages.size() - more);
    auto message = base::joined(messages, "; ");
    if (more > 0) message += "; and so on for " + base::counted(more, "other column");
    auto remedies = remedy(keys, columns);
    if (!as_texts.empty()) remedies += "; " + as_texts.front() + " if it holds words";
    report(*first, std::move(message), std::move(remedies));
}

/// A separator that is one of thousands or a decimal sign: both readings, with whatever else the table must declare.
void Inference::report_doubt(const Guess& guess, const NotationKeys& keys, const std::vector<std::string>& columns) {
    const auto& cell = *guess.cells.comma_doubtful;
    const auto number = seen_number(cell.text);
    const auto whole = number->before + number->after;
    auto as_thousands = keys, as_decimal = keys;
    as_thousands.thousands = ",";
    as_decimal.decimal = ',';
    report(cell,
           base::quoted(cell.text) + " in the column " + base::quoted(guess.header) + " is " + whole + " or " +
               number->text() + ", and no cell of the column settles which",
           remedy(as_thousands, columns) + " for " + whole + "; " + remedy(as_decimal, columns) + " for " +
               number->text());
}

/// Numbers that the file shows in two ways: as percentages and not, in two currencies; or in a column of moments.
void Inference::settle_looks() {
    std::vector<std::string> as_percent, as_numbers;
    const Guess* first = nullptr;
    for (const auto& guess : guesses_) {
        const auto& cells = guess.cells;
        if (!is_guessed(guess) || !is_numeric(guess)) continue;
        const auto name = name_of(guess);
        const auto column = "the column " + base::quoted(guess.header);
        if (cells.shown_percent && cells.other_number) {
            if (first == nullptr) first = &guess;
            as_percent.push_back(declared(guess, "percent"));
            as_numbers.push_back(declared(guess, "number"));
        } else if (cells.other_money) {
            report(*cells.other_money,
                   column + " holds amounts in two currencies: " + place_words(*cells.shown_money) + " in " +
                       cells.unit() + ", " + place_words(*cells.other_money) + " in another",
                   remedy({}, {declared(guess, "number")}) + " for the numbers without their currencies");
        } else if (cells.moment) {
            report(*cells.moment,
                   column + " is a column of dates or times in the file, but holds numbers, as " +
                       place_words(*cells.moment),
                   remedy({}, {declared(guess, "date", "date-format: unix")}) +
                       " if they count seconds or milliseconds since 1970; " + remedy({}, {declared(guess, "number")}) +
                       " for the numbers as they are");
        }
    }
    if (first == nullptr) return;
    const auto& cells = first->cells;
    const auto others = as_percent.size() - 1;
    report(*cells.other_number,
           "the column " + base::quoted(first->header) + " holds percentages, as " + place_words(*cells.shown_percent) +
               ", and other numbers, as " + place_words(*cells.other_number) +
               (others > 0 ? "; and so on for " + base::counted(others, "other column") : ""),
           remedy({}, as_percent) + " if all are percentages; " + remedy({}, as_numbers) +
               " for the numbers as they are stored");
}

/// Rows between header and numbers, with units or notes: without a word, their columns would be texts.
void Inference::find_units() {
    const Guess* first = nullptr;
    std::size_t last = 0, first_number = 0;
    for (const auto& guess : guesses_) {
        if (!is_guessed(guess) || !guess.cells.has_words_above_numbers()) continue;
        if (guess.cells.words_above->row > first_row_ + kMostRowsAbove || first_row_ == 0) continue;
        last = std::max(last, guess.cells.last_above->row);
        const auto row = guess.cells.first_number_row();
        first_number = first_number == 0 ? row : std::min(first_number, row);
        if (first == nullptr || guess.cells.words_above->row < first->cells.words_above->row) first = &guess;
    }
    if (first == nullptr) return;
    last = std::max(last, first_number - 1);
    // A row with a number in another column is a row of the table: the words belong to a column of texts.
    for (const auto& guess : guesses_) {
        const bool other = guess.cells.numeric() && guess.cells.first_number_row() > 0;
        if (other && guess.cells.first_number_row() <= last) return;
    }
    const auto& above = *first->cells.words_above;
    const auto rows = std::to_string(first_row_) + (last > first_row_ ? "-" + std::to_string(last) : "");
    const bool one = last == first_row_;
    const std::string lines = table_.is_text() ? (one ? "line " : "lines ") : (one ? "row " : "rows ");
    report(above,
           "all cells of the column " + base::quoted(first->header) + " are numbers, but not " + place_words(above),
           (header_may_go_on()
                ? "write “header-row: " + rows + "” in the table if " + lines + rows + " has the names of the columns; "
                : std::string()) +
               "write “" + skip_rows(table_, rows) + "” in the table if " + lines + rows + (one ? " has" : " have") +
               " units or notes; " + as_text(*first) + " if the column holds texts");
}

/// The row below the header row is full, and the header row is not: its names may be groups of names.
bool Inference::header_may_go_on() const {
    const bool gaps = std::any_of(guesses_.begin(), guesses_.end(), [](const Guess& guess) {
        return (guess.header.empty() || guess.header.ends_with(" (2)")) && guess.cells.filled();
    });
    return gaps && first_row_is_full_;
}

/// A second header row: its words would make texts of columns of numbers, and its rows rows of the first table.
bool Inference::find_stacked() {
    const auto* found = second_header_.found();
    if (found == nullptr) return false;
    const auto row = std::to_string(found->first.row);
    auto place = table_.has_lines() ? text_.span(found->first.begin, found->first.end, found->first.line)
                                    : TablePlace{table_.span, {}};
    const auto in =
        (table_.is_text() ? "line " : "row ") + row + (table_.is_text() ? "" : " of " + base::quoted(shown_));
    const auto skipped = [&] {
        std::string all;
        for (const auto& rows : found->all) all += (all.empty() ? "" : ", ") + rows;
        return "write “" + skip_rows(table_, all) + "” in the table " + base::quoted(table_.name) +
               " if all rows are of one table";
    };
    const bool cut = !found->above.empty() && !found->below.empty();
    const auto ranges = cut ? "write “sheet: " + yaml_text(found->above) + "” in the table " +
                                  base::quoted(table_.name) +
                                  " to read what is above, and “sheet: " + yaml_text(found->below) +
                                  "” in a table of its own to read what is below"
                            : std::string("divide the file in two");
    if (found->doubtful) {
        table_.faults.push_back(diag::warning(
            code::stacked_tables, std::move(place.span),
            in + " is the first below a blank row, and may begin a table of its own" + place.words, ranges));
        return false;
    }
    table_.faults.push_back(
        diag::error(code::stacked_tables, std::move(place.span),
                    (found->repeats ? in + " repeats the header row" : "a second table seems to begin in " + in) +
                        ": " + base::quoted(found->first.text) + " …" + place.words,
                    found->repeats ? skipped() + (found->all.size() == 1 ? "; else " + ranges : std::string())
                                   : ranges + "; or " + skipped()));
    return true;
}

/// A column of numbers or dates that a few cells make a column of texts.
void Inference::find_odd_cells() {
    for (const auto& guess : guesses_) {
        const auto odd = guess.cells.few_odd_cells();
        if (odd.empty() || !is_guessed(guess) || guess.cells.has_words_above_numbers()) continue;
        if (guess.cells.type(table_.notation.decimal) != Type::text || guess.cells.unread_number()) continue;
        std::vector<std::string> places;
        NotationKeys keys;
        for (const auto& cell : odd) {
            places.push_back(place_words(cell));
            keys.add_missing(cell.text);
        }
        for (const auto& word : guess.cells.no_numbers()) keys.add_missing(word.text);
        const bool in_first_row = odd.front().row == first_row_ && first_row_ > 0;
        auto place = table_.has_lines() ? text_.span(odd.front().begin, odd.front().end, odd.front().line)
                                        : TablePlace{table_.span, {}};
        table_.faults.push_back(diag::warning(
            code::odd_cells, std::move(place.span),
            "nearly all cells of the column " + base::quoted(guess.header) + " are numbers or dates, but " +
                base::enumerated(places) + (odd.size() == 1 ? " is not" : " are not") +
                ", so that it is read as texts" + place.words,
            (in_first_row ? "write “" + skip_rows(table_, std::to_string(first_row_)) +
                                "” in the table if that row has units or notes; "
                          : std::string()) +
                remedy(keys, {}) + " to read " + (odd.size() == 1 ? "it" : "them") +
                " as missing, or correct the file; " + as_text(guess) + " if the column holds texts"));
    }
}

/// Columns of numbers, of amounts or of dates in two forms, of which one cannot be declared: no texts in silence.
void Inference::find_two_forms() {
    for (const auto& guess : guesses_) {
        const auto& cells = guess.cells;
        if (!is_guessed(guess)) continue;
        const auto name = "the column " + base::quoted(guess.header);
        const auto or_text = "; " + remedy({}, {declared(guess, "text")}) + " if it holds texts";
        if (cells.second_money && cells.numeric()) {
            report(*cells.second_money,
                   name + " holds amounts in two currencies: " + place_words(*cells.money) + ", " +
                       place_words(*cells.second_money),
                   "write the currencies into a column of their own in the file" + or_text);
            continue;
        }
        if (cells.type(table_.notation.decimal) != Type::text || cells.has_words_above_numbers()) continue;
        if (const auto number = cells.unread_number()) {
            report(*number, name + " holds numbers, but also " + place_words(*number) + ", which is read as a text",
                   "write all numbers in the file with all their digits, as 12000" + or_text);
        } else if (cells.second_zone && cells.all_moments()) {
            report(*cells.second_zone,
                   name + " holds moments of several time zones, as " + place_words(*cells.second_zone),
                   "write all of them in one time zone in the file; " + remedy({}, {declared(guess, "text")}) +
                       " if a query makes them UTC with datetime()");
        } else if (const auto date = cells.second_date(); date && cells.few_odd_cells().empty()) {
            report(*date, name + " holds dates in several forms, as " + place_words(*date),
                   "write all of them in the file in one form, as 2026-04-20" + or_text);
        }
    }
}

/// Numbers of days or seconds under the name of a date.
void Inference::find_counted() {
    for (const auto& guess : guesses_) {
        const auto form = guess.cells.counted_form();
        if (form.empty() || !is_guessed(guess) || guess.cells.moment) continue;
        const auto& text = guess.cells.serial->text;
        const auto name = name_of(guess);
        report(*guess.cells.serial,
               "the column " + base::quoted(guess.header) + " holds numbers, as " + place_words(*guess.cells.serial) +
                   "; as " + (form == "excel" ? "a spreadsheet's day" : "seconds since 1970") + " it is " +
                   date_in_words(read_date(text, form).value_or(std::string())),
               remedy({}, {declared(guess, "date", "date-format: " + form)}) + " if so; " +
                   remedy({}, {declared(guess, "number")}) + " for the numbers as they are");
    }
}

/// The second header row of survey programs: a blank cell, then “Response” under each question.
void Inference::find_responses() {
    if (!first_row_has_responses_) return;
    const auto row = std::to_string(first_row_);
    auto place = table_.has_lines() ? text_.span(first_row_begin_, first_row_begin_ + 1, first_row_)
                                    : TablePlace{table_.span, {}};
    table_.faults.push_back(
        diag::error(code::csv_syntax, std::move(place.span),
                    (table_.is_text() ? "line " : "row ") + row +
                        " is a second row of headers: “Response” stands under the questions" + place.words,
                    "write “" + skip_rows(table_, row) + "” in the table " + base::quoted(table_.name)));
}

}  // namespace precis::data
