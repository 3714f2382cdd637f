// What earlier editions made and this project no longer makes is reported, and removed on wish.
#include "catch.h"
#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

/// As in the public report of another program: an output is renamed, an audience goes.
constexpr const char* kBefore =
    "briefing: 1\ntitle: A small note\nslug: note\ndate: 2026-08-31\n"
    "outputs:\n  report: {layout: research-note}\n  deck: {layout: executive-deck, formats: [pdf, pptx]}\n"
    "audiences:\n  buyers: {title: Buyers}\n  board: {title: Board, classification: Secret}\n"
    "sections:\n  - {id: a, title: A, body: \"{{ in.text }} came.\"}\n"
    "  - {id: b, for: board, title: Only for the board, body: The secret plan.}\n";
constexpr const char* kAfter =
    "briefing: 1\ntitle: A small note\nslug: note\ndate: 2026-08-31\n"
    "outputs:\n  report: {layout: research-note}\n  slides: {layout: executive-deck, formats: [pdf]}\n"
    "audiences:\n  buyers: {title: Buyers}\n"
    "sections:\n  - {id: a, title: A, body: \"{{ in.text }} came.\"}\n"
    "  - {id: b, for: buyers, title: Only for the board, body: The secret plan.}\n";

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("files of a renamed output and of an audience that went are reported until they are pruned", "[editions]") {
    const Project project;
    project.folder.write("note.yaml", kBefore);
    project.built();
    project.folder.write("out/note/mine.txt", "not of an edition");
    project.folder.write("note.yaml", kAfter);
    for (int round = 0; round < 2; ++round) {
        const auto ran = project.built();
        CHECK_THAT(ran.err, ContainsSubstring("out/note has 5 files of earlier editions that this build does not make: "
                                              "deck.board.pdf, deck.board.pptx, deck.buyers.pdf, deck.buyers.pptx, "
                                              "report.board.pdf [output_left_over]"));
        CHECK_THAT(ran.err, ContainsSubstring("help: remove them with precis build --prune"));
    }
    const auto checked = project.precis({"build", "--check"});
    CHECK(checked.exit_code == 3);
    CHECK_THAT(checked.err, ContainsSubstring("report.board.pdf [output_left_over]"));
    CHECK(texts(project.status(3).find("left")).size() == 5);

    const auto pruned = project.built({"--prune"});
    CHECK_THAT(pruned.out, ContainsSubstring("out/note/report.board.pdf removed\n"));
    CHECK(names_in(project.out()) ==
          std::vector<std::string>{"edition.json", "mine.txt", "report.buyers.pdf", "slides.buyers.pdf"});
    CHECK(project.precis({"build", "--check"}).exit_code == 0);
    CHECK(texts(project.status(0).find("left")).empty());
}

TEST_CASE("formats of the command line are kept in mind, and a file that is made again is no left-over", "[editions]") {
    const Project project;
    project.built({"--output", "text"});
    CHECK_THAT(project.built({"--output", "text", "--format", "png"}).err, !ContainsSubstring("output_left_over"));
    CHECK(fs::exists(project.out() / "text.pdf"));
    const auto ran = project.built({"--output", "text"});
    CHECK_THAT(ran.err, ContainsSubstring("out/note has 1 file of earlier editions that this build does not make: "
                                          "text.png [output_left_over]"));
}

TEST_CASE("manifests of the first form and what they list are left-overs", "[editions]") {
    const Project project;
    project.folder.write("out/note/gone.manifest.json",
                         "{\"program\": \"precis 0.1.0\", \"briefing\": \"note.yaml\", \"inputs\": [], "
                         "\"outputs\": [{\"path\": \"gone.pdf\", \"sha256\": \"aa\", \"bytes\": 1, \"pages\": 1}, "
                         "{\"path\": \"../precis.yaml\", \"sha256\": \"aa\", \"bytes\": 1, \"pages\": 1}]}");
    project.folder.write("out/note/gone.pdf", "%PDF");
    const auto ran = project.built({"--output", "text", "--prune"});
    CHECK_THAT(ran.out, ContainsSubstring("out/note/gone.manifest.json removed\nout/note/gone.pdf removed\n"));
    CHECK(names_in(project.out()) == std::vector<std::string>{"edition.json", "text.pdf"});
    CHECK(fs::exists(project.folder / "precis.yaml"));  // a record does not lead out of its folder
}

