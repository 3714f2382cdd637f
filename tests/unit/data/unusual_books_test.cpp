// Workbooks as spreadsheet and other programs write them: each is read right, or one message says what to write, which
// is done to the letter.
#include "book_bytes.h"
#include "catch.h"
#include "unusual_case.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

using Cases = std::vector<FileCase>;

void check_all(const Cases& cases) {
    for (auto of : cases) {
        if (of.file == "t.csv") of.file = "t.xlsx";
        check(of);
    }
}

const Lines kTowns{"town:text|n:integer", "Bonn|1", "Kiel|2"};
const std::vector<CellRow> kTownRows{{"town", "n"}, {"Bonn", "n:1"}, {"Kiel", "n:2"}};

/// Every element of a part with a prefix.
std::string prefixed(std::string xml) {
    std::string out;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        out += xml[i];
        if (xml[i] != '<' || xml[i + 1] == '?') continue;
        if (xml[i + 1] == '/') out += xml[++i];
        out += "x:";
    }
    return out;
}

std::string merge(const std::string& ranges) {
    std::string xml = "<mergeCells>";
    std::string range;
    for (const char c : ranges + " ") {
        if (c != ' ') range += c;
        if (c == ' ') xml += "<mergeCell ref=\"" + range + "\"/>", range.clear();
    }
    return xml + "</mergeCells>";
}

}  // namespace

TEST_CASE("a workbook's number formats are read", "[data][workbook]") {
    const Lines shares{"town:text|share:percent", "Bonn|68", "Kiel|104", "Ulm|7"};
    const std::vector<CellRow> rows{{"town", "share"}, {"Bonn", "n1:0.68"}, {"Kiel", "n1:1.04"}, {"Ulm", "n2:0.07"}};
    const auto book = xlsx_of(rows, {"0.0%", "0%"});
    const auto mixed = xlsx_of({{"town", "share"}, {"Bonn", "n1:0.68"}, {"Kiel", "n:12"}}, {"0%"});
    const auto money = xlsx_of({{"town", "price"}, {"Bonn", "n1:2.5"}, {"Kiel", "n:3"}}, {"#,##0.00 [$€-407]"});
    const auto monies =
        xlsx_of({{"town", "price"}, {"Bonn", "n1:2.5"}, {"Kiel", "n2:3"}}, {"#,##0.00 [$€-407]", "[$£-809]0.00"});
    check_all({
        {"percentages", book, "", shares, ""},
        {"declared percentages", book, "columns: {town: text, share: percent}", shares, ""},
        {"a scale counts for the number as it is stored", book,
         "columns: {town: text, share: {type: percent, scale: 100}}", shares, ""},
        {"numbers as they are stored",
         book,
         "columns: {town: text, share: number}",
         {"town:text|share:number", "Bonn|0.68", "Kiel|1.04", "Ulm|0.07"},
         ""},
        {"percentages and numbers: percent",
         mixed,
         "",
         {"share:percent|town:text", "68|Bonn", "12|Kiel"},
         "holds percentages, as “0.68” in cell B2, and other numbers, as “12” in cell B3"},
        {"percentages and numbers: number",
         mixed,
         "columns: {share: auto, \"*\": auto}",
         {"share:number|town:text", "0.68|Bonn", "12|Kiel"},
         "holds percentages",
         1},
        {"zeros in front that the format shows",
         xlsx_of({{"town", "zip"}, {"Dresden", "n1:1067"}, {"Berlin", "n1:10115"}}, {"00000"}),
         "",
         {"town:text|zip:text", "Dresden|01067", "Berlin|10115"},
         ""},
        {"two digits are numbers",
         xlsx_of({{"town", "month"}, {"Bonn", "n1:1"}, {"Kiel", "n1:12"}}, {"00"}),
         "",
         {"town:text|month:integer", "Bonn|1", "Kiel|12"},
         ""},
        {"a currency", money, "", {"town:text|price:currency", "Bonn|2.5", "Kiel|3"}, ""},
        {"two currencies",
         monies,
         "",
         {"price:number|town:text", "2.5|Bonn", "3|Kiel"},
         "two currencies: “2.5” in cell B2 in EUR, “3” in cell B3 in another"},
    });
    const Folder folder;
    const auto opened = database_of(folder, "t.xlsx", money);
    const auto result = opened.query(text("SELECT price FROM t"), {});
    REQUIRE(result.ok());
    CHECK(result.value().columns[0].unit == "EUR");
    CHECK(result.value().columns[0].decimals == 2);
}

