// PNG by libpng's simplified interface: any depth and colour type becomes straight 8-bit RGBA.
#include <png.h>

#include "picture/decoders.h"

namespace precis::picture {
namespace {

struct PngImage {
    png_image image{};
    PngImage() { image.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&image); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

}  // namespace

std::optional<Extent> png_extent(const std::string& bytes, std::string& why) {
    PngImage png;
    if (png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size())) {
        return Extent{static_cast<int>(png.image.width), static_cast<int>(png.image.height)};
    }
    why = png.image.message;
    return std::nullopt;
}

std::optional<scene::Pixels> decode_png(const std::string& bytes, std::string& why) {
    PngImage png;
    auto& image = png.image;
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
