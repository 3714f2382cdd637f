// Small multiples of lines, areas, steps and columns: places of the panels, shared scales, words.
#include "chart/panels/panel_grid.h"
#include "fixture.h"
#include "words_apart.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

doc::Chart panels(const std::string& type, std::size_t count, std::size_t years = 8) {
    doc::Chart chart;
    chart.form = form_of(type);
    chart.facets = doc::Facets();
    for (std::size_t c = 0; c < years; ++c) {
        chart.categories.push_back(std::to_string(2019 + c));
        chart.category_keys.push_back(chart.categories.back());
    }
    for (std::size_t s = 0; s < count; ++s) {
        doc::Chart::Series series;
        series.name = "Project " + std::to_string(s);
        for (std::size_t c = 0; c < years; ++c)
            series.values.push_back(value(static_cast<double>((s * 7 + c * 5) % 31)));
        chart.series.push_back(std::move(series));
    }
    return timed(std::move(chart));
}

}  // namespace

TEST_CASE("panels fill rows from the left, all of one size, none over another", "[chart]") {
    PanelRoom room;
    room.count = 11;
    room.across = 4;
    room.width = 514;
    room.first_gutter = 20;
    room.head = 15;
    room.foot = 10;
    const PanelGrid grid = panel_grid(room);
    REQUIRE(grid.plots.size() == 11);
    CHECK(grid.rows() == 3);
    CHECK(grid.is_left(4));
    CHECK_FALSE(grid.is_left(5));
    CHECK(grid.is_bottom(7));  // no twelfth panel stands beneath
    CHECK_FALSE(grid.is_bottom(6));
    CHECK(grid.plots[3].right() == Approx(514));
    CHECK(grid.plots[4].y - grid.plots[0].bottom() == Approx(25));
    CHECK(grid.height == Approx(grid.plots[10].bottom()));
    for (const auto& plot : grid.plots) CHECK(plot.width == Approx(grid.plots[0].width));
}

TEST_CASE("panels that are too narrow go into further rows", "[chart]") {
    PanelRoom room;
    room.count = 8;
    room.across = 8;
    room.width = 184;
    CHECK(panel_grid(room).across == 3);
    room.wish = 400;
    CHECK(panel_grid(room).height == Approx(400));
}

TEST_CASE("each panel has its name and its highest value; words of the scale are at the left only", "[chart]") {
    const auto drawing = drawn(panels("line", 6), 382).value();
    std::size_t tops = 0, names = 0, years = 0;
    for (const auto& word : words_of(drawing)) {
        tops += word == "40" || word == "30";
        names += word.starts_with("Project");
        years += word.starts_with("20") || word.starts_with("’");
    }
    CHECK(names == 6);
    CHECK(tops <= 4);
    CHECK(years >= 3);
    check_words(drawing);
}

TEST_CASE("free scales give each panel its own words", "[chart]") {
    auto chart = panels("column", 2);
    for (auto& one : chart.series[1].values) one.number = 1000 * *one.number;
    chart.facets->free_scales = true;
    const auto free = words_of(drawn(chart, 382).value());
    chart.facets->free_scales = false;
    const auto shared = words_of(drawn(chart, 382).value());
    CHECK(free.size() > shared.size());
}

TEST_CASE("ghosts are the other series in one path; columns and free scales have none", "[chart]") {
    const auto ghosts = [](const doc::Chart& chart) {
        std::size_t count = 0;
        const auto drawing = drawn(chart, 382).value();
        for (const auto& item : drawing.items) {
            const auto* path = std::get_if<scene::Path>(&item);
            std::size_t begins = 0;
            for (std::size_t i = 0; path && i < path->steps.size(); ++i)
                begins += std::holds_alternative<scene::MoveTo>(path->steps[i]);
            count += path && path->stroke && path->stroke->width == 0.5 && begins == 3 && path->steps.size() == 24;
        }
        return count;
    };
    auto chart = panels("area", 4);
    CHECK(ghosts(chart) == 4);
    chart.facets->free_scales = true;
    CHECK(ghosts(chart) == 0);
}

TEST_CASE("words of panels never meet nor leave the box", "[chart][property]") {
    for (const char* type : {"line", "area", "step", "column"})
        for (const std::size_t count : {1u, 2u, 5u, 12u})
            for (const double width : {120.0, 252.0, 514.0})
                for (const bool free : {false, true})
                    for (const char* labels : {"auto", "all", "extremes", "none"}) {
                        auto chart = panels(type, count, 3 + count);
                        chart.labels = vocabulary::named<vocabulary::Labels>(labels).value();
                        chart.facets->free_scales = free;
                        chart.series[0].highlighted = true;
                        chart.series[0].values.back().status = data::Status::partial;
                        chart.series[0].name += " with a name that is longer than its panel";
                        INFO(type << " " << count << " at " << width << ", labels " << labels << " free " << free);
                        const auto got = drawn(chart, width);
                        REQUIRE(got.has_value());
                        check_words(got.value());
                    }
}
