// build/looks.h: the layout that an output names, and the fonts that it is set in.
#pragma once
#include <memory>
#include <optional>

#include "build/stages.h"

namespace precis::build {

/// The layout an output names; without one, `research-note`.
[[nodiscard]] std::optional<style::Layout> load_layout(const Prepared& prepared, const spec::Output* output,
                                                       const Setting& setting, diag::Diagnostics& found);

[[nodiscard]] std::shared_ptr<text::Fonts> load_fonts(const style::Layout& layout, const Prepared& prepared,
                                                      const Setting& setting, diag::Diagnostics& found);

}  // namespace precis::build
