// An edition for each row: its files, its names in text, SQL and conditions, its faults, and the index of all.
#include <sys/stat.h>

#include <regex>

#include "catch.h"
#include "json/node.h"
#include "members.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

json::Node index_in(const Members& members, const std::string& path) {
    auto node = json::parse(std::make_shared<diag::SourceText>("index.json", read_file(members / path)));
    REQUIRE(node.ok());
    return node.value();
}

/// Without line breaks, so that a sentence may be set in any lines.
std::string on_one_line(const std::string& text) {
    return std::regex_replace(text, std::regex("\\s+"), " ");
}

std::string words_of(const Ran& ran) {
    return ran.out + ran.err;
}

}  // namespace

TEST_CASE("each row is an edition in a folder of its first column", "[foreach]") {
    const Members members("north,300\nsouth,900\nfar east,20\n");
    const auto ran = members.good({"build"});
    CHECK_THAT(ran.err, ContainsSubstring("out/note: 3 of 3 editions"));
    std::vector<std::string> names;
    for (const auto& [name, bytes] : members.files("out/note")) names.push_back(name);
    CHECK(names == std::vector<std::string>{"far east/edition.json", "far east/report.pdf", "index.html", "index.json",
                                            "index.pdf", "north/edition.json", "north/report.pdf", "south/edition.json",
                                            "south/report.pdf"});
    const auto north = on_one_line(text_of_pdf(members / "out/note/north/report.pdf"));
    CHECK_THAT(north, ContainsSubstring("Orders of north"));
    CHECK_THAT(north, ContainsSubstring("300 orders came from north, which makes it number 2"));
    CHECK_THAT(north, !ContainsSubstring("These are many"));  // `when:` sees the row, too
    CHECK_THAT(north, ContainsSubstring("Order books"));      // the source of the row's number
    const auto record = on_one_line(read_file(members / "out/note/north/edition.json"));
    CHECK_THAT(record, ContainsSubstring("\"title\": \"Orders of north\""));
    CHECK_THAT(record, ContainsSubstring("\"name\": \"orders\", \"value\": \"300\""));
    CHECK_THAT(record, ContainsSubstring("\"query\": \"SELECT region, orders FROM regions\""));
    const auto south = on_one_line(text_of_pdf(members / "out/note/south/report.pdf"));
    CHECK_THAT(south, ContainsSubstring("900 orders came from south, which makes it number 1"));
    CHECK_THAT(south, ContainsSubstring("These are many"));
}

TEST_CASE("the index lists all editions with links", "[foreach]") {
    const Members members(
        "north,300\nfar east & <more>,20\n",
        "SELECT replace(replace(replace(region, '<', ''), '>', ''), '&', 'and') AS name, region, orders FROM regions");
    members.good({"build"});
    const auto index = index_in(members, "out/note/index.json");
    REQUIRE(index.find("editions")->items.size() == 2);
    const auto& first = index.find("editions")->items[0];
    CHECK(first.find("folder")->text.text == "north");
    CHECK(first.find("title")->text.text == "Orders of north");
    CHECK(first.find("warnings")->text.text == "0");
    CHECK(first.find("outputs")->items[0].find("pages")->text.text == "1");
    const auto page = read_file(members / "out/note/index.html");
    CHECK_THAT(page, ContainsSubstring("<h1>Orders by region</h1>"));  // the title has bindings, the type has none
    CHECK_THAT(page, ContainsSubstring("<a href=\"north/report.pdf\">north</a>"));
    CHECK_THAT(page, ContainsSubstring("<a href=\"far%20east%20and%20more/report.pdf\">far east and more</a>"));
    CHECK_THAT(page, ContainsSubstring("<td role=\"cell\">Orders of far east &amp; &lt;more&gt;</td>"));
    const auto pdf = text_of_pdf(members / "out/note/index.pdf");
    CHECK_THAT(pdf, ContainsSubstring("Editions: 2"));
    CHECK(std::regex_search(pdf, std::regex("north +Orders of north +1 +0")));
    const auto links = run({"pdfinfo", "-url", (members / "out/note/index.pdf").string()}, members.path());
    CHECK_THAT(links.out, ContainsSubstring("north/report.pdf"));
    CHECK_THAT(links.out, ContainsSubstring("far%20east%20and%20more/report.pdf"));
    const auto judged = members.precis({"check", "--pdf", "out/note/index.pdf"});
    INFO(judged.out << judged.err);
    CHECK(judged.exit_code == 0);
}

