// The samples' PDFs in other programs: complete, readable by several programs, all fonts embedded.
#include <algorithm>
#include <sstream>

#include "catch.h"
#include "program.h"
#include "samples.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

}  // namespace

TEST_CASE("every PDF of the samples is whole to qpdf, MuPDF and Ghostscript", "[pdf]") {
    REQUIRE_FALSE(sample_files(".pdf").empty());
    for (const auto& pdf : sample_files(".pdf")) {
        INFO(pdf);
        const auto qpdf = run({"qpdf", "--check", pdf}, kRoot);
        INFO(qpdf.out << qpdf.err);
        CHECK(qpdf.exit_code == 0);
        CHECK_THAT(qpdf.out, ContainsSubstring("No syntax or stream encoding errors found"));
        const auto mupdf = run({"mutool", "draw", "-q", "-o", "/dev/null", "-F", "png", pdf}, kRoot);
        INFO(mupdf.err);
        CHECK(mupdf.exit_code == 0);
        const auto ghost =
            run({"gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", pdf}, kRoot);
        INFO(ghost.out << ghost.err);
        CHECK(ghost.exit_code == 0);
        CHECK(ghost.out.empty());
        CHECK(ghost.err.empty());
    }
}

TEST_CASE("every font of the samples is embedded, with a way back to Unicode", "[pdf]") {
    for (const auto& pdf : sample_files(".pdf")) {
        INFO(pdf);
        const auto fonts = run({"pdffonts", pdf}, kRoot);
        CHECK(fonts.err.empty());
        std::istringstream in(fonts.out);
        std::string line;
        std::getline(in, line);
        // The last columns: emb, sub, uni, object number and generation.
        const auto emb = line.find("emb"), uni = line.find("uni");
        REQUIRE(emb != std::string::npos);
        std::getline(in, line);
        std::size_t count = 0;
        while (std::getline(in, line)) {
            INFO(line);
            CHECK(line.substr(emb, 3) == "yes");
            CHECK(line.substr(uni, 3) == "yes");
            ++count;
        }
        CHECK(count >= 2);
    }
}

TEST_CASE("the note on Paris has three pages or more, with title and language", "[pdf]") {
    const auto pdfs = sample_files(".pdf");
    const auto note = std::find_if(pdfs.begin(), pdfs.end(), [](const auto& pdf) {
        return pdf.filename().string().rfind("report", 0) == 0 &&
               pdf.parent_path().filename() == "conference-europe-2026";
    });
    REQUIRE(note != pdfs.end());
    const auto info = run({"pdfinfo", *note}, kRoot);
    CHECK_THAT(info.out, ContainsSubstring("Open source AI draws a crowd in Paris"));
    const auto at = info.out.find("Pages:");
    REQUIRE(at != std::string::npos);
    CHECK(std::stoi(info.out.substr(at + 6)) >= 3);
}
