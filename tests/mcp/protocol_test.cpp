// `precis mcp` line by line: versions, errors of JSON-RPC, and that nothing outside the root is read or written.
#include <filesystem>
#include <regex>

#include "project.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

std::string initialize(const std::string& version) {
    return R"({"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":")" + version +
           R"(","capabilities":{},"clientInfo":{"name":"t","version":"1"}}})";
}
const std::string kList = R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})";
const std::string kPing = R"({"jsonrpc":"2.0","id":2,"method":"ping"})";

std::string call(const std::string& tool, const std::string& arguments) {
    return R"({"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":")" + tool + R"(","arguments":)" +
           arguments + "}}";
}

}  // namespace

TEST_CASE("the version is the client's if it is known, else the newest", "[mcp]") {
    const Project project;
    for (const std::string version : {"2024-11-05", "2025-03-26", "2025-06-18"})
        CHECK(at(project.say({initialize(version)}).at(0), {"result", "protocolVersion"}) == version);
    CHECK(at(project.say({initialize("2099-01-01")}).at(0), {"result", "protocolVersion"}) == "2025-06-18");
    const auto oldest = project.ask({kList, call("check", "{}")}, "2024-11-05");
    CHECK(at(oldest.at(0), {"result", "tools", "0", "inputSchema"}) == "object");
    CHECK(at(oldest.at(0), {"result", "tools", "0", "annotations"}) == "absent");
    CHECK(at(oldest.at(1), {"result", "structuredContent"}) == "absent");
    CHECK(at(parsed(at(oldest.at(1), {"result", "content", "0", "text"})), {"ok"}) == "true");
    const auto middle = project.ask({kList}, "2025-03-26");
    CHECK(at(middle.at(0), {"result", "tools", "0", "annotations"}) == "object");
    CHECK(at(middle.at(0), {"result", "tools", "0", "outputSchema"}) == "absent");
    CHECK(at(project.ask({kList}).at(0), {"result", "tools", "0", "outputSchema"}) == "object");
}

TEST_CASE("errors are those of JSON-RPC, notifications and responses are passed over", "[mcp]") {
    const Project project;
    CHECK(at(project.say({kList}).at(0), {"error", "code"}) == "-32600");  // before initialize
    CHECK(at(project.say({kPing}).at(0), {"result"}) == "object");
    const auto said = project.ask({
        "no JSON",
        R"({"jsonrpc":"1.0","id":4,"method":"ping"})",
        R"({"jsonrpc":"2.0","id":5})",
        R"({"jsonrpc":"2.0","id":"six","method":"tools/lists"})",
        R"({"jsonrpc":"2.0","id":7,"method":"tools/list","params":[]})",
        R"({"jsonrpc":"2.0","id":8,"method":"tools/list","params":{"cursor":"x"}})",
        R"({"jsonrpc":"2.0","id":null,"method":"ping"})",
        R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
        R"({"jsonrpc":"2.0","method":"notifications/unheard-of"})",
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":999}})",
        R"({"jsonrpc":"2.0","id":9,"result":{}})",
        "",
        R"({"jsonrpc":"2.0","id":1e2,"method":"ping"})",
        "[" + kPing + "]",
    });
    const std::vector<std::pair<std::string, std::string>> expected{
        {"null", "-32700"}, {"4", "-32600"},    {"5", "-32600"},   {"six", "-32601"}, {"7", "-32602"},
        {"8", "-32602"},    {"null", "-32600"}, {"1e2", "absent"}, {"null", "-32600"}};
    REQUIRE(said.size() == expected.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        INFO(i);
        CHECK(at(said[i], {"id"}) == expected[i].first);
        CHECK(at(said[i], {"error", "code"}) == expected[i].second);
    }
    CHECK(at(said[3], {"error", "message"}).find("did you mean “tools/list”?") != std::string::npos);
}

TEST_CASE("a message that is too long or too deep is refused, and the next one answered", "[mcp]") {
    const Project project;
    constexpr std::size_t kTooLong = std::size_t{17} << 20U;
    const auto said = project.ask({"\"" + std::string(kTooLong, 'x') + "\"", kPing,
                                   R"({"jsonrpc":"2.0","id":4,"method":"ping","params":{"a":)" + std::string(100, '[') +
                                       std::string(100, ']') + "}}",
                                   kPing});
    REQUIRE(said.size() == 4);
    CHECK(at(said[0], {"error", "code"}) == "-32700");
    CHECK(at(said[0], {"error", "message"}).find("longer than 16 MB") != std::string::npos);
    CHECK(at(said[1], {"result"}) == "object");
    CHECK(at(said[2], {"error", "code"}) == "-32700");
    CHECK(at(said[3], {"result"}) == "object");
}

TEST_CASE("batches are of one version alone", "[mcp]") {
    const Project project;
    const auto batch = "[" + kPing + R"(,{"jsonrpc":"2.0","method":"notifications/initialized"},)" + kList + "]";
    const auto middle = project.ask({batch, "[]"}, "2025-03-26");
    REQUIRE(middle.size() == 2);
    CHECK(at(middle[0], {}) == "2 items");
    CHECK(at(middle[0], {"0", "id"}) == "2");
    CHECK(at(middle[0], {"1", "result", "tools"}) == "6 items");
    CHECK(at(middle[1], {"error", "code"}) == "-32600");
    for (const std::string version : {"2024-11-05", "2025-06-18"})
        CHECK(at(project.ask({batch}, version).at(0), {"error", "code"}) == "-32600");
}

