// style/night.h: the colours of a layout on its dark ground, for readers whose screen is dark.
// Stage: style::Layout -> NIGHT -> the web edition's dark scheme. Pure.
//
// In: a loaded layout. Out: its colours by name as they are with `ground: night` (docs/decks.md): `foreground` is then
// `night-text`, `accent` is `night-mark`, and so on.
// Errors: none; a layout without the colours of a dark ground has its own colours here.
#pragma once
#include <map>
#include <string>

#include "base/color.h"
#include "style/layout.h"

namespace precis::style {

[[nodiscard]] std::map<std::string, base::Color> night_colors(const Layout& layout);

}  // namespace precis::style
