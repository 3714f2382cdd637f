#include "deck_parts.h"

#include <fmt/format.h>

#include "catch.h"
#include "program.h"
#include "zip/archive.h"

namespace precis::test {
namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kSpaces =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" +
           target + "\"/>";
}

std::string relationships(const std::string& inner) {
    return kHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
           "</Relationships>";
}

std::string type(const std::string& part, const std::string& words) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + words +
           "+xml\"/>";
}

std::string tree(const std::string& element, const std::string& before, const std::string& shapes,
                 const std::string& after = {}) {
    return kHead + "<p:" + element + kSpaces + "><p:cSld>" + before +
           "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" +
           shapes + "</p:spTree></p:cSld>" + after + "</p:" + element + ">";
}

/// Points.
std::string place(int x, int y, int width, int height, const std::string& prefix = "a") {
    const auto emu = [](int points) { return std::to_string(points * 12700); };
    return "<" + prefix + ":xfrm><a:off x=\"" + emu(x) + "\" y=\"" + emu(y) + "\"/><a:ext cx=\"" + emu(width) +
           "\" cy=\"" + emu(height) + "\"/></" + prefix + ":xfrm>";
}

std::string shape(int id, const std::string& name, const std::string& ph, const std::string& properties,
                  const std::string& text, const std::string& style = {}) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + std::to_string(id) + "\" name=\"" + name + "\"/><p:cNvSpPr/><p:nvPr>" +
           (ph.empty() ? "" : "<p:ph " + ph + "/>") + "</p:nvPr></p:nvSpPr><p:spPr>" + properties + "</p:spPr>" +
           style + (text.empty() ? "" : "<p:txBody>" + text + "</p:txBody>") + "</p:sp>";
}

std::string text(const std::string& words, const std::string& body = "<a:bodyPr/>") {
    return body + "<a:lstStyle/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + words + "</a:t></a:r></a:p>";
}

std::string frame(int id, const std::string& name, const std::string& at, const std::string& data) {
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"" + std::to_string(id) + "\" name=\"" + name +
           "\" descr=\"What the " + name + " shows\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>" + at +
           "<a:graphic>" + data + "</a:graphic></p:graphicFrame>";
}

std::string level(const std::string& list, int size) {
    return "<p:" + list + "><a:lvl1pPr><a:defRPr sz=\"" + std::to_string(size * 100) +
           "\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin "
           "typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:" +
           list + ">";
}

std::string theme() {
    std::string colors;
    for (const auto& [name, hex] : {std::pair{"dk1", "101010"},
                                    {"lt1", "FFFFFF"},
                                    {"dk2", "1F3864"},
                                    {"lt2", "E7E6E6"},
                                    {"accent1", "1F4E79"},
                                    {"accent2", "C55A11"},
                                    {"hlink", "0563C1"}})
        colors += std::string("<a:") + name + "><a:srgbClr val=\"" + hex + "\"/></a:" + name + ">";
    const std::string solid = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    return kHead + "<a:theme" + kSpaces + " name=\"T\"><a:themeElements><a:clrScheme name=\"T\">" + colors +
           "</a:clrScheme><a:fontScheme name=\"T\"><a:majorFont><a:latin "
           "typeface=\"Calibri\"/></a:majorFont><a:minorFont>"
           "<a:latin typeface=\"Calibri\"/></a:minorFont></a:fontScheme><a:fmtScheme name=\"T\"><a:fillStyleLst>" +
           solid + "</a:fillStyleLst><a:bgFillStyleLst>" + solid +
           "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

std::string slide_one() {
    const std::string picture =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"Photo\" descr=\"Two people at a table\"/><p:cNvPicPr/><p:nvPr/>"
        "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\"/></p:blipFill><p:spPr>" +
        place(500, 100, 100, 80) + "</p:spPr></p:pic>";
    const std::string chart =
        frame(5, "Chart", place(500, 200, 200, 100, "p"),
              "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
              "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId3\"/></a:graphicData>");
    const std::string cell = "<a:tc><a:txBody>" + text("Cell") + "</a:txBody><a:tcPr/></a:tc>";
    const std::string table =
        frame(6, "Table", place(40, 320, 400, 60, "p"),
              "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
              "<a:tblPr/><a:tblGrid><a:gridCol w=\"2540000\"/><a:gridCol w=\"2540000\"/></a:tblGrid>"
              "<a:tr h=\"381000\">" +
                  cell + cell + "</a:tr></a:tbl></a:graphicData>");
    const std::string style =
        "<p:style><a:lnRef idx=\"0\"><a:schemeClr val=\"accent1\"/></a:lnRef><a:fillRef idx=\"1\"><a:schemeClr "
        "val=\"accent1\"/>"
        "</a:fillRef><a:fontRef idx=\"minor\"><a:schemeClr val=\"lt1\"/></a:fontRef></p:style>";
    return tree(
        "sld", "",
        shape(2, "Title", "type=\"title\"", "", text("Results of the first year")) +
            shape(3, "Text", "idx=\"1\"", "", text("Three projects were taken in.")) + picture + chart + table +
            shape(7, "Box", "", place(40, 440, 200, 40) + "<a:prstGeom prst=\"rect\"/>", text("Box words"), style));
}

}  // namespace

