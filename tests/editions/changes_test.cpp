// The part `changes`, the edition that it compares with, and alerts.
#include "catch.h"
#include "harbour.h"
#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kMarkdown = ".md";

constexpr const char* kBriefing =
    "briefing: 1\ntitle: A note on boats\nslug: note\ndate: 2026-05-02\n"
    "outputs:\n  report: {layout: own, formats: [pdf, md, html]}\n  deck: {layout: slides, formats: [pdf, pptx]}\n"
    "values:\n  fallen: {query: SELECT sum(mm) FROM days, unit: mm, label: Rain}\n"
    "alert:\n"
    "  - {when: \"value('boats') < 60\", say: \"Boats have left: {{ boats | unit }} are there.\"}\n"
    "summary: \"In the harbour are {{ boats | unit }}, of which {{ share }} sail. {{ fallen | unit }} of rain fell.\"\n"
    "findings:\n  - \"There are {{ masts | unit }} and {{ piers | unit }}.\"\n";

class Changing : public Project {
  public:
    Changing() {
        folder.write("data/model.yaml", harbour_model());
        folder.write("data/facts.csv", kHarbourFacts);
        folder.write("data/days.csv", "day,mm\n2026-05-01,4\n2026-05-02,6\n2026-05-03,5\n");
        folder.write("note.yaml", kBriefing);
        folder.write(
            "layouts/own.yaml",
            "layout: 1\nextends: research-note\nparts: [{part: title, frame: full}, {part: summary, frame: "
            "main}, {part: findings, frame: main}, {part: changes, frame: main}, {part: sources, frame: main}]\n");
        folder.write("layouts/slides.yaml",
                     "layout: 1\nextends: executive-deck\nparts: [{part: title, slide: cover}, {part: findings, slide: "
                     "summary}, {part: changes, slide: table}, {part: sources, slide: sources}]\n");
    }
    /// What the Markdown says below the heading of the changes, up to the next heading.
    std::string told() const {
        const auto text = plain(read_file(out() / ("report" + kMarkdown)));
        const auto at = text.find("Since the edition");
        const auto from = at == std::string::npos ? text.find("## Changes") : at;
        if (from == std::string::npos) return {};
        return text.substr(from, text.find("\n## ", from + 4) - from);
    }
};

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what changed since the edition of another date is told with its cause", "[editions][changes]") {
    const Changing project;
    project.built();
    CHECK(says(project.told(), "This is the first edition."));
    project.built({"--force"});
    CHECK(says(project.told(), "This is the first edition."));

    // A new date, a revised fact and another source. A number that is gone is not told.
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    project.change("data/facts.csv", "boats,60", "boats,66");
    project.change("data/facts.csv", "7,piers,2026,count", "8,piers,2026,other");
    project.change("note.yaml", "{{ masts | unit }} and ", "");
    project.built();
    const auto told = project.told();
    INFO(told);
    CHECK(says(told, "Since the edition of 2 May 2026"));
    CHECK(says(told, "| Harbour, boats | 60 boats | 66 boats | +10% | revised value |"));
    CHECK(says(told, "| Harbour, piers | 7 piers | 8 piers | +14% | other source |"));
    CHECK(says(told, "| Rain | 10 mm | 15 mm | +50% | new period |"));
    CHECK_FALSE(says(told, "masts"));
    CHECK_FALSE(says(told, "sails"));

    SECTION("a second build of the same date says the same") {
        project.built({"--force"});
        CHECK(project.told() == told);
        CHECK(project.precis({"status"}).exit_code == 0);
        CHECK(project.precis({"build", "--check"}).exit_code == 0);
    }
    SECTION("a build of the same date after a revision still compares with the other date") {
        project.change("data/facts.csv", "boats,66", "boats,72");
        project.built();
        CHECK(says(project.told(), "| Harbour, boats | 60 boats | 72 boats | +20% | revised value |"));
    }
    SECTION("the next date compares with this one") {
        project.change("note.yaml", "2026-05-03", "2026-05-04");
        project.built();
        CHECK(says(project.told(), "Since the edition of 3 May 2026"));
        CHECK(says(project.told(), "No number has changed."));
    }
    SECTION("the PDF, the deck and the web edition say it, too") {
        const auto pdf = run({"/usr/bin/pdftotext", "-layout", "report.pdf", "-"}, project.out()).out;
        CHECK(says(pdf, "66 boats"));
        CHECK(says(pdf, "revised value"));
        const auto deck = run({"/usr/bin/pdftotext", "-layout", "deck.pdf", "-"}, project.out()).out;
        CHECK(says(deck, "Since the edition of 2 May 2026"));
        CHECK(says(deck, "other source"));
        CHECK(says(read_file(project.out() / "report.html"), "revised value"));
    }
}

