// A briefing in two languages, from the command line to its files: names, words of the data, numbers, claims, findings.
#include <filesystem>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kOriginal = R"(briefing: 1
title: Rain in June
date: 2026-08-31
audiences: {farmers: {title: Farmers}, millers: {title: Millers}}
outputs:
  report: {layout: research-note, for: farmers, formats: [pdf, png], languages: [en-GB, fr]}
  deck: {layout: executive-deck, for: millers, formats: [pdf, pptx, presenter, handout], languages: [fr]}
values:
  angle: "SELECT CASE :audience WHEN 'farmers' THEN 'The fields were wet' ELSE 'The wheels turned fast' END"
  days: {query: SELECT 1, unit: days, may-be-set: true}
  wet: SELECT sum(mm) FROM rain
headlines: {findings: "{{ angle }}"}
summary: "{{ angle }}. It rained for {{ days | unit }}."
findings:
  - text: "The gauges caught {{ wet | unit }} [@gauges]."
    claim: value('wet') > 1000 AND value('angle') LIKE 'The %'
    because: {mixed_units: None are mixed.}
sections:
  - id: rain
    title: The rain
    body: Most fell on the hills (@fig:rain, @tab:rain).
    exhibits:
      - id: fig:rain
        chart: bar
        title: Hills catch the rain
        subtitle: Rain in June
        query: SELECT place, mm FROM rain
        x: mm
        y: place
        highlight: Hills
      - id: tab:rain
        table: [place, mm]
        title: Rain by place
        query: SELECT place, mm FROM rain
)";

const std::string kFrench = R"(translation-of: briefing.yaml
language: fr
title: Pluie de juin
audiences: {farmers: {title: Agriculteurs}, millers: {title: Meuniers}}
values: {angle: {farmers: Les champs étaient mouillés, millers: Les roues tournaient vite}}
words: {Hills: Collines, Valley: Vallée, Place: Lieu, Rain fallen: Pluie tombée, day: jour, days: jours, litres: pintes}
summary: "{{ angle }}. Il a plu {{ days | unit }}."
findings:
  - "Les pluviomètres ont reçu {{ wet | unit }} [@gauges]."
sections:
  - id: rain
    title: La pluie
    body: La plus grande part est tombée sur les collines (@fig:rain, @tab:rain).
    exhibits:
      - id: fig:rain
        title: Les collines reçoivent la pluie
        subtitle: Pluie en juin
      - id: tab:rain
        title: La pluie par lieu
)";

struct Project {
    Folder folder{"translation"};

    explicit Project(const std::string& original = kOriginal, const std::string& french = kFrench) {
        folder.write("precis.yaml", "precis: 1\n");
        folder.write("briefing.yaml", original);
        if (!french.empty()) folder.write("briefing.fr.yaml", french);
        folder.write("data/rain.csv", "place,mm\nHills,1234.5\nValley,200\n");
        folder.write("data/model.yaml",
                     "model: 1\nsources:\n  gauges: {title: The gauges, publisher: The office, date: 2026-07}\n"
                     "tables:\n  rain:\n    file: rain.csv\n    source: gauges\n    columns:\n      place: text\n"
                     "      mm: {type: number, label: Rain fallen, unit: litres}\n");
        accept();
    }

