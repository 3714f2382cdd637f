// Slides: nothing is lost if a slot is too small; it goes on to a further slide, or is an error.
#include <algorithm>
#include <functional>

#include "diag/codes.h"
#include "documents.h"
#include "house.h"
#include "layout/codes.h"
#include "layout/slides/codes.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

doc::Document with_section(doc::Section only) {
    only.id = "rain";
    only.headline = only.title = words("It rained");
    only.short_title = "Rain";
    return document("Rain", std::move(only));
}

/// `count` sections with a point each; `headline` gets the section's number.
doc::Document with_sections(int count, const std::string& headline) {
    auto deck = document("Rain");
    for (int i = 0; i < count; ++i) {
        auto& part = deck.sections.emplace_back(section("s" + std::to_string(i), headline + std::to_string(100 + i)));
        part.short_title = "Part";
        part.points = {words("A point")};
    }
    return deck;
}

doc::Exhibit towns(int rows) {
    auto content = table("Town", "Days");
    for (int i = 0; i < rows; ++i) add_row(content, "town-" + std::to_string(100 + i), 7);
    return exhibit("tab:towns", "Towns", std::move(content));
}

doc::Exhibit counts_of(const std::vector<double>& counts) {
    auto content = chart("bar", counts);
    for (std::size_t i = 0; i < counts.size(); ++i) content.categories[i] = "crowd-" + std::to_string(i);
    return exhibit("fig:counts", "Counts", std::move(content));
}

doc::Section with_slide(const std::string& kind) {
    doc::Section result;
    result.slides.emplace_back();
    result.slides[0].kind = kind;
    result.slides[0].headline = words("It rained");
    return result;
}

scene::Document deck_of(const doc::Document& deck) {
    return composed(deck, "executive-deck");
}

/// Calls `visit` for each mark of the items, the outer ones first.
void each_mark(const std::vector<scene::Item>& items, const std::function<void(const scene::Mark&)>& visit) {
    for (const auto& item : items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        visit(*mark);
        each_mark(mark->items, visit);
    }
}

/// The native texts of a slide that are placeholders of a kind.
std::vector<scene::TextBlock> blocks_of(const scene::Page& page, scene::Placeholder kind) {
    std::vector<scene::TextBlock> blocks;
    each_mark(page.items, [&](const scene::Mark& mark) {
        const auto* block = std::get_if<scene::TextBlock>(&mark.content);
        if (block && block->placeholder == kind) blocks.push_back(*block);
    });
    return blocks;
}

void paths_in(const std::vector<scene::Item>& items, std::vector<scene::Path>& out) {
    for (const auto& item : items) {
        if (const auto* path = std::get_if<scene::Path>(&item)) out.push_back(*path);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) paths_in(mark->items, out);
        if (const auto* group = std::get_if<scene::Group>(&item)) paths_in(group->items, out);
    }
}

/// All paths of a page, those in groups and marks too.
std::vector<scene::Path> paths_of(const scene::Page& page) {
    std::vector<scene::Path> paths;
    paths_in(page.items, paths);
    return paths;
}

base::Rect bounds_of(const scene::Path& path) {
    return scene::bounds(scene::Item(path));
}

}  // namespace

TEST_CASE("thirty points are on as many slides as they need, each once and in order", "[layout][slides]") {
    doc::Section rain;
    for (int i = 0; i < 30; ++i) rain.points.push_back(words("point-" + std::to_string(100 + i)));
    const auto deck = deck_of(with_section(rain));
    const auto text = text_of(deck);
    std::size_t last = 0;
    for (int i = 0; i < 30; ++i) {
        const auto word = "point-" + std::to_string(100 + i);
        CHECK(count_of(text, word) == 1);
        CHECK(text.find(word) >= last);
        last = text.find(word);
    }
    CHECK(deck.pages.size() == 1 + 5);  // a cover; six points a slide
    CHECK(count_of(text, "continued") == 4);
}

