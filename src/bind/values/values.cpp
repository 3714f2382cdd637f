// Names and queries: each value is computed once, cycles are found, faults are reported where they arise.
#include "bind/values/values.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/codes.h"
#include "bind/values/audience.h"
#include "bind/values/codes.h"
#include "bind/values/id_list.h"
#include "bind/values/inherited_look.h"
#include "diag/codes.h"
#include "vocabulary/looks_sets.h"

namespace precis::bind {
using vocabulary::BuiltIn;
namespace {

/// The decimals of a number as written: 1 for `12.5` and `1.25e1`, 0 for `1.5e3`.
int decimals_written(const data::Fact& fact) {
    const auto e = fact.value.find_first_of("eE");
    if (!fact.number || e == std::string::npos) return fact.decimals;
    const auto exponent = base::parse_number(fact.value.substr(fact.value[e + 1] == '+' ? e + 2 : e + 1));
    const auto point = fact.value.find('.');
    const double behind = point < e ? static_cast<double>(e - point - 1) : 0;
    return static_cast<int>(std::clamp(behind - exponent.value_or(0), 0.0, 300.0));
}

diag::Span place_of_name(const diag::Text& sql, const std::string& name) {
    const auto at = sql.text.find("'" + name + "'");
    return at == std::string::npos ? sql.span : sql.at(at + 1, at + 1 + name.size());
}

}  // namespace

Bound from_fact(const data::Fact& fact, const data::Model& model) {
    Bound bound;
    bound.name = fact.id;
    bound.number = fact.number;
    bound.text = fact.value;
    bound.decimals = decimals_written(fact);
    bound.published = !fact.value.empty();
    bound.unit = fact.unit;
    bound.period = fact.period;
    if (bound.period.empty()) {
        if (const auto* source = model.source(fact.source)) bound.period = source->date;
    }
    bound.detail = fact.detail;
    bound.subject = bound.label = fact.subject;
    bound.base = fact.base;
    bound.n = fact.n;
    bound.low = fact.low;
    bound.high = fact.high;
    bound.qualifier = fact.qualifier;
    bound.status = fact.status;
    if (!fact.source.empty()) bound.sources = {fact.source};
    bound.facts = {fact.id};
    return bound;
}

Values::Values(Inputs inputs, diag::Diagnostics& diagnostics)
    : in_(std::move(inputs)),
      audience_(find_audience(in_.briefing, in_.project, in_.target.audience)),
      diagnostics_(diagnostics) {
    const auto cell = [](const std::string& text) { return text.empty() ? data::Cell{} : data::Cell{text}; };
    parameters_ = {{"date", cell(in_.target.date)},
                   {"audience", cell(in_.target.audience)},
                   {"output", cell(in_.target.output)},
                   {"language", cell(in_.locale.tag())}};
    if (const auto& row = in_.target.row; row)
        for (std::size_t i = 0; i < row->data.columns.size(); ++i)
            parameters_.emplace(row->data.columns[i].name, row->data.rows.front()[i]);
    in_.database.cut_after(in_.target.date);
    withheld_ = withheld_from(model(), {in_.target, audience_});
    in_.database.withhold(withheld_);
    in_.database.set_lookup([this](std::string_view name) { return look_up(name); });
    for (const auto& metric : model().metrics) {
        spec::NamedValue value;
        value.name = metric.name, value.query = metric.query;
        value.unit = metric.unit, value.qualifier = metric.qualifier, value.status = metric.status;
        value.period = metric.period, value.label = metric.label;
        value.may_be_set = metric.may_be_set;
        metrics_.push_back(std::move(value));
    }
    for (const auto* list : {&in_.briefing.values, &std::as_const(metrics_)})
        for (const auto& value : *list) definitions_.emplace(value.name.text, &value);
    for (const auto& [name, set_to] : in_.target.set) {
        const auto* value = named(name);
        if (value == nullptr) diagnostics_.push_back(unknown(name, {}));
        if (value == nullptr || value->may_be_set) continue;
        diagnostics_.push_back(
            diag::warning(code::set_for_build, value->name.span,
                          "the value “" + name + "” is not computed but set for this build, to “" + set_to + "”",
                          "write “may-be-set: true” under the value, beside its `query:`, or build without --set"));
    }
}

Values::~Values() {
    in_.database.set_lookup({});
    in_.database.withhold({});
}

const data::Model& Values::model() const {
    return in_.database.model();
}

const spec::NamedValue* Values::named(const std::string& name) const {
    const auto definition = definitions_.find(name);
    return definition == definitions_.end() ? nullptr : definition->second;
}

std::string thing_of(const data::Fact& fact, const data::Model& model) {
    const auto* source = fact.period.empty() ? model.source(fact.source) : nullptr;
    const auto& period = source ? source->date : fact.period;
    std::string key = "of ";
    for (const auto& part : {fact.subject, fact.measure, fact.unit, std::string(name_of(fact.status)), period})
        key += part + '\0';
    return key;
}

std::vector<const data::Fact*> Values::facts_beside(const data::Fact& fact) {
    const auto thing = [&](const data::Fact& one) { return thing_of(one, model()); };
    if (facts_by_thing_.empty()) {
        for (const auto& one : model().facts) {
            if (!one.subject.empty() || !one.measure.empty()) facts_by_thing_[thing(one)].push_back(&one);
            if (!one.supersedes.empty()) facts_by_thing_["over " + one.supersedes].push_back(&one);
        }
    }
    std::vector<const data::Fact*> beside;
    for (const auto& key : {thing(fact), "over " + fact.id}) {
        const auto found = facts_by_thing_.find(key);
        if (found != facts_by_thing_.end()) beside.insert(beside.end(), found->second.begin(), found->second.end());
    }
    std::sort(beside.begin(), beside.end());  // of one vector: file order
    beside.erase(std::unique(beside.begin(), beside.end()), beside.end());
    std::erase(beside, &fact);
    return beside;
}

std::vector<std::string> Values::names() const {
    std::vector<std::string> names;
    for (const auto& fact : model().facts) names.push_back(fact.id);
    for (const auto& value : in_.briefing.values) names.push_back(value.name.text);
    for (const auto& metric : metrics_) names.push_back(metric.name.text);
    if (in_.target.row)
        for (const auto& column : in_.target.row->data.columns) names.push_back(column.name);
    if (audience_ != nullptr) {
        for (const auto& [name, words] : audience_->terms) names.push_back(name.text);
    }
    for (const auto word : vocabulary::all_of<BuiltIn>()) {
        if (!vocabulary::row_of(word).of_page) names.emplace_back(vocabulary::name_of(word));
    }
    return names;
}

diag::Diagnostic Values::unknown(const std::string& name, diag::Span where) const {
    if (term_of_others(name)) {
        return diag::error(
            code::missing_term, std::move(where),
            "the audience “" + in_.target.audience + "” has no term “" + name + "”, which other audiences have",
            "give it under this audience's `terms:`");
    }
    const auto nearest = base::nearest(name, names());
    const auto no_model = how_to_name_a_model();
    return diag::error(diag::code::unknown_name, std::move(where), "no fact, value or term is called “" + name + "”",
                       nearest            ? "did you mean “" + *nearest + "”?"
                       : no_model.empty() ? "add it to the facts or under `values:`; `precis data` lists what there is"
                                          : no_model);
}

std::string Values::how_to_name_a_model() const {
    namespace fs = std::filesystem;
    if (!model().path.empty()) return {};
    const auto folder = in_.briefing.path.parent_path();
    for (const auto* name : {"data/model.yaml", "model.yaml"}) {
        std::error_code failed;
        if (fs::is_regular_file(folder / name, failed))
            return std::string("the briefing has no data model; write “model: ") + name + "” below its title";
    }
    for (const auto* name : {"data/facts.csv", "facts.csv"}) {
        std::error_code failed;
        if (!fs::is_regular_file(folder / name, failed)) continue;
        const auto model_file = (fs::path(name).parent_path() / "model.yaml").generic_string();
        return std::string(name) + " is not read without a data model; write the file " + model_file +
               " with the lines “model: 1”, “facts: facts.csv” and “sources: {ID: {title: …}}”, with each ID of the "
               "column source";
    }
    return "the project has no data model; write the file data/model.yaml with the lines “model: 1”, “sources: {books: "
           "{title: Account books}}” and “facts: facts.csv”, and facts.csv with the columns id, subject, measure, "
           "value, "
           "unit, period and source";
}

bool Values::term_of_others(const std::string& name) const {
    const auto has = [&](const std::vector<spec::Audience>& audiences) {
        return std::any_of(audiences.begin(), audiences.end(), [&](const spec::Audience& audience) {
            return std::any_of(audience.terms.begin(), audience.terms.end(),
                               [&](const auto& term) { return term.first.text == name; });
        });
    };
    return has(in_.briefing.audiences) || has(in_.project.audiences);
}

const Bound* Values::find(const Placed& name) {
    const auto answer = ask(name.text);
    if (answer.unknown) diagnostics_.push_back(unknown(name.text, name.span));
    return answer.bound;
}

Values::Answer Values::ask(const std::string& name) {
    const auto known = known_.find(name);
    if (known != known_.end() && known->second.state == State::done) return {&known->second.bound, false};
    if (known != known_.end() && known->second.state == State::failed) return {};
    note_read("name:" + name);
    if (const auto* named = this->named(name)) {
        const auto& value = *named;
        if (std::find(in_progress_.begin(), in_progress_.end(), name) == in_progress_.end())
            return {compute(value), false};
        std::string cycle;
        auto from = std::find(in_progress_.begin(), in_progress_.end(), name);
        for (; from != in_progress_.end(); ++from) cycle += *from + " → ";
        diagnostics_.push_back(diag::error(diag::code::value_cycle, value.name.span,
                                           "the value “" + name + "” is computed from itself: " + cycle + name,
                                           "compute one of them without the others"));
        known_[name].state = State::failed;
        return {};
    }
    if (const auto* fact = model().fact(name)) {
        auto bound = from_fact(*fact, model());
        if (contains(withheld_.facts, name) || contains(withheld_.sources, fact->source)) bound.withheld.facts = {name};
        return {keep(name, std::move(bound)), false};
    }
    if (const auto cell = in_row(name); !cell.unknown) return cell;
    const auto* text = word(name);
    return {text, text == nullptr};
}

const Bound* Values::word(const std::string& name) {
    std::optional<std::string> text;
    if (audience_ != nullptr) {
        for (const auto& [term, words] : audience_->terms) {
            if (term.text == name) text = words.text;
        }
    }
    if (!text) text = built_in(name);
    if (!text) return nullptr;
    Bound bound;
    bound.name = name;
    bound.text = *text;
    bound.word = true;
    return keep(name, std::move(bound));
}

const Bound* Values::keep(const std::string& name, Bound bound) {
    auto& entry = known_[name];
    entry = {State::done, std::move(bound)};
    return &entry.bound;
}

std::optional<std::string> Values::built_in(const std::string& name) const {
    const auto& b = in_.briefing;
    const auto text = [](const std::optional<diag::Text>& t) { return t ? t->text : std::string(); };
    const auto word = vocabulary::named<BuiltIn>(name);
    if (!word) return std::nullopt;
    switch (*word) {
        case BuiltIn::title:
            return b.title.text;
        case BuiltIn::subtitle:
            return text(b.subtitle);
        case BuiltIn::short_title:
            return b.short_title ? b.short_title->text : b.title.text;
        case BuiltIn::document_type:
            return text(b.document_type);
        case BuiltIn::date:
            return in_.locale.date(in_.target.date);
        case BuiltIn::edition:
            return text(b.edition);
        case BuiltIn::output:
            return in_.target.output;
        case BuiltIn::publisher:
            return in_.publisher;
        case BuiltIn::audience:
            return audience_ != nullptr && audience_->title ? audience_->title->text : in_.target.audience;
        case BuiltIn::classification:
            if (b.classification) return b.classification->text;
            return audience_ != nullptr ? text(audience_->classification) : std::string();
        case BuiltIn::section:
        case BuiltIn::page:
        case BuiltIn::pages:
        case BuiltIn::wordmark:
            return std::nullopt;  // of a page, not of the document
    }
    return std::nullopt;
}

data::LookedUp Values::look_up(std::string_view wanted) {
    const std::string name(wanted);
    const auto answer = ask(name);
    data::LookedUp out;
    auto& frame = frames_.back();
    if (answer.unknown) frame.instead = unknown(name, place_of_name(*frame.sql, name));
    if (answer.bound == nullptr) {
        frame.failed_before = frame.failed_before || !answer.unknown;
        out.failure = "there is no value “" + name + "”";
        return out;
    }
    const auto& bound = *answer.bound;
    if (bound.number) {
        const bool whole = bound.integer || (bound.decimals == 0 && !bound.facts.empty());
        out.cell = whole && std::abs(*bound.number) < 9e15 ? data::Cell{static_cast<std::int64_t>(*bound.number)}
                                                           : data::Cell{*bound.number};
    } else if (!bound.text.empty()) {
        out.cell = bound.untranslated.empty() ? bound.text : bound.untranslated;
    }
    out.sources = bound.sources;
    out.origins = bound.origins.empty() ? bound.sources : bound.origins;
    out.facts = bound.facts;
    out.withheld = bound.withheld;
    frame.cells.emplace(name, out.cell);
    return out;
}

/// Notes the values that the query has read; those that it only names do not count.
void Values::note_values(const data::Rows& rows, Frame& frame) {
    for (const auto& name : rows.values) {
        const auto* bound = ask(name).bound;
        if (bound == nullptr) continue;
        add_new(frame.set, bound->set);
        if (model().fact(name) == nullptr || named(name) != nullptr) {
            frame.inexact_value = frame.inexact_value || inexact(bound->qualifier);
            add_new(frame.facts_of_values, bound->facts);
            frame.status = weaker(frame.status, bound->status);
        }
        const auto cell = frame.cells.find(name);
        frame.asked.emplace_back(name, cell == frame.cells.end() ? data::Cell{} : cell->second);
    }
}

void Values::report_cut_rows(const data::Rows& rows) {
    for (const auto& [name, count] : rows.cut) {
        for (const auto& table : model().tables) {
            if (table.name != name || !table.because.empty() || !cut_reported_.insert(name).second) continue;
            const bool single = count == 1;
            diagnostics_.push_back(diag::warning(
                code::newer_than_briefing, table.span,
                std::to_string(count) + (single ? " row of “" : " rows of “") + name + "” " + (single ? "is" : "are") +
                    " later than the briefing (" + in_.target.date + ") by the column “" + table.time +
                    "” and left out",
                "date the briefing later, declare the column as text if it holds no dates, or say in its `because:` "
                "why the table reaches further"));
        }
    }
}

std::optional<data::ResultColumn> Values::look_of(std::string_view column, const std::vector<std::string>& tables) {
    std::optional<data::ResultColumn> found;
    for (const auto& table : model().tables) {
        if (std::find(tables.begin(), tables.end(), table.name) == tables.end()) continue;
        const bool has = std::any_of(table.columns.begin(), table.columns.end(),
                                     [&](const data::Column& known) { return known.name == column; });
        if (!has) continue;
        if (found) return std::nullopt;
        auto& known = looks_[{table.name, std::string(column)}];
        if (!known) {
            const diag::Text alone{"SELECT " + std::string(column) + " FROM " + table.name + " LIMIT 0", {}, {}};
            diag::Diagnostics told_by_the_query_itself;
            const auto rows = in_.database.query(alone, parameters_).take(told_by_the_query_itself);
            if (!rows || rows->columns.size() != 1) return std::nullopt;
            known = rows->columns.front();
        }
        found = known;
    }
    return found;
}

std::optional<data::Rows> Values::run(const diag::Text& sql, bool one_value, Frame* kept_frame, data::RowsSeen seen) {
    frames_.push_back({});
    frames_.back().sql = &sql;
    auto result = one_value ? in_.database.query_value(sql, parameters_) : in_.database.query(sql, parameters_, seen);
    auto frame = std::move(frames_.back());
    frames_.pop_back();
    const bool good = result.ok();
    if (good) note_values(result.value(), frame);
    asked_ = frame.asked;
    if (good) {
        report_cut_rows(result.value());
        inherit_looks(sql.text, result.value().columns,
                      [&](std::string_view column) { return look_of(column, result.value().tables); });
    }
    if (frame.instead) {
        diagnostics_.push_back(std::move(*frame.instead));
    } else if (good || !frame.failed_before) {
        auto rows = std::move(result).take(diagnostics_);
        if (kept_frame != nullptr) *kept_frame = std::move(frame);
        if (!good) return std::nullopt;
        return rows;
    }
    return std::nullopt;
}

std::string Values::shown_query(const diag::Text& sql) const {
    return withheld_.empty() ? data::shown_query(sql.text) : std::string();
}

std::vector<std::string> Values::set_behind_last() const {
    std::vector<std::string> names;
    for (const auto& [name, cell] : asked_) {
        const auto known = known_.find(name);
        if (known != known_.end()) add_new(names, known->second.bound.set);
    }
    return names;
}

std::vector<data::ReadCells> Values::cells_read(const diag::Text& sql) {
    frames_.push_back({});
    frames_.back().sql = &sql;
    auto cells = in_.database.cells_read(sql, parameters_).take(diagnostics_);
    frames_.pop_back();
    return std::move(cells).value_or(std::vector<data::ReadCells>{});
}

std::optional<data::Rows> Values::permitted(std::optional<data::Rows> rows, const diag::Text& sql) {
    if (!rows || rows->withheld.empty()) return rows;
    if (auto refusal = refusal_of(rows->withheld, model(), {in_.target, audience_}))
        diagnostics_.push_back(
            diag::error(refusal->code, sql.span, std::move(refusal->message), std::move(refusal->remedy)));
    return rows;
}

std::optional<data::Rows> Values::query(const diag::Text& sql, data::RowsSeen seen) {
    return permitted(run(sql, false, nullptr, seen), sql);
}
std::optional<data::Rows> Values::query_value(const diag::Text& sql) {
    return permitted(run(sql, true, nullptr), sql);
}

}  // namespace precis::bind
