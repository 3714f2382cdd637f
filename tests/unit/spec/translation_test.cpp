// A translation pairs with its original by ids, names and positions; what is missing, left over, changed or lost is
// said.
#include "spec/translation.h"

#include <algorithm>

#include "catch.h"
#include "fixture.h"

using namespace precis;

namespace {

const std::string kOriginal =
    "briefing: 1\n"
    "title: Rain in June\n"
    "date: 2026-08-31\n"
    "audiences: [farmers]\n"
    "outputs: {report: {layout: x}}\n"
    "values:\n"
    "  angle: SELECT 'It rained a lot'\n"
    "  days: SELECT 12\n"
    "findings:\n"
    "  - It rained on {{ days }} days [@gauge].\n"
    "  - text: The mill stood still.\n"
    "    claim: value('days') > 3\n"
    "    otherwise: The mill turned.\n"
    "sections:\n"
    "  - id: rain\n"
    "    title: The rain\n"
    "    body: Text.\n"
    "    exhibits:\n"
    "      - id: fig:rain\n"
    "        chart: column\n"
    "        title: More rain\n"
    "        query: SELECT month, mm FROM rain\n"
    "        x: month\n"
    "        y: [{column: mm, label: Rain}, days]\n"
    "        highlight: Rain\n"
    "      - id: tab:steps\n"
    "        table: all\n"
    "        title: Steps\n"
    "        rows: [{step: Ask, year: 2024}]\n"
    "        source: gauge\n"
    "  - id: mill\n"
    "    title: The mill\n"
    "    body: More text.\n";

const std::string kHeadFr = "translation-of: briefing.yaml\nlanguage: fr\n";

const std::string kWhole = kHeadFr +
                           "title: La pluie de juin\n"
                           "audiences: {farmers: {title: Agriculteurs, terms: {reader: agriculteur}}}\n"
                           "values:\n"
                           "  angle: Il a beaucoup plu\n"
                           "words: {Steps taken: Étapes, people: personnes, sources: Références}\n"
                           "findings:\n"
                           "  - Il a plu {{ days }} jours [@gauge].\n"
                           "  - {text: Le moulin était arrêté., otherwise: Le moulin tournait.}\n"
                           "sections:\n"
                           "  - id: mill\n"
                           "    title: Le moulin\n"
                           "    body: Encore du texte.\n"
                           "  - id: rain\n"
                           "    title: La pluie\n"
                           "    body: Texte.\n"
                           "    exhibits:\n"
                           "      - id: fig:rain\n"
                           "        title: Plus de pluie\n"
                           "        y: [{column: mm, label: Pluie}, {column: days, label: Jours}]\n"
                           "      - id: tab:steps\n"
                           "        title: Étapes\n"
                           "        rows: [{step: Demander}]\n";

struct Files {
    Folder folder;
    spec::Project project;

    explicit Files(const std::string& translation, const std::string& original = kOriginal) {
        project.root = folder.path();
        spec::Audience farmers;
        farmers.name.text = "farmers";
        farmers.title = diag::Text{"Farmers", {}, {}};
        farmers.terms.push_back({diag::Text{"reader", {}, {}}, diag::Text{"farmer", {}, {}}});
        project.audiences.push_back(farmers);
        folder.write("briefing.yaml", original);
        folder.write("briefing.fr.yaml", translation);
    }

