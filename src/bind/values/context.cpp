// Conditions, claims and the book-keeping of what is shown.
#include "bind/values/context.h"

#include <algorithm>

#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/values/codes.h"

namespace precis::bind {
namespace {

bool truth(const data::Rows& rows) {
    if (rows.rows.empty() || rows.rows.front().empty()) return false;
    const auto number = data::as_number(rows.rows.front().front());
    return number && *number != 0;
}

/// Tells the ledger, if there is one, what a condition rests on.
void note_condition(Context& context, const data::Rows& rows, const diag::Text& condition) {
    if (context.ledger == nullptr) return;
    Bound tested;
    tested.facts = rows.facts;
    tested.tables = rows.tables;
    for (const auto& [name, cell] : context.values.asked()) tested.values.push_back(name);
    note_printing(context, Printing::Kind::claim, tested, base::on_one_line(condition.text), condition.span);
}

}  // namespace

bool sees(Context& context, const spec::Conditions& conditions) {
    const auto known = context.seen.find(&conditions);
    if (known != context.seen.end()) return known->second;
    const bool slides = context.layout.medium == style::Medium::slides;
    bool seen = !conditions.medium || (conditions.medium->text == "slides") == slides;
    const auto& audience = context.target.audience;
    if (seen && !conditions.audiences.empty() && !audience.empty()) {
        seen = std::any_of(conditions.audiences.begin(), conditions.audiences.end(),
                           [&](const diag::Text& name) { return name.text == audience; });
    }
    if (seen && conditions.when) {
        const auto rows = context.values.query_value(*conditions.when);
        seen = rows && truth(*rows);
        if (rows) note_condition(context, *rows, *conditions.when);
    }
    context.seen[&conditions] = seen;
    return seen;
}

bool goes(const Context& context, const spec::Conditions& conditions) {
    return context.dropping && conditions.optional && *conditions.optional <= context.target.drop_optional_up_to;
}

bool stays(Context& context, const spec::Conditions& conditions, const diag::Span& where) {
    if (!goes(context, conditions)) return true;
    const Because because(context, conditions.because);
    warn(context, diag::warning(code::block_dropped, where,
                                "left out to meet the page budget, as its `optional: " +
                                    std::to_string(*conditions.optional) + "` allows",
                                "shorten the text elsewhere to keep it, or allow more pages"));
    return false;
}

bool holds(Context& context, const spec::Claim& claim) {
    bool all = true;
    for (const auto& condition : claim.conditions) {
        const auto rows = context.values.query_value(condition);
        if (!rows) continue;  // the query's own fault is reported
        note_condition(context, *rows, condition);
        if (truth(*rows)) continue;
        all = false;
        if (claim.otherwise) continue;
        const bool null = rows->rows.empty() || rows->rows.front().empty() || data::is_null(rows->rows.front().front());
        auto fault = diag::error(
            code::claim_false, condition.span,
            "the claim is " + std::string(null ? "NULL" : "false") + ": " + base::on_one_line(condition.text),
            "say what the data show, give the text that holds then under `otherwise:`, or correct the claim");
        for (const auto& [name, cell] : context.values.asked()) {
            const auto* fact = context.values.model().fact(name);
            fault.notes.push_back({"value('" + name + "') is " + (data::is_null(cell) ? "NULL" : data::as_text(cell)),
                                   fact != nullptr ? fact->span : diag::Span{}});
        }
        context.found.push_back(std::move(fault));
    }
    return all;
}

void note_printing(Context& context, Printing::Kind kind, const Bound& bound, std::string text, diag::Span where) {
    if (context.ledger == nullptr) return;
    auto facts = bound.facts;
    std::erase(facts, bound.name);
    context.ledger->printings.push_back({kind,
                                         bound.name,
                                         std::move(facts),
                                         bound.values,
                                         bound.tables,
                                         std::move(text),
                                         {},
                                         context.exhibit,
                                         std::move(where)});
}

int analysis_index(Context& context, const std::vector<std::string>& sources) {
    auto set = sources;
    std::sort(set.begin(), set.end(),
              [&](const auto& a, const auto& b) { return source_index(context, a) < source_index(context, b); });
    auto& known = context.analyses;
    auto at = std::find(known.begin(), known.end(), set);
    if (at == known.end()) at = known.insert(known.end(), std::move(set));
    return static_cast<int>(context.values.model().sources.size() + static_cast<std::size_t>(at - known.begin())) + 1;
}

int source_index(const Context& context, const std::string& id) {
    const auto& sources = context.values.model().sources;
    const auto found = std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.id == id; });
    return found == sources.end() ? 0 : static_cast<int>(found - sources.begin()) + 1;
}

bool warn(Context& context, diag::Diagnostic warning) {
    const std::string code(to_string(warning.code));
    if (context.because != nullptr) {
        if (const auto reason = context.because->find(code); reason != context.because->end()) {
            const doc::Accepted answered{code, reason->second.text};
            auto& all = context.accepted;
            if (std::find(all.begin(), all.end(), answered) == all.end()) all.push_back(answered);
            return false;
        }
    }
    context.found.push_back(std::move(warning));
    return true;
}

}  // namespace precis::bind
