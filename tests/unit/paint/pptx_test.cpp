// PowerPoint files: each is unzipped, every part parsed, every relationship followed, every chart compared with its
// workbook.
#include <filesystem>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "catch.h"
#include "paint/codes.h"
#include "paint/paint.h"
#include "pptx_check.h"

using namespace precis;
using test::repair_causes;
using test::unzipped;
namespace fs = std::filesystem;

namespace {

bool is_xml(const std::string& path) {
    return path.ends_with(".xml") || path.ends_with(".rels");
}

struct Parsed {
    std::map<std::string, std::string> parts;
    std::map<std::string, std::unique_ptr<pugi::xml_document>> xml;

    explicit Parsed(const std::string& bytes) : parts(unzipped(bytes)) {
        for (const auto& [path, part] : parts) {
            if (!is_xml(path)) continue;
            auto document = std::make_unique<pugi::xml_document>();
            INFO(path);
            CHECK(document->load_buffer(part.data(), part.size()));
            xml.emplace(path, std::move(document));
        }
    }
    pugi::xml_node at(const std::string& path) const { return xml.at(path)->document_element(); }
};

scene::Mark with_text(scene::Role role, const std::string& text, base::Rect at) {
    scene::TextRun run;
    run.text = text;
    run.face = {"Carlito", 700, false};
    run.size = 26;
    scene::Mark mark;
    mark.role = role;
    mark.content =
        scene::TextBlock{{{{run}, scene::TextParagraph::Align::left, 0, 31, 0}}, at, scene::Placeholder::none};
    return mark;
}

scene::ChartData chart(scene::ChartData::Type type) {
    scene::ChartData data;
    data.type = type;
    data.categories = {"2024", "2025", "2026"};
    data.series.resize(2);
    data.series[0].name = "Talks & tracks";
    data.series[0].values = {310.5, std::nullopt, 402};
    data.series[0].color = {27, 94, 107, 1};
    data.series[0].points = {{{27, 94, 107, 1}, false, ">310"}, {}, {{227, 74, 47, 1}, true, ""}};
    data.series[1].name = "Posters";
    data.series[1].values = {12, 14, -3};
    data.series[1].color = {227, 74, 47, 1};
    for (auto& series : data.series) {
        series.x = {1, 2.5, 3};
        series.size = {4, 5, 6};
    }
    data.labelled = true;
    data.number_format = "#,##0\"%\"";
    data.at = {42, 110, 560, 316};
    return data;
}

scene::Page slide(std::vector<scene::Item> items) {
    scene::Page page;
    page.size = {960, 540};
    page.slide = scene::Slide{};
    page.slide->master = "exhibit";
    page.items = std::move(items);
    return page;
}

scene::Document deck() {
    scene::Document document;
    document.metadata.title = "A deck";
    document.metadata.date = "2026-03-25";
    document.metadata.authors = {"precis samples"};

    scene::Mark figure;
    figure.role = scene::Role::figure;
    figure.alternative = "Talks grew, posters fell";
    figure.content = chart(scene::ChartData::Type::column);
    auto first = slide({with_text(scene::Role::heading, "Talks grew", {42, 30, 738, 64}), figure});
    first.slide->title = "Talks grew";
    first.slide->speaker_notes = "Say it slowly.\nThen pause.";
    first.slide->transition = "fade";

    scene::Mark table;
    table.role = scene::Role::table;
    const auto cell = [](const char* words) {
        return scene::TextParagraph{{{words, {"Carlito", 400, false}, 12, {0, 0, 0, 1}, false, {}}},
                                    scene::TextParagraph::Align::left,
                                    0,
                                    15,
                                    0};
    };
    scene::TableData data;
    data.rows = {{cell("City"), cell("Year")}, {cell("Prague"), cell("2026")}};
    data.column_widths = {3, 1};
    data.row_heights = {20, 40};
    data.at = {42, 110, 400, 60};
    table.content = data;
    scene::Path rule;
    rule.steps = {scene::MoveTo{{42, 100}}, scene::LineTo{{918, 100}}};
    rule.stroke = scene::Stroke{{0, 0, 0, 1}, 1, {3, 1}, false};
    auto linked = with_text(scene::Role::paragraph, "back", {42, 300, 100, 20});
    auto& run = std::get<scene::TextBlock>(linked.content).paragraphs[0].runs[0];
    run.link = "#start";
    auto second = slide({table, rule, linked, scene::Link{{0, 500, 50, 20}, "https://example.org/?a=1&b=2", "site"}});
    second.slide->title = "A table";
    document.pages = {first, second};
    document.pages[0].anchors = {{"start", {0, 0}}};
    return document;
}

std::string made(const scene::Document& document) {
    auto result = paint::pptx(document);
    for (const auto& one : result.diagnostics()) UNSCOPED_INFO(one.message);
    REQUIRE(result.ok());
    return result.value();
}

std::vector<pugi::xml_node> all(pugi::xml_node node, const std::string& name) {
    std::vector<pugi::xml_node> found;
    for (const auto& hit : node.select_nodes(("//" + name).c_str())) found.push_back(hit.node());
    return found;
}

}  // namespace

