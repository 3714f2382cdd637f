// The presentation part and the properties of the document; the other parts have files of their own.
#include "paint/pptx/frame.h"

#include "base/numbers.h"
#include "base/phrases.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/master.h"
#include "paint/pptx/notes.h"
#include "paint/pptx/sections.h"
#include "paint/pptx/slide.h"
#include "paint/pptx/theme.h"

namespace precis::paint::pptx_file {
namespace {

constexpr const char* kPresentation = "ppt/presentation.xml";

void write_presentation(Package& package, const scene::Document& document) {
    pugi::xml_document part;
    auto presentation = root(part, "p:presentation");
    const auto first = base::parse_integer(document.pages.front().label);
    if (first && *first != 1) presentation.append_attribute("firstSlideNum").set_value(std::to_string(*first).c_str());
    if (document.metadata.right_to_left) presentation.append_attribute("rtl").set_value("1");
    auto list = add(presentation, "p:sldMasterIdLst");
    add(list, "p:sldMasterId", {{"id", "2147483648"}, {"r:id", package.relate(kPresentation, "slideMaster", kMaster)}});
    if (has_notes(document))
        add(add(presentation, "p:notesMasterIdLst"), "p:notesMasterId",
            {{"r:id", package.relate(kPresentation, "notesMaster", kNotesMaster)}});
    auto slides = add(presentation, "p:sldIdLst");
    constexpr int kFirstSlide = 256;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        add(slides, "p:sldId",
            {{"id", std::to_string(kFirstSlide + i)}, {"r:id", package.relate(kPresentation, "slide", slide_path(i))}});
    const auto page = document.pages.front().size;
    add(presentation, "p:sldSz", {{"cx", emu(page.width)}, {"cy", emu(page.height)}});
    add(presentation, "p:notesSz", {{"cx", emu(kNotesPage.width)}, {"cy", emu(kNotesPage.height)}});
    write_sections(presentation, document, kFirstSlide);
    package.relate(kPresentation, "theme", "ppt/theme/theme1.xml");
    package.relate("", "officeDocument", kPresentation);
    package.add_part(kPresentation, presentation_type("presentation.main"), printed(part));
}

}  // namespace

void write_properties(Package& package, const scene::Metadata& metadata) {
    pugi::xml_document part;
    auto core = add(part, "cp:coreProperties",
                    {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                     {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                     {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                     {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const auto say = [&](const char* name, const std::string& words) {
        if (!words.empty()) add(core, name).text().set(words.c_str());
    };
    say("dc:title", metadata.title);
    say("dc:subject", metadata.subject);
    say("dc:creator", base::joined(metadata.authors, "; "));
    say("cp:keywords", base::joined(metadata.keywords, ", "));
    say("cp:contentStatus", metadata.rights);
    say("dc:language", metadata.language);
    if (metadata.date.size() == 10)
        for (const char* name : {"dcterms:created", "dcterms:modified"})
            add(core, name, {{"xsi:type", "dcterms:W3CDTF"}}).text().set((metadata.date + "T00:00:00Z").c_str());
    package.relate("", "core-properties", "docProps/core.xml");
    package.add_part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", printed(part));

    pugi::xml_document application;
    auto properties = add(application, "Properties",
                          {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    add(properties, "Application").text().set("precis");
    if (!metadata.publisher.empty()) add(properties, "Company").text().set(metadata.publisher.c_str());
    package.relate("", "extended-properties", "docProps/app.xml");
    package.add_part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                     printed(application));
}

std::string presentation_type(const char* part) {
    return "application/vnd.openxmlformats-officedocument.presentationml." + std::string(part) + "+xml";
}

pugi::xml_node empty_tree(pugi::xml_node parent, bool ground) {
    auto data = add(parent, "p:cSld");
    if (ground) {
        auto reference = add(add(data, "p:bg"), "p:bgRef", {{"idx", "1001"}});
        add(reference, "a:schemeClr", {{"val", "bg1"}});
    }
    return shape_tree(data);
}

void write_frame(Package& package, const scene::Document& document, const scene::Theme& theme,
                 const std::vector<std::string>& kinds) {
    write_presentation(package, document);
    write_master(package, document, theme, kinds);
    write_layouts(package, document, theme, kinds);
    write_theme(package, "ppt/theme/theme1.xml", theme);
    if (has_notes(document)) write_notes_master(package, theme);
    write_properties(package, document.metadata);
}

}  // namespace precis::paint::pptx_file
