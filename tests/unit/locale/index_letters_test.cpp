// The letters of an index, by language.
#include "catch.h"
#include "locale/locale.h"

using namespace precis;

namespace {

std::vector<std::string> letters(const std::string& tag, const std::vector<std::string>& names) {
    return locale::Locale::find(tag)->letters(names);
}

}  // namespace

TEST_CASE("an index lists names under the letters of its language", "[locale]") {
    using List = std::vector<std::string>;
    CHECK(letters("en-GB", {"apple", "Zebra", "école", "3D", "§ 5", ""}) == List{"A", "Z", "E", "", "", ""});
    CHECK(letters("de", {"Äpfel", "österreichisch", "Straße"}) == List{"A", "O", "S"});
    CHECK(letters("fr", {"Été", "œuvre"}) == List{"E", "O"});
    CHECK(letters("zh", {"北京", "上海", "GPU"}) == List{"B", "S", "G"});
    CHECK(letters("hi", {"किसान", "GPU"}) == List{"क", "G"});
}
