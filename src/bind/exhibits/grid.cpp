// Facts, rows of queries and rows in place, read into one shape.
#include "bind/exhibits/grid.h"

#include <algorithm>

#include "base/nearest.h"
#include "bind/checks/note_use.h"
#include "bind/exhibits/codes.h"
#include "bind/text/prose.h"
#include "bind/values/shared_series.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

void merge(std::vector<std::string>& into, const std::vector<std::string>& more) {
    for (const auto& one : more) {
        if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
    }
}

GridCell words(std::string text) {
    GridCell cell;
    cell.text = std::move(text);
    cell.word = true;
    return cell;
}

/// A text as data has it: it may be a date.
GridCell data_text(std::string text) {
    auto cell = words(std::move(text));
    cell.word = false;
    return cell;
}

Grid from_facts(Context& context, const spec::Exhibit& exhibit) {
    Grid grid;
    for (const auto* name : {"label", "value", "period", "subject", "status", "detail", "name"}) {
        grid.columns.push_back({name, {}, {}, {}, false});
    }
    for (const auto& fact : exhibit.facts) {
        const auto* bound = context.values.find({fact.name.text, fact.name.span});
        if (bound == nullptr) continue;
        note_use(context, *bound, fact.name.span);
        merge(grid.sources, bound->sources);
        merge(grid.facts, bound->facts);
        grid.origins.add(*bound);
        grid.bound.push_back(bound);
        diag::Diagnostics unsaid;
        note_printing(context, Printing::Kind::exhibit, *bound,
                      print(*bound, {}, Setting::chart, context.locale, {}, unsaid).text(), fact.name.span);
        const GridCell value(*bound);
        const auto label = fact.label ? bind_label(context, *fact.label) : typographic(bound->label, context.locale);
        grid.rows.push_back({words(label), value, data_text(bound->period), words(bound->subject),
                             words(std::string(to_string(bound->status))), words(bound->detail), words(bound->name)});
    }
    return grid;
}

/// What the columns used by name say of a row (docs/design/language.md#sql).
struct RowSays {
    data::Status status = data::Status::actual;
    data::Qualifier qualifier = data::Qualifier::none;
    std::optional<double> n, low, high;
    std::string unit;
};

RowSays row_says(Context& context, const data::Rows& rows, const std::vector<data::Cell>& row,
                 const diag::Span& where) {
    RowSays says;
    const auto text = [&](const char* name) {
        const auto at = rows.column(name);
        return at ? data::as_text(row[*at]) : std::string();
    };
    const auto number = [&](const char* name) {
        const auto at = rows.column(name);
        return at ? data::as_number(row[*at]) : std::nullopt;
    };
    if (const auto word = text("status"); !word.empty()) {
        const auto status = data::parse_status(word);
        if (status) says.status = *status;
        if (!status) {
            context.found.push_back(diag::error(diag::code::bad_value, where,
                                                "the column “status” holds “" + word + "”, which is no status",
                                                "give actual, previous, plan, target, forecast, estimate or partial"));
        }
    }
    if (const auto qualifier = data::parse_qualifier(text("qualifier"))) says.qualifier = *qualifier;
    says.n = number("n");
    says.low = number("low");
    says.high = number("high");
    says.unit = text("unit");
    return says;
}

/// Takes the rows' cells one by one: a million of them never stand twice.
Grid from_query(Context& context, const spec::Exhibit& exhibit, data::Rows& rows) {
    Grid grid;
    grid.sources = rows.sources;
    grid.facts = rows.facts;
    grid.tables = rows.tables;
    grid.origins.own_analysis = rows.own_analysis;
    (rows.own_analysis ? grid.origins.derived : grid.origins.published) = rows.sources;
    for (const auto& column : rows.columns) {
        Format format;
        if (!column.format.empty())
            format = read_format(diag::Text{column.format, exhibit.query->span, {}}, context.found);
        auto unit = column.unit;
        if (unit.empty() && column.type == data::Type::percent) unit = "percent";
        grid.columns.push_back({column.name, typographic(column.label, context.locale), unit, format, false});
    }
    struct Series {  // of a column
        std::vector<std::size_t> rows;
        std::vector<std::vector<data::SeriesPoint>> points;  // pairs with rows
    };
    std::vector<Series> series(rows.columns.size());
    // Cells of a column share what is the same from row to row.
    std::vector<std::shared_ptr<const Bound>> shared(grid.columns.size());
    grid.rows.reserve(rows.rows.size());
    for (auto& row : rows.rows) {
        const auto says = row_says(context, rows, row, exhibit.query->span);
        auto& cells = grid.rows.emplace_back();
        cells.reserve(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto& cell = cells.emplace_back();
            cell.number = data::as_number(row[i]);
            cell.integer = std::holds_alternative<std::int64_t>(row[i]);
            auto points = data::as_series(row[i]);
            if (points.empty()) {
                cell.text = data::as_text(row[i]);
            } else {
                series[i].points.push_back(std::move(points));
                series[i].rows.push_back(grid.rows.size() - 1);
            }
            cell.status = says.status;
            cell.qualifier = says.qualifier;
            const auto& unit = says.unit.empty() ? grid.columns[i].unit : says.unit;
            auto& last = shared[i];
            if (!last || last->unit != unit || last->n != says.n || last->low != says.low || last->high != says.high) {
                Bound rest;
                rest.name = grid.columns[i].name;
                rest.unit = unit;
                rest.n = says.n;
                rest.low = says.low;
                rest.high = says.high;
                last = std::make_shared<const Bound>(std::move(rest));
            }
            cell.rest = last;
        }
        std::vector<data::Cell>().swap(row);
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto laid = on_shared_axis(series[i].points);
        for (std::size_t k = 0; k < laid.size(); ++k) grid.rows[series[i].rows[k]][i].series = std::move(laid[k]);
    }
    note_use(context, rows, exhibit.query->span);
    return grid;
}