TEST_CASE("a workbook has a sheet of the changes", "[editions][changes]") {
    const Changing project;
    project.change("note.yaml", "formats: [pdf, md, html]", "formats: [pdf, xlsx]");
    const auto words = [&] {
        const auto book = (project.out() / "report.xlsx").string();
        return plain(run({"/usr/bin/unzip", "-p", book, "xl/workbook.xml", "xl/sharedStrings.xml"}, "/").out);
    };
    project.built();
    CHECK_THAT(words(),
               ContainsSubstring("<sheet name=\"Changes\"") && ContainsSubstring("This is the first edition."));
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    project.change("data/facts.csv", "boats,60", "boats,66");
    project.built();
    CHECK_THAT(words(), ContainsSubstring("<sheet name=\"Changes\""));
    for (const char* cell : {"Since the edition of 2 May 2026", "2 May 2026", "3 May 2026", "Harbour, boats",
                             "60 boats", "66 boats", "+10%", "revised value"})
        CHECK_THAT(words(), ContainsSubstring(cell));
    project.change("note.yaml", "2026-05-03", "2026-05-04");
    project.built();
    CHECK_THAT(words(), ContainsSubstring("No number has changed."));
    // A layout without the part has no such sheet.
    project.change("layouts/own.yaml", "{part: changes, frame: main}, ", "");
    project.built();
    CHECK_THAT(words(), !ContainsSubstring("<sheet name=\"Changes\""));
}

TEST_CASE("the first edition of a deck says so on its slide of changes", "[editions][changes]") {
    const Changing project;
    project.built();
    const auto slide_of = [&](const std::string& words) {
        const auto text = plain(run({"/usr/bin/pdftotext", "-layout", "deck.pdf", "-"}, project.out()).out);
        std::size_t page = 1;
        const auto at = text.find(words);
        if (at == std::string::npos) return std::size_t{0};
        for (std::size_t i = 0; i < at; ++i) page += text[i] == '\f';
        return page;
    };
    CHECK(slide_of("This is the first edition.") == 3);
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    project.built();
    CHECK(slide_of("Since the edition of 2 May 2026") == 3);
    project.change("note.yaml", "2026-05-03", "2026-05-04");
    project.built();
    CHECK(slide_of("No number has changed.") == 3);
}

TEST_CASE("numbers that readers do not see are not among the changes", "[editions][changes][leaks]") {
    const Changing project;
    // One is tested by a condition, one is said by an alert, and one is behind a number that is printed.
    project.change("note.yaml", "There are {{ masts | unit }} and {{ piers | unit }}.", "Many boats sail.");
    project.change("note.yaml", "findings:\n",
                   "findings:\n  - {text: \"There are masts.\", when: \"value('masts') > 1\"}\n");
    project.change("note.yaml", "alert:\n", "alert:\n  - {when: SELECT 1, say: \"The piers: {{ piers | unit }}.\"}\n");
    project.change("note.yaml", "values:\n",
                   "values:\n  twice: {query: \"SELECT 2 * value('hidden')\", unit: boats}\n");
    project.change("note.yaml", "summary: \"", "summary: \"Twice is {{ twice | unit }}. ");
    const std::string source = "7,piers,2026,count";
    project.change("data/facts.csv", source, source + ",,\nhidden,Quay,hidden,31,boats,2026,count");
    project.built();
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    project.change("data/facts.csv", "masts,12", "masts,13");
    project.change("data/facts.csv", "piers,7,", "piers,8,");
    project.change("data/facts.csv", "hidden,31,", "hidden,32,");
    project.built();
    const auto told = project.told();
    INFO(told);
    CHECK(says(told, "| twice | 62 boats | 64 boats |"));
    CHECK(says(told, "| Rain |"));
    for (const char* unseen : {"masts", "piers", "Quay", "hidden"}) CHECK_FALSE(says(told, unseen));
}

