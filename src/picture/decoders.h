// picture/decoders.h: one decoder a format, bytes to pixels. Inside the room; sizes have been checked by then.
#pragma once
#include <optional>
#include <string>

#include "picture/picture.h"

namespace precis::picture {

struct Extent {
    int width = 0, height = 0;
};
/// The size in the header; nothing if the bytes are not of the format or the header is damaged (`why` says how).
[[nodiscard]] std::optional<Extent> png_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> jpeg_extent(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<Extent> svg_extent(const std::string& bytes, std::string& why);

/// Straight RGBA; on failure `why` says what the decoder said.
[[nodiscard]] std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why);
[[nodiscard]] std::optional<scene::Pixels> decode_jpeg(const std::string& bytes, std::string& why);
/// Drawn to width × height pixels by a child process with a limit of CPU seconds.
[[nodiscard]] std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, unsigned seconds,
                                                    std::string& why);

}  // namespace precis::picture
