// Units reach every place that prints a number of their column, once; numbers side by side have one form.
#include "../../folder.h"
#include "doc/exhibit.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;
using vocabulary::Channel;

namespace {

const char* const kCsv = "year,gen,share,cost,big\n2021,120.5,68,1250.5,1200000000\n2022,98,43.5,99.95,350000000\n";
const char* const kColumns =
    "columns: {year: text, gen: {type: number, unit: TWh}, share: percent, cost: {type: currency, unit: EUR}, big: "
    "integer}";

/// A model of the table `t` above, and what is bound over it.
struct Office {
    precis::test::Folder folder;
    Desk desk;
    diag::Diagnostics diagnostics;

    explicit Office(const std::string& facts = {}) {
        folder.write("t.csv", kCsv);
        folder.write("facts.csv", "id,subject,measure,value,unit,source,period\n" + facts);
        const auto path = folder.write("model.yaml",
                                       "model: 1\nsources: {counted: {title: Counted}, other: {title: Other}}\nfacts: "
                                       "facts.csv\ntables:\n  t: {file: t.csv, source: counted, " +
                                           std::string(kColumns) + "}\n");
        auto loaded = data::load(path, folder.path());
        REQUIRE(loaded.ok());
        desk.model = std::move(loaded).value();
    }
    diag::Result<doc::Document> bind() {
        auto database = data::Database::open(desk.model, folder.path());
        return precis::bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target);
    }
    std::string finding(const std::string& words) {
        desk.briefing.findings = {item(words)};
        desk.briefing.sections.clear();
        const auto result = bind();
        REQUIRE(result.ok());
        auto shown = Desk::shown(result.value().findings.at(0).text);
        return shown.substr(0, shown.find('['));
    }
    doc::Exhibit bound(spec::Exhibit exhibit) {
        desk.briefing.sections = {section("news", "So.", {std::move(exhibit)})};
        auto result = bind();
        diagnostics = result.diagnostics();
        REQUIRE(result.ok());
        return result.value().sections.at(0).exhibits.at(0);
    }
    doc::Chart chart(const std::string& form, const std::string& query, const std::string& x, const std::string& y,
                     const std::string& subtitle = {}) {
        auto made = exhibit("fig:t", form);
        made.query = text(query);
        made.channels = {{Channel::x, {channel(x)}}, {Channel::y, {channel(y)}}};
        if (!subtitle.empty()) made.subtitle = text(subtitle);
        return std::get<doc::Chart>(bound(std::move(made)).content);
    }
    doc::Table table(const std::string& query, const std::string& subtitle = {}) {
        auto made = exhibit("tab:t", "");
        made.all_columns = true;
        made.query = text(query);
        if (!subtitle.empty()) made.subtitle = text(subtitle);
        return std::get<doc::Table>(bound(std::move(made)).content);
    }
};

std::vector<std::string> words(const std::vector<doc::Value>& values) {
    std::vector<std::string> out;
    for (const auto& value : values) out.push_back(value.text);
    return out;
}
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("aggregates in charts, tables and sentences have the unit of their column", "[bind][units]") {
    Office office;
    const auto chart = office.chart("bar", "SELECT year, max(share) AS top FROM t GROUP BY year", "top", "year");
    CHECK(chart.format.unit == "percent");
    CHECK(chart.format.symbol == "%");
    CHECK(office.chart("bar", "SELECT year, median(gen) AS m FROM t GROUP BY year", "m", "year").format.symbol ==
          "\u00a0TWh");
    const auto table = office.table("SELECT avg(share), sum(cost) AS total FROM t");
    CHECK(table.rows.at(0).cells.at(0).text == "55.8%");
    CHECK(table.rows.at(0).cells.at(1).text == "€1,350.45");
    office.desk.briefing.values = {value("top", "SELECT max(share) FROM t"), value("all", "SELECT sum(cost) FROM t"),
                                   value("half", "SELECT median(gen) FROM t")};
    CHECK(office.finding("{{ top }}, {{ all }}, {{ half }}, {{ half | unit }}.") ==
          "68.0%, €1,350.45, 109.3, 109.3 TWh.");
}

TEST_CASE("a noun is printed once: on the axis or in the header, unless the words over it have it", "[bind][units]") {
    Office office;
    CHECK(office.chart("line", "SELECT year, gen FROM t", "year", "gen").format.symbol == "\u00a0TWh");
    CHECK(office.chart("line", "SELECT year, gen FROM t", "year", "gen", "In TWh").format.symbol.empty());
    CHECK(office.chart("line", "SELECT year, gen FROM t", "year", "gen", "TWhs").format.symbol == "\u00a0TWh");
    CHECK(office.table("SELECT year, gen FROM t").columns.at(1).label == "Gen, TWh");
    CHECK(office.table("SELECT year, gen FROM t", "Generation in TWh").columns.at(1).label == "Gen");
    CHECK(office.table("SELECT gen AS gen_twh, share FROM t").columns.at(1).label == "Share");
    CHECK(office.table("SELECT year, gen FROM t").columns.at(1).unit == "TWh");
}

