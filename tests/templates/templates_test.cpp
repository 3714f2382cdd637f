// Decks written into PowerPoint templates: a small one made here, and those of other programs, which are made while the
// test runs: LibreOffice's own, decks by pptxgenjs, pandoc's. Each is judged by our checker, by the causes of repair
// that the paint room's tests know, and by the Open XML SDK's validator.
#include <algorithm>
#include <regex>
#include <sstream>

#include "catch.h"
#include "pptx_check.h"
#include "program.h"
#include "small_template.h"

using namespace precis::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRECIS_SOURCE_DIR;

/// A deck with slides of many kinds; LAYOUT and MORE, keys of the output, are filled in.
std::string briefing() {
    return R"yaml(briefing: 1
title: Members of a foundation
subtitle: What the register shows
date: 2026-04-20
outputs:
  deck: {layout: LAYOUT, MORE}
findings:
  - text: Membership grew in both regions.
  - text: The north remains larger than the south.
recommendations:
  - {text: Open an office in the south., to: The board}
sections:
  - id: news
    title: What the register shows
    points: ["**The north leads.** It has most members.", "**The south follows.** It grew by a smaller number."]
    exhibits:
      - {id: "fig:bars", chart: bar, title: The north leads, source: Own count, query: "SELECT column1 AS region, column2 AS members FROM (VALUES ('North', 70), ('South', 40))", y: region, x: members}
      - {id: "fig:lines", chart: line, title: The rate rose, source: Own count, query: "SELECT column1 AS year, column2 AS rate FROM (VALUES ('2023', 4), ('2024', 5), ('2025', 7))", x: year, y: rate}
      - {id: "tab:rows", table: [{column: region}, {column: members}], title: The rows, source: Own count, rows: [{region: North, members: 70}, {region: South, members: 40}]}
    slides:
      - {kind: one-exhibit, headline: The north leads with most of the members, exhibits: ["fig:bars"], points: ["**The north leads.** It has most members.", "**The south follows.** It is smaller."], takeaway: Both regions grew., notes: Say it slowly.}
      - {kind: two-exhibits, headline: Two views of the same register, exhibits: ["fig:bars", "fig:lines"]}
      - {kind: table, headline: The rows, exhibits: ["tab:rows"]}
      - {kind: points, headline: What follows from that, points: ["The north has most members", "The south follows"]}
    sections:
      - id: more
        title: A part within the part
        points: ["One more point"]
)yaml";
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

struct Built {
    Ran ran;
    std::string pptx;  // bytes
    fs::path file, pdf;
};

