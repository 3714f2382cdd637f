// Any finite data in any size make a drawing whose words keep apart; what is no number is refused with its place.
#include <cmath>
#include <limits>

#include "diag/codes.h"
#include "fixture.h"
#include "marks.h"
#include "samples.h"
#include "soak.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

enum class Kind { equal, zero, positive, mixed, holes, huge, tiny };

bool is_whole(const std::string& type) {
    return type == "donut" || type == "pie" || type == "waffle" || type == "funnel" || type == "marimekko";
}

struct Dice {
    std::uint32_t state;
    double operator()() { return (state = state * 1664525u + 1013904223u) / 4294967296.0; }
};

doc::Value rolled(Dice& dice, Kind kind, bool positive) {
    const double roll = dice();
    switch (kind) {
        case Kind::equal:
            return value(7);
        case Kind::zero:
            return value(0);
        case Kind::mixed:
            return value(std::floor((roll - (positive ? 0 : 0.5)) * 2000));
        case Kind::holes:
            return roll < 0.4 ? unknown() : value(std::floor(roll * 100));
        case Kind::huge:
            return value(roll * 1e299);
        case Kind::tiny:
            return value(roll * 1e-12);
        case Kind::positive:
            break;
    }
    return value(std::floor(roll * 900) + 1);
}

doc::Chart rolled(const std::string& type, std::size_t rows, Kind kind, unsigned seed, std::size_t letters) {
    Dice dice{seed};
    doc::Chart chart;
    chart.form = form_of(type);
    const bool several =
        type == "slope" || type == "bump" || type == "marimekko" || type == "heatmap" || type == "line";
    const std::size_t series = several ? 3 : type == "dumbbell" ? 2 : 1;
    for (std::size_t c = 0; c < rows; ++c) {
        std::string name = "Row " + std::to_string(type == "box" || type == "strip" || type == "gantt" ? c % 5 : c);
        while (name.size() < letters) name += c % 3 ? " words" : "wort";
        chart.categories.push_back(name);
        chart.category_keys.push_back(std::to_string(c));
        if (type == "gantt" || type == "timeline" || type == "calendar") {
            const double begin = 18000 + std::floor(dice() * 1500);
            chart.periods.push_back({begin, begin + 1 + std::floor(dice() * 200)});
            chart.category_details.emplace_back();
        }
    }
    for (std::size_t s = 0; s < series; ++s) {
        auto& one = chart.series.emplace_back();
        if (series > 1) one.name = "Series " + std::to_string(s);
        while (series > 1 && one.name.size() < letters) one.name += " more";
        for (std::size_t c = 0; c < rows; ++c) one.values.push_back(rolled(dice, kind, is_whole(type)));
    }
    if (type == "scatter" || type == "bubble") {
        std::vector<double> xs, sizes;
        for (std::size_t c = 0; c < rows; ++c) xs.push_back(dice() * 100), sizes.push_back(dice() * 10 + 1);
        add_channel(chart, "x", xs, "Across");
        add_channel(chart, "size", sizes, "Size");
    }
    return chart;
}

}  // namespace

TEST_CASE("any finite data make a drawing whose words keep apart", "[chart][property]") {
    unsigned seed = GENERATE(from_range(precis::test::seeds(11)));
    for (const auto& type : form_types()) {
        if (type == "timeline" || type == "sankey" || type == "map") continue;  // their own tests
        for (const Kind kind :
             {Kind::equal, Kind::zero, Kind::positive, Kind::mixed, Kind::holes, Kind::huge, Kind::tiny}) {
            for (const std::size_t rows : {1u, 2u, 9u, 40u}) {
                const std::pair<double, double> sizes[] = {{120, 80}, {252, 128}, {510, 300}};
                const auto [width, height] = sizes[seed % 3];
                INFO(type << ", kind " << static_cast<int>(kind) << ", " << rows << " rows, " << width << " x "
                          << height);
                const auto got = drawn(rolled(type, rows, kind, seed++, 0), width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
                for (const auto& box : filled_boxes(got.value())) {
                    CHECK(box.x >= -0.5);
                    CHECK(box.right() <= got.value().size.width + 0.5);
                    CHECK(box.y >= -0.5);
                    CHECK(box.bottom() <= got.value().size.height + 0.5);
                }
            }
        }
    }
}

TEST_CASE("names of up to 200 letters are broken into lines or dropped, and words still keep apart",
          "[chart][property]") {
    for (const auto& type : form_types()) {
        if (type == "timeline" || type == "sankey" || type == "map") continue;
        for (const std::size_t letters : {1u, 30u, 80u, 200u}) {
            for (const auto& [width, height] : {std::pair{120.0, 80.0}, {252.0, 140.0}}) {
                INFO(type << ", " << letters << " letters, " << width << " x " << height);
                const auto got = drawn(rolled(type, 5, Kind::positive, 3, letters), width, height);
                REQUIRE(got.has_value());
                check_words(got.value());
            }
        }
    }
}

TEST_CASE("every form draws ten thousand rows", "[chart][property]") {
    for (const auto& type : form_types()) {
        if (type == "timeline" || type == "sankey" || type == "map") continue;
        // These look at each pair of their labels: 10,000 rows of them take a minute.
        const bool by_pairs = type == "dumbbell" || type == "marimekko" || type == "waterfall";
        const bool fewer = type == "gantt" || type == "heatmap" || (by_pairs && precis::test::soak() == 0);
        INFO(type);
        CHECK(drawn(rolled(type, fewer ? 2000 : 10000, Kind::positive, 5, 0), 252, 140).has_value());
    }
}

TEST_CASE("a number that is not finite is refused, with its category in the message", "[chart]") {
    for (const auto& type : form_types()) {
        for (const double bad :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1e301}) {
            auto chart = sample_of(type);
            chart.series[0].values[1].number = bad;
            const auto got = drawn(chart);
            INFO(type << " " << bad);
            REQUIRE_FALSE(got.has_value());
            CHECK(got.diagnostics()[0].code == diag::code::bad_axis_domain);
            CHECK_THAT(got.diagnostics()[0].message, ContainsSubstring(chart.categories[1]));
        }
    }
}
