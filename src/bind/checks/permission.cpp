// Who may see it, from when, and worked into what.
#include "bind/checks/permission.h"

#include <algorithm>
#include <cstdint>

#include "base/moment.h"
#include "bind/checks/codes.h"
#include "data/license.h"

namespace precis::bind {
namespace {

bool includes(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

struct Checker {
    Context& context;
    const diag::Span& where;

    void say(diag::Code code, std::string message, std::string remedy) const {
        context.found.push_back(diag::error(code, where, std::move(message), std::move(remedy)));
    }

    void audience(const std::string& what, const std::vector<std::string>& allowed) const {
        const auto& reader = context.target.audience;
        if (reader.empty() || allowed.empty() || includes(allowed, reader)) return;
        say(code::restricted, what + " is not for the audience “" + reader + "”",
            "say `for:` on the block, or take another figure");
    }

    void release(const data::SourceRecord& source) const {
        if (const auto moment = base::parse_moment(source.embargo)) return release_at(source, *moment);
        const auto today = locale::parse_period(context.target.date);
        const auto released = locale::parse_period(source.embargo);
        if (!today || !released || today->begin >= released->begin) return;
        say(code::restricted,
            "the source “" + source.id + "” must not be published before " + source.embargo +
                ", and the briefing is of " + context.target.date,
            "date the briefing later, or do without this source until then");
    }

    /// By the build's clock; without one, a day that the briefing shares with the moment may be too early.
    void release_at(const data::SourceRecord& source, std::int64_t moment) const {
        const auto& target = context.target;
        const auto today = locale::parse_period(target.date), day = locale::parse_period(source.embargo.substr(0, 10));
        const bool clocked = target.clock.has_value();
        if (clocked ? *target.clock >= moment : today && day && today->begin > day->begin) return;
        say(code::restricted,
            "the source “" + source.id + "” must not be published before " + source.embargo + ", and " +
                (clocked ? "the build's clock (--date or SOURCE_DATE_EPOCH) is not there yet"
                         : "the briefing is of " + target.date + ", without an hour"),
            "build with --date " + source.embargo + " or later, or do without this source until then");
    }

    /// What the document says of its rights: the brand's words, else the classification, as in the files' metadata.
    std::string rights() const {
        if (!context.layout.brand.rights.empty()) return context.layout.brand.rights;
        if (context.briefing.classification) return context.briefing.classification->text;
        return context.audience != nullptr && context.audience->classification ? context.audience->classification->text
                                                                               : std::string();
    }

    /// How far what this audience reads may go: what no audience says may go everywhere.
    std::string reach() const {
        return context.audience != nullptr && context.audience->reach ? context.audience->reach->text : "public";
    }

    std::string readers() const {
        const auto& reader = context.target.audience;
        return reader.empty() ? "a briefing without audiences is for the public"
                              : "the audience “" + reader + "” has the reach “" + reach() + "”";
    }

    static std::string licensed(const data::SourceRecord& source) {
        return "the source “" + source.id + "”" + (source.license.empty() ? "" : " (" + source.license + ")");
    }

    void license(const data::SourceRecord& source, bool own_analysis) const {
        const auto terms = data::terms_of(source);
        const auto far = reach();
        const std::string ask = "or note the publisher's `permission:` with the source";
        if (terms.internal && far != "internal") {
            say(code::not_licensed, licensed(source) + " is for use inside the house, and " + readers(),
                "give the audience `reach: internal`, say `for:` on the block, take another source, " + ask);
        } else if (terms.non_commercial && far == "clients") {
            say(code::not_licensed, licensed(source) + " must not be sold, and " + readers(),
                "say `for:` on the block, take another source, " + ask);
        } else if (terms.no_derivatives && own_analysis && far != "internal") {
            say(code::not_licensed,
                licensed(source) + " may be printed as it is only, and this is worked out from it; " + readers(),
                "print its own numbers, give the audience `reach: internal`, " + ask);
        } else if (terms.share_alike && own_analysis && far != "internal" && !data::shared_alike(source, rights())) {
            const auto own = rights();
            say(code::not_licensed,
                licensed(source) + " is shared alike, and this is worked out from it: the document must be, too, and " +
                    (own.empty() ? "it names no licence" : "its rights are “" + own + "”"),
                "print its own numbers, name the same licence as the brand's `rights`, give the audience "
                "`reach: internal`, " +
                    ask);
        }
    }

    /// The source, and those by way of which it is known.
    void source(const std::string& id, bool own_analysis) const {
        const auto& model = context.values.model();
        const auto* one = model.source(id);
        for (std::size_t steps = 0; one != nullptr && steps <= model.sources.size(); ++steps) {
            audience("the source “" + one->id + "”", one->audiences);
            release(*one);
            license(*one, own_analysis);
            one = one->via.empty() ? nullptr : model.source(one->via);
        }
    }
};

}  // namespace

void check_permission(Context& context, const Ground& ground, const diag::Span& where) {
    const auto& model = context.values.model();
    const Checker checker{context, where};
    for (const auto& id : ground.facts) {
        if (const auto* fact = model.fact(id)) checker.audience("the fact “" + id + "”", fact->audiences);
    }
    for (const auto& name : ground.tables) {
        const auto table = std::find_if(model.tables.begin(), model.tables.end(),
                                        [&](const data::TableRecord& one) { return one.name == name; });
        if (table != model.tables.end()) checker.audience("the table “" + name + "”", table->audiences);
    }
    for (const auto& id : ground.sources) {
        checker.source(id, ground.own_analysis);
        const auto* source = model.source(id);
        if (context.counting && source != nullptr && data::terms_of(*source).attribution)
            context.to_name.emplace(id, where);
    }
}

void check_named(Context& context, const doc::Document& document) {
    for (const auto& [id, where] : context.to_name) {
        const bool named = std::any_of(document.sources.begin(), document.sources.end(),
                                       [&, &wanted = id](const auto& entry) { return entry.id == wanted; });
        if (named) continue;
        const auto* source = context.values.model().source(id);
        context.found.push_back(
            diag::error(code::not_licensed, where,
                        Checker::licensed(*source) + " must be named where it is printed, and nothing here cites it",
                        "cite it with [@" + id + "], or take `nocite` away"));
    }
}

}  // namespace precis::bind
