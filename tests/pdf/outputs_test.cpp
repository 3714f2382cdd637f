// What an output asks for, in files that the program writes: judged by qpdf, poppler and librsvg.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <regex>
#include <sstream>

#include "catch.h"
#include "program.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const std::string kText =
    "The harbour opens before dawn and closes when the last boat has come in. Rain falls on the western slope while "
    "the "
    "eastern slope stays dry. ";

std::string report(const std::string& top, int paragraphs = 12) {
    std::string text = "briefing: 1\ntitle: Rain on the slope\ndate: 2026-08-31\n" + top + "sections:\n";
    for (const auto* id : {"one", "two", "three"}) {
        text += std::string("  - id: ") + id + "\n    title: Part " + id + "\n    body: |\n";
        for (int i = 0; i < paragraphs; ++i) text += "      " + kText + kText + "\n\n";
    }
    return text;
}

Ran ran_with(const Folder& folder, std::vector<std::string> words,
             const std::map<std::string, std::string>& more = {}) {
    words.insert(words.begin(), precis_program());
    auto environment = more;
    environment["PRECIS_DATA"] = PRECIS_SOURCE_DIR;
    return run(words, folder.path(), environment);
}

/// The folder of the files that a build of the briefing writes.
fs::path built(const Folder& folder, const std::string& briefing, const std::map<std::string, std::string>& more = {}) {
    folder.write("note.yaml", briefing);
    const auto ran = ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out"}, more);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return folder / "out/note";
}

std::string output_of(const std::vector<std::string>& words) {
    const auto ran = run(words, "/");
    INFO(words.front() << ": " << ran.err);
    CHECK(ran.exit_code == 0);
    return ran.out;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A page as grey pixels at 36 an inch.
struct Grey {
    int width = 0, height = 0;
    std::string pixels;
};
Grey grey_of(const fs::path& pdf, int page) {
    const auto number = std::to_string(page);
    const auto ppm = output_of({"pdftoppm", "-gray", "-r", "36", "-f", number, "-l", number, pdf});
    std::istringstream in(ppm);
    Grey grey;
    std::string kind;
    int most = 0;
    in >> kind >> grey.width >> grey.height >> most;
    in.get();
    grey.pixels.assign(std::istreambuf_iterator<char>(in), {});
    return grey;
}
double difference(const Grey& a, const Grey& b) {
    if (a.width != b.width || a.height != b.height || a.pixels.size() != b.pixels.size()) return 255;
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        sum += std::abs(static_cast<unsigned char>(a.pixels[i]) - static_cast<unsigned char>(b.pixels[i]));
    return sum / static_cast<double>(a.pixels.size());
}

}  // namespace

TEST_CASE("page numbers begin where they are asked to, printed, referred to and in the viewer", "[pdf]") {
    const Folder folder("outputs");
    const auto text = report("summary: See @page:sec:three.\noutputs:\n  report: {first-page: 5}\n");
    const auto pdf = built(folder, text) / "report.pdf";
    const auto all = output_of({"pdftotext", "-layout", pdf, "-"});
    CHECK(has(all, "See page 6") != has(all, "See page 7"));
    CHECK(has(output_of({"pdftotext", "-f", "2", "-l", "2", pdf, "-"}), "6 of "));
    CHECK(has(output_of({"qpdf", "--json", "--json-key=pagelabels", pdf}), "\"/St\": 5"));
}

TEST_CASE("a linearised file is one for qpdf, conforms, and has the same bytes each time", "[pdf]") {
    const Folder folder("outputs");
    const auto text = report("outputs:\n  report: {linearize: true}\n");
    const auto pdf = built(folder, text) / "report.pdf";
    CHECK(has(output_of({"qpdf", "--check-linearization", pdf}), "no linearization errors"));
    const auto bytes = read_file(pdf);
    fs::remove_all(folder / "out");
    CHECK(bytes == read_file(built(folder, text) / "report.pdf"));
    CHECK(ran_with(folder, {"check", "--pdf", pdf}).exit_code == 0);
}

