// Chooses the columns of categories and values; the form decides which of x and y holds which.
#include "bind/exhibits/chart.h"

#include <algorithm>

#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/exhibits/annotations.h"
#include "bind/exhibits/chart_dots.h"
#include "bind/exhibits/codes.h"
#include "bind/text/prose.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// The form with its axes swapped, if the author lets a lying form stand.
vocabulary::FormRow turned(vocabulary::FormRow form, std::optional<bool> lying) {
    if (!lying || *lying == form.lying || !form.lying) return form;
    form.lying = false;
    form.in_time = form.fills = !form.row_marks;
    std::swap(form.category, form.value);
    return form;
}

}  // namespace

ChartBinder::ChartBinder(Context& context, const spec::Exhibit& exhibit, const Grid& grid)
    : context_(context),
      exhibit_(exhibit),
      grid_(grid),
      form_(map_form(turned(row_of(*exhibit.chart), exhibit.lying), exhibit)) {}

doc::Chart ChartBinder::run(Origins& origins) {
    auto& chart = chart_;
    chart.form = *exhibit_.chart;
    chart.stack = exhibit_.stack.value_or(chart.stack);
    chart.labels = exhibit_.labels.value_or(chart.labels);
    chart.legend = exhibit_.legend.value_or(chart.legend);
    chart.data_row = exhibit_.data_row;
    if (!exhibit_.totals.empty()) chart.totals = exhibit_.totals.front().text != "false";
    chart.lying = exhibit_.lying;
    chart.bridges_gaps = exhibit_.gaps == vocabulary::Gaps::bridge;
    chart.rounding = exhibit_.rounding;
    chart.bins = exhibit_.bins.value_or(0);
    chart.dots = exhibit_.dots;
    if (form_.geographic) map_fits_ = check_map_channels();
    if (form_.dated) {
        timeline();
    } else if (map_fits_) {
        category_column();
        value_columns();
        report_missing_others();
        if (!values_.empty()) fill();
    }
    words_at_marks();
    extras();
    map();
    check_channel_keys();
    axes();
    highlight();
    mark_totals();
    check_stack();
    check_colors();
    check_labels();
    check_rounding();
    bind_annotations(context_, exhibit_, chart, origins);
    if (const auto refusal = refused_dots(chart)) refuse(exhibit_.dots_span, "dots", refusal->why, refusal->remedy);
    sort();
    return std::move(chart_);
}

std::optional<ChartBinder::Column> ChartBinder::column(std::optional<Channel> name, const char* by_default) {
    if (!name) return std::nullopt;
    if (const auto* given = channel(*name)) {
        const auto index = column_of(context_, grid_, given->front().column);
        if (!index) return std::nullopt;
        return Column{*index, &given->front()};
    }
    if (by_default == nullptr) return std::nullopt;
    const auto index = grid_.find(by_default);
    if (!index) return std::nullopt;
    return Column{*index, nullptr};
}

void ChartBinder::report_missing(Channel missing) {
    const std::string name(name_of(missing));
    report(context_, diag::error(diag::code::channel_missing, exhibit_.form.span ? exhibit_.form.span : exhibit_.span,
                                 "a " + exhibit_.form.text + " chart needs `" + name + ":`, a column of its data",
                                 "add `" + name + ":` with the column's name"));
}

void ChartBinder::report_missing_others() {
    if (form_.points) return;  // reported when the chart is drawn, which also serves charts that were not bound
    for (const auto wanted : vocabulary::all_of<Channel>())
        if (form_.required.has(wanted) && wanted != form_.category && wanted != form_.value && !channel(wanted))
            report_missing(wanted);
}

void ChartBinder::category_column() {
    if (!form_.category) return;
    category_ = column(form_.category, from_facts() ? "label" : nullptr);
    if (!category_ && channel(*form_.category) == nullptr && form_.required.has(*form_.category))
        report_missing(*form_.category);
    if (category_ && category_->channel != nullptr && category_->channel->label) {
        chart_.category_label = bind_label(context_, *category_->channel->label);
    }
}

void ChartBinder::value_columns() {
    if (const auto* given = channel(*form_.value)) {
        for (const auto& mapped : *given) {
            const auto index = column_of(context_, grid_, mapped.column);
            if (!index) continue;
            if (mapped.unit) check_unit(context_, grid_, *index, *mapped.unit);
            values_.push_back({*index, &mapped});
        }
    } else if (const auto index = from_facts() ? grid_.find("value") : std::nullopt) {
        values_.push_back({*index, nullptr});
    } else {
        report_missing(*form_.value);
    }
    for (const auto& values : values_) check_numbers(values);
    if (!values_.empty()) check_any_number();
    if (!values_.empty()) set_axis();
}

void ChartBinder::check_numbers(const Column& column) {
    for (const auto& row : grid_.rows) {
        const auto& cell = row[column.index];
        if (cell.empty() || cell.number) continue;
        report(context_,
               diag::error(diag::code::text_on_number_scale,
                           column.channel != nullptr ? column.channel->column.span : exhibit_.span,
                           "the column “" + grid_.columns[column.index].name + "” holds “" + cell.text +
                               "”, where numbers are drawn",
                           is_swapped() ? "swap the two: a " + exhibit_.form.text + " chart has its numbers in `" +
                                              std::string(name_of(*form_.value)) + "` and its names in `" +
                                              std::string(name_of(*form_.category)) + "`"
                                        : "map a column of numbers, or leave such rows out"));
        return;
    }
}

