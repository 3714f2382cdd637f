// layout/ground/pictures.h: picture files, with the layout's fonts for the words of drawings. Inside the room.
//
// In: a file and the place that names it. Out: its size, or its pixels for the size at which it is shown.
// Units: points for the size shown.
// Errors and warnings, into `out`: those of picture::inspect and picture::load.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>

#include "layout/ground/setting.h"
#include "picture/picture.h"

namespace precis::layout {

[[nodiscard]] std::optional<picture::Info> picture_info(const Setting& s, const std::filesystem::path& file,
                                                        const diag::Span& span, diag::Diagnostics& out);
/// nullptr if it cannot be read.
[[nodiscard]] std::shared_ptr<const scene::Pixels> picture_pixels(const Setting& s, const std::filesystem::path& file,
                                                                  base::Size shown, const diag::Span& span,
                                                                  diag::Diagnostics& out, const picture::Cut& cut = {});

}  // namespace precis::layout