TEST_CASE("the columns of one axis have one number of decimals", "[bind][digits]") {
    Office office;
    auto made = exhibit("fig:t", "column");
    made.query = text("SELECT year, sum(gen) AS gen, round(max(gen), 2) AS most FROM t GROUP BY year");
    made.channels = {{Channel::x, {channel("year")}}, {Channel::y, {channel("gen"), channel("most")}}};
    const auto chart = std::get<doc::Chart>(office.bound(std::move(made)).content);
    CHECK(words(chart.series.at(0).values) == Words{"120.50", "98.00"});
    CHECK(words(chart.series.at(1).values) == Words{"120.50", "98.00"});
}

TEST_CASE("an axis that reaches a billion has one form of labels, if that tells them apart", "[bind][digits]") {
    Office office;
    CHECK(words(office.chart("bar", "SELECT year, big FROM t", "big", "year").series.at(0).values) ==
          Words{"1.2B", "350M"});
    CHECK(words(office.chart("bar", "SELECT year, big / 1000000 + 1000000000 AS b FROM t", "b", "year")
                    .series.at(0)
                    .values) == Words{"1,000,001,200", "1,000,000,350"});
    CHECK(words(office.chart("bar", "SELECT year, big * 1000000 AS b FROM t", "b", "year").series.at(0).values) ==
          Words{"1.2\u00a0×\u00a010¹⁵", "3.5\u00a0×\u00a010¹⁴"});
}

TEST_CASE("the numbers of a sentence that share a unit have one number of decimals", "[bind][digits]") {
    Office office(
        "a,A,m,12,EUR,counted,2026\nb,B,m,7.5,EUR,other,2026\nc,C,m,68,percent,counted,2026\n"
        "d,D,m,43.5,percent,counted,2026\ne,E,m,12.25,percent,other,2026\n");
    CHECK(office.finding("From {{ a }} to {{ b }}.") == "From €12.00 to €7.50.");
    CHECK(office.finding("From {{ c }} to {{ d }}.") == "From 68.0% to 43.5%.");
    CHECK(office.finding("From {{ c }} to {{ e }}.") == "From 68% to 12.25%.");  // no precision is added to a source
    CHECK(office.finding("It was {{ a }}. It is {{ b }}.") == "It was €12.");
    CHECK(office.finding("From {{ c }} to {{ d | 0dp }}.") == "From 68% to 44%.");
    CHECK(office.finding("From {{ b }}.") == "From €7.50.");
}

TEST_CASE("a currency that follows its number keeps a space in charts, too", "[bind][units]") {
    Office office;
    office.desk.target.language = "de";
    const auto chart = office.chart("bar", "SELECT year, cost FROM t", "cost", "year");
    CHECK(chart.format.symbol == "\u00a0€");
    CHECK(words(chart.series.at(0).values) == Words{"1.250,50", "99,95"});
}

TEST_CASE("a fact in scientific notation is a number like any other", "[bind][digits]") {
    Office office(
        "a,A,m,1e3,items,counted,2026\nb,B,m,1.5e3,items,counted,2026\nc,C,m,1e-9,m,counted,2026\n"
        "d,D,m,4.2e15,items,counted,2026\ne,E,m,1.25e1,items,counted,2026\nf,F,m,1.5e-12,m,counted,2026\n");
    CHECK(office.finding("{{ a }}.") == "1,000.");
    CHECK(office.finding("{{ b | nounit }}.") == "1,500.");
    CHECK(office.finding("{{ c }}.") == "0.000000001.");
    CHECK(office.finding("{{ d }}.") == "4.2 × 10¹⁵.");
    CHECK(office.finding("{{ e }}.") == "12.5.");
    CHECK(office.finding("{{ f | unit }}.") == "1.5E−12 m.");
}

TEST_CASE("a number that is not zero is not printed as 0", "[bind][digits]") {
    Office office;
    office.desk.briefing.values = {value("small", "percent(1, 2500)"), value("less", "percent(1, 100000000)")};
    CHECK(office.finding("{{ small }}.") == "0.04%.");
    CHECK(office.finding("{{ less }}.") == "0.000001%.");
    CHECK(office.table("SELECT CASE year WHEN '2021' THEN 68.2 ELSE 0.0004 END AS x FROM t")
              .rows.at(1)
              .cells.at(0)
              .text == "0.0004");
}
