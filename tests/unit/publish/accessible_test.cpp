// Accessible and archival files, apart from their structure tree: identifiers, embedded files, attributes of elements.
#include <memory>

#include "catch.h"
#include "diag/codes.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "publish/qpdf.h"
#include "publish/xmp.h"
#include "text/fonts.h"

using namespace precis;

namespace {

std::shared_ptr<text::Fonts> fonts() {
    static const auto made = [] {
        const text::FontIndex index{{{"Lato", "fonts-lato", {{"/usr/share/fonts/truetype/lato/Lato-Regular.ttf"}}}}};
        return text::Fonts::load(index, {{"Lato", {}}}).value();
    }();
    return made;
}

scene::Item ink(double y) {
    scene::Path path;
    path.steps = {scene::MoveTo{{10, y}}, scene::LineTo{{20, y}}, scene::LineTo{{20, y + 10}}, scene::ClosePath{}};
    path.fill = base::Color{0, 0, 0, 1};
    return path;
}

scene::Mark mark(scene::Role role, std::vector<scene::Item> items) {
    scene::Mark made;
    made.role = role;
    made.items = std::move(items);
    return made;
}

scene::Document sample() {
    scene::Document d;
    d.metadata.title = "Rain & snow";
    d.metadata.authors = {"A", "B"};
    d.metadata.rights = "For clients";
    d.metadata.sources = {"Weather Office, Rain, 2026"};
    d.metadata.date = "2026-08-31";
    scene::Page page;
    page.size = {200, 200};
    auto figure = mark(scene::Role::figure, {ink(20)});
    figure.id = "fig:rain";
    figure.alternative = "Rain falls";
    auto name = mark(scene::Role::head_cell, {ink(40)});
    name.scope = scene::Scope::row;
    auto table = mark(scene::Role::table, {mark(scene::Role::row, {name, mark(scene::Role::cell, {ink(60)})})});
    table.alternative = "Rain by day";
    auto list = mark(scene::Role::list, {mark(scene::Role::list_item, {mark(scene::Role::list_body, {ink(80)})})});
    page.items = {mark(scene::Role::page_head, {ink(5)}), figure, table, list};
    d.pages = {page};
    d.attachments = {{"fig-rain.csv", "text/csv", "Figure 1: Rain", "fig:rain", "day,mm\r\n1,2\r\n"},
                     {"facts.json", "application/json", "The facts", "", "{}\n"}};
    return d;
}

class Finished {
  public:
    explicit Finished(const scene::Document& document) {
        auto painted = paint::pdf(document, *fonts());
        REQUIRE(painted.ok());
        auto done = publish::finish_pdf(painted.value(), document);
        REQUIRE(done.ok());
        bytes_ = std::move(done.value());
        pdf.processMemoryFile("it", bytes_.data(), bytes_.size());
    }
    QPDFObjectHandle first(const std::string& type) {
        for (auto& object : pdf.getAllObjects())
            if (object.isDictionaryOfType("/StructElem") && object.getKey("/S").getName() == type) return object;
        return QPDFObjectHandle::newNull();
    }
    static std::string text_of(QPDFObjectHandle stream) {
        const auto data = stream.getStreamData();
        return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
    }
    QPDF pdf;

  private:
    std::string bytes_;
};

}  // namespace

TEST_CASE("the packet names both standards, with the schema that one of them lacks, and what the file is",
          "[publish]") {
    Finished file(sample());
    auto stream = file.pdf.getRoot().getKey("/Metadata");
    CHECK_FALSE(stream.getDict().hasKey("/Filter"));
    const auto packet = Finished::text_of(stream);
    for (const auto* part :
         {"<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
          "<pdfuaid:part>1</pdfuaid:part>", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "Rain &amp; snow",
          "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li>", "<dc:rights><rdf:Alt>", "For clients",
          "<dc:relation><rdf:Bag><rdf:li>Weather Office, Rain, 2026</rdf:li>"}) {
        INFO(part);
        CHECK_THAT(packet, ContainsSubstring(part));
    }
    scene::Metadata controls;
    controls.title = "a\x01z";
    CHECK_THAT(publish::xmp(controls, true), ContainsSubstring("az"));
}

TEST_CASE("files travel inside, named by the catalog and by the exhibit whose data they hold", "[publish]") {
    Finished file(sample());
    auto root = file.pdf.getRoot();
    auto names = root.getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
    REQUIRE(names.getArrayNItems() == 4);
    CHECK(names.getArrayItem(0).getStringValue() == "facts.json");
    CHECK(names.getArrayItem(2).getStringValue() == "fig-rain.csv");
    auto csv = names.getArrayItem(3);
    CHECK(csv.getKey("/AFRelationship").getName() == "/Data");
    CHECK(csv.getKey("/Desc").getUTF8Value() == "Figure 1: Rain");
    CHECK(csv.getKey("/UF").getUTF8Value() == "fig-rain.csv");
    auto stream = csv.getKey("/EF").getKey("/F");
    CHECK(stream.getDict().getKey("/Subtype").getName() == "/text/csv");
    CHECK(stream.getDict().getKey("/Params").getKey("/ModDate").getStringValue() == "D:20260831000000Z");
    CHECK(Finished::text_of(stream) == "day,mm\r\n1,2\r\n");
    CHECK(root.getKey("/AF").getArrayNItems() == 2);
    auto figure = file.first("/Figure");
    REQUIRE(figure.getKey("/AF").getArrayNItems() == 1);
    CHECK(figure.getKey("/AF").getArrayItem(0).getObjGen() == csv.getObjGen());
    CHECK(figure.getKey("/Alt").getUTF8Value() == "Rain falls");
    CHECK(figure.getKey("/A").getKey("/BBox").getArrayNItems() == 4);
}

TEST_CASE("two files of one name are refused", "[publish][diag]") {
    auto document = sample();
    document.attachments[1].name = "fig-rain.csv";
    auto painted = paint::pdf(document, *fonts());
    const auto done = publish::finish_pdf(painted.value(), document);
    REQUIRE_FALSE(done.ok());
    CHECK(done.diagnostics()[0].code == diag::code::internal_error);
}

TEST_CASE("elements say what readers ask for: scope, numbering, summary", "[publish]") {
    Finished file(sample());
    CHECK(file.first("/TH").getKey("/A").getKey("/Scope").getName() == "/Row");
    CHECK(file.first("/L").getKey("/A").getKey("/ListNumbering").getName() == "/None");
    CHECK(file.first("/Table").getKey("/A").getKey("/Summary").getUTF8Value() == "Rain by day");
    CHECK_FALSE(file.first("/Table").hasKey("/Alt"));
    auto page = file.pdf.getAllPages().at(0);
    CHECK(page.getKey("/Tabs").getName() == "/S");
    const auto content = Finished::text_of(page.getKey("/Contents"));
    CHECK_THAT(content, ContainsSubstring("/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"));
}