TEST_CASE("the edition of a briefing that was removed is reported by build and status, and pruned", "[editions]") {
    const Project project;
    project.folder.write("precis.yaml", "precis: 1\nbriefings: \"*.yaml\"\n");
    project.folder.write("old.yaml",
                         "briefing: 1\ntitle: Old\nslug: old\ndate: 2026-08-31\noutputs:\n"
                         "  report: {layout: research-note}\nsummary: \"{{ in.text }} boats.\"\n");
    project.folder.write("note.yaml", kBefore);
    project.built();
    project.folder.write("out/old/mine.txt", "not of an edition");
    fs::copy(project.folder / "out/old", project.folder / "out/kept", fs::copy_options::recursive);
    CHECK(project.precis({"build", "--check"}).exit_code == 0);
    CHECK(project.precis({"status"}).exit_code == 0);
    fs::remove(project.folder / "old.yaml");

    const std::string words =
        "out/old has an edition of “old.yaml”, which the project no longer has: report.pdf, edition.json";
    for (int round = 0; round < 2; ++round) {
        const auto ran = project.built();
        CHECK_THAT(ran.err, ContainsSubstring("warning: " + words + " [output_left_over]"));
        CHECK_THAT(ran.err, ContainsSubstring("help: remove it with precis build --prune"));
        CHECK_THAT(ran.err, !ContainsSubstring("out/kept"));
    }
    CHECK_THAT(project.built({"note.yaml"}).err, !ContainsSubstring("out/old"));  // a run of some does not know
    CHECK(project.precis({"build", "--check"}).exit_code == 3);
    const auto status = project.precis({"status"});
    CHECK(status.exit_code == 3);
    CHECK_THAT(status.out,
               ContainsSubstring("out/old\n  an edition of “old.yaml”, which the project no longer has: precis "
                                 "build --prune\n"));
    const auto json = parsed(project.precis({"status", "--format", "json"}).out);
    CHECK(text_of(json.items.at(1), "gone") == "which the project no longer has");
    CHECK(texts(json.items.at(1).find("left")) == std::vector<std::string>{"report.pdf", "edition.json"});

    const auto pruned = project.built({"--prune"});
    CHECK_THAT(pruned.out, ContainsSubstring("out/old/report.pdf removed\nout/old/edition.json removed\n"));
    CHECK(names_in(project.folder / "out/old") == std::vector<std::string>{"mine.txt"});
    CHECK(names_in(project.folder / "out/kept").size() == 3);  // a copy that somebody keeps
    CHECK(project.precis({"status"}).exit_code == 0);
    CHECK_THAT(project.built().err, !ContainsSubstring("output_left_over"));
}

TEST_CASE("another slug leaves an edition behind, and a briefing that is built by name does not", "[editions]") {
    const Project project;
    project.folder.write("note.yaml", kBefore);
    project.built();
    project.folder.write("extra.yaml",
                         "briefing: 1\ntitle: Extra\nslug: extra\ndate: 2026-08-31\noutputs:\n"
                         "  report: {layout: research-note}\nsummary: \"{{ in.text }} boats.\"\n");
    project.built({"extra.yaml"});
    project.change("note.yaml", "slug: note", "slug: other");
    const auto ran = project.built();
    CHECK_THAT(ran.err,
               ContainsSubstring("out/note has an edition of “note.yaml”, which is now built into out/other: "));
    CHECK_THAT(ran.err, !ContainsSubstring("out/extra"));
    CHECK_THAT(project.built({"--prune"}).out, ContainsSubstring("out/note/edition.json removed\n"));
    CHECK_FALSE(fs::exists(project.folder / "out/note"));
    CHECK(fs::exists(project.folder / "out/extra/report.pdf"));

    // Another project may build into a folder outside: nothing there is reported or removed.
    const Folder outside("outside");
    REQUIRE(project.precis({"build", "-o", outside.path().string()}).exit_code == 0);
    project.change("note.yaml", "slug: other", "slug: third");
    const auto there = project.precis({"build", "--prune", "-o", outside.path().string()});
    CHECK(there.exit_code == 0);
    CHECK(fs::exists(outside / "other/edition.json"));
}

TEST_CASE("editions of rows that are gone, and of a briefing with rows, are pruned", "[editions]") {
    const Project project;
    project.folder.write("precis.yaml", "precis: 1\nbriefings: \"*.yaml\"\n");
    project.folder.write("note.yaml", kBefore);
    project.folder.write("rows.yaml",
                         "briefing: 1\ntitle: \"Of {{ day }}\"\nslug: rows\ndate: 2026-08-31\n"
                         "for-each: SELECT day, mm FROM days\noutputs:\n  report: {layout: research-note}\n"
                         "summary: \"{{ mm }} mm of rain.\"\n");
    project.built();
    CHECK(fs::exists(project.folder / "out/rows/2026-05-02/edition.json"));
    project.change("data/days.csv", "2026-05-02,6\n", "");
    for (int round = 0; round < 2; ++round)
        CHECK_THAT(project.built().err,
                   ContainsSubstring("out/rows: no row of `for-each` names “2026-05-02” any more; remove "
                                     "what an earlier build left there with precis build --prune"));
    CHECK_THAT(project.built({"--prune"}).out, ContainsSubstring("out/rows/2026-05-02/edition.json removed\n"));
    CHECK_FALSE(fs::exists(project.folder / "out/rows/2026-05-02"));
    CHECK(fs::exists(project.folder / "out/rows/2026-05-01/report.pdf"));

    fs::remove(project.folder / "rows.yaml");
    CHECK_THAT(project.built().err,
               ContainsSubstring("out/rows has an edition of “rows.yaml”, which the project no longer "
                                 "has: index.html, index.pdf, index.json [output_left_over]"));
    project.built({"--prune"});
    CHECK_FALSE(fs::exists(project.folder / "out/rows"));
    CHECK(fs::exists(project.folder / "out/note/edition.json"));
}
