// SQLite gives each group a few bytes of memory, which hold the pointer to the group's state. The function at the
// group's end owns the state and deletes it.
#include "data/sql/aggregates.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrases.h"
#include "base/utf8.h"
#include "data/database.h"
#include "json/writer.h"

namespace precis::data {
namespace {

/// The state of the current group; its first row creates it. nullptr if the group has had no row, as at the end of an
/// empty group, where SQLite has given no memory either.
enum class Missing { create, leave };
template <class State>
State* state_of(sqlite3_context* context, Missing missing) {
    const int size = missing == Missing::create ? sizeof(State*) : 0;
    auto** state = static_cast<State**>(sqlite3_aggregate_context(context, size));
    if (!state) return nullptr;
    if (!*state && missing == Missing::create) *state = std::make_unique<State>().release();
    return *state;
}

/// Whether the value is a number or NULL; if not, sets `message` as the query's error.
bool number_or_null(sqlite3_context* context, sqlite3_value* value, const char* message) {
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL || type == SQLITE_INTEGER || type == SQLITE_FLOAT) return true;
    sqlite3_result_error(context, message, -1);
    return false;
}

struct Series {
    std::vector<SeriesPoint> points;
};

void series_row(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (!number_or_null(context, arguments[1], "series() takes numbers as its second argument")) return;
    const int x_type = sqlite3_value_type(arguments[0]);
    if (x_type == SQLITE_NULL) return;  // a point without x has no place in the series
    SeriesPoint point;
    if (x_type == SQLITE_INTEGER || x_type == SQLITE_FLOAT) {
        point.x = sqlite3_value_double(arguments[0]);
    } else {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
        point.x = std::string(text ? text : "");
    }
    if (sqlite3_value_type(arguments[1]) != SQLITE_NULL) point.y = sqlite3_value_double(arguments[1]);
    state_of<Series>(context, Missing::create)->points.push_back(std::move(point));
}

void series_end(sqlite3_context* context) {
    const std::unique_ptr<Series> series(state_of<Series>(context, Missing::leave));
    if (!series) return sqlite3_result_null(context);
    std::stable_sort(series->points.begin(), series->points.end(),
                     [](const auto& a, const auto& b) { return is_before(a.x, b.x); });
    json::Writer writer(json::Writer::Form::compact);
    writer.begin_array();
    for (const auto& point : series->points) {
        writer.begin_array();
        if (const auto* text = std::get_if<std::string>(&point.x))
            writer.string(*text);
        else
            writer.number(as_number(point.x).value_or(0));
        point.y ? writer.number(*point.y) : writer.null();
        writer.end_array();
    }
    const std::string packed = writer.end_array().take();
    sqlite3_result_text(context, packed.data(), static_cast<int>(packed.size()), SQLITE_TRANSIENT);
}

struct Values {
    std::vector<double> values;
};

void median_row(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (!number_or_null(context, arguments[0], "median() takes numbers")) return;
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    state_of<Values>(context, Missing::create)->values.push_back(sqlite3_value_double(arguments[0]));
}

void median_end(sqlite3_context* context) {
    const std::unique_ptr<Values> state(state_of<Values>(context, Missing::leave));
    if (!state) return sqlite3_result_null(context);
    auto& values = state->values;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    double median = *middle;
    if (values.size() % 2 == 0) median = std::midpoint(*std::max_element(values.begin(), middle), median);
    sqlite3_result_double(context, median);
}

/// What sum(), total() and avg() keep, as SQLite's own do: whole numbers add up exactly, others with the rounding of
/// each addition carried along (Neumaier).
struct Sum {
    double sum = 0, carried = 0;
    std::int64_t whole = 0, count = 0;
    bool is_whole = true, overflows = false;

    void add(double number) {
        const double before = sum;
        sum += number;
        carried += std::abs(before) > std::abs(number) ? (before - sum) + number : (number - sum) + before;
    }
    double value() const {
        return is_whole ? static_cast<double>(whole) : sum + (std::isfinite(carried) ? carried : 0);
    }
};

/// A text that is no number: SQLite's own functions would add the digits that it begins with, or nothing.
void refuse_text(sqlite3_context* context, sqlite3_value* value, const char* function) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    constexpr std::size_t kShown = 40;
    const auto shown = base::shortened(base::on_one_line(text ? text : ""), kShown);
    const auto message = std::string(function) + "() adds numbers, and " + base::quoted(shown) + " is a text";
    sqlite3_result_error(context, message.data(), static_cast<int>(message.size()));
}

/// `sign`: -1 where a row leaves the frame of a window.
void sum_step(sqlite3_context* context, sqlite3_value* value, int sign) {
    const int type = sqlite3_value_numeric_type(value);
    if (type == SQLITE_NULL) return;
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT)
        return refuse_text(context, value, static_cast<const char*>(sqlite3_user_data(context)));
    auto& sum = *state_of<Sum>(context, Missing::create);
    sum.count += sign;
    if (type == SQLITE_INTEGER && sum.is_whole) {
        const auto number = sqlite3_value_int64(value);
        auto whole = sum.whole;
        const bool fails =
            sign > 0 ? __builtin_add_overflow(whole, number, &whole) : __builtin_sub_overflow(whole, number, &whole);
        if (!fails) {
            sum.whole = whole;
            return;
        }
        sum.overflows = true;
    }
    if (sum.is_whole) {
        sum.is_whole = false;
        sum.add(static_cast<double>(sum.whole));
    }
    sum.add(sign * sqlite3_value_double(value));
}

void sum_row(sqlite3_context* context, int, sqlite3_value** arguments) {
    sum_step(context, arguments[0], 1);
}

void sum_leaves(sqlite3_context* context, int, sqlite3_value** arguments) {
    sum_step(context, arguments[0], -1);
}

void give_sum(sqlite3_context* context, const Sum* sum) {
    const std::string_view function = static_cast<const char*>(sqlite3_user_data(context));
    const bool none = sum == nullptr || sum->count == 0;
    if (function == "total") return sqlite3_result_double(context, none ? 0 : sum->value());
    if (none) return sqlite3_result_null(context);
    if (function == "avg") return sqlite3_result_double(context, sum->value() / static_cast<double>(sum->count));
    if (sum->overflows) return sqlite3_result_error(context, "sum() of whole numbers is beyond 2^63", -1);
    if (sum->is_whole) return sqlite3_result_int64(context, sum->whole);
    sqlite3_result_double(context, sum->value());
}

void sum_so_far(sqlite3_context* context) {
    give_sum(context, state_of<Sum>(context, Missing::leave));
}

void sum_end(sqlite3_context* context) {
    const std::unique_ptr<Sum> sum(state_of<Sum>(context, Missing::leave));
    give_sum(context, sum.get());
}

}  // namespace

void register_aggregates(sqlite3* db) {
    constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (const char* name : {"sum", "total", "avg"}) {
        sqlite3_create_window_function(db, name, 1, kPure, const_cast<char*>(name), sum_row, sum_end, sum_so_far,
                                       sum_leaves, nullptr);
    }
    sqlite3_create_function_v2(db, "series", 2, kPure, nullptr, nullptr, series_row, series_end, nullptr);
    sqlite3_create_function_v2(db, "median", 1, kPure, nullptr, nullptr, median_row, median_end, nullptr);
}

}  // namespace precis::data
