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

struct Extent {
    int width = 0, height = 0;
};
/// The size in the header, in pixels. Nothing if the bytes are not of the format or the header is damaged; `why` is
/// then the decoder's message.
[[nodiscard]] std::optional<Extent> png_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> svg_extent(const std::string& bytes, const Limits& limits, std::string& why);

/// Straight RGBA. Nothing on failure; `why` is then the decoder's message.
[[nodiscard]] std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& why);
/// Draws at width × height pixels, in a child process.
[[nodiscard]] std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, const Limits& limits,
                                                    std::string& why);

}  // namespace precis::picture
