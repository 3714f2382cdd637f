// Cairo wants premultiplied alpha in words of the machine's byte order.
#include "paint/cairo/pixels.h"

namespace precis::paint {

bool well_formed(const scene::Pixels& pixels) {
    return pixels.width > 0 && pixels.height > 0 && pixels.width <= 32767 && pixels.height <= 32767 &&
           pixels.rgba.size() == 4 * static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
}

Surface surface_of(const scene::Pixels& pixels) {
    const auto& bytes = pixels.rgba;
    bool solid = true;
    for (std::size_t i = 3; i < bytes.size() && solid; i += 4) solid = bytes[i] == 255;
    // An opaque picture gets no alpha channel, so that a PDF has no mask for it.
    Surface surface(
        cairo_image_surface_create(solid ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    cairo_surface_flush(surface.get());
    auto* row = cairo_image_surface_get_data(surface.get());
    const auto stride = cairo_image_surface_get_stride(surface.get());
    const auto* from = bytes.data();
    for (int y = 0; y < pixels.height; ++y, row += stride) {
        auto* to = reinterpret_cast<std::uint32_t*>(row);
        for (int x = 0; x < pixels.width; ++x, from += 4) {
            const std::uint32_t alpha = from[3];
            const auto part = [&](std::uint32_t c) { return (c * alpha + 127) / 255; };
            to[x] = alpha << 24 | part(from[0]) << 16 | part(from[1]) << 8 | part(from[2]);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    if (!pixels.jpeg.empty()) {  // Cairo's PDF embeds the file instead of the pixels
        auto kept = std::make_unique<std::string>(pixels.jpeg);
        const auto* data = reinterpret_cast<const unsigned char*>(kept->data());
        const auto length = static_cast<unsigned long>(kept->size());
        const auto status = cairo_surface_set_mime_data(
            surface.get(), CAIRO_MIME_TYPE_JPEG, data, length,
            [](void* held) { delete static_cast<std::string*>(held); }, kept.get());
        if (status == CAIRO_STATUS_SUCCESS) static_cast<void>(kept.release());
    }
    return surface;
}

std::string png_of(const scene::Pixels& pixels) {
    if (!well_formed(pixels)) return {};
    const auto surface = surface_of(pixels);
    std::string bytes;
    if (!surface || cairo_surface_write_to_png_stream(surface.get(), append_to_string, &bytes) != CAIRO_STATUS_SUCCESS)
        return {};
    return bytes;
}

PictureFile file_of(const scene::Pixels& pixels) {
    if (!pixels.jpeg.empty() && well_formed(pixels)) return {"image/jpeg", "jpeg", pixels.jpeg};
    return {"image/png", "png", png_of(pixels)};
}

cairo_status_t append_to_string(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace precis::paint
