// Malformed and unusual text files: each is read right, or one message says what to write, which is done to the letter.
#include "catch.h"
#include "unusual_case.h"

using namespace precis;
using namespace precis::data;
using namespace precis::data::testing;
using namespace std::string_literals;

namespace {

std::string utf16(std::string_view ascii, bool little, bool marked) {
    std::string out;
    const auto add = [&](char high, char low) { out += little ? std::string{low, high} : std::string{high, low}; };
    if (marked) add('\xFE', '\xFF');
    for (const char c : ascii) add('\0', c);
    return out;
}

const Lines kTowns{"town:text|n:integer", "Bonn|1", "Kiel|2"};

}  // namespace

TEST_CASE("the delimiter and the encoding of a text file are found out, or named", "[data][unusual]") {
    for (const auto& of : std::vector<FileCase>{
             {"semicolons", "town;n\nBonn;1\nKiel;2\n", "", kTowns, ""},
             {"bars", "town|n\nBonn|1\nKiel|2\n", "", kTowns, ""},
             {"tabs", "town\tn\nBonn\t1\nKiel\t2\n", "", kTowns, ""},
             {"commas in a .tsv", "town,n\nBonn,1\nKiel,2\n", "", kTowns, "", 0, "t.tsv"},
             {"semicolons in a .txt", "town;n\nBonn;1\nKiel;2\n", "", kTowns, "", 0, "t.txt"},
             {"semicolons, declared columns", "town;n\nBonn;1\nKiel;2\n", "columns: {town: text, n: integer}", kTowns,
              ""},
             {"semicolons and decimal commas",
              "town;x\nBonn;1,5\nKiel;2,25\n",
              "",
              {"town:text|x:number", "Bonn|1.5", "Kiel|2.25"},
              ""},
             {"decimal commas in quotes between commas",
              "town,x\nBonn,\"1,5\"\nKiel,\"2,25\"\n",
              "",
              {"town:text|x:number", "Bonn|1.5", "Kiel|2.25"},
              ""},
             {"decimal commas, declared column",
              "town;x\nBonn;3\nKiel;2,25\n",
              "columns: {town: text, x: number}",
              {"town:text|x:number", "Bonn|3", "Kiel|2.25"},
              ""},
             {"one column with semicolons in a cell",
              "town\nBonn\nKiel; Plön\n",
              "",
              {"town:text", "Bonn", "Kiel; Plön"},
              ""},
             {"two delimiters",
              "a;b,c\nx;y,1\nz;w,2\n",
              "",
              {"a_b:text|c:integer", "x;y|1", "z;w|2"},
              "several signs divide",
              0},
             {"two delimiters, the other",
              "a;b,c\nx;y,1\nz;w,2\n",
              "",
              {"a:text|b_c:text", "x|y,1", "z|w,2"},
              "several signs divide",
              1},
             {"Excel's line", "sep=;\ntown;n\nBonn;1\nKiel;2\n", "", kTowns, ""},
             {"Excel's line in quotes, a declared delimiter", "\"sep=;\"\r\ntown;n\r\nBonn;1\r\nKiel;2\r\n",
              "delimiter: \";\", columns: {town: text, n: integer}", kTowns, ""},
             {"a mark of UTF-8 and CRLF", "\xEF\xBB\xBFtown,n\r\nBonn,1\r\nKiel,2\r\n", "", kTowns, ""},
             {"UTF-16, little end first", utf16("town\tn\r\nBonn\t1\r\nKiel\t2\r\n", true, true), "", kTowns, "", 0,
              "t.tsv"},
             {"UTF-16, big end first", utf16("town,n\nBonn,1\nKiel,2\n", false, true),
              "columns: {town: text, n: integer}", kTowns, ""},
             {"UTF-16 without a mark", utf16("town,n\nBonn,1\nKiel,2\n", true, false), "", kTowns, "control character"},
             {"Windows", "town,n\nK\xF6ln,1\n", "", {"town:text|n:integer", "Köln|1"}, "not UTF-8"},
             {"Windows, declared columns",
              "town;n\nK\xF6ln \x80;1\n",
              "columns: {town: text, n: integer}",
              {"town:text|n:integer", "Köln €|1"},
              "not UTF-8"},
             {"gzip",
              "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x2b\xc9\x2f\xcf\xd3\xc9\xe3\x72\xca\xcf\xcb\xd3\x31\xe4"
              "\xf2\xce\x4c\xcd\xd1\x31\xe2\x02\x00\x98\x4f\x93\xe3\x15\x00\x00\x00"s,
              "", kTowns, "", 0, "t.csv.gz"}})
        check(of);
}

