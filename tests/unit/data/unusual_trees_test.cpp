// JSON, JSON Lines, YAML and OpenDocument files as programs write them: each is read right, or one message says what to
// write, which is done to the letter.
#include "book_bytes.h"
#include "catch.h"
#include "unusual_case.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;

namespace {

using Cases = std::vector<FileCase>;

void check_all(const Cases& cases, const std::string& file) {
    for (auto of : cases) {
        if (of.file == "t.csv") of.file = file;
        check(of);
    }
}

const Lines kTowns{"town:text|n:integer", "Bonn|1", "Kiel|2"};
constexpr const char* kTownList = R"([{"town": "Bonn", "n": 1}, {"town": "Kiel", "n": 2}])";

std::string table(const std::string& rows, const std::string& name = "Data", const std::string& columns = {}) {
    return "<table:table table:name=\"" + name + "\">" + columns + rows + "</table:table>";
}
std::string row(const std::vector<std::string>& cells, const std::string& attributes = {}) {
    std::string xml = "<table:table-row " + attributes + ">";
    for (const auto& cell : cells) {
        if (cell.starts_with("<")) {
            xml += cell;
        } else if (cell.starts_with("n:")) {
            xml += "<table:table-cell office:value-type=\"float\" office:value=\"" + cell.substr(2) + "\"/>";
        } else {
            xml += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
        }
    }
    return xml + "</table:table-row>";
}
std::string typed_cell(const std::string& attributes) {
    return "<table:table-cell " + attributes + "/>";
}

}  // namespace

TEST_CASE("rows inside JSON and YAML files are found, or their path is named", "[data][tree]") {
    const auto list = std::string(kTownList);
    const auto inside = "{\"meta\": {\"page\": 1}, \"data\": {\"rows\": " + list + "}}";
    check_all(
        {
            {"a path", inside, "records: data.rows", kTowns, ""},
            {"a path that is not declared", inside, "", kTowns,
             "expected a list of rows, found a mapping that holds one"},
            {"two lists", "{\"old\": [[1]], \"new\": " + list + "}", "", kTowns, "found a mapping that holds one"},
            {"a wrong path", inside, "records: data.row", kTowns, "“records: data.row” leads to nothing"},
            {"a path to no list", inside, "records: meta.page", kTowns, "“records: meta.page” leads to no list"},
            {"a key with a dot", "{\"a.b\": " + list + "}", "records: a.b", kTowns, ""},
            {"YAML", "data:\n  rows:\n    - {town: Bonn, n: 1}\n    - {town: Kiel, n: 2}\n", "records: data.rows",
             kTowns, "", 0, "t.yaml"},
            {"JSON Lines",
             "{\"hits\": [{\"town\": \"Bonn\", \"n\": 1}]}\n{\"hits\": [{\"town\": \"Kiel\", \"n\": 2}]}\n",
             "records: hits", kTowns, "", 0, "t.jsonl"},
            {"lists of values", R"([["town", "n"], ["Bonn", 1], ["Kiel", 2]])", "", kTowns, ""},
            {"lists of values inside", R"({"d": [["town", "n"], ["Bonn", 1], ["Kiel", 2]]})", "records: d", kTowns, ""},
            {"lists of other lengths", R"([["town", "n"], ["Bonn"]])", "", kTowns, "not a list of 2 values", 0,
             "t.json", R"([["town", "n"], ["Bonn", 1], ["Kiel", 2]])"},
        },
        "t.json");
}

