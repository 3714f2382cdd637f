// The frame around the slides: presentation, theme, master, layouts, notes and properties.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "paint/pptx_parts.h"

namespace precis::paint::pptx_file {
namespace {

constexpr const char* kType = "application/vnd.openxmlformats-officedocument.presentationml.";
constexpr const char* kThemeType = "application/vnd.openxmlformats-officedocument.theme+xml";
constexpr const char* kPresentation = "ppt/presentation.xml";
constexpr const char* kMaster = "ppt/slideMasters/slideMaster1.xml";
constexpr base::Size kNotesPage{540, 720};

std::string type(const char* part) {
    return std::string(kType) + part + "+xml";
}

std::vector<std::string> masters(const scene::Document& document) {
    std::vector<std::string> all;
    for (const auto& page : document.pages) {
        const auto name = page.slide ? page.slide->master : std::string();
        if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
    return all;
}

void write_theme(Package& package, const std::string& path, const std::string& heading, const std::string& text) {
    pugi::xml_document document;
    auto theme = add(document, "a:theme",
                     {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}, {"name", "precis"}});
    auto elements = add(theme, "a:themeElements");
    auto colors = add(elements, "a:clrScheme", {{"name", "precis"}});
    constexpr std::array<std::pair<const char*, const char*>, 12> kColors = {{{"a:dk1", "000000"},
                                                                              {"a:lt1", "FFFFFF"},
                                                                              {"a:dk2", "1F2A33"},
                                                                              {"a:lt2", "F4EFE6"},
                                                                              {"a:accent1", "1B5E6B"},
                                                                              {"a:accent2", "E34A2F"},
                                                                              {"a:accent3", "6B7780"},
                                                                              {"a:accent4", "9DB4BA"},
                                                                              {"a:accent5", "C9A227"},
                                                                              {"a:accent6", "3C4A54"},
                                                                              {"a:hlink", "1B5E6B"},
                                                                              {"a:folHlink", "6B7780"}}};
    for (const auto& [name, value] : kColors) add(add(colors, name), "a:srgbClr", {{"val", value}});
    auto fonts = add(elements, "a:fontScheme", {{"name", "precis"}});
    for (const auto& [name, family] : {std::pair{"a:majorFont", &heading}, std::pair{"a:minorFont", &text}}) {
        auto font = add(fonts, name);
        add(font, "a:latin", {{"typeface", *family}});
        add(font, "a:ea", {{"typeface", ""}});
        add(font, "a:cs", {{"typeface", ""}});
    }
    auto formats = add(elements, "a:fmtScheme", {{"name", "precis"}});
    const auto themed = [](pugi::xml_node parent) {
        add(add(parent, "a:solidFill"), "a:schemeClr", {{"val", "phClr"}});
    };
    auto fills = add(formats, "a:fillStyleLst");
    for (int i = 0; i < 3; ++i) themed(fills);
    auto lines = add(formats, "a:lnStyleLst");
    for (int i = 0; i < 3; ++i) themed(add(lines, "a:ln", {{"w", emu(0.5 * (i + 1))}}));
    auto effects = add(formats, "a:effectStyleLst");
    for (int i = 0; i < 3; ++i) add(add(effects, "a:effectStyle"), "a:effectLst");
    auto grounds = add(formats, "a:bgFillStyleLst");
    for (int i = 0; i < 3; ++i) themed(grounds);
    package.add_part(path, kThemeType, printed(document));
}

pugi::xml_node empty_tree(pugi::xml_node parent, bool ground) {
    auto data = add(parent, "p:cSld");
    if (ground) {
        auto reference = add(add(data, "p:bg"), "p:bgRef", {{"idx", "1001"}});
        add(reference, "a:schemeClr", {{"val", "bg1"}});
    }
    auto tree = add(data, "p:spTree");
    auto about = add(tree, "p:nvGrpSpPr");
    add(about, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(about, "p:cNvGrpSpPr");
    add(about, "p:nvPr");
    add(tree, "p:grpSpPr");
    return tree;
}

void write_placeholder(pugi::xml_node tree, int id, const char* kind, const base::Rect& at, const std::string& words,
                       bool picture = false, bool second = false) {
    auto shape = add(tree, "p:sp");
    auto about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(id)}, {"name", fmt::format("{} {}", kind, id)}});
    auto locks = add(add(about, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    if (picture) locks.append_attribute("noRot").set_value("1");
    auto place = add(add(about, "p:nvPr"), "p:ph", {{"type", kind}});
    if (second) place.append_attribute("idx").set_value("1");
    auto properties = add(shape, "p:spPr");
    placed(properties, "a:xfrm", at);
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    if (picture) return;
    auto body = add(shape, "p:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    std::size_t begin = 0;
    while (begin <= words.size()) {
        const auto end = std::min(words.find('\n', begin), words.size());
        auto paragraph = add(body, "a:p");
        if (end > begin) add(add(paragraph, "a:r"), "a:t").text().set(words.substr(begin, end - begin).c_str());
        begin = end + 1;
    }
}

pugi::xml_node color_map(pugi::xml_node parent) {
    return add(parent, "p:clrMap",
               {{"bg1", "lt1"},
                {"tx1", "dk1"},
                {"bg2", "lt2"},
                {"tx2", "dk2"},
                {"accent1", "accent1"},
                {"accent2", "accent2"},
                {"accent3", "accent3"},
                {"accent4", "accent4"},
                {"accent5", "accent5"},
                {"accent6", "accent6"},
                {"hlink", "hlink"},
                {"folHlink", "folHlink"}});
}

base::Rect title_place(base::Size page) {
    return {0.044 * page.width, 0.05 * page.height, 0.77 * page.width, 64};
}

void write_layouts(Package& package, const scene::Document& document) {
    const auto page = document.pages.front().size;
    for (const auto& name : masters(document)) {
        const auto path = layout_path(document, name);
        pugi::xml_document part;
        auto layout = root(part, "p:sldLayout");
        layout.append_attribute("type").set_value("titleOnly");
        auto tree = empty_tree(layout, false);
        tree.parent().append_attribute("name").set_value(name.empty() ? "Title only" : name.c_str());
        write_placeholder(tree, 2, "title", title_place(page), "Title");
        add(add(layout, "p:clrMapOvr"), "a:masterClrMapping");
        package.relate(path, "slideMaster", kMaster);
        package.add_part(path, type("slideLayout"), printed(part));
    }
}

void write_master(Package& package, const scene::Document& document) {
    pugi::xml_document part;
    auto master = root(part, "p:sldMaster");
    auto tree = empty_tree(master, true);
    write_placeholder(tree, 2, "title", title_place(document.pages.front().size), "Title");
    color_map(master);
    auto layouts = add(master, "p:sldLayoutIdLst");
    long long id = 2147483649;  // the schema's range for layouts and masters begins at 2^31; the master has that
    for (const auto& name : masters(document))
        add(layouts, "p:sldLayoutId",
            {{"id", std::to_string(id++)},
             {"r:id", package.relate(kMaster, "slideLayout", layout_path(document, name))}});
    auto styles = add(master, "p:txStyles");
    for (const char* name : {"p:titleStyle", "p:bodyStyle", "p:otherStyle"}) {
        auto level = add(add(styles, name), "a:lvl1pPr", {{"algn", "l"}});
        add(level, "a:buNone");
        add(level, "a:defRPr", {{"sz", "1800"}});
    }
    package.relate(kMaster, "theme", "ppt/theme/theme1.xml");
    package.add_part(kMaster, type("slideMaster"), printed(part));
}

void write_notes_master(Package& package, const std::string& heading, const std::string& text) {
    pugi::xml_document part;
    auto master = root(part, "p:notesMaster");
    auto tree = empty_tree(master, true);
    write_placeholder(tree, 2, "sldImg", {54, 54, 432, 243}, "", true);
    write_placeholder(tree, 3, "body", {54, 324, 432, 342}, "Notes", false, true);
    color_map(master);
    package.relate(kNotesMaster, "theme", "ppt/theme/theme2.xml");
    package.add_part(kNotesMaster, type("notesMaster"), printed(part));
    write_theme(package, "ppt/theme/theme2.xml", heading, text);
}

void write_presentation(Package& package, const scene::Document& document) {
    pugi::xml_document part;
    auto presentation = root(part, "p:presentation");
    auto list = add(presentation, "p:sldMasterIdLst");
    add(list, "p:sldMasterId", {{"id", "2147483648"}, {"r:id", package.relate(kPresentation, "slideMaster", kMaster)}});
    if (has_notes(document))
        add(add(presentation, "p:notesMasterIdLst"), "p:notesMasterId",
            {{"r:id", package.relate(kPresentation, "notesMaster", kNotesMaster)}});
    auto slides = add(presentation, "p:sldIdLst");
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        add(slides, "p:sldId",
            {{"id", std::to_string(256 + i)}, {"r:id", package.relate(kPresentation, "slide", slide_path(i))}});
    const auto page = document.pages.front().size;
    add(presentation, "p:sldSz", {{"cx", emu(page.width)}, {"cy", emu(page.height)}});
    add(presentation, "p:notesSz", {{"cx", emu(kNotesPage.width)}, {"cy", emu(kNotesPage.height)}});
    package.relate(kPresentation, "theme", "ppt/theme/theme1.xml");
    package.relate("", "officeDocument", kPresentation);
    package.add_part(kPresentation, type("presentation.main"), printed(part));
}

std::string joined(const std::vector<std::string>& words, const char* by) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : by) + word;
    return all;
}

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
    say("dc:creator", joined(metadata.authors, "; "));
    say("cp:keywords", joined(metadata.keywords, ", "));
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

}  // namespace

