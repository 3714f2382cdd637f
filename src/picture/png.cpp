// PNG by libpng's simplified interface: any depth and colour type becomes straight 8-bit RGBA.
#include <png.h>

#include "picture/decoders.h"

namespace precis::picture {
namespace {

struct Reader {
    png_image image{};
    Reader() { image.version = PNG_IMAGE_VERSION; }
    ~Reader() { png_image_free(&image); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
};

}  // namespace

std::optional<Extent> png_extent(const std::string& bytes, std::string& why) {
    Reader reader;
    if (png_image_begin_read_from_memory(&reader.image, bytes.data(), bytes.size())) {
        return Extent{static_cast<int>(reader.image.width), static_cast<int>(reader.image.height)};
    }
    why = reader.image.message;
    return std::nullopt;
}

std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why) {
    Reader reader;
    auto& image = reader.image;
    scene::Pixels pixels;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) {
        image.format = PNG_FORMAT_RGBA;
        pixels.width = static_cast<int>(image.width);
        pixels.height = static_cast<int>(image.height);
        pixels.rgba.resize(PNG_IMAGE_SIZE(image));
        if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr)) return pixels;
    }
    why = image.message;
    return std::nullopt;
}

}  // namespace precis::picture
