// A build makes again what was made of something that has changed, and nothing else.
#include "catch.h"
#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;
using Names = std::set<std::string>;

TEST_CASE("a second build leaves all outputs alone, says so, and warns as before", "[editions]") {
    const Project project;
    const auto first = project.built();
    CHECK_THAT(first.err, ContainsSubstring("[bare_number]"));
    CHECK_THAT(first.err, ContainsSubstring("7 files written, 0 unchanged"));
    const auto sums = project.sums();
    CHECK(project.stale().empty());

    const auto second = project.built();
    CHECK(second.out.empty());
    CHECK_THAT(second.err, ContainsSubstring("0 files written, 7 unchanged\n6 outputs not built, as nothing that they "
                                             "are made of has changed; --force builds all\n"));
    const auto warnings = [](const std::string& text) { return text.substr(0, text.find(" pages,")); };
    CHECK(warnings(second.err) == warnings(first.err));
    CHECK(project.sums() == sums);
    CHECK(project.precis({"build", "--strict"}).exit_code ==
          project.precis({"build", "--strict", "--force"}).exit_code);
    CHECK(project.precis({"build", "--strict"}).exit_code == 1);
    CHECK(project.sums() == sums);

    const auto forced = project.built({"--force"});
    CHECK_THAT(forced.err, ContainsSubstring("7 files written"));
    CHECK_THAT(forced.err, !ContainsSubstring("not built"));
    CHECK(project.sums() == sums);
    CHECK(project.precis({"build", "--check"}).exit_code == 0);
}

TEST_CASE("one changed fact makes the outputs stale whose build read it, and no other", "[editions]") {
    struct Change {
        const char *what, *with;
        Names stale;
    };
    const Change changes[] = {
        {"boats,62", "boats,63", {"text"}},        {"berths,80", "berths,81", {"query"}},
        {"guests,820", "guests,821", {"claim"}},   {"crews,41", "crews,42", {"when"}},
        {"masts,137", "masts,138", {"figure"}},    {"anchors,99", "anchors,98", {}},
        {"anchors,99", "anchors,137", {"figure"}},
    };
    for (const auto& change : changes) {
        INFO(change.with);
        const Project project;
        project.built();
        project.change("data/facts.csv", change.what, change.with);
        CHECK(project.stale() == change.stale);
        const auto ran = project.built();
        if (const auto left = 6 - change.stale.size(); left > 0)
            CHECK_THAT(ran.err, ContainsSubstring(std::to_string(left) + " outputs not built"));
        CHECK(project.stale().empty());
        // The same as a build of all: nothing that had to be built was left alone.
        const auto sums = project.sums();
        project.built({"--force"});
        CHECK(project.sums() == sums);
    }
    const Project project;
    project.built();
    project.change("data/facts.csv", "boats,62", "boats,63");
    CHECK(project.why("text") == std::vector<std::string>{"the fact or metric “in.text” has changed"});
}

TEST_CASE("rows, lines before a fact, layouts, settings and files on disk are compared, too", "[editions]") {
    const Project project;
    project.built();
    SECTION("the rows of a table that is read") {
        project.change("data/days.csv", "05-02,6", "05-02,7");
        CHECK(project.stale() == Names{"rows"});
        CHECK(project.why("rows") == std::vector<std::string>{"data/days.csv has changed"});
        project.built();
        CHECK(project.stale().empty());
    }
    SECTION("a table that nothing reads") {
        project.change("data/unread.csv", "05-01,4", "05-01,5");
        CHECK(project.stale().empty());
    }
    SECTION("a declaration") {
        project.change("data/model.yaml", "mm: number", "mm: {type: number, unit: mm}");
        CHECK(project.stale() == Names{"rows"});
    }
    SECTION("a fact that is added") {
        project.change("data/facts.csv", "in.text,", "new,Harbour,rowers,4,rowers,2026,count\nin.text,");
        CHECK(project.stale().empty());
        const auto ran = project.built();
        CHECK_THAT(ran.err, ContainsSubstring("6 outputs not built"));
        CHECK(project.stale().empty());
    }
    SECTION("a fact beside another that contradicts it") {
        project.change("data/facts.csv", "anchors,99,anchors", "boats,99,boats");
        CHECK(project.stale() == Names{"text"});
    }
    SECTION("a source") {
        project.change("data/model.yaml", "title: Rain gauge", "title: Rain gauges");
        CHECK(project.stale() == Names{"rows"});
    }
    SECTION("a layout of the project") {
        project.change("layouts/own.yaml", "title: Own", "title: My own");
        CHECK(project.stale() == Names{"claim"});
        CHECK(project.why("claim") == std::vector<std::string>{"layouts/own.yaml has changed"});
    }
    SECTION("a layout that takes the place of an installed one") {
        const auto installed = read_file(fs::path(PRECIS_SOURCE_DIR) / "layouts/research-note.yaml");
        project.folder.write("layouts/research-note.yaml", installed + "# our own\n");
        CHECK(project.stale() == kAll);
    }
    SECTION("a brand that appears") {
        project.folder.write("_brand.yml", "meta: {name: Harbour}\n");
        CHECK(project.stale() == kAll);
    }
    SECTION("the briefing") {
        project.change("note.yaml", "A note on boats", "Another note on boats");
        CHECK(project.stale() == kAll);
    }
    SECTION("a date and a value that are set") {
        CHECK_THAT(project.built({"--date", "2026-09-01"}).err, !ContainsSubstring("not built"));
        CHECK(project.stale() == kAll);
        CHECK(project.why("rows") == std::vector<std::string>{"the date is 2026-08-31, it was 2026-09-01"});
        project.built();
        CHECK_THAT(project.built({"--set", "double=161"}).err, !ContainsSubstring("not built"));
        CHECK(project.why("rows") == std::vector<std::string>{"--set double is another"});
    }
    SECTION("an output that was changed or removed") {
        project.folder.write("out/note/text.pdf", "not a PDF");
        fs::remove(project.out() / "rows.pdf");
        CHECK(project.stale() == Names{"rows", "text"});
        const auto ran = project.built();
        CHECK(ran.out == "out/note/rows.pdf\nout/note/text.pdf\n");
        CHECK(project.stale().empty());
    }
    SECTION("a record that is lost, or of a newer form") {
        const auto sums = project.sums();
        project.change("out/note/edition.json", "\"edition\": 2", "\"edition\": 9");
        CHECK(project.stale() == kAll);
        project.built();
        CHECK(project.sums() == sums);
        fs::remove(project.out() / "edition.json");
        CHECK(project.stale() == kAll);
    }
}

