// Charts of events (timeline) and tasks (gantt): a name, a period and a text each.
#include "bind/exhibits/chart.h"
#include "diag/codes.h"

namespace precis::bind {

void ChartBinder::timeline() {
    // A task's name is `y`. An event's name is `y` too, or `text` if there is no `y`; beside a `y`, `text` is the
    // event's description.
    const bool tasks = chart_.form == vocabulary::Form::gantt;
    const bool named = tasks || channel(Channel::y) != nullptr || channel(Channel::text) == nullptr;
    const auto first = named ? Channel::y : Channel::text;
    auto text = column(first, from_facts() ? "label" : nullptr);
    if (!text && tasks) text = column(Channel::text, nullptr);
    const auto when = column(Channel::x, from_facts() ? "period" : nullptr);
    if (!text) report_missing(tasks ? Channel::y : Channel::text);
    if (!when) report_missing(Channel::x);
    if (!text || !when) return;
    auto parts = column(Channel::series, nullptr);
    if (const auto by = tasks ? panels() : std::nullopt) {
        if (parts)
            report(context_, diag::error(diag::code::key_conflict, by->channel->column.span,
                                         "“" + exhibit_.id.text + "” has `facet` beside `series`",
                                         "tasks in panels have one colour: leave out one of them"));
        parts = by;
    }
    const auto words = named ? column(Channel::text, nullptr) : std::nullopt;
    const auto statuses = column(Channel::status, nullptr);
    const auto value = from_facts() ? grid_.find("value") : std::nullopt;
    const std::size_t described = words ? words->index : value.value_or(when->index);
    for (const auto& row : grid_.rows) {
        const auto& key = row[when->index].text;
        const auto days = locale::parse_period(key);
        if (!days) {
            report(context_,
                   diag::error(
                       diag::code::bad_value, when->channel != nullptr ? when->channel->column.span : exhibit_.span,
                       "“" + row[text->index].text + "” has " + (key.empty() ? "no date" : "“" + key + "” as its date"),
                       "give it a date, a month, a quarter, a year or two of them, or leave it out"));
            continue;
        }
        const auto at = category_index(key, to_value(context_, row[text->index], {}, true, exhibit_.span).text, true);
        chart_.periods.push_back({days->begin, days->end});
        const GridCell* cell = &row[described];
        auto shown = to_value(context_, *cell, {}, true, exhibit_.span);
        if (!shown.number && (!words || cell->empty())) shown.text.clear();
        shown.category = when->channel != nullptr && when->channel->format
                             ? to_value(context_, row[when->index], format_of(*when), true, exhibit_.span).text
                             : context_.inputs.locale.date(key);
        chart_.category_details.push_back(shown.category + (shown.text.empty() ? "" : ": " + shown.text));
        shown.status = status_of(row, statuses, shown.status);
        const auto name = parts ? to_value(context_, row[parts->index], {}, true, exhibit_.span).text : std::string();
        put(series_named(name).values, at, std::move(shown));
    }
    complete_series();
    if (const auto days = locale::parse_period(context_.inputs.target.date))
        chart_.as_of = doc::Period{days->begin, days->end};
}

}  // namespace precis::bind
