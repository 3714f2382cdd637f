// Parts that are longer than a page: each flows over as many pages as it needs, and no word is lost or doubled.
#include <map>

#include "documents.h"
#include "house.h"

using namespace precis;
using namespace precis::layout::test;

namespace {

/// Words that stand nowhere else, so that a page shows what it holds.
std::string sentence(const std::string& part, int number) {
    return counted(part + std::to_string(number), 12);
}

std::vector<doc::Item> items(const std::string& part, int count) {
    std::vector<doc::Item> all;
    for (int i = 0; i < count; ++i) {
        doc::Item item;
        doc::Words lead;
        lead.text = "Lead " + std::to_string(i) + ".";
        lead.strong = true;
        item.text.emplace_back(lead);
        item.text.emplace_back(words(" " + sentence(part, i)).front());
        all.push_back(item);
    }
    return all;
}

std::vector<doc::Block> paragraphs(const std::string& part, int count) {
    std::vector<doc::Block> all;
    for (int i = 0; i < count; ++i) all.push_back(paragraph(sentence(part, i)));
    return all;
}

/// How often each word ending in a full stop or standing alone is on the pages: of "rain7 3" the word is "rain7".
std::map<std::string, int> counted_on(const scene::Document& composition) {
    std::map<std::string, int> all;
    for (const auto& page : composition.pages) {
        std::string word;
        for (const char letter : text_of(page) + " ") {
            if (letter != ' ' && letter != '\n') {
                word += letter;
            } else if (!word.empty()) {
                ++all[word];
                word.clear();
            }
        }
    }
    return all;
}

void check_all_there(const doc::Document& document, const style::Layout& layout, const std::string& part, int count) {
    const auto composition = composed(document, layout);
    CHECK(composition.pages.size() > 1);
    const auto on_pages = counted_on(composition);
    for (int i = 0; i < count; ++i) {
        const auto word = part + std::to_string(i);
        INFO(word);
        const auto found = on_pages.find(word);
        CHECK((found != on_pages.end() && found->second == 12));
    }
    const double bottom = layout.page.height - layout.margins.bottom;
    const bool covered = layout.parts.front().part == style::Part::cover;
    for (auto page = composition.pages.begin() + (covered ? 1 : 0); page != composition.pages.end(); ++page) {
        for (const auto& run : runs_of(*page)) {
            if (!run.repeated) CHECK(run.y < bottom + 1);
        }
    }
}

}  // namespace

TEST_CASE("parts longer than a page flow over the next ones", "[layout][long]") {
    for (const auto* name : {"research-note", "data-report"}) {
        const auto layout = layout_named(name);
        INFO(name);
        for (const auto* part : {"summary", "findings", "recommendations", "method", "disclosure", "foreword"}) {
            INFO(part);
            constexpr int kCount = 70;
            auto note = document("Long parts");
            note.sections = {section("s", "A section")};
            note.sections[0].body = {paragraph("A sentence.")};
            const std::string word = std::string(part).substr(0, 3);
            if (part == std::string("summary")) note.summary = paragraphs(word, kCount);
            if (part == std::string("findings")) note.findings = items(word, kCount);
            if (part == std::string("recommendations")) note.recommendations = items(word, kCount);
            if (part == std::string("method")) note.method = paragraphs(word, kCount);
            if (part == std::string("disclosure")) note.disclosure = paragraphs(word, kCount);
            if (part == std::string("foreword")) note.foreword = paragraphs(word, kCount);
            if (part == std::string("summary") && layout.medium == style::Medium::pages &&
                std::none_of(layout.parts.begin(), layout.parts.end(),
                             [](const auto& rule) { return rule.part == style::Part::summary; }))
                continue;
            check_all_there(note, layout, word, kCount);
        }
    }
}

TEST_CASE("one item taller than a page goes on on the next", "[layout][long]") {
    auto note = document("One long item");
    doc::Item item;
    item.text = words(counted("rain", 1500));
    note.findings = {item, items("other", 1).front()};
    const auto composition = composed(note, "research-note");
    CHECK(composition.pages.size() >= 2);
    CHECK(counted_on(composition)["rain"] == 1500);
    CHECK(counted_on(composition)["other0"] == 12);
}

TEST_CASE("contents longer than a page name every chapter once", "[layout][long]") {
    auto report = document("Seventy chapters");
    for (int i = 0; i < 70; ++i) {
        report.sections.push_back(section("c" + std::to_string(i), "Chapter" + std::to_string(i)));
        report.sections.back().body = {paragraph("A sentence.")};
    }
    for (const auto* name : {"data-report", "chart-sheet"}) {
        const auto composition = composed(report, name);
        std::string contents;
        for (const auto& page : composition.pages) {
            const auto text = text_of(page);
            if (text.find("Chapter0 ") != std::string::npos && text.find("A sentence") != std::string::npos) break;
            contents += text + " ";
        }
        for (int i = 0; i < 70; ++i) {
            INFO(name << " " << i);
            CHECK_THAT(contents, ContainsSubstring("Chapter" + std::to_string(i)));
        }
    }
}

TEST_CASE("two lines left for the last page stay in one column", "[layout][long]") {
    auto note = document("Lines");
    note.sections = {section("s", "A section")};
    for (int lines = 300; lines < 420; lines += 7) {
        INFO(lines);
        note.sections[0].body = {paragraph(counted("rain", lines))};
        const auto composition = composed(note, "research-note");
        const auto& last = composition.pages.back();
        std::map<int, int> columns;  // lines by their left edge
        for (const auto& run : runs_of(last)) {
            if (!run.repeated && run.text.find("rain") != std::string::npos) ++columns[static_cast<int>(run.x)];
        }
        for (const auto& [x, count] : columns) CHECK(count > 1);
    }
}
