// The sample of the repository binds whole: every number, every exhibit, nothing to report.
#include "fixture.h"

using namespace precis;

TEST_CASE("the sample's briefing binds whole, over the real data", "[bind][sample]") {
    const std::filesystem::path root = PRECIS_SOURCE_DIR;
    const auto file = root / "samples" / "conference-europe-2026" / "briefing.yaml";
    const auto project = spec::find_project(file, root);
    REQUIRE(project.ok());
    const auto briefing = spec::read(file, project.value());
    REQUIRE(briefing.ok());
    const auto model = data::load(project.value().model, root);
    REQUIRE(model.ok());
    auto database = data::Database::open(model.value(), root);
    REQUIRE(database.ok());
    const auto targets = bind::targets(briefing.value(), project.value());
    REQUIRE(targets.ok());
    for (const auto& target : targets.value()) {
        const auto result = bind::bind(briefing.value(), project.value(), database.value(), {}, target);
        CHECK(result.diagnostics().empty());
        REQUIRE(result.has_value());
        const auto& document = result.value();
        REQUIRE_FALSE(document.summary.empty());
        CHECK_THAT(bind::test::Desk::shown(document.summary[0]),
                   StartsWith("More than 600 people came to the first PyTorch conference in Europe.[1]"));
        CHECK_FALSE(document.sources.empty());
        std::size_t exhibits = 0;
        for (const auto& section : document.sections) {
            for (const auto& exhibit : section.exhibits) {
                ++exhibits;
                CHECK_FALSE(exhibit.number.empty());
                CHECK_FALSE(exhibit.source.empty());
            }
        }
        CHECK(exhibits >= 3);
    }
}
