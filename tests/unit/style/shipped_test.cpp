// The layouts of the program: each loads without a finding and holds the tokens of the design system.
#include "catch.h"
#include "diag/print.h"
#include "fixture.h"
#include "style/load.h"

using namespace precis;
using style::Layout;

namespace {

style::LayoutSearch search_shipped() {
    auto search = search_in(PRECIS_SOURCE_DIR, {kShipped});
    search.brand = kShipped / "brand.yaml";
    return search;
}
const style::LayoutSearch kSearch = search_shipped();

Layout shipped(const std::string& name) {
    auto loaded = style::load(name, kSearch, {});
    INFO(diag::print(loaded.diagnostics(), diag::Format::text));
    REQUIRE(loaded.diagnostics().empty());
    return std::move(loaded).value();
}

double column_of(const Layout& l) {
    return (l.page.width - l.margins.left - l.margins.right - l.grid.gutter * (l.grid.columns - 1)) / l.grid.columns;
}

}  // namespace

TEST_CASE("every layout of the program loads without a finding, with the brand and without", "[style]") {
    const auto names = style::layout_names(kSearch);
    CHECK(std::find(names.begin(), names.end(), "research-note") != names.end());
    CHECK(std::find(names.begin(), names.end(), "research-note-letter") != names.end());
    CHECK(std::find(names.begin(), names.end(), "base") == names.end());   // no title: only extended
    CHECK(std::find(names.begin(), names.end(), "brand") == names.end());  // no layout
    CHECK(std::is_sorted(names.begin(), names.end()));
    for (const auto& name : names) {
        shipped(name);
        auto plain = kSearch;
        plain.brand.clear();
        CHECK(style::load(name, plain, {}).diagnostics().empty());
    }
}

TEST_CASE("columns are 30 pt wide with gutters of 14 pt, on A4 and on Letter", "[style]") {
    const auto a4 = shipped("research-note");
    const auto letter = shipped("research-note-letter");
    CHECK(a4.page == base::Size{595.28, 841.89});
    CHECK(letter.page == base::Size{612, 792});
    CHECK(column_of(a4) == Approx(30).margin(1e-9));
    CHECK(column_of(letter) == Approx(30).margin(1e-9));
    CHECK(letter.grid == a4.grid);
    CHECK(letter.chart == a4.chart);
    CHECK(letter.styles == a4.styles);
}

TEST_CASE("every style that later rooms use exists", "[style]") {
    const auto l = shipped("research-note");
    for (const auto* name : {"wordmark",
                             "title",
                             "heading-1",
                             "heading-2",
                             "heading-3",
                             "page-heading",
                             "summary",
                             "overline",
                             "exhibit-number",
                             "body",
                             "body-first",
                             "body-next",
                             "list",
                             "quote",
                             "code",
                             "finding",
                             "finding-heading",
                             "recommendation",
                             "recommendation-heading",
                             "pull",
                             "figure-value",
                             "figure-sign",
                             "figure-unit",
                             "figure-label",
                             "figure-detail",
                             "side-heading",
                             "side-note",
                             "side-label",
                             "source",
                             "source-number",
                             "meta",
                             "meta-strong",
                             "exhibit-title",
                             "exhibit-subtitle",
                             "exhibit-note",
                             "exhibit-lead",
                             "chart-label",
                             "chart-value",
                             "chart-highlight",
                             "table-head",
                             "table-cell",
                             "table-group",
                             "citation",
                             "running",
                             "running-strong",
                             "footer",
                             "footer-strong",
                             "fact-name",
                             "watch-date",
                             "footnote",
                             "sticker"}) {
        INFO(name);
        CHECK(l.styles.contains(name));
    }
    CHECK(l.style("title").family == "Vollkorn");
    CHECK(l.style("title").size == 30.5);
    CHECK(l.style("title").leading == 35);
    CHECK(l.style("title").weight == 700);
    CHECK(l.style("title").tracking == -0.012);
    CHECK(l.style("title").align == style::Align::left);
    CHECK_FALSE(l.style("title").hyphens);
    CHECK(l.style("body").align == style::Align::justify);
    CHECK(l.style("body-next").indent == 10.5);
    CHECK(l.style("body-first").indent == 0);
    CHECK(l.style("overline").capitals);
    CHECK(l.style("overline").tracking == 0.06);
    CHECK(l.style("recommendation-heading").color == l.color("primary"));
    CHECK(l.style("citation").rise == 0.42);
    CHECK(l.style("fact-name").family == "JetBrains Mono");
    CHECK(l.style("exhibit-lead").weight == 800);
}

