// A page in each language: pdftotext gives the words back in the order of reading, and the readers' checks pass. The
// text is made of the language's own fixed words.
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "program.h"

using namespace precis;
using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// The language's fixed words that stand alone, without placeholders and digits.
std::vector<std::string> fixed_words(const fs::path& file) {
    std::vector<std::string> words;
    std::istringstream lines(read_file(file));
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line[0] != ' ') inside = line == "words:";
        const auto begin = line.find(": \"");
        if (!inside || begin == std::string::npos || !line.ends_with('"')) continue;
        auto word = line.substr(begin + 3, line.size() - begin - 4);
        if (word.find_first_of("{}\\0123456789*_[]<>&") != std::string::npos) continue;
        words.push_back(std::move(word));
    }
    return words;
}

/// Without blanks, marks of direction and the hyphens of divided words, so that lines do not matter.
std::string bare(std::string text) {
    for (const auto* mark : {"\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u2066", "\u2067", "\u2068", "\u2069",
                             "\u00AD", "\u00A0", "\u202F", "\u3000", "-\n", "\u2010\n"})
        text = replaced(std::move(text), mark, "");
    text = replaced(replaced(std::move(text), "'", "\u2019"), "\uFB01", "fi");
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r' || c == '-'; });
    return text;
}

const std::string kLayout = R"(layout: 1
extends: research-note
title: One column
masters:
  page:
    frames:
      main: {columns: 1-12, text-columns: 1}
parts:
  - {part: title, frame: full}
  - {part: sections, frame: main}
)";

}  // namespace

TEST_CASE("pdftotext gives the words of a page in each language in the order of reading", "[pdf][languages]") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(kRoot / "locale/words")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() >= 24);
    const Folder folder("languages");
    folder.write("layouts/plain.yaml", kLayout);
    folder.write("precis.yaml", "precis: 1\nbriefings: \"*/briefing.yaml\"\nlayouts: layouts\n");
    for (const auto& file : files) {
        const auto tag = file.stem().string();
        INFO(tag);
        const auto words = fixed_words(file);
        REQUIRE(words.size() > 30);
        const bool spaced = tag != "zh" && tag != "ja" && tag != "zh-Hant";
        std::string body;
        for (const auto& word : words) body += (body.empty() || !spaced ? "" : " ") + word;
        folder.write(tag + "/briefing.yaml",
                     "briefing: 1\nlanguage: " + tag + "\ndate: 2026-08-31\ntitle: \"" + words.front() +
                         "\"\noutputs: {report: {layout: plain}}\nsections:\n  - id: only\n    title: \"" +
                         words.back() + "\"\n    body: |\n      " + body + "\n");
        const auto ran = run({precis_program(), "build", tag + "/briefing.yaml", "-o", "out/" + tag}, folder.path(),
                             {{"PRECIS_DATA", kRoot.string()}});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        std::string pdf;
        for (const auto& entry : fs::recursive_directory_iterator(folder / ("out/" + tag)))
            if (entry.path().extension() == ".pdf") pdf = entry.path().string();
        const auto text = run({"pdftotext", pdf, "-"}, kRoot).out;
        INFO(text);
        CHECK_THAT(bare(text), ContainsSubstring(bare(body)));
        const auto checked = run({precis_program(), "check", "--pdf", pdf}, kRoot);
        INFO(checked.out << checked.err);
        CHECK(checked.exit_code == 0);
    }
}
