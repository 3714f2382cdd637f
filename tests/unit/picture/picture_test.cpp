// Pictures: kinds by content, sizes before decoding, faults with the decoder's words.
#include "picture/picture.h"

#include <fstream>

#include "catch.h"
#include "diag/codes.h"
#include "picture/codes.h"

using namespace precis;

namespace {

std::filesystem::path written(const std::string& name, const std::string& bytes) {
    auto path = std::filesystem::temp_directory_path() / ("precis-picture-" + name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

// 2 × 1 pixels, red and half-clear blue, as an uncompressed deflate stream.
const std::string kPng = [] {
    const unsigned char bytes[] = {0x89, 'P', 'N',  'G',  0x0D, 0x0A, 0x1A, 0x0A, 0,    0,    0,    13,  'I',
                                   'H',  'D', 'R',  0,    0,    0,    2,    0,    0,    0,    1,    8,   6,
                                   0,    0,   0,    0xF4, 0x22, 0x7F, 0x8A, 0,    0,    0,    20,   'I', 'D',
                                   'A',  'T', 0x78, 0x01, 0x01, 9,    0,    0xF6, 0xFF, 0,    255,  0,   0,
                                   255,  0,   0,    255,  128,  0x11, 0xFB, 0x03, 0x7F, 0,    0,    0,   0,
                                   0,    0,   0,    0,    'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
    return std::string(reinterpret_cast<const char*>(bytes), sizeof bytes);
}();

const std::string kSvg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="10" height="10" fill="#ff0000"/></svg>)";

diag::Code code_of(const diag::Diagnostics& found) {
    REQUIRE(found.size() == 1);
    return found.front().code;
}

}  // namespace

TEST_CASE("an SVG's size is read and its left half painted red", "[picture]") {
    const auto file = written("a.svg", kSvg);
    const auto info = picture::inspect(file, {});
    REQUIRE(info.ok());
    CHECK(info.value().kind == picture::Info::Kind::svg);
    CHECK(info.value().width == 20);
    picture::Limits limits;
    limits.svg_dpi = 72;
    const auto pixels = picture::load(file, {20, 10}, {}, limits);
    REQUIRE(pixels.ok());
    const auto& p = *pixels.value();
    REQUIRE(p.rgba.size() == 20 * 10 * 4);
    CHECK(std::vector<int>(p.rgba.begin(), p.rgba.begin() + 4) == std::vector<int>{255, 0, 0, 255});
    CHECK(p.rgba[19 * 4 + 3] == 0);
}

TEST_CASE("a picture's kind is what its bytes say, not its name", "[picture]") {
    const auto info = picture::inspect(written("b.png", kSvg), {});
    REQUIRE(info.ok());
    CHECK(info.value().kind == picture::Info::Kind::svg);
}

TEST_CASE("the header is read before the pixels, and too many of them are refused", "[picture]") {
    picture::Limits limits;
    limits.pixels = 1;
    CHECK(code_of(picture::inspect(written("c.png", kPng), {}, limits).diagnostics()) ==
          picture::code::picture_too_large);
}

TEST_CASE("what is no picture, ends early or is not there is said", "[picture][diag]") {
    CHECK(code_of(picture::inspect(written("d.png", "hello"), {}).diagnostics()) == picture::code::picture_broken);
    CHECK(code_of(picture::load(written("e.png", kPng.substr(0, 45)), {}, {}).diagnostics()) ==
          picture::code::picture_broken);
    CHECK(code_of(picture::load(written("f.jpg", "\xFF\xD8\xFF\xE0 no more"), {}, {}).diagnostics()) ==
          picture::code::picture_broken);
    for (const auto* bytes : {"", "x", "xyz", "xyzftyp"})
        CHECK(code_of(picture::inspect(written("h.png", bytes), {}).diagnostics()) == picture::code::picture_broken);
    CHECK(code_of(picture::inspect("no/such.png", {}).diagnostics()) == diag::code::file_not_found);
}

TEST_CASE("an SVG that asks for another file is drawn without it", "[picture]") {
    const auto other = written("g.svg", kSvg);
    const auto svg =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><image width="4" height="4" href=")" +
        other.string() + R"("/></svg>)";
    const auto pixels = picture::load(written("h.svg", svg), {4, 4}, {});
    REQUIRE(pixels.ok());
    for (const auto byte : pixels.value()->rgba) CHECK(byte == 0);
}