TEST_CASE("a path that leads out of the root is refused", "[mcp]") {
    const Project project;
    const auto secret = project.outside() / "secret";
    fs::create_directories(secret);
    fs::copy(project.root(), secret / "copy", fs::copy_options::recursive);
    fs::create_directory_symlink(secret / "copy", project.root() / "link");
    fs::create_symlink(secret / "copy/monthly/briefing.yaml", project.root() / "monthly/linked.yaml");
    const auto refused = [&](const std::string& path) {
        for (const auto& words :
             {call("check", R"({"briefings":[")" + path + R"("]})"),
              call("build", R"({"briefings":[")" + path + R"("]})"),
              call("explain", R"({"briefing":")" + path + R"("})"), call("data", R"({"briefing":")" + path + R"("})"),
              call("render", R"({"briefing":")" + path + R"("})")}) {
            INFO(words);
            const auto said = project.ask({words}).at(0);
            CHECK(at(said, {"result", "isError"}) == "true");
            CHECK(at(said, {"result", "structuredContent", "findings", "0", "code"}) == "file_outside_root");
        }
    };
    refused("../secret/copy/monthly/briefing.yaml");
    refused("monthly/../../secret/copy/monthly/briefing.yaml");
    refused((secret / "copy/monthly/briefing.yaml").string());
    refused("link/monthly/briefing.yaml");
    refused("monthly/linked.yaml");
    CHECK_FALSE(fs::exists(secret / "copy/out"));
    CHECK(at(project
                 .ask({call("check",
                            R"({"briefings":[")" + (project.root() / "monthly/briefing.yaml").string() + R"("]})")})
                 .at(0),
             {"result", "structuredContent", "ok"}) == "true");  // absolute, but below the root
}

TEST_CASE("a briefing, a model and a project that name files outside are refused", "[mcp]") {
    const Project project;
    write_file(project.outside() / "secret.csv", "month,commits\n2026-01,1\n");
    const auto code_after = [&](const std::string& file, const std::string& from, const std::string& to) {
        const auto path = project.root() / file;
        const auto before = read_file(path);
        auto text = before;
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        write_file(path, text);
        const auto said = project.ask({call("build", R"({"briefings":["monthly/briefing.yaml"]})")}).at(0);
        write_file(path, before);
        CHECK(at(said, {"result", "isError"}) == "true");
        return at(said, {"result", "structuredContent", "findings", "0", "code"});
    };
    CHECK(code_after("data/model.yaml", "file: activity.csv", "file: ../../secret.csv") == "file_outside_root");
    CHECK(code_after("precis.yaml", "data/model.yaml", "../secret.yaml") == "file_outside_root");
    CHECK(code_after("precis.yaml", "out: out", "out: ../elsewhere") == "file_outside_root");
    CHECK_FALSE(fs::exists(project.outside() / "elsewhere"));
    fs::create_directory_symlink(project.outside(), project.root() / "out");
    const auto said = project.ask({call("build", R"({"briefings":["monthly/briefing.yaml"]})")}).at(0);
    CHECK(at(said, {"result", "structuredContent", "findings", "0", "code"}) == "file_outside_root");
    CHECK_FALSE(fs::exists(project.outside() / "monthly"));
}

TEST_CASE("a project above the root is not reached", "[mcp]") {
    const Project project;
    const auto briefing = read_file(project.root() / "monthly/briefing.yaml");
    write_file(project.outside() / "said.txt",
               initialize("2025-06-18") + "\n" + call("check", R"({"briefings":["briefing.yaml"]})") + "\n");
    const auto ran =
        run({"/bin/sh", "-c", "'" + precis_program() + "' mcp --root project/monthly <said.txt"}, project.outside());
    const auto second = ran.out.substr(ran.out.find('\n') + 1);
    const auto said = parsed(second.substr(0, second.find('\n')));
    CHECK(at(said, {"result", "structuredContent", "findings", "0", "code"}) == "file_outside_root");
    CHECK(at(said, {"result", "structuredContent", "findings", "0", "remedy"}).find("--root") != std::string::npos);
    CHECK(read_file(project.root() / "monthly/briefing.yaml") == briefing);
}

TEST_CASE("docs/mcp.md has the tools and their parameters as the server tells them", "[mcp]") {
    const Project project;
    const auto list = project.ask({kList}).at(0);
    const auto* tools = list.find("result")->find("tools");
    const auto page = read_file(fs::path(PRECIS_SOURCE_DIR) / "docs/mcp.md");
    std::string table;
    for (const auto& tool : tools->items) {
        std::string parameters;
        std::vector<std::string> required;
        if (const auto* names = tool.find("inputSchema")->find("required"))
            for (const auto& name : names->items) required.push_back(name.text.text);
        for (const auto& parameter : tool.find("inputSchema")->find("properties")->members) {
            const bool needed = std::find(required.begin(), required.end(), parameter.key.text) != required.end();
            parameters += (parameters.empty() ? "`" : ", `") + parameter.key.text + "`" + (needed ? "*" : "");
        }
        table += "| `" + at(tool, {"name"}) + "` | " + at(tool, {"description"}) + " | " + parameters + " |\n";
    }
    INFO(table);
    CHECK(page.find(table) != std::string::npos);
}