TEST_CASE("sixty rows continue under the table's header row, with their native form", "[layout][slides]") {
    doc::Section rain;
    rain.exhibits = {towns(60)};
    const auto deck = deck_of(with_section(rain));
    const auto text = text_of(deck);
    for (int i = 0; i < 60; ++i) CHECK(count_of(text, "town-" + std::to_string(100 + i)) == 1);
    std::size_t rows = 0, tables = 0;
    for (const auto& page : deck.pages) {
        each_mark(page.items, [&](const scene::Mark& mark) {
            const auto* native = std::get_if<scene::TableData>(&mark.content);
            if (!native) return;
            ++tables;
            rows += native->rows.size() - native->head_rows;
            CHECK(native->rows.front().front().runs.front().text == "Town");
            CHECK(native->row_heights.size() == native->rows.size());
        });
    }
    CHECK(rows == 60);
    CHECK(tables + 1 == deck.pages.size());
}

TEST_CASE("headings over columns are merged cells of the native table, in levels", "[layout][slides]") {
    auto content = table("Town", "Days");
    for (int c = 0; c < 3; ++c) content.columns.push_back(content.columns[1]);
    for (std::size_t c = 1; c < 5; ++c) content.columns[c].over = {c < 3 ? "2025" : "2026", c == 2 ? "Q2" : "Q1"};
    content.columns[4].over = {"2026", "Q1"};
    for (int i = 0; i < 3; ++i) {
        add_row(content, "town-" + std::to_string(i), 7);
        for (int c = 0; c < 3; ++c) content.rows.back().cells.push_back(cell("8", 8));
    }
    doc::Section rain;
    rain.exhibits = {exhibit("tab:towns", "Towns", std::move(content))};
    std::vector<scene::TableData> found;
    for (const auto& page : deck_of(with_section(rain)).pages)
        each_mark(page.items, [&](const scene::Mark& mark) {
            if (const auto* native = std::get_if<scene::TableData>(&mark.content)) found.push_back(*native);
        });
    REQUIRE(found.size() == 1);
    const auto& native = found[0];
    CHECK(native.head_rows == 3);
    CHECK(native.head_spans == std::vector<std::vector<int>>{{1, 2, 0, 2, 0}, {1, 1, 1, 2, 0}});
    CHECK(native.rows[0][1].runs.at(0).text == "2025");
    CHECK(native.rows[1][3].runs.at(0).text == "Q1");
    CHECK(native.rows[2][0].runs.at(0).text == "Town");
    CHECK(native.rows.size() == 6);
    REQUIRE(native.row_heights.size() == 6);
    for (const double height : native.row_heights) CHECK(height > 5);
}

TEST_CASE("a layout that allows no further slide reports the point without room", "[layout][slides][diag]") {
    auto layout = layout_named("executive-deck");
    layout.overflow_continues = false;
    doc::Section rain;
    for (int i = 0; i < 30; ++i) rain.points.push_back(words("point"));
    const auto deck = attempt(with_section(rain), layout);
    REQUIRE(diag::has_errors(deck.diagnostics()));
    CHECK(deck.diagnostics().front().code == layout::code::text_overflows);
}

TEST_CASE("headline, tracker, number and foot never move from slide to slide", "[layout][slides]") {
    doc::Section rain;
    rain.exhibits = {towns(60)};
    rain.points = {words("A point")};
    const auto deck = deck_of(with_section(rain));
    for (const auto kind : {scene::Placeholder::title, scene::Placeholder::number}) {
        std::vector<base::Rect> places;
        for (const auto& page : deck.pages) {
            if (page.slide->master == "cover") continue;
            for (const auto& block : blocks_of(page, kind)) places.push_back(block.at);
        }
        REQUIRE(places.size() + 1 == deck.pages.size());
        CHECK(std::count(places.begin(), places.end(), places.front()) == static_cast<long>(places.size()));
    }
}

TEST_CASE("every kind of slide has a form for programs that edit the deck", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    doc::Section rain;
    rain.points = {words("A point")};
    const auto theme = deck_of(with_section(rain)).theme;
    CHECK(theme.colors.size() == 12);
    CHECK(theme.heading_family == "Carlito");
    REQUIRE(theme.forms.size() == layout.slides.size());
    for (const auto& form : theme.forms) {
        INFO(form.name);
        CHECK(std::any_of(form.slots.begin(), form.slots.end(),
                          [](const auto& slot) { return slot.kind == scene::Placeholder::title; }));
    }
}

