// Every sentence of an output is compared: what was added, removed and reworded, with its pages; and only what the
// output's readers see.
#include "catch.h"
#include "harbour.h"
#include "project.h"
#include "schema_faults.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kBriefing =
    "briefing: 1\ntitle: A note on boats\nslug: note\ndate: 2026-05-02\n"
    "audiences: {crew: {title: The crew}, town: {title: The town}}\n"
    "outputs:\n"
    "  report: {layout: research-note}\n"
    "  deck: {layout: executive-deck, formats: [pdf]}\n"
    "  web: {layout: research-note, formats: [md]}\n"
    "summary: \"The harbour is full. Most boats are old, and few of them sail.\"\n"
    "sections:\n"
    "  - id: a\n    title: Boats\n    headline: Boats are many\n    takeaway: Buy no boat.\n"
    "    points: [They float.]\n"
    "    body:\n      - \"In the harbour are {{ boats | unit }}.[^n] They came in spring.\"\n      - \"[^n]: Rafts are "
    "no "
    "boats.\"\n"
    "  - {id: b, for: crew, title: Plan, headline: The plan is set, points: [It is short.], body: The crew alone knows "
    "the plan.}\n"
    "  - {id: c, for: town, title: Town, headline: The town pays, points: [It has money.], body: The town pays for the "
    "piers.}\n";

class Talking : public Project {
  public:
    Talking() {
        folder.write("data/model.yaml", harbour_model());
        folder.write("data/facts.csv", kHarbourFacts);
        folder.write("data/days.csv", "day,mm\n2026-05-01,4\n");
        folder.write("note.yaml", kBriefing);
        folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\ntitle: Own\n");
    }
    void keep() const { fs::copy(out(), folder / "before", fs::copy_options::recursive); }
    json::Node diff() const {
        const auto ran = precis({"diff", "before", "out/note", "--format", "json"});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        CHECK(schema_faults("diff", ran.out).empty());
        return parsed(ran.out);
    }
};

/// "deck.crew 4>5: old -> new" of one target.
std::vector<std::string> told(const json::Node& diff, const std::string& target) {
    std::vector<std::string> lines;
    for (const auto& change : diff.find("sentences")->items)
        if (text_of(change, "target") == target)
            lines.push_back(plain(text_of(change, "page-before") + ">" + text_of(change, "page") + ": " +
                                  text_of(change, "before") + " -> " + text_of(change, "after")));
    return lines;
}

std::string texts_in(const json::Node& record, const std::string& target) {
    std::string all;
    for (const auto& each : record.find("targets")->items) {
        if (text_of(each, "name") != target) continue;
        if (const auto* list = each.find("texts"))
            for (const auto& page : list->items)
                for (const auto& sentence : texts(page.find("sentences"))) all += plain(sentence) + "|";
    }
    return all;
}

}  // namespace

TEST_CASE("sentences without numbers are compared: reworded, added, removed, with their pages", "[editions][diff]") {
    const Talking project;
    project.built();
    project.keep();
    CHECK(project.diff().find("sentences")->items.empty());
    project.change("note.yaml", "Most boats are old, and few of them sail.",
                   "Most boats are old, and none of them sail.");
    project.change("note.yaml", "They came in spring.", "They came in spring. The oldest is a cutter.");
    project.change("note.yaml", "Buy no boat.", "Sell what you have.");
    project.change("note.yaml", "Rafts are no boats.", "Rafts are not boats.");
    project.change("note.yaml", "headline: Boats are many", "headline: Boats are too many");
    project.built();
    const auto diff = project.diff();
    CHECK(told(diff, "report.crew") ==
          std::vector<std::string>{
              "1>1: Most boats are old, and few of them sail. -> Most boats are old, and none of them sail.",
              "1>: Buy no boat. -> ", ">1:  -> The oldest is a cutter.", ">1:  -> Sell what you have.",
              "1>1: Rafts are no boats. -> Rafts are not boats."});
    CHECK(told(diff, "report.town").empty());  // the same words, told once for the output
    CHECK(told(diff, "deck.crew") == std::vector<std::string>{"2>2: Boats are many -> Boats are too many"});
    // Another output with the same change is named with it; without pages there are texts, too.
    for (const auto& change : diff.find("sentences")->items)
        if (text_of(change, "after") == "Rafts are not boats.")
            CHECK(texts(change.find("also")) == std::vector<std::string>{"web.crew"});

    const auto text = project.precis({"diff", "before", "out/note"}).out;
    CHECK_THAT(text,
               ContainsSubstring(
                   "\nSentences\n  report.crew, page 1; web.crew\n    Most boats are old, and [-few-] {+none+} of "
                   "them sail.\n"));
    CHECK_THAT(text, ContainsSubstring("  report.crew, page 1; web.crew, added\n    {+The oldest is a cutter.+}\n"));
    CHECK_THAT(text, ContainsSubstring("report.crew, page 1 of the old edition; deck.crew, page 3 of the old edition; "
                                       "web.crew, removed\n    [-Buy no boat.-]\n"));
    CHECK_THAT(
        project.precis({"diff", "before", "out/note", "--format", "markdown"}).out,
        ContainsSubstring("- report.crew, page 1; web.crew: Most boats are old, and ~~few~~ **none** of them sail.\n"));
    CHECK_THAT(project.precis({"diff", "before", "out/note", "--format", "html"}).out,
               ContainsSubstring("Most boats are old, and <del>few</del> <ins>none</ins> of them sail."));
}