TEST_CASE("a workbook's dates and times are read", "[data][workbook]") {
    const std::vector<std::string> formats{"yyyy-mm-dd", "mmm yyyy", "hh:mm", "dd.mm.yyyy hh:mm", "[h]:mm"};
    const auto days = [&](const std::string& cell) {
        return xlsx_of({{"n", "day"}, {"n:1", cell}, {"n:2", "n1:45000"}}, formats);
    };
    const auto of_1904 = xlsx(
        {{{"Data", rows_xml({{"n", "day"}, {"n:1", "n1:44000"}}), {}, {}, {}}}, formats, {}, "date1904=\"1\"", {}});
    check_all({
        {"the first day", days("n1:1"), "", {"n:integer|day:date", "1|1900-01-01", "2|2023-03-15"}, ""},
        {"the last day before the one that never was",
         days("n1:59"),
         "",
         {"n:integer|day:date", "1|1900-02-28", "2|2023-03-15"},
         ""},
        {"the day that never was",
         days("n1:60"),
         "columns: {n: integer, day: date}",
         {"n:integer|day:date", "1|", "2|2023-03-15"},
         "cell B2 of “t.xlsx” holds 1900-02-29, a day that never was"},
        {"the first day after it", days("n1:61"), "", {"n:integer|day:date", "1|1900-03-01", "2|2023-03-15"}, ""},
        {"days from 1904", of_1904, "", {"n:integer|day:date", "1|2024-06-19"}, ""},
        {"a strict workbook's dates",
         days("x: t=\"d\"><v>2026-04-20T00:00:00</v>"),
         "",
         {"n:integer|day:date", "1|2026-04-20", "2|2023-03-15"},
         ""},
        {"months",
         xlsx_of({{"n", "month"}, {"n:1", "n2:46113"}, {"n:2", "n2:46142"}}, formats),
         "columns: {n: integer, month: month}",
         {"n:integer|month:month", "1|2026-04", "2|2026-04"},
         ""},
        {"times of day",
         xlsx_of({{"n", "at"}, {"n:1", "n3:0.354166666666667"}, {"n:2", "n3:0.5"}}, formats),
         "",
         {"n:integer|at:text", "1|08:30", "2|12:00"},
         ""},
        {"durations",
         xlsx_of({{"n", "took"}, {"n:1", "n5:1.10416666666667"}}, formats),
         "",
         {"n:integer|took:text", "1|26:30:00"},
         ""},
        {"moments as days",
         xlsx_of({{"n", "at"}, {"n:1", "n4:45000.25"}}, formats),
         "",
         {"n:integer|at:date", "1|2023-03-15"},
         ""},
        {"moments as texts",
         xlsx_of({{"n", "at"}, {"n:1", "n4:45000.25"}}, formats),
         "columns: {n: integer, at: text}",
         {"n:integer|at:text", "1|2023-03-15 06:00"},
         ""},
    });
}

