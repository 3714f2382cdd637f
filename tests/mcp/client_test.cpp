// `precis mcp` with the client of the protocol's own SDK: each tool, its errors, what memory it takes.
#include <algorithm>
#include <filesystem>

#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

bool client_is_there() {
    if (fs::exists(kept_outside("mcp-client") / "node_modules/@modelcontextprotocol/sdk")) return true;
    WARN("the SDK of the Model Context Protocol is not installed (./dev test does it): precis mcp is NOT put to it");
    return false;
}

std::string structured(const json::Node& answer, std::vector<std::string> path) {
    path.insert(path.begin(), "structuredContent");
    return at(answer, path);
}

}  // namespace

TEST_CASE("each tool answers the SDK's client", "[mcp]") {
    if (!client_is_there()) return;
    const Project project;
    const auto said = project.calls(R"([
        ["check", {}],
        ["build", {"briefings": ["monthly/briefing.yaml"], "outputs": ["report"], "formats": ["pdf"]}],
        ["explain", {"briefing": "monthly/briefing.yaml", "names": ["authors-now"]}],
        ["data", {"briefing": "monthly/briefing.yaml"}],
        ["data", {"briefing": "monthly/briefing.yaml", "sql": "SELECT count(*) AS n FROM activity"}],
        ["schema", {"kind": "briefing"}],
        ["schema", {"kind": "briefing", "part": "finding"}],
        ["schema", {"kind": "briefing", "part": "waterfall"}],
        ["render", {"briefing": "monthly/briefing.yaml", "output": "report", "page": 1, "dpi": 72}]
    ])");
    REQUIRE(said.size() == 10);
    CHECK(at(said[0], {"server", "name"}) == "precis");
    CHECK(at(said[0], {"tools"}) == "6 items");
    for (std::size_t i = 0; i < 6; ++i) {
        const auto index = std::to_string(i);
        const bool builds = at(said[0], {"tools", index, "name"}) == "build";
        CHECK(at(said[0], {"tools", index, "inputSchema", "additionalProperties"}) == "false");
        CHECK(at(said[0], {"tools", index, "annotations", "readOnlyHint"}) == (builds ? "false" : "true"));
        CHECK(at(said[0], {"tools", index, "annotations", "openWorldHint"}) == "false");
    }
    for (std::size_t i = 1; i < said.size(); ++i) {
        INFO(i);
        CHECK(at(said[i], {"isError"}) == "false");
        CHECK(structured(said[i], {"ok"}) == "true");
        CHECK(structured(said[i], {"findings"}) == "0 items");
    }
    CHECK(structured(said[2], {"written", "0"}) == "out/monthly/report.team.pdf");
    CHECK(fs::exists(project.root() / "out/monthly/report.team.pdf"));
    CHECK(structured(said[3], {"explained", "0", "name"}) == "authors-now");
    CHECK(structured(said[4], {"tables", "0", "name"}) == "activity");
    CHECK(structured(said[5], {"rows", "0", "n"}) == "15");
    CHECK(structured(said[6], {"schema", "properties", "briefing"}) == "object");
    CHECK(structured(said[7], {"schema", "properties", "text"}) == "object");
    CHECK(structured(said[8], {"form", "required-channels"}) == "2 items");
    CHECK(structured(said[9], {"page"}) == "1");
    CHECK(at(said[9], {"content", "0", "type"}) == "image");
    CHECK(at(said[9], {"content", "0", "mimeType"}) == "image/png");
    CHECK(at(said[9], {"content", "0", "data"}).starts_with("iVBORw0KGgo"));  // the eight bytes of every PNG
    CHECK(at(said[9], {"content", "1", "type"}) == "text");
}

TEST_CASE("the remedy of a finding, followed, makes a broken briefing pass", "[mcp]") {
    if (!client_is_there()) return;
    const Project project;
    const auto file = project.root() / "monthly/briefing.yaml";
    auto text = read_file(file);
    const std::string right = "subtitle:", wrong = "subtitel:";
    REQUIRE(text.find(right) != std::string::npos);
    text.replace(text.find(right), right.size(), wrong);
    write_file(file, text);
    const std::string check = R"([["check", {"briefings": ["monthly/briefing.yaml"]}],
                                  ["build", {"briefings": ["monthly/briefing.yaml"]}]])";
    const auto broken = project.calls(check);
    REQUIRE(broken.size() == 3);
    CHECK(at(broken[1], {"isError"}) == "false");  // what is wrong is what was asked
    CHECK(at(broken[2], {"isError"}) == "true");
    CHECK_FALSE(fs::exists(project.root() / "out"));
    const auto finding = [&](const char* key) { return structured(broken[1], {"findings", "0", key}); };
    CHECK(structured(broken[1], {"ok"}) == "false");
    CHECK(finding("code") == "unknown_key");
    CHECK(finding("severity") == "error");
    CHECK(finding("file") == "monthly/briefing.yaml");
    CHECK(finding("column") == "1");
    CHECK(finding("remedy") == "did you mean “subtitle”?");
    const auto line = std::stoul(finding("line")), column = std::stoul(finding("column")),
               end = std::stoul(finding("end-column"));
    const auto remedy = finding("remedy");
    const std::string open = "“";
    const auto begin = remedy.find(open) + open.size();
    const auto word = remedy.substr(begin, remedy.find("”") - begin);
    std::size_t at_line = 0;
    for (std::size_t i = 1; i < line; ++i) at_line = text.find('\n', at_line) + 1;
    text.replace(at_line + column - 1, end - column, word);
    write_file(file, text);
    const auto mended = project.calls(check);
    CHECK(structured(mended[1], {"ok"}) == "true");
    CHECK(at(mended[2], {"isError"}) == "false");
    CHECK(fs::exists(project.root() / "out/monthly/edition.json"));
}

