// Kinds of pictures as cameras, printers and browsers write them: they stand upright, in sRGB, and photographs have a
// JPEG. The files are in files/: four fields, red and green above blue and light grey, 32 × 16 pixels.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "picture/codes.h"
#include "picture/decoders.h"
#include "picture/drawing_words.h"
#include "picture/picture.h"
#include "picture/turned.h"

using namespace precis;

namespace {

using Colour = std::vector<int>;
const Colour kRed{200, 30, 30, 255}, kGreen{30, 160, 60, 255}, kBlue{30, 60, 200, 255}, kLight{240, 240, 240, 255};
const base::Size kSmall{8, 4};  // points: 33 × 17 pixels at 300 an inch

std::filesystem::path file(const std::string& name) {
    return std::filesystem::path(PRECIS_SOURCE_DIR) / "tests/unit/picture/files" / name;
}

std::filesystem::path written(const std::string& name, const std::string& bytes) {
    auto path = std::filesystem::temp_directory_path() / ("precis-kinds-" + name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

scene::Pixels loaded(const std::filesystem::path& path, base::Size shown = kSmall) {
    const auto pixels = picture::load(path, shown, {});
    for (const auto& found : pixels.diagnostics()) INFO(found.message);
    REQUIRE(pixels.ok());
    return *pixels.value();
}

Colour at(const scene::Pixels& pixels, int x, int y) {
    const auto* pixel = pixels.rgba.data() + 4 * (static_cast<std::size_t>(y) * pixels.width + x);
    return {pixel, pixel + 4};
}

bool near(const Colour& a, const Colour& b, int most) {
    for (std::size_t i = 0; i < 4; ++i)
        if (std::abs(a[i] - b[i]) > most) return false;
    return true;
}

/// The four fields at their places.
void check_card(const scene::Pixels& pixels, int most) {
    REQUIRE(pixels.width == 32);
    REQUIRE(pixels.height == 16);
    const std::vector<std::pair<Colour, Colour>> fields = {{at(pixels, 4, 3), kRed},
                                                           {at(pixels, 27, 3), kGreen},
                                                           {at(pixels, 4, 12), kBlue},
                                                           {at(pixels, 27, 12), kLight}};
    for (const auto& [is, wanted] : fields) {
        INFO(is[0] << " " << is[1] << " " << is[2] << " " << is[3] << " for " << wanted[0]);
        CHECK(near(is, wanted, most));
    }
}

scene::Pixels card() {
    scene::Pixels pixels{32, 16, {}};
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 32; ++x)
            for (const int c : y < 8 ? (x < 16 ? kRed : kGreen) : (x < 16 ? kBlue : kLight))
                pixels.rgba.push_back(static_cast<std::uint8_t>(c));
    return pixels;
}

/// EXIF data with one entry, the orientation; big or little end first.
std::string exif(int orientation, bool big) {
    const std::string value(1, static_cast<char>(orientation));
    using namespace std::string_literals;
    if (big) return "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + value + "\0\0\0\0\0\0"s;
    return "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + value + "\0\0\0\0\0\0\0"s;
}

std::string with_exif(const std::string& jpeg, const std::string& data) {
    using namespace std::string_literals;
    const auto length = static_cast<char>(data.size() + 8);
    return jpeg.substr(0, 2) + "\xFF\xE1\0"s + length + "Exif\0\0"s + data + jpeg.substr(2);
}

/// The pixels as a camera writes them that asks to be turned.
scene::Pixels lying(const scene::Pixels& pixels, int orientation) {
    constexpr int kBack[] = {0, 1, 2, 3, 4, 5, 8, 7, 6};  // the turn that undoes each
    return picture::upright(pixels, kBack[orientation]);
}

}  // namespace

TEST_CASE("all eight orientations of EXIF stand upright, in both byte orders", "[picture]") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (const bool big : {true, false}) {
            INFO(orientation);
            const auto raw = lying(card(), orientation);
            const auto path = written("turned.jpg", with_exif(picture::jpeg_of(raw), exif(orientation, big)));
            const auto info = picture::inspect(path, {});
            REQUIRE(info.ok());
            CHECK(info.value().width == 32);
            CHECK(info.value().height == 16);
            check_card(loaded(path), 8);
        }
    }
}

