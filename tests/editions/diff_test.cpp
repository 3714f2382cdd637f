// `precis diff`: planted changes of each cause are named as that cause, and the largest comes first.
#include "catch.h"
#include "harbour.h"
#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kModel = harbour_model("  fixed: {file: fixed.csv, source: gauge, columns: {mm: number}}\n");

std::string briefing(const std::string& twice, const std::string& last) {
    return "briefing: 1\ntitle: A note on boats\nslug: note\ndate: 2026-05-02\n"
           "outputs:\n  report: {layout: research-note}\n"
           "values:\n"
           "  fallen: {query: SELECT sum(mm) FROM days, unit: mm, label: rain that fell}\n"
           "  stock: {query: SELECT sum(mm) FROM fixed, unit: mm}\n"
           "  twice: {query: \"" +
           twice +
           "\", unit: crews}\n"
           "sections:\n"
           "  - id: a\n    title: Boats\n    body:\n"
           "      - \"In the harbour are {{ boats | unit }}, of which {{ share }} sail.\"\n"
           "      - \"{{ fallen | unit }} of rain fell, and {{ stock | unit }} were in stock.\"\n"
           "      - \"There are {{ crews | unit }}; twice as many would be {{ twice | unit }}.\"\n"
           "      - \"{{ guests | unit }} came. There are {{ piers | unit }}.\"\n"
           "      - \"" +
           last + "\"\n";
}

}  // namespace

