#include "build/compare/mixer.h"

#include "build/compare/mixed_model.h"
#include "build/target_values.h"

namespace precis::build {
namespace {

/// Puts the data in the place of the briefing's own.
void give(Prepared& prepared, const std::shared_ptr<data::Database>& database) {
    prepared.database = database;
    for (auto& translation : prepared.translations) give(translation, database);
}

}  // namespace

NamedValues values_in(const Prepared& prepared, const bind::Target& target, const std::vector<std::string>& names) {
    NamedValues out;
    diag::Diagnostics ignored;
    const auto locale = spoken_locale(target);
    auto values = values_of(prepared, target, locale, ignored);
    for (const auto& name : names)
        if (const auto* bound = values.find({name, {}})) out.emplace(name, *bound);
    return out;
}

std::shared_ptr<const Prepared> Mixer::mixed(const Mix& mix, const std::string& date_before,
                                             const std::string& date_after) {
    auto& known = known_[{mix, {date_before, date_after}}];
    if (known) return known;
    const auto model = mixed_model({old_.database->model(), *old_.database, date_before},
                                   {now_.database->model(), *now_.database, date_after}, mix);
    diag::Diagnostics ignored;  // a faulty table has no rows, so that its values are left out
    auto database = data::Database::open(model, "/").take(ignored);
    auto prepared = std::make_shared<Prepared>(mix.method ? now_ : old_);
    give(*prepared, database ? std::make_shared<data::Database>(std::move(*database)) : nullptr);
    known = prepared;
    return known;
}

NamedValues Mixer::values(const Mix& mix, const bind::Target& before, const bind::Target& after,
                          const std::vector<std::string>& names) {
    const auto prepared = mixed(mix, before.date, after.date);
    if (!prepared->database) return {};
    auto target = mix.method ? after : before;
    target.date = mix.period ? after.date : before.date;
    target.set = before.set;
    return values_in(*prepared, target, names);
}

}  // namespace precis::build
