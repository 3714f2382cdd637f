// Citation styles as layouts name them: the project's before the installed ones, each read once and noted.
#include "catch.h"
#include "diag/codes.h"
#include "fixture.h"
#include "style/codes.h"

using namespace precis;

namespace {

struct Project {
    Folder folder;
    diag::Result<style::Layout> load(const std::string& name) {
        folder.write("own.yaml", "layout: 1\nextends: research-note\ncitation-style: " + name + "\n");
        return style::load("own", over_shipped(folder), {});
    }
};

}  // namespace

TEST_CASE("a layout without a citation style has none", "[style][citation-styles]") {
    const Folder folder;
    folder.write("own.yaml", "layout: 1\nextends: research-note\n");
    CHECK_FALSE(style::load("own", over_shipped(folder), {}).value().citation_style);
}

TEST_CASE("every installed citation style loads without a finding", "[style][citation-styles]") {
    std::size_t styles = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kShipped / "citations")) {
        Project project;
        const auto name = entry.path().stem().string();
        const auto loaded = project.load(name);
        INFO(name);
        CHECK(loaded.diagnostics().empty());
        REQUIRE(loaded.value().citation_style);
        CHECK_FALSE(loaded.value().citation_style->entry.empty());
        CHECK(loaded.value().files.back() == entry.path());  // the manifest notes it
        ++styles;
    }
    CHECK(styles == 5);
}

TEST_CASE("the project's citation style comes before the installed one of its name", "[style][citation-styles]") {
    Project project;
    project.folder.write("citations/apa.yaml", "citation-style: 1\nentry: {part: url}\n");
    const auto loaded = project.load("apa");
    REQUIRE(loaded.diagnostics().empty());
    REQUIRE(loaded.value().citation_style->entry.size() == 1);
    CHECK(loaded.value().citation_style->entry[0].piece == style::CitationPiece::url);
    CHECK(loaded.value().citation_style->note == loaded.value().citation_style->entry);
    CHECK(loaded.value().citation_style->mark.form == style::MarkForm::number);
}

TEST_CASE("an unknown citation style is reported with the nearest and all names", "[style][citation-styles]") {
    Project project;
    const auto loaded = project.load("vancuver");
    REQUIRE(codes(loaded.diagnostics()) == std::vector<diag::Code>{style::code::unknown_citation_style});
    CHECK(pointed_at(loaded.diagnostics()[0]) == "vancuver");
    CHECK(loaded.diagnostics()[0].remedy ==
          "did you mean “vancouver”? the citation styles are apa, chicago-author-date, chicago-notes, numeric, "
          "vancouver");
    CHECK_FALSE(loaded.value().citation_style);
}

TEST_CASE("a citation style is read from no file outside its folder and the project", "[style][citation-styles]") {
    Project project;
    const Folder elsewhere;
    std::filesystem::create_directories(project.folder / "citations");
    std::filesystem::create_symlink(elsewhere.write("house.yaml", "citation-style: 1\nentry: {part: title}\n"),
                                    project.folder / "citations/house.yaml");
    CHECK(codes(project.load("house").diagnostics()) == std::vector<diag::Code>{diag::code::file_outside_root});
    CHECK(codes(project.load("../own").diagnostics()) == std::vector<diag::Code>{style::code::unknown_citation_style});
}
