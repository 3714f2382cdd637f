// `precis new` writes projects that build as they are, and `precis layouts --sheet` draws every layout.
#include <regex>
#include <set>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

Ran precis_in(const fs::path& folder, std::vector<std::string> words) {
    words.insert(words.begin(), precis_program());
    return run(words, folder);
}

/// The words that the first columns of `precis layouts` have.
std::vector<std::string> layout_names(const fs::path& folder) {
    const auto listed = precis_in(folder, {"layouts"});
    REQUIRE(listed.exit_code == 0);
    std::vector<std::string> names;
    std::istringstream lines(listed.out);
    for (std::string line; std::getline(lines, line);) names.push_back(line.substr(0, line.find(' ')));
    return names;
}

std::set<std::string> files_below(const fs::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.insert(entry.path().lexically_relative(folder).generic_string());
    return files;
}

}  // namespace

TEST_CASE("a new project has all its files, and builds without a warning", "[new]") {
    const Folder folder("new");
    const auto made = precis_in(folder.path(), {"new", "monthly-report"});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    const auto project = folder / "monthly-report";
    CHECK(files_below(project) == std::set<std::string>{".github/workflows/briefings.yml", ".gitignore", "README.md",
                                                        "audiences.yaml", "brand.yaml", "data/activity.csv",
                                                        "data/facts.csv", "data/model.yaml", "layouts/house.yaml",
                                                        "monthly/briefing.yaml", "precis.yaml"});
    const auto built = precis_in(project, {"build", "--strict"});
    INFO(built.err);
    CHECK(built.exit_code == 0);
    for (const char* file : {"report.team.pdf", "report.management.pdf", "deck.team.pdf", "deck.management.pptx",
                             "one-pager.management.pdf"})
        CHECK(fs::exists(project / "out" / "monthly" / file));
    CHECK(precis_in(project, {"explain", "monthly/briefing.yaml", "helion.authors"}).exit_code == 0);
}

TEST_CASE("a colour of the new project's brand, and a size of its layout, change what is built", "[new]") {
    const Folder folder("new");
    REQUIRE(precis_in(folder.path(), {"new", "p"}).exit_code == 0);
    const auto project = folder / "p";
    const auto brand = std::regex_replace(read_file(project / "brand.yaml"), std::regex("#065874"), "#7A1F5C");
    write_file(project / "brand.yaml", brand);
    write_file(project / "layouts" / "house.yaml",
               std::regex_replace(read_file(project / "layouts" / "house.yaml"), std::regex("# page: "), "page: "));
    const auto built = precis_in(project, {"build", "--output", "report", "--format", "svg"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    const auto page = read_file(project / "out" / "monthly" / "report.team.1.svg");
    CHECK(page.find("#7a1f5c") != std::string::npos);
    CHECK(page.find("#065874") == std::string::npos);
    CHECK(page.find("viewBox=\"0 0 612 792\"") != std::string::npos);
}

TEST_CASE("each step of the new project's schedule runs", "[new]") {
    const Folder folder("new");
    REQUIRE(precis_in(folder.path(), {"new", "p"}).exit_code == 0);
    const auto project = folder / "p";
    const auto program = fs::path(precis_program());
    fs::create_directories(project / ".precis" / "build");
    write_file(project / ".precis" / "dev",
               "#!/bin/sh\ntest \"$1\" = build\n");  // what builds precis is tested elsewhere
    fs::permissions(project / ".precis" / "dev", fs::perms::owner_all);
    write_file(project / ".precis" / "build" / "precis", "#!/bin/sh\nexec \"$PROGRAM\" \"$@\"\n");
    fs::permissions(project / ".precis" / "build" / "precis", fs::perms::owner_all);
    const auto schedule = read_file(project / ".github" / "workflows" / "briefings.yml");
    const std::regex step("\n +run: ([^\n]+)");
    int steps = 0;
    for (std::sregex_iterator at(schedule.begin(), schedule.end(), step), end; at != end; ++at, ++steps) {
        const auto ran = run({"sh", "-ec", (*at)[1].str()}, project, {{"PROGRAM", program.string()}});
        INFO((*at)[1].str() << "\n" << ran.err);
        CHECK(ran.exit_code == 0);
    }
    CHECK(steps == 3);
    CHECK(fs::exists(project / "out" / "monthly" / "report.team.pdf"));
}

TEST_CASE("a project begins with any sample, and checks as strictly", "[new]") {
    const Folder folder("new");
    int samples = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(PRECIS_SOURCE_DIR) / "samples")) {
        if (!fs::exists(entry.path() / "briefing.yaml")) continue;
        const auto name = entry.path().filename().string();
        INFO(name);
        const auto made = precis_in(folder.path(), {"new", name, "--from", name});
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
        const auto checked = precis_in(folder / name, {"check", "--strict"});
        INFO(checked.out << checked.err);
        CHECK(checked.exit_code == 0);
        CHECK(read_file(folder / name / name / "briefing.yaml") == read_file(entry.path() / "briefing.yaml"));
        ++samples;
    }
    CHECK(samples >= 10);
}

