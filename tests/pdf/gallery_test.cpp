// The gallery has every chart form, and each of its exhibits becomes a picture with an alternative text.
#include <regex>
#include <set>

#include "catch.h"
#include "program.h"
#include "vocabulary/form.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = PRECIS_SOURCE_DIR;

struct Shown {
    std::string id, form;
};

std::vector<Shown> exhibits() {
    const std::string text = read_file(kSource / "samples/gallery/briefing.yaml");
    const std::regex entry("- id: (fig:[a-z0-9-]+)\n +chart: ([a-z]+)\n");
    std::vector<Shown> all;
    for (std::sregex_iterator at(text.begin(), text.end(), entry), end; at != end; ++at)
        all.push_back({(*at)[1], (*at)[2]});
    return all;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    if (begin == std::string::npos) return {};
    const auto open = text.find('>', begin) + 1;
    return text.substr(open, text.find(to, open) - open);
}

}  // namespace

TEST_CASE("the gallery shows every form, each alone with words, a title and a sentence", "[gallery]") {
    const auto all = exhibits();
    std::set<std::string> forms;
    for (const auto& one : all) forms.insert(one.form);
    for (const auto& form : vocabulary::closed_set<vocabulary::Form>.names()) {
        INFO(form);
        CHECK(forms.count(form) == 1);
    }
    Folder folder;
    for (const auto& one : all) {
        INFO(one.id << ", " << one.form);
        const auto file = folder / "one.svg";
        const auto ran =
            run({precis_program(), "chart", "samples/gallery/briefing.yaml", one.id, "-o", file.string()}, kSource);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        const std::string svg = read_file(file);
        CHECK(between(svg, "<title", "</title>").size() > 10);
        CHECK_THAT(svg, ContainsSubstring("<text "));
        const std::string said = between(svg, "<desc", "</desc>");
        INFO(said);
        // The form first, then the number of values; then their range, or every value.
        const std::string form = one.form == "timeline" || one.form == "map" ? one.form : one.form + " chart";
        CHECK(said.find(form.substr(1)) == 1);
        CHECK(std::regex_search(said, std::regex(" of [0-9,]+ (values|points|events|periods)")));
        CHECK(std::regex_search(said, std::regex("[Hh]ighest|[Ff]rom |[Ff]irst to last|to | and |; ")));
        CHECK(std::count_if(said.begin(), said.end(), [](unsigned char c) { return c >= '0' && c <= '9'; }) >= 4);
        CHECK_THAT(said, !ContainsSubstring("  "));
        CHECK(said.back() == '.');
    }
}