Built build(const Folder& folder, const std::string& keys, const std::string& layout = "executive-deck") {
    folder.write("briefing.yaml", with(with(briefing(), "LAYOUT", layout), "MORE", keys));
    Built built;
    built.ran = run({precis_program(), "build", "briefing.yaml", "--root", "."}, folder.path(),
                    {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        if (!entry.path().filename().string().starts_with("deck")) continue;
        if (entry.path().extension() == ".pptx") built.file = entry.path();
        if (entry.path().extension() == ".pdf") built.pdf = entry.path();
    }
    if (!built.file.empty()) built.pptx = read_file(built.file);
    return built;
}

void put_template(const Folder& folder, const Parts& parts, const std::string& name = "firm.potx") {
    folder.write(name, zipped(parts));
}

/// What the program says of an output with that template.
std::string said(const Parts& parts, const std::string& keys = "template: firm.potx",
                 const std::string& layout = "executive-deck") {
    const Folder folder("said");
    put_template(folder, parts);
    const auto built = build(folder, keys, layout);
    return built.ran.out + built.ran.err;
}

/// The part that a part's relationship of that type leads to, as its relationships name it.
std::string target(const Parts& parts, const std::string& part, const std::string& type) {
    const auto slash = part.rfind('/');
    const auto& text = parts.at(part.substr(0, slash) + "/_rels" + part.substr(slash) + ".rels");
    std::smatch found;
    return std::regex_search(text, found, std::regex("/" + type + "\" Target=\"([^\"]+)\"")) ? found[1].str() : "";
}

/// The slide with these words.
std::string slide_with(const Parts& parts, const std::string& words) {
    for (const auto& [path, bytes] : parts)
        if (path.starts_with("ppt/slides/slide") && bytes.find(words) != std::string::npos) return path;
    return {};
}

fs::path validator() {
    return kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
}

/// Puts a deck to the three judges.
void judge(const Built& built, const Folder& folder) {
    INFO(built.ran.out << built.ran.err);
    REQUIRE(!built.file.empty());
    // Layouts are the template's, byte for byte: LibreOffice gives some of their shapes one id.
    auto causes = repair_causes(unzipped(built.pptx));
    std::erase_if(causes, [](const auto& cause) { return cause.find("ppt/slideLayouts/") != std::string::npos; });
    CHECK(causes == std::vector<std::string>{});
    const auto checked = run({precis_program(), "check", "--pptx", built.file.string()}, folder.path(),
                             {{"PRECIS_DATA", kRoot.string()}});
    INFO(checked.out << checked.err);
    std::istringstream lines(checked.out + checked.err);
    for (std::string line; std::getline(lines, line);)
        if (line.find(": error: ") != std::string::npos)
            CHECK((line.find("ppt/slideLayouts/") != std::string::npos && line.find("shape_id") != std::string::npos));
    if (!fs::exists(validator())) {
        WARN("the validator is not installed (./dev test does it): PowerPoint files are NOT validated");
        return;
    }
    const auto valid = run({validator().string(), built.file.string()}, folder.path());
    INFO(valid.out << valid.err);
    CHECK(valid.exit_code == 0);
}

const std::string kBoth = "formats: [pdf, pptx], template: ";

}  // namespace

TEST_CASE("a deck has the template's layouts, and its parts stay byte for byte", "[templates]") {
    const Folder folder("house");
    const auto donor = small_template();
    put_template(folder, donor);
    const auto built = build(folder, kBoth + "firm.potx");
    INFO(built.ran.out << built.ran.err);
    REQUIRE(built.ran.exit_code == 0);
    const auto parts = unzipped(built.pptx);
    for (const auto& [path, bytes] : donor) {
        const bool stays = path.starts_with("ppt/slideMasters/") || path.starts_with("ppt/slideLayouts/") ||
                           path.starts_with("ppt/theme/") || path.starts_with("ppt/media/") ||
                           path == "ppt/presProps.xml" || path == "ppt/tableStyles.xml";
        INFO(path);
        if (stays) CHECK((parts.contains(path) && parts.at(path) == bytes));
    }
    CHECK(!parts.contains("ppt/comments/comment1.xml"));
    const auto& deck = parts.at("ppt/presentation.xml");
    CHECK_THAT(deck, ContainsSubstring("cx=\"12192000\" cy=\"6858000\""));
    CHECK(deck.find("custShow") == std::string::npos);
    CHECK(deck.find("id=\"300\"") == std::string::npos);  // the sample slide
    CHECK_THAT(parts.at("[Content_Types].xml"), ContainsSubstring("presentationml.presentation.main+xml"));
    CHECK(parts.at("[Content_Types].xml").find("template.main") == std::string::npos);

    CHECK(target(parts, "ppt/slides/slide1.xml", "slideLayout") == "../slideLayouts/slideLayout1.xml");
    CHECK_THAT(parts.at("ppt/slides/slide1.xml"), ContainsSubstring("<p:ph type=\"ctrTitle\"/>"));
    const auto two = slide_with(parts, "Two views"), points = slide_with(parts, "What follows"),
               rows = slide_with(parts, ">The rows<");
    CHECK(target(parts, two, "slideLayout") == "../slideLayouts/slideLayout3.xml");
    CHECK(target(parts, points, "slideLayout") == "../slideLayouts/slideLayout2.xml");
    // Charts and tables fill placeholders; titles and feet have the places of theirs.
    CHECK_THAT(parts.at(two), ContainsSubstring("<p:nvPr><p:ph idx=\"1\"/></p:nvPr>"));
    CHECK_THAT(parts.at(two), ContainsSubstring("<p:nvPr><p:ph idx=\"2\"/></p:nvPr>"));
    CHECK_THAT(parts.at(rows), ContainsSubstring("<p:nvPr><p:ph idx=\"1\"/></p:nvPr>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<p:ph type=\"sldNum\" idx=\"12\"/></p:nvPr></p:nvSpPr><p:spPr/>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<p:ph type=\"dt\" idx=\"10\"/></p:nvPr></p:nvSpPr><p:spPr/>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<p:ph type=\"ftr\" idx=\"11\"/></p:nvPr></p:nvSpPr><p:spPr/>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<p:ph idx=\"1\"/>"));
    // Colours and fonts are the scheme's.
    CHECK_THAT(parts.at(points), ContainsSubstring("<a:schemeClr val=\"tx1\"/>"));
    CHECK_THAT(parts.at(points), ContainsSubstring("<a:latin typeface=\"+mn-lt\"/>"));
    CHECK(parts.at(points).find("Carlito") == std::string::npos);
    std::string charts;
    for (const auto& [path, bytes] : parts)
        if (path.starts_with("ppt/charts/chart")) charts += bytes;
    CHECK_THAT(charts, ContainsSubstring("<a:schemeClr val=\"accent1\"/>"));
    judge(built, folder);
}

