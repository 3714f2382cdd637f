// Tables: header row with headings over neighbouring columns, groups with subtotals, rows. No row is cut.
#include "layout/blocks/tables.h"

#include <algorithm>
#include <cmath>

#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/table_cells.h"

namespace precis::layout {
namespace {

constexpr double kBeforeGroup = 6;       // docs/design/looks.md#tables
constexpr double kBelowExhibitHead = 8;  // as above a plot
constexpr double kRounding = 0.5;        // added to a measured width, so that its own text does not wrap
constexpr double kGroupHeight = 14;      // docs/design/looks.md#type: the leading of a group's row
constexpr double kBelowOver = 1;         // from a heading over columns to its line
constexpr double kOverHeight = 3;        // that line with the space around it
constexpr double kStripe = 0.06;         // share of the text's colour in the ground of every second row
constexpr double kNameGap = 8;           // from a group's name to the first subtotal

using Kind = doc::Table::Row::Kind;
using Show = doc::TableColumn::Show;

/// The scale of a row's months, and whether it has the ground of every second row.
struct RowPlace {
    double highest = 0;
    bool striped = false;
};

struct Setter {
    Setting& s;
    const doc::Table& table;
    const TableGrid& grid;
    double width;
    double most;  // a taller row is cut into its lines

    scene::Mark cell_mark(scene::Role role, std::vector<scene::Item> items) const {
        auto m = mark(s, role);
        if (role == scene::Role::head_cell) m.scope = scene::Scope::column;
        m.items = std::move(items);
        return m;
    }

    // A column's label, with the letter of its note.
    std::vector<text::Run> label_runs(std::size_t c, const style::TextStyle& style) const {
        std::vector<text::Run> runs{run_of(table.columns[c].label, style)};
        if (table.columns[c].note > 0) runs.push_back(note_run(s, table.columns[c].note, style));
        return runs;
    }

    // Adds a row of the headings that neighbouring columns share, with a line under each; returns its height.
    double over_row(std::size_t row, double top, std::vector<scene::Item>& items) const {
        struct Over {
            std::size_t first = 0, end = 0;
            Set set{};
        };
        auto style = s.style("table-head");
        style.weight = kOverWeight;
        style.align = style::Align::center;
        std::vector<Over> overs;
        double tallest = 0;
        for (const auto& [first, end, words] : over_cells(table, row)) {
            overs.push_back({first, end});
            if (words.empty()) continue;
            overs.back().set = set_text(s, words, style, grid.right_x(end - 1) - grid.x[first]);
            tallest = std::max(tallest, overs.back().set.height);
        }
        for (auto& [first, end, set] : overs) {
            const bool named = set.lines > 0;
            shift(set.items, grid.x[first], top + tallest - set.height);
            auto m = cell_mark(named ? scene::Role::head_cell : scene::Role::cell, std::move(set.items));
            m.column_span = static_cast<int>(end - first);
            items.emplace_back(std::move(m));
            if (named)
                items.push_back(rule(grid.x[first], top + tallest + kBelowOver, grid.right_x(end - 1) - grid.x[first],
                                     0.5, s.layout.color("quiet-mark")));
        }
        return tallest > 0 ? tallest + kOverHeight : 0;
    }

    Piece head_row(const Path& table_path) const {
        const auto& style = s.style("table-head");
        const double pad = s.layout.table.padding;
        Piece piece;
        piece.keep_next = true;
        piece.path = table_path;
        double top = pad;
        for (std::size_t row = 0; row < over_rows(table); ++row) {
            auto m = mark(s, scene::Role::row);
            top += over_row(row, top, m.items);
            piece.items.emplace_back(std::move(m));
        }
        std::vector<Set> sets;
        double tallest = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto look = style;
            const auto& column = table.columns[c];
            const bool bar = column.show == Show::bar;
            if (column.numeric && column.show != Show::sparkline) look.align = style::Align::right;
            if (column.centered && column.show == Show::text) look.align = style::Align::center;
            sets.push_back(set_runs(s, label_runs(c, look), look, (bar ? grid.number[c] : grid.width[c]) + kRounding));
            tallest = std::max(tallest, sets.back().height);
        }
        piece.height = top + tallest + pad;
        auto m = mark(s, scene::Role::row);
        for (std::size_t c = 0; c < sets.size(); ++c) {
            shift(sets[c].items, grid.x[c], top + tallest - sets[c].height);
            m.items.emplace_back(cell_mark(scene::Role::head_cell, std::move(sets[c].items)));
        }
        piece.items.emplace_back(std::move(m));
        if (s.layout.table.head_ground) {
            piece.items.insert(piece.items.begin(), filled({0, 0, width, piece.height}, *s.layout.table.head_ground));
        }
        piece.items.push_back(rule(0, piece.height, width, 1, s.layout.color("foreground")));
        return piece;
    }

