// One number of decimals for the numbers of a column.
#include "bind/exhibits/column_digits.h"

#include "catch.h"

using precis::bind::shared_decimals;
using precis::bind::with_cents;

TEST_CASE("computed numbers share the decimals that the smallest needs", "[bind][digits]") {
    CHECK(shared_decimals({12.34, 5.678}, "") == 2);
    CHECK(shared_decimals({105.2, 3.7}, "") == 1);
    CHECK(shared_decimals({1234.5678, 1.0 / 3}, "") == 2);  // six figures of the largest
    CHECK(shared_decimals({7, 3}, "") == 0);
    CHECK(shared_decimals({0, 0.25}, "") == 2);
    CHECK(shared_decimals({}, "") == 0);
}

TEST_CASE("numbers that are close stay apart, but for what computing adds", "[bind][digits]") {
    CHECK(shared_decimals({50.01, 50.03}, "") == 2);
    CHECK(shared_decimals({100, 101}, "") == 0);
    CHECK(shared_decimals({0.1 + 0.2, 0.3}, "") == 1);
    CHECK(shared_decimals({50.01, 50.03}, "percent") == 2);
}

TEST_CASE("no number that is not zero becomes 0", "[bind][digits]") {
    CHECK(shared_decimals({0.04, 68.2}, "percent") == 2);
    CHECK(shared_decimals({250000.5, 0.004}, "") == 3);
    CHECK(shared_decimals({4739273, 1e-8}, "") == -1);  // no decimals suit both
    CHECK(shared_decimals({1e-8, 3e-8}, "") == -1);
}

TEST_CASE("money has all of its cents or none", "[bind][digits]") {
    CHECK(shared_decimals({1250.5, 7.5}, "EUR") == 2);
    CHECK(shared_decimals({342.36, 1362.1}, "EUR per month") == 0);
    CHECK(with_cents(1, "USD") == 2);
    CHECK(with_cents(0, "USD") == 0);
    CHECK(with_cents(4, "USD") == 4);
    CHECK(with_cents(1, "JPY") == 1);
    CHECK(with_cents(1, "TWh") == 1);
}
