// Words of great length where little room is: running heads and feet, asides, takeaways, covers, agendas, mastheads.
#include <algorithm>

#include "diag/codes.h"
#include "documents.h"
#include "house.h"
#include "layout/codes.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

std::size_t count_code(const diag::Diagnostics& found, const diag::Code& code) {
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [&](const auto& one) { return one.code == code; }));
}

doc::Section& section_of(doc::Document& document, const std::string& title, int paragraphs) {
    auto& section = document.sections.emplace_back();
    section.id = "s" + std::to_string(document.sections.size());
    section.title = words(title);
    section.headline = section.title;
    section.short_title = title;
    for (int i = 0; i < paragraphs; ++i) section.body.push_back(paragraph(counted("rain" + std::to_string(i), 60)));
    return section;
}

/// Runs of running heads and feet that share a line overlap nowhere.
void check_furniture_apart(const scene::Document& document) {
    for (const auto& page : document.pages) {
        auto runs = runs_of(page);
        std::erase_if(runs, [](const PlacedRun& run) { return !run.repeated || run.text.empty(); });
        for (std::size_t a = 0; a < runs.size(); ++a) {
            for (std::size_t b = a + 1; b < runs.size(); ++b) {
                if (std::abs(runs[a].y - runs[b].y) > 2) continue;
                const bool apart =
                    runs[a].x + runs[a].width <= runs[b].x + 0.1 || runs[b].x + runs[b].width <= runs[a].x + 0.1;
                INFO(runs[a].text << " | " << runs[b].text);
                CHECK(apart);
            }
        }
    }
}

}  // namespace

TEST_CASE("a running head too long for its line shows its beginning, and says so once", "[layout][furniture]") {
    doc::Document document;
    document.title = words("Rain");
    document.short_title = "All that is known of rain on the hills, in the towns and on the fields below the mill";
    document.date = "31 August 2026";
    section_of(document, "What the gauges on the roofs of the oldest schools say about the driest of all years", 60);
    const auto layout = layout_named("research-note");
    const auto pages = attempt(document, layout);
    REQUIRE(pages.has_value());
    REQUIRE(pages.value().pages.size() > 2);
    check_furniture_apart(pages.value());
    CHECK(count_of(text_of(pages.value().pages[1]), "\u2026") == 2);
    CHECK(count_code(pages.diagnostics(), diag::code::label_dropped) == 2);
}

TEST_CASE("short running heads keep all their words beside a long one", "[layout][furniture]") {
    doc::Document document;
    document.title = words("Rain");
    document.short_title = "Rain";
    section_of(
        document,
        "What the gauges on the roofs of the oldest schools say of the driest years of the century, and of the "
        "wettest, and of those between, and of what the miller wrote into his book while it rained and rained again",
        60);
    const auto pages = composed(document, "research-note");
    const auto head = text_of(pages.pages[1]);
    CHECK(count_of(head, "Rain\n") == 1);
    CHECK(count_of(head, "\u2026") == 1);
}

TEST_CASE("narrow margins keep head and foot between text and paper's edge", "[layout][furniture]") {
    doc::Document document;
    document.title = words("Rain");
    document.short_title = "Rain";
    document.document_type = "Note on rain";
    document.date = "31 August 2026";
    section_of(document, "Hills", 60);
    auto layout = layout_named("research-note");
    const double margin = 28;
    layout.margins = {margin, margin, margin, margin};
    const auto pages = composed(document, layout);
    for (const auto& run : runs_of(pages.pages[1])) {
        if (!run.repeated) continue;
        INFO(run.text);
        const bool above = run.y > 10 && run.y < margin - 6;
        const bool below = run.y > layout.page.height - margin + 8 && run.y < layout.page.height - 8;
        CHECK((above || below));
    }
    // The masthead stands in the margin too, or pushes the title down.
    double masthead = 0, title = 0;
    for (const auto& run : runs_of(pages.pages[0])) {
        if (run.repeated) continue;
        if (run.text.find("Note on rain") != std::string::npos && run.x > layout.page.width / 2)
            masthead = std::max(masthead, run.y);
        if (run.text == "Rain" && run.x < layout.page.width / 2 && title == 0) title = run.y;
    }
    REQUIRE(masthead > 0);
    CHECK(title > masthead + 20);
}

