// bind/exhibits/chart.h: a grid becomes a chart: channels map its columns to categories × series.
// Stage: spec::Exhibit × Grid -> CHART -> doc::Chart. chart.cpp chooses columns and the axis, chart_rows.cpp fills the
// series, chart_timeline.cpp does events and tasks, chart_extras.cpp other channels, highlights and totals.
// Source: docs/design/language.md#channels.
#pragma once
#include <string_view>
#include <unordered_map>

#include "base/limits.h"
#include "bind/exhibits/grid.h"
#include "doc/document.h"

namespace precis::bind {

/// The chart of an exhibit. `origins` gains the sources of numbers in annotations.
/// Errors: channel_missing, unknown_column, text_on_number_scale, chart_without_numbers, highlight_not_found,
/// duplicate_row, bad_axis_domain, bad_value, unknown_region, those of data::read_outline. Warnings: mixed_units.
[[nodiscard]] doc::Chart bind_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid, Origins& origins);

/// The form with the channels that its rows have: a map's rows are regions or points.
[[nodiscard]] vocabulary::FormRow map_form(vocabulary::FormRow form, const spec::Exhibit& exhibit);
class RegionNames;

class ChartBinder {
  public:
    ChartBinder(Context& context, const spec::Exhibit& exhibit, const Grid& grid);

    doc::Chart run(Origins& origins);

  private:
    using Channel = vocabulary::Channel;
    struct Column {
        std::size_t index = 0;
        const spec::Channel* channel = nullptr;  // nullptr: the author mapped none, and this is the default
    };

    const std::vector<spec::Channel>* channel(Channel name) const {
        const auto mapped = exhibit_.channels.find(name);
        return mapped == exhibit_.channels.end() || mapped->second.empty() ? nullptr : &mapped->second;
    }
    bool from_facts() const { return !exhibit_.facts.empty(); }

    /// The column of a channel (of none: none): the mapped one, else the one named `by_default`; nullptr: no default.
    std::optional<Column> column(std::optional<Channel> name, const char* by_default);
    void report_missing(Channel missing);
    /// True if the channel for names has numbers, so that the author has probably swapped x and y.
    bool is_swapped() const;
    void category_column();
    void value_columns();
    /// Required channels beside those of categories and values.
    void report_missing_others();
    void check_numbers(const Column& column);
    void check_any_number();
    Format format_of(const Column& column);
    /// Unit, decimals, scale and ends of the value axis, from the numbers and the first value column's channel.
    void set_axis();
    // chart_digits.cpp
    /// Decimals and compact form for all value columns, if they share a unit.
    void settle_digits();
    /// The column's format, filled up with what all numbers of the axis share.
    Format value_format(const Column& column, const GridCell& cell);
    /// A unit and its symbol; of a noun its word if `with_noun`.
    void set_symbol(doc::AxisFormat& format, const std::string& unit, bool with_noun) const;
    /// Whether the author's words have the unit: the title, the subtitle, the channel's label or title.
    bool names_unit(Channel name, const std::string& unit) const;

    // chart.cpp
    /// The two numbers of `domain` or `break`, the smaller first; empty if they are faulty.
    std::vector<double> axis_ends(const std::vector<diag::Text>& ends, const char* key, vocabulary::Scale scale);

    // chart_rows.cpp
    /// The index of the category with that key, added if it is new. `own_row`: always added.
    std::size_t category_index(const std::string& key, const std::string& printed, bool own_row,
                               const std::optional<double>& number = {});
    std::string printed_category(const GridCell& cell);
    doc::Chart::Series& series_named(const std::string& name, const std::string& panel = {});
    bool has_room(base::Limit limit, std::size_t asked, const char* what);  // reports the first fault
    void put(std::vector<doc::Value>& values, std::size_t at, doc::Value value);
    static doc::Value missing_value();
    /// A value without its printed text: of very many rows only few are labelled, and the chart prints those itself.
    static doc::Value unprinted(const GridCell& cell);
    void fill();
    /// The column that divides the rows into panels, if there is one.
    std::optional<Column> panels();
    /// Gives every panel every series, in one order, so that a colour means the same in each.
    void complete_panels();
    /// The series name of a value column: its label, or empty if it is the only one.
    std::string value_name(const Column& column);
    /// The status of a row in the column that `status:` maps; without one, that of the cell.
    data::Status status_of(const std::vector<GridCell>& row, const std::optional<Column>& mapped, data::Status own);
    struct Ends {
        std::optional<Column> low, high;  // columns
    };
    /// Puts the interval of a value at `at`: from the columns, else from the value itself.
    void interval(doc::Chart::Series& series, const std::vector<GridCell>& row, const Column& column, const Ends& ends,
                  std::size_t at);
    /// Reports a second row for one place, once for the exhibit: it would hide the first.
    void report_duplicate(const std::string& category, const std::string& series, const doc::Value& before,
                          const doc::Value& now);
    /// Gives every series a value for each category; a missing point is a gap.
    void complete_series();
    /// Makes a time axis if all categories are dates written as text, and sorts the forms that run along it.
    void make_time_axis();
    void sort_by_time();

