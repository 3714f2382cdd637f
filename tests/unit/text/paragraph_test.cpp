// Paragraphs: lines inside their measure, justified ends, division, balance, forced breaks.
#include <algorithm>
#include <cmath>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

const std::string kProse =
    "High-performance computing in Europe has grown from a handful of national centres into a federated "
    "infrastructure. Public investment, procurement rules and the availability of qualified engineers determine how "
    "quickly universities and companies can make use of it; a difficult and efficient affiliation of offices follows.";

double right_end(const Line& line) {
    const auto& last = line.runs.back();
    return last.origin.x + last.width;
}

}  // namespace

TEST_CASE("justified lines end at the measure exactly, the last one is natural", "[text]") {
    Setter setter(fonts());
    auto body = paragraph(kProse, Align::justify, 9.8);
    body.runs[0].face.family = "Vollkorn";
    body.hyphens = true;
    body.first_indent = 10.5;
    const auto lines = setter.set(body, 184).value();
    REQUIRE(lines.lines.size() > 4);
    CHECK_FALSE(lines.overfull);
    for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) {
        INFO(text_of(lines.lines[i]));
        CHECK(right_end(lines.lines[i]) == Approx(184).margin(1e-6));
        CHECK(lines.lines[i].x == Approx(i == 0 ? 10.5 : 0).margin(1e-9));
    }
    CHECK(right_end(lines.lines.back()) < 184);
    CHECK(std::any_of(lines.lines.begin(), lines.lines.end(), [](const Line& l) { return l.hyphenated; }));
    CHECK(lines.lines.size() < 10);
}

TEST_CASE("a hyphen is drawn but not copied, and the line says that its word goes on", "[text]") {
    Setter setter(fonts());
    auto body = paragraph("infrastructure", Align::left);
    body.hyphens = true;
    const auto lines = setter.set(body, 40).value();
    REQUIRE(lines.lines.size() == 2);
    const auto& first = lines.lines[0];
    CHECK(first.hyphenated);
    CHECK_FALSE(first.spaced);
    CHECK(first.runs[0].glyphs.back().bytes == 2);
    CHECK(text_of(first) + text_of(lines.lines[1]) == "infrastructure");
    CHECK(first.width == Approx(setter.set_line(run(text_of(first) + "-")).value().width).margin(0.3));
}

TEST_CASE("words are divided by the patterns of their language", "[text]") {
    Setter setter(fonts());
    const auto first_part = [&](const std::string& word, const std::string& language, double measure) {
        auto body = paragraph(word);
        body.hyphens = true;
        body.language = language;
        return text_of(setter.set(body, measure).value().lines[0]);
    };
    const double most = setter.set_line(run("Geschwin-")).value().width;
    CHECK(first_part("Geschwindigkeit", "de-DE", most + 1) == "Geschwin");
    CHECK(first_part("Bürgerbüro", "de-DE", 36) == "Bürger");             // Latin-1 patterns
    CHECK(first_part("und Geschwindigkeit", "xx", 1.7 * most) == "und");  // no patterns, no division
    CHECK(first_part("GPT4-infrastructure2", "en-GB", 80) == "GPT4-");    // names stay whole but for their own hyphens
    const auto filled = [&](const std::string& words) {
        auto body = paragraph(words);
        body.hyphens = body.first_fit = true;
        return text_of(setter.set(body, 75).value().lines[0]);
    };
    CHECK(filled("our infrastructure") != "our");
    CHECK(filled("our infraStructure") == "our");  // a capital inside: a name
}

TEST_CASE("a ligature is taken apart where a word is divided inside it", "[text]") {
    Setter setter(fonts());
    auto body = paragraph("of\u00ADfice");  // Vollkorn sets "ffi" as one glyph
    body.runs[0].face.family = "Vollkorn";
    const double part = setter.set_line(run("fice", 10, "Vollkorn")).value().width;
    const auto lines = setter.set(body, part + 2).value();
    REQUIRE(lines.lines.size() == 2);
    CHECK(text_of(lines.lines[0]) == "of");
    CHECK(text_of(lines.lines[1]) == "fice");
    CHECK(lines.lines[0].runs[0].glyphs.size() == 3);
    CHECK(lines.lines[1].width == Approx(setter.set_line(run("fice", 10, "Vollkorn")).value().width));
}