TEST_CASE("a sentence that moves to another place or page is no change", "[editions][diff]") {
    const Talking project;
    project.built();
    project.keep();
    project.change("note.yaml", "The harbour is full. Most boats are old, and few of them sail.",
                   "Most boats are old, and few of them sail. The harbour is full.");
    project.built();
    CHECK(project.diff().find("sentences")->items.empty());
}

TEST_CASE("a record has the words of an output's own readers alone", "[editions][leaks]") {
    const Talking project;
    project.built();
    const auto record = project.record();
    CHECK(schema_faults("edition", read_file(project.out() / "edition.json")).empty());
    for (const std::string output : {"report", "deck", "web"}) {
        INFO(output);
        const auto crew = texts_in(record, output + ".crew"), town = texts_in(record, output + ".town");
        CHECK_THAT(crew, ContainsSubstring("plan"));
        CHECK_THAT(town, !ContainsSubstring("plan"));
        CHECK_THAT(town, ContainsSubstring("town pays"));
        CHECK_THAT(crew, !ContainsSubstring("town pays"));
    }
    // What a layout does not print is not there: the note has no headlines, and the slides have no running text.
    const auto note = texts_in(record, "report.crew"), deck = texts_in(record, "deck.crew");
    CHECK_THAT(note, ContainsSubstring("Buy no boat.|") && !ContainsSubstring("Boats are many"));
    CHECK_THAT(deck, ContainsSubstring("Boats are many|") && !ContainsSubstring("came in spring"));
}

TEST_CASE("an encrypted output keeps no text, and diff says that it is not compared", "[editions][leaks]") {
    const Talking project;
    const std::map<std::string, std::string> key{{"KEY", "a long word of sails"}};
    const auto build = [&] {
        const auto ran = project.precis({"build"}, key);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    };
    build();
    project.keep();
    project.change("note.yaml", "report: {layout: research-note}",
                   "report: {layout: research-note, formats: [pdf], encrypt: {password-env: KEY}}");
    build();
    CHECK(texts_in(project.record(), "report.crew").empty());
    const auto diff = project.diff();
    CHECK(diff.find("numbers")->items.empty());
    CHECK(diff.find("sentences")->items.empty());
    CHECK(texts(diff.find("not-compared")) == std::vector<std::string>{"report.crew", "report.town"});
    CHECK_THAT(project.precis({"diff", "before", "out/note"}).out,
               ContainsSubstring("Note: not compared, as the record of an encrypted output keeps nothing: report.crew, "
                                 "report.town.\n"));
    CHECK_THAT(project.precis({"diff", "before", "out/note", "--format", "html"}).out,
               ContainsSubstring("<li>report.crew: the record of an encrypted output keeps nothing</li>"));
}

TEST_CASE("of a record without texts the sentences with numbers are compared, and that is said", "[editions][diff]") {
    const Talking project;
    project.built();
    project.keep();
    auto record = read_file(project.folder / "before/edition.json");
    for (std::size_t at = 0; (at = record.find("\"texts\": [", at)) != std::string::npos;)
        record.erase(at, record.find("\"sources\": [", at) - at);
    project.folder.write("before/edition.json", record);
    project.change("data/facts.csv", "boats,60", "boats,66");
    project.change("note.yaml", "few of them", "none of them");
    project.built();
    const auto diff = project.diff();
    CHECK(told(diff, "report.crew") ==
          std::vector<std::string>{"1>1: In the harbour are 60 boats. -> In the harbour are 66 boats."});
    CHECK(texts(diff.find("only-numbers-compared")).size() == 6);
    CHECK_THAT(project.precis({"diff", "before", "out/note"}).out,
               ContainsSubstring("an older record has only sentences with numbers, so others are not compared: "));
}