TEST_CASE("orientations: the corners of a picture of two pixels by three", "[picture]") {
    // a b / c d / e f by EXIF 2.32, 4.6.4: 6 has its first row at the right, its first column at the top.
    scene::Pixels p{2, 3, {}};
    for (const char c : {'a', 'b', 'c', 'd', 'e', 'f'})
        p.rgba.insert(p.rgba.end(), {static_cast<std::uint8_t>(c), 0, 0, 255});
    const auto letters = [&](int orientation) {
        const auto turned = picture::upright(p, orientation);
        std::string out = std::to_string(turned.width) + ":";
        for (std::size_t i = 0; i < turned.rgba.size(); i += 4) out += static_cast<char>(turned.rgba[i]);
        return out;
    };
    CHECK(letters(1) == "2:abcdef");
    CHECK(letters(2) == "2:badcfe");
    CHECK(letters(3) == "2:fedcba");
    CHECK(letters(4) == "2:efcdab");
    CHECK(letters(5) == "3:acebdf");
    CHECK(letters(6) == "3:ecafdb");
    CHECK(letters(7) == "3:fdbeca");
    CHECK(letters(8) == "3:bdface");
}

TEST_CASE("damaged EXIF data name no orientation", "[picture]") {
    CHECK(picture::orientation_of("") == 1);
    CHECK(picture::orientation_of("MM") == 1);
    CHECK(picture::orientation_of(exif(9, true)) == 1);
    CHECK(picture::orientation_of(exif(0, true)) == 1);
    CHECK(picture::orientation_of(std::string("MM\0*\xFF\xFF\xFF\xFF", 8)) == 1);
    const auto whole = exif(6, true);
    CHECK(picture::orientation_of(whole) == 6);
    for (std::size_t end = 0; end < 20; ++end) CHECK(picture::orientation_of(whole.substr(0, end)) == 1);
}

TEST_CASE("PNG and WebP with EXIF data stand upright", "[picture]") {
    const auto png = loaded(file("turned.png"));
    REQUIRE(png.height == 2);
    CHECK(at(png, 0, 0) == kRed);
    CHECK(at(png, 0, 1) == kBlue);
    check_card(loaded(file("side.webp")), 0);
}

TEST_CASE("a JPEG of no more pixels than print needs keeps its scans and loses its metadata", "[picture]") {
    const auto jpeg = picture::jpeg_of(card());
    using namespace std::string_literals;
    const auto secret = "\xFF\xFE\0\x08"s + "secret";  // a comment
    const auto path = written("own.jpg", jpeg.substr(0, 2) + secret + jpeg.substr(2) + "behind the end");
    const auto pixels = loaded(path);
    CHECK(pixels.jpeg == jpeg);
    // At 1.5 times 300 pixels an inch it is scaled down: 32 pixels in 5.12 points, 22 at 300 an inch.
    const auto smaller = loaded(path, {5.12, 2.56});
    CHECK(smaller.width == 22);
    CHECK(smaller.height == 11);
    REQUIRE_FALSE(smaller.jpeg.empty());
    CHECK(smaller.jpeg != jpeg);
    const auto again = loaded(written("again.jpg", smaller.jpeg));
    CHECK(again.width == 22);
    CHECK(near(at(again, 3, 2), kRed, 8));
}