TEST_CASE("the record is the same for every -j, path and link", "[editions]") {
    const Project project;
    project.built({"-j", "1"});
    const auto sums = project.sums();
    project.built({"-j", "2", "--force"});
    CHECK(project.sums() == sums);
    fs::remove_all(project.folder / "out");

    const Folder elsewhere("editions-moved");
    fs::copy(project.folder.path(), elsewhere / "deep", fs::copy_options::recursive);
    fs::create_directory_symlink("deep", elsewhere / "link");
    for (const auto* at : {"deep", "link"}) {
        const auto ran =
            run({precis_program(), "build", "-o", "out"}, elsewhere / at, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        CHECK(run({"/bin/sh", "-c", "cd out/note && sha256sum *"}, elsewhere / at).out == sums);
        fs::remove_all(elsewhere / at / "out");
    }
}

TEST_CASE("a warning moves with its line, and an output whose warning is gone is built", "[editions]") {
    const Project project;
    project.change("note.yaml", "date: 2026-08-31\n", "date: 2028-08-31\n");  // the count is stale by then
    const auto first = project.precis({"build"});
    INFO(first.err);
    if (first.exit_code != 0) {  // stale sources are errors: a reason lets them stand
        project.change("data/model.yaml", "max-age: 12 months", "max-age: 12 months, because: No other was made");
        project.built();
    }
    const auto before = project.built();
    project.change("data/facts.csv", "id,subject", "id,subject");
    project.change("data/facts.csv", "in.text,", "new,Harbour,rowers,4,rowers,2026,count\nin.text,");
    const auto after = project.built();
    CHECK_THAT(after.err, ContainsSubstring("not built"));
    const auto count = [](const std::string& text, const std::string& what) {
        std::size_t number = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++number;
        return number;
    };
    CHECK(count(after.err, ": warning: ") == count(before.err, ": warning: "));
}

TEST_CASE("--output builds its targets, and the record keeps the others", "[editions]") {
    const Project project;
    project.built({"--output", "text"});
    CHECK(project.stale() == Names{"claim", "figure", "query", "rows", "when"});
    project.built({"--output", "rows"});
    CHECK(project.stale() == Names{"claim", "figure", "query", "when"});
    const auto record = project.record();
    REQUIRE(record.find("targets")->items.size() == 2);
    CHECK(text_of(record.find("targets")->items[0], "name") == "rows");
}

TEST_CASE("--deps writes what make and ninja read", "[editions]") {
    const Project project;
    project.folder.write("a b$c#d.csv", "day,mm\n2026-05-01,4\n2026-05-02,6\n2026-05-03,5\n");
    project.change("data/model.yaml", "file: days.csv", "file: \"../a b$c#d.csv\"");
    project.built({"--deps", "out/precis.d"});
    const auto text = read_file(project.folder / "out/precis.d");
    CHECK_THAT(text, ContainsSubstring("out/note/rows.pdf"));
    CHECK_THAT(text, ContainsSubstring(" out/note/edition.json: \\\n"));
    CHECK_THAT(text, ContainsSubstring("\n  a\\ b$$c\\#d.csv \\\n"));
    CHECK_THAT(text, ContainsSubstring("\n  note.yaml"));
    CHECK_THAT(text, ContainsSubstring("Vollkorn-Regular.ttf"));
    CHECK_THAT(text, !ContainsSubstring("unread.csv"));
    project.folder.write("Makefile", "out/note/edition.json: ; touch $@\n-include out/precis.d\n");
    const auto made = [&] { return run({"make", "-q", "out/note/edition.json"}, project.folder.path()).exit_code; };
    CHECK(made() == 0);
    const auto later = fs::file_time_type::clock::now() + std::chrono::seconds(5);
    fs::last_write_time(project.folder / "a b$c#d.csv", later);
    CHECK(made() == 1);
    // The same list when nothing was built.
    fs::remove(project.folder / "out/precis.d");
    project.built({"--deps", "out/precis.d"});
    CHECK(read_file(project.folder / "out/precis.d") == text);
}
