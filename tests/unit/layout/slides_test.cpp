// Slides: nothing is lost where a slot is too small; it goes on to a further slide or is a fault.
#include <algorithm>
#include <functional>

#include "diag/codes.h"
#include "house.h"
#include "layout/slides/codes.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

std::shared_ptr<text::Fonts> slide_fonts() {
    static const std::shared_ptr<text::Fonts> made = [] {
        const std::string carlito = "/usr/share/fonts/truetype/crosextra/Carlito-";
        const std::string vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-";
        const text::FontIndex index{
            {{"Carlito",
              "fonts-crosextra-carlito",
              {{carlito + "Regular.ttf", 400, false, 0}, {carlito + "Bold.ttf", 700, false, 0}}},
             {"Vollkorn", "fonts-vollkorn", {{vollkorn + "Black.ttf", 900, false, 0}}}}};
        auto loaded = text::Fonts::load(index, {{"Carlito", {}}, {"Vollkorn", {}}});
        REQUIRE(loaded.has_value());
        return std::move(loaded).value();
    }();
    return made;
}

diag::Result<scene::Document> deck_of(const doc::Document& document, const style::Layout& layout) {
    text::Setter setter(slide_fonts());
    return layout::compose(document, layout, *locale::Locale::find("en-GB"), setter);
}

doc::Document with_section(doc::Section section) {
    doc::Document document;
    document.title = words("Rain");
    document.short_title = "Rain";
    section.id = "rain";
    section.headline = section.title = words("It rained");
    section.short_title = "Rain";
    document.sections = {std::move(section)};
    return document;
}

std::string all_text(const scene::Document& document) {
    std::string all;
    for (const auto& page : document.pages) all += text_of(page) + "\n";
    return all;
}

std::size_t count_of(const std::string& all, const std::string& what) {
    std::size_t count = 0;
    for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++count;
    return count;
}

doc::Exhibit table_of(std::size_t rows) {
    doc::Table table;
    table.columns.resize(2);
    table.columns[0].label = "Town";
    table.columns[1].label = "Days";
    table.columns[1].numeric = true;
    for (std::size_t i = 0; i < rows; ++i) {
        doc::Table::Row row;
        row.cells.resize(2);
        row.cells[0].text = "town-" + std::to_string(100 + i);
        row.cells[1].text = "7";
        row.cells[1].number = 7;
        table.rows.push_back(std::move(row));
    }
    doc::Exhibit exhibit;
    exhibit.id = "tab:towns";
    exhibit.title = words("Towns");
    exhibit.content = std::move(table);
    return exhibit;
}

}  // namespace

TEST_CASE("thirty points stand on as many slides as they need, each once and in order", "[layout][slides]") {
    doc::Section section;
    for (int i = 0; i < 30; ++i) section.points.push_back(words("point-" + std::to_string(100 + i)));
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    const auto all = all_text(made.value());
    std::size_t last = 0;
    for (int i = 0; i < 30; ++i) {
        const auto word = "point-" + std::to_string(100 + i);
        CHECK(count_of(all, word) == 1);
        CHECK(all.find(word) >= last);
        last = all.find(word);
    }
    CHECK(made.value().pages.size() == 1 + 5);  // a cover; six points a slide
    CHECK(count_of(all, "continued") == 4);
}

TEST_CASE("sixty rows go on under the table's head, with their native form", "[layout][slides]") {
    doc::Section section;
    section.exhibits = {table_of(60)};
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    const auto all = all_text(made.value());
    for (int i = 0; i < 60; ++i) CHECK(count_of(all, "town-" + std::to_string(100 + i)) == 1);
    std::size_t rows = 0, tables = 0;
    const std::function<void(const std::vector<scene::Item>&)> count = [&](const std::vector<scene::Item>& items) {
        for (const auto& item : items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            if (!mark) continue;
            if (const auto* table = std::get_if<scene::TableData>(&mark->content)) {
                ++tables;
                rows += table->rows.size() - table->head_rows;
                CHECK(table->rows.front().front().runs.front().text == "Town");
                CHECK(table->row_heights.size() == table->rows.size());
            }
            count(mark->items);
        }
    };
    for (const auto& page : made.value().pages) count(page.items);
    CHECK(rows == 60);
    CHECK(tables + 1 == made.value().pages.size());
}

TEST_CASE("a layout that lets nothing go on says where room ends", "[layout][slides][diag]") {
    auto layout = layout_named("executive-deck");
    layout.overflow_continues = false;
    doc::Section section;
    for (int i = 0; i < 30; ++i) section.points.push_back(words("point"));
    const auto made = deck_of(with_section(section), layout);
    REQUIRE(diag::has_errors(made.diagnostics()));
    CHECK(made.diagnostics().front().code == layout::code::text_overflows);
}

