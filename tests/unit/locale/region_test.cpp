// The numbers and dates of one region in the words of another.
#include "catch.h"
#include "locale/locale.h"

using precis::locale::Locale;
using precis::locale::NumberFormat;

TEST_CASE("a locale with the numbers of a region keeps its words", "[locale]") {
    const auto british = *Locale::find("en-GB"), american = *Locale::find("en-US");
    const auto both = british.with_numbers_of(american);
    CHECK(both.tag() == "en-GB");
    CHECK(both.date("2026-04-07") == "April\u00a07, 2026");
    CHECK(both.date("2026-04-07") == american.date("2026-04-07"));
    CHECK(both.date_in_year("2026-04-07") == american.date_in_year("2026-04-07"));
    CHECK(both.short_date("2026-04-07") == american.short_date("2026-04-07"));
    CHECK(both.word("license") == british.word("license"));
    CHECK(british.date("2026-04-07") == "7\u00a0April 2026");
    const auto swiss = Locale::find("de")->with_numbers_of(*Locale::find("de-CH"));
    NumberFormat one;
    one.decimals = 1;
    CHECK(swiss.number(1234567.5, one) == Locale::find("de-CH")->number(1234567.5, one));
    CHECK(swiss.number(1234567.5, one) != Locale::find("de")->number(1234567.5, one));
    CHECK(swiss.word("source") == Locale::find("de")->word("source"));
    CHECK(swiss.with_words({{"source", "Beleg"}}).number(0.5, one) == "0.5");
}
