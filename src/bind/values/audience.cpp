// The definition of an audience, looked up by name.
#include "bind/values/audience.h"

namespace precis::bind {

const spec::Audience* find_audience(const spec::Briefing& briefing, const spec::Project& project,
                                    const std::string& name) {
    if (name.empty()) return nullptr;
    for (const auto* list : {&briefing.audiences, &project.audiences}) {
        for (const auto& audience : *list) {
            if (audience.name.text == name) return &audience;
        }
    }
    return nullptr;
}

}  // namespace precis::bind
