// The graph of a sankey chart: stages, cycles, totals; the order of its nodes beside the best of all orders; places.
#include "flows.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "chart/checks/codes.h"
#include "chart/scales/flow_places.h"
#include "diag/codes.h"
#include "doc/channels.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

/// The fewest crossings of all orders of all stages, tried one by one.
std::size_t fewest(FlowOrder order, std::size_t stage = 0) {
    if (stage == order.stages.size()) return crossings(order);
    auto& slots = order.stages[stage];
    std::sort(slots.begin(), slots.end());
    auto least = static_cast<std::size_t>(-1);
    do {
        least = std::min(least, fewest(order, stage + 1));
    } while (std::next_permutation(slots.begin(), slots.end()));
    return least;
}

/// Flows between random nodes of consecutive or farther stages, every pair once.
std::vector<FlowRow> rolled(std::mt19937& dice, int stages, int nodes, int count) {
    std::set<std::pair<std::string, std::string>> seen;
    std::vector<FlowRow> rows;
    const auto name = [](int stage, int node) { return std::to_string(stage) + "/" + std::to_string(node); };
    for (int i = 0; i < count; ++i) {
        const int from = static_cast<int>(dice() % static_cast<unsigned>(stages - 1));
        const int to = from + 1 + static_cast<int>(dice() % 4 == 0 && from + 2 < stages);
        const auto a = name(from, static_cast<int>(dice() % static_cast<unsigned>(nodes)));
        const auto b = name(to, static_cast<int>(dice() % static_cast<unsigned>(nodes)));
        if (seen.emplace(a, b).second) rows.push_back({a, b, 1 + static_cast<double>(dice() % 90)});
    }
    return rows;
}

}  // namespace

TEST_CASE("stages follow the longest path, and totals the larger sum", "[chart][flows]") {
    const auto flows = flows_of(flow_chart({{"a", "b", 5}, {"b", "c", 3}, {"a", "c", 2}, {"c", "d", 4}}));
    REQUIRE(flows.nodes.size() == 4);
    CHECK(flows.stages == 4);
    CHECK(flows.nodes[0].stage == 0);
    CHECK(flows.nodes[2].stage == 2);  // by way of b, although a leads there directly
    CHECK(flows.nodes[2].in == 5);
    CHECK(flows.nodes[2].out == 4);
    CHECK(flows.nodes[2].total() == 5);
    CHECK(flows.cycle.empty());
}

TEST_CASE("a cycle is found wherever it lies, and in its own direction", "[chart][flows]") {
    const auto names = [](const Flows& flows) {
        std::string all;
        for (const auto node : flows.cycle) all += flows.nodes[node].name;
        return all;
    };
    const auto flows =
        flows_of(flow_chart({{"s", "a", 1}, {"a", "b", 1}, {"b", "c", 1}, {"c", "a", 1}, {"c", "t", 1}}));
    const auto cycle = names(flows);
    CHECK((cycle == "abca" || cycle == "bcab" || cycle == "cabc"));
    CHECK(names(flows_of(flow_chart({{"a", "a", 1}}))) == "aa");
    CHECK(names(flows_of(flow_chart({{"a", "b", 1}, {"b", "c", 1}}))).empty());
}

TEST_CASE("a node's sums may differ by what rounding explains", "[chart][flows]") {
    CHECK(unbalanced(flows_of(flow_chart({{"a", "b", 10}, {"b", "c", 10.4}})), 0).empty());
    CHECK(unbalanced(flows_of(flow_chart({{"a", "b", 10}, {"b", "c", 7}})), 0) == std::vector<std::size_t>{1});
    CHECK(unbalanced(flows_of(flow_chart({{"a", "b", 10}, {"b", "c", 10.4}})), 1) == std::vector<std::size_t>{1});
}

