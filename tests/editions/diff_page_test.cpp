// `precis diff --format html`: one file that loads nothing, with words, bars and pages; looked at in Chromium if it is
// there.
#include <set>

#include "catch.h"
#include "git_project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

/// Names of elements that are open at the end, or that end wrongly.
std::string unbalanced(const std::string& html) {
    const std::set<std::string> lone{"meta", "link", "hr", "br", "img"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto end = html.find('>', at);
        if (end == std::string::npos) return "a tag does not end";
        auto tag = html.substr(at + 1, end - at - 1);
        if (tag[0] == '!' || tag.back() == '/') continue;
        const bool closes = tag[0] == '/';
        const auto name = tag.substr(closes ? 1 : 0, tag.find_first_of(" >") - (closes ? 1 : 0));
        if (lone.contains(name)) continue;
        if (!closes) {
            open.push_back(name);
            if (name == "style") at = html.find("</style>", at) - 1;
            continue;
        }
        if (open.empty() || open.back() != name) return name;
        open.pop_back();
    }
    return open.empty() ? std::string() : open.back();
}

}  // namespace

TEST_CASE("the page is one file that loads nothing, with each change, its cause and two pages", "[editions][diff]") {
    const GitProject project;
    plant_changes(project);
    const auto ran = project.precis({"diff", "v1", "--format", "html", "-o", "changed.html"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.out == "changed.html\n");
    const auto html = read_file(project.root / "changed.html");
    CHECK(unbalanced(html).empty());
    CHECK_THAT(html, ContainsSubstring("default-src &#39;none&#39;") || ContainsSubstring("default-src 'none'"));
    CHECK(count_of(html, "http://") + count_of(html, "https://") == 0);
    CHECK(count_of(html, "<script") + count_of(html, " style=\"") + count_of(html, "url(") ==
          count_of(html, "url(data:font/woff2;base64,"));
    CHECK_THAT(html, ContainsSubstring("<h1>Share of sails, Harbour, rose from 19% to 52%, because the period is a "
                                       "new one</h1>"));
    for (const char* words :
         {"<b>3</b> <strong>Source lost or replaced</strong>", "<b>3</b> <strong>New period</strong>",
          "<b>2</b> <strong>Changed method</strong>", "<b>6</b> <strong>Revised value</strong>",
          "\u221220 source lost</text>", "+1 revised value</text>", "+9 new period</text>",
          "\u22122,500 changed method</text>", "revised value: its qualifier is another", "only the old edition prints",
          "<del>19%</del> <ins>52%</ins>", "Log of the west pier", "How to read."}) {
        INFO(words);
        CHECK_THAT(html, ContainsSubstring(words));
    }
    // Both pages, each a picture with boxes: grey on the old one, in the colour of the cause on the new one.
    CHECK(count_of(html, "<image ") == 2);
    CHECK(count_of(html, "data:image/png;base64,") == 2);
    CHECK(count_of(html, "<rect class=\"was\"") >= 11);
    for (const char* kind : {"s0", "s1", "s2", "s3"}) CHECK(count_of(html, "<rect class=\"" + std::string(kind)) > 0);

    // The same changes give the same bytes.
    REQUIRE(project.precis({"diff", "v1", "--format", "html", "-o", "again.html"}).exit_code == 0);
    CHECK(read_file(project.root / "again.html") == html);
}

TEST_CASE("records alone give a page without pictures, which says so", "[editions][diff]") {
    const GitProject project;
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::copy(project.root / "out/note", project.root / "before", fs::copy_options::recursive);
    plant_changes(project);
    REQUIRE(project.precis({"build"}).exit_code == 0);
    fs::remove_all(project.root / ".git");
    const auto ran = project.precis({"diff", "before", "out/note", "--format", "html"});
    REQUIRE(ran.exit_code == 0);
    CHECK(unbalanced(ran.out).empty());
    CHECK(count_of(ran.out, "<image ") == 0);
    CHECK_THAT(ran.out, ContainsSubstring("Pages are left out: they are drawn where the inputs of both editions are"));
    CHECK_THAT(ran.out, ContainsSubstring("Here changes of queries are not divided among their causes"));
}

TEST_CASE("in a browser the page asks for nothing, fits a phone and has no fault of access", "[editions][diff]") {
    const auto packages = kept_outside("web-browser");
    if (!fs::exists(packages / "node_modules/playwright-core") || !fs::exists("/usr/bin/chromium")) {
        WARN("Chromium or playwright-core is not installed (./dev test does it): the page is NOT looked at");
        return;
    }
    const GitProject project;
    plant_changes(project);
    REQUIRE(project.precis({"diff", "v1", "--format", "html", "-o", "changed.html"}).exit_code == 0);
    const auto look = fs::path(PRECIS_SOURCE_DIR) / "tests/web/look.mjs";
    const auto ran = run({"/usr/bin/env", "node", look.string(), packages.string(), "axe,overlap,plain,print",
                          (project.root / "changed.html").string()},
                         project.root);
    INFO(ran.out + ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(count_of(ran.out, "\"fault\"") == 0);
    CHECK_THAT(ran.out, ContainsSubstring("\"axe\":6"));
}
