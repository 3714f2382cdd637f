// Channels beyond categories and values, highlights, totals of a waterfall.
#include <algorithm>

#include "base/nearest.h"
#include "bind/exhibits/chart.h"
#include "bind/exhibits/chart_rounding.h"
#include "bind/text/prose.h"
#include "bind/text/reader_words.h"
#include "diag/codes.h"
#include "doc/channels.h"

namespace precis::bind {

namespace {

/// Channels that are part of categories × series, not beside them.
bool is_within(vocabulary::Channel channel, const vocabulary::FormRow& form) {
    using vocabulary::Channel;
    if (channel == Channel::low || channel == Channel::high || channel == Channel::status) return true;
    if (form.by_rows) return false;
    if (channel == form.category || channel == form.value || channel == form.series) return true;
    return form.dated && (channel == Channel::x || channel == Channel::y);
}

}  // namespace

void ChartBinder::extras() {
    std::vector<Channel> names;
    for (const auto& [name, channels] : exhibit_.channels)
        if (!is_within(name, form_)) names.push_back(name);
    const auto by_name = [](Channel a, Channel b) { return name_of(a) < name_of(b); };
    std::sort(names.begin(), names.end(), by_name);  // the order of columns in attached data
    for (const auto name : names) {
        const auto& channels = exhibit_.channels.at(name);
        const bool used = name == form_.category || name == form_.value || name == form_.series;
        for (const auto& mapped : channels) {
            const auto index = grid_.find(mapped.column.text);
            if (!index) {
                if (!used) (void)column_of(context_, grid_, mapped.column);  // reports it
                continue;
            }
            add_extra(name, {*index, &mapped});
        }
    }
}

void ChartBinder::add_extra(Channel name, const Column& column) {
    doc::ChannelData data;
    data.label =
        column.channel->label ? bind_label(context_, *column.channel->label) : grid_.columns[column.index].label;
    data.is_number = grid_.columns[column.index].numeric;
    if (column.channel->scale) data.scale = *column.channel->scale;
    data.domain = axis_ends(column.channel->domain, "domain", data.scale);
    const auto format = format_of(column);
    data.format.decimals = format.decimals.value_or(-1);
    data.format.compact = format.compact;
    data.is_time = !data.is_number;
    std::string unit;
    for (const auto& row : grid_.rows) {
        const auto& cell = row[column.index];
        data.is_time = data.is_time && locale::parse_period(cell.text).has_value();
        if (unit.empty()) unit = cell.what().unit;
        data.values.push_back(to_value(context_, cell, format, false, exhibit_.span));
    }
    if (column.channel->unit) unit = column.channel->unit->text;
    const bool stated = column.channel->unit.has_value();
    set_symbol(data.format, unit, (exhibit_.query || stated) && !names_unit(name, split_unit(unit).first));
    if (!one_mark_a_row()) {
        data.values = by_category(std::move(data.values));
    } else if (order_.size() >= data.values.size()) {
        std::vector<doc::Value> sorted(order_.size(), missing_value());  // periods without a row have none
        for (std::size_t i = 0; i < order_.size(); ++i)
            if (order_[i] < data.values.size()) sorted[i] = std::move(data.values[order_[i]]);
        data.values = std::move(sorted);
    }
    chart_.extra.push_back(std::move(data));
    chart_.extra_names.push_back(name);
}

bool ChartBinder::one_mark_a_row() const {
    if (!category_ || form_.row_marks) return true;
    // A category may have a different target, size or line in each panel.
    return channel(Channel::facet) != nullptr &&
           (channel(Channel::target) != nullptr || channel(Channel::size) != nullptr ||
            channel(Channel::line) != nullptr);
}

std::vector<doc::Value> ChartBinder::by_category(std::vector<doc::Value> rows) const {
    std::vector<doc::Value> values(chart_.category_keys.size(), missing_value());
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < chart_.category_keys.size(); ++i) places.emplace(chart_.category_keys[i], i);
    for (std::size_t row = 0; row < rows.size() && row < grid_.rows.size(); ++row) {
        const auto at = places.find(grid_.rows[row][category_->index].text);
        if (at != places.end() && !values[at->second].number) values[at->second] = std::move(rows[row]);
    }
    return values;
}

void ChartBinder::highlight() {
    if (exhibit_.highlight.empty()) return;
    std::vector<std::string> known = chart_.categories;
    for (const auto& series : chart_.series) known.push_back(series.name);
    const auto* ends = form_.flows ? channel_of(chart_, Channel::y) : nullptr;
    for (std::size_t i = 0; ends != nullptr && i < ends->values.size(); ++i) known.push_back(ends->values[i].text);
    for (const auto& wanted : exhibit_.highlight) {
        auto name = bind_plain(context_, wanted, kName);
        if (std::find(known.begin(), known.end(), name) == known.end()) name = in_readers_words(context_, name);
        bool matched = form_.flows && std::find(known.begin(), known.end(), name) != known.end();
        if (matched) {
            chart_.highlighted.push_back(name);
            continue;
        }
        for (auto& series : chart_.series) {
            if (series.name != name) continue;
            matched = series.highlighted = true;
            series.voice = static_cast<int>(&wanted - exhibit_.highlight.data()) + 1;
        }
        const auto in_panel = [&](const auto& series) { return !series.panel.empty() && series.panel == name; };
        if (chart_.facets && std::any_of(chart_.series.begin(), chart_.series.end(), in_panel)) {
            chart_.facets->highlighted.push_back(name);
            matched = true;
        }
        const bool every_match = one_mark_a_row();  // several rows may have one name
        for (std::size_t i = 0; i < chart_.categories.size() && (!matched || every_match); ++i) {
            if (chart_.categories[i] != name && chart_.category_keys[i] != wanted.text) continue;
            chart_.category_highlighted.resize(chart_.categories.size());
            chart_.category_highlighted[i] = matched = true;
        }
        if (matched || known.empty()) continue;
        const auto nearest = base::nearest(name, known);
        report(
            context_,
            diag::error(diag::code::highlight_not_found, wanted.span, "no series or category is called “" + name + "”",
                        nearest ? "did you mean “" + *nearest + "”?" : "write the name as the chart prints it"));
    }
}