TEST_CASE("web pages and columns for the eye are refused by name", "[data][unusual]") {
    for (const auto& of :
         std::vector<FileCase>{{"a page for logging in", "\n<!DOCTYPE html>\n<html><body>Log in</body></html>\n", "",
                                kTowns, "“t.csv” is a web page", 0, "t.csv", "town,n\nBonn,1\nKiel,2\n"},
                               {"columns divided by blanks", "town   n\nBonn   1\nKiel   2\n", "", kTowns,
                                "blanks alone divide the rows", 0, "t.csv", "town,n\nBonn,1\nKiel,2\n"},
                               {"one column with two blanks in a cell",
                                "town\nBonn\nKiel  Ost\n",
                                "",
                                {"town:text", "Bonn", "Kiel  Ost"},
                                ""}})
        check(of);
}

TEST_CASE("rows and columns that hold nothing, and lines around the table, do not count", "[data][unusual]") {
    for (const auto& of : std::vector<FileCase>{
             {"delimiters at the ends of rows", "town,n\nBonn,1,\nKiel,2,\n", "", kTowns, ""},
             {"delimiters at all ends", "town;n;;\nBonn;1;;\nKiel;2;;\n", "", kTowns, ""},
             {"a delimiter at the end of the header row", "town,n,\nBonn,1\nKiel,2\n", "", kTowns, ""},
             {"declared columns and delimiters at all ends", "town,n,\nBonn,1,\nKiel,2,\n",
              "columns: {town: text, n: integer}", kTowns, ""},
             {"rows of delimiters", ",,\ntown,n\n,\nBonn,1\n \nKiel,2\n,,\n", "", kTowns, ""},
             {"a column without a name",
              ",town,n\n0,Bonn,1\n1,Kiel,2\n",
              "",
              {"column_1:integer|town:text|n:integer", "0|Bonn|1", "1|Kiel|2"},
              ""},
             {"a column without a name beside declared ones",
              ",town,n\n0,Bonn,1\n",
              "columns: {town: text, n: integer}",
              {"town:text|n:integer", "Bonn|1"},
              "column 1 has no name",
              0},
             {"a title", "Towns of 2026\n\ntown,n\nBonn,1\nKiel,2\n", "", kTowns, "seem to be in line 3"},
             {"a padded title and a note", "Towns;\nCounted in May;\n;\ntown;n\nBonn;1\nKiel;2\n", "", kTowns,
              "seem to be in line 4"},
             {"a title with a stray quote, left out", "The \"towns\n\ntown,n\nBonn,1\nKiel,2\n", "header-row: 3",
              kTowns, ""},
             {"a title above declared columns", "Towns\ntown,n\nBonn,1\nKiel,2\n", "columns: {town: text, n: integer}",
              kTowns, "seem to be in line 2"},
             {"a note at the end", "town,n\nBonn,1\nKiel,2\nSource: counted\n", "", kTowns, "this row has 1 cell"},
             {"notes at the end, left out", "town,n\nBonn,1\nKiel,2\n\n\"Notes\nCounted, by hand, in May\n",
              "skip-rows: [5-]", kTowns, ""},
             {"units under the header row",
              "town,n\n,million\nBonn,1\nKiel,2\nUlm,3\n",
              "",
              {"town:text|n:integer", "Bonn|1", "Kiel|2", "Ulm|3"},
              "but not “million” in line 2",
              0},
             {"a text above numbers",
              "town,n\nAu,all\nBonn,1\nKiel,2\nUlm,3\n",
              "",
              {"n:text|town:text", "all|Au", "1|Bonn", "2|Kiel", "3|Ulm"},
              "but not “all” in line 2",
              1},
             {"line breaks in quotes",
              "town,\"n\n(2026)\"\n\"Bonn\r\nam Rhein\",1\n",
              "",
              {"town:text|n_2026:integer", "Bonn\nam Rhein|1"},
              ""},
             {"blanks around quotes",
              "town, n\n\"Bonn\" ,1\n \"Kiel, Plön\", 2\n",
              "",
              {"town:text|n:integer", "Bonn|1", "Kiel, Plön|2"},
              ""},
             {"blanks at the ends of texts", "town,n\n  Bonn ,1\nKiel\xC2\xA0,2\n", "", kTowns, ""},
             {"blanks that are kept",
              "town,n\n  Bonn ,1\nKiel,2\n",
              "trim: false",
              {"town:text|n:integer", "  Bonn |1", "Kiel|2"},
              ""},
             {"two equal names", "n,n\n1,2\n", "", {"n:integer|n_2:integer", "1|2"}, ""},
             {"two equal names, one declared",
              "n,n\n1,2\n",
              "columns: {n: integer}",
              {"n:integer", "1"},
              "is in the header twice",
              0},
             {"two names alike",
              "Town n,town  N\n1,2\n",
              "",
              {"town_n_2:integer|town_n:integer", "2|1"},
              "gives the same column name"},
             {"names in capitals", "TOWN,N \nBonn,1\nKiel,2\n", "columns: {town: text, n: integer}", kTowns, ""},
             {"years as names",
              "town,2024,2025\nBonn,1,2\n",
              "",
              {"town:text|c_2024:integer|c_2025:integer", "Bonn|1|2"},
              ""}})
        check(of);
}

