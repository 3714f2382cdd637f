// Faulty YAML: each trap of docs/design/language.md#yaml-traps and each guard, with its code, place and message.
#include "catch.h"
#include "diag/print.h"
#include "yaml/node.h"

namespace {

using namespace precis;

diag::Diagnostics faults(std::string text, const yaml::Limits& limits = {}) {
    return yaml::parse(std::make_shared<const diag::SourceText>("t.yaml", std::move(text)), limits).diagnostics();
}

// "code line:column; code line:column"
std::string seen(const diag::Diagnostics& all) {
    std::string out;
    for (const auto& d : all) {
        const auto place = d.span ? d.span.source->place(d.span.begin) : diag::SourceText::Place{0, 0};
        if (!out.empty()) out += "; ";
        out += std::string(to_string(d.code)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return out;
}

std::string seen(std::string text) {
    return seen(faults(std::move(text)));
}

}  // namespace

TEST_CASE("text that YAML would read otherwise needs quotes", "[yaml][diag]") {
    CHECK(seen("title: Risks: what fails\n") == "text_needs_quotes 1:13");
    CHECK(seen("- {{ x }} came\n") == "text_needs_quotes 1:3");
    CHECK(seen("a: {{ x }}\n") == "text_needs_quotes 1:4");
    CHECK(seen("- [@s] says\n") == "text_needs_quotes 1:3");
    CHECK(seen("- **Support.** It helps\n") == "text_needs_quotes 1:3");
    CHECK(seen("- @fig:x shows\n") == "text_needs_quotes 1:3");
    CHECK(seen("- `code` runs\n") == "text_needs_quotes 1:3");
    CHECK(seen("- \"More than\" is their word\n") == "text_needs_quotes 1:15");
    CHECK(seen("text: &c co\n") == "text_needs_quotes 1:7");
    CHECK(seen("text: !now\n") == "text_needs_quotes 1:7");
    CHECK(seen("f: {trend: SELECT a, b FROM t}\n") == "text_needs_quotes 1:22");
    CHECK(seen("a: [What now?, b]\n") == "text_needs_quotes 1:13");
    CHECK(seen("f: {label: commits {{ q }}, b: 1}\n") == "text_needs_quotes 1:20");
}

TEST_CASE("a comment must not cut a text", "[yaml][diag]") {
    CHECK(seen("title: We are #1\n") == "text_cut_by_comment 1:15");
    CHECK(seen("color: #0B5FA5\n") == "text_cut_by_comment 1:8");
    CHECK(seen("- {id: a, title: We are #1}\n- b\n") == "text_cut_by_comment 1:25");
    CHECK(seen("query: SELECT a -- why\n  FROM t\n") == "text_cut_by_comment 1:17");
    CHECK(seen("query: >\n  SELECT a -- why\n  FROM t\n") == "text_cut_by_comment 2:12");
    CHECK(seen("query: |\n  SELECT a -- why\n  FROM t\n").empty());
    CHECK(seen("query: SELECT a -- why\n").empty());
    CHECK(seen("query: SELECT '--'\n  FROM t\n").empty());
    CHECK(seen("title: We are one   # and this is why\nb: [1] #x\n").empty());
}

TEST_CASE("several faults are found in one run", "[yaml][diag]") {
    CHECK(seen("a: {{ x }} came\nb: Risks: two\nc:\n  - @s\n  - **B** it\nd: 1\nd: 2\n") ==
          "text_needs_quotes 1:4; text_needs_quotes 2:9; text_needs_quotes 4:5; text_needs_quotes 5:5; duplicate_key "
          "7:1");
}

TEST_CASE("after a trap the author's own text is in the tree", "[yaml]") {
    const auto result = yaml::parse(std::make_shared<const diag::SourceText>("t", "a: {{ x }} came: so\n"));
    CHECK_FALSE(result.ok());
    REQUIRE(result.has_value());
    CHECK(result.value().find("a")->scalar.text == "{{ x }} came: so");
}

TEST_CASE("what the language leaves out of YAML is refused at its place", "[yaml][diag]") {
    CHECK(seen("a: &x [1]\nb: *x\n") == "alias_refused 1:4; alias_refused 2:4");
    CHECK(seen("<<: {a: 1}\n") == "alias_refused 1:1");
    CHECK(seen("a: !!str b\n") == "tag_refused 1:4");
    CHECK(seen("a: 1\na: 2\nb: 3\na: 4\n") == "duplicate_key 2:1; duplicate_key 4:1");
    CHECK(seen("a: 1\n---\nb: 2\n") == "second_document 2:1");
    CHECK(seen("") == "empty_file 1:1");
    CHECK(seen("# only a comment\n") == "empty_file 1:1");
    CHECK(seen("a:\nb: 1\n") == "empty_value 1:1");
    CHECK(seen("a: null\nb: ~\n") == "empty_value 1:4; empty_value 2:4");
    CHECK(seen("a:\n  -\n  - x\n") == "empty_value 2:3");
}

TEST_CASE("bytes that are not text are refused", "[yaml][diag]") {
    CHECK(seen("a: \xC3\x28\n") == "not_utf8 1:4");
    CHECK(seen(std::string("a: b\0c\n", 7)) == "control_character 1:5");
    CHECK(seen("a: 1\n\tb: 2\n") == "control_character 2:1");
    CHECK(seen("a: b\rc: d\n") == "control_character 1:5");
    CHECK(seen("a: \"b\\x07\"\n") == "control_character 1:6");
    CHECK(seen("a: 1\u202E23\n") == "control_character 1:5");  // would print 32
    CHECK(seen("a: \u2067x\u2069\n").empty());
}

TEST_CASE("a file beyond a limit is refused", "[yaml][diag]") {
    CHECK(seen(faults(std::string(70, '[') + "a" + std::string(70, ']'))) == "too_deep 1:65");
    CHECK(seen(faults(std::string(100000, '['))).substr(0, 8) == "too_deep");
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    CHECK(seen(faults(deep)).substr(0, 8) == "too_deep");
    CHECK(seen(faults("[a, b, c, d]\n", {.bytes = 100, .depth = 4, .nodes = 3})) == "file_too_large 1:8");
    CHECK(seen(faults("[a, b, c, d]\n", {.bytes = 10, .depth = 4, .nodes = 30})) == "file_too_large 1:1");
}

TEST_CASE("broken YAML is reported at its place", "[yaml][diag]") {
    CHECK(seen("a: \"Foo\nb: \"Bar\"\nc: 1\n") == "yaml_syntax 1:4");
    CHECK(seen("a: [1, 2\nb: 1\n") == "yaml_syntax 1:4");
    CHECK(seen("title:Foo\nb: 1\n") == "yaml_syntax 1:1");
    CHECK(seen("a: \"x\\qy\"\n") == "yaml_syntax 1:6");
    CHECK(seen("a:\n  - b\n c: d\n") == "yaml_syntax 3:2");
    CHECK(seen("a: 1\n b: 2\n") == "yaml_syntax 2:3");
}

TEST_CASE("a missing file is reported at the place that names it", "[yaml][diag]") {
    const auto source = std::make_shared<const diag::SourceText>("b.yaml", "model: m.yaml\n");
    const auto result = yaml::parse_file("no-such-folder/m.yaml", "m.yaml", {source, 7, 13});
    CHECK(seen(result.diagnostics()) == "file_not_found 1:8");
}