TEST_CASE("a deck in a template takes new numbers, and nothing else in it is new", "[templates]") {
    const Folder folder("refreshed");
    put_template(folder, small_template());
    const auto built = build(folder, kBoth + "firm.potx");
    INFO(built.ran.out << built.ran.err);
    REQUIRE(built.ran.exit_code == 0);
    folder.write("briefing.yaml", with(read_file(folder / "briefing.yaml"), "('North', 70)", "('North', 75)"));
    const auto fresh = folder / "fresh.pptx";
    const auto refresh = [&](const fs::path& deck, const fs::path& to) {
        return run({precis_program(), "refresh", deck.string(), "briefing.yaml", "-o", to.string()}, folder.path(),
                   {{"PRECIS_DATA", kRoot.string()}, {"SOURCE_DATE_EPOCH", ""}});
    };
    const auto ran = refresh(built.file, fresh);
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.out, ContainsSubstring("North: 70 → 75"));
    CHECK_THAT(ran.out, ContainsSubstring(" 0 left, 0 gone, 0 new"));
    CHECK(repair_causes(unzipped(read_file(fresh))) == std::vector<std::string>{});
    CHECK_THAT(refresh(fresh, folder / "again.pptx").out, StartsWith("0 updated, "));
}

TEST_CASE("the PDF of the same output has the template's size and places", "[templates]") {
    auto donor = small_template();
    auto& deck = donor.at("ppt/presentation.xml");
    deck = with(deck, "cx=\"12192000\" cy=\"6858000\"", "cx=\"12700000\" cy=\"7112000\"");  // 1000 by 560 points
    const Folder folder("places");
    put_template(folder, donor);
    const auto built = build(folder, kBoth + "firm.potx");
    INFO(built.ran.out << built.ran.err);
    REQUIRE(built.ran.exit_code == 0);
    CHECK_THAT(run({"pdfinfo", built.pdf.string()}, folder.path()).out, ContainsSubstring("1000 x 560 pts"));
    // The words of the headline stand in the title's place, at its foot: 36 + 72 - 3.6.
    const auto words = run({"pdftotext", "-bbox-layout", built.pdf.string(), "-"}, folder.path()).out;
    std::smatch found;
    const std::regex follows(
        "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">follows</word>");
    double lowest = 0, left = 1e9;
    for (auto at = std::sregex_iterator(words.begin(), words.end(), follows); at != std::sregex_iterator(); ++at)
        if (std::stod((*at)[2]) < 110) lowest = std::stod((*at)[3]), left = std::stod((*at)[1]);
    CHECK(lowest > 96);
    CHECK(lowest < 108);
    CHECK(left > 67);
}

TEST_CASE("contents on a ground of two colours stand on a plate, and its sources have two lines", "[templates]") {
    auto donor = small_template();
    auto& master = donor.at("ppt/slideMasters/slideMaster1.xml");
    master =
        with(master, "<p:sp>",
             "<p:sp><p:nvSpPr><p:cNvPr id=\"90\" name=\"Band\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr>"
             "<p:spPr><a:xfrm><a:off x=\"0\" y=\"4000000\"/><a:ext cx=\"12192000\" cy=\"2858000\"/></a:xfrm>"
             "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"009EDA\"/></a:solidFill>"
             "</p:spPr></p:sp><p:sp>");
    const Folder folder("band");
    put_template(folder, donor);
    const auto built = build(folder, kBoth + "firm.potx");
    INFO(built.ran.out << built.ran.err);
    REQUIRE(built.ran.exit_code == 0);
    // The ground of a word low on the slide is the plate's, not the band's.
    run({"pdftoppm", "-r", "36", "-f", "4", "-l", "4", built.pdf.string(), (folder / "page").string()}, folder.path());
    std::string pixels;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == ".ppm") pixels = read_file(entry.path());
    const std::size_t width = 480, height = 270, head = pixels.size() - width * height * 3;
    REQUIRE(pixels.size() > width * height * 3);
    const auto red = [&](double x, double y) {
        const auto at = static_cast<std::size_t>(y * height) * width + static_cast<std::size_t>(x * width);
        return static_cast<unsigned char>(pixels[head + 3 * at]);
    };
    CHECK(red(0.5, 0.98) < 60);  // the band
    CHECK(red(0.5, 0.7) > 200);  // the plate
    for (const auto& [path, bytes] : unzipped(built.pptx)) {
        if (path != "ppt/slides/slide4.xml") continue;
        CHECK_THAT(bytes, ContainsSubstring("Own count"));
    }
}

