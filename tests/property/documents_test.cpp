// Documents made up at random, in all page layouts: parts, sections, charts and tables of any number and length. No
// word is lost or doubled, no text leaves its page, its area or its column, no exhibit stands before the heading of its
// section, hardly a page has a lonely heading or a lonely line, and pages are full.
#include "../unit/layout/documents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "../unit/layout/house.h"
#include "boxes.h"
#include "fill.h"
#include "soak.h"

using namespace precis;
using namespace precis::layout::test;
using precis::test::Area;

namespace {

/// Makes documents; each of their words is `wN` with a number of its own.
class Maker {
  public:
    explicit Maker(unsigned seed) : random_(seed) {}

    doc::Document made() {
        auto result = document("A title of its own");
        if (once_in(2)) result.summary = paragraphs(1, 3, 60);
        if (once_in(3)) result.findings = items(1, once_in(6) ? 40 : 6);
        if (once_in(3)) result.recommendations = items(1, once_in(6) ? 40 : 5);
        if (once_in(4)) result.foreword = paragraphs(1, 12, 80);
        if (once_in(4)) result.method = paragraphs(1, once_in(4) ? 30 : 5, 80);
        if (once_in(4)) result.disclosure = paragraphs(1, 4, 60);
        const int sections = between(1, once_in(5) ? 30 : 7);
        for (int i = 0; i < sections; ++i) add_section(result, i);
        return result;
    }
    int words_made() const { return count_; }
    /// Ids of exhibits and of the sections that they belong to.
    const std::map<std::string, std::string>& homes() const { return homes_; }

  private:
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool once_in(int n) { return between(1, n) == 1; }

    std::string sentence(int words) {
        std::string text;
        for (int i = 0; i < words; ++i) {
            text += (i > 0 ? " w" : "w") + std::to_string(count_++);
            if (once_in(9)) text += ",";
        }
        return text + ".";
    }
    std::vector<doc::Block> paragraphs(int least, int most, int words) {
        std::vector<doc::Block> all;
        const int count = between(least, most);
        for (int i = 0; i < count; ++i) all.push_back(paragraph(sentence(between(1, words))));
        return all;
    }
    std::vector<doc::Item> items(int least, int most) {
        std::vector<doc::Item> all;
        const int count = between(least, most);
        for (int i = 0; i < count; ++i) all.push_back(item(words(sentence(between(3, once_in(20) ? 700 : 40)))));
        return all;
    }
    doc::Exhibit exhibit_of(const std::string& id) {
        if (once_in(3)) {
            auto rows = table("Name", "Number");
            const int count = between(1, once_in(8) ? 90 : 12);
            for (int i = 0; i < count; ++i) add_row(rows, "w" + std::to_string(count_++), i);
            return exhibit(id, sentence(between(2, 8)), rows);
        }
        auto bars = exhibit(id, sentence(between(2, 8)), chart("column", {1, 4, 2, 3}));
        if (once_in(3)) bars.height = between(90, 320);
        return bars;
    }
    void add_section(doc::Document& to, int number) {
        const auto id = "s" + std::to_string(number);
        auto made = section(id, "w" + std::to_string(count_++) + " heading");
        for (const auto& block : paragraphs(1, once_in(4) ? 14 : 4, 120)) {
            if (once_in(6)) {
                const int footnote = static_cast<int>(to.footnotes.size());
                to.footnotes.push_back({paragraph(sentence(between(4, 40)))});
                made.body.push_back(paragraph(marked(sentence(between(1, 60)), footnote)));
            }
            made.body.push_back(block);
            if (!once_in(3)) continue;
            const auto name = "fig:" + std::to_string(homes_.size());
            homes_[name] = id;
            add_exhibit(made, exhibit_of(name));
        }
        to.sections.push_back(std::move(made));
    }