DeckParts good_deck() {
    DeckParts parts;
    parts["[Content_Types].xml"] =
        kHead +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\" "
        "ContentType=\"image/png\"/><Default Extension=\"xlsx\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>" +
        type("ppt/presentation.xml", "presentationml.presentation.main") +
        type("ppt/slides/slide1.xml", "presentationml.slide") + type("ppt/slides/slide2.xml", "presentationml.slide") +
        type("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout") +
        type("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster") +
        type("ppt/theme/theme1.xml", "theme") + type("ppt/charts/chart1.xml", "drawingml.chart") + "</Types>";
    parts["_rels/.rels"] = relationships(relationship("rId1", "officeDocument", "ppt/presentation.xml"));
    parts["ppt/presentation.xml"] =
        kHead + "<p:presentation" + kSpaces +
        "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:sldIdLst><p:sldId "
        "id=\"256\" r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId3\"/></p:sldIdLst><p:sldSz cx=\"9144000\" "
        "cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>";
    parts["ppt/_rels/presentation.xml.rels"] = relationships(
        relationship("rId1", "slideMaster", "slideMasters/slideMaster1.xml") +
        relationship("rId2", "slide", "slides/slide1.xml") + relationship("rId3", "slide", "slides/slide2.xml"));
    parts["ppt/theme/theme1.xml"] = theme();
    parts["ppt/slideMasters/slideMaster1.xml"] =
        tree("sldMaster", "<p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>",
             shape(2, "Title", "type=\"title\"", place(40, 30, 640, 60), text("Title")) +
                 shape(3, "Text", "type=\"body\" idx=\"1\"", place(40, 100, 440, 200), text("Text")),
             "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
             "hlink=\"hlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>"
             "<p:txStyles>" +
                 level("titleStyle", 28) + level("bodyStyle", 20) + level("otherStyle", 18) + "</p:txStyles>");
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] =
        relationships(relationship("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml") +
                      relationship("rId2", "theme", "../theme/theme1.xml"));
    parts["ppt/slideLayouts/slideLayout1.xml"] =
        tree("sldLayout", "",
             shape(2, "Title", "type=\"title\"", "", text("Title")) + shape(3, "Text", "idx=\"1\"", "", text("Text")));
    parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] =
        relationships(relationship("rId1", "slideMaster", "../slideMasters/slideMaster1.xml"));
    parts["ppt/slides/slide1.xml"] = slide_one();
    parts["ppt/slides/_rels/slide1.xml.rels"] = relationships(
        relationship("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml") +
        relationship("rId2", "image", "../media/image1.png") + relationship("rId3", "chart", "../charts/chart1.xml"));
    parts["ppt/slides/slide2.xml"] = tree("sld", "",
                                          shape(2, "Title", "type=\"title\"", "", text("Plans for the next year")) +
                                              shape(3, "Text", "idx=\"1\"", "", text("More tests.")));
    parts["ppt/slides/_rels/slide2.xml.rels"] =
        relationships(relationship("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"));
    parts["ppt/media/image1.png"] = "a picture, which no rule reads";
    parts["ppt/charts/chart1.xml"] =
        kHead + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"" + kSpaces +
        "><c:chart/><c:externalData r:id=\"rId1\"/></c:chartSpace>";
    parts["ppt/charts/_rels/chart1.xml.rels"] =
        relationships(relationship("rId1", "package", "../embeddings/workbook1.xlsx"));
    parts["ppt/embeddings/workbook1.xlsx"] = "a workbook, which no rule reads";
    return parts;
}

std::string zipped(const DeckParts& parts) {
    std::vector<zip::Entry> entries;
    for (const auto& [name, bytes] : parts) entries.push_back({name, &bytes});
    return zip::written(entries);
}

void change(DeckParts& parts, const std::string& part, const std::string& from, const std::string& to) {
    auto& bytes = parts.at(part);
    const auto at = bytes.find(from);
    INFO(part << ": " << from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, from.size(), to);
}

text::FontIndex deck_fonts() {
    const auto family = [](const std::string& name, const std::string& folder, const std::string& stem) {
        text::FontIndex::Family out{name, "", {}};
        for (const auto& [word, weight, italic] : {std::tuple{"Regular", 400, false},
                                                   {"Italic", 400, true},
                                                   {"Bold", 700, false},
                                                   {"BoldItalic", 700, true}})
            out.files.push_back(
                {"/usr/share/fonts/truetype/" + folder + "/" + stem + "-" + word + ".ttf", weight, italic});
        return out;
    };
    return {{family("Carlito", "crosextra", "Carlito")}};
}

audit::DeckReport audited(const DeckParts& parts) {
    const Folder folder("deck");
    return audit::audit_deck(folder.write("deck.pptx", zipped(parts)), deck_fonts());
}

std::string listed(const audit::DeckReport& report) {
    std::string out;
    for (const auto& one : report.findings)
        out += fmt::format("{}: {}, {}: {}\n", audit::to_string(one.rule), one.slide, one.place, one.what);
    return out;
}

}  // namespace precis::test