TEST_CASE("a picture is cut to a shape around its focus, before it is scaled", "[picture]") {
    const auto path = written("cut.jpg", picture::jpeg_of(card()));
    const auto cut = [&](double ratio, double x, double y, base::Size shown) {
        const auto pixels = picture::load(path, shown, {}, {}, nullptr, {ratio, x, y});
        REQUIRE(pixels.ok());
        return *pixels.value();
    };
    const auto left = cut(1, 0, 0.5, {4, 4});
    REQUIRE(left.width == 16);
    REQUIRE(left.height == 16);
    CHECK(near(at(left, 13, 3), kRed, 8));
    CHECK(near(at(cut(1, 1, 0.5, {4, 4}), 2, 3), kGreen, 8));
    const auto bottom = cut(4, 0.5, 1, {8, 2});
    REQUIRE(bottom.width == 32);
    REQUIRE(bottom.height == 8);
    CHECK(near(at(bottom, 4, 1), kBlue, 8));
    CHECK(near(at(cut(4, 0.5, 0, {8, 2}), 27, 6), kGreen, 8));
    CHECK_FALSE(left.jpeg.empty());
    const auto small = cut(1, 0, 0, {1.92, 1.92});  // 8 pixels at 300 an inch
    CHECK(small.width == 8);
    CHECK(cut(2, 0, 0, {8, 4}).jpeg == picture::jpeg_of(card()));  // its own shape: nothing is cut
    const auto svg = written("cut.svg", R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="32" height="16">
<rect width="16" height="16" fill="#c81e1e"/><rect x="16" width="16" height="16" fill="#1ea03c"/></svg>)svg");
    const auto drawn = picture::load(svg, {16, 16}, {}, {}, nullptr, {1, 1, 0});
    REQUIRE(drawn.ok());
    CHECK(std::abs(drawn.value()->width - 48) <= 1);  // 220 pixels an inch
    CHECK(at(*drawn.value(), 2, 2) == kGreen);
}

TEST_CASE("scaling gives the mean of what a pixel covers, weighted by alpha", "[picture]") {
    scene::Pixels p{3, 1, {0, 0, 0, 255, 90, 90, 90, 255, 240, 240, 240, 255}};
    const auto one = picture::scaled_down(p, 1, 1);
    CHECK(at(one, 0, 0) == Colour{110, 110, 110, 255});
    const auto two = picture::scaled_down(p, 2, 1);  // 1.5 pixels each
    CHECK(at(two, 0, 0) == Colour{30, 30, 30, 255});
    CHECK(at(two, 1, 0) == Colour{190, 190, 190, 255});
    scene::Pixels clear{2, 1, {200, 0, 0, 255, 0, 99, 99, 0}};
    CHECK(at(picture::scaled_down(clear, 1, 1), 0, 0) == Colour{200, 0, 0, 128});
}

TEST_CASE("colours: 16 bits, palette with alpha, gamma, grey", "[picture]") {
    CHECK(at(loaded(file("sixteen.png")), 0, 0) == Colour{200, 30, 30, 128});
    const auto palette = loaded(file("palette.png"));
    CHECK(at(palette, 0, 0) == kRed);
    CHECK(at(palette, 1, 0) == Colour{30, 60, 200, 128});
    CHECK(near(at(loaded(file("gamma.png")), 0, 0), {188, 188, 188, 255}, 2));  // 128/255 of linear light
    const auto gray = loaded(file("gray.jpg"));
    CHECK(near(at(gray, 27, 12), kLight, 3));
    CHECK_FALSE(gray.jpeg.empty());
}

TEST_CASE("colours of an embedded profile become sRGB", "[picture]") {
    // Adobe RGB (1998): its (200, 30, 30) is a deeper red than sRGB has; (240, 240, 240) is the same grey.
    for (const std::string name : {"adobe-rgb.jpg", "adobe-rgb.png"}) {
        const auto pixels = loaded(file(name));
        INFO(name);
        CHECK(near(at(pixels, 4, 3), {233, 22, 25, 255}, 10));
        CHECK(near(at(pixels, 27, 12), kLight, 4));
        if (name == "adobe-rgb.jpg") {
            const auto again = loaded(written("profile.jpg", pixels.jpeg));  // without a profile
            CHECK(near(at(again, 4, 3), at(pixels, 4, 3), 8));
        }
    }
}

