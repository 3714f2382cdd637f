#include "base/address.h"

#include "catch.h"

using precis::base::safe_address;

TEST_CASE("only addresses of the web and of mail are linked", "[base][address]") {
    CHECK(safe_address("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d");
    CHECK(safe_address("HTTP://example.org") == "http://example.org");
    CHECK(safe_address("mailto:desk@example.org") == "mailto:desk@example.org");
    for (const auto* other :
         {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "vbscript:x", "data:text/html,x",
          "file:///etc/passwd", "file://server/share", "smb://server/share", "ms-msdt:/id", "\\\\server\\share",
          "//server/share", "page.html", "", ":", "http:", "https://", "mailto:", "ftp://example.org/", "#part"}) {
        CAPTURE(other);
        CHECK_FALSE(safe_address(other).has_value());
    }
}

TEST_CASE("characters that an address cannot have are encoded, once", "[base][address]") {
    CHECK(safe_address("https://example.org/a b") == "https://example.org/a%20b");
    CHECK(safe_address("https://example.org/Größe?q=\"x\"") == "https://example.org/Gr%C3%B6%C3%9Fe?q=%22x%22");
    CHECK(safe_address("https://example.org/%20%zz") == "https://example.org/%20%25zz");
    CHECK(safe_address("https://example.org/a\nb\x01") == "https://example.org/a%0Ab%01");
}
