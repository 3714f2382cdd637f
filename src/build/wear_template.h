// build/wear_template.h: a layout of slides fitted to the PowerPoint template of its output.
// Stage: firm.potx, and the layout that an output names -> WEAR TEMPLATE -> the layout with the template's size,
// colours, families and places, which everything else reads. Private to build.
// Errors: file_not_found and template_broken at the output's `template`, unknown_name in `template-layouts`.
// Warnings: template_font; template_lacks, but only for kinds of slides that a deck has (see `lacks`).
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/stages.h"
#include "build/template_grounds.h"
#include "build/template_layouts.h"
#include "ooxml/deck_template.h"
#include "spec/briefing.h"
#include "style/load.h"

namespace precis::build {

/// A template and what is known of it before a layout is loaded.
struct WornTemplate {
    std::shared_ptr<const ooxml::DeckTemplate> from;
    style::TemplateLook look;
    std::filesystem::path file;
    diag::Span wanted_by;
    std::string name;                                             // of the file
    std::vector<std::pair<std::string, std::string>> typefaces;   // a family set, and what runs name
    std::vector<std::pair<std::string, diag::Diagnostic>> lacks;  // by the kind of slides that is concerned
    std::map<std::string, std::string> set_in;                    // the template's families, and those set for them
    diag::Diagnostics not_drawn;                                  // what PDFs and pictures of slides lack
};

/// The output's template, and the look that it gives; nothing if the output has none or it cannot be read.
[[nodiscard]] std::optional<WornTemplate> open_template(const Prepared& prepared, const spec::Output* output,
                                                        const Setting& setting, diag::Diagnostics& diagnostics);

/// Gives the layout the template's size, places, grounds and sizes of letters. A layout of pages is refused.
/// Error: key_conflict.
void wear(WornTemplate& worn, style::Layout& layout, diag::Diagnostics& diagnostics);

/// Pages that are read from the right are mirrored when they are done: the template's places and drawings are turned
/// before, so that they come to stand where the template has them.
void turn_places(style::Layout& layout);

/// The lacks that concern the deck's slides, each once.
[[nodiscard]] diag::Diagnostics lacks_of(const WornTemplate& worn, const scene::Document& deck);

}  // namespace precis::build
