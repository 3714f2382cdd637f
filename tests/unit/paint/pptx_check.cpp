#include "pptx_check.h"

#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "catch.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

std::string rels_of(const std::string& part) {
    const fs::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

/// The schema's order of children, for elements where programs are strict.
const std::map<std::string, std::vector<std::string>>& orders() {
    static const std::map<std::string, std::vector<std::string>> kOrders = {
        {"p:sld", {"p:cSld", "p:clrMapOvr", "p:transition", "p:timing"}},
        {"p:sldLayout", {"p:cSld", "p:clrMapOvr", "p:transition", "p:timing", "p:hf"}},
        {"p:sldMaster", {"p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:transition", "p:timing", "p:hf", "p:txStyles"}},
        {"p:presentation",
         {"p:sldMasterIdLst", "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz"}},
        {"p:cSld", {"p:bg", "p:spTree"}},
        {"p:sp", {"p:nvSpPr", "p:spPr", "p:style", "p:txBody"}},
        {"p:pic", {"p:nvPicPr", "p:blipFill", "p:spPr"}},
        {"p:txBody", {"a:bodyPr", "a:lstStyle", "a:p"}},
        {"a:txBody", {"a:bodyPr", "a:lstStyle", "a:p"}},
        {"a:p", {"a:pPr", "a:r", "a:br", "a:fld", "a:endParaRPr"}},
        {"a:pPr",
         {"a:lnSpc", "a:spcBef", "a:spcAft", "a:buClr", "a:buSzPct", "a:buFont", "a:buNone", "a:buChar", "a:defRPr"}},
        {"a:rPr", {"a:ln", "a:noFill", "a:solidFill", "a:latin", "a:ea", "a:cs", "a:hlinkClick"}},
        {"a:tcPr", {"a:lnL", "a:lnR", "a:lnT", "a:lnB", "a:noFill", "a:solidFill"}},
        {"c:chartSpace", {"c:date1904", "c:roundedCorners", "c:chart", "c:spPr", "c:txPr", "c:externalData"}},
        {"c:chart", {"c:title", "c:autoTitleDeleted", "c:plotArea", "c:legend", "c:plotVisOnly", "c:dispBlanksAs"}},
        {"c:ser",
         {"c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:marker", "c:dPt", "c:dLbls", "c:cat", "c:xVal",
          "c:val", "c:yVal", "c:bubbleSize", "c:bubble3D", "c:smooth"}},
        {"c:dLbls",
         {"c:dLbl", "c:numFmt", "c:spPr", "c:txPr", "c:dLblPos", "c:showLegendKey", "c:showVal", "c:showCatName",
          "c:showSerName", "c:showPercent", "c:showBubbleSize"}},
        {"c:valAx",
         {"c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:numFmt", "c:majorTickMark",
          "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:txPr", "c:crossAx", "c:crosses", "c:crossBetween"}}};
    return kOrders;
}

class Check {
  public:
    explicit Check(const Parts& parts) : parts_(parts) {}

    std::vector<std::string> run() {
        parse();
        content_types();
        for (const auto& [path, document] : xml_) {
            if (path.ends_with(".rels")) {
                relationships(path, *document);
                continue;
            }
            used_ids(path, *document);
            order(path, document->document_element());
            if (path.find("/slides/") != std::string::npos || path.find("/slideLayouts/") != std::string::npos)
                shape_ids(path, *document);
            tables(path, *document);
            if (path.find("/charts/") != std::string::npos) caches(path, *document);
        }
        slides();
        return std::move(found_);
    }

  private:
    using Xml = pugi::xml_document;

    void say(std::string words) { found_.push_back(std::move(words)); }

    void parse() {
        for (const auto& [path, bytes] : parts_) {
            if (!path.ends_with(".xml") && !path.ends_with(".rels")) continue;
            auto document = std::make_unique<Xml>();
            if (!document->load_buffer(bytes.data(), bytes.size())) {
                say(path + " is no XML");
                continue;
            }
            xml_.emplace(path, std::move(document));
        }
    }

    void content_types() {
        const auto types = xml_.find("[Content_Types].xml");
        if (types == xml_.end()) return say("the package has no content types");
        std::set<std::string> typed;
        for (const auto& node : types->second->document_element().children("Override"))
            if (!typed.insert(std::string(node.attribute("PartName").value()).substr(1)).second)
                say(std::string("two content types for ") + node.attribute("PartName").value());
        for (const auto& [path, bytes] : parts_)
            if (!path.ends_with(".rels") && path != "[Content_Types].xml" && typed.count(path) == 0)
                say(path + " has no content type");
        for (const auto& path : typed)
            if (parts_.count(path) == 0) say("a content type for " + path + ", which is not there");
    }

    void relationships(const std::string& path, const Xml& document) {
        const auto folder = fs::path(path).parent_path().parent_path();
        std::set<std::string> ids;
        for (const auto& node : document.document_element().children("Relationship")) {
            const std::string id = node.attribute("Id").value();
            if (!ids.insert(id).second) say(path + " has " + id + " twice");
            if (std::string(node.attribute("TargetMode").value()) == "External") continue;
            const auto target = (folder / node.attribute("Target").value()).lexically_normal().generic_string();
            if (parts_.count(target) == 0) say(path + " leads to " + target + ", which is not there");
        }
    }

    std::string target(const std::string& part, const std::string& type) const {
        const auto rels = xml_.find(rels_of(part));
        if (rels == xml_.end()) return {};
        for (const auto& node : rels->second->document_element().children("Relationship"))
            if (std::string(node.attribute("Type").value()).ends_with("/" + type))
                return (fs::path(part).parent_path() / node.attribute("Target").value())
                    .lexically_normal()
                    .generic_string();
        return {};
    }

    void used_ids(const std::string& path, const Xml& document) {
        const auto rels = xml_.find(rels_of(path));
        for (const auto& hit : document.select_nodes("//@*[name()='r:id' or name()='r:embed']")) {
            const std::string id = hit.attribute().value();
            const auto query = "//Relationship[@Id='" + id + "']";
            if (rels == xml_.end() || !rels->second->select_node(query.c_str()))
                say(path + " uses " + id + ", which is no relationship of its");
        }
    }

    void order(const std::string& path, pugi::xml_node node) {
        const auto rule = orders().find(node.name());
        if (rule != orders().end()) {
            // Runs, breaks and fields of a paragraph may come in any order.
            std::size_t at = 0;
            for (const auto& child : node.children()) {
                const auto found = std::find(rule->second.begin(), rule->second.end(), child.name());
                if (found == rule->second.end()) continue;
                auto place = static_cast<std::size_t>(found - rule->second.begin());
                if (std::string(node.name()) == "a:p" && place >= 1 && place <= 3) place = 1;
                if (place < at) say(path + ": " + child.name() + " comes too late in " + node.name());
                at = std::max(at, place);
            }
        }
        for (const auto& child : node.children()) order(path, child);
    }

    void shape_ids(const std::string& path, const Xml& document) {
        std::set<std::string> ids;
        for (const auto& hit : document.select_nodes("//p:cNvPr"))
            if (!ids.insert(hit.node().attribute("id").value()).second)
                say(path + " has two shapes " + hit.node().attribute("id").value());
    }

    void tables(const std::string& path, const Xml& document) {
        for (const auto& hit : document.select_nodes("//a:tbl")) {
            const auto columns = hit.node().select_nodes("a:tblGrid/a:gridCol").size();
            for (const auto& row : hit.node().children("a:tr"))
                if (row.select_nodes("a:tc").size() != columns) say(path + " has a table row of another length");
        }
    }

    struct Book {
        Parts parts;
        Xml sheet, strings;
        std::string cell(const std::string& name) const {
            const auto node = sheet.select_node(("//c[@r='" + name + "']").c_str()).node();
            const std::string text = node.child("v").text().get();
            if (std::string(node.attribute("t").value()) != "s") return text;
            std::size_t index = std::stoul(text);
            for (const auto& hit : strings.select_nodes("//si"))
                if (index-- == 0) return hit.node().child("t").text().get();
            return {};
        }
    };

    void caches(const std::string& path, const Xml& document) {
        const auto where = target(path, "package");
        const auto bytes = parts_.find(where);
        if (bytes == parts_.end()) return say(path + " has no workbook");
        Book book;
        book.parts = unzipped(bytes->second);
        book.sheet.load_string(book.parts["xl/worksheets/sheet1.xml"].c_str());
        book.strings.load_string(book.parts["xl/sharedStrings.xml"].c_str());
        for (const auto& hit : document.select_nodes("//c:numRef | //c:strRef")) {
            const std::string formula = hit.node().child("c:f").text().get();
            const auto letters = formula.substr(8, formula.find('$', 8) - 8);
            const auto row = std::stoi(formula.substr(formula.find('$', 8) + 1));
            const auto cache =
                hit.node().child("c:numCache") ? hit.node().child("c:numCache") : hit.node().child("c:strCache");
            const auto count = cache.child("c:ptCount").attribute("val").as_int();
            for (int i = 0; i < count; ++i) {
                const auto point = cache.find_child_by_attribute("c:pt", "idx", std::to_string(i).c_str());
                const std::string cached = point.child("c:v").text().get();
                const auto cell = book.cell(letters + std::to_string(row + i));
                const bool numbers = std::string(cache.name()) == "c:numCache" && !cached.empty() && !cell.empty();
                if (numbers ? std::stod(cached) != std::stod(cell) : cached != cell)
                    say(path + ": " + letters + std::to_string(row + i) + " is “" + cell + "” in the workbook and “" +
                        cached + "” in the cache");
            }
        }
    }

    void slides() {
        std::set<std::string> ids;
        const auto presentation = xml_.find("ppt/presentation.xml");
        if (presentation == xml_.end()) return say("the package has no presentation");
        for (const auto& hit : presentation->second->select_nodes("//p:sldId")) {
            if (hit.node().attribute("id").as_uint() < 256) say("a slide's id is under 256");
            if (!ids.insert(hit.node().attribute("id").value()).second) say("two slides have one id");
        }
        std::set<std::string> layouts;
        for (const auto& [path, document] : xml_) {
            if (path.ends_with(".rels")) continue;
            for (const auto& hit : document->select_nodes("//p:sldLayoutId | //p:sldMasterId")) {
                if (hit.node().attribute("id").as_ullong() < 2147483648ULL)
                    say("a layout's or master's id is under 2^31");
                if (!layouts.insert(hit.node().attribute("id").value()).second)
                    say("two layouts or masters have one id");
            }
            if (path.rfind("ppt/slides/slide", 0) == 0 && target(path, "slideLayout").empty())
                say(path + " has no layout");
            if (path.rfind("ppt/slideLayouts/slideLayout", 0) == 0 && target(path, "slideMaster").empty())
                say(path + " has no master");
            if (path.rfind("ppt/notesSlides/", 0) == 0 && target(path, "slide").empty()) say(path + " has no slide");
        }
    }

    const Parts& parts_;
    std::map<std::string, std::unique_ptr<Xml>> xml_;
    std::vector<std::string> found_;
};

}  // namespace

Parts unzipped(const std::string& bytes) {
    Parts parts;
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

std::vector<std::string> repair_causes(const Parts& parts) {
    return Check(parts).run();
}

}  // namespace precis::test
