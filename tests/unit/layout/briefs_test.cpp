// The forms of briefs: key figures as facts, items as a ledger, words at the summary's side, stamps in tables.
#include <algorithm>
#include <cmath>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Words looking(std::string text, bool strong, bool emphasis = false) {
    doc::Words run;
    run.text = std::move(text);
    run.strong = strong;
    run.emphasis = emphasis;
    return run;
}

doc::Item talk(const std::string& who, const std::string& title, const std::string& text) {
    doc::Item item;
    item.text = {looking(who + ".", true), looking(" ", false), looking(title, false, true),
                 looking(" " + text, false)};
    return item;
}

doc::KeyFigure figure(const std::string& number, const std::string& label, bool is_words) {
    doc::KeyFigure result;
    result.number = number;
    result.label = words(label);
    result.is_words = is_words;
    return result;
}

doc::Document brief() {
    doc::Document document;
    document.title = words("A title");
    document.short_title = "Day of Rain";
    document.subtitle = words("Bergen, June");
    document.document_type = "Event brief";
    document.date = "31 August 2026";
    document.summary = {paragraph("It rained.")};
    document.key_figures = {figure("460", "people", false), figure("A full day", "Length", true),
                            figure("12", "umbrellas", false)};
    document.findings = {talk("Ann Example (Weather Office)", "A talk on rain", "One line of ours."),
                         talk("Bo Sample", "A talk on wind", "A second line.")};
    return document;
}

const PlacedRun& run_with(const std::vector<PlacedRun>& runs, const std::string& text) {
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const PlacedRun& run) { return run.text.find(text) != std::string::npos; });
    INFO(text);
    REQUIRE(found != runs.end());
    return *found;
}

/// The stroked paths on a page.
void collect_frames(const std::vector<scene::Item>& items, std::vector<scene::Path>& out) {
    for (const auto& item : items) {
        if (const auto* path = std::get_if<scene::Path>(&item)) {
            if (path->stroke && path->steps.size() == 5) out.push_back(*path);
        } else if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            collect_frames(mark->items, out);
        } else if (const auto* group = std::get_if<scene::Group>(&item)) {
            collect_frames(group->items, out);
        }
    }
}

}  // namespace

TEST_CASE("facts stand under the first key figure: words under their label, numbers over their own",
          "[layout][brief]") {
    const auto runs = runs_of(composed(brief(), "event-brief").pages.at(0));
    const auto& large = run_with(runs, "460");
    CHECK(run_with(runs, "people").y > large.y);
    CHECK(run_with(runs, "Length").y > run_with(runs, "people").y);
    CHECK(run_with(runs, "A full day").y > run_with(runs, "Length").y);
    CHECK(run_with(runs, "12").y > run_with(runs, "A full day").y);
    CHECK(run_with(runs, "umbrellas").y > run_with(runs, "12").y);
    for (const char* text : {"people", "Length", "A full day", "12", "umbrellas"})
        CHECK(std::abs(run_with(runs, text).x - large.x) < 2);
}

TEST_CASE("a ledger parts persons from what they said", "[layout][brief]") {
    auto document = brief();
    document.headlines[vocabulary::Part::findings] = words("Two talks");
    const auto page = composed(document, "event-brief").pages.at(0);
    const auto runs = runs_of(page);
    const auto& name = run_with(runs, "Ann Example");
    const auto& office = run_with(runs, "Weather Office");
    const auto& title = run_with(runs, "A talk on rain");
    const auto& line = run_with(runs, "One line of ours.");
    CHECK(name.text == "Ann Example");
    CHECK(office.text == "Weather Office");
    CHECK(office.y > name.y);
    CHECK(office.x == name.x);
    CHECK(title.x > name.x + 100);
    CHECK(line.x == title.x);
    CHECK(line.y > title.y);
    CHECK(run_with(runs, "Two talks").y < name.y);
    CHECK(run_with(runs, "A talk on wind").y > line.y);
    CHECK(count_of(text_of(page), "Key findings") == 0);
    // The ledger stands beside the facts.
    CHECK(run_with(runs, "Two talks").x > run_with(runs, "460").x + 100);
    CHECK(std::abs(run_with(runs, "Two talks").y - run_with(runs, "460").y) < 25);
}

