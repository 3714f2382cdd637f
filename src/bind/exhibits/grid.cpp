// Reads facts, rows of queries and rows in place into one shape.
#include "bind/exhibits/grid.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/checks/note_use.h"
#include "bind/exhibits/codes.h"
#include "bind/exhibits/column_digits.h"
#include "bind/text/prose.h"
#include "bind/text/typography.h"
#include "bind/values/id_list.h"
#include "bind/values/shared_series.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

GridCell word_cell(std::string text) {
    GridCell cell;
    cell.text = std::move(text);
    cell.word = true;
    return cell;
}

/// A cell with a text of the data, which may be a date.
GridCell data_cell(std::string text) {
    auto cell = word_cell(std::move(text));
    cell.word = false;
    return cell;
}

/// How all numbers of a result column are printed if no format says so.
struct Digits {
    int decimals = -1;  // as Bound has them
    bool in_powers = false;
};

Digits digits_of(const data::Rows& rows, std::size_t column, const std::string& unit) {
    constexpr std::size_t kMostRows = 20000;  // more are not printed one by one
    Digits digits{with_cents(rows.columns[column].decimals, unit)};
    if (rows.rows.size() > kMostRows) return digits;
    std::vector<double> numbers;
    bool whole = true;
    for (const auto& row : rows.rows) {
        const auto number = data::as_number(row[column]);
        if (!number) continue;
        numbers.push_back(*number);
        whole = whole && std::holds_alternative<std::int64_t>(row[column]);
        digits.in_powers = digits.in_powers || std::abs(*number) >= kLargestInFigures;
    }
    if (digits.decimals < 0 && !whole) digits.decimals = shared_decimals(numbers, unit);
    return digits;
}

/// Gives the numbers of each column that share a unit one number of decimals.
void align_decimals(Grid& grid) {
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        std::vector<Bound> values;
        for (const auto& row : grid.rows) values.push_back(row[i].value());
        for (std::size_t r = 0; r < values.size(); ++r) {
            int most = -1;
            for (const auto& other : values)
                if (share_decimals(values[r], other)) most = std::max(most, default_decimals(other));
            if (most < 0 || most == default_decimals(values[r])) continue;
            Bound rest = grid.rows[r][i].what();
            rest.decimals = most;
            grid.rows[r][i].rest = std::make_shared<const Bound>(std::move(rest));
        }
    }
}

Grid from_facts(Context& context, const spec::Exhibit& exhibit) {
    const auto& locale = context.inputs.locale;
    Grid grid;
    for (const auto* name : {"label", "value", "period", "subject", "status", "detail", "name"}) {
        grid.columns.push_back({name, {}, {}, {}, false});
    }
    for (const auto& fact : exhibit.facts) {
        const auto* bound = context.values.find({fact.name.text, fact.name.span});
        if (bound == nullptr) continue;
        note_use(context, *bound, fact.name.span);
        add_new(grid.sources, bound->sources);
        add_new(grid.facts, bound->facts);
        grid.origins.add(*bound);
        grid.bound.push_back(bound);
        diag::Diagnostics reported_when_drawn;
        note_printing(context, Printing::Kind::exhibit, *bound,
                      print(*bound, {}, Setting::chart, context.inputs.locale, {}, reported_when_drawn).text(),
                      fact.name.span);
        const GridCell value(*bound);
        const auto label =
            fact.label ? bind_label(context, *fact.label) : typographic(locale.of_data(bound->label), locale);
        grid.rows.push_back({word_cell(label), value, data_cell(bound->period),
                             word_cell(locale.of_data(bound->subject)), word_cell(std::string(name_of(bound->status))),
                             word_cell(locale.of_data(bound->detail)), word_cell(bound->name)});
    }
    return grid;
}

/// What columns with special names (status, qualifier, n …) say about a row's numbers (docs/design/language.md#sql).
struct RowTraits {
    data::Status status = data::Status::actual;
    data::Qualifier qualifier = data::Qualifier::none;
    std::optional<double> n, low, high;
    std::string unit;
};