    Ran program(std::vector<std::string> words) const {
        words.insert(words.begin(), precis_program());
        return run(words, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"SOURCE_DATE_EPOCH", ""}});
    }
    void accept() const {
        if (fs::exists(folder / "briefing.fr.yaml")) program({"translation", "briefing.fr.yaml", "--accept"});
    }
    std::vector<std::string> built(std::vector<std::string> words) const {
        fs::remove_all(folder / "out");
        words.insert(words.begin(), "build");
        const auto ran = program(words);
        INFO(ran.out << ran.err);
        REQUIRE(ran.exit_code == 0);
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(folder / "out"))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    fs::path file(const std::string& name) const {
        for (const auto& entry : fs::recursive_directory_iterator(folder / "out"))
            if (entry.path().filename() == name) return entry.path();
        return {};
    }
    /// The words of a PDF, with plain spaces and on one line.
    std::string words_of(const std::string& name) const {
        auto text = run({"pdftotext", "-q", file(name).string(), "-"}, folder.path()).out;
        for (const std::string space : {"\u202f", "\u00a0", "\n", "\f"})
            for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at))
                text.replace(at, space.size(), " ");
        return text;
    }
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("an output is made in the languages that it lists", "[pdf][translation]") {
    const Project project;
    const auto checked = project.program({"check", "briefing.yaml", "--strict"});
    INFO(checked.err);
    CHECK(checked.exit_code == 0);
    CHECK(project.built({"briefing.yaml"}) ==
          std::vector<std::string>{"deck.millers.fr.handout.pdf", "deck.millers.fr.pdf", "deck.millers.fr.pptx",
                                   "deck.millers.fr.presenter.pdf", "edition.json", "report.farmers.fr.pdf",
                                   "report.farmers.fr.png", "report.farmers.pdf", "report.farmers.png"});
    const auto english = project.words_of("report.farmers.pdf");
    CHECK_THAT(english, ContainsSubstring("The fields were wet. It rained for 1 day."));
    CHECK_THAT(english, ContainsSubstring("1,434.5 litres"));
    CHECK_THAT(english, ContainsSubstring("Hills"));

    const auto french = project.words_of("report.farmers.fr.pdf");
    CHECK_THAT(french, ContainsSubstring("Les champs étaient mouillés. Il a plu 1 jour."));
    CHECK_THAT(french, ContainsSubstring("1 434,5 pintes"));
    CHECK_THAT(french, ContainsSubstring("Agriculteurs"));
    CHECK_THAT(french, ContainsSubstring("31 août 2026"));
    CHECK_THAT(french, ContainsSubstring("(Illustration 1, Illustration 2)"));
    CHECK_THAT(french, ContainsSubstring("Pluie tombée, pintes"));  // the head of a column, with its unit
    CHECK_THAT(french, ContainsSubstring("Lieu"));
    // Twice each: in the chart and in the table.
    for (const std::string word : {"Collines", "Vallée"})
        CHECK(french.find(word, french.find(word) + 1) != std::string::npos);
    for (const std::string word : {"Hills", "Valley", "litres", "Farmers", "The fields", "Figure 1 |"})
        CHECK(french.find(word) == std::string::npos);

    const auto deck = project.words_of("deck.millers.fr.pdf");
    CHECK_THAT(deck, ContainsSubstring("Les roues tournaient vite"));
    CHECK_THAT(deck, ContainsSubstring("Collines"));
    const auto manifest = read_file(project.file("edition.json"));
    CHECK_THAT(manifest, ContainsSubstring("\"language\": \"fr\""));
    CHECK_THAT(manifest, ContainsSubstring("briefing.fr.yaml"));
    const auto slides = run({"unzip", "-p", project.file("deck.millers.fr.pptx").string(), "ppt/charts/chart*.xml"},
                            project.folder.path());
    CHECK_THAT(slides.out, ContainsSubstring("Collines"));
    CHECK(slides.out.find("Hills") == std::string::npos);
}

TEST_CASE("--language and the file of a translation choose a language", "[pdf][translation]") {
    const Project project;
    const auto only_report = std::vector<std::string>{"edition.json", "report.farmers.pdf"};
    CHECK(project.built({"briefing.yaml", "--language", "en-GB", "--format", "pdf"}) == only_report);
    const auto all = std::vector<std::string>{"deck.millers.fr.pdf", "edition.json", "report.farmers.fr.pdf"};
    CHECK(project.built({"briefing.yaml", "--language", "fr", "--format", "pdf"}) == all);
    CHECK(project.built({"briefing.fr.yaml", "--format", "pdf"}) == all);
    const auto none = project.program({"build", "briefing.yaml", "--language", "de"});
    CHECK(none.exit_code == 2);
    CHECK_THAT(none.err, ContainsSubstring("--language: no briefing here has “de”"));
    // Outputs that list no languages are made in those that are asked for.
    const Project silent(replaced(replaced(kOriginal, ", languages: [en-GB, fr]", ""), ", languages: [fr]", ""));
    CHECK(silent.built({"briefing.yaml", "--format", "pdf", "--output", "report"}) == only_report);
    CHECK(silent.built({"briefing.yaml", "--format", "pdf", "--language", "fr"}) == all);
    const auto chart = project.program({"chart", "briefing.yaml", "fig:rain", "-o", "rain.svg", "--language", "fr"});
    INFO(chart.err);
    CHECK(chart.exit_code == 0);
    CHECK_THAT(read_file(project.folder / "rain.svg"), ContainsSubstring("Les collines reçoivent la pluie"));
    const auto explained = project.program({"explain", "briefing.yaml", "wet"});
    CHECK_THAT(explained.out, ContainsSubstring("report.farmers, page 1"));
    CHECK_THAT(explained.out, ContainsSubstring("report.farmers.fr, page 1"));
}