void ChartBinder::mark_totals() {
    if (chart_.form != vocabulary::Form::waterfall) return;
    for (const auto& wanted : exhibit_.totals) {
        if (wanted.text == "true" || wanted.text == "false") continue;
        auto name = bind_plain(context_, wanted, kName);
        if (std::find(chart_.categories.begin(), chart_.categories.end(), name) == chart_.categories.end())
            name = in_readers_words(context_, name);
        bool matched = false;
        for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
            if (chart_.categories[i] != name && chart_.category_keys[i] != wanted.text) continue;
            chart_.category_total.resize(chart_.categories.size());
            chart_.category_total[i] = matched = true;
        }
        if (matched) continue;
        const auto nearest = base::nearest(name, chart_.categories);
        report(context_,
               diag::error(diag::code::highlight_not_found, wanted.span, "no category is called “" + name + "”",
                           nearest ? "did you mean “" + *nearest + "”?" : "write the name as the chart prints it"));
    }
}

void ChartBinder::check_colors() {
    const auto* colors = channel(Channel::color);
    if (colors == nullptr || form_.value == Channel::color) return;
    const auto& at = colors->front().column.span;
    if (chart_.facets)
        refuse(at, "color", "panels have no scale of colours in common", "leave out `facet:` or `color:`");
    else if (chart_.series.size() > 1)
        refuse(at, "color", "its series have the colours", "leave out `series:` or `color:`");
}

void ChartBinder::check_labels() {
    using vocabulary::Labels;
    if (!exhibit_.labels || *exhibit_.labels == Labels::automatic) return;
    const bool picks = *exhibit_.labels == Labels::ends || *exhibit_.labels == Labels::extremes;
    if (form_.unlabelled)
        refuse(exhibit_.labels_span, "labels", "it prints no numbers at its marks", "remove it");
    else if (picks && !form_.picks_labels)
        refuse(exhibit_.labels_span, "labels", "its numbers are printed all or not at all",
               "write `labels: all` or `labels: none`");
}

void ChartBinder::check_rounding() {
    if (exhibit_.rounding == vocabulary::Rounding::each) return;
    if (!form_.whole && !form_.stacks && !form_.shares) return;  // spec reports it
    if (const auto refusal = refused_rounding(chart_))
        refuse(exhibit_.rounding_span, "rounding", refusal->why, refusal->remedy);
}

void ChartBinder::check_stack() {
    const bool stacked = chart_.series.size() > 1 && chart_.stack != vocabulary::Stack::none;
    if (chart_.bridges_gaps && stacked)
        refuse(exhibit_.gaps_span, "gaps", "a stack counts a missing value as nothing",
               "remove it, or leave out `stack:`");
    if (!exhibit_.totals.empty()) check_totals(stacked);
}

void ChartBinder::check_totals(bool stacked) {
    using vocabulary::Totals;
    const bool flag = exhibit_.totals.size() == 1 &&
                      (exhibit_.totals.front().text == "true" || exhibit_.totals.front().text == "false");
    const auto demand = [&](bool holds, const char* why, const char* remedy) {
        if (!holds) refuse(exhibit_.totals_span, "totals", why, remedy);
        return holds;
    };
    switch (form_.totals) {
        case Totals::none:  // spec reports it
            return;
        case Totals::names:
            demand(!flag, "its totals have names", "write `totals: [NAME, NAME]`");
            return;
        case Totals::stacks:
            if (!demand(stacked, "totals are printed at stacked bars and columns",
                        "remove it, or write `stack: total`"))
                return;
            break;
        case Totals::rows:
            if (!demand(chart_.form != vocabulary::Form::calendar || chart_.periods.empty() || doc::is_monthly(chart_),
                        "days have no sum beside them", "remove it, or count by month in the query"))
                return;
            break;
    }
    demand(flag, "names of totals belong to a waterfall", "write `totals: true` or `false`");
}

void ChartBinder::words_at_marks() {
    const auto words = column(Channel::text, nullptr);
    if (!words || form_.category == Channel::text || form_.dated) return;
    const auto parts = column(form_.series, nullptr);
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t c = 0; c < chart_.category_keys.size(); ++c) places.emplace(chart_.category_keys[c], c);
    for (const auto& row : grid_.rows) {
        const auto& cell = row[words->index];
        const auto at = category_ ? places.find(row[category_->index].text) : places.end();
        if (cell.empty() || at == places.end()) continue;
        const auto printed = to_value(context_, cell, format_of(*words), true, exhibit_.span);
        const auto name = parts ? to_value(context_, row[parts->index], {}, true, exhibit_.span).text : std::string();
        for (auto& series : chart_.series) {
            if (parts && series.name != name) continue;
            if (!parts && &series != &chart_.series.front()) break;  // of several columns, the first has the words
            auto& value = series.values[at->second];
            if (value.number && value.words.empty())
                value.words = printed.text.empty() ? printed.category : printed.text;
        }
    }
}

}  // namespace precis::bind
