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
    FontIndex cjk{{{"Noto Sans CJK SC",
                    "fonts-noto-cjk",
                    {{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 400, false, 2}}}}};
    if (!is_installed(cjk.families[0])) return skipped("fonts-noto-cjk");
    auto loaded = Fonts::load(cjk, {{"Noto Sans CJK SC", {}}});
    REQUIRE(loaded.ok());
    Setter setter(loaded.value());
    Paragraph body;
    body.runs = {run("欧洲的开放源代码正在加速增长。明年还会更快。", 10, "Noto Sans CJK SC")};
    body.language = "zh-Hans";
    const auto lines = setter.set(body, 151).value();
    REQUIRE(lines.lines.size() == 2);
    CHECK(text_of(lines.lines[0]).starts_with("欧洲的开放源代码正在加速增"));
    CHECK_FALSE(text_of(lines.lines[1]).starts_with("。"));
    CHECK_FALSE(lines.lines[0].spaced);
}