/// A cell that is one binding is that value; else its words.
GridCell in_place(Context& context, const diag::Text& text, Grid& grid) {
    diag::Diagnostics twice;
    const auto made = cut(text, twice);
    const bool alone = made.holes.size() == 1 && made.text.size() == kHoleBytes &&
                       made.holes[0].kind == Hole::Kind::binding && made.holes[0].words.size() == 1;
    if (!alone) return words(bind_plain(context, text));
    const auto* bound = context.values.find(made.holes[0].words[0]);
    if (bound == nullptr) return {};
    note_use(context, *bound, text.span);
    merge(grid.sources, bound->sources);
    merge(grid.facts, bound->facts);
    grid.origins.add(*bound);
    diag::Diagnostics unsaid;
    note_printing(context, Printing::Kind::exhibit, *bound,
                  print(*bound, {}, Setting::chart, context.locale, {}, unsaid).text(), text.span);
    return GridCell(*bound);
}

Grid from_rows(Context& context, const spec::Exhibit& exhibit) {
    Grid grid;
    for (const auto& row : exhibit.rows) {
        for (const auto& [name, text] : row.cells) {
            if (!grid.find(name.text)) {
                auto label = name.text;
                std::replace(label.begin(), label.end(), '_', ' ');
                grid.columns.push_back({name.text, context.locale.raised(label), {}, {}, false});
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
        bool any = false, all = true;
        for (const auto& row : grid.rows) {
            if (row[i].empty()) continue;
            any = any || row[i].number.has_value();
            all = all && row[i].number.has_value();
        }
        grid.columns[i].numeric = any && all;
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
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const GridColumn& column) { return column.name == name; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<Grid> read_grid(Context& context, const spec::Exhibit& exhibit) {
    std::optional<Grid> grid;
    if (exhibit.query) {
        auto rows = context.values.query(*exhibit.query);
        if (!rows) return std::nullopt;
        if (rows->rows.empty()) {
            context.found.push_back(diag::error(code::query_without_rows, exhibit.query->span,
                                                "the query of “" + exhibit.id.text + "” gives no rows",
                                                "check its WHERE with `precis data --sql`, or say `when:`"));
            return std::nullopt;
        }
        if (context.ledger != nullptr) {
            Bound read;
            read.facts = rows->facts;
            read.tables = rows->tables;
            for (const auto& [name, cell] : context.values.asked()) read.values.push_back(name);
            note_printing(context, Printing::Kind::exhibit, read, {}, exhibit.query->span);
        }
        grid = from_query(context, exhibit, *rows);
    } else {
        grid = exhibit.facts.empty() ? from_rows(context, exhibit) : from_facts(context, exhibit);
    }
    find_numeric(*grid);
    if (grid->rows.empty()) return std::nullopt;
    return grid;
}

std::optional<std::size_t> column_of(Context& context, const Grid& grid, const diag::Text& name) {
    const auto found = grid.find(name.text);
    if (found) return found;
    std::vector<std::string> names;
    std::string all;
    for (const auto& column : grid.columns) {
        names.push_back(column.name);
        all += (all.empty() ? "" : ", ") + column.name;
    }
    const auto nearest = base::nearest(name.text, names);
    context.found.push_back(diag::error(diag::code::unknown_column, name.span,
                                        "the data have no column “" + name.text + "”",
                                        nearest ? "did you mean “" + *nearest + "”?" : "the columns are " + all));
    return std::nullopt;
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
    auto how = format;
    how.no_unit = how.no_unit || !with_unit;
    const auto printed = print(cell.value(), how, Setting::chart, context.locale, where, context.found);
    out.text = cell.number ? printed.text() : typographic(printed.text(), context.locale);
    if (!cell.number) out.category = out.text;
    return out;
}

}  // namespace precis::bind