TEST_CASE("points on a kind of slide without a place for them are an error, and the deck ends", "[layout][slides]") {
    doc::Section rain;
    rain.points = {words("A point"), words("Another")};
    auto layout = layout_named("executive-deck");
    const auto without_points = [&](const std::string& name) {
        for (auto& kind : layout.slides) {
            if (kind.name != name) continue;
            const auto at = std::remove_if(kind.slots.begin(), kind.slots.end(),
                                           [](const auto& slot) { return slot.name == "points"; });
            REQUIRE(at != kind.slots.end());
            kind.slots.erase(at, kind.slots.end());
        }
    };
    without_points("points");
    CHECK(messages_of(attempt(with_section(rain), layout).diagnostics()) ==
          "a slide “points” has no place for `points`\n");

    // Beside an exhibit there is room for few: the rest stays on slides of its kind.
    rain.points.assign(60, words("A point of some words that needs a line or two beside an exhibit"));
    rain.exhibits = {counts_of({4, 3})};
    const auto beside = attempt(with_section(rain), layout);
    CHECK_FALSE(diag::has_errors(beside.diagnostics()));
    CHECK(count_of(text_of(beside.value()), "needs") == 60);
    without_points("one-exhibit");
    CHECK(messages_of(attempt(with_section(rain), layout).diagnostics()) ==
          "a slide “one-exhibit” has no place for `points`\n");
}

TEST_CASE("an agenda of many sections goes on to a further slide", "[layout][slides]") {
    const auto deck = deck_of(with_sections(20, "headline-"));
    CHECK(std::count_if(deck.pages.begin(), deck.pages.end(),
                        [](const auto& page) { return page.slide->master == "agenda"; }) == 3);
    CHECK(count_of(text_of(deck), "headline-119") == 2);  // in the agenda and over its slide
}

TEST_CASE("a crowd has a dot for each of its count, all of one size, areas true", "[layout][slides]") {
    auto rain = with_slide("crowd");
    rain.exhibits = {counts_of({400, 100, 7})};
    rain.slides[0].exhibits = {0};
    const auto deck = deck_of(with_section(rain));
    std::vector<std::size_t> dots;
    std::vector<double> widths;
    for (const auto& path : paths_of(deck.pages.at(1))) {
        const auto closed =
            static_cast<std::size_t>(std::count_if(path.steps.begin(), path.steps.end(), [](const auto& step) {
                return std::holds_alternative<scene::ClosePath>(step);
            }));
        if (closed < 2) continue;
        dots.push_back(closed);
        widths.push_back(bounds_of(path).width);
    }
    REQUIRE(dots == std::vector<std::size_t>{400, 100, 7});
    CHECK(std::abs(widths[0] / widths[1] - 2) < 0.1);  // four times the dots on four times the area
    for (const char* word : {"crowd-0", "400", "crowd-2"}) CHECK_THAT(text_of(deck), ContainsSubstring(word));
}

TEST_CASE("a number that is not a count can't be a crowd", "[layout][slides][diag]") {
    auto rain = with_slide("crowd");
    rain.exhibits = {counts_of({400, 2.5})};
    rain.slides[0].exhibits = {0};
    const auto deck = attempt(with_section(rain), layout_named("executive-deck"));
    REQUIRE(diag::has_errors(deck.diagnostics()));
    CHECK(deck.diagnostics().front().code == diag::code::chart_not_available);
    CHECK_THAT(deck.diagnostics().front().message, ContainsSubstring("crowd-1"));
}

TEST_CASE("the last step's arrow ends at the slot's end", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    const int count = GENERATE(1, 3, 5);
    auto rain = with_slide("process");
    for (int i = 0; i < count; ++i) rain.slides[0].points.push_back(words("A step"));
    double right = 0;
    int arrows = 0;
    for (const auto& path : paths_of(deck_of(with_section(rain)).pages.at(1))) {
        if (path.steps.size() != 7 || path.fill != layout.color("primary")) continue;
        right = std::max(right, bounds_of(path).right());
        ++arrows;
    }
    CHECK(arrows == count);
    CHECK(std::abs(right - (layout.page.width - layout.margins.right)) < 0.1);
}