TEST_CASE("a total keeps the qualifier of its flows", "[chart][flows]") {
    auto chart = flow_chart({{"a", "c", 10}, {"b", "c", 5}, {"b", "d", 1}});
    chart.series[0].values[0].qualifier = data::Qualifier::more_than;
    const auto flows = flows_of(chart);
    CHECK(total_of(chart, flows, 1).qualifier == data::Qualifier::more_than);  // c: 10 and more, and 5
    CHECK(total_of(chart, flows, 1).number == 15);
    CHECK(total_of(chart, flows, 3).qualifier == data::Qualifier::none);
    chart.series[0].values[1].qualifier = data::Qualifier::at_most;
    CHECK(total_of(chart, flows_of(chart), 1).qualifier == data::Qualifier::about);
}

TEST_CASE("crossings are counted between neighbouring stages, not at a common node", "[chart][flows]") {
    const auto crossed = ordered(flows_of(flow_chart({{"a", "y", 1}, {"b", "x", 1}, {"a", "x", 1}, {"b", "y", 1}})));
    CHECK(crossings(crossed) == 1);  // two by two, all joined: one crossing is left in every order
    const auto star = ordered(flows_of(flow_chart({{"a", "x", 1}, {"a", "y", 1}, {"a", "z", 1}})));
    CHECK(crossings(star) == 0);
    const auto untangled = ordered(flows_of(flow_chart({{"a", "y", 1}, {"b", "x", 1}})));
    CHECK(crossings(untangled) == 0);
}

TEST_CASE("no order of a small chart has fewer crossings than the one chosen", "[chart][flows][property]") {
    std::mt19937 dice(7);
    for (int i = 0; i < 60; ++i) {
        const int stages = 2 + i % 2, nodes = 2 + i % 3;
        const auto rows = rolled(dice, stages, nodes, 3 + i % 8);
        const auto order = ordered(flows_of(flow_chart(rows)));
        double orders = 1;
        for (const auto& stage : order.stages)
            for (std::size_t k = 2; k <= stage.size(); ++k) orders *= static_cast<double>(k);
        if (orders > 20000) continue;
        INFO(i << ": " << rows.size() << " flows");
        CHECK(crossings(order) == fewest(order));
    }
}

TEST_CASE("the sweeps of wide charts come to the best order of all, too", "[chart][flows][property]") {
    std::mt19937 dice(11);
    int best = 0, tried = 0;
    for (int i = 0; i < 20; ++i) {
        const auto rows = rolled(dice, 2, 7, 9);
        const auto order = ordered(flows_of(flow_chart(rows)));
        const auto most = std::max(order.stages[0].size(), order.stages[1].size());
        if (most <= kExact || order.stages[0].size() + order.stages[1].size() > 12) continue;
        // One side at a time is enough: the other side's best order follows from trying all of both.
        ++tried;
        best += crossings(order) == fewest(order);
    }
    CHECK(tried > 3);
    CHECK(best == tried);
}

TEST_CASE("flows that were drawn apart are untangled, however many", "[chart][flows]") {
    for (const std::size_t count : {3u, 6u, 20u, 60u}) {
        std::vector<FlowRow> rows;
        for (std::size_t i = 0; i < count; ++i) {
            const auto k = i * 7 % count;
            rows.push_back({"a" + std::to_string(k), "b" + std::to_string(count - 1 - i * 7 % count), 1});
            rows.push_back({"b" + std::to_string(i), "c" + std::to_string(i * 11 % count), 1});
        }
        INFO(count);
        CHECK(crossings(ordered(flows_of(flow_chart(rows)))) == 0);
    }
}

TEST_CASE("nodes keep their distances and the scale is one for all flows", "[chart][flows]") {
    std::mt19937 dice(3);
    for (int i = 0; i < 30; ++i) {
        const auto flows = flows_of(flow_chart(rolled(dice, 3 + i % 3, 2 + i % 5, 6 + i)));
        const auto order = ordered(flows);
        const FlowRoom room{300, 4, 1, std::vector<double>(flows.nodes.size(), 10)};
        const double scale = largest_scale(flows, order, room);
        REQUIRE(scale > 0);
        const auto places = placed(flows, order, room, scale);
        for (const auto& stage : order.stages) {
            for (std::size_t k = 0; k < stage.size(); ++k) {
                const auto& at = places.slots[stage[k]];
                CHECK(at.lo >= -1e-6);
                CHECK(at.hi <= 300 + 1e-6);
                if (k == 0) continue;
                const auto& above = places.slots[stage[k - 1]];
                CHECK(at.lo - above.hi >= 4 - 1e-6);
                const bool words = order.slots[stage[k]].node && order.slots[stage[k - 1]].node;
                if (words) CHECK((at.lo + at.hi - above.lo - above.hi) / 2 >= 10 - 1e-6);
            }
        }
        for (std::size_t f = 0; f < flows.flows.size(); ++f)
            for (const auto* ends : {&places.out[f], &places.into[f]})
                for (const auto& end : *ends) CHECK(end.hi - end.lo == Approx(flows.flows[f].size * scale));
    }
}

