// A row for each tool; schemas and checks are made from the rows.
#include "cli/mcp/tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "build/schema.h"
#include "vocabulary/format.h"

namespace precis::cli::mcp {
namespace {

constexpr double kMostPages = 100'000, kLeastDpi = 18, kMostDpi = 300;

Parameter briefing() {
    return {"briefing", Kind::text, "The briefing's file, relative to the root", true};
}
Parameter briefings() {
    return {"briefings", Kind::texts, "Files of briefings, relative to the root; without them, all of the project"};
}
Parameter outputs() {
    return {"outputs", Kind::texts, "Only these outputs"};
}
Parameter audiences() {
    return {"audiences", Kind::texts, "Only for these audiences"};
}
Parameter languages() {
    return {"languages", Kind::texts, "Only in these languages, such as fr"};
}
Parameter audience() {
    return {"audience", Kind::text, "As this audience reads it"};
}
Parameter language() {
    return {"language", Kind::text, "In this language, such as fr"};
}
Parameter set() {
    return {"set", Kind::settings, "Names of the briefing's values, and what replaces them for this call"};
}
Parameter date() {
    return {"date", Kind::text, "A date instead of the briefing's: 2026-08-31"};
}
Parameter strict() {
    return {"strict", Kind::flag, "Warnings are errors"};
}

std::vector<std::string> formats() {
    std::vector<std::string> words;
    for (const auto& row : vocabulary::Rows<vocabulary::Format>::all())
        if (!row.later) words.emplace_back(row.name);
    return words;
}

std::vector<std::string> kinds() {
    auto words = build::schema_kinds();
    for (auto& kind : build::schemas_of_printed()) words.push_back(std::move(kind));
    return words;
}

std::vector<Tool> make_tools() {
    return {
        {ToolName::check,
         "check",
         "Check briefings",
         "Reports all errors and warnings of briefings and their data, each with its place and what to write instead. "
         "Writes nothing.",
         {briefings(),
          outputs(),
          audiences(),
          languages(),
          set(),
          date(),
          strict(),
          {"labels", Kind::flag, "Also check the text on the painted pages: collisions, cut text, small print"},
          {"unused", Kind::flag, "Also report facts that no output shows and sources that none cites"}}},
        {ToolName::build,
         "build",
         "Build briefings",
         "Builds briefings into reports, decks and charts, below the project's out folder. With an error nothing is "
         "written, and the last good files stay.",
         {briefings(),
          outputs(),
          audiences(),
          languages(),
          {"formats", Kind::texts, "Instead of the outputs' own formats", false, formats()},
          set(),
          date(),
          strict(),
          {"force", Kind::flag, "Build and write all, even what has not changed"}},
         true},
        {ToolName::explain,
         "explain",
         "Explain numbers",
         "Says where numbers come from and where they are printed: fact or query, sources, rows, pages.",
         {briefing(),
          {"names", Kind::texts,
           "Names of facts and values, or printed numbers such as “42 %”; without them, all of the briefing"},
          outputs(),
          audience(),
          language(),
          set(),
          date()}},
        {ToolName::data,
         "data",
         "List data or run a query",
         "Lists a briefing's tables with their columns, its facts and its sources; or gives the rows of an SQL query, "
         "which can only read. Databases outside are not asked.",
         {briefing(), {"sql", Kind::text, "A query, run as in the briefing"}, audience(), language(), set(), date()}},
        {ToolName::schema,
         "schema",
         "JSON Schema of a file or part",
         "The JSON Schema of a kind of file, of one of its parts (finding, chart, annotation …) or keys, or of a chart "
         "form with its channels.",
         {{"kind", Kind::text, "The kind of file", true, kinds()},
          {"part", Kind::text, "A part, a key or a chart form, such as finding or waterfall; without it, the file"}}},
        {ToolName::render,
         "render",
         "Show a page or a chart",
         "A page of an output, or one exhibit, as a PNG picture. Writes nothing.",
         {briefing(),
          {"output", Kind::text, "As this output shows it; default: the first"},
          audience(),
          language(),
          {"page", Kind::whole, "The page, counted from 1; default: 1", false, {}, 1, kMostPages},
          {"exhibit", Kind::text, "The id of an exhibit, such as fig:growth, instead of a page"},
          {"dpi", Kind::number, "Pixels an inch; default: 96", false, {}, kLeastDpi, kMostDpi},
          set(),
          date()}},
    };
}

void write_words(json::Writer& out, const std::vector<std::string>& words) {
    if (words.empty()) return;
    out.key("enum").begin_array();
    for (const auto& word : words) out.string(word);
    out.end_array();
}

void write_parameter(json::Writer& out, const Parameter& parameter) {
    out.key(parameter.name).begin_object();
    out.member("description", parameter.description);
    switch (parameter.kind) {
        case Kind::text:
            out.member("type", "string");
            write_words(out, parameter.words);
            break;
        case Kind::texts:
            out.member("type", "array").key("items").begin_object().member("type", "string");
            write_words(out, parameter.words);
            out.end_object();
            break;
        case Kind::flag:
            out.member("type", "boolean");
            break;
        case Kind::whole:
        case Kind::number:
            out.member("type", parameter.kind == Kind::whole ? "integer" : "number");
            out.key("minimum").number(parameter.least).key("maximum").number(parameter.most);
            break;
        case Kind::settings:
            out.member("type", "object").key("additionalProperties").begin_object();
            out.member("type", "string").end_object();
            break;
    }
    out.end_object();
}

void write_input_schema(json::Writer& out, const Tool& tool) {
    out.key("inputSchema").begin_object().member("type", "object").key("properties").begin_object();
    for (const auto& parameter : tool.parameters) write_parameter(out, parameter);
    out.end_object();
    if (std::any_of(tool.parameters.begin(), tool.parameters.end(), [](const auto& one) { return one.required; })) {
        out.key("required").begin_array();
        for (const auto& parameter : tool.parameters)
            if (parameter.required) out.string(parameter.name);
        out.end_array();
    }
    out.key("additionalProperties").boolean(false).end_object();
}

void write_typed(json::Writer& out, const char* key, const char* type) {
    out.key(key).begin_object().member("type", type).end_object();
}

/// What all results have: whether all is well, and the findings.
void write_output_schema(json::Writer& out) {
    out.key("outputSchema").begin_object().member("type", "object").key("properties").begin_object();
    write_typed(out, "ok", "boolean");
    out.key("findings").begin_object().member("type", "array").key("items").begin_object();
    out.member("type", "object").key("properties").begin_object();
    for (const auto* key : {"code", "severity", "message", "remedy"}) write_typed(out, key, "string");
    out.key("file").begin_object().key("type").begin_array().string("string").string("null").end_array().end_object();
    for (const auto* key : {"line", "column", "end-line", "end-column"}) write_typed(out, key, "integer");
    write_typed(out, "notes", "array");
    out.end_object().key("required").begin_array();
    for (const auto* key : {"code", "severity", "message"}) out.string(key);
    out.end_array().end_object().end_object().end_object();
    out.key("required").begin_array().string("ok").string("findings").end_array().end_object();
}

// ---- reading ------------------------------------------------------------------------------------------------------

using Node = json::Node;

/// A sentence about a word that is none of the parameter's; empty: it is one.
std::string unknown_word(const Parameter& parameter, const std::string& word) {
    const auto& words = parameter.words;
    if (words.empty() || std::find(words.begin(), words.end(), word) != words.end()) return {};
    const auto near = base::nearest(word, words);
    return fmt::format("“{}” is no word for “{}”; {}", word, parameter.name,
                       near ? base::did_you_mean(*near) : "there are: " + base::joined(words, ", "));
}

std::string not_a(const Parameter& parameter, const char* what) {
    return fmt::format("“{}” must be {}", parameter.name, what);
}

/// A sentence about a faulty argument; empty: it is read.
std::string read_one(const Parameter& parameter, const Node& node, Values& into) {
    const std::string name(parameter.name);
    switch (parameter.kind) {
        case Kind::text:
            if (node.kind != Node::Kind::string) return not_a(parameter, "a string");
            if (node.text.text.empty()) return not_a(parameter, "a string that is not empty");
            into.texts[name] = {node.text.text};
            return unknown_word(parameter, node.text.text);
        case Kind::texts:
            if (node.kind != Node::Kind::array) return not_a(parameter, "an array of strings");
            for (const auto& item : node.items) {
                if (item.kind != Node::Kind::string || item.text.text.empty())
                    return not_a(parameter, "an array of strings that are not empty");
                if (auto wrong = unknown_word(parameter, item.text.text); !wrong.empty()) return wrong;
                into.texts[name].push_back(item.text.text);
            }
            return {};
        case Kind::flag:
            if (node.kind != Node::Kind::boolean) return not_a(parameter, "true or false");
            into.flags[name] = node.boolean;
            return {};
        case Kind::whole:
        case Kind::number: {
            const auto number =
                node.kind == Node::Kind::number ? base::parse_number(node.text.text) : std::optional<double>();
            const bool whole = parameter.kind == Kind::whole;
            if (!number || *number < parameter.least || *number > parameter.most ||
                (whole && *number != std::floor(*number)))
                return fmt::format("“{}” must be a {} from {} to {}", name, whole ? "whole number" : "number",
                                   parameter.least, parameter.most);
            into.numbers[name] = *number;
            return {};
        }
        case Kind::settings:
            if (node.kind != Node::Kind::object) return not_a(parameter, "an object of strings");
            for (const auto& member : node.members) {
                if (member.value.kind != Node::Kind::string || member.key.text.empty())
                    return not_a(parameter, "an object of strings");
                into.settings[name][member.key.text] = member.value.text.text;
            }
            return {};
    }
    return {};
}

}  // namespace

const Parameter* Tool::find(std::string_view parameter) const {
    const auto at =
        std::find_if(parameters.begin(), parameters.end(), [&](const auto& one) { return one.name == parameter; });
    return at == parameters.end() ? nullptr : &*at;
}

const std::vector<Tool>& tools() {
    static const std::vector<Tool> all = make_tools();
    return all;
}

std::string_view name_of(Version version) {
    switch (version) {
        case Version::v2024_11_05:
            return "2024-11-05";
        case Version::v2025_03_26:
            return "2025-03-26";
        case Version::v2025_06_18:
            break;
    }
    return "2025-06-18";
}

Version version_for(std::string_view name) {
    for (const auto version : {Version::v2024_11_05, Version::v2025_03_26})
        if (name_of(version) == name) return version;
    return Version::v2025_06_18;
}

void write_tools(json::Writer& out, Version version) {
    out.begin_object().key("tools").begin_array();
    for (const auto& tool : tools()) {
        out.begin_object().member("name", tool.name);
        if (version >= Version::v2025_06_18) out.member("title", tool.title);
        out.member("description", tool.description);
        write_input_schema(out, tool);
        if (version >= Version::v2025_06_18) write_output_schema(out);
        if (version >= Version::v2025_03_26) {
            out.key("annotations").begin_object().member("title", tool.title);
            out.key("readOnlyHint").boolean(!tool.writes);
            out.key("destructiveHint").boolean(tool.writes);  // a build replaces the files of the last one
            out.key("idempotentHint").boolean(true).key("openWorldHint").boolean(false).end_object();
        }
        out.end_object();
    }
    out.end_array().end_object();
}

std::string Values::text(std::string_view name) const {
    const auto at = texts.find(name);
    return at == texts.end() || at->second.empty() ? std::string() : at->second.front();
}

std::vector<std::string> Values::all(std::string_view name) const {
    const auto at = texts.find(name);
    return at == texts.end() ? std::vector<std::string>() : at->second;
}

bool Values::flag(std::string_view name) const {
    const auto at = flags.find(name);
    return at != flags.end() && at->second;
}

std::variant<Values, std::string> read_values(const Tool& tool, const Node* node) {
    Values values;
    if (node != nullptr && node->kind != Node::Kind::object) return "“arguments” must be an object";
    for (const auto& member : node != nullptr ? node->members : std::vector<json::Member>()) {
        const auto& name = member.key.text;
        if (const auto* parameter = tool.find(name)) {
            if (auto wrong = read_one(*parameter, member.value, values); !wrong.empty()) return wrong;
            continue;
        }
        std::vector<std::string> known;
        for (const auto& parameter : tool.parameters) known.emplace_back(parameter.name);
        const auto near = base::nearest(name, known);
        return fmt::format("the tool {} has no argument “{}”; {}", tool.name, name,
                           near ? base::did_you_mean(*near) : "there are: " + base::joined(known, ", "));
    }
    for (const auto& parameter : tool.parameters)
        if (parameter.required && values.text(parameter.name).empty())
            return fmt::format("the tool {} needs the argument “{}”: {}", tool.name, parameter.name,
                               parameter.description);
    return values;
}

}  // namespace precis::cli::mcp
