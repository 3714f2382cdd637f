// Channels to categories × series. Which of x and y holds the categories follows from the form (SPEC.md §8).
#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/exhibit.h"
#include "bind/prose.h"

namespace precis::bind {
namespace {

bool one_of(const std::string& form, std::initializer_list<std::string_view> forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

/// Where a form's categories, values and series come from.
struct Roles {
    const char* category = "x";
    const char* value = "y";
    const char* series = "series";
};

Roles roles_of(const std::string& form) {
    if (one_of(form,
               {"bar", "lollipop", "dot", "funnel", "pie", "donut", "waffle", "box", "strip", "bullet", "dumbbell"})) {
        return {"y", "x", "series"};
    }
    if (form == "heatmap") return {"x", "color", "y"};
    if (form == "calendar") return {"x", "color", "series"};
    if (form == "histogram") return {"", "x", "series"};
    if (form == "timeline") return {"text", "", "series"};
    if (form == "gantt") return {"y", "", "series"};
    if (one_of(form, {"scatter", "bubble", "map"})) return {"text", "y", "series"};
    return {};
}

constexpr std::size_t kPrintedRows = 20000;

bool keeps_time_in_order(const std::string& form) {
    return one_of(form, {"column", "line", "step", "area", "slope", "bump", "calendar", "heatmap"});
}

class ChartBinder {
  public:
    ChartBinder(Context& context, const spec::Exhibit& exhibit, const Grid& grid)
        : context_(context), exhibit_(exhibit), grid_(grid), roles_(roles_of(exhibit.form.text)) {}

    doc::Chart run() {
        auto& chart = chart_;
        chart.type = exhibit_.form.text;
        if (exhibit_.stack) chart.stack = exhibit_.stack->text;
        if (exhibit_.labels) chart.labels = exhibit_.labels->text;
        if (exhibit_.legend) chart.legend = exhibit_.legend->text;
        chart.data_row = exhibit_.data_row;
        chart.totals = !exhibit_.totals.empty() && exhibit_.totals.front().text != "false";
        chart.bins = exhibit_.bins.value_or(0);
        if (one_of(chart.type, {"timeline", "gantt"})) {
            timeline();
        } else {
            category_column();
            value_columns();
            if (!values_.empty()) fill();
        }
        extras();
        highlight();
        name_totals();
        bind_annotations(context_, exhibit_, chart);
        return std::move(chart_);
    }

  private:
    struct Column {
        std::size_t index = 0;
        const spec::Channel* channel = nullptr;  // nullptr: by default
    };

    const std::vector<spec::Channel>* channel(const std::string& name) const {
        const auto found = exhibit_.channels.find(name);
        return found == exhibit_.channels.end() || found->second.empty() ? nullptr : &found->second;
    }

    std::optional<Column> column(const std::string& name, const char* by_default) {
        if (const auto* given = channel(name)) {
            const auto index = column_of(context_, grid_, given->front().column);
            if (!index) return std::nullopt;
            return Column{*index, &given->front()};
        }
        if (by_default == nullptr) return std::nullopt;
        const auto index = grid_.find(by_default);
        if (!index) return std::nullopt;
        return Column{*index, nullptr};
    }

    bool from_facts() const { return !exhibit_.facts.empty(); }

    void missing(const std::string& name) {
        context_.found.push_back(
            diag::error(diag::Code::channel_missing, exhibit_.form.span ? exhibit_.form.span : exhibit_.span,
                        "a " + exhibit_.form.text + " chart needs `" + name + ":`, a column of its data",
                        "add `" + name + ":` with the column's name"));
    }

    void category_column() {
        const std::string name = roles_.category;
        const bool by_rows = one_of(exhibit_.form.text, {"histogram", "scatter", "bubble", "map"});
        const bool given = !name.empty() && channel(name) != nullptr;
        category_ = name.empty() ? std::nullopt : column(name, from_facts() ? "label" : nullptr);
        if (!category_ && !given && !by_rows) missing(name);
        if (category_ && category_->channel != nullptr && category_->channel->label) {
            chart_.category_label = bind_plain(context_, *category_->channel->label);
        }
    }

    void value_columns() {
        const std::string name = roles_.value;
        if (const auto* given = channel(name)) {
            for (const auto& one : *given) {
                if (const auto index = column_of(context_, grid_, one.column)) values_.push_back({*index, &one});
            }
        } else if (const auto index = from_facts() ? grid_.find("value") : std::nullopt) {
            values_.push_back({*index, nullptr});
        } else {
            missing(name);
        }
        for (const auto& one : values_) check_numbers(one);
        if (!values_.empty()) axis();
    }

    void check_numbers(const Column& one) {
        for (const auto& row : grid_.rows) {
            const auto& cell = row[one.index];
            if (cell.empty() || cell.value.number) continue;
            context_.found.push_back(diag::error(diag::Code::text_on_number_scale,
                                                 one.channel != nullptr ? one.channel->column.span : exhibit_.span,
                                                 "the column “" + grid_.columns[one.index].name + "” holds “" +
                                                     cell.value.text + "”, where numbers are drawn",
                                                 "map a column of numbers, or leave such rows out"));
            return;
        }
    }

    Format format_of(const Column& one) {
        if (one.channel != nullptr && one.channel->format) return read_format(*one.channel->format, context_.found);
        return grid_.columns[one.index].format;
    }

    /// The value axis has the unit of its numbers.
    void axis() {
        const auto& first = values_.front();
        auto& format = chart_.format;
        std::string unit;
        bool mixed = false;
        int decimals = -1;
        for (const auto& one : values_) {
            for (const auto& row : grid_.rows) {
                const auto& value = row[one.index].value;
                if (!value.number) continue;
                if (unit.empty()) unit = value.unit;
                mixed = mixed || value.unit != unit;
                decimals = std::max(decimals, value.decimals);
            }
        }
        if (first.channel != nullptr && first.channel->unit) {
            unit = first.channel->unit->text;
        } else if (mixed) {
            warn(context_, diag::warning(diag::Code::mixed_units, exhibit_.span,
                                         "the numbers of “" + exhibit_.id.text + "” have several units",
                                         "show them apart, or give the channel a `unit:`"));
        }
        const auto [head, per] = split_unit(unit);
        format.unit = head;
        if (head == "percent") format.symbol = context_.locale.percent("");
        if (head == "pp") format.symbol = context_.locale.points("");
        if (is_currency(head)) {
            format.symbol = context_.locale.currency_sign(head);
            format.symbol_before = context_.locale.currency_before();
        }
        const auto how = format_of(first);
        format.decimals = how.decimals.value_or(decimals);
        format.compact = how.compact;
        if (first.channel != nullptr && first.channel->scale) chart_.scale = first.channel->scale->text;
        if (first.channel != nullptr) domain(first.channel->domain);
        if (first.channel != nullptr && first.channel->label) {
            chart_.value_label = bind_plain(context_, *first.channel->label);
        }
    }

    void domain(const std::vector<diag::Text>& ends) {
        for (const auto& end : ends) {
            if (const auto number = base::parse_number(end.text)) {
                chart_.domain.push_back(*number);
            } else {
                context_.found.push_back(diag::error(diag::Code::bad_axis_domain, end.span,
                                                     "“" + end.text + "” is no number, where the axis should end",
                                                     "write `domain: [0, 100]`"));
            }
        }
        if (chart_.domain.size() == 2 && chart_.domain[0] < chart_.domain[1]) return;
        if (chart_.domain.size() == 2)
            context_.found.push_back(diag::error(diag::Code::bad_axis_domain, ends.front().span,
                                                 "the axis would end at or below where it begins",
                                                 "write the smaller number first"));
        chart_.domain.clear();
    }

    std::size_t category_index(const std::string& key, const std::string& printed, bool own_row) {
        auto& keys = chart_.category_keys;
        const auto [known, fresh] = category_places_.emplace(key, keys.size());
        if (!fresh && !own_row) return known->second;
        keys.push_back(key);
        chart_.categories.push_back(printed);
        return keys.size() - 1;
    }

    std::string printed_category(const GridCell& cell) {
        const auto format = category_ ? format_of(*category_) : Format{};
        return to_value(context_, cell, format, true, exhibit_.span).text;
    }

    doc::Chart::Series& series_named(const std::string& name) {
        auto& all = chart_.series;
        const auto [known, fresh] = series_places_.emplace(name, all.size());
        if (!fresh) return all[known->second];
        all.emplace_back().name = name;
        return all.back();
    }

    static void put(std::vector<doc::Value>& values, std::size_t at, doc::Value value) {
        if (values.size() <= at) values.resize(at + 1, missing_value());
        values[at] = std::move(value);
    }

    static doc::Value missing_value() {
        doc::Value value;
        value.text = "–";
        return value;
    }

    /// Of very many rows few are labelled: the chart prints those from the number.
    static doc::Value unprinted(const GridCell& cell) {
        if (!cell.value.number) return missing_value();
        doc::Value value;
        value.number = cell.value.number;
        value.qualifier = cell.value.qualifier;
        value.status = cell.value.status;
        return value;
    }

    void fill() {
        const bool own_rows = !category_ || one_of(exhibit_.form.text, {"scatter", "bubble", "map", "strip", "box"});
        const auto parts = column(roles_.series, nullptr);
        const auto facets = panels(parts.has_value());
        const auto lows = column("low", nullptr), highs = column("high", nullptr);
        std::size_t number = 0;
        const bool lean = grid_.rows.size() > kPrintedRows;
        for (const auto& row : grid_.rows) {
            ++number;
            const auto key = category_ ? row[category_->index].value.text : std::to_string(number);
            const auto printed = !category_ ? std::string() : lean ? key : printed_category(row[category_->index]);
            const auto at = category_index(key, printed, own_rows);
            for (const auto& one : values_) {
                const auto& by = parts ? parts : facets;
                auto name = by ? to_value(context_, row[by->index], {}, true, exhibit_.span).text : value_name(one);
                auto& series = series_named(name);
                auto value = lean ? unprinted(row[one.index])
                                  : to_value(context_, row[one.index], format_of(one), false, exhibit_.span);
                value.category = printed;
                put(series.values, at, std::move(value));
                interval(series, row, one, lows, highs, at);
            }
        }
        square();
        times();
    }

    /// The column that parts the rows into panels. Forms in panels have one series in each.
    std::optional<Column> panels(bool has_series) {
        const auto by = column("facet", nullptr);
        if (!by) return by;
        if (has_series || values_.size() > 1) {
            context_.found.push_back(diag::error(diag::Code::chart_not_available, by->channel->column.span,
                                                 "panels with several series in each can't be drawn yet: “" +
                                                     exhibit_.id.text + "” has `facet` beside " +
                                                     (has_series ? "`series`" : "a list of columns"),
                                                 "leave out `facet`, or let one column make the panels"));
            return std::nullopt;
        }
        if (one_of(chart_.type, {"line", "area", "step", "column"})) {
            doc::Chart::Facets facets;
            facets.across = by->channel->across.value_or(0);
            facets.free_scales = by->channel->free_scales && by->channel->free_scales->text == "free";
            chart_.facets = facets;
        }
        return by;
    }

    /// Several value columns are a series each, called by their labels.
    std::string value_name(const Column& one) {
        if (values_.size() == 1) return {};
        if (one.channel != nullptr && one.channel->label) return bind_plain(context_, *one.channel->label);
        return grid_.columns[one.index].label;
    }

    void interval(doc::Chart::Series& series, const std::vector<GridCell>& row, const Column& one,
                  const std::optional<Column>& lows, const std::optional<Column>& highs, std::size_t at) {
        const auto end = [&](const std::optional<Column>& mapped, const std::optional<double>& said) {
            GridCell cell = row[mapped ? mapped->index : one.index];
            if (!mapped) cell.value.number = said;
            cell.value.qualifier = data::Qualifier::none;
            if (!cell.value.number) return missing_value();
            return to_value(context_, cell, format_of(one), false, exhibit_.span);
        };
        const auto& value = row[one.index].value;
        if (!lows && !highs && !(value.low && value.high)) return;
        put(series.low, at, end(lows, value.low));
        put(series.high, at, end(highs, value.high));
    }

    /// Every series has a value for each category; a point that is missing is a gap.
    void square() {
        const auto size = chart_.categories.size();
        for (auto& series : chart_.series) {
            series.values.resize(size, missing_value());
            if (!series.low.empty()) series.low.resize(size, missing_value());
            if (!series.high.empty()) series.high.resize(size, missing_value());
        }
    }

    /// Text in a date's form makes a time axis, in order of time where the form runs along it.
    void times() {
        std::vector<doc::Period> periods;
        for (const auto& key : chart_.category_keys) {
            const auto days = locale::parse_period(key);
            if (!days) return;
            periods.push_back({days->begin, days->end});
        }
        if (!category_) return;
        for (const auto& row : grid_.rows) {
            if (row[category_->index].value.number) return;
        }
        chart_.periods = std::move(periods);
        if (keeps_time_in_order(chart_.type)) sort_by_time();
    }

    void sort_by_time() {
        std::vector<std::size_t> order(chart_.periods.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return chart_.periods[a].begin_day < chart_.periods[b].begin_day;
        });
        const auto arrange = [&](auto& list) {
            if (list.empty()) return;
            auto sorted = list;
            for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = list[order[i]];
            list = std::move(sorted);
        };
        arrange(chart_.periods);
        arrange(chart_.categories);
        arrange(chart_.category_keys);
        for (auto& series : chart_.series) {
            arrange(series.values);
            arrange(series.low);
            arrange(series.high);
        }
    }

    /// Events: a name, a period, what is said of it and whether it has been.
    void timeline() {
        // A gantt's rows are named by their task. An event's name is `y`, or `text` where it stands alone; beside a
        // name, `text` is what is said of it.
        const bool tasks = chart_.type == "gantt";
        const bool named = tasks || channel("y") != nullptr || channel("text") == nullptr;
        const char* first = named ? "y" : "text";
        auto text = column(first, from_facts() ? "label" : nullptr);
        if (!text && tasks) text = column("text", nullptr);
        const auto when = column("x", from_facts() ? "period" : nullptr);
        if (!text) missing(tasks ? "y" : "text");
        if (!when) missing("x");
        if (!text || !when) return;
        const auto parts = column("series", nullptr);
        const auto words = named ? column("text", nullptr) : std::nullopt;
        const auto value = from_facts() ? grid_.find("value") : std::nullopt;
        const std::size_t said = words ? words->index : value.value_or(when->index);
        for (const auto& row : grid_.rows) {
            const auto& key = row[when->index].value.text;
            const auto days = locale::parse_period(key);
            if (!days) {
                context_.found.push_back(diag::error(
                    diag::Code::bad_value, when->channel != nullptr ? when->channel->column.span : exhibit_.span,
                    "“" + row[text->index].value.text + "” has " +
                        (key.empty() ? "no date" : "“" + key + "” as its date"),
                    "give it a date, a month, a quarter, a year or two of them, or leave it out"));
                continue;
            }
            const auto at =
                category_index(key, to_value(context_, row[text->index], {}, true, exhibit_.span).text, true);
            chart_.periods.push_back({days->begin, days->end});
            const GridCell* cell = &row[said];
            auto shown = to_value(context_, *cell, {}, true, exhibit_.span);
            if (!shown.number && (!words || cell->empty())) shown.text.clear();
            shown.category = context_.locale.date(key);
            chart_.category_details.push_back(shown.category + (shown.text.empty() ? "" : ": " + shown.text));
            const auto name =
                parts ? to_value(context_, row[parts->index], {}, true, exhibit_.span).text : std::string();
            put(series_named(name).values, at, std::move(shown));
        }
        square();
        if (const auto days = locale::parse_period(context_.target.date))
            chart_.as_of = doc::Period{days->begin, days->end};
    }

    void extras() {
        for (const auto& [name, channels] : exhibit_.channels) {
            const bool by_rows = one_of(chart_.type, {"scatter", "bubble", "map"});
            const bool used = name == roles_.category || name == roles_.value || name == roles_.series;
            if (one_of(name, {"low", "high", "status"}) || (used && !by_rows)) continue;
            if (chart_.type == "timeline" && one_of(name, {"x", "y", "text"})) continue;
            if (chart_.type == "gantt" && one_of(name, {"x", "y"})) continue;
            for (const auto& one : channels) {
                const auto index = grid_.find(one.column.text);
                if (!index) {
                    if (!used) (void)column_of(context_, grid_, one.column);
                    continue;
                }
                add_extra(name, {*index, &one});
            }
        }
    }

    void add_extra(const std::string& name, const Column& one) {
        doc::ChannelData data;
        data.label = one.channel->label ? bind_plain(context_, *one.channel->label) : grid_.columns[one.index].label;
        data.is_number = grid_.columns[one.index].numeric;
        if (one.channel->scale) data.scale = one.channel->scale->text;
        const auto format = format_of(one);
        data.format.decimals = format.decimals.value_or(-1);
        data.format.compact = format.compact;
        data.is_time = !data.is_number;
        for (const auto& row : grid_.rows) {
            const auto& cell = row[one.index];
            data.is_time = data.is_time && locale::parse_period(cell.value.text).has_value();
            if (data.format.unit.empty()) data.format.unit = split_unit(cell.value.unit).first;
            data.values.push_back(to_value(context_, cell, format, false, exhibit_.span));
        }
        if (one.channel->unit) data.format.unit = one.channel->unit->text;
        if (data.format.unit == "percent") data.format.symbol = context_.locale.percent("");
        if (!one_each_row()) data.values = by_category(std::move(data.values));
        chart_.extra.push_back(std::move(data));
        chart_.extra_names.push_back(name);
    }

    /// Forms whose every row is a mark of its own; in others rows of one category share its place.
    bool one_each_row() const {
        return !category_ || one_of(chart_.type, {"scatter", "bubble", "map", "strip", "box", "gantt", "timeline"});
    }

    /// A channel of such a form belongs to the category: the first row that has a number says which.
    std::vector<doc::Value> by_category(std::vector<doc::Value> rows) const {
        std::vector<doc::Value> values(chart_.category_keys.size(), missing_value());
        std::unordered_map<std::string_view, std::size_t> places;
        for (std::size_t i = 0; i < chart_.category_keys.size(); ++i) places.emplace(chart_.category_keys[i], i);
        for (std::size_t row = 0; row < rows.size() && row < grid_.rows.size(); ++row) {
            const auto at = places.find(grid_.rows[row][category_->index].value.text);
            if (at != places.end() && !values[at->second].number) values[at->second] = std::move(rows[row]);
        }
        return values;
    }

    void highlight() {
        if (exhibit_.highlight.empty()) return;
        std::vector<std::string> known = chart_.categories;
        for (const auto& series : chart_.series) known.push_back(series.name);
        for (const auto& wanted : exhibit_.highlight) {
            const auto name = bind_plain(context_, wanted);
            bool found = false;
            for (auto& series : chart_.series) {
                if (series.name != name) continue;
                found = series.highlighted = true;
            }
            const bool all = one_each_row();  // several rows may have one name
            for (std::size_t i = 0; i < chart_.categories.size() && (!found || all); ++i) {
                if (chart_.categories[i] != name && chart_.category_keys[i] != wanted.text) continue;
                chart_.category_highlighted.resize(chart_.categories.size());
                chart_.category_highlighted[i] = found = true;
            }
            if (found || known.empty()) continue;
            const auto nearest = base::nearest(name, known);
            context_.found.push_back(diag::error(
                diag::Code::highlight_not_found, wanted.span, "no series or category is called “" + name + "”",
                nearest ? "did you mean “" + *nearest + "”?" : "name one as the chart prints it"));
        }
    }

    /// `totals: [names]`: categories that are sums.
    void name_totals() {
        if (chart_.type != "waterfall") return;
        for (const auto& wanted : exhibit_.totals) {
            if (wanted.text == "true" || wanted.text == "false") continue;
            const auto name = bind_plain(context_, wanted);
            bool found = false;
            for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
                if (chart_.categories[i] != name && chart_.category_keys[i] != wanted.text) continue;
                chart_.category_total.resize(chart_.categories.size());
                chart_.category_total[i] = found = true;
            }
            if (found) continue;
            const auto nearest = base::nearest(name, chart_.categories);
            context_.found.push_back(
                diag::error(diag::Code::highlight_not_found, wanted.span, "no category is called “" + name + "”",
                            nearest ? "did you mean “" + *nearest + "”?" : "name one as the chart prints it"));
        }
    }

    Context& context_;
    const spec::Exhibit& exhibit_;
    const Grid& grid_;
    Roles roles_;
    doc::Chart chart_;
    std::optional<Column> category_;
    std::vector<Column> values_;
    std::unordered_map<std::string, std::size_t> category_places_, series_places_;  // looked up only
};

}  // namespace

doc::Chart bind_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid) {
    return ChartBinder(context, exhibit, grid).run();
}

}  // namespace precis::bind
