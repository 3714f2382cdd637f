// The author's colours by name: each chart gets those of its own names.
#include "bind/exhibits/codes.h"
#include "diag/codes.h"
#include "doc/exhibits.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind;
using namespace precis::bind::test;

namespace {

Desk desk_with(std::vector<std::pair<std::string, std::string>> colors) {
    Desk desk;
    desk.layout.colors["coal"] = {0x22, 0x22, 0x22, 1};
    auto exhibit = chart_of_facts("bar", {"survey.stage3", "hybrid.2024"});
    const auto words = "So (@" + exhibit.id.text + ").";
    desk.briefing.sections = {section("news", words, {std::move(exhibit)})};
    for (auto& [name, color] : colors) desk.briefing.colors.emplace_back(text(name), text(color));
    return desk;
}

const doc::Chart& chart_in(const doc::Document& document) {
    return std::get<doc::Chart>(doc::every_exhibit(document).front()->content);
}

}  // namespace

TEST_CASE("a chart has the colours of its own names, by name or by value", "[bind]") {
    auto plain = desk_with({});
    const auto name = chart_in(plain.bind().value()).categories.at(0);
    auto desk = desk_with({{name, "coal"}, {"Nobody", "#1F6FB2"}});
    const auto bound = desk.bind();
    desk.diagnostics = bound.diagnostics();
    const auto& chart = chart_in(bound.value());
    REQUIRE(chart.colors.size() == 1);
    CHECK(chart.colors[0].first == name);
    CHECK(base::to_string(chart.colors[0].second) == "#222222");
    CHECK(desk.count(bind::code::unknown_series) == 1);
}

TEST_CASE("a colour that is none, or too pale for marks, is told with what to write", "[bind][diag]") {
    auto plain = desk_with({});
    const auto name = chart_in(plain.bind().value()).categories.at(0);
    auto desk = desk_with({{name, "caol"}});
    desk.diagnostics = desk.bind().diagnostics();
    REQUIRE(desk.count(diag::code::bad_value) == 1);
    CHECK_THAT(desk.diagnostics[0].remedy, ContainsSubstring("coal"));
    auto pale = desk_with({{name, "#F0F0F0"}});
    pale.layout.colors["background"] = {255, 255, 255, 1};
    pale.diagnostics = pale.bind().diagnostics();
    REQUIRE(pale.count(diag::code::contrast_low) == 1);
    CHECK_THAT(pale.diagnostics[0].remedy, ContainsSubstring("#949494"));
}
