// What docs/reference/README.md says about editors works when followed: its commands print the schemas to the files
// that the first lines of its table name.
#include <regex>
#include <set>

#include "build/schema.h"
#include "catch.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

TEST_CASE("an editor finds every schema where the reference says", "[schema]") {
    const auto page = read_file(fs::path(PRECIS_SOURCE_DIR) / "docs" / "reference" / "README.md");
    const auto begin = page.find("```sh\n"), end = page.find("```\n", begin + 1);
    REQUIRE(end != std::string::npos);
    const Folder project("editor");
    const auto path = fs::path(precis_program()).parent_path().string() + ":/usr/bin:/bin";
    const auto ran = run({"/bin/sh", "-ec", page.substr(begin + 6, end - begin - 6)}, project.path(), {{"PATH", path}});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);

    static const std::regex kRow(R"rx(\| `([^`]+)` \| `# yaml-language-server: \$schema=([^`]+)` \|)rx");
    std::set<std::string> named;
    for (std::sregex_iterator at(page.begin(), page.end(), kRow), none; at != none; ++at)
        named.insert(((project / (*at)[1]).parent_path() / (*at)[2].str()).lexically_normal().string());
    std::set<std::string> printed;
    for (const auto& kind : build::schema_kinds()) {
        const auto file = project / ("schema/" + kind + ".json");
        INFO(kind);
        CHECK(read_file(file) == build::schema_of(kind));
        printed.insert(file.string());
    }
    CHECK(named == printed);
}