TEST_CASE("a row that fails stops only its own edition", "[foreach]") {
    const Members members("north,300\nsouth,\nwest,20\n", "SELECT region, orders FROM regions");
    const auto ran = members.precis({"build"});
    INFO(words_of(ran));
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("value_is_null"));
    CHECK_THAT(ran.err, ContainsSubstring("in the edition “south”"));
    CHECK_THAT(ran.err, ContainsSubstring("2 of 3 editions; not built: “south”"));
    CHECK(fs::exists(members / "out/note/north/report.pdf"));
    CHECK(fs::exists(members / "out/note/west/report.pdf"));
    CHECK_FALSE(fs::exists(members / "out/note/south"));
    const auto index = index_in(members, "out/note/index.json");
    const auto& south = index.find("editions")->items[1];
    CHECK(south.find("outputs")->items.empty());
    REQUIRE_FALSE(south.find("errors")->items.empty());
    CHECK_THAT(south.find("errors")->items[0].text.text, StartsWith("note.yaml:5: the column “orders” is NULL"));
    CHECK_THAT(read_file(members / "out/note/index.html"), ContainsSubstring("Not built: 1"));
    const auto pdf = text_of_pdf(members / "out/note/index.pdf");
    CHECK_THAT(pdf, ContainsSubstring("Not built: 1"));
    CHECK(std::regex_search(pdf, std::regex("south +note.yaml:5: the column “orders” is NULL")));
    // The data are mended: the edition appears, the others stay as they are.
    write_file(members / "data/regions.csv", "region,orders\nnorth,300\nsouth,5\nwest,20\n");
    CHECK_THAT(members.good({"build"}).out, ContainsSubstring("out/note/south/report.pdf"));
}

TEST_CASE("a finding of several editions is printed once, with their names", "[foreach]") {
    const Members members("a,1\nb,\nc,\nd,\ne,\nf,2\n");
    const auto ran = members.precis({"build", "-j", "2"});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("not built: “b”, “c”, “d” and 1 more"));
    CHECK_THAT(ran.err, ContainsSubstring("in the editions “b”, “c”, “d” and 1 more"));
    const auto first = ran.err.find("[value_is_null]");
    CHECK(first != std::string::npos);
    CHECK(ran.err.find("[value_is_null]", first + 1) == std::string::npos);
}

TEST_CASE("names that a folder cannot have are refused, and clashes name both rows", "[foreach]") {
    struct Case {
        std::string rows, words;
    };
    const std::vector<Case> cases = {
        {"../../evil,1\n",
         "row 1 of `for-each` cannot name a folder: its first column, “../../evil”, has the character “/”"},
        {"A,1\nA/B,2\n", "row 2 of `for-each` cannot name a folder: its first column, “A/B”, has the character “/”"},
        {"A\\B,1\n", "has the character “\\”"},
        {".hidden,1\n", "begins with a dot"},
        {"north.,1\n", "ends with a dot"},
        {"-rf,1\n", "begins with a hyphen"},
        {"con,1\n", "is the name of a device on Windows"},
        {"COM1.pdf,1\n", "is the name of a device on Windows"},
        {"index.html,1\n", "is the name of a file of the index"},
        {"a\u202Eb,1\n", "has the character U+202E"},
        {"a\u00A0b,1\n", "has the character U+00A0"},
        {"US,1\nus,2\n", "rows 1 and 2 of `for-each` name the folders “US” and “us”, which are one on some disks"},
        {"Z\u00FCrich,1\nZu\u0308rich,2\n", "which are one on some disks"},
        {"STRASSE,1\nStraße,2\n", "which are one on some disks"},
        {"north,1\nsouth,2\nnorth,3\n", "rows 1 and 3 of `for-each` both name the folder “north”"},
    };
    for (const auto& one : cases) {
        const Members members(one.rows);
        const auto ran = members.precis({"build"});
        INFO(one.rows << words_of(ran));
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring(one.words));
        CHECK_THAT(ran.err, ContainsSubstring("[edition_name]"));
        CHECK_FALSE(fs::exists(members / "out"));
    }
    const Members empty("x,1\n", "SELECT nullif(region, 'x') AS region, orders FROM regions");
    CHECK_THAT(empty.precis({"build"}).err, ContainsSubstring("its first column, “”, is empty"));
    const Members fine("Z\u00FCrich,1\nZurich,2\nSão Tomé & Príncipe,3\nC++,4\n");  // four folders everywhere
    CHECK_THAT(fine.good({"build"}).err, ContainsSubstring("4 of 4 editions"));
    CHECK(fs::exists(fine / "out/note/Zürich/report.pdf"));
}

