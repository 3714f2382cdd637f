// Collects the names in the ledgers of all targets; the facts and sources of the model that are not among them are
// unused.
#include "build/unused.h"

#include <algorithm>
#include <functional>
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

diag::Diagnostics find_unused_of_audiences(const std::vector<const Prepared*>& briefings) {
    struct Seen {
        bool used = false;
        std::function<diag::Diagnostic()> fault;
    };
    std::map<std::pair<std::string, std::size_t>, Seen> seen;  // by file and place in it
    const auto note = [&](const diag::Text& text, bool used, std::function<diag::Diagnostic()> fault) {
        auto& entry = seen[{text.span.source ? text.span.source->name() : std::string(), text.span.begin}];
        entry.used = entry.used || used;
        entry.fault = std::move(fault);
    };
    for (const auto* prepared : briefings) {
        const auto& briefing = prepared->briefing;
        const auto language = briefing.language ? briefing.language->text : prepared->project.language;
        for (const auto* audience : bind::audiences_of(briefing, prepared->project)) {
            const auto missing = bind::missing_words(briefing, *audience, language);
            for (const auto& [word, own] : audience->vocabulary) {
                if (word.span.source == briefing.source) continue;  // reported with the briefing
                note(word, std::find(missing.begin(), missing.end(), word) == missing.end(), [word = word] {
                    return diag::warning(diag::code::unused_word, word.span,
                                         "no text of this audience's briefings has the word “" + word.text + "”",
                                         "write it as the texts do, each form by itself, or remove the line");
                });
            }
            for (const auto& budget : audience->pages) {
                if (budget.output.empty() || budget.output.span.source == briefing.source) continue;
                const bool has =
                    std::any_of(prepared->targets.begin(), prepared->targets.end(), [&](const auto& target) {
                        return target.output == budget.output.text && target.audience == audience->name.text;
                    });
                note(budget.output, has, [name = budget.output] {
                    return diag::error(diag::code::unknown_name, name.span,
                                       "no briefing of this audience has an output “" + name.text + "”",
                                       "name an output that one of its briefings has, or remove the line");
                });
            }
        }
    }
    diag::Diagnostics diagnostics;
    for (const auto& [place, entry] : seen)
        if (!entry.used) diagnostics.push_back(entry.fault());
    return diagnostics;
}

}  // namespace precis::build
