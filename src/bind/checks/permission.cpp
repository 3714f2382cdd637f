// Audience, embargo and licence of each source, fact and table, one after the other.
#include "bind/checks/permission.h"

#include <algorithm>

#include "bind/values/codes.h"
#include "bind/values/withheld.h"
#include "data/license.h"

namespace precis::bind {
namespace {

using vocabulary::Reach;

struct PermissionCheck {
    Context& context;
    const diag::Span& where;

    /// One message for one fault at one place: the query may have reported it.
    void refuse(diag::Code code, std::string message, std::string remedy) const {
        auto fault = diag::error(code, where, std::move(message), std::move(remedy));
        const auto same = [&](const diag::Diagnostic& known) {
            return known.code == fault.code && known.span == fault.span && known.message == fault.message;
        };
        if (std::none_of(context.diagnostics.begin(), context.diagnostics.end(), same))
            report(context, std::move(fault));
    }

    bool refuse(std::optional<Refusal> refusal) const {
        if (refusal) refuse(refusal->code, std::move(refusal->message), std::move(refusal->remedy));
        return refusal.has_value();
    }

    Reader reader() const { return {context.inputs.target, context.inputs.audience}; }

    void audience(const std::string& what, const std::vector<std::string>& allowed) const {
        refuse(refusal_by_audience(what, allowed, reader()));
    }

    /// The document's rights as in the files' metadata: the brand's, else the briefing's or audience's classification.
    std::string rights() const {
        if (!context.inputs.layout.brand.rights.empty()) return context.inputs.layout.brand.rights;
        if (context.inputs.briefing.classification) return context.inputs.briefing.classification->text;
        return context.inputs.audience != nullptr && context.inputs.audience->classification
                   ? context.inputs.audience->classification->text
                   : std::string();
    }

    /// The terms about works that are made from it.
    void derived(const data::SourceRecord& source) const {
        const auto terms = data::terms_of(source);
        if (reader().reach() == Reach::internal) return;
        constexpr std::string_view kAsk = "or write the publisher's `permission:` into the source";
        if (terms.no_derivatives) {
            refuse(code::not_licensed,
                   licensed_words(source) + " may only be printed unchanged, and this is computed from it; " +
                       reader().words(),
                   "print its own numbers, give the audience `reach: internal`, " + std::string(kAsk));
        } else if (terms.share_alike && !data::shared_alike(source, rights())) {
            const auto own = rights();
            refuse(code::not_licensed,
                   licensed_words(source) +
                       " is under a share-alike licence, and this is computed from it: the document must be under the "
                       "same one, and " +
                       (own.empty() ? "it names no licence" : "its rights are “" + own + "”"),
                   "print its own numbers, name the same licence as the brand's `rights`, give the audience "
                   "`reach: internal`, " +
                       std::string(kAsk));
        }
    }

    /// The source, and those through which it is known (`via:`).
    void source(const std::string& id, bool own_analysis) const {
        const auto& model = context.values.model();
        if (refuse(refusal_of_source(model, id, reader())) || !own_analysis) return;
        const auto* known = model.source(id);
        // At most as many steps as there are sources: `via:` may form a circle.
        for (std::size_t steps = 0; known != nullptr && steps <= model.sources.size(); ++steps) {
            derived(*known);
            known = known->via.empty() ? nullptr : model.source(known->via);
        }
    }
};

}  // namespace

void check_permission(Context& context, const Ground& ground, const diag::Span& where) {
    const auto& model = context.values.model();
    const PermissionCheck check{context, where};
    for (const auto& id : ground.facts) {
        if (const auto* fact = model.fact(id)) check.audience("the fact “" + id + "”", fact->audiences);
    }
    for (const auto& name : ground.tables) {
        const auto table = std::find_if(model.tables.begin(), model.tables.end(),
                                        [&](const data::TableRecord& record) { return record.name == name; });
        if (table != model.tables.end()) check.audience("the table “" + name + "”", table->audiences);
    }
    check.refuse(refusal_of(ground.withheld, model, check.reader()));
    for (const auto& id : ground.sources) {
        check.source(id, ground.own_analysis);
        const auto* source = model.source(id);
        if (context.current.part.counted && source != nullptr && data::terms_of(*source).attribution)
            context.collected.sources_to_name.emplace(id, where);
    }
}

void check_named(Context& context, const doc::Document& document) {
    for (const auto& [id, where] : context.collected.sources_to_name) {
        const bool named = std::any_of(document.sources.begin(), document.sources.end(),
                                       [&, &wanted = id](const auto& entry) { return entry.id == wanted; });
        if (named) continue;
        const auto* source = context.values.model().source(id);
        report(context,
               diag::error(code::not_licensed, where,
                           licensed_words(*source) +
                               " must be named wherever it is printed, and no citation or source line names it",
                           "cite it with [@" + id + "], or remove `nocite`"));
    }
}

}  // namespace precis::bind