TEST_CASE("every part has a content type, and every relationship leads to a part", "[paint][pptx]") {
    const Parsed file(made(deck()));
    std::set<std::string> typed;
    for (const auto& one : all(file.at("[Content_Types].xml"), "Override"))
        CHECK(typed.insert(std::string(one.attribute("PartName").value()).substr(1)).second);
    for (const auto& [path, part] : file.parts) {
        INFO(path);
        if (!path.ends_with(".rels") && path != "[Content_Types].xml") CHECK(typed.count(path) == 1);
        if (!path.ends_with(".rels")) continue;
        const auto folder = fs::path(path).parent_path().parent_path();
        std::set<std::string> ids;
        for (const auto& one : all(file.at(path), "Relationship")) {
            CHECK(ids.insert(one.attribute("Id").value()).second);
            if (std::string(one.attribute("TargetMode").value()) == "External") continue;
            const auto target = (folder / one.attribute("Target").value()).lexically_normal().generic_string();
            INFO(target);
            CHECK(file.parts.count(target) == 1);
        }
    }
    for (const auto& path : typed) CHECK(file.parts.count(path) == 1);
}

TEST_CASE("every r:id that a part uses is one of its relationships", "[paint][pptx]") {
    const Parsed file(made(deck()));
    int used = 0;
    for (const auto& [path, document] : file.xml) {
        if (path.ends_with(".rels")) continue;
        const auto rels =
            (fs::path(path).parent_path() / "_rels" / (fs::path(path).filename().string() + ".rels")).string();
        for (const auto& hit : document->select_nodes("//@*[name()='r:id' or name()='r:embed']")) {
            ++used;
            INFO(path << " " << hit.attribute().value());
            REQUIRE(file.xml.count(rels) == 1);
            const auto query = std::string("//Relationship[@Id='") + hit.attribute().value() + "']";
            CHECK(file.at(rels).select_node(query.c_str()));
        }
    }
    CHECK(used >= 9);
}

TEST_CASE("shape ids are unique on a slide", "[paint][pptx]") {
    const Parsed file(made(deck()));
    for (const auto* path : {"ppt/slides/slide1.xml", "ppt/slides/slide2.xml"}) {
        std::set<std::string> ids;
        for (const auto& one : all(file.at(path), "p:cNvPr")) CHECK(ids.insert(one.attribute("id").value()).second);
        CHECK(ids.size() >= 3);
    }
}

TEST_CASE("text, table, notes and title are native", "[paint][pptx]") {
    const Parsed file(made(deck()));
    auto first = file.at("ppt/slides/slide1.xml");
    CHECK(std::string(first.select_node("//p:sp[.//p:ph[@type='title']]//a:t").node().text().get()) == "Talks grew");
    CHECK(std::string(first.select_node("//p:graphicFrame//p:cNvPr/@descr").attribute().value()) ==
          "Talks grew, posters fell");
    CHECK(first.select_node("//p:transition/p:fade"));
    auto second = file.at("ppt/slides/slide2.xml");
    CHECK(std::string(second.select_node("//p:sp[.//p:ph[@type='title']]//a:t").node().text().get()) == "A table");
    CHECK(all(second, "a:tc").size() == 4);
    CHECK(std::string(second.select_node("//a:gridCol[1]/@w").attribute().value()) == "3810000");
    auto notes = file.at("ppt/notesSlides/notesSlide1.xml");
    CHECK(notes.select_nodes("//p:sp[.//p:ph[@type='body']]//a:p").size() == 2);
}

