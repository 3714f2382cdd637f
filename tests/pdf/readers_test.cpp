// What an audience asks for, in finished files: order of text and slides, pages, words, units, classification. And what
// issue-free growth needs: a new audience, a new brand and a new size of page are YAML alone.
#include <algorithm>
#include <regex>
#include <sstream>

#include "catch.h"
#include "program.h"
#include "samples.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

Ran ran_with(const Folder& folder, std::vector<std::string> words) {
    words.insert(words.begin(), precis_program());
    return run(words, folder.path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}});
}

std::string output_of(const std::vector<std::string>& words) {
    const auto ran = run(words, "/");
    INFO(words.front() << ": " << ran.err);
    CHECK(ran.exit_code == 0);
    return ran.out;
}

/// The text with every run of blanks as one space.
std::string words_of(const std::string& text) {
    return std::regex_replace(std::regex_replace(text, std::regex("(\\s|\u00a0|\u202f|\u00ad)+"), " "),
                              std::regex("- "), "-");
}
std::string text_of(const fs::path& pdf) {
    return words_of(output_of({"pdftotext", pdf.string(), "-"}));
}
/// The words in the order of the structure tree, which does not depend on columns.
std::string told_of(const fs::path& pdf) {
    const auto tree = output_of({"pdfinfo", "-struct-text", pdf.string()});
    static const std::regex kText("\"([^\n]*)\"\n");
    std::string words;
    for (auto at = std::sregex_iterator(tree.begin(), tree.end(), kText); at != std::sregex_iterator(); ++at)
        words += (*at)[1].str() + " ";
    return words_of(words);
}
int pages_of(const fs::path& pdf) {
    const auto info = output_of({"pdfinfo", pdf.string()});
    return std::stoi(info.substr(info.find("Pages:") + 6));
}

/// The words of each slide of a PowerPoint file, in its order.
std::vector<std::string> slides_of(const fs::path& pptx) {
    std::vector<std::string> slides;
    for (int number = 1;; ++number) {
        const auto part = "ppt/slides/slide" + std::to_string(number) + ".xml";
        const auto ran = run({"unzip", "-p", pptx.string(), part}, "/");
        if (ran.exit_code != 0 || ran.out.empty()) return slides;
        std::string words;
        static const std::regex kText("<a:t>([^<]*)</a:t>");
        for (auto at = std::sregex_iterator(ran.out.begin(), ran.out.end(), kText); at != std::sregex_iterator(); ++at)
            words += (*at)[1].str() + " ";
        slides.push_back(words_of(words));
    }
}
std::size_t slide_with(const std::vector<std::string>& slides, const std::string& words) {
    const auto at = std::find_if(slides.begin(), slides.end(),
                                 [&](const auto& slide) { return slide.find(words) != std::string::npos; });
    INFO(words);
    REQUIRE(at != slides.end());
    return static_cast<std::size_t>(at - slides.begin());
}

/// Whether the phrases stand in the text in this order.
bool in_order(const std::string& text, const std::vector<std::string>& phrases) {
    std::size_t at = 0;
    for (const auto& phrase : phrases) {
        at = text.find(phrase, at);
        if (at == std::string::npos) {
            UNSCOPED_INFO("not found in its place: " << phrase);
            return false;
        }
    }
    return true;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void write_project(const Folder& folder) {
    folder.write("precis.yaml", "precis: 1\nbriefings: note.yaml\nmodel: data/model.yaml\naudiences: audiences.yaml\n");
    folder.write("audiences.yaml",
                 "audiences:\n"
                 "  all: {title: All readers}\n"
                 "  board:\n"
                 "    title: Board\n"
                 "    classification: For the board\n"
                 "    order: [recommendations, findings]\n"
                 "    depth: {headings: 1, findings: 2}\n"
                 "    vocabulary: {drizzle: light rain, catchments: river areas}\n"
                 "    units: {km: miles}\n"
                 "    locale: en-US\n"
                 "    pages: {report: {max: 2}, deck: {min: 3, max: 9}}\n");
    folder.write(
        "data/model.yaml",
        "model: 1\nsources:\n  survey: {title: Survey of drizzle, publisher: Water office, date: 2026-03}\nfacts:\n"
        "  river: {subject: River, measure: length, source: survey, value: 100, unit: km, period: 2026}\n"
        "  brook: {subject: Brook, measure: length, source: survey, value: 12, unit: km, period: 2026}\n");
    folder.write("note.yaml", R"(briefing: 1
title: Drizzle on the slope
date: 2026-08-31
audiences:
  all: {}
  board: {order: [recommendations, findings, "sec:south"]}
outputs:
  report: {layout: research-note}
  deck: {layout: executive-deck, formats: [pdf, pptx]}
findings:
  - {text: "The first finding is about drizzle.", optional: 1}
  - The second finding stays.
  - "The river runs for {{ river }} km."
recommendations:
  - Measure both catchments.
sections:
  - id: north
    title: The northern valley
    body: "Drizzle falls here, see @fig:lengths."
    points: [Catchments of the north fill.]
    notes: Explain drizzle.
    exhibits:
      - id: fig:lengths
        chart: bar
        title: The river is the longest
        subtitle: Length in km
        facts: {river: River, brook: Brook}
        alt: Bars of drizzle
    sections:
      - {id: detail, title: Detail of the north, body: "Deeper words.", points: [Deeper point.]}
  - id: south
    title: The southern valley
    body: The survey says "drizzle" of it.
    points: [The south is dry.]
)");
}

}  // namespace

