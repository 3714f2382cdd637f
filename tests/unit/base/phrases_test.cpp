// Words of messages, and the letters that they are made of.
#include "base/phrases.h"

#include "base/ascii.h"
#include "catch.h"

using namespace precis;

TEST_CASE("parts are joined and enumerated", "[base]") {
    CHECK(base::joined({}, "; ").empty());
    CHECK(base::joined({"a", "b"}, "; ") == "a; b");
    CHECK(base::enumerated({"a"}) == "a");
    CHECK(base::enumerated({"a", "b"}, ", ", " or ") == "a or b");
    CHECK(base::enumerated({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("names are quoted, counted and set on one line", "[base]") {
    CHECK(base::did_you_mean("pptx") == "did you mean “pptx”?");
    CHECK(base::counted(0, "row") == "0 rows");
    CHECK(base::counted(1, "row") == "1 row");
    CHECK(base::on_one_line("\n a  b\n\nc ") == "a b c");
}

TEST_CASE("letters change case and blanks are trimmed, in ASCII only", "[base]") {
    CHECK(base::lowered("ABC-Ä1") == "abc-Ä1");
    CHECK(base::raised("abc-ä1") == "ABC-ä1");
    CHECK_FALSE(base::is_letter('\xC3'));
    CHECK(base::trimmed("  a b ") == "a b");
    CHECK(base::trimmed("   ").empty());
    CHECK(base::trimmed_right(" 68 %", "% ") == " 68");
}
