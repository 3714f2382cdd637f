// What stops a build: faults of the project, of audiences and looks, files that two briefings would write, names that
// no file can have. And what does not: a draft of a document with too many pages.
#include <algorithm>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

std::string briefing(const std::string& more = {}) {
    return "briefing: 1\ntitle: A note on rain\ndate: 2026-08-31\n" + more +
           "sections:\n  - {id: rain, title: It rained, body: It rained.}\n";
}

Ran run_in(const fs::path& folder, std::vector<std::string> words,
           std::map<std::string, std::string> environment = {}) {
    words.insert(words.begin(), precis_program());
    environment["PRECIS_DATA"] = PRECIS_SOURCE_DIR;
    environment.emplace("GITHUB_WORKSPACE", "");
    return run(words, folder, environment);
}

/// A build in the folder fails with this text and writes no file.
void check_stops(const Folder& folder, const std::string& words) {
    const auto ran = run_in(folder.path(), {"build", "-o", "out"});
    INFO(ran.err);
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring(words));
    CHECK_FALSE(fs::exists(folder.path() / "out"));
    CHECK(run_in(folder.path(), {"check"}).exit_code == 1);
}

}  // namespace

TEST_CASE("a fault in the project, its audiences, brand or layouts stops the build", "[diag][cli]") {
    const std::string project = "precis: 1\nbriefings: [a.yaml, b.yaml]\n";
    const auto make = [](const Folder& folder) {
        folder.write("a.yaml", briefing());
        folder.write("b.yaml", briefing());
    };
    SECTION("a file that the project names is not there") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "audiences: nowhere.yaml\n");
        check_stops(folder, "precis.yaml:3:12: error: there is no file “nowhere.yaml” [file_not_found]");
    }
    SECTION("an unknown key of the project") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "modle: data/model.yaml\n");
        check_stops(folder, "did you mean “model”?");
    }
    SECTION("an audience that is not read excludes nothing") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "audiences: audiences.yaml\n");
        folder.write("audiences.yaml", "audiences:\n  public: {title: Public, exclude: [[method]]}\n");
        check_stops(folder, "audiences.yaml:2:37: error: ");
    }
    SECTION("a brand") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "brand: brand.yaml\n");
        folder.write("brand.yaml", "colour: {foreground: \"#000000\"}\n");
        check_stops(folder, "did you mean “color”?");
    }
    SECTION("a brand that is not there") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "brand: brand.yaml\n");
        check_stops(folder, "precis.yaml:3:8: error: there is no file “brand.yaml” [file_not_found]");
    }
    SECTION("a model that is not there") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project + "model: data/model.yaml\n");
        check_stops(folder, "precis.yaml:3:8: error: there is no file “data/model.yaml” [file_not_found]");
    }
    SECTION("a layout of one briefing") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project);
        folder.write("b.yaml", briefing("outputs: {report: {layout: own}}\n"));
        folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\nstyels: {}\n");
        check_stops(folder, "layouts/own.yaml:3:1: error: ");
    }
    SECTION("a file among the briefings that is none") {
        const Folder folder;
        make(folder);
        folder.write("precis.yaml", project);
        folder.write("b.yaml", "briefng: 1\ntitle: T\n");
        check_stops(folder, "did you mean “briefing: 1”?");
    }
}

TEST_CASE("two briefings with one slug are an error at the second", "[diag][cli]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nbriefings: \"*/briefing.yaml\"\n");
    folder.write("x/briefing.yaml", briefing("slug: note\n"));
    folder.write("y/briefing.yaml", briefing("slug: note\n"));
    check_stops(folder, "y/briefing.yaml:4:7: error: another briefing writes the files “note/report”, too");
    // Outputs of different names do not meet.
    folder.write("y/briefing.yaml", briefing("slug: note\noutputs: {deck: {layout: research-note}}\n"));
    CHECK(run_in(folder.path(), {"check"}).exit_code == 0);
    // A file named twice is one briefing.
    CHECK(run_in(folder.path(), {"check", "x/briefing.yaml", "./x/briefing.yaml"}).exit_code == 0);
}

TEST_CASE("names that no file can have are found by check", "[diag][cli]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nbriefings: b.yaml\n");
    folder.write("b.yaml", briefing("slug: " + std::string(256, 'a') + "\n"));
    check_stops(folder, "b.yaml:4:7: error: the slug has 256 bytes");
    folder.write("b.yaml", briefing("audiences: {" + std::string(120, 'b') + ": {}}\noutputs: {" +
                                    std::string(90, 'c') + ": {layout: research-note}}\n"));
    check_stops(folder, "b.yaml:5:11: error: the output's name, with the audience's, has 211 bytes");
}

TEST_CASE("check refuses the formats that build refuses", "[diag][cli]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\nbriefings: b.yaml\n");
    folder.write("b.yaml", briefing("outputs: {report: {layout: research-note, formats: [pdf, pdf]}}\n"));
    check_stops(folder, "b.yaml:4:58: error: the format “pdf” is named twice [name_clash]");
}

