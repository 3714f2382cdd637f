// Refusals: what a briefing must not say, with code, place and remedy.
#include "catch.h"
#include "fixture.h"

namespace {

using namespace precis;

std::string faults(const std::string& text) {
    const Folder folder;
    return seen(folder.read(text).diagnostics());
}

std::string remedy(const std::string& text) {
    const Folder folder;
    const auto result = folder.read(text);
    return result.diagnostics().empty() ? "" : result.diagnostics().front().remedy;
}

// One exhibit, its lines numbered from 7.
std::string exhibit(const std::string& text) {
    return kHead + "sections:\n- id: s\n  title: S\n  exhibits:\n" + text;
}

}  // namespace

TEST_CASE("an unknown key is told with the nearest", "[spec][diag]") {
    CHECK(faults(kHead + "subtitel: x\n") == "unknown_key 4:1");
    CHECK(remedy(kHead + "subtitel: x\n") == "did you mean “subtitle”?");
    const auto color = exhibit("  - {id: fig:a, chart: heatmap, title: T, query: SELECT 1, colour: red}\n");
    CHECK(faults(color) == "unknown_key 8:60");
    CHECK(remedy(color) == "did you mean “color”?");
    CHECK(remedy(exhibit("  - {id: fig:a, chart: bra, title: T, query: SELECT 1}\n")) == "did you mean “bar”?");
}

TEST_CASE("what must be there is asked for", "[spec][diag]") {
    CHECK(faults("briefing: 1\nsubtitle: x\n") == "missing_key 1:1");
    CHECK(faults("title: T\n") == "missing_key 1:1");
    CHECK(faults("briefing: 2\ntitle: T\n") == "wrong_version 1:11");
    CHECK(faults(kHead + "sections:\n  - title: S\n") == "missing_key 5:5");
    CHECK(faults(exhibit("  - {id: fig:a, chart: bar, title: T}\n")) == "missing_key 8:10");
    CHECK(faults(exhibit("  - {id: fig:a, title: T, query: SELECT 1}\n")) == "missing_key 8:6");
    CHECK(faults("briefing: 1\ntitle: ''\n") == "empty_value 2:8");
}

TEST_CASE("a value of the wrong kind is refused", "[spec][diag]") {
    CHECK(faults(kHead + "subtitle: [a, b]\n") == "wrong_type 4:11");
    CHECK(faults(kHead + "sections: text\n") == "wrong_type 4:11");
    CHECK(faults(kHead + "outputs: [a]\n") == "wrong_type 4:10");
    CHECK(faults("- a\n- b\n") == "wrong_type 1:1");
    CHECK(faults(kHead + "edition: {a: b}\n") == "wrong_type 4:10");
    CHECK(faults("briefing: 1\ntitle: T\ndate: 31.8.2026\n") == "bad_value 3:7");
    CHECK(faults("briefing: 1\ntitle: T\ndate: 2026-02-30\n") == "bad_value 3:7");
    CHECK(faults(kHead + "findings:\n  - {text: a, optional: 10}\n") == "bad_value 5:25");
    CHECK(faults(kHead + "findings:\n  - {text: a, because: {bear_number: b}}\n") == "bad_value 5:25");
    CHECK(faults(kHead + "outputs:\n  a: {pages: {min: 6, max: 4}}\n") == "bad_value 5:14");
    CHECK(faults(kHead + "outputs:\n  a: {formats: pfd}\n") == "bad_value 5:16");
    CHECK(faults(kHead + "outputs:\n  a: {linearize: yes}\n") == "bad_value 5:18");
}

TEST_CASE("ids have a form", "[spec][diag]") {
    CHECK(faults(kHead + "slug: My Paper\n") == "bad_slug 4:7");
    CHECK(faults(kHead + "values:\n  Top_value: 1\n") == "bad_slug 5:3");
    CHECK(faults(kHead + "sections:\n  - {id: 2nd, title: T}\n") == "bad_slug 5:10");
    const auto table = exhibit("  - {id: fig:a, table: all, title: T, query: SELECT 1}\n");
    CHECK(faults(table) == "bad_slug 8:10");
    CHECK(remedy(table) == "write “tab:a”");
}

TEST_CASE("a name means one thing", "[spec][diag]") {
    CHECK(faults(kHead + "sections:\n  - {id: a, title: A}\n  - {id: a, title: B}\n") == "name_clash 6:10");
    CHECK(faults(kHead + "sections:\n  - {id: method, title: A}\n") == "name_clash 5:10");
    CHECK(faults(kHead + "values:\n  date: 1\n") == "name_clash 5:3");
    CHECK(faults(kHead + "values:\n  reader: 1\naudiences:\n  b: {terms: {reader: x}}\n  c: {terms: {reader: y}}\n") ==
          "name_clash 7:15");
}

TEST_CASE("keys that exclude each other conflict", "[spec][diag]") {
    CHECK(faults(exhibit("  - {id: fig:a, chart: bar, title: T, query: SELECT 1, facts: [a]}\n")) ==
          "key_conflict 8:63");
    CHECK(faults(exhibit("  - {id: fig:a, chart: bar, table: all, title: T, query: SELECT 1}\n")).substr(0, 12) ==
          "key_conflict");
}

