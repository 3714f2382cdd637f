// paint/pptx/slide.h: one slide of a PowerPoint file. Private to paint/pptx.
// Stage: scene::Page -> SLIDE -> a part of the package, with the parts of its charts and pictures.
// Text blocks, tables and charts that marks carry become native objects that an editor can change; everything else
// becomes shapes. A figure drawn from several items becomes one group.
// Source: ECMA-376-1:2016, 19.3 (PresentationML, slides).
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/record.h"
#include "diag/diagnostic.h"
#include "paint/pptx/package.h"
#include "paint/pptx/stand_ins.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

/// A slide while it is written.
struct SlideDraft {
    Package& package;
    const scene::Document& document;
    std::string path;  // of the slide's part
    int next_id = 2;   // of the next shape; 1 is the tree
    int& charts;       // charts written so far, over all slides
    int& pictures;     // pictures likewise
    const std::map<std::string_view, std::size_t>& slide_of_anchor;
    const StandIns& stand_ins;
    diag::Diagnostics diagnostics;
    int described = 0;  // groups around with an alternative text, which speaks for their shapes
    std::string key{};  // scene::Slide::key; in the shapes' names, so that they are unique in the deck
    std::map<int, std::vector<std::pair<std::string, std::string>>> numbers{};  // of a shape: values' names, as printed
    std::map<int, std::string> exhibits{};                                      // ids, by shape
    deck::SlideRecord record{};                                                 // of the finished slide
};

/// The path of the part of slide `index`, from 0.
[[nodiscard]] std::string slide_path(std::size_t index);
/// `<p:spTree>` without shapes, in a `<p:cSld>`.
pugi::xml_node shape_tree(pugi::xml_node data);
/// `<p:cNvPr>` with the slide's next id; `description` is the alternative text.
pugi::xml_node named(SlideDraft& slide, pugi::xml_node parent, const char* kind, const std::string& description = {});

/// Says in a `<p:cNvPr>` that the shape is decoration, unless a group around it has an alternative text: accessibility
/// checkers ask for one or the other.
void decorative(const SlideDraft& slide, pugi::xml_node about);

/// Adds the slide's part with all its shapes to the package. Errors, in `slide.diagnostics`: not_painted (numbers that
/// are not finite, no memory for a picture); those of write_chart.
/// Warnings: not_painted for a transition that PowerPoint lacks; unknown_reference.
void write_slide(SlideDraft& slide, const scene::Page& page);

}  // namespace precis::paint::pptx_file