TEST_CASE("paths of findings are relative to the current folder, and for GitHub to the repository", "[diag][cli]") {
    const Folder folder;
    folder.write("reports/precis.yaml", "precis: 1\n");
    folder.write("reports/note.yaml", briefing("colour: blue\n"));
    const auto repository = folder.path();
    const auto said = [&](const fs::path& from, const std::string& file, const std::string& workspace) {
        const auto ran = run_in(from, {"check", file, "--message-format", "github"}, {{"GITHUB_WORKSPACE", workspace}});
        return ran.out.substr(0, ran.out.find(",line"));
    };
    CHECK(said(repository, "reports/note.yaml", "") == "::error file=reports/note.yaml");
    CHECK(said(repository / "reports", "note.yaml", "") == "::error file=note.yaml");
    CHECK(said(repository / "reports", "note.yaml", repository.string()) == "::error file=reports/note.yaml");
    CHECK(said(repository / "reports", "note.yaml", "/somewhere/else") == "::error file=note.yaml");
    CHECK_THAT(run_in(repository, {"check", "reports/note.yaml"}).err, StartsWith("reports/note.yaml:4:1: error"));
}

TEST_CASE("a draft has too many pages and cannot be taken for the final file", "[diag][cli]") {
    const Folder folder;
    std::string sections = "outputs: {report: {layout: research-note, pages: 1}}\nsections:\n";
    for (int i = 0; i < 40; ++i)
        sections += "  - {id: s" + std::to_string(i) + ", title: Part " + std::to_string(i) + ", body: Words.}\n";
    folder.write("b.yaml", "briefing: 1\ntitle: A note on rain\ndate: 2026-08-31\nnames: [Part]\n" + sections);
    const auto refused = run_in(folder.path(), {"build", "b.yaml", "-o", "out"});
    INFO(refused.err);
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err, ContainsSubstring(" too many [pages_exceeded]"));
    CHECK_THAT(refused.err, ContainsSubstring("note: page 2: "));
    CHECK_THAT(refused.err, ContainsSubstring("lines, with “Part "));
    CHECK_FALSE(fs::exists(folder.path() / "out"));
    const auto draft = run_in(folder.path(), {"build", "b.yaml", "-o", "out", "--draft"});
    CHECK(draft.exit_code == 0);
    CHECK_THAT(draft.err, ContainsSubstring("warning: “report” takes "));
    CHECK(fs::exists(folder.path() / "out/b/report.DRAFT.pdf"));
    CHECK_FALSE(fs::exists(folder.path() / "out/b/report.pdf"));
}

TEST_CASE("what a briefing without a model may write instead is said", "[diag][cli]") {
    const Folder folder;
    folder.write("precis.yaml", "precis: 1\n");
    folder.write("note.yaml",
                 "briefing: 1\ntitle: T\ndate: 2026-12-31\nsections:\n"
                 "  - {id: a, title: A, body: \"We sold {{ sales.q3 }}.\"}\n");
    folder.write("data/facts.csv",
                 "id,subject,measure,value,unit,period,source\nsales.q3,Sales,sales,1200,EUR,2026-Q3,books\n");
    CHECK_THAT(run_in(folder.path(), {"check", "note.yaml"}).err, ContainsSubstring("write the file data/model.yaml"));
    // The remedy, followed to the letter.
    folder.write("data/model.yaml", "model: 1\nsources: {books: {title: Account books}}\nfacts: facts.csv\n");
    const auto followed = run_in(folder.path(), {"check", "note.yaml"});
    INFO(followed.err);
    CHECK(followed.exit_code == 0);
}

TEST_CASE("our own PDF of lists in asides and footnotes conforms, and keeps every word", "[diag][pdf]") {
    const Folder folder;
    folder.write("b.yaml",
                 "briefing: 1\ntitle: T\ndate: 2026-08-31\nsections:\n  - id: s\n    title: S\n    body: |\n"
                 "      Text[^a] and more[^b].\n\n      [^a]: - a list\n          - in a note\n"
                 "      [^b]: > a quotation in a note\n    asides:\n      - title: A\n        body: |\n"
                 "          - one\n          - two\n\n            more of two\n\n          Term\n          : meaning\n"
                 "outputs:\n  report: {layout: research-note}\n  data: {layout: data-report}\n");
    const auto built = run_in(folder.path(), {"build", "b.yaml", "-o", "out"});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    for (const auto* name : {"report", "data"}) {
        const auto file = std::string("out/b/") + name + ".pdf";
        const auto checked = run_in(folder.path(), {"check", "--pdf", file});
        INFO(checked.err);
        CHECK(checked.exit_code == 0);
        const auto words = run({"pdftotext", "-raw", file, "-"}, folder.path(), {}).out;
        for (const auto* kept : {"a list", "in a note", "a quotation in a note", "more of two", "meaning"}) {
            INFO(words);
            CHECK_THAT(words, ContainsSubstring(kept));
        }
    }
}
