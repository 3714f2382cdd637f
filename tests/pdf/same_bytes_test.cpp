// The same inputs give the same bytes in another folder, time zone, language and home, and with another number of
// workers.
#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

std::map<std::string, std::string> built_in(const fs::path& project, const std::string& workers,
                                            std::map<std::string, std::string> environment) {
    fs::create_directories(project);
    for (const auto* part : {"samples", "data", "layouts"}) {
        fs::copy(kRoot / part, project / part, fs::copy_options::recursive);
    }
    for (const auto* part : {"precis.yaml", "audiences.yaml"}) fs::copy_file(kRoot / part, project / part);
    environment["PRECIS_DATA"] = kRoot;
    const auto ran = run({precis_program(), "build", "-j", workers, "-o", "made here"}, project, environment);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(project / "made here")) {
        if (!entry.is_regular_file()) continue;
        files[entry.path().lexically_relative(project / "made here").string()] = read_file(entry.path());
    }
    return files;
}

}  // namespace

TEST_CASE("two builds in different surroundings give the same bytes", "[pdf]") {
    const Folder first("one"), second("two");
    const auto a = built_in(first.path() / "here", "1", {{"TZ", "UTC"}, {"LANG", "C"}, {"HOME", "/"}});
    const auto b = built_in(second.path() / "a folder with another, longer name", "2",
                            {{"TZ", "Asia/Kolkata"},
                             {"LANG", "de_DE.UTF-8"},
                             {"LC_ALL", "de_DE.UTF-8"},
                             {"HOME", second.path()},
                             {"XDG_CACHE_HOME", second.path() / "cache"},
                             {"SOURCE_DATE_EPOCH", "86400"}});
    REQUIRE_FALSE(a.empty());
    REQUIRE(a.size() == b.size());
    for (const auto& [name, bytes] : a) {
        INFO(name);
        REQUIRE(b.count(name) == 1);
        CHECK((b.at(name) == bytes));
    }
}
