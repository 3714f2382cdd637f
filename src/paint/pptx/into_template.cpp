// Parts are copied with their relationships; slides and charts are rewritten as trees after they were written.
#include "paint/pptx/into_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <set>

#include "base/numbers.h"
#include "paint/codes.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/frame.h"
#include "paint/pptx/master.h"
#include "paint/pptx/sections.h"
#include "paint/pptx/slide.h"

namespace precis::paint::pptx_file {
namespace {

constexpr const char* kPresentation = "ppt/presentation.xml";
constexpr double kEmu = 12700;

/// What of the presentation's part stays, in the schema's order; slides and sizes are among it.
constexpr std::array kPresentationParts = {
    "p:sldMasterIdLst",  "p:notesMasterIdLst", "p:handoutMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz",
    "p:embeddedFontLst", "p:kinsoku",          "p:defaultTextStyle"};
constexpr std::array kPresentationSays = {"serverZoom",      "showSpecialPlsOnTitleSld", "removePersonalInfoOnSave",
                                          "compatMode",      "strictFirstAndLastChars",  "embedTrueTypeFonts",
                                          "saveSubsetFonts", "autoCompressPictures",     "bookmarkIdSeed"};

void drop_extensions(pugi::xml_node node) {
    for (auto child = node.first_child(); child;) {
        const auto next = child.next_sibling();
        if (std::string_view(child.name()).ends_with("extLst"))
            node.remove_child(child);
        else
            drop_extensions(child);
        child = next;
    }
}

/// Children before their parents: what is visited may be removed.
template <class Visit>
void each(pugi::xml_node node, const Visit& visit) {
    for (auto child = node.first_child(); child;) {
        const auto next = child.next_sibling();
        each(child, visit);
        child = next;
    }
    visit(node);
}

std::string upper(std::string text) {
    for (auto& c : text) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// The scheme's name of a colour, by RRGGBB.
std::map<std::string, std::string> scheme_of(const ooxml::Theme& theme) {
    std::map<std::string, std::string> names;
    for (const char* name :
         {"tx1", "bg1", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "tx2", "bg2"}) {
        const auto mapped = theme.mapped.find(name);
        const auto color = theme.colors.find(mapped == theme.mapped.end() ? name : mapped->second);
        if (color != theme.colors.end()) names.emplace(hex(color->second), name);
    }
    return names;
}

base::Rect rect_of(pugi::xml_node xfrm) {
    const auto off = xfrm.child("a:off"), ext = xfrm.child("a:ext");
    return {off.attribute("x").as_double() / kEmu, off.attribute("y").as_double() / kEmu,
            ext.attribute("cx").as_double() / kEmu, ext.attribute("cy").as_double() / kEmu};
}

double shared(const base::Rect& a, const base::Rect& b) {
    const double w = std::min(a.right(), b.right()) - std::max(a.x, b.x),
                 h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return w > 0 && h > 0 ? w * h : 0;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
    auto attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(value.c_str());
}

using Slot = scene::SlideForm::Slot;

/// A slide's tree, made one of the template's layout.
class Dress {
  public:
    Dress(const scene::Document& document, const ooxml::TemplateLayout& layout, const scene::SlideForm* form)
        : document_(document), layout_(layout), form_(form), scheme_(scheme_of(layout.theme)) {}

    void slide(pugi::xml_node root) {
        auto tree = root.child("p:cSld").child("p:spTree");
        for (auto shape : tree.children("p:sp")) place(shape);
        for (auto frame : tree.children("p:graphicFrame")) place_content(frame);
        mark_bullets(root);
        paint(root, true);
        if (layout_.color_map.empty()) return;
        auto map = root.child("p:clrMapOvr");
        map.remove_children();
        auto own = map.append_child("a:overrideClrMapping");
        for (const auto& [name, value] : layout_.color_map) own.append_attribute(name.c_str()).set_value(value.c_str());
    }
    void chart(pugi::xml_node root) { paint(root, false); }

  private:
    static std::optional<scene::Placeholder> kind_of(pugi::xml_node ph) {
        const std::string_view type = ph.attribute("type").value();
        if (type == "title") return scene::Placeholder::title;
        if (type == "subTitle") return scene::Placeholder::subtitle;
        if (type == "body") return scene::Placeholder::body;
        if (type == "ftr") return scene::Placeholder::footer;
        if (type == "sldNum") return scene::Placeholder::number;
        return std::nullopt;
    }
    const Slot* slot_of(scene::Placeholder kind) const {
        if (form_ == nullptr) return nullptr;
        for (const auto& slot : form_->slots)
            if (slot.kind == kind && !slot.type.empty()) return &slot;
        return nullptr;
    }

    static void refer(pugi::xml_node ph, const Slot& slot) {
        while (ph.first_attribute()) ph.remove_attribute(ph.first_attribute());
        if (slot.type != "obj") ph.append_attribute("type").set_value(slot.type.c_str());
        if (!slot.index.empty()) ph.append_attribute("idx").set_value(slot.index.c_str());
    }

    void place(pugi::xml_node shape) {
        auto about = shape.child("p:nvSpPr");
        auto ph = about.child("p:nvPr").child("p:ph");
        if (!ph) return place_date(shape);
        const auto kind = kind_of(ph);
        const auto* slot = kind ? slot_of(*kind) : nullptr;
        if (slot == nullptr) {
            if (kind == scene::Placeholder::title) return;  // a title stays one, for outlines and screen readers
            about.child("p:nvPr").remove_child(ph);
            set(about.child("p:cNvSpPr"), "txBox", "1");
            about.child("p:cNvSpPr").remove_child("a:spLocks");
            return;
        }
        refer(ph, *slot);
        used_.insert(slot->index);
        auto properties = shape.child("p:spPr");
        const auto at = rect_of(properties.child("a:xfrm"));
        const bool outside = at.y + at.height <= 0;  // a title that is not shown
        const bool elsewhere =
            kind == scene::Placeholder::body && shared(at, slot->at) < 0.6 * slot->at.width * slot->at.height;
        if (outside || elsewhere) return;
        properties.remove_children();
        inherit(shape.child("p:txBody").child("a:bodyPr"), at, *slot);
        if (kind == scene::Placeholder::title) drop_typefaces(shape);
    }

    /// A text in the place of the layout's date becomes its date.
    void place_date(pugi::xml_node shape) {
        if (form_ == nullptr || date_ || !shape.child("p:txBody")) return;
        const auto at = rect_of(shape.child("p:spPr").child("a:xfrm"));
        for (const auto& slot : form_->slots) {
            const double words = at.width * at.height;
            if (slot.type != "dt" || words <= 0 || shared(at, slot.at) < 0.9 * words) continue;
            auto about = shape.child("p:nvSpPr");
            about.child("p:cNvSpPr").remove_attribute("txBox");
            set(add(about.child("p:cNvSpPr"), "a:spLocks"), "noGrp", "1");
            refer(about.child("p:nvPr").append_child("p:ph"), slot);
            shape.child("p:spPr").remove_children();
            inherit(shape.child("p:txBody").child("a:bodyPr"), at, slot);
            date_ = true;
            return;
        }
    }

    /// The text's place inside its placeholder: by insets, so that the box is the layout's.
    static void inherit(pugi::xml_node body, const base::Rect& at, const Slot& slot) {
        const auto& box = slot.at;
        const double above = at.y - box.y, below = box.bottom() - at.bottom();
        set(body, "lIns", emu(std::max(0.0, at.x - box.x)));
        set(body, "rIns", emu(std::max(0.0, box.right() - at.right())));
        // The text is as high as its lines: only the side that it stands on decides.
        double top = 0, bottom = 0;
        if (slot.anchor == 't') top = above;
        if (slot.anchor == 'b') bottom = below;
        if (slot.anchor == 'c') (above > below ? top : bottom) = std::fabs(above - below);
        set(body, "tIns", emu(top));
        set(body, "bIns", emu(bottom));
        set(body, "anchor", slot.anchor == 'b' ? "b" : slot.anchor == 'c' ? "ctr" : "t");
        if (!body.first_child()) body.append_child("a:normAutofit");
    }

    /// Titles have the master's family where it is theirs.
    void drop_typefaces(pugi::xml_node shape) const {
        const auto* slot = slot_of(scene::Placeholder::title);
        const auto own = family_named(slot->face.family);
        each(shape, [&](pugi::xml_node node) {
            const std::string_view name = node.name();
            if ((name == "a:latin" || name == "a:ea" || name == "a:cs") && node.attribute("typeface").value() == own)
                node.parent().remove_child(node);
        });
    }

    /// A chart or table in the placeholder that it lies in.
    void place_content(pugi::xml_node frame) {
        if (form_ == nullptr) return;
        const auto at = rect_of(frame.child("p:xfrm"));
        const bool table = static_cast<bool>(frame.child("a:graphic").child("a:graphicData").child("a:tbl"));
        for (const auto& slot : form_->slots) {
            const bool fits = slot.type == "obj" || slot.type == (table ? "tbl" : "chart");
            if (slot.kind != scene::Placeholder::none || !fits || slot.index.empty() || used_.contains(slot.index))
                continue;
            if (shared(at, slot.at) < 0.5 * at.width * at.height) continue;
            used_.insert(slot.index);
            refer(frame.child("p:nvGraphicFramePr").child("p:nvPr").append_child("p:ph"), slot);
            return;
        }
    }

    /// Bullets have the second colour of marks where it can be seen, else that of their words.
    void mark_bullets(pugi::xml_node root) const {
        constexpr std::size_t kSecond = 5;  // of scene::Theme::colors
        constexpr double kSeen = 3;         // contrast
        const auto& colors = document_.theme.colors;
        const bool seen =
            form_ != nullptr && colors.size() > kSecond && base::contrast(colors[kSecond], form_->ground) >= kSeen;
        each(root, [&](pugi::xml_node node) {
            if (std::string_view(node.name()) != "a:buClr") return;
            if (!seen) {
                node.parent().remove_child(node);
                return;
            }
            node.remove_children();
            add(node, "a:srgbClr", {{"val", hex(colors[kSecond])}});
        });
    }

    // Colours and typefaces by the scheme's names, where they are the scheme's.
    void paint(pugi::xml_node root, bool theme_fonts) const {
        each(root, [&](pugi::xml_node node) {
            const std::string_view name = node.name();
            if (name == "a:srgbClr") {
                const auto known = scheme_.find(upper(node.attribute("val").value()));
                if (known == scheme_.end()) return;
                node.set_name("a:schemeClr");
                node.attribute("val").set_value(known->second.c_str());
            } else if (name == "a:latin" || name == "a:ea" || name == "a:cs") {
                rename(node, theme_fonts);
            }
        });
    }

    void rename(pugi::xml_node node, bool theme_fonts) const {
        const std::string family = node.attribute("typeface").value();
        for (const auto& [ours, theirs] : document_.theme.typefaces) {
            if (family_named(ours) != family && ours != family) continue;
            auto name = theirs;
            const bool of_theme = name.starts_with("+");
            const std::string_view element = node.name();
            if (of_theme && theme_fonts && element != "a:latin") name.replace(4, 2, element == "a:ea" ? "ea" : "cs");
            if (of_theme && !theme_fonts) {
                const auto real = layout_.theme.typefaces.find(theirs);
                if (real == layout_.theme.typefaces.end() || real->second.empty()) return;
                name = real->second;
            }
            node.attribute("typeface").set_value(name.c_str());
            return;
        }
    }

    const scene::Document& document_;
    const ooxml::TemplateLayout& layout_;
    const scene::SlideForm* form_;
    std::map<std::string, std::string> scheme_;
    std::set<std::string> used_;  // indexes of placeholders
    bool date_ = false;           // it is there
};

}  // namespace

int IntoTemplate::numbered(std::initializer_list<const char*> beginnings) const {
    int highest = 0;
    for (const auto& part : from_.kept)
        for (const std::string_view begin : beginnings) {
            if (!ooxml::folded(part).starts_with(ooxml::folded(begin))) continue;
            const auto digits = std::string_view(part).substr(begin.size());
            const auto end = digits.find_first_not_of("0123456789");
            if (const auto number = base::parse_integer(digits.substr(0, end)); number && *number < 1'000'000)
                highest = std::max(highest, static_cast<int>(*number));
        }
    return highest;
}

const ooxml::TemplateLayout* IntoTemplate::layout_named(const std::string& part) const {
    for (const auto& layout : from_.layouts)
        if (layout.part == part) return &layout;
    return nullptr;
}

const scene::SlideForm* IntoTemplate::form_of(const scene::Page& page) const {
    const auto* form = page.slide ? pptx_file::form_of(document_, page.slide->master) : nullptr;
    return form != nullptr && !form->part.empty() ? form : nullptr;
}

std::string IntoTemplate::layout_of(const scene::Page& page) const {
    const auto* form = form_of(page);
    return form != nullptr ? form->part : from_.layouts.front().part;
}

scene::Page IntoTemplate::without_backdrop(const scene::Page& page) {
    auto copy = page;
    std::erase_if(copy.items, [](const scene::Item& item) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        return mark != nullptr && mark->role == scene::Role::artifact && mark->id == scene::kBackdropId;
    });
    return copy;
}

NotesHome IntoTemplate::notes_home() const {
    NotesHome home;
    if (from_.notes_master.empty()) {
        home.theme = "ppt/theme/theme-of-notes.xml";
        return home;
    }
    home.master = from_.notes_master;
    home.own = false;
    for (const auto& shape : ooxml::read_sheet(*from_.package, from_.notes_master, nullptr, nullptr).shapes) {
        const std::string index = ooxml::placeholder_of(shape.node).attribute("idx").value();
        if (shape.placeholder == "body") home.words_index = index;
        if (shape.placeholder == "sldImg") home.picture_index = index;
    }
    return home;
}

void IntoTemplate::write_presentation(Package& package) const {
    constexpr int kFirstSlide = 256;
    const auto& source = *from_.package;
    const auto old = source.root(from_.presentation);
    pugi::xml_document part;
    auto presentation = root(part, "p:presentation");
    for (const char* name : kPresentationSays)
        if (const auto said = old.attribute(name)) presentation.append_attribute(name).set_value(said.value());
    const auto first = base::parse_integer(document_.pages.front().label);
    if (first && *first != 1) presentation.append_attribute("firstSlideNum").set_value(std::to_string(*first).c_str());
    if (document_.metadata.right_to_left) presentation.append_attribute("rtl").set_value("1");
    for (const std::string_view name : kPresentationParts) {
        if (name == "p:sldIdLst") {
            auto slides = add(presentation, "p:sldIdLst");
            for (std::size_t i = 0; i < document_.pages.size(); ++i)
                add(slides, "p:sldId",
                    {{"id", std::to_string(kFirstSlide + i)}, {"r:id", package.relate(kPresentation, "slide", slide_path(i))}});
            continue;
        }
        if (name == "p:notesMasterIdLst" && from_.notes_master.empty() && has_notes(document_)) {
            add(add(presentation, "p:notesMasterIdLst"), "p:notesMasterId",
                {{"r:id", package.relate(kPresentation, "notesMaster", kNotesMaster)}});
            continue;
        }
        const auto kept = old.child(name.data());
        if (!kept) continue;
        auto copy = presentation.append_copy(kept);
        drop_extensions(copy);
        each(copy, [&](pugi::xml_node node) {
            for (auto attribute : node.attributes()) {
                if (!std::string_view(attribute.name()).starts_with("r:")) continue;
                const auto* link = source.by_id(from_.presentation, attribute.value());
                if (link != nullptr && !link->external)
                    attribute.set_value(package.relate(kPresentation, link->type, link->target).c_str());
            }
        });
    }
    write_sections(presentation, document_, kFirstSlide);
    const std::set<std::string> kept(from_.kept.begin(), from_.kept.end());
    for (const auto& link : source.relationships(from_.presentation))
        if ((link.type == "theme" || link.type == "tableStyles" || link.type == "presProps") &&
            kept.contains(link.target))
            package.relate(kPresentation, link.type, link.target);
    package.relate("", "officeDocument", kPresentation);
    package.add_part(kPresentation, presentation_type("presentation.main"), printed(part));
}

void IntoTemplate::write_frame(Package& package, diag::Diagnostics& out) const {
    const auto& source = *from_.package;
    write_presentation(package);
    for (const auto& part : from_.kept) {
        const auto lower = ooxml::folded(part);
        const bool ours = lower.starts_with("ppt/slides/") || lower.starts_with("ppt/notesslides/") ||
                          lower == "customxml/item1.xml" || lower == "customxml/itemprops1.xml" ||
                          lower == "customxml/item2.xml" || lower == "customxml/itemprops2.xml";
        if (ours) {
            out.push_back(
                diag::error(code::not_painted, {},
                            fmt::format("the template's masters need its part {}, which a deck writes anew", part),
                            "open the template in PowerPoint and save it again"));
            continue;
        }
        auto type = source.content_type(part);
        package.add_part(part, type.empty() ? "application/octet-stream" : type, source.bytes(part));
        const auto rels = ooxml::relationships_part(part);
        if (!source.has(rels)) continue;
        const auto& links = source.relationships(part);
        const bool to_slides =
            std::any_of(links.begin(), links.end(), [](const auto& link) { return link.type == "slide"; });
        if (!to_slides) {
            package.add_part(rels, {}, source.bytes(rels));
            continue;
        }
        // A button on a master may lead to a sample slide, which goes: it leads to the first of ours.
        pugi::xml_document tree;
        tree.append_copy(source.root(rels));
        for (auto link : tree.document_element().children("Relationship"))
            if (std::string_view(link.attribute("Type").value()).ends_with("/slide"))
                link.attribute("Target").set_value(("/" + slide_path(0)).c_str());
        package.add_part(rels, {}, printed(tree));
    }
}

std::string IntoTemplate::dressed(const std::string& path, std::string bytes, const scene::Page& page) const {
    const bool slide = path.starts_with("ppt/slides/"), chart = path.starts_with("ppt/charts/chart");
    const auto* layout = layout_named(layout_of(page));
    if (layout == nullptr || (!slide && !chart)) return bytes;
    pugi::xml_document tree;
    if (!tree.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata)) return bytes;
    Dress dress(document_, *layout, form_of(page));
    if (slide) dress.slide(tree.document_element());
    if (chart) dress.chart(tree.document_element());
    return printed(tree);
}

}  // namespace precis::paint::pptx_file
