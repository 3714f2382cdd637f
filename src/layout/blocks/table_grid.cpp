// Column widths: preferred by contents, then fitted to the table's width.
#include "layout/blocks/table_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace precis::layout {
namespace {

// Points, chosen by eye on the gallery's tables.
constexpr double kSparkline = 78, kLeastSparkline = 44;  // width of a cell with a sparkline
constexpr double kBar = 64, kLeastBar = 36;              // width of an in-cell bar
constexpr double kBarGap = 6;                            // from a number to its bar
constexpr double kWidestText = 210;                      // preferred width of a text column at most: it wraps then
constexpr double kWidestLabel = 60;                      // a label prefers one line up to this width
constexpr double kRounding = 0.5;                        // so that sums of widths do not break a number
constexpr double kReadable = 7;                          // em: about 14 letters in a line of words
// Shares of the width that is left.
constexpr double kBarFlex = 4, kSparklineFlex = 2, kTextFlex = 1;

using Show = doc::TableColumn::Show;

double sum(const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0);
}

bool holds_words(const doc::TableColumn& column) {
    return !column.is_number() && column.show == Show::text;
}

struct Widths {
    Setting& s;
    const doc::Table& table;
    const TableContents& contents;
    double width;
    GridRules rules;
    TableGrid g{};
    std::vector<double> least{}, flex{};

    // Sets a column's preferred width, its least width and its weight in stretching.
    void prefer(std::size_t c) {
        const auto& column = table.columns[c];
        const auto& in = contents.columns[c];
        g.fraction[c] = in.fraction, g.largest[c] = in.largest, g.reach[c] = in.reach;
        double wide = column.is_number() ? in.whole + in.fraction + kRounding : in.cell.line;
        if (column.show == Show::arrow) wide += kArrow + kArrowGap;
        g.number[c] = std::max(wide, column.show == Show::bar ? in.head.word : 0);
        least[c] = least_width(column, in, rules, {}, s.style("table-cell").size);
        g.width[c] =
            std::max({std::min(wide, kWidestText), in.head.word, in.group.word, std::min(in.head.line, kWidestLabel)});
        if (column.show == Show::bar) {
            flex[c] = kBarFlex;
            g.width[c] = std::max(g.width[c], g.number[c] + kBarGap + kBar);
        }
        if (column.show == Show::sparkline) g.width[c] = std::max(kSparkline, in.head.word), flex[c] = kSparklineFlex;
        if (holds_words(column)) flex[c] = kTextFlex;
        if (column.width) g.width[c] = std::max(least[c], *column.width), flex[c] = 0;
    }

    double room() const { return width - 2 * kTableInset - rules.gap * static_cast<double>(g.width.size() - 1); }

    // The turn in which a column is narrowed: drawings first, then numbers by their headings, then text.
    int turn_of(std::size_t c) const {
        return table.columns[c].show != Show::text ? 0 : table.columns[c].is_number() ? 1 : 2;
    }

    // Narrows the columns of one turn to a common width, each at most to its least: so the widest are narrowed first.
    // That width is found by bisection; 40 halvings leave less than a billionth of a point.
    void lower(int turn) {
        const double excess = sum(g.width) - room();
        if (excess <= 0) return;
        const auto at = [&](double level) {
            std::vector<double> widths = g.width;
            for (std::size_t c = 0; c < widths.size(); ++c) {
                if (turn_of(c) == turn) widths[c] = std::max(std::min(least[c], widths[c]), std::min(widths[c], level));
            }
            return widths;
        };
        double lo = 0, hi = *std::max_element(g.width.begin(), g.width.end());
        for (int i = 0; i < 40; ++i) {
            const double middle = (lo + hi) / 2;
            (sum(at(middle)) > room() ? hi : lo) = middle;
        }
        g.width = at(lo);
    }

    void stretch() {
        const double left = room() - sum(g.width), weight = sum(flex);
        if (left <= 0) return;
        for (std::size_t c = 0; c < g.width.size(); ++c) {
            g.width[c] += left * (weight > 0 ? flex[c] / weight : 1.0 / static_cast<double>(g.width.size()));
        }
    }

