// bind/exhibits/chart_binder.h: one chart's channels on their way to categories × series. Inside the room: chart.cpp
// begins, chart_rows.cpp, chart_timeline.cpp and chart_extras.cpp hold a step each.
#pragma once
#include <string_view>
#include <unordered_map>

#include "bind/exhibits/exhibit.h"

namespace precis::bind {

/// Whether a form is one of these.
[[nodiscard]] bool one_of(const std::string& form, std::initializer_list<std::string_view> forms);

/// Where a form's categories, values and series come from.
struct Roles {
    const char* category = "x";
    const char* value = "y";
    const char* series = "series";
};

class ChartBinder {
  public:
    ChartBinder(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

    doc::Chart run(Origins& origins);

  private:
    struct Column {
        std::size_t index = 0;
        const spec::Channel* channel = nullptr;  // nullptr: by default
    };

    const std::vector<spec::Channel>* channel(const std::string& name) const {
        const auto found = exhibit_.channels.find(name);
        return found == exhibit_.channels.end() || found->second.empty() ? nullptr : &found->second;
    }
    bool from_facts() const { return !exhibit_.facts.empty(); }

    std::optional<Column> column(const std::string& name, const char* by_default);
    void missing(const std::string& name);
    /// Whether numbers stand where names belong.
    bool is_swapped() const;
    void category_column();
    void value_columns();
    void check_numbers(const Column& one);
    Format format_of(const Column& one);
    /// The value axis has the unit of its numbers.
    void axis();
    /// The two numbers of `domain` or `break`, or nothing.
    std::vector<double> axis_ends(const std::vector<diag::Text>& ends, const char* key);

    // rows
    std::size_t category_index(const std::string& key, const std::string& printed, bool own_row,
                               const std::optional<double>& number = {});
    std::string printed_category(const GridCell& cell);
    doc::Chart::Series& series_named(const std::string& name, const std::string& panel = {});
    static void put(std::vector<doc::Value>& values, std::size_t at, doc::Value value);
    static doc::Value missing_value();
    /// Of very many rows few are labelled: the chart prints those from the number.
    static doc::Value unprinted(const GridCell& cell);
    void fill();
    /// The column that parts the rows into panels.
    std::optional<Column> panels();
    /// Every panel has every series, in one order: a colour means the same in each.
    void square_panels();
    /// Several value columns are a series each, called by their labels.
    std::string value_name(const Column& one);
    void interval(doc::Chart::Series& series, const std::vector<GridCell>& row, const Column& one,
                  const std::optional<Column>& lows, const std::optional<Column>& highs, std::size_t at);
    /// Every series has a value for each category; a point that is missing is a gap.
    /// A second row for one place would hide the first.
    void told_once(const std::string& category, const std::string& series, const doc::Value& before,
                   const doc::Value& now);
    void square();
    /// Text in a date's form makes a time axis, in order of time where the form runs along it.
    void times();
    void sort_by_time();

    // events and tasks
    /// Events: a name, a period, what is said of it and whether it has been.
    void timeline();

    // what else there is
    void extras();
    void add_extra(const std::string& name, const Column& one);
    /// Forms whose every row is a mark of its own; in others rows of one category share its place.
    bool one_each_row() const;
    /// A channel of such a form belongs to the category: the first row that has a number says which.
    std::vector<doc::Value> by_category(std::vector<doc::Value> rows) const;
    void highlight();
    /// `totals: [names]`: categories that are sums.
    void name_totals();

    Context& context_;
    const spec::Exhibit& exhibit_;
    const Grid& grid_;
    Roles roles_;
    doc::Chart chart_;
    std::optional<Column> category_;
    std::vector<Column> values_;
    std::unordered_map<std::string, std::size_t> category_places_, series_places_;  // looked up only
    bool told_twice_ = false;
    std::vector<std::size_t> order_;  // rows as time has them; empty: as they come
    double last_category_ = 0;        // of numbers that only ever rise: none comes twice, so nothing needs looking up
    bool rising_ = true;
};

}  // namespace precis::bind