/// A chart whose values are all unknown is an empty frame, and so is a whole whose parts are all zero.
void ChartBinder::check_any_number() {
    bool any = false, above = false;
    for (const auto& values : values_) {
        for (const auto& row : grid_.rows) {
            const auto& cell = row[values.index];
            any = any || !cell.empty();
            above = above || cell.number.value_or(1) != 0;
        }
    }
    if (any && (above || !form_.whole)) return;
    const auto& first = values_.front();
    const auto name = base::quoted(grid_.columns[first.index].name);
    report(context_, diag::error(code::chart_without_numbers,
                                 first.channel != nullptr ? first.channel->column.span : exhibit_.span,
                                 any ? "all numbers of " + name + " are 0, so that there is no whole to divide"
                                     : "the column " + name + " has no number in any row",
                                 "give the exhibit a `when:` that asks for a number, or write a sentence instead"));
}

bool ChartBinder::is_swapped() const {
    if (!form_.category) return false;
    const auto* names = channel(*form_.category);
    const auto index = names != nullptr ? grid_.find(names->front().column.text) : std::nullopt;
    return index && grid_.columns[*index].numeric;
}

Format ChartBinder::format_of(const Column& column) {
    if (column.channel != nullptr && column.channel->format)
        return read_format(*column.channel->format, context_.diagnostics);
    return grid_.columns[column.index].format;
}

void ChartBinder::set_axis() {
    const auto& first = values_.front();
    auto& format = chart_.format;
    std::string unit;
    bool mixed = false;
    int decimals = -1;
    for (const auto& column : values_) {
        for (const auto& row : grid_.rows) {
            const auto& cell = row[column.index];
            if (!cell.number) continue;
            const Bound& value = cell.what();
            if (unit.empty()) unit = value.unit;
            mixed = mixed || value.unit != unit;
            decimals = std::max(decimals, value.decimals);
        }
    }
    if (first.channel != nullptr && first.channel->unit) {
        unit = first.channel->unit->text;
    } else if (mixed) {
        warn(context_, diag::warning(code::mixed_units, exhibit_.span,
                                     "the numbers of “" + exhibit_.id.text + "” have several units",
                                     "show them in separate exhibits, or give the channel a `unit:`"));
    }
    const bool stated = first.channel != nullptr && first.channel->unit.has_value();
    const bool shares = chart_.stack == vocabulary::Stack::percent;  // its labels are percentages
    const bool told =
        exhibit_.query || stated || grid_.columns[first.index].conversion;  // else the author's words say it
    const bool noun = told && !shares && !names_unit(*form_.value, split_unit(unit).first);
    set_symbol(format, unit, noun);
    settle_digits();
    const auto how = format_of(first);
    format.decimals = how.decimals.value_or(std::max(decimals, digits_));
    format.compact = how.compact;
    if (first.channel != nullptr && first.channel->scale) chart_.scale = *first.channel->scale;
    if (first.channel != nullptr) {
        chart_.domain = axis_ends(first.channel->domain, "domain", chart_.scale);
        chart_.cut = axis_ends(first.channel->break_at, "break", vocabulary::Scale::linear);
    }
    // Of several columns, a label names a series, not the axis.
    if (values_.size() == 1 && first.channel != nullptr && first.channel->label) {
        chart_.value_label = bind_label(context_, *first.channel->label);
    }
}

std::vector<double> ChartBinder::axis_ends(const std::vector<diag::Text>& ends, const char* key,
                                           vocabulary::Scale scale) {
    std::vector<double> numbers;
    for (const auto& end : ends) {
        if (const auto number = base::parse_number(end.text)) {
            numbers.push_back(*number);
        } else {
            report(context_, diag::error(diag::code::bad_axis_domain, end.span,
                                         "“" + end.text + "” is not a number, as the ends of an axis must be",
                                         std::string("write `") + key + ": [0, 100]`"));
        }
    }
    if (numbers.size() == 2 && scale == vocabulary::Scale::log && numbers[0] <= 0) {
        report(context_, diag::error(diag::code::bad_axis_domain, ends.front().span,
                                     "a log scale has no place for " + ends.front().text + ", where its axis begins",
                                     std::string("begin `") + key + "` above 0, or leave out `scale: log`"));
        return {};
    }
    if (numbers.size() == 2 && numbers[0] < numbers[1]) return numbers;
    if (numbers.size() == 2)
        report(context_, diag::error(diag::code::bad_axis_domain, ends.front().span,
                                     std::string("the second end of `") + key + "` is not above the first",
                                     "write the smaller number first"));
    return {};
}

doc::Chart bind_chart(Context& context, const spec::Exhibit& exhibit, const Grid& grid, Origins& origins) {
    return ChartBinder(context, exhibit, grid).run(origins);
}

}  // namespace precis::bind
