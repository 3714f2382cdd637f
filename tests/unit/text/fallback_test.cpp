// Letters that a family lacks are set in another: which one, in what size, and how runs are divided. Cases of packages
// that are not installed are passed over with a warning.
#include <algorithm>
#include <filesystem>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

const std::string kNoto = "/usr/share/fonts/truetype/noto/";
const std::string kCjk = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

bool there(const std::string& file) {
    if (std::filesystem::exists(file)) return true;
    WARN(file << " is not installed");
    return false;
}

FontIndex world() {
    auto listed = index();
    const auto add = [&](const std::string& name, const std::string& file, int at = 0) {
        listed.families.push_back({name, "fonts-noto", {{file, 400, false, at}}});
    };
    add("Hebrew", kNoto + "NotoSansHebrew-Regular.ttf");
    add("Hebrew Serif", kNoto + "NotoSerifHebrew-Regular.ttf");
    add("Emoji", kNoto + "NotoColorEmoji.ttf");
    add("JP", kCjk, 0);
    add("KR", kCjk, 1);
    add("SC", kCjk, 2);
    add("TC", kCjk, 3);
    for (auto& family : listed.families) family.serif = family.name == "Vollkorn";
    add("Devanagari", kNoto + "NotoSansDevanagari-Regular.ttf");
    add("Bengali", kNoto + "NotoSansBengali-Regular.ttf");
    listed.scripts = {{"Hebr", "", {"Hebrew"}, {"Hebrew Serif"}},
                      {"Deva", "", {"Devanagari"}, {}},
                      {"Beng", "", {"Bengali"}, {}},
                      {"Hani", "zh", {"SC"}, {}},
                      {"Hani", "zh-Hant", {"TC"}, {}},
                      {"Hani", "ja", {"JP"}, {}},
                      {"Hani", "ko", {"KR"}, {}},
                      {"Hani", "", {"SC"}, {}},
                      {"Kana", "", {"JP"}, {}},
                      {"Hang", "", {"KR"}, {}},
                      {"Zsye", "", {"Emoji"}, {}},
                      {"Zsym", "", {"DejaVu Sans"}, {}}};
    return listed;
}

Setter setter_of(const FaceRules& rules = {}) {
    auto loaded = Fonts::load(world(), {{"Lato", {}}, {"Vollkorn", {}}}, rules);
    REQUIRE(loaded.ok());
    return Setter(loaded.value());
}

/// The runs of a line as FAMILY:text.
std::vector<std::string> faces_of(Setter& setter, Run of) {
    const auto line = setter.set_line(of);
    REQUIRE(line.ok());
    std::vector<std::string> faces;
    for (const auto& piece : line.value().runs) faces.push_back(piece.face.family + ":" + piece.text);
    return faces;
}

using Faces = std::vector<std::string>;

}  // namespace

TEST_CASE("Latin text stays one run in its own face", "[text][fallback]") {
    auto setter = setter_of();
    CHECK(faces_of(setter, run("“Müller” – 5 × 3, e\u0301t\u00E9")) == Faces{"Lato:“Müller” – 5 × 3, e\u0301t\u00E9"});
}

TEST_CASE("letters of another script are set in its family, with serifs beside serifs", "[text][fallback]") {
    if (!there(kNoto + "NotoSerifHebrew-Regular.ttf")) return;
    auto setter = setter_of();
    CHECK(faces_of(setter, run("say שלום עולם now")) == Faces{"Lato:say ", "Hebrew:שלום עולם", "Lato: now"});
    CHECK(faces_of(setter, run("say שלום", 10, "Vollkorn")) == Faces{"Vollkorn:say ", "Hebrew Serif:שלום"});
    // Digits and signs that the family has stay in it.
    CHECK(faces_of(setter, run("יש 500")) == Faces{"Hebrew:יש", "Lato: ", "Lato:500"});
}