TEST_CASE("what for-each cannot mean is refused", "[foreach]") {
    const auto words = [](const std::string& query) {
        const Members members("north,1\n", query);
        const auto ran = members.precis({"check"});
        CHECK(ran.exit_code == 1);
        return ran.err;
    };
    CHECK_THAT(words("SELECT region, orders FROM regions WHERE orders > 5"),
               ContainsSubstring("`for-each` gives no row"));
    CHECK_THAT(words("SELECT region, upper(region), orders FROM regions"),
               ContainsSubstring("the column “upper(region)” of `for-each` has no name that text and SQL can use"));
    CHECK_THAT(words("SELECT region, orders, orders AS rank FROM regions"),
               ContainsSubstring("the column “rank” of `for-each` has the name of a value"));
    CHECK_THAT(words("SELECT region, orders, 1 AS date FROM regions"),
               ContainsSubstring("has the name of a parameter that every query has"));
    CHECK_THAT(words("SELECT region, orders, 'x' AS title FROM regions"),
               ContainsSubstring("has the name of a word that every briefing has"));
    CHECK_THAT(words("SELECT region, region, orders FROM regions"),
               ContainsSubstring("two columns of `for-each` are called “region”"));
    CHECK_THAT(words("SELECT region, orders FROM nowhere"), ContainsSubstring("[sql_error]"));
}

TEST_CASE("audiences must see the same rows", "[foreach]") {
    const std::string audiences = "audiences:\n  team: {title: Team}\n  board: {title: Board}\n";
    const Members same("north,1\nsouth,2\n", "SELECT region, orders FROM regions", audiences);
    same.good({"build"});
    CHECK(fs::exists(same / "out/note/south/report.board.pdf"));
    const Members other("north,1\nsouth,2\n",
                        "SELECT region, orders FROM regions WHERE :audience = 'team' OR orders > 1", audiences);
    CHECK_THAT(other.precis({"build"}).err,
               ContainsSubstring("`for-each` gives other rows for the audience “board” than for “team”"));
    const Members closed("north,1\nsouth,2\n", "SELECT region, orders FROM regions", audiences);
    write_file(closed / "data/model.yaml",
               "model: 1\nsources: {books: {title: Order books, publisher: The shop, date: 2026-08-31, for: [team]}}\n"
               "tables:\n  regions: {file: regions.csv, source: books}\n");
    const auto ran = closed.precis({"build"});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("[restricted]"));
}

TEST_CASE("one edition alone, and options that leave the index as it is", "[foreach]") {
    const Members members(regions(5));
    members.good({"build"});
    const auto before = members.files("out/note");
    fs::remove_all(members / "out/note/region-3");
    const auto ran = members.good({"build", "--edition", "region-3"});
    CHECK_THAT(ran.err, ContainsSubstring("1 of 1 edition; the index is left as it is"));
    CHECK(differences(before, members.files("out/note")).empty());
    CHECK(members.good({"build", "--check"}).out.empty());
    const auto wrong = members.precis({"build", "--edition", "region-6"});
    CHECK(wrong.exit_code == 2);
    CHECK_THAT(wrong.err, ContainsSubstring("--edition: no briefing here has “region-6”; did you mean “region-"));
    fs::remove(members / "out/note/region-2/report.pdf");
    const auto checked = members.precis({"build", "--check"});
    CHECK(checked.exit_code == 3);
    CHECK_THAT(checked.err, ContainsSubstring("out/note/region-2/report.pdf has not been built"));
    CHECK_THAT(members.good({"explain", "note.yaml", "orders", "--edition", "region-2"}).out, ContainsSubstring("114"));
    CHECK_THAT(members.good({"data", "note.yaml", "--edition", "region-2", "--sql", ":orders + 1"}).out,
               ContainsSubstring("115"));
}

TEST_CASE("editions that the query no longer gives are named", "[foreach]") {
    const Members members("north,1\nsouth,2\n");
    members.good({"build"});
    write_file(members / "data/regions.csv", "region,orders\nnorth,1\n");
    CHECK_THAT(members.good({"build"}).err, ContainsSubstring("no row of `for-each` names “south” any more"));
    CHECK(fs::exists(members / "out/note/south/report.pdf"));
}

TEST_CASE("any number of workers gives the same files and the same words", "[foreach]") {
    const Members members("bad,\n" + regions(40));
    const auto one = members.precis({"build", "-j", "1", "-o", "one"});
    const auto three = members.precis({"build", "-j", "3", "-o", "three"});
    CHECK(one.exit_code == 1);
    CHECK(three.exit_code == 1);
    CHECK(differences(members.files("one"), members.files("three")).empty());
    CHECK(members.files("one").size() == 2 * 40 + 3);
    const auto with = [](std::string text, const std::string& from, const std::string& to) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
        return text;
    };
    CHECK(with(one.out, "one/", "three/") == three.out);
    CHECK(with(one.err, "one/", "three/") == three.err);
}