    Piece row_piece(const Path& table_path) const {
        Piece piece;
        piece.height = s.layout.table.row_height;
        piece.path = table_path.with(mark(s, scene::Role::row));
        return piece;
    }

    static const doc::Stamp* stamp_of(const doc::Table::Row& row, std::size_t c) {
        return c < row.stamps.size() ? &row.stamps[c] : nullptr;
    }

    // A row, or the lines of a tall one.
    Pieces body_row(const doc::Table::Row& row, const RowPlace& place, const Path& table_path) const {
        const bool body = row.kind == Kind::body;
        auto piece = row_piece(table_path);
        const double highest = place.highest;
        for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c) {
            const auto link = c == 0 ? std::string_view(row.link) : std::string_view();
            auto items =
                cell_items(s, table, row.cells[c], {grid, c, body, highest, stamp_of(row, c), link}, piece.height);
            // The first column names the rows, unless it is one of numbers.
            const bool names = c == 0 && !table.columns[c].is_number() && !table_words(row.cells[c]).empty();
            auto cell = cell_mark(names ? scene::Role::head_cell : scene::Role::cell, std::move(items));
            if (names) cell.scope = scene::Scope::row;
            piece.items.emplace_back(std::move(cell));
        }
        if (piece.height > most) return row_lines(std::move(piece));
        if (place.striped)
            piece.items.insert(piece.items.begin(), filled({0, 0, width, piece.height}, stripe_color(s.layout)));
        if (s.layout.table.rule_rows && body)
            piece.items.push_back(rule(0, piece.height, width, 0.4, s.layout.color("grid")));
        if (!body) {
            piece.before = kBeforeGroup / 2;
            piece.items.push_back(rule(0, 0, width, 0.75, s.layout.color("foreground")));
        }
        Pieces pieces;
        pieces.push_back(std::move(piece));
        return pieces;
    }

    // Cuts a row into a piece for each line of its cells. A cell is one element on all of them. Such a row has no
    // ground of its own, because the repeated name would lie under it.
    Pieces row_lines(Piece row) const {
        const double leading = s.style("table-cell").leading;
        const double top = std::max(0.0, (s.layout.table.row_height - leading) / 2);
        const auto count =
            static_cast<std::size_t>(std::max(1L, std::lround(std::ceil((row.height - 2 * top) / leading - 0.01))));
        Pieces lines(count);
        for (std::size_t k = 0; k < count; ++k) {
            lines[k].path = row.path;
            lines[k].height = leading + (k == 0 ? top : 0) + (k + 1 == count ? top : 0);
        }
        lines.front().before = row.before;
        const auto line_of = [&](const scene::Item& item) {
            const auto* run = std::get_if<scene::GlyphRun>(&item);
            const double y = run ? run->origin.y : 0;
            return std::min(count - 1, static_cast<std::size_t>(std::max(0.0, std::floor((y - top) / leading))));
        };
        std::vector<scene::Item> name;
        std::size_t name_lines = 0;
        for (auto& item : row.items) {
            auto& cell = std::get<scene::Mark>(item);
            std::vector<std::vector<scene::Item>> parts(count);
            for (auto& inner : cell.items) parts[line_of(inner)].push_back(std::move(inner));
            cell.items.clear();
            for (std::size_t k = 0; k < count; ++k) {
                if (k > 0 && parts[k].empty()) continue;
                if (cell.role == scene::Role::head_cell) {
                    name_lines = k + 1;
                    name.insert(name.end(), parts[k].begin(), parts[k].end());
                }
                shift(parts[k], 0, k == 0 ? 0 : -top - leading * static_cast<double>(k));
                auto more = cell;
                more.items = std::move(parts[k]);
                lines[k].items.emplace_back(std::move(more));
            }
        }
        finish_lines(lines, std::move(name), name_lines, top);
        return lines;
    }

