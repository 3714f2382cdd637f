// Scalar functions: look-ups, percentages, dates. NULL gives NULL, as in SQLite's own functions.
#include "data/sql/functions.h"

#include <cmath>
#include <optional>

#include "base/phrases.h"
#include "data/cells/period.h"
#include "data/sql/aggregates.h"
#include "data/sql/plain_texts.h"
#include "data/sql/printf.h"

namespace precis::data {
namespace {

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void fail(sqlite3_context* context, const std::string& message) {
    sqlite3_result_error(context, message.data(), static_cast<int>(message.size()));
}

void give(sqlite3_context* context, const std::string& text) {
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void give(sqlite3_context* context, const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return sqlite3_result_int64(context, *whole);
    if (const auto* real = std::get_if<double>(&cell)) return sqlite3_result_double(context, *real);
    if (const auto* text = std::get_if<std::string>(&cell)) return give(context, *text);
    sqlite3_result_null(context);
}

Calls& calls_of(sqlite3_context* context) {
    return *static_cast<Calls*>(sqlite3_user_data(context));
}

void value(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto& calls = calls_of(context);
    auto* frame = calls.frame;
    if (sqlite3_value_type(arguments[0]) != SQLITE_TEXT) return fail(context, "value() takes a name in single quotes");
    const std::string name(text_of(arguments[0]));
    if (!frame || !calls.fact) return fail(context, "value() cannot be used here");
    const auto [entry, is_new] = frame->answers.try_emplace(name);
    auto& [looked_up, used] = entry->second;
    if (is_new) looked_up = calls.fact(name);
    if (!used) {
        frame->sources.insert(frame->sources.end(), looked_up.sources.begin(), looked_up.sources.end());
        frame->facts.insert(frame->facts.end(), looked_up.facts.begin(), looked_up.facts.end());
        frame->origins.insert(frame->origins.end(), looked_up.origins.begin(), looked_up.origins.end());
        frame->withheld.add(looked_up.withheld);
        used = true;
    }
    if (!looked_up.failure.empty()) {
        frame->failed_name = name;
        return fail(context, looked_up.failure);
    }
    give(context, looked_up.cell);
}

/// _record(value, rowid): the value; notes that the value of this fact was read.
void record(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (auto* frame = calls_of(context).frame) {
        const auto row = static_cast<std::size_t>(sqlite3_value_int64(arguments[1]) - 1);
        if (row < frame->fact_rows.size()) frame->fact_rows[row] = true;
    }
    sqlite3_result_value(context, arguments[0]);
}

/// _read(value, table, column, rowid): the value; notes that this cell was read.
void read_cell(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (auto* noted = calls_of(context).noted) {
        const auto at = [&](int i) { return static_cast<std::size_t>(sqlite3_value_int64(arguments[i])); };
        auto& rows = (*noted)[at(1)][at(2)];
        if (rows.size() < at(3)) rows.resize(at(3));
        rows[at(3) - 1] = true;
    }
    sqlite3_result_value(context, arguments[0]);
}

struct NumberPair {
    double first = 0, second = 0;
};

/// The first two arguments; nullopt if one is NULL or not a number, when the result is already set to NULL or an error.
std::optional<NumberPair> two_numbers(sqlite3_context* context, sqlite3_value** arguments, const char* function) {
    NumberPair numbers;
    for (int i = 0; i < 2; ++i) {
        const int type = sqlite3_value_type(arguments[i]);
        if (type == SQLITE_NULL) {
            sqlite3_result_null(context);
            return std::nullopt;
        }
        if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) {
            fail(context, std::string(function) + "() takes two numbers, found the text " +
                              base::quoted(text_of(arguments[i]).substr(0, 80)) + "");
            return std::nullopt;
        }
        (i == 0 ? numbers.first : numbers.second) = sqlite3_value_double(arguments[i]);
    }
    return numbers;
}

void percent(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto numbers = two_numbers(context, arguments, "percent");
    if (!numbers) return;
    if (numbers->second == 0) return sqlite3_result_null(context);
    sqlite3_result_double(context, 100 * numbers->first / numbers->second);
}

/// growth(from, to): the change in percent. NULL if `from` is not positive, because the sign would mislead.
void growth(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto numbers = two_numbers(context, arguments, "growth");
    if (!numbers) return;
    if (numbers->first <= 0) return sqlite3_result_null(context);
    sqlite3_result_double(context, 100 * (numbers->second - numbers->first) / numbers->first);
}

void difference(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto numbers = two_numbers(context, arguments, "difference");
    if (numbers) sqlite3_result_double(context, numbers->second - numbers->first);
}

/// cagr(from, to, years): the constant yearly change in percent that leads from `from` to `to`.
void cagr(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto numbers = two_numbers(context, arguments, "cagr");
    if (!numbers) return;
    const int type = sqlite3_value_type(arguments[2]);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return fail(context, "cagr() takes a number of years");
    const double years = sqlite3_value_double(arguments[2]);
    if (numbers->first <= 0 || numbers->second < 0 || years <= 0) return sqlite3_result_null(context);
    sqlite3_result_double(context, 100 * (std::pow(numbers->second / numbers->first, 1 / years) - 1));
}

/// The date in the first argument; nullopt if it is NULL or not a date, when the result is already set.
std::optional<base::Date> date_of(sqlite3_context* context, sqlite3_value** arguments, const char* function) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return std::nullopt;
    }
    const auto text = text_of(arguments[0]);
    const auto date = parse_period_begin(text);
    if (!date) {
        fail(context, std::string(function) +
                          "() takes a date such as 2026-04-20, 2026-W07, 2026-04, 2026-Q1 or 2026, found " +
                          base::quoted(text.substr(0, 80)));
    }
    return date;
}

