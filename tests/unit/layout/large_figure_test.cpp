// The number that stands large beside a finding: the author's, the claim's, the lead's, or none.
#include "layout/slides/large_figure.h"

#include "catch.h"

using namespace precis;
using layout::large_figures;

namespace {

doc::Inline plain(std::string text, bool strong = false) {
    doc::Words words;
    words.text = std::move(text);
    words.strong = strong;
    return words;
}
doc::Inline bound(std::string text, bool strong = false) {
    doc::Words words;
    words.text = std::move(text);
    words.bound = true;
    words.strong = strong;
    return words;
}
doc::Item item(doc::Inlines words) {
    doc::Item finding;
    finding.text = std::move(words);
    return finding;
}
doc::Item fell() {
    return item(
        {plain("Nearly done.", true), plain(" Coal fell from "), bound("28%"), plain(" to "), bound("2%"), plain(".")});
}
using Figures = std::vector<std::string>;

}  // namespace

TEST_CASE("a finding of a change shows where it ends, not where it began", "[layout][figure]") {
    CHECK(large_figures({fell()}) == Figures{"2%"});
    CHECK(large_figures({item({plain("Der Anteil fiel von "), bound("28\u202f%"), plain(" auf "),
                               bound("2\u202f%")})}) == Figures{"2\u202f%"});
    CHECK(large_figures({item({bound("38%"), plain(" of the market, up from "), bound("12%"), plain(" in 2024.")})}) ==
          Figures{"38%"});
    CHECK(large_figures({item({plain("从"), bound("28%"), plain("降至"), bound("2%")})}) == Figures{"2%"});
}

TEST_CASE("of several numbers none is chosen, unless the claim or the lead names one", "[layout][figure]") {
    auto two = item({bound("68%"), plain(" are there, and "), bound("40%"), plain(" plan to be.")});
    CHECK(large_figures({two}) == Figures{""});
    two.subject = 1;
    CHECK(large_figures({two}) == Figures{"40%"});
    CHECK(large_figures({item({bound("+9%", true), plain(" in a year.", true), plain(" From "), bound("5%"),
                               plain(" to "), bound("6%")})}) == Figures{"+9%"});
}

TEST_CASE("figures of one slide are of one kind, or only the author's are shown", "[layout][figure]") {
    const auto other = item({plain("Its share is "), bound("31%")});
    CHECK(large_figures({fell(), other}) == Figures{"2%", "31%"});
    const auto count = item({plain("There are "), bound("600")});
    CHECK(large_figures({fell(), count}) == Figures{"", ""});
    CHECK(large_figures({fell(), item({plain("Words alone.")})}) == Figures{"", ""});
    auto named = count;
    named.figure = "$1 million";
    CHECK(large_figures({fell(), named}) == Figures{"", "$1 million"});
}