TEST_CASE("a sign that scripts share is set in the family of the letters beside it", "[text][fallback]") {
    if (!there(kNoto + "NotoSansDevanagari-Regular.ttf")) return;
    auto setter = setter_of();
    CHECK(faces_of(setter, run("है।")) == Faces{"Devanagari:है।"});
    // Behind Latin letters, digits, brackets and spaces, and alone: no face of Latin has it.
    CHECK(faces_of(setter, run("AI।")) == Faces{"Lato:AI", "Devanagari:।"});
    CHECK(faces_of(setter, run("2024।")) == Faces{"Lato:2024", "Devanagari:।"});
    CHECK(faces_of(setter, run("(है) ।")).back() == "Devanagari:।");
    CHECK(faces_of(setter, run("।")) == Faces{"Devanagari:।"});
    if (!there(kNoto + "NotoSansBengali-Regular.ttf")) return;
    CHECK(faces_of(setter, run("হয়।")) == Faces{"Bengali:হয়।"});
    CHECK(faces_of(setter, run("AI। হয়")).at(1).starts_with("Bengali:।"));  // by the letters behind it
}

TEST_CASE("the layout's families come before those of the script", "[text][fallback]") {
    auto setter = setter_of({{{"DejaVu Sans", {}}}, "", false});
    CHECK(faces_of(setter, run("שלום")) == Faces{"DejaVu Sans:שלום"});
    CHECK(faces_of(setter, run("a ✔")) == Faces{"Lato:a ", "DejaVu Sans:✔"});
}

TEST_CASE("Han characters go by language: of the text, of the document, of kana and hangul", "[text][fallback]") {
    if (!there(kCjk)) return;
    const auto family = [](const std::string& text, const std::string& language, const std::string& document) {
        auto setter = setter_of({{}, document, false});
        auto of = run(text);
        of.language = language;
        return faces_of(setter, of).front();
    };
    CHECK(family("漢", "", "en-GB") == "SC:漢");
    CHECK(family("漢", "", "ja") == "JP:漢");
    CHECK(family("漢", "zh-TW", "ja") == "TC:漢");
    CHECK(family("漢", "zh-HK", "") == "TC:漢");
    CHECK(family("漢", "zh-Hans-CN", "") == "SC:漢");
    CHECK(family("漢", "ko", "en-GB") == "KR:漢");
    CHECK(family("漢字かな", "", "en-GB") == "JP:漢字かな");
    CHECK(family("漢한", "", "en-GB") == "KR:漢한");
    // Quotes are as wide as the characters beside them in Chinese, narrow elsewhere.
    auto chinese = setter_of({{}, "zh", false});
    CHECK(faces_of(chinese, run("说“多”了")) == Faces{"SC:说“多”了"});
    CHECK(faces_of(chinese, run("a “b” c")) == Faces{"Lato:a “b” c"});
    auto english = setter_of({{}, "en-GB", false});
    CHECK(faces_of(english, run("“多”")) == Faces{"Lato:“", "SC:多", "Lato:”"});
}