TEST_CASE("an audience's order, depth, words, units and pages are in the files", "[pdf][readers]") {
    const Folder folder("readers");
    write_project(folder);
    const auto ran = ran_with(folder, {"build", "-o", "out"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto all = text_of(folder / "out/note/report.all.pdf"), board = text_of(folder / "out/note/report.board.pdf");
    CHECK(in_order(all, {"Drizzle on the slope", "first finding is about drizzle", "Measure both catchments"}));
    CHECK(in_order(board, {"Light rain on the slope", "Measure both river areas", "second finding"}));
    CHECK(in_order(told_of(folder / "out/note/report.all.pdf"),
                   {"first finding is about drizzle", "runs for 100 km", "Measure both catchments", "northern valley",
                    "see Exhibit 1", "Length in km", "Detail of the north", "southern valley"}));
    CHECK(in_order(told_of(folder / "out/note/report.board.pdf"),
                   {"Measure both river areas", "second finding", "runs for 62 miles", "southern valley",
                    "northern valley", "Light rain falls", "Length in miles"}));
    CHECK(has(all, "31 August 2026"));
    CHECK(has(board, "August 31, 2026"));
    CHECK(has(board, "says “drizzle” of it"));
    CHECK(has(board, "Survey of drizzle"));
    CHECK(has(board, "For the board"));
    for (const auto* gone : {"first finding", "Detail of the north", "Deeper", "catchments", "100 km"}) {
        INFO(gone);
        CHECK_FALSE(has(board, gone));
    }
    CHECK(pages_of(folder / "out/note/report.board.pdf") <= 2);

    const auto slides = slides_of(folder / "out/note/deck.board.pptx"),
               before = slides_of(folder / "out/note/deck.all.pptx");
    // The slide of the findings previews what to do.
    CHECK(has(before.at(slide_with(before, "second finding")), "Measure both catchments"));
    CHECK(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(slide_with(before, "second finding")) + 1,
                        before.end(), [](const auto& slide) { return has(slide, "Measure both catchments"); }) == 1);
    CHECK(slide_with(slides, "Measure both river areas") < slide_with(slides, "second finding"));
    CHECK(slide_with(slides, "The south is dry") < slide_with(slides, "River areas of the north fill"));
    CHECK(slide_with(before, "Catchments of the north fill") < slide_with(before, "The south is dry"));
    const auto shown = text_of(folder / "out/note/deck.board.pdf");
    CHECK(in_order(shown, {"Measure both river areas", "The south is dry", "River areas of the north fill"}));
    CHECK(std::none_of(slides.begin(), slides.end(), [](const auto& slide) { return has(slide, "Deeper point"); }));
    CHECK(std::any_of(before.begin(), before.end(), [](const auto& slide) { return has(slide, "Deeper point"); }));
    const auto notes =
        output_of({"unzip", "-p", (folder / "out/note/deck.board.pptx").string(), "ppt/notesSlides/*.xml"});
    CHECK(has(notes, "Explain light rain."));
    const auto core = output_of({"unzip", "-p", (folder / "out/note/deck.board.pptx").string(), "docProps/core.xml"});
    CHECK(has(core, "<dc:title>Light rain on the slope</dc:title>"));
    CHECK(has(core, "For the board"));
    const auto info = output_of({"pdfinfo", "-meta", (folder / "out/note/report.board.pdf").string()});
    CHECK(has(info, "For the board"));
}

TEST_CASE("an audience's budget wins over the output's, and the fit works for it", "[pdf][readers]") {
    const Folder folder("budget");
    folder.write("precis.yaml", "precis: 1\n");
    std::string text =
        "briefing: 1\ntitle: Rain\ndate: 2026-08-31\naudiences:\n  all: {}\n  board: {pages: {report: {max: 1}}}\n"
        "outputs:\n  report: {layout: research-note, pages: {max: 9}}\nsections:\n";
    for (const auto* id : {"one", "two", "three"}) {
        text += std::string("  - id: ") + id + "\n    title: Part " + id + "\n    optional: 1\n    body: |\n";
        for (int i = 0; i < 8; ++i)
            text +=
                "      The harbour opens before dawn and closes when the last boat has come in, and rain falls on the "
                "western slope while the eastern slope stays dry for another long afternoon of the year.\n\n";
    }
    folder.write("note.yaml", text + "  - {id: last, title: Last, body: It stays.}\n");
    const auto ran = ran_with(folder, {"build", "note.yaml", "-o", "out"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(pages_of(folder / "out/note/report.all.pdf") > 1);
    CHECK(pages_of(folder / "out/note/report.board.pdf") == 1);
    CHECK(has(text_of(folder / "out/note/report.board.pdf"), "It stays."));
    folder.write("note.yaml", std::regex_replace(text, std::regex("    optional: 1\n"), ""));
    const auto refused = ran_with(folder, {"build", "note.yaml", "-o", "out"});
    CHECK(refused.exit_code == 1);
    CHECK(has(refused.err, "note.yaml:6:27: error: “report” takes"));
    CHECK(has(refused.err, "[pages_exceeded]"));
}

TEST_CASE("the samples' audiences differ as docs/audiences.md says", "[pdf][readers][samples]") {
    const auto text = [](const char* briefing, const char* file) { return text_of(built_samples() / briefing / file); };
    const auto policy = text("europe-sovereignty", "report.policy.pdf"),
               startups = text("europe-sovereignty", "report.startups.pdf");
    CHECK(in_order(policy, {"Ask for a list", "The roof has filled"}));
    CHECK(in_order(startups, {"Money is looking for sellers", "Sell against the two doubts"}));
    CHECK(has(policy, "DeepSpeed’s code changes fell"));
    CHECK_FALSE(has(policy, "commits fell"));
    CHECK(has(startups, "commits"));
    const auto members = text("foundation-2025", "report.members.pdf"),
               community = text("foundation-2025", "report.community.pdf");
    CHECK(has(community, "The ways in"));
    CHECK_FALSE(has(members, "The ways in"));
    CHECK(has(members, "The bill: testing"));
    CHECK_FALSE(has(community, "The bill: testing"));
    const auto engineers = text("portable-ecosystem", "report.infrastructure.pdf"),
               executives = text("portable-ecosystem", "report.executives.pdf");
    CHECK(has(executives, "The commons lean on one project Code changes to six projects"));
    CHECK_FALSE(has(executives, "One doubt stays"));
    CHECK(has(executives, "any AI chip in any cloud"));
    CHECK(has(engineers, "two makes of accelerator"));
    CHECK(pages_of(built_samples() / "portable-ecosystem" / "report.executives.pdf") <= 4);
    CHECK(pages_of(built_samples() / "portable-ecosystem" / "deck.executives.pdf") <= 13);
    CHECK(has(text("day-india-2026", "report.sponsors.pdf"), "For sponsors"));
    CHECK_FALSE(has(text("day-india-2026", "report.developers.pdf"), "For sponsors"));
    const auto buyers = text("conference-europe-2026", "report.buyers.pdf"),
               maintainers = text("conference-europe-2026", "report.maintainers.pdf");
    CHECK(maintainers.size() != buyers.size());
    const auto slides = slides_of(built_samples() / "europe-sovereignty" / "deck.policy.pptx");
    CHECK(slide_with(slides, "Ask for a list") < slide_with(slides, "The roof has filled"));
}

TEST_CASE("a new audience, a new brand and a new size of page are YAML alone", "[pdf][readers]") {
    const Folder folder("yaml-alone");
    write_project(folder);  // for its data
    folder.write(
        "precis.yaml",
        "precis: 1\nbriefings: note.yaml\nmodel: data/model.yaml\naudiences: audiences.yaml\nbrand: house.yml\n");
    folder.write(
        "audiences.yaml",
        "audiences:\n  anglers: {title: Anglers, terms: {reader: anglers}, order: [recommendations, findings]}\n");
    folder.write("house.yml", "meta: {name: River house}\ncolor: {primary: \"#7A1F5C\"}\ntypography: {base: Lato}\n");
    folder.write(
        "layouts/almanac.yaml",
        "layout: 1\ntitle: An almanac\nextends: research-note\npage:\n  size: {width: 170 mm, height: 240 mm}\n");
    folder.write("note.yaml", R"(briefing: 1
title: Rain
date: 2026-08-31
audiences: [anglers]
outputs:
  almanac: {layout: almanac}
findings: Trout rise early.
recommendations: "Tell the {{ reader }}."
sections:
  - id: waters
    title: The waters
    body: The river is longer, see @fig:lengths.
    exhibits:
      - {id: "fig:lengths", chart: bar, title: Two waters, subtitle: Length in km, facts: [river, brook]}
)");
    const auto ran = ran_with(folder, {"build", "-o", "out"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto pdf = folder / "out/note/almanac.anglers.pdf";
    const auto info = output_of({"pdfinfo", pdf.string()});
    CHECK(has(info, "481.89 x 680.315 pts"));
    const auto text = text_of(pdf);
    CHECK(in_order(text, {"Tell the anglers.", "Trout rise early."}));
    CHECK(has(text, "River house"));
    CHECK(has(output_of({"pdffonts", pdf.string()}), "Lato"));
    const auto picture = folder / "out/page";
    output_of({"pdftoppm", "-r", "72", "-singlefile", pdf.string(), picture.string()});
    const auto pixels = read_file(fs::path(picture.string() + ".ppm"));
    CHECK(has(pixels, std::string("\x7A\x1F\x5C")));  // the brand's colour is on the page
}
