// Every key of the language does what its row says, and every word of every closed set shows: a small project is built
// without the key and with the row's example, and what the row names (vocabulary::Effect) must differ. places.yaml says
// where an instance of each mapping is, and what a key needs beside it. A key that is read and does nothing fails here.
// PRECIS_EFFECT=chart,table.query tries the keys of a mapping, or single ones, and prints what is wrong with each.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "catch.h"
#include "project.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/citation_keys.h"
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
    std::string from = "~";  // what the key holds before: nothing, or another value where nothing is built without it
    /// Of mappings of a layout: `file` and `at` are for pages, these for slides.
    std::string deck, deck_at;
    std::vector<std::pair<std::string, std::string>> with;    // FILE:PATH or PATH, and the value
    std::vector<std::pair<std::string, std::string>> beside;  // keys beside the one that is tried, and their values
    std::vector<std::pair<std::string, std::string>> along;   // keys, or FILE:PATH, that come with it
};

/// Whether a case's name is KEY=WORD, or KEY=WORD|WORD with the word among them.
bool is_case_of(const std::string& name, const std::string& key, const std::string& word) {
    return name.starts_with(key + "=") &&
           ("|" + name.substr(key.size() + 1) + "|").find("|" + word + "|") != std::string::npos;
}

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
            for (auto& [name, entry] : tree_.find("cases")->entries)
                if (is_case_of(name, of_key, word)) apply(&entry, place);
        }
        return place;
    }
    /// Whether the word is refused at this key, for the reason given (`refused`).
    bool is_refused(const std::string& name) {
        auto* list = tree_.find("refused");
        return list != nullptr && list->find(name) != nullptr;
    }
    /// Whether no project can show the effect, for the reason given (`not-shown`, for a key or for a word).
    bool is_pending(const std::string& name) {
        auto* list = tree_.find("not-shown");
        return list != nullptr && list->find(name) != nullptr;
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
        take("from", place.from);
        take("deck", place.deck), take("deck-at", place.deck_at);
        if (const auto* with = entry->find("with"))
            for (const auto& [path, value] : with->entries) place.with.emplace_back(path, value.text);
        if (const auto* beside = entry->find("beside"))
            for (const auto& [key, value] : beside->entries) place.beside.emplace_back(key, value.text);
        if (const auto* along = entry->find("along"))
            for (const auto& [key, value] : along->entries) place.along.emplace_back(key, value.text);
    }

    Tree tree_;
};

