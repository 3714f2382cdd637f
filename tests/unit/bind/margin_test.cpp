// The margin of a percentage, against values computed elsewhere, and where it is printed.
#include "bind/checks/margin.h"

#include "catch.h"

using namespace precis;

TEST_CASE("a margin is half of Wilson's 95 percent interval", "[bind]") {
    // p, n and half of the interval's width, computed with another program from the definition.
    CHECK(*bind::margin_of(50, 1000) == Approx(3.0930).margin(0.0005));
    CHECK(*bind::margin_of(43, 820) == Approx(3.3808).margin(0.0005));
    CHECK(*bind::margin_of(0, 100) == Approx(1.8497).margin(0.0005));
    CHECK(*bind::margin_of(100, 100) == Approx(1.8497).margin(0.0005));
    CHECK(*bind::margin_of(10, 20) == Approx(13.6584).margin(0.0005));
}

TEST_CASE("other numbers have no margin", "[bind]") {
    CHECK_FALSE(bind::margin_of(101, 20));
    CHECK_FALSE(bind::margin_of(-1, 20));
    CHECK_FALSE(bind::margin_of(50, 0));
}