    // The rule below the last line, what stays together, and the name that a continuation repeats. So many lines stay
    // together at the end that the name has room beside them; a name of many lines is not repeated.
    void finish_lines(Pieces& lines, std::vector<scene::Item> name, std::size_t name_lines, double top) const {
        constexpr std::size_t kLongestName = 6;
        const auto count = lines.size();
        const bool repeats = name_lines <= kLongestName;
        const auto together = std::max<std::size_t>(2, repeats ? name_lines : 0);
        for (std::size_t k = 0; k + 1 < count; ++k) lines[k].keep_next = k == 0 || k + together >= count;
        if (s.layout.table.rule_rows)
            lines.back().items.push_back(rule(0, lines.back().height, width, 0.4, s.layout.color("grid")));
        if (!repeats) return;
        Piece again;
        again.height = top;
        again.items = {artifact(std::move(name))};
        const auto repeated = std::make_shared<const std::vector<Piece>>(1, std::move(again));
        for (auto k = std::max<std::size_t>(1, name_lines); k < count; ++k) lines[k].continued = repeated;
    }

    // A group's name over the columns without a subtotal, and the subtotals in their columns. A name too long for that
    // wraps, and the subtotals stand on its last line.
    Piece group_row(const doc::Table::Row& row, bool continued, const Path& table_path) const {
        auto style = s.style("table-group");
        const bool inner = row.level > 1;
        if (inner) style.size = std::min(style.size, s.style("table-cell").size);
        const double indent = kGroupIndent * std::max(row.level - 1, 0);
        auto piece = row_piece(table_path);
        piece.before = inner ? 0 : kBeforeGroup;
        piece.height = std::max(kGroupHeight, style.leading);
        piece.keep_next = true;
        std::size_t free = 1;
        while (free < row.cells.size() && table_words(row.cells[free]).empty()) ++free;
        auto name = row.cells.empty() ? std::string() : table_words(row.cells.front());
        if (continued) name += ", " + s.locale.word("continued");
        const bool has_subtotal = free < row.cells.size();
        double room = has_subtotal ? grid.x[free] - kTableInset - kNameGap / 2 : width - 2 * kTableInset;
        if (has_subtotal && table.columns[free].is_number()) {
            const double right =
                table.columns[free].show == Show::bar ? grid.x[free] + grid.number[free] : grid.right_x(free);
            room = right - natural_width(s, table_words(row.cells[free]), subtotal_style(s)) - kTableInset - kNameGap;
        }
        room = std::max(room, grid.right_x(0) - kTableInset) - indent;  // the first column holds the longest word
        auto set = set_text(s, name, style, room + kRounding);
        const double air = piece.height - style.leading;
        shift(set.items, kTableInset + indent, air / 2);
        piece.height = std::max(piece.height, set.height + std::max(air, 0.0));
        auto m = cell_mark(scene::Role::head_cell, std::move(set.items));
        m.column_span = static_cast<int>(has_subtotal ? free : table.columns.size());
        m.scope = scene::Scope::row;
        m.level = row.level;
        piece.items.emplace_back(std::move(m));
        for (auto c = free; c < row.cells.size(); ++c) {
            piece.items.emplace_back(cell_mark(scene::Role::cell, subtotal(row.cells[c], c, piece.height)));
        }
        piece.items.push_back(rule(0, piece.height, width, 0.5, s.layout.color("foreground")));
        return piece;
    }

    std::vector<scene::Item> subtotal(const doc::Value& value, std::size_t c, double height) const {
        auto style = subtotal_style(s);
        const auto& text = table_words(value);
        if (text.empty()) return {};
        const auto& column = table.columns[c];
        double by = 0;
        if (column.centered) style.align = style::Align::center;
        if (column.is_number()) {
            const bool mirrored = s.locale.right_to_left();
            style.align = mirrored ? style::Align::left : style::Align::right;
            by = natural_width(s, decimals_of(s, text), style) - grid.fraction[c];
            if (mirrored) by = (column.show == Show::bar ? 0 : grid.mirrored_number(c)) - by;
        }
        auto set = set_text(s, text, style, (column.show == Show::bar ? grid.number[c] : grid.width[c]) + kRounding);
        const double last_line = height - std::max(kGroupHeight, s.style("table-group").leading);
        shift(set.items, grid.x[c] + by, last_line + (height - last_line - style.leading) / 2);
        return std::move(set.items);
    }