TEST_CASE("merged cells stand in each of their rows, but no number counts twice", "[data][workbook]") {
    const std::vector<CellRow> rows{{"region", "town", "n"},
                                    {"North", "Kiel", "n:10"},
                                    {"", "Bremen", "n:20"},
                                    {"South", "Ulm", "n:40"},
                                    {"", "Passau", "n:5"}};
    const Lines filled{"region:text|town:text|n:integer", "North|Kiel|10", "North|Bremen|20", "South|Ulm|40",
                       "South|Passau|5"};
    const std::vector<CellRow> years{{"year", "q", "n"}, {"n:2025", "Q1", "n:1"}, {"", "Q2", "n:2"}};
    const std::vector<CellRow> amounts{{"town", "budget"}, {"Kiel", "n:40"}, {"Ulm", ""}, {"Bonn", "n:1"}};
    check_all({
        {"texts", xlsx_of(rows, {}, merge("A2:A3 A4:A5")), "", filled, ""},
        {"declared texts", xlsx_of(rows, {}, merge("A2:A3 A4:A5")), "columns: {region: text, town: text, n: integer}",
         filled, ""},
        {"years", xlsx_of(years, {}, merge("A2:A3")), "", {"year:year|q:text|n:integer", "2025|Q1|1", "2025|Q2|2"}, ""},
        {"a number of the key",
         xlsx_of({{"group", "q", "n"}, {"n:7", "Q1", "n:1"}, {"", "Q2", "n:2"}}, {}, merge("A2:A3")),
         "key: [group, q]",
         {"group:integer|q:text|n:integer", "7|Q1|1", "7|Q2|2"},
         ""},
        {"an amount",
         xlsx_of(amounts, {}, merge("B2:B3")),
         "",
         {"budget:text|town:text", "40|Kiel", "40|Ulm", "1|Bonn"},
         "cell B3 of “t.xlsx” is merged with cell B2, whose number 40 would count again"},
        {"an amount, unmerged in the workbook",
         xlsx_of(amounts, {}, merge("B2:B3")),
         "columns: {town: text, budget: integer}",
         {"town:text|budget:integer", "Kiel|20", "Ulm|20", "Bonn|1"},
         "would count again",
         0,
         "t.xlsx",
         xlsx_of({{"town", "budget"}, {"Kiel", "n:20"}, {"Ulm", "n:20"}, {"Bonn", "n:1"}})},
        {"rows that are two high hold one row of the table",
         xlsx_of({{"town", "n"}, {"Kiel", "n:1"}, {"", ""}, {"Ulm", "n:2"}}, {}, merge("A2:A3 B2:B3")),
         "",
         {"town:text|n:integer", "Kiel|1", "Ulm|2"},
         ""},
        {"cells merged over columns stand in the first",
         xlsx_of({{"town", "note", "n"}, {"Kiel", "", "n:1"}}, {}, merge("A2:B2")),
         "columns: {town: text, note: text, n: integer}",
         {"town:text|note:text|n:integer", "Kiel||1"},
         ""},
        {"a name above two rows of names",
         xlsx_of({{"town", "2025", ""}, {"", "Q1", "Q2"}, {"Kiel", "n:1", "n:2"}}, {}, merge("A1:A2 B1:C1")),
         "header-row: 2",
         {"town:text|c_2025_q1:integer|c_2025_q2:integer", "Kiel|1|2"},
         ""},
    });
}