TEST_CASE("`previous` names the edition that is compared with", "[editions][changes]") {
    const Changing project;
    project.built();
    fs::copy(project.out(), project.folder / "kept", fs::copy_options::recursive);
    project.change("data/facts.csv", "boats,60", "boats,63");
    project.change("note.yaml", "slug: note\n", "slug: note\nprevious: kept\n");
    project.built();
    CHECK(says(project.told(), "| Harbour, boats | 60 boats | 63 boats | +5% | revised value |"));
    SECTION("another record makes another edition") {
        const auto before = project.sums();
        fs::copy(project.out() / "edition.json", project.folder / "kept/edition.json",
                 fs::copy_options::overwrite_existing);
        project.built();
        CHECK(project.sums() != before);
        CHECK(says(project.told(), "No number has changed."));
    }
    SECTION("an edition without the output") {
        project.change("note.yaml", "  report: {", "  paper: {");
        const auto ran = project.precis({"build"});
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring("[changes_unknown]"));
        CHECK_THAT(ran.err, ContainsSubstring("error: the part `changes` has nothing to compare with: "
                                              "“kept” has no output “paper”"));
        project.change("note.yaml", "previous: kept\n", "");
        project.built();
    }
    SECTION("no such folder") {
        fs::remove_all(project.folder / "kept");
        const auto ran = project.precis({"build"});
        CHECK(ran.exit_code == 1);
        CHECK_THAT(ran.err, ContainsSubstring("note.yaml:4:11: error: "));
    }
}

TEST_CASE("an encrypted edition has nothing to compare with, and says so", "[editions][changes]") {
    const Changing project;
    project.change("note.yaml", "formats: [pdf, md, html]}", "formats: [pdf], encrypt: {password-env: KEY}}");
    CHECK(project.precis({"build", "--output", "report"}, {{"KEY", "a long word of sails"}}).exit_code == 0);
    const auto ran =
        project.precis({"build", "--output", "report", "--date", "2026-05-03"}, {{"KEY", "a long word of sails"}});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("the record of the encrypted output “report” keeps no numbers"));
}

TEST_CASE("an alert is printed and recorded while its condition holds", "[editions][alerts]") {
    const Changing project;
    project.change("note.yaml", "2026-05-02", "2026-05-03");
    CHECK_FALSE(says(project.built().err, "[alert]"));
    CHECK(project.precis({"build", "--fail-on-alert"}).exit_code == 0);
    project.change("data/facts.csv", "boats,60", "boats,59");
    auto ran = project.built();
    CHECK_THAT(plain(ran.err), ContainsSubstring("warning: Boats have left: 59 boats are there. [alert]"));
    // Of outputs that were left alone, too; and an alert is no fault, even for --strict.
    ran = project.precis({"build", "--fail-on-alert"});
    CHECK(ran.exit_code == 5);
    CHECK_THAT(plain(ran.err), ContainsSubstring("Boats have left: 59 boats are there. [alert]"));
    CHECK(project.precis({"build", "--strict", "--force"}).exit_code == 0);
    CHECK(project.precis({"check", "--fail-on-alert"}).exit_code == 5);
    std::size_t recorded = 0;
    const auto record = project.record();
    for (const auto& target : record.find("targets")->items)
        for (const auto& warning : target.find("warnings")->items) recorded += text_of(warning, "code") == "alert";
    CHECK(recorded == 2);
    CHECK_FALSE(says(read_file(project.out() / ("report" + kMarkdown)), "have left"));
    project.change("note.yaml", "value('boats') < 60", "value('boats' < 60");
    ran = project.precis({"build"});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err, ContainsSubstring("note.yaml:11:"));
}

