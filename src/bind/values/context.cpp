// Which blocks are shown, whether claims hold, and what is noted on the way.
#include "bind/values/context.h"

#include <algorithm>

#include "base/numbers.h"
#include "base/phrases.h"
#include "bind/values/codes.h"
#include "bind/values/id_list.h"
#include "bind/values/truth.h"
#include "diag/codes.h"

namespace precis::bind {
namespace {

/// Notes in the ledger, if there is one, the data that a condition tests.
void note_condition(Context& context, const data::Rows& rows, const diag::Text& condition) {
    if (context.inputs.ledger == nullptr) return;
    note_printing(context, Printing::Kind::claim, what_was_read(context, rows), base::on_one_line(condition.text),
                  condition.span);
}

bool names_one(const std::vector<diag::Text>& names, const std::string& wanted) {
    return std::any_of(names.begin(), names.end(), [&](const diag::Text& name) { return name.text == wanted; });
}

/// What hides a block whatever the data say.
Hidden hidden_unasked(const Context& context, const spec::Conditions& conditions) {
    const auto& target = context.inputs.target;
    if (conditions.medium && (*conditions.medium == vocabulary::Medium::slides) != on_slides(context))
        return Hidden::by_medium;
    if (!conditions.outputs.empty() && !names_one(conditions.outputs, target.output)) return Hidden::by_output;
    const bool asked = !conditions.audiences.empty() && !target.audience.empty();
    return asked && !names_one(conditions.audiences, target.audience) ? Hidden::by_audience : Hidden::no;
}

}  // namespace

bool truth(const data::Rows& rows) {
    if (rows.rows.empty() || rows.rows.front().empty()) return false;
    const auto number = data::as_number(rows.rows.front().front());
    return number && *number != 0;
}

void warn_not_shown(Context& context, const std::string& piece, const std::string& list, const diag::Span& where) {
    if (!context.current.part.counted) return;
    warn(context, diag::warning(diag::code::piece_not_shown, where,
                                "the layout “" + context.inputs.layout.name + "” does not show `" + piece + "`",
                                "add “" + piece + "” to the layout's list “" + list + "”, or remove it here"));
}

bool on_slides(const Context& context) {
    return context.inputs.layout.medium == style::Medium::slides;
}

Hidden hidden_by(Context& context, const spec::Conditions& conditions) {
    const auto known = context.memo.hidden.find(&conditions);
    if (known != context.memo.hidden.end()) return known->second;
    auto hidden = hidden_unasked(context, conditions);
    if (hidden == Hidden::no && conditions.when) {
        const auto rows = context.values.query_value(*conditions.when);
        if (!rows || !truth(*rows)) hidden = Hidden::by_condition;
        if (rows) note_condition(context, *rows, *conditions.when);
    }
    context.memo.hidden[&conditions] = hidden;
    return hidden;
}

bool is_dropped(const Context& context, const spec::Conditions& conditions) {
    return context.current.part.takes_room && conditions.optional &&
           *conditions.optional <= context.inputs.target.drop_optional_up_to;
}

bool stays(Context& context, const spec::Conditions& conditions, const diag::Span& where) {
    if (!is_dropped(context, conditions)) return true;
    const Because because(context, conditions.because);
    warn(context, diag::warning(code::block_dropped, where,
                                "left out to meet the page budget, as its `optional: " +
                                    std::to_string(*conditions.optional) + "` allows",
                                "shorten the text elsewhere to keep it, or allow more pages"));
    return false;
}

bool holds(Context& context, const spec::Claim& claim) {
    bool all_hold = true;
    for (const auto& condition : claim.conditions) {
        const auto rows = context.values.query_value(condition);
        if (!rows) continue;  // the query's own fault is reported
        note_condition(context, *rows, condition);
        if (truth(*rows)) continue;
        all_hold = false;
        if (claim.otherwise) continue;
        const bool null = rows->rows.empty() || rows->rows.front().empty() || data::is_null(rows->rows.front().front());
        auto fault = diag::error(
            code::claim_false, condition.span,
            "the claim is " + std::string(null ? "NULL" : "false") + ": " + base::on_one_line(condition.text),
            "write what the data show, add the text for this case under `otherwise:`, or correct the claim");
        for (const auto& [name, cell] : context.values.asked()) {
            const auto* fact = context.values.model().fact(name);
            fault.notes.push_back({"value('" + name + "') is " + (data::is_null(cell) ? "NULL" : data::as_text(cell)),
                                   fact != nullptr ? fact->span : diag::Span{}});
        }
        report(context, std::move(fault));
    }
    return all_hold;
}

void note_number(Context& context, doc::NamedNumber number) {
    if (!context.current.part.counted) return;
    auto& numbers = context.collected.numbers;
    const auto known =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& other) { return other.name == number.name; });
    if (known == numbers.end()) {
        numbers.push_back(std::move(number));
    } else {
        add_new(known->printed, number.printed);
    }
}

