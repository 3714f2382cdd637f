// Numbers of one target with the same lost and gained sources are asked together.
#include "build/compare/divide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "base/phrases.h"
#include "build/compare/mixer.h"
#include "build/record/labels.h"

namespace precis::build {
namespace {

using publish::ManifestValue;

/// The value of a number with some inputs new, and the cause that the last of these is.
struct State {
    Cause cause = Cause::revised_value;
    const bind::Bound* value = nullptr;
};

const ManifestValue* value_in(const publish::EditionRecord& record, const std::string& target,
                              const std::string& name) {
    const auto* at = record.target(target);
    if (at == nullptr) return nullptr;
    for (const auto& value : at->names)
        if (value.name == name) return &value;
    return nullptr;
}

/// A fact is one input: all that is different in its row comes at once. The records alone say what.
void settle_facts(const publish::EditionRecord& before, const publish::EditionRecord& after, EditionDiff& diff) {
    for (auto& change : diff.numbers) {
        const auto* was = value_in(before, change.target_before, change.name);
        const auto* is = value_in(after, change.target_after, change.name);
        const bool both = was != nullptr && is != nullptr && is_fact(*was) && is_fact(*is);
        const bool known = !change.causes.empty() && change.causes.front() != Cause::unknown;
        if (both && known && has_amount(change)) change.steps.push_back({change.causes, *change.to - *change.from});
    }
}

std::set<std::string> without(const std::vector<std::string>& from, const std::vector<std::string>& others) {
    std::set<std::string> left(from.begin(), from.end());
    for (const auto& other : others) left.erase(other);
    return left;
}

const bind::Bound* found_in(const NamedValues& values, const std::string& name) {
    const auto at = values.find(name);
    return at == values.end() ? nullptr : &at->second;
}

bool near(double a, double b) {
    constexpr double kNear = 1e-12;
    return std::abs(a - b) <= kNear * std::max(std::abs(a), std::abs(b));
}

bool same(const bind::Bound& a, const bind::Bound& b) {
    const bool numbers = a.number && b.number ? near(*a.number, *b.number) : a.number == b.number && a.text == b.text;
    return numbers && a.unit == b.unit && a.qualifier == b.qualifier && a.status == b.status && a.period == b.period;
}

bool contains(const std::vector<Cause>& causes, Cause cause) {
    return std::find(causes.begin(), causes.end(), cause) != causes.end();
}

/// Why a cause is one, where the record does not tell.
std::string usual_reason(Cause cause, const std::string& before, const std::string& after) {
    switch (cause) {
        case Cause::source_lost:
            return "a source has no rows any more";
        case Cause::source_replaced:
            return "its data are of other sources";
        case Cause::new_period:
            return before == after ? "there are data of another period"
                                   : fmt::format("the date is {}, and was {}", after, before);
        case Cause::changed_query:
            return "a query, or a table's declaration, is another";
        case Cause::revised_value:
            return "rows or facts of the same period have changed";
        default:
            return "another value is set for the build";
    }
}

void settle_reasons(NumberChange& change, const std::string& before, const std::string& after) {
    std::vector<std::string> why;
    std::vector<Cause> why_of;
    for (const auto cause : change.causes) {
        bool told = false;
        for (std::size_t i = 0; i < change.why.size() && i < change.why_of.size(); ++i) {
            if (change.why_of[i] != cause) continue;
            why.push_back(change.why[i]);
            why_of.push_back(cause);
            told = true;
        }
        if (told) continue;
        why.push_back(usual_reason(cause, before, after));
        why_of.push_back(cause);
    }
    change.why = std::move(why);
    change.why_of = std::move(why_of);
}

/// Names the causes by the states in which the value became another, with amounts if it is a number.
void settle_steps(NumberChange& change, const bind::Bound& begin, const std::vector<State>& states) {
    const bool amounts = change.from && change.to && begin.number && *change.from != *change.to;
    const auto known = change.causes;
    std::vector<Cause> causes, waiting;
    const auto* last = &begin;
    for (const auto& state : states) {
        if (state.value == nullptr || (amounts && !state.value->number)) {
            if (contains(known, state.cause)) waiting.push_back(state.cause);
            continue;
        }
        if (same(*last, *state.value)) {
            waiting.clear();
            continue;
        }
        CauseStep step;
        step.causes = std::move(waiting);
        waiting.clear();
        step.causes.push_back(state.cause);
        for (const auto cause : step.causes)
            if (!contains(causes, cause)) causes.push_back(cause);
        if (amounts) {
            step.amount = *state.value->number - *last->number;
            if (!near(*state.value->number, *last->number)) change.steps.push_back(std::move(step));
        }
        last = state.value;
    }
    if (!causes.empty()) change.causes = std::move(causes);
    std::sort(change.causes.begin(), change.causes.end());
}

class Divider {
  public:
    Divider(const Side& old, const Side& now) : old_(old), now_(now), mixer_(*old.prepared, *now.prepared) {}