TEST_CASE("two rows of names are one header row, once it is named", "[data][workbook]") {
    const std::vector<CellRow> merged{{"Group", "Team", "n:2024", "", "n:2025", ""},
                                      {"", "", "Q1", "Q2", "Q1", "Q2"},
                                      {"East", "Ulm", "n:1", "n:2", "n:3", "n:4"},
                                      {"West", "Bonn", "n:5", "n:6", "n:7", "n:8"}};
    const Lines read{"group:text|team:text|c_2024_q1:integer|c_2024_q2:integer|c_2025_q1:integer|c_2025_q2:integer",
                     "East|Ulm|1|2|3|4", "West|Bonn|5|6|7|8"};
    const auto question = "row 1 seems to name groups of the columns that row 2 names";
    auto below = merged;
    below.insert(below.begin(), {CellRow{"Teams"}, CellRow{}});
    const std::vector<CellRow> years{{"Team", "Sales", "", "Cost", ""},
                                     {"", "n:2024", "n:2025", "n:2024", "n:2025"},
                                     {"Ulm", "n:1.5", "n:2.5", "n:3.5", "n:4.5"},
                                     {"Bonn", "n:5.5", "n:6.5", "n:7.5", "n:8.5"}};
    const std::vector<CellRow> levels{{"Team", "n:2024", "", "", "", "Sum"},
                                      {"", "First half", "", "Second half", "", ""},
                                      {"", "Q1", "Q2", "Q3", "Q4", ""},
                                      {"Ulm", "n:1", "n:2", "n:3", "n:4", "n:10"}};
    check_all({
        {"merged", xlsx_of(merged, {}, merge("A1:A2 B1:B2 C1:D1 E1:F1")), "", read, question},
        {"merged over columns alone", xlsx_of(merged, {}, merge("C1:D1 E1:F1")), "", read, question},
        {"not merged", xlsx_of(merged), "", read, question},
        {"below a title", xlsx_of(below, {}, merge("A3:A4 B3:B4 C3:D3 E3:F3")), "", read,
         "row 1 has 1 cell, “Teams”; the names of the columns seem to be in rows 3 and 4"},
        {"below a title that is merged, too", xlsx_of(below, {}, merge("A1:F1 A3:A4 B3:B4 C3:D3 E3:F3")), "", read,
         "seem to be in rows 3 and 4"},
        {"years below groups",
         xlsx_of(years, {}, merge("A1:A2 B1:C1 D1:E1")),
         "",
         {"team:text|sales_2024:number|sales_2025:number|cost_2024:number|cost_2025:number", "Ulm|1.5|2.5|3.5|4.5",
          "Bonn|5.5|6.5|7.5|8.5"},
         question},
        {"three rows of names",
         xlsx_of(levels, {}, merge("A1:A3 B1:E1 B2:C2 D2:E2 F1:F3")),
         "header-row: 3",
         {"team:text|c_2024_first_half_q1:integer|c_2024_first_half_q2:integer|c_2024_second_half_q3:integer|"
          "c_2024_second_half_q4:integer|sum:integer",
          "Ulm|1|2|3|4|10"},
         ""},
        {"a title just above the names",
         xlsx_of({{"Teams of 2026"}, {"Team", "n", "m"}, {"Ulm", "n:1", "n:2"}, {"Bonn", "n:3", "n:4"}}, {},
                 merge("A1:B1")),
         "",
         {"team:text|n:integer|m:integer", "Ulm|1|2", "Bonn|3|4"},
         "seem to be in row 2"},
    });
}