TEST_CASE("a language without a translation is an error with a remedy that helps", "[pdf][translation]") {
    const Project project(replaced(kOriginal, "[en-GB, fr]", "[en-GB, fr, de]"));
    const auto ran = project.program({"check", "briefing.yaml"});
    CHECK(ran.exit_code == 1);
    CHECK_THAT(ran.err,
               ContainsSubstring("briefing.yaml:6:93: error: the briefing is in “en-GB” and has no translation "
                                 "into “de”; there are translations into fr [translation_missing]"));
    CHECK_THAT(ran.err, ContainsSubstring("write briefing.de.yaml beside it, beginning with “translation-of: "
                                          "briefing.yaml” and “language: de”"));
}

TEST_CASE("a project's pattern does not take translations for briefings", "[pdf][translation]") {
    const Project project;
    project.folder.write("precis.yaml", "precis: 1\nbriefings: \"*.yaml\"\n");
    project.folder.write("briefing.yaml", replaced(kOriginal, "[fr]", "[en-GB]"));
    const auto ran = project.program({"build", "--format", "pdf"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.out, ContainsSubstring("deck.millers.pdf"));
    CHECK(ran.out.find("deck.millers.fr") == std::string::npos);
}

TEST_CASE("texts and numbers of values keep what the original says", "[pdf][translation]") {
    const auto said = [](const std::string& french) {
        const Project project(kOriginal, french);
        return project.program({"check", "briefing.yaml"}).err;
    };
    CHECK_THAT(said(replaced(kFrench, "angle: {farmers: Les champs étaient mouillés, ", "angle: {")),
               ContainsSubstring("add `values.angle.farmers` to briefing.fr.yaml"));
    CHECK_THAT(said(replaced(kFrench, "values: {angle", "values: {wet: beaucoup, angle")),
               ContainsSubstring("the value “wet” is a number"));
    // Its own lints: a bare figure in French words.
    CHECK_THAT(said(replaced(kFrench, "Il a plu {{ days | unit }}", "Il a plu {{ days | unit }}, 17 fois")),
               ContainsSubstring("briefing.fr.yaml:7:"));
}

TEST_CASE("the remedies of a stale translation work when followed to the letter", "[pdf][translation]") {
    const Project project;
    const auto said = [&] { return project.program({"check", "briefing.yaml"}).err; };
    CHECK(said().empty());
    project.folder.write("briefing.yaml", replaced(kOriginal, "title: The rain", "title: All the rain"));
    const auto stale = said();
    CHECK_THAT(stale, ContainsSubstring("1 warning"));
    CHECK_THAT(stale, ContainsSubstring("the original of `sections.rain.title` has changed"));
    const std::string before = "then run: precis ";
    const auto at = stale.find(before);
    REQUIRE(at != std::string::npos);
    auto command = stale.substr(at + before.size());
    command.resize(command.find('\n'));
    CHECK(command == "translation briefing.fr.yaml --accept sections.rain.title");
    const auto accepted = project.program({"translation", "briefing.fr.yaml", "--accept", "sections.rain.title"});
    CHECK(accepted.exit_code == 0);
    CHECK(said().empty());
    CHECK_THAT(project.program({"translation", "briefing.fr.yaml", "--accept", "sections.rain.titel"}).err,
               ContainsSubstring("did you mean “sections.rain.title”?"));
    CHECK(project.program({"translation", "briefing.yaml"}).exit_code == 2);
    CHECK_THAT(accepted.out, ContainsSubstring("briefing.fr.yaml: 11 of 11 texts translated into fr"));
}
