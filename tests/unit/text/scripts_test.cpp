// Text that is not Latin: directions, scripts, line breaks without spaces. DejaVu Sans has Hebrew and Arabic;
// the CJK case runs only if fonts-noto-cjk is installed.
#include <algorithm>
#include <filesystem>
#include <numeric>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

bool is_installed(const FontIndex::Family& family) {
    return std::all_of(family.files.begin(), family.files.end(),
                       [](const FontFile& file) { return std::filesystem::exists(file.path); });
}

void skipped(const std::string& package) {
    WARN(package << " is not installed");
}

bool have_dejavu() {
    return is_installed(index().families.back());
}

/// Nothing if they are not installed.
std::shared_ptr<Fonts> chinese_fonts() {
    FontIndex cjk{{{"Noto Sans CJK SC",
                    "fonts-noto-cjk",
                    {{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 400, false, 2}}}}};
    if (!is_installed(cjk.families[0])) return nullptr;
    auto loaded = Fonts::load(cjk, {{"Noto Sans CJK SC", {}}});
    REQUIRE(loaded.ok());
    return loaded.value();
}

double x_of(const Line& line, std::size_t run_index, std::size_t glyph) {
    return line.runs[run_index].origin.x + line.runs[run_index].glyphs[glyph].x;
}

}  // namespace

TEST_CASE("a Hebrew word inside English runs from right to left, its text stays in order", "[text][bidi]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    const auto line = setter.set_line(run("say שלום now", 10, "DejaVu Sans")).value();
    REQUIRE(line.runs.size() == 3);
    CHECK(text_of(line) == "say שלום now");
    CHECK(line.runs[1].text == "שלום");
    REQUIRE(line.runs[1].glyphs.size() == 4);
    CHECK(x_of(line, 1, 0) > x_of(line, 1, 3));
    CHECK(x_of(line, 1, 3) >= line.runs[0].origin.x + line.runs[0].width - 1e-9);
    CHECK(line.runs[2].origin.x == Approx(line.runs[1].origin.x + line.runs[1].width));
}

TEST_CASE("a paragraph of a right-to-left language begins at the right", "[text][bidi]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    auto body = paragraph("");
    body.runs = {run("שלום Europe עולם", 10, "DejaVu Sans")};
    body.language = "he";
    const auto line = setter.set(body, 300).value().lines.at(0);
    CHECK(text_of(line) == "שלום Europe עולם");
    CHECK(line.runs.front().origin.x > line.runs.back().origin.x);
    body.align = Align::justify;
    const auto last = setter.set(body, 300).value().lines.at(0);
    CHECK(last.x + last.width == Approx(300));
}

TEST_CASE("Arabic letters join, and joined letters are not spaced out", "[text][bidi]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    const auto alone = setter.set_line(run("ب", 10, "DejaVu Sans")).value();
    const auto joined = setter.set_line(run("ببب", 10, "DejaVu Sans")).value();
    REQUIRE(joined.runs.at(0).glyphs.size() == 3);
    CHECK(joined.runs[0].glyphs[1].id != alone.runs.at(0).glyphs.at(0).id);
    Paragraph body = paragraph("", Align::justify);
    body.runs = {run("البيانات المفتوحة في أوروبا تنمو بسرعة كبيرة كل عام", 10, "DejaVu Sans")};
    body.language = "ar";
    const auto lines = setter.set(body, 120).value();
    REQUIRE(lines.lines.size() > 1);
    for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) CHECK(lines.lines[i].width == Approx(120));
}

TEST_CASE("Greek and Cyrillic words are shaped in their own script", "[text]") {
    Setter setter(fonts());
    CHECK(text_of(setter.set_line(run("Ελλάδα, Україна, Europe")).value()) == "Ελλάδα, Україна, Europe");
    CHECK(setter.set_line(run("Україна")).ok());
}

TEST_CASE("the glyphs' bytes add up in mixed directions too", "[text][bidi][property]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    for (const auto* text : {"a (שלום, 12.5%) b", "שָׁלוֹם", "لا إله", "עולם 2026 שלום", "\u202Bשלום\u202C x"}) {
        const auto line = setter.set_line(run(text, 10, "DejaVu Sans")).value();
        for (const auto& piece : line.runs) {
            const auto sum = std::accumulate(piece.glyphs.begin(), piece.glyphs.end(), std::size_t{0},
                                             [](std::size_t n, const scene::Glyph& g) { return n + g.bytes; });
            CHECK(sum == piece.text.size());
        }
    }
}

