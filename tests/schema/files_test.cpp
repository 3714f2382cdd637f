// Every YAML file of the repository, every whole file in the documents and every example of a key is what its schema
// says. A file of no kind is named here; none is left out in silence.
#include <algorithm>
#include <map>
#include <sstream>

#include "build/schema.h"
#include "catch.h"
#include "mappings.h"
#include "program.h"
#include "repository.h"
#include "validator.h"

using namespace precis;
using namespace precis::test;
using vocabulary::Key;

namespace {

/// Whole files in the YAML blocks of a document: those that begin with the key that says what they are.
std::vector<Judged> files_in(const fs::path& document) {
    std::vector<Judged> found;
    std::istringstream in(read_file(document));
    std::string block;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line == "```yaml") {
            inside = true, block.clear();
        } else if (line == "```" && inside) {
            inside = false;
            const auto kind = kind_of(block);
            // What begins with a key of brands or audiences may be a part of another file.
            if (!kind.empty() && kind != "brand" && kind != "audiences") found.push_back({kind, {}, block});
        } else if (inside) {
            block += line + "\n";
        }
    }
    return found;
}

void judge(const std::vector<Judged>& items) {
    const auto verdicts = verdicts_on(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        INFO(items[i].kind << " " << items[i].file.string() << items[i].text << items[i].definition << "\n"
                           << verdicts[i].in_words());
        CHECK(verdicts[i].unreadable.empty());
        CHECK_FALSE(verdicts[i].refused());
    }
}

}  // namespace

TEST_CASE("every YAML file of the repository is what its schema says", "[schema]") {
    if (!validator_is_there()) return;
    const auto files = files_of_repository();
    std::map<std::string, int> counts;
    for (const auto& file : files) ++counts[file.kind];
    std::string told;
    for (const auto& kind : build::schema_kinds()) {
        INFO(kind);
        CHECK(counts[kind] > 0);
        told += (told.empty() ? "" : ", ") + std::to_string(counts[kind]) + " of " + kind;
    }
    WARN("files validated: " << told);
    judge(files);
}

TEST_CASE("every whole file in the documents is what its schema says", "[schema]") {
    if (!validator_is_there()) return;
    std::vector<Judged> files;
    for (const auto& document : documents()) {
        const auto more = files_in(document);
        files.insert(files.end(), more.begin(), more.end());
    }
    CHECK(files.size() >= 5);
    WARN("files in documents validated: " << files.size());
    judge(files);
}

TEST_CASE("the example of every key is what the schema says of the key", "[schema]") {
    if (!validator_is_there()) return;
    std::vector<Judged> examples;
    for (const auto& [kind, mapping, is_root] : mappings()) {
        for (const auto& group : mapping->groups) {
            for (const auto& key : group) {
                if (key.state == Key::State::later) continue;
                const auto place = is_root ? std::string() : "$defs/" + std::string(mapping->name) + "/";
                examples.push_back({kind, {}, std::string(key.example), place + "properties/" + std::string(key.name)});
            }
        }
    }
    CHECK(examples.size() > 300);
    judge(examples);
}
