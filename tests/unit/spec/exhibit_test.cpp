// Exhibits: charts, tables and images in each shape of docs/design/language.md#exhibits.
#include "catch.h"
#include "fixture.h"

namespace {

using namespace precis;

// The exhibits of one section; `text` is indented by 6 behind the first line's hyphen.
std::vector<spec::Exhibit> good(const std::string& text) {
    const Folder folder;
    auto result = folder.read(kHead + "sections:\n- id: s\n  title: S\n  exhibits:\n" + text);
    INFO(printed(result.diagnostics()));
    REQUIRE(result.has_value());
    REQUIRE(result.diagnostics().empty());
    return std::move(result).value().sections.at(0).exhibits;
}

}  // namespace

TEST_CASE("facts are a list or a mapping with labels", "[spec]") {
    const auto exhibits = good(
        "  - {id: fig:a, chart: bar, title: T, facts: [a.b, c.d]}\n"
        "  - id: fig:b\n    chart: bar\n    title: T\n    facts:\n      a.b: First, Paris\n      c.d: Second\n"
        "    highlight: Second\n"
        "  - {id: fig:c, chart: bar, title: T, facts: a.b, highlight: [x, y]}\n");
    CHECK(exhibits.at(0).facts.at(1).name.text == "c.d");
    CHECK_FALSE(exhibits.at(0).facts.at(1).label);
    CHECK(exhibits.at(1).facts.at(0).label->text == "First, Paris");
    CHECK(exhibits.at(1).highlight.size() == 1);
    CHECK(exhibits.at(2).facts.size() == 1);
    CHECK(exhibits.at(2).highlight.size() == 2);
}

TEST_CASE("channels are names, mappings or lists", "[spec]") {
    const auto e = good(
                       "  - id: fig:a\n    chart: column\n    title: T\n    query: SELECT 1\n"
                       "    x: {column: authors, scale: log, domain: [1, 1000], label: Authors}\n"
                       "    y: [people, {column: bots, label: Bots}]\n"
                       "    facet: {column: project, across: 4, scales: free}\n"
                       "    stack: total\n    labels: ends\n    legend: top\n    totals: true\n    data-row: true\n"
                       "    width: full\n    height: 60 mm\n")
                       .at(0);
    CHECK(e.form.text == "column");
    CHECK(e.channels.at(vocabulary::Channel::x).at(0).scale == vocabulary::Scale::log);
    CHECK(e.channels.at(vocabulary::Channel::x).at(0).domain.size() == 2);
    CHECK(e.channels.at(vocabulary::Channel::y).at(0).column.text == "people");
    CHECK(e.channels.at(vocabulary::Channel::y).at(1).label->text == "Bots");
    CHECK(e.channels.at(vocabulary::Channel::facet).at(0).across == 4);
    CHECK(e.channels.at(vocabulary::Channel::facet).at(0).scales == vocabulary::PanelScales::free);
    CHECK(e.totals.at(0).text == "true");
    CHECK(e.data_row);
    CHECK(good("  - id: fig:b\n    chart: histogram\n    title: T\n    query: SELECT 1\n    x: n\n    bins: 12\n")
              .at(0)
              .bins == 12);
    CHECK(e.width == vocabulary::Width::full);
    CHECK(*e.height_pt == Approx(60 * 72 / 25.4));
}

TEST_CASE("annotations have a form for each kind", "[spec]") {
    using Kind = spec::Annotation::Kind;
    const auto e = good(
                       "  - id: fig:a\n    chart: line\n    title: T\n    query: SELECT 1\n    annotations:\n"
                       "      - cagr: [2023-Q2, 2026-Q2]\n      - difference: [2024, 2030]\n"
                       "      - line: {y: mean, label: Mean}\n"
                       "      - band: {x: [2025-05, 2025-09], label: Projects join}\n"
                       "      - event: {x: 2025-09, text: Ray joins}\n"
                       "      - callout: {x: 2026-Q2, series: Helion, text: \"{{ helion }} commits\"}\n"
                       "      - trend: linear\n")
                       .at(0);
    REQUIRE(e.annotations.size() == 7);
    CHECK(e.annotations[0].kind == Kind::cagr);
    CHECK(e.annotations[0].ends.at(1).text == "2026-Q2");
    CHECK(e.annotations[1].kind == Kind::difference);
    CHECK(e.annotations[2].y->text == "mean");
    CHECK(e.annotations[2].text->text == "Mean");
    CHECK(e.annotations[3].ends.at(0).text == "2025-05");
    CHECK(e.annotations[4].x->text == "2025-09");
    CHECK(e.annotations[5].series->text == "Helion");
}

TEST_CASE("a table takes all columns, or names them", "[spec]") {
    const auto exhibits = good(
        "  - {id: tab:a, table: all, title: T, query: SELECT 1}\n"
        "  - id: tab:b\n    title: T\n    query: SELECT 1\n    group: project\n    table:\n      - year\n"
        "      - {column: trend, show: sparkline, label: By month, width: 2 cm}\n"
        "      - {column: commits, show: bar, total: sum, over: Work, align: right, note: Without bots}\n"
        "  - {id: tab:c, title: T, table: [a, b], rows: [{a: x, b: 1}, {a: y, b: 2}], source: own}\n");
    CHECK(exhibits.at(0).all_columns);
    CHECK(exhibits.at(1).groups.at(0).text == "project");
    CHECK(exhibits.at(1).columns.at(1).show == vocabulary::Show::sparkline);
    CHECK(*exhibits.at(1).columns.at(1).width_pt == Approx(144 / 2.54));
    CHECK(exhibits.at(1).columns.at(2).over.at(0).text == "Work");
    CHECK(exhibits.at(2).rows.at(1).cells.at(0).second.text == "y");
    CHECK(exhibits.at(2).kind == spec::Exhibit::Kind::table);
}

TEST_CASE("an image has a text, or is decorative", "[spec]") {
    const auto exhibits = good(
        "  - {id: fig:a, image: a.png, title: T, alt: What it shows}\n"
        "  - {image: b.png, decorative: true}\n");
    CHECK(exhibits.at(0).form.text == "a.png");
    CHECK(exhibits.at(0).alt->text == "What it shows");
    CHECK(exhibits.at(1).decorative);
}