/// A result column whose name has a meaning, with another one (docs/design/language.md#sql).
void report_reserved(Context& context, std::string_view name, const std::string& word, const diag::Span& where) {
    struct Reserved {
        std::string_view name, holds, other;
    };
    constexpr std::array kReserved{
        Reserved{"status", "actual, previous, plan, target, forecast, estimate or partial", "state"},
        Reserved{"qualifier",
                 "how exact a number is: exactly, about, more than, at least, less than, at most or between",
                 "qualification"},
        Reserved{"n", "the number of answers behind a number", "number"},
        Reserved{"low", "the lower end of a range", "lowest"},
        Reserved{"high", "the upper end of a range", "highest"},
        Reserved{"unit", "the unit of the row's numbers", "unit_name"},
    };
    const auto& row = *std::find_if(kReserved.begin(), kReserved.end(), [&](const auto& r) { return r.name == name; });
    // One message for a column, however many of its cells are meant otherwise.
    const auto message = "the query returns “" + word + "” in its column “" + std::string(name) +
                         "”; a column of this name holds " + std::string(row.holds);
    const bool known = std::any_of(context.diagnostics.begin(), context.diagnostics.end(), [&](const auto& d) {
        return d.code == code::reserved_column && d.span == where &&
               d.message.find("its column “" + std::string(name)) != std::string::npos;
    });
    if (known) return;
    report(context, diag::error(code::reserved_column, where, message,
                                "if the column holds something else, rename it: " + std::string(name) + " AS " +
                                    std::string(row.other)));
}

RowTraits traits_of(Context& context, const data::Rows& rows, const std::vector<data::Cell>& row,
                    const diag::Span& where) {
    RowTraits traits;
    const auto text = [&](const char* name) {
        const auto at = rows.column(name);
        return at ? data::as_text(row[*at]) : std::string();
    };
    const auto number = [&](const char* name) -> std::optional<double> {
        const auto at = rows.column(name);
        if (!at) return std::nullopt;
        const auto value = data::as_number(row[*at]);
        if (!value && !data::is_null(row[*at])) report_reserved(context, name, data::as_text(row[*at]), where);
        return value;
    };
    if (const auto word = text("status"); !word.empty()) {
        const auto status = data::parse_status(word);
        if (status) traits.status = *status;
        if (!status) report_reserved(context, "status", word, where);
    }
    if (const auto word = text("qualifier"); const auto qualifier = data::parse_qualifier(word)) {
        traits.qualifier = *qualifier;
    } else {
        report_reserved(context, "qualifier", word, where);
    }
    traits.n = number("n");
    traits.low = number("low");
    traits.high = number("high");
    traits.unit = text("unit");
    if (base::parse_number(traits.unit)) {
        report_reserved(context, "unit", traits.unit, where);
        traits.unit.clear();
    }
    return traits;
}

std::string yes_or_no(const Context& context, bool yes) {
    const auto& locale = context.inputs.locale;
    return locale.raised(locale.word(yes ? "yes" : "no"));
}