TEST_CASE("ten faults are told in one run", "[spec][diag]") {
    const Folder folder;
    const auto result = folder.read(
        "briefing: 1\ndate: soon\nslug: A B\nsubtitel: x\nedition: [a]\nedition: b\nauthors:\n"
        "findings:\n  - {{ x }} came\nsections:\n  - {id: a, title: We are #1}\n"
        "  - id: a\n    title: T\n    exhibits:\n      - {id: tab:a, chart: bar, title: T, query: a, facts: [b]}\n");
    INFO(printed(result.diagnostics()));
    std::vector<diag::Code> codes;
    for (const auto& d : result.diagnostics()) {
        CHECK(d.span);
        CHECK_FALSE(d.message.empty());
        codes.push_back(d.code);
    }
    CHECK(codes.size() >= 10);
}

TEST_CASE("a misspelt required key is one fault", "[spec][diag]") {
    CHECK(faults("briefing: 1\ntitel: T\n") == "unknown_key 2:1");
    CHECK(faults(kHead + "sections:\n  - {id: s, tilte: S}\n") == "unknown_key 5:13");
    CHECK(faults("briefng: 1\ntitle: T\n") == "unknown_key 1:1");
}

TEST_CASE("the first key says that the file is a briefing", "[spec][diag]") {
    CHECK(faults("title: T\nbriefing: 1\n") == "not_a_briefing 1:1");
}

TEST_CASE("a list written as a mapping, and a mapping written as a list, are one fault each", "[spec][diag]") {
    CHECK(faults(kHead + "sections:\n  news:\n    title: X\n    body: Y\n") == "wrong_type 5:3");
    CHECK(remedy(kHead + "sections:\n  news: {title: X}\n") ==
          "write each item with a hyphen: “- id: news”, and its other keys below it");
    CHECK(faults(kHead + "appendix: {a: {title: X}}\n") == "wrong_type 4:11");
    CHECK(faults(kHead + "findings:\n  first: Words.\n") == "wrong_type 5:3");
    CHECK(remedy(kHead + "findings:\n  first: Words.\n") == "write each text with a hyphen: “- Words.”");
    CHECK(remedy(kHead + "values: [SELECT 1]\n") == "write below it, without a hyphen: “name: SELECT …”");
    CHECK(faults(kHead + "key-figures: {n: Label}\n") == "wrong_type 4:14");
    const std::string section = kHead + "sections:\n- id: s\n  title: S\n";
    CHECK(faults(section + "  exhibits: {fig:a: {chart: bar}}\n") == "wrong_type 7:13");
    CHECK(faults(section + "  exhibits: fig:a\n") == "wrong_type 7:13");
    CHECK(faults(section + "  asides: {note: Words.}\n") == "wrong_type 7:11");
    CHECK(faults(section + "  slides: {one: {kind: x}}\n") == "wrong_type 7:11");
    CHECK(faults(section + "  exhibits:\n  - {id: tab:a, title: T, query: SELECT 1, table: {a: Label}}\n") ==
          "wrong_type 8:51");
    // One item may stand alone.
    CHECK(faults(kHead + "sections: {id: s, title: S}\n").empty());
    CHECK(faults(kHead + "findings: {text: Words.}\n").empty());

    CHECK(faults(kHead + "outputs:\n- report: {layout: a}\n- deck: {layout: b}\n") == "wrong_type 5:1");
    CHECK(remedy(kHead + "outputs:\n- report: {layout: a}\n") ==
          "write below it, without a hyphen: “report: {layout: research-note}”");
    CHECK(remedy(kHead + "outputs:\n- {name: deck, layout: a}\n") ==
          "write below it, without a hyphen: “deck: {layout: research-note}”");
    CHECK(faults(kHead + "values: [SELECT 1]\n") == "wrong_type 4:9");
    CHECK(faults(kHead + "audiences: [{buyers: {title: B}}]\n") == "wrong_type 4:12");
    CHECK(faults(kHead + "headlines: [summary]\n") == "wrong_type 4:12");
}

TEST_CASE("a text of blanks is an empty text", "[spec][diag]") {
    CHECK(faults("briefing: 1\ntitle: \" \"\n") == "empty_value 2:8");
    CHECK(faults(kHead + "subtitle: \"\u00a0 \"\n") == "empty_value 4:11");
    CHECK(faults(kHead + "sections:\n  - {id: s, title: \" \", body: Text.}\n") == "empty_value 5:20");
    CHECK(faults(kHead + "sections:\n  - {id: s, title: S, headline: \" \"}\n") == "empty_value 5:33");
    CHECK(faults(kHead + "findings: [Words., \" \"]\n") == "empty_value 4:20");
    CHECK(faults(kHead + "findings: [{text: \"\\u200B\"}]\n") == "empty_value 4:19");
    CHECK(faults(kHead + "x-mine: \" \"\n").empty());
}

TEST_CASE("a word that contains a known one is told with it", "[spec][diag]") {
    CHECK(remedy(exhibit("  - {id: fig:a, chart: barchart, title: T, query: SELECT 1}\n")) == "did you mean “bar”?");
    CHECK(remedy(exhibit("  - {id: fig:a, chart: stacked-column, title: T, query: SELECT 1}\n")) ==
          "did you mean “column”?");
    CHECK(remedy(exhibit("  - {id: fig:a, chart: hist, title: T, query: SELECT 1}\n")) == "did you mean “histogram”?");
    CHECK(remedy(exhibit("  - {id: fig:a, chart: sunburst, title: T, query: SELECT 1}\n")) == "write one of these words");
}
