// Archives are read back as they were written; other files are refused with a reason.
#include <string>

#include "catch.h"
#include "folder.h"
#include "zip/archive.h"

namespace precis::zip {
namespace {

TEST_CASE("parts are read back as they were written, in the same bytes each time", "[zip]") {
    const test::Folder folder("zip");
    REQUIRE(installed());
    const std::string small = "<a/>", nothing, large(3'000'000, 'x');
    const std::vector<Entry> entries{{"[Content_Types].xml", &small}, {"empty", &nothing}, {"a/b/large.xml", &large}};
    const auto bytes = written(entries);
    REQUIRE(!bytes.empty());
    CHECK(bytes.size() < 20'000);  // deflated
    CHECK(written(entries) == bytes);

    std::string why;
    const auto archive = Archive::open(folder.write("a.zip", bytes), why);
    REQUIRE(archive);
    CHECK(archive->part("[Content_Types].xml") == small);
    CHECK(archive->part("empty") == nothing);
    CHECK(archive->part("a/b/large.xml") == large);
    CHECK_FALSE(archive->part("a/b"));
}

TEST_CASE("a file that is not an archive is refused, and a damaged one gives no part", "[zip]") {
    const test::Folder folder("zip");
    std::string why;
    CHECK_FALSE(Archive::open(folder.write("text.xlsx", "name,value\n"), why));
    CHECK(why == "it is not a ZIP archive, as a workbook is");
    CHECK_FALSE(Archive::open(folder / "missing.xlsx", why));

    const std::string text(100'000, 'y');
    auto bytes = written({{"a", &text}});
    bytes.replace(40, 40, std::string(40, '\xff'));  // in the part's deflated bytes
    const auto damaged = Archive::open(folder.write("damaged.zip", bytes), why);
    if (damaged) CHECK_FALSE(damaged->part("a"));
}

}  // namespace
}  // namespace precis::zip
