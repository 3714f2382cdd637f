// Justified lines: limits of spaces, letters' widths, hanging punctuation, narrow columns, hyphens only where needed.
#include <algorithm>

#include "faces.h"
#include "rivers.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

const std::string kProse =
    "Budgets, hosting plans and project activity point the same way, but the growth in code rests on one project. "
    "“Reliability,” they say, “is what peers worry about.” Hybrid and edge sites hold a share of the market, up from "
    "less in the year before; the public cloud shrinks. Buyers compare release dates, support windows, and prices.";

Paragraph body(const std::string& text = kProse) {
    auto made = paragraph(text, Align::justify, 9.8);
    made.runs[0].face.family = "Vollkorn";
    made.hyphens = true;
    return made;
}

double ends_at(const Line& line) {
    return line.runs.back().origin.x + line.runs.back().width;
}

}  // namespace

TEST_CASE("letters give way where the limits allow it, in a stretch that the run says", "[text][justify]") {
    Setter setter(fonts());
    auto text = body();
    const auto plain = setter.set(text, 200).value();
    text.limits.glyph_least = 0.98;
    text.limits.glyph_most = 1.02;
    const auto lines = setter.set(text, 200).value();
    bool any = false;
    std::string all, all_plain;
    for (const auto& line : lines.lines) {
        for (const auto& piece : line.runs) {
            CHECK(piece.stretch >= 0.98 - 1e-9);
            CHECK(piece.stretch <= 1.02 + 1e-9);
            any = any || piece.stretch != 1;
            all += piece.text;
        }
        if (!line.forced) CHECK(ends_at(line) == Approx(200).margin(1e-6));
        if (line.forced) CHECK(line.runs[0].stretch == 1);
    }
    CHECK(any);
    for (const auto& line : plain.lines)
        for (const auto& piece : line.runs) all_plain += piece.text;
    const auto without_hyphens = [](std::string given) {
        for (auto at = given.find("\u00AD"); at != std::string::npos; at = given.find("\u00AD")) given.erase(at, 2);
        return given;
    };
    CHECK(without_hyphens(all) == without_hyphens(all_plain));
}

TEST_CASE("a stretched run's glyphs fill its width", "[text][justify]") {
    Setter setter(fonts());
    auto text = body("An even line of words, and a second one that ends it all.");
    text.limits = {1, 1, 1, 0, 0, 1, 1.02};  // nothing gives way but the letters
    const auto lines = setter.set(text, 190).value();
    REQUIRE(lines.lines.size() == 2);
    const auto& run = lines.lines[0].runs[0];
    if (run.stretch > 1) {
        auto natural = setter.set_line(test::run(text_of(lines.lines[0]), 9.8, "Vollkorn")).value();
        CHECK(run.glyphs[1].x == Approx(natural.runs[0].glyphs[1].x * run.stretch).margin(0.02));
    }
}

TEST_CASE("spaces aim at their optimum", "[text][justify]") {
    Setter setter(fonts());
    auto text = body("a b c d");
    const double natural = setter.set(text, 300).value().lines[0].width;
    text.limits.space = 1.4;
    const double wide = setter.set(text, 300).value().lines[0].width;
    const double space = setter.set_line(run("a b", 9.8, "Vollkorn")).value().width -
                         setter.set_line(run("ab", 9.8, "Vollkorn")).value().width;
    CHECK(wide - natural == Approx(3 * 0.4 * space).margin(0.3));
    text.align = Align::left;
    CHECK(setter.set(text, 300).value().lines[0].width == Approx(natural));
}

TEST_CASE("punctuation hangs at both ends, and no more than its own width", "[text][justify]") {
    Setter setter(fonts());
    auto text = body(
        "One, two, ten, six, one, two, ten, “so,” six, one, two, ten, six, one, two, ten, six, one, two, ten, six.");
    text.hanging = true;
    const auto lines = setter.set(text, 150).value();
    double right = 0, left = 0;
    for (const auto& line : lines.lines) {
        if (line.forced) continue;
        INFO(text_of(line));
        right = std::max(right, ends_at(line) - 150);
        left = std::min(left, line.x);
        const bool mark = line.hyphenated || std::string(".,-;:!?").find(text_of(line).back()) != std::string::npos ||
                          text_of(line).ends_with("”");
        if (mark)
            CHECK(ends_at(line) > 150.2);
        else
            CHECK(ends_at(line) == Approx(150).margin(1e-6));
    }
    CHECK(right > 0.2);
    CHECK(right < 5);
    CHECK(left > -4);
    auto quoted = body("“" + kProse);
    quoted.hanging = true;
    CHECK(setter.set(quoted, 200).value().lines[0].x < -0.5);
}

TEST_CASE("narrow columns are ragged unless the style asks for justified lines", "[text][justify]") {
    Setter setter(fonts());
    auto text = body();
    text.justify_from = 40;
    const auto narrow = setter.set(text, 120).value();
    CHECK(std::any_of(narrow.lines.begin(), narrow.lines.end(),
                      [](const Line& line) { return !line.forced && ends_at(line) < 119; }));
    const auto wide = setter.set(text, 260).value();
    for (const auto& line : wide.lines)
        if (!line.forced) CHECK(ends_at(line) == Approx(260).margin(1e-6));
    text.justify_from = 0;
    const auto asked = setter.set(text, 120).value();
    CHECK(std::count_if(asked.lines.begin(), asked.lines.end(),
                        [](const Line& line) { return !line.forced && ends_at(line) > 119.99; }) > 5);
}

TEST_CASE("words are divided only where lines without hyphens would be too loose", "[text][justify]") {
    Setter setter(fonts());
    const auto hyphens = [&](double measure) {
        const auto lines =
            setter
                .set(body(kProse + " Extraordinarily characteristic internationalisation responsibilities "
                                   "notwithstanding, representatives underestimate misunderstandings."),
                     measure)
                .value();
        return std::count_if(lines.lines.begin(), lines.lines.end(), [](const Line& line) { return line.hyphenated; });
    };
    CHECK(hyphens(420) == 0);
    CHECK(hyphens(110) > 0);
}

TEST_CASE("rivers are counted, and optimum fit leaves few", "[text][justify]") {
    Setter setter(fonts());
    const std::string column = "aaaa bbbb\naaaa bbbb\naaaa bbbb\naaaa bbbb";
    CHECK(rivers(setter.set(paragraph(column), 100).value()) == 1);
    CHECK(rivers(setter.set(paragraph("aaaa bbbb\naa bbbb\naaaa bbbb\naaaaaa b"), 100).value()) == 0);
    CHECK(rivers(setter.set(body(kProse + " " + kProse), 300).value()) <= 2);
}
