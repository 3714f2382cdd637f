// Audience, embargo and licence, in this order.
#include "bind/values/withheld.h"

#include <algorithm>
#include <cstdint>

#include "base/moment.h"
#include "bind/values/codes.h"
#include "bind/values/id_list.h"
#include "data/license.h"
#include "locale/locale.h"

namespace precis::bind {
namespace {

using vocabulary::Reach;

constexpr std::string_view kAsk = "or write the publisher's `permission:` into the source";

/// The build's clock decides. Without one, the briefing's date must be later than the day of the moment.
std::optional<Refusal> by_moment(const data::SourceRecord& source, std::int64_t moment, const Target& target) {
    const auto today = locale::parse_period(target.date), day = locale::parse_period(source.embargo.substr(0, 10));
    const bool clocked = target.clock.has_value();
    if (clocked ? *target.clock >= moment : today && day && today->begin > day->begin) return std::nullopt;
    return Refusal{code::restricted,
                   "the source “" + source.id + "” must not be published before " + source.embargo + ", and " +
                       (clocked ? "the build's clock (--date or SOURCE_DATE_EPOCH) shows an earlier moment"
                                : "the briefing dates from " + target.date + ", without an hour"),
                   "build with --date " + source.embargo + " or later, or leave this source out until then"};
}

std::optional<Refusal> by_embargo(const data::SourceRecord& source, const Target& target) {
    if (const auto moment = base::parse_moment(source.embargo)) return by_moment(source, *moment, target);
    const auto today = locale::parse_period(target.date), released = locale::parse_period(source.embargo);
    if (!today || !released || today->begin >= released->begin) return std::nullopt;
    return Refusal{code::restricted,
                   "the source “" + source.id + "” must not be published before " + source.embargo +
                       ", and the briefing dates from " + target.date,
                   "date the briefing later, or leave this source out until then"};
}

std::optional<Refusal> by_licence(const data::SourceRecord& source, const Reader& reader) {
    const auto terms = data::terms_of(source);
    const std::string ask(kAsk);
    if (terms.internal && reader.reach() != Reach::internal) {
        return Refusal{code::not_licensed, licensed_words(source) + " is for internal use only, and " + reader.words(),
                       "give the audience `reach: internal`, write `for:` on the block, use another source, " + ask};
    }
    if (terms.non_commercial && reader.reach() == Reach::clients) {
        return Refusal{code::not_licensed, licensed_words(source) + " must not be sold, and " + reader.words(),
                       "write `for:` on the block, use another source, " + ask};
    }
    return std::nullopt;
}

}  // namespace

Reach Reader::reach() const {
    return audience != nullptr ? audience->reach.value_or(Reach::public_) : Reach::public_;
}

std::string Reader::words() const {
    return target.audience.empty() ? "a briefing without audiences is for the public"
                                   : "the audience “" + target.audience + "” has the reach “" +
                                         std::string(vocabulary::name_of(reach())) + "”";
}

std::string licensed_words(const data::SourceRecord& source) {
    return "the source “" + source.id + "”" + (source.license.empty() ? "" : " (" + source.license + ")");
}

std::optional<Refusal> refusal_by_audience(const std::string& what, const std::vector<std::string>& allowed,
                                           const Reader& reader) {
    const auto& name = reader.target.audience;
    if (name.empty() || allowed.empty() || contains(allowed, name)) return std::nullopt;
    return Refusal{code::restricted, what + " is not for the audience “" + name + "”",
                   "write `for:` on the block, or use another figure"};
}

std::optional<Refusal> refusal_of_source(const data::Model& model, const std::string& id, const Reader& reader) {
    const auto* known = model.source(id);
    // At most as many steps as there are sources: `via:` may form a circle.
    for (std::size_t steps = 0; known != nullptr && steps <= model.sources.size(); ++steps) {
        auto refusal = refusal_by_audience("the source “" + known->id + "”", known->audiences, reader);
        if (!refusal) refusal = by_embargo(*known, reader.target);
        if (!refusal) refusal = by_licence(*known, reader);
        if (refusal) return refusal;
        known = known->via.empty() ? nullptr : model.source(known->via);
    }
    return std::nullopt;
}

data::Withheld withheld_from(const data::Model& model, const Reader& reader) {
    data::Withheld out;
    for (const auto& source : model.sources) {
        if (refusal_of_source(model, source.id, reader)) out.sources.push_back(source.id);
    }
    for (const auto& fact : model.facts) {
        if (refusal_by_audience({}, fact.audiences, reader)) out.facts.push_back(fact.id);
    }
    for (const auto& table : model.tables) {
        if (refusal_by_audience({}, table.audiences, reader)) out.tables.push_back(table.name);
    }
    return out;
}

std::optional<Refusal> refusal_of(const data::Withheld& withheld, const data::Model& model, const Reader& reader) {
    for (const auto& id : withheld.facts) {
        const auto* fact = model.fact(id);
        if (fact == nullptr) continue;
        if (auto refusal = refusal_by_audience("the fact “" + id + "”", fact->audiences, reader)) return refusal;
        if (auto refusal = refusal_of_source(model, fact->source, reader)) return refusal;
    }
    for (const auto& name : withheld.tables) {
        const auto table = std::find_if(model.tables.begin(), model.tables.end(),
                                        [&](const data::TableRecord& record) { return record.name == name; });
        if (table == model.tables.end()) continue;
        if (auto refusal = refusal_by_audience("the table “" + name + "”", table->audiences, reader)) return refusal;
        if (auto refusal = refusal_of_source(model, table->source, reader)) return refusal;
    }
    for (const auto& id : withheld.sources) {
        if (auto refusal = refusal_of_source(model, id, reader)) return refusal;
    }
    return std::nullopt;
}

}  // namespace precis::bind