    // chart_gaps.cpp
    /// Adds the periods between the first and the last that have no row, without values, if most of them have one.
    void fill_periods();

    // chart_timeline.cpp
    /// Events and tasks: a name, a period and a text each.
    void timeline();

    // chart_extras.cpp
    void extras();
    /// Puts the words of the channel `text` behind the numbers of their rows.
    void words_at_marks();
    void add_extra(Channel name, const Column& column);
    /// True for forms in which every row is a mark of its own; in others the rows of one category share its place.
    bool one_mark_a_row() const;
    /// A channel's values by category instead of by row: each category gets the first row that has a number.
    std::vector<doc::Value> by_category(std::vector<doc::Value> rows) const;
    void highlight();
    /// Marks the categories of a waterfall that `totals:` names as sums.
    void mark_totals();
    /// Labels that the form can leave out. Errors: key_conflict.
    void check_labels();
    /// `rounding:` is for shares that the chart computes and prints. Errors: key_conflict.
    void check_rounding();
    /// Colours by number need marks that have no colour yet. Errors: key_conflict.
    void check_colors();
    /// Keys that a stack takes, or does not take. Errors: key_conflict.
    void check_stack();
    /// `totals:` as the form takes them. Errors: key_conflict.
    void check_totals(bool stacked);

    // chart_map.cpp
    /// Whether rows are regions or points, with the channels of one of them. Errors: channel_missing, key_conflict.
    bool check_map_channels();
    /// Outlines, the regions of the rows, and what is shown. Errors: unknown_region, bad_value, and those of outlines.
    void map();
    std::shared_ptr<const data::Outline> outline_of(bool named);
    void join_regions(const RegionNames& names, doc::Map& map);
    void check_places();
    void check_sizes();
    /// What a `focus:` shows; nullopt: it is faulty. `subject` gets the regions of a continent.
    std::optional<doc::MapView> view_of(const std::vector<diag::Text>& focus, const RegionNames& names,
                                        const data::Outline& outline, std::vector<std::size_t>* subject);
    void report_unknown(const diag::Span& at, const std::string& name, const RegionNames& names,
                        const data::Outline& outline, std::optional<std::size_t> row);
    /// The cell of a row in place; of a query's row the channel's column.
    diag::Span span_of_row(std::size_t row, const Column& column) const;
    std::string row_words(std::size_t row) const;

    // chart_axes.cpp
    /// The wishes for both axes: title, step, side. Errors: key_conflict, bad_value.
    void axes();
    enum class Axis { none, named, time, numbers };
    Axis axis_at(Channel name) const;
    void refuse(const diag::Span& at, const char* key, const std::string& why, const std::string& remedy);
    void title(Channel name, const diag::Text& written, doc::AxisWish& wish);
    void step(Channel name, const diag::Text& written, doc::AxisWish& wish);
    void time_step(const diag::Text& written, doc::AxisWish& wish);
    void side(Channel name, const spec::Channel& mapped, doc::AxisWish& wish);

    // chart_keys.cpp
    /// Refuses keys of channels that do nothing. Errors: key_conflict.
    void check_channel_keys();
    /// Why the key of a channel does nothing; empty: it does something, or another check refuses it.
    std::string useless(Channel name, bool first, std::string_view key) const;
    std::string useless_on_axis(Channel name, bool first, std::string_view key) const;
    std::string useless_year() const;

    // chart_order.cpp
    /// Sorts the categories as the author asks, last of all. Errors: key_conflict, on a time axis.
    void sort();
    /// Puts category order[i] into place i, with all that belongs to it.
    void arrange(const std::vector<std::size_t>& order);

    Context& context_;
    const spec::Exhibit& exhibit_;
    const Grid& grid_;
    const vocabulary::FormRow form_;  // turned if the author turns the chart
    doc::Chart chart_;
    bool map_fits_ = true;  // a map has the channels of regions or those of points
    std::optional<Column> category_;
    std::vector<Column> values_;
    std::size_t places_ = 0;  // of values, in all series
    bool too_large_ = false;
    std::unordered_map<std::string, std::size_t> category_places_, series_places_;  // looked up only
    int digits_ = -1;       // of all value columns; -1: each has its own
    bool compact_ = false;  // millions and more are printed as 1.5M: the axis reaches a billion
    bool duplicate_reported_ = false, status_reported_ = false;
    std::vector<std::size_t> order_;  // of the rows, by time; empty: as they come
    // While numeric categories only rise, none can come twice, and none needs to be looked up.
    double last_category_ = 0;
    bool rising_ = true;
};

}  // namespace precis::bind