    // A line of sums with its words in the first column: at a page's foot under a rule, on the next page over one.
    Piece carried_line(const std::vector<std::string>& sums, const std::string& words, bool forward) const {
        Piece piece;
        piece.height = s.layout.table.row_height;
        for (std::size_t c = 0; c < table.columns.size() && c < sums.size(); ++c) {
            doc::Value value;
            value.text = c == 0 ? words : sums[c];
            if (value.text.empty()) continue;
            auto items = cell_items(s, table, value, {grid, c, false, 0, nullptr, {}}, piece.height);
            std::move(items.begin(), items.end(), std::back_inserter(piece.items));
        }
        piece.items.push_back(rule(0, forward ? 0 : piece.height, width, 0.75, s.layout.color("foreground")));
        piece.items = {artifact(std::move(piece.items))};
        return piece;
    }

    // The highest month in the rows from `first` to the next group: one scale for the group's columns of months.
    double highest_of(std::size_t first) const {
        double highest = 0;
        for (auto i = first; i < table.rows.size() && table.rows[i].kind == Kind::body; ++i) {
            for (const auto& cell : table.rows[i].cells) {
                if (cell.series.size() != kMonths) continue;
                for (const auto& n : cell.series) highest = std::max(highest, n.value_or(0));
            }
        }
        return highest;
    }
};

}  // namespace

std::size_t over_rows(const doc::Table& table) {
    std::size_t deepest = 0;
    for (const auto& column : table.columns) deepest = std::max(deepest, column.over.size());
    return deepest;
}

std::vector<OverCell> over_cells(const doc::Table& table, std::size_t row) {
    const auto deepest = over_rows(table);
    // The headings over a column down to this row, the uppermost first; empty where it has none.
    const auto overs_of = [&](std::size_t c) {
        const auto& over = table.columns[c].over;
        std::vector<std::string> all(deepest - over.size());
        all.insert(all.end(), over.begin(), over.end());
        all.resize(row + 1);
        return all;
    };
    std::vector<OverCell> cells;
    for (std::size_t c = 0; c < table.columns.size(); c = cells.back().end) {
        const auto all = overs_of(c);
        auto end = c + 1;
        while (end < table.columns.size() && overs_of(end) == all) ++end;
        cells.push_back({c, end, all.back()});
    }
    return cells;
}

std::vector<double> over_heights(Setting& s, const doc::Table& table, const TableGrid& grid, double width) {
    const Setter setter{s, table, grid, width, 0};
    std::vector<double> heights;
    std::vector<scene::Item> unused;
    for (std::size_t row = 0; row < over_rows(table); ++row)
        heights.push_back(setter.over_row(row, 0, unused) + (row == 0 ? s.layout.table.padding : 0));
    return heights;
}

base::Color stripe_color(const style::Layout& layout) {
    return base::mixed(layout.color("foreground"), layout.color("background"), kStripe);
}

std::vector<bool> striped_rows(const style::Layout& layout, const doc::Table& table) {
    std::vector<bool> striped(table.rows.size());
    std::size_t in_group = 0;
    for (std::size_t i = 0; layout.table.stripes && i < table.rows.size(); ++i) {
        if (table.rows[i].kind != Kind::body) in_group = 0;
        if (table.rows[i].kind == Kind::body) striped[i] = in_group++ % 2 == 1;
    }
    return striped;
}

namespace {

/// Repeated heads are decoration: the structure has them once.
Piece decoration(Piece piece) {
    piece.path = {};
    piece.items = {artifact(std::move(piece.items))};
    return piece;
}

/// The rows of one part under its head, with what is repeated above each.
class PartRows {
  public:
    PartRows(Setting& s, const Setter& setter, std::vector<Piece> head, Path path)
        : s_(s),
          setter_(setter),
          table_(setter.table),
          path_(std::move(path)),
          head_(std::move(head)),
          plain_(std::make_shared<const std::vector<Piece>>(head_)),
          repeat_(plain_) {}

    void add_to(Pieces& pieces) {
        const auto striped = striped_rows(s_.layout, table_);
        double highest = 0;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const auto& row = table_.rows[i];
            if (row.kind == Kind::group) {
                highest = setter_.highest_of(i + 1);
                add_group(row, pieces);
                pieces.back().carried = carried_at(i);
                continue;
            }
            if (row.kind == Kind::total) {
                repeat_ = plain_;
                pieces.back().keep_next = true;
            }
            const bool begins = i > 0 && table_.rows[i - 1].kind == Kind::group;
            auto lines = setter_.body_row(row, {highest, striped[i]}, path_);
            for (std::size_t k = 0; k < lines.size(); ++k) {
                const auto name = lines[k].continued;
                lines[k].continued = name ? with(name) : begins && k == 0 ? plain_ : repeat_;
                lines[k].carried = carried_at(k == 0 ? i : i + 1);
                pieces.push_back(std::move(lines[k]));
            }
        }
    }