    diag::Result<spec::Briefing> read() const { return spec::read(folder.path() / "briefing.fr.yaml", project); }
    diag::Result<spec::Translation> about() const {
        return spec::read_translation(folder.path() / "briefing.fr.yaml", project);
    }
    void accept(const std::vector<std::string>& keys = {}) const {
        const auto read = about();
        REQUIRE(read.has_value());
        folder.write("briefing.fr.accepted", spec::record_of(read.value(), keys));
    }
};

/// What is found of the translation, without what concerns its record.
std::string found(const std::string& translation, const std::string& original = kOriginal) {
    auto diagnostics = Files(translation, original).read().diagnostics();
    std::erase_if(diagnostics,
                  [](const auto& d) { return to_string(d.code) == std::string("translation_unrecorded"); });
    return seen(diagnostics);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a translation is the original with other texts", "[spec]") {
    const Files files(kWhole);
    files.accept();
    const auto read = files.read();
    INFO(printed(read.diagnostics()));
    REQUIRE(read.diagnostics().empty());
    const auto& b = read.value();
    CHECK(b.language->text == "fr");
    CHECK(b.path.filename() == "briefing.yaml");
    CHECK(b.translation.filename() == "briefing.fr.yaml");
    CHECK(b.title.text == "La pluie de juin");
    CHECK(b.title.span.source->name() == "briefing.fr.yaml");
    CHECK(b.date->text == "2026-08-31");
    REQUIRE(b.findings.size() == 2);
    CHECK(b.findings[1].text.text == "Le moulin était arrêté.");
    CHECK(b.findings[1].claim.otherwise->text == "Le moulin tournait.");
    CHECK(b.findings[1].claim.conditions.front().text == "value('days') > 3");
    // Sections pair by id, whatever their order; that of the original stays.
    CHECK(b.sections[0].title.text == "La pluie");
    CHECK(b.sections[1].title.text == "Le moulin");
    const auto& chart = b.sections[0].exhibits[0];
    CHECK(chart.query->text == "SELECT month, mm FROM rain");
    const auto& y = chart.channels.at(vocabulary::Channel::y);
    CHECK(y[0].label->text == "Pluie");
    CHECK(y[1].column.text == "days");
    CHECK(y[1].label->text == "Jours");  // in place of the data's word
    CHECK(chart.highlight.front().text == "Pluie");
    CHECK(b.sections[0].exhibits[1].rows[0].cells[0].second.text == "Demander");
    CHECK(b.sections[0].exhibits[1].rows[0].cells[1].second.text == "2024");
    CHECK(b.values[0].translated.front().second.text == "Il a beaucoup plu");
    CHECK(b.words_of_data.at("people") == "personnes");
    REQUIRE(b.words.size() == 1);  // a fixed word of the language
    CHECK(b.words[0].first.text == "sources");
    REQUIRE(b.audiences.size() == 1);
    CHECK(b.audiences[0].title->text == "Agriculteurs");
    CHECK(b.audiences[0].terms[0].second.text == "agriculteur");
}

TEST_CASE("each missing text is a warning at its original", "[spec]") {
    CHECK(found(kWhole).empty());
    CHECK(found(replaced(kWhole, "    title: Le moulin\n", "")) == "untranslated 32:12");
    CHECK(found(replaced(kWhole, "  - {text: Le moulin était arrêté., otherwise: Le moulin tournait.}\n", "")) ==
          "untranslated 11:11; untranslated 13:16");
    CHECK(found(replaced(kWhole, "        rows: [{step: Demander}]\n", "")) == "untranslated 29:23");
    const auto read = Files(replaced(kWhole, "    title: Le moulin\n", "")).read();
    CHECK_THAT(printed(read.diagnostics()), ContainsSubstring("add `sections.mill.title` to briefing.fr.yaml"));
    CHECK(read.value().sections[1].title.text == "The mill");  // as the original has it
    const auto terms = Files(replaced(kWhole, ", terms: {reader: agriculteur}", "")).read();
    CHECK_THAT(printed(terms.diagnostics()), ContainsSubstring("audiences.farmers.terms.reader"));
    // What has no words needs no translation.
    CHECK(found(kWhole,
                replaced(kOriginal, "    body: More text.\n", "    body: More text.\n    headline: \"{{ angle }}\"\n"))
              .empty());
}

TEST_CASE("a text whose original has none is left over, and not used", "[spec]") {
    CHECK(found(kWhole + "subtitle: De trop\n") == "translation_left_over 25:1");
    CHECK_FALSE(Files(kWhole + "subtitle: De trop\n").read().value().subtitle);
    CHECK(found(replaced(kWhole, "  - id: mill\n", "  - id: moulin\n")) ==
          "translation_left_over 12:5; untranslated 32:12; untranslated 33:11");
    CHECK(found(replaced(kWhole, "sections:\n", "  - De trop.\nsections:\n")) == "translation_left_over 11:5");
    CHECK(found(replaced(kWhole, "  angle: Il a beaucoup plu\n", "  angle: Il a beaucoup plu\n  angel: De trop\n")) ==
          "translation_left_over 7:3");
    CHECK(found(replaced(kWhole, "[{step: Demander}]", "[{step: Demander}, {step: De trop}]")) ==
          "translation_left_over 24:34");
}

TEST_CASE("what is no text comes from the original", "[spec]") {
    CHECK(found(kWhole + "date: 2026-09-01\n") == "comes_from_original 25:1");
    CHECK(found(kWhole + "outputs: {report: {layout: y}}\n") == "comes_from_original 25:20");
    CHECK(found(replaced(kWhole, "        title: Plus de pluie\n",
                         "        title: Plus de pluie\n        query: SELECT 1\n")) == "comes_from_original 21:9");
    CHECK(found(replaced(kWhole, "otherwise: Le moulin tournait.", "otherwise: Le moulin tournait., claim: 1 > 0")) ==
          "comes_from_original 10:69");
    CHECK(found(replaced(kWhole, "  angle: Il a beaucoup plu\n", "  angle: {query: SELECT 1}\n")) ==
          "comes_from_original 6:11");
    CHECK(found(kWhole + "titel: Faux\n") == "unknown_key 25:1");
    CHECK(found(replaced(kWhole, "  angle: Il a beaucoup plu\n", "  angle: {farmer: Il a plu}\n")) ==
          "unknown_key 6:11");
    CHECK(found(replaced(kWhole, "    body: Texte.\n", "    body: {de: Texte}\n")) ==
          "unknown_key 17:12; untranslated 17:11");
    CHECK(found(kWhole + "x-note: Relu en août\n").empty());
}

TEST_CASE("states of stamps are words of the language, and stay as they are", "[spec]") {
    const auto original =
        replaced(kOriginal, "        table: all\n        title: Steps\n        rows: [{step: Ask, year: 2024}]\n",
                 "        table: [{column: step, stamp: word, stamp-state: state}]\n        title: Steps\n"
                 "        rows: [{step: Ask, word: Fits, state: positive}]\n");
    const auto whole = replaced(kWhole, "[{step: Demander}]", "[{step: Demander, word: Juste}]");
    CHECK(found(whole, original).empty());
    const auto read = Files(whole, original).read();
    const auto& row = read.value().sections[0].exhibits[1].rows[0];
    REQUIRE(row.cells.size() == 3);
    CHECK(row.cells[2].first.text == "state");
    CHECK(row.cells[2].second.text == "positive");
    CHECK(found(replaced(kWhole, "[{step: Demander}]", "[{step: Demander, word: Juste, state: positif}]"), original) ==
          "comes_from_original 24:46");
}

TEST_CASE("values have a text for each audience, and labels", "[spec]") {
    const auto read = Files(replaced(kWhole, "  angle: Il a beaucoup plu\n",
                                     "  angle: {farmers: Il a beaucoup plu, label: Angle}\n  days: {label: Jours}\n"))
                          .read();
    INFO(printed(read.diagnostics()));
    REQUIRE(read.ok());
    const auto& values = read.value().values;
    CHECK(values[0].translated.front().first == "farmers");
    CHECK(values[0].label->text == "Angle");
    CHECK(values[0].query.text == "SELECT 'It rained a lot'");
    CHECK(values[1].label->text == "Jours");
    CHECK(values[1].translated.empty());
}

TEST_CASE("a bound number or a citation that the translation lacks is lost", "[spec]") {
    CHECK(found(replaced(kWhole, "Il a plu {{ days }} jours [@gauge].", "Il a plu.")) ==
          "number_lost 9:5; number_lost 9:5");
    CHECK(found(replaced(kWhole, "plu {{ days }} jours", "plu {{ days | words }} jours")).empty());
    CHECK(found(replaced(kWhole, "title: Le moulin\n", "title: \"Le moulin, {{ days }} jours\"\n")).empty());
    const auto read = Files(replaced(kWhole, " {{ days }} jours", " souvent")).read();
    CHECK_THAT(printed(read.diagnostics()), ContainsSubstring("write {{ days }} where it belongs"));
}

TEST_CASE("a changed original makes its translation out of date, one finding a text", "[spec]") {
    const Files files(kWhole);
    CHECK(seen(files.read().diagnostics()) == "translation_unrecorded 1:17");
    CHECK_THAT(printed(files.read().diagnostics()), ContainsSubstring("briefing.fr.yaml --accept"));
    files.accept();
    CHECK(files.read().diagnostics().empty());

    files.folder.write("briefing.yaml", replaced(replaced(kOriginal, "The mill stood still.", "The mill stood."),
                                                 "title: More rain", "title: Much more rain"));
    CHECK(seen(files.read().diagnostics()) == "translation_out_of_date 10:12; translation_out_of_date 20:16");
    CHECK_THAT(printed(files.read().diagnostics()), ContainsSubstring("--accept findings.2.text"));
    // A name with a blank needs quotes on the command line.
    const Files blank(replaced(kWhole, "{step: Demander}", "{a step: Demander}"),
                      replaced(kOriginal, "{step: Ask,", "{a step: Ask,"));
    blank.accept();
    blank.folder.write("briefing.yaml", replaced(kOriginal, "{step: Ask,", "{a step: Ask them,"));
    CHECK_THAT(printed(blank.read().diagnostics()),
               ContainsSubstring("--accept 'sections.rain.exhibits.tab:steps.rows.1.a step'"));
    files.accept({"findings.2.text"});
    CHECK(seen(files.read().diagnostics()) == "translation_out_of_date 20:16");
    files.accept();
    CHECK(files.read().diagnostics().empty());
    // A text that is translated later is not on record, whatever the others are.
    files.folder.write("briefing.yaml", kOriginal + "    headline: It stood\n");
    files.folder.write("briefing.fr.yaml", replaced(kWhole, "    title: Le moulin\n",
                                                    "    title: Le moulin\n    headline: Il était arrêté\n"));
    files.accept({"title"});
    const auto read = files.read();
    CHECK(std::count_if(read.diagnostics().begin(), read.diagnostics().end(),
                        [](const auto& d) { return to_string(d.code) == std::string("translation_unrecorded"); }) == 1);
}

TEST_CASE("a record that was damaged is said to be", "[spec]") {
    const Files files(kWhole);
    files.accept();
    const auto record = files.folder.path() / "briefing.fr.accepted";
    const auto read = files.about();
    files.folder.write("briefing.fr.accepted", spec::record_of(read.value(), {}) + "<<<<<<< HEAD\n");
    CHECK_THAT(seen(files.read().diagnostics()), StartsWith("bad_value "));
}

TEST_CASE("a translation's head names its original and its language, as its file's name does", "[spec]") {
    CHECK(found("translation-of: briefing.yaml\ntitle: La pluie\n") == "missing_key 1:1");
    CHECK(found("translation-of: other.yaml\nlanguage: fr\n") == "file_not_found 1:17");
    CHECK(found("translation-of: briefing.yaml\nlanguage: de\n") == "bad_value 1:17");
    CHECK(found("translation-of: ../briefing.yaml\nlanguage: fr\n") == "file_outside_root 1:17");
    CHECK(found(kWhole, kHeadFr) == "bad_value 1:17");
    CHECK(spec::translation_file("/a/note.yaml", "pt-BR") == "/a/note.pt-BR.yaml");
}
