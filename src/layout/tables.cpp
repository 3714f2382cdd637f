// Tables: widths from contents, numbers aligned on their decimals, bars and sparklines in cells, a head that repeats.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/exhibits.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

constexpr double kGap = 12;          // between columns
constexpr double kSparkline = 78, kLeastSparkline = 44;  // width of a cell with a sparkline
constexpr double kBar = 64, kLeastBar = 36;              // width of an in-cell bar
constexpr double kBarHeight = 7;
constexpr double kWidestText = 210;  // a text column asks for no more before it wraps
constexpr double kInset = 4;         // of the first and last column, inside the head's ground

using Show = doc::TableColumn::Show;

struct Grid {
    std::vector<double> x, width;  // of each column's text
    std::vector<double> number;    // width of the widest number of a bar column
    std::vector<double> largest;   // of each column's numbers, for bars
};

struct Setter {
    Setting& s;
    const doc::Table& table;
    double width;

    double natural(const std::string& text, const style::TextStyle& style) const {
        auto run = run_of(text, style);
        auto line = s.setter.set_line(run);
        return line.has_value() ? line.value().width : 0;
    }

    double longest_word(const std::string& text, const style::TextStyle& style) const {
        double widest = 0;
        for (std::size_t i = 0; i < text.size();) {
            const auto end = std::min(text.find(' ', i), text.size());
            widest = std::max(widest, natural(text.substr(i, end - i), style));
            i = end + 1;
        }
        return widest;
    }

    static const std::string& shown(const doc::Value& value) { return value.text.empty() ? value.category : value.text; }

    Grid grid() const {
        const auto count = table.columns.size();
        const auto& cell = s.style("table-cell");
        const auto& head = s.style("table-head");
        Grid g;
        g.x.resize(count), g.width.resize(count), g.number.resize(count), g.largest.resize(count);
        std::vector<double> least(count), flex(count);
        for (std::size_t c = 0; c < count; ++c) {
            const auto& column = table.columns[c];
            double wide = 0, word = 0;
            for (const auto& row : table.rows) {
                if (row.kind == doc::Table::Row::Kind::group || c >= row.cells.size()) continue;
                const auto& value = row.cells[c];
                if (column.show == Show::sparkline) continue;
                wide = std::max(wide, natural(shown(value), cell));
                if (!column.numeric) word = std::max(word, longest_word(shown(value), cell));
                if (value.number && row.kind == doc::Table::Row::Kind::body) {
                    g.largest[c] = std::max(g.largest[c], std::abs(*value.number));
                }
            }
            g.number[c] = wide;
            const double label_word = longest_word(column.label, head);
            least[c] = std::max(column.numeric ? wide : word, label_word);
            g.width[c] = std::max({std::min(wide, kWidestText), label_word, std::min(natural(column.label, head), 60.0)});
            if (column.show == Show::bar) {
                g.width[c] = std::max(g.width[c], wide + 6 + kBar), least[c] = wide + 6 + kLeastBar, flex[c] = 4;
            }
            if (column.show == Show::sparkline) {
                g.width[c] = std::max(kSparkline, label_word), least[c] = std::max(kLeastSparkline, label_word), flex[c] = 2;
            }
            if (!column.numeric && column.show == Show::text) flex[c] = 1;
            if (column.width) least[c] = g.width[c] = *column.width, flex[c] = 0;
        }
        spread(g.width, least, flex);
        double x = kInset;
        for (std::size_t c = 0; c < count; ++c) {
            g.x[c] = x;
            x += g.width[c] + kGap;
        }
        return g;
    }