TEST_CASE("flows that cannot be drawn are refused, each with its row", "[chart][flows][diag]") {
    const auto said = [](const doc::Chart& chart) {
        const auto got = drawn(chart, 400);
        REQUIRE_FALSE(got.has_value());
        return got.diagnostics().front().message;
    };
    const auto circle = drawn(flow_chart({{"a", "b", 1}, {"b", "c", 1}, {"c", "b", 1}}));
    REQUIRE_FALSE(circle.has_value());
    CHECK(circle.diagnostics().front().code == chart::code::flow_cycle);
    CHECK_THAT(circle.diagnostics().front().message, ContainsSubstring("circle: "));
    CHECK(said(flow_chart({{"a", "b", -3}})) == "the flow from “a” to “b” is -3, below zero");
    CHECK(said(flow_chart({{"a", "b", 1}, {"a", "b", 2}})) == "the data have two rows for the flow from “a” to “b”");
    CHECK(said(flow_chart({{"a", "", 1}})) == "the flow of row 1 has no name in `y`");
    auto unknown_size = flow_chart({{"a", "b", 1}, {"a", "c", 1}});
    unknown_size.series[0].values[1] = unknown();
    CHECK(said(unknown_size) == "the flow from “a” to “c” has no number");
    auto nowhere = flow_chart({{"a", "b", 1}});
    nowhere.extra.clear();
    nowhere.extra_names.clear();
    CHECK(drawn(nowhere).diagnostics().front().code == diag::code::channel_missing);
    auto panels = flow_chart({{"a", "b", 1}});
    panels.facets.emplace();
    CHECK(said(panels) == "a sankey chart can't be drawn in panels");
}

TEST_CASE("sums that differ at a node are reported, and can be answered", "[chart][flows][lint]") {
    const auto got = drawn(flow_chart({{"a", "b", 100}, {"b", "c", 60}}), 400);
    REQUIRE(got.ok());
    REQUIRE(got.diagnostics().size() == 1);
    CHECK(got.diagnostics()[0].code == diag::code::parts_do_not_sum);
    CHECK(got.diagnostics()[0].message == "into “b” flow 100, out of it 60");
    CHECK(drawn(flow_chart({{"a", "b", 100}, {"b", "c", 100}}), 400).diagnostics().empty());
}

TEST_CASE("every node is named with its total, beside the plot at both sides", "[chart][flows]") {
    const auto drawing =
        drawn(flow_chart({{"Wind", "Grid", 40}, {"Sun", "Grid", 25}, {"Grid", "Homes", 65}}), 400).value();
    for (const char* words : {"Wind 40", "Sun 25", "Grid 65", "Homes 65"}) {
        INFO(words);
        const auto runs = runs_of(drawing);
        std::string all;
        for (const auto& run : runs) all += run.text + " ";
        CHECK_THAT(all, ContainsSubstring(words));
    }
    auto bare = flow_chart({{"Wind", "Grid", 40}});
    bare.labels = vocabulary::Labels::none;
    CHECK(words_of(drawn(bare, 400).value()) == std::vector<std::string>{"Wind", "Grid"});
}