TEST_CASE("wrong calls are refused with what to write instead", "[mcp]") {
    if (!client_is_there()) return;
    const Project project;
    const auto said = project.calls(R"([
        ["chek", {}],
        ["check", {"briefing": "monthly/briefing.yaml"}],
        ["check", {"briefings": "monthly/briefing.yaml"}],
        ["explain", {}],
        ["schema", {"kind": "briefings"}],
        ["render", {"briefing": "monthly/briefing.yaml", "page": 0}],
        ["render", {"briefing": "monthly/briefing.yaml", "dpi": 3000}],
        ["render", {"briefing": "monthly/briefing.yaml", "output": "report", "page": 99}],
        ["render", {"briefing": "monthly/briefing.yaml", "exhibit": "fig:none"}],
        ["render", {"briefing": "monthly/briefing.yaml", "output": "none"}],
        ["build", {"briefings": ["monthly/briefing.yaml"], "outputs": ["reprot"]}],
        ["check", {"briefings": ["monthly/none.yaml"]}],
        ["schema", {"kind": "briefing", "part": "findng"}],
        ["data", {"briefing": "monthly/briefing.yaml", "sql": "SELECT nothing FROM activity"}],
        ["data", {"briefing": "monthly/briefing.yaml", "sql": "DELETE FROM activity"}],
        ["check", {"date": "tomorrow"}]
    ])");
    REQUIRE(said.size() == 17);
    for (std::size_t i = 1; i <= 7; ++i) {
        INFO(i);
        CHECK(at(said[i], {"error", "code"}) == "-32602");
    }
    const auto has = [&](std::size_t answer, const std::vector<std::string>& path, const std::string& words) {
        INFO(answer << ": " << at(said[answer], path));
        CHECK(at(said[answer], path).find(words) != std::string::npos);
    };
    const std::vector<std::string> error{"error", "message"}, message{"structuredContent", "findings", "0", "message"},
        code{"structuredContent", "findings", "0", "code"}, remedy{"structuredContent", "findings", "0", "remedy"};
    has(1, error, "did you mean “check”?");
    has(2, error, "did you mean “briefings”?");
    has(3, error, "must be an array of strings");
    has(4, error, "needs the argument “briefing”");
    has(5, error, "did you mean “briefing”?");
    has(6, error, "a whole number from 1");
    has(7, error, "a number from 18 to 300");
    has(8, code, "page_not_there");
    has(8, remedy, "ask for a page from 1 to");
    has(9, code, "unknown_exhibit");
    has(10, code, "usage");
    has(11, message, "did you mean “report”?");
    has(12, code, "file_not_found");
    has(13, message, "did you mean “finding”?");
    has(14, code, "sql");
    has(15, code, "sql");
    has(16, remedy, "2026-08-31");
    for (const std::size_t i : {8U, 9U, 10U, 11U, 13U, 14U, 15U, 16U}) {
        INFO(i);
        CHECK(at(said[i], {"isError"}) == "true");
    }
}

TEST_CASE("a hundred calls leave the server's memory as it was", "[mcp][memory]") {
    if (!client_is_there()) return;
    const Project project;
    const auto said = project.client("memory", "100");
    REQUIRE(said.size() == 1);
    CHECK(at(said[0], {"failed"}) == "0");
    const auto early = std::stol(at(said[0], {"early"})), late = std::stol(at(said[0], {"late"}));
    INFO(early << " KB after 10 calls, " << late << " KB after 100");
    CHECK(late < early + 1024);
}

TEST_CASE("a client that asks for it hears that its call is at work, and for how long", "[mcp]") {
    if (!client_is_there()) return;
    const Project project;
    const auto said = project.client("progress");
    REQUIRE(said.size() == 1);
    CHECK(at(said[0], {"ok"}) == "true");
    CHECK(at(said[0], {"silent"}) == "true");
    CHECK(at(said[0], {"told", "0", "progress"}) == "0");
    CHECK(at(said[0], {"told", "0", "message"}) == "at work for 0 s");
}

TEST_CASE("a call that is cancelled ends, and the next one is answered", "[mcp]") {
    if (!client_is_there()) return;
    const Project project;
    const auto said = project.client("cancel");
    REQUIRE(said.size() == 1);
    CHECK(at(said[0], {"cancelled", "error"}) == "object");
    CHECK(at(said[0], {"after", "structuredContent", "ok"}) == "true");
    CHECK_FALSE(fs::exists(project.root() / "out/monthly/report.team.pdf"));
}
