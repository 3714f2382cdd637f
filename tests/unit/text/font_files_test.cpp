// Font files without an index: names, weights, variable fonts, licence bits.
#include "text/font_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "../../folder.h"
#include "faces.h"
#include "text/codes.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;
namespace fs = std::filesystem;

namespace {

const std::string kLato = "/usr/share/fonts/truetype/lato/";
const std::string kInter = "/usr/share/fonts/truetype/inter-vf/";

/// A copy of Lato with other licence bits: the third number of the table OS/2 behind its version.
void write_licensed(const fs::path& to, int bits) {
    std::ifstream in(kLato + "Lato-Regular.ttf", std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto row = bytes.find("OS/2");
    REQUIRE(row < 400);
    std::size_t table = 0;
    for (std::size_t i = 8; i < 12; ++i) table = table * 256 + static_cast<unsigned char>(bytes[row + i]);
    bytes[table + 8] = static_cast<char>(bits >> 8);
    bytes[table + 9] = static_cast<char>(bits & 255);
    std::ofstream(to, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("family, weight and slant are read from the files of a folder", "[text][fonts]") {
    const precis::test::Folder folder("faces");
    fs::create_directories(folder.path() / "more");
    fs::copy_file(kLato + "Lato-Heavy.ttf", folder.path() / "a.ttf");
    fs::copy_file(kLato + "Lato-LightItalic.ttf", folder.path() / "more" / "b.TTF");
    fs::copy_file("/usr/share/fonts/truetype/vollkorn/Vollkorn-Bold.ttf", folder.path() / "c.ttf");
    std::ofstream(folder.path() / "notes.txt") << "no font";
    const auto read = read_font_files(folder.path(), {});
    REQUIRE(read.ok());
    REQUIRE(read.value().families.size() == 2);
    const auto& lato = read.value().families[0];
    CHECK(lato.name == "Lato");
    REQUIRE(lato.files.size() == 2);
    CHECK(lato.files[0].weight == 800);
    CHECK_FALSE(lato.files[0].italic);
    CHECK(lato.files[1].weight == 300);
    CHECK(lato.files[1].italic);
    CHECK(read.value().families[1].name == "Vollkorn");
    CHECK(read.value().families[1].files.at(0).weight == 700);
    // One file may stand alone.
    CHECK(read_font_files(folder.path() / "c.ttf", {}).value().families.size() == 1);
}

TEST_CASE("a file that is no font is named", "[text][fonts][diag]") {
    const precis::test::Folder folder("broken");
    std::ofstream(folder.path() / "a.otf") << "OTTO and nothing else";
    const auto read = read_font_files(folder.path(), {});
    REQUIRE(read.diagnostics().size() == 1);
    CHECK(read.diagnostics()[0].code == code::face_missing);
    CHECK_THAT(read.diagnostics()[0].message, ContainsSubstring("a.otf cannot be read as a font"));
}

TEST_CASE("files that may not be embedded are refused by their licence bits", "[text][fonts][diag]") {
    const precis::test::Folder folder("licence");
    const auto faults = [&](int bits) {
        write_licensed(folder.path() / "a.ttf", bits);
        return embedding_faults(read_font_files(folder.path(), {}).value().families.at(0), {});
    };
    for (const int allowed : {0, 4, 8, 0xC}) CHECK(faults(allowed).empty());
    const auto restricted = faults(2);
    REQUIRE(restricted.size() == 1);
    CHECK(restricted[0].code == code::font_not_embeddable);
    CHECK_THAT(restricted[0].message, ContainsSubstring("a.ttf says that it may not be embedded in documents"));
    CHECK_FALSE(restricted[0].remedy.empty());
    CHECK_THAT(faults(0x108).at(0).message, ContainsSubstring("only whole"));
    CHECK_THAT(faults(0x204).at(0).message, ContainsSubstring("only bitmaps"));
}

TEST_CASE("a variable font gives every weight of its axis, wider as it gets bolder", "[text][fonts]") {
    if (!fs::exists(kInter)) {
        WARN("fonts-inter-variable is not installed");
        return;
    }
    auto read = read_font_files(kInter + "Inter-roman.var.ttf", {});
    REQUIRE(read.ok());
    const auto& family = read.value().families.at(0);
    REQUIRE(family.files.size() == 1);
    CHECK(family.files[0].weight == 100);
    CHECK(family.files[0].heaviest == 900);
    auto loaded = Fonts::load(read.value(), {{family.name, {}}});
    REQUIRE(loaded.ok());
    const auto& fonts = *loaded.value();
    CHECK(fonts.given({family.name, 650, false}) == scene::Face{family.name, 650, false});
    CHECK(fonts.is_variable({family.name, 650, false}));
    Setter setter(loaded.value());
    double before = 0;
    for (const int weight : {100, 400, 650, 900}) {
        auto words = run("minimum", 10, family.name);
        words.face.weight = weight;
        const auto line = setter.set_line(words);
        REQUIRE(line.ok());
        const auto& piece = line.value().runs.at(0);
        CHECK(piece.face.weight == weight);
        CHECK(line.value().width > before);
        before = line.value().width;
        CHECK(fonts.scaled_font(piece.face, 10) != nullptr);
    }
}

TEST_CASE("the scripts of a face are those whose letters it has", "[text][fonts]") {
    const auto scripts = scripts_of_face({kLato + "Lato-Regular.ttf"});
    CHECK(std::count(scripts.begin(), scripts.end(), "Latin") == 1);
    CHECK(std::count(scripts.begin(), scripts.end(), "Cyrillic") == 1);
    CHECK(std::count(scripts.begin(), scripts.end(), "Hebrew") == 0);
    CHECK(scripts_of_face({"/nowhere.ttf"}).empty());
}
