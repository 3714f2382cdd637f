// picture/picture.h: a picture file is read and decoded into pixels, within limits.
// Stage: (4) image exhibits -> PICTURE -> scene::Image.
//
// In: the path of a PNG, JPEG, WebP, AVIF or SVG file, and the size at which it is shown. Out: straight sRGB pixels
// with alpha, upright; photographs also as a JPEG file of the pixels that print needs. Only this room decodes, so that
// a painter never sees a file's bytes: a JPEG that is passed on is its scans alone, without metadata. Units: pixels;
// sizes on a page in points. Method: libpng, libjpeg, libwebp and Little CMS; an AVIF is decoded by libavif and an SVG
// is read and drawn by librsvg in a child process with limits of CPU time and memory, from memory, so that it cannot
// read other files. Errors: file_not_found, picture_broken, picture_too_large, picture_letters_missing, each at the
// place that names the picture. Sizes are checked in the file's header, before anything is decoded. Warnings:
// picture_link_left_out, picture_html_left_out, picture_font_replaced.
#pragma once
#include <filesystem>
#include <functional>
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
    double print_dpi = 300;  // most pixels an inch of a photograph, at the size at which it is shown
    double svg_dpi = 220;    // pixels an inch of a drawn SVG, at the size at which it is shown
    unsigned svg_seconds = static_cast<unsigned>(base::limit(base::Limit::drawing_seconds));  // of CPU time
    std::size_t svg_memory =
        static_cast<std::size_t>(base::limit(base::Limit::drawing_memory));  // bytes beside those that the program has
};

/// The fonts that the words of an SVG are set in, lent by the caller.
struct DrawingFonts {
    std::function<void()> share;  // makes them fontconfig's; called before an SVG is read
    std::function<bool(const std::string& family)> has_family;
    std::function<bool(char32_t)> has_letter;
};

/// The part of a picture that is shown: the largest of a shape, and where it lies.
struct Cut {
    double ratio = 0;         // width to height; 0: all of it
    double x = 0.5, y = 0.5;  // the shares of what is cut off at the left and at the top
};
/// The size of that part, in the units of `whole`.
[[nodiscard]] base::Size size_of(base::Size whole, const Cut& cut);

/// The kind and size of a picture, from its header.
struct Info {
    enum class Kind { png, jpeg, webp, avif, svg } kind = Kind::png;
    int width = 0, height = 0;  // pixels, upright; for SVG the intrinsic size in CSS pixels
};

/// The kind is found from the first bytes, never from the name.
/// Errors: file_not_found, picture_broken (of none of these kinds, animated, or its header is damaged),
/// picture_too_large.
[[nodiscard]] diag::Result<Info> inspect(const std::filesystem::path& file, diag::Span wanted_by,
                                         const Limits& limits = {}, const DrawingFonts* fonts = nullptr);

/// The picture's pixels, of the part that is shown. An SVG is drawn for the size `shown` of that part, in points, with
/// fewer pixels if the limit asks for it. A photograph (a JPEG, an AVIF or a WebP compressed with loss, without
/// transparency) has `jpeg` too: its own scans if it stands upright, is in sRGB and has at most 5/4 of `print_dpi` at
/// that size, else compressed again, scaled down to `print_dpi`. Errors: those of inspect; picture_broken if the data
/// end early or are damaged, or if an SVG takes too long to draw.
[[nodiscard]] diag::Result<std::shared_ptr<const scene::Pixels>> load(const std::filesystem::path& file,
                                                                      base::Size shown, diag::Span wanted_by,
                                                                      const Limits& limits = {},
                                                                      const DrawingFonts* fonts = nullptr,
                                                                      const Cut& cut = {});

/// The same of a picture that lies in another file, by its bytes; `name` is for messages.
[[nodiscard]] diag::Result<std::shared_ptr<const scene::Pixels>> load_bytes(std::string bytes, const std::string& name,
                                                                            base::Size shown, diag::Span wanted_by,
                                                                            const Limits& limits = {});

}  // namespace precis::picture
