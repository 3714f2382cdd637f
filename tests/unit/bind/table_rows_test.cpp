// Groups inside groups, totals of every kind, units in headers.
#include "../../folder.h"
#include "doc/exhibit.h"
#include "fixture.h"

using namespace precis;
using namespace precis::bind::test;

namespace {

using Kind = doc::Table::Row::Kind;

/// A table over offices in two countries of one region and one of another.
struct Offices {
    precis::test::Folder folder;
    Desk desk;

    Offices() {
        folder.write("t.csv",
                     "region,country,city,members,share,cost,years\n"
                     "North,Ayland,Aville,10,40,1250,1\nNorth,Ayland,Bville,20,41.5,990,2\n"
                     "North,Beland,Cville,60,43,800,4\nSouth,Beland,Dville,30,50,700,3\n");
        const auto path =
            folder.write("model.yaml",
                         "model: 1\nsources: {counted: {title: Counted}}\ntables:\n  t: {file: t.csv, "
                         "source: counted, columns: {region: text, country: text, city: text, members: "
                         "integer, share: percent, cost: {type: currency, unit: EUR}, years: integer}}\n");
        auto loaded = data::load(path, folder.path());
        REQUIRE(loaded.ok());
        desk.model = std::move(loaded).value();
    }
    doc::Table bound(spec::Exhibit made) {
        made.query = text("SELECT * FROM t");
        desk.briefing.sections = {section("news", "So.", {std::move(made)})};
        auto database = data::Database::open(desk.model, folder.path());
        auto result = bind::bind(desk.briefing, desk.project, database.value(), desk.layout, desk.target);
        REQUIRE(result.ok());
        return std::get<doc::Table>(result.value().sections.at(0).exhibits.at(0).content);
    }
    static spec::TableColumn column(const std::string& name, std::optional<vocabulary::Total> total = {}) {
        spec::TableColumn made;
        made.column = text(name);
        made.total = total;
        return made;
    }
};

}  // namespace

TEST_CASE("groups lie inside groups, each with its subtotals", "[bind][table]") {
    Offices offices;
    auto made = exhibit("tab:t", "");
    made.columns = {Offices::column("city"), Offices::column("members", vocabulary::Total::sum)};
    made.groups = {text("region"), text("country")};
    const auto table = offices.bound(std::move(made));
    std::vector<std::string> rows;
    for (const auto& row : table.rows) {
        const std::string kind = row.kind == Kind::group  ? std::to_string(row.level)
                                 : row.kind == Kind::body ? ""
                                                          : "=";
        rows.push_back(kind + " " + row.cells[0].text + " " + row.cells[1].text);
    }
    CHECK(rows == std::vector<std::string>{"1 North 90", "2 Ayland 30", " Aville 10", " Bville 20", "2 Beland 60",
                                           " Cville 60", "1 South 30", "2 Beland 30", " Dville 30", "= Total 120"});
}

TEST_CASE("a total is a sum, a mean, an end or the middle of its column", "[bind][table]") {
    using vocabulary::Total;
    const std::pair<Total, const char*> expected[] = {
        {Total::sum, "120"}, {Total::mean, "30"}, {Total::min, "10"}, {Total::max, "60"}, {Total::median, "25"}};
    for (const auto& [total, printed] : expected) {
        Offices offices;
        auto made = exhibit("tab:t", "");
        made.columns = {Offices::column("city"), Offices::column("members", total)};
        CHECK(offices.bound(std::move(made)).rows.back().cells[1].text == printed);
    }
}

TEST_CASE("a row of totals says what its numbers are, and each kind has a row of its own", "[bind][table]") {
    using vocabulary::Total;
    const std::pair<Total, const char*> words[] = {{Total::sum, "Total"},
                                                   {Total::mean, "Mean"},
                                                   {Total::median, "Median"},
                                                   {Total::min, "Minimum"},
                                                   {Total::max, "Maximum"}};
    for (const auto& [total, word] : words) {
        Offices offices;
        auto made = exhibit("tab:t", "");
        made.columns = {Offices::column("city"), Offices::column("members", total)};
        made.groups = {text("region")};
        const auto table = offices.bound(std::move(made));
        CHECK(table.rows.back().cells[0].text == word);
        // A number beside a group's name is read as its sum, if nothing else is said.
        CHECK(table.rows.front().cells[0].text == (total == Total::sum ? "North" : "North · " + std::string(word)));
    }
    Offices offices;
    auto made = exhibit("tab:t", "");
    made.columns = {Offices::column("city"), Offices::column("years", Total::max),
                    Offices::column("members", Total::sum)};
    const auto rows = offices.bound(std::move(made)).rows;
    const auto& sums = rows[rows.size() - 2].cells;
    const auto& most = rows.back().cells;
    CHECK((sums[0].text == "Total" && sums[1].text.empty() && sums[2].text == "120"));
    CHECK((most[0].text == "Maximum" && most[1].text == "4" && most[2].text.empty()));
}

TEST_CASE("units in headers leave the cells bare", "[bind][table][units]") {
    for (const bool heads : {false, true}) {
        Offices offices;
        auto made = exhibit("tab:t", "");
        made.columns = {Offices::column("city"), Offices::column("share"), Offices::column("cost")};
        if (heads) made.units = vocabulary::UnitPlace::heads;
        const auto table = offices.bound(std::move(made));
        CHECK(table.columns[1].label == (heads ? "Share, %" : "Share"));
        CHECK(table.columns[2].label == (heads ? "Cost, EUR" : "Cost"));
        CHECK(table.rows[3].cells[1].text.ends_with("%") != heads);
        CHECK((table.rows[3].cells[2].text == "700") == heads);
    }
}

TEST_CASE("a column called years, whose cells are printed as they are, has a total of its numbers", "[bind][table]") {
    Offices offices;
    const std::vector<std::pair<vocabulary::Total, std::string>> expected{
        {vocabulary::Total::sum, "10"}, {vocabulary::Total::mean, "2.5"}, {vocabulary::Total::max, "4"}};
    for (const auto& [total, printed] : expected) {
        auto made = exhibit("tab:t", "");
        made.columns = {Offices::column("city"), Offices::column("years", total)};
        const auto table = offices.bound(std::move(made));
        CHECK(table.rows.back().cells.at(1).text == printed);
    }
}

TEST_CASE("a column is set left, in the middle or right, whatever it holds", "[bind][table]") {
    using vocabulary::Align;
    for (const auto* name : {"city", "members"}) {
        const bool number = std::string_view(name) == "members";
        for (const auto align : {Align::left, Align::center, Align::right}) {
            Offices offices;
            auto made = exhibit("tab:t", "");
            made.columns = {Offices::column("region"), Offices::column(name)};
            made.columns[1].align = align;
            const auto column = offices.bound(std::move(made)).columns[1];
            CHECK(column.centered == (align == Align::center));
            CHECK(column.numeric == (align == Align::right));
            CHECK(column.is_number() == (align == Align::right && number));
        }
    }
}
