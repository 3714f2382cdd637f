// What readers take for granted when numbers stand side by side: a source, as many colours as series, the same base,
// the same exactness, whole periods, and shares that make up the whole.
#include "bind/exhibits/doubt_exhibit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers.h"
#include "bind/checks/doubts.h"
#include "bind/codes.h"
#include "bind/exhibits/codes.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

struct Checker {
    Context& context;
    const spec::Exhibit& exhibit;
    const Grid& grid;
    const doc::Exhibit& bound;

    void say(diag::Code code, std::string message, std::string remedy) const {
        warn(context, diag::warning(code, exhibit.id.span, "“" + exhibit.id.text + "”: " + std::move(message),
                                    std::move(remedy) + ", or say why it is meant in `because: {" +
                                        std::string(diag::to_string(code)) + ": …}`"));
    }

    void source() const {
        if (!grid.sources.empty() || exhibit.source) return;
        context.found.push_back(diag::error(code::source_missing, exhibit.id.span,
                                            "nothing says where the data of “" + exhibit.id.text + "” come from",
                                            "give its table or facts a source in the data model, or write `source:`"));
    }

    /// More series than a reader can tell apart by colour.
    void series(const doc::Chart& chart) const {
        constexpr std::array<std::string_view, 5> kColoured{"bar", "column", "line", "step", "area"};
        const auto colours = context.layout.chart.palette.size();
        const bool coloured = std::find(kColoured.begin(), kColoured.end(), chart.type) != kColoured.end();
        if (!coloured || chart.facets || !exhibit.highlight.empty()) return;
        if (colours == 0 || chart.series.size() <= colours) return;
        warn(context, diag::warning(
                          diag::code::too_many_series, exhibit.id.span,
                          "“" + exhibit.id.text + "” has " + std::to_string(chart.series.size()) +
                              " series, and the layout " + std::to_string(colours) + " colours to tell them apart",
                          "`highlight` the few that matter, give each a panel with `facet`, or sum the small ones up"));
    }

    /// The values that lengths or places stand for.
    std::vector<const Bound*> values() const {
        std::vector<const Bound*> all;
        for (const auto* one : grid.bound) {
            if (one->number) all.push_back(one);
        }
        return all;
    }

    static bool is_bound(const Bound& value) {
        return value.qualifier == data::Qualifier::more_than || value.qualifier == data::Qualifier::at_least ||
               value.qualifier == data::Qualifier::less_than || value.qualifier == data::Qualifier::at_most;
    }

    static std::string shown(const Bound& value) {
        const auto word = std::string(to_string(value.qualifier));
        return "“" + value.name + "” is " + (word.empty() ? "" : word + " ") + base::shortest(*value.number);
    }

    void qualifiers() const {
        const Bound *open = nullptr, *exact = nullptr;
        for (const auto* value : values()) {
            auto& first = is_bound(*value) ? open : exact;
            if (first == nullptr) first = value;
        }
        if (open == nullptr || exact == nullptr) return;
        say(diag::code::mixed_qualifiers,
            shown(*open) + " and " + shown(*exact) + ": the one is a bound, and lengths compare it with a number",
            "show them apart, say so in the note");
    }

    void bases() const {
        const Bound* first = nullptr;
        for (const auto* value : values()) {
            if (!value->n || value->unit != "percent") continue;
            if (first == nullptr) first = value;
            if (value->n == first->n && value->base == first->base) continue;
            const auto base = [](const Bound& of) {
                return "“" + of.name + "” rests on n = " + base::shortest(*of.n) +
                       (of.base.empty() ? "" : " " + of.base);
            };
            return say(code::mixed_bases, base(*first) + ", " + base(*value), "show them apart");
        }
    }

    /// Of rows of a query; facts are looked at where they are used.
    void small_base() const {
        if (!grid.bound.empty()) return;
        for (const auto& row : grid.rows) {
            for (const auto& cell : row) {
                if (!cell.number || !cell.what().n || *cell.what().n >= kSmallBase || *cell.what().n <= 0) continue;
                return say(code::small_base, "a share rests on n = " + base::shortest(*cell.what().n) + " only",
                           "leave it out");
            }
        }
    }