    // Widths to fill the table's: first asked; too wide, then pictures of numbers give way, then the labels of numbers
    // wrap, then words do; too narrow, then stretched by weight.
    void spread(std::vector<double>& widths, const std::vector<double>& least, const std::vector<double>& flex) const {
        if (widths.empty()) return;
        const double room = width - 2 * kInset - kGap * static_cast<double>(widths.size() - 1);
        const auto sum = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
        const auto turn_of = [&](std::size_t c) {
            return table.columns[c].show != Show::text ? 0 : table.columns[c].numeric ? 1 : 2;
        };
        for (const int turn : {0, 1, 2}) {
            double give = 0;
            const auto gives = [&](std::size_t c) { return turn_of(c) == turn; };
            for (std::size_t c = 0; c < widths.size(); ++c) give += gives(c) ? widths[c] - least[c] : 0;
            const double share = give > 0 ? std::clamp((sum(widths) - room) / give, 0.0, 1.0) : 0;
            for (std::size_t c = 0; c < widths.size(); ++c) widths[c] -= gives(c) ? (widths[c] - least[c]) * share : 0;
        }
        const double left = room - sum(widths), weight = sum(flex);
        if (left <= 0) return;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            widths[c] += left * (weight > 0 ? flex[c] / weight : 1.0 / static_cast<double>(widths.size()));
        }
    }

    bool right(std::size_t c) const { return table.columns[c].numeric; }

    scene::Mark cell_mark(scene::Role role, std::vector<scene::Item> items) const {
        auto m = mark(s, role);
        if (role == scene::Role::head_cell) m.scope = scene::Scope::column;
        m.items = std::move(items);
        return m;
    }

    Piece head_row(const Grid& g, const Path& table_path) const {
        const auto& style = s.style("table-head");
        std::vector<Set> sets;
        double tallest = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            auto look = style;
            if (right(c) && table.columns[c].show == Show::text) look.align = style::Align::right;
            sets.push_back(set_text(s, table.columns[c].label, look, g.width[c]));
            tallest = std::max(tallest, sets.back().height);
        }
        Piece piece;
        const double pad = s.layout.table.padding;
        piece.height = tallest + 2 * pad;
        piece.keep_next = true;
        piece.path = table_path;
        piece.path.push_back(mark(s, scene::Role::row));
        if (s.layout.table.head_ground) piece.items.push_back(filled({0, 0, width, piece.height}, *s.layout.table.head_ground));
        for (std::size_t c = 0; c < sets.size(); ++c) {
            shift(sets[c].items, g.x[c], pad + tallest - sets[c].height);
            piece.items.emplace_back(cell_mark(scene::Role::head_cell, std::move(sets[c].items)));
        }
        piece.items.push_back(rule(0, piece.height, width, 1, s.layout.color("foreground")));
        return piece;
    }

    std::vector<scene::Item> cell(const Grid& g, std::size_t c, const doc::Value& value, bool body, double& height) const {
        const auto& column = table.columns[c];
        const auto& style = s.style(body ? "table-cell" : "table-group");
        const double row = s.layout.table.row_height;
        std::vector<scene::Item> items;
        if (column.show == Show::sparkline && !value.series.empty()) {
            items.push_back(artifact(chart::sparkline(value.series, {g.x[c], 1.5, g.width[c], row - 3}, s.layout.chart)));
            return items;
        }
        auto look = style;
        double room = g.width[c];
        if (right(c)) look.align = style::Align::right;
        if (column.show == Show::bar) room = g.number[c];
        auto set = set_text(s, shown(value), look, room + 0.5);
        const double top = std::max(0.0, (row - style.leading) / 2);
        height = std::max(height, set.height + 2 * top);
        shift(set.items, g.x[c], top);
        items = std::move(set.items);
        if (column.show == Show::bar && value.number && g.largest[c] > 0 && body) {
            const double whole = g.width[c] - g.number[c] - 6;
            const double length = whole * std::max(0.0, *value.number) / g.largest[c];
            items.push_back(filled({g.x[c] + g.number[c] + 6, (row - kBarHeight) / 2, length, kBarHeight},
                                   s.layout.chart.primary));
        }
        return items;
    }

    Piece body_row(const Grid& g, const doc::Table::Row& row, const Path& table_path) const {
        const bool body = row.kind == doc::Table::Row::Kind::body;
        Piece piece;
        piece.height = s.layout.table.row_height;
        piece.path = table_path;
        piece.path.push_back(mark(s, scene::Role::row));
        for (std::size_t c = 0; c < table.columns.size() && c < row.cells.size(); ++c) {
            piece.items.emplace_back(cell_mark(scene::Role::cell, cell(g, c, row.cells[c], body, piece.height)));
        }
        if (s.layout.table.rule_rows) {
            piece.items.push_back(rule(0, piece.height, width, 0.4, s.layout.color(body ? "ink-2" : "ink")));
        }
        return piece;
    }

    Piece group_row(const doc::Table::Row& row, const Path& table_path) const {
        const auto& style = s.style("table-group");
        Piece piece;
        auto set = set_text(s, row.cells.empty() ? std::string() : shown(row.cells.front()), style, width - 2 * kInset);
        piece.before = 6;
        piece.height = std::max(14.0, set.height);
        piece.keep_next = true;
        piece.path = table_path;
        piece.path.push_back(mark(s, scene::Role::row));
        shift(set.items, kInset, (piece.height - set.height) / 2);
        auto m = cell_mark(scene::Role::head_cell, std::move(set.items));
        m.column_span = static_cast<int>(table.columns.size());
        m.scope = scene::Scope::row;
        piece.items.emplace_back(std::move(m));
        piece.items.push_back(rule(0, piece.height, width, 0.5, s.layout.color("foreground")));
        return piece;
    }
};

}  // namespace

Pieces table_rows(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, double width, const Path& path) {
    const Setter setter{s, table, width};
    const auto grid = setter.grid();
    auto table_mark = mark(s, scene::Role::table);
    table_mark.id = exhibit.id;
    table_mark.span = exhibit.span;
    table_mark.alternative = exhibit.alternative;
    auto table_path = path;
    table_path.push_back(std::move(table_mark));

    const auto head_piece = [&](bool continued) {
        auto head = exhibit_head(s, exhibit, width, continued);
        Piece piece;
        piece.path = path;
        piece.items = std::move(head.items);
        piece.height = head.height + 8;
        piece.keep_next = true;
        return piece;
    };
    Pieces pieces{head_piece(false), setter.head_row(grid, table_path)};
    // What stands above the rows on a later page is decoration there: the structure has it once.
    auto repeat = std::make_shared<std::vector<Piece>>();
    for (auto piece : {head_piece(true), setter.head_row(grid, table_path)}) {
        piece.path.clear();
        piece.items = {artifact(std::move(piece.items))};
        repeat->push_back(std::move(piece));
    }
    for (const auto& row : table.rows) {
        auto piece = row.kind == doc::Table::Row::Kind::group ? setter.group_row(row, table_path)
                                                              : setter.body_row(grid, row, table_path);
        piece.continued = repeat;
        pieces.push_back(std::move(piece));
    }
    if (pieces.size() > 3) pieces[2].keep_next = pieces[pieces.size() - 2].keep_next = true;
    return pieces;
}

}  // namespace precis::layout
