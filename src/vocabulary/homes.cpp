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

constexpr std::array kMeant{
    Meant{&keys::section, "text", "body"},
    Meant{&keys::section, "content", "body"},
    Meant{&keys::section, "contents", "body"},
    Meant{&keys::section, "paragraphs", "body"},
    Meant{&keys::section, "prose", "body"},
    Meant{&keys::section, "description", "body"},
    Meant{&keys::section, "heading", "title"},
    Meant{&keys::section, "header", "title"},
    Meant{&keys::section, "name", "title"},
    Meant{&keys::section, "charts", "exhibits"},
    Meant{&keys::section, "figures", "exhibits"},
    Meant{&keys::section, "tables", "exhibits"},
    Meant{&keys::section, "images", "exhibits"},
    Meant{&keys::section, "subsections", "sections"},
    Meant{&keys::section, "bullets", "points"},
    Meant{&keys::briefing, "name", "title"},
    Meant{&keys::briefing, "heading", "title"},
    Meant{&keys::briefing, "tags", "keywords"},
    Meant{&keys::briefing, "abstract", "summary"},
    Meant{&keys::briefing, "locale", "language"},
    Meant{&keys::briefing, "lang", "language"},
    Meant{&keys::briefing, "chapters", "sections"},
    Meant{&keys::output, "theme", "layout"},
    Meant{&keys::output, "style", "layout"},
    Meant{&keys::output, "type", "formats"},
    Meant{&keys::output, "lang", "languages"},
    Meant{&keys::output, "locale", "languages"},
    Meant{&keys::output, "reader", "for"},
    Meant{&keys::chart, "type", "chart"},
    Meant{&keys::chart, "kind", "chart"},
    Meant{&keys::chart, "sql", "query"},
    Meant{&keys::chart, "data", "query"},
    Meant{&keys::chart, "caption", "title"},
    Meant{&keys::chart, "heading", "title"},
    Meant{&keys::chart, "name", "title"},
    Meant{&keys::chart, "description", "alt"},
    Meant{&keys::chart, "alt-text", "alt"},
    Meant{&keys::chart, "footnote", "note"},
    Meant{&keys::chart, "group", "series"},
    Meant{&keys::table, "columns", "table"},
    Meant{&keys::table, "sql", "query"},
    Meant{&keys::table, "data", "query"},
    Meant{&keys::table, "caption", "title"},
    Meant{&keys::table, "heading", "title"},
    Meant{&keys::table, "name", "title"},
    Meant{&keys::table, "description", "alt"},
    Meant{&keys::table, "footnote", "note"},
    Meant{&keys::image, "src", "image"},
    Meant{&keys::image, "file", "image"},
    Meant{&keys::image, "path", "image"},
    Meant{&keys::image, "url", "image"},
    Meant{&keys::image, "caption", "title"},
    Meant{&keys::image, "heading", "title"},
    Meant{&keys::image, "description", "alt"},
    Meant{&keys::image, "alt-text", "alt"},
    Meant{&keys::data_table, "path", "file"},
    Meant{&keys::data_table, "csv", "file"},
    Meant{&keys::data_table, "filename", "file"},
    Meant{&keys::data_table, "sql", "query"},
    Meant{&keys::data_table, "separator", "delimiter"},
    Meant{&keys::data_table, "sep", "delimiter"},
    Meant{&keys::data_table, "skip", "skip-rows"},
    Meant{&keys::data_table, "primary-key", "key"},
    Meant{&keys::data_table, "na", "missing"},
    Meant{&keys::source, "name", "title"},
    Meant{&keys::source, "link", "url"},
    Meant{&keys::source, "website", "url"},
    Meant{&keys::source, "year", "date"},
    Meant{&keys::source, "published", "date"},
    Meant{&keys::source, "organisation", "publisher"},
    Meant{&keys::source, "organization", "publisher"},
    Meant{&keys::fact, "amount", "value"},
    Meant{&keys::fact, "number", "value"},
    Meant{&keys::fact, "date", "period"},
    Meant{&keys::fact, "year", "period"},
    Meant{&keys::finding, "title", "text"},
    Meant{&keys::finding, "headline", "text"},
    Meant{&keys::finding, "body", "text"},
    Meant{&keys::recommendation, "action", "text"},
    Meant{&keys::recommendation, "title", "text"},
    Meant{&keys::recommendation, "body", "text"},
    Meant{&keys::recommendation, "owner", "to"},
    Meant{&keys::recommendation, "who", "to"},
    Meant{&keys::watch_item, "title", "text"},
    Meant{&keys::watch_item, "body", "text"},
    Meant{&keys::watch_item, "date", "by"},
    Meant{&keys::key_figure, "text", "label"},
    Meant{&keys::key_figure, "name", "label"},
    Meant{&keys::key_figure, "title", "label"},
    Meant{&keys::key_figure, "description", "detail"},
    Meant{&keys::key_figure, "number", "value"},
    Meant{&keys::glossary_entry, "word", "term"},
    Meant{&keys::glossary_entry, "name", "term"},
    Meant{&keys::glossary_entry, "meaning", "definition"},
    Meant{&keys::glossary_entry, "text", "definition"},
};

}  // namespace

std::string_view meant_by(std::string_view word, const Mapping& in) {
    const auto row = std::find_if(kMeant.begin(), kMeant.end(),
                                  [&](const Meant& one) { return one.mapping == &in && one.word == word; });
    return row == kMeant.end() ? std::string_view() : row->key;
}

std::span<const Meant> meant_words() {
    return kMeant;
}

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
