// A project for a server, and what is said to it: by the SDK's client, or line by line.
#pragma once
#include <string>
#include <vector>

#include "catch.h"
#include "json/node.h"
#include "program.h"

namespace precis::test {

inline json::Node parsed(const std::string& text) {
    diag::Diagnostics faults;
    auto node = json::parse(std::make_shared<diag::SourceText>("answer", text)).take(faults);
    INFO(text);
    REQUIRE((node && faults.empty()));
    return std::move(*node);
}

/// What stands under a path of keys and numbers, as text; "absent" if there is none.
inline std::string at(const json::Node& node, const std::vector<std::string>& path) {
    const auto* now = &node;
    for (const auto& step : path) {
        if (now->kind == json::Node::Kind::array) {
            const auto index = std::stoul(step);
            now = index < now->items.size() ? &now->items[index] : nullptr;
        } else {
            now = now->find(step);
        }
        if (now == nullptr) return "absent";
    }
    if (now->kind == json::Node::Kind::boolean) return now->boolean ? "true" : "false";
    if (now->kind == json::Node::Kind::null) return "null";
    if (now->kind == json::Node::Kind::array) return std::to_string(now->items.size()) + " items";
    return now->kind == json::Node::Kind::object ? "object" : now->text.text;
}

/// The starter's project.
class Project {
  public:
    Project() : folder_("mcp") {
        const auto made = run({precis_program(), "new", root().string()}, folder_.path());
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
    }
    [[nodiscard]] std::filesystem::path root() const { return folder_ / "project"; }
    [[nodiscard]] std::filesystem::path outside() const { return folder_.path(); }

    /// The answers to lines that are written to the server, each parsed.
    [[nodiscard]] std::vector<json::Node> say(const std::vector<std::string>& lines) const {
        std::string text;
        for (const auto& line : lines) text += line + "\n";
        write_file(folder_ / "said.txt", text);
        const auto ran = run({"/bin/sh", "-c", "'" + precis_program() + "' mcp --root project <said.txt"}, outside());
        INFO(ran.err);
        CHECK(ran.exit_code == 0);
        return split(ran.out);
    }
    /// The same after `initialize` with a version, whose answer is left out.
    [[nodiscard]] std::vector<json::Node> ask(const std::vector<std::string>& lines,
                                              const std::string& version = "2025-06-18") const {
        std::vector<std::string> all{R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":")" +
                                     version + R"(","capabilities":{},"clientInfo":{"name":"t","version":"1"}}})"};
        all.insert(all.end(), lines.begin(), lines.end());
        auto answers = say(all);
        REQUIRE(!answers.empty());
        answers.erase(answers.begin());
        return answers;
    }
    /// The SDK's client at work (client.mjs).
    [[nodiscard]] std::vector<json::Node> client(const std::string& command, const std::string& word = {}) const {
        const std::filesystem::path source = PRECIS_SOURCE_DIR;
        const auto ran = run({"node", (source / "tests/mcp/client.mjs").string(), kept_outside("mcp-client").string(),
                              precis_program(), root().string(), command, word},
                             outside());
        INFO(ran.err << ran.out);
        REQUIRE(ran.exit_code == 0);
        return split(ran.out);
    }
    [[nodiscard]] std::vector<json::Node> calls(const std::string& json) const {
        write_file(folder_ / "calls.json", json);
        return client("calls", (folder_ / "calls.json").string());
    }

  private:
    static std::vector<json::Node> split(const std::string& text) {
        std::vector<json::Node> nodes;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            nodes.push_back(parsed(text.substr(begin, end - begin)));
            begin = end + 1;
        }
        return nodes;
    }
    Folder folder_;
};

}  // namespace precis::test
