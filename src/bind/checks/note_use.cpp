#include "bind/checks/note_use.h"

#include "bind/checks/doubt.h"
#include "bind/checks/permission.h"
#include "bind/values/id_list.h"

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

/// A source that is stated does not take the place of those that the numbers come from.
std::vector<std::string> with_origins(std::vector<std::string> sources, const std::vector<std::string>& origins) {
    add_new(sources, origins);
    return sources;
}

}  // namespace

void note_use(Context& context, const Bound& bound, const diag::Span& where) {
    const auto sources = with_origins(bound.sources, bound.origins);
    note(context, {sources, bound.facts, bound.tables, bound.withheld, bound.own_analysis}, where);
}

void note_use(Context& context, const data::Rows& rows, const diag::Span& where) {
    const auto sources = with_origins(rows.sources, rows.origins);
    note(context, {sources, rows.facts, rows.tables, rows.withheld, rows.own_analysis}, where);
}

void note_citation(Context& context, const std::string& source, const diag::Span& where) {
    const std::vector<std::string> nothing;
    const std::vector<std::string> cited{source};
    const data::Withheld none;
    note(context, {.sources = cited, .facts = nothing, .tables = nothing, .withheld = none, .own_analysis = false},
         where);
}

}  // namespace precis::bind
