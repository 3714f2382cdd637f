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