TEST_CASE("an encrypted file is read with its password, and is left alone while nothing changes", "[pdf]") {
    const Folder folder("outputs");
    const auto text = report("outputs:\n  report: {formats: [pdf], encrypt: {password-env: RAIN_PASSWORD}}\n", 2);
    const std::map<std::string, std::string> known{{"RAIN_PASSWORD", "over the hills"}};
    const auto out = built(folder, text, known);
    const auto bytes = read_file(out / "report.pdf");
    CHECK(run({"pdftotext", out / "report.pdf", "-"}, "/").exit_code != 0);
    CHECK(has(output_of({"pdftotext", "-upw", "over the hills", out / "report.pdf", "-"}), "harbour"));
    CHECK(has(output_of({"qpdf", "--show-encryption", "--password=over the hills", out / "report.pdf"}), "R = 6"));
    const auto manifest = read_file(out / "edition.json");
    CHECK(has(manifest, "\"encrypted\": true"));
    CHECK_FALSE(has(manifest, "hills"));
    CHECK(has(manifest, "\"names\": []"));
    CHECK(has(manifest, "\"reads\": {}"));

    const auto again = ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out"}, known);
    CHECK(has(again.err, "0 files written"));
    CHECK(read_file(out / "report.pdf") == bytes);
    CHECK(ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out", "--check"}, known).exit_code == 0);
    const std::map<std::string, std::string> other{{"RAIN_PASSWORD", "far away"}};
    CHECK(ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out", "--check"}, other).exit_code == 3);
    CHECK(has(ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out"}, other).err, "1 file written"));
    CHECK(has(output_of({"pdftotext", "-upw", "far away", out / "report.pdf", "-"}), "harbour"));

    const auto audited = ran_with(folder, {"check", "--pdf", out / "report.pdf"});
    CHECK(audited.exit_code == 1);
    CHECK(has(audited.err, "the file is not encrypted"));
    CHECK(ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out"}).exit_code == 1);
    const auto png = ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out", "--format", "png"}, known);
    CHECK(png.exit_code == 1);
    CHECK(has(png.err, "cannot be"));
}

TEST_CASE("bleed makes the pages larger than what is cut, and spreads mirror the text", "[pdf]") {
    const Folder folder("outputs");
    folder.write("layouts/print.yaml",
                 "layout: 1\nextends: data-report\npage: {bleed: 3 mm, margins: {inner: 80 pt, outer: 30 pt}}\n");
    const auto pdf = built(folder, report("outputs:\n  report: {layout: print}\n", 30)) / "report.pdf";
    const auto boxes = output_of({"pdfinfo", "-box", "-f", "2", "-l", "2", pdf});
    CHECK(std::regex_search(boxes, std::regex("TrimBox: +8.50 +8.50 +603.78 +850.39")));
    CHECK(std::regex_search(boxes, std::regex("MediaBox: +0.00 +0.00 +612.29 +858.90")));
    CHECK(ran_with(folder, {"check", "--pdf", pdf}).exit_code == 0);
    const auto left_of = [&](const char* page) {
        const auto words = output_of({"pdftotext", "-bbox", "-f", page, "-l", page, pdf, "-"});
        double left = 1e9;
        static const std::regex kWord("xMin=\"([0-9.]+)\"");
        for (std::sregex_iterator at(words.begin(), words.end(), kWord), end; at != end; ++at)
            left = std::min(left, std::stod((*at)[1]));
        return left;
    };
    CHECK(left_of("4") == Approx(38.5).margin(1.5));  // 30 and the bleed
    CHECK(left_of("5") == Approx(88.5).margin(1.5));
}

TEST_CASE("a watermark is drawn on every page of every format, and read by nobody", "[pdf]") {
    const Folder folder("outputs");
    const auto top = std::string("watermark: Draft\noutputs:\n  report: {formats: [pdf, svg]}\n") +
                     "  deck: {layout: executive-deck, formats: [pptx, presenter, handout]}\n" +
                     "  clean: {watermark: none}\n" +
                     "  bare: {layout: executive-deck, formats: [presenter], watermark: none}\n";
    auto text = report(top, 4);
    for (const auto* id : {"one", "two", "three"}) {
        const auto at = text.find(std::string("title: Part ") + id);
        text.insert(at, "headline: It rained\n    points: [A point]\n    notes: To be said.\n    ");
    }
    const auto out = built(folder, text);
    const auto content = output_of({"qpdf", "--qdf", "--no-original-object-ids", out / "report.pdf", "-"});
    const auto pages = std::stoul(output_of({"qpdf", "--show-npages", out / "report.pdf"}));
    std::size_t marked = 0;
    for (auto at = content.find("/Subtype/Watermark"); at != std::string::npos;
         at = content.find("/Subtype/Watermark", at + 1))
        ++marked;
    CHECK(marked == pages);
    CHECK(difference(grey_of(out / "report.pdf", 1), grey_of(out / "clean.pdf", 1)) > 0.1);
    CHECK_FALSE(has(output_of({"pdfinfo", "-struct-text", out / "report.pdf"}), "Draft"));
    CHECK_FALSE(has(output_of({"pdfinfo", "-struct-text", out / "deck.handout.pdf"}), "Draft"));
    CHECK(has(output_of({"pdfinfo", "-struct-text", out / "deck.handout.pdf"}), "To be said."));
    CHECK(difference(grey_of(out / "deck.presenter.pdf", 2), grey_of(out / "bare.presenter.pdf", 2)) > 0.1);
    CHECK(has(output_of({"unzip", "-p", out / "deck.pptx", "ppt/slides/slide2.xml"}), "Draft"));
    for (const auto* pdf : {"report.pdf", "deck.handout.pdf"})
        CHECK(ran_with(folder, {"check", "--pdf", out / pdf}).exit_code == 0);
    CHECK(ran_with(folder, {"check", "note.yaml", "--root", ".", "--labels"}).exit_code == 0);
}

TEST_CASE("a page as SVG looks like the page of the PDF, and says the same words", "[pdf]") {
    if (std::system("command -v rsvg-convert >/dev/null") != 0) {
        WARN("rsvg-convert is not installed");
        return;
    }
    const Folder folder("outputs");
    const auto out = built(folder, report("outputs:\n  report: {formats: [pdf, svg]}\n"));
    for (int page = 1; page <= 2; ++page) {
        const auto svg = out / ("report." + std::to_string(page) + ".svg");
        const auto redrawn = folder / ("page-" + std::to_string(page) + ".pdf");
        output_of({"rsvg-convert", "-f", "pdf", "-o", redrawn, svg});
        CHECK(difference(grey_of(out / "report.pdf", page), grey_of(redrawn, 1)) < 6);
        std::istringstream words(output_of({"pdftotext", redrawn, "-"}));
        // Without elements and spaces: poppler joins words that stand close.
        const auto drawn = std::regex_replace(read_file(svg), std::regex("<[^>]*>|[ \n]|\xC2\xA0|\xE2\x80\xAF"), "");
        std::size_t seen = 0;
        for (std::string word; words >> word && word != "\f"; ++seen) {
            INFO(word);
            CHECK(has(drawn, word));
        }
        CHECK(seen > 100);
    }
    CHECK_FALSE(fs::exists(out / "report.svg"));
}

TEST_CASE("a file for print has no screen colour in any content, and is still archival", "[pdf]") {
    const Folder folder("print");
    folder.write("brand.yaml",
                 "color: {palette: {navy: {hex: \"#14304F\", cmyk: [100, 60, 0, 30]}}, primary: navy, secondary: "
                 "\"#B3401F\"}\ntypography: {base: Lato}\n");
    folder.write("mark.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\"><rect width=\"60\" "
                 "height=\"30\" fill=\"#C03020\"/></svg>");
    const auto exhibit =
        "    exhibits:\n"
        "      - {id: \"fig:rain\", chart: bar, title: Rain, query: \"SELECT 'North' AS place, 21 AS days UNION ALL "
        "SELECT 'Hills', 17\", x: days, y: place, source: Own counts}\n"
        "      - {id: \"fig:mark\", image: mark.svg, title: A mark, alt: A red mark}\n";
    const std::string briefing =
        "briefing: 1\ntitle: Rain on the slope\ndate: 2026-08-31\nbrand: brand.yaml\nkey-figures: []\n"
        "outputs: {report: {layout: data-report, print: true}, deck: {layout: executive-deck, print: true}}\n"
        "findings: [It rained.]\nsections:\n  - id: rain\n    title: Rain\n    body: \"It rained (@fig:rain, "
        "@fig:mark).\"\n";
    const auto out = built(folder, briefing + exhibit);
    for (const char* file : {"report.pdf", "deck.pdf"}) {
        INFO(file);
        const auto pdf = out / file;
        CHECK(ran_with(folder, {"check", "--pdf", pdf}).exit_code == 0);
        const auto plain = output_of({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"});
        std::istringstream lines(plain);
        std::size_t inks = 0, screen = 0;
        for (std::string line; std::getline(lines, line);) {
            inks += std::regex_search(line, std::regex("([0-9.]+ ){4}[kK]\\b")) ? 1 : 0;
            screen += std::regex_search(line, std::regex("([0-9.]+ ){3}(rg|RG)\\b")) ? 1 : 0;
        }
        CHECK(inks > 20);
        CHECK(screen == 0);
        CHECK(has(plain, "1 0.6 0 0.3 k"));
        CHECK_FALSE(has(plain, "/DeviceRGB"));
    }
    CHECK(ran_with(folder, {"build", "note.yaml", "--root", ".", "-o", "out", "--check"}).exit_code == 0);
}