TEST_CASE("progress is plain lines without a terminal, and on a dumb one", "[foreach]") {
    const Members members(regions(40));
    const auto plain = members.good({"build", "-j", "2"});
    CHECK_THAT(plain.err, ContainsSubstring("4 of 40 editions\n8 of 40 editions\n12 of 40 editions\n"));
    CHECK(plain.err.find('\x1b') == std::string::npos);
    // script(1) gives the program a terminal.
    const auto on_terminal = [&](const std::string& kind) {
        const auto ran = run({"script", "-qec", precis_program() + " build --force -j 2 -o " + kind, "/dev/null"},
                             members.path(), {{"TERM", kind}, {"PRECIS_DATA", PRECIS_SOURCE_DIR}});
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 0);
        return ran.out;
    };
    const auto dumb = on_terminal("dumb");
    CHECK(dumb.find('\x1b') == std::string::npos);
    CHECK_THAT(dumb, ContainsSubstring("20 of 40 editions"));
    const auto able = on_terminal("xterm");
    CHECK_THAT(able, ContainsSubstring("\r\x1b[K"));
    CHECK_THAT(able, ContainsSubstring("20 of 40 editions"));
}

TEST_CASE("memory does not grow with the number of editions", "[foreach]") {
    const Members few(regions(20)), many(regions(200));
    const std::vector<std::string> build{"build", "-j", "1", "--format", "pdf"};  // without the index, which lists all
    const auto small = few.good(build).peak_kb, large = many.good(build).peak_kb;
    INFO(small << " kB for 20 editions, " << large << " kB for 200");
    CHECK(large < small + 6 * 1024);
}

TEST_CASE("workers end with the program", "[foreach]") {
    const Members members(regions(400));
    // The program's own process is killed, and can tell its workers nothing.
    const auto ran = run(
        {"sh", "-c",
         precis_program() +
             " build -j 3 >/dev/null 2>&1 & program=$!\n"
             "for i in $(seq 150); do sleep 0.1\n"
             "  workers=$(cat /proc/$program/task/$program/children); [ $(echo $workers | wc -w) = 3 ] && break; done\n"
             "echo $workers; kill -9 $program; sleep 0.5\n"
             "for worker in $workers; do [ ! -d /proc/$worker ] || grep -q '^State:.Z' /proc/$worker/status || echo "
             "alive; done"},
        members.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    INFO(ran.out << ran.err);
    CHECK(std::regex_match(ran.out, std::regex("\\d+ \\d+ \\d+\n")));
}

TEST_CASE("an edition is left alone as long as its row and all that it was made of are the same", "[foreach]") {
    const Members members("north,300\nsouth,900\nwest,20\n");
    auto briefing = read_file(members / "note.yaml");  // without the rank, which depends on all rows
    briefing.replace(briefing.find("values:"), briefing.find("sections:") - briefing.find("values:"), "");
    const std::string rank = ", which makes it number {{ rank }}";
    briefing.replace(briefing.find(rank), rank.size(), "");
    briefing += "outputs: {report: {layout: research-note, formats: [pdf, md]}}\n";
    write_file(members / "note.yaml", briefing);
    members.good({"build"});
    const auto before = members.files("out/note");
    const auto none = members.good({"build"});
    CHECK(none.out.empty());
    CHECK(differences(before, members.files("out/note")).empty());
    CHECK_THAT(none.err, ContainsSubstring("3 of 3 editions"));
    write_file(members / "data/regions.csv", "region,orders\nnorth,300\nsouth,901\nwest,20\n");
    const auto one = members.good({"build"});
    CHECK_THAT(one.out, ContainsSubstring("out/note/south/report.pdf"));
    CHECK_THAT(one.out, !ContainsSubstring("north"));
    CHECK_THAT(one.out, !ContainsSubstring("west"));
    CHECK_THAT(text_of_pdf(members / "out/note/south/report.pdf"), ContainsSubstring("901 orders"));
    write_file(members / "note.yaml", std::string(briefing).replace(briefing.find("came from"), 9, "were from"));
    const auto all = members.good({"build"}).out;
    for (const auto* region : {"north", "south", "west"})
        CHECK_THAT(all, ContainsSubstring(std::string("out/note/") + region + "/report.pdf"));
    // What is left alone is what a build would make.
    members.good({"build", "--force", "-o", "forced"});
    CHECK(differences(members.files("out"), members.files("forced")).empty());
}