TEST_CASE("tables as programs and services write them in JSON are read, or their path is named", "[data][tree]") {
    const std::string split =
        R"({"columns": ["day", "n"], "index": [0, 1], "data": [["2026-01-01", 1], ["2026-01-02", 2]]})";
    const Lines days{"day:date|n:integer", "2026-01-01|1", "2026-01-02|2"};
    const std::string feature = R"({"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.1, 50.7]}, )";
    const auto features = R"({"type": "FeatureCollection", "features": [)" + feature +
                          R"("properties": {"town": "Bonn", "n": 1}}, )" + feature +
                          R"("properties": {"town": "Kiel", "n": 2}}]})";
    const Lines shown{"type:text|geometry_type:text|properties_town:text|properties_n:integer", "Feature|Point|Bonn|1",
                      "Feature|Point|Kiel|2"};
    const auto bank =
        R"([{"page": 1, "pages": 1, "total": 2}, [{"country": {"id": "DE", "value": "Germany"}, "date": "2024", )"
        R"("value": 1.5}, {"country": {"id": "FR", "value": "France"}, "date": "2024", "value": null}]])";
    check_all(
        {
            {"names beside the rows", split, "", days, "found a mapping that holds one"},
            {"names beside the rows, declared", split, "records: data", days, ""},
            {"names beside rows of texts",
             R"({"header": ["town", "land"], "rows": [["Bonn", "NW"], ["Kiel", "SH"]]})",
             "records: rows",
             {"town:text|land:text", "Bonn|NW", "Kiel|SH"},
             ""},
            {"mappings of names beside the rows",
             R"({"fields": [{"id": "town", "type": "text"}, {"id": "n", "type": "int"}], "rows": [["Bonn", 1], ["Kiel", 2]]})",
             "", kTowns, "found a mapping that holds one"},
            {"names far from the rows",
             R"({"meta": {"view": {"columns": [{"id": -1, "name": "sid"}, {"id": 7, "name": "town"}, {"id": 8, "name": "n"}], )"
             R"("tags": ["a", "b"]}}, "data": [["row-x", "Bonn", 1], ["row-y", "Kiel", 2]]})",
             "",
             {"sid:text|town:text|n:integer", "row-x|Bonn|1", "row-y|Kiel|2"},
             "found a mapping that holds one"},
            {"a list that only describes the columns of another",
             R"({"result": {"fields": [{"id": "town"}, {"id": "n"}], "records": [{"town": "Bonn", "n": 1}, )"
             R"({"town": "Kiel", "n": 2}]}})",
             "", kTowns, "found a mapping that holds one"},
            {"equal names beside the rows",
             R"({"columns": ["n", "n"], "data": [[1, 2]]})",
             "records: data",
             {"n:integer|n_2:integer", "1|2"},
             ""},
            {"rows of another width than the names",
             R"({"columns": ["day", "n"], "data": [["2026-01-01", 1], ["2026-01-02"]]})", "records: data", days,
             "not a list of 2 values, one for each name of a column", 0, "t.json", split},
            {"columns of indices", R"({"town": {"0": "Bonn", "1": "Kiel"}, "n": {"0": 1, "1": 2}})", "", kTowns, ""},
            {"rows of indices", R"({"0": {"town": "Bonn", "n": 1}, "1": {"town": "Kiel", "n": 2}})", "", kTowns, ""},
            {"columns of lists", R"({"town": ["Bonn", "Kiel"], "n": [1, 2]})", "", kTowns, ""},
            {"columns of lists inside",
             R"({"latitude": 50.7, "units": {"n": "mm"}, "hourly": {"town": ["Bonn", "Kiel"], "n": [1, 2]}})", "",
             kTowns, "found a mapping that holds one"},
            {"rows behind a mapping about them",
             bank,
             "",
             {"country_id:text|country_value:text|date:year|value:number", "DE|Germany|2024|1.5", "FR|France|2024|"},
             ""},
            {"rows with their schema",
             R"({"schema": {"fields": [{"name": "town"}, {"name": "n"}]}, "data": )" + std::string(kTownList) + "}", "",
             kTowns, "found a mapping that holds one"},
            {"features", features, "", shown, "found a mapping that holds one"},
            {"features of some columns", features,
             "records: features, columns: {town: {type: text, header: properties.town}, "
             "n: {type: integer, header: properties.n}, \"*\": skip}",
             kTowns, ""},
            {"no names", R"([["2026-01-01", 1], ["2026-01-02", 2]])", "", days,
             "the first one holds “1” where the name of a column is expected", 0, "t.json",
             R"([["day", "n"], ["2026-01-01", 1], ["2026-01-02", 2]])"},
            {"no names inside",
             R"({"prices": [[1, 2], [3, 4]]})",
             "records: prices",
             {"a:integer|b:integer", "1|2", "3|4"},
             "the first one holds “1”",
             0,
             "t.json",
             R"({"prices": [["a", "b"], [1, 2], [3, 4]]})"},
            {"a list of values", R"(["Bonn", "Kiel"])", "", kTowns, "the list holds single values", 0, "t.json",
             kTownList},
            {"lists in every row",
             R"([{"town": "Bonn", "x": [1]}, {"town": "Kiel", "x": [2]}])",
             "",
             {"town:text", "Bonn", "Kiel"},
             "a cell of “x” is a list"},
            {"texts that are no names", R"([["2026-01-01", "1"], ["2026-01-02", "2"]])", "", days,
             "the first one holds “2026-01-01”", 0, "t.json",
             R"([["day", "n"], ["2026-01-01", "1"], ["2026-01-02", "2"]])"},
            {"years as names in quotes",
             R"([["town", "2024", "2025"], ["Bonn", 1, 2]])",
             "",
             {"town:text|c_2024:integer|c_2025:integer", "Bonn|1|2"},
             ""},
            {"JSON-stat",
             R"({"version": "2.0", "class": "dataset", "id": ["town"], "size": [2], "dimension": {"town": {"category": )"
             R"({"index": ["Bonn", "Kiel"]}}}, "value": [1, 2]})",
             "", kTowns, "the file is in the format JSON-stat", 0, "t.json", kTownList},
            {"a mapping of rows by name", R"({"Bonn": {"n": 1}, "Kiel": {"n": 2}})", "", kTowns,
             "found a mapping without one", 0, "t.json", kTownList},
        },
        "t.json");
}

