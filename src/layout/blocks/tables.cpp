// Tables: header row with headings over neighbouring columns, groups with subtotals, rows. No row is cut.
#include "layout/blocks/tables.h"

#include <algorithm>

#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/table_cells.h"

namespace precis::layout {
namespace {

constexpr double kBeforeGroup = 6;               // docs/design/looks.md#tables
constexpr double kBelowExhibitHead = 8;          // as above a plot
constexpr double kRaised = 0.42, kSmall = 0.72;  // letters of notes: em raised, share of the text's size
constexpr double kRounding = 0.5;                // added to a measured width, so that its own text does not wrap
constexpr double kGroupHeight = 14;              // docs/design/looks.md#type: the leading of a group's row
constexpr double kBelowOver = 1;                 // from a heading over columns to its line
constexpr double kOverHeight = 3;                // that line with the space around it
constexpr double kStripe = 0.06;                 // share of the text's colour in the ground of every second row
constexpr double kNameGap = 8;                   // from a group's name to the first subtotal

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
    const TableGrid grid;
    double width;

    scene::Mark cell_mark(scene::Role role, std::vector<scene::Item> items) const {
        auto m = mark(s, role);
        if (role == scene::Role::head_cell) m.scope = scene::Scope::column;
        m.items = std::move(items);
        return m;
    }

    // A column's label, with the letter of its note.
    std::vector<text::Run> label_runs(std::size_t c, const style::TextStyle& style) const {
        std::vector<text::Run> runs{run_of(table.columns[c].label, style)};
        if (table.columns[c].note.empty()) return runs;
        auto letter = run_of(std::string(1, note_letter(table, c)), style);
        letter.size = raised_size(style, kSmall);
        letter.rise = style.size * kRaised;
        letter.color = s.layout.color("primary");
        letter.no_break = true;
        runs.push_back(std::move(letter));
        return runs;
    }

    // Adds the headings that neighbouring columns share, with a line under each; returns their height.
    double over_row(double top, std::vector<scene::Item>& items) const {
        double tallest = 0;
        auto style = s.style("table-head");
        style.weight = 400;
        style.align = style::Align::center;
        for (std::size_t c = 0; c < table.columns.size();) {
            const auto& over = table.columns[c].over;
            auto end = c + 1;
            while (end < table.columns.size() && table.columns[end].over == over) ++end;
            if (!over.empty()) {
                const double x = grid.x[c], w = grid.right_x(end - 1) - x;
                auto set = set_text(s, over, style, w);
                tallest = std::max(tallest, set.height);
                shift(set.items, x, top);
                auto m = cell_mark(scene::Role::head_cell, std::move(set.items));
                m.column_span = static_cast<int>(end - c);
                items.emplace_back(std::move(m));
                items.push_back(rule(x, top + set.height + kBelowOver, w, 0.5, s.layout.color("ink-4")));
            } else {
                auto m = cell_mark(scene::Role::cell, {});
                m.column_span = static_cast<int>(end - c);
                items.emplace_back(std::move(m));
            }
            c = end;
        }
        return tallest > 0 ? tallest + kOverHeight : 0;
    }

    bool has_over() const {
        return std::any_of(table.columns.begin(), table.columns.end(), [](const auto& c) { return !c.over.empty(); });
    }

    Piece head_row(const Path& table_path) const {
        const auto& style = s.style("table-head");
        const double pad = s.layout.table.padding;
        Piece piece;
        piece.keep_next = true;
        piece.path = table_path;
        double top = pad;
        if (has_over()) {
            auto m = mark(s, scene::Role::row);
            top += over_row(pad, m.items);
            piece.items.emplace_back(std::move(m));
        }
        std::vector<Set> sets;
        double tallest = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto look = style;
            const auto& column = table.columns[c];
            const bool bar = column.show == Show::bar;
            if (column.numeric && column.show != Show::sparkline) look.align = style::Align::right;
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

    Piece body_row(const doc::Table::Row& row, const RowPlace& place, const Path& table_path) const {
        const bool body = row.kind == Kind::body;
        auto piece = row_piece(table_path);
        const double highest = place.highest;
        for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c) {
            auto items = cell_items(s, table, row.cells[c], {grid, c, body, highest}, piece.height);
            // The first column names the rows, unless it is one of numbers.
            const bool names = c == 0 && !table.columns[c].numeric && !table_words(row.cells[c]).empty();
            auto cell = cell_mark(names ? scene::Role::head_cell : scene::Role::cell, std::move(items));
            if (names) cell.scope = scene::Scope::row;
            piece.items.emplace_back(std::move(cell));
        }
        if (place.striped)
            piece.items.insert(piece.items.begin(), filled({0, 0, width, piece.height}, stripe_color(s.layout)));
        if (s.layout.table.rule_rows && body)
            piece.items.push_back(rule(0, piece.height, width, 0.4, s.layout.color("ink-2")));
        if (!body) {
            piece.before = kBeforeGroup / 2;
            piece.items.push_back(rule(0, 0, width, 0.75, s.layout.color("foreground")));
        }
        return piece;
    }

