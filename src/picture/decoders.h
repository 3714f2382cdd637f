// picture/decoders.h: a decoder for each format, bytes to pixels. Private to picture; the caller checks sizes first.
// Stage: a file's bytes -> DECODERS -> size, scene::Pixels.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "picture/picture.h"

namespace precis::picture {

/// The reason where the machine starts no process for an SVG.
inline constexpr std::string_view kNoProcess = "no process could be started for it";
/// The reason for pictures that move.
inline constexpr std::string_view kAnimated = "it is animated, and a page stands still";

struct Extent {
    int width = 0, height = 0;
    int orientation = 1;  // EXIF's: how the pixels are to be turned, 1 … 8; the size is that of the file's rows
};
/// The size in the header, in pixels. Nothing if the bytes are not of the format or the header is damaged; `why` is
/// then the decoder's message.
[[nodiscard]] std::optional<Extent> png_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> webp_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> avif_extent(const std::string& bytes, const Limits& limits, std::string& why);
[[nodiscard]] std::optional<Extent> svg_extent(const std::string& bytes, const Limits& limits, std::string& why);

/// Straight RGBA in sRGB, not yet upright. Nothing on failure; `why` is then the decoder's message.
[[nodiscard]] std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why);
/// `own` becomes the file without metadata if a PDF can take it as it is: grey or YCbCr, in sRGB.
[[nodiscard]] std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& own, std::string& why);
/// `photo` becomes true if the file is compressed with loss.
[[nodiscard]] std::optional<scene::Pixels> decode_webp(const std::string& bytes, bool& photo, std::string& why);
[[nodiscard]] std::optional<scene::Pixels> decode_avif(const std::string& bytes, const Limits& limits,
                                                       std::string& why);
/// Draws at width × height pixels, in a child process.
[[nodiscard]] std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, const Limits& limits,
                                                    std::string& why);

/// Opaque pixels as a JPEG file; grey ones have one component. Empty if memory is short.
[[nodiscard]] std::string jpeg_of(const scene::Pixels& pixels);

}  // namespace precis::picture