    /// Percentages that are drawn as parts of a whole.
    void parts() const {
        const auto* chart = std::get_if<doc::Chart>(&bound.content);
        if (chart == nullptr || chart->format.unit != "percent") return;
        const bool whole = chart->type == "pie" || chart->type == "donut" || chart->type == "waffle";
        if (!whole && chart->stack != "total" && chart->stack != "percent") return;
        const auto check = [&](const std::vector<const doc::Value*>& values, const std::string& where) {
            double sum = 0;
            std::size_t count = 0;
            for (const auto* value : values) {
                if (!value->number) continue;
                sum += *value->number;
                ++count;
            }
            // Each part may be rounded by half a unit of its last digit.
            const double tolerance =
                0.5 * static_cast<double>(count) * std::pow(10, -std::max(0, chart->format.decimals));
            if (count < 2 || std::abs(sum - 100) <= tolerance + 1e-9) return true;
            say(diag::code::parts_do_not_sum,
                "the parts" + where + " make up " + base::shortest(base::rounded(sum, 2)) + "%, not 100%",
                "add the part that is missing, draw bars side by side");
            return false;
        };
        if (whole) {
            std::vector<const doc::Value*> all;
            for (const auto& series : chart->series) {
                for (const auto& value : series.values) all.push_back(&value);
            }
            check(all, "");
            return;
        }
        for (std::size_t i = 0; i < chart->categories.size(); ++i) {
            std::vector<const doc::Value*> stack;
            for (const auto& series : chart->series) {
                if (i < series.values.size()) stack.push_back(&series.values[i]);
            }
            if (!check(stack, " of " + chart->categories[i])) return;
        }
    }

    /// A time axis whose last point stands for a period that the data do not cover to its end.
    void partial() const {
        const auto* chart = std::get_if<doc::Chart>(&bound.content);
        if (chart == nullptr || chart->periods.empty() || chart->type == "timeline" || chart->type == "gantt") return;
        double covered = 0;
        std::string until;
        for (const auto& table : context.values.model().tables) {
            if (std::find(grid.tables.begin(), grid.tables.end(), table.name) == grid.tables.end()) continue;
            const auto day = locale::parse_period(table.as_of);
            if (day && (until.empty() || day->end < covered)) {
                covered = day->end;
                until = table.as_of;
            }
        }
        if (until.empty()) return;
        const auto whole = [](const doc::Value& value) {
            return value.number && (value.status == data::Status::actual || value.status == data::Status::previous);
        };
        for (std::size_t i = chart->periods.size(); i-- > 0;) {
            const bool counted = std::any_of(chart->series.begin(), chart->series.end(), [&](const auto& series) {
                return i < series.values.size() && whole(series.values[i]);
            });
            if (!counted || chart->periods[i].end_day <= covered) continue;
            return say(code::partial_period,
                       chart->category_keys[i] + " is not over on " + until + ", when the data end, but is drawn whole",
                       "leave it out, return 'partial' AS status for it");
        }
    }
};

}  // namespace

void doubt_exhibit(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound) {
    const Checker checker{context, exhibit, grid, bound};
    const auto* chart = std::get_if<doc::Chart>(&bound.content);
    const bool drawn = chart != nullptr && chart->type != "timeline" && chart->type != "gantt";
    if (context.counting) {
        checker.source();
        if (chart != nullptr) checker.series(*chart);
    }
    if (drawn) checker.qualifiers();
    if (drawn) checker.bases();
    checker.small_base();
    checker.parts();
    checker.partial();
}

bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals) {
    double sum = 0;
    for (const auto part : parts) sum += base::rounded(part, decimals);
    return base::rounded(sum, decimals) == base::rounded(total, decimals);
}

}  // namespace precis::bind
