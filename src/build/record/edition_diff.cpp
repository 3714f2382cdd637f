// Numbers are matched by name, sentences by build/record/sentence_diff.h.
#include "build/record/edition_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/numbers.h"
#include "base/phrases.h"
#include "build/record/sentence_diff.h"

namespace precis::build {
namespace {

using publish::EditionRecord;
using publish::ManifestValue;
using publish::TargetRecord;

/// A number in one of the targets that print it.
struct Found {
    const TargetRecord* target = nullptr;
    const ManifestValue* value = nullptr;
};
using Numbers = std::map<std::string, std::vector<Found>>;

Numbers numbers_of(const EditionRecord& edition, const std::vector<std::string>& without) {
    Numbers numbers;
    for (const auto& target : edition.targets) {
        if (std::find(without.begin(), without.end(), target.name) != without.end()) continue;
        for (const auto& value : target.names) numbers[value.name].push_back({&target, &value});
    }
    return numbers;
}

std::string text_of(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& name) {
    const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return at == pairs.end() ? std::string() : at->second;
}

/// An input of a number.
struct Input {
    std::string state;  // equal while the input is
    bool hash = false;  // of what was read
    std::string fact = {};
};
/// What a number is made of, by cause and name in words.
using Inputs = std::map<std::pair<Cause, std::string>, Input>;

void add_inputs(const Found& found, Inputs& inputs, std::set<std::string>& seen) {
    const auto& [target, value] = found;
    if (!seen.insert(value->name).second) return;
    const auto name = base::quoted(value->name);
    if (!value->query.empty()) {
        inputs[{Cause::changed_query, "the query of " + name + " is another"}] = {value->query};
        const auto is_dated = [&, &target = target](const std::string& table) {
            return std::any_of(target->reads.begin(), target->reads.end(),
                               [&](const auto& read) { return read.first == "dated:" + table; });
        };
        if (std::any_of(value->tables.begin(), value->tables.end(), is_dated) ||
            value->query.find(":date") != std::string::npos)
            inputs[{Cause::new_period, "rows are read up to another date"}] = {target->date};
    }
    for (const auto& set : value->set)
        inputs[{Cause::set_for_build, base::quoted(set) + " is set by --set"}] = {
            text_of(target->setting, "set:" + set)};
    for (const auto& table : value->tables) {
        const auto quoted = base::quoted(table);
        const auto file = text_of(target->tables, table);
        inputs[{Cause::changed_data, "the rows of the table " + quoted + " have changed"}] = {
            text_of(target->reads, "file:" + file), true};
        inputs[{Cause::changed_query, "the table " + quoted + " is declared otherwise"}] = {
            text_of(target->reads, "table:" + table), true};
    }
    for (const auto& fact : value->facts)
        inputs[{Cause::changed_data, "the fact " + base::quoted(fact) + " has changed"}] = {
            text_of(target->reads, "name:" + fact), true, fact};
    for (const auto& other : value->values)
        for (const auto& known : target->names)
            if (known.name == other) add_inputs({target, &known}, inputs, seen);
}

Inputs inputs_of(const Found& found) {
    Inputs inputs;
    std::set<std::string> seen;
    add_inputs(found, inputs, seen);
    return inputs;
}

void add_cause(NumberChange& change, Cause cause, std::string why) {
    if (std::find(change.causes.begin(), change.causes.end(), cause) == change.causes.end())
        change.causes.push_back(cause);
    change.why.push_back(std::move(why));
    change.why_of.push_back(cause);
}

const ManifestValue* value_of(const TargetRecord& target, const std::string& name) {
    const auto at =
        std::find_if(target.names.begin(), target.names.end(), [&](const auto& value) { return value.name == name; });
    return at == target.names.end() ? nullptr : &*at;
}

/// By what a fact that other numbers rest on is another; changed_data if the records do not have it.
Cause cause_of_fact(const std::string& name, const TargetRecord& before, const TargetRecord& after) {
    const auto* old = value_of(before, name);
    const auto* now = value_of(after, name);
    if (old == nullptr || now == nullptr) return Cause::changed_data;
    if (old->sources != now->sources) return Cause::source_replaced;
    return old->period != now->period ? Cause::new_period : Cause::revised_value;
}

void find_causes(const Found& before, const Found& after, NumberChange& change) {
    const auto& old = *before.value;
    const auto& now = *after.value;
    std::vector<std::string> lost, gained;
    const auto missing = [](const std::vector<std::string>& from, const std::vector<std::string>& in,
                            std::vector<std::string>& out) {
        for (const auto& each : from)
            if (std::find(in.begin(), in.end(), each) == in.end()) out.push_back(base::quoted(each));
    };
    missing(old.sources, now.sources, lost);
    missing(now.sources, old.sources, gained);
    if (!lost.empty() && gained.empty())
        add_cause(change, Cause::source_lost, fmt::format("it no longer rests on {}", fmt::join(lost, ", ")));
    else if (!lost.empty() || !gained.empty())
        add_cause(change, Cause::source_replaced,
                  lost.empty()
                      ? fmt::format("it rests on {}, too", fmt::join(gained, ", "))
                      : fmt::format("it rests on {} in place of {}", fmt::join(gained, ", "), fmt::join(lost, ", ")));
    if (old.period != now.period)
        add_cause(change, Cause::new_period,
                  fmt::format("it is of {}, and was of {}", now.period.empty() ? "no period" : now.period,
                              old.period.empty() ? "no period" : old.period));
    const auto was = inputs_of(before), is = inputs_of(after);
    const bool hashes = !before.target->reads.empty() && !after.target->reads.empty();  // records of the first form
    for (const auto& [name, input] : is) {
        const auto known = was.find(name);
        if (known == was.end() || known->second.state == input.state || (input.hash && !hashes)) continue;
        add_cause(change, input.fact.empty() ? name.first : cause_of_fact(input.fact, *before.target, *after.target),
                  name.second);
    }
    if (is_fact(old) && is_fact(now) && change.causes.empty()) {
        if (old.qualifier != now.qualifier)
            add_cause(change, Cause::revised_value, "its qualifier is another");
        else if (old.status != now.status)
            add_cause(change, Cause::new_period, fmt::format("it is {}, and was {}", now.status, old.status));
        else
            add_cause(change, Cause::revised_value, "its value is another for the same period and source");
    }
    if (change.causes.empty()) add_cause(change, Cause::unknown, "nothing that the records have of it is different");
    std::sort(change.causes.begin(), change.causes.end());
}

std::string printed(const ManifestValue& value) {
    for (const auto& place : value.places)
        if (place.kind != "claim" && !place.text.empty()) return place.text;
    return value.value;
}

std::string signed_text(double number, int decimals) {
    auto text = fmt::format("{:.{}f}", std::abs(number), decimals);
    while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
        const bool point = text.back() == '.';
        text.pop_back();
        if (point) break;
    }
    return (number < 0 ? "\u2212" : "+") + text;
}

void measure(NumberChange& change, const ManifestValue& old, const ManifestValue& now) {
    change.from = base::parse_number(old.value);
    change.to = base::parse_number(now.value);
    const bool numbers = change.from && change.to && *change.from != *change.to && old.unit == now.unit;
    if (numbers && (now.unit == "percent" || now.unit == "pp")) {
        change.measure = NumberChange::Measure::points;
        change.size = *change.to - *change.from;
        change.change = signed_text(change.size, 1);
        change.change += change.change.ends_with("+1") || change.change.ends_with("\u22121") ? " point" : " points";
    } else if (numbers && *change.from != 0) {
        change.measure = NumberChange::Measure::percent;
        change.size = 100 * (*change.to - *change.from) / std::abs(*change.from);
        change.change = signed_text(change.size, std::abs(change.size) < 10 ? 1 : 0) + " %";
    } else if (numbers) {
        change.change = "from 0";
    } else if (old.unit != now.unit) {
        change.change = "unit: " + (now.unit.empty() ? "none" : now.unit);
    } else if (old.qualifier != now.qualifier) {
        change.change = "qualifier: " + (now.qualifier.empty() ? "none" : now.qualifier);
    } else if (old.status != now.status) {
        change.change = now.status + ", was " + old.status;
    } else if (old.period != now.period) {
        change.change = "period";
    } else {
        change.change = "words";
    }
}

std::vector<std::string> places_of(const std::vector<Found>& all) {
    std::vector<std::string> places;
    for (const auto& found : all) {
        std::vector<std::string> pages;
        for (const auto& place : found.value->places)
            for (const auto& page : place.pages)
                if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
        if (!pages.empty())
            places.push_back(fmt::format("{}, {} {}", found.target->name, pages.size() == 1 ? "page" : "pages",
                                         fmt::join(pages, ", ")));
    }
    return places;
}

bool differs(const ManifestValue& a, const ManifestValue& b) {
    return a.value != b.value || a.unit != b.unit || a.qualifier != b.qualifier || a.status != b.status ||
           a.period != b.period;
}

/// The same number in the same target of the other edition, else in any.
const Found& partner(const Found& of, const std::vector<Found>& others) {
    for (const auto& other : others)
        if (other.target->name == of.target->name) return other;
    return others.front();
}

/// Whether a record keeps neither numbers nor texts, so that nothing can be said of what its output prints.
bool is_silent(const TargetRecord& target) {
    const auto is_encrypted = [](const publish::ManifestOutput& output) { return output.encrypted; };
    return target.forgets && std::any_of(target.outputs.begin(), target.outputs.end(), is_encrypted);
}

/// An output says a sentence to all of its audiences, and others may say the same: each change is told once.
void find_sentences(const EditionRecord& before, const EditionRecord& after, EditionDiff& diff) {
    std::map<std::pair<std::string, std::string>, std::size_t> told;
    std::map<std::size_t, std::set<std::string>> outputs;  // of each change
    for (const auto& target : after.targets) {
        const auto* old = before.target(target.name);
        if (old == nullptr || is_silent(*old) || is_silent(target)) continue;
        if (old->texts.empty() != target.texts.empty()) diff.only_numbers.push_back(target.name);
        for (auto& change : sentence_changes(*old, target)) {
            const auto [at, is_new] = told.emplace(std::pair(change.before, change.after), diff.sentences.size());
            const bool other = outputs[at->second].insert(target.output).second;
            if (is_new) {
                diff.sentences.push_back(std::move(change));
            } else if (other) {
                const auto page = page_words(change);
                diff.sentences[at->second].also.push_back(target.name + (page.empty() ? "" : ", " + page));
            }
        }
    }
}

/// Names of the targets that both editions have and one of them is silent of.
std::vector<std::string> silent_in(const EditionRecord& before, const EditionRecord& after) {
    std::vector<std::string> names;
    for (const auto& target : after.targets) {
        const auto* old = before.target(target.name);
        if (old != nullptr && (is_silent(*old) || is_silent(target))) names.push_back(target.name);
    }
    return names;
}

void find_sources(const EditionRecord& before, const EditionRecord& after, EditionDiff& diff) {
    const auto titles = [](const EditionRecord& edition) {
        std::map<std::string, std::string> all;
        for (const auto& target : edition.targets)
            for (const auto& source : target.sources) all.emplace(source.id, source.title);
        return all;
    };
    const auto was = titles(before), is = titles(after);
    for (const auto& [id, title] : was)
        if (!is.contains(id)) diff.sources_lost.push_back(title);
    for (const auto& [id, title] : is)
        if (!was.contains(id)) diff.sources_new.push_back(title);
}

}  // namespace