  private:
    using Repeated = std::shared_ptr<const std::vector<Piece>>;

    // What is carried over a break before row `i`; its numbers stand on the first of its lines. Nothing above the first
    // row of the body, and nothing to carry to a row behind the last.
    std::shared_ptr<const Carried> carried_at(std::size_t i) const {
        if (i >= table_.rows.size() || table_.rows[i].carried.empty()) return nullptr;
        const auto& sums = table_.rows[i].carried;
        const auto& words = s_.locale;
        return std::make_shared<const Carried>(
            Carried{setter_.carried_line(sums, words.word("carried-forward"), true),
                    setter_.carried_line(sums, words.word("brought-forward"), false)});
    }

    // One list for all lines of a row.
    Repeated with(const Repeated& name) {
        if (last_name_ == name) return last_with_;
        auto longer = *repeat_;
        longer.push_back(name->front());
        last_name_ = name;
        return last_with_ = std::make_shared<const std::vector<Piece>>(std::move(longer));
    }

    void add_group(const doc::Table::Row& row, Pieces& pieces) {
        pieces.push_back(setter_.group_row(row, false, path_));
        const auto outer = static_cast<std::size_t>(std::max(row.level - 1, 0));
        open_.resize(std::min(open_.size(), outer));
        pieces.back().continued = open_.empty() ? plain_ : with_open();
        open_.push_back(decoration(setter_.group_row(row, true, path_)));
        repeat_ = with_open();
    }

    /// The head and the groups that continue, the outermost first.
    Repeated with_open() const {
        auto longer = head_;
        longer.insert(longer.end(), open_.begin(), open_.end());
        return std::make_shared<const std::vector<Piece>>(std::move(longer));
    }

    Setting& s_;
    const Setter& setter_;
    const doc::Table& table_;
    Path path_;
    std::vector<Piece> head_;
    Repeated plain_, repeat_;
    std::vector<Piece> open_;  // the rows of the groups that the last row is in
    Repeated last_name_, last_with_;
};

}  // namespace

Pieces part_rows(Setting& s, const doc::Exhibit& exhibit, const TableForm& form, std::size_t part, const Path& path,
                 double tallest) {
    auto there = with_layout(s, form.layout ? *form.layout : s.layout);
    const auto& table = form.parts[part].rows();
    const Setter setter{there, table, form.parts[part].grid, form.width, tallest};
    auto table_mark = mark(s, scene::Role::table);
    table_mark.span = exhibit.span;
    if (part == 0) table_mark.id = exhibit.id, table_mark.alternative = exhibit.alternative;
    const auto table_path = path.with(std::move(table_mark));
    const auto head_piece = [&](bool continued) {
        auto head = exhibit_head(s, exhibit, form.width, continued);
        Piece piece;
        piece.path = table_path;
        piece.items = std::move(head.items);
        piece.height = head.height + kBelowExhibitHead;
        piece.keep_next = true;
        return piece;
    };
    auto first = head_piece(part > 0);
    if (part > 0) {
        first = decoration(std::move(first));
        first.before = s.layout.grid.baseline;
    }
    Pieces pieces{std::move(first), setter.head_row(table_path)};
    PartRows rows(there, setter, {decoration(head_piece(true)), decoration(setter.head_row(table_path))}, table_path);
    rows.add_to(pieces);
    // Two rows stay together at either end, unless they are tall.
    const auto keep = [&](std::size_t i) {
        if (pieces[i].height + pieces[i + 1].height <= tallest) pieces[i].keep_next = true;
    };
    if (pieces.size() > 3) keep(2), keep(pieces.size() - 2);
    return pieces;
}

Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const TableForm& form, const Path& path, double tallest) {
    Pieces all;
    for (std::size_t part = 0; part < form.parts.size(); ++part) {
        auto pieces = part_rows(s, exhibit, form, part, path, tallest);
        if (!all.empty()) all.back().after = 0;
        std::move(pieces.begin(), pieces.end(), std::back_inserter(all));
    }
    for (auto& piece : all) piece.turned = form.turned;
    return all;
}

}  // namespace precis::layout