TEST_CASE("numbers in a notation of their own are read where it is declared, and else named", "[data][unusual]") {
    const Lines whole{"x:integer", "1234", "56"}, broken{"x:number", "1234.5", "6"};
    for (const auto& of : std::vector<FileCase>{
             {"points and a comma", "x\n\"1.234,5\"\n6\n", "", broken, "in a form that is not declared"},
             {"points and a comma, declared column", "x\n\"1.234,5\"\n6\n", "columns: {x: number}", broken,
              "in a form that is not declared"},
             {"blanks and a comma", "x;y\n1 234,5;\n6;\n", "columns: {x: auto, \"*\": skip}", broken,
              "in a form that is not declared"},
             {"no-break blanks",
              "x\n1\xE2\x80\xAF"
              "234.5\n6\n",
              "", broken, "in a form that is not declared"},
             {"apostrophes", "x\n1’234.5\n6\n", "", broken, "in a form that is not declared"},
             {"apostrophes, declared", "x\n1'234.5\n6\n", "thousands: \"'\"", broken, ""},
             {"millions", "x\n\"1,234,567\"\n1\n", "", {"x:integer", "1234567", "1"}, "in a form that is not declared"},
             {"lakhs", "x\n\"12,34,567\"\n1\n", "thousands: \",\"", {"x:integer", "1234567", "1"}, ""},
             {"a comma in doubt, thousands", "x\n\"1,234\"\n56\n", "", whole, "is 1234 or 1.234", 0},
             {"a comma in doubt, decimals",
              "x\n\"1,234\"\n56\n",
              "",
              {"x:number", "1.234", "56"},
              "is 1234 or 1.234",
              1},
             {"a comma beside points",
              "x\n\"1,234\"\n5.5\n",
              "",
              {"x:number", "1234", "5.5"},
              "separators between digits"},
             {"points beside commas",
              "x;y\n1.234;2,5\n56;3,5\n",
              "",
              {"x:integer|y:number", "1234|2.5", "56|3.5"},
              "separators between digits"},
             {"per cent", "x\n12.5 %\n3%\n", "", {"x:percent", "12.5", "3"}, "holds percentages"},
             {"per cent, with a decimal comma",
              "x;y\n12,5 %;a\n3,25 %;b\n",
              "columns: {x: percent, y: text}",
              {"x:percent|y:text", "12.5|a", "3.25|b"},
              ""},
             {"per cent, declared as numbers",
              "x\n12.5 %\n3%\n",
              "columns: {y: {type: text, header: x}}",
              {"y:text", "12.5 %", "3%"},
              ""},
             {"money", "x\n€ 12.50\n€3\n", "", {"x:currency", "12.5", "3"}, "holds amounts of money"},
             {"money with thousands",
              "x\n\"$1,234,567\"\n-$3\n",
              "",
              {"x:currency", "1234567", "-3"},
              "in a form that is not declared"},
             {"money by code",
              "x\n12 CHF\n3 CHF\n",
              "columns: {x: {type: currency, unit: CHF}}",
              {"x:currency", "12", "3"},
              ""},
             {"parentheses", "x\n(12)\n3\n", "", {"x:integer", "-12", "3"}, "in a form that is not declared"},
             {"parentheses around all", "x\n(1)\n(2)\n", "", {"x:text", "(1)", "(2)"}, ""},
             {"a minus sign of Unicode", "x\n−12.5\n3\n", "", {"x:number", "-12.5", "3"}, ""},
             {"plus signs and bare points", "x\n+12.5\n.5\n", "", {"x:number", "12.5", "0.5"}, ""},
             {"footnote marks", "x\n1234*\n56\n", "", whole, "in a form that is not declared"},
             {"two footnote marks", "x\n1234 (p)\n56[b]\n", "", whole, "in a form that is not declared"},
             {"a footnote mark beside others", "x\n1234†\n56*\n", "marks: [\"*\"]", whole,
              "in a form that is not declared"},
             {"letters as marks", "x\n1234 p\n56 e\n", "marks: [p, e]", whole, ""},
             {"words for no number", "x\n1.5\nNaN\n#N/A\n", "", {"x:number", "1.5", "", ""}, "“NaN” in line 3"},
             {"words for no number, declared column",
              "x\n1.5\ninf\n..\n",
              "columns: {x: number}",
              {"x:number", "1.5", "", ""},
              "“inf” in line 3"},
             {"marks for no number",
              "x;y\n[x];1\n5;(c)\n",
              "missing: [\"-\"]",
              {"x:integer|y:integer", "|1", "5|"},
              "“[x]” in line 2"},
             {"words for nothing in a text", "x\nNA\nBonn\n", "", {"x:text", "NA", "Bonn"}, ""},
             {"all of it",
              "x;y\n1.234,5*;n/a\n(6);3\n",
              "",
              {"x:number|y:integer", "1234.5|", "-6|3"},
              "in a form that is not declared"}})
        check(of);
}