TEST_CASE("an alert that an audience may not see is left out for it, which is said", "[editions][alerts][leaks]") {
    const Changing project;
    project.folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\n");
    project.change("note.yaml", "outputs:\n", "audiences: {crew: {title: Crew}, town: {title: Town}}\noutputs:\n");
    project.change("note.yaml", "  deck: {layout: slides, formats: [pdf, pptx]}\n", "");
    project.change("note.yaml", "date: 2026-05-02", "date: 2026-05-03");
    project.change("note.yaml",
                   "  - {when: \"value('boats') < 60\", say: \"Boats have left: {{ boats | unit }} are there.\"}",
                   "  - {when: \"value('crews') > 1\", say: Crews are there.}\n"
                   "  - {when: SELECT 1, say: \"Of crews: {{ crews | unit }}.\"}");
    const auto secret = [&](const std::string& line) {
        auto facts = std::string(kHarbourFacts);
        for (std::size_t at = 0; (at = facts.find('\n', at)) != std::string::npos; at += 2) facts.insert(at, ",");
        facts.insert(facts.find(",\n") + 1, "for");
        const auto at = facts.find('\n', facts.find(line));
        return facts.insert(at, "crew");
    };
    project.folder.write("data/facts.csv", secret("crews,Harbour"));
    const auto ran = project.precis({"build"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    for (const char* said :
         {"warning: Crews are there. [alert]", "warning: Of crews: 40 crews. [alert]",
          "warning: the alert is left out for “town”: the fact “crews” is not for the audience “town” "
          "[alert_left_out]",
          "help: write `for:` on it, with the audiences that may see all that it rests on"})
        CHECK_THAT(plain(ran.err), ContainsSubstring(said));
    CHECK(project.precis({"build", "--fail-on-alert"}).exit_code == 5);
    CHECK(project.precis({"build", "--fail-on-alert", "--audience", "town"}).exit_code == 0);
    const auto record = project.record();
    for (const auto& target : record.find("targets")->items) {
        std::vector<std::string> codes;
        for (const auto& warning : target.find("warnings")->items) codes.push_back(text_of(warning, "code"));
        const bool crew = text_of(target, "audience") == "crew";
        CHECK(std::count(codes.begin(), codes.end(), "alert") == (crew ? 2 : 0));
        CHECK(std::count(codes.begin(), codes.end(), "alert_left_out") == (crew ? 0 : 2));
    }
    CHECK(project.precis({"build", "--strict"}).exit_code == 1);

    // The author says for whom they are: no warning is left.
    project.change("note.yaml", "say: Crews are there.", "for: crew, say: Crews are there.");
    project.change("note.yaml", "{when: SELECT 1, say", "{for: [crew], when: SELECT 1, say");
    const auto meant = project.precis({"build", "--strict"});
    CHECK(meant.exit_code == 0);
    CHECK_THAT(meant.err, !ContainsSubstring("alert_left_out") && ContainsSubstring("Crews are there. [alert]"));
    project.change("note.yaml", "for: [crew]", "for: [crews]");
    CHECK_THAT(project.precis({"build"}).err, ContainsSubstring("no audience is called “crews” [unknown_audience]"));
}

TEST_CASE("quarterly briefs of all projects, at two dates", "[editions][changes][soak]") {
    const Folder out("quarterly");
    const auto build = [&](const std::string& date) {
        return run({precis_program(), "build", "samples/ecosystem-quarterly/briefing.yaml", "-o", out.path().string(),
                    "--date", date, "--format", "pdf", "--format", "md"},
                   PRECIS_SOURCE_DIR, {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
    };
    auto ran = build("2026-05-31");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto folder = out / "ecosystem-quarterly";
    const auto text = [&](const std::string& project) {
        return plain(read_file(folder / project / ("brief" + kMarkdown)));
    };
    CHECK(says(text("DeepSpeed"), "This is the first edition."));
    ran = build("2026-08-31");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    // By data/project-activity.csv: 101 commits from January to March 2026, 92 from April to June.
    CHECK(says(text("DeepSpeed"), "Since the edition of 31 May 2026"));
    CHECK(says(text("DeepSpeed"), "| Commits by people | 101 | 92 | −8.9% | new period |"));
    CHECK(says(text("DeepSpeed"), "| First-time authors | 17 | 28 | +65% | new period |"));
    CHECK(says(text("LMCache"), "No number has changed."));
    CHECK(says(text("LMCache"), "24 October 2024"));
    CHECK_THAT(ran.err, ContainsSubstring("PINA: nobody came to the project in"));
}
