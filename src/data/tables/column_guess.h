// data/tables/column_guess.h: the type of a column that is not declared, from all of its cells.
// Stage: rows of a file -> GUESS -> the table's columns, or what the table must declare. Private to the room.
//
// In: every cell of a column, in order. Out: its type, and the first cells that decide or raise a doubt. Nothing is
// guessed from some of the cells. Numbers in a notation of their own (1 234,5 · 12 % · (3)) are known as such, so that
// they can be named; they are not text in silence.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/cells/day_notation.h"
#include "data/cells/notation_keys.h"
#include "data/files/row_source.h"

namespace precis::data {

/// A cell that a message names.
struct SeenCell {
    std::string text;
    std::size_t begin = 0, end = 0;  // bytes of the file, if it is text
    std::size_t line = 0;            // from 1; 0: the file is not text
    std::size_t row = 0;             // the line, or the row of a sheet
    std::string words;               // its place, if the file is not text: "cell C17"
};

/// The cells of a column that are not what nearly all of its cells are.
struct FewCells {
    static constexpr std::size_t kMostNamed = 5, kShare = 5;
    std::size_t count = 0;
    std::vector<SeenCell> cells;  // the first of each text

    void add(const RowSource& rows, std::size_t cell);
    /// Whether they can still be few, after `filled` cells; else no more are counted.
    bool may_be_few(std::size_t filled) const { return count <= 2 + filled / kShare; }
    /// At most a fifth, beside four others at least.
    bool are_few(std::size_t others) const {
        return count > 0 && cells.size() <= kMostNamed && others >= 4 && count * (kShare - 1) <= others;
    }
};

class ColumnGuess {
  public:
    /// `date_format`: the form of dates that the table declares; `declared`: what it declares about numbers.
    ColumnGuess(std::string_view header, Notation declared, std::string date_format);

    void see(const RowSource& rows, std::size_t cell);

    bool filled() const { return filled_ > 0; }
    /// All cells are numbers in some notation, or words for a missing one.
    bool numeric() const;
    /// Only the first filled cells are not numbers, as under a header whose units have a row of their own.
    bool has_words_above_numbers() const {
        return above_ > 0 && others_ == above_ && numbers_ >= 3 && numbers_ > above_ && !names_things_;
    }
    std::size_t first_number_row() const { return first_number_row_; }
    /// All numbers have the same letters behind them, as 12 kg; unit() has them.
    bool has_units() const;
    /// Cells that are no numbers, or no dates, where nearly all cells are; empty where they are many, or none.
    std::vector<SeenCell> few_odd_cells() const;
    /// "excel" or "unix" if the header names a date and all cells are numbers that count days or seconds; else empty.
    std::string counted_form() const;
    /// The type, once the table's decimal sign is known. Numbers that need a declaration have the type that it gives.
    Type type(char decimal) const;
    std::string unit() const;         // of a type `currency`, or if has_units()
    std::string date_format() const;  // of a type of dates

    /// What the table must declare about the numbers.
    const NotationKeys& keys() const { return keys_; }
    const std::vector<SeenCell>& no_numbers() const { return no_numbers_; }  // the first of each word
    // The first cell of each kind.
    std::optional<SeenCell> words_above, last_above, unit_seen, serial, notation, comma_sure, comma_doubtful,
        point_sure, point_doubtful, percent, money;
    // By what the file says of its numbers: percentages and not, two currencies, numbers in a column of moments.
    std::optional<SeenCell> shown_percent, other_number, shown_money, other_money, moment;
    /// Amounts of two currencies, by the signs beside them: a cell of the second.
    std::optional<SeenCell> second_money;
    std::optional<SeenCell> second_zone;  // a moment in another time zone than the first one
    /// A number in a form that no declaration reads, in a column of numbers: 12k, or with digits of another script.
    std::optional<SeenCell> unread_number() const;
    /// A date in another form than the first ones of a column whose cells are all dates.
    std::optional<SeenCell> second_date() const;
    /// Dates such as 06/07/2024: the first, the first with the day first, the first with the month first.
    std::optional<SeenCell> any_day, day_first, month_first;
    bool all_moments() const { return moments_ > 0 && moments_ == filled_; }
    bool days() const { return days_ > 0 && days_ == filled_; }
    /// All readings of each date are the same day, or one is shown to be right.
    bool days_settled() const {
        if (day_first && month_first) return false;
        if (first_day_.short_year) return day_forms().size() == 1;
        return first_day_.year_first || !days_differ_ || day_first || month_first;
    }
    bool years_are_short() const { return first_day_.short_year; }
    /// The forms that all of its dates may have.
    std::vector<std::string> day_forms() const;