TEST_CASE("an emoji is one cluster with all that is joined to it", "[text][fallback][emoji]") {
    if (!there(kNoto + "NotoColorEmoji.ttf")) return;
    auto setter = setter_of();
    for (const std::string picture : {"👍", "👍🏽", "🇫🇷", "👩‍👩‍👧‍👦", "👩‍💻", "⚠️",
                                      "1️⃣", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"}) {
        INFO(picture);
        const auto line = setter.set_line(run("a " + picture + " b"));
        REQUIRE(line.ok());
        REQUIRE(line.value().runs.size() == 3);
        const auto& run = line.value().runs[1];
        CHECK(run.face.family == "Emoji");
        CHECK(run.text == picture);
        REQUIRE(run.glyphs.size() == 1);
        CHECK(run.glyphs[0].bytes == picture.size());
        CHECK(run.size == Approx(9).margin(0.2));
        const auto shown = setter.fonts().picture(run.face, run.glyphs[0].id);
        REQUIRE(shown.pixels);
        CHECK(shown.pixels->width == 136);
        CHECK(shown.at.width == Approx(1.245).margin(0.02));
    }
    // Two flags are two, a sign without U+FE0F and one with U+FE0E are words.
    CHECK(setter.set_line(run("🇫🇷🇩🇪")).value().runs.at(0).glyphs.size() == 2);
    CHECK(faces_of(setter, run("⚠")) == Faces{"DejaVu Sans:⚠"});
    CHECK(faces_of(setter, run("⚡\uFE0E")) == Faces{"DejaVu Sans:⚡\uFE0E"});
    CHECK(faces_of(setter, run("✅")) == Faces{"Emoji:✅"});
}

TEST_CASE("joined emoji are one cluster between words from right to left, too", "[text][fallback][emoji][bidi]") {
    if (!there(kNoto + "NotoColorEmoji.ttf") || !there(kNoto + "NotoSansHebrew-Regular.ttf")) return;
    auto setter = setter_of();
    const auto line = setter.set_line(run("שלום 👩‍👩‍👧‍👦 עולם"));
    REQUIRE(line.ok());
    const auto& runs = line.value().runs;
    const auto picture = std::find_if(runs.begin(), runs.end(),
                                      [](const scene::GlyphRun& piece) { return piece.face.family == "Emoji"; });
    REQUIRE(picture != runs.end());
    CHECK(picture->text == "👩‍👩‍👧‍👦");
    REQUIRE(picture->glyphs.size() == 1);
    CHECK(picture->glyphs[0].bytes == picture->text.size());
}

TEST_CASE("a letter keeps its marks, and a line is no taller than its ink needs", "[text][fallback]") {
    if (!there(kNoto + "NotoSansHebrew-Regular.ttf")) return;
    auto setter = setter_of();
    CHECK(faces_of(setter, run("a שָׁלוֹם")) == Faces{"Lato:a ", "Hebrew:שָׁלוֹם"});
    const auto plain = setter.set_line(run("say")).value(), mixed = setter.set_line(run("say שלום")).value();
    CHECK(mixed.ascent == plain.ascent);
    CHECK(mixed.descent == Approx(plain.descent).margin(0.5));
    const auto alone = setter.set_line(run("שלום")).value();
    CHECK(alone.ascent == plain.ascent);
    CHECK(alone.descent == Approx(plain.descent).margin(0.5));
}

TEST_CASE("sizes are matched by x-height between scripts that have one", "[text][fallback]") {
    auto listed = index();
    listed.scripts = {
        {"Copt", "", {"DejaVu Sans"}, {}}, {"Geor", "", {"DejaVu Sans"}, {}}, {"Armn", "", {"DejaVu Sans"}, {}}};
    auto loaded = Fonts::load(listed, {{"Vollkorn", {}}});
    Setter setter(loaded.value());
    const auto line = setter.set_line(run("Հայ", 10, "Vollkorn"));
    REQUIRE(line.ok());
    const auto& piece = line.value().runs.at(0);
    CHECK(piece.face.family == "DejaVu Sans");
    const auto own = setter.fonts().metrics({"Vollkorn", 400, false}).x_height;
    const auto other = setter.fonts().metrics({"DejaVu Sans", 400, false}).x_height;
    CHECK(piece.size == Approx(std::max(0.85, own / other) * 10));
}

TEST_CASE("a run that may not be divided stays whole across faces", "[text][fallback]") {
    auto setter = setter_of({{{"DejaVu Sans", {}}}, "", false});
    auto body = paragraph("");
    body.runs = {run("aaaa "), run("x ✔ ✔ ✔ y")};
    body.runs[1].no_break = true;
    const auto lines = setter.set(body, 55).value();
    REQUIRE(lines.lines.size() == 2);
    CHECK(text_of(lines.lines[1]) == "x ✔ ✔ ✔ y");
}

TEST_CASE("faces that stand in for a family are told to those who ask", "[text][fallback]") {
    auto loaded = Fonts::load(world(), {{"Lato", {}}}, {{{"DejaVu Sans", {}}}, "", false});
    const scene::Face lato{"Lato", 700, false};
    CHECK(loaded.value()->fallbacks("plain", lato, "").empty());
    CHECK(loaded.value()->fallbacks("✔ שלום", lato, "") == std::vector<scene::Face>{{"DejaVu Sans", 400, false}});
}