std::string_view to_string(Cause cause) {
    switch (cause) {
        case Cause::source_lost:
            return "source lost";
        case Cause::source_replaced:
            return "source replaced";
        case Cause::new_period:
            return "new period";
        case Cause::changed_query:
            return "changed query";
        case Cause::revised_value:
            return "revised value";
        case Cause::changed_data:
            return "changed data";
        case Cause::set_for_build:
            return "set for the build";
        case Cause::unknown:
            return "not known";
        case Cause::added:
            return "added";
        case Cause::removed:
            return "removed";
    }
    return {};
}

std::string page_words(const SentenceChange& change) {
    if (!change.after.empty()) return change.page.empty() ? std::string() : "page " + change.page;
    return change.page_before.empty() ? std::string() : fmt::format("page {} of the old edition", change.page_before);
}

bool is_fact(const ManifestValue& value) {
    return value.query.empty() && value.tables.empty() && value.facts.empty() && value.values.empty();
}

bool has_amount(const NumberChange& change) {
    return change.from && change.to && *change.from != *change.to;
}

bool EditionDiff::empty() const {
    return numbers.empty() && sentences.empty() && sources_lost.empty() && sources_new.empty() && targets.empty();
}

EditionDiff difference(const EditionRecord& before, const EditionRecord& after) {
    EditionDiff diff;
    diff.title = after.title;
    for (const auto& target : after.targets)  // as printed, where the record has it
        if (!target.title.empty() && diff.title.find("{{") != std::string::npos) diff.title = target.title;
    diff.date_before = before.date;
    diff.date_after = after.date;
    diff.silent = silent_in(before, after);
    const auto was = numbers_of(before, diff.silent), is = numbers_of(after, diff.silent);
    for (const auto& [name, all] : is) {
        NumberChange change;
        change.name = name;
        change.printed = places_of(all);
        const auto known = was.find(name);
        if (known == was.end()) {
            change.after = printed(*all.front().value);
            change.to = base::parse_number(all.front().value->value);
            change.target_after = all.front().target->name;
            change.unit = all.front().value->unit;
            change.label = all.front().value->label;
            change.change = to_string(Cause::added);
            change.causes = {Cause::added};
            diff.numbers.push_back(std::move(change));
            continue;
        }
        const auto other = std::find_if(all.begin(), all.end(), [&](const Found& found) {
            return differs(*partner(found, known->second).value, *found.value);
        });
        if (other == all.end()) {
            ++diff.same;
            continue;
        }
        const auto& old = partner(*other, known->second);
        change.unit = other->value->unit;
        change.label = other->value->label.empty() ? old.value->label : other->value->label;
        change.before = printed(*old.value);
        change.after = printed(*other->value);
        change.target_before = old.target->name;
        change.target_after = other->target->name;
        measure(change, *old.value, *other->value);
        find_causes(old, *other, change);
        diff.numbers.push_back(std::move(change));
    }
    for (const auto& [name, all] : was) {
        if (is.contains(name)) continue;
        NumberChange change;
        change.name = name;
        change.unit = all.front().value->unit;
        change.label = all.front().value->label;
        change.before = printed(*all.front().value);
        change.from = base::parse_number(all.front().value->value);
        change.target_before = all.front().target->name;
        change.change = to_string(Cause::removed);
        change.causes = {Cause::removed};
        diff.numbers.push_back(std::move(change));
    }
    std::stable_sort(diff.numbers.begin(), diff.numbers.end(), [](const auto& a, const auto& b) {
        return a.measure != b.measure ? a.measure < b.measure : std::abs(a.size) > std::abs(b.size);
    });
    find_sentences(before, after, diff);
    find_sources(before, after, diff);
    for (const auto& target : after.targets) {
        const auto* old = before.target(target.name);
        if (old == nullptr || old->pages != target.pages)
            diff.targets.push_back({target.name, old == nullptr ? 0 : old->pages, target.pages});
    }
    for (const auto& target : before.targets)
        if (after.target(target.name) == nullptr) diff.targets.push_back({target.name, target.pages, 0});
    return diff;
}

std::vector<Redline> redline(const std::string& before, const std::string& after) {
    const auto words_of = [](const std::string& text) {
        std::vector<std::string> words;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find(' ', at), text.size());
            if (end > at) words.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        return words;
    };
    const auto a = words_of(before), b = words_of(after);
    // The longest common subsequence; sentences are short.
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::vector<Redline> line;
    const auto add = [&](Redline::Kind kind, const std::string& word) {
        if (!line.empty() && line.back().kind == kind)
            line.back().words += " " + word;
        else
            line.push_back({kind, word});
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            add(Redline::Kind::kept, a[i]);
            ++i, ++j;
        } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
            add(Redline::Kind::removed, a[i++]);
        } else {
            add(Redline::Kind::added, b[j++]);
        }
    }
    return line;
}

}  // namespace precis::build
