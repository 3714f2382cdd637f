// Single facts: how many were asked, and whether the data say something else of the same thing elsewhere.
#include <algorithm>
#include <cmath>
#include <limits>

#include "bind/doubts.h"

namespace precis::bind {
namespace {

constexpr double kSmallBase = 30;
constexpr double kAbout = 0.1;  // "about 600" may be 10 % more or less

/// The numbers that a fact leaves open, ends excluded.
struct Range {
    double low = 0, high = 0;
};

Range range_of(const data::Fact& fact) {
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    const double number = *fact.number;
    const double rounding = 0.5 * std::pow(10, -fact.decimals);
    switch (fact.qualifier) {
        case data::Qualifier::more_than:
        case data::Qualifier::at_least:
            return {number - rounding, kEndless};
        case data::Qualifier::less_than:
        case data::Qualifier::at_most:
            return {-kEndless, number + rounding};
        case data::Qualifier::about:
            return {number - std::abs(number) * kAbout, number + std::abs(number) * kAbout};
        case data::Qualifier::between:
            if (fact.low && fact.high) return {*fact.low, *fact.high};
            break;
        case data::Qualifier::none:
        case data::Qualifier::exactly:
            break;
    }
    return {number - rounding, number + rounding};
}

std::string period_of(const data::Fact& fact, const data::Model& model) {
    if (!fact.period.empty()) return fact.period;
    const auto* source = model.source(fact.source);
    return source != nullptr ? source->date : std::string();
}

bool same_thing(const data::Fact& a, const data::Fact& b, const data::Model& model) {
    return a.subject == b.subject && a.measure == b.measure && a.unit == b.unit && a.status == b.status &&
           (a.base == b.base || a.base.empty() || b.base.empty()) && period_of(a, model) == period_of(b, model);
}

bool superseded(const data::Fact& fact, const data::Model& model) {
    return std::any_of(model.facts.begin(), model.facts.end(),
                       [&](const auto& other) { return other.supersedes == fact.id; });
}

/// Another fact of the same thing whose numbers cannot be those of this one.
const data::Fact* contradicting(const data::Fact& fact, const data::Model& model) {
    if (!fact.number) return nullptr;
    const auto ours = range_of(fact);
    for (const auto& other : model.facts) {
        if (&other == &fact || !other.number || !same_thing(fact, other, model)) continue;
        if (fact.supersedes == other.id || superseded(other, model)) continue;
        const auto theirs = range_of(other);
        if (std::max(ours.low, theirs.low) >= std::min(ours.high, theirs.high)) return &other;
    }
    return nullptr;
}

std::string said_by(const data::Fact& fact) {
    const auto qualifier = std::string(to_string(fact.qualifier));
    return "“" + fact.id + "” is " + (qualifier.empty() ? "" : qualifier + " ") + fact.value + ", by “" + fact.source +
           "”";
}

}  // namespace

void doubt_facts(Context& context, const std::vector<std::string>& facts, const diag::Span& where) {
    const auto& model = context.values.model();
    for (const auto& id : facts) {
        if (context.doubted.count(id) != 0) continue;
        const auto* fact = model.fact(id);
        if (fact == nullptr) continue;
        bool said = false;
        if (fact->n && *fact->n < kSmallBase) {
            said = warn(context, diag::warning(diag::Code::small_base, where,
                                               "“" + id + "” rests on " + context.locale.number(*fact->n, {}) +
                                                   " answers, fewer than 30",
                                               "say so in the text, or take a figure with a larger base"));
        }
        if (const auto* other = contradicting(*fact, model)) {
            auto doubt = diag::warning(diag::Code::facts_disagree, where,
                                       "the data disagree: " + said_by(*fact) + "; " + said_by(*other),
                                       "say in the newer one which it `supersedes`, or correct the one that is wrong");
            doubt.notes.push_back({"“" + id + "” is here", fact->span});
            doubt.notes.push_back({"“" + other->id + "” is here", other->span});
            said = warn(context, std::move(doubt)) || said;
        }
        if (said) context.doubted.insert(id);
    }
}

}  // namespace precis::bind
