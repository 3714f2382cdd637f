// Colours by lightness, chroma and hue; what others see; the nearest colour with enough contrast.
#include "base/oklab.h"

#include <array>

#include "catch.h"

using namespace precis::base;

namespace {

Color color(const char* text) {
    return *parse_color(text);
}

}  // namespace

TEST_CASE("OKLCH has the values of its author, and comes back", "[base]") {
    const auto white = to_oklch({255, 255, 255, 1});
    CHECK(white.lightness == Approx(1).margin(1e-3));
    CHECK(white.chroma == Approx(0).margin(1e-3));
    const auto red = to_oklch({255, 0, 0, 1});  // Ottosson: L 0.628, a 0.225, b 0.126
    CHECK(red.lightness == Approx(0.628).margin(1e-3));
    CHECK(red.chroma == Approx(0.2577).margin(1e-3));
    CHECK(red.hue == Approx(29.23).margin(0.1));
    for (int r = 0; r <= 255; r += 51)
        for (int g = 0; g <= 255; g += 51)
            for (int b = 0; b <= 255; b += 51) {
                const Color made{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                 static_cast<std::uint8_t>(b), 1};
                CHECK(to_color(to_oklch(made)) == made);
            }
}

TEST_CASE("a colour outside sRGB keeps lightness and hue and loses chroma", "[base]") {
    const auto green = to_oklch(to_color({0.6, 0.4, 150}));
    CHECK(green.lightness == Approx(0.6).margin(0.01));
    CHECK(green.hue == Approx(150).margin(2));
    CHECK(green.chroma < 0.25);
}

TEST_CASE("red and green are near to eyes without one of the cones, blue and yellow are not", "[base]") {
    const auto red = color("#A84A3C"), green = color("#5F7A2E");
    CHECK(difference(red, green) > 0.15);
    CHECK(difference(seen_by(red, Vision::deutan), seen_by(green, Vision::deutan)) < 0.1);
    CHECK(least_difference(red, green) < difference(red, green));
    CHECK(least_difference(color("#1F4FA3"), color("#FFD400")) > 0.3);
    CHECK(seen_by(color("#808080"), Vision::protan) == color("#808080"));  // greys are grey to all
}

TEST_CASE("the nearest readable colour has the contrast, hardly more, and the hue", "[base]") {
    const std::array<Color, 2> page{color("#FFFFFF"), color("#F6F1E8")};
    for (const char* text : {"#FFD400", "#BFD9E8", "#E8B7A0", "#6BA1B5"}) {
        const auto made = readable_on(color(text), page, 4.5);
        INFO(text << " " << to_string(made));
        CHECK(contrast(made, page[0]) >= 4.5);
        CHECK(contrast(made, page[1]) >= 4.5);
        CHECK(contrast(made, page[1]) < 4.65);
        CHECK(to_oklch(made).hue == Approx(to_oklch(color(text)).hue).margin(3));
    }
    CHECK(readable_on(color("#065874"), page, 4.5) == color("#065874"));
    const std::array<Color, 1> dark{color("#10151C")};
    CHECK(contrast(readable_on(color("#1F4FA3"), dark, 4.5), dark[0]) >= 4.5);
    CHECK(to_oklch(readable_on(color("#1F4FA3"), dark, 4.5)).lightness > to_oklch(color("#1F4FA3")).lightness);
    const std::array<Color, 2> both{color("#000000"), color("#FFFFFF")};  // nothing has 7 on both
    CHECK(readable_on(color("#808080"), both, 7) == color("#000000"));
}

TEST_CASE("a faded colour has the contrast that is asked for", "[base]") {
    for (const double ratio : {1.13, 1.8, 3.15, 5.5}) {
        const auto made = faded(color("#14202B"), color("#FFFFFF"), ratio);
        CHECK(contrast(made, color("#FFFFFF")) == Approx(ratio).epsilon(0.02));
    }
    CHECK(faded(color("#767676"), color("#FFFFFF"), 9) == color("#767676"));
}
