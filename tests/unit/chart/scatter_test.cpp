// Points on two axes: places from numbers, names that keep off each other, refusals.
#include <cmath>
#include <map>

#include "chart/checks/codes.h"
#include "chart/labels/point_labels.h"
#include "diag/codes.h"
#include "fixture.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

struct Point {
    std::string name;
    double x = 0, y = 0, size = 1;
};

doc::Chart points(const std::string& type, const std::vector<Point>& rows) {
    doc::Chart chart;
    chart.form = form_of(type);
    chart.series.emplace_back();
    doc::ChannelData x, size;
    x.label = "authors";
    size.label = "releases";
    for (const auto& row : rows) {
        chart.categories.push_back(row.name);
        chart.category_keys.push_back(row.name);
        chart.series[0].values.push_back(value(row.y));
        x.values.push_back(value(row.x));
        size.values.push_back(value(row.size));
    }
    chart.extra = {x, size};
    chart.extra_names = {vocabulary::Channel::x, vocabulary::Channel::size};
    return chart;
}

const std::vector<Point> kProjects{{"DeepSpeed", 525, 3309, 126},  {"verl", 518, 1964, 20},
                                   {"Feast", 447, 4533, 167},      {"Kubeflow Trainer", 315, 1542, 30},
                                   {"Helion", 101, 2248, 38},      {"FlagGems", 92, 852, 5},
                                   {"Safetensors", 84, 401, 31},   {"DeepInverse", 79, 1410, 10},
                                   {"NeuralOperator", 60, 870, 6}, {"PINA", 51, 745, 0},
                                   {"LMCache", 10, 119, 0}};

std::vector<base::Rect> discs(const Drawing& drawing) {
    std::vector<base::Rect> discs;
    for (const auto& item : drawing.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path && path->fill && path->steps.size() == 6)
            discs.push_back(scene::bounds(std::vector<scene::Item>{*path}));
    }
    return discs;
}

}  // namespace

TEST_CASE("on logarithmic axes equal factors are equal distances", "[chart]") {
    auto chart = points("scatter", {{"a", 10, 100}, {"b", 100, 1000}, {"c", 1000, 10000}});
    chart.scale = vocabulary::Scale::log;
    chart.extra[0].scale = vocabulary::Scale::log;
    const auto at = discs(drawn(chart).value());
    REQUIRE(at.size() == 3);
    CHECK(at[1].x - at[0].x == Approx(at[2].x - at[1].x));
    CHECK(at[0].y - at[1].y == Approx(at[1].y - at[2].y));
}

TEST_CASE("the areas of bubbles are in proportion to their sizes", "[chart]") {
    const auto at = discs(drawn(points("bubble", {{"a", 10, 100, 4}, {"b", 100, 50, 1}})).value());
    REQUIRE(at.size() == 2);
    CHECK((at[0].width - 0.7) / (at[1].width - 0.7) == Approx(2).margin(0.12));
}

TEST_CASE("every point is named, and no name covers another name or a point", "[chart]") {
    for (const bool logarithmic : {true, false}) {
        auto chart = points("scatter", kProjects);
        chart.category_highlighted.assign(kProjects.size(), false);
        chart.category_highlighted[1] = chart.category_highlighted[4] = true;
        if (logarithmic) chart.scale = chart.extra[0].scale = vocabulary::Scale::log;
        const auto got = drawn(chart, 252, 165);
        REQUIRE(got.ok());
        check_words(got.value());
        if (logarithmic) CHECK(got.diagnostics().empty());  // evenly spread: all have a place
        for (const auto& project : kProjects) CHECK((says(got.value(), project.name) || !got.diagnostics().empty()));
        for (const auto& run : runs_of(got.value()))
            for (const auto& disc : discs(got.value())) {
                const base::Rect word{run.origin.x, run.origin.y - 0.6 * run.size, run.width, 0.6 * run.size};
                INFO(run.text);
                CHECK_FALSE((word.x < disc.right() - 1 && disc.x + 1 < word.right() && word.y < disc.bottom() - 1 &&
                             disc.y + 1 < word.bottom()));
            }
    }
}

TEST_CASE("words of points never meet nor leave the box", "[chart][property]") {
    std::uint32_t state = 7;
    const auto next = [&] { return (state = state * 1664525u + 1013904223u) / 4294967296.0; };
    for (const char* type : {"scatter", "bubble"})
        for (const std::size_t count : {1u, 2u, 12u, 40u, 120u})
            for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 165.0}, {514.0, 260.0}}) {
                std::vector<Point> rows;
                for (std::size_t i = 0; i < count; ++i)
                    rows.push_back({"Point " + std::to_string(i), next() * 50, (next() - 0.3) * 900, next() * 9});
                auto chart = points(type, rows);
                chart.value_label = "commits";
                INFO(type << " " << count << " " << width);
                const auto got = drawn(chart, width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
}

TEST_CASE("points without x, a log of zero and an area below zero are refused", "[chart][diag]") {
    auto chart = points("scatter", {{"a", 0, 1}});
    chart.extra[0].scale = vocabulary::Scale::log;
    REQUIRE(drawn(chart).diagnostics().size() == 1);
    CHECK(drawn(chart).diagnostics().front().code == chart::code::log_of_zero);
    chart.extra.clear();
    chart.extra_names.clear();
    CHECK(drawn(chart).diagnostics().front().code == diag::code::channel_missing);
    CHECK(drawn(points("bubble", {{"a", 1, 1, -1}})).diagnostics().front().code == diag::code::bad_value);
}

TEST_CASE("a label with other free places makes room for a label without", "[chart]") {
    doc::Chart chart = chart_of("scatter", {});
    auto context = house().context();
    Canvas canvas(context, chart, 200, {});
    const auto word = [&](const char* text) { return canvas.measure(text, canvas.label_look()); };
    const double width = word("Alpha").width;
    // A strip one label high: a has room at both sides, b only at its left, where a would stand by preference.
    const base::Point a{80, 50}, b{80 + 5.5 + width + 12, 50};
    canvas.take({0, 0, 200, 44});
    canvas.take({0, 56, 200, 60});
    canvas.take({b.x, 40, 100, 20});
    std::vector<PointLabel> labels(2);
    labels[0] = {word("Alpha"), a, 2.9, 1};
    labels[1] = {word("Bravo"), b, 2.9, 0};
    draw_point_labels(canvas, labels, {0, 0, 200, 100});
    Drawing drawing;
    drawing.items = canvas.finish();
    CHECK(std::move(canvas).diagnostics().empty());
    std::map<std::string, base::Rect> at;
    for (const auto& run : runs_of(drawing)) at[run.text] = rect_of(run);
    REQUIRE(at.size() == 2);
    CHECK(at["Alpha"].right() < a.x);
    CHECK((at["Bravo"].x > a.x && at["Bravo"].right() < b.x));
}
