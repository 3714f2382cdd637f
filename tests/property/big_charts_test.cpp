// Charts of very many points: small files, made quickly.
#include <ctime>

#include "../unit/chart/samples.h"
#include "paint/paint.h"
#include "publish/publish.h"

using namespace precis;
using namespace precis::chart::test;

namespace {

struct Dice {
    std::uint32_t state;
    double operator()() { return (state = state * 1664525u + 1013904223u) / 4294967296.0; }
};

struct Made {
    std::size_t bytes = 0;
    double cpu_s = 0;
    std::vector<std::string> words;
};

Made pdf_of(const doc::Chart& chart) {
    const auto begin = std::clock();
    auto drawing = drawn(chart, 500, 300);
    REQUIRE(drawing.has_value());
    Made made;
    made.words = words_of(drawing.value());
    scene::Document document;
    scene::Page page;
    page.size = drawing.value().size;
    page.items = drawing.value().items;
    document.pages.push_back(std::move(page));
    auto painted = paint::pdf(document, *house().fonts);
    REQUIRE(painted.has_value());
    const auto bytes = publish::finish_pdf(painted.value(), document);  // painted pages are not compressed yet
    REQUIRE(bytes.has_value());
    made.bytes = bytes.value().size();
    made.cpu_s = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return made;
}

}  // namespace

TEST_CASE("a scatter of 100,000 points is a PDF under 2 MB in a second, and says that it is thinned", "[chart][big]") {
    Dice dice{7};
    doc::Chart chart = chart_of("scatter", {});
    std::vector<double> xs;
    for (int i = 0; i < 100000; ++i) {
        chart.categories.emplace_back();
        chart.category_keys.push_back(std::to_string(i));
        const double x = dice() + dice() + dice();
        xs.push_back(x);
        chart.series[0].values.push_back(value(x + dice() + dice()));
    }
    add_channel(chart, "x", xs, "Across");
    const auto made = pdf_of(chart);
    CHECK(made.bytes < 2'000'000);
    CHECK(made.cpu_s < 1);
    const auto said = std::find_if(made.words.begin(), made.words.end(),
                                   [](const auto& words) { return words.find("n = 100,000 (thinned: ") == 0; });
    CHECK(said != made.words.end());
}

TEST_CASE("a line of 1,000,000 points is a PDF under 2 MB in three seconds", "[chart][big]") {
    Dice dice{9};
    doc::Chart chart = chart_of("line", {});
    double walk = 0;
    for (int i = 0; i < 1000000; ++i) {
        chart.categories.push_back(std::to_string(i));
        chart.category_keys.push_back(chart.categories.back());
        walk += dice() - 0.5;
        chart.series[0].values.push_back(value(walk));
    }
    const auto made = pdf_of(chart);
    CHECK(made.bytes < 2'000'000);
    CHECK(made.cpu_s < 3);
}