TEST_CASE("body text and the styles beside it share the baseline grid's steps of 3.5 pt", "[style]") {
    const auto l = shipped("research-note");
    for (const auto* name : {"body", "body-next", "list", "quote", "heading-1", "heading-2", "heading-3", "summary",
                             "finding", "finding-heading", "title", "page-heading", "side-note", "exhibit-title"}) {
        INFO(name);
        const double steps = l.style(name).leading / 1.75;
        CHECK(steps == Approx(std::round(steps)).margin(1e-9));
    }
}

TEST_CASE("the parts of a research note stand in order, in frames of the page", "[style]") {
    const auto l = shipped("research-note");
    std::vector<std::string> order;
    for (const auto& part : l.parts) {
        order.emplace_back(vocabulary::name_of(part.part));
        REQUIRE(l.master("page") != nullptr);
        CHECK(l.master("page")->frame(part.frame) != nullptr);
    }
    CHECK(order == std::vector<std::string>{"masthead", "title", "summary", "key-figures", "findings",
                                            "recommendations", "foreword", "sections", "appendix", "watch", "glossary",
                                            "sources", "method", "disclosure", "related", "about", "authors", "index"});
    CHECK(l.parts[3].max == 4);
    CHECK(l.parts[5].band == l.color("light"));
    CHECK(l.master("first")->frames == l.master("page")->frames);
    const auto* side = l.master("page")->frame("side");
    const auto* main = l.master("page")->frame("main");
    REQUIRE((side && main));
    CHECK(side->last_column == 3);
    CHECK(main->first_column == 4);
    CHECK(main->text_columns == 2);
}

TEST_CASE("the contrasts of the design system hold", "[style]") {
    const auto l = shipped("research-note");
    const auto on = [&](const char* color, const char* ground) {
        return base::contrast(l.color(color), l.color(ground));
    };
    struct Pair {
        const char* color;
        const char* ground;
        double ratio;
    };
    for (const auto& [color, ground, ratio] :
         {Pair{"foreground", "background", 16.5}, Pair{"soft", "background", 9.3}, Pair{"quiet", "background", 5.5},
          Pair{"quiet-mark", "background", 3.1}, Pair{"primary", "background", 7.9}, Pair{"accent", "background", 4.6},
          Pair{"accent-text", "background", 5.8}, Pair{"accent-text", "light", 5.1}, Pair{"quiet", "light", 4.9},
          Pair{"night-text", "night", 14.3}, Pair{"night-soft", "night", 11.8}, Pair{"night-quiet", "night", 8.1},
          Pair{"night-mark", "night", 6.9}, Pair{"night-mark-2", "night", 8.2}, Pair{"night-mark-3", "night", 5.3}}) {
        INFO(color << " on " << ground);
        CHECK(on(color, ground) == Approx(ratio).margin(0.06));
    }
}

TEST_CASE("chart colours stand out, and ramps run one way", "[style]") {
    const auto l = shipped("research-note");
    const auto& chart = l.chart;
    REQUIRE(chart.palette.size() == 8);
    for (const auto& color : chart.palette) {
        INFO(base::to_string(color));
        CHECK(base::contrast(color, l.color("background")) >= l.limits.contrast_marks);
    }
    CHECK(chart.palette.front() == chart.primary);
    CHECK(chart.highlight == chart.palette[1]);
    REQUIRE(chart.sequential.size() == 7);
    for (std::size_t i = 1; i < 7; ++i) {
        CHECK(base::luminance(chart.sequential[i]) < base::luminance(chart.sequential[i - 1]));
    }
    REQUIRE(chart.diverging.size() == 7);
    for (std::size_t i = 1; i < 4; ++i) {
        CHECK(base::luminance(chart.diverging[i]) > base::luminance(chart.diverging[i - 1]));
        CHECK(base::luminance(chart.diverging[i + 3]) < base::luminance(chart.diverging[i + 2]));
    }
    const auto white = l.color("background");
    CHECK(base::contrast(chart.sequential[3], l.color("foreground")) >= 4.5);
    CHECK(base::contrast(chart.sequential[4], white) >= 4.5);
    CHECK(base::contrast(chart.rest, white) < 3);  // a tint: only beside a label of its own
}
