#include "mappings.h"

#include <algorithm>

#include "vocabulary/briefing_keys.h"
#include "vocabulary/citation_keys.h"
#include "vocabulary/collect_keys.h"
#include "vocabulary/layout_keys.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/project_keys.h"

namespace precis::test {

using vocabulary::Mapping;

std::vector<KindOfMapping> mappings() {
    namespace keys = vocabulary::keys;
    const std::vector<std::pair<std::string, const Mapping*>> roots{{"briefing", &keys::briefing},
                                                                    {"layout", &keys::layout},
                                                                    {"model", &keys::data_model},
                                                                    {"project", &keys::project},
                                                                    {"audiences", &keys::audiences_file},
                                                                    {"brand", &keys::brand},
                                                                    {"citation-style", &keys::citation_style},
                                                                    {"repositories", &keys::repositories_file},
                                                                    {"attendance", &keys::attendance_file}};
    std::vector<KindOfMapping> all;
    for (const auto& [kind, root] : roots) {
        std::vector<const Mapping*> known{root};
        const auto add = [&known = known](const Mapping* mapping) {
            if (mapping != nullptr && std::find(known.begin(), known.end(), mapping) == known.end())
                known.push_back(mapping);
        };
        for (std::size_t i = 0; i < known.size(); ++i) {
            const auto* mapping = known[i];
            if (mapping->variants.front() == nullptr) all.push_back({kind, mapping, mapping == root});
            add(mapping->named);
            for (const auto* variant : mapping->variants) add(variant);
            for (const auto& group : mapping->groups)
                for (const auto& key : group) add(key.shape.of), add(key.other.of);
        }
    }
    return all;
}

}  // namespace precis::test
