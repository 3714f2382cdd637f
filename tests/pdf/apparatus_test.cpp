// A long report with its whole apparatus, as qpdf and poppler read the file: bookmarks lead to the pages of their
// headings, and index, notes, list of exhibits and references print the pages that things are on.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "facts_json.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

std::string filling(int count, std::size_t indent = 6) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += std::string(indent, ' ') + "A sentence that is long enough to fill a line, and more.\n";
    return text;
}

const std::string kLayout = R"(layout: 1
extends: research-note
title: With an apparatus
parts:
  - {part: title, frame: full}
  - {part: contents, frame: full, heading: heading-1}
  - {part: list-of-exhibits, frame: full, heading: heading-1}
  - {part: sections, frame: main, arrange: flow, break-before: page}
  - {part: appendix, frame: main, arrange: flow, heading: heading-1}
  - {part: glossary, frame: main, pages: true}
  - {part: notes, frame: main}
  - {part: method, frame: main}
  - {part: index, frame: main}
footnotes: end
)";

std::string briefing() {
    return R"(briefing: 1
title: A long report
date: 2026-08-31
language: en-GB
glossary: [{term: rain, definition: Water that falls.}]
method: "Counted by hand."
sections:
  - id: first
    title: The first chapter
    body: |
      It begins with [rain](index:) here.[^a] See @full:sec:deep and @page:tab:rows.

      # A heading inside

)" + filling(120) +
           R"(
      [^a]: A first paragraph of the note.

          Its second paragraph.
    sections:
      - id: inner
        title: An inner section
        body: |
          @tab:rows has rows.
          More [rain](index:) and [hail](index:Ice/hail).
        exhibits:
          - {id: "tab:rows", title: Rows of names, table: all, rows: [{name: North}, {name: South}], source: Ours}
        sections:
          - id: deep
            title: A deep section
            body: |
)" + filling(150, 14) +
           R"(
  - id: second
    title: The second chapter
    body: |
      The last [rain](index:) falls.
)" + filling(20) +
           R"(
appendix:
  - {id: more, title: More of it, body: Words.}
)";
}

std::string page_text(const std::string& file, std::size_t page) {
    const auto number = std::to_string(page);
    return run({"pdftotext", "-f", number, "-l", number, file, "-"}, kRoot).out;
}

std::size_t pages_of(const std::string& file) {
    std::size_t count = 0;
    while (!page_text(file, count + 1).empty()) ++count;
    return count;
}

using Bookmarks = std::vector<std::pair<std::string, std::size_t>>;  // indented titles with the pages they lead to

void add_bookmarks(const json::Node& node, std::string_view key, const std::string& indent, Bookmarks& out) {
    for (const auto& entry : list(node, key)) {
        out.emplace_back(indent + entry.find("title")->text.text,
                         std::stoul(entry.find("destpageposfrom1")->text.text));
        add_bookmarks(entry, "kids", indent + "  ", out);
    }
}

}  // namespace

TEST_CASE("bookmarks, index, notes and references of a long report lead to the right pages", "[pdf][apparatus]") {
    const Folder folder("apparatus");
    fs::create_directories(folder.path() / "layouts");
    write_file(folder.path() / "precis.yaml", "precis: 1\nbriefings: briefing.yaml\nlayouts: layouts\n");
    write_file(folder.path() / "layouts/long.yaml", kLayout);
    auto words = briefing();
    words += "outputs: {report: {layout: long}}\n";
    write_file(folder.path() / "briefing.yaml", words);
    const auto ran = run({precis_program(), "build", "briefing.yaml", "-o", "out"}, folder.path(),
                         {{"PRECIS_DATA", kRoot.string()}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    std::string file;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "out"))
        if (entry.path().extension() == ".pdf") file = entry.path().string();
    REQUIRE_FALSE(file.empty());

    const auto read = run({"qpdf", "--json=2", "--json-key=outlines", file}, kRoot);
    const auto tree = json::parse(std::make_shared<diag::SourceText>("outlines", read.out));
    REQUIRE(tree.has_value());
    Bookmarks outline;
    add_bookmarks(tree.value(), "outlines", {}, outline);
    std::string titles;
    std::map<std::string, std::size_t> page;
    for (const auto& [title, at] : outline) {
        titles += title + "\n";
        const auto plain = title.substr(title.find_first_not_of(' '));
        page[plain] = at;
        INFO(title);
        std::string capitals = plain;  // as labels at the side are set
        std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        CHECK_THAT(page_text(file, at), ContainsSubstring(plain) || ContainsSubstring(capitals));
    }
    CHECK(
        titles ==
        "Contents\nFigures and tables\nThe first chapter\n  A heading inside\n  An inner section\n    A deep section\n"
        "The second chapter\nAppendix\n  More of it\nGlossary\nNotes\nMethod and base\nIndex\n");
    REQUIRE(page["A deep section"] > page["The first chapter"]);
    REQUIRE(page["The second chapter"] > page["A deep section"]);

    const auto last = page_text(file, pages_of(file));
    const auto rain = std::to_string(page["The first chapter"]);
    const auto inner = std::to_string(page["An inner section"]), second = std::to_string(page["The second chapter"]);
    INFO(last);
    const auto first_pages =
        page["An inner section"] == page["The first chapter"] + 1 ? rain + "–" + inner : rain + ", " + inner;
    CHECK_THAT(last, ContainsSubstring("rain, " + first_pages));
    CHECK_THAT(last, ContainsSubstring("hail, " + inner));
    const auto chapter = page_text(file, page["The first chapter"]);
    INFO(chapter);
    std::string one_line = chapter;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    CHECK_THAT(
        one_line,
        ContainsSubstring("section “A deep section” (page\u00a0" + std::to_string(page["A deep section"]) + ")") ||
            ContainsSubstring("section “A deep section” (page " + std::to_string(page["A deep section"]) + ")"));
    const auto contents = page_text(file, page["Contents"]);
    CHECK_THAT(contents, ContainsSubstring("Rows of names"));
    const auto notes = page_text(file, page["Notes"]);
    CHECK_THAT(notes, ContainsSubstring("A first paragraph of the note."));
    CHECK_THAT(notes, ContainsSubstring("Its second paragraph."));
    CHECK_THAT(page_text(file, page["Glossary"]), ContainsSubstring("pp."));
    CHECK(run({precis_program(), "check", "--pdf", file}, kRoot).exit_code == 0);
}