TEST_CASE("a type is guessed from all cells of a column", "[data][unusual]") {
    for (const auto& of : std::vector<FileCase>{
             {"names of digits",
              "id,zip,phone,card number,n\n1,80331,123,4,5\n",
              "",
              {"id:text|zip:text|phone:text|card_number:text|n:integer", "1|80331|123|4|5"},
              ""},
             {"leading zeros", "plot,n\n01067,1\n80331,2\n", "", {"plot:text|n:integer", "01067|1", "80331|2"}, ""},
             {"digits that a number cannot hold",
              "x\n9007199254740993\n1\n",
              "",
              {"x:text", "9007199254740993", "1"},
              ""},
             {"the longest numbers", "x\n9007199254740992\n1\n", "", {"x:integer", "9007199254740992", "1"}, ""},
             {"years", "Year,n\n2021,1\n2022,2\n", "", {"year:year|n:integer", "2021|1", "2022|2"}, ""},
             {"years in German", "Baujahr;n\n1921;1\n2022;2\n", "", {"baujahr:year|n:integer", "1921|1", "2022|2"}, ""},
             {"a year that is none", "year,n\n2021,1\n12,2\n", "", {"year:integer|n:integer", "2021|1", "12|2"}, ""},
             {"numbers a year", "cost per year\n2021\n2022\n", "", {"cost_per_year:integer", "2021", "2022"}, ""},
             {"yes and no", "x,y\nYes,TRUE\nno,FALSE\n", "", {"x:boolean|y:boolean", "1|1", "0|0"}, ""},
             {"yes alone", "x,y\nyes,true\nyes,\n", "", {"x:text|y:text", "yes|true", "yes|"}, ""},
             {"declared booleans",
              "x,y\n1,t\n0,F\n",
              "columns: {x: boolean, y: boolean}",
              {"x:boolean|y:boolean", "1|1", "0|0"},
              ""},
             {"one word among many numbers", "x\n1\n2\n3\nmany\n", "", {"x:text", "1", "2", "3", "many"}, ""},
             {"columns left out", "a,b,c\n1,2,x\n", "columns: {b: percent, \"*\": skip}", {"b:percent", "2"}, ""},
             {"columns guessed",
              "a,b,c\n1,2,x\n",
              "columns: {b: percent, \"*\": auto}",
              {"b:percent|a:integer|c:text", "2|1|x"},
              ""},
             {"columns not declared, left out",
              "a,b,c\n1,2,x\n",
              "columns: {b: percent}",
              {"b:percent", "2"},
              "the columns “a” and “c” are not declared",
              0},
             {"columns not declared, guessed",
              "a,b,c\n1,2,x\n",
              "columns: {b: percent}",
              {"b:percent|a:integer|c:text", "2|1|x"},
              "the columns “a” and “c” are not declared",
              1},
             {"a label and a guessed type",
              "a\n1.5\n",
              "columns: {a: {type: auto, label: Anything}}",
              {"a:number", "1.5"},
              ""},
             {"a column left out by name",
              "a,b c,d\n1,2,x\n",
              "columns: {a: integer, b_c: skip, d: text}",
              {"a:integer|d:text", "1|x"},
              ""},
             {"a column left out of the guessed ones",
              "a,b\n1,2\n",
              "columns: {b: skip, \"*\": auto}",
              {"a:integer", "1"},
              ""}})
        check(of);
}