    bool words_wrap(const std::vector<double>& widths) const {
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (holds_words(table.columns[c]) && contents.columns[c].cell.line > widths[c] + kRounding) return true;
        }
        return false;
    }

    // The columns that the optimum may change: words, and numbers whose heading may wrap.
    std::vector<std::size_t> wrapping() const {
        std::vector<std::size_t> chosen;
        for (std::size_t c = 0; c < g.width.size(); ++c) {
            const auto& column = table.columns[c];
            const bool drawn = column.show == Show::bar || column.show == Show::sparkline;
            if (!drawn && !(column.width && rules.keeps_widths)) chosen.push_back(c);
        }
        return chosen;
    }

    // Replaces the widths by those of the lowest rows if that saves a line of the body. `stretched`: the widths with
    // what is left shared out.
    void optimize(const std::vector<double>& stretched) {
        const auto chosen = wrapping();
        const auto body = contents.sample.size();
        const double head_weight = s.style("table-head").leading / std::max(1.0, s.style("table-cell").leading);
        WrapRows rows;
        rows.weight = contents.weight;
        rows.weight.push_back(head_weight);
        double free = room() - sum(g.width);
        std::vector<double> now;
        for (const auto c : chosen) {
            const auto& in = contents.columns[c];
            WrapColumn column{least[c], std::max(least[c], std::max(in.cell.line, in.head.line)), in.cells};
            if (table.columns[c].is_number()) column.most = std::max(least[c], in.head.line);
            column.cells.resize(body);
            column.cells.push_back(in.head_words);
            rows.columns.push_back(std::move(column));
            free += g.width[c];
            now.push_back(stretched[c]);
        }
        const auto best = lowest_rows(rows, free);
        rows.weight.back() = 0;  // a line of the heading alone is no reason to change the columns
        constexpr double kLess = 1e-6;
        if (lines_of_rows(rows, best) > lines_of_rows(rows, now) - kLess) return;
        for (std::size_t i = 0; i < chosen.size(); ++i) g.width[chosen[i]] = best[i];
    }

    TableGrid run() {
        const auto count = table.columns.size();
        for (auto* list : {&g.x, &g.width, &g.number, &g.largest, &g.fraction, &least, &flex}) list->resize(count);
        g.reach.resize(count);
        if (count == 0) return g;
        g.levels = contents.levels;
        g.indent = contents.indent;
        for (std::size_t c = 0; c < count; ++c) prefer(c);
        for (const int turn : {0, 1, 2}) lower(turn);
        if (const auto fitted = g.width; words_wrap(fitted)) {
            stretch();
            const auto stretched = std::exchange(g.width, fitted);
            if (words_wrap(stretched)) optimize(stretched);
        }
        stretch();
        double x = kTableInset;
        for (std::size_t c = 0; c < count; ++c) {
            g.x[c] = x;
            x += g.width[c] + rules.gap;
        }
        return g;
    }
};

}  // namespace

double least_width(const doc::TableColumn& column, const ColumnContents& in, const GridRules& rules,
                   const TextScale& scale, double size) {
    const auto part = [&](const TextWidths& widths) { return rules.divides ? widths.piece : widths.word; };
    const double head = part(in.head) * scale.head;
    double wide = column.is_number() ? (in.whole + in.fraction) * scale.cell + kRounding : part(in.cell) * scale.cell;
    if (column.show == Show::arrow) wide += kArrow + kArrowGap;
    double least = std::max({wide, head, part(in.group) * scale.group});
    if (rules.readable && holds_words(column))
        least = std::max(least, std::min(in.cell.line * scale.cell, kReadable * size * scale.cell));
    const bool own = column.width && rules.keeps_widths;
    if (column.show == Show::bar) least = std::max(wide, head) + kBarGap + (own ? 0 : kLeastBar);
    if (column.show == Show::sparkline) least = own ? head : std::max(kLeastSparkline, head);
    return own ? std::max(least, *column.width) : least;
}

TableGrid table_grid(Setting& s, const doc::Table& table, const TableContents& contents, double width,
                     const GridRules& rules) {
    return Widths{s, table, contents, width, rules}.run();
}

}  // namespace precis::layout