std::string layout_path(const scene::Document& document, const std::string& master) {
    const auto all = masters(document);
    return fmt::format("ppt/slideLayouts/slideLayout{}.xml",
                       std::find(all.begin(), all.end(), master) - all.begin() + 1);
}

bool has_notes(const scene::Document& document) {
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const auto& page) { return page.slide && !page.slide->speaker_notes.empty(); });
}

void write_notes(Package& package, const scene::Page& page, std::size_t index) {
    const auto path = fmt::format("ppt/notesSlides/notesSlide{}.xml", index + 1);
    pugi::xml_document part;
    auto notes = root(part, "p:notes");
    auto tree = empty_tree(notes, false);
    write_placeholder(tree, 2, "sldImg", {54, 54, 432, 243}, "", true);
    write_placeholder(tree, 3, "body", {54, 324, 432, 342}, page.slide->speaker_notes, false, true);
    add(add(notes, "p:clrMapOvr"), "a:masterClrMapping");
    package.relate(path, "notesMaster", kNotesMaster);
    package.relate(path, "slide", slide_path(index));
    package.relate(slide_path(index), "notesSlide", path);
    package.add_part(path, type("notesSlide"), printed(part));
}

void write_frame(Package& package, const scene::Document& document, const std::string& heading_family,
                 const std::string& text_family) {
    write_presentation(package, document);
    write_master(package, document);
    write_layouts(package, document);
    write_theme(package, "ppt/theme/theme1.xml", heading_family, text_family);
    if (has_notes(document)) write_notes_master(package, heading_family, text_family);
    write_properties(package, document.metadata);
}

}  // namespace precis::paint::pptx_file