TEST_CASE("headings over columns of a native table are merged cells", "[paint][pptx]") {
    auto document = deck();
    scene::TableData* data = nullptr;
    for (auto& item : document.pages[1].items)
        if (auto* mark = std::get_if<scene::Mark>(&item); mark != nullptr && data == nullptr)
            data = std::get_if<scene::TableData>(&mark->content);
    REQUIRE(data != nullptr);
    const auto head = data->rows[0];
    auto over = head;
    over[0].runs[0].text = "In Europe";
    over[1] = {};
    data->rows.insert(data->rows.begin(), over);
    data->row_heights.insert(data->row_heights.begin(), 10);
    data->head_rows = 2;
    data->head_spans = {{2, 0}};
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto second = file.at("ppt/slides/slide2.xml");
    const auto cells = all(second, "a:tc");
    REQUIRE(cells.size() == 6);
    CHECK(std::string(cells[0].attribute("gridSpan").value()) == "2");
    CHECK(std::string(cells[0].select_node(".//a:t").node().text().get()) == "In Europe");
    CHECK(std::string(cells[1].attribute("hMerge").value()) == "1");
    CHECK_FALSE(cells[2].attribute("gridSpan"));
    CHECK_FALSE(cells[3].attribute("hMerge"));
}

TEST_CASE("a chart's caches hold the workbook's numbers", "[paint][pptx]") {
    using Type = scene::ChartData::Type;
    const auto type = GENERATE(Type::bar, Type::column, Type::line, Type::area, Type::donut);
    auto document = deck();
    std::get<scene::Mark>(document.pages[0].items[1]).content = chart(type);
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    const Parsed book(file.parts.at("ppt/embeddings/workbook1.xlsx"));
    auto sheet = book.at("xl/worksheets/sheet1.xml");
    const auto strings = all(book.at("xl/sharedStrings.xml"), "t");
    const auto cell = [&](const std::string& name) -> std::string {
        auto node = sheet.select_node(("//c[@r='" + name + "']").c_str()).node();
        const std::string text = node.child("v").text().get();
        return std::string(node.attribute("t").value()) == "s" ? strings.at(std::stoul(text)).text().get() : text;
    };
    const auto series = all(part, "c:ser");
    REQUIRE(series.size() == 2);
    for (std::size_t s = 0; s < series.size(); ++s) {
        const std::string letter(1, static_cast<char>('B' + s));
        CHECK(std::string(series[s].select_node("c:tx//c:v").node().text().get()) == cell(letter + "1"));
        CHECK(std::string(series[s].select_node("c:val//c:f").node().text().get()) ==
              "Sheet1!$" + letter + "$2:$" + letter + "$4");
        std::size_t points = 0;
        for (int row = 0; row < 3; ++row) {
            const auto name = letter + std::to_string(row + 2);
            const auto point = series[s].select_node(("c:val//c:pt[@idx='" + std::to_string(row) + "']/c:v").c_str());
            INFO(name);
            CHECK(std::string(point.node().text().get()) == cell(name));
            points += point ? 1 : 0;
            CHECK(std::string(series[s]
                                  .select_node(("c:cat//c:pt[@idx='" + std::to_string(row) + "']/c:v").c_str())
                                  .node()
                                  .text()
                                  .get()) == cell("A" + std::to_string(row + 2)));
        }
        CHECK(points == (s == 0 ? 2u : 3u));
    }
}

TEST_CASE("the same deck gives the same bytes", "[paint][pptx]") {
    CHECK(made(deck()) == made(deck()));
}

TEST_CASE("a deck that PowerPoint cannot hold is refused", "[paint][pptx][diag]") {
    CHECK_FALSE(paint::pptx({}).ok());
    auto sizes = deck();
    sizes.pages[1].size = {540, 960};
    const auto two_sizes = paint::pptx(sizes);
    REQUIRE_FALSE(two_sizes.ok());
    CHECK(two_sizes.diagnostics()[0].code == paint::code::not_painted);
    CHECK_THAT(two_sizes.diagnostics()[0].message, ContainsSubstring("slide 2"));

    auto endless = deck();
    std::get<scene::ChartData>(std::get<scene::Mark>(endless.pages[0].items[1]).content).series[0].values[0] =
        std::numeric_limits<double>::infinity();
    CHECK_FALSE(paint::pptx(endless).ok());
}

// ---- causes of repair ---------------------------------------------------------------------------------------------