TEST_CASE("the points of a step have marks, which are read as words and explained once", "[layout][slides]") {
    using vocabulary::Progress;
    auto rain = with_slide("process");
    const auto column = [](const char* title, const char* lead, std::vector<std::optional<Progress>> progress) {
        doc::SlideChoice::Column step;
        step.title = words(title), step.lead = words(lead), step.progress = progress;
        for (std::size_t i = 0; i < progress.size(); ++i) step.points.push_back(words("A point"));
        return step;
    };
    rain.slides[0].columns = {
        column("Meet", "Two towns", {Progress::done, Progress::done, Progress::planned, std::nullopt}),
        column("Teach", "One school", {Progress::expected})};
    const auto deck = deck_of(with_section(rain));
    std::vector<std::string> marks;
    each_mark(deck.pages.at(1).items, [&](const scene::Mark& mark) {
        if (mark.role == scene::Role::figure) marks.push_back(mark.alternative);
    });
    CHECK(marks == std::vector<std::string>{"Done", "Done", "Planned", "Expected"});
    const auto text = text_of(deck.pages.at(1));
    for (const char* word : {"Done", "Planned", "Expected", "Meet", "Teach", "Two towns", "One school"})
        CHECK(count_of(text, word) == 1);
    CHECK(count_of(text, "Stays as it is") == 0);
    CHECK(count_of(text, "A point") == 5);

    SECTION("steps are given once") {
        rain.slides[0].points = {words("A step")};
        const auto refused = attempt(with_section(rain), layout_named("executive-deck"));
        REQUIRE(diag::has_errors(refused.diagnostics()));
        CHECK(refused.diagnostics().front().code == diag::code::key_conflict);
    }
    SECTION("columns that are compared have no marks and no leads") {
        rain.slides[0].kind = "comparison";
        const auto refused = attempt(with_section(rain), layout_named("executive-deck"));
        const auto conflicts = std::count_if(refused.diagnostics().begin(), refused.diagnostics().end(),
                                             [](const auto& d) { return d.code == diag::code::key_conflict; });
        CHECK(conflicts == 3);
    }
}

TEST_CASE("a tracker of many sections counts them, with no bar for each", "[layout][slides]") {
    const int count = GENERATE(12, 40);
    const auto deck = deck_of(with_sections(count, "It rained "));
    const auto& last = deck.pages.back();
    const auto paths = paths_of(last);
    const auto bars = std::count_if(paths.begin(), paths.end(), [](const auto& path) {
        const auto box = bounds_of(path);
        return std::abs(box.height - 3) < 0.01 && box.width <= 16.01;
    });
    CHECK(bars == (count == 12 ? 12 : 0));
    CHECK(count_of(text_of(last), "40/40") == (count == 40 ? 1 : 0));
}

TEST_CASE("few points are in larger letters, many in the layout's own", "[layout][slides]") {
    const int count = GENERATE(2, 6);
    doc::Section rain;
    for (int i = 0; i < count; ++i)
        rain.points.push_back(
            words("A point that goes on for so many words that it takes up two lines of the slide, "
                  "and then some more of them, so that six of its kind leave no room at all to spare"));
    const auto deck = deck_of(with_section(rain));
    const auto blocks = blocks_of(deck.pages.at(1), scene::Placeholder::body);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].paragraphs[0].runs[0].size == (count == 2 ? 19 : 16));
}

TEST_CASE("a part's takeaway is at the foot of its first slide, or has no place", "[layout][slides]") {
    auto rain = document("Rain");
    for (int i = 0; i < 7; ++i) rain.key_figures.push_back(key_figure(std::to_string(i + 1), "", "towns"));
    rain.takeaways[vocabulary::Part::key_figures] = words("Towns grow");
    const auto deck = deck_of(rain);
    REQUIRE(deck.pages.size() == 3);  // a cover; five figures a slide
    CHECK(count_of(text_of(deck.pages[1]), "Towns grow") == 1);
    CHECK(count_of(text_of(deck.pages[2]), "Towns grow") == 0);

    rain.watch = {item(words("It may rain"))};
    rain.watch[0].by = "May";
    rain.takeaways[vocabulary::Part::watch] = words("Watch the sky");
    const auto refused = attempt(rain, layout_named("executive-deck"));
    REQUIRE(diag::has_errors(refused.diagnostics()));
    CHECK(refused.diagnostics().front().code == diag::code::key_conflict);
}