/// Frees each row once its cells are copied, so that a million rows are never in memory twice.
Grid from_query(Context& context, const spec::Exhibit& exhibit, data::Rows& rows) {
    const auto& locale = context.inputs.locale;
    const auto notation = exhibit.channels.find(vocabulary::Channel::status);  // its words have a meaning
    Grid grid;
    grid.sources = rows.sources;
    grid.facts = rows.facts;
    grid.tables = rows.tables;
    grid.origins.own_analysis = rows.own_analysis;
    (rows.own_analysis ? grid.origins.derived : grid.origins.published) = rows.sources;
    for (const auto& column : rows.columns) {
        Format format;
        if (!column.format.empty())
            format = read_format(diag::Text{column.format, exhibit.query->span, {}}, context.diagnostics);
        if (column.year && column.format.empty()) format.read = Format::Read::text;
        auto unit = column.unit;
        if (unit.empty() && column.type == data::Type::percent) unit = "percent";
        const auto label = typographic(locale.of_data(column.label), locale);
        grid.columns.push_back({column.name, label, unit, format, false});
    }
    struct Series {  // of a column
        std::vector<std::size_t> rows;
        std::vector<std::vector<data::SeriesPoint>> points;  // pairs with rows
    };
    std::vector<Series> series(rows.columns.size());
    // The last rest of each column; the next cell shares it if nothing has changed.
    std::vector<std::shared_ptr<const Bound>> shared(grid.columns.size());
    std::vector<Digits> digits;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) digits.push_back(digits_of(rows, i, grid.columns[i].unit));
    grid.rows.reserve(rows.rows.size());
    for (auto& row : rows.rows) {
        const auto traits = traits_of(context, rows, row, exhibit.query->span);
        auto& cells = grid.rows.emplace_back();
        cells.reserve(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto& cell = cells.emplace_back();
            cell.number = data::as_number(row[i]);
            cell.integer = std::holds_alternative<std::int64_t>(row[i]);
            auto points = data::as_series(row[i]);
            if (rows.columns[i].yes_no && cell.integer) {
                cell = word_cell(yes_or_no(context, *cell.number != 0));
            } else if (points.empty()) {
                cell.text = data::as_text(row[i]);
                const bool has_meaning =
                    notation != exhibit.channels.end() && notation->second.front().column.text == rows.columns[i].name;
                if (!cell.number && !has_meaning) cell.text = locale.of_data(cell.text);
            } else {
                series[i].points.push_back(std::move(points));
                series[i].rows.push_back(grid.rows.size() - 1);
            }
            cell.status = traits.status;
            cell.qualifier = traits.qualifier;
            const auto& unit = traits.unit.empty() ? grid.columns[i].unit : traits.unit;
            auto& last = shared[i];
            if (!last || last->unit != unit || last->n != traits.n || last->low != traits.low ||
                last->high != traits.high) {
                Bound rest;
                rest.name = grid.columns[i].name;
                rest.unit = unit;
                rest.n = traits.n;
                rest.decimals = digits[i].decimals;
                rest.in_powers = digits[i].in_powers;
                rest.low = traits.low;
                rest.high = traits.high;
                last = std::make_shared<const Bound>(std::move(rest));
            }
            cell.rest = last;
        }
        std::vector<data::Cell>().swap(row);
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto lines = on_shared_axis(series[i].points);
        for (std::size_t k = 0; k < lines.size(); ++k) grid.rows[series[i].rows[k]][i].series = std::move(lines[k]);
    }
    note_use(context, rows, exhibit.query->span);
    return grid;
}

/// A cell that is one binding alone holds that value; any other holds its words.
GridCell in_place(Context& context, const diag::Text& text, Grid& grid) {
    diag::Diagnostics reported_by_bind_plain;
    const auto with_holes = cut(text, reported_by_bind_plain);
    const auto& holes = with_holes.holes;
    const bool alone = holes.size() == 1 && with_holes.text.size() == kHoleBytes &&
                       holes[0].kind == Hole::Kind::binding && holes[0].words.size() == 1;
    if (!alone) {
        for (const auto& hole : holes) {
            if (hole.kind != Hole::Kind::binding || hole.words.empty()) continue;
            const auto* inside = context.values.find(hole.words[0]);
            if (inside == nullptr) continue;
            add_new(grid.sources, inside->sources);
            add_new(grid.facts, inside->facts);
            grid.origins.add(*inside);
        }
        return word_cell(bind_label(context, text));
    }
    const auto* bound = context.values.find(holes[0].words[0]);
    if (bound == nullptr) return {};
    note_use(context, *bound, text.span);
    add_new(grid.sources, bound->sources);
    add_new(grid.facts, bound->facts);
    grid.origins.add(*bound);
    diag::Diagnostics reported_when_drawn;
    note_printing(context, Printing::Kind::exhibit, *bound,
                  print(*bound, {}, Setting::chart, context.inputs.locale, {}, reported_when_drawn).text(), text.span);
    return GridCell(*bound);
}

Grid from_rows(Context& context, const spec::Exhibit& exhibit) {
    Grid grid;
    for (const auto& row : exhibit.rows) {
        for (const auto& [name, text] : row.cells) {
            if (!grid.find(name.text)) {
                auto label = name.text;
                std::replace(label.begin(), label.end(), '_', ' ');
                label = context.inputs.locale.raised(label);
                grid.columns.push_back({name.text, context.inputs.locale.of_data(label), {}, {}, false});
            }
        }
    }
    for (const auto& row : exhibit.rows) {
        std::vector<GridCell> cells(grid.columns.size());
        for (const auto& [name, text] : row.cells) cells[*grid.find(name.text)] = in_place(context, text, grid);
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

void find_numeric(Grid& grid) {
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        bool any_number = false, only_numbers = true;
        for (const auto& row : grid.rows) {
            if (row[i].empty()) continue;
            any_number = any_number || row[i].number.has_value();
            only_numbers = only_numbers && row[i].number.has_value();
        }
        grid.columns[i].numeric = any_number && only_numbers;
    }
}

}  // namespace

