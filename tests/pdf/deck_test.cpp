// Decks of the samples as other programs show them: LibreOffice's pages of the PowerPoint file and the presenter's PDF
// are compared with ours. A test that needs a program that is not installed is skipped with a message.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "catch.h"
#include "pptx_check.h"
#include "program.h"
#include "samples.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;
constexpr double kOurs = 0.75, kTheirs = 0.95 / 1.3;  // from a box's top to its baseline, of its height
const std::vector<std::string> kSamples{"conference-europe-2026", "foundation-2025"};
constexpr std::size_t kDecks = 3;  // of them with the output `deck`: the first for two audiences, the second for one

struct Word {
    std::string text;
    double x = 0, y = 0, right = 0, bottom = 0;
    /// The height of poppler's box comes from the font's metrics, which each program embeds differently.
    double baseline(double ascent) const { return y + ascent * (bottom - y); }
};

std::vector<std::vector<Word>> words_of(const fs::path& pdf) {
    const auto ran = run({"pdftotext", "-bbox", pdf, "-"}, kRoot);
    static const std::regex kWord(
        R"rx(<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</word>)rx");
    std::vector<std::vector<Word>> pages;
    std::istringstream in(ran.out);
    for (std::string line; std::getline(in, line);) {
        if (line.find("<page ") != std::string::npos) pages.emplace_back();
        std::smatch found;
        if (!std::regex_search(line, found, kWord) || pages.empty()) continue;
        // "adoption.1,2": superscripts after a word may or may not be joined to it.
        static const std::regex kRaised(R"rx(^(.*[A-Za-z.%])\d+(,\d+)*$)rx");
        pages.back().push_back({std::regex_replace(found[5].str(), kRaised, "$1"), std::stod(found[1]),
                                std::stod(found[2]), std::stod(found[3]), std::stod(found[4])});
    }
    return pages;
}

/// Boxes of native charts on a slide, in points: each program draws their content in its own way.
std::vector<Word> charts_of(const std::string& slide) {
    static const std::regex kFrame(
        R"rx(<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/></p:xfrm><a:graphic><a:graphicData uri="[^"]*chart")rx");
    std::vector<Word> boxes;
    for (std::sregex_iterator at(slide.begin(), slide.end(), kFrame), end; at != end; ++at) {
        const double x = std::stod((*at)[1]) / 12700, y = std::stod((*at)[2]) / 12700;
        boxes.push_back({"", x, y, x + std::stod((*at)[3]) / 12700, y + std::stod((*at)[4]) / 12700});
    }
    return boxes;
}

bool is_number_of_source(const std::string& text) {
    return text.find_first_not_of("0123456789,") == std::string::npos;
}

std::vector<Word> outside(std::vector<Word> words, const std::vector<Word>& boxes) {
    std::erase_if(words, [&](const Word& w) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const Word& b) {
            return w.x >= b.x - 2 && w.right <= b.right + 2 && w.y >= b.y - 2 && w.bottom <= b.bottom + 2;
        });
    });
    return words;
}

bool there(const std::string& program) {
    return run({"sh", "-c", "command -v " + program}, kRoot).exit_code == 0;
}

/// A PDF's pages as small grey pictures (PGM).
std::vector<std::string> pictures(const fs::path& pdf) {
    const Folder folder("pages");
    const auto ran =
        run({"pdftoppm", "-r", "50", "-gray", "-hide-annotations", pdf, (folder / "page").string()}, kRoot);
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    std::map<std::string, std::string> pages;  // poppler gives all numbers the same length
    for (const auto& entry : fs::directory_iterator(folder.path()))
        pages[entry.path().filename().string()] = read_file(entry.path());
    std::vector<std::string> bytes;
    for (auto& [name, page] : pages) bytes.push_back(std::move(page));
    return bytes;
}

/// The mean difference of the pixels of two grey pictures (PGM), of 255.
double difference(const std::string& a, const std::string& b) {
    const auto begin_of = [](const std::string& pgm) {
        std::size_t at = 0;
        for (int fields = 0; fields < 4; ++fields) {
            at = pgm.find_first_of(" \n", at);
            at = pgm.find_first_not_of(" \n", at) == at + 1 || fields == 3 ? at + 1 : at + 1;
        }
        return at;
    };
    if (a.size() != b.size() || a.empty()) return 255;
    double sum = 0;
    const auto begin = begin_of(a);
    for (auto i = begin; i < a.size(); ++i)
        sum += std::abs(static_cast<int>(static_cast<unsigned char>(a[i])) -
                        static_cast<int>(static_cast<unsigned char>(b[i])));
    return sum / static_cast<double>(a.size() - begin);
}