TEST_CASE("titles above the table of a sheet and notes below it are named", "[data][workbook]") {
    const CellRow names{"Day", "Text", "Payee", "Amount", "Fee", "Balance"};
    const std::vector<CellRow> bank{{"Statement"},
                                    {"Printed:", "01.04.2026"},
                                    {"Kontostand:", "5.432,10 EUR"},
                                    {},
                                    names,
                                    {"2026-03-01", "Rent", "House", "n:-5", "n:0", "n:7"},
                                    {"2026-03-02", "Wage", "Firm", "n:9", "n:0", "n:16"}};
    const Lines booked{"day:date|text:text|payee:text|amount:integer|fee:integer|balance:integer",
                       "2026-03-01|Rent|House|-5|0|7", "2026-03-02|Wage|Firm|9|0|16"};
    auto paged = bank;
    paged[0] = {"Statement", "", "", "", "", "Page 1"};
    const std::vector<CellRow> table{{"town", "day", "n"},
                                     {"Bonn", "2026-01-01", "n:1"},
                                     {"Kiel", "2026-01-02", "n:2"},
                                     {"Ulm", "2026-01-03", "n:4"}};
    const Lines days{"town:text|day:date|n:integer", "Bonn|2026-01-01|1", "Kiel|2026-01-02|2", "Ulm|2026-01-03|4"};
    const auto and_then = [&](std::vector<CellRow> rows) {
        rows.insert(rows.begin(), table.begin(), table.end());
        return xlsx_of(rows);
    };
    auto undated = table;
    for (auto& row : undated) std::swap(row[0], row[1]);
    undated.push_back({"Source: the office"});
    check_all({
        {"rows of one and two cells", xlsx_of(bank), "", booked,
         "row 1 has 1 cell, “Statement”; the names of the columns seem to be in row 5"},
        {"a row as wide as the table", xlsx_of(paged), "", booked, "row 1 has 2 cells, “Statement”"},
        {"declared columns",
         xlsx_of(bank),
         "columns: {day: date, amount: integer, \"*\": skip}",
         {"day:date|amount:integer", "2026-03-01|-5", "2026-03-02|9"},
         "seem to be in row 5"},
        {"a column without a name is no title",
         xlsx_of({{"", "town", "land"}, {"a", "Bonn", "NW"}, {"b", "Kiel", "SH"}, {"c", "Ulm", "BW"}}),
         "",
         {"column_1:text|town:text|land:text", "a|Bonn|NW", "b|Kiel|SH", "c|Ulm|BW"},
         ""},
        {"a source", and_then({{}, {"Source: the office"}}), "", days,
         "row 6 of “t.xlsx” has one cell, “Source: the office”, and is read as a row"},
        {"a source in two rows", and_then({{"Note: .. not available"}, {"Source: the office"}}), "", days,
         "row 5 of “t.xlsx” has one cell, “Note: .. not available”"},
        {"a total and a source", and_then({{"Total", "", "n:7"}, {}, {"Source: the office"}}), "", days,
         "row 5 of “t.xlsx” holds the sum of the rows above, “Total”"},
        {"a source below a column of days",
         xlsx_of(undated),
         "columns: {day: date, town: text, n: integer}",
         {"day:date|town:text|n:integer", "2026-01-01|Bonn|1", "2026-01-02|Kiel|2", "2026-01-03|Ulm|4"},
         "“Source: the office” is not a date"},
        {"a range has all its rows",
         and_then({{"Plön"}}),
         "sheet: Data!A1:C5",
         {"town:text|day:date|n:integer", "Bonn|2026-01-01|1", "Kiel|2026-01-02|2", "Ulm|2026-01-03|4", "Plön||"},
         ""},
        {"rows with missing values",
         and_then({{"Plön"}, {"Hof", "2026-01-04", "n:5"}, {"Jena"}}),
         "",
         {"town:text|day:date|n:integer", "Bonn|2026-01-01|1", "Kiel|2026-01-02|2", "Ulm|2026-01-03|4", "Plön||",
          "Hof|2026-01-04|5", "Jena||"},
         ""},
        {"a number that is the sum by chance",
         and_then({{"Jena", "2026-01-04", "n:7"}}),
         "",
         {"town:text|day:date|n:integer", "Bonn|2026-01-01|1", "Kiel|2026-01-02|2", "Ulm|2026-01-03|4",
          "Jena|2026-01-04|7"},
         ""},
        {"rows of blanks", and_then({{" ", "", " "}}), "", days, ""},
        {"numbers as texts, and booleans",
         xlsx_of({{"town", "n", "big"}, {"Bonn", "12", "x: t=\"b\"><v>1</v>"}, {"Kiel", "n:3", "x: t=\"b\"><v>0</v>"}}),
         "",
         {"town:text|n:integer|big:boolean", "Bonn|12|1", "Kiel|3|0"},
         ""},
    });
}

