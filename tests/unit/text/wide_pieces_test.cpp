// What no line holds is divided: addresses at their signs, words with a hyphen, sums anywhere. Nothing leaves the
// measure.
#include <algorithm>
#include <numeric>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;
using Texts = std::vector<std::string>;

namespace {

const std::string kAddress =
    "https://data.example.org/archive/2026/08/very-long-folder/station_measurements_daily.csv?from=2025-01-01&to=2026";

Texts broken(Paragraph paragraph, double measure) {
    Setter setter(fonts());
    const auto lines = setter.set(paragraph, measure).value();
    CHECK_FALSE(lines.overfull);
    for (const auto& line : lines.lines) {
        INFO(text_of(line));
        CHECK(line.x + line.width <= measure + 1e-6);
    }
    return texts_of(lines);
}

std::string joined(const Texts& lines) {
    return std::accumulate(lines.begin(), lines.end(), std::string());
}

}  // namespace

TEST_CASE("an address ends lines behind its signs, without a hyphen", "[text][wide]") {
    for (const auto align : {Align::left, Align::justify}) {
        const auto lines = broken(paragraph(kAddress, align), 120);
        CHECK(joined(lines) == kAddress);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            INFO(lines[i]);
            CHECK(std::string("/._?&=-").find(lines[i].back()) != std::string::npos);
        }
    }
}

TEST_CASE("an address beside words is divided only where a line would else be half empty", "[text][wide]") {
    const auto lines = broken(paragraph("The list is at example.org/a/long/list, which is short."), 130);
    CHECK(std::none_of(lines.begin(), lines.end(), [](const auto& line) { return line.ends_with("example."); }));
    CHECK(joined(broken(paragraph("A mark and/or a date"), 300)) == "A mark and/or a date");
}

TEST_CASE("a check sum is divided anywhere, without a sign", "[text][wide]") {
    const std::string sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const auto lines = broken(paragraph(sum), 100);
    CHECK(lines.size() == 4);
    CHECK(joined(lines) == sum);
    Setter setter(fonts());
    const auto set = setter.set(paragraph(sum), 100).value();
    for (const auto& line : set.lines) CHECK_FALSE(line.hyphenated);
}

TEST_CASE("a word that no line holds gets hyphens, also in a style without them", "[text][wide]") {
    const std::string word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
    for (const bool hyphens : {false, true}) {
        auto body = paragraph(word);
        body.hyphens = hyphens;
        body.max_hyphens_in_a_row = hyphens ? 2 : 0;
        Setter setter(fonts());
        const auto lines = setter.set(body, 70).value();
        CHECK_FALSE(lines.overfull);
        CHECK(joined(texts_of(lines)) == word);
        for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) {
            CHECK(lines.lines[i].hyphenated);
            CHECK(lines.lines[i].width <= 70 + 1e-6);
        }
    }
    CHECK(joined(broken(paragraph("a short word"), 70)) == "a short word");
}

TEST_CASE("a language without patterns divides between any two letters", "[text][wide]") {
    auto body = paragraph(std::string(60, 'x'));
    body.language = "xx";
    CHECK(joined(broken(body, 50)) == std::string(60, 'x'));
}

TEST_CASE("first fit divides only what is too wide", "[text][wide]") {
    auto body = paragraph("See " + kAddress);
    body.first_fit = true;
    const auto lines = broken(body, 120);
    CHECK(lines.front() == "See https://");
    CHECK(joined(lines) == "See " + kAddress);
}

TEST_CASE("a value keeps its unit, but where the line cannot hold both", "[text][wide]") {
    Paragraph body;
    body.runs = {run("It grew by about "), run("12.4 million"), run(" in all.")};
    body.runs[1].value = true;
    const double narrow = 100;
    const auto lines = broken(body, narrow);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](const auto& l) { return l.find("12.4 million") != std::string::npos; }));
    const auto tiny = broken(body, 35);
    CHECK(std::any_of(tiny.begin(), tiny.end(), [](const auto& l) { return l == "12.4"; }));
    const Texts groups{"12\u00a0345", "678\u00a0901", "234"};
    CHECK(broken(paragraph("12\u00a0345\u00a0678\u00a0901\u00a0234"), 40) == groups);
}

TEST_CASE("only a letter wider than the measure sticks out, and is reported", "[text][wide]") {
    Setter setter(fonts());
    CHECK(setter.set(paragraph("Mi", Align::left, 40), 10).value().overfull);
    CHECK_FALSE(setter.set(paragraph("ii", Align::left, 40), 25).value().overfull);
}

TEST_CASE("an indent gives way to a first word that has no room beside it", "[text][wide]") {
    auto body = paragraph("36.5% of all");
    Setter setter(fonts());
    const double word = setter.set_line(run("36.5%")).value().width;
    body.first_indent = 12;
    CHECK(broken(body, word + 5).front() == "36.5%");
    CHECK(setter.set(body, word + 5).value().lines[0].x == Approx(5).margin(1e-6));
    CHECK(setter.set(body, word + 50).value().lines[0].x == Approx(12));
}
