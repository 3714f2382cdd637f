// build/template_look.h: the colours and families that a template gives a layout. Private to build.
// Stage: DeckTemplate -> TEMPLATE LOOK -> style::load, which derives all other colours.
#pragma once
#include <optional>

#include "build/wear_template.h"

namespace precis::build {

/// The words' colour on a ground: the template's own, else that of its two text colours which can be read, else black
/// or white.
[[nodiscard]] base::Color ink(std::optional<base::Color> own, const ooxml::Theme& theme, const base::Color& ground);

/// Fills in the look. False if no layout of the template has a title. Warnings: template_font.
[[nodiscard]] bool make_look(WornTemplate& worn, const Prepared& prepared, const Setting& setting,
                             diag::Diagnostics& diagnostics);

}  // namespace precis::build