TEST_CASE("dates in other orders are read where a cell or the model settles them", "[data][unusual]") {
    const Lines july{"day:date", "2024-07-06", "2024-07-08"}, june{"day:date", "2024-06-07", "2024-08-07"};
    for (const auto& of : std::vector<FileCase>{
             {"settled by a day above 12",
              "day\n06/07/2024\n13/07/2024\n",
              "",
              {"day:date", "2024-07-06", "2024-07-13"},
              ""},
             {"settled, declared column",
              "day,n\n06.07.2024,1\n13.7.2024,2\n",
              "columns: {day: date, n: integer}",
              {"day:date|n:integer", "2024-07-06|1", "2024-07-13|2"},
              ""},
             {"the month first", "day\n7/6/2024\n7/13/2024\n", "", {"day:date", "2024-07-06", "2024-07-13"}, ""},
             {"the year first", "day\n2024/07/06\n2024/07/08\n", "", july, ""},
             {"in doubt, the day first", "day\n06/07/2024\n08/07/2024\n", "", july, "is 6 July 2024 or 7 June 2024", 0},
             {"in doubt, the month first", "day\n06/07/2024\n08/07/2024\n", "", june, "is 6 July 2024 or 7 June 2024",
              1},
             {"in doubt, declared column", "day\n06-07-2024\n08-07-2024\n", "columns: {day: date}", july,
              "is 6 July 2024 or 7 June 2024", 0},
             {"alike either way", "day\n06/06/2024\n08/08/2024\n", "", {"day:date", "2024-06-06", "2024-08-08"}, ""},
             {"two orders",
              "day\n13/07/2024\n07/14/2024\n",
              "",
              {"day:date", "2024-07-13", "2024-07-14"},
              "have two orders",
              0,
              "t.csv",
              "day\n13/07/2024\n14/07/2024\n"},
             {"declared for a column",
              "day,n\n06/07/2024,1\n",
              "columns: {day: {type: date, date-format: MM/DD/YYYY}, n: integer}",
              {"day:date|n:integer", "2024-06-07|1"},
              ""},
             {"two columns of dates",
              "from,to\n13/07/2024,14/07/2024\n06/07/2024,07/07/2024\n",
              "columns: {from: date, to: date}",
              {"from:date|to:date", "2024-07-13|2024-07-14", "2024-07-06|2024-07-07"},
              ""},
             {"months in letters", "day\n6 Jul 2024\n8 July 2024\n", "date-format: D MMM YYYY", july, ""},
             {"two digits of a year", "day\n06.07.24\n08.07.24\n", "date-format: DD.MM.YY", july, ""},
             {"without signs", "day\n20240706\n20240708\n", "columns: {day: date}, date-format: YYYYMMDD", july, ""},
             {"months",
              "m\n07/2024\n08/2024\n",
              "columns: {m: month}, date-format: MM/YYYY",
              {"m:month", "2024-07", "2024-08"},
              ""}})
        check(of);
}

