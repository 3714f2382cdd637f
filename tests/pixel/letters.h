// Tiny bitmaps as letters, a letter for each pixel that a painter drew.
#pragma once
#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "catch.h"

namespace letters {

struct Bitmap {
    int width = 0, height = 0;
    std::vector<unsigned> rgb;  // 0xRRGGBB, row by row
    unsigned at(int x, int y) const { return rgb.at(static_cast<std::size_t>(y * width + x)); }
};

inline Bitmap read_png(const std::string& bytes) {
    struct Source {
        const std::string& bytes;
        std::size_t at = 0;
    } source{bytes};
    const auto read = [](void* from, unsigned char* to, unsigned length) {
        auto& s = *static_cast<Source*>(from);
        if (s.bytes.size() - s.at < length) return CAIRO_STATUS_READ_ERROR;
        s.bytes.copy(reinterpret_cast<char*>(to), length, s.at);
        s.at += length;
        return CAIRO_STATUS_SUCCESS;
    };
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create_from_png_stream(read, &source), cairo_surface_destroy);
    REQUIRE(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
    Bitmap out{cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), {}};
    const auto* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            out.rgb.push_back(reinterpret_cast<const unsigned*>(data + y * stride)[x] & 0xffffff);
    return out;
}

/// '.' white, R G B K the pure colours and black, 'r' 'g' 'b' 'k' half of them over white, '?' any other.
inline std::string in_letters(const Bitmap& bitmap) {
    const auto letter = [](unsigned rgb) {
        switch (rgb) {
            case 0xffffff:
                return '.';
            case 0xff0000:
                return 'R';
            case 0x00ff00:
                return 'G';
            case 0x0000ff:
                return 'B';
            case 0x000000:
                return 'K';
            case 0xff7f7f:
            case 0xff8080:
                return 'r';
            case 0x7fff7f:
            case 0x80ff80:
                return 'g';
            case 0x7f7fff:
            case 0x8080ff:
                return 'b';
            case 0x7f7f7f:
            case 0x808080:
                return 'k';
            default:
                return '?';
        }
    };
    std::string out;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) out += letter(bitmap.at(x, y));
        out += '\n';
    }
    return out;
}

}  // namespace letters
