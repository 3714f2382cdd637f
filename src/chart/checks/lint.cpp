// chart/checks/lint.cpp: one function for each rule, run in a fixed order.
// Stage: doc::Chart -> LINT -> diagnostics.
#include "chart/checks/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "chart/checks/check_flows.h"
#include "chart/checks/codes.h"
#include "chart/scales/lookup.h"
#include "chart/scales/slots.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::chart {
namespace {

using diag::Code;

// Limits by judgement.
constexpr std::size_t kMostParts = 6, kMostPanels = 60;
constexpr double kUneven = 1.5;                   // largest step by smallest; months differ by 1.11 only
constexpr double kLeastSum = 98, kMostSum = 102;  // percentages of a whole; rounding explains this much
constexpr std::size_t kLeastTrend = 3;            // points; a line fits any two exactly

struct Linter {
    const doc::Chart& chart;
    diag::Span where;
    diag::Diagnostics diagnostics;

    void warn(Code code, std::string message, std::string remedy) {
        diagnostics.push_back(
            diag::warning(code, where, std::move(message),
                          remedy + fmt::format("; or give the reason: `because: {{{}: …}}`", to_string(code))));
    }

    void cut_axis() {
        if (!row_of(chart.form).from_zero) return;
        if (!chart.cut.empty()) {
            warn(code::axis_cut,
                 fmt::format("the axis of this {} chart is broken: lengths on both sides of {} do not compare",
                             name_of(chart.form), base::shortest(chart.cut[0])),
                 "leave out `break:`, or use `chart: dot`");
            return;
        }
        if (chart.domain.size() != 2) return;
        if (chart.domain[0] <= 0 && chart.domain[1] >= 0) return;
        warn(code::axis_cut,
             fmt::format("the axis of this {} chart begins at {}: lengths no longer compare as the numbers do",
                         name_of(chart.form), base::shortest(chart.domain[0])),
             "begin at 0, or use `chart: dot` or `chart: line`");
    }

    void second_axis() {
        const auto* line = channel_of(chart, vocabulary::Channel::line);
        if (line == nullptr || line->format.unit == chart.format.unit) return;
        warn(code::two_axes,
             fmt::format("the line is in {}, the columns in {}: where they cross means nothing",
                         line->format.unit.empty() ? "another unit" : line->format.unit,
                         chart.format.unit.empty() ? "numbers" : chart.format.unit),
             "draw two charts, or both in one unit");
    }

    void balance() {
        if (!row_of(chart.form).flows) return;
        if (const auto words = imbalance_of(chart); !words.empty())
            warn(diag::code::parts_do_not_sum, words,
                 "add the flow that is missing, to “Others” for example, or correct the numbers");
    }

    /// Forms that aggregate values (box, histogram) cannot show which are actuals and which forecasts.
    void statuses() {
        if (!row_of(chart.form).aggregates) return;
        for (const auto& series : chart.series) {
            for (const auto& value : series.values) {
                if (!value.number || value.status == data::Status::actual) continue;
                return warn(
                    diag::code::mixed_qualifiers,
                    fmt::format("a {} shows {} values like actual ones", name_of(chart.form), name_of(value.status)),
                    "leave them out (`WHERE status = 'actual'`), or use a form with a mark for each value");
            }
        }
    }

    static double weekday(const doc::Period& period) {  // 0 is Monday; 1970-01-01 was a Thursday
        return std::fmod(std::fmod(period.begin_day + 3, 7) + 7, 7);
    }
    static double workday(const doc::Period& period) {
        return std::floor((period.begin_day + 3) / 7) * 5 + weekday(period);
    }
    /// Whether all periods are days from Monday to Friday, whose steps are counted without weekends.
    bool are_workdays() const {
        return std::all_of(chart.periods.begin(), chart.periods.end(), [](const auto& period) {
            return period.end_day - period.begin_day == 1 && weekday(period) < 5;
        });
    }

    /// The categories as numbers, days or days of work; empty if they are words.
    std::vector<double> places() const {
        std::vector<double> at;
        for (const auto& period : chart.periods) at.push_back(are_workdays() ? workday(period) : period.begin_day);
        for (std::size_t i = 0; at.size() < chart.category_keys.size() && chart.periods.empty(); ++i) {
            const auto number = base::parse_number(chart.category_keys[i]);
            if (!number) return {};
            at.push_back(*number);
        }
        return at;
    }

    void uneven() {
        const auto joined = row_of(chart.form).joined;
        if (joined == vocabulary::Joined::no && chart.form != vocabulary::Form::column) return;
        // Lines with periods have a time axis, which draws uneven steps as they are.
        if (joined == vocabulary::Joined::lines && !chart.periods.empty()) return;
        if (chart.form == vocabulary::Form::column && column_slots_of(chart).kind != Slots::Kind::plain) {
            const auto kind = column_slots_of(chart).kind;
            if (kind != Slots::Kind::day) return;
        }
        const auto at = places();
        if (at.size() < 3) return;
        double least = 1e300, most = 0;
        for (std::size_t i = 1; i < at.size(); ++i) {
            least = std::min(least, at[i] - at[i - 1]);
            most = std::max(most, at[i] - at[i - 1]);
        }
        if (least <= 0 || most < kUneven * least) return;
        warn(code::uneven_steps,
             fmt::format("the steps from “{}” to “{}” are not even, but drawn so", chart.categories.front(),
                         chart.categories.back()),
             chart.periods.empty() ? "use `chart: scatter`, or add the values between"
                                   : "use `chart: line`, or add the periods between");
    }

