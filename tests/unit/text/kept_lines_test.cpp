// Lines kept between builds: the same as set anew, found wherever they stand, forgotten when they or their fonts
// change.
#include "text/kept_lines.h"

#include <chrono>
#include <filesystem>

#include "faces.h"
#include "folder.h"
#include "text/font_use.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;
namespace fs = std::filesystem;

namespace {

const std::string kText =
    "High-performance computing in Europe has grown from a handful of national centres into a federated "
    "infrastructure.";

Paragraph prose() {
    auto made = paragraph(kText, Align::justify, 9.8);
    made.runs[0].face.family = "Vollkorn";
    made.runs.push_back(run("It has a second run.", 9.8));
    made.hyphens = true;
    return made;
}

std::size_t count_after(KeptLines& kept, const Paragraph& paragraph, double measure) {
    Setter setter(fonts(), &kept);
    CHECK(setter.set(paragraph, measure).value() == Setter(fonts()).set(paragraph, measure).value());
    return kept.size();
}

}  // namespace

TEST_CASE("kept lines are those that are set anew, wherever the paragraph stands in its file", "[text][kept]") {
    KeptLines kept;
    auto body = prose();
    CHECK(count_after(kept, body, 184) == 1);
    CHECK(count_after(kept, body, 184) == 1);
    body.runs[0].span = {std::make_shared<const diag::SourceText>("note.yaml", kText), 7, 9};
    CHECK(count_after(kept, body, 184) == 1);
    // What the lines depend on is not found under another paragraph.
    CHECK(count_after(kept, body, 185) == 2);
    auto other = body;
    other.runs[0].text.back() = '!';
    CHECK(count_after(kept, other, 184) == 3);
    other = body;
    other.runs[0].color.r = 1;
    CHECK(count_after(kept, other, 184) == 4);
    other = body;
    other.hyphens = false;
    CHECK(count_after(kept, other, 184) == 5);
    other = body;
    other.language = "de";
    CHECK(count_after(kept, other, 184) == 6);
    Setter mirrored(fonts(), &kept);
    mirrored.mirror();
    CHECK(mirrored.set(body, 184).ok());
    CHECK(kept.size() == 7);
}

TEST_CASE("no author's file is held by kept lines", "[text][kept]") {
    KeptLines kept;
    const auto source = std::make_shared<const diag::SourceText>("note.yaml", kText);
    auto body = prose();
    body.runs[0].span = {source, 7, 9};
    CHECK(count_after(kept, body, 184) == 1);
    body = {};
    CHECK(source.use_count() == 1);
}

TEST_CASE("what was reported is set again, and reported again", "[text][kept]") {
    KeptLines kept;
    auto body = prose();
    body.runs[0].text += " \u13A0";  // Cherokee, which no listed family has
    for (int i = 0; i < 2; ++i) {
        Setter setter(fonts(), &kept);
        CHECK_FALSE(setter.set(body, 184).ok());
    }
    CHECK(kept.size() == 0);
}

TEST_CASE("text in a fallback family is not kept, for its faces are opened while it is set", "[text][kept]") {
    const std::string file = "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf";
    if (!fs::exists(file)) {
        WARN(file << " is not installed");
        return;
    }
    auto listed = index();
    listed.families.push_back({"Hebrew", "fonts-noto", {{file, 400, false, 0}}});
    listed.scripts = {{"Hebr", "", {"Hebrew"}, {}}};
    KeptLines kept;
    auto body = prose();
    body.runs[0].text += " \u05D0\u05D1";
    auto loaded = Fonts::load(listed, {{"Lato", {}}, {"Vollkorn", {}}}).value();
    CHECK(Setter(loaded, &kept).set(body, 184).ok());
    CHECK(kept.size() == 0);
    // The family that was opened for these letters does not make the fonts others.
    body = prose();
    CHECK(Setter(loaded, &kept).set(body, 184).ok());
    CHECK(count_after(kept, body, 184) == 1);
}

TEST_CASE("what a build did not use is forgotten", "[text][kept]") {
    KeptLines kept;
    auto body = prose();
    CHECK(count_after(kept, body, 184) == 1);
    kept.forget_unused();
    CHECK(kept.size() == 1);
    body.runs[0].text += " More.";
    CHECK(count_after(kept, body, 184) == 2);
    kept.forget_unused();
    CHECK(kept.size() == 1);
    kept.forget_unused();
    CHECK(kept.size() == 0);
}

TEST_CASE("the fonts know the faces of lines that were kept", "[text][kept]") {
    KeptLines kept;
    const auto body = prose();
    count_after(kept, body, 184);
    const auto again = fonts();
    CHECK(Setter(again, &kept).set(body, 184).ok());
    const auto anew = fonts();
    CHECK(Setter(anew).set(body, 184).ok());
    CHECK(files_in_use(*again, "en-GB") == files_in_use(*anew, "en-GB"));
    CHECK(files_in_use(*again, "en-GB").size() >= 2);
}

TEST_CASE("another font in a file of the same name has lines of its own", "[text][kept]") {
    const precis::test::Folder folder("kept-lines");
    const auto file = folder / "Face.ttf";
    const auto lines_of = [&](KeptLines* kept) {
        const FontIndex listed{{{"Own", "", {{file.string(), 400, false, 0}}}}};
        auto loaded = Fonts::load(listed, {{"Own", {}}}).value();
        auto body = paragraph(kText);
        body.runs[0].face.family = "Own";
        return Setter(std::move(loaded), kept).set(body, 184).value();
    };
    KeptLines kept;
    fs::copy_file("/usr/share/fonts/truetype/lato/Lato-Regular.ttf", file);
    const auto lato = lines_of(&kept);
    fs::copy_file("/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf", file,
                  fs::copy_options::overwrite_existing);
    CHECK(lines_of(&kept) != lato);
    CHECK(lines_of(&kept) == lines_of(nullptr));
}
