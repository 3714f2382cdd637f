// Every key of the language does what its row says, and every word of every closed set shows: a small project is built
// without the key and with the row's example, and what the row names (vocabulary::Effect) must differ. places.yaml says
// where an instance of each mapping is, and what a key needs beside it. A key that is read and does nothing fails here.
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"
#include "project.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/layout_keys.h"
#include "vocabulary/model_keys.h"
#include "vocabulary/project_keys.h"

using namespace precis;
using namespace precis::test;
using vocabulary::Key;
using vocabulary::Mapping;

namespace {

/// Where a key is tried: a project, a file in it, the path of the mapping, and changes that the key needs.
struct Place {
    std::string project = "plain", file = "briefing.yaml", at, value;
    /// Of mappings of a layout: `file` and `at` are for pages, these for slides.
    std::string deck, deck_at;
    std::vector<std::pair<std::string, std::string>> with;    // FILE:PATH or PATH, and the value
    std::vector<std::pair<std::string, std::string>> beside;  // keys beside the one that is tried, and their values
    bool refused_without = false;  // the project that needs the key is an error without it, and is built with it
};

class Places {
  public:
    Places() {
        std::ifstream in(std::string(PRECIS_SOURCE_DIR) + "/tests/effect/places.yaml", std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        tree_ = tree_of(text.str());
    }
    bool has(const Mapping& mapping) { return of("places", std::string(mapping.name)) != nullptr; }
    /// The mapping's place, with what the case of `name` (MAPPING.KEY or MAPPING.KEY=WORD) says otherwise.
    Place place(const Mapping& mapping, const std::string& key, const std::string& word = {}) {
        Place place;
        const std::string of_key = std::string(mapping.name) + "." + key;
        apply(of("places", std::string(mapping.name)), place);
        apply(of("cases", "*." + key), place);
        apply(of("cases", of_key), place);
        if (!word.empty()) {
            place.value = word;
            apply(of("cases", of_key + "=" + word), place);
        }
        return place;
    }
    /// Whether the sample projects do not show the effect yet (`pending`, for a key or for a word).
    bool is_pending(const std::string& name) {
        const auto* list = tree_.find("pending");
        return list != nullptr &&
               std::any_of(list->items.begin(), list->items.end(), [&](const Tree& item) { return item.text == name; });
    }
    /// Names of cases, to find those that no key has.
    std::vector<std::string> cases() {
        std::vector<std::string> names;
        for (const auto& [name, value] : tree_.find("cases")->entries) names.push_back(name);
        return names;
    }

  private:
    Tree* of(const char* list, const std::string& name) { return tree_.find(list)->find(name); }
    static void apply(Tree* entry, Place& place) {
        if (entry == nullptr) return;
        const auto take = [&](const char* key, std::string& target) {
            if (const auto* value = entry->find(key)) target = value->text;
        };
        take("project", place.project), take("file", place.file), take("at", place.at), take("value", place.value);
        take("deck", place.deck), take("deck-at", place.deck_at);
        if (const auto* without = entry->find("refused-without")) place.refused_without = without->text == "true";
        if (const auto* with = entry->find("with"))
            for (const auto& [path, value] : with->entries) place.with.emplace_back(path, value.text);
        if (const auto* beside = entry->find("beside"))
            for (const auto& [key, value] : beside->entries) place.beside.emplace_back(key, value.text);
    }

    Tree tree_;
};

const Shown& shown_once(const Project& project, bool with_files) {
    static std::map<std::pair<std::map<std::string, std::string>, bool>, Shown> known;
    const auto key = std::pair(project.files, with_files);
    const auto at = known.find(key);
    return at != known.end() ? at->second : known.emplace(key, shown_by(project, with_files)).first->second;
}

std::string path_of(const std::string& at, std::string_view key) {
    return at.empty() ? std::string(key) : at + "/" + std::string(key);
}

/// Puts a value wherever the key's effects ask for it: in the layout of pages, of slides, or in both.
void put(Project& project, const Place& place, const Key& key, const std::string& value) {
    const bool slides_alone =
        !place.deck.empty() && (key.effects & vocabulary::kPages) == 0 && (key.effects & vocabulary::kSlides) != 0;
    const bool pages_alone = (key.effects & vocabulary::kSlides) == 0 && (key.effects & vocabulary::kPages) != 0;
    if (!slides_alone) project.put(place.file, path_of(place.at, key.name), value);
    if (place.deck.empty() || pages_alone) return;
    project.put(place.deck, path_of(place.deck_at.empty() ? place.at : place.deck_at, key.name), value);
}

Project base_of(const Place& place) {
    auto project = Project::of(place.project);
    for (const auto& [path, value] : place.with) {
        const auto colon = path.find(':');
        if (colon == std::string::npos) {
            project.put("briefing.yaml", path, value);
        } else {
            project.put(path.substr(0, colon), path.substr(colon + 1), value);
        }
    }
    for (const auto& [key, value] : place.beside) project.put(place.file, path_of(place.at, key), value);
    return project;
}

/// What must differ and does not; empty: all does.
std::string missing(const Shown& before, const Shown& after, unsigned wanted) {
    std::string names;
    bool any = false;
    const auto check = [&](unsigned effect, const char* name, bool differs) {
        any = any || ((wanted & effect) != 0 && differs);
        if ((wanted & effect) != 0 && !differs) names += std::string(names.empty() ? "" : ", ") + name;
    };
    check(vocabulary::kPages, "pages", before.pages != after.pages);
    check(vocabulary::kSlides, "slides", before.slides != after.slides);
    check(vocabulary::kMetadata, "metadata", before.metadata != after.metadata);
    check(vocabulary::kFiles, "files", before.files != after.files);
    check(vocabulary::kFindings, "findings", before.findings != after.findings);
    check(vocabulary::kData, "data",
          before.pages != after.pages || before.slides != after.slides || before.findings != after.findings);
    return (wanted & vocabulary::kEither) != 0 && any ? std::string() : names;
}

/// The complaint about a key, empty if it does what its row says.
std::string complaint(const Key& key, const Place& place, const std::string& value) {
    const bool with_files = (key.effects & vocabulary::kFiles) != 0;
    auto base = base_of(place);
    if (key.state != Key::State::required || place.refused_without) put(base, place, key, "~");
    auto changed = base;
    put(changed, place, key, value);
    const auto& before = shown_once(base, with_files);
    const auto& after = shown_once(changed, with_files);
    if (place.refused_without) {
        if (!before.pages.empty() || !before.slides.empty()) return "the project is built without it";
        if (after.pages.empty() && after.slides.empty()) return "the project is not built with it:\n" + after.findings;
    } else if (before.pages.empty() && before.slides.empty())
        return "the project is not built without it:\n" + before.findings;
    const auto names = missing(before, after, key.effects);
    if (names.empty()) return {};
    return names + " do not differ with `" + std::string(key.name) + ": " + value + "`" +
           (before.findings == after.findings ? "" : "; findings:\n" + after.findings);
}

/// Every mapping that a root leads to, once.
std::vector<const Mapping*> mappings() {
    namespace keys = vocabulary::keys;
    std::vector<const Mapping*> all{&keys::briefing, &keys::data_model,     &keys::project,
                                    &keys::layout,   &keys::audiences_file, &keys::brand};
    const auto add = [&](const Mapping* mapping) {
        if (mapping != nullptr && std::find(all.begin(), all.end(), mapping) == all.end()) all.push_back(mapping);
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        add(all[i]->named);
        for (const auto* variant : all[i]->variants) add(variant);
        for (const auto& group : all[i]->groups)
            for (const auto& key : group) add(key.shape.of), add(key.other.of);
    }
    return all;
}

void each_key(const Mapping& mapping, const std::function<void(const Key&)>& visit) {
    for (const auto& group : mapping.groups)
        for (const auto& key : group)
            if (key.state != Key::State::later && key.state != Key::State::elsewhere) visit(key);
}

}  // namespace

TEST_CASE("every key has the effect that its row names", "[effect][keys]") {
    Places places;
    for (const auto* mapping : mappings()) {
        if (mapping->variants.front() != nullptr) continue;
        INFO(mapping->name);
        CHECK(places.has(*mapping));
        if (!places.has(*mapping)) continue;
        each_key(*mapping, [&](const Key& key) {
            const auto place = places.place(*mapping, std::string(key.name));
            const auto value = place.value.empty() ? std::string(key.example) : place.value;
            std::string problem;
            try {
                problem = complaint(key, place, value);
            } catch (const std::exception& failure) {
                problem = failure.what();
            }
            INFO(mapping->name << "." << key.name << ": " << problem);
            const bool pending = places.is_pending(std::string(mapping->name) + "." + std::string(key.name));
            CHECK(problem.empty() != pending);  // a key that is shown leaves the list
        });
    }
}

TEST_CASE("every word of a closed set shows, and the first one is the default", "[effect][words]") {
    Places places;
    for (const auto* mapping : mappings()) {
        if (mapping->variants.front() != nullptr || !places.has(*mapping)) continue;
        each_key(*mapping, [&](const Key& key) {
            if (key.shape.set == nullptr) return;
            const auto words = key.shape.set->names();
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto place = places.place(*mapping, std::string(key.name), words[i]);
                std::string problem;
                try {
                    auto base = base_of(place);
                    if (key.state != Key::State::required) put(base, place, key, "~");
                    auto changed = base;
                    put(changed, place, key, place.value);
                    const bool with_files = (key.effects & vocabulary::kFiles) != 0;
                    const bool differs = !(shown_once(base, with_files) == shown_once(changed, with_files));
                    const bool is_default = key.fallback == words[i];
                    if (differs == is_default && !(key.state == Key::State::required && !differs))
                        problem = differs ? "it is the default, and yet something differs" : "nothing differs";
                } catch (const std::exception& failure) {
                    problem = failure.what();
                }
                INFO(mapping->name << "." << key.name << "=" << words[i] << ": " << problem);
                const bool pending =
                    places.is_pending(std::string(mapping->name) + "." + std::string(key.name) + "=" + words[i]);
                CHECK(problem.empty() != pending);
            }
        });
    }
}

TEST_CASE("a key without effect is found", "[effect]") {
    const Key planted{"x-planted", {vocabulary::kText}, "It does nothing.", "1"};
    CHECK(complaint(planted, Place{}, "1").find("pages, slides do not differ") == 0);
}

TEST_CASE("no case is left over", "[effect]") {
    Places places;
    std::set<std::string> names;
    for (const auto* mapping : mappings())
        each_key(*mapping, [&](const Key& key) {
            const auto name = std::string(mapping->name) + "." + std::string(key.name);
            names.insert(name);
            for (const auto* shape : {&key.shape, &key.other})
                if (shape->set != nullptr)
                    for (const auto& word : shape->set->names()) names.insert(name + "=" + word);
        });
    for (const auto& name : places.cases()) {
        if (name.starts_with("*.")) continue;
        INFO(name);
        CHECK(names.contains(name));
    }
}