  private:
    void see_number(std::string_view text, const RowSource& rows, std::size_t cell);
    void see_number_in(std::string_view text, const RowSource& rows, std::size_t cell);
    std::optional<SeenNumber> number_with_unit(std::string_view text, const RowSource& rows, std::size_t cell);
    void see_packed(std::string_view text, double number, const RowSource& rows, std::size_t cell);
    Type type_of_form() const;
    void see_look(std::string_view text, const RowSource& rows, std::size_t cell);
    void see_declared(std::string_view text, const NumberLook& look);
    void see_day(std::string_view text, const RowSource& rows, std::size_t cell);
    void see_unread(std::string_view text, const RowSource& rows, std::size_t cell);
    bool is_missing(std::string_view text) const;

    Notation notation_;
    std::string date_format_;
    bool names_things_, names_years_, names_times_;  // by the header: id, code …; year; date, period …
    std::size_t filled_ = 0, numbers_ = 0, years_ = 0, wholes_ = 0, days_ = 0, of_form_ = 0;
    std::size_t percents_ = 0, in_parentheses_ = 0;
    std::size_t months_ = 0, quarters_ = 0, dates_ = 0, yes_ = 0, no_ = 0;
    std::size_t declared_flags_ = 0, declared_days_ = 0, declared_decimals_ = 0;  // by a database's column
    std::size_t moments_ = 0, midnights_ = 0;  // ISO moments, and those of them at midnight
    std::size_t bare_years_ = 0;               // of dates_: 2024
    std::size_t packed_days_ = 0, packed_months_ = 0, serials_ = 0, seconds_ = 0;
    std::size_t others_ = 0;  // cells that are neither a number nor a word for a missing one
    std::size_t above_ = 0;   // of these, the ones above the first number
    std::size_t first_number_row_ = 0;
    std::size_t later_numbers_ = 0;  // numbers below the first of the others
    FewCells no_numbers_at_all_, no_dates_;
    std::size_t unread_ = 0, plain_ = 0;  // numbers in forms that are not read, and others; as long as all_numbers_
    bool all_numbers_ = true, other_script_ = false;
    std::optional<SeenCell> unread_number_, second_date_;
    std::size_t unlike_days_ = 0;  // dates in another form than first_day_
    std::size_t with_unit_ = 0;
    bool flags_ = true, one_unit_ = true, year_may_lead_ = true;
    std::string unit_;
    bool too_long_ = false;  // a whole number that a double cannot hold
    bool days_differ_ = false;
    SeenDay first_day_;
    std::string currency_, zone_;  // of the first amount; of the first moment: "Z", "+01:00" or nothing
    NotationKeys keys_;
    std::vector<SeenCell> no_numbers_;
};

/// Whether a header names things by digits: id, code, zip, phone, account number …
[[nodiscard]] bool names_things(std::string_view header);
/// Whether a header has a word for a day, a month, a period or a time.
[[nodiscard]] bool names_times(std::string_view header);
/// Whether a header is the word for a year in a language that reports are written in, or begins or ends with
/// it.
[[nodiscard]] bool names_years(std::string_view header);

}  // namespace precis::data