    void divide(EditionDiff& diff) {
        std::map<std::pair<std::string, std::string>, std::vector<NumberChange*>> groups;
        for (auto& change : diff.numbers) {
            // A record of an older form has no labels.
            if (change.label.empty())
                change.label = label_of(change.name, change.after.empty() ? *old_.prepared : *now_.prepared);
            if (!change.before.empty() && !change.after.empty())
                groups[{change.target_before, change.target_after}].push_back(&change);
        }
        for (auto& [targets, changes] : groups) {
            const auto* before = target_of(*old_.prepared, targets.first);
            const auto* after = target_of(*now_.prepared, targets.second);
            if (before != nullptr && after != nullptr) divide(*before, *after, changes);
        }
    }

  private:
    static const bind::Target* target_of(const Prepared& prepared, const std::string& name) {
        for (const auto& target : prepared.targets)
            if (bind::name_of(target) == name) return &target;
        return nullptr;
    }

    void divide(const bind::Target& before, const bind::Target& after, const std::vector<NumberChange*>& changes) {
        const auto names_of = [](const std::vector<NumberChange*>& list) {
            std::vector<std::string> names;
            for (const auto* change : list) names.push_back(change->name);
            return names;
        };
        const auto names = names_of(changes);
        const auto begin = values_in(*old_.prepared, before, names), end = values_in(*now_.prepared, after, names);
        // A source that the new query would not have read in the old data, either, was dropped by the query.
        std::map<std::pair<std::set<std::string>, std::set<std::string>>, std::vector<NumberChange*>> groups;
        std::optional<NamedValues> asked_anew;
        for (auto* change : changes) {
            const auto* was = value_in(old_.record, change->target_before, change->name);
            const auto* is = value_in(now_.record, change->target_after, change->name);
            if (was == nullptr || is == nullptr) continue;
            if (is_fact(*was) && is_fact(*is)) continue;
            auto lost = without(was->sources, is->sources), gained = without(is->sources, was->sources);
            if (!lost.empty() || !gained.empty()) {
                if (!asked_anew)
                    asked_anew =
                        mixer_.values({.sources = false, .period = false, .method = true}, before, after, names);
                const auto* anew = found_in(*asked_anew, change->name);
                const auto of_query = [&](const std::set<std::string>& ids, bool has) {
                    std::set<std::string> left;
                    for (const auto& id : ids) {
                        const bool there = anew != nullptr && std::find(anew->sources.begin(), anew->sources.end(),
                                                                        id) != anew->sources.end();
                        if (anew != nullptr && there == has) left.insert(id);
                    }
                    return left;
                };
                lost = of_query(lost, true);
                gained = of_query(gained, false);
            }
            groups[{lost, gained}].push_back(change);
        }
        for (auto& [ids, group] : groups) divide(before, after, group, {ids.first, ids.second}, begin, end);
    }

    struct Sources {
        std::set<std::string> lost, gained;
    };