namespace {

void replace(test::Parts& parts, const std::string& path, const std::string& what, const std::string& by) {
    auto& part = parts.at(path);
    const auto at = part.find(what);
    REQUIRE(at != std::string::npos);
    part.replace(at, what.size(), by);
}

/// A fault for each rule, and a word that the checker's message must contain.
struct Broken {
    const char* rule;
    const char* said;
    void (*break_it)(test::Parts&);
};

const std::vector<Broken>& broken_decks() {
    static const std::vector<Broken> kAll = {
        {"an id stands twice among relationships", "twice",
         [](test::Parts& p) { replace(p, "ppt/slides/_rels/slide1.xml.rels", "rId2", "rId1"); }},
        {"a relationship that is used is not there", "is no relationship",
         [](test::Parts& p) { replace(p, "ppt/slides/slide1.xml", "r:id=\"rId", "r:id=\"rId9"); }},
        {"a relationship leads nowhere", "which is not there",
         [](test::Parts& p) { replace(p, "ppt/slides/_rels/slide1.xml.rels", "charts/chart1", "charts/chart9"); }},
        {"a part has no content type", "has no content type", [](test::Parts& p) { p["ppt/media/image9.png"] = "x"; }},
        {"a content type has no part", "which is not there", [](test::Parts& p) { p.erase("docProps/app.xml"); }},
        {"a part is no XML", "is no XML", [](test::Parts& p) { replace(p, "ppt/slides/slide2.xml", "</p:cSld>", ""); }},
        {"two shapes have one id", "two shapes",
         [](test::Parts& p) { replace(p, "ppt/slides/slide1.xml", "<p:cNvPr id=\"3\"", "<p:cNvPr id=\"2\""); }},
        {"elements stand in another order", "comes too late",
         [](test::Parts& p) {
             replace(p, "ppt/slides/slide1.xml", "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", "");
             replace(p, "ppt/slides/slide1.xml", "<p:cSld>",
                     "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:cSld>");
         }},
        {"a table's row is too short", "row of another length",
         [](test::Parts& p) {
             replace(p, "ppt/slides/slide2.xml", "<a:gridCol w=\"", "<a:gridCol w=\"1\"/><a:gridCol w=\"");
         }},
        {"a chart's cache differs from its workbook", "in the cache",
         [](test::Parts& p) { replace(p, "ppt/charts/chart1.xml", "<c:v>310.5</c:v>", "<c:v>311</c:v>"); }},
        {"a slide has no layout", "has no layout",
         [](test::Parts& p) { replace(p, "ppt/slides/_rels/slide2.xml.rels", "/slideLayout\"", "/other\""); }},
        {"a layout has no master", "has no master",
         [](test::Parts& p) {
             replace(p, "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "/slideMaster\"", "/other\"");
         }},
        {"notes belong to no slide", "has no slide",
         [](test::Parts& p) { replace(p, "ppt/notesSlides/_rels/notesSlide1.xml.rels", "/slide\"", "/other\""); }},
        {"a chart has no workbook", "has no workbook",
         [](test::Parts& p) { replace(p, "ppt/charts/_rels/chart1.xml.rels", "/package\"", "/other\""); }},
        {"a part has two content types", "two content types",
         [](test::Parts& p) {
             replace(p, "[Content_Types].xml", "<Override PartName=\"/ppt/slides/slide2.xml\"",
                     "<Override PartName=\"/ppt/slides/slide1.xml\"");
         }},
        {"there are no content types", "no content types", [](test::Parts& p) { p.erase("[Content_Types].xml"); }},
        {"there is no presentation", "no presentation", [](test::Parts& p) { p.erase("ppt/presentation.xml"); }},
        {"two layouts have one id", "two layouts",
         [](test::Parts& p) {
             replace(p, "ppt/slideMasters/slideMaster1.xml", "id=\"2147483649\"", "id=\"2147483648\"");
         }},
        {"two slides have one id", "two slides",
         [](test::Parts& p) { replace(p, "ppt/presentation.xml", "id=\"257\"", "id=\"256\""); }},
        {"a slide's id is too low", "under 256",
         [](test::Parts& p) { replace(p, "ppt/presentation.xml", "id=\"257\"", "id=\"25\""); }},
        {"a layout's id is too low", "under 2^31",
         [](test::Parts& p) { replace(p, "ppt/slideMasters/slideMaster1.xml", "id=\"2147483649\"", "id=\"5\""); }},
    };
    return kAll;
}

}  // namespace

TEST_CASE("nothing in a deck makes PowerPoint offer a repair", "[paint][pptx]") {
    CHECK(repair_causes(unzipped(made(deck()))) == std::vector<std::string>{});
}

TEST_CASE("each cause of a repair is found in a deck that has it", "[paint][pptx]") {
    const auto whole = unzipped(made(deck()));
    for (const auto& broken : broken_decks()) {
        INFO(broken.rule);
        auto parts = whole;
        broken.break_it(parts);
        const auto causes = repair_causes(parts);
        REQUIRE_FALSE(causes.empty());
        CHECK(std::any_of(causes.begin(), causes.end(),
                          [&](const auto& cause) { return cause.find(broken.said) != std::string::npos; }));
    }
}

