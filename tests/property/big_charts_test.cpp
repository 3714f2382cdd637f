// Charts of very many points: small files (./dev bench has the time).
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
    std::string note;
};

Made pdf_of(const doc::Chart& chart) {
    auto drawing = drawn(chart, 500, 300);
    REQUIRE(drawing.has_value());
    Made made;
    made.note = drawing.value().note;
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
    return made;
}

}  // namespace

TEST_CASE("a scatter of 100,000 points is a PDF under 2 MB and says that it is thinned", "[chart][big]") {
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
    CHECK(made.note.rfind("n = 100,000 (thinned: ", 0) == 0);
}

TEST_CASE("a line of 1,000,000 points is a PDF under 2 MB and says that it is thinned", "[chart][big]") {
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
    CHECK(made.note.rfind("n = 1,000,000 (thinned: ", 0) == 0);
}
