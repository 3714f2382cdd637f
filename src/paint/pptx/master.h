// paint/pptx/master.h: the slide master and a layout for each kind of slide, with their placeholders, so that a slide
// added in PowerPoint looks like ours. Private to paint/pptx.
// Source: ECMA-376-1:2016, 19.3.1 (PresentationML, slides).
#pragma once
#include <string>
#include <vector>

#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

inline constexpr const char* kMaster = "ppt/slideMasters/slideMaster1.xml";

/// The kinds of slide, each a layout of the file: the theme's forms, then the masters of slides that have no form.
[[nodiscard]] std::vector<std::string> kinds_of(const scene::Document& document);
/// The path of the layout of a slide kind.
[[nodiscard]] std::string layout_path(const std::vector<std::string>& kinds, const std::string& kind);
/// The form of a slide kind in the theme; nullptr without one.
[[nodiscard]] const scene::SlideForm* form_of(const scene::Document& document, const std::string& master);
/// A placeholder's `idx` on slide, layout and master: programs pair the three by it.
[[nodiscard]] constexpr int placeholder_index(scene::Placeholder kind) {
    return kind == scene::Placeholder::title ? 0 : 9 + static_cast<int>(kind);
}

void write_master(Package& package, const scene::Document& document, const scene::Theme& theme,
                  const std::vector<std::string>& kinds);
void write_layouts(Package& package, const scene::Document& document, const scene::Theme& theme,
                   const std::vector<std::string>& kinds);

}  // namespace precis::paint::pptx_file