TEST_CASE("an aside taller than a page goes on on the next ones, with and without a side frame", "[layout][long]") {
    for (const auto* name : {"research-note", "data-report", "board-pack", "annual-report", "quarterly"}) {
        INFO(name);
        doc::Document document;
        document.title = words("Rain");
        auto& section = section_of(document, "Hills", 2);
        section.asides.push_back({words("Hail"), {paragraph(counted("hail", 500)), paragraph(counted("snow", 500))}});
        section.asides.push_back({words("Fog"), {paragraph(counted("mist", 5))}});
        section_of(document, "Fields", 2);
        const auto layout = layout_named(name);
        const auto pages = composed(document, layout);
        const auto text = text_of(pages);
        CHECK(count_of(text, "hail") == 500);
        CHECK(count_of(text, "snow") == 500);
        CHECK(count_of(text, "mist") == 5);
        for (const auto& page : pages.pages)
            for (const auto& run : runs_of(page))
                if (!run.repeated) CHECK(run.y < layout.page.height - layout.margins.bottom + 1);
    }
}

TEST_CASE("a section's takeaway is printed once wherever the layout shows takeaways", "[layout]") {
    for (const auto* name : {"research-note", "data-report", "board-pack", "chart-sheet"}) {
        INFO(name);
        doc::Document document;
        document.title = words("Rain");
        auto& outer = section_of(document, "Hills", 2);
        outer.takeaway = words("Umbrellas");
        auto& inner = outer.sections.emplace_back();
        inner.id = "inner";
        inner.level = 2;
        inner.title = inner.headline = words("Slopes");
        inner.body.push_back(paragraph("Steep."));
        inner.takeaway = words("Gumboots");
        const auto text = text_of(composed(document, name));
        CHECK(count_of(text, "Umbrellas") == 1);
        CHECK(count_of(text, "Gumboots") == 1);
    }
}

TEST_CASE("a takeaway in the column stands below its text, before the exhibit that waits", "[layout]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "Hills", 1);
    section.body.push_back(paragraph("The last line of all."));
    section.takeaway = words("Umbrellas");
    add_exhibit(section, exhibit("fig:rain", "Rain by year", chart("line", {1, 2, 3})));
    double text = 0, takeaway = 0, figure = 0, top = 0;
    for (const auto& page : composed(document, "board-pack").pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text.find("last") != std::string::npos) text = top + run.y;
            if (run.text.find("Umbrellas") != std::string::npos) takeaway = top + run.y;
            if (run.text.find("by year") != std::string::npos) figure = top + run.y;
        }
        top += page.size.height;
    }
    REQUIRE(text > 0);
    REQUIRE(takeaway > 0);
    REQUIRE(figure > 0);
    CHECK(takeaway > text + 20);
    CHECK(takeaway < figure);
}

TEST_CASE("a note at the side ends above the next part", "[layout]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "Hills", 1);
    section.asides.push_back({words("Hail"), {paragraph(counted("hail", 120))}});
    auto& entry = document.glossary.emplace_back();
    entry.term = "Drizzle";
    entry.definition = words("Fine rain.");
    double lowest = 0, label = 0;
    for (const auto& run : runs_of(composed(document, "research-note").pages[0])) {
        if (run.text.find("hail") != std::string::npos) lowest = std::max(lowest, run.y);
        if (run.text.find("GLOSSARY") != std::string::npos) label = run.y;
    }
    REQUIRE(lowest > 0);
    REQUIRE(label > 0);
    CHECK(label > lowest);
}

