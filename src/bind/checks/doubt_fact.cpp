// Doubts about a fact, reported where it is used, so that the author sees which words rest on it.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/numbers.h"
#include "bind/checks/codes.h"
#include "bind/checks/doubt.h"
#include "bind/codes.h"

namespace precis::bind {
namespace {

constexpr double kAbout = 0.1;  // "about 600" allows 10 % more or less: our own reading

/// The numbers that agree with a fact, ends excluded. A bare number allows half a unit of its last digit.
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
    if (a.subject.empty() && a.measure.empty()) return false;  // neither says what the number is of
    return a.subject == b.subject && a.measure == b.measure && a.unit == b.unit && a.status == b.status &&
           (a.base == b.base || a.base.empty() || b.base.empty()) && period_of(a, model) == period_of(b, model);
}

/// Whether no number agrees with both.
bool contradict(const data::Fact& a, const data::Fact& b) {
    const auto range_a = range_of(a), range_b = range_of(b);
    return std::max(range_a.low, range_b.low) >= std::min(range_a.high, range_b.high);
}

struct FactDoubts {
    Context& context;
    const diag::Span& where;

    bool first_time(const std::string& doubt) const { return context.memo.doubted.insert(doubt).second; }

    void date(const data::Fact& fact) const {
        const bool happened = fact.status == data::Status::actual || fact.status == data::Status::previous ||
                              fact.status == data::Status::partial;
        const auto today = locale::parse_period(context.inputs.target.date);
        const auto when = locale::parse_period(fact.period);
        if (!happened || !today || !when || when->begin < today->end) return;
        report(context, diag::error(code::newer_than_briefing, where,
                                    "the fact “" + fact.id + "” dates from " + fact.period +
                                        ", later than the briefing (" + context.inputs.target.date + ")",
                                    "date the briefing later, or give the fact the status plan or forecast"));
    }

    void small_base(const data::Fact& fact) const {
        if (!fact.n || *fact.n >= kSmallBase || *fact.n <= 0 || !first_time("n " + fact.id)) return;
        warn(context, diag::warning(code::small_base, where,
                                    "“" + fact.id + "” rests on n = " + base::shortest(*fact.n) + " only",
                                    "leave it out, or say why it is used all the same in `because: {small_base: …}`"));
    }

    static std::string shown(const data::Fact& fact) {
        const auto qualifier = std::string(name_of(fact.qualifier));
        return "“" + fact.id + "” " + qualifier + (qualifier.empty() ? "" : " ") + fact.value;
    }

    /// Subject and measure, as far as the data have them.
    static std::string thing(const data::Fact& fact) {
        return fact.subject + (!fact.subject.empty() && !fact.measure.empty() ? ", " : "") + fact.measure;
    }

    void history(const data::Fact& fact) const {
        for (const auto* beside : context.values.facts_beside(fact)) {
            const auto& other = *beside;
            if (other.supersedes == fact.id && first_time("old " + fact.id)) {
                auto warning = diag::warning(code::facts_disagree, where,
                                             "the fact “" + fact.id + "” has been replaced by “" + other.id + "”",
                                             "use the newer one, or say why the older one is used here in `because:`");
                warning.notes.push_back({"the newer one is here", other.span});
                warn(context, std::move(warning));
            }
            if (!other.number || !fact.number || !same_thing(fact, other, context.values.model())) continue;
            if (!contradict(fact, other)) continue;
            if (other.supersedes == fact.id || fact.supersedes == other.id) continue;
            if (!first_time("clash " + std::min(fact.id, other.id) + " " + std::max(fact.id, other.id))) continue;
            auto warning =
                diag::warning(code::facts_disagree, where,
                              "two facts disagree on " + thing(fact) + ": " + shown(fact) + " and " + shown(other),
                              "let the newer one name the older in `supersedes`, correct one of them, or say "
                              "in `because: {facts_disagree: …}` why this one is used");
            warning.notes.push_back({"the other one is here", other.span});
            warn(context, std::move(warning));
        }
    }
};

}  // namespace

void doubt_fact(Context& context, const data::Fact& fact, const diag::Span& where) {
    const FactDoubts doubts{context, where};
    if (!doubts.first_time("met " + fact.id + " " + (context.current.reasons != nullptr ? "b" : ""))) return;
    doubts.date(fact);
    doubts.small_base(fact);
    doubts.history(fact);
}

}  // namespace precis::bind
