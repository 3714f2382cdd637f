// One form for each value of a snapshot.
#include "data/snapshot/canonical.h"

#include "catch.h"
#include "model_in_memory.h"

using namespace precis::data;
using precis::data::odbc::Kind;
using precis::data::testing::column;

namespace {

std::string as(Type type, const std::string& text, Kind kind = Kind::text) {
    const auto of = column("c", type);
    return canonical(text, kind, &of);
}

}  // namespace

TEST_CASE("numbers take their shortest form and keep all digits", "[data][snapshot]") {
    const auto exact = [](const std::string& text) { return canonical(text, Kind::exact, nullptr); };
    CHECK(exact("12.50") == "12.5");
    CHECK(exact("12.00") == "12");
    CHECK(exact("+007") == "7");
    CHECK(exact(".5") == "0.5");
    CHECK(exact("-.50") == "-0.5");
    CHECK(exact("-0.00") == "0");
    CHECK(exact("100") == "100");
    CHECK(exact("123456789012345678901234567890.10") == "123456789012345678901234567890.1");
    CHECK(exact("NaN") == "NaN");
    CHECK(exact("1,5") == "1,5");
    CHECK(exact("") == "");
    CHECK(exact("-") == "-");
    CHECK(canonical("0.10000000000000001", Kind::real, nullptr) == "0.1");
    CHECK(canonical("1E3", Kind::real, nullptr) == "1000");
    CHECK(canonical("1.0000000000000000e+00", Kind::real, nullptr) == "1");
    CHECK(canonical("-0.0", Kind::real, nullptr) == "0");
}

TEST_CASE("dates, times and booleans take ISO's form and true or false", "[data][snapshot]") {
    CHECK(canonical("2026-01-02 03:04:05.120", Kind::moment, nullptr) == "2026-01-02T03:04:05.12");
    CHECK(canonical("2026-01-02 03:04:05.000000", Kind::moment, nullptr) == "2026-01-02T03:04:05");
    CHECK(canonical("2026-01-02 00:00:00", Kind::moment, nullptr) == "2026-01-02T00:00:00");
    CHECK(as(Type::date, "2026-01-02 00:00:00", Kind::moment) == "2026-01-02");
    CHECK(as(Type::date, "2026-01-02 00:00:01", Kind::moment) == "2026-01-02T00:00:01");
    CHECK(canonical("10:00:00.500", Kind::time, nullptr) == "10:00:00.5");
    CHECK(canonical("2026-01-02", Kind::date, nullptr) == "2026-01-02");
    CHECK(canonical("1", Kind::boolean, nullptr) == "true");
    CHECK(canonical("0", Kind::boolean, nullptr) == "false");
    CHECK(as(Type::boolean, "f") == "false");
    CHECK(as(Type::boolean, "maybe") == "maybe");
}

TEST_CASE("a text stays as it is, unless the model says that it is a number", "[data][snapshot]") {
    CHECK(canonical("12.50", Kind::text, nullptr) == "12.50");
    CHECK(canonical("  a\n", Kind::text, nullptr) == "  a\n");
    CHECK(as(Type::text, "007") == "007");
    CHECK(as(Type::text, "1.50", Kind::exact) == "1.5");
    CHECK(as(Type::number, "12.50") == "12.5");
    CHECK(as(Type::currency, "1e2") == "100");
    CHECK(as(Type::integer, "7.00") == "7");
}
