// Names in many scripts in finished files: what pdftotext copies, what a screen reader gets, and the judge of PDF/UA.
#include <iterator>

#include "catch.h"
#include "program.h"
#include "reading.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

struct Name {
    const char* name;
    const char* file;  // of the font
};
const Name kNames[] = {
    {"Ἀθῆναι", "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"},
    {"Москва", "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"},
    {"Երևան", "/usr/share/fonts/truetype/noto/NotoSansArmenian-Regular.ttf"},
    {"თბილისი", "/usr/share/fonts/truetype/noto/NotoSansGeorgian-Regular.ttf"},
    {"القاهرة", "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"},
    {"ירושלים", "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf"},
    {"दिल्ली", "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf"},
    {"ঢাকা", "/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf"},
    {"சென்னை", "/usr/share/fonts/truetype/noto/NotoSansTamil-Regular.ttf"},
    {"กรุงเทพ", "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf"},
    {"北京市", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"},
    {"서울", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"},
    {"🇫🇷", "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"},
    {"👩‍👩‍👧‍👦", "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"},
};

/// Without the marks of direction that pdftotext puts around words from right to left.
std::string without_directions(std::string text) {
    for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u200E", "\u200F"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 3);
    return text;
}

}  // namespace

TEST_CASE("names in ten scripts are copied from the page as they were written", "[pdf][scripts]") {
    const Folder folder("scripts");
    std::vector<std::string> names;
    for (const auto& [name, file] : kNames) {
        if (fs::exists(file))
            names.emplace_back(name);
        else
            WARN(file << " is not installed");
    }
    const bool emoji = names.back() == kNames[std::size(kNames) - 1].name;
    const std::string title = emoji ? "A 🎉 table" : "A table";
    std::string rows = "name,n\n", bold;
    for (const auto& name : names) rows += name + ",1\n", bold += (bold.empty() ? "" : ", ") + name;
    write_file(folder / "precis.yaml", "precis: 1\nbriefings: b.yaml\nmodel: model.yaml\nlanguage: en-GB\n");
    write_file(folder / "model.yaml",
               "model: 1\nsources:\n  made: {title: Made, publisher: The author, date: 2026-08}\n"
               "tables:\n  t: {file: t.csv, source: made, columns: {name: text, n: integer}}\n");
    write_file(folder / "t.csv", rows);
    write_file(
        folder / "b.yaml",
        "briefing: 1\ntitle: Names\ndate: 2026-08-31\noutputs:\n"
        "  report: {layout: research-note, formats: [pdf, svg]}\n"
        "  deck: {layout: executive-deck, formats: [pdf, pptx, presenter]}\n"
        "sections:\n  - id: s\n    title: Many\n    body: \"See @tab:n and @fig:n: **" +
            bold +
            "**.\"\n    exhibits:\n"
            "      - {id: \"tab:n\", title: \"" +
            title +
            "\", query: \"SELECT name, n FROM t\", table: all}\n"
            "      - {id: \"fig:n\", chart: bar, title: Bars, query: \"SELECT name, n FROM t\", x: n, y: name}\n");
    const std::map<std::string, std::string> environment = {{"PRECIS_DATA", kRoot.string()}};
    const auto built = run({precis_program(), "build", "b.yaml", "-o", "out"}, folder.path(), environment);
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    CHECK(built.err.find("glyph_missing") == std::string::npos);
    for (const char* output : {"report", "deck"}) {
        const auto file = folder / "out" / "b" / (std::string(output) + ".pdf");
        INFO(file);
        const auto copied = without_directions(run({"pdftotext", file, "-"}, folder.path()).out);
        const auto aloud = as_text(read_aloud(read_file(file)));
        // The headline of a slide is on a whole point: its emoji must not be left out as text without ink.
        CHECK(copied.find(title) != std::string::npos);
        for (const auto& name : names) {
            INFO(name);
            CHECK(copied.find(name) != std::string::npos);
            CHECK(aloud.find(name) != std::string::npos);
        }
        const auto judged = run({precis_program(), "check", "--pdf", file}, folder.path(), environment);
        INFO(judged.out << judged.err);
        CHECK(judged.exit_code == 0);
    }
    const auto svg = read_file(folder / "out" / "b" / "report.svg");
    for (const auto& name : names) CHECK(svg.find(name) != std::string::npos);
}
