// Chooses the columns, prints the rows, and adds group rows and totals.
#include "bind/exhibits/table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "base/numbers.h"
#include "bind/exhibits/codes.h"
#include "bind/exhibits/doubt_exhibit.h"
#include "bind/exhibits/pivot.h"
#include "bind/exhibits/unit_words.h"
#include "bind/text/prose.h"
#include "bind/text/typography.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// What a total row prints of a column's numbers, of which there is at least one.
double total_of(vocabulary::Total total, std::vector<double> numbers) {
    const auto count = static_cast<double>(numbers.size());
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    switch (total) {
        case vocabulary::Total::sum:
            return sum;
        case vocabulary::Total::mean:
            return sum / count;
        case vocabulary::Total::min:
            return *std::min_element(numbers.begin(), numbers.end());
        case vocabulary::Total::max:
            return *std::max_element(numbers.begin(), numbers.end());
        case vocabulary::Total::median:
            break;
    }
    std::sort(numbers.begin(), numbers.end());
    const auto middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/// The word for a row of totals, and the order of such rows.
constexpr std::pair<vocabulary::Total, std::string_view> kTotalWords[] = {{vocabulary::Total::sum, "total"},
                                                                          {vocabulary::Total::mean, "total-mean"},
                                                                          {vocabulary::Total::median, "total-median"},
                                                                          {vocabulary::Total::min, "total-min"},
                                                                          {vocabulary::Total::max, "total-max"}};

constexpr std::pair<std::string_view, doc::StampState> kStampStates[] = {{"positive", doc::StampState::positive},
                                                                         {"negative", doc::StampState::negative},
                                                                         {"pending", doc::StampState::pending}};

/// What a column prints that reads its cells as text, as one called "years" does.
std::string text_of(double number) {
    constexpr int kDecimals = 2;
    return base::shortest(base::rounded(number, kDecimals));
}

struct TableBinder {
    Context& context;
    const spec::Exhibit& exhibit;
    const Grid& grid;

    struct Column {
        std::size_t index = 0;
        const spec::TableColumn* written = nullptr;
        Format format{};
        std::string unit{};
        std::optional<std::size_t> notes{};             // the grid's column of its cells' notes
        std::optional<std::size_t> stamps{}, states{};  // likewise of its stamps, and of what they tell
        const PivotColumn* pivoted = nullptr;
    };
    const std::vector<PivotColumn>& pivoted;
    std::vector<Column> columns{};
    std::map<std::string, std::uint16_t> notes{};  // as printed; counted from 1
    BoundTable bound{};

    void choose() {
        if (exhibit.all_columns || exhibit.columns.empty()) {
            for (const auto i : unlisted_columns(exhibit, grid)) {
                columns.push_back({i, nullptr, grid.columns[i].format, grid.columns[i].unit});
            }
        }
        for (const auto& written : exhibit.columns)
            if (const auto index = column_of(context, grid, written.column)) add_written(*index, written);
        for (const auto& one : pivoted) {
            add_written(one.index, exhibit.pivot->value);
            columns.back().notes = one.notes;
            columns.back().pivoted = &one;
        }
        for (auto& column : columns) bound.table.columns.push_back(header(column));
        for (const auto& column : columns) check_drawn(column);
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (columns[c].written != nullptr && columns[c].written->note)
                bound.table.columns[c].note = note_number(bind_plain(context, *columns[c].written->note));
    }

    /// What is drawn in cells, or added up, needs numbers; bars and tints begin at zero, and show one below it as zero.
    void check_drawn(const Column& column) const {
        using Show = doc::TableColumn::Show;
        const auto* written = column.written;
        if (written == nullptr) return;
        const auto has = [&](auto of) {
            return std::any_of(grid.rows.begin(), grid.rows.end(),
                               [&](const auto& row) { return of(row[column.index]); });
        };
        const bool series = has([](const auto& cell) { return !cell.series.empty(); });
        const bool numbers = has([](const auto& cell) { return cell.number.has_value(); });
        const bool empty = !has([](const auto& cell) { return !cell.empty(); });
        const auto show = written->show.value_or(Show::text);
        const auto refuse = [&](const std::string& message, const char* remedy) {
            report(context, diag::error(diag::code::key_conflict, written->column.span,
                                        "the column “" + written->column.text + "” " + message, remedy));
        };
        if (empty) return;
        if (show == Show::sparkline && !series)
            return refuse("has no series to draw as a line",
                          "make them in the query, as in `series(month, amount) AS trend`");
        if (show != Show::text && show != Show::sparkline && !numbers)
            return refuse("holds words, and its `show:` draws numbers", "remove `show:`, or name a column of numbers");
        if (written->total && !numbers)
            return refuse("holds no numbers to add up", "remove `total:`, or name a column of numbers");
        if (show != Show::bar && show != Show::heat) return;
        const auto below = std::find_if(grid.rows.begin(), grid.rows.end(),
                                        [&](const auto& row) { return row[column.index].number.value_or(0) < 0; });
        if (below == grid.rows.end()) return;
        refuse("holds " + text_of(*(*below)[column.index].number) + ", and a " + (show == Show::bar ? "bar" : "tint") +
                   " in a table begins at 0",
               "write `show: arrow` or `show: text`, or draw the column as `chart: bar`");
    }

    void add_written(std::size_t index, const spec::TableColumn& written) {
        if (written.unit) check_unit(context, grid, index, *written.unit);
        auto format = written.format ? read_format(*written.format, context.diagnostics) : grid.columns[index].format;
        Column column{index, &written, format, written.unit ? written.unit->text : grid.columns[index].unit};
        if (written.notes_from) column.notes = notes_column(*written.notes_from);
        if (written.stamp) column.stamps = stamps_column(index, *written.stamp);
        if (column.stamps && written.stamp_state) column.states = column_of(context, grid, *written.stamp_state);
        columns.push_back(std::move(column));
    }

    /// The column of notes with that name, which holds words.
    std::optional<std::size_t> notes_column(const diag::Text& name) const {
        const auto index = column_of(context, grid, name);
        if (!index || !grid.columns[*index].numeric) return index;
        report(context, diag::error(diag::code::key_conflict, name.span,
                                    "notes are words, and the column “" + name.text + "” holds numbers",
                                    "name a column of words"));
        return std::nullopt;
    }

    /// The column of stamps with that name, which holds words and stands over words.
    std::optional<std::size_t> stamps_column(std::size_t under, const diag::Text& name) const {
        const auto index = column_of(context, grid, name);
        if (!index || (!grid.columns[*index].numeric && !grid.columns[under].numeric)) return index;
        const bool over_numbers = grid.columns[under].numeric;
        report(context, diag::error(diag::code::key_conflict, name.span,
                                    over_numbers ? "a stamp stands over words, and this column holds numbers"
                                                 : "stamps are words, and the column “" + name.text + "” holds numbers",
                                    over_numbers ? "name it at a column of words" : "name a column of words"));
        return std::nullopt;
    }

    doc::Stamp stamp(const Column& column, const std::vector<GridCell>& row) const {
        doc::Stamp stamp;
        if (!column.stamps || row[*column.stamps].empty()) return stamp;
        stamp.words = typographic(row[*column.stamps].text, context.inputs.locale);
        if (!column.states || row[*column.states].empty()) return stamp;
        const auto& state = row[*column.states].text;
        for (const auto& [word, meaning] : kStampStates)
            if (state == word) stamp.state = meaning;
        if (stamp.state != doc::StampState::none) return stamp;
        report(context, diag::error(code::reserved_column, column.written->stamp_state->span,
                                    "“" + state + "” is no state of a stamp",
                                    "states are positive, negative and pending; an empty cell has none"));
        return stamp;
    }

    /// The number of a note in Table::notes; equal notes have one. Too many are reported once.
    std::uint16_t note_number(const std::string& words) {
        constexpr std::size_t kMostNotes = 702;  // a to zz
        if (words.empty()) return 0;
        const auto [at, is_new] = notes.try_emplace(words, static_cast<std::uint16_t>(notes.size() + 1));
        if (!is_new) return at->second;
        if (notes.size() == kMostNotes + 1)
            report(context, diag::error(diag::code::key_conflict, exhibit.span,
                                        "this table has more than 702 different notes, and letters end at “zz”",
                                        "show fewer rows, or make a column of what the notes say"));
        if (notes.size() > kMostNotes) return 0;
        bound.table.notes.push_back(words);
        return at->second;
    }

    doc::TableColumn header(Column& column) const {
        doc::TableColumn out;
        const auto& data = grid.columns[column.index];
        out.label = data.label.empty() ? context.inputs.locale.raised(data.name) : data.label;
        out.numeric = data.numeric;
        if (column.written == nullptr) return with_unit(column, out);
        const auto& written = *column.written;
        if (written.label) out.label = bind_plain(context, *written.label);
        if (out.label.empty()) {
            report(context,
                   diag::error(code::head_missing, written.label ? written.label->span : written.column.span,
                               "the column “" + written.column.text + "” has no label",
                               "give it a `label:`: a screen reader announces each cell by the label of its column"));
        }
        for (const auto& over : written.over) out.over.push_back(bind_plain(context, over));
        out.width = written.width_pt;
        out.scales = written.scales;
        if (written.align) {
            out.numeric = *written.align == vocabulary::Align::right;
            out.words = out.numeric && !data.numeric;
            out.centered = *written.align == vocabulary::Align::center;
        }
        out.show = written.show.value_or(out.show);
        if (column.pivoted == nullptr) return with_unit(column, out);
        const auto name = out.label;
        out = with_unit(column, out);
        if (out.label != name) out.over.push_back(out.label);  // the unit, once over all of them
        out.label = column.pivoted->label;
        out.over.insert(out.over.end(), column.pivoted->over.begin(), column.pivoted->over.end());
        return out;
    }

    /// The header with the noun of its column's unit, "Generation, TWh", unless its cells or other words have it.
    doc::TableColumn with_unit(Column& column, doc::TableColumn out) const {
        const auto [measured, per] = split_unit(column.unit);
        const bool own_units = grid.find("unit").has_value();  // of each row
        if (!exhibit.query || own_units || measured.empty() || measured == "year" || !has_numbers(column)) return out;
        out.unit = column.unit;
        if (measured == "percent") out.unit_symbol = context.inputs.locale.percent("");
        if (measured == "pp") out.unit_symbol = context.inputs.locale.points("");
        if (!is_printed_noun(measured)) {
            if (exhibit.units == vocabulary::UnitPlace::heads) raise_unit(column, measured, per, out);
            return out;
        }
        const auto& noun = context.inputs.locale.of_data(measured);
        const auto words = noun + per_words(per, context.inputs.locale);
        out.unit_symbol = "\u00a0" + words;
        const bool over =
            std::any_of(out.over.begin(), out.over.end(), [&noun](const auto& one) { return has_unit(one, noun); });
        const bool said = says_unit(exhibit, noun) || has_unit(out.label, noun) || over;
        if (!said && !column.format.unit && !column.format.no_unit && !out.label.empty())
            out.label += (measured.starts_with("per ") ? " " : ", ") + words;
        return out;
    }

    /// Moves a sign such as % or a currency from the column's cells to its header: "Share, %", "Price, USD".
    void raise_unit(Column& column, const std::string& measured, const std::string& per, doc::TableColumn& out) const {
        if (out.label.empty() || column.format.no_unit || column.format.unit) return;
        column.format.no_unit = true;
        auto sign = measured;
        if (measured == "percent") sign = context.inputs.locale.percent("");
        if (measured == "pp") sign = context.inputs.locale.points("");
        for (const std::string_view space : {" ", "\u00a0", "\u202f"})
            if (sign.starts_with(space)) sign.erase(0, space.size());
        out.label += ", " + sign + per_words(per, context.inputs.locale);
    }

    bool has_numbers(const Column& column) const {
        return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const auto& row) {
            return row[column.index].number || !row[column.index].series.empty();
        });
    }

    doc::Value value(const Column& column, GridCell cell) const {
        if (!column.unit.empty() && cell.number) {
            Bound rest = cell.what();
            rest.unit = column.unit;
            cell.rest = std::make_shared<const Bound>(std::move(rest));
        }
        return to_value(context, cell, column.format, true, exhibit.span);
    }

    void body_row(const std::vector<GridCell>& row) {
        auto& printed = bound.table.rows.emplace_back();
        for (const auto& column : columns) {
            printed.cells.push_back(value(column, row[column.index]));
            if (column.notes) printed.cells.back().note = note_number(note_words(row[*column.notes]));
        }
        if (std::none_of(columns.begin(), columns.end(), [](const auto& column) { return column.stamps.has_value(); }))
            return;
        for (const auto& column : columns) printed.stamps.push_back(stamp(column, row));
    }

    std::string note_words(const GridCell& cell) const {
        return cell.empty() ? std::string() : typographic(cell.text, context.inputs.locale);
    }

    /// Whether the column's sums go on from page to page.
    bool is_carried(const Column& column) const {
        if (!exhibit.carries || column.written == nullptr || column.written->total != vocabulary::Total::sum)
            return false;
        const auto& names = exhibit.carried;
        return names.empty() || std::any_of(names.begin(), names.end(), [&](const diag::Text& name) {
                   return name.text == column.written->column.text;
               });
    }

    /// Gives each row from the second row of the body on the sums of those above it.
    void carry() {
        if (!exhibit.carries || columns.empty()) return;
        if (is_carried(columns.front())) {
            report(context, diag::error(diag::code::key_conflict, exhibit.carry_span,
                                        "the first column has a sum, so it has no place for the words “" +
                                            context.inputs.locale.word("carried-forward") + "”",
                                        "list a column of words before it, or leave it out of `carry:`"));
            return;
        }
        std::vector<GridCell> sums(columns.size());
        std::size_t above = 0;
        for (auto& row : bound.table.rows) {
            if (above > 0)
                for (std::size_t c = 0; c < columns.size(); ++c)
                    row.carried.push_back(is_carried(columns[c]) ? value(columns[c], sums[c]).text : std::string());
            if (row.kind != doc::Table::Row::Kind::body) continue;
            for (std::size_t c = 0; c < columns.size(); ++c) add_to_sum(grid.rows[above][columns[c].index], sums[c]);
            ++above;
        }
    }

    static void add_to_sum(const GridCell& cell, GridCell& sum) {
        if (!cell.number) return;
        if (!sum.number) {
            sum = cell;
            sum.qualifier = data::Qualifier::none;
            sum.status = data::Status::actual;
            return;
        }
        sum.number = *sum.number + *cell.number;
        sum.integer = sum.integer && *sum.number == std::floor(*sum.number);
        sum.text = text_of(*sum.number);
    }

    bool has_totals(vocabulary::Total kind) const {
        return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
            return column.written != nullptr && column.written->total == kind;
        });
    }

    /// Sums, means and so on of the rows [begin, end), where a column asks for them; `only`: for those of one kind.
    doc::Table::Row total_row(std::size_t begin, std::size_t end, doc::Table::Row::Kind kind, const std::string& title,
                              std::optional<vocabulary::Total> only = {}) {
        doc::Table::Row row;
        row.kind = kind;
        for (const auto& column : columns) {
            doc::Value cell;
            const auto asked = column.written != nullptr ? column.written->total : std::nullopt;
            if (asked && (!only || asked == only)) cell = total(column, begin, end);
            row.cells.push_back(std::move(cell));
        }
        if (!row.cells.empty() && row.cells.front().text.empty()) {
            row.cells.front().text = row.cells.front().category = title;
        }
        return row;
    }

    doc::Value total(const Column& column, std::size_t begin, std::size_t end) {
        GridCell sum;
        std::vector<double> numbers;
        for (auto i = begin; i < end; ++i) {
            const auto& cell = grid.rows[i][column.index];
            if (!cell.number) continue;
            if (numbers.empty()) sum = cell;
            numbers.push_back(*cell.number);
        }
        if (numbers.empty()) return value(column, {});
        const bool is_sum = column.written->total == vocabulary::Total::sum;
        sum.number = total_of(*column.written->total, std::move(numbers));
        sum.integer = sum.integer && *sum.number == std::floor(*sum.number);
        sum.text = text_of(*sum.number);
        sum.qualifier = data::Qualifier::none;
        sum.status = data::Status::actual;
        auto shown = value(column, sum);
        if (is_sum && !bound.rounding_shows) bound.rounding_shows = !printed_parts_sum(column, begin, end, sum);
        return shown;
    }

    /// Whether the printed parts add up to the printed total.
    bool printed_parts_sum(const Column& column, std::size_t begin, std::size_t end, const GridCell& sum) const {
        auto decimals = column.format.decimals.value_or(-1);
        if (column.format.compact) return true;  // 1.5M: too coarse to add up
        std::vector<double> parts;
        int most_decimals = 0;
        for (auto i = begin; i < end; ++i) {
            const auto& cell = grid.rows[i][column.index];
            if (!cell.number) continue;
            parts.push_back(*cell.number);
            most_decimals = std::max(most_decimals, default_decimals(cell.value()));
        }
        if (decimals < 0) decimals = most_decimals;
        return rounded_parts_sum(parts, *sum.number, decimals);
    }

    /// The first column of a grouped table holds the groups' names, so it has no place for subtotals.
    void check_first_column() const {
        if (columns.empty() || columns.front().written == nullptr || !columns.front().written->total) return;
        report(context, diag::error(diag::code::key_conflict, columns.front().written->column.span,
                                    "the first column of a table with `group:` holds the names of the groups, so it "
                                    "has no place for subtotals",
                                    "list a column of words before it, or leave out its `total:`"));
    }

    std::string group_name(std::size_t group, std::size_t row) const { return grid.rows[row][group].text; }

    /// Whether two rows are in one group of the levels up to `level`, from 0.
    bool together(const std::vector<std::size_t>& groups, std::size_t level, std::size_t a, std::size_t b) const {
        for (std::size_t i = 0; i <= level; ++i)
            if (group_name(groups[i], a) != group_name(groups[i], b)) return false;
        return true;
    }

    /// The row above the rows of a group, with its subtotals.
    void group_row(const std::vector<std::size_t>& groups, std::size_t level, std::size_t first) {
        auto end = first;
        while (end < grid.rows.size() && together(groups, level, end, first)) ++end;
        auto title = typographic(group_name(groups[level], first), context.inputs.locale);
        if (const auto kind = only_kind(); kind && *kind != vocabulary::Total::sum)
            title += " \u00b7 " + word_of(*kind);  // a number beside a group's name is read as its sum
        auto row = total_row(first, end, doc::Table::Row::Kind::group, title);
        row.level = static_cast<int>(level) + 1;
        if (!row.cells.empty()) row.cells.front().text = title;
        bound.table.rows.push_back(std::move(row));
    }

    void rows() {
        std::vector<std::size_t> groups;
        for (const auto& group : exhibit.groups)
            if (const auto column = column_of(context, grid, group)) groups.push_back(*column);
        if (!groups.empty()) check_first_column();
        for (std::size_t i = 0; i < grid.rows.size(); ++i) {
            for (std::size_t level = 0; level < groups.size(); ++level)
                if (i == 0 || !together(groups, level, i, i - 1)) group_row(groups, level, i);
            body_row(grid.rows[i]);
        }
        totals_of_all();
        carry();
    }

    std::string word_of(vocabulary::Total kind) const {
        const auto* row = std::find_if(std::begin(kTotalWords), std::end(kTotalWords),
                                       [&](const auto& words) { return words.first == kind; });
        return context.inputs.locale.word(row->second);
    }

    /// The kind of all totals; nothing if there are several, or none.
    std::optional<vocabulary::Total> only_kind() const {
        std::optional<vocabulary::Total> only;
        for (const auto& [kind, word] : kTotalWords) {
            if (!has_totals(kind)) continue;
            if (only) return std::nullopt;
            only = kind;
        }
        return only;
    }

    /// A row for each kind of total, so that its first cell says what its numbers are.
    void totals_of_all() {
        for (const auto& [kind, word] : kTotalWords) {
            if (has_totals(kind))
                bound.table.rows.push_back(
                    total_row(0, grid.rows.size(), doc::Table::Row::Kind::total, word_of(kind), kind));
        }
    }
};

}  // namespace

BoundTable bind_table(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    const auto pivoted = exhibit.pivot ? pivot_grid(context, exhibit, grid) : Pivoted{};
    TableBinder binder{context, exhibit, exhibit.pivot ? pivoted.grid : grid, pivoted.columns};
    binder.choose();
    binder.rows();
    return std::move(binder.bound);
}

}  // namespace precis::bind
