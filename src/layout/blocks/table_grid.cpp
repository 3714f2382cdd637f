// Column widths: preferred by contents, then fitted to the table's width.
#include "layout/blocks/table_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/blocks/runs.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on the gallery's tables.
constexpr double kGap = 12;                              // between columns
constexpr double kSparkline = 78, kLeastSparkline = 44;  // width of a cell with a sparkline
constexpr double kBar = 64, kLeastBar = 36;              // width of an in-cell bar
constexpr double kBarGap = 6;                            // from a number to its bar
constexpr double kWidestText = 210;                      // preferred width of a text column at most: it wraps then
constexpr double kWidestLabel = 60;                      // a label prefers one line up to this width
constexpr double kRounding = 0.5;                        // so that sums of widths do not break a number
// Shares of the width that is left.
constexpr double kBarFlex = 4, kSparklineFlex = 2, kTextFlex = 1;

using Show = doc::TableColumn::Show;

double sum(const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0);
}

struct Widths {
    Setting& s;
    const doc::Table& table;
    double width;
    TableGrid g{};
    std::vector<double> least{}, flex{};

    double longest_word(const std::string& text, const style::TextStyle& style) const {
        double widest = 0;
        for (std::size_t i = 0; i < text.size();) {
            const auto end = std::min(text.find(' ', i), text.size());
            widest = std::max(widest, natural_width(s, text.substr(i, end - i), style));
            i = end + 1;
        }
        return widest;
    }

    void add_reach(std::size_t c, const std::optional<double>& number) {
        if (!number || !std::isfinite(*number)) return;
        auto& reach = g.reach[c];
        reach = reach ? std::pair(std::min(reach->first, *number), std::max(reach->second, *number))
                      : std::pair(*number, *number);
    }

    // Sets a column's preferred width, its least width and its weight in stretching.
    void prefer(std::size_t c) {
        const auto& column = table.columns[c];
        const auto& head = s.style("table-head");
        double wide = 0, word = 0, whole = 0, title_word = 0;
        for (const auto& row : table.rows) {
            const bool title = row.kind == doc::Table::Row::Kind::group && c == 0;
            if (title && !row.cells.empty())  // a group's name wraps over the first column if subtotals follow it
                title_word = std::max(title_word, longest_word(table_words(row.cells.front()), s.style("table-group")));
            if (!title && c < row.cells.size() && row.kind == doc::Table::Row::Kind::body)
                for (const auto& n : row.cells[c].series) add_reach(c, n);
            if (title || c >= row.cells.size() || column.show == Show::sparkline) continue;
            const auto& value = row.cells[c];
            const auto& text = table_words(value);
            const bool body = row.kind == doc::Table::Row::Kind::body;
            const auto& style = s.style(body ? "table-cell" : "table-group");
            if (column.numeric) {
                const double behind = natural_width(s, decimals_of(s, text), style);
                g.fraction[c] = std::max(g.fraction[c], behind);
                whole = std::max(whole, natural_width(s, text, style) - behind);
            } else {
                wide = std::max(wide, natural_width(s, text, style));
                word = std::max(word, longest_word(text, style));
            }
            if (value.number && body) g.largest[c] = std::max(g.largest[c], std::abs(*value.number));
        }
        if (column.numeric) wide = whole + g.fraction[c] + kRounding;
        if (column.show == Show::arrow) wide += kArrow + kArrowGap;
        const double label_word = longest_word(column.label + (column.note.empty() ? "" : "a"), head);
        g.number[c] = std::max(wide, column.show == Show::bar ? label_word : 0);
        least[c] = std::max({column.numeric ? wide : word, label_word, title_word});
        g.width[c] = std::max({std::min(wide, kWidestText), label_word, title_word,
                               std::min(natural_width(s, column.label, head), kWidestLabel)});
        if (column.show == Show::bar) {
            least[c] = g.number[c] + kBarGap + kLeastBar, flex[c] = kBarFlex;
            g.width[c] = std::max(g.width[c], g.number[c] + kBarGap + kBar);
        }
        if (column.show == Show::sparkline) {
            g.width[c] = std::max(kSparkline, label_word), least[c] = std::max(kLeastSparkline, label_word),
            flex[c] = kSparklineFlex;
        }
        if (!column.numeric && column.show == Show::text) flex[c] = kTextFlex;
        if (column.width) least[c] = g.width[c] = *column.width, flex[c] = 0;
    }

    double room() const { return width - 2 * kTableInset - kGap * static_cast<double>(g.width.size() - 1); }

    // The turn in which a column is narrowed: drawings first, then numbers by their headings, then text.
    int turn_of(std::size_t c) const {
        return table.columns[c].show != Show::text ? 0 : table.columns[c].numeric ? 1 : 2;
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

    TableGrid run() {
        const auto count = table.columns.size();
        for (auto* list : {&g.x, &g.width, &g.number, &g.largest, &g.fraction, &least, &flex}) list->resize(count);
        g.reach.resize(count);
        if (count == 0) return g;
        for (std::size_t c = 0; c < count; ++c) prefer(c);
        for (const int turn : {0, 1, 2}) lower(turn);
        stretch();
        double x = kTableInset;
        for (std::size_t c = 0; c < count; ++c) {
            g.x[c] = x;
            x += g.width[c] + kGap;
        }
        return g;
    }
};

}  // namespace

const std::string& table_words(const doc::Value& value) {
    return value.text.empty() ? value.category : value.text;
}

std::string decimals_of(const Setting& s, const std::string& printed) {
    const auto half = s.locale.number(0.5, {});
    const auto separator = half.size() > 2 ? half.substr(1, half.size() - 2) : std::string(".");
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto last = printed.find_last_of("0123456789");
    if (last == std::string::npos) return {};
    auto first = last;
    while (first > 0 && digit(printed[first - 1])) --first;
    const bool decimal = first >= separator.size() && first > separator.size() - 1 &&
                         printed.compare(first - separator.size(), separator.size(), separator) == 0;
    return decimal ? printed.substr(first - separator.size()) : printed.substr(last + 1);
}

double natural_width(Setting& s, const std::string& text, const style::TextStyle& style) {
    if (text.empty()) return 0;
    auto line = s.setter.set_line(run_of(text, style));
    return line.has_value() ? line.value().width : 0;
}

TableGrid table_grid(Setting& s, const doc::Table& table, double width) {
    return Widths{s, table, width}.run();
}

}  // namespace precis::layout
