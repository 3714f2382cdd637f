// Format codes as spreadsheet programs write them.
#include "data/cells/number_format.h"

#include "catch.h"
#include "data/files/sheet_range.h"

using namespace precis::data;
using Kind = NumberFormat::Kind;

TEST_CASE("number formats show percentages, currencies, dates and decimals", "[data][workbook]") {
    struct Row {
        const char* code;
        Kind kind;
        int decimals;
        const char* currency;
    };
    for (const auto& row : std::vector<Row>{
             {"General", Kind::plain, -1, ""},
             {"0", Kind::plain, 0, ""},
             {"#,##0.00", Kind::plain, 2, ""},
             {"#,##0.##", Kind::plain, -1, ""},
             {"0.00E+00", Kind::plain, -1, ""},
             {"# ?/?", Kind::plain, -1, ""},
             {"@", Kind::plain, -1, ""},
             {"0\" days\"", Kind::plain, 0, ""},
             {"0.0\" Mio. €\"", Kind::plain, 1, ""},
             {"[>=1000]#,##0;0.0", Kind::plain, 0, ""},
             {"[Red]0.0;[Blue]-0.00", Kind::plain, 1, ""},
             {"0%", Kind::percent, 0, ""},
             {"0.0\\ %", Kind::percent, 1, ""},
             {"[Green]+0.00%;[Red]-0.00%", Kind::percent, 2, ""},
             {"#,##0.00 [$€-407]", Kind::currency, 2, "EUR"},
             {"[$EUR] #,##0", Kind::currency, 0, "EUR"},
             {"\"$\"#,##0.00", Kind::currency, 2, "USD"},
             {"[$$-1009]#,##0.00", Kind::currency, 2, "CAD"},
             {"_-[$£-809]* #,##0.00_-;-[$£-809]* #,##0.00_-", Kind::currency, 2, "GBP"},
             {"_(\"$\"* #,##0_);_(\"$\"* \\(#,##0\\)", Kind::currency, 0, "USD"},
             {"#,##0\\ €", Kind::currency, 0, "EUR"},
             {"#,##0 [$kr-414]", Kind::currency, 0, "NOK"},
             {"#,##0 \"kr\"", Kind::plain, 0, ""},
             {"[$-409]#,##0.00", Kind::plain, 2, ""},
             {"yyyy-mm-dd", Kind::moment, -1, ""},
             {"[$-407]d. mmmm yyyy", Kind::moment, -1, ""},
             {"dd/mm/yy hh:mm", Kind::moment, -1, ""},
             {"h:mm AM/PM", Kind::moment, -1, ""},
             {"[h]:mm:ss", Kind::moment, -1, ""},
             {"mm:ss.0", Kind::moment, -1, ""},
         }) {
        CAPTURE(row.code);
        const auto format = number_format(row.code);
        CHECK(format.kind == row.kind);
        CHECK(format.decimals == row.decimals);
        CHECK(format.currency == row.currency);
    }
    CHECK(number_format("mmm yyyy") == NumberFormat{Kind::moment, -1, {}, false, true, true, false, false});
    CHECK(number_format("mm:ss") == NumberFormat{Kind::moment, -1, {}, false, false, false, true, false});
    CHECK(number_format("d.m.yy h:mm") == NumberFormat{Kind::moment, -1, {}, true, true, true, true, false});
    CHECK(number_format("[hh]:mm") == NumberFormat{Kind::moment, -1, {}, false, false, false, true, true});
    CHECK(built_in_format(10) == number_format("0.00%"));
    CHECK(built_in_format(14).is_date());
    CHECK(built_in_format(20).clock);
    CHECK(built_in_format(0) == NumberFormat{});
}

TEST_CASE("ranges and references of sheets", "[data][workbook]") {
    CHECK(range_of("B3:F20") == Range{{2, 3}, {6, 20}});
    CHECK(range_of("$AA$1") == Range{{27, 1}, {27, 1}});
    CHECK(range_of("B:D") == Range{{2, 1}, {4, 0}});
    CHECK(range_of("3:20") == Range{{1, 3}, {0, 20}});
    for (const auto* wrong : {"", ":", "B3:", "3", "B", "F20:B3", "B0", "b3", "B3:F", "XFE1", "B3:F20,H3:I4"}) {
        CAPTURE(wrong);
        CHECK_FALSE(range_of(wrong));
    }
    const auto quoted = reference_of("'It''s Q1!'!A1:B2");
    CHECK(quoted.sheet == "It's Q1!");
    CHECK(quoted.quoted);
    CHECK(quoted.cells == "A1:B2");
    CHECK(reference_of("Data").cells == std::nullopt);
    CHECK(reference_of("'2024'").sheet == "2024");
    CHECK(reference_of("'open").sheet == "'open");
    for (const auto* name : {"Data", "Q1 data", "2024", "It's", "Übersicht"}) {
        CAPTURE(name);
        CHECK(reference_of(sheet_text(name)).sheet == name);
    }
    CHECK(sheet_text("2024") == "'2024'");
    CHECK(letters(16384) == "XFD");
}