TEST_CASE("headline, tracker, number and foot never move from slide to slide", "[layout][slides]") {
    doc::Section section;
    section.exhibits = {table_of(60)};
    section.points = {words("A point")};
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(made.has_value());
    std::vector<base::Rect> titles, numbers;
    for (const auto& page : made.value().pages) {
        for (const auto& item : page.items) {
            const auto* mark = std::get_if<scene::Mark>(&item);
            const auto* block = mark ? std::get_if<scene::TextBlock>(&mark->content) : nullptr;
            if (!block || page.slide->master == "cover") continue;
            if (block->placeholder == scene::Placeholder::title) titles.push_back(block->at);
            if (block->placeholder == scene::Placeholder::number) numbers.push_back(block->at);
        }
    }
    REQUIRE(titles.size() + 1 == made.value().pages.size());
    CHECK(std::count(titles.begin(), titles.end(), titles.front()) == static_cast<long>(titles.size()));
    REQUIRE(numbers.size() == titles.size());
    CHECK(std::count(numbers.begin(), numbers.end(), numbers.front()) == static_cast<long>(numbers.size()));
}

TEST_CASE("every kind of slide has a form for programs that edit the deck", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    doc::Section section;
    section.points = {words("A point")};
    const auto made = deck_of(with_section(section), layout);
    REQUIRE(made.has_value());
    const auto& theme = made.value().theme;
    CHECK(theme.colors.size() == 12);
    CHECK(theme.heading_family == "Carlito");
    REQUIRE(theme.forms.size() == layout.slides.size());
    for (const auto& form : theme.forms) {
        INFO(form.name);
        CHECK(std::any_of(form.slots.begin(), form.slots.end(),
                          [](const auto& slot) { return slot.kind == scene::Placeholder::title; }));
    }
}

TEST_CASE("an agenda of many sections goes on to a further slide", "[layout][slides]") {
    auto document = with_section({});
    document.sections.clear();
    for (int i = 0; i < 20; ++i) {
        doc::Section section;
        section.id = "s" + std::to_string(i);
        section.title = section.headline = words("headline-" + std::to_string(100 + i));
        section.short_title = "Part";
        section.points = {words("A point")};
        document.sections.push_back(std::move(section));
    }
    const auto made = deck_of(document, layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    std::size_t agendas = 0;
    for (const auto& page : made.value().pages) agendas += page.slide->master == "agenda" ? 1 : 0;
    CHECK(agendas == 3);
    CHECK(count_of(all_text(made.value()), "headline-119") == 2);  // in the agenda and over its slide
}

namespace {

/// All paths of a page, those in groups and marks too.
void paths_in(const std::vector<scene::Item>& items, std::vector<scene::Path>& out) {
    for (const auto& item : items) {
        if (const auto* path = std::get_if<scene::Path>(&item)) out.push_back(*path);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) paths_in(mark->items, out);
        if (const auto* group = std::get_if<scene::Group>(&item)) paths_in(group->items, out);
    }
}

std::vector<scene::Path> paths_of(const scene::Page& page) {
    std::vector<scene::Path> all;
    paths_in(page.items, all);
    return all;
}

doc::Exhibit counts_of(const std::vector<double>& counts) {
    doc::Chart chart;
    chart.type = "bar";
    chart.series.resize(1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        chart.categories.push_back("crowd-" + std::to_string(i));
        doc::Value value;
        value.number = counts[i];
        value.text = std::to_string(static_cast<int>(counts[i]));
        chart.series[0].values.push_back(value);
    }
    doc::Exhibit exhibit;
    exhibit.id = "fig:counts";
    exhibit.title = words("Counts");
    exhibit.content = std::move(chart);
    return exhibit;
}

doc::Section with_slide(const std::string& kind) {
    doc::Section section;
    section.slides.emplace_back();
    section.slides[0].kind = kind;
    section.slides[0].headline = words("It rained");
    return section;
}

}  // namespace

TEST_CASE("a crowd has a dot for each of its count, all of one size, areas true", "[layout][slides]") {
    auto section = with_slide("crowd");
    section.exhibits = {counts_of({400, 100, 7})};
    section.slides[0].exhibits = {0};
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    std::vector<std::size_t> dots;
    std::vector<double> widths;
    for (const auto& path : paths_of(made.value().pages.at(1))) {
        const auto closed =
            static_cast<std::size_t>(std::count_if(path.steps.begin(), path.steps.end(), [](const auto& step) {
                return std::holds_alternative<scene::ClosePath>(step);
            }));
        if (closed < 2) continue;
        dots.push_back(closed);
        widths.push_back(scene::bounds(scene::Item(path)).width);
    }
    REQUIRE(dots == std::vector<std::size_t>{400, 100, 7});
    CHECK(std::abs(widths[0] / widths[1] - 2) < 0.1);  // four times the dots on four times the area
    const auto all = all_text(made.value());
    for (const char* word : {"crowd-0", "400", "crowd-2"}) CHECK(count_of(all, word) >= 1);
}

TEST_CASE("what is no count can't be a crowd", "[layout][slides][diag]") {
    auto section = with_slide("crowd");
    section.exhibits = {counts_of({400, 2.5})};
    section.slides[0].exhibits = {0};
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(diag::has_errors(made.diagnostics()));
    CHECK(made.diagnostics().front().code == diag::code::chart_not_available);
    CHECK(made.diagnostics().front().message.find("crowd-1") != std::string::npos);
}