TEST_CASE("a long title is set smaller on a cover, so that all of it stays on the page", "[layout]") {
    auto layout = layout_named("data-report");
    layout.page = {420, 595};
    doc::Document document;
    document.title = words("All that is known of rain on the hills, in the towns and on the fields below the old mill");
    document.subtitle =
        words("Measured by the schools of the county for more than a century, and never before printed");
    document.date = "31 August 2026";
    section_of(document, "Hills", 2);
    const auto cover = composed(document, layout).pages[0];
    CHECK(count_of(text_of(cover), "printed") == 1);
    double subtitle = 0, date = 0;
    for (const auto& run : runs_of(cover)) {
        if (run.text.find("printed") != std::string::npos) subtitle = run.y;
        if (run.text.find("2026") != std::string::npos) date = run.y;
    }
    CHECK(subtitle < date - 10);
}

TEST_CASE("the line that says how to cite names only what there is", "[layout]") {
    doc::Document document;
    document.title = words("Rain");
    document.short_title = "Rain";
    document.date = "31 August 2026";
    document.disclosure = {paragraph("Nobody paid for it.")};
    std::string text = text_of(composed(document, "research-note"));
    std::replace(text.begin(), text.end(), '\n', ' ');
    CHECK(text.find(": Rain, 31") != std::string::npos);
    CHECK(text.find(": ,") == std::string::npos);
}

TEST_CASE("an agenda prints a title that is the headline once, and takes as many slides as long ones need",
          "[layout][slides]") {
    doc::Document document;
    document.title = words("Rain");
    for (int i = 0; i < 8; ++i) {
        auto& section =
            section_of(document,
                       "Chapter" + std::to_string(i) +
                           " on rain that fell on hills, in towns and on fields below the mill, and on what "
                           "the gauges on the roofs of the oldest schools say of it to those who ask",
                       0);
        section.points.push_back(words("A point."));
    }
    const auto deck = attempt(document, layout_named("executive-deck"));
    REQUIRE(deck.has_value());
    CHECK(count_code(deck.diagnostics(), layout::code::text_overflows) == 0);
    std::string agenda;
    for (const auto& slide : deck.value().pages)
        if (text_of(slide).find("Contents") != std::string::npos) agenda += text_of(slide);
    for (int i = 0; i < 8; ++i) CHECK(count_of(agenda, "Chapter" + std::to_string(i)) == 1);
}

TEST_CASE("the tracker's words keep clear of a headline on the same line", "[layout][slides]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "All that is known of rain on the hills, and in the old towns", 0);
    section.short_title = "Hills and towns";
    section.points.push_back(words("A point."));
    section_of(document, "Fields", 0).points.push_back(words("A point."));
    for (const auto* name : {"executive-deck", "executive-deck-4x3"}) {
        INFO(name);
        const auto deck = attempt(document, layout_named(name));
        REQUIRE(deck.has_value());
        for (const auto& slide : deck.value().pages) {
            const auto runs = runs_of(slide);
            for (const auto& a : runs) {
                for (const auto& b : runs) {
                    if (a.text.find("hills") == std::string::npos || b.text != "Hills and towns") continue;
                    if (b.y < 60 && std::abs(a.y - b.y) < 12) CHECK(a.x + a.width < b.x);
                }
            }
        }
    }
}

TEST_CASE("rows of a chapter leave room for the notes at a page's foot", "[layout][footnotes]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "Hills", 0);
    for (int i = 0; i < 12; ++i) section.body.push_back(paragraph(marked(counted("rain" + std::to_string(i), 25), i)));
    for (int i = 0; i < 12; ++i) document.footnotes.push_back({paragraph(counted("note" + std::to_string(i), 40))});
    const auto pages = composed(document, "chart-sheet");
    for (const auto& page : pages.pages) {
        double text = 0, note = 1e9;
        for (const auto& run : runs_of(page)) {
            if (run.repeated) continue;
            if (run.text.find("note") != std::string::npos)
                note = std::min(note, run.y);
            else if (run.text.find("rain") != std::string::npos)
                text = std::max(text, run.y);
        }
        CHECK(text < note - 6);
    }
}