TEST_CASE("texts of a workbook are read without its escapes and hints", "[data][workbook]") {
    const auto shared = [](std::vector<std::string> texts) {
        Xlsx book;
        book.sheets = {{"Data", rows_xml({{"town", "n"}, {"x: t=\"s\"><v>0</v>", "n:1"}}), {}, {}, {}}};
        book.shared = std::move(texts);
        return xlsx(book);
    };
    const auto one = [](const std::string& text) { return Lines{"town:text|n:integer", text + "|1"}; };
    auto prefix = xlsx_of(kTownRows);
    check_all({
        {"rich text", shared({"<r><rPr><b/></rPr><t>Bo</t></r><r><t>nn</t></r>"}), "", one("Bonn"), ""},
        {"phonetic hints", shared({"<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"}), "", one("東京"), ""},
        {"a carriage return before a line feed", shared({"<t>Hall A_x000D_\nground</t>"}), "", one("Hall A\nground"),
         ""},
        {"a carriage return alone", shared({"<t>Hall A_x000D_ground</t>"}), "", one("Hall A\nground"), ""},
        {"an escaped underscore", shared({"<t>a_x005F_x000D_b</t>"}), "", one("a_x000D_b"), ""},
        {"what looks like an escape", shared({"<t>x_x00_y_xZZZZ_</t>"}), "", one("x_x00_y_xZZZZ_"), ""},
        {"a pair of escapes", shared({"<t>_xD83D__xDE00_</t>"}), "", one("😀"), ""},
        {"the text of a formula", xlsx_of({{"town", "n"}, {"x: t=\"str\"><f>A1</f><v>Bonn_x000D_</v>", "n:1"}}),
         "columns: {town: text, n: integer}", one("Bonn"), ""},
        {"a boolean",
         xlsx_of({{"town", "big"}, {"Bonn", "x: t=\"b\"><v>1</v>"}, {"Ulm", "x: t=\"b\"><v>0</v>"}}),
         "",
         {"town:text|big:boolean", "Bonn|1", "Ulm|0"},
         ""},
        {"prefixed elements",
         zipped({{"_rels/.rels",
                  "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"/book/main.xml\"/>"
                  "</Relationships>"},
                 {"book/_rels/main.xml.rels",
                  "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"one.xml\"/></Relationships>"},
                 {"book/main.xml", prefixed("<workbook xmlns:x=\"m\" xmlns:r=\"q\"><sheets><sheet name=\"Data\" "
                                            "sheetId=\"7\" r:id=\"r1\"/></sheets></workbook>")},
                 {"book/one.xml", prefixed("<worksheet xmlns:x=\"m\"><sheetData>" + rows_xml(kTownRows) +
                                           "</sheetData></worksheet>")}}),
         "", kTowns, ""},
        {"rows and cells without their places",
         xlsx({{{"Data",
                 "<row><c t=\"inlineStr\"><is><t>town</t></is></c><c t=\"inlineStr\"><is><t>n</t></is></c></row>"
                 "<row><c t=\"inlineStr\"><is><t>Bonn</t></is></c><c><v>1</v></c></row>",
                 {},
                 {},
                 {}}},
               {},
               {},
               {},
               {}}),
         "", one("Bonn"), ""},
    });
}

TEST_CASE("faulty cells of a workbook are named, unless they are left out", "[data][workbook]") {
    const std::string wrong = "x: t=\"e\"><v>#REF!</v>", absent = "x: t=\"e\"><f>NA()</f><v>#N/A</v>";
    const auto with = [&](const std::string& cell) {
        return xlsx_of({{"town", "n"}, {"Bonn", "n:1"}, {"Kiel", cell}});
    };
    const std::string declared = "columns: {town: text, n: integer}";
    const Lines missing{"town:text|n:integer", "Bonn|1", "Kiel|"};
    check_all({
        {"an error among numbers", with(absent), "", missing, "also “#N/A” in cell B3"},
        {"an error in a declared column", with(wrong), declared, missing, "cell B3 of “t.xlsx” has the error #REF!"},
        {"an error among texts",
         xlsx_of({{"town", "n"}, {wrong, "n:1"}, {"Kiel", "n:2"}}),
         "",
         {"town:text|n:integer", "|1", "Kiel|2"},
         "cell A2 of “t.xlsx” has the error #REF!"},
        {"an error in a column that is left out",
         with(wrong),
         "columns: {town: text, n: skip}",
         {"town:text", "Bonn", "Kiel"},
         ""},
        {"a formula that was not computed", with("x:><f>B2+1</f>"), declared, kTowns,
         "cell B3 of “t.xlsx” has a formula without a result in the file", 0, "t.xlsx", with("x:><f>B2+1</f><v>2</v>")},
        {"a text among numbers", with("many"), declared, missing, "“many” is not a whole number"},
    });
}

