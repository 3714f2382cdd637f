// Numbers, colours, UTF-8, nearest names and rectangles.
#include <limits>

#include "base/blank.h"
#include "base/color.h"
#include "base/geometry.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "base/utf8.h"
#include "base/xml_text.h"
#include "catch.h"

using namespace precis;

TEST_CASE("numbers are read strictly", "[base]") {
    CHECK(base::parse_number("12") == 12.0);
    CHECK(base::parse_number("-0.5") == -0.5);
    CHECK(base::parse_number("1e6") == 1e6);
    for (const auto* bad :
         {"", "-", "012", "1_000", "1,000", "+1", ".5", "5.", "1e", "inf", "nan", "0x10", " 1", "1 ", "1e999"}) {
        INFO(bad);
        CHECK_FALSE(base::parse_number(bad));
    }
    CHECK(base::parse_integer("-42") == -42);
    for (const auto* bad : {"1.0", "1e3", "007", "9223372036854775808"}) {
        INFO(bad);
        CHECK_FALSE(base::parse_integer(bad));
    }
}

TEST_CASE("numbers are rounded as their printed decimals say", "[base]") {
    CHECK(base::fixed(2.675, 2) == "2.68");
    CHECK(base::fixed(1.005, 2) == "1.01");
    CHECK(base::fixed(-2.5, 0) == "-3");
    CHECK(base::fixed(-0.004, 2) == "0.00");
    CHECK(base::fixed(0, 0) == "0");
    CHECK(base::fixed(9.995, 2) == "10.00");
    CHECK(base::fixed(0.05, 1) == "0.1");
    CHECK(base::fixed(0.5, 0) == "1");
    CHECK(base::fixed(0.49999999999999994, 0) == "0");
    CHECK(base::rounded(1250, -2) == 1300);
    CHECK(base::rounded(2.675, 2) == 2.68);
}

TEST_CASE("large numbers keep their value", "[base]") {
    CHECK(base::fixed(5e14, 0) == "500000000000000");
    CHECK(base::fixed(4503599627370497.0, 0) == "4503599627370497");
    CHECK(base::fixed(9007199254740993.0, 2) == "9007199254740992.00");
    CHECK(base::rounded(1e300, 6) == 1e300);
    CHECK(base::rounded(123456789012.345, 2) == 123456789012.35);
}

TEST_CASE("the shortest form reads back", "[base]") {
    for (const double value : {0.1, 12.0, -1.0 / 3, 1e300, 5e-324, 123456789.123, 0.0}) {
        CHECK(base::parse_number(base::shortest(value)) == value);
    }
    CHECK(base::shortest(12) == "12");
    CHECK(base::shortest(-0.0) == "0");
}

TEST_CASE("colours are read, written and compared", "[base]") {
    CHECK(base::parse_color("#0B5FA5") == base::Color{0x0B, 0x5F, 0xA5, 1});
    CHECK(base::parse_color("#fff") == base::Color{255, 255, 255, 1});
    for (const auto* bad : {"", "#", "0B5FA5", "#12345", "#GGGGGG", "#1234567", "red"})
        CHECK_FALSE(base::parse_color(bad));
    CHECK(base::to_string(base::Color{11, 95, 165, 1}) == "#0B5FA5");
    CHECK(base::to_string(base::Color{0, 0, 0, 0.4}) == "#000000/0.40");
    const base::Color black{0, 0, 0, 1}, white{255, 255, 255, 1};
    CHECK(base::contrast(black, white) == Approx(21));
    CHECK(base::contrast(white, white) == Approx(1));
    CHECK(base::mixed(white, black, 0.5) == base::Color{128, 128, 128, 1});
}

TEST_CASE("only well-formed UTF-8 passes", "[base]") {
    CHECK_FALSE(base::first_invalid_utf8("aé–😀\xF4\x8F\xBF\xBF"));
    for (const std::string bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF"}) {
        CHECK(base::first_invalid_utf8("ok" + bad) == 2u);
        CHECK(base::code_point_at(bad, 0).value == 0xFFFD);
        CHECK(base::code_point_at(bad, 0).length == 1);
    }
    for (const char32_t c : {U'\u0041', U'\u00E9', U'\u2013', U'\U0001F600', U'\U0010FFFF'}) {
        std::string text;
        base::append_utf8(text, c);
        CHECK(base::code_point_at(text, 0).value == c);
        CHECK(base::code_point_at(text, 0).length == text.size());
        CHECK(base::utf8_length(text) == 1);
    }
}

TEST_CASE("the nearest name is the one with the least edits", "[base]") {
    const std::vector<std::string> names = {"title", "subtitle", "color", "note", "x", "y"};
    CHECK(base::nearest("colour", names) == "color");
    CHECK(base::nearest("tilte", names) == "title");
    CHECK(base::nearest("subtitel", names) == "subtitle");
    CHECK_FALSE(base::nearest("zzzzz", names));
    CHECK_FALSE(base::nearest("z", names));
    CHECK_FALSE(base::nearest("", names));
    CHECK_FALSE(base::nearest("title", {}));
}

TEST_CASE("rectangles unite and maps follow each other", "[base]") {
    CHECK(base::united({0, 0, 1, 1}, {2, 3, 1, 1}) == base::Rect{0, 0, 3, 4});
    CHECK(base::united({}, {2, 3, 1, 1}) == base::Rect{2, 3, 1, 1});
    const base::Affine scale{2, 0, 0, 2, 0, 0};
    CHECK(base::then(scale, base::Affine::translate(1, 0)).apply({3, 4}) == base::Point{7, 8});
    CHECK(base::then(base::Affine::translate(1, 0), scale).apply({3, 4}) == base::Point{8, 8});
}

TEST_CASE("a long text is shortened between code points", "[base]") {
    CHECK(precis::base::shortened("", 3).empty());
    CHECK(precis::base::shortened("äöü", 3) == "äöü");
    CHECK(precis::base::shortened("äöüß", 3) == "äöü…");
    CHECK(precis::base::shortened("abc", 0) == "…");
}

TEST_CASE("blank texts show nothing", "[base]") {
    for (const auto* text : {"", " ", "\n\t ", "\u00a0", "\u200b\u2003", "\u00ad", "\uFEFF"})
        CHECK(base::is_blank(text));
    for (const auto* text : {"a", " . ", "\u00a0é", "–"}) CHECK_FALSE(base::is_blank(text));
}

TEST_CASE("characters that XML forbids are found", "[base]") {
    CHECK_FALSE(base::first_not_xml("tab\t line\n é \u2028 \uE000 \uFFFD"));
    CHECK(base::first_not_xml("ab\x01") == 2);
    CHECK(base::first_not_xml("é\uFFFE") == 2);
    CHECK(base::first_not_xml("\uFFFF") == 0);
}
