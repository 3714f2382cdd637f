// Looking names up and running queries: each value is made once, circles are found, faults told where they arose.
#include "bind/values/values.h"

#include <algorithm>
#include <cmath>

#include "base/nearest.h"
#include "base/numbers.h"
#include "bind/codes.h"
#include "bind/values/codes.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

void merge(std::vector<std::string>& into, const std::vector<std::string>& more) {
    for (const auto& one : more) {
        if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
    }
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
    bound.decimals = fact.decimals;
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

Values::Values(Inputs inputs, diag::Diagnostics& found) : in_(std::move(inputs)), found_(found) {
    const auto text = [](const std::string& s) { return s.empty() ? data::Cell{} : data::Cell{s}; };
    parameters_ = {{"date", text(in_.target->date)},
                   {"audience", text(in_.target->audience)},
                   {"output", text(in_.target->output)},
                   {"language", text(in_.locale->tag())}};
    in_.database->cut_after(in_.target->date);
    in_.database->set_lookup([this](std::string_view name) { return look_up(name); });
    for (const auto& metric : model().metrics) {
        spec::NamedValue value;
        value.name = metric.name, value.query = metric.query;
        value.unit = metric.unit, value.qualifier = metric.qualifier, value.status = metric.status;
        value.period = metric.period, value.label = metric.label;
        metrics_.push_back(std::move(value));
    }
    for (const auto& set : in_.target->set) {
        if (named(set.first) == nullptr) found_.push_back(unknown(set.first, {}));
    }
}

Values::~Values() {
    in_.database->set_lookup({});
}

const data::Model& Values::model() const {
    return in_.database->model();
}

const spec::NamedValue* Values::named(const std::string& name) const {
    for (const auto* list : {&in_.briefing->values, &metrics_}) {
        for (const auto& value : *list) {
            if (value.name.text == name) return &value;
        }
    }
    return nullptr;
}

std::vector<std::string> Values::names() const {
    std::vector<std::string> all;
    for (const auto& fact : model().facts) all.push_back(fact.id);
    for (const auto& value : in_.briefing->values) all.push_back(value.name.text);
    for (const auto& metric : metrics_) all.push_back(metric.name.text);
    if (in_.audience != nullptr) {
        for (const auto& [name, words] : in_.audience->terms) all.push_back(name.text);
    }
    for (const auto* name : {"title", "subtitle", "short-title", "document-type", "date", "edition", "audience",
                             "output", "publisher", "classification"}) {
        all.emplace_back(name);
    }
    return all;
}

diag::Diagnostic Values::unknown(const std::string& name, diag::Span where) const {
    if (term_of_others(name)) {
        return diag::error(
            code::missing_term, std::move(where),
            "the audience “" + in_.target->audience + "” has no term “" + name + "”, which other audiences have",
            "give it under this audience's `terms:`");
    }
    const auto nearest = base::nearest(name, names());
    return diag::error(diag::code::unknown_name, std::move(where), "no fact, value or term is called “" + name + "”",
                       nearest ? "did you mean “" + *nearest + "”?"
                               : "add it to the facts or under `values:`; `precis data` lists what there is");
}

bool Values::term_of_others(const std::string& name) const {
    const auto has = [&](const std::vector<spec::Audience>& audiences) {
        return std::any_of(audiences.begin(), audiences.end(), [&](const spec::Audience& audience) {
            return std::any_of(audience.terms.begin(), audience.terms.end(),
                               [&](const auto& term) { return term.first.text == name; });
        });
    };
    return has(in_.briefing->audiences) || has(in_.project->audiences);
}

const Bound* Values::find(const Placed& name) {
    const auto answer = ask(name.text);
    if (answer.unknown) found_.push_back(unknown(name.text, name.span));
    return answer.bound;
}

Values::Answer Values::ask(const std::string& name) {
    const auto known = made_.find(name);
    if (known != made_.end() && known->second.state == State::done) return {&known->second.bound, false};
    if (known != made_.end() && known->second.state == State::failed) return {};
    if (const auto* named = this->named(name)) {
        const auto& value = *named;
        if (std::find(being_made_.begin(), being_made_.end(), name) == being_made_.end()) return {make(value), false};
        std::string circle;
        auto from = std::find(being_made_.begin(), being_made_.end(), name);
        for (; from != being_made_.end(); ++from) circle += *from + " → ";
        found_.push_back(diag::error(diag::code::value_cycle, value.name.span,
                                     "the value “" + name + "” is made from itself: " + circle + name,
                                     "let one of them do without the others"));
        made_[name].state = State::failed;
        return {};
    }
    if (const auto* fact = model().fact(name)) {
        auto& made = made_[name];
        made = {State::done, from_fact(*fact, model())};
        return {&made.bound, false};
    }
    const auto* found = word(name);
    return {found, found == nullptr};
}

const Bound* Values::word(const std::string& name) {
    std::optional<std::string> text;
    if (in_.audience != nullptr) {
        for (const auto& [term, words] : in_.audience->terms) {
            if (term.text == name) text = words.text;
        }
    }
    if (!text) text = built_in(name);
    if (!text) return nullptr;
    Bound bound;
    bound.name = name;
    bound.text = *text;
    bound.word = true;
    auto& made = made_[name];
    made = {State::done, std::move(bound)};
    return &made.bound;
}

std::optional<std::string> Values::built_in(const std::string& name) const {
    const auto& b = *in_.briefing;
    const auto text = [](const std::optional<diag::Text>& t) { return t ? t->text : std::string(); };
    if (name == "title") return b.title.text;
    if (name == "subtitle") return text(b.subtitle);
    if (name == "short-title") return b.short_title ? b.short_title->text : b.title.text;
    if (name == "document-type") return text(b.document_type);
    if (name == "date") return in_.locale->date(in_.target->date);
    if (name == "edition") return text(b.edition);
    if (name == "output") return in_.target->output;
    if (name == "publisher") return in_.publisher;
    if (name == "audience") {
        return in_.audience != nullptr && in_.audience->title ? in_.audience->title->text : in_.target->audience;
    }
    if (name == "classification") {
        if (b.classification) return b.classification->text;
        return in_.audience != nullptr ? text(in_.audience->classification) : std::string();
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
        out.cell = bound.text;
    }
    out.sources = bound.sources;
    out.facts = bound.facts;
    if (model().fact(name) == nullptr) {
        frame.inexact_value = frame.inexact_value || inexact(bound.qualifier);
        merge(frame.facts_of_values, bound.facts);
        frame.status = weaker(frame.status, bound.status);
    }
    const auto same = [&](const auto& asked) { return asked.first == name; };
    if (std::none_of(frame.asked.begin(), frame.asked.end(), same)) frame.asked.emplace_back(name, out.cell);
    return out;
}

void Values::say_what_is_cut(const data::Rows& rows) {
    for (const auto& [name, count] : rows.cut) {
        for (const auto& table : model().tables) {
            if (table.name != name || !table.because.empty() || !cut_said_.insert(name).second) continue;
            const bool one = count == 1;
            found_.push_back(diag::warning(
                code::newer_than_briefing, table.span,
                std::to_string(count) + (one ? " row of “" : " rows of “") + name + "” " + (one ? "is" : "are") +
                    " later than the briefing (" + in_.target->date + ") and left out",
                "date the briefing later, or say why the table reaches further in its `because:`"));
        }
    }
}

std::optional<data::Rows> Values::run(const diag::Text& sql, bool one_value, Frame* keep) {
    frames_.push_back({});
    frames_.back().sql = &sql;
    auto result = one_value ? in_.database->query_value(sql, parameters_) : in_.database->query(sql, parameters_);
    auto frame = std::move(frames_.back());
    frames_.pop_back();
    asked_ = frame.asked;
    const bool good = result.ok();
    if (good) say_what_is_cut(result.value());
    if (frame.instead) {
        found_.push_back(std::move(*frame.instead));
    } else if (good || !frame.failed_before) {
        auto rows = std::move(result).take(found_);
        if (keep != nullptr) *keep = std::move(frame);
        if (!good) return std::nullopt;
        return rows;
    }
    return std::nullopt;
}

std::vector<data::ReadCells> Values::cells_read(const diag::Text& sql) {
    frames_.push_back({});
    frames_.back().sql = &sql;
    auto cells = in_.database->cells_read(sql, parameters_).take(found_);
    frames_.pop_back();
    return std::move(cells).value_or(std::vector<data::ReadCells>{});
}

std::optional<data::Rows> Values::query(const diag::Text& sql) {
    return run(sql, false, nullptr);
}
std::optional<data::Rows> Values::query_value(const diag::Text& sql) {
    return run(sql, true, nullptr);
}

}  // namespace precis::bind