TEST_CASE("an exhibit without points has their room too, and the headline stays where it is", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    const bool pointed = GENERATE(true, false);
    doc::Section rain;
    rain.exhibits = {counts_of({4, 3, 2})};
    rain.takeaway = words("It rains");
    if (pointed) rain.points = {words("A point")};
    const auto deck = deck_of(with_section(rain));
    const auto& page = deck.pages.at(1);
    double right = 0;
    each_mark(page.items, [&](const scene::Mark& mark) {
        if (const auto* native = std::get_if<scene::ChartData>(&mark.content)) right = native->at.right();
    });
    const auto titles = blocks_of(page, scene::Placeholder::title);
    REQUIRE(titles.size() == 1);
    CHECK(std::abs(titles[0].at.bottom() - 100) < 1);
    const double end = layout.page.width - layout.margins.right;
    CHECK((pointed ? right < end - 200 : std::abs(right - end) < 1));
}

namespace {

/// The size of the letters of the first run that has these words; 0: there is none.
double size_of(const std::vector<scene::Item>& items, const std::string& words) {
    for (const auto& item : items) {
        double size = 0;
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
            if (run->text.find(words) != std::string::npos) size = run->size;
        } else if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            size = size_of(mark->items, words);
        } else if (const auto* group = std::get_if<scene::Group>(&item)) {
            size = size_of(group->items, words);
        }
        if (size > 0) return size;
    }
    return 0;
}

double size_on(const scene::Document& deck, const std::string& title, const std::string& words) {
    for (const auto& page : deck.pages)
        if (text_of(page).find(title) != std::string::npos && size_of(page.items, words) > 0)
            return size_of(page.items, words);
    return 0;
}

doc::Item date(const std::string& by, const std::string& text) {
    doc::Item item;
    item.by = by;
    item.text = words(text);
    return item;
}

}  // namespace

TEST_CASE("few cards and few dates are set in the largest letters, and fill their slide", "[layout][slides]") {
    doc::Document document;
    document.title = words("Rain");
    document.findings = {date("", "It rained.")};
    document.watch = {date("September 2026", "Gauges are read.")};
    for (int i = 0; i < 2; ++i) document.recommendations.push_back(date("", "Take an umbrella."));
    const auto few = composed(document, "executive-deck");
    CHECK(size_on(few, "What to watch", "Gauges") == 24);
    CHECK(size_on(few, "What to watch", "September") == 30);
    CHECK(size_on(few, "Key findings", "It rained") == 24);
    CHECK(size_of(few.pages.back().items, "umbrella") == 23);
    double lowest = 0;  // of the cards' grounds
    for (const auto& item : few.pages.back().items) {
        const auto box = scene::bounds(item);
        if (box.width < 500 && box.height > 200) lowest = std::max(lowest, box.bottom());
    }
    CHECK(lowest > 440);
    for (int i = 0; i < 4; ++i) document.watch.push_back(date("October 2026", "Gauges are read again."));
    document.recommendations.push_back(date("", counted("umbrella", 30)));
    const auto more = composed(document, "executive-deck");
    CHECK(size_on(more, "What to watch", "Gauges") < 20);
    CHECK(size_of(more.pages.back().items, "umbrella") < 20);
}

TEST_CASE("long findings and long cards take more slides instead of being refused", "[layout][slides]") {
    doc::Document document;
    document.title = words("Rain");
    for (int i = 0; i < 6; ++i) {
        document.findings.push_back(date("", counted("gauge" + std::to_string(i), 45)));
        document.recommendations.push_back(date("", counted("cloud" + std::to_string(i), 45)));
    }
    for (const auto* name : {"executive-deck", "executive-deck-4x3", "community-deck", "foundation-deck"}) {
        INFO(name);
        const auto deck = composed(document, name);
        for (int i = 0; i < 6; ++i) {
            std::size_t findings = 0, cards = 0;
            for (const auto& page : deck.pages) {
                const auto text = text_of(page);
                findings += count_of(text, "gauge" + std::to_string(i));
                if (text.find("gauge") == std::string::npos) cards += count_of(text, "cloud" + std::to_string(i));
            }
            CHECK(findings == 45);
            CHECK(cards == 45);
        }
    }
}
