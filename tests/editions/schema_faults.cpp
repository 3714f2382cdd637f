#include "schema_faults.h"

#include <algorithm>
#include <map>

#include "catch.h"
#include "json/writer.h"
#include "project.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

/// What a value has that its schema does not allow or name, and what it lacks.
void judge(const json::Node& value, const json::Node& schema, const json::Node& root, const std::string& at,
           std::vector<std::string>& faults) {
    if (const auto* other = schema.find("$ref")) {
        const auto name = other->text.text.substr(std::string("#/$defs/").size());
        return judge(value, *root.find("$defs")->find(name), root, at, faults);
    }
    if (const auto* type = schema.find("type")) {
        using Kind = json::Node::Kind;
        const std::map<std::string, Kind> kinds{{"object", Kind::object}, {"array", Kind::array},
                                                {"string", Kind::string}, {"integer", Kind::number},
                                                {"number", Kind::number}, {"boolean", Kind::boolean}};
        if (value.kind != kinds.at(type->text.text)) faults.push_back(at + " is no " + type->text.text);
    }
    if (const auto* words = schema.find("enum")) {
        const auto all = texts(words);
        if (std::find(all.begin(), all.end(), value.text.text) == all.end()) faults.push_back(at + " is no such word");
    }
    for (const auto& name : texts(schema.find("required")))
        if (value.find(name) == nullptr) faults.push_back(at + " lacks " + name);
    for (const auto& member : value.members) {
        const auto& name = member.key.text;
        const auto* known = schema.find("properties") ? schema.find("properties")->find(name) : nullptr;
        if (known == nullptr) known = schema.find("additionalProperties");
        if (known == nullptr)
            faults.push_back(at + "." + name + " is not in the schema");
        else
            judge(member.value, *known, root, at + "." + name, faults);
    }
    for (const auto& item : value.items)
        if (const auto* items = schema.find("items")) judge(item, *items, root, at + "[]", faults);
}

/// The complaints of ajv, which does not know precis.
void ask_ajv(const std::string& kind, const std::string& schema, const std::string& text,
             std::vector<std::string>& faults) {
    const auto modules = kept_outside("schema-validator");
    if (!fs::exists(modules / "node_modules/ajv") || !fs::exists(modules / "node_modules/yaml")) {
        WARN("the schema validator is not installed (./dev test does it): ajv is NOT asked");
        return;
    }
    const Folder folder("ajv");
    json::Writer work;
    work.begin_object().key("schemas").begin_object();
    work.member(kind, folder.write("schema.json", schema).string()).end_object();
    work.key("items").begin_array().begin_object().member("kind", kind).member("text", text);
    work.end_object().end_array().end_object();
    const auto file = folder.write("work.json", work.take());
    const auto script = fs::path(PRECIS_SOURCE_DIR) / "tests/schema/validate.mjs";
    const auto ran = run({"/usr/bin/env", "node", script.string(), modules.string(), file.string()}, folder.path());
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto verdicts = parsed(ran.out);
    REQUIRE(verdicts.items.size() == 1);
    const auto& verdict = verdicts.items[0];
    if (const auto words = text_of(verdict, "unreadable"); !words.empty()) faults.push_back("ajv: " + words);
    for (const auto& refusal : verdict.find("refusals")->items)
        faults.push_back("ajv: " + text_of(refusal, "at") + " " + text_of(refusal, "message"));
}

}  // namespace

std::vector<std::string> schema_faults(const std::string& kind, const std::string& text) {
    const Folder folder("schema");
    const auto printed =
        run({precis_program(), "schema", kind}, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}}).out;
    const auto schema = parsed(printed);
    std::vector<std::string> faults;
    judge(parsed(text), schema, schema, "", faults);
    ask_ajv(kind, printed, text, faults);
    return faults;
}

}  // namespace precis::test
