// Which words and digits are figures that need data, in the texts that an author can write.
#include "bind/text/codes.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

struct Reader : Desk {
    explicit Reader(const char* language = "en-GB") { target.language = language; }

    /// What is reported of a text, with bars between; the remedies are in `helps`.
    std::string figures(const char* words) {
        finding(words);
        return reported();
    }
    std::string reported() {
        std::string out;
        helps.clear();
        for (const auto& found : diagnostics) {
            if (found.code != bind::code::bare_number) continue;
            const auto open = found.message.find("“") + 3, close = found.message.find("”");
            out += (out.empty() ? "" : "|") + found.message.substr(open, close - open);
            helps.push_back(found.remedy);
        }
        return out;
    }
    std::string of_section(const spec::Section& section) {
        briefing.sections = {section};
        diagnostics = bind().diagnostics();
        return reported();
    }
    std::vector<std::string> helps;
};

}  // namespace

TEST_CASE("words for parts and ratios are figures", "[bind][figures]") {
    Reader en;
    CHECK(en.figures("Some two thirds came, and a third of them stayed.") == "two thirds|a third");
    CHECK(en.figures("Half of it is twice the double of before.") == "Half|twice");
    CHECK(en.figures("It grew to double the size, and costs doubled.") == "double|doubled");
    CHECK(en.figures("One in five left; nine out of ten stayed.") == "One in five|nine out of ten");
    CHECK(en.figures("It is ten times faster, threefold.") == "ten times|threefold");
    CHECK(en.figures("They said “two thirds”.") == "two thirds");
    Reader de("de");
    CHECK(de.figures("Es kamen doppelt so viele, die Hälfte blieb.") == "doppelt so|die Hälfte");
    CHECK(de.figures("Ein Drittel ging, zwei Drittel blieben.") == "Ein Drittel|zwei Drittel");
    CHECK(de.figures("Jeder Vierte sah zwölf Seiten; neun von zehn lasen.") == "Jeder Vierte|zwölf|neun von zehn");
    CHECK(de.figures("Die Zahl hat sich verdoppelt.") == "verdoppelt");
    Reader fr("fr");
    CHECK(fr.figures("La moitié reste, deux tiers des autres aussi.") == "La moitié|deux tiers");
    CHECK(fr.figures("C’est le double, deux fois plus.") == "le double|deux fois");
    CHECK(fr.figures("Un tiers des gens, un sur cinq, quinze en tout.") == "Un tiers|un sur cinq|quinze");
}

TEST_CASE("words that only sound like figures are none", "[bind][figures]") {
    Reader en;
    CHECK(en.figures("In the first half of 2026 and the second half of the year, one of them came.") == "");
    CHECK(en.figures("A half-hearted try, a third party, a third time, a double page, doubled down on it.") == "");
    CHECK(en.figures("Once a quarter they meet; this half of the town does not.") == "");
    Reader de("de");
    CHECK(de.figures("In der ersten Hälfte 2026 und der zweiten Hälfte des Jahres, im Stadtviertel.") == "");
    CHECK(de.figures("Eine von ihnen führt doppelte Buchführung.") == "");
    Reader fr("fr");
    CHECK(fr.figures("La première moitié de 2026, un tiers de confiance, un quart d’heure, une double page.") == "");
}

TEST_CASE("the measure of a rate is none where its number is bound", "[bind][figures]") {
    Reader en;
    CHECK(en.figures("The rate is {{ survey.stage3 }} per thousand.") == "");
    CHECK(en.figures("It is {{ india.people }} deaths per 1,000 inhabitants.") == "");
    CHECK(en.figures("It is {{ india.people }} per million, or {{ india.people }} per 100,000.") == "");
    CHECK(en.figures("It is {{ india.people }} here. Per million it is less.") == "million");
    CHECK(en.figures("It is five per thousand.") == "thousand");
    CHECK(en.figures("It is {{ india.people }} per 37 people.") == "37");
    Reader de("de");
    CHECK(de.figures("Es sind {{ india.people }} je 1.000 Einwohner.") == "");
    CHECK(de.figures("Es sind {{ india.people }} pro Million und {{ india.people }} ‰.") == "");
    CHECK(de.figures("Es sind {{ india.people }} auf 100.000, nicht 1.000.000 Leute.") == "1.000.000");
    Reader fr("fr");
    CHECK(fr.figures("Il y en a {{ india.people }} pour mille.") == "");
    CHECK(fr.figures("Il y en a {{ india.people }} pour 1 000 habitants, soit 12 300 en tout.") == "12 300");
}