void year(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (const auto date = date_of(context, arguments, "year")) give(context, year_of(*date));
}

template <std::optional<std::string> (*part)(const base::Date&, long long)>
void date_part(sqlite3_context* context, int count, sqlite3_value** arguments) {
    const auto* name = part == quarter_of ? "quarter" : part == month_of ? "month" : "week";
    if (count < 1 || count > 2) return fail(context, std::string(name) + "() takes a date and optionally a shift");
    if (count == 2 && sqlite3_value_type(arguments[1]) != SQLITE_INTEGER)
        return fail(context, std::string(name) + "() takes a whole number as its shift, such as -1");
    const auto date = date_of(context, arguments, name);
    if (!date) return;
    const auto shifted = part(*date, count == 2 ? sqlite3_value_int64(arguments[1]) : 0);
    if (shifted) {
        give(context, *shifted);
    } else if (!part(*date, 0)) {
        sqlite3_result_null(context);  // a year has neither month nor quarter, a month no week
    } else {
        fail(context, std::string(name) + "() leads to a year before 0001 or after 9999");
    }
}

}  // namespace

void register_functions(sqlite3* db, Calls& calls) {
    constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto scalar = [&](const char* name, int arguments, int flags,
                            void (*function)(sqlite3_context*, int, sqlite3_value**)) {
        sqlite3_create_function_v2(db, name, arguments, flags, &calls, function, nullptr, nullptr, nullptr);
    };
    // Within one query a name has one value, so value() counts as deterministic and SQLite may call it once.
    scalar("value", 1, kPure, value);
    scalar("_record", 2, SQLITE_UTF8 | SQLITE_INNOCUOUS, record);
    scalar("_read", 4, SQLITE_UTF8 | SQLITE_INNOCUOUS, read_cell);
    scalar("percent", 2, kPure, percent);
    scalar("growth", 2, kPure, growth);
    scalar("share", 2, kPure, percent);
    scalar("index_to", 2, kPure, percent);
    scalar("difference", 2, kPure, difference);
    scalar("cagr", 3, kPure, cagr);
    scalar("year", 1, kPure, year);
    scalar("quarter", -1, kPure, date_part<quarter_of>);
    scalar("month", -1, kPure, date_part<month_of>);
    scalar("week", -1, kPure, date_part<week_of>);
    register_aggregates(db);
    register_printf(db);
    register_plain_texts(db);
}

const std::vector<std::string>& function_names() {
    static const std::vector<std::string> names{
        "cagr",    "difference", "index_to", "share",        "value",   "percent", "growth", "series",   "year",
        "quarter", "month",      "week",     "median",       "abs",     "avg",     "ceil",   "coalesce", "count",
        "date",    "floor",      "format",   "group_concat", "ifnull",  "iif",     "instr",  "length",   "lower",
        "ltrim",   "max",        "min",      "nullif",       "printf",  "replace", "round",  "rtrim",    "substr",
        "sum",     "total",      "trim",     "upper",        "strftime"};
    return names;
}

}  // namespace precis::data
