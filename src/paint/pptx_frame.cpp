// The frame around the slides: presentation, theme, master, layouts, notes and properties.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

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

void write_theme(Package& package, const std::string& path, const scene::Theme& from) {
    pugi::xml_document document;
    const auto name = from.name.empty() ? std::string("precis") : from.name;
    auto theme = add(document, "a:theme",
                     {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}, {"name", name}});
    auto elements = add(theme, "a:themeElements");
    auto colors = add(elements, "a:clrScheme", {{"name", name}});
    constexpr std::array<std::pair<const char*, const char*>, 12> kColors = {{{"a:dk1", "14202B"},
                                                                              {"a:lt1", "FFFFFF"},
                                                                              {"a:dk2", "0A2430"},
                                                                              {"a:lt2", "F6F1E8"},
                                                                              {"a:accent1", "065874"},
                                                                              {"a:accent2", "CD4A21"},
                                                                              {"a:accent3", "0D897D"},
                                                                              {"a:accent4", "CB8600"},
                                                                              {"a:accent5", "4A91DF"},
                                                                              {"a:accent6", "6B814D"},
                                                                              {"a:hlink", "065874"},
                                                                              {"a:folHlink", "5D6B76"}}};
    for (std::size_t i = 0; i < kColors.size(); ++i)
        add(add(colors, kColors[i].first), "a:srgbClr",
            {{"val", i < from.colors.size() ? hex(from.colors[i]) : kColors[i].second}});
    auto fonts = add(elements, "a:fontScheme", {{"name", name}});
    for (const auto& [part, family] :
         {std::pair{"a:majorFont", &from.heading_family}, std::pair{"a:minorFont", &from.text_family}}) {
        auto font = add(fonts, part);
        add(font, "a:latin", {{"typeface", family_named(*family)}});
        add(font, "a:ea", {{"typeface", ""}});
        add(font, "a:cs", {{"typeface", ""}});
    }
    auto formats = add(elements, "a:fmtScheme", {{"name", name}});
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

std::string hundredths(double points) {
    return std::to_string(std::lround(100 * std::clamp(points, 1.0, 4000.0)));
}

