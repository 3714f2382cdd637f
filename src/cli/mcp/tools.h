// cli/mcp/tools.h: the tools that `precis mcp` offers, a row each, with their parameters.
//
// `tools/list`, the check of a call's arguments and the table in docs/mcp.md all come from these rows, so a parameter
// that a client is told of is one that is read. Nothing here reads a file.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "json/node.h"
#include "json/writer.h"

namespace precis::cli::mcp {

enum class Kind { text, texts, flag, whole, number, settings };  // settings: an object of texts

struct Parameter {
    std::string_view name;
    Kind kind = Kind::text;
    std::string_view description;
    bool required = false;
    std::vector<std::string> words = {};  // a text must be one of these; empty: any
    double least = 0, most = 0;           // of whole and number
};

enum class ToolName { check, build, explain, data, schema, render };

struct Tool {
    ToolName id;
    std::string_view name, title, description;
    std::vector<Parameter> parameters;
    bool writes = false;  // below the out folder; else it only reads

    [[nodiscard]] const Parameter* find(std::string_view parameter) const;
};
[[nodiscard]] const std::vector<Tool>& tools();

/// The protocol's versions, oldest first; of each a client is told only what its version knows.
enum class Version { v2024_11_05, v2025_03_26, v2025_06_18 };
[[nodiscard]] std::string_view name_of(Version version);
/// The version of that name; else the newest, which the client may refuse.
[[nodiscard]] Version version_for(std::string_view name);

/// The result of `tools/list`: input schemas, and what the version knows of titles, annotations and output schemas.
void write_tools(json::Writer& out, Version version);

/// A call's arguments, each of its parameter's kind.
struct Values {
    std::map<std::string, std::vector<std::string>, std::less<>> texts;  // of text and texts
    std::map<std::string, bool, std::less<>> flags;
    std::map<std::string, double, std::less<>> numbers;
    std::map<std::string, std::map<std::string, std::string>, std::less<>> settings;

    [[nodiscard]] std::string text(std::string_view name) const;  // empty: not given
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;
};

/// The values; or a sentence about the first argument that the tool does not take as it is. `node` may be null.
[[nodiscard]] std::variant<Values, std::string> read_values(const Tool& tool, const json::Node* node);

}  // namespace precis::cli::mcp