TEST_CASE("a highlighted node and its flows have the accent, the others are quiet", "[chart][flows]") {
    auto chart = flow_chart({{"a", "c", 3}, {"b", "c", 4}, {"b", "d", 2}});
    const auto fills = [&] {
        std::vector<base::Color> colors;
        const auto drawing = drawn(chart, 400).value();
        for (const auto& item : drawing.items)
            if (const auto* path = std::get_if<scene::Path>(&item); path && path->fill) colors.push_back(*path->fill);
        return colors;
    };
    const auto accent = house().layout.chart.highlight;
    auto plain = fills();
    CHECK(std::count(plain.begin(), plain.end(), accent) == 0);
    chart.highlighted = {"a"};
    const auto loud = fills();
    CHECK(std::count(loud.begin(), loud.end(), accent) == 1);  // the node
    CHECK(loud.size() == plain.size());
    CHECK(loud != plain);  // the bands, too
}

TEST_CASE("words of nodes keep apart, whatever the flows, the names and the room", "[chart][flows][property]") {
    std::mt19937 dice(5);
    const std::vector<std::string> names{"Sun", "Long-distance heat",
                                         "A name that needs several lines to be printed whole",
                                         "Donaudampfschifffahrtsgesellschaftskapitänsversammlung"};
    for (int i = 0; i < 40; ++i) {
        auto rows = rolled(dice, 2 + i % 4, 1 + i % 7, 2 + i);
        for (auto& row : rows)
            for (auto* end : {&row.from, &row.to})
                *end = names[end->size() % 2 * 2 + static_cast<std::size_t>(i % 2)] + " " + *end;
        for (const auto& [width, height] : {std::pair{252.0, 140.0}, {510.0, 260.0}, {680.0, 330.0}}) {
            auto chart = flow_chart(rows);
            chart.labels = i % 3 == 0 ? vocabulary::Labels::all : vocabulary::Labels::automatic;
            const auto got = drawn(chart, width, height);
            INFO(i << ", " << rows.size() << " flows, " << width << " x " << height);
            if (!got.has_value() || diag::has_errors(got.diagnostics())) continue;  // too many for the room
            check_words(got.value());
        }
    }
}

TEST_CASE("thirty nodes in each of five stages are drawn, or refused with a remedy", "[chart][flows]") {
    std::mt19937 dice(9);
    std::vector<FlowRow> rows;
    for (int stage = 0; stage < 4; ++stage)
        for (int node = 0; node < 30; ++node)
            for (int i = 0; i < 2; ++i)
                rows.push_back({fmt::format("{}–{}", stage, node),
                                fmt::format("{}–{}", stage + 1, (node * 7 + i * 13) % 30),
                                1 + static_cast<double>(dice() % 50)});
    const auto page = drawn(flow_chart(rows), 510);  // as tall as its words need
    REQUIRE(page.ok());
    check_words(page.value());
    CHECK(page.value().size.height > 30 * 9);
    CHECK(std::none_of(page.diagnostics().begin(), page.diagnostics().end(),
                       [](const auto& one) { return one.code == diag::code::label_dropped; }));
    const auto slide = drawn(flow_chart(rows), 640, 260);
    REQUIRE(slide.ok());
    CHECK(std::any_of(slide.diagnostics().begin(), slide.diagnostics().end(),
                      [](const auto& one) { return one.code == diag::code::label_dropped; }));
    CHECK_FALSE(drawn(flow_chart(rows), 120, 100).ok());
}

TEST_CASE("the alternative text of flows gives all of few, and the ends of many", "[chart][flows][describe]") {
    const auto locale = *locale::Locale::find("en-GB");
    CHECK(describe(flow_chart({{"Wind", "Grid", 40}, {"Grid", "Homes", 40}}), locale) ==
          "Sankey chart of 2 values, from 3 places in 3 stages. Wind to Grid 40 and Grid to Homes 40.");
    CHECK(describe(flow_chart({{"a", "c", 1},
                               {"a", "d", 2},
                               {"a", "e", 3},
                               {"b", "c", 4},
                               {"b", "d", 5},
                               {"b", "e", 6},
                               {"b", "f", 9}}),
                   locale) ==
          "Sankey chart of 7 values, from 6 places in 2 stages. From a 6; from b 24; largest flow b to f 9; smallest a "
          "to c 1.");
}