GridCell::GridCell(const Bound& bound)
    : number(bound.number),
      text(bound.text),
      rest(std::make_shared<const Bound>(bound)),
      qualifier(bound.qualifier),
      status(bound.status),
      integer(bound.integer),
      word(bound.word) {}

const Bound& GridCell::what() const {
    static const Bound kNothing;
    return rest ? *rest : kNothing;
}

Bound GridCell::value() const {
    Bound bound = what();
    bound.number = number;
    bound.text = text;
    bound.qualifier = qualifier;
    bound.status = status;
    bound.integer = integer;
    bound.word = word;
    return bound;
}

std::optional<std::size_t> Grid::find(std::string_view name) const {
    const auto match =
        std::find_if(columns.begin(), columns.end(), [&](const GridColumn& column) { return column.name == name; });
    if (match == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(match - columns.begin());
}

std::optional<Grid> read_grid(Context& context, const spec::Exhibit& exhibit) {
    std::optional<Grid> grid;
    if (exhibit.query) {
        const bool leaves_out = exhibit.withheld == vocabulary::WithheldRows::leave_out;
        auto rows = context.values.query(*exhibit.query, leaves_out ? data::RowsSeen::permitted : data::RowsSeen::all);
        if (!rows) return std::nullopt;
        if (rows->rows.empty()) {
            report(context, diag::error(code::query_without_rows, exhibit.query->span,
                                        "the query of “" + exhibit.id.text + "” gives no rows",
                                        "check its WHERE with `precis data --sql`, or give the exhibit a `when:`"));
            return std::nullopt;
        }
        if (context.inputs.ledger != nullptr) {
            note_printing(context, Printing::Kind::exhibit, what_was_read(context, *rows), {}, exhibit.query->span);
        }
        const bool left_out = rows->left_out;
        const auto values = rows->values;
        const auto set = context.values.set_behind_last();
        grid = from_query(context, exhibit, *rows);
        grid->left_out = left_out;
        grid->values = values;
        grid->origins.set = set;
    } else {
        grid = exhibit.facts.empty() ? from_rows(context, exhibit) : from_facts(context, exhibit);
        align_decimals(*grid);
    }
    find_numeric(*grid);
    if (grid->rows.empty()) return std::nullopt;
    return grid;
}

std::optional<std::size_t> column_of(Context& context, const Grid& grid, const diag::Text& name) {
    if (const auto index = grid.find(name.text)) return index;
    std::vector<std::string> names;
    std::string listed;
    for (const auto& column : grid.columns) {
        names.push_back(column.name);
        listed += (listed.empty() ? "" : ", ") + column.name;
    }
    const auto nearest = base::nearest(name.text, names);
    report(context, diag::error(diag::code::unknown_column, name.span, "the data have no column “" + name.text + "”",
                                nearest ? "did you mean “" + *nearest + "”?" : "the columns are " + listed));
    return std::nullopt;
}

void check_unit(Context& context, const Grid& grid, std::size_t index, const diag::Text& unit) {
    const auto& own = grid.columns[index].unit;
    const auto lowered = [](const std::string& words) { return base::lowered(split_unit(words).first); };
    const bool difference = own == "percent" && unit.text == "pp";
    if (own.empty() || difference || lowered(own) == lowered(unit.text)) return;
    report(context, diag::error(diag::code::bad_value, unit.span,
                                "the unit is “" + unit.text + "”, but the column “" + grid.columns[index].name +
                                    "” is in “" + own + "”",
                                "remove `unit:`; if the query converts the numbers, give the result a name that no "
                                "column has, as in “SELECT 1.1 * price AS converted”"));
}

doc::Value to_value(Context& context, const GridCell& cell, const Format& format, bool with_unit,
                    const diag::Span& where) {
    doc::Value out;
    out.number = cell.number;
    out.qualifier = cell.qualifier;
    out.status = cell.status;
    out.series = cell.series;
    if (cell.empty()) {
        out.text = "–";
        return out;
    }
    if (!cell.series.empty()) return out;
    auto own_format = format;
    own_format.no_unit = own_format.no_unit || !with_unit;
    const auto printed =
        print(cell.value(), own_format, Setting::chart, context.inputs.locale, where, context.diagnostics);
    out.text = cell.number ? printed.text() : typographic(printed.text(), context.inputs.locale);
    if (!cell.number) out.category = out.text;
    return out;
}

}  // namespace precis::bind