/// A place of a slide's form, with the look that words put there take on.
void write_slot(pugi::xml_node tree, int id, const scene::SlideForm::Slot& slot) {
    struct Kind {
        const char *type, *name, *words;
    };
    constexpr std::array<Kind, 6> kKinds = {{{"body", "Text", "Text"},
                                             {"title", "Title", "Action title"},
                                             {"subTitle", "Subtitle", "Subtitle"},
                                             {"body", "Text", "Points"},
                                             {"ftr", "Footer", ""},
                                             {"sldNum", "Slide number", ""}}};
    const auto& kind = kKinds[static_cast<std::size_t>(slot.kind)];
    auto shape = add(tree, "p:sp");
    auto about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(id)}, {"name", fmt::format("{} {}", kind.name, id)}});
    add(add(about, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    auto place = add(add(about, "p:nvPr"), "p:ph", {{"type", kind.type}});
    const bool small = slot.kind == scene::Placeholder::footer || slot.kind == scene::Placeholder::number;
    if (small) place.append_attribute("sz").set_value("quarter");
    if (slot.kind != scene::Placeholder::title)
        place.append_attribute("idx").set_value(std::to_string(placeholder_index(slot.kind)).c_str());
    auto properties = add(shape, "p:spPr");
    placed(properties, "a:xfrm", slot.at);
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    auto body = add(shape, "p:txBody");
    auto frame = add(body, "a:bodyPr", {{"lIns", "0"}, {"tIns", "0"}, {"rIns", "0"}, {"bIns", "0"}, {"anchor", "t"}});
    add(frame, "a:normAutofit");
    auto level =
        add(add(body, "a:lstStyle"), "a:lvl1pPr", {{"marL", "0"}, {"indent", "0"}, {"algn", slot.right ? "r" : "l"}});
    if (slot.leading > 0) add(add(level, "a:lnSpc"), "a:spcPts", {{"val", hundredths(slot.leading)}});
    add(add(level, "a:spcBef"), "a:spcPts", {{"val", "0"}});
    add(level, "a:buNone");
    auto look = add(level, "a:defRPr", {{"sz", hundredths(slot.size)}, {"b", slot.face.weight >= 600 ? "1" : "0"}});
    solid_fill(look, slot.color);
    if (!slot.face.family.empty()) typeface(look, slot.face.family);
    auto paragraph = add(body, "a:p");
    if (slot.kind == scene::Placeholder::number) {
        auto field = add(paragraph, "a:fld", {{"id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"}, {"type", "slidenum"}});
        add(field, "a:rPr", {{"lang", "en-GB"}});
        add(field, "a:t").text().set("‹#›");
    } else if (*kind.words != '\0') {
        auto run = add(paragraph, "a:r");
        add(run, "a:rPr", {{"lang", "en-GB"}});
        add(run, "a:t").text().set(kind.words);
    } else {
        add(paragraph, "a:endParaRPr", {{"lang", "en-GB"}});
    }
}

scene::SlideForm plain_form(const scene::Document& document, const std::string& family) {
    const auto page = document.pages.front().size;
    scene::SlideForm form;
    form.ground = {255, 255, 255, 1};
    form.slots = {{scene::Placeholder::title,
                   {0.044 * page.width, 0.05 * page.height, 0.77 * page.width, 64},
                   {family, 700, false},
                   26,
                   31,
                   {20, 32, 43, 1},
                   false}};
    return form;
}

/// The form that says most: the master's places are its.
const scene::SlideForm* richest(const scene::Theme& theme) {
    const scene::SlideForm* best = nullptr;
    for (const auto& form : theme.forms)
        if (!best || form.slots.size() > best->slots.size()) best = &form;
    return best;
}

void write_ground(pugi::xml_node tree, const base::Color& color) {
    auto background = tree.parent().prepend_child("p:bg");
    auto look = add(background, "p:bgPr");
    solid_fill(look, color);
    add(look, "a:effectLst");
}

void write_layouts(Package& package, const scene::Document& document, const scene::Theme& theme,
                   const std::vector<std::string>& kinds) {
    const auto plain = plain_form(document, theme.heading_family);
    for (const auto& name : kinds) {
        const auto path = layout_path(kinds, name);
        const auto* form = form_of(document, name);
        if (!form) form = &plain;
        pugi::xml_document part;
        auto layout = root(part, "p:sldLayout");
        layout.append_attribute("preserve").set_value("1");
        layout.append_attribute("userDrawn").set_value("1");
        auto tree = empty_tree(layout, false);
        tree.parent().append_attribute("name").set_value(name.empty() ? "Title only" : name.c_str());
        write_ground(tree, form->ground);
        int id = 2;
        for (const auto& slot : form->slots) write_slot(tree, id++, slot);
        add(add(layout, "p:clrMapOvr"), "a:masterClrMapping");
        package.relate(path, "slideMaster", kMaster);
        package.add_part(path, type("slideLayout"), printed(part));
    }
}

void write_text_styles(pugi::xml_node master, const scene::SlideForm& form) {
    auto styles = add(master, "p:txStyles");
    const auto write = [&](const char* name, scene::Placeholder kind, double usual) {
        const scene::SlideForm::Slot* slot = nullptr;
        for (const auto& one : form.slots)
            if (one.kind == kind) slot = &one;
        auto node = add(styles, name);
        for (int level = 1; level <= 3; ++level) {
            const double indent = 14.0 * (level - 1);
            auto properties = add(node, fmt::format("a:lvl{}pPr", level).c_str(),
                                  {{"marL", emu(indent)}, {"indent", emu(level > 1 ? -14 : 0)}, {"algn", "l"}});
            if (level == 1) {
                add(properties, "a:buNone");
            } else {
                add(add(properties, "a:buClr"), "a:schemeClr", {{"val", "accent2"}});
                add(properties, "a:buFont", {{"typeface", "Arial"}});
                add(properties, "a:buChar", {{"char", "▪"}});
            }
            auto look = add(properties, "a:defRPr",
                            {{"sz", hundredths((slot ? slot->size : usual) * (level > 1 ? 0.875 : 1))},
                             {"b", slot && slot->face.weight >= 600 ? "1" : "0"}});
            add(add(look, "a:solidFill"), "a:schemeClr", {{"val", "tx1"}});
        }
    };
    write("p:titleStyle", scene::Placeholder::title, 26);
    write("p:bodyStyle", scene::Placeholder::body, 16);
    write("p:otherStyle", scene::Placeholder::none, 14);
}

void write_master(Package& package, const scene::Document& document, const scene::Theme& theme,
                  const std::vector<std::string>& kinds) {
    pugi::xml_document part;
    auto master = root(part, "p:sldMaster");
    auto tree = empty_tree(master, true);
    const auto plain = plain_form(document, theme.heading_family);
    const auto* form = richest(theme);
    if (!form) form = &plain;
    int shape = 2;
    for (const auto& slot : form->slots) write_slot(tree, shape++, slot);
    color_map(master);
    auto layouts = add(master, "p:sldLayoutIdLst");
    long long id = 2147483649;  // the schema's range for layouts and masters begins at 2^31; the master has that
    for (const auto& name : kinds)
        add(layouts, "p:sldLayoutId",
            {{"id", std::to_string(id++)}, {"r:id", package.relate(kMaster, "slideLayout", layout_path(kinds, name))}});
    write_text_styles(master, *form);
    package.relate(kMaster, "theme", "ppt/theme/theme1.xml");
    package.add_part(kMaster, type("slideMaster"), printed(part));
}

void write_notes_master(Package& package, const scene::Theme& theme) {
    pugi::xml_document part;
    auto master = root(part, "p:notesMaster");
    auto tree = empty_tree(master, true);
    write_placeholder(tree, 2, "sldImg", {54, 54, 432, 243}, "", true);
    write_placeholder(tree, 3, "body", {54, 324, 432, 342}, "Notes", false, true);
    color_map(master);
    package.relate(kNotesMaster, "theme", "ppt/theme/theme2.xml");
    package.add_part(kNotesMaster, type("notesMaster"), printed(part));
    write_theme(package, "ppt/theme/theme2.xml", theme);
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

const scene::SlideForm* form_of(const scene::Document& document, const std::string& master) {
    for (const auto& form : document.theme.forms)
        if (form.name == master) return &form;
    return nullptr;
}

std::vector<std::string> kinds_of(const scene::Document& document) {
    std::vector<std::string> all;
    for (const auto& form : document.theme.forms) all.push_back(form.name);
    for (const auto& page : document.pages) {
        const auto name = page.slide ? page.slide->master : std::string();
        if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
    return all;
}

std::string layout_path(const std::vector<std::string>& kinds, const std::string& kind) {
    return fmt::format("ppt/slideLayouts/slideLayout{}.xml",
                       std::find(kinds.begin(), kinds.end(), kind) - kinds.begin() + 1);
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
