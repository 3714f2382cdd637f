// picture/picture.h: a picture file is read and decoded into pixels, within limits.
// Stage: (4) image exhibits -> PICTURE -> scene::Image.
//
// In: the path of a PNG, JPEG or SVG file, and for an SVG the size at which it is shown. Out: straight sRGB pixels
// with alpha. Only this room decodes, so that a painter never sees a file's bytes.
// Units: pixels; sizes on a page in points.
// Method: libpng and libjpeg; an SVG is read and drawn by librsvg in a child process with limits of CPU time and
// memory, from memory, so that it cannot read other files.
// Errors: file_not_found, picture_broken, picture_too_large, each at the place that names the picture. Sizes are
// checked in the file's header, before anything is decoded.
#pragma once
#include <filesystem>
#include <memory>

#include "base/geometry.h"
#include "base/limits.h"
#include "diag/diagnostic.h"
#include "scene/items.h"

namespace precis::picture {

/// Limits on untrusted files.
struct Limits {
    std::size_t bytes = static_cast<std::size_t>(base::limit(base::Limit::picture_bytes));  // of the file
    std::size_t pixels = static_cast<std::size_t>(
        base::limit(base::Limit::picture_pixels));  // width × height, read from the header before anything is decoded
    double svg_dpi = 220;                           // pixels an inch of a drawn SVG, at the size at which it is shown
    unsigned svg_seconds = static_cast<unsigned>(base::limit(base::Limit::drawing_seconds));  // of CPU time
    std::size_t svg_memory =
        static_cast<std::size_t>(base::limit(base::Limit::drawing_memory));  // bytes beside those that the program has
};

/// The kind and size of a picture, from its header.
struct Info {
    enum class Kind { png, jpeg, svg } kind = Kind::png;
    int width = 0, height = 0;  // pixels; for SVG the intrinsic size in CSS pixels
};

/// The kind is found from the first bytes, never from the name.
/// Errors: file_not_found, picture_broken (neither PNG, JPEG nor SVG, or its header is damaged), picture_too_large.
[[nodiscard]] diag::Result<Info> inspect(const std::filesystem::path& file, diag::Span wanted_by,
                                         const Limits& limits = {});

/// The picture's pixels. An SVG is drawn for the size `shown`, in points, with fewer pixels if the limit asks for it.
/// Errors: those of inspect; picture_broken if the data end early or are damaged, or if an SVG takes too long to draw.
[[nodiscard]] diag::Result<std::shared_ptr<const scene::Pixels>> load(const std::filesystem::path& file,
                                                                      base::Size shown, diag::Span wanted_by,
                                                                      const Limits& limits = {});

}  // namespace precis::picture