TEST_CASE("every layout can be that of a new project", "[new]") {
    const Folder folder("new");
    for (const auto& name : layout_names(folder.path())) {
        INFO(name);
        REQUIRE(precis_in(folder.path(), {"new", name, "--layout", name}).exit_code == 0);
        // How full the last page is depends on the layout: that warning is for the author.
        const auto checked = precis_in(folder / name, {"check"});
        INFO(checked.out << checked.err);
        CHECK(checked.exit_code == 0);
        std::istringstream lines(checked.out + checked.err);
        for (std::string line; std::getline(lines, line);)
            CHECK((line.find("warning:") == std::string::npos ||
                   line.find("[last_page_nearly_empty]") != std::string::npos));
        const auto text = read_file(folder / name / "monthly" / "briefing.yaml") +
                          read_file(folder / name / "layouts" / "house.yaml");
        CHECK(
            (text.find("layout: " + name) != std::string::npos || text.find("extends: " + name) != std::string::npos));
    }
}

TEST_CASE("a layout takes the place of a sample's, and of its page budget", "[new]") {
    const Folder folder("new");
    REQUIRE(
        precis_in(folder.path(), {"new", "p", "--from", "europe-sovereignty", "--layout", "data-report"}).exit_code ==
        0);
    const auto text = read_file(folder / "p" / "europe-sovereignty" / "briefing.yaml");
    CHECK(text.find("  report:\n    layout: data-report\n    languages: [en-GB, fr, de]\n  deck:\n    layout: "
                    "executive-deck\n") != std::string::npos);
}

TEST_CASE("a folder that holds something is left alone, and unknown names get the nearest", "[new]") {
    const Folder folder("new");
    folder.write("full/notes.txt", "mine");
    folder.write("file", "mine");
    fs::create_directory(folder / "empty");
    const auto full = precis_in(folder.path(), {"new", "full"});
    CHECK(full.exit_code == 2);
    CHECK(full.err ==
          "precis new: the folder “full” is not empty; nothing is written: name a folder that is not there "
          "yet\n");
    CHECK(files_below(folder / "full") == std::set<std::string>{"notes.txt"});
    CHECK(precis_in(folder.path(), {"new", "file"}).exit_code == 2);
    CHECK(precis_in(folder.path(), {"new", "empty"}).exit_code == 0);
    CHECK(precis_in(folder.path(), {"new"}).exit_code == 2);

    const auto sample = precis_in(folder.path(), {"new", "a", "--from", "foundation-2024"});
    CHECK(sample.exit_code == 1);
    CHECK(sample.err.find("[unknown_sample]") != std::string::npos);
    CHECK(sample.err.find("did you mean “foundation-2025”?") != std::string::npos);
    const auto layout = precis_in(folder.path(), {"new", "a", "--layout", "one-page"});
    CHECK(layout.exit_code == 1);
    CHECK(layout.err.find("did you mean “one-pager”?") != std::string::npos);
    const auto base = precis_in(folder.path(), {"new", "a", "--layout", "base"});
    CHECK(base.exit_code == 1);
    CHECK(base.err.find("[layout_not_used]") != std::string::npos);
    const auto slides = precis_in(folder.path(), {"new", "a", "--from", "gallery", "--layout", "executive-deck"});
    CHECK(slides.exit_code == 1);
    CHECK(slides.err.find("“gallery” has no output of slides") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "a"));
}

TEST_CASE("the sheet of layouts names each, and shows its pages", "[new]") {
    const Folder folder("sheet");
    REQUIRE(precis_in(folder.path(), {"new", "p"}).exit_code == 0);
    const auto project = folder / "p";
    const auto drawn = precis_in(project, {"layouts", "--sheet", "sheet.pdf"});
    INFO(drawn.err);
    REQUIRE(drawn.exit_code == 0);
    CHECK(drawn.out == "sheet.pdf\n");
    const auto text = run({"pdftotext", "-layout", "sheet.pdf", "-"}, project).out;
    for (const auto& name : layout_names(project)) {
        INFO(name);
        CHECK(text.find(name) != std::string::npos);
    }
    CHECK(text.find("house") != std::string::npos);  // the project's own
    CHECK(text.find("Helion drew more people") != std::string::npos);
    CHECK(precis_in(project, {"check", "--pdf", "sheet.pdf"}).exit_code == 0);
    const auto wrong = precis_in(project, {"layouts", "--sheet", "sheet.png"});
    CHECK(wrong.exit_code == 2);
    CHECK_FALSE(fs::exists(project / "sheet.png"));
    for (const char* other : {"--fonts", "--languages"})
        CHECK(precis_in(project, {"layouts", "--sheet", "more.pdf", other}).exit_code == 2);
}