    void divide(const bind::Target& before, const bind::Target& after, const std::vector<NumberChange*>& changes,
                const Sources& ids, const NamedValues& begin, const NamedValues& end) {
        std::vector<std::string> names;
        for (const auto* change : changes) names.push_back(change->name);
        Mix mix{.sources = true, .period = false, .method = false, .lost = ids.lost, .gained = ids.gained};
        const auto of_sources = mixer_.values(mix, before, after, names);
        mix.period = true;
        const auto of_period = mixer_.values(mix, before, after, names);
        mix.method = true;
        const auto of_method = mixer_.values(mix, before, after, names);
        auto unset = after;
        unset.set = before.set;
        const auto of_rows = before.set == after.set ? end : values_in(*now_.prepared, unset, names);
        for (auto* change : changes) {
            const auto* first = found_in(begin, change->name);
            const auto* last = found_in(end, change->name);
            if (first == nullptr || last == nullptr || !agrees(*first, change->from) || !agrees(*last, change->to)) {
                change->not_divided = "its inputs give another value today than its edition printed";
                continue;
            }
            const bool is_lost = contains(change->causes, Cause::source_lost);
            const std::vector<State> states{
                {is_lost ? Cause::source_lost : Cause::source_replaced, found_in(of_sources, change->name)},
                {Cause::new_period, found_in(of_period, change->name)},
                {Cause::changed_query, found_in(of_method, change->name)},
                {Cause::revised_value, found_in(of_rows, change->name)},
                {Cause::set_for_build, last},
            };
            // Now it is known which rows they are.
            for (auto* causes : {&change->causes, &change->why_of})
                std::replace(causes->begin(), causes->end(), Cause::changed_data, Cause::revised_value);
            settle_steps(*change, *first, states);
            settle_reasons(*change, before.date, after.date);
        }
    }

    static bool agrees(const bind::Bound& bound, const std::optional<double>& number) {
        return !number || !bound.number || near(*bound.number, *number);
    }

    const Side& old_;
    const Side& now_;
    Mixer mixer_;
};

}  // namespace

EditionDiff divided_difference(const Side& old, const Side& now) {
    auto diff = difference(old.record, now.record);
    diff.name_before = old.name;
    diff.name_after = now.name;
    settle_facts(old.record, now.record, diff);
    const auto has_data = [](const Side& side) { return side.prepared && side.prepared->database; };
    std::string reason;
    if (has_data(old) && has_data(now)) {
        Divider(old, now).divide(diff);
        reason = "it has no value in one of the steps between";
    } else {
        std::vector<std::string> without, lacks;
        for (const auto* side : {&old, &now}) {
            if (has_data(*side)) continue;
            const auto name = side->name.empty() ? "the edition of " + side->record.date : side->name;
            if (std::find(without.begin(), without.end(), name) == without.end()) without.push_back(name);
            if (!side->lacks.empty()) lacks.push_back(fmt::format("of {} {}", name, side->lacks));
        }
        reason = fmt::format("the inputs of {} are not there", base::enumerated(without));
        diff.not_divided = fmt::format("changes of queries are not divided among their causes: {}",
                                       lacks.empty() ? reason : base::joined(lacks, "; "));
    }
    for (auto& change : diff.numbers) {
        const bool whole = change.before.empty() || change.after.empty() || !change.steps.empty();
        if (!whole && has_amount(change) && change.not_divided.empty()) change.not_divided = reason;
    }
    return diff;
}

std::string signed_number(double number, int decimals) {
    auto text = base::fixed(std::abs(number), decimals);
    const auto point = std::min(text.find('.'), text.size());
    for (auto at = point; at > 3; at -= 3) text.insert(at - 3, ",");
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return (zero ? "" : number < 0 ? "\u2212" : "+") + text;
}

std::vector<std::string> printed_amounts(const NumberChange& change) {
    double largest = 0;
    bool whole = true;
    for (const auto& step : change.steps) {
        largest = std::max(largest, std::abs(step.amount));
        whole = whole && step.amount == std::round(step.amount);
    }
    constexpr int kFigures = 2, kMost = 9;
    int decimals = 0;
    if (!whole && largest > 0)
        decimals = std::clamp(kFigures - 1 - static_cast<int>(std::floor(std::log10(largest))), 0, kMost);
    const double unit = std::pow(10, decimals);
    // The largest remainders are rounded so that the texts add up as the numbers do.
    std::vector<double> parts;
    double sum = 0, printed = 0;
    for (const auto& step : change.steps) {
        parts.push_back(std::floor(step.amount * unit));
        sum += step.amount * unit;
        printed += parts.back();
    }
    std::vector<std::size_t> order(parts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return change.steps[a].amount * unit - parts[a] > change.steps[b].amount * unit - parts[b];
    });
    const auto missing = static_cast<std::size_t>(std::max(0.0, std::round(sum) - printed));
    for (std::size_t i = 0; i < std::min(missing, order.size()); ++i) parts[order[i]] += 1;
    std::vector<std::string> texts;
    for (const auto part : parts) texts.push_back(signed_number(part / unit, decimals));
    return texts;
}

}  // namespace precis::build
