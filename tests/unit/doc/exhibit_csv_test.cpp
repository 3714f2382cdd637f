// The numbers behind exhibits as CSV: nothing that a chart prints beside a number is lost.
#include "doc/exhibit_csv.h"

#include "catch.h"

using namespace precis;

namespace {

doc::Value value(double number) {
    doc::Value value;
    value.number = number;
    return value;
}
doc::Value words(std::string text) {
    doc::Value value;
    value.text = std::move(text);
    return value;
}

}  // namespace

TEST_CASE("a chart's lines carry unit, qualifier, status and what was not published", "[doc]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::column;
    chart.categories = {"Paris, spring", "Bengaluru", "Beijing"};
    chart.category_keys = {"2026-Q2", "Bengaluru", "Beijing"};
    chart.format.unit = "people";
    auto more = value(600);
    more.qualifier = data::Qualifier::more_than;
    auto plan = value(0.1 + 0.2);
    plan.status = data::Status::plan;
    auto unpublished = words("–");
    unpublished.category = "Beijing";
    chart.categories.push_back("Oslo");  // without a row: a place on the axis, and no line
    chart.category_keys.push_back("Oslo");
    chart.series.emplace_back().values = {more, plan, unpublished, words("–")};
    doc::Exhibit exhibit;
    exhibit.content = chart;
    CHECK(doc::exhibit_csv(exhibit) ==
          "category,key,value (people),qualifier,status,published\r\n"
          "\"Paris, spring\",2026-Q2,600,more than,,\r\n"
          "Bengaluru,,0.30000000000000004,,plan,\r\n"
          "Beijing,,,,,no\r\n");
}

TEST_CASE("a table keeps its columns, its groups and its quotes", "[doc]") {
    doc::Table table;
    table.columns.resize(2);
    table.columns[0].label = "Place";
    table.columns[1].label = "New";
    table.columns[1].over = {"Days"};
    using Kind = doc::Table::Row::Kind;
    table.rows = {{Kind::group, {words("North"), value(9)}},
                  {Kind::body, {words("The \"coast\""), value(9)}},
                  {Kind::total, {words("Total"), value(9)}}};
    doc::Exhibit exhibit;
    exhibit.content = table;
    CHECK(doc::exhibit_csv(exhibit) ==
          "group,Place,\"Days, New\"\r\n"
          "North,North,9\r\n"
          "North,\"The \"\"coast\"\"\",9\r\n"
          ",Total,9\r\n");
    exhibit.content = doc::Picture{};
    CHECK(doc::exhibit_csv(exhibit).empty());
}

TEST_CASE("a table's cells have their notes beside them, and no column of notes without one", "[doc]") {
    doc::Exhibit exhibit;
    auto& table = exhibit.content.emplace<doc::Table>();
    table.columns.resize(2);
    table.columns[0].label = "Town", table.columns[1].label = "Days";
    auto& cells = table.rows.emplace_back().cells;
    cells.resize(2);
    cells[0].text = "Ulm";
    cells[1].text = "12", cells[1].number = 12, cells[1].note = 2;
    table.notes = {"Of the head", "Counted twice"};
    CHECK(doc::exhibit_csv(exhibit) == "Town,Days,\"Days, note\"\r\nUlm,12,Counted twice\r\n");
    cells[1].note = 0;
    CHECK(doc::exhibit_csv(exhibit) == "Town,Days\r\nUlm,12\r\n");
    std::get<doc::Table>(exhibit.content).rows[0].stamps = {{"Counted", {}}, {}};
    CHECK(doc::exhibit_csv(exhibit) == "Town,\"Town, stamp\",Days\r\nUlm,Counted,12\r\n");
}