TEST_CASE("the same template and briefing give the same bytes in another folder", "[templates]") {
    const Folder one("one"), other("another-folder");
    for (const auto* folder : {&one, &other}) put_template(*folder, small_template());
    const auto first = build(one, kBoth + "firm.potx"), second = build(other, kBoth + "firm.potx");
    REQUIRE(!first.pptx.empty());
    CHECK(first.pptx == second.pptx);
    CHECK(read_file(first.pdf) == read_file(second.pdf));
    CHECK_THAT(read_file(first.file.parent_path() / "edition.json"), ContainsSubstring("\"firm.potx\""));
}

TEST_CASE("a layout file names the template's layout of a kind of slides", "[templates]") {
    const Folder folder("named");
    put_template(folder, small_template());
    folder.write("layouts/own.yaml",
                 "layout: 1\nextends: executive-deck\ntitle: Own\ntemplate-layouts: {points: House halves}\n");
    const auto built = build(folder, kBoth + "firm.potx", "own");
    INFO(built.ran.out << built.ran.err);
    REQUIRE(built.ran.exit_code == 0);
    const auto parts = unzipped(built.pptx);
    CHECK(target(parts, slide_with(parts, "What follows"), "slideLayout") == "../slideLayouts/slideLayout3.xml");
    folder.write("layouts/own.yaml",
                 "layout: 1\nextends: executive-deck\ntitle: Own\ntemplate-layouts: {points: House halfs}\n");
    const auto wrong = build(folder, kBoth + "firm.potx", "own").ran;
    CHECK_THAT(wrong.out + wrong.err, ContainsSubstring("has no layout “House halfs”"));
    CHECK_THAT(wrong.out + wrong.err, ContainsSubstring("House halves"));
}

TEST_CASE("what a template lacks is said, of the kinds of slides that the deck has", "[templates]") {
    auto bare = small_template();
    for (const auto* part : {"ppt/slideLayouts/slideLayout2.xml", "ppt/slideLayouts/slideLayout3.xml"}) {
        auto& layout = bare.at(part);
        layout = with(layout, small::foot(), "");
    }
    auto& cover = bare.at("ppt/slideLayouts/slideLayout1.xml");
    cover = with(with(cover, "type=\"title\"", "type=\"obj\""), "ctrTitle", "title");
    cover = with(with(cover, "House cover", "House start"), "type=\"subTitle\" idx=\"1\"", "type=\"body\" idx=\"1\"");
    const auto words = said(bare);
    CHECK_THAT(words, ContainsSubstring("the template has no layout for a title slide"));
    CHECK_THAT(words, ContainsSubstring("has no footer on its layout “House content”"));
    CHECK_THAT(words, ContainsSubstring("has no slide number on its layout “House halves”"));
    CHECK_THAT(words, ContainsSubstring("[template_lacks]"));
    CHECK(said(small_template()).find("template_lacks") == std::string::npos);
}