namespace {

/// The query that gives a value, or the columns of an edition's row; nullptr for other names.
const diag::Text* query_of(const Context& context, const std::string& name) {
    if (const auto* named = context.values.named(name)) return &named->query;
    const auto& row = context.inputs.target.row;
    return row && row->data.column(name) ? &*context.inputs.briefing.for_each : nullptr;
}

/// Notes a named value that is printed, and those that it is made of.
void note_value(Context& context, const Bound& bound, const std::string& printed) {
    const auto* query = query_of(context, bound.name);
    if (query == nullptr) return;
    doc::NamedNumber number{bound.name,      bound.number, bound.text, bound.unit, bound.period,
                            bound.qualifier, bound.status, {},         {}};
    if (!printed.empty()) number.printed = {printed};
    auto& from = number.from;
    from.query = context.values.shown_query(*query);
    from.sources = bound.sources, from.facts = bound.facts, from.tables = bound.tables;
    from.values = bound.values, from.set = bound.set, from.own_analysis = bound.own_analysis;
    const auto behind = bound.values;
    note_number(context, std::move(number));
    for (const auto& name : behind) {
        if (query_of(context, name) == nullptr) continue;
        const auto* other = context.values.find({name, {}});
        if (other != nullptr && other->withheld.empty()) note_value(context, *other, {});
    }
}

}  // namespace

namespace {

/// Notes a number that readers see in a sentence or a tile.
void note_print(Context& context, const Bound& bound, const std::string& text, const diag::Span& where,
                NamedPrint::Format format) {
    if (!context.current.printed || !context.current.part.counted) return;
    if (bound.name.empty() || !bound.number || bound.word) return;
    context.collected.prints.push_back({bound.name, text, bound.unit, *bound.number, bound.qualifier, bound.tables,
                                        format, where, context.current.reasons});
}

}  // namespace

void note_printing(Context& context, Printing::Kind kind, const Bound& bound, std::string text, diag::Span where,
                   NamedPrint::Format format) {
    if (kind != Printing::Kind::claim && context.current.printed) note_value(context, bound, text);
    if (kind == Printing::Kind::text || kind == Printing::Kind::tile) note_print(context, bound, text, where, format);
    if (context.inputs.ledger == nullptr) return;
    auto facts = bound.facts;
    std::erase(facts, bound.name);
    context.inputs.ledger->printings.push_back({kind,
                                                bound.name,
                                                std::move(facts),
                                                bound.values,
                                                bound.tables,
                                                std::move(text),
                                                {},
                                                context.current.exhibit,
                                                std::move(where)});
}

Bound what_was_read(const Context& context, const data::Rows& rows) {
    Bound read;
    read.facts = rows.facts;
    read.tables = rows.tables;
    for (const auto& [name, cell] : context.values.asked()) read.values.push_back(name);
    return read;
}

int analysis_index(Context& context, const std::vector<std::string>& sources, const std::vector<std::string>& set) {
    OwnNumber own{sources, set};
    std::sort(own.sources.begin(), own.sources.end(),
              [&](const auto& a, const auto& b) { return source_index(context, a) < source_index(context, b); });
    auto& analyses = context.collected.analyses;
    auto at = std::find(analyses.begin(), analyses.end(), own);
    if (at == analyses.end()) at = analyses.insert(analyses.end(), std::move(own));
    return static_cast<int>(context.values.model().sources.size() + static_cast<std::size_t>(at - analyses.begin())) +
           1;
}

std::vector<int> cited_for(Context& context, const Bound& bound) {
    if (bound.own_analysis && !bound.sources.empty()) return {analysis_index(context, bound.sources, bound.set)};
    std::vector<int> cited;
    for (const auto& id : bound.sources)
        if (const int index = source_index(context, id)) cited.push_back(index);
    if (bound.number && !bound.set.empty()) cited.push_back(analysis_index(context, {}, bound.set));
    return cited;
}

int source_index(const Context& context, const std::string& id) {
    const auto& sources = context.values.model().sources;
    const auto at = std::find_if(sources.begin(), sources.end(), [&](const auto& source) { return source.id == id; });
    return at == sources.end() ? 0 : static_cast<int>(at - sources.begin()) + 1;
}

void report(Context& context, diag::Diagnostic fault) {
    context.diagnostics.push_back(std::move(fault));
}

bool warn(Context& context, diag::Diagnostic warning) {
    const auto* reasons = context.current.reasons;
    const std::string code(to_string(warning.code));
    if (reasons != nullptr) {
        if (const auto reason = reasons->find(code); reason != reasons->end()) {
            const doc::Accepted answered{code, reason->second.text};
            auto& accepted = context.collected.accepted;
            if (std::find(accepted.begin(), accepted.end(), answered) == accepted.end()) accepted.push_back(answered);
            return false;
        }
    }
    report(context, std::move(warning));
    return true;
}

}  // namespace precis::bind
