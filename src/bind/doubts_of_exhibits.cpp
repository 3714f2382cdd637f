// Numbers side by side: may they be compared, do they sum to what they seem to, is the last period whole?
#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "bind/doubts.h"

namespace precis::bind {
namespace {

constexpr double kSmallBase = 30;

std::string named(const spec::Exhibit& exhibit) {
    return "“" + exhibit.id.text + "”";
}

template <class T>
bool any_of(const T& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// ---- bases and qualifiers -----------------------------------------------------------------------------------------

void doubt_bases(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    const Bound* first = nullptr;
    for (const auto* bound : grid.bound) {
        if (!bound->n && bound->base.empty()) continue;
        if (first == nullptr) first = bound;
        const bool others = bound->n && first->n && *bound->n != *first->n;
        const bool asked = !bound->base.empty() && !first->base.empty() && bound->base != first->base;
        if (!others && !asked) continue;
        const auto words = [&](const Bound& one) { return one.n ? base_words(context, one) : one.base; };
        warn(context, diag::warning(diag::Code::mixed_bases, exhibit.id.span,
                                    "the numbers of " + named(exhibit) + " rest on different bases: “" + first->name +
                                        "” on " + words(*first) + ", “" + bound->name + "” on " + words(*bound),
                                    "compare figures of one base, or say in `because:` why these may be compared"));
        return;
    }
}

/// What a qualifier lets a reader conclude: at least this, at most this, or near this.
std::string_view bound_by(data::Qualifier qualifier) {
    switch (qualifier) {
        case data::Qualifier::more_than:
        case data::Qualifier::at_least:
            return "lower limits";
        case data::Qualifier::less_than:
        case data::Qualifier::at_most:
            return "upper limits";
        case data::Qualifier::about:
        case data::Qualifier::between:
            return "approximate";
        case data::Qualifier::none:
        case data::Qualifier::exactly:
            break;
    }
    return {};
}

void doubt_qualifiers(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    const auto& form = exhibit.form.text;
    if (exhibit.kind != spec::Exhibit::Kind::chart || form == "timeline" || form == "gantt") return;
    std::string_view first;
    for (const auto& row : grid.rows) {
        for (const auto& cell : row) {
            if (!cell.value.number) continue;
            const auto kind = bound_by(cell.value.qualifier);
            if (kind.empty()) continue;
            if (first.empty()) first = kind;
            if (kind == first) continue;
            warn(context, diag::warning(diag::Code::mixed_qualifiers, exhibit.id.span,
                                        "some numbers of " + named(exhibit) + " are " + std::string(first) +
                                            ", others " + std::string(kind) + ": their order may not be as drawn",
                                        "show them apart, or say in `because:` why they may be compared"));
            return;
        }
    }
}

void doubt_rows_base(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    if (!exhibit.query) return;
    const auto small = [](const GridCell& cell) { return cell.value.n && *cell.value.n < kSmallBase; };
    std::size_t count = 0;
    double least = kSmallBase;
    for (const auto& row : grid.rows) {
        const auto at = std::find_if(row.begin(), row.end(), small);
        if (at == row.end()) continue;
        ++count;
        least = std::min(least, *at->value.n);
    }
    if (count == 0) return;
    warn(context, diag::warning(diag::Code::small_base, exhibit.id.span,
                                std::to_string(count) + (count == 1 ? " row" : " rows") + " of " + named(exhibit) +
                                    (count == 1 ? " rests" : " rest") + " on fewer than 30 answers, one on " +
                                    context.locale.number(least, {}),
                                "leave small groups out in the query, or say so in the note and in `because:`"));
}

// ---- sums ---------------------------------------------------------------------------------------------------------

/// The parts of one whole sum to 100 as printed; a note may explain what rounding takes away.
void doubt_sum(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart,
               const std::vector<const doc::Value*>& parts, const std::string& of) {
    double sum = 0, rounding = 0;
    for (const auto* part : parts) {
        if (!part->number) continue;
        const int decimals = chart.format.decimals;
        sum += decimals < 0 ? *part->number : base::rounded(*part->number, decimals);
        rounding += decimals < 0 ? 0 : 0.5 * std::pow(10, -decimals);
    }
    const double off = std::abs(sum - 100);
    if (off < 1e-6 || (off <= rounding + 1e-6 && exhibit.note)) return;
    locale::NumberFormat how;
    how.decimals = std::max(1, chart.format.decimals);
    how.trim_zeros = true;
    const auto printed = context.locale.percent(context.locale.number(sum, how));
    warn(context, diag::warning(diag::Code::parts_do_not_sum, exhibit.id.span,
                                "the parts of " + named(exhibit) + (of.empty() ? "" : " at “" + of + "”") + " sum to " +
                                    printed + " as printed",
                                off <= rounding ? "say in the `note:` that rounded parts do not sum"
                                                : "add the part that is missing, or draw them as bars"));
}

void doubt_sums(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart) {
    if (chart.format.unit != "percent") return;
    static const std::vector<std::string> kWholes{"pie", "donut", "waffle"};
    if (any_of(kWholes, chart.type)) {
        for (const auto& series : chart.series) {
            std::vector<const doc::Value*> parts;
            for (const auto& value : series.values) parts.push_back(&value);
            doubt_sum(context, exhibit, chart, parts, series.name);
        }
        return;
    }
    if (chart.stack != "percent") return;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        std::vector<const doc::Value*> parts;
        for (const auto& series : chart.series) {
            if (i < series.values.size() && series.values[i].number) parts.push_back(&series.values[i]);
        }
        if (!parts.empty()) doubt_sum(context, exhibit, chart, parts, chart.categories[i]);
    }
}

// ---- time ---------------------------------------------------------------------------------------------------------

struct Known {
    double end = 0;  // the day after the last one that the data can speak of
    std::string words;
};

/// Data speak of no day after their table's `as-of`, or after the briefing's.
std::optional<Known> known_until(const Context& context, const Grid& grid) {
    std::optional<Known> known;
    const auto limit = [&](const std::string& date, const std::string& words) {
        const auto days = locale::parse_period(date);
        if (days && (!known || days->end < known->end)) known = Known{days->end, words};
    };
    limit(context.target.date, "the briefing is of " + context.target.date);
    for (const auto& table : context.values.model().tables) {
        if (any_of(grid.tables, table.name)) limit(table.as_of, "“" + table.name + "” is as of " + table.as_of);
    }
    return known;
}

void doubt_period(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Chart& chart) {
    static const std::vector<std::string> kAlongTime{"column", "line", "step", "area", "bar"};
    if (!any_of(kAlongTime, chart.type) || chart.periods.empty()) return;
    const auto known = known_until(context, grid);
    if (!known) return;
    for (std::size_t i = 0; i < chart.periods.size(); ++i) {
        const auto& period = chart.periods[i];
        if (period.end_day <= known->end || period.end_day - period.begin_day < 2) continue;
        const bool whole = std::any_of(chart.series.begin(), chart.series.end(), [&](const auto& series) {
            const auto& value = series.values[i];
            return value.number && value.status == data::Status::actual;
        });
        if (!whole) continue;
        warn(context, diag::warning(
                          diag::Code::partial_period, exhibit.id.span,
                          named(exhibit) + " shows " + chart.categories[i] + " as if it were over, and " + known->words,
                          "return a column `status` with `partial` for it, or leave it out"));
        return;
    }
}

void doubt_series(Context& context, const spec::Exhibit& exhibit, const doc::Chart& chart) {
    static const std::vector<std::string> kColoured{"bar", "column", "line", "step", "area"};
    const auto colours = context.layout.chart.palette.size();
    if (!any_of(kColoured, chart.type) || chart.facets || !exhibit.highlight.empty()) return;
    if (colours == 0 || chart.series.size() <= colours) return;
    warn(context,
         diag::warning(diag::Code::too_many_series, exhibit.id.span,
                       named(exhibit) + " has " + std::to_string(chart.series.size()) + " series, and the layout " +
                           std::to_string(colours) + " colours to tell them apart",
                       "`highlight` the few that matter, give each a panel with `facet`, or sum the small ones up"));
}

}  // namespace

void doubt_data(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    if (!context.counting) return;
    if (grid.sources.empty() && !exhibit.source) {
        context.found.push_back(diag::error(diag::Code::source_missing, exhibit.id.span,
                                            "nothing says where the data of " + named(exhibit) + " come from",
                                            "give its table or facts a source in the data model, or write `source:`"));
    }
    doubt_bases(context, exhibit, grid);
    doubt_qualifiers(context, exhibit, grid);
    doubt_rows_base(context, exhibit, grid);
}

void doubt_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid, const doc::Chart& chart) {
    if (!context.counting) return;
    doubt_sums(context, exhibit, chart);
    doubt_period(context, exhibit, grid, chart);
    doubt_series(context, exhibit, chart);
}

}  // namespace precis::bind
