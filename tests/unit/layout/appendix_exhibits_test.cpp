// Exhibits of the appendix are drawn wherever a section's are: on covers, and in the tiles of findings.
#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// A document whose only exhibit is a chart of five series over time, in a section or in the appendix.
doc::Document with_chart(bool in_appendix) {
    doc::Document document;
    document.title = words("The growth");
    document.publisher = "Publisher";
    document.date = "31 August 2026";
    auto& section = (in_appendix ? document.appendix : document.sections).emplace_back();
    section.id = "growth";
    section.title = words("Growth");
    auto& exhibit = section.exhibits.emplace_back();
    exhibit.id = "fig:growth";
    exhibit.title = words("Growth");
    doc::Chart chart;
    chart.form = vocabulary::Form::line;
    for (int year = 0; year < 6; ++year) {
        chart.categories.push_back(std::to_string(2020 + year));
        chart.periods.push_back({365.0 * year, 365.0 * (year + 1)});
    }
    chart.category_keys = chart.categories;
    for (int s = 0; s < 5; ++s) {
        auto& series = chart.series.emplace_back();
        series.name = "Series " + std::to_string(s);
        for (int year = 0; year < 6; ++year) series.values.emplace_back().number = 1 + (s + year) % 4;
    }
    exhibit.content = std::move(chart);
    return document;
}

std::size_t shapes_in(const std::vector<scene::Item>& items) {
    std::size_t count = 0;
    for (const auto& item : items) {
        if (std::holds_alternative<scene::Path>(item)) ++count;
        if (const auto* mark = std::get_if<scene::Mark>(&item)) count += shapes_in(mark->items);
        if (const auto* group = std::get_if<scene::Group>(&item)) count += shapes_in(group->items);
    }
    return count;
}

/// How many shapes the exhibit adds to the first page when `refer` makes the document show it.
template <class Refer>
std::size_t drawn(bool in_appendix, const char* layout, Refer refer) {
    auto document = with_chart(in_appendix);
    const auto without = composed(document, layout);
    refer(document);
    const auto with = composed(document, layout);
    std::size_t before = 0, after = 0;
    for (const auto& page : without.pages) before += shapes_in(page.items);
    for (const auto& page : with.pages) after += shapes_in(page.items);
    REQUIRE(after >= before);
    return after - before;
}

}  // namespace

TEST_CASE("a cover shows a lead of the appendix as it shows one of a section", "[layout]") {
    const auto make_lead = [](doc::Document& document) { document.lead = "fig:growth"; };
    for (const auto* layout : {"data-report", "executive-deck"}) {
        INFO(layout);
        const auto of_section = drawn(false, layout, make_lead);
        CHECK(of_section > 0);
        CHECK(drawn(true, layout, make_lead) == of_section);
    }
}

TEST_CASE("a finding's tile shows an exhibit of the appendix as it shows one of a section", "[layout]") {
    const auto refer = [](doc::Document& document) {
        auto text = words("It grew: ");
        text.emplace_back(doc::Reference{"Figure 1", "fig:growth"});
        document.findings.emplace_back().text = text;
    };
    const auto of_section = drawn(false, "data-report", refer);
    CHECK(of_section > 2);  // more than the rules around a tile
    CHECK(drawn(true, "data-report", refer) == of_section);
}
