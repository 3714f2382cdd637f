// paint/pptx/notes.h: speaker notes: their master, and a page for each slide that has notes. Private to paint/pptx.
// Source: ECMA-376-1:2016, 19.3.1 (PresentationML, notes).
#pragma once
#include <string>

#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

inline constexpr const char* kNotesMaster = "ppt/notesMasters/notesMaster1.xml";
inline constexpr base::Size kNotesPage{540, 720};  // points

/// The notes master that notes take after: ours, or a template's.
struct NotesHome {
    std::string master = kNotesMaster, theme = "ppt/theme/theme2.xml";
    std::string words_index = "1", picture_index;  // of its placeholders
    bool own = true;                               // the master is to be written
};

/// Whether any slide has notes: without, the file has no notes master.
[[nodiscard]] bool has_notes(const scene::Document& document);
void write_notes_master(Package& package, const scene::Theme& theme, const NotesHome& home = {});
/// A paragraph of text for each line of the words.
void write_paragraphs(pugi::xml_node body, const std::string& words);
/// The notes of slide `index`, from 0, which must have some.
void write_notes(Package& package, const scene::Page& page, std::size_t index, const NotesHome& home = {});

}  // namespace precis::paint::pptx_file