const Shown& shown_once(const Project& project, const Key& of) {
    static std::map<std::pair<std::map<std::string, std::string>, unsigned>, Shown> known;
    const bool with_files = (of.effects & vocabulary::kFiles) != 0,
               with_program = (of.effects & vocabulary::kProgram) != 0;
    const auto key = std::pair(project.files, of.effects & (vocabulary::kFiles | vocabulary::kProgram));
    const auto at = known.find(key);
    return at != known.end() ? at->second
                             : known.emplace(key, shown_by(project, with_files, with_program)).first->second;
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

std::string differing(const Shown& a, const Shown& b) {
    std::string names;
    const auto add = [&](const char* name, bool differs) {
        names += differs ? std::string(" ") + name : std::string();
    };
    add("pages", a.pages != b.pages), add("slides", a.slides != b.slides), add("metadata", a.metadata != b.metadata);
    add("files", a.files != b.files), add("program", a.program != b.program);
    return names + (a.findings == b.findings ? std::string() : " findings:\n" + a.findings + "---\n" + b.findings);
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
    check(vocabulary::kProgram, "program", before.program != after.program);
    check(vocabulary::kData, "data",
          before.pages != after.pages || before.slides != after.slides || before.findings != after.findings);
    return (wanted & vocabulary::kEither) != 0 && any ? std::string() : names;
}

/// The project before the key is tried: without it, or with what it holds there.
Project before_of(const Place& place, const Key& key) {
    auto base = base_of(place);
    if (key.state != Key::State::required || place.from != "~") put(base, place, key, place.from);
    return base;
}

const Shown& shown_with(Project project, const Place& place, const Key& key, const std::string& value) {
    put(project, place, key, value);
    for (const auto& [other, of_other] : place.along) {
        const auto colon = other.find(':');
        const auto file = colon == std::string::npos ? place.file : other.substr(0, colon);
        const auto path = colon == std::string::npos ? path_of(place.at, other) : other.substr(colon + 1);
        project.put(file, path, value == "~" ? value : of_other);
    }
    return shown_once(project, key);
}

/// The complaint about a key, empty if it does what its row says.
std::string complaint(const Key& key, const Place& place, const std::string& value) {
    const auto base = before_of(place, key);
    const auto& before = shown_once(base, key);
    if (before.pages.empty() && before.slides.empty()) return "nothing is built before:\n" + before.findings;
    if (key.state == Key::State::required) {
        if (shown_with(base, place, key, "~").findings == before.findings) return "nothing is found without it";
        if (key.effects == vocabulary::kFindings) return {};
    }
    const auto& after = shown_with(base, place, key, value);
    if (after.faulty && (key.effects & vocabulary::kFindings) == 0) return "it is refused:\n" + after.findings;
    const auto names = missing(before, after, key.effects);
    if (names.empty()) return {};
    return names + " do not differ with `" + std::string(key.name) + ": " + value + "`" +
           (before.findings == after.findings ? "" : "; findings:\n" + after.findings);
}

/// The complaint about a word of a key. It shows by differing from the unset key. One word may do as the unset key
/// does: the default that the row names, or the only such word. It shows by another word that differs there.
std::string complaint_about_word(const Key& key, const std::vector<std::string>& words, const std::string& word,
                                 const std::function<Place(const std::string&)>& place_of) {
    const auto is_as_before = [&](const Place& place, const std::string& value) {
        const auto base = before_of(place, key);
        return shown_once(base, key) == shown_with(base, place, key, value);
    };
    const auto place = place_of(word);
    const auto& with_word = shown_with(before_of(place, key), place, key, place.value);
    if (with_word.faulty && (key.effects & vocabulary::kFindings) == 0) return "it is refused:\n" + with_word.findings;
    const bool same = is_as_before(place, place.value);
    if (!same && key.fallback == word)
        return "it is the default, and yet these differ:" +
               differing(shown_once(before_of(place, key), key), with_word);
    if (!same) return {};
    const bool default_is_named = std::find(words.begin(), words.end(), key.fallback) != words.end();
    if (default_is_named && key.fallback != word)
        return "nothing differs, and “" + std::string(key.fallback) + "” is the default";
    bool another_differs = false;
    for (const auto& other : words) {
        if (other == word) continue;
        const auto value = place.value == word ? other : place_of(other).value;
        if (is_as_before(place, value)) {
            if (!default_is_named) return "it and “" + other + "” do as the unset key";
            continue;
        }
        const bool refused = shown_with(before_of(place, key), place, key, value).faulty;
        another_differs = another_differs || !refused || (key.effects & vocabulary::kFindings) != 0;
    }
    return another_differs ? std::string() : "no other word differs from it";
}

/// A word that another key with this set takes, and this one refuses where it stands.
std::string complaint_about_refusal(const Key& key, const std::string& word, const Place& place) {
    const auto base = before_of(place, key);
    if (shown_once(base, key).faulty) return "something else is refused:\n" + shown_once(base, key).findings;
    return shown_with(base, place, key, word).faulty ? std::string() : "it is accepted";
}

/// Whether PRECIS_EFFECT, a list of mappings and keys, asks for this key, or is not set.
bool is_chosen(const Mapping& mapping, const Key& key) {
    const char* chosen = std::getenv("PRECIS_EFFECT");
    if (chosen == nullptr) return true;
    const auto list = "," + std::string(chosen) + ",";
    const auto of_mapping = std::string(mapping.name), of_key = of_mapping + "." + std::string(key.name);
    return list.find("," + of_mapping + ",") != std::string::npos || list.find("," + of_key + ",") != std::string::npos;
}

/// Judges a key or word by its complaint: none, unless places.yaml says why no project shows it.
void judge(Places& places, const std::string& name, const std::function<std::string()>& complain) {
    std::string problem;
    try {
        problem = complain();
    } catch (const std::exception& failure) {
        problem = failure.what();
    }
    INFO(name << ": " << problem);
    CHECK(problem.empty() != places.is_pending(name));  // a key that is shown leaves the list
}

/// Every mapping that a root leads to, once.
std::vector<const Mapping*> mappings() {
    namespace keys = vocabulary::keys;
    std::vector<const Mapping*> all{&keys::briefing,       &keys::data_model, &keys::project,       &keys::layout,
                                    &keys::audiences_file, &keys::brand,      &keys::citation_style};
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
            if (!is_chosen(*mapping, key)) return;
            judge(places, std::string(mapping->name) + "." + std::string(key.name), [&] {
                const auto place = places.place(*mapping, std::string(key.name));
                return complaint(key, place, place.value.empty() ? std::string(key.example) : place.value);
            });
        });
    }
}

TEST_CASE("every word of a closed set shows, and only one is as the unset key", "[effect][words]") {
    Places places;
    for (const auto* mapping : mappings()) {
        if (mapping->variants.front() != nullptr || !places.has(*mapping)) continue;
        each_key(*mapping, [&](const Key& key) {
            // A set of values under names of the author's is the set of a key, too: column.type.
            const bool named = (key.shape.types & vocabulary::kNamed) != 0;
            if (key.shape.set == nullptr || named || !is_chosen(*mapping, key)) return;
            const auto words = key.shape.set->names();
            const auto place_of = [&](const std::string& word) {
                return places.place(*mapping, std::string(key.name), word);
            };
            for (const auto& word : words) {
                const auto name = std::string(mapping->name) + "." + std::string(key.name) + "=" + word;
                judge(places, name, [&] {
                    return places.is_refused(name) ? complaint_about_refusal(key, word, place_of(word))
                                                   : complaint_about_word(key, words, word, place_of);
                });
            }
        });
    }
}

TEST_CASE("a key without effect is found", "[effect]") {
    const Key planted{"x-planted", {vocabulary::kText}, "It does nothing.", "1"};
    CHECK(complaint(planted, Place{}, "1").find("pages, slides do not differ") == 0);
    auto required = planted;
    required.state = Key::State::required;
    CHECK(complaint(required, Place{}, "1") == "nothing is found without it");
}

TEST_CASE("a word without effect is found", "[effect]") {
    const std::vector<std::string> words{"one", "two"};
    const auto place_of = [](const std::string& word) {
        Place place;
        place.value = word;
        return place;
    };
    Key planted{"x-planted", {vocabulary::kWord}, "It does nothing.", "one"};
    CHECK(complaint_about_word(planted, words, "one", place_of) == "it and “two” do as the unset key");
    planted.fallback = "one";
    CHECK(complaint_about_word(planted, words, "one", place_of) == "no other word differs from it");
    CHECK(complaint_about_word(planted, words, "two", place_of) == "nothing differs, and “one” is the default");
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
        const auto words = name.find('=');
        std::istringstream list(words == std::string::npos ? std::string() : name.substr(words + 1));
        if (words == std::string::npos) CHECK(names.contains(name));
        for (std::string word; std::getline(list, word, '|');) CHECK(names.contains(name.substr(0, words + 1) + word));
    }
}