TEST_CASE("each planted cause of a change is named, the largest change first", "[editions]") {
    const Project project;
    project.folder.write("data/model.yaml", kModel);
    project.folder.write("data/facts.csv", kHarbourFacts);
    project.folder.write("data/fixed.csv", "mm\n10\n10\n");
    project.folder.write("note.yaml", briefing("SELECT 2 * value('crews')", "There are {{ masts | unit }}."));
    project.built();
    fs::copy(project.out(), project.folder / "before", fs::copy_options::recursive);
    CHECK(project.precis({"diff", "before", "out/note"}).out ==
          "A note on boats\nfrom the edition of 2026-05-02 to that of 2026-05-02\n"
          "Nothing that the records have is different.\n\nNot changed: 9 numbers.\n");

    project.change("data/facts.csv", "boats,60,boats,2026", "boats,66,boats,2026");            // revised
    project.change("data/facts.csv", "sails,19,percent,2025", "sails,52,percent,2026");        // new period
    project.change("data/facts.csv", "piers,7,piers,2026,count", "piers,8,piers,2026,other");  // source replaced
    project.change("data/facts.csv", "guests,3400,guests,2026,count,", "guests,3400,guests,2026,count,more than");
    project.change("data/fixed.csv", "10\n10", "10\n15");
    project.folder.write("note.yaml", briefing("SELECT 3 * value('crews')", "All is well."));
    project.built({"--date", "2026-05-03"});
    const auto ran = project.precis({"diff", "before", "out/note", "--format", "json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto diff = parsed(ran.out);
    std::vector<std::string> found;
    for (const auto& number : diff.find("numbers")->items) {
        std::string line = text_of(number, "name") + " " + text_of(number, "change") + ":";
        for (const auto& cause : texts(number.find("causes"))) line += " " + cause;
        for (const auto& why : texts(number.find("why"))) line += "; " + why;
        found.push_back(line);
    }
    CHECK(found == std::vector<std::string>{
                       "share +33 points: new period; it is of 2026, and was of 2025",
                       "fallen +50 %: new period; rows are read up to another date",
                       "twice +50 %: changed query; the query of “twice” is another",
                       "stock +25 %: changed data; the rows of the table “fixed” have changed",
                       "piers +14 %: source replaced; it rests on “other” in place of “count”",
                       "boats +10 %: revised value; its value is another for the same period and source",
                       "guests qualifier: more than: revised value; its qualifier is another",
                       "masts removed: removed",
                   });
    CHECK(text_of(diff.find("numbers")->items[0], "before") == "19%");
    CHECK(texts(diff.find("numbers")->items[0].find("printed")) == std::vector<std::string>{"report, page 1"});
    CHECK(texts(diff.find("sources-new")) == std::vector<std::string>{"Another count"});
    CHECK(diff.find("numbers-not-changed")->text.text == "1");

    std::map<std::string, std::string> labels;
    for (const auto& number : diff.find("numbers")->items) labels[text_of(number, "name")] = text_of(number, "label");
    CHECK(labels["share"] == "Share of sails, Harbour");
    CHECK(labels["fallen"] == "Rain that fell");
    CHECK(labels["masts"] == "Masts, Harbour");
    CHECK(labels["stock"].empty());

    const auto text = project.precis({"diff", "before", "out/note"}).out;
    CHECK_THAT(text, ContainsSubstring("  Rain that fell (fallen): 10\u00a0mm"));
    CHECK_THAT(text, ContainsSubstring("the largest change: Share of sails, Harbour, +33 points, by new period."));
    CHECK_THAT(text, ContainsSubstring(
                         "In the harbour are [-60\u00a0boats,-] {+66\u00a0boats,+} of which [-19%-] {+52%+} sail."));
    const auto markdown = project.precis({"diff", "before/edition.json", "out/note", "--format", "markdown"}).out;
    CHECK_THAT(
        markdown,
        ContainsSubstring(
            "| stock | 20\u00a0mm | **25\u00a0mm** | +25 % | changed data: the rows of the table “fixed” "
            "have changed; not divided: the inputs of the edition of 2026-05-02 are not there | report, page 1 |\n"));
    CHECK_THAT(markdown, ContainsSubstring("of which ~~19%~~ **52%** sail."));
    CHECK_THAT(markdown, ContainsSubstring("| Share of sails, Harbour (share) | 19% | **52%** |"));
    CHECK_THAT(project.precis({"diff", "before", "out/note", "--format", "html"}).out,
               ContainsSubstring("<th scope=\"row\">Rain that fell</th>"));

    // The title as it is printed.
    project.change("note.yaml", "title: A note on boats", "title: \"A note on {{ boats }} boats\"");
    project.built({"--date", "2026-05-03"});
    CHECK_THAT(plain(project.precis({"diff", "before", "out/note"}).out), StartsWith("A note on 66 boats\n"));

    // A record without labels, as older programs wrote, is still read.
    auto record = read_file(project.folder / "before/edition.json");
    for (std::size_t at = 0; (at = record.find("\"label\": ", at)) != std::string::npos;)
        record.erase(at, record.find('\n', at) + 1 - at);
    project.folder.write("before/edition.json", record);
    CHECK_THAT(project.precis({"diff", "before", "out/note"}).out, ContainsSubstring("  Rain that fell (fallen): 10"));
}

TEST_CASE("several causes of one change are all named, and a record that cannot be read is an error", "[editions]") {
    const Project project;
    project.folder.write("data/model.yaml", kModel);
    project.folder.write("data/facts.csv", kHarbourFacts);
    project.folder.write("data/fixed.csv", "mm\n10\n10\n");
    project.folder.write("note.yaml", briefing("SELECT 2 * value('crews')", "All is well."));
    project.built();
    fs::copy(project.out(), project.folder / "before", fs::copy_options::recursive);
    project.change("data/days.csv", "05-01,4", "05-01,5");
    project.built({"--date", "2026-05-03"});
    const auto diff = parsed(project.precis({"diff", "before", "out/note", "--format", "json"}).out);
    REQUIRE(diff.find("numbers")->items.size() == 1);
    CHECK(texts(diff.find("numbers")->items[0].find("causes")) ==
          std::vector<std::string>{"new period", "changed data"});

    const auto none = project.precis({"diff", "before", "nowhere"});
    CHECK(none.exit_code == 1);
    CHECK_THAT(none.err, ContainsSubstring("“nowhere” is no file or folder, and no revision: “"));
    CHECK(project.precis({"diff", "before", "nowhere.json"}).err.find("[file_unreadable]") != std::string::npos);
    project.change("before/edition.json", "\"edition\": 2", "\"edition\": 3");
    const auto newer = project.precis({"diff", "before", "out/note"});
    CHECK(newer.exit_code == 1);
    CHECK_THAT(newer.err,
               ContainsSubstring("the edition has the form 3, and this program reads up to 2 [wrong_version]"));
}