TEST_CASE("a sheet, its position, a range, a name or a table is chosen", "[data][workbook]") {
    const auto rows = rows_xml(kTownRows), notes = rows_xml({{"Notes"}});
    const auto below = notes + rows_xml(kTownRows, 4) + rows_xml({{"Total", "n:3"}}, 8);
    const auto book = [&](const std::string& first, const std::string& second, const std::string& cells,
                          const std::string& names = {}) {
        return xlsx({{{first, notes, {}, {}, {}}, {second, cells, {}, {}, {}}}, {}, names, {}, {}});
    };
    const auto in_table =
        xlsx({{{"Q1 data", below, {}, {}, "<table displayName=\"Towns\" ref=\"A4:B8\" totalsRowCount=\"2\"/>"}},
              {},
              "<definedName name=\"rate\">OFFSET(Data!A1,1,1)</definedName>",
              {},
              {}});
    check_all({
        {"a name with a blank", book("Notes", "Q1 data", rows), "sheet: Q1 data", kTowns, ""},
        {"a range of it", book("Notes", "Q1 data", below), "sheet: \"'Q1 data'!A4:B6\"", kTowns, ""},
        {"whole columns of it", book("Notes", "It's", rows), "sheet: \"'It''s'!A:B\"", kTowns, ""},
        {"a position", book("Notes", "Data", rows), "sheet: 2", kTowns, ""},
        {"a range at a position", book("Notes", "Data", below), "sheet: 2!A4:B6", kTowns, ""},
        {"a sheet that is called as a number", book("Notes", "2024", rows), "sheet: 2024", kTowns, ""},
        {"a position that another sheet has as its name", book("2", "Data", rows), "sheet: 2", kTowns,
         "“2” is a sheet of “t.xlsx”, and the position of another one, “Data”", 1},
        {"a quoted number", book("Notes", "1", rows), "sheet: \"'1'\"", kTowns, ""},
        {"no sheet is named", book("Notes", "Data", rows), "", kTowns, "has 2 sheets, none called “t”", 1},
        {"another case of letters", book("Notes", "Data", rows), "sheet: data", kTowns, ""},
        {"an unknown sheet", book("Notes", "Data", rows), "sheet: Date", kTowns, "has no sheet “Date”", 0, "t.xlsx",
         book("Notes", "Date", rows)},
        {"a name of the workbook",
         book("Notes", "Data", below, "<definedName name=\"towns\">Data!$A$4:$B$6</definedName>"), "sheet: towns",
         kTowns, ""},
        {"a table without its totals", in_table, "sheet: Towns", kTowns, ""},
        {"a name that stands for no range", in_table, "sheet: rate", kTowns,
         "stands for “OFFSET(Data!A1,1,1)”, which is not a range of cells of one sheet", 0, "t.xlsx",
         xlsx({{{"Q1 data",
                 rows_xml({{""}, {""}}) + rows_xml({{"", "town", "n"}, {"", "Bonn", "n:1"}, {"", "Kiel", "n:2"}}, 3),
                 {},
                 {},
                 {}}},
               {},
               "<definedName name=\"rate\">'Q1 data'!$B$3:$C$20</definedName>",
               {},
               {}})},
        {"a title above", xlsx_of({{"Towns"}, {}, {"town", "n"}, {"Bonn", "n:1"}, {"Kiel", "n:2"}}), "", kTowns,
         "row 1 has 1 cell, “Towns”; the names of the columns seem to be in row 3"},
        {"notes beside", xlsx_of({{"town", "n"}, {"Bonn", "n:1", "", "Counted twice"}, {"Kiel", "n:2"}}), "", kTowns,
         "row 2 reaches to column D; the header row has 2 columns"},
        {"rows that are left out",
         xlsx_of({{"town", "n"}, {"", "people"}, {"Bonn", "n:1"}, {"Kiel", "n:2"}, {"Source: office"}}),
         "skip-rows: [2, 5-]", kTowns, ""},
    });
}

TEST_CASE("hidden rows and columns of a workbook are read, and said", "[data][workbook]") {
    const Folder folder;
    auto rows = rows_xml(kTownRows);
    rows.replace(rows.find("<row r=\"3\""), 10, "<row r=\"3\" hidden=\"1\"");
    const auto opened = database_of(
        folder, "t.xlsx",
        xlsx({{{"Data", rows, "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>", {}, {}}}, {}, {}, {}, {}}));
    CHECK(opened.query(text("SELECT * FROM t"), {}).value().rows.size() == 2);
    CHECK(opened.notes_of("t") == std::vector<std::string>{"the hidden row 3 of the sheet is read, too",
                                                           "the hidden column B of the sheet is read, too"});
}

