// Looks up each number that an exhibit prints among those of sentences and tiles, and compares decimals and qualifiers.
#include "bind/exhibits/two_prints.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "base/numbers.h"
#include "bind/exhibits/chart_rounding.h"
#include "bind/exhibits/codes.h"
#include "bind/values/id_list.h"
#include "doc/channels.h"

namespace precis::bind {
namespace {

using vocabulary::Labels;

constexpr int kMostDecimals = 6;       // of a format
constexpr int kTellingFigures = 4;     // a number with as many significant figures is not met twice by chance
constexpr std::size_t kFewPoints = 3;  // of one line, which then prints them all

/// A number as an exhibit prints it.
struct Cell {
    double number = 0;
    std::string text;
    std::string unit;
    data::Qualifier qualifier = data::Qualifier::none;
    std::optional<int> decimals;  // if the text does not say it
};

/// Whether a sentence may print the number: it is in the chart's text only if the chart labels it.
struct LabelledValues {
    const doc::Chart& chart;

    /// The places in `values` whose numbers are printed.
    std::vector<std::size_t> of(const std::vector<doc::Value>& values) const {
        std::vector<std::size_t> known;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i].number) known.push_back(i);
        if (known.empty() || chart.data_row) return known;
        const auto joined = row_of(chart.form).joined;
        const bool few = chart.series.size() == 1 && values.size() <= kFewPoints;
        auto labels = chart.labels;
        if (labels == Labels::automatic && joined == vocabulary::Joined::slopes) labels = Labels::ends;
        if (labels == Labels::automatic && joined == vocabulary::Joined::lines && !few) return {known.back()};
        if (labels == Labels::ends) return {known.front(), known.back()};
        if (labels != Labels::extremes) return known;
        const auto [low, high] = std::minmax_element(
            known.begin(), known.end(), [&](auto a, auto b) { return *values[a].number < *values[b].number; });
        return {*low, *high};
    }
};

/// Whether the chart prints numbers of its data at its marks.
bool prints_values(const doc::Chart& chart) {
    const auto& form = row_of(chart.form);
    if (chart.data_row) return true;
    if (chart.labels == Labels::none || form.unlabelled || form.points) return false;
    if (form.aggregates) return form.flows && chart.labels == Labels::all;
    return form.whole || !computes_shares(chart);
}

