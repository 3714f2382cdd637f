// Computes one named value, from `--set` or from its query, with what it inherits from the facts it is made of.
#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/numbers.h"
#include "bind/values/codes.h"
#include "bind/values/format.h"
#include "bind/values/values.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// Unit, period, label, source, status and qualifier that the author writes win over inherited ones.
void apply_stated(const spec::NamedValue& value, Bound& bound) {
    bound.name = bound.label = value.name.text;
    if (value.unit) bound.unit = value.unit->text;
    if (value.period) bound.period = value.period->text;
    if (value.label) bound.label = value.label->text;
    if (value.source) bound.sources = {value.source->text};
    bound.status = value.status.value_or(bound.status);
    bound.qualifier = value.qualifier.value_or(bound.qualifier);
}

/// What the declared column of the result's name says, and the digits that its file has.
void take_column(const data::ResultColumn& column, Bound& bound) {
    bound.unit = column.unit.empty() && column.type == data::Type::percent ? "percent" : column.unit;
    bound.decimals = column.decimals;
    diag::Diagnostics told;  // where a table prints the column
    if (column.format.empty()) return;
    if (const auto decimals = read_format(diag::Text{column.format, {}, {}}, told).decimals) bound.decimals = *decimals;
}

void set_cell(Bound& bound, const data::Cell& cell) {
    bound.number = data::as_number(cell);
    bound.integer = std::holds_alternative<std::int64_t>(cell);
    bound.text = data::as_text(cell);
}

}  // namespace

const Bound* Values::compute(const spec::NamedValue& value) {
    const auto& name = value.name.text;
    const auto set = in_.target.set.find(name);
    if (set != in_.target.set.end()) {
        Bound bound;
        apply_stated(value, bound);
        bound.sources.clear();  // the number is not the stated source's
        bound.set = {name};
        const auto number = base::parse_number(set->second);
        set_cell(bound, number ? data::Cell{*number} : data::Cell{set->second});
        bound.integer = base::parse_integer(set->second).has_value();
        return keep(name, std::move(bound));
    }
    in_progress_.push_back(name);
    Frame frame;
    const auto rows = run(value.query, true, &frame);
    in_progress_.pop_back();
    auto& entry = known_[name];  // a cycle may have marked it as failed meanwhile
    const bool one_cell = rows && rows->rows.size() == 1 && rows->rows.front().size() == 1;
    if (one_cell && data::is_null(rows->rows.front().front())) {
        diagnostics_.push_back(diag::error(code::value_is_null, value.query.span,
                                           "the value “" + name + "” is NULL: its query found no number",
                                           "make the query give a number, or use coalesce(…, 0)"));
    }
    if (!one_cell || data::is_null(rows->rows.front().front()) || entry.state == State::failed) {
        entry.state = State::failed;
        return nullptr;
    }
    return keep(name, from_rows(value, *rows, frame));
}

Values::Answer Values::in_row(const std::string& name) {
    const auto& row = in_.target.row;
    const auto at = row ? row->data.column(name) : std::nullopt;
    if (!at) return {nullptr, true};
    const auto& cell = row->data.rows.front()[*at];
    if (data::is_null(cell)) {
        known_[name].state = State::failed;
        diagnostics_.push_back(diag::error(
            code::value_is_null, row->query,
            "the column “" + name + "” is NULL in the row of an edition whose text prints it",
            "make the query give a value, or use coalesce(…, 0); “when: :" + name + " IS NOT NULL” leaves out a text"));
        return {};
    }
    Bound bound;
    bound.name = bound.label = name;
    bound.sources = row->data.sources, bound.origins = row->data.origins;
    bound.facts = row->data.facts, bound.tables = row->data.tables;
    take_column(row->data.columns[*at], bound);
    set_cell(bound, cell);
    bound.own_analysis = row->data.own_analysis && bound.number;
    for (const auto& id : bound.facts)
        if (const auto* fact = model().fact(id)) bound.status = weaker(bound.status, fact->status);
    return {keep(name, std::move(bound)), false};
}