TEST_CASE("a font that is not there is named, with the one used instead", "[templates]") {
    auto donor = small_template();
    auto& theme = donor.at("ppt/theme/theme1.xml");
    theme = with(theme, "typeface=\"Calibri\"", "typeface=\"Firm Sans\"");
    const Folder folder("font");
    put_template(folder, donor);
    const auto built = build(folder, kBoth + "firm.potx");
    CHECK_THAT(built.ran.out + built.ran.err, ContainsSubstring("the template's font “Firm Sans” is not installed"));
    CHECK_THAT(built.ran.out + built.ran.err, ContainsSubstring("[template_font]"));
    const auto parts = unzipped(built.pptx);
    CHECK_THAT(parts.at(slide_with(parts, "What follows")), ContainsSubstring("typeface=\"+mn-lt\""));
}

TEST_CASE("a file that is no template, and an output that can have none, are refused", "[templates]") {
    auto macros = small_template("template.macroEnabled.main");
    CHECK_THAT(said(macros), ContainsSubstring("“firm.potx” cannot be a template: it has macros"));
    CHECK_THAT(said(macros), ContainsSubstring("[template_broken]"));
    auto blank = small_template();
    for (int i = 1; i <= 4; ++i) {
        auto& layout = blank.at("ppt/slideLayouts/slideLayout" + std::to_string(i) + ".xml");
        layout = std::regex_replace(layout, std::regex("type=\"(title|ctrTitle)\"/>"), "type=\"body\" idx=\"30\"/>");
    }
    CHECK_THAT(said(blank), ContainsSubstring("no layout of it has a title"));
    CHECK_THAT(said(small_template(), "template: none.potx"), ContainsSubstring("there is no template “none.potx”"));
    CHECK_THAT(said(small_template(), "template: ../firm.potx"), ContainsSubstring("[file_outside_root]"));
    CHECK_THAT(said(small_template(), "template: firm.potx", "research-note"),
               ContainsSubstring("the layout “research-note” has pages, and a template is for slides"));
    CHECK_THAT(said(small_template(), "brand: brand.yaml, template: firm.potx"),
               ContainsSubstring("the output has a `template` and a `brand`"));
}

TEST_CASE("the look of a project's brand gives way to the template's, which is said", "[templates]") {
    const Folder folder("brand");
    put_template(folder, small_template());
    folder.write("precis.yaml", "precis: 1\nbrand: brand.yaml\n");
    folder.write("brand.yaml", "meta: {name: Our firm}\ncolor: {palette: {green: \"#00573F\"}, primary: green}\n");
    const auto built = build(folder, kBoth + "firm.potx");
    CHECK_THAT(built.ran.out + built.ran.err, ContainsSubstring("[template_over_brand]"));
    const auto parts = unzipped(built.pptx);
    std::string all;
    for (const auto& [path, bytes] : parts) all += bytes;
    CHECK(all.find("00573F") == std::string::npos);
}

