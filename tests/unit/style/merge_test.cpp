// Merging of trees: its laws, over random trees from a fixed seed.
#include "style/merge.h"

#include <random>

#include "catch.h"
#include "soak.h"

using namespace precis;
using yaml::Node;

namespace {

Node scalar(std::string text) {
    Node node;
    node.scalar.text = std::move(text);
    return node;
}

/// A tree of maps, lists and scalars over few keys, so that trees meet; maps are not empty.
Node random_tree(std::mt19937& random, int depth) {
    const auto pick = [&](unsigned n) { return random() % n; };
    Node node;
    if (depth > 0 && pick(5) < 3) {
        node.kind = Node::Kind::map;
        for (const char key : {'a', 'b', 'c', 'd'}) {
            if (pick(2) == 0 && (key != 'd' || !node.entries.empty())) continue;
            yaml::Entry entry;
            entry.key.text = std::string(1, key);
            entry.value = random_tree(random, depth - 1);
            node.entries.push_back(std::move(entry));
        }
        return node;
    }
    if (pick(4) == 0) {
        node.kind = Node::Kind::sequence;
        for (auto i = pick(3); i > 0; --i) node.items.push_back(scalar(std::to_string(pick(9))));
        return node;
    }
    return scalar(std::to_string(pick(9)));
}

/// Equal but for the order of keys.
bool same(const Node& a, const Node& b) {
    if (a.kind != b.kind || a.entries.size() != b.entries.size()) return false;
    if (a.kind != Node::Kind::map) return a == b;
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const yaml::Entry& entry) {
        const auto* other = b.find(entry.key.text);
        return other != nullptr && same(entry.value, *other);
    });
}

bool same_kind_everywhere(const Node& a, const Node& b) {
    if ((a.kind == Node::Kind::map) != (b.kind == Node::Kind::map)) return false;
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const yaml::Entry& entry) {
        const auto* other = b.find(entry.key.text);
        return other == nullptr || same_kind_everywhere(entry.value, *other);
    });
}

}  // namespace

TEST_CASE("a merged tree has every key of both, and the upper one's values", "[style]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(7)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    int maps = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto under = random_tree(random, 4), over = random_tree(random, 4);
        const auto both = style::merged(under, over);
        CHECK(same(style::merged(under, under), under));
        CHECK(same(style::merged(both, over), both));
        if (under.kind != Node::Kind::map || over.kind != Node::Kind::map) {
            CHECK(both == over);
            continue;
        }
        ++maps;
        for (const auto& entry : under.entries) CHECK(both.find(entry.key.text) != nullptr);
        for (const auto& entry : over.entries) {
            const auto* value = both.find(entry.key.text);
            REQUIRE(value != nullptr);
            if (entry.value.kind != Node::Kind::map) CHECK(*value == entry.value);
        }
    }
    CHECK(maps > 100);
}

TEST_CASE("it does not matter which pair of three is merged first, where their shapes agree", "[style]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(11)));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    int tried = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto a = random_tree(random, 3), b = random_tree(random, 3), c = random_tree(random, 3);
        if (!same_kind_everywhere(a, b) || !same_kind_everywhere(b, c) || !same_kind_everywhere(a, c)) continue;
        ++tried;
        CHECK(same(style::merged(style::merged(a, b), c), style::merged(a, style::merged(b, c))));
    }
    CHECK(tried > 100);
}

TEST_CASE("a merged tree keeps the order of keys and the places of values", "[style]") {
    const auto source = std::make_shared<diag::SourceText>("over.yaml", "b: 2");
    Node under, over;
    under.kind = over.kind = Node::Kind::map;
    under.entries = {{{.text = "a", .span = {}, .pieces = {}}, scalar("1")},
                     {{.text = "b", .span = {}, .pieces = {}}, scalar("1")}};
    over.entries = {{{.text = "c", .span = {}, .pieces = {}}, scalar("3")},
                    {{.text = "b", .span = {source, 0, 1}, .pieces = {}}, scalar("2")}};
    const auto both = style::merged(under, over);
    REQUIRE(both.entries.size() == 3);
    CHECK(both.entries[0].key.text == "a");
    CHECK(both.entries[1].key.text == "b");
    CHECK(both.entries[1].key.span.source == source);
    CHECK(both.entries[1].value.scalar.text == "2");
    CHECK(both.entries[2].key.text == "c");
}

TEST_CASE("an empty mapping replaces", "[style]") {
    Node under, over;
    under.kind = over.kind = Node::Kind::map;
    under.entries = {{{.text = "a", .span = {}, .pieces = {}}, scalar("1")}};
    CHECK(style::merged(under, over).entries.empty());
}