TEST_CASE("nested mappings are columns with dots, and lists are named", "[data][tree]") {
    const Lines nested{"town:text|address_city:text|address_geo_lat:number", "A|Bonn|50.5", "B|Kiel|"};
    const std::string first = R"({"town": "A", "address": {"city": "Bonn", "geo": {"lat": 50.5}}})";
    const std::string second = R"({"town": "B", "address": {"city": "Kiel", "geo": null}})";
    const auto tags = R"([{"town": "Bonn", "n": 1, "tags": ["a", "b"]}, {"town": "Kiel", "n": 2, "tags": []}])";
    check_all(
        {
            {"JSON", "[" + first + ", " + second + "]", "", nested, ""},
            {"JSON Lines", first + "\n" + second + "\n", "", nested, "", 0, "t.jsonl"},
            {"YAML", "- {town: A, address: {city: Bonn, geo: {lat: 50.5}}}\n- {town: B, address: {city: Kiel}}\n", "",
             nested, "", 0, "t.yaml"},
            {"declared by its name in the file",
             "[" + first + ", " + second + "]",
             "columns: {town: text, city: {type: text, header: address.city}, \"*\": skip}",
             {"town:text|city:text", "A|Bonn", "B|Kiel"},
             ""},
            {"declared by the name that it gives",
             "[" + first + ", " + second + "]",
             "columns: {address_city: text, \"*\": skip}",
             {"address_city:text", "Bonn", "Kiel"},
             ""},
            {"a list that is left out", tags, "columns: {town: text, n: integer, tags: skip}", kTowns, ""},
            {"a list that is left out with the others", tags, "columns: {town: text, n: integer, \"*\": skip}", kTowns,
             ""},
            {"moments declared as days",
             R"([{"at": "2026-04-20T23:30:00Z", "n": 1}, {"at": "2026-04-21 08:30", "n": 2}])",
             "columns: {at: date, n: integer}",
             {"at:date|n:integer", "2026-04-20|1", "2026-04-21|2"},
             ""},
            {"milliseconds declared as days",
             R"([{"at": 1740816000000, "n": 1}, {"at": 1740902400000, "n": 2}])",
             "columns: {at: {type: date, date-format: unix}, n: integer}",
             {"at:date|n:integer", "2025-03-01|1", "2025-03-02|2"},
             ""},
            {"a list in a column of its own",
             R"([{"town": "Bonn", "tags": ["a"]}, {"town": "Kiel"}])",
             "",
             {"town:text", "Bonn", "Kiel"},
             "a cell of “tags” is a list, not a single value"},
            {"a list in a declared column",
             R"([{"town": "Bonn", "n": [1]}, {"town": "Kiel", "n": 2}])",
             "columns: {town: text, n: integer}",
             {"town:text", "Bonn", "Kiel"},
             "a cell of “n” is a list"},
        },
        "t.json");
}

