// Layouts come from the theme's forms; the master has the placeholders of the form with the most.
#include "paint/pptx/master.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "paint/cairo/pixels.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/frame.h"
#include "paint/pptx/theme.h"

namespace precis::paint::pptx_file {
namespace {

std::string hundredths(double points) {
    return std::to_string(std::lround(100 * std::clamp(points, 1.0, 4000.0)));
}

/// A placeholder with the style of text that is typed into it.
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

/// The form with the most placeholders, which become the master's; nullptr without forms.
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

/// The part of each logo's pixels.
using LogoParts = std::map<const scene::Pixels*, std::string>;

/// The form's logo as a picture of the layout at `path`.
void write_logo(Package& package, pugi::xml_node tree, const std::string& path, int id, const scene::SlideForm& form,
                LogoParts& parts) {
    const auto& image = *form.logo;
    if (!image.pixels) return;
    auto& part = parts[image.pixels.get()];
    if (part.empty()) {
        auto file = file_of(*image.pixels);
        if (file.bytes.empty()) return;
        part = fmt::format("ppt/media/logo{}.{}", parts.size(), file.ending);
        package.add_part(part, file.type, std::move(file.bytes));
    }
    auto node = add(tree, "p:pic");
    auto about = add(node, "p:nvPicPr");
    add(about, "p:cNvPr",
        {{"id", std::to_string(id)}, {"name", fmt::format("Logo {}", id)}, {"descr", form.logo_words}});
    add(about, "p:cNvPicPr");
    add(about, "p:nvPr");
    auto fill = add(node, "p:blipFill");
    add(fill, "a:blip", {{"r:embed", package.relate(path, "image", part)}});
    add(add(fill, "a:stretch"), "a:fillRect");
    auto properties = add(node, "p:spPr");
    placed(properties, "a:xfrm", image.at);
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
}

void write_text_styles(pugi::xml_node master, const scene::SlideForm& form) {
    auto styles = add(master, "p:txStyles");
    const auto write = [&](const char* name, scene::Placeholder kind, double usual) {
        const scene::SlideForm::Slot* slot = nullptr;
        for (const auto& candidate : form.slots)
            if (candidate.kind == kind) slot = &candidate;
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

/// The name of a layout that people read. LibreOffice takes one called "table" for a style of its own, and loses its
/// ground.
std::string shown_name(const std::string& kind) {
    if (kind.empty()) return "Title only";
    return kind == "table" ? "table of rows" : kind;
}

}  // namespace

void write_layouts(Package& package, const scene::Document& document, const scene::Theme& theme,
                   const std::vector<std::string>& kinds) {
    const auto plain = plain_form(document, theme.heading_family);
    LogoParts logos;
    for (const auto& name : kinds) {
        const auto path = layout_path(kinds, name);
        const auto* form = form_of(document, name);
        if (!form) form = &plain;
        pugi::xml_document part;
        auto layout = root(part, "p:sldLayout");
        layout.append_attribute("preserve").set_value("1");
        layout.append_attribute("userDrawn").set_value("1");
        auto tree = empty_tree(layout, false);
        tree.parent().append_attribute("name").set_value(shown_name(name).c_str());
        write_ground(tree, form->ground);
        int id = 2;
        for (const auto& slot : form->slots) write_slot(tree, id++, slot);
        if (form->logo) write_logo(package, tree, path, id, *form, logos);
        add(add(layout, "p:clrMapOvr"), "a:masterClrMapping");
        package.relate(path, "slideMaster", kMaster);
        package.add_part(path, presentation_type("slideLayout"), printed(part));
    }
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
    long long id = 2147483649;  // ids of layouts and masters begin at 2^31, which is the master's
    for (const auto& name : kinds)
        add(layouts, "p:sldLayoutId",
            {{"id", std::to_string(id++)}, {"r:id", package.relate(kMaster, "slideLayout", layout_path(kinds, name))}});
    write_text_styles(master, *form);
    package.relate(kMaster, "theme", "ppt/theme/theme1.xml");
    package.add_part(kMaster, presentation_type("slideMaster"), printed(part));
}

const scene::SlideForm* form_of(const scene::Document& document, const std::string& master) {
    for (const auto& form : document.theme.forms)
        if (form.name == master) return &form;
    return nullptr;
}

std::vector<std::string> kinds_of(const scene::Document& document) {
    std::vector<std::string> kinds;
    for (const auto& form : document.theme.forms) kinds.push_back(form.name);
    for (const auto& page : document.pages) {
        const auto name = page.slide ? page.slide->master : std::string();
        if (std::find(kinds.begin(), kinds.end(), name) == kinds.end()) kinds.push_back(name);
    }
    return kinds;
}

std::string layout_path(const std::vector<std::string>& kinds, const std::string& kind) {
    return fmt::format("ppt/slideLayouts/slideLayout{}.xml",
                       std::find(kinds.begin(), kinds.end(), kind) - kinds.begin() + 1);
}

}  // namespace precis::paint::pptx_file
