// Audience, embargo and licence of each source, fact and table, one after the other.
#include "bind/checks/permission.h"

#include <algorithm>
#include <cstdint>

#include "base/moment.h"
#include "bind/checks/codes.h"
#include "bind/values/id_list.h"
#include "data/license.h"

namespace precis::bind {
namespace {

using vocabulary::Reach;

struct PermissionCheck {
    Context& context;
    const diag::Span& where;

    void refuse(diag::Code code, std::string message, std::string remedy) const {
        report(context, diag::error(code, where, std::move(message), std::move(remedy)));
    }

    void audience(const std::string& what, const std::vector<std::string>& allowed) const {
        const auto& reader = context.inputs.target.audience;
        if (reader.empty() || allowed.empty() || contains(allowed, reader)) return;
        refuse(code::restricted, what + " is not for the audience “" + reader + "”",
               "write `for:` on the block, or use another figure");
    }

    void release(const data::SourceRecord& source) const {
        if (const auto moment = base::parse_moment(source.embargo)) return release_at(source, *moment);
        const auto today = locale::parse_period(context.inputs.target.date);
        const auto released = locale::parse_period(source.embargo);
        if (!today || !released || today->begin >= released->begin) return;
        refuse(code::restricted,
               "the source “" + source.id + "” must not be published before " + source.embargo +
                   ", and the briefing dates from " + context.inputs.target.date,
               "date the briefing later, or leave this source out until then");
    }

    /// The build's clock decides. Without one, the briefing's date must be later than the day of the moment.
    void release_at(const data::SourceRecord& source, std::int64_t moment) const {
        const auto& target = context.inputs.target;
        const auto today = locale::parse_period(target.date), day = locale::parse_period(source.embargo.substr(0, 10));
        const bool clocked = target.clock.has_value();
        if (clocked ? *target.clock >= moment : today && day && today->begin > day->begin) return;
        refuse(code::restricted,
               "the source “" + source.id + "” must not be published before " + source.embargo + ", and " +
                   (clocked ? "the build's clock (--date or SOURCE_DATE_EPOCH) shows an earlier moment"
                            : "the briefing dates from " + target.date + ", without an hour"),
               "build with --date " + source.embargo + " or later, or leave this source out until then");
    }

    /// The document's rights as in the files' metadata: the brand's, else the briefing's or audience's classification.
    std::string rights() const {
        if (!context.inputs.layout.brand.rights.empty()) return context.inputs.layout.brand.rights;
        if (context.inputs.briefing.classification) return context.inputs.briefing.classification->text;
        return context.inputs.audience != nullptr && context.inputs.audience->classification
                   ? context.inputs.audience->classification->text
                   : std::string();
    }

    /// How far this audience's copy may travel; without a `reach:` it may go to the public.
    Reach reach() const {
        return context.inputs.audience != nullptr ? context.inputs.audience->reach.value_or(Reach::public_)
                                                  : Reach::public_;
    }

    std::string readers() const {
        const auto& reader = context.inputs.target.audience;
        return reader.empty()
                   ? "a briefing without audiences is for the public"
                   : "the audience “" + reader + "” has the reach “" + std::string(vocabulary::name_of(reach())) + "”";
    }

    static std::string licensed(const data::SourceRecord& source) {
        return "the source “" + source.id + "”" + (source.license.empty() ? "" : " (" + source.license + ")");
    }

    void license(const data::SourceRecord& source, bool own_analysis) const {
        const auto terms = data::terms_of(source);
        const auto audience_reach = reach();
        const std::string ask = "or write the publisher's `permission:` into the source";
        if (terms.internal && audience_reach != Reach::internal) {
            refuse(code::not_licensed, licensed(source) + " is for internal use only, and " + readers(),
                   "give the audience `reach: internal`, write `for:` on the block, use another source, " + ask);
        } else if (terms.non_commercial && audience_reach == Reach::clients) {
            refuse(code::not_licensed, licensed(source) + " must not be sold, and " + readers(),
                   "write `for:` on the block, use another source, " + ask);
        } else if (terms.no_derivatives && own_analysis && audience_reach != Reach::internal) {
            refuse(code::not_licensed,
                   licensed(source) + " may only be printed unchanged, and this is computed from it; " + readers(),
                   "print its own numbers, give the audience `reach: internal`, " + ask);
        } else if (terms.share_alike && own_analysis && audience_reach != Reach::internal &&
                   !data::shared_alike(source, rights())) {
            const auto own = rights();
            refuse(code::not_licensed,
                   licensed(source) +
                       " is under a share-alike licence, and this is computed from it: the document must be under the "
                       "same one, and " +
                       (own.empty() ? "it names no licence" : "its rights are “" + own + "”"),
                   "print its own numbers, name the same licence as the brand's `rights`, give the audience "
                   "`reach: internal`, " +
                       ask);
        }
    }

    /// The source, and those through which it is known (`via:`).
    void source(const std::string& id, bool own_analysis) const {
        const auto& model = context.values.model();
        const auto* known = model.source(id);
        // At most as many steps as there are sources: `via:` may form a circle.
        for (std::size_t steps = 0; known != nullptr && steps <= model.sources.size(); ++steps) {
            audience("the source “" + known->id + "”", known->audiences);
            release(*known);
            license(*known, own_analysis);
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
                           PermissionCheck::licensed(*source) +
                               " must be named wherever it is printed, and no citation or source line names it",
                           "cite it with [@" + id + "], or remove `nocite`"));
    }
}

}  // namespace precis::bind
