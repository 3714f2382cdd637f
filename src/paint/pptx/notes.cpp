// A notes page has a picture of the slide above and the notes as paragraphs below.
#include "paint/pptx/notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "paint/pptx/drawing.h"
#include "paint/pptx/frame.h"
#include "paint/pptx/slide.h"
#include "paint/pptx/theme.h"

namespace precis::paint::pptx_file {
namespace {

/// A placeholder of the notes page: the picture of the slide, or the notes.
struct NotesPlaceholder {
    int id = 0;
    const char* kind = "";
    base::Rect at;  // empty: the master's
    bool picture = false;
    std::string index;
};

void write_placeholder(pugi::xml_node tree, const NotesPlaceholder& placeholder, const std::string& words) {
    const auto& [id, kind, at, picture, index] = placeholder;
    auto shape = add(tree, "p:sp");
    auto about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", std::to_string(id)}, {"name", fmt::format("{} {}", kind, id)}});
    auto locks = add(add(about, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    if (picture) locks.append_attribute("noRot").set_value("1");
    auto place = add(add(about, "p:nvPr"), "p:ph", {{"type", kind}});
    if (!index.empty()) place.append_attribute("idx").set_value(index.c_str());
    auto properties = add(shape, "p:spPr");
    if (!at.empty()) {
        placed(properties, "a:xfrm", at);
        add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    }
    if (picture) return;
    auto body = add(shape, "p:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    write_paragraphs(body, words);
}

constexpr base::Rect kSlideAt{54, 54, 432, 243}, kWordsAt{54, 324, 432, 342};

void write_places(pugi::xml_node tree, const std::string& words, const NotesHome& home) {
    write_placeholder(tree, {2, "sldImg", home.own ? kSlideAt : base::Rect{}, true, home.picture_index}, "");
    write_placeholder(tree, {3, "body", home.own ? kWordsAt : base::Rect{}, false, home.words_index}, words);
}

}  // namespace

void write_paragraphs(pugi::xml_node body, const std::string& words) {
    std::size_t begin = 0;
    while (begin <= words.size()) {
        const auto end = std::min(words.find('\n', begin), words.size());
        auto paragraph = add(body, "a:p");
        if (end > begin) add(add(paragraph, "a:r"), "a:t").text().set(words.substr(begin, end - begin).c_str());
        begin = end + 1;
    }
}

void write_notes_master(Package& package, const scene::Theme& theme, const NotesHome& home) {
    pugi::xml_document part;
    auto master = root(part, "p:notesMaster");
    auto tree = empty_tree(master, true);
    write_places(tree, "Notes", home);
    color_map(master);
    package.relate(kNotesMaster, "theme", home.theme);
    package.add_part(kNotesMaster, presentation_type("notesMaster"), printed(part));
    write_theme(package, home.theme, theme);
}

bool has_notes(const scene::Document& document) {
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const auto& page) { return page.slide && !page.slide->speaker_notes.empty(); });
}

void write_notes(Package& package, const scene::Page& page, std::size_t index, const NotesHome& home) {
    const auto path = fmt::format("ppt/notesSlides/notesSlide{}.xml", index + 1);
    pugi::xml_document part;
    auto notes = root(part, "p:notes");
    auto tree = empty_tree(notes, false);
    write_places(tree, page.slide->speaker_notes, home);
    add(add(notes, "p:clrMapOvr"), "a:masterClrMapping");
    package.relate(path, "notesMaster", home.master);
    package.relate(path, "slide", slide_path(index));
    package.relate(slide_path(index), "notesSlide", path);
    package.add_part(path, presentation_type("notesSlide"), printed(part));
}

}  // namespace precis::paint::pptx_file