    // A group's name over the columns without a subtotal, and the subtotals in their columns. A name too long for that
    // wraps, and the subtotals stand on its last line.
    Piece group_row(const doc::Table::Row& row, bool continued, const Path& table_path) const {
        const auto& style = s.style("table-group");
        auto piece = row_piece(table_path);
        piece.before = kBeforeGroup;
        piece.height = std::max(kGroupHeight, style.leading);
        piece.keep_next = true;
        std::size_t free = 1;
        while (free < row.cells.size() && table_words(row.cells[free]).empty()) ++free;
        auto name = row.cells.empty() ? std::string() : table_words(row.cells.front());
        if (continued) name += ", " + s.locale.word("continued");
        const bool has_subtotal = free < row.cells.size();
        double room = has_subtotal ? grid.x[free] - kTableInset - kNameGap / 2 : width - 2 * kTableInset;
        if (has_subtotal && table.columns[free].numeric) {
            const double right =
                table.columns[free].show == Show::bar ? grid.x[free] + grid.number[free] : grid.right_x(free);
            room = right - natural_width(s, table_words(row.cells[free]), subtotal_style()) - kTableInset - kNameGap;
        }
        room = std::max(room, grid.right_x(0) - kTableInset);  // the first column holds the name's longest word
        auto set = set_text(s, name, style, room + kRounding);
        const double air = piece.height - style.leading;
        shift(set.items, kTableInset, air / 2);
        piece.height = std::max(piece.height, set.height + std::max(air, 0.0));
        auto m = cell_mark(scene::Role::head_cell, std::move(set.items));
        m.column_span = static_cast<int>(has_subtotal ? free : table.columns.size());
        m.scope = scene::Scope::row;
        m.level = 1;
        piece.items.emplace_back(std::move(m));
        for (auto c = free; c < row.cells.size(); ++c) {
            piece.items.emplace_back(cell_mark(scene::Role::cell, subtotal(row.cells[c], c, piece.height)));
        }
        piece.items.push_back(rule(0, piece.height, width, 0.5, s.layout.color("foreground")));
        return piece;
    }

    style::TextStyle subtotal_style() const {
        auto style = s.style("table-cell");
        style.weight = s.style("table-group").weight;
        return style;
    }

    std::vector<scene::Item> subtotal(const doc::Value& value, std::size_t c, double height) const {
        auto style = subtotal_style();
        const auto& text = table_words(value);
        if (text.empty()) return {};
        const auto& column = table.columns[c];
        double by = 0;
        if (column.numeric) {
            style.align = style::Align::right;
            by = grid.fraction[c] - natural_width(s, decimals_of(s, text), style);
        }
        auto set = set_text(s, text, style, (column.show == Show::bar ? grid.number[c] : grid.width[c]) + kRounding);
        const double last_line = height - std::max(kGroupHeight, s.style("table-group").leading);
        shift(set.items, grid.x[c] - by, last_line + (height - last_line - style.leading) / 2);
        return std::move(set.items);
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

char note_letter(const doc::Table& table, std::size_t column) {
    char letter = 'a';
    for (std::size_t c = 0; c < column; ++c) {
        if (!table.columns[c].note.empty()) ++letter;
    }
    return letter;
}

Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, double width, const Path& path) {
    const Setter setter{s, table, table_grid(s, table, width), width};
    auto table_mark = mark(s, scene::Role::table);
    table_mark.id = exhibit.id;
    table_mark.span = exhibit.span;
    table_mark.alternative = exhibit.alternative;
    const auto table_path = path.with(std::move(table_mark));

    const auto head_piece = [&](bool continued) {
        auto head = exhibit_head(s, exhibit, width, continued);
        Piece piece;
        piece.path = table_path;
        piece.items = std::move(head.items);
        piece.height = head.height + kBelowExhibitHead;
        piece.keep_next = true;
        return piece;
    };
    Pieces pieces{head_piece(false), setter.head_row(table_path)};
    // Repeated heads are decoration: the structure has them once.
    const auto decoration = [](Piece piece) {
        piece.path = {};
        piece.items = {artifact(std::move(piece.items))};
        return piece;
    };
    const std::vector<Piece> head{decoration(head_piece(true)), decoration(setter.head_row(table_path))};
    const auto plain = std::make_shared<const std::vector<Piece>>(head);
    auto repeat = plain;
    double highest = 0;
    const auto striped = striped_rows(s.layout, table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const bool group = row.kind == Kind::group;
        if (group) highest = setter.highest_of(i + 1);
        if (row.kind == Kind::total) repeat = plain;
        auto piece =
            group ? setter.group_row(row, false, table_path) : setter.body_row(row, {highest, striped[i]}, table_path);
        const bool begins = group || (i > 0 && table.rows[i - 1].kind == Kind::group);
        piece.continued = begins ? plain : repeat;
        if (row.kind == Kind::total && !pieces.empty()) pieces.back().keep_next = true;
        pieces.push_back(std::move(piece));
        if (group) {
            auto longer = head;
            longer.push_back(decoration(setter.group_row(row, true, table_path)));
            repeat = std::make_shared<const std::vector<Piece>>(std::move(longer));
        }
    }
    if (pieces.size() > 3) pieces[2].keep_next = pieces[pieces.size() - 2].keep_next = true;
    return pieces;
}

}  // namespace precis::layout