TEST_CASE("spaces at a line's end fall away, those inside stay", "[text]") {
    Setter setter(fonts());
    const auto lines = setter.set(paragraph("one two   three"), 42).value();
    CHECK(texts_of(lines) == std::vector<std::string>{"one two", "three"});
    CHECK(lines.lines[0].spaced);
    CHECK_FALSE(lines.lines[0].forced);
    CHECK(lines.lines[1].forced);
}

TEST_CASE("forced breaks, and an empty line between two", "[text]") {
    Setter setter(fonts());
    const auto lines = setter.set(paragraph("one\n\ntwo\n"), 200).value();
    CHECK(texts_of(lines) == std::vector<std::string>{"one", "", "two"});
    CHECK(lines.lines[1].ascent > 0);
    CHECK(std::all_of(lines.lines.begin(), lines.lines.end(), [](const Line& l) { return l.forced; }));
}

TEST_CASE("alignment is in the runs' origins", "[text]") {
    Setter setter(fonts());
    const double width = setter.set_line(run("label")).value().width;
    CHECK(setter.set(paragraph("label", Align::right), 100).value().lines[0].runs[0].origin.x == Approx(100 - width));
    const auto centered = setter.set(paragraph("label", Align::center), 100).value().lines[0];
    CHECK(centered.runs[0].origin.x == Approx((100 - width) / 2));
    CHECK(centered.x == Approx((100 - width) / 2));
    CHECK(centered.width == Approx(width));
}

TEST_CASE("a run that must not be broken is not", "[text]") {
    Setter setter(fonts());
    auto amount = run("460 petaflops");
    Paragraph body;
    body.runs = {run("It reached ", 10), amount, run(" in 2026.", 10)};
    const auto broken = setter.set(body, 75).value();
    body.runs[1].no_break = true;
    const auto kept = setter.set(body, 75).value();
    CHECK(text_of(broken.lines[0]) == "It reached 460");
    CHECK(text_of(kept.lines[0]) == "It reached");
    CHECK(text_of(kept.lines[1]) == "460 petaflops in");
}

TEST_CASE("a citation stays with its word", "[text]") {
    Setter setter(fonts());
    auto citation = run("12", 6.5);
    citation.rise = 4;
    Paragraph body;
    body.runs = {run("It is said so."), citation, run(" Then it goes on.")};
    for (double measure = 40; measure < 120; measure += 1) {
        const auto lines = setter.set(body, measure).value();
        for (const auto& line : lines.lines) CHECK_FALSE(text_of(line).starts_with("12"));
    }
}

TEST_CASE("balanced titles need no more lines and are even", "[text]") {
    Setter setter(fonts());
    auto title = paragraph("European open source gathers more speed than the market expected", Align::left, 20);
    const auto plain = setter.set(title, 400).value();
    title.balance = true;
    const auto even = setter.set(title, 400).value();
    REQUIRE(plain.lines.size() == 2);
    REQUIRE(even.lines.size() == 2);
    const auto difference = [](const Lines& l) { return std::abs(l.lines[0].width - l.lines[1].width); };
    CHECK(difference(even) < difference(plain));
}

TEST_CASE("what does not fit is set and reported", "[text]") {
    Setter setter(fonts());
    const auto wide = setter.set(paragraph("a Donaudampfschifffahrtsgesellschaft b"), 60).value();
    CHECK_FALSE(wide.overfull);
    CHECK(texts_of(wide).size() > 3);
    CHECK(setter.set(paragraph("W", Align::left, 40), 20).value().overfull);
    auto limited = paragraph("one two three four");
    limited.max_lines = 2;
    CHECK_FALSE(setter.set(limited, 60).value().overfull);
    CHECK(setter.set(limited, 25).value().overfull);
    CHECK(setter.set(limited, 25).value().lines.size() > 2);
}

TEST_CASE("a last line fills the share asked for", "[text]") {
    Setter setter(fonts());
    auto body = paragraph(kProse, Align::justify, 9.8);
    body.hyphens = true;
    const auto filled = [&](double least) {
        body.last_line_min = least;
        int count = 0;
        for (double measure = 150; measure < 260; measure += 1)
            count += setter.set(body, measure).value().lines.back().width >= measure / 3 - 1e-6 ? 1 : 0;
        return count;
    };
    const int asked = filled(1.0 / 3);
    CHECK(asked > filled(0));
    CHECK(asked > 70);  // of 110; for some measures no breaks within the limits do it
}
