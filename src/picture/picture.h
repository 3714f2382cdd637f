// picture/picture.h: a picture file's bytes become capped pixels.
// Stage: (4) image exhibits -> PICTURE -> scene::Image. Decoders run here only, so that painters never see a file's
// bytes.
#pragma once
#include <filesystem>
#include <memory>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "scene/items.h"

namespace precis::picture {

struct Limits {
    std::size_t bytes = 64u << 20;    // of the file
    std::size_t pixels = 40'000'000;  // width × height, read from the header before anything is decoded
    double svg_dpi = 220;             // of the raster that an SVG becomes, at the size it is shown at
    unsigned svg_seconds = 5;         // of CPU that drawing an SVG may take
};

/// What a file says of itself, without decoding it.
struct Info {
    enum class Kind { png, jpeg, svg } kind = Kind::png;
    int width = 0, height = 0;  // pixels; for SVG the intrinsic size in CSS pixels
};

/// Kind by the first bytes, never by the name.
/// Errors: file_not_found, picture_broken (neither PNG, JPEG nor SVG, or its header is damaged), picture_too_large.
[[nodiscard]] diag::Result<Info> inspect(const std::filesystem::path& file, diag::Span wanted_by,
                                         const Limits& limits = {});

/// The picture's pixels; an SVG is drawn for `shown` (points), without reading any other file.
/// Errors: those of inspect; picture_broken where the data end early or are damaged, or an SVG takes too long to draw.
[[nodiscard]] diag::Result<std::shared_ptr<const scene::Pixels>> load(const std::filesystem::path& file,
                                                                      base::Size shown, diag::Span wanted_by,
                                                                      const Limits& limits = {});

}  // namespace precis::picture
