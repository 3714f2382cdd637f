// HTML: texts are escaped, end tags match, sums are those of the standards, a page holds its policy.
#include <string>

#include "catch.h"
#include "html/writer.h"

namespace html = precis::html;

TEST_CASE("texts and attributes are escaped, markup is not", "[html]") {
    html::Writer out;
    out.open("p", {{"title", "\"a\" & <b>"}, {"hidden", true}, {"inert", false}});
    out.text("1 < 2 & \"x\"\x01").lone("br").raw("<svg/>").element("em", "<i>");
    out.close();
    CHECK(out.take() ==
          "<p title=\"&quot;a&quot; &amp; &lt;b&gt;\" hidden>1 &lt; 2 &amp; "
          "&quot;x&quot;<br><svg/><em>&lt;i&gt;</em></p>");
}

TEST_CASE("end tags are those of the innermost open elements", "[html]") {
    html::Writer out;
    out.open("ul").open("li").text("a").close().open("li").close().close().close();
    CHECK(out.take() == "<ul><li>a</li><li></li></ul>");
}

TEST_CASE("no text ends a script that holds JSON", "[html]") {
    CHECK(html::json_in_script(R"({"a":"</script><!--"})") == R"({"a":"\u003c/script>\u003c!--"})");
}

TEST_CASE("sums in base64", "[html]") {
    // RFC 4648, 10.
    CHECK(html::base64("") == "");
    CHECK(html::base64("f") == "Zg==");
    CHECK(html::base64("fo") == "Zm8=");
    CHECK(html::base64("foobar") == "Zm9vYmFy");
    // CSP Level 3, 8.4.2 and FIPS 180-4's examples; two blocks, and a length that needs a block of its own.
    CHECK(html::sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK(html::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(html::sha256_base64("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
}

TEST_CASE("a page names its script and style in its policy and loads nothing", "[html]") {
    html::Page page;
    page.language = "ar";
    page.right_to_left = true;
    page.title = "A & B";
    page.style = "p{color:red}";
    page.script = "abc";
    page.body = "<p>x</p>\n";
    page.data = {{"application/json", "facts", "{\"a\":\"<\"}"}};
    const auto text = html::page(page);
    CHECK(text.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n"));
    CHECK(text.find("<title>A &amp; B</title>") != std::string::npos);
    CHECK(text.find("default-src 'none'; img-src data:; font-src data:; style-src 'sha256-" +
                    html::sha256_base64("p{color:red}") +
                    "'; script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='") != std::string::npos);
    CHECK(text.find("<script type=\"application/json\" id=\"facts\">{\"a\":\"\\u003c\"}</script>") !=
          std::string::npos);
    CHECK(text.ends_with("<script>abc</script>\n</body>\n</html>\n"));
    page.early = "abc";
    page.script = "abc";
    CHECK(html::content_security_policy(page).find(
              "script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'sha256-ungWv48Bz") !=
          std::string::npos);
    CHECK(html::page(page).find("<script>abc</script>\n</head>") != std::string::npos);
    page.early.clear();
    page.script.clear();
    CHECK(html::content_security_policy(page).find("script-src 'none'") != std::string::npos);
}
