// Alternative texts of charts in several languages: whole sentences, plurals and punctuation of the language.
#include "catch.h"
#include "fixture.h"
#include "flows.h"
#include "samples.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;
using data::Status;

namespace {

/// With plain spaces, so that the examples can be read.
std::string described(const doc::Chart& chart, const char* tag) {
    auto text = describe(chart, *locale::Locale::find(tag));
    for (const std::string space : {"\u00a0", "\u202f"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    return text;
}

doc::Chart cities() {
    auto chart = chart_of("bar", {{"Paris", 600}, {"Lyon", 200}});
    chart.series[0].values[0] = more_than(600, ">600");
    return chart;
}

doc::Chart course() {
    auto chart = timed(
        chart_of("line", {{"2018", 3}, {"2019", 4}, {"2020", 1}, {"2021", 5}, {"2022", 8}, {"2023", 12}, {"2024", 9}}));
    chart.series[0].values[6].status = Status::forecast;
    return chart;
}

/// Columns of so many values.
doc::Chart columns(std::size_t count) {
    std::vector<std::pair<std::string, double>> rows;
    for (std::size_t i = 0; i < count; ++i) rows.emplace_back("N" + std::to_string(i), i + 1);
    return chart_of("column", rows);
}

}  // namespace

TEST_CASE("a chart of few values is described in the report's language", "[chart][describe]") {
    CHECK(described(cities(), "en-GB") == "Bar chart of 2 values. Paris more than 600 and Lyon 200.");
    CHECK(described(cities(), "fr") == "Diagramme à barres de 2 valeurs. Paris plus de 600 et Lyon 200.");
    CHECK(described(cities(), "fr-CA") == "Diagramme à barres de 2 valeurs. Paris plus de 600 et Lyon 200.");
    CHECK(described(cities(), "de") == "Balkendiagramm mit 2 Werten. Paris mehr als 600 und Lyon 200.");
    CHECK(described(cities(), "pl") == "Wykres słupkowy poziomy: 2 wartości. Paris ponad 600 i Lyon 200.");
    CHECK(described(cities(), "hi") == "दंड चार्ट: 2 मान। Paris 600 से अधिक और Lyon 200।");
    CHECK(described(cities(), "zh") == "条形图，2个值。Paris 超过600和Lyon 200。");
    CHECK(described(cities(), "zh-TW") == "長條圖，2個數值。Paris 超過600和Lyon 200。");
    CHECK(described(cities(), "ja") == "横棒グラフ、値2個。Paris 600超、Lyon 200。");
}

TEST_CASE("the course of a series is described in the report's language", "[chart][describe]") {
    CHECK(described(course(), "en-GB") ==
          "Line chart of 7 values, 2018 to 2024. Rises from 3 in 2018 to 9 (forecast) in 2024, highest 12 in 2023, "
          "lowest 1 in 2020.");
    CHECK(described(course(), "fr") ==
          "Courbe de 7 valeurs, 2018 à 2024. Monte de 3 (2018) à 9 (prévision) (2024), maximum 12 (2023), minimum 1 "
          "(2020).");
    CHECK(described(course(), "ru") ==
          "Линейный график: 7 значений, 2018 – 2024. Рост с 3 (2018) до 9 (прогноз) (2024), максимум 12 (2023), "
          "минимум 1 (2020).");
    CHECK(described(course(), "ja") ==
          "折れ線グラフ、値7個、2018～2024。3（2018）から9（予測）（2024）に上昇、最高12（2023）、最低1（2020）。");
}

TEST_CASE("numbers of things take the plural of a Slavic language", "[chart][describe]") {
    CHECK(described(columns(1), "pl") == "Wykres kolumnowy: 1 wartość. N0 1.");
    CHECK(described(columns(3), "pl") == "Wykres kolumnowy: 3 wartości. N0 1, N1 2 i N2 3.");
    CHECK(described(columns(1), "uk") == "Стовпчикова діаграма: 1 значення. N0 1.");
    CHECK(described(columns(5), "uk") == "Стовпчикова діаграма: 5 значень. N0 1, N1 2, N2 3, N3 4 і N4 5.");
    CHECK(described(columns(1), "cs") == "Sloupcový graf: 1 hodnota. N0 1.");
    CHECK(described(columns(3), "cs") == "Sloupcový graf: 3 hodnoty. N0 1, N1 2 a N2 3.");
    CHECK(described(columns(5), "cs") == "Sloupcový graf: 5 hodnot. N0 1, N1 2, N2 3, N3 4 a N4 5.");
}

TEST_CASE("tasks, flows, points and sparklines are described in the report's language", "[chart][describe]") {
    CHECK(described(sample_of("gantt"), "de") ==
          "Gantt-Diagramm mit 4 Zeiträumen in 3 Zeilen, von 10. Januar 2024 bis 30. Juni 2026: Build, Test und Run.");
    CHECK(described(flow_chart({{"Wind", "Grid", 40}, {"Grid", "Homes", 40}}), "it") ==
          "Diagramma di Sankey con 2 valori, da 3 luoghi in 3 fasi. Wind a Grid 40 e Grid a Homes 40.");
    CHECK(describe({2, std::nullopt, 5.5, 1}, "%", *locale::Locale::find("es")) ==
          "3 valores, de 2,0% a 1,0%; mínimo 1,0%, máximo 5,5%.");
    CHECK(describe({}, "", *locale::Locale::find("sv")) == "Inga värden.");
    CHECK(describe({7}, "", *locale::Locale::find("ko")) == "값 1개, 7.");
    doc::Chart empty;
    CHECK(described(empty, "pt") == "Gráfico de barras sem dados.");
}

TEST_CASE("no form leaves a place open or an English word in any language", "[chart][describe][property]") {
    for (const auto& tag : locale::built_in_tags()) {
        const auto locale = *locale::Locale::find(tag);
        for (const auto& form : form_types()) {
            INFO(tag << " " << form);
            const auto text = describe(sample_of(form), locale);
            CHECK_FALSE(text.empty());
            CHECK(text.find_first_of("{}") == std::string::npos);
            if (tag.starts_with("en")) continue;
            for (const auto* english : {" of ", "value", "from ", "highest", "lowest", " and ", "chart "})
                CHECK(text.find(english) == std::string::npos);
        }
    }
}