TEST_CASE("times, versions, names, ordinals and years are none", "[bind][figures]") {
    Reader en;
    CHECK(en.figures("At 14:30, at 2 pm, from 9–11 am and at 7 o’clock.") == "");
    CHECK(en.figures("Version 2.4.1, v3, PyTorch 2.8, ISO 9001 and Python 3.12 run.") == "");
    CHECK(en.figures("The A100, GPT-4, H100, Web3 and 5G are names.") == "");
    CHECK(en.figures("(1) first, (2) second, in 2025–26, on 2026-04-20, in 1999/00.") == "");
    CHECK(en.figures("It is 3x faster, 10-fold cheaper and costs €12bn.") == "3|10|12");
    CHECK(en.figures("In Germany 45 left, PyTorch 45% of them, Revenue 2.8 billion.") == "45|45|2.8|billion");
    Reader de("de");
    CHECK(de.figures("Um 14.30 Uhr und um 9 Uhr, am 20.03.2026.") == "");
    CHECK(de.figures("Es kamen 7 am Montag.") == "7");
    Reader fr("fr");
    CHECK(fr.figures("À 14 h, à 14h30, le 1er avril ; 5 pour cent.") == "5");
}

TEST_CASE("every text of a section and its exhibits is searched", "[bind][figures]") {
    Reader desk;
    auto table = exhibit("tab:t", "");
    table.query = text("SELECT id, value FROM facts WHERE id = 'survey.stage3'");
    table.title = text("Eleven of them");
    table.subtitle = text("Twelve in all");
    table.note = text("Thirteen more");
    table.alt = text("A table of fourteen");
    table.sticker = text("Fifteen");
    table.columns = {column("id"), column("value")};
    table.columns[0].label = text("Sixteen");
    auto part = section("news", "So.", {table});
    part.title = text("Seventeen came");
    part.headline = text("Eighteen stayed");
    part.points = {item("Nineteen left.")};
    part.takeaway = text("Twenty is enough.");
    CHECK(desk.of_section(part) ==
          "Seventeen|Eighteen|Nineteen|Twenty|Eleven|Twelve|Thirteen|fourteen|Fifteen|Sixteen");

    auto bars = chart_of_facts("bar", {"survey.stage3"});
    bars.facts[0].label = text("The other two thirds");
    CHECK(desk.of_section(section("news", "So.", {bars})) == "two thirds");
    auto rate = exhibit("tab:t", "");
    rate.query = table.query;
    rate.title = text("Deaths per 100,000 inhabitants");
    CHECK(desk.of_section(section("news", "So.", {rate})) == "");
}

TEST_CASE("tiles, recommendations, what to watch and the title are searched", "[bind][figures]") {
    Reader desk;
    desk.briefing.title = text("Twelve makers");
    desk.briefing.subtitle = text("Half of the market");
    auto figure = tile("survey.stage3");
    figure.label = text("of fifteen makers");
    figure.detail = text("twice the rest");
    desk.briefing.key_figures = {figure};
    desk.briefing.recommendations = {item("Ask eleven of them.")};
    desk.briefing.watch = {item("Whether 40 leave.")};
    desk.diagnostics = desk.bind().diagnostics();
    const auto found = desk.reported();
    for (const auto* figure_in : {"Twelve", "Half", "fifteen", "twice", "eleven", "40"}) {
        INFO(found);
        CHECK(("|" + found + "|").find("|" + std::string(figure_in) + "|") != std::string::npos);
    }
    CHECK(std::count(found.begin(), found.end(), '|') == 5);
}

TEST_CASE("the remedy names the one way that the place has", "[bind][figures]") {
    Reader desk;
    CHECK(desk.figures("Among others 17 came.") == "17");
    CHECK_THAT(desk.helps.at(0), ContainsSubstring("`because: {bare_number: …}`"));
    CHECK_THAT(desk.helps.at(0), !ContainsSubstring("names:"));
    CHECK(desk.figures("They came to Stage 3 then.") == "3");
    CHECK_THAT(desk.helps.at(0), ContainsSubstring("“Stage 3” under `names:`"));
    desk.briefing.names = {text("Stage 3")};
    CHECK(desk.figures("They came to Stage 3 then.") == "");
    desk.briefing.title = text("All 17 makers");  // a title has no `because:`
    CHECK(desk.figures("So.") == "17");
    CHECK_THAT(desk.helps.at(0), ContainsSubstring("“17 makers” under `names:`"));
    desk.briefing.names = {text("17 makers")};
    CHECK(desk.figures("So.") == "");
}

TEST_CASE("a claim stands for figures in words, not for digits", "[bind][figures]") {
    Reader desk;
    auto part = section("news", "So.");
    part.title = text("Two thirds are there, 68 of them");
    CHECK(desk.of_section(part) == "Two thirds|68");
    part.claim.conditions = {text("value('survey.stage3') BETWEEN 64 AND 70")};
    CHECK(desk.of_section(part) == "68");
    part.takeaway = text("Half of them stay.");
    part.points = {item("Twice as many left.")};  // the claim is that of title and takeaway
    CHECK(desk.of_section(part) == "68|Twice");
}