/// The samples in Arabic, Hindi and Chinese are short, and pdftotext cuts LibreOffice's words of these scripts into
/// letters.
bool is_in_brief(const fs::path& file) {
    return file.parent_path().filename().string().starts_with("growth-");
}

}  // namespace

TEST_CASE("decks of the samples have 8 to 15 slides in three formats", "[pdf][deck]") {
    for (const auto* ending : {".pptx", ".presenter.pdf"}) CHECK(sample_files(ending).size() >= 1);
    for (const auto& pptx : sample_files(".pptx")) {
        if (is_in_brief(pptx)) continue;
        auto pdf = pptx;
        pdf.replace_extension(".pdf");
        INFO(pdf);
        const auto pages = words_of(pdf).size();
        CHECK(pages >= 8);
        CHECK(pages <= 15);
    }
}

TEST_CASE("the same briefings make decks of 4 by 3 without a finding", "[pdf][deck]") {
    const Folder project("decks-4x3");
    for (const char* part : {"data", "layouts", "fonts", "samples", "precis.yaml", "audiences.yaml"})
        fs::copy(kRoot / part, project.path() / part, fs::copy_options::recursive);
    for (const auto& sample : kSamples) {
        INFO(sample);
        const auto path = project.path() / "samples" / sample / "briefing.yaml";
        auto text = read_file(path);
        const auto from = text.find("  deck:\n    layout: ");
        REQUIRE(from != std::string::npos);
        const auto name = from + 20, end = text.find('\n', name);
        text.replace(name, end - name, "executive-deck-4x3");
        // The foundation's layout leaves out two slides that this one has.
        for (auto at = text.find("max: 15"); at != std::string::npos; at = text.find("max: 15"))
            text.replace(at, 7, "max: 17");
        std::ofstream(path) << text;
        const auto ran = run({precis_program(), "build", path.string(), "--output", "deck", "--strict", "-o",
                              (project.path() / "out").string()},
                             project.path());
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == 0);
    }
    std::size_t seen = 0;
    for (const auto& entry : fs::recursive_directory_iterator(project.path() / "out")) {
        if (entry.path().extension() != ".pdf") continue;
        const auto info = run({"pdfinfo", entry.path().string()}, kRoot).out;
        CHECK_THAT(info, ContainsSubstring("720 x 540 pts"));
        ++seen;
    }
    CHECK(seen == 2 * kDecks);
}

TEST_CASE("LibreOffice sets the PowerPoint file's words where our PDF has them", "[pdf][deck]") {
    if (!there("soffice")) {
        WARN("soffice is not installed: the comparison is left out");
        return;
    }
    // All decks in one run of LibreOffice, which takes longer to start than to convert them.
    const Folder office("office");
    std::vector<std::string> command{"soffice",
                                     "-env:UserInstallation=file://" + (office / "profile").string(),
                                     "--headless",
                                     "--convert-to",
                                     "pdf",
                                     "--outdir",
                                     (office / "made").string()};
    auto decks = sample_files(".pptx");
    std::erase_if(decks, is_in_brief);
    REQUIRE(decks.size() >= 2);
    for (const auto& pptx : decks) {
        const auto copy = office / (pptx.parent_path().filename().string() + "." + pptx.filename().string());
        fs::copy_file(pptx, copy);
        command.push_back(copy.string());
    }
    const auto ran = run(command, office.path());
    INFO(ran.err);
    for (const auto& pptx : decks) {
        INFO(pptx);
        auto ours = pptx;
        ours.replace_extension(".pdf");
        const auto theirs =
            office.path() / "made" / (pptx.parent_path().filename().string() + "." + ours.filename().string());
        REQUIRE(fs::exists(theirs));
        const auto a = words_of(ours), b = words_of(theirs);
        REQUIRE(a.size() == b.size());
        std::size_t words = 0;
        std::vector<std::string> far;
        for (std::size_t page = 0; page < a.size(); ++page) {
            const auto part = "ppt/slides/slide" + std::to_string(page + 1) + ".xml";
            const auto boxes = charts_of(run({"unzip", "-p", pptx.string(), part}, kRoot).out);
            const auto mine = outside(a[page], boxes), other = outside(b[page], boxes);
            for (const auto& word : mine) {
                // Each program scales superscripts differently.
                if (is_number_of_source(word.text)) continue;
                double nearest = 1e9;
                for (const auto& candidate : other)
                    if (candidate.text == word.text)
                        nearest =
                            std::min(nearest, std::max(std::abs(candidate.x - word.x),
                                                       std::abs(candidate.baseline(kTheirs) - word.baseline(kOurs))));
                INFO("slide " << page + 1 << ": “" << word.text << "” at " << word.x << ", " << word.y);
                ++words;
                if (nearest > 3) far.push_back(word.text + " on slide " + std::to_string(page + 1));
            }
        }
        // A line that ends in a superscript may break a word earlier or later: at most one word in a hundred.
        std::string list;
        for (const auto& one : far) list += one + "; ";
        INFO(list);
        // A long line of sources may break elsewhere as a whole: the superscripts in it are scaled otherwise.
        const double most = pptx.parent_path().filename() == "conference-europe-2026" ? 0.01 : 0.04;
        CHECK(static_cast<double>(far.size()) <= most * static_cast<double>(words));
        CHECK(words > 500);
    }
}

