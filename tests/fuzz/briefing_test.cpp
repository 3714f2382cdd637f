// Briefings and data models read from damaged files, up to the typed values that later stages rest on.
#include "spec/briefing.h"

#include "../folder.h"
#include "catch.h"
#include "data/database.h"
#include "hostile.h"
#include "soak.h"

using namespace precis;
using namespace precis::fuzz;

namespace {

constexpr int kDamages = 250;

using test::Folder;

void read_briefing(const Folder& folder, const std::string& text) {
    spec::Project project;
    project.root = folder.path();
    auto result = spec::read(folder.write("briefing.yaml", text), project);
    check_diagnostics(result.diagnostics());
}

void read_model(const Folder& folder, const std::string& model) {
    auto result = data::load(folder.write("model.yaml", model), folder.path());
    check_diagnostics(result.diagnostics());
    if (!result.has_value()) return;
    auto opened = data::Database::open(result.value(), folder.path());
    check_diagnostics(opened.diagnostics());
    if (opened.has_value()) check_diagnostics(opened.value().check_all());
}

}  // namespace

TEST_CASE("no hostile text breaks the reading of a briefing or a model", "[fuzz][spec]") {
    const Folder folder;
    for (const auto& text : hostile_texts()) {
        INFO(text.substr(0, 60));
        read_briefing(folder, text);
        read_briefing(folder, "briefing: 1\ntitle: x\ndate: 2026-08-31\n" + text);
        read_model(folder, "model: 1\n" + text);
    }
}

TEST_CASE("no damage to a real briefing breaks its reading", "[fuzz][spec]") {
    const Folder folder;
    const auto whole = repository_file("samples/conference-europe-2026/briefing.yaml");
    const unsigned seed = GENERATE(from_range(precis::test::seeds(1)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 0; i < kDamages; ++i) {
        INFO(i);
        read_briefing(folder, damaged(whole, random));
    }
}

TEST_CASE("no damage to a real model or its tables breaks their reading", "[fuzz][data]") {
    const Folder folder;
    const auto model = repository_file("data/model.yaml");
    const std::vector<std::string> tables = {"facts.csv", "project-activity.csv", "project-releases.csv",
                                             "project-snapshots.csv"};
    const unsigned seed = GENERATE(from_range(precis::test::seeds(2)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 0; i < kDamages / 5; ++i) {
        INFO(i);
        for (const auto& name : tables) {
            const auto whole = repository_file("data/" + name);
            folder.write(name, i % 2 == 0 ? damaged(whole, random) : whole);
        }
        read_model(folder, i % 2 == 0 ? model : damaged(model, random));
    }
}
