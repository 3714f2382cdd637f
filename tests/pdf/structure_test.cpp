// The structure tree of the samples, as poppler reads it, has all text of the pages.
#include <algorithm>
#include <set>
#include <sstream>

#include "catch.h"
#include "program.h"
#include "samples.h"
#include "soak.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](unsigned char c) { return c > ' '; }));
}

// The quoted lines of `pdfinfo -struct-text`.
std::string structure_text(const std::string& listing) {
    std::istringstream in(listing);
    std::string line, all;
    while (std::getline(in, line)) {
        const auto begin = line.find('"'), end = line.rfind('"');
        if (begin != std::string::npos && end > begin) all += line.substr(begin + 1, end - begin - 1) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("the structure holds what the pages say, running heads and feet aside", "[pdf][structure]") {
    std::set<std::string> seen;
    for (const auto& pdf : sample_files(".pdf")) {
        if (pdf.stem().extension() == ".presenter") continue;
        // The first report, brief, deck, one-pager, index and gallery; in a soak all, as poppler reads an element in a page's
        // time.
        const auto name = pdf.stem().string();
        if (!seen.insert(name.substr(0, name.find('.'))).second && soak() == 0) continue;
        INFO(pdf);
        const auto structure = run({"pdfinfo", "-struct-text", pdf.string()}, kRoot);
        const auto pages = run({"pdftotext", pdf.string(), "-"}, kRoot);
        CHECK(structure.err.empty());
        CHECK_THAT(structure.out, ContainsSubstring("H1"));
        const auto told = letters(structure_text(structure.out)), shown = letters(pages.out);
        CHECK(told > shown * 9 / 10);
        // Hyphens at line ends are in the tree, but not in the text.
        CHECK(told < shown * 11 / 10);
    }
    CHECK(seen.size() == 8);
}

TEST_CASE("every part of running text has its element, and words of another language name it", "[pdf]") {
    const Folder folder("parts");
    const auto ran = run({precis_program(), "build", "tests/property/parts/briefing.yaml", "--output", "report", "-o",
                          folder.path().string()},
                         kRoot, {{"PRECIS_DATA", kRoot.string()}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto file = (folder.path() / "parts/report.pdf").string();
    const auto structure = run({"pdfinfo", "-struct-text", file}, kRoot).out;
    for (const char* element :
         {"L (block)", "LI (block)", "Lbl", "LBody", "Code", "BlockQuote", "Note", "Link", "H2"}) {
        INFO(element);
        CHECK_THAT(structure, ContainsSubstring(element));
    }
    const auto objects = run({"qpdf", "--qdf", "--object-streams=disable", file, "-"}, kRoot).out;
    const auto language = objects.find("/Lang (fr)");
    REQUIRE(language != std::string::npos);
    const auto begin = objects.rfind(" obj\n", language), end = objects.find("endobj", language);
    CHECK_THAT(objects.substr(begin, end - begin), ContainsSubstring("/S /Span"));
}