TEST_CASE("nothing in the samples' decks makes PowerPoint offer a repair, and their charts are charts", "[pdf][deck]") {
    std::size_t files = 0, all_charts = 0;
    for (const auto& pptx : sample_files(".pptx")) {
        INFO(pptx);
        const auto parts = unzipped(read_file(pptx));
        // repair_causes also compares the charts' caches with their workbooks.
        CHECK(repair_causes(parts) == std::vector<std::string>{});
        std::size_t charts = 0, formats = 0;
        for (const auto& [path, bytes] : parts) {
            if (path.rfind("ppt/charts/chart", 0) != 0) continue;
            ++charts;
            formats += bytes.find("<c:numCache><c:formatCode>") != std::string::npos ? 1 : 0;
        }
        CHECK(formats == charts);  // a deck may have none: what PowerPoint cannot say is drawn
        all_charts += charts;
        ++files;
    }
    CHECK(files >= 10);
    CHECK(all_charts > 2 * files);
}

TEST_CASE("a native table with merged heads, notes and carried sums passes the Open XML SDK's validator",
          "[pdf][deck]") {
    const Folder folder("merged-heads");
    std::string rows;
    for (int i = 0; i < 40; ++i)
        rows += (i ? ", " : "") + ("(" + std::to_string(i)) + ", 2025, 7), (" + std::to_string(i) + ", 2026, 8)";
    folder.write(
        "briefing.yaml",
        "briefing: 1\ntitle: A note on rain\ndate: 2026-08-31\noutputs: {deck: {layout: executive-deck, formats: "
        "[pptx]}}\nsections:\n  - id: rain\n    title: It rained\n    exhibits:\n      - id: tab:days\n        "
        "title: Days\n        source: Counted\n        table: [{column: town, notes-from: remark}]\n        carry: "
        "true\n        pivot: {column: year, value: {column: days, over: Rain, total: sum}}\n        query: SELECT "
        "'Town ' || column1 AS town, 'in ' || column2 AS year, column3 AS days, iif(column1 < 5, 'Late', NULL) AS "
        "remark FROM (VALUES " +
            rows + ")\n");
    const auto built = run({precis_program(), "build", "briefing.yaml", "--root", "."}, folder.path(),
                           {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    INFO(built.out << built.err);
    REQUIRE(built.exit_code == 0);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
        if (entry.path().extension() == ".pptx") files.push_back(entry.path());
    REQUIRE(files.size() == 1);
    const auto parts = unzipped(read_file(files[0]));
    CHECK(repair_causes(parts) == std::vector<std::string>{});
    std::string slides;
    for (const auto& [path, bytes] : parts)
        if (path.rfind("ppt/slides/slide", 0) == 0) slides += bytes;
    for (const char* expected :
         {"gridSpan=\"2\"", "hMerge=\"1\"", ">Rain<", ">in 2026<", ">Carried forward<", ">Brought forward<", ">Late<"})
        CHECK_THAT(slides, ContainsSubstring(expected));
    const auto validator = kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
    if (!fs::exists(validator)) return;
    const auto ran = run({validator.string(), files[0].string()}, kRoot);
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
}

TEST_CASE("a stamp is the first line of its cell in a native table, and its frame a shape", "[pdf][deck]") {
    const Folder folder("stamps");
    folder.write(
        "briefing.yaml",
        "briefing: 1\ntitle: A note on rain\ndate: 2026-08-31\noutputs: {deck: {layout: executive-deck, formats: "
        "[pptx]}}\nsections:\n  - id: rain\n    title: It rained\n    exhibits:\n      - {id: \"tab:days\", title: "
        "Days, source: Counted, table: [{column: town}, {column: why, label: Why, stamp: verdict, stamp-state: "
        "state}], rows: [{town: Ulm, why: Rain was seen, verdict: Fits, state: pending}]}\n");
    const auto built = run({precis_program(), "build", "briefing.yaml", "--root", "."}, folder.path(),
                           {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    INFO(built.out << built.err);
    REQUIRE(built.exit_code == 0);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
        if (entry.path().extension() == ".pptx") files.push_back(entry.path());
    REQUIRE(files.size() == 1);
    const auto parts = unzipped(read_file(files[0]));
    CHECK(repair_causes(parts) == std::vector<std::string>{});
    std::string slide;
    for (const auto& [path, bytes] : parts)
        if (path.rfind("ppt/slides/slide", 0) == 0 && bytes.find("Rain was seen") != std::string::npos) slide = bytes;
    const auto word = slide.find("Fits</a:t>"), line = slide.find("<a:br", word), words = slide.find("Rain was seen");
    REQUIRE(word != std::string::npos);
    CHECK(line < words);
    const auto cell = slide.rfind("<a:tc>", words);
    CHECK(cell < word);
    CHECK(slide.find("<a:custDash", slide.find("</a:tbl>")) != std::string::npos);  // the dashed frame
}

TEST_CASE("the decks' PowerPoint files pass the Open XML SDK's validator", "[pdf][deck]") {
    const auto validator = kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
    if (!fs::exists(validator)) {
        WARN("the validator is not installed (./dev test does it): PowerPoint files are NOT validated");
        return;
    }
    const auto files = sample_files(".pptx");
    REQUIRE(files.size() >= 2);
    for (const auto& pptx : files) {
        const auto ran = run({validator.string(), pptx.string()}, kRoot);
        INFO(pptx << ": " << ran.out << ran.err);
        CHECK(ran.exit_code == 0);
        CHECK_THAT(ran.out, ContainsSubstring("\"ok\": true"));
    }
    // The validator finds a fault if there is one.
    const Folder folder("broken");
    const auto broken = folder / "broken.pptx";
    REQUIRE(run({"sh", "-c",
                 "cp '" + files[0].string() +
                     "' broken.pptx && mkdir -p ppt/slides && unzip -p broken.pptx "
                     "ppt/slides/slide2.xml | sed 's/<p:spTree>/<p:spTree><p:nonsense\\/>/' > ppt/slides/slide2.xml && "
                     "zip -q broken.pptx ppt/slides/slide2.xml"},
                folder.path())
                .exit_code == 0);
    CHECK(run({validator.string(), broken.string()}, kRoot).exit_code == 1);
}

TEST_CASE("the presenter's pages look like the deck's, and are there to be shown", "[pdf][deck]") {
    const auto shown = sample_files(".presenter.pdf");
    REQUIRE_FALSE(shown.empty());
    for (const auto& presenter : shown) {
        INFO(presenter);
        const auto name = presenter.filename().string();
        const auto pdf = presenter.parent_path() / (name.substr(0, name.size() - 14) + ".pdf");
        const auto checked = run({"qpdf", "--check", presenter}, kRoot);
        CHECK(checked.exit_code == 0);
        const auto info = run({"pdfinfo", presenter}, kRoot);
        CHECK_THAT(info.out, ContainsSubstring("Producer:        precis"));
        const auto a = words_of(pdf), b = words_of(presenter);
        REQUIRE(a.size() == b.size());
        const auto shown_of = pictures(pdf), presented = pictures(presenter);
        REQUIRE(shown_of.size() == a.size());
        REQUIRE(presented.size() == a.size());
        for (std::size_t page = 1; page <= a.size(); ++page) {
            INFO("slide " << page);
            CHECK(difference(shown_of[page - 1], presented[page - 1]) < 2);
            CHECK(std::abs(static_cast<double>(a[page - 1].size()) - static_cast<double>(b[page - 1].size())) <=
                  0.06 * static_cast<double>(a[page - 1].size()));
        }
        const auto objects = run({"qpdf", "--qdf", "--object-streams=disable", presenter, "-"}, kRoot).out;
        CHECK_THAT(objects, ContainsSubstring("/FullScreen"));
        // The foundation's layout asks for it, the other sample's does not.
        const bool fades = presenter.parent_path().filename() == "foundation-2025";
        CHECK((objects.find("/S /Fade") != std::string::npos) == fades);
        const bool has_notes = presenter.parent_path().filename() == "conference-europe-2026";
        if (has_notes) CHECK_THAT(objects, ContainsSubstring("/Subtype /Text"));
    }
}

TEST_CASE("decks are the same bytes when they are built alone", "[pdf][deck]") {
    const Folder folder("decks");
    std::vector<std::string> command{precis_program(), "build", "--output", "deck", "-o", folder.path().string()};
    for (const auto& sample : kSamples) command.push_back("samples/" + sample + "/briefing.yaml");
    const auto ran = run(command, kRoot, {{"PRECIS_DATA", kRoot}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    std::size_t compared = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        const auto name = entry.path().lexically_relative(folder.path());
        if (name.extension() != ".pptx" && name.extension() != ".pdf") continue;
        INFO(name);
        CHECK((read_file(entry.path()) == read_file(built_samples() / name)));
        ++compared;
    }
    CHECK(compared == 3 * kDecks);
}
