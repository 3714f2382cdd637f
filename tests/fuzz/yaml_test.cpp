// The YAML reader under hostile and damaged texts: a tree or diagnostics, never a crash, never for long.
#include "base/utf8.h"
#include "catch.h"
#include "hostile.h"
#include "soak.h"
#include "yaml/node.h"

using namespace precis;
using namespace precis::fuzz;

namespace {

constexpr int kDamages = 600;  // of each file

void check_node(const yaml::Node& node, std::size_t size) {
    if (node.span.end > size) FAIL_CHECK("a node is outside its file");
    if (base::first_invalid_utf8(node.scalar.text)) FAIL_CHECK("a scalar is not UTF-8");
    for (const auto& entry : node.entries) check_node(entry.value, size);
    for (const auto& item : node.items) check_node(item, size);
}

void read(std::string text) {
    const auto size = text.size();
    auto result = yaml::parse(std::make_shared<const diag::SourceText>("t.yaml", std::move(text)));
    check_diagnostics(result.diagnostics());
    if (!result.has_value()) {
        CHECK(diag::has_errors(result.diagnostics()));
        return;
    }
    check_node(result.value(), size);
}

}  // namespace

TEST_CASE("no hostile text breaks the YAML reader", "[fuzz][yaml]") {
    for (auto& text : hostile_texts()) {
        INFO(text.substr(0, 60));
        read(std::move(text));
    }
}

TEST_CASE("no damage to a real file breaks the YAML reader", "[fuzz][yaml]") {
    const unsigned seed = GENERATE(from_range(precis::test::seeds(20260831)));
    INFO("seed " << seed);
    for (const auto* path : {"samples/conference-europe-2026/briefing.yaml", "data/model.yaml", "layouts/base.yaml"}) {
        const auto whole = repository_file(path);
        std::mt19937 random(seed);
        for (int i = 0; i < kDamages; ++i) {
            INFO(path << " " << i);
            read(damaged(whole, random));
        }
    }
}