TEST_CASE("inks become colours, Adobe's inverted ones too", "[picture]") {
    const auto pixels = loaded(file("cmyk.jpg"));  // magenta and yellow; cyan with half black
    CHECK(near(at(pixels, 4, 8), {255, 0, 0, 255}, 6));
    CHECK(near(at(pixels, 27, 8), {0, 127, 127, 255}, 6));
    REQUIRE_FALSE(pixels.jpeg.empty());
    const auto again = loaded(written("inks.jpg", pixels.jpeg));  // as it is embedded: of three components
    CHECK(near(at(again, 4, 8), {255, 0, 0, 255}, 8));
}

TEST_CASE("WebP and AVIF are read by their bytes; only what has lost detail becomes a JPEG", "[picture]") {
    const auto lossless = loaded(written("named.jpg", bytes_of(file("lossless.webp"))));
    check_card(lossless, 0);
    CHECK(lossless.jpeg.empty());
    const auto lossy = loaded(file("lossy.webp"));
    check_card(lossy, 12);
    CHECK_FALSE(lossy.jpeg.empty());
    CHECK(at(loaded(file("clear.webp")), 0, 0)[3] == 0);
    const auto avif = loaded(file("card.avif"));
    check_card(avif, 2);
    CHECK_FALSE(avif.jpeg.empty());
    const auto turned = loaded(file("turned.avif"));  // by a quarter, counterclockwise
    REQUIRE(turned.width == 16);
    CHECK(near(at(turned, 3, 27), kRed, 4));
    CHECK(near(at(turned, 3, 4), kGreen, 4));
}

TEST_CASE("pictures that move are refused by name, as are kinds that are not read", "[picture][diag]") {
    for (const std::string name : {"animated.webp", "animated.avif", "moving.png"}) {
        INFO(name);
        const auto found = picture::inspect(file(name), {}).diagnostics();
        REQUIRE(found.size() == 1);
        CHECK(found.front().code == picture::code::picture_broken);
        CHECK(found.front().message.find("it is animated") != std::string::npos);
    }
    CHECK(
        picture::inspect(written("a.png", "GIF89a and so on"), {}).diagnostics().front().message.find("it is a GIF") !=
        std::string::npos);
}

TEST_CASE("the limits hold for WebP and AVIF, and what ends early is refused", "[picture][diag]") {
    picture::Limits limits;
    limits.pixels = 511;
    for (const std::string name : {"lossless.webp", "lossy.webp", "card.avif", "cmyk.jpg"}) {
        INFO(name);
        const auto large = picture::inspect(file(name), {}, limits).diagnostics();
        REQUIRE(large.size() == 1);
        CHECK(large.front().code == picture::code::picture_too_large);
        const auto whole = bytes_of(file(name));
        for (std::size_t end = 12; end < whole.size(); end += 7) {
            const auto cut = picture::load(written("cut", whole.substr(0, end)), kSmall, {});
            if (cut.ok()) {  // chunks behind the picture itself may be lost
                CHECK(cut.value()->width == 32);
                CHECK(end + 16 > whole.size());
            }
        }
    }
}

TEST_CASE("damaged bytes of every kind give a picture or a finding", "[picture]") {
    std::uint32_t random = 1;
    for (const std::string name :
         {"lossy.webp", "side.webp", "card.avif", "cmyk.jpg", "adobe-rgb.jpg", "adobe-rgb.png"}) {
        const auto whole = bytes_of(file(name));
        for (int round = 0; round < 40; ++round) {
            auto bytes = whole;
            for (int i = 0; i < 3; ++i) {
                random = random * 1664525 + 1013904223;
                bytes[random / 65536 % bytes.size()] = static_cast<char>(random >> 8U);
            }
            picture::Limits limits;
            limits.pixels = 1U << 20U;
            const auto got = picture::load(written("damaged", bytes), kSmall, {}, limits);
            if (got.ok())
                CHECK(got.value()->rgba.size() ==
                      4 * static_cast<std::size_t>(got.value()->width) * got.value()->height);
            else
                CHECK_FALSE(got.diagnostics().empty());
        }
    }
}