TEST_CASE("Chinese lines break between characters, never before a full stop", "[text][cjk]") {
    auto chinese = chinese_fonts();
    if (!chinese) return skipped("fonts-noto-cjk");
    Setter setter(chinese);
    Paragraph body;
    body.runs = {run("欧洲的开放源代码正在加速增长。明年还会更快。", 10, "Noto Sans CJK SC")};
    body.language = "zh-Hans";
    const auto lines = setter.set(body, 151).value();
    REQUIRE(lines.lines.size() == 2);
    CHECK(text_of(lines.lines[0]).starts_with("欧洲的开放源代码正在加速增"));
    CHECK_FALSE(text_of(lines.lines[1]).starts_with("。"));
    CHECK_FALSE(lines.lines[0].spaced);
}

TEST_CASE("lines for a mirrored page stand in mirrored order", "[text][bidi]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    setter.mirror();
    auto body = paragraph("");
    body.runs = {run("שלום ", 10, "DejaVu Sans"), run("Europe", 10, "DejaVu Sans"), run(" עולם", 10, "DejaVu Sans")};
    const auto line = setter.set(body, 300).value().lines.at(0);
    CHECK(text_of(line) == "שלום Europe עולם");
    // Places count from the right: the first word is the first.
    CHECK(line.runs.front().origin.x == Approx(0));
    for (std::size_t i = 1; i < line.runs.size(); ++i)
        CHECK(line.runs[i].origin.x == Approx(line.runs[i - 1].origin.x + line.runs[i - 1].width));
    // A paragraph without letters from right to left reads as it always does: its last run is nearest to the right.
    auto english = paragraph("");
    english.runs = {run("one ", 10, "DejaVu Sans"), run("two", 12, "DejaVu Sans")};
    const auto words = setter.set(english, 300).value().lines.at(0);
    CHECK(words.runs.back().origin.x == Approx(0));
    CHECK(words.runs.front().origin.x == Approx(words.runs.back().width));
}

TEST_CASE("a printed value keeps its minus sign at the left among letters from right to left", "[text][bidi]") {
    if (!have_dejavu()) return skipped("fonts-dejavu-core");
    Setter setter(fonts({"DejaVu Sans"}));
    auto body = paragraph("");
    auto value = run("−12%", 10, "DejaVu Sans");
    value.value = true;
    body.runs = {run("שינוי ", 10, "DejaVu Sans"), value, run(" השנה", 10, "DejaVu Sans")};
    body.language = "he";
    const auto line = setter.set(body, 300).value().lines.at(0);
    double minus = -1, percent = -1;
    for (const auto& part : line.runs) {
        std::size_t at = 0;
        for (const auto& glyph : part.glyphs) {
            const auto letter = part.text.substr(at, glyph.bytes);
            if (letter == "−") minus = part.origin.x + glyph.x;
            if (letter == "%") percent = part.origin.x + glyph.x;
            at += glyph.bytes;
        }
    }
    REQUIRE(minus >= 0);
    REQUIRE(percent >= 0);
    CHECK(minus < percent);
}

TEST_CASE("lines of Chinese end flush, their slack between the letters", "[text][cjk]") {
    auto chinese = chinese_fonts();
    if (!chinese) return skipped("fonts-noto-cjk");
    Setter setter(chinese);
    auto body = paragraph("");
    body.runs = {
        run("围绕基金会的十一个开源项目，根据历史统计，较早的项目只变化了一点。新的项目始于二零二四年，两者合计占提交的"
            "一半以上，"
            "其余的项目并没有陷入困境，被许多人依赖的库修改时总是谨慎的。",
            10, "Noto Sans CJK SC")};
    body.language = "zh";
    body.align = Align::justify;
    const auto lines = setter.set(body, 204).value().lines;
    REQUIRE(lines.size() > 3);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        CHECK(lines[i].width == Approx(204));
        const auto begin = lines[i].runs.front().text.substr(0, 3);
        CHECK(begin != "，");
        CHECK(begin != "。");
    }
}
