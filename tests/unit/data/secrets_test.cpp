// Messages of drivers without what the connection string holds.
#include "data/odbc/secrets.h"

#include "catch.h"

using namespace precis::data::odbc;

TEST_CASE("a connection string is read in its parts", "[data][snapshot]") {
    using Parts = std::vector<std::pair<std::string, std::string>>;
    CHECK(parts_of("Driver={A; B};UID=me;PWD={a}}b;c};") == Parts{{"driver", "A; B"}, {"uid", "me"}, {"pwd", "a}b;c"}});
    CHECK(parts_of("DSN = lake ;; Pwd=x=y") == Parts{{"dsn", "lake"}, {"pwd", "x=y"}});
    CHECK(parts_of("PWD={open") == Parts{{"pwd", "open"}});
    CHECK(parts_of("PWD=") == Parts{{"pwd", ""}});
    CHECK(parts_of("only").front().second == "only");
    CHECK(parts_of("").empty());
    CHECK(sets("usedeclarefetch=0", "UseDeclareFetch"));
    CHECK_FALSE(sets("PWD=UseDeclareFetch=0", "UseDeclareFetch"));
}

TEST_CASE("no value of a connection string is left in a message", "[data][snapshot]") {
    const std::string connection =
        "Driver=/lib/psqlodbcw.so;Servername=db.example.org;Port=5432;Database=shop;UID=reader;PWD={s3;cret}";
    const auto clean = [&](const std::string& text) { return without_secrets(text, connection); };
    CHECK(clean("user \"reader\" at db.example.org:5432") == "user \"…\" at …:…");
    CHECK(clean("READER, s3;Cret") == "…, …");
    CHECK(clean(connection + " is wrong") == "… is wrong");
    CHECK(clean("can't open /lib/psqlodbcw.so\r\n\tnow") == "can't open /lib/psqlodbcw.so now");
    CHECK(without_secrets("ab1ba", "PWD=b;Fetch=1") == "a…1…a");  // secrets of any length, others from three bytes
    CHECK(without_secrets("abcabc", "AccessToken=abc;Tokens=bc") == "……");
    CHECK(without_secrets("nothing", "") == "nothing");
}
