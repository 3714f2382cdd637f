// Where values are, for readers who point at them or walk with the arrow keys: every form says so, alone and in panels.
// A timeline for a phone is a list.
#include <algorithm>

#include "catch.h"
#include "samples.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

Drawing pointed_at(const doc::Chart& chart, double width = 252, bool narrow = false) {
    auto context = house().context();
    context.spots = true;
    context.narrow = narrow;
    auto got = draw(chart, width, {}, context, {});
    REQUIRE(got.has_value());
    return std::move(got).value();
}

/// No-break and thin spaces as plain ones.
std::string plain(std::string words) {
    for (const auto* space : {"\u00a0", "\u202f", "\u2009"})
        for (auto at = words.find(space); at != std::string::npos; at = words.find(space))
            words.replace(at, std::string_view(space).size(), " ");
    return words;
}

bool tells(const Drawing& drawing, const std::string& words) {
    return std::any_of(drawing.spots.begin(), drawing.spots.end(), [&](const ValueSpot& spot) {
        const auto told = "\t" + plain(spot.words) + "\t";
        return told.find("\t" + words + "\t") != std::string::npos;
    });
}

/// What a reader is told of a value of the form's sample.
struct Told {
    const char *form, *words;
};
constexpr Told kTold[] = {
    {"bar", "2025\t41"},
    {"column", "2025\t41"},
    {"line", "2025\tNorth\t30"},
    {"area", "2025\tNorth\t30"},
    {"step", "2022\tWest\t5"},
    {"dot", "2023\t30"},
    {"lollipop", "2024\t22"},
    {"dumbbell", "Two\t2025\t12"},
    {"timeline", "Test\t1 June 2024 – 31 March 2025"},
    {"heatmap", "Q3\tRows\t9"},
    {"scatter", "Three\tAcross 9\t11"},
    {"bubble", "Three\tAcross 9\t11\tSize 50"},
    {"slope", "2025\tSouth\t20"},
    {"bump", "2022\tNorth\t10"},
    {"waterfall", "Losses\t−30"},
    {"donut", "Second\t31"},
    {"pie", "First\t52"},
    {"waffle", "Third\t17"},
    {"funnel", "Third\t17"},
    {"bullet", "Two\t40"},  // the target
    {"marimekko", "Large\tMiddle\t60"},
    {"gantt", "Test\t1 June 2024 – 31 March 2025"},
    {"box", "Odd\t101"},
    {"strip", "Even\t4"},
    {"histogram", "5–10\t14"},
    {"calendar", "14"},
    {"sankey", "Sun\tHomes\t10"},
    {"map", "41"},
};

}  // namespace

TEST_CASE("every form tells its values where they are drawn", "[chart][spots]") {
    for (const auto& type : form_types()) {
        INFO(type);
        const auto told =
            std::find_if(std::begin(kTold), std::end(kTold), [&](const Told& one) { return one.form == type; });
        REQUIRE(told != std::end(kTold));
        const auto drawing = pointed_at(sample_of(type));
        std::string all;
        for (const auto& spot : drawing.spots) all += spot.words + "\n";
        INFO(all);
        CHECK(tells(drawing, told->words));
        for (const auto& spot : drawing.spots) {
            CHECK(spot.words.find_first_not_of('\t') == 0);
            CHECK(spot.words.back() != '\t');
            CHECK(spot.at.x >= -0.5);
            CHECK(spot.at.x <= drawing.size.width + 0.5);
            CHECK(spot.at.y >= -0.5);
            CHECK(spot.at.y <= drawing.size.height + 0.5);
        }
        CHECK(
            draw(sample_of(type), 252, {}, house().context(), {}).value().spots.empty());  // only if they are asked for
    }
}

TEST_CASE("values in panels are told with the panel's name, in each panel", "[chart][spots][panels]") {
    for (const auto& type : form_types()) {
        if (row_of(form_of(type)).panels == vocabulary::Panels::none) continue;
        auto chart = sample_of(type);
        if (type == "area") chart.stack = vocabulary::Stack::none;
        const auto first = chart.series;
        const bool several = first.size() > 1;
        for (auto& series : chart.series) (several ? series.panel : series.name) = "Left";
        for (auto series : first) {
            (several ? series.panel : series.name) = "Right";
            chart.series.push_back(std::move(series));
        }
        chart.facets.emplace();
        INFO(type);
        const auto drawing = pointed_at(chart, 420);
        std::size_t left = 0, right = 0;
        double farthest = 0, nearest = 1e9;
        for (const auto& spot : drawing.spots) {
            if (spot.words.find("Left") != std::string::npos) ++left, farthest = std::max(farthest, spot.at.x);
            if (spot.words.find("Right") != std::string::npos) ++right, nearest = std::min(nearest, spot.at.x);
        }
        CHECK(left > 0);
        CHECK(left == right);
        CHECK(left + right == drawing.spots.size());
        if (drawing.size.height < 250) CHECK(farthest < nearest);  // side by side
    }
}

TEST_CASE("a timeline for a phone is a list by date, with today between what was and what will be", "[chart][spots]") {
    doc::Chart chart;
    chart.form = vocabulary::Form::timeline;
    chart.category_keys = {"2026", "2026-10-19/2026-10-21", "2026-04-07/2026-04-08", "2025"};
    chart.categories = {"Dubai, China and a name that takes more than a line of its own", "San Jose", "Paris",
                        "Review"};
    for (const auto& key : chart.category_keys) chart.category_details.push_back(house().locale.date(key));
    chart.category_details[2] += ": >600";
    chart.series.resize(2);
    chart.series[0].name = "Days";
    chart.series[1].name = "Conferences";
    for (auto& series : chart.series) series.values.resize(4);
    chart.series[0].values[0] = value(0, data::Status::plan);
    chart.series[1].values[1] = value(0, data::Status::plan);
    chart.series[1].values[2] = value(600);
    chart.series[0].values[3] = value(0);
    chart = timed(chart);
    chart.as_of = doc::Period{20696, 20697};
    const auto drawing = pointed_at(chart, 200, true);
    check_words(drawing);
    std::vector<std::pair<double, std::string>> lines;
    for (const auto& run : runs_of(drawing)) {
        lines.emplace_back(run.origin.y, plain(run.text));
        CHECK(run.origin.x + run.width <= 200.5);
    }
    const auto y_of = [&](const std::string& words) {
        for (const auto& [y, text] : lines)
            if (text.find(words) != std::string::npos) return y;
        FAIL_CHECK("no line says " << words);
        return 0.0;
    };
    CHECK(y_of("Review") < y_of("Paris"));
    CHECK(y_of("Paris") < y_of("31 August"));
    CHECK(y_of("31 August") < y_of("San Jose"));
    CHECK(y_of("San Jose") < y_of("Dubai"));  // a year stands behind a day within it
    CHECK(y_of("600") > y_of("Paris"));
    CHECK(drawing.spots.size() == 4);
    CHECK(tells(drawing, "Paris\t7–8 April 2026: >600"));
}