    void wholes() {
        if (!row_of(chart.form).whole) return;
        std::size_t parts = 0;
        double sum = 0;
        for (const auto& value : chart.series.front().values) {
            parts += value.number.value_or(0) > 0 ? 1 : 0;
            sum += value.number.value_or(0);
        }
        if (parts > kMostParts)
            warn(code::area_exaggerates,
                 fmt::format("this {} has {} parts; angles and areas beyond {} can't be compared", name_of(chart.form),
                             parts, kMostParts),
                 "use `chart: bar`, or put the small ones together");
        else if (chart.format.unit == "percent" && (sum < kLeastSum || sum > kMostSum))
            warn(code::area_exaggerates,
                 fmt::format("the percentages of this {} add up to {}, but are drawn as a whole", name_of(chart.form),
                             base::shortest(base::rounded(sum, 1))),
                 "use `chart: bar`, or add the part that is missing");
    }

    void trend() {
        if (!has_annotation(chart, doc::Annotation::Kind::trend)) return;
        std::size_t points = 0;
        for (const auto& series : chart.series)
            for (const auto& value : series.values) points += value.number.has_value() ? 1 : 0;
        if (points < kLeastTrend)
            warn(code::trend_of_few, fmt::format("a trend through {} points is not a trend", points),
                 "leave out `trend:`");
    }

    /// Rates of growth exist between two numbers over zero in two periods.
    void growth() {
        for (const auto& annotation : chart.annotations) {
            if (annotation.kind != doc::Annotation::Kind::cagr || annotation.ends.size() != 2) continue;
            const auto from = category_of(chart, annotation.ends[0]), to = category_of(chart, annotation.ends[1]);
            if (!from || !to) continue;
            if (*to <= *from)
                return warn(code::no_growth_rate,
                            fmt::format("there is no growth a year from “{}” to “{}”: the second is not later",
                                        chart.categories[*from], chart.categories[*to]),
                            "name an earlier and a later period, or leave out `cagr:`");
            const bool total = !annotation.each_series && annotation.series.empty() && chart.series.size() > 1 &&
                               chart.stack == vocabulary::Stack::total;
            if (total) {
                rate_between(sum_in(*from), sum_in(*to), *from, *to, "");
                continue;
            }
            for (const auto& series : chart.series) {
                if (!annotation.each_series && &series != series_of(chart, annotation.series)) continue;
                rate_between(series.values[*from].number, series.values[*to].number, *from, *to, series.name);
            }
        }
    }

    double sum_in(std::size_t category) const {
        double sum = 0;
        for (const auto& series : chart.series) sum += series.values[category].number.value_or(0);
        return sum;
    }

    void rate_between(std::optional<double> a, std::optional<double> b, std::size_t from, std::size_t to,
                      const std::string& name) {
        if (a && b && *a > 0 && *b > 0) return;
        const auto words = [](std::optional<double> number) {
            return number ? base::shortest(*number) : std::string("a missing number");
        };
        warn(code::no_growth_rate,
             fmt::format("there is no growth a year{} from {} in “{}” to {} in “{}”: both must be over zero",
                         name.empty() ? "" : " of “" + name + "”", words(a), chart.categories[from], words(b),
                         chart.categories[to]),
             "name two periods with numbers over zero, or leave out `cagr:`");
    }

    /// Forms that compare need something to compare with: lines a second point, dumbbells a second value, bullets a
    /// target.
    void comparisons() {
        if (row_of(chart.form).joined != vocabulary::Joined::no && chart.categories.size() == 1)
            warn(code::trend_of_few,
                 fmt::format("{} {} of one point shows no change", chart.form == vocabulary::Form::area ? "an" : "a",
                             name_of(chart.form)),
                 "use `chart: bar`, or give the number in a sentence");
        if (chart.form == vocabulary::Form::dumbbell && chart.series.size() != 2)
            warn(diag::code::channel_missing,
                 fmt::format("a dumbbell joins two values in each row; this one has {}", chart.series.size()),
                 "write two columns, `x: [from, to]`, or use `chart: dot`");
        if (chart.form == vocabulary::Form::bullet && channel_of(chart, vocabulary::Channel::target) == nullptr)
            warn(diag::code::channel_missing, "a bullet chart compares values with a target; this one has no target",
                 "add `target:` with its column, or use `chart: bar`");
    }

    void panels() {
        if (chart.facets && chart.series.size() > kMostPanels)
            warn(diag::code::too_many_series,
                 fmt::format("{} panels: nobody compares more than {}", chart.series.size(), kMostPanels),
                 "let the query choose the largest, and sum up the others");
    }

    /// Marks that only their colours tell apart need a colour each.
    void colors(std::size_t palette) {
        if (chart.facets || palette == 0) return;
        std::size_t needed = 0;
        bool loud = false;
        const bool whole = row_of(chart.form).whole;
        if (whole) {
            needed = chart.categories.size();
        } else if (row_of(chart.form).own_colors) {
            needed = chart.series.size();
            for (const auto& series : chart.series) loud = loud || series.highlighted;
        }
        const bool stacked = chart.stack != vocabulary::Stack::none || whole;
        if (needed <= palette || (loud && !stacked)) return;
        warn(diag::code::too_many_series,
             fmt::format("{} {} in a palette of {} colours: some look alike", needed, whole ? "parts" : "series",
                         palette),
             "put small ones together, use `highlight:` or `facet:`");
    }
};

}  // namespace

diag::Diagnostics lint(const doc::Chart& chart, std::size_t colors, diag::Span where) {
    Linter linter{chart, std::move(where), {}};
    linter.cut_axis();
    linter.second_axis();
    linter.uneven();
    linter.wholes();
    linter.trend();
    linter.growth();
    linter.comparisons();
    linter.panels();
    linter.balance();
    linter.statuses();
    linter.colors(colors);
    return std::move(linter.diagnostics);
}

}  // namespace precis::chart
