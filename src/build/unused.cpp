// Collects the names in the ledgers of all targets; the facts and sources of the model that are not among them are
// unused.
#include "build/unused.h"

#include <set>

#include "build/codes.h"
#include "diag/codes.h"

namespace precis::build {
namespace {

struct Used {
    std::set<std::string> names, sources;  // facts and values; sources
};

void gather(const Prepared& prepared, const Setting& setting, Used& used) {
    for (const auto& target : prepared.targets) {
        bind::Ledger ledger;
        diag::Diagnostics ignored;
        set_target(prepared, target, setting, &ledger).take(ignored);
        for (const auto& printing : ledger.printings) {
            used.names.insert(printing.name);
            used.names.insert(printing.facts.begin(), printing.facts.end());
            used.names.insert(printing.values.begin(), printing.values.end());
        }
        for (const auto& source : ledger.document.sources) used.sources.insert(source.id);
    }
    // A name that the query of a used value passes to value() is used, too.
    for (bool more = true; more;) {
        more = false;
        for (const auto& value : prepared.briefing.values) {
            if (used.names.count(value.name.text) == 0) continue;
            const auto needs = [&](const std::string& name) {
                if (value.query.text.find("'" + name + "'") != std::string::npos)
                    more |= used.names.insert(name).second;
            };
            for (const auto& other : prepared.briefing.values) needs(other.name.text);
            for (const auto& fact : prepared.database->model().facts) needs(fact.id);
        }
    }
}

void report_model(const data::Model& model, const Used& used, diag::Diagnostics& diagnostics) {
    for (const auto& fact : model.facts) {
        if (used.names.count(fact.id) > 0) continue;
        diagnostics.push_back(diag::warning(diag::code::unused_value, fact.span,
                                            "nothing uses the fact “" + fact.id + "”",
                                            "tell it, or take it out of the data"));
    }
    for (const auto& source : model.sources) {
        if (used.sources.count(source.id) > 0) continue;
        diagnostics.push_back(diag::warning(code::source_not_cited, source.span,
                                            "nothing cites the source “" + source.id + "”",
                                            "cite it with [@" + source.id + "], or take it out of the data"));
    }
}

}  // namespace

diag::Diagnostics find_unused(const std::vector<const Prepared*>& briefings, const Setting& setting) {
    diag::Diagnostics diagnostics;
    std::map<const data::Database*, Used> by_model;
    for (const auto* prepared : briefings) {
        if (!prepared->database) continue;
        Used own;
        gather(*prepared, setting, own);
        auto& used = by_model[prepared->database.get()];
        used.names.merge(own.names);
        used.sources.merge(own.sources);
    }
    // In the order of the briefings: the map is sorted by addresses, which differ between runs.
    std::set<const data::Database*> told;
    for (const auto* prepared : briefings) {
        const auto* database = prepared->database.get();
        if (database != nullptr && told.insert(database).second)
            report_model(database->model(), by_model[database], diagnostics);
    }
    return diagnostics;
}

}  // namespace precis::build
