// Glyphs that are pictures: PNG files inside the font, read once each by Cairo.
#include <hb-ot.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "text/face_data.h"

namespace precis::text {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
constexpr int kWidest = 1024;  // pixels; those of fonts have 136

struct Rest {
    const char* data;
    unsigned left;
};

cairo_status_t read_from(void* rest, unsigned char* to, unsigned length) {
    auto& from = *static_cast<Rest*>(rest);
    if (length > from.left) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, from.data, length);
    from.data += length;
    from.left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/// Cairo's premultiplied words as straight RGBA; nullptr for a picture of another kind.
std::shared_ptr<scene::Pixels> straight(cairo_surface_t* surface) {
    const auto format = cairo_image_surface_get_format(surface);
    auto pixels = std::make_shared<scene::Pixels>();
    pixels->width = cairo_image_surface_get_width(surface);
    pixels->height = cairo_image_surface_get_height(surface);
    const bool known = format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24;
    if (!known || pixels->width < 1 || pixels->height < 1 || pixels->width > kWidest || pixels->height > kWidest)
        return nullptr;
    const auto* row = cairo_image_surface_get_data(surface);
    pixels->rgba.reserve(static_cast<std::size_t>(4 * pixels->width * pixels->height));
    for (int y = 0; y < pixels->height; ++y, row += cairo_image_surface_get_stride(surface)) {
        for (int x = 0; x < pixels->width; ++x) {
            std::uint32_t word = 0;
            std::memcpy(&word, row + static_cast<std::ptrdiff_t>(4 * x), 4);
            const auto alpha = format == CAIRO_FORMAT_RGB24 ? 255U : word >> 24U;
            const auto channel = [&](unsigned shift) {
                const auto value = word >> shift & 255U;
                return static_cast<std::uint8_t>(alpha == 0 ? 0U : std::min(255U, (value * 255U + alpha / 2) / alpha));
            };
            pixels->rgba.insert(pixels->rgba.end(),
                                {channel(16), channel(8), channel(0), static_cast<std::uint8_t>(alpha)});
        }
    }
    return pixels;
}

Fonts::Picture read_picture(const FaceData& face, std::uint32_t glyph) {
    Fonts::Picture picture;
    const HbBlob png(hb_ot_color_glyph_reference_png(face.font.get(), glyph));
    hb_glyph_extents_t box{};
    Rest rest{nullptr, 0};
    rest.data = hb_blob_get_data(png.get(), &rest.left);
    if (rest.left == 0 || !hb_font_get_glyph_extents(face.font.get(), glyph, &box) || box.width == 0) return picture;
    const Surface surface(cairo_image_surface_create_from_png_stream(read_from, &rest));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return picture;
    picture.pixels = straight(surface.get());
    const double upem = face.units_per_em;
    picture.at = {box.x_bearing / upem, -box.y_bearing / upem, std::abs(box.width / upem), std::abs(box.height / upem)};
    return picture;
}

}  // namespace

Fonts::Picture Fonts::picture(const scene::Face& face, std::uint32_t glyph) const {
    auto* data = impl_->face(face);
    if (!data || !data->colour) return {};
    const auto known = data->pictures.find(glyph);
    if (known != data->pictures.end()) return known->second;
    return data->pictures.emplace(glyph, read_picture(*data, glyph)).first->second;
}

bool Fonts::is_in_colour(const scene::Face& face) const {
    const auto* data = impl_->face(face);
    return data && data->colour;
}

scene::Face Fonts::plain_face() const {
    for (const auto& family : impl_->families) {
        const auto* data = impl_->face({family.name, 400, false});
        if (!data && !family.files.empty())
            data = impl_->face({family.name, family.files.front().weight, family.files.front().italic});
        if (data && data->space != 0 && !data->colour) return data->face;
    }
    return {};
}

std::pair<std::uint32_t, double> Fonts::space_of(const scene::Face& face) const {
    const auto* data = impl_->face(face);
    if (!data || data->space == 0) return {0, 0};
    return {data->space, hb_font_get_glyph_h_advance(data->font.get(), data->space) / data->units_per_em};
}

}  // namespace precis::text
