// build/looks.h: the layout that an output names, with its brand, and the fonts that the layout names.
// Private to build.
#pragma once
#include <memory>
#include <optional>

#include "build/stages.h"
#include "locale/locale.h"

namespace precis::build {

/// The profile of a press that is taken if the brand names none: of Debian's libgs-common, for SWOP.
inline constexpr const char* kUsualPress = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

/// The layout that the output names, else `research-note`, with the brand of the output, else of the briefing.
/// Errors: those of style::load.
[[nodiscard]] std::optional<style::Layout> load_layout(const Prepared& prepared, const spec::Output* output,
                                                       const Setting& setting, diag::Diagnostics& diagnostics);

/// The families of the layout's roles and styles, from the project's fonts.yaml first, then the installed one.
/// Where words of the language cannot be divided, the layout's justified styles become ragged; languages without spaces
/// need no divided words. `locale`: nullptr if the language is unknown.
/// Errors: those of read_font_index and text::Fonts::load. Warnings: patterns_missing (the language's, if the layout
/// divides words).
[[nodiscard]] std::shared_ptr<text::Fonts> load_fonts(style::Layout& layout, const locale::Locale* locale,
                                                      const Prepared& prepared, const Setting& setting,
                                                      diag::Diagnostics& diagnostics);

}  // namespace precis::build
