// Two passes over the rows: the first finds the heads and their order, the second puts each value into its cell.
#include "bind/exhibits/pivot.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/exhibits/codes.h"

namespace precis::bind {
namespace {

constexpr std::size_t kMostColumns = 60;  // more fit no page, not even in parts

using Words = std::vector<std::string>;

/// What tells one cell from another.
std::string key_of(const GridCell& cell) {
    return !cell.text.empty() || !cell.number ? cell.text : base::shortest(*cell.number);
}

std::vector<std::string> names_used(const spec::Pivot& pivot) {
    std::vector<std::string> names{pivot.value.column.text};
    if (pivot.value.notes_from) names.push_back(pivot.value.notes_from->text);
    for (const auto& column : pivot.columns) names.push_back(column.text);
    return names;
}

class Pivoter {
  public:
    Pivoter(Context& context, const spec::Exhibit& exhibit, const Grid& grid)
        : context_(context), exhibit_(exhibit), pivot_(*exhibit.pivot), grid_(grid) {}

    Pivoted run() {
        out_.grid = grid_;
        if (!find_columns()) return std::move(out_);
        find_heads();
        if (heads_.size() > kMostColumns) {
            fault(pivot_.span,
                  "this pivot has " + std::to_string(heads_.size()) + " columns, and a table takes " +
                      std::to_string(kMostColumns) + " of them at most",
                  "group the values in the query, or leave some out with WHERE");
            return std::move(out_);
        }
        if (!pivot_.order.empty()) apply_order();
        sort_heads();
        add_columns();
        fill();
        return std::move(out_);
    }

  private:
    struct Head {
        Words keys, words;              // of each level, the outermost first
        std::vector<std::size_t> rank;  // of each level among those with the same outer ones
        std::size_t column = 0;         // its place in out_.columns
    };

    void fault(const diag::Span& where, std::string message, std::string remedy) {
        report(context_, diag::error(code::pivot_unfit, where, std::move(message), std::move(remedy)));
    }

    bool find_columns() {
        const auto value = column_of(context_, grid_, pivot_.value.column);
        if (value) value_ = *value;
        if (pivot_.value.notes_from) notes_ = column_of(context_, grid_, *pivot_.value.notes_from);
        bool known = value.has_value() && (!pivot_.value.notes_from || notes_);
        for (const auto& name : pivot_.columns) {
            const auto index = column_of(context_, grid_, name);
            known = known && index;
            if (index) levels_.push_back(*index);
        }
        const auto used = names_used(pivot_);
        const auto add = [&](const diag::Text& name) {
            if (std::find(used.begin(), used.end(), name.text) != used.end()) {
                known = false;
                fault(name.span, "“" + name.text + "” is a column of the pivot, so it cannot be one of the table, too",
                      "leave it out here, or give the pivot another one");
            } else if (const auto index = grid_.find(name.text)) {
                stub_.push_back(*index);
            }
        };
        for (const auto& column : exhibit_.columns) {
            add(column.column);
            for (const auto* more : {&column.notes_from, &column.stamp, &column.stamp_state})
                if (*more) add(**more);
        }
        for (const auto& group : exhibit_.groups) add(group);
        if (exhibit_.columns.empty()) stub_ = unlisted_columns(exhibit_, grid_);
        return known;
    }

    std::string printed(std::size_t row, std::size_t column) const {
        const auto value = to_value(context_, grid_.rows[row][column], grid_.columns[column].format, true, pivot_.span);
        return value.category.empty() ? value.text : value.category;
    }

    Words keys_of(std::size_t row) const {
        Words keys;
        for (const auto level : levels_) keys.push_back(key_of(grid_.rows[row][level]));
        return keys;
    }

    /// A head for each combination of values, with its rank by first appearance.
    void find_heads() {
        std::map<Words, std::size_t> first;  // of a combination and of each of its beginnings
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const auto keys = keys_of(row);
            if (std::find(keys.begin(), keys.end(), "") != keys.end()) {
                if (!empty_head_)
                    fault(pivot_.columns.front().span,
                          "row " + std::to_string(row + 1) + " of the data has no value for a head of this pivot",
                          "leave such rows out with WHERE, or give them a name with coalesce()");
                empty_head_ = true;
                continue;
            }
            Head head;
            Words beginning;
            for (const auto& key : keys) {
                beginning.push_back(key);
                head.rank.push_back(first.try_emplace(beginning, row).first->second);
            }
            if (!known_.try_emplace(keys, heads_.size()).second) continue;
            head.keys = keys;
            for (const auto level : levels_) head.words.push_back(printed(row, level));
            heads_.push_back(std::move(head));
        }
    }