TEST_CASE("OpenDocument spreadsheets are read", "[data][workbook]") {
    const auto header = row({"town", "n"});
    const auto towns = header + row({"Bonn", "n:1"}) + row({"Kiel", "n:2"});
    const auto percent = [](const char* value) {
        return typed_cell("office:value-type=\"percentage\" office:value=\"" + std::string(value) + "\"");
    };
    const auto money = [](const char* value) {
        return typed_cell("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"" +
                          std::string(value) + "\"");
    };
    check_all(
        {
            {"a table", ods(table(towns)), "", kTowns, ""},
            {"a million blank rows and columns",
             ods(table(towns + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
                               "table:number-columns-repeated=\"16384\"/></table:table-row>")),
             "", kTowns, ""},
            {"repeated rows and cells",
             ods(table(row({"a", "b", "c"}) +
                       row({"<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
                            "office:value=\"7\"/>",
                            "n:8"},
                           "table:number-rows-repeated=\"2\""))),
             "",
             {"a:integer|b:integer|c:integer", "7|7|8", "7|7|8"},
             ""},
            {"rows in groups",
             ods(table("<table:table-header-rows>" + header + "</table:table-header-rows><table:table-row-group>" +
                       row({"Bonn", "n:1"}) + "<table:table-row-group>" + row({"Kiel", "n:2"}) +
                       "</table:table-row-group></table:table-row-group>")),
             "", kTowns, ""},
            {"percentages",
             ods(table(row({"town", "share"}) + row({"Bonn", percent("0.68")}) + row({"Kiel", percent("1.04")}))),
             "",
             {"town:text|share:percent", "Bonn|68", "Kiel|104"},
             ""},
            {"currencies",
             ods(table(row({"town", "price"}) + row({"Bonn", money("2.5")}))),
             "",
             {"town:text|price:currency", "Bonn|2.5"},
             ""},
            {"days and times",
             ods(table(row({"day", "at", "open"}) +
                       row({typed_cell("office:value-type=\"date\" office:date-value=\"1900-02-28\""),
                            typed_cell("office:value-type=\"time\" office:time-value=\"PT08H05M00S\""),
                            typed_cell("office:value-type=\"boolean\" office:boolean-value=\"true\"")}) +
                       row({typed_cell("office:value-type=\"date\" office:date-value=\"2026-04-20\""),
                            typed_cell("office:value-type=\"time\" office:time-value=\"PT12H00M00S\""),
                            typed_cell("office:value-type=\"boolean\" office:boolean-value=\"false\"")}))),
             "",
             {"day:date|at:text|open:boolean", "1900-02-28|08:05|1", "2026-04-20|12:00|0"},
             ""},
            {"merged cells",
             ods(table(row({"region", "n"}) +
                       row({"<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\">"
                            "<text:p>North</text:p></table:table-cell>",
                            "n:1"}) +
                       row({"<table:covered-table-cell/>", "n:2"}))),
             "",
             {"region:text|n:integer", "North|1", "North|2"},
             ""},
            {"blanks, line breaks and comments",
             ods(table(header + row({"<table:table-cell office:value-type=\"string\"><office:annotation><text:p>Who?"
                                     "</text:p></office:annotation><text:p>Bonn<text:s text:c=\"2\"/><text:span>am"
                                     "</text:span> Rhein</text:p><text:p>north</text:p></table:table-cell>",
                                     "n:1"}))),
             "",
             {"town:text|n:integer", "Bonn  am Rhein\nnorth|1"},
             ""},
            {"an error",
             ods(table(header + row({"Bonn", "n:1"}) +
                       row({"Kiel",
                            "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\">"
                            "<text:p>#DIV/0!</text:p></table:table-cell>"}))),
             "columns: {town: text, n: integer}",
             {"town:text|n:integer", "Bonn|1", "Kiel|"},
             "cell B3 of “t.ods” has the error #DIV/0!"},
            {"a copy of another file's sheet",
             ods(table(towns) +
                 "<table:table table:name=\"'file:///prices.ods'#$Sheet1\"><table:table-source "
                 "xlink:href=\"prices.ods\"/>" +
                 row({"x"}) + "</table:table>"),
             "", kTowns, ""},
            {"two rows of names",
             ods(table(row({"<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>"
                            "Team</text:p></table:table-cell>",
                            "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"float\" "
                            "office:value=\"2024\"/>",
                            "<table:covered-table-cell/>"}) +
                       row({"<table:covered-table-cell/>", "Q1", "Q2"}) + row({"Bonn", "n:1", "n:2"}) +
                       row({"Kiel", "n:3", "n:4"}))),
             "",
             {"team:text|c_2024_q1:integer|c_2024_q2:integer", "Bonn|1|2", "Kiel|3|4"},
             "row 1 seems to name groups"},
            {"a note below, with a cell for each column of the sheet",
             ods(table(row({"town", "land", "n"}) + row({"Bonn", "NW", "n:1"}) + row({"Kiel", "SH", "n:2"}) +
                       row({"Source: the office", "<table:table-cell table:number-columns-repeated=\"16383\"/>"}))),
             "",
             {"town:text|land:text|n:integer", "Bonn|NW|1", "Kiel|SH|2"},
             "row 4 of “t.ods” has one cell"},
            {"a named range",
             ods(table(row({"Notes"}), "Notes") + table(row({"", "Towns"}) + towns, "Q1 data"), {},
                 "<table:named-expressions><table:named-range table:name=\"towns\" "
                 "table:cell-range-address=\"$'Q1 data'.$A$2:.$B$4\"/></table:named-expressions>"),
             "sheet: towns", kTowns, ""},
            {"a range", ods(table(row({"Towns"}) + towns, "Q1 data")), "sheet: \"'Q1 data'!A2:B4\"", kTowns, ""},
            {"encrypted",
             zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"content.xml", "\x01\x02"},
                     {"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"}}),
             "", kTowns, "it is encrypted with a password", 0, "t.ods", ods(table(towns))},
        },
        "t.ods");
}

