// JSON: values with their places, refusals, and a writer whose output reads back.
#include "catch.h"
#include "json/node.h"
#include "json/writer.h"

namespace {

using namespace precis;

diag::Result<json::Node> read(std::string text, const json::Limits& limits = {}) {
    return json::parse(std::make_shared<const diag::SourceText>("t.json", std::move(text)), limits);
}

std::string at(const diag::Span& span) {
    return span.source->text().substr(span.begin, span.end - span.begin);
}

std::string seen(const diag::Result<json::Node>& result) {
    std::string out;
    for (const auto& d : result.diagnostics()) {
        const auto place = d.span.source->place(d.span.begin);
        if (!out.empty()) out += "; ";
        out += std::string(to_string(d.code)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return out;
}

}  // namespace

TEST_CASE("every value knows its place", "[json]") {
    const auto result =
        read("\xEF\xBB\xBF{ \"a\" : [1, -2.5e3 ,true,null, \"x\\u00e9\\\"y\\ud83d\\ude00z\"],\n \"b\":{}}");
    REQUIRE(result.ok());
    const auto& root = result.value();
    const auto* list = root.find("a");
    REQUIRE(list);
    REQUIRE(list->items.size() == 5);
    CHECK(at(list->items[1].span) == "-2.5e3");
    CHECK(list->items[1].text.text == "-2.5e3");
    CHECK(list->items[2].boolean);
    CHECK(list->items[3].kind == json::Node::Kind::null);
    const auto& text = list->items[4].text;
    CHECK(text.text == "xé\"y😀z");
    CHECK(at(text.at(0, 1)) == "x");
    CHECK(at(text.at(4, 5)) == "y");
    CHECK(at(text.at(9, 10)) == "z");
    CHECK(at(list->span).front() == '[');
    CHECK(at(list->span).back() == ']');
    CHECK(at(root.find("b")->span) == "{}");
    CHECK(at(root.members[1].key.span) == "\"b\"");
    CHECK(root.find("c") == nullptr);
}

TEST_CASE("numbers keep all their digits", "[json]") {
    const auto result = read("[123456789012345678901234567890, 0.1000]");
    REQUIRE(result.ok());
    CHECK(result.value().items[0].text.text == "123456789012345678901234567890");
    CHECK(result.value().items[1].text.text == "0.1000");
}

TEST_CASE("faulty JSON is refused at its place", "[json][diag]") {
    CHECK(seen(read("{\"a\": 1, \"a\": 2}")) == "duplicate_key 1:10");
    CHECK(read("{\"a\": 1, \"a\": 2}").value().find("a")->text.text == "1");
    CHECK(seen(read("")) == "empty_file 1:1");
    CHECK(seen(read(" \n")) == "empty_file 1:1");
    CHECK(seen(read("[1,\n 2,]")) == "json_syntax 2:4");
    CHECK(seen(read("{'a': 1}")) == "json_syntax 1:2");
    CHECK(seen(read("[1] x")) == "json_syntax 1:5");
    CHECK(seen(read("\"\xC3\x28\"")) == "not_utf8 1:2");
    CHECK(seen(read(std::string(65, '[') + std::string(65, ']'))) == "too_deep 1:65");
    CHECK(seen(read(std::string(1'000'000, '['))) == "too_deep 1:65");
    CHECK(seen(read("[1, 2, 3]", {.bytes = 5, .depth = 9, .nodes = 9})) == "file_too_large 1:1");
    CHECK(seen(read("[1, 2, 3]", {.bytes = 50, .depth = 9, .nodes = 3})) == "file_too_large 1:9");
}

TEST_CASE("written JSON reads back in its order", "[json]") {
    json::Writer writer;
    writer.begin_object().member("z", "line\n\"quoted\" \\ \x01 é \xFF");
    writer.key("a").begin_array().integer(-3).number(0.1).number(1.0 / 0.0).boolean(true).null();
    writer.begin_object().end_object().begin_array().end_array().end_array();
    writer.end_object();
    const auto text = writer.take();
    CHECK(
        text ==
        "{\n  \"z\": \"line\\n\\\"quoted\\\" \\\\ \\u0001 é \xEF\xBF\xBD\",\n  \"a\": [\n    -3,\n    0.1,\n    null,\n"
        "    true,\n    null,\n    {},\n    []\n  ]\n}\n");
    const auto back = read(text);
    REQUIRE(back.ok());
    CHECK(back.value().members[0].key.text == "z");
    CHECK(back.value().members[1].value.items[1].text.text == "0.1");
}
