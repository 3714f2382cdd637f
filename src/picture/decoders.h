// picture/decoders.h: a decoder for each format, bytes to pixels. Private to picture; the caller checks sizes first.
// Stage: a file's bytes -> DECODERS -> size, scene::Pixels.
#pragma once
#include <optional>
#include <string>

#include "picture/picture.h"

namespace precis::picture {

struct Extent {
    int width = 0, height = 0;
};
/// The size in the header, in pixels. Nothing if the bytes are not of the format or the header is damaged; `why` is
/// then the decoder's message.
[[nodiscard]] std::optional<Extent> png_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> svg_extent(const std::string& bytes, std::string& why);

/// Straight RGBA. Nothing on failure; `why` is then the decoder's message.
[[nodiscard]] std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& why);
/// Draws at width × height pixels, in a child process that may take `seconds` of CPU time.
[[nodiscard]] std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, unsigned seconds,
                                                    std::string& why);

}  // namespace precis::picture
