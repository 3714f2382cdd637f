// Texts as they are compared: without spaces, hyphens and capitals.
#include "base/dense_text.h"

#include <vector>

#include "catch.h"

using namespace precis;

TEST_CASE("what typography changes is left out of a text that is compared", "[base]") {
    CHECK(base::dense_text("More\u00a0than 600 peo\u00ad-\nple") == "morethan600people");
    CHECK(base::dense_text("1\u202f234\u2009567 \u2010") == "1234567");
    CHECK(base::dense_text("Äther – 5%") == "Äther–5%");  // only letters of ASCII are made small
    std::vector<std::size_t> places;
    base::each_dense_byte("a\u00a0b-c", [&](std::size_t place, char) { places.push_back(place); });
    CHECK(places == std::vector<std::size_t>{0, 3, 5});
}