TEST_CASE("a long title of a deck is set smaller before it is refused", "[layout][slides]") {
    doc::Document document;
    document.title = words(
        "All that is known of rain on the hills, in the towns and on the fields below the old mill, "
        "measured by the schools of the county");
    document.findings.emplace_back().text = words("It rained.");
    for (const auto* name : {"executive-deck", "executive-deck-4x3", "community-deck"}) {
        for (const auto* subtitle :
             {"", "With what the miller wrote into his book while it rained, and rained again"}) {
            INFO(name << " " << subtitle);
            document.subtitle = words(subtitle);
            const auto cover = composed(document, name).pages[0];
            std::string text = text_of(cover);
            std::replace(text.begin(), text.end(), '\n', ' ');
            CHECK(count_of(text, "county") == 1);
        }
    }
}

TEST_CASE("right-aligned words wrap, and centred cells stand in the middle", "[layout][table]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "Hills", 1);
    auto& exhibit = section.exhibits.emplace_back();
    exhibit.id = "tab:t";
    exhibit.number = "Table 1";
    exhibit.title = words("Gauges");
    auto rows = table("Place", "Kind");
    rows.columns[0].numeric = rows.columns[0].words = true;
    rows.columns[1].numeric = false;
    rows.columns[1].centered = true;
    rows.rows.emplace_back().cells = {cell(counted("hill", 60)), cell("roof")};
    rows.rows.emplace_back().cells = {cell("end"), cell("a long kind of gauge on a wall")};
    exhibit.content = rows;
    doc::Block place{doc::ExhibitPlace{}};
    std::get<doc::ExhibitPlace>(place.content).index = 0;
    section.body.push_back(place);
    const auto pages = composed(document, "research-note");
    CHECK(count_of(text_of(pages), "hill") == 60);
    double right = 0, short_end = 0, wide_from = 0, wide_to = 0, roof = 0;
    for (const auto& page : pages.pages) {
        for (const auto& run : runs_of(page)) {
            if (run.text.find("hill") != std::string::npos) right = std::max(right, run.x + run.width);
            if (run.text == "end") short_end = run.x + run.width;
            if (run.text.find("long kind") != std::string::npos) wide_from = run.x, wide_to = run.x + run.width;
            if (run.text == "roof") roof = run.x + run.width / 2;
        }
    }
    CHECK(std::abs(right - short_end) < 1);
    CHECK(std::abs(roof - (wide_from + wide_to) / 2) < 1);
}

TEST_CASE("notes of a table on a slide have as many lines as they need", "[layout][slides]") {
    doc::Document document;
    document.title = words("Rain");
    auto& section = section_of(document, "Hills", 0);
    auto& exhibit = section.exhibits.emplace_back();
    exhibit.id = "tab:t";
    exhibit.number = "Table 1";
    exhibit.title = words("Gauges");
    exhibit.note = words(counted("caveat", 60));
    auto rows = table("Place", "Rain");
    for (int i = 0; i < 30; ++i) add_row(rows, "Hill " + std::to_string(i), i);
    exhibit.content = rows;
    for (const auto* name : {"executive-deck", "executive-deck-4x3"}) {
        INFO(name);
        const auto deck = composed(document, name);
        std::size_t with_table = 0;
        for (const auto& slide : deck.pages) {
            double lowest = 0, note = 1e9;
            for (const auto& run : runs_of(slide)) {
                if (run.text.find("caveat") != std::string::npos) note = std::min(note, run.y);
                if (run.text.starts_with("Hill ")) lowest = std::max(lowest, run.y);
            }
            if (lowest > 0) ++with_table;
            if (lowest > 0) CHECK(lowest < note - 6);
        }
        CHECK(with_table > 1);
        CHECK(count_of(text_of(deck), "Hill 29") == 1);
    }
}
