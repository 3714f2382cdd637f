#include "bind/checks/note_use.h"

#include "bind/checks/doubt.h"
#include "bind/checks/permission.h"

namespace precis::bind {
namespace {

void note(Context& context, const Ground& ground, const diag::Span& where) {
    check_permission(context, ground, where);
    const auto& model = context.values.model();
    for (const auto& id : ground.facts) {
        const auto* fact = model.fact(id);
        if (fact == nullptr) continue;
        doubt_fact(context, *fact, where);
        if (context.current.part.counted) context.collected.uses.push_back({fact->source, id});
    }
}

}  // namespace

void note_use(Context& context, const Bound& bound, const diag::Span& where) {
    note(context, {bound.sources, bound.facts, bound.tables, bound.own_analysis}, where);
}

void note_use(Context& context, const data::Rows& rows, const diag::Span& where) {
    note(context, {rows.sources, rows.facts, rows.tables, rows.own_analysis}, where);
}

void note_citation(Context& context, const std::string& source, const diag::Span& where) {
    const std::vector<std::string> nothing;
    const std::vector<std::string> cited{source};
    note(context, {.sources = cited, .facts = nothing, .tables = nothing, .own_analysis = false}, where);
}

}  // namespace precis::bind