TEST_CASE("scatter and bubble charts have their numbers in the workbook too", "[paint][pptx]") {
    using Type = scene::ChartData::Type;
    const auto type = GENERATE(Type::scatter, Type::bubble);
    auto document = deck();
    std::get<scene::Mark>(document.pages[0].items[1]).content = chart(type);
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    CHECK(std::string(part.select_node("//c:ser[1]/c:xVal//c:pt[@idx='1']/c:v").node().text().get()) == "2.5");
    CHECK(part.select_nodes("//c:valAx").size() == 2);
}

TEST_CASE("arrows over a chart are shapes in one group with it, and its axes stand where ours do", "[paint][pptx]") {
    auto document = deck();
    auto& figure = std::get<scene::Mark>(document.pages[0].items[1]);
    auto data = chart(scene::ChartData::Type::column);
    data.plot = base::Rect{56, 31.6, 448, 252.8};  // of 560 by 316
    data.axis = scene::ChartAxis{-5, 400};
    figure.content = data;
    scene::Path arrow;
    arrow.steps = {scene::MoveTo{{100, 200}}, scene::LineTo{{100, 150}}};
    arrow.stroke = scene::Stroke{{205, 74, 33, 1}, 1.25, {}, false};
    scene::Path column = arrow;
    scene::Group over;
    over.annotation = true;
    over.items = {arrow};
    figure.items = {column, over};
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto slide = file.at("ppt/slides/slide1.xml");
    CHECK(slide.select_nodes("//p:grpSp[p:graphicFrame]/p:sp").size() == 1);  // the arrow, not the drawn column
    auto part = file.at("ppt/charts/chart1.xml");
    const auto number = [&](const char* path) {
        return std::stod(part.select_node((std::string(path) + "/@val").c_str()).attribute().value());
    };
    CHECK(number("//c:manualLayout/c:x") == 0.1);
    CHECK(number("//c:manualLayout/c:h") == 0.8);
    CHECK(number("//c:valAx//c:min") == -5);
    CHECK(number("//c:valAx//c:max") == 400);
}

TEST_CASE("a line with a scale of its own has a second axis", "[paint][pptx]") {
    auto document = deck();
    auto data = chart(scene::ChartData::Type::column);
    data.series[1].as_line = true;
    data.series[1].own_axis = scene::ChartAxis{0, 20};
    data.series[1].own_format = "0.0";
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    REQUIRE(part.select_nodes("//c:valAx").size() == 2);
    const std::string own = part.select_node("//c:lineChart/c:axId[2]/@val").attribute().value();
    CHECK(own != part.select_node("//c:barChart/c:axId[2]/@val").attribute().value());
    const auto axis = part.select_node(("//c:valAx[c:axId/@val='" + own + "']").c_str()).node();
    CHECK(std::string(axis.child("c:crosses").attribute("val").value()) == "max");
    CHECK(std::string(axis.child("c:numFmt").attribute("formatCode").value()) == "0.0");
    CHECK(std::string(axis.child("c:scaling").child("c:max").attribute("val").value()) == "20");
    CHECK(std::string(part.select_node("//c:lineChart//c:formatCode").node().text().get()) == "0.0");
    const auto sheet = Parsed(file.parts.at("ppt/embeddings/workbook1.xlsx"));
    CHECK_THAT(sheet.parts.at("xl/styles.xml"), ContainsSubstring("\"0.0\""));
}

TEST_CASE("a logarithmic axis is one there, with its ends, and crossed at its least", "[paint][pptx]") {
    using Type = scene::ChartData::Type;
    const auto type = GENERATE(Type::line, Type::scatter);
    auto document = deck();
    auto data = chart(type);
    data.value_log = true;
    data.value_ends = scene::ChartAxis{10, 1000};
    data.category_log = type == Type::scatter;
    if (data.category_log) data.category_ends = scene::ChartAxis{1, 100};
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    const auto axis = part.select_node("//c:valAx[c:scaling/c:max/@val='1000']").node();
    REQUIRE(axis);
    CHECK(std::string(axis.child("c:scaling").first_child().name()) == "c:logBase");  // the schema's order
    CHECK(std::string(axis.child("c:scaling").child("c:min").attribute("val").value()) == "10");
    CHECK(part.select_nodes("//c:logBase[@val='10']").size() == (data.category_log ? 2 : 1));
    CHECK(bool(part.select_node("//c:catAx/c:crosses[@val='min']")) == (type == Type::line));
}

TEST_CASE("intervals are whiskers, as far from the value as their ends", "[paint][pptx]") {
    auto document = deck();
    auto data = chart(scene::ChartData::Type::bar);
    data.series[1].low = {10, std::nullopt, -5};
    data.series[1].high = {15.5, 20, -3};
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    REQUIRE(part.select_nodes("//c:errBars").size() == 1);
    const auto reach = [&](const char* side, const char* index) {
        const auto path = std::string("//c:errBars/c:") + side + "//c:pt[@idx='" + index + "']/c:v";
        return std::string(part.select_node(path.c_str()).node().text().get());
    };
    CHECK(reach("plus", "0") == "3.5");
    CHECK(reach("minus", "0") == "2");
    CHECK(reach("plus", "1") == "6");
    CHECK(reach("minus", "1").empty());
    CHECK(reach("minus", "2") == "2");
}

