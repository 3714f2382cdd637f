// A small PowerPoint template, made of parts: a master, four layouts, a theme, a picture, and a sample slide with
// notes. Tests change its parts to plant faults. Whoever includes it links `zip`.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "zip/archive.h"

namespace precis::test {

/// The parts by name, in the order of their names.
using Parts = std::map<std::string, std::string>;  // path -> bytes

namespace small {

inline const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline const std::string kSpaces =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
inline const std::string kType = "application/vnd.openxmlformats-officedocument.presentationml.";
inline const std::string kLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A placeholder; `box` in points: x y width height; empty: inherited.
inline std::string placeholder(int id, const std::string& type, const std::string& index, std::vector<int> box,
                               const std::string& style = {}, const std::string& body = "<a:bodyPr/>") {
    std::string place;
    if (!box.empty()) {
        const auto emu = [](int points) { return std::to_string(points * 12700); };
        place = "<a:xfrm><a:off x=\"" + emu(box[0]) + "\" y=\"" + emu(box[1]) + "\"/><a:ext cx=\"" + emu(box[2]) +
                "\" cy=\"" + emu(box[3]) + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
    }
    const auto of = (type.empty() ? std::string() : " type=\"" + type + "\"") +
                    (index.empty() ? std::string() : " idx=\"" + index + "\"");
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + std::to_string(id) + "\" name=\"Place " + std::to_string(id) +
           "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph" + of + "/></p:nvPr></p:nvSpPr><p:spPr>" +
           place + "</p:spPr><p:txBody>" + body + "<a:lstStyle>" + style +
           "</a:lstStyle><a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>";
}

inline std::string tree(const std::string& shapes) {
    return "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" +
           shapes + "</p:spTree>";
}

inline std::string foot() {
    return placeholder(20, "ftr", "11", {}) + placeholder(21, "sldNum", "12", {}) + placeholder(22, "dt", "10", {});
}

inline std::string layout(const std::string& type, const std::string& name, const std::string& shapes,
                          const std::string& ground = {}) {
    return kHead + "<p:sldLayout" + kSpaces + " type=\"" + type + "\" preserve=\"1\"><p:cSld name=\"" + name + "\">" +
           ground + tree(shapes) + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
}

inline std::string links(const std::vector<std::pair<std::string, std::string>>& to) {
    auto text = kHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int number = 0;
    for (const auto& [type, target] : to)
        text += "<Relationship Id=\"rId" + std::to_string(++number) + "\" Type=\"" + kLink + type + "\" Target=\"" +
                target + "\"/>";
    return text + "</Relationships>";
}

inline std::string color(const std::string& name, const std::string& value) {
    return "<a:" + name + "><a:srgbClr val=\"" + value + "\"/></a:" + name + ">";
}

inline std::string theme(const std::string& name) {
    std::string colors;
    for (const auto& [role, value] : std::vector<std::pair<std::string, std::string>>{{"dk1", "1B1B1B"},
                                                                                      {"lt1", "FBF8F1"},
                                                                                      {"dk2", "22304F"},
                                                                                      {"lt2", "EEE8DA"},
                                                                                      {"accent1", "7A1F3D"},
                                                                                      {"accent2", "2F6B8F"},
                                                                                      {"accent3", "5B7A1E"},
                                                                                      {"accent4", "B5651D"},
                                                                                      {"accent5", "5A4A8A"},
                                                                                      {"accent6", "8A8A8A"},
                                                                                      {"hlink", "2F6B8F"},
                                                                                      {"folHlink", "5A4A8A"}})
        colors += color(role, value);
    const std::string fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    const auto font = [](const std::string& element, const std::string& family) {
        return "<a:" + element + "><a:latin typeface=\"" + family +
               "\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:" + element + ">";
    };
    std::string lines, effects;
    for (int i = 0; i < 3; ++i) {
        lines += "<a:ln w=\"9525\">" + fill + "</a:ln>";
        effects += "<a:effectStyle><a:effectLst/></a:effectStyle>";
    }
    return kHead + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"" + name +
           "\"><a:themeElements><a:clrScheme name=\"House\">" + colors + "</a:clrScheme><a:fontScheme name=\"House\">" +
           font("majorFont", "Cambria") + font("minorFont", "Calibri") +
           "</a:fontScheme><a:fmtScheme name=\"House\"><a:fillStyleLst>" + fill + fill + fill +
           "</a:fillStyleLst><a:lnStyleLst>" + lines + "</a:lnStyleLst><a:effectStyleLst>" + effects +
           "</a:effectStyleLst><a:bgFillStyleLst>" + fill + fill + fill +
           "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

inline std::string level(const std::string& size, const std::string& color_name, const std::string& font,
                         const std::string& more = {}) {
    return "<a:lvl1pPr" + more + "><a:defRPr sz=\"" + size + "\"><a:solidFill><a:schemeClr val=\"" + color_name +
           "\"/></a:solidFill><a:latin typeface=\"" + font + "\"/></a:defRPr></a:lvl1pPr>";
}

}  // namespace small

/// `endings`: "template.main" for .potx, "presentation.main" for .pptx.
inline Parts small_template(const std::string& main = "template.main") {
    using namespace small;
    Parts parts;
    const std::string map =
        "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
        "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
        "folHlink=\"folHlink\"/>";
    const std::string bar =
        "<p:sp><p:nvSpPr><p:cNvPr id=\"9\" name=\"Bar\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>"
        "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"12192000\" cy=\"152400\"/></a:xfrm><a:prstGeom prst=\"rect\">"
        "<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill></p:spPr></p:sp>";
    const std::string logo =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"10\" name=\"Logo\" descr=\"The firm\"/><p:cNvPicPr/><p:nvPr userDrawn=\"1\"/>"
        "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId6\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
        "<a:xfrm><a:off x=\"11277600\" y=\"6400800\"/><a:ext cx=\"304800\" cy=\"304800\"/></a:xfrm><a:prstGeom "
        "prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>";
    parts["ppt/slideMasters/slideMaster1.xml"] =
        kHead + "<p:sldMaster" + kSpaces +
        "><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>" +
        tree(bar + logo + placeholder(2, "title", "", {60, 36, 840, 72}, {}, "<a:bodyPr anchor=\"b\"/>") +
             placeholder(3, "body", "1", {60, 126, 840, 348}) +
             placeholder(4, "dt", "2", {60, 500, 160, 24}, level("1000", "tx2", "+mn-lt")) +
             placeholder(5, "ftr", "3", {240, 500, 480, 24}, level("1000", "tx2", "+mn-lt")) +
             placeholder(6, "sldNum", "4", {740, 500, 110, 24}, level("1000", "tx2", "+mn-lt", " algn=\"r\""))) +
        "</p:cSld>" + map +
        "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId id=\"2147483650\" "
        "r:id=\"rId2\"/><p:sldLayoutId id=\"2147483651\" r:id=\"rId3\"/><p:sldLayoutId id=\"2147483652\" "
        "r:id=\"rId4\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>" +
        level("3200", "tx2", "+mj-lt") + "</p:titleStyle><p:bodyStyle>" + level("2000", "tx1", "+mn-lt") +
        "</p:bodyStyle><p:otherStyle>" + level("1800", "tx1", "+mn-lt") + "</p:otherStyle></p:txStyles></p:sldMaster>";
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = links({{"slideLayout", "../slideLayouts/slideLayout1.xml"},
                                                                   {"slideLayout", "../slideLayouts/slideLayout2.xml"},
                                                                   {"slideLayout", "../slideLayouts/slideLayout3.xml"},
                                                                   {"slideLayout", "../slideLayouts/slideLayout4.xml"},
                                                                   {"theme", "../theme/theme1.xml"},
                                                                   {"image", "../media/image7.png"}});
    const std::string dark =
        "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";
    parts["ppt/slideLayouts/slideLayout1.xml"] = layout(
        "title", "House cover",
        placeholder(2, "ctrTitle", "", {120, 150, 720, 120}, level("4400", "bg1", "+mj-lt", " algn=\"ctr\""),
                    "<a:bodyPr anchor=\"b\"/>") +
            placeholder(3, "subTitle", "1", {120, 285, 720, 90}, level("2000", "bg2", "+mn-lt", " algn=\"ctr\"")),
        dark);
    parts["ppt/slideLayouts/slideLayout2.xml"] =
        layout("obj", "House content", placeholder(2, "title", "", {}) + placeholder(3, "", "1", {}) + foot());
    parts["ppt/slideLayouts/slideLayout3.xml"] =
        layout("twoObj", "House halves",
               placeholder(2, "title", "", {}) + placeholder(3, "", "1", {60, 126, 410, 348}) +
                   placeholder(4, "", "2", {490, 126, 410, 348}) + foot());
    parts["ppt/slideLayouts/slideLayout4.xml"] =
        layout("secHead", "House section",
               placeholder(2, "title", "", {120, 200, 720, 90}, level("3600", "tx2", "+mj-lt")) +
                   placeholder(3, "body", "1", {120, 300, 720, 80}) + foot());
    for (int i = 1; i <= 4; ++i)
        parts["ppt/slideLayouts/_rels/slideLayout" + std::to_string(i) + ".xml.rels"] =
            links({{"slideMaster", "../slideMasters/slideMaster1.xml"}});
    parts["ppt/theme/theme1.xml"] = theme("House");
    static const unsigned char kPicture[] = {
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00,
        0x0C, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xA8, 0x92, 0xB7, 0x05, 0x00, 0x01, 0xED, 0x00, 0xD7, 0x07,
        0xD0, 0xDD, 0xE1, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
    parts["ppt/media/image7.png"].assign(reinterpret_cast<const char*>(kPicture), sizeof kPicture);
    parts["ppt/slides/slide1.xml"] = kHead + "<p:sld" + kSpaces + "><p:cSld>" + tree(placeholder(2, "title", "", {})) +
                                     "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
    parts["ppt/slides/_rels/slide1.xml.rels"] =
        links({{"slideLayout", "../slideLayouts/slideLayout2.xml"}, {"comments", "../comments/comment1.xml"}});
    parts["ppt/comments/comment1.xml"] = kHead + "<p:cmLst" + kSpaces + "/>";
    parts["ppt/presProps.xml"] = kHead + "<p:presentationPr" + kSpaces + "/>";
    parts["ppt/tableStyles.xml"] = kHead +
                                   "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                                   "def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>";
    parts["ppt/presentation.xml"] =
        kHead + "<p:presentation" + kSpaces +
        " saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>"
        "<p:sldIdLst><p:sldId id=\"300\" r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/>"
        "<p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:custShowLst><p:custShow name=\"Short\" id=\"0\"><p:sldLst><p:sld "
        "r:id=\"rId2\"/></p:sldLst></p:custShow></p:custShowLst><p:defaultTextStyle>" +
        level("1800", "tx1", "+mn-lt") + "</p:defaultTextStyle></p:presentation>";
    parts["ppt/_rels/presentation.xml.rels"] = links({{"slideMaster", "slideMasters/slideMaster1.xml"},
                                                      {"slide", "slides/slide1.xml"},
                                                      {"theme", "theme/theme1.xml"},
                                                      {"presProps", "presProps.xml"},
                                                      {"tableStyles", "tableStyles.xml"}});
    parts["_rels/.rels"] = links({{"officeDocument", "ppt/presentation.xml"}});
    std::string types = kHead +
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                        "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" "
                        "ContentType=\"image/png\"/>";
    const auto type = [&](const std::string& part, const std::string& of) {
        types += "<Override PartName=\"/" + part + "\" ContentType=\"" + of + "+xml\"/>";
    };
    type("ppt/presentation.xml", kType + main);
    type("ppt/slideMasters/slideMaster1.xml", kType + "slideMaster");
    for (int i = 1; i <= 4; ++i)
        type("ppt/slideLayouts/slideLayout" + std::to_string(i) + ".xml", kType + "slideLayout");
    type("ppt/slides/slide1.xml", kType + "slide");
    type("ppt/comments/comment1.xml", kType + "comments");
    type("ppt/presProps.xml", kType + "presProps");
    type("ppt/tableStyles.xml", kType + "tableStyles");
    type("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme");
    parts["[Content_Types].xml"] = types + "</Types>";
    return parts;
}

inline std::string zipped(const Parts& parts) {
    std::vector<zip::Entry> entries;
    for (const auto& [path, bytes] : parts) entries.push_back({path, &bytes});
    return zip::written(entries);
}

}  // namespace precis::test
