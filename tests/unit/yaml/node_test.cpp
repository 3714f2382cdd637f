// Nodes: valid YAML, and the way of every byte of a text back to the file.
#include "yaml/node.h"

#include "catch.h"
#include "diag/print.h"

namespace {

using namespace precis;

diag::Source source(std::string text) {
    return std::make_shared<const diag::SourceText>("t.yaml", std::move(text));
}

yaml::Node good(const std::string& text) {
    auto result = yaml::parse(source(text));
    INFO(text << "\n" << diag::print(result.diagnostics(), diag::Format::text));
    REQUIRE(result.ok());
    REQUIRE(result.diagnostics().empty());
    return std::move(result).value();
}

std::string at(const diag::Span& span) {
    return span.source->text().substr(span.begin, span.end - span.begin);
}

// Each byte that stands in the file as it stands in the text must be found there.
void check_way_back(const diag::Text& text) {
    const auto& bytes = text.span.source->text();
    for (std::size_t i = 0; i < text.text.size(); ++i) {
        const auto place = text.at(i, i + 1).begin;
        REQUIRE(place < bytes.size());
        const char c = text.text[i], there = bytes[place];
        INFO("byte " << i << " of “" << text.text << "” at " << place);
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // an escape is placed by its first byte
        if (c == ' ' || c == '\n') {
            CHECK((there == c || there == '\n' || there == '\r' || there == ' ' || there == '\\'));
        } else {
            CHECK((there == c || there == '\\'));
        }
    }
}

void check_all(const yaml::Node& node) {
    if (node.kind == yaml::Node::Kind::scalar) check_way_back(node.scalar);
    for (const auto& item : node.items) check_all(item);
    for (const auto& entry : node.entries) {
        check_way_back(entry.key);
        check_all(entry.value);
    }
}

}  // namespace

TEST_CASE("maps, lists and texts keep their order and their places", "[yaml]") {
    const auto root = good("b: one\na:\n  - two\n  - {x: 1, y: [2, 3]}\n");
    REQUIRE(root.entries.size() == 2);
    CHECK(root.entries[0].key.text == "b");
    CHECK(at(root.entries[1].key.span) == "a");
    const auto* list = root.find("a");
    REQUIRE(list);
    REQUIRE(list->items.size() == 2);
    CHECK(at(list->items[0].span) == "two");
    CHECK(at(list->items[1].span) == "{x: 1, y: [2, 3]}");
    CHECK(at(*&list->items[1].find("y")->span) == "[2, 3]");
    CHECK(root.find("c") == nullptr);
}

TEST_CASE("texts are not converted", "[yaml]") {
    const auto root = good("a: no\nb: 012\nc: 2026-04\nd: 'null'\ne: \"\"\nf: ''\n");
    CHECK(root.find("a")->scalar.text == "no");
    CHECK(root.find("b")->scalar.text == "012");
    CHECK(root.find("c")->scalar.text == "2026-04");
    CHECK(root.find("d")->scalar.text == "null");
    CHECK(root.find("e")->scalar.text.empty());
    CHECK(root.find("e")->style == yaml::Node::Style::quoted);
    CHECK(at(root.find("f")->span) == "''");
}

TEST_CASE("each byte of a text has its way back", "[yaml]") {
    const auto text = GENERATE(
        as<std::string>{},  //
        "a: plain text\nb: 1\n", "a: plain\n  over lines  \n\n  and a gap\nb: 1\n", "a: 'it''s quoted'\n",
        "a: 'over\n  lines\n\n\n  and gaps'\n", "a: \"tab\\t, \\u00e9\\x41\\U0001F600 end\"\n",
        "a: \"joined \\\n     without a break\"\n", "a: \"over \n   lines\n\n  \\ end \"\n",
        "a: |\n  one\n    two\n\n  three\nb: x\n", "a: |-\n\n\n  one\n\n\n  two\n", "a: |+\n  one\n\n\nb: x\n",
        "a: >\n  folded\n  text\n\n  para\n    more\n    deep\n  end\n", "a: |2\n    deep\n  less\n",
        "- - |\n    in a list\n    of lists\n", "a: |  # why\n  text\n", "a: >-\n  one two   \n  three\n",
        "\"quoted key\": x\n'other': y\n", "a: |\n  über alles\n  – näher\nb: \"Größe\"\n", "[a b\n c, 'd\n e']\n",
        "\xEF\xBB\xBF"
        "a: |\n  x\nb: 1\n",
        "a: one\r\nb: |\r\n  two\r\n  three\r\nc: x\r\n  y\r\n", "a: |\n  ends without a break", "a: \"\\\n  x\"\n");
    check_all(good(text));
}

TEST_CASE("a word in a block text is found on its line", "[yaml]") {
    const auto root = good("body: |\n  First {{ x }} line.\n\n  Second line.\n");
    const auto& text = root.find("body")->scalar;
    const auto span = text.at(text.text.find("Second"), text.text.find("Second") + 6);
    CHECK(span.source->place(span.begin).line == 4);
    CHECK(span.source->place(span.begin).column == 3);
    CHECK(at(span) == "Second");
}