TEST_CASE("the last step's arrow ends at the slot's end", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    const int count = GENERATE(1, 3, 5);
    auto section = with_slide("process");
    for (int i = 0; i < count; ++i) section.slides[0].points.push_back(words("A step"));
    const auto made = deck_of(with_section(section), layout);
    REQUIRE(made.has_value());
    double right = 0;
    int arrows = 0;
    for (const auto& path : paths_of(made.value().pages.at(1))) {
        if (path.steps.size() != 7 || path.fill != layout.color("primary")) continue;
        right = std::max(right, scene::bounds(scene::Item(path)).right());
        ++arrows;
    }
    CHECK(arrows == count);
    CHECK(std::abs(right - (layout.page.width - layout.margins.right)) < 0.1);
}

TEST_CASE("a tracker of many sections counts them, with no bar for each", "[layout][slides]") {
    auto document = with_section({});
    document.sections.clear();
    const int count = GENERATE(12, 40);
    for (int i = 0; i < count; ++i) {
        doc::Section section;
        section.id = "s" + std::to_string(i);
        section.title = section.headline = words("It rained");
        section.short_title = "Part";
        section.points = {words("A point")};
        document.sections.push_back(std::move(section));
    }
    const auto made = deck_of(document, layout_named("executive-deck"));
    REQUIRE(made.has_value());
    const auto& last = made.value().pages.back();
    const auto bars = [&] {
        const auto paths = paths_of(last);
        return std::count_if(paths.begin(), paths.end(), [](const auto& path) {
            const auto box = scene::bounds(scene::Item(path));
            return std::abs(box.height - 3) < 0.01 && box.width <= 16.01;
        });
    }();
    CHECK(bars == (count == 12 ? 12 : 0));
    CHECK(count_of(text_of(last), "40/40") == (count == 40 ? 1 : 0));
}

TEST_CASE("few points stand in larger letters, many in the layout's own", "[layout][slides]") {
    const int count = GENERATE(2, 6);
    doc::Section section;
    for (int i = 0; i < count; ++i)
        section.points.push_back(
            words("A point that goes on for so many words that it takes up two lines of the slide, "
                  "and then some more of them, so that six of its kind leave no room at all to spare"));
    const auto made = deck_of(with_section(section), layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    double size = 0;
    for (const auto& item : made.value().pages.at(1).items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        const auto* block = mark ? std::get_if<scene::TextBlock>(&mark->content) : nullptr;
        if (block && block->placeholder == scene::Placeholder::body) size = block->paragraphs[0].runs[0].size;
    }
    CHECK(size == (count == 2 ? 19 : 16));
}

TEST_CASE("a part's takeaway stands at the foot of its first slide, or has no place", "[layout][slides]") {
    auto document = with_section({});
    document.sections.clear();
    for (int i = 0; i < 7; ++i) {
        doc::KeyFigure figure;
        figure.number = std::to_string(i + 1);
        figure.label = words("towns");
        document.key_figures.push_back(figure);
    }
    document.takeaways["key-figures"] = words("Towns grow");
    auto made = deck_of(document, layout_named("executive-deck"));
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    REQUIRE(made.value().pages.size() == 3);  // a cover; five figures a slide
    CHECK(count_of(text_of(made.value().pages[1]), "Towns grow") == 1);
    CHECK(count_of(text_of(made.value().pages[2]), "Towns grow") == 0);

    document.watch.push_back({words("It may rain"), {}, "May", {}});
    document.takeaways["watch"] = words("Watch the sky");
    made = deck_of(document, layout_named("executive-deck"));
    REQUIRE(diag::has_errors(made.diagnostics()));
    CHECK(made.diagnostics().front().code == diag::code::key_conflict);
}

TEST_CASE("an exhibit without points has their room too, and the headline stays where it is", "[layout][slides]") {
    const auto layout = layout_named("executive-deck");
    const bool pointed = GENERATE(true, false);
    doc::Section section;
    section.exhibits = {counts_of({4, 3, 2})};
    section.takeaway = words("It rains");
    if (pointed) section.points = {words("A point")};
    const auto made = deck_of(with_section(section), layout);
    REQUIRE(made.has_value());
    CHECK_FALSE(diag::has_errors(made.diagnostics()));
    double right = 0, headline = 0;
    for (const auto& item : made.value().pages.at(1).items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (const auto* chart = std::get_if<scene::ChartData>(&mark->content)) right = chart->at.right();
        if (const auto* block = std::get_if<scene::TextBlock>(&mark->content);
            block && block->placeholder == scene::Placeholder::title)
            headline = block->at.bottom();
    }
    const double end = layout.page.width - layout.margins.right;
    CHECK(std::abs(headline - 100) < 1);
    CHECK((pointed ? right < end - 200 : std::abs(right - end) < 1));
}
