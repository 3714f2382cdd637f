// Folders, links, pipes and names that would hang the program or speak through its messages.
#include <sys/stat.h>

#include "project.h"

using namespace precis::test;
namespace fs = std::filesystem;

TEST_CASE("patterns of briefings end, whatever the folders", "[hostile]") {
    Project project;
    fs::create_directory_symlink(".", project.path() / "a");
    fs::create_directory_symlink(".", project.path() / "c");
    project.write("precis.yaml", "precis: 1\nbriefings: [\"**/*.yaml.no\", \"**/**/**/**/**/**/**/b.yaml\"]\n");
    CHECK(project.run({"check"}).exit_code == 0);
    std::string deep;
    for (int i = 0; i < 30; ++i) deep += "d/";
    project.write(deep + "x.txt", "");
    CHECK(project.run({"check"}).exit_code == 0);
    project.write(std::string(200, 'a') + ".yaml", "");
    project.write("precis.yaml", "precis: 1\nbriefings: [\"*a*a*a*a*a*a*a*a*a*a*a*a*a*b.yaml\", b.yaml]\n");
    CHECK(project.run({"check"}).exit_code == 0);
}

TEST_CASE("a pipe in place of a file is refused, not waited for", "[hostile]") {
    Project project;
    for (const std::string name : {"data/t.csv", "data/model.yaml", "b.yaml", "logo.png"}) {
        INFO(name);
        Project one;
        fs::remove(one.path() / name);
        REQUIRE(::mkfifo((one.path() / name).c_str(), 0600) == 0);
        if (name == "logo.png")
            one.write("b.yaml",
                      "briefing: 1\ntitle: Mini\ndate: 2026-08-31\noutputs: {report: {layout: research-note}}\n"
                      "sections:\n  - id: x\n    title: X\n    exhibits:\n"
                      "      - {id: \"fig:l\", image: logo.png, title: T, alt: A mark, source: s}\n");
        const auto ran = one.run({"check", "b.yaml"});
        INFO(ran.err);
        CHECK(ran.exit_code == 1);
    }
}

TEST_CASE("a file's name does not write into the log", "[hostile]") {
    Project project;
    const std::string name = "::error file=a::INJECTED.yaml";
    project.write(name, "briefing: 1\ntitel: x\n");
    const auto ran = project.run({"check", name});
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find("\n::") == std::string::npos);
    CHECK_FALSE(ran.err.starts_with("::"));
    const std::string evil = "a\x1b[2J\n::warning::b.yaml";
    project.write(evil, "briefing: 1\ntitel: x\n");
    const auto escaped = project.run({"check", evil});
    CHECK(escaped.err.find('\x1b') == std::string::npos);
    CHECK(escaped.err.find("\n::") == std::string::npos);
}

TEST_CASE("names of outputs that no file can have are refused at their place", "[hostile]") {
    Project project;
    const std::string name(235, 'a');
    project.write("b.yaml", "briefing: 1\ntitle: Mini\ndate: 2026-08-31\noutputs: {" + name +
                                ": {layout: research-note}}\n"
                                "sections:\n  - {id: x, title: X, body: Text.}\n");
    project.refuses({"build", "b.yaml", "-o", "out"}, "it has 235 letters, at most 100 are allowed [bad_slug]");
    CHECK(project.run({"build", "b.yaml", "-o", ""}).exit_code == 2);
}

TEST_CASE("what is printed and does not arrive is exit 4", "[hostile]") {
    Project project;
    for (const std::string command : {"data b.yaml --format csv --sql 'SELECT * FROM t'", "layouts", "schema briefing",
                                      "data b.yaml --format json"}) {
        INFO(command);
        const auto ran = run({"sh", "-c", precis_program() + " " + command + " > /dev/full"}, project.path(),
                             {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        CHECK(ran.exit_code == 4);
    }
}
