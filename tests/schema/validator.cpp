#include "validator.h"

#include <algorithm>
#include <stdexcept>

#include "build/schema.h"
#include "catch.h"
#include "json/node.h"
#include "json/writer.h"
#include "program.h"

namespace precis::test {
namespace {

const std::filesystem::path kScript = std::filesystem::path(PRECIS_SOURCE_DIR) / "tests" / "schema" / "validate.mjs";

void write_item(const Judged& item, json::Writer& writer) {
    writer.begin_object().member("kind", item.kind);
    if (item.file.empty()) {
        writer.member("text", item.text);
    } else {
        writer.member("file", item.file.string());
    }
    if (!item.definition.empty()) writer.member("definition", item.definition);
    if (item.at) {
        writer.key("at").begin_array();
        for (const auto& step : *item.at) writer.string(step);
        writer.end_array();
    }
    if (item.put) writer.member("put", *item.put);
    writer.end_object();
}

Verdict verdict(const json::Node& node) {
    Verdict verdict;
    verdict.unreadable = node.find("unreadable")->text.text;
    for (const auto& refusal : node.find("refusals")->items) {
        auto& next = verdict.refusals.emplace_back();
        next.at = refusal.find("at")->text.text;
        next.message = refusal.find("message")->text.text;
        for (const auto& line : refusal.find("lines")->items) next.lines.push_back(std::stoi(line.text.text));
    }
    return verdict;
}

}  // namespace

std::string Verdict::in_words() const {
    if (!unreadable.empty()) return unreadable;
    std::string words;
    for (const auto& refusal : refusals) words += refusal.at + ": " + refusal.message + "\n";
    return words;
}

bool validator_is_there() {
    const auto folder = kept_outside("schema-validator");
    if (std::filesystem::exists(folder / "node_modules/ajv") && std::filesystem::exists(folder / "node_modules/yaml"))
        return true;
    WARN("the schema validator is not installed (./dev test does it): the schemas are NOT validated");
    return false;
}

std::vector<Verdict> verdicts_on(const std::vector<Judged>& items) {
    const Folder folder("schema");
    json::Writer writer(json::Writer::Form::compact);
    writer.begin_object().key("schemas").begin_object();
    for (const auto& kind : build::schema_kinds()) {
        const auto printed = run({precis_program(), "schema", kind}, folder.path());
        if (printed.exit_code != 0) throw std::runtime_error("precis schema " + kind + ": " + printed.err);
        writer.member(kind, folder.write(kind + ".json", printed.out).string());
    }
    writer.end_object().key("items").begin_array();
    for (const auto& item : items) write_item(item, writer);
    writer.end_array().end_object();
    const auto work = folder.write("work.json", writer.take());
    const auto ran =
        run({"node", kScript.string(), kept_outside("schema-validator").string(), work.string()}, folder.path());
    if (ran.exit_code != 0) throw std::runtime_error("the schema validator fails: " + ran.err);
    diag::Diagnostics faults;
    const auto told = json::parse(std::make_shared<diag::SourceText>("verdicts", ran.out)).take(faults);
    if (!told || told->items.size() != items.size()) throw std::runtime_error("no verdicts: " + ran.out);
    std::vector<Verdict> verdicts;
    for (const auto& node : told->items) verdicts.push_back(verdict(node));
    return verdicts;
}

}  // namespace precis::test
