// Readers take for granted that numbers side by side have a source, a colour for each series, the same base, the same
// exactness and whole periods, and that shares of a whole add up to it. Each check looks for one exception.
#include "bind/exhibits/doubt_exhibit.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "bind/checks/doubt.h"
#include "bind/codes.h"
#include "bind/exhibits/codes.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

struct ExhibitDoubts {
    Context& context;
    const spec::Exhibit& exhibit;
    const Grid& grid;
    const doc::Exhibit& bound;

    void doubt(diag::Code code, std::string message, std::string remedy) const {
        warn(context, diag::warning(code, exhibit.id.span, "“" + exhibit.id.text + "”: " + std::move(message),
                                    std::move(remedy) + ", or say why it is right in `because: {" +
                                        std::string(diag::to_string(code)) + ": …}`"));
    }

    void source() const {
        if (!grid.sources.empty() || exhibit.source) return;
        report(context, diag::error(code::source_missing, exhibit.id.span,
                                    "the data of “" + exhibit.id.text + "” have no source",
                                    "give its table or facts a source in the data model, or write `source:`"));
    }

    /// More series than the layout has colours for.
    void series(const doc::Chart& chart) const {
        const auto colours = context.inputs.layout.chart.palette.size();
        const auto& form = row_of(chart.form);
        const bool coloured = form.stacks || form.joined == vocabulary::Joined::lines;  // side by side over one axis
        if (!coloured || chart.facets || !exhibit.highlight.empty()) return;
        if (colours == 0 || chart.series.size() <= colours) return;
        warn(context, diag::warning(
                          diag::code::too_many_series, exhibit.id.span,
                          "“" + exhibit.id.text + "” has " + std::to_string(chart.series.size()) +
                              " series, and the layout " + std::to_string(colours) + " colours to tell them apart",
                          "`highlight` the few that matter, give each a panel with `facet`, or add up the small ones"));
    }

    /// The facts and values that are drawn to scale.
    std::vector<const Bound*> values() const {
        std::vector<const Bound*> numbers;
        for (const auto* value : grid.bound) {
            if (value->number) numbers.push_back(value);
        }
        return numbers;
    }

    static bool is_bound(const Bound& value) {
        return value.qualifier == data::Qualifier::more_than || value.qualifier == data::Qualifier::at_least ||
               value.qualifier == data::Qualifier::less_than || value.qualifier == data::Qualifier::at_most;
    }

    static std::string shown(const Bound& value) {
        const auto word = std::string(name_of(value.qualifier));
        return "“" + value.name + "” is " + (word.empty() ? "" : word + " ") + base::shortest(*value.number);
    }

    void qualifiers() const {
        const Bound *open = nullptr, *exact = nullptr;
        for (const auto* value : values()) {
            auto& first = is_bound(*value) ? open : exact;
            if (first == nullptr) first = value;
        }
        if (open == nullptr || exact == nullptr) return;
        doubt(diag::code::mixed_qualifiers,
              shown(*open) + " and " + shown(*exact) + ": the first is a bound, drawn as if it were a number",
              "show them in separate exhibits, explain it in the note");
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
            return doubt(code::mixed_bases, base(*first) + ", " + base(*value), "show them in separate exhibits");
        }
    }

    /// For rows of a query only: facts are checked where they are used.
    void small_base() const {
        if (!grid.bound.empty()) return;
        for (const auto& row : grid.rows) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                const auto& cell = row[c];
                const auto& own = cell.what().unit;
                const auto& unit = own.empty() && c < grid.columns.size() ? grid.columns[c].unit : own;
                if (unit != "percent" || !cell.number || !cell.what().n || *cell.what().n >= kSmallBase ||
                    *cell.what().n <= 0)
                    continue;
                return doubt(code::small_base, "a share rests on n = " + base::shortest(*cell.what().n) + " only",
                             "leave it out");
            }
        }
    }

    /// Percentages drawn as parts of a whole.
    void sums() const {
        const auto* chart = std::get_if<doc::Chart>(&bound.content);
        if (chart == nullptr || chart->format.unit != "percent") return;
        const bool whole = row_of(chart->form).whole;
        if (!whole && chart->stack != vocabulary::Stack::total && chart->stack != vocabulary::Stack::percent) return;
        const auto check = [&](const std::vector<const doc::Value*>& shares, const std::string& where) {
            double sum = 0;
            std::size_t count = 0;
            for (const auto* value : shares) {
                if (!value->number) continue;
                sum += *value->number;
                ++count;
            }
            // Each part may be rounded by half a unit of its last digit.
            int decimals = 0;
            for (const auto* value : shares)
                if (value->number)
                    decimals = std::max(decimals, fewest_decimals(*value->number, std::max(0, chart->format.decimals)));
            const double tolerance = 0.5 * static_cast<double>(count) * std::pow(10, -decimals);
            if (count < 2 || std::abs(sum - 100) <= tolerance + 1e-9) return true;
            doubt(diag::code::parts_do_not_sum,
                  "the parts" + where + " make up " + base::shortest(base::rounded(sum, 2)) + "%, not 100%",
                  "add the missing part, draw bars side by side");
            return false;
        };
        if (whole) {
            std::vector<const doc::Value*> parts;
            for (const auto& series : chart->series) {
                for (const auto& value : series.values) parts.push_back(&value);
            }
            check(parts, "");
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

    /// The last point of a time axis if the data end before its period does.
    void partial() const {
        const auto* chart = std::get_if<doc::Chart>(&bound.content);
        if (chart == nullptr || chart->periods.empty() || row_of(chart->form).dated) return;
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
            return doubt(
                code::partial_period,
                chart->category_keys[i] + " is not over on " + until + ", when the data end, but is drawn whole",
                "leave it out, select 'partial' AS status for it");
        }
    }
};

}  // namespace

void doubt_exhibit(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Exhibit& bound) {
    const ExhibitDoubts doubts{context, exhibit, grid, bound};
    const auto* chart = std::get_if<doc::Chart>(&bound.content);
    const bool drawn = chart != nullptr && !row_of(chart->form).dated;
    if (context.current.part.counted) {
        doubts.source();
        if (chart != nullptr) doubts.series(*chart);
    }
    if (drawn) doubts.qualifiers();
    if (drawn) doubts.bases();
    doubts.small_base();
    doubts.sums();
    doubts.partial();
}

bool rounded_parts_sum(const std::vector<double>& parts, double total, int decimals) {
    double sum = 0;
    for (const auto part : parts) sum += base::rounded(part, decimals);
    return base::rounded(sum, decimals) == base::rounded(total, decimals);
}

}  // namespace precis::bind