Bound Values::from_rows(const spec::NamedValue& value, const data::Rows& rows, const Frame& frame) {
    Bound bound;
    bound.sources = rows.sources;
    bound.facts = rows.facts;
    bound.tables = rows.tables;
    bound.origins = rows.origins;
    bound.withheld = rows.withheld;
    for (const auto& [name, cell] : frame.asked) bound.values.push_back(name);
    bound.own_analysis = rows.own_analysis;
    bound.set = frame.set;
    bound.status = frame.status;
    for (const auto& id : rows.facts) {
        const auto* fact = model().fact(id);
        if (fact != nullptr) bound.status = weaker(bound.status, fact->status);
    }
    if (!rows.columns.empty()) take_column(rows.columns.front(), bound);
    check_unit(value, bound);
    apply_stated(value, bound);
    for (const auto& metric : model().metrics) {
        if (metric.name.text == value.name.text) bound.detail = metric.definition.text;
    }
    set_cell(bound, rows.rows.front().front());
    translate(value, bound);
    check_qualifier(value, bound, rows, frame);
    return bound;
}

void Values::translate(const spec::NamedValue& value, Bound& bound) {
    const diag::Text* words = nullptr;
    for (const auto& [audience, text] : value.translated)
        if (audience.empty() || audience == in_.target.audience) words = &text;
    if (words != nullptr && bound.number) {
        diagnostics_.push_back(diag::error(
            diag::code::comes_from_original, words->span,
            "the value “" + value.name.text + "” is a number, " + bound.text + ", and numbers come from the original",
            "remove it here; `words:` translates the word of its unit"));
        return;
    }
    if (words != nullptr) {
        bound.untranslated = std::exchange(bound.text, words->text);
        return;
    }
    // A text of the data is translated by `words:`; one that stands in the query itself is the author's.
    if (in_.briefing.translation.empty() || bound.number || in_.locale.knows_of_data(bound.text)) return;
    const auto& sql = value.query.text;
    const bool of_author =
        sql.find("'" + bound.text + "'") != std::string::npos && bound.text.find(' ') != std::string::npos;
    if (!of_author || sql.find(":language") != std::string::npos) return;
    const auto who = in_.target.audience.empty() ? std::string() : "." + in_.target.audience;
    const auto at = sql.find("'" + bound.text + "'");
    diagnostics_.push_back(
        diag::warning(diag::code::untranslated, value.query.at(at + 1, at + 1 + bound.text.size()),
                      "this text has no translation in " + in_.briefing.translation.filename().string(),
                      "add `values." + value.name.text + who + "` to " + in_.briefing.translation.filename().string()));
}

void Values::check_unit(const spec::NamedValue& value, const Bound& bound) {
    if (!value.unit || bound.unit.empty() || base::lowered(value.unit->text) == base::lowered(bound.unit)) return;
    const bool difference = bound.unit == "percent" && value.unit->text == "pp" && bound.own_analysis;
    if (difference) return;
    diagnostics_.push_back(diag::error(diag::code::bad_value, value.unit->span,
                                       "the unit of “" + value.name.text + "” is “" + value.unit->text +
                                           "”, but the column that its query gives is in “" + bound.unit + "”",
                                       "remove `unit:`; if the query converts the number, give the result a name that "
                                       "no column has, as in “SELECT 1.1 * price AS converted”"));
}

void Values::check_qualifier(const spec::NamedValue& value, Bound& bound, const data::Rows& rows, const Frame& frame) {
    if (value.qualifier || !bound.number) return;
    const data::Fact* culprit = nullptr;
    for (const auto& id : rows.facts) {
        const auto& nested = frame.facts_of_values;
        if (std::find(nested.begin(), nested.end(), id) != nested.end()) continue;
        const auto* fact = model().fact(id);
        if (culprit == nullptr && fact != nullptr && inexact(fact->qualifier)) culprit = fact;
    }
    if (culprit == nullptr && !frame.inexact_value) return;
    const auto reason = culprit != nullptr ? "“" + culprit->id + "” is “" + std::string(name_of(culprit->qualifier)) +
                                                 " " + culprit->value + "”"
                                           : std::string("a value in its query is not exact");
    diagnostics_.push_back(diag::error(code::qualifier_lost, value.name.span,
                                       "the value “" + value.name.text + "” has no qualifier, although " + reason,
                                       "add `qualifier:` (about, more than, at least …, or exactly)"));
}

}  // namespace precis::bind
