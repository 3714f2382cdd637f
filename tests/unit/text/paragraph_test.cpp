// Paragraphs: lines inside their measure, justified ends, division, balance, forced breaks.
#include <algorithm>
#include <cmath>

#include "faces.h"

using namespace precis;
using namespace precis::text;
using namespace precis::text::test;

namespace {

const std::string kProse =
    "High-performance computing in Europe has grown from a handful of national centres into a federated "
    "infrastructure. Public investment, procurement rules and the availability of qualified engineers determine how "
    "quickly universities and companies can make use of it; a difficult and efficient affiliation of offices follows.";

double right_end(const Line& line) {
    const auto& last = line.runs.back();
    return last.origin.x + last.width;
}

}  // namespace

TEST_CASE("justified lines end at the measure exactly, the last one is natural", "[text]") {
    Setter setter(fonts());
    auto body = paragraph(kProse, Align::justify, 9.8);
    body.runs[0].face.family = "Vollkorn";
    body.hyphens = true;
    body.first_indent = 10.5;
    const auto lines = setter.set(body, 184).value();
    REQUIRE(lines.lines.size() > 4);
    CHECK_FALSE(lines.overfull);
    for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) {
        INFO(text_of(lines.lines[i]));
        CHECK(right_end(lines.lines[i]) == Approx(184).margin(1e-6));
        CHECK(lines.lines[i].x == Approx(i == 0 ? 10.5 : 0).margin(1e-9));
    }
    CHECK(right_end(lines.lines.back()) < 184);
    CHECK(std::any_of(lines.lines.begin(), lines.lines.end(), [](const Line& l) { return l.hyphenated; }));
    for (const auto& t : lines.lines) UNSCOPED_INFO(text_of(t) << (t.hyphenated ? "-" : "") << " " << t.width);
    CHECK(lines.lines.size() < 10);
}