TEST_CASE("totals are words at the ends of stacks, and no key names them", "[paint][pptx]") {
    using Type = scene::ChartData::Type;
    const auto type = GENERATE(Type::bar, Type::column);
    auto document = deck();
    auto data = chart(type);
    data.stack = scene::ChartData::Stack::total;
    data.totals = {"322", "14", "399"};
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    const auto series = part.select_node("//c:ser[c:tx/c:v]").node();
    REQUIRE(series);
    CHECK(std::string(series.parent().name()) == (type == Type::bar ? "c:barChart" : "c:lineChart"));
    CHECK(std::string(series.select_node(".//c:dLbl[c:idx/@val='2']//a:t").node().text().get()) == "399");
    // The words of 2026 stand over 402, not over what is left of it: the posters are below zero.
    CHECK(std::string(series.select_node("c:val//c:pt[@idx='2']/c:v").node().text().get()) ==
          (type == Type::bar ? "0" : "402"));
    CHECK(std::string(series.select_node("c:tx/c:v").node().text().get()) == "\u00a0");
}

TEST_CASE("a line fitted to points is one there, of the kind that the axes make straight", "[paint][pptx]") {
    auto document = deck();
    auto data = chart(scene::ChartData::Type::scatter);
    data.series.resize(1);
    data.trend = true;
    data.category_log = GENERATE(false, true);
    data.value_log = GENERATE(false, true);
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    const std::string kind = file.at("ppt/charts/chart1.xml").select_node("//c:trendlineType/@val").attribute().value();
    CHECK(kind == (data.value_log ? data.category_log ? "power" : "exp" : data.category_log ? "log" : "linear"));
}

TEST_CASE("a shape has words, is decoration, or belongs to a group that has words", "[paint][pptx]") {
    auto document = deck();
    scene::Path line;
    line.steps = {scene::MoveTo{{100, 200}}, scene::LineTo{{300, 200}}};
    line.stroke = scene::Stroke{{205, 74, 33, 1}, 1.25, {}, false};
    scene::Mark figure;
    figure.role = scene::Role::figure;
    figure.alternative = "Two lines that part";
    figure.items = {line, line};
    document.pages[0].items.emplace_back(line);
    document.pages[0].items.emplace_back(figure);
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto slide = file.at("ppt/slides/slide1.xml");
    CHECK(slide.select_nodes("//p:sp[not(p:txBody)]").size() == 3);
    const auto plain = slide.select_nodes("/p:sld/p:cSld/p:spTree/p:sp[not(p:txBody)]/p:nvSpPr/p:cNvPr");
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].node().select_node("a:extLst/a:ext/adec:decorative[@val='1']"));
    const auto group = slide.select_node("//p:grpSp/p:nvGrpSpPr/p:cNvPr[@descr='Two lines that part']");
    REQUIRE(group);
    CHECK_FALSE(group.node().parent().parent().select_node(".//adec:decorative"));  // the group speaks for them
}

TEST_CASE("words of another language say so", "[paint][pptx]") {
    auto document = deck();
    auto& block = std::get<scene::TextBlock>(std::get<scene::Mark>(document.pages[0].items[0]).content);
    block.paragraphs[0].runs[0].language = "fr";
    const Parsed file(made(document));
    CHECK(file.at("ppt/slides/slide1.xml").select_node("//a:r[a:t='Talks grew']/a:rPr[@lang='fr']"));
}

TEST_CASE("a pie has no hole, and a ring stands where ours does", "[paint][pptx]") {
    auto document = deck();
    auto data = chart(scene::ChartData::Type::donut);
    data.series.resize(1);
    data.plot = base::Rect{14, 79, 158, 158};  // of 560 by 316
    data.axis = scene::ChartAxis{0, 1};
    data.solid = GENERATE(false, true);
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    CHECK(bool(part.select_node("//c:pieChart")) == data.solid);
    CHECK(bool(part.select_node("//c:holeSize")) == !data.solid);
    CHECK(std::string(part.select_node("//c:manualLayout/c:x/@val").attribute().value()) == "0.02500");
}