std::vector<Cell> cells_of(const doc::Chart& chart) {
    std::vector<Cell> cells;
    if (!prints_values(chart)) return cells;
    const bool bridge =
        row_of(chart.form).totals == vocabulary::Totals::names;  // prints its numbers with one precision
    for (const auto& series : chart.series) {
        for (const auto i : LabelledValues{chart}.of(series.values)) {
            const auto& value = series.values[i];
            Cell cell{*value.number, value.text, chart.format.unit, value.qualifier, std::nullopt};
            const bool sum = i < chart.category_total.size() && chart.category_total[i];
            if (bridge && !(sum && inexact(value.qualifier))) {
                cell.text.clear();
                if (in_figures(chart, cell.number)) cell.decimals = computed_decimals(chart);
            }
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

std::vector<Cell> cells_of(const doc::Table& table) {
    std::vector<Cell> cells;
    for (const auto& row : table.rows)
        for (std::size_t c = 0; c < row.cells.size() && c < table.columns.size(); ++c)
            if (const auto& cell = row.cells[c]; cell.number)
                cells.push_back({*cell.number, cell.text, split_unit(table.columns[c].unit).first, cell.qualifier, {}});
    return cells;
}

std::size_t size_of(const doc::ExhibitContent& content) {
    if (const auto* chart = std::get_if<doc::Chart>(&content)) return chart->series.size() * chart->categories.size();
    const auto* table = std::get_if<doc::Table>(&content);
    return table != nullptr ? table->rows.size() * table->columns.size() : 0;
}

std::vector<Cell> cells_of(const doc::ExhibitContent& content) {
    if (size_of(content) > kMostCells) return {};
    if (const auto* chart = std::get_if<doc::Chart>(&content)) return cells_of(*chart);
    const auto* table = std::get_if<doc::Table>(&content);
    return table != nullptr ? cells_of(*table) : std::vector<Cell>();
}

bool is_telling(double number) {
    if (number == 0) return false;
    const int before = static_cast<int>(std::floor(std::log10(std::abs(number)))) + 1;
    const double scale = std::pow(10.0, kTellingFigures - 1 - before);
    return std::abs(std::round(number * scale) - number * scale) > 1e-9 * std::abs(number * scale);
}

bool is_one_number(const NamedPrint& print, const Cell& cell, const doc::Provenance& from) {
    const auto unit = split_unit(print.unit).first;
    if (!unit.empty() && !cell.unit.empty() && unit != cell.unit) return false;
    if (contains(from.facts, print.name) || contains(from.values, print.name)) return true;
    const bool shares_table = std::any_of(print.tables.begin(), print.tables.end(),
                                          [&](const auto& table) { return contains(from.tables, table); });
    return shares_table && is_telling(cell.number);
}

data::Qualifier shown(data::Qualifier qualifier) {
    return inexact(qualifier) ? qualifier : data::Qualifier::none;
}

std::string in_words(data::Qualifier qualifier) {
    return inexact(qualifier) ? "“" + std::string(name_of(qualifier)) + "”" : std::string("no qualifier");
}

class Comparison {
  public:
    Comparison(Context& context, const doc::Exhibit& exhibit) : context_(context), exhibit_(exhibit) {}

    void compare(std::size_t print, const Cell& cell) {
        auto& found = found_[print];
        if (found.alike) return;
        const auto& sentence = context_.collected.prints[print];
        const bool qualified_alike = shown(sentence.qualifier) == shown(cell.qualifier);
        const auto& locale = context_.inputs.locale;
        const auto here = decimals_in(sentence.text, sentence.number, locale);
        const auto there = cell.decimals ? cell.decimals : decimals_in(cell.text, cell.number, locale);
        if (qualified_alike && (!here || !there || here == there)) {
            found.alike = true;
            return;
        }
        if (!found.cell) found = {false, cell, here, there};
    }

    void warn_of_rest() {
        for (const auto& [print, found] : found_)
            if (!found.alike && found.cell) warn_of(context_.collected.prints[print], found);
    }

  private:
    struct Found {
        bool alike = false;
        std::optional<Cell> cell = {};  // the first that is printed in another way
        std::optional<int> here = {}, there = {};
    };

    void warn_of(const NamedPrint& print, const Found& found) {
        const auto& cell = *found.cell;
        auto text = cell.text;
        if (text.empty() && cell.decimals) {
            locale::NumberFormat format;
            format.decimals = *cell.decimals;
            text = context_.inputs.locale.number(cell.number, format);
        }
        auto warning = diag::warning(
            code::printed_two_ways, print.where,
            fmt::format("“{}” is printed as “{}” here and as “{}” in “{}”", print.name, print.text, text, exhibit_.id),
            remedy(print, found));
        warning.notes.push_back({fmt::format("“{}” is here", exhibit_.id), exhibit_.span});
        const Scoped reasons(context_.current.reasons, print.reasons);
        warn(context_, std::move(warning));
    }

    std::string remedy(const NamedPrint& print, const Found& found) const {
        if (shown(print.qualifier) != shown(found.cell->qualifier)) {
            if (!inexact(print.qualifier))
                return fmt::format(
                    "give “{}” the qualifier {}, or say in `because: {{printed_two_ways: …}}` why both "
                    "are right",
                    print.name, in_words(found.cell->qualifier));
            return fmt::format("add `'{}' AS qualifier` to the query of “{}”, or list “{}” under its `facts:`",
                               name_of(print.qualifier), exhibit_.id, print.name);
        }
        const auto there =
            fmt::format("write `format: {}dp` at its channel or column in “{}”", *found.here, exhibit_.id);
        switch (print.format) {
            case NamedPrint::Format::in_binding:
                return fmt::format("add `{}dp` to the format here, or {}", *found.there, there);
            case NamedPrint::Format::in_tile:
                return fmt::format("write `format: {}dp` here, or {}", *found.there, there);
            case NamedPrint::Format::fixed:
                break;
        }
        return there;
    }

    Context& context_;
    const doc::Exhibit& exhibit_;
    std::map<std::size_t, Found> found_;  // by print
};

}  // namespace

std::optional<int> decimals_in(std::string_view text, double number, const locale::Locale& locale) {
    const auto goes_on = [](std::string_view rest) {  // figures, or a decimal or grouping sign with figures behind it
        if (rest.empty()) return false;
        const bool sign = rest[0] == '.' || rest[0] == ',';
        return base::is_digit(rest[0]) || (sign && rest.size() > 1 && base::is_digit(rest[1]));
    };
    for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
        locale::NumberFormat format;
        format.decimals = decimals;
        const auto figures = locale.number(std::abs(number), format);
        for (auto at = text.find(figures); at != std::string_view::npos; at = text.find(figures, at + 1)) {
            const bool begins =
                at == 0 || !(base::is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',');
            if (begins && !goes_on(text.substr(at + figures.size()))) return decimals;
        }
    }
    return std::nullopt;
}

void warn_of_two_prints(Context& context, const std::vector<const doc::Exhibit*>& exhibits) {
    const auto& prints = context.collected.prints;
    if (prints.empty()) return;
    std::multimap<double, std::size_t> by_number;
    for (std::size_t i = 0; i < prints.size(); ++i)
        if (prints[i].qualifier != data::Qualifier::between) by_number.emplace(prints[i].number, i);
    for (const auto* exhibit : exhibits) {
        Comparison comparison(context, *exhibit);
        for (const auto& cell : cells_of(exhibit->content)) {
            const auto [first, last] = by_number.equal_range(cell.number);
            for (auto at = first; at != last; ++at)
                if (is_one_number(prints[at->second], cell, exhibit->from)) comparison.compare(at->second, cell);
        }
        comparison.warn_of_rest();
    }
}

}  // namespace precis::bind