TEST_CASE("an SVG without a size is as large as its content", "[picture]") {
    const auto path = written(
        "content.svg",
        R"(<svg xmlns="http://www.w3.org/2000/svg"><rect x="30" y="20" width="40" height="10" fill="#f00"/></svg>)");
    const auto info = picture::inspect(path, {});
    REQUIRE(info.ok());
    CHECK(info.value().width == 40);
    CHECK(info.value().height == 10);
    const auto pixels = loaded(path, {40, 10});
    CHECK(at(pixels, 0, 0) == Colour{255, 0, 0, 255});
    CHECK(at(pixels, pixels.width - 1, pixels.height - 1) == Colour{255, 0, 0, 255});
    CHECK_FALSE(picture::inspect(written("empty.svg", R"(<svg xmlns="http://www.w3.org/2000/svg"/>)"), {}).ok());
}

TEST_CASE("what an SVG refers to in other files is found, each once", "[picture]") {
    const auto words = picture::words_of(
        R"svg(<?xml version="1.0"?><?xml-stylesheet href="look.css"?><!-- <image href="no.png"/> -->
<svg xmlns:x="http://www.w3.org/1999/xlink"><style>@import "more.css"; .a { font-family: Lato, serif; fill: url(#g) }</style>
<image x:href="no" xlink:href='inside.png'/><image href="data:image/png;base64,AA"/><use href="#own"/><use href="parts.svg#a"/>
<a href="https://example.org"><text font-family="Vollkorn">A&amp;&#x42;<tspan>ü</tspan></text></a><title>Z</title>
<image href="inside.png"/><rect style="fill:url(other.svg#g)"/></svg>)svg");
    CHECK(words.left_out ==
          std::vector<std::string>{"look.css", "more.css", "no", "inside.png", "parts.svg#a", "other.svg#g"});
    CHECK(words.families == std::set<std::string>{"Lato, serif", "Vollkorn"});
    CHECK(words.letters == std::set<char32_t>{U'A', U'&', U'B', U'ü'});
    for (const std::string damaged :
         {"<", "<svg", "<text>&", "<text>&#", "<a b=\"", "<!", "<!--", "<?", "<text>\xC3", "</text></text>"})
        CHECK(picture::words_of(damaged).left_out.empty());
}

TEST_CASE("words in HTML, which no drawing shows, are said, unless a text stands in for them", "[picture][diag]") {
    const auto html_of = [](const std::string& inside) {
        return picture::words_of("<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>").html;
    };
    const std::string foreign =
        "<foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\"> <p>Load data</p> more</div></foreignObject>";
    CHECK(html_of("<g>" + foreign + "</g>") == "Load data");
    CHECK(html_of("<switch>" + foreign + "<text>Load data</text></switch>").empty());
    CHECK(html_of("<foreignObject width=\"1\"/><text>a</text>").empty());
    const auto path =
        written("html.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/>" +
                    foreign + "</svg>");
    const auto got = picture::load(path, {9, 9}, {});
    REQUIRE(got.diagnostics().size() == 1);
    CHECK_THAT(got.diagnostics()[0].message, ContainsSubstring("words in HTML, as “Load data”"));
}

TEST_CASE("a linked picture, a font and letters that are not there are said", "[picture][diag]") {
    const auto path = written("words.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<image href="inside.png"/><text font-family="Nowhere, Nor">a漢</text></svg>)");
    picture::DrawingFonts fonts{[] {}, [](const std::string& family) { return family == "Lato"; },
                                [](char32_t letter) { return letter < 128; }};
    const auto got = picture::load(path, {9, 9}, {}, {}, &fonts);
    std::vector<diag::Code> codes;
    for (const auto& found : got.diagnostics()) codes.push_back(found.code);
    CHECK(codes == std::vector<diag::Code>{picture::code::picture_link_left_out, picture::code::picture_font_replaced,
                                           picture::code::picture_letters_missing});
    CHECK(got.diagnostics()[0].message.find("“inside.png”") != std::string::npos);
    CHECK(got.diagnostics()[2].message.find("“漢” (U+6F22)") != std::string::npos);
}