    std::mt19937 random_;
    int count_ = 0;
    std::map<std::string, std::string> homes_;
};

struct Spot {
    std::size_t page = 0;
    base::Point at;
};

std::map<std::string, Spot> spots(const scene::Document& composition) {
    std::map<std::string, Spot> all;
    for (std::size_t page = 0; page < composition.pages.size(); ++page) {
        for (const auto& anchor : composition.pages[page].anchors) all.emplace(anchor.name, Spot{page, anchor.at});
    }
    return all;
}

/// Words that are not on the pages once. Parts that the layout does not show count as lost, so that the caller knows.
std::vector<int> lost_or_doubled(const scene::Document& composition, int words) {
    std::vector<int> found(static_cast<std::size_t>(words));
    std::string all;
    for (const auto& page : composition.pages) {
        for (const auto& run : runs_of(page)) {
            if (!run.repeated) all += run.text + "\n";
        }
    }
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const bool begins = i == 0 || all[i - 1] == ' ' || all[i - 1] == '\n';
        if (!begins || all[i] != 'w' || std::isdigit(static_cast<unsigned char>(all[i + 1])) == 0) continue;
        const auto number = static_cast<std::size_t>(std::stoul(all.substr(i + 1, 9)));
        if (number < found.size()) ++found[number];
    }
    std::vector<int> wrong;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] != 1) wrong.push_back(static_cast<int>(i));
    }
    return wrong;
}

Area area_of(const style::Layout& layout) {
    const auto& m = layout.margins;
    return {m.left, m.top, layout.page.width - m.right, layout.page.height - m.bottom, 20, layout.page.height - 20};
}

precis::test::PageFrame frame_of(const style::Layout& layout, bool data_report) {
    const double left = layout.margins.left, right = layout.page.width - layout.margins.right;
    const double gutter = layout.grid.gutter, column = (right - left - 11 * gutter) / 12;
    const double from = data_report ? left : left + 3 * (column + gutter);
    const double middle = (from + right) / 2;
    return {layout.margins.top,
            layout.page.height - layout.margins.bottom,
            {{from, middle - gutter / 2}, {middle + gutter / 2, right}}};
}

/// A line of a heading or paragraph in its column.
struct Line {
    std::size_t page = 0;
    double x = 0, y = 0;
    std::uint32_t element = 0;
    bool heading = false, paragraph = false;
};

void collect_lines(const std::vector<scene::Item>& items, std::size_t page, const scene::Mark* inside,
                   std::vector<Line>& out) {
    for (const auto& item : items) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            if (scene::is_artifact(mark->role)) continue;
            if (mark->role == scene::Role::figure || mark->role == scene::Role::table) {
                const auto box = scene::bounds(item);
                out.push_back({page, box.x, box.y + box.height, mark->element, false, false});
                continue;
            }
            const bool text = mark->role != scene::Role::span && mark->role != scene::Role::link &&
                              mark->role != scene::Role::reference;
            collect_lines(mark->items, page, text ? mark : inside, out);
        } else if (const auto* run = std::get_if<scene::GlyphRun>(&item); run && inside) {
            constexpr double kRaised = 6;  // points: less than a line; a footnote's mark is in its line
            const bool same = !out.empty() && out.back().page == page &&
                              std::abs(out.back().y - run->origin.y) < kRaised && out.back().element == inside->element;
            if (!same)
                out.push_back({page, run->origin.x, run->origin.y, inside->element,
                               inside->role == scene::Role::heading, inside->role == scene::Role::paragraph});
        }
    }
}

/// Whether a line begins another column or page than the one before it.
bool breaks(const Line& before, const Line& line) {
    return line.page != before.page || line.y < before.y;
}

struct Lonely {
    std::size_t headings = 0, lines = 0;
};

