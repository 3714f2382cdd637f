// paint/pptx/pptx_frame.h: what the files of the frame around the slides share. Private to them.
#pragma once
#include <string>
#include <vector>

#include "paint/pptx/pptx_parts.h"

namespace precis::paint::pptx_file {

inline constexpr const char* kMaster = "ppt/slideMasters/slideMaster1.xml";
inline constexpr base::Size kNotesPage{540, 720};

/// The content type of a presentation's part.
[[nodiscard]] std::string presentation_type(const char* part);
/// `<p:cSld>` with a tree that has no shapes yet; the tree.
pugi::xml_node empty_tree(pugi::xml_node parent, bool ground);
/// Which of the theme's colours are ground and text.
void color_map(pugi::xml_node master);

void write_theme(Package& package, const std::string& path, const scene::Theme& from);
void write_master(Package& package, const scene::Document& document, const scene::Theme& theme,
                  const std::vector<std::string>& kinds);
void write_layouts(Package& package, const scene::Document& document, const scene::Theme& theme,
                   const std::vector<std::string>& kinds);
void write_notes_master(Package& package, const scene::Theme& theme);

}  // namespace precis::paint::pptx_file
