// Looks up the ids that a document's sources list among the facts of the model; numbers of queries follow.
#include "build/facts_used.h"

#include <map>
#include <string_view>

#include "base/numbers.h"
#include "base/phrases.h"
#include "data/words.h"

namespace precis::build {

std::vector<scene::FactLine> facts_used(const doc::Document& document, const data::Database& database) {
    std::map<std::string_view, const data::Fact*> by_id;
    for (const auto& fact : database.model().facts) by_id.emplace(fact.id, &fact);
    std::vector<scene::FactLine> lines;
    for (const auto& source : document.sources) {
        for (const auto& id : source.facts) {
            const auto match = by_id.find(id);
            if (match == by_id.end()) continue;  // a value that the briefing defines
            const auto& fact = *match->second;
            const auto qualifier = static_cast<std::size_t>(fact.qualifier);
            lines.push_back({fact.id, fact.subject, fact.measure, fact.value,
                             qualifier > 0 ? data::qualifier_words()[qualifier - 1] : std::string(), fact.unit,
                             fact.period, data::status_words()[static_cast<std::size_t>(fact.status)], source.id});
        }
    }
    for (const auto& number : document.numbers) {
        const auto qualifier = static_cast<std::size_t>(number.qualifier);
        lines.push_back({number.name,
                         {},
                         {},
                         number.number ? base::shortest(*number.number) : number.text,
                         qualifier > 0 ? data::qualifier_words()[qualifier - 1] : std::string(),
                         number.unit,
                         number.period,
                         data::status_words()[static_cast<std::size_t>(number.status)],
                         base::joined(number.from.sources, " "),
                         base::joined(number.from.set, " ")});
    }
    return lines;
}

}  // namespace precis::build
