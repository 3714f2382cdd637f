// A value that may be short or long is valid in each of its forms, and in no other.
#include "catch.h"
#include "program.h"
#include "repository.h"
#include "validator.h"

using namespace precis::test;

namespace {

struct Forms {
    const char *kind, *key;  // the key as MAPPING/KEY; without a mapping, one of the root
    std::vector<std::string> valid, refused;
};

const std::vector<Forms> kForms{
    {"briefing", "chart/x", {"month", "2026", "{column: month}", "[month]"}, {"{colunm: month}", "{label: Month}"}},
    {"briefing", "chart/y", {"[plan, {column: actual, label: Actual}]"}, {"[[plan]]", "{column: plan, scale: lgo}"}},
    {"briefing", "chart/data-row", {"true", "rate", "{column: rate}"}, {"{}"}},
    {"briefing", "chart/facts", {"members", "[members]", "{members: All}"}, {"{members: [All]}"}},
    {"briefing", "title", {"Text", "2025", "true", "\"no\"", "1.5"}, {"[Text]", "{text: Text}", "null"}},
    {"briefing", "summary", {"One.", "[One., {text: Two., short: 2}]", "{text: One.}"}, {"[{txt: One.}]", "[[One.]]"}},
    {"briefing", "values", {"{a: SELECT 1}", "{a: {query: SELECT 1}}", "{}"}, {"[a]", "{a: [SELECT 1]}"}},
    {"briefing", "audiences", {"members", "[members]", "{members: {title: All}}"}, {"{members: All}"}},
    {"briefing", "authors", {"Jane", "[Jane, {name: John}]"}, {"[{role: Editor}]"}},
    {"briefing", "output/pages", {"4", "\"4\"", "{min: 2, max: 4}"}, {"four", "4.5", "[4]", "{least: 2}"}},
    {"briefing", "output/formats", {"pdf", "[pdf, png]"}, {"docx", "[pdf, [png]]"}},
    {"briefing", "output/linearize", {"true", "\"false\""}, {"yes", "1"}},
    {"briefing", "finding/key-figure", {"members", "{value: members}"}, {"{format: compact}"}},
    {"layout", "page/size", {"A5", "{width: 170 mm, height: 240 mm}"}, {"A55", "{width: 170 mm}"}},
    {"layout", "page/margins", {"20 mm", "{top: 20 mm}"}, {"{up: 20 mm}", "[20 mm]"}},
    {"layout", "slides", {"{points: {ground: night, body: {rows: 2-11}}}"}, {"{points: {body: {row: 2}}}"}},
    {"layout", "chart-theme/palette", {"primary", "[\"#1F6FB2\"]"}, {"{a: b}"}},
    {"model", "data-table/columns", {"{a: integer, b: {type: decimal}}"}, {"{a: int}", "{a: {type: int}}", "[a]"}},
    {"model", "facts", {"facts.csv", "[a.csv, {file: b.csv}]", "{file: a.csv}"}, {"{a: {subject: Rain}}", "[[a.csv]]"}},
    {"model", "sources", {"sources.csv", "{a: {title: A}, x-b: 1}"}, {"{a: {}}", "{a: {title: A, x: 1}}"}},
    {"project", "audiences", {"audiences.yaml", "{members: {reach: clients}}"}, {"{members: {reach: everyone}}"}},
    {"project", "precis", {"1", "\"1\""}, {"2", "one"}},
    {"brand", "logo", {"logo.svg", "{path: logo.svg, alt: A}", "{large: {light: a.svg}}"}, {"{huge: logo.svg}"}},
    {"brand", "defaults", {"{precis: {rights: R}, bootstrap: {a: [1]}}"}, {"{precis: {right: R}}", "R"}},
    {"brand", "brand-headings/weight", {"700", "semi-bold"}, {"[400, 700]", "{a: b}"}},
};

}  // namespace

TEST_CASE("short and long forms are valid, others are refused", "[schema]") {
    if (!validator_is_there()) return;
    std::vector<Judged> items;
    std::vector<bool> valid;
    for (const auto& forms : kForms) {
        const std::string key = forms.key;
        const auto slash = key.find('/');
        const auto definition = slash == std::string::npos
                                    ? "properties/" + key
                                    : "$defs/" + key.substr(0, slash) + "/properties/" + key.substr(slash + 1);
        for (const auto& form : forms.valid) items.push_back({forms.kind, {}, form, definition}), valid.push_back(true);
        for (const auto& form : forms.refused)
            items.push_back({forms.kind, {}, form, definition}), valid.push_back(false);
    }
    const auto verdicts = verdicts_on(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        INFO(items[i].kind << " " << items[i].definition << ": " << items[i].text << "\n" << verdicts[i].in_words());
        CHECK(verdicts[i].unreadable.empty());
        CHECK(verdicts[i].refused() != valid[i]);
    }
}