/// Headings at the end of a column, and lines of a paragraph alone at the end or the beginning of one.
Lonely lonely_of(const scene::Document& composition, bool covered) {
    std::vector<Line> lines;
    for (std::size_t page = covered ? 1 : 0; page < composition.pages.size(); ++page)
        collect_lines(composition.pages[page].items, page, nullptr, lines);
    Lonely lonely;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto& before = lines[i - 1];
        if (!breaks(before, lines[i])) continue;
        if (before.heading && before.page != lines[i].page) ++lonely.headings;
        if (!before.paragraph || before.element != lines[i].element) continue;
        const bool ends_alone = i < 2 || lines[i - 2].element != before.element || breaks(lines[i - 2], before);
        const bool begins_alone =
            i + 1 == lines.size() || lines[i + 1].element != lines[i].element || breaks(lines[i], lines[i + 1]);
        lonely.lines += (ends_alone ? 1 : 0) + (begins_alone ? 1 : 0);
    }
    return lonely;
}

}  // namespace

TEST_CASE("made-up documents lose no word, leave no page and keep exhibits behind their headings", "[documents]") {
    const int count = precis::test::rounds(40, 2000);
    std::map<std::string, style::Layout> layouts;
    for (const auto* name : {"research-note", "research-note-letter", "data-report"})
        layouts.emplace(name, layout_named(name));
    std::size_t pages = 0, exhibits = 0;
    Lonely lonely;
    std::map<std::string, std::vector<double>> fills;
    for (int i = 0; i < count; ++i) {
        for (const auto& [name, layout] : layouts) {
            INFO(name << ", seed " << i);
            Maker maker(static_cast<unsigned>(i));
            const auto made = maker.made();
            const auto result = attempt(made, layout);
            INFO(messages_of(result.diagnostics()));
            REQUIRE(result.has_value());
            REQUIRE_FALSE(diag::has_errors(result.diagnostics()));
            const auto& composition = result.value();
            pages += composition.pages.size();
            // A data report has no summary and its own contents, where headings and titles stand once more.
            if (name != "data-report") CHECK(lost_or_doubled(composition, maker.words_made()) == std::vector<int>());
            for (const auto& fault : precis::test::faults_of(composition, area_of(layout))) {
                INFO("page " << fault.page << ": " << fault.words);
                CHECK(false);
            }
            const auto alone = lonely_of(composition, name == "data-report");
            lonely.headings += alone.headings, lonely.lines += alone.lines;
            const auto at = spots(composition);
            // Pages between the first and the last of the sections; in a data report each section ends a page.
            std::set<std::size_t> begins;
            for (const auto& section : made.sections) begins.insert(at.at(section.id).page);
            std::size_t last = *begins.rbegin();
            for (const auto& [anchor, spot] : at)
                if (anchor.rfind("fig:", 0) == 0) last = std::max(last, spot.page);
            for (auto page = *begins.begin(); page < last; ++page) {
                if (name == "data-report" && begins.count(page + 1) > 0) continue;
                const auto frame = frame_of(layout, name == "data-report");
                fills[name].push_back(precis::test::fill_of(composition.pages[page], frame));
            }
            for (const auto& [exhibit, section] : maker.homes()) {
                INFO(exhibit << " of " << section);
                REQUIRE(at.count(exhibit) == 1);
                REQUIRE(at.count(section) == 1);
                const auto& [page, place] = at.at(exhibit);
                const auto& home = at.at(section);
                ++exhibits;
                INFO("heading on page " << home.page + 1 << " at " << home.at.x << ", " << home.at.y << ", exhibit on "
                                        << page + 1 << " at " << place.x << ", " << place.y);
                CHECK((page > home.page || (page == home.page && (place.y >= home.at.y || place.x > home.at.x + 1))));
            }
        }
    }
    INFO(pages << " pages, " << exhibits << " exhibits, lonely headings " << lonely.headings << ", lonely lines "
               << lonely.lines);
    for (const auto& [name, shares] : fills) {
        double sum = 0;
        for (const double share : shares) sum += share;
        const double mean = sum / static_cast<double>(shares.size());
        INFO(name << ": mean fill " << mean << " of " << shares.size() << " pages");
        CHECK(mean >= 0.9);
    }
    CHECK(500 * (lonely.headings + lonely.lines) <= pages);
    CHECK(exhibits > 0);
}
