// SQLite gives each group a few bytes of memory, which hold the pointer to the group's state. The function at the
// group's end owns the state and deletes it.
#include "data/sql/aggregates.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

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

}  // namespace

void register_aggregates(sqlite3* db) {
    constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(db, "series", 2, kPure, nullptr, nullptr, series_row, series_end, nullptr);
    sqlite3_create_function_v2(db, "median", 1, kPure, nullptr, nullptr, median_row, median_end, nullptr);
}

}  // namespace precis::data