TEST_CASE("a line has its last value at its end, beside its name if there are several", "[paint][pptx]") {
    auto document = deck();
    auto data = chart(scene::ChartData::Type::line);
    data.ends_valued = true;
    data.series[1].points = {{}, {}, {{227, 74, 47, 1}, false, ">3"}};
    const bool alone = GENERATE(false, true);
    if (alone) data.series.erase(data.series.begin());
    std::get<scene::Mark>(document.pages[0].items[1]).content = data;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    auto part = file.at("ppt/charts/chart1.xml");
    const std::string path = alone ? "//c:ser[1]" : "//c:ser[2]";
    const auto label = part.select_node((path + "//c:dLbl[c:idx/@val='2']").c_str()).node();
    REQUIRE(label);
    CHECK(std::string(label.select_node(".//a:t").node().text().get()) == (alone ? ">3" : "Posters >3"));
    if (alone) return;
    const auto live = part.select_node("//c:ser[1]//c:dLbl[c:idx/@val='2']").node();
    CHECK(std::string(live.child("c:showVal").attribute("val").value()) == "1");
    CHECK(std::string(live.child("c:showSerName").attribute("val").value()) == "1");
    CHECK_THAT(file.parts.at("ppt/charts/chart1.xml"), ContainsSubstring("<c:separator> </c:separator>"));
}

TEST_CASE("a tint is the fill of its cell", "[paint][pptx]") {
    auto document = deck();
    for (auto& item : document.pages[1].items) {
        auto* mark = std::get_if<scene::Mark>(&item);
        auto* table = mark ? std::get_if<scene::TableData>(&mark->content) : nullptr;
        if (!table) continue;
        table->cell_grounds = {{}, {std::nullopt, base::Color{6, 88, 116, 1}}};
    }
    std::string cells;
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    for (const auto& [path, xml] : file.xml)
        if (path.starts_with("ppt/slides/slide"))
            for (const auto& cell : xml->select_nodes("//a:tc"))
                cells += cell.node().select_node("a:tcPr/a:solidFill/a:srgbClr[@val='065874']") ? "x" : ".";
    CHECK(cells == "...x");
    CHECK(file.at("ppt/slides/slide2.xml").select_node("//p:graphicFrame//p:cNvPr[@descr='City, Year']"));
}

TEST_CASE("a highlighted, a hatched and a qualified point look and read so", "[paint][pptx]") {
    const Parsed file(made(deck()));
    auto part = file.at("ppt/charts/chart1.xml");
    CHECK(part.select_node("//c:ser[1]/c:dPt[c:idx/@val='2']//a:pattFill"));
    CHECK(std::string(part.select_node("//c:ser[1]//c:dLbl[c:idx/@val='0']//a:t").node().text().get()) == ">310");
    const auto sheet = Parsed(file.parts.at("ppt/embeddings/workbook1.xlsx"));
    CHECK_THAT(sheet.parts.at("xl/styles.xml"), ContainsSubstring("#,##0&quot;%&quot;"));
}

TEST_CASE("the label of a ring's part is readable on the part", "[paint][pptx]") {
    auto document = deck();
    auto& data = std::get<scene::ChartData>(std::get<scene::Mark>(document.pages[0].items[1]).content);
    data.type = scene::ChartData::Type::donut;
    data.series.resize(1);
    data.series[0].values = {1, 2, 3};
    data.series[0].points = {
        {{5, 40, 60, 1}, false, ""}, {{255, 230, 180, 1}, false, ""}, {{5, 40, 60, 1}, false, ">9"}};
    const Parsed file(made(document));
    auto part = file.at("ppt/charts/chart1.xml");
    const auto color = [&](int index) {
        const auto path = "//c:dLbl[c:idx/@val='" + std::to_string(index) + "']//a:solidFill/a:srgbClr/@val";
        return std::string(part.select_node(path.c_str()).attribute().value());
    };
    CHECK(color(0) == "FFFFFF");
    CHECK(color(1) != "FFFFFF");
    CHECK_FALSE(color(1).empty());
    CHECK(color(2) == "FFFFFF");
}

TEST_CASE("a point of a line that stands alone is a dot, unless a bridge leads to it", "[paint][pptx]") {
    for (const bool bridged : {false, true}) {
        auto document = deck();
        auto data = chart(scene::ChartData::Type::line);
        data.series.resize(1);
        data.series[0].points.clear();
        data.bridges_gaps = bridged;  // of 310.5, a gap and 402
        std::get<scene::Mark>(document.pages[0].items[1]).content = data;
        const Parsed file(made(document));
        CHECK(repair_causes(file.parts) == std::vector<std::string>{});
        auto part = file.at("ppt/charts/chart1.xml");
        for (const char* point : {"0", "2"}) {
            const auto path = "//c:ser/c:dPt[c:idx/@val='" + std::string(point) + "']/c:marker/c:symbol/@val";
            CHECK(std::string(part.select_node(path.c_str()).attribute().value()) == (bridged ? "" : "circle"));
        }
    }
}

