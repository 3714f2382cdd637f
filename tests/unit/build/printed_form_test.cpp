// Numbers as pages print them, compared as a reader would.
#include "build/printed_form.h"

#include "catch.h"

using namespace precis;

namespace {

locale::Locale of(const char* tag) {
    auto locale = locale::Locale::find(tag);
    REQUIRE(locale.has_value());
    return *std::move(locale);
}

}  // namespace

TEST_CASE("a name is told from a printed number and its page", "[explain]") {
    const auto en = of("en-GB"), de = of("de");
    CHECK(build::printed_form("page 4: 42 %", en) == build::PrintedForm{"4", "42 %"});
    CHECK(build::printed_form("Seite iv: 1,2 Mio.", de) == build::PrintedForm{"iv", "1,2 Mio."});
    CHECK(build::printed_form("€1.2M", en) == build::PrintedForm{"", "€1.2M"});
    CHECK(build::printed_form("−3 pp", en) == build::PrintedForm{"", "−3 pp"});
    CHECK_FALSE(build::printed_form("survey-2026.stage3", en));
    CHECK_FALSE(build::printed_form("growth", en));
}

TEST_CASE("numbers are compared with scale, sign and unit", "[explain]") {
    const auto en = of("en-GB"), de = of("de"), fr = of("fr");
    CHECK(build::shows("42%", "42 %", en));
    CHECK(build::shows("42\u00a0%", "42%", en));
    CHECK(build::shows("42%", "42", en));
    CHECK_FALSE(build::shows("42", "42%", en));
    CHECK_FALSE(build::shows("42.5%", "42%", en));
    CHECK(build::shows("$1.2\u00a0million", "$1.2M", en));
    CHECK(build::shows("€1.2M", "1.2 million", en));
    CHECK_FALSE(build::shows("€1.2M", "$1.2M", en));
    CHECK(build::shows("1,174 people", "1174", en));
    CHECK(build::shows("more than 600", "600", en));
    CHECK_FALSE(build::shows("5 members", "5 million", en));
    CHECK(build::shows("−3.5 pp", "-3.5", en));
    CHECK_FALSE(build::shows("2019–3", "-3", en));
    CHECK(build::shows("25% in 2024, so +18.5 pp", "18.5", en));
    CHECK(build::shows("1,5 Mio. €", "1.500.000", de));
    CHECK(build::shows("1,5\u00a0Millionen", "1,5 Mio", de));
    CHECK(build::shows("12\u202f300", "12 300", fr));
    CHECK_FALSE(build::shows("142", "42", en));
    CHECK(build::shows("Seven", "seven", en));
}