TEST_CASE("two names that only blanks or the case of letters tell apart are reported", "[data][unusual][diag]") {
    const Folder folder;
    const auto out = outcome_of(folder, "t.csv", "town\nNew York\nBonn\nnew  york\nBonn\n", "");
    REQUIRE(out.diagnostics.size() == 1);
    CHECK(out.diagnostics[0].severity == diag::Severity::warning);
    CHECK_THAT(out.diagnostics[0].message, ContainsSubstring("“New York” and “new  york” (lines 2 and 4)"));
    CHECK(out.table.size() == 5);
    CHECK(outcome_of(folder, "t.csv", "town\nNew York\nNew York\n", "").diagnostics.empty());
}

TEST_CASE("rows beyond the limit are in a file without a name that only the user can read", "[data][unusual]") {
    const Folder folder;
    std::string csv = "n,words\n";
    for (int i = 0; i < 60'000; ++i)
        csv += std::to_string(i) + ",a text of some length for row " + std::to_string(i) + "\n";
    const auto opened = database_of(folder, "t.csv", csv, 1 << 20);
    const auto files = [] {
        std::vector<std::filesystem::perms> modes;
        for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code error;
            const auto target = std::filesystem::read_symlink(entry.path(), error).string();
            if (target.find("etilqs") == std::string::npos) continue;
            CHECK(target.ends_with("(deleted)"));
            modes.push_back(std::filesystem::status(entry.path()).permissions());
        }
        return modes;
    };
    const auto result = opened.query(text("SELECT count(*), sum(n), max(length(words)) FROM t"), {});
    REQUIRE(result.ok());
    CHECK(result.value().rows.front() ==
          std::vector<Cell>{std::int64_t{60'000}, std::int64_t{1'799'970'000}, std::int64_t{35}});
    using std::filesystem::perms;
    REQUIRE(files().size() == 1);
    CHECK((files().front() & perms::all) == (perms::owner_read | perms::owner_write));
}

TEST_CASE("the keys of text files are refused where they say nothing", "[data][unusual][diag]") {
    const Folder folder;
    for (const auto& [keys, message] : std::vector<std::pair<std::string, std::string>>{
             {"encoding: ebcdic", "is not an encoding"},
             {"header-row: first", "is not a line"},
             {"skip-rows: [9-7]", "does not name lines"},
             {"thousands: \";\"", "cannot be a sign between thousands"},
             {"thousands: \",\", decimal: \",\"", "cannot be both"},
             {"date-format: DD/MM", "is not a form of dates"},
             {"columns: {n: {type: integer, date-format: DD/MM/YYYY}}", "does not hold dates"},
             {"columns: {\"*\": all}", "does not say what becomes"}}) {
        CAPTURE(keys);
        const auto out = outcome_of(folder, "t.csv", "n\n1\n", keys);
        REQUIRE(out.diagnostics.size() >= 1);
        CHECK_THAT(out.diagnostics[0].message, ContainsSubstring(message));
    }
    CHECK_THAT(outcome_of(folder, "t.json", "[{\"n\": 1}]", "encoding: utf-8").diagnostics.at(0).message,
               ContainsSubstring("CSV and TSV"));
}