TEST_CASE("templates of other programs make decks that open everywhere", "[templates][others]") {
    const Folder made("donors");
    std::vector<fs::path> donors;
    const fs::path shipped = "/usr/lib/libreoffice/share/template/common/presnt";
    if (fs::exists(shipped) && run({"sh", "-c", "command -v soffice"}, made.path()).exit_code == 0) {
        std::vector<std::string> words{"timeout",
                                       "240",
                                       "soffice",
                                       "-env:UserInstallation=file://" + (made / "profile").string(),
                                       "--headless",
                                       "--convert-to",
                                       "pptx",
                                       "--outdir",
                                       made.path().string()};
        for (const char* name : {"Beehive", "Blueprint_Plans", "Candy", "Focus", "Metropolis", "Midnightblue", "Vivid"})
            words.push_back((shipped / (std::string(name) + ".otp")).string());
        run(words, made.path());
        for (const auto& entry : fs::directory_iterator(made.path()))
            if (entry.path().extension() == ".pptx") donors.push_back(entry.path());
        CHECK(donors.size() == 7);
    } else {
        WARN("LibreOffice's templates are not installed: decks are NOT written into them");
    }
    if (run({"sh", "-c", "pandoc -o pandoc.pptx --print-default-data-file reference.pptx"}, made.path()).exit_code == 0)
        donors.push_back(made / "pandoc.pptx");
    else
        WARN("pandoc is not installed: decks are NOT written into its template");
    const auto writers = kept_outside("deck-writers");
    if (fs::exists(writers)) {
        made.write("write.js", R"(const P = require('pptxgenjs');
const p = new P();
p.layout = 'LAYOUT_WIDE';
p.theme = { headFontFace: 'Cambria', bodyFontFace: 'Calibri' };
p.defineSlideMaster({ title: 'HOUSE', background: { color: 'F4F1EA' },
  objects: [{ rect: { x: 0, y: 0, w: '100%', h: 0.35, fill: { color: '1B4D5C' } } },
    { placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.6, w: 12, h: 0.9, fontSize: 28, color: '1B4D5C' }, text: '' } },
    { placeholder: { options: { name: 'body', type: 'body', x: 0.6, y: 1.7, w: 12, h: 5, fontSize: 18 }, text: '' } }],
  slideNumber: { x: 12.3, y: 7.05, w: 0.6, h: 0.3, fontSize: 10, color: '555555' } });
p.defineSlideMaster({ title: 'CHART', background: { color: 'FFFFFF' },
  objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 0.6, y: 0.4, w: 12, h: 0.9, fontSize: 26, color: '222222' }, text: '' } },
    { placeholder: { options: { name: 'chart', type: 'chart', x: 0.6, y: 1.5, w: 7.8, h: 5 }, text: '' } },
    { placeholder: { options: { name: 'body', type: 'body', x: 8.7, y: 1.5, w: 3.9, h: 5, fontSize: 16 }, text: '' } }] });
const s = p.addSlide({ masterName: 'HOUSE' });
s.addText('Sample', { placeholder: 'title' });
s.addNotes('a note');
s.addChart(p.ChartType.bar, [{ name: 'a', labels: ['x', 'y'], values: [1, 2] }], { x: 1, y: 2, w: 5, h: 3 });
p.writeFile({ fileName: 'pptxgenjs.pptx' });
)");
        const auto wrote = run({"node", "write.js"}, made.path(), {{"NODE_PATH", (writers / "node_modules").string()}});
        INFO(wrote.err);
        CHECK(wrote.exit_code == 0);
        donors.push_back(made / "pptxgenjs.pptx");
    } else {
        WARN("pptxgenjs is not installed (./dev test does it): decks are NOT written into its files");
    }
    std::sort(donors.begin(), donors.end());
    std::size_t refused = 0;
    for (const auto& donor : donors) {
        INFO(donor);
        const Folder folder("others");
        fs::copy(donor, folder / "firm.pptx");
        const auto built = build(folder, kBoth + "firm.pptx");
        if (built.file.empty()) {  // its boxes are too small for a chart: that is said, and nothing is written
            CHECK_THAT(built.ran.err, ContainsSubstring("[exhibit_too_tall]"));
            ++refused;
            continue;
        }
        judge(built, folder);
        const auto parts = unzipped(built.pptx), from = unzipped(read_file(donor));
        std::size_t same = 0;
        for (const auto& [path, bytes] : from) {
            const bool look = path.starts_with("ppt/slideMasters/") || path.starts_with("ppt/slideLayouts/");
            if (!look || path.ends_with('/')) continue;
            INFO(path);
            CHECK((parts.contains(path) && parts.at(path) == bytes));
            ++same;
        }
        CHECK(same >= 4);
    }
    CHECK(refused <= 1);
}
