// One order for all: what stands in a briefing first, then the project's other files.
#include "vocabulary/homes.h"

#include <algorithm>
#include <array>

#include "vocabulary/briefing_keys.h"
#include "vocabulary/exhibit_keys.h"
#include "vocabulary/layout_keys.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/project_keys.h"

namespace precis::vocabulary {
namespace {

constexpr std::array kHomes{
    Home{&keys::chart, "an exhibit with `chart:`, in `exhibits:` of a section"},
    Home{&keys::table, "an exhibit with `table:`, in `exhibits:` of a section"},
    Home{&keys::image, "an exhibit with `image:`, in `exhibits:` of a section"},
    Home{&keys::y_channel, "a channel, as in `y: {column: …}`"},
    Home{&keys::output, "an output, below its name in `outputs:` of the briefing"},
    Home{&keys::section, "a section, in `sections:` of the briefing"},
    Home{&keys::briefing, "the briefing, at its left margin"},
    Home{&keys::data_model, "the data model, in data/model.yaml"},
    Home{&keys::data_table, "a table, below its name in `tables:` of the data model"},
    Home{&keys::source, "a source, below its name in `sources:` of the data model"},
    Home{&keys::project, "the project, in precis.yaml"},
    Home{&keys::layout, "a layout, in a file of the folder layouts"},
    Home{&keys::brand, "the brand, in brand.yaml"},
};

}  // namespace

const Home* home_of(std::string_view key, const Mapping& of) {
    const bool known = std::any_of(kHomes.begin(), kHomes.end(), [&](const Home& home) { return home.mapping == &of; });
    if (!known) return nullptr;
    const auto has = [&](const Home& home) {
        const auto* row = home.mapping->find(key);
        return home.mapping != &of && row != nullptr && row->state != Key::State::later &&
               row->state != Key::State::elsewhere;
    };
    const auto found = std::find_if(kHomes.begin(), kHomes.end(), has);
    return found == kHomes.end() ? nullptr : &*found;
}

}  // namespace precis::vocabulary
