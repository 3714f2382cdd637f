// Letters that give way and punctuation that hangs change the look of lines alone: what is copied from the PDF stays.
#include <algorithm>
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis;
using namespace precis::test;

namespace {

/// The words of the report that `body`, more keys of the running text's style, makes; hyphens at line ends left out.
std::vector<std::string> words_with(const std::string& body, std::string& pdf) {
    const Folder folder;
    folder.write("layouts/own.yaml", "layout: 1\nextends: research-note\ntitle: Own\nstyles: {body: {" + body + "}}\n");
    folder.write("b.yaml", R"(briefing: 1
title: Rain
date: 2026-08-31
outputs: {report: {layout: own}}
sections:
  - id: rain
    title: Rain
    body: |
      Rain fell on the harbour, the hills, and the islands; nobody counted it, but everybody spoke of it. The office
      asked: who measures, who compares, who remembers? Old gauges, new gauges, and none at all stood side by side.
)");
    const auto built = run({precis_program(), "build", "b.yaml", "-o", "out"}, folder.path());
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    pdf = read_file(folder.path() / "out/b/report.pdf");
    std::istringstream text(run({"pdftotext", "-raw", "out/b/report.pdf", "-"}, folder.path()).out);
    std::string all;
    for (std::string line; std::getline(text, line);) {
        if (line.ends_with("\u00AD"))
            all += line.substr(0, line.size() - 2);
        else
            all += line + " ";
    }
    std::istringstream in(all);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace

TEST_CASE("words are extracted the same whatever gives way in justified lines", "[pdf]") {
    std::string plain_file, file;
    const auto plain = words_with("justify-from: 0", plain_file);
    REQUIRE(plain.size() > 40);
    for (const auto* keys :
         {"letter-width: {min: 0.98, max: 1.02}", "hanging-punctuation: true", "word-space: {optimum: 1.2, max: 2}",
          "justify-from: 200", "letter-width: {min: 0.98, max: 1.02}, hanging-punctuation: true"}) {
        INFO(keys);
        CHECK(words_with(keys, file) == plain);
        CHECK(file != plain_file);
    }
}