TEST_CASE("small files that unpack to much are refused or cost little", "[data][workbook]") {
    std::vector<CellRow> rows{{"town", "n"}};
    std::string wide = rows_xml(rows);
    for (int row = 2; row < 20000; ++row)
        wide += "<row r=\"" + std::to_string(row) + "\"><c r=\"XFD" + std::to_string(row) + "\"><v>1</v></c></row>";
    std::string tags;
    for (int i = 0; i < 21'000'000; ++i) tags += "<a/>";
    const auto sheet = [](const std::string& content) {
        return xlsx({{{"Data", content, {}, {}, {}}}, {}, {}, {}, {}});
    };
    check_all({
        {"cells far to the right", sheet(wide), "", kTowns, "row 2 reaches to column XFD", 0, "t.xlsx",
         xlsx_of(kTownRows)},
        {"millions of tags", sheet(tags), "", kTowns,
         "a part of it has 21000003 tags and attributes; at most 12000000 are read", 0, "t.xlsx", xlsx_of(kTownRows)},
    });
}

TEST_CASE("a sheet with rows or cells out of order is refused", "[data][workbook]") {
    const auto sheet = [](const std::string& content) {
        return xlsx({{{"Data", content, {}, {}, {}}}, {}, {}, {}, {}});
    };
    const auto cell = [](const std::string& place, const std::string& text) {
        return "<c r=\"" + place + "\" t=\"str\"><v>" + text + "</v></c>";
    };
    const auto good = xlsx_of(kTownRows);
    const auto last_first = "<row r=\"1\">" + cell("F1", "n") + cell("A1", "town") + "</row>";
    const auto twice = "<row r=\"1\">" + cell("A1", "town") + cell("A1", "n") + "</row>";
    const auto upwards = rows_xml(kTownRows) + "<row r=\"2\">" + cell("A2", "Ulm") + "</row>";
    check_all({
        {"a cell behind a later one", sheet(last_first), "", kTowns, "cell A1 stands behind cell F1", 0, "t.xlsx",
         good},
        {"a cell twice", sheet(twice), "", kTowns, "cell A1 stands behind cell A1", 0, "t.xlsx", good},
        {"a row behind a later one", sheet(upwards), "", kTowns, "row 2 stands behind row 3", 0, "t.xlsx", good},
        {"a row behind the range", sheet(upwards), "sheet: Data!A1:B3", kTowns, "row 2 stands behind row 3", 0,
         "t.xlsx", good},
    });
}

TEST_CASE("files that are no workbooks say what they are", "[data][workbook]") {
    std::string encrypted = "\xD0\xCF\x11\xE0";
    for (const char c : std::string("EncryptedPackage")) encrypted += {c, '\0'};
    const auto good = xlsx_of(kTownRows);
    check_all({
        {"encrypted", encrypted, "", kTowns, "it is encrypted with a password", 0, "t.xlsx", good},
        {"the old format", "\xD0\xCF\x11\xE0 and so on", "", kTowns, "of the old format .xls", 0, "t.xlsx", good},
        {"a web page", "<html><table><tr><td>1</td></tr></table></html>", "", kTowns, "it is a web page", 0, "t.xlsx",
         good},
        {"an empty file", "", "", kTowns, "it is empty", 0, "t.xlsx", good},
        {"a text document", zipped({{"word/document.xml", "<w/>"}}), "", kTowns, "it is not a workbook", 0, "t.xlsx",
         good},
        {"a text", "town,n\nBonn,1\n", "", kTowns, "it is a text file with the ending of a workbook", 0, "t.xlsx",
         good},
        {"a text of an old program", "town\tn\nBonn\t1\n", "", kTowns, "it is a text file", 0, "t.xls", good},
        {"a workbook with an old ending", good, "", kTowns, "", 0, "t.xls"},
        {"a binary workbook", zipped({{"xl/workbook.bin", "?"}}), "", kTowns, "binary format .xlsb", 0, "t.xlsx", good},
        {"a damaged sheet",
         zipped({{"xl/workbook.xml",
                  "<workbook xmlns:r=\"q\"><sheets><sheet name=\"Data\" r:id=\"r1\"/></sheets></workbook>"}}),
         "", kTowns, "the sheet “Data” of “t.xlsx” cannot be read", 0, "t.xlsx", good},
        {"a workbook with macros", good, "", kTowns, "", 0, "t.xlsm"},
    });
}
