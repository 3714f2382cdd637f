// PowerPoint files: unzipped, every part parsed, every relationship followed, every chart compared with its workbook.
#include <zip.h>

#include <filesystem>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "catch.h"
#include "paint/paint.h"

using namespace precis;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> unzipped(const std::string& bytes) {
    std::map<std::string, std::string> parts;
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr),
                                                           zip_discard);
    REQUIRE(archive);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        zip_stat_t stat{};
        REQUIRE(zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) == 0);
        std::string part(stat.size, '\0');
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
            zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0), zip_fclose);
        REQUIRE(zip_fread(file.get(), part.data(), part.size()) == static_cast<zip_int64_t>(part.size()));
        CHECK(parts.emplace(stat.name, part).second);
    }
    return parts;
}

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
    mark.content = scene::TextBlock{{{{run}, scene::TextParagraph::Align::left, 0, 31}}, at};
    return mark;
}

scene::ChartData chart(scene::ChartData::Type type) {
    scene::ChartData data;
    data.type = type;
    data.categories = {"2024", "2025", "2026"};
    data.series = {{"Talks & tracks", {310.5, std::nullopt, 402}, {27, 94, 107, 1}},
                   {"Posters", {12, 14, -3}, {227, 74, 47, 1}}};
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
    table.content = scene::TableData{{{"City", "Year"}, {"Prague", "2026"}}, 1, {3, 1}, {42, 110, 400, 60}};
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

TEST_CASE("a chart's caches hold the workbook's numbers", "[paint][pptx]") {
    using Type = scene::ChartData::Type;
    const auto type = GENERATE(Type::bar, Type::column, Type::line, Type::area, Type::donut);
    auto document = deck();
    std::get<scene::Mark>(document.pages[0].items[1]).content = chart(type);
    const Parsed file(made(document));
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
    CHECK(two_sizes.diagnostics()[0].code == diag::Code::not_painted);
    CHECK(two_sizes.diagnostics()[0].message.find("slide 2") != std::string::npos);

    auto endless = deck();
    std::get<scene::ChartData>(std::get<scene::Mark>(endless.pages[0].items[1]).content).series[0].values[0] =
        std::numeric_limits<double>::infinity();
    CHECK_FALSE(paint::pptx(endless).ok());
}