TEST_CASE("an OpenDocument spreadsheet with all that an office program writes is read", "[data][workbook]") {
    const auto cell = [](const std::string& style, const std::string& type, const std::string& value,
                         const std::string& shown) {
        return "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"" + type + "\" " + value +
               " calcext:value-type=\"" + type + "\"><text:p>" + shown + "</text:p></table:table-cell>";
    };
    const std::string note =
        "<office:annotation draw:style-name=\"gr1\" svg:width=\"2.9cm\" office:display=\"true\"><dc:creator>Ada"
        "</dc:creator><dc:date>2026-04-20T10:00:00</dc:date><text:p>Is it <text:span>so</text:span>?</text:p>"
        "</office:annotation>";
    const std::string empty_end = "<table:table-cell table:number-columns-repeated=\"16380\"/>";
    const auto rows =
        row({"town", "share", "price", "day", empty_end}, "table:style-name=\"ro1\"") +
        row({"<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\" calcext:value-type=\"string\">" +
                 note +
                 "<text:p>Bonn <text:span text:style-name=\"T1\">am</text:span> <text:a xlink:href=\"x\">Rhein"
                 "</text:a></text:p></table:table-cell>",
             cell("ce2", "percentage", "office:value=\"0.685\"", "68.50%"),
             cell("ce3", "currency", "office:currency=\"EUR\" office:value=\"2.5\"", "2.50 €"),
             cell("ce4", "date", "office:date-value=\"2026-04-20\"", "20.04.26"), empty_end}) +
        row({"Kiel", cell("ce2", "percentage", "table:formula=\"of:=[.B2]*2\" office:value=\"1.37\"", "137.00%"),
             cell("ce3", "currency", "office:currency=\"EUR\" office:value=\"3\"", "3.00 €"),
             cell("ce4", "date", "office:date-value=\"2026-04-21\"", "21.04.26"), empty_end},
            "table:visibility=\"filter\"") +
        "<table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row><table:table-cell "
        "table:style-name=\"ce1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    const std::string styles =
        "<number:percentage-style style:name=\"N11\"><number:number number:decimal-places=\"2\" "
        "number:min-decimal-places=\"2\" number:min-integer-digits=\"1\"/><number:text>%</number:text>"
        "</number:percentage-style><number:currency-style style:name=\"N106\"><number:number "
        "number:decimal-places=\"2\" number:min-decimal-places=\"2\" number:grouping=\"true\"/><number:text> "
        "</number:text><number:currency-symbol "
        "number:language=\"de\">€</number:currency-symbol></number:currency-style>"
        "<style:style style:name=\"ce2\" style:family=\"table-cell\" style:data-style-name=\"N11\"/>"
        "<style:style style:name=\"ce3\" style:family=\"table-cell\" style:parent-style-name=\"Default\" "
        "style:data-style-name=\"N106\"/>";
    const auto columns =
        "<office:forms form:automatic-focus=\"false\"/><table:shapes><draw:frame><draw:text-box><text:p>A box</text:p>"
        "</draw:text-box></draw:frame></table:shapes><table:table-column table:default-cell-style-name=\"ce1\"/>"
        "<table:table-column table:number-columns-repeated=\"2\" table:default-cell-style-name=\"Default\"/>"
        "<table:table-column table:visibility=\"collapse\" table:default-cell-style-name=\"ce4\"/>";
    const Folder folder;
    const auto opened = database_of(folder, "t.ods", ods(table(rows, "Sheet1", columns), styles));
    const auto result = opened.query(text("SELECT * FROM t"), {});
    REQUIRE(result.ok());
    const auto& read = result.value();
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0] == std::vector<Cell>{"Bonn am Rhein", 68.5, 2.5, "2026-04-20"});
    CHECK(read.rows[1] == std::vector<Cell>{"Kiel", 137.0, 3.0, "2026-04-21"});
    CHECK(read.columns[2].unit == "EUR");
    CHECK(read.columns[2].decimals == 2);
    CHECK(opened.notes_of("t") == std::vector<std::string>{"the hidden row 3 of the sheet is read, too",
                                                           "the hidden column D of the sheet is read, too"});
}

TEST_CASE("lists without names inside a file get one message with both remedies", "[data][tree]") {
    const Folder folder;
    const auto out = outcome_of(folder, "t.json", R"({"volumes": [[5, 6]], "prices": [[1, 2], [3, 4]]})", "");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK_THAT(out.diagnostics[0].message, ContainsSubstring("the first one holds “1”"));
    CHECK_THAT(out.diagnostics[0].remedy, ContainsSubstring("then write “records: prices” in the table"));
    CHECK(outcome_of(folder, "t.json", R"({"volumes": [[5, 6]], "prices": [["a", "b"], [1, 2], [3, 4]]})",
                     "records: prices")
              .table == Lines{"a:integer|b:integer", "1|2", "3|4"});
}

TEST_CASE("what is left out of features is said", "[data][tree]") {
    const Folder folder;
    const auto opened =
        database_of(folder, "t.json",
                    R"([{"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.1, 50.7]}, )"
                    R"("properties": {"town": "Bonn"}}])");
    CHECK(opened.query(text("SELECT properties_town FROM t"), {}).value().rows.size() == 1);
    CHECK(opened.notes_of("t") == std::vector<std::string>{"the coordinates of the features are left out"});
}