    void apply_order() {
        std::vector<std::string> values;
        for (const auto& head : heads_) values.push_back(head.words.back());
        std::set<std::string> listed;
        for (const auto& wanted : pivot_.order) {
            bool found = false;
            for (auto& head : heads_) {
                if (head.keys.back() != wanted.text && head.words.back() != wanted.text) continue;
                head.rank.back() = listed.size();
                found = true;
            }
            if (!found) {
                const auto near = base::nearest(wanted.text, values);
                fault(wanted.span, "the data have no value “" + wanted.text + "” for a head of this pivot",
                      near ? "did you mean “" + *near + "”?" : std::string("remove it"));
            }
            if (!listed.insert(wanted.text).second)
                fault(wanted.span, "“" + wanted.text + "” is listed twice", "remove one of the two");
        }
        for (const auto& head : heads_) {
            if (listed.count(head.keys.back()) != 0 || listed.count(head.words.back()) != 0) continue;
            fault(pivot_.order.front().span,
                  "this order does not list “" + head.words.back() + "”, which the data have",
                  "add it, or leave its rows out with WHERE");
            return;
        }
    }

    void sort_heads() {
        std::stable_sort(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) { return a.rank < b.rank; });
        for (std::size_t i = 0; i < heads_.size(); ++i) known_[heads_[i].keys] = i;
    }

    void add_columns() {
        for (const auto& head : heads_) {
            PivotColumn column;
            column.index = out_.grid.columns.size();
            out_.grid.columns.push_back(grid_.columns[value_]);
            if (notes_) {
                column.notes = out_.grid.columns.size();
                out_.grid.columns.push_back(grid_.columns[*notes_]);
            }
            column.label = head.words.back();
            column.over.assign(head.words.begin(), head.words.end() - 1);
            out_.columns.push_back(std::move(column));
        }
    }

    void fill() {
        out_.grid.rows.clear();
        std::map<Words, std::size_t> places;
        std::set<std::pair<std::size_t, std::size_t>> filled;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const auto head = known_.find(keys_of(row));
            if (head == known_.end()) continue;
            Words name;
            for (const auto column : stub_) name.push_back(key_of(grid_.rows[row][column]));
            const auto [place, is_new] = places.try_emplace(name, out_.grid.rows.size());
            if (is_new) {
                out_.grid.rows.push_back(grid_.rows[row]);
                out_.grid.rows.back().resize(out_.grid.columns.size());
            }
            if (!filled.insert({place->second, head->second}).second) return report_twice(row, heads_[head->second]);
            auto& cells = out_.grid.rows[place->second];
            const auto& column = out_.columns[head->second];
            cells[column.index] = grid_.rows[row][value_];
            if (column.notes) cells[*column.notes] = grid_.rows[row][*notes_];
        }
    }

    void report_twice(std::size_t row, const Head& head) {
        std::string thing, under;
        for (const auto column : stub_) thing += (thing.empty() ? "" : ", ") + printed(row, column);
        for (const auto& words : head.words) under += (under.empty() ? "" : ", ") + words;
        fault(pivot_.span, "the data have two rows for “" + thing + "” under “" + under + "”",
              "sum them in the query with GROUP BY, or list the column that tells them apart");
    }

    Context& context_;
    const spec::Exhibit& exhibit_;
    const spec::Pivot& pivot_;
    const Grid& grid_;
    Pivoted out_;
    std::size_t value_ = 0;
    std::optional<std::size_t> notes_;
    std::vector<std::size_t> levels_, stub_;  // columns of heads, the outermost first; columns that tell rows apart
    std::vector<Head> heads_;
    std::map<Words, std::size_t> known_;  // places in heads_
    bool empty_head_ = false;
};

}  // namespace

std::vector<std::size_t> unlisted_columns(const spec::Exhibit& exhibit, const Grid& grid) {
    const auto used = exhibit.pivot ? names_used(*exhibit.pivot) : std::vector<std::string>{};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const auto& name = grid.columns[i].name;
        if (std::find(used.begin(), used.end(), name) != used.end()) continue;
        columns.push_back(i);
    }
    return columns;
}

Pivoted pivot_grid(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    return Pivoter(context, exhibit, grid).run();
}

}  // namespace precis::bind
