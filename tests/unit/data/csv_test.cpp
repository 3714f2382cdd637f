#include "data/files/csv.h"

#include "catch.h"
#include "data/codes.h"
#include "diag/codes.h"
#include "model_in_memory.h"

using namespace precis;
using namespace precis::data;
using Table = std::vector<std::vector<std::string>>;

namespace {

Table all_rows(CsvReader& csv) {
    Table rows;
    while (csv.next() == CsvReader::Step::row) {
        auto& row = rows.emplace_back();
        for (const auto& cell : csv.cells()) row.emplace_back(cell.text);
    }
    return rows;
}

Table read(std::string_view text, char delimiter = ',') {
    CsvReader csv(text, delimiter);
    return all_rows(csv);
}

CsvFault fault_of(std::string_view text) {
    CsvReader csv(text, ',');
    auto step = CsvReader::Step::row;
    while (step == CsvReader::Step::row) step = csv.next();
    REQUIRE(step == CsvReader::Step::fault);
    CHECK(csv.next() == CsvReader::Step::end);
    return csv.fault();
}

}  // namespace

TEST_CASE("cells in quotes keep commas, quotes and line breaks", "[data][csv]") {
    CHECK(read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\n") ==
          Table{{"a", "b"}, {"x, y", "say \"hi\""}, {"two\nlines", ""}});
    CHECK(read("\"\"\"\",\"\"\"a\"\"\"\n") == Table{{"\"", "\"a\""}});
}

TEST_CASE("rows end with LF, CRLF, CR or the file, and blank lines are skipped", "[data][csv]") {
    const Table expected{{"a", "b"}, {"1", "2"}};
    for (const auto* text : {"a,b\n1,2", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "\n\na,b\n\n1,2\n\n"})
        CHECK(read(text) == expected);
    CHECK(read("").empty());
    CHECK(read("\xEF\xBB\xBF"
               "a,b\n1,2\n") == expected);
    CHECK(read("a;b\n1;2\n", ';') == expected);
    CHECK(read("a\tb\n1\t2\n", '\t') == expected);
    CHECK(read("a,b\n,\n") == Table{{"a", "b"}, {"", ""}});
}

TEST_CASE("a cell knows its bytes in the file, quotes and byte order mark included", "[data][csv]") {
    const std::string text =
        "\xEF\xBB\xBF"
        "a,b\n1,\"x \"\"y\"\"\"\n";
    CsvReader csv(std::string_view(text), ',');
    REQUIRE(csv.next() == CsvReader::Step::row);
    REQUIRE(csv.next() == CsvReader::Step::row);
    const auto& cell = csv.cells().at(1);
    CHECK(text.substr(cell.begin, cell.end - cell.begin) == "\"x \"\"y\"\"\"");
}

TEST_CASE("any table comes back as it was written, whatever its cells hold and wherever buffers end", "[data][csv]") {
    const data::testing::Folder folder;
    const std::vector<std::string> pieces{"", "a", "\"", ",", "\n", "\r\n", "é", "1.5", "\"\"", " "};
    std::string text;
    Table table;
    unsigned seed = 7;
    const auto pick = [&] { return pieces[(seed = seed * 1664525u + 1013904223u) >> 16 & 7u]; };
    for (int r = 0; r < 60'000; ++r) {
        auto& row = table.emplace_back();
        for (int c = 0; c < 3; ++c) {
            const auto cell = pick() + pick() + (r % 997 == 0 ? std::string(3000, 'x') : "") + pick();
            row.push_back(cell);
            text += c == 0 ? "\"" : ",\"";
            for (const char ch : cell) text += ch == '"' ? "\"\"" : std::string(1, ch);
            text += '"';
        }
        text += r % 2 == 0 ? "\n" : "\r\n";
    }
    CHECK(read(text) == table);
    CsvReader from_file(folder.write("t.csv", text), ',');
    CHECK(all_rows(from_file) == table);
}

TEST_CASE("faulty CSV is refused at its place", "[data][csv][diag]") {
    CHECK(fault_of("a,b\n1,x\"y\n").begin == 7);
    CHECK(fault_of("a,b\n\"x\"y,2\n").begin == 7);
    const auto open = fault_of("a,b\n1,\"never closed\n2,3\n");
    CHECK(open.begin == 6);
    CHECK(open.code == data::code::csv_syntax);
    CHECK(fault_of("a,b\n1,\xC3(\n").code == diag::code::not_utf8);
    CHECK(fault_of("a,b\n1,\xC3(\n").begin == 6);
    CHECK(fault_of(std::string_view("a\n1\0\n", 5)).code == diag::code::control_character);
}

TEST_CASE("a quote that is never closed does not fill the memory", "[data][csv][diag]") {
    const data::testing::Folder folder;
    std::string text = "a\n\"";
    text.append(20u << 20, 'x');
    CsvReader csv(folder.write("t.csv", text), ',');
    REQUIRE(csv.next() == CsvReader::Step::row);
    REQUIRE(csv.next() == CsvReader::Step::fault);
    CHECK_THAT(csv.fault().message, ContainsSubstring("16 MB"));
}