TEST_CASE("ticks have the decimals of their step, labels those of the numbers", "[paint][pptx]") {
    const auto formats = [](const std::string& format, double first, std::optional<double> step = {}) {
        auto document = deck();
        auto data = chart(scene::ChartData::Type::column);
        data.number_format = format;
        data.series.resize(1);
        data.series[0].values = {first, std::nullopt, first / 2};
        data.value_step = step;
        std::get<scene::Mark>(document.pages[0].items[1]).content = data;
        const Parsed file(made(document));
        auto part = file.at("ppt/charts/chart1.xml");
        CHECK(std::string(part.select_node("//c:dLbls/c:numFmt/@formatCode").attribute().value()) == format);
        return std::string(part.select_node("//c:valAx/c:numFmt/@formatCode").attribute().value());
    };
    CHECK(formats("#,##0.00", 120) == "#,##0");
    CHECK(formats("#,##0.00", 2) == "#,##0.0");
    CHECK(formats("#,##0.00", 0.25) == "#,##0.00");
    CHECK(formats("0.0\"%\"", 68) == "0\"%\"");
    CHECK(formats("\"€\"#,##0.00", 1250) == "\"€\"#,##0");
    CHECK(formats("#,##0.00", 10, 2.5) == "#,##0.0");
    CHECK(formats("#,##0", 0.5) == "#,##0");
}

TEST_CASE("foot and number are placeholders, and the slide's form has their places", "[paint][pptx]") {
    auto document = deck();
    scene::Mark number;
    number.role = scene::Role::artifact;
    number.content = scene::TextBlock{{{{{"1", {"Carlito", 700, false}, 9.5, {0, 0, 0, 1}, false, {}}},
                                        scene::TextParagraph::Align::right,
                                        0,
                                        12,
                                        0}},
                                      {800, 515, 100, 12},
                                      scene::Placeholder::number};
    document.pages[0].items.emplace_back(number);
    scene::SlideForm form;
    form.name = "exhibit";
    form.ground = {10, 36, 48, 1};
    form.slots = {
        {scene::Placeholder::title, {42, 30, 738, 64}, {"Carlito", 700, false}, 26, 31, {255, 255, 255, 1}, false},
        {scene::Placeholder::number, {800, 515, 100, 12}, {"Carlito", 700, false}, 9.5, 12, {0, 0, 0, 1}, true}};
    document.theme.forms = {form};
    document.theme.colors.assign(12, {6, 88, 116, 1});
    document.facts = {{"rain.2026", "Rain", "days", "12", "more than", "days", "2026", "actual", "diary"},
                      {"goal", "", "", "9", "", "days", "", "actual", "", "goal"}};
    const Parsed file(made(document));
    CHECK(repair_causes(file.parts) == std::vector<std::string>{});
    CHECK(
        file.at("ppt/slides/slide1.xml").select_node("//p:ph[@type='sldNum']/ancestor::p:sp//a:fld[@type='slidenum']"));
    auto layout = file.at("ppt/slideLayouts/slideLayout1.xml");
    CHECK(layout.select_node("//p:bg//a:srgbClr[@val='0A2430']"));
    CHECK(layout.select_node("//p:ph[@type='sldNum']"));
    CHECK_THAT(file.parts.at("ppt/theme/theme1.xml"), ContainsSubstring("065874"));
    CHECK_THAT(file.parts.at("customXml/item1.xml"), ContainsSubstring("rain.2026"));
    CHECK_THAT(file.parts.at("customXml/item1.xml"), ContainsSubstring("set-for-build=\"goal\""));
}

TEST_CASE("what a clip hides is cut off", "[paint][pptx]") {
    auto document = deck();
    scene::Path bar;
    bar.steps = {scene::MoveTo{{0, 0}}, scene::LineTo{{200, 0}}, scene::LineTo{{200, 50}}, scene::LineTo{{0, 50}},
                 scene::ClosePath{}};
    bar.fill = base::Color{1, 2, 3, 1};
    scene::Group group;
    group.clip = base::Rect{0, 0, 100, 50};
    group.items = {bar};
    document.pages[1].items.emplace_back(group);
    const Parsed file(made(document));
    const auto fill = file.at("ppt/slides/slide2.xml").select_node("//p:sp[.//a:srgbClr[@val='010203']]//a:xfrm/a:ext");
    CHECK(std::string(fill.node().attribute("cx").value()) == "1270000");
}