TEST_CASE("a ledger takes items without leads, too, and numbers those that ask for it", "[layout][brief]") {
    auto document = brief();
    document.findings = {doc::Item{}};
    document.findings[0].text = words("A sentence without a lead.");
    auto layout = layout_named("event-brief");
    const auto plain = runs_of(composed(document, layout).pages.at(0));
    CHECK(run_with(plain, "A sentence").x == run_with(plain, "Key findings").x);
    for (auto& rule : layout.parts) rule.numbered = rule.part == vocabulary::Part::findings;
    const auto numbered = runs_of(composed(document, layout).pages.at(0));
    CHECK(run_with(numbered, "A sentence").x > run_with(numbered, "Key findings").x + 100);
}

TEST_CASE("a layout's label says what stands at the summary's side", "[layout][brief]") {
    const auto page = composed(brief(), "event-brief").pages.at(0);
    const auto runs = runs_of(page);
    const auto& summary = run_with(runs, "It rained.");
    const auto& overline = run_with(runs, "DAY OF RAIN");
    const auto& place = run_with(runs, "Bergen, June");
    CHECK(overline.x < summary.x - 100);
    CHECK(place.x == overline.x);
    CHECK(place.y > overline.y);
    CHECK(std::abs(overline.y - summary.y) < 5);
    CHECK(count_of(text_of(page), "Bergen, June") == 1);  // not over the summary as well
}

TEST_CASE("a stamp stands in a frame over the words of its cell", "[layout][table][brief]") {
    doc::Table verdicts;
    verdicts.columns.resize(2);
    verdicts.columns[0].label = "Says";
    verdicts.columns[1].label = "Carries";
    using State = doc::StampState;
    const std::pair<std::string, State> stamps[] = {{"Fits", State::positive},
                                                    {"Not shown", State::negative},
                                                    {"Still to come", State::pending},
                                                    {"Seen", State::none}};
    for (const auto& [word, state] : stamps) {
        auto& row = verdicts.rows.emplace_back();
        row.cells = {cell("statement"), cell("reason of " + word)};
        row.stamps = {{}, {word, state}};
    }
    auto shown = exhibit("tab:verdicts", "Verdicts", std::move(verdicts));
    shown.number = "Table 1";
    auto data = section("data", "The data");
    add_exhibit(data, std::move(shown));
    const auto layout = layout_named("interview-brief");
    const auto page = composed(document("A title", std::move(data)), layout).pages.at(0);
    const auto runs = runs_of(page);
    std::vector<scene::Path> frames;
    collect_frames(page.items, frames);
    REQUIRE(frames.size() == 4);
    const base::Color colors[] = {layout.chart.positive_text, layout.chart.negative_text, layout.chart.positive_text,
                                  layout.color("quiet")};
    for (std::size_t i = 0; i < 4; ++i) {
        INFO(stamps[i].first);
        const auto& word = run_with(runs, stamps[i].first);
        const auto& reason = run_with(runs, "reason of " + stamps[i].first);
        CHECK(word.text == stamps[i].first);
        CHECK(reason.y > word.y + 9);
        const auto& corner = std::get<scene::MoveTo>(frames[i].steps[0]).p;
        const auto& other = std::get<scene::LineTo>(frames[i].steps[2]).p;
        CHECK(corner.x < word.x);
        CHECK(std::abs(corner.x - reason.x) < 0.01);
        CHECK(other.x > word.x + word.width);
        CHECK(corner.y < word.y - 4);
        CHECK(other.y > word.y);
        CHECK(other.y < reason.y - 4);
        CHECK(frames[i].stroke->color == colors[i]);
        CHECK(frames[i].stroke->dash.empty() == (stamps[i].second != State::pending));
    }
}
