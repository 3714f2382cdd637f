// paint/pptx/into_template.h: a deck written into the package of a template. Private to paint/pptx.
// Stage: slides as they are written without a template -> INTO TEMPLATE -> slides of the template's layouts, in a
// package that has the template's masters, layouts, themes, fonts and media byte for byte.
// What goes: sample slides with their notes and comments, sections, custom shows, views, and the template's properties.
// Source: ECMA-376-1:2016, 19.2 (presentation), 19.7.10 (placeholders), 20.1.2.3 (colours of the scheme).
#pragma once
#include <string>

#include "diag/diagnostic.h"
#include "ooxml/deck_template.h"
#include "paint/pptx/notes.h"
#include "paint/pptx/package.h"
#include "scene/scene.h"

namespace precis::paint::pptx_file {

class IntoTemplate {
  public:
    IntoTemplate(const ooxml::DeckTemplate& from, const scene::Document& document) : from_(from), document_(document) {}

    /// The template's parts, and a presentation that lists the slides. Errors: not_painted (a part of the template has
    /// the name of one that every deck has).
    void write_frame(Package& package, diag::Diagnostics& out) const;
    /// Where notes find their placeholders; the template's notes master, else the painter's own.
    [[nodiscard]] NotesHome notes_home() const;
    /// Numbers that charts and pictures of the template use; ours begin behind them.
    [[nodiscard]] int charts() const { return numbered({"ppt/charts/chart", "ppt/embeddings/workbook"}); }
    [[nodiscard]] int pictures() const { return numbered({"ppt/media/image", "ppt/media/logo"}); }

    /// The part of a slide's layout.
    [[nodiscard]] std::string layout_of(const scene::Page& page) const;
    /// The page without what its layout shows.
    [[nodiscard]] static scene::Page without_backdrop(const scene::Page& page);
    /// A slide or chart as the template has it: placeholders by its types and indexes, colours of its scheme, its
    /// fonts. Other parts come back as they are.
    [[nodiscard]] std::string dressed(const std::string& path, std::string bytes, const scene::Page& page) const;

  private:
    int numbered(std::initializer_list<const char*> beginnings) const;
    const ooxml::TemplateLayout* layout_named(const std::string& part) const;
    const scene::SlideForm* form_of(const scene::Page& page) const;
    void write_presentation(Package& package) const;

    const ooxml::DeckTemplate& from_;
    const scene::Document& document_;
};

}  // namespace precis::paint::pptx_file
