// build/template_layouts.h: which layout of a template each kind of slides has, and where its contents lie there.
// Stage: DeckTemplate -> TEMPLATE LAYOUTS -> wear_template. By the names that a layout's `template-layouts` gives, else
// by type, name and placeholders. Private to build. Units: points.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "ooxml/deck_template.h"
#include "style/layout.h"

namespace precis::build {

/// The layout of a kind of slides.
struct KindLayout {
    std::string kind;
    const ooxml::TemplateLayout* layout = nullptr;
    std::vector<const ooxml::Placeholder*> contents;  // of the template, from the left; empty: it has none
    base::Rect room;                                  // for the kind's contents
    std::string lack;                                 // what the template has not, in words; empty: nothing
};

/// A layout for each kind of slides; none if no layout of the template has a title.
/// Errors: unknown_name (`template-layouts` names a layout that the template does not have).
[[nodiscard]] std::vector<KindLayout> match_layouts(const ooxml::DeckTemplate& from, const style::Layout& layout,
                                                    diag::Diagnostics& out);

/// The layout that most slides have: a title over one place for contents. Nothing without a title.
[[nodiscard]] std::optional<KindLayout> main_layout(const ooxml::DeckTemplate& from);

[[nodiscard]] const ooxml::Placeholder* title_of(const ooxml::TemplateLayout& layout);

}  // namespace precis::build
