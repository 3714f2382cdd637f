// Each form with each feature, drawn: what the table of native_features.h says is what the drawing hands on, and what
// it calls native leaves a trace in the native chart. docs/reference/powerpoint.md is made from the same table
// (PRECIS_ACCEPT=powerpoint.md writes it).
#include "chart/native_features.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "forms.h"
#include "scene/scene.h"

using namespace precis;
using namespace precis::chart;
using namespace precis::chart::test;

namespace {

using doc::Annotation;
using vocabulary::Channel;
using vocabulary::Form;
using vocabulary::Labels;
using vocabulary::Stack;
using Edit = std::function<void(doc::Chart&)>;

/// What a chart needs before the feature, and the feature.
struct Case {
    Edit before, feature;
};

void give_series(doc::Chart& chart) {
    const auto word = std::string(name_of(chart.form));
    const bool lying = vocabulary::row_of(chart.form).lying;
    auto several = table_of(word, {"2022", "2023", "2024", "2025"},
                            {{"Code", {30, 36, 52, 40}}, {"Text", {20, 18, 25, 24}}, {"Rest", {10, 16, 12, 14}}});
    chart.categories = several.categories;
    chart.category_keys = several.category_keys;
    chart.series = several.series;
    chart.periods.clear();
    if (chart.form != Form::scatter && chart.form != Form::bubble && !lying) chart = timed(chart);
    chart.category_highlighted.clear();
}

void note(doc::Chart& chart, Annotation annotation) {
    chart.annotations.push_back(std::move(annotation));
}

bool is_points(const doc::Chart& chart) {
    return vocabulary::row_of(chart.form).points;
}

bool lies(const doc::Chart& chart) {
    return doc::is_lying(chart);
}

const std::map<std::string_view, Case>& cases() {
    using Kind = Annotation::Kind;
    static const Edit nothing = [](doc::Chart&) {};
    static const std::map<std::string_view, Case> kCases{
        {"several series", {nothing, give_series}},
        {"numbers below zero",
         {[](doc::Chart& c) { give_series(c), c.series.resize(1); },
          [](doc::Chart& c) { c.series[0].values[1].number = -12; }}},
        {"missing values", {nothing, [](doc::Chart& c) { c.series[0].values[1] = unknown(); }}},
        {"`gaps: bridge`",
         {[](doc::Chart& c) { c.series[0].values[1] = unknown(); }, [](doc::Chart& c) { c.bridges_gaps = true; }}},
        {"forecasts, plans, estimates",
         {nothing, [](doc::Chart& c) { c.series[0].values.back().status = data::Status::forecast; }}},
        {"`text`, and words such as “more than”",
         {nothing,
          [](doc::Chart& c) {
              for (auto& v : c.series[0].values) v.words = "first";
          }}},
        {"`text`, names of points",
         {[](doc::Chart& c) { c.categories.assign(c.categories.size(), ""); },
          [](doc::Chart& c) {
              c.categories = {"One", "Two", "Three", "Four"};
          }}},
        {"`scale: log`", {nothing, [](doc::Chart& c) { c.scale = vocabulary::Scale::log; }}},
        {"`scale: sqrt`", {nothing, [](doc::Chart& c) { c.scale = vocabulary::Scale::sqrt; }}},
        {"`domain`",
         {nothing,
          [](doc::Chart& c) {
              c.domain = {0, 200};
          }}},
        {"`title`, `step` and `side` of an axis",
         {nothing, [](doc::Chart& c) { (lies(c) ? c.x_axis : c.y_axis).title = "Members"; }}},
        {"`break`",
         {[](doc::Chart& c) { c.series[0].values.back().number = 900; },
          [](doc::Chart& c) {
              c.cut = {60, 880};
          }}},
        {"`low` and `high`", {[](doc::Chart& c) { c.series.resize(1); }, [](doc::Chart& c) { add_interval(c, 2, 3); }}},
        {"dates at unequal distances",
         {nothing,
          [](doc::Chart& c) {
              c.categories = c.category_keys = {"2015", "2016", "2019", "2020"};
              c.periods.clear();
              c = timed(c);
          }}},
        {"steps by names or quarters",
         {nothing,
          [](doc::Chart& c) {
              c.periods.clear(), c.categories = {"a", "b", "c", "d"};
          }}},
        {"`year-begins`", {nothing, [](doc::Chart& c) { c.year_begins = 4; }}},
        {"`stack: total`", {give_series, [](doc::Chart& c) { c.stack = Stack::total; }}},
        {"`stack: percent`", {give_series, [](doc::Chart& c) { c.stack = Stack::percent; }}},
        {"`stack: diverging`, numbers below zero",
         {[](doc::Chart& c) { give_series(c), c.series[0].values[0].number = -5; },
          [](doc::Chart& c) { c.stack = Stack::diverging; }}},
        {"`stack: diverging`, answers", {give_series, [](doc::Chart& c) { c.stack = Stack::diverging; }}},
        {"`stack: stream`", {give_series, [](doc::Chart& c) { c.stack = Stack::stream; }}},
        {"`labels: none`", {nothing, [](doc::Chart& c) { c.labels = Labels::none; }}},
        {"`labels: ends`, `extremes`",
         {[](doc::Chart& c) { give_series(c), c.series.resize(1); }, [](doc::Chart& c) { c.labels = Labels::ends; }}},
        {"`legend: none`", {give_series, [](doc::Chart& c) { c.legend = vocabulary::Legend::none; }}},
        {"`line` over columns",
         {nothing,
          [](doc::Chart& c) {
              add_line(c, {15, 22, 26, 30});
          }}},
        {"`data-row`", {nothing, [](doc::Chart& c) { c.data_row = true; }}},
        {"`color`, with its key",
         {nothing,
          [](doc::Chart& c) {
              add_channel(c, "color", {1, 5, 9, 14}, "Depth");
          }}},
        {"`size`, with its key", {nothing, nothing}},  // bubbles always have it
        {"`dots`",
         {[](doc::Chart& c) {
              for (auto& v : c.series[0].values) v.status = data::Status::actual;
          },
          [](doc::Chart& c) { c.dots = 2; }}},
        {"parts under 7 %", {nothing, [](doc::Chart& c) { c.series[0].values.back().number = 2; }}},
        {"`facet`", {give_series, [](doc::Chart& c) { c.facets.emplace(); }}},
        {"`trend`, one series",
         {[](doc::Chart& c) { c.series.resize(1); }, [](doc::Chart& c) { note(c, annotation(Kind::trend)); }}},
        {"`trend`, several series", {give_series, [](doc::Chart& c) { note(c, annotation(Kind::trend)); }}},
        {"`cagr`",
         {[](doc::Chart& c) { c.series.resize(1); },
          [](doc::Chart& c) { note(c, annotation(Kind::cagr).between(c.categories.front(), c.categories.back())); }}},
        {"`difference`",
         {[](doc::Chart& c) { give_series(c), c.series.resize(lies(c) ? 2 : 1); },
          [](doc::Chart& c) {
              if (lies(c))
                  note(c, annotation(Kind::difference).between("Code", "Text").for_each());
              else
                  note(c, annotation(Kind::difference).between(c.categories.front(), c.categories.back()));
          }}},
        {"`line` at a value",
         {nothing,
          [](doc::Chart& c) {
              auto line = annotation(Kind::line).at_value(20).saying("Target");
              note(c, std::move(line));
          }}},
        {"`band`",
         {nothing, [](doc::Chart& c) { note(c, annotation(Kind::band).from_value(10, 20).saying("Usual")); }}},
        {"`event`", {nothing, [](doc::Chart& c) { note(c, annotation(Kind::event).at("2023").saying("Move")); }}},
        {"`callout`",
         {nothing, [](doc::Chart& c) { note(c, annotation(Kind::callout).at(c.categories[1]).saying("Late")); }}},
        {"`note`",
         {[](doc::Chart& c) {
              if (c.form == Form::area) c.domain = {0, 200};  // words keep off its ground
          },
          [](doc::Chart& c) {
              Annotation free = annotation(Kind::note).at(c.categories[1]).at_value(c.form == Form::area ? 120 : 10);
              free.text = "Few";
              if (is_points(c)) free.across = 10;
              note(c, free);
          }}},
        {"`ratio`", {nothing, [](doc::Chart& c) { note(c, annotation(Kind::ratio).at_value(1)); }}},
    };
    return kCases;
}

doc::Chart plain(Form form) {
    auto chart = sample_of(std::string(name_of(form)));
    chart.category_highlighted.clear();
    for (auto& series : chart.series) {
        series.highlighted = false;
        for (auto& v : series.values) v.status = data::Status::actual;
    }
    if (vocabulary::row_of(form).whole) return chart;
    if (chart.series.size() > 1) chart.series.resize(1), chart.series[0].name.clear(), chart.stack = Stack::none;
    return chart;
}

bool has_notes(const std::vector<scene::Item>& items) {
    return std::any_of(items.begin(), items.end(), [](const scene::Item& item) {
        const auto* group = std::get_if<scene::Group>(&item);
        return group != nullptr && (group->annotation || has_notes(group->items));
    });
}

std::string told(const scene::ChartData& native) {
    scene::Mark mark;
    mark.role = scene::Role::figure;
    mark.content = native;
    scene::Page page;
    page.size = {400, 300};
    page.items.emplace_back(std::move(mark));
    return scene::dump(page);
}

const char* word_of(Said said) {
    switch (said) {
        case Said::no:
            return "–";
        case Said::native:
            return "native";
        case Said::over:
            return "over";
        case Said::drawn:
            return "drawn";
    }
    return "";
}

std::string page_of_features() {
    std::vector<Form> natives;
    std::string others;
    for (const auto form : vocabulary::all_of<Form>()) {
        if (native_form(form) == Said::native && form != Form::pie)
            natives.push_back(form);
        else if (form != Form::pie)
            others += (others.empty() ? "`" : ", `") + std::string(name_of(form)) + "`";
    }
    std::string out =
        "# Charts in PowerPoint\nWhat becomes of a chart in a deck's `.pptx`, by its form and by what it has. The "
        "table is "
        "made from the program's own, and a test draws each of its cells.\n\n"
        "- **native**: PowerPoint's own chart says it, with its workbook.\n"
        "- **over**: shapes over PowerPoint's own chart say it; both are one group, and the chart's plot lies where "
        "ours "
        "does.\n"
        "- **drawn**: the whole chart is a group of shapes, its data in the description.\n"
        "- **–**: the form does not take it.\n\n"
        "A chart is drawn if one of its features is, or if shapes must lie over axes that PowerPoint would place "
        "elsewhere: logarithmic ones, and dates at unequal distances. A chart with more than 20,000 categories is "
        "drawn, too. Always drawn are " +
        others + ". A `pie` is like a `donut`.\n\n| |";
    for (const auto form : natives) out += " `" + std::string(name_of(form)) + "` |";
    out += "\n| --- |";
    for (std::size_t i = 0; i < natives.size(); ++i) out += " --- |";
    out += "\n";
    for (const auto& feature : native_features()) {
        out += "| " + std::string(feature.name) + " |";
        for (const auto form : natives) out += std::string(" ") + word_of(feature.said(form)) + " |";
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("what the table says of a form and a feature is what the drawing hands on", "[chart][native]") {
    std::size_t seen = 0;
    for (const auto& feature : native_features()) {
        const auto found = cases().find(feature.name);
        INFO(feature.name);
        REQUIRE(found != cases().end());
        for (const auto form : vocabulary::all_of<Form>()) {
            const auto said = feature.said(form);
            if (said == Said::no || native_form(form) == Said::drawn) continue;
            INFO(name_of(form));
            auto before = plain(form);
            found->second.before(before);
            auto chart = before;
            found->second.feature(chart);
            CHECK(feature.has(chart));
            const auto drawing = drawn(chart);
            for (const auto& one : drawing.diagnostics()) INFO(one.message);
            REQUIRE(drawing.has_value());
            ++seen;
            const auto& native = drawing.value().native;
            CHECK((native.type == scene::ChartData::Type::other) == (said == Said::drawn));
            if (said == Said::over) CHECK(has_notes(drawing.value().items));
            if (said == Said::native && feature.name != "`size`, with its key")
                CHECK(told(native) != told(drawn(before).value().native));
        }
    }
    CHECK(seen > 150);
}

TEST_CASE("steps without a second date have no axis of dates over there, and are drawn", "[chart][native]") {
    const auto one = timed(chart_of("step", {{"2024", 4}}));
    CHECK(drawn(one).value().native.type == scene::ChartData::Type::other);
    const auto two = timed(chart_of("step", {{"2024", 4}, {"2025", 6}}));
    const auto native = drawn(two).value().native;
    REQUIRE(native.category_ends);
    CHECK(native.category_ends->low < native.category_ends->high);
}

TEST_CASE("docs/reference/powerpoint.md is the table", "[chart][native]") {
    const auto path = std::filesystem::path(PRECIS_SOURCE_DIR) / "docs" / "reference" / "powerpoint.md";
    const auto* accepted = std::getenv("PRECIS_ACCEPT");
    const auto text = page_of_features();
    if (accepted != nullptr && std::string(accepted) == "powerpoint.md") std::ofstream(path, std::ios::binary) << text;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream kept;
    kept << in.rdbuf();
    CHECK(kept.str() == text);
}
