// PNG by Cairo; Cairo writes no resolution, so a pHYs chunk is inserted.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "paint/cairo/painter.h"
#include "paint/codes.h"
#include "paint/paint.h"

namespace precis::paint {
namespace {

constexpr double kLargestSide = 20000;        // pixels; Cairo's own limit is 32,767
constexpr std::size_t kAfterHeader = 8 + 25;  // the signature and the IHDR chunk

void append_word(std::string& to, std::uint32_t word) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(word >> shift & 0xff);
}

// The CRC of a chunk's type and data.
// Source: PNG specification, annex D.
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum & 1 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}

std::string resolution_chunk(double dpi) {
    const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
    std::string typed = "pHYs";
    append_word(typed, per_metre);
    append_word(typed, per_metre);
    typed += '\1';  // unit: metre
    std::string chunk;
    append_word(chunk, static_cast<std::uint32_t>(typed.size() - 4));
    chunk += typed;
    append_word(chunk, crc(typed));
    return chunk;
}

}  // namespace

diag::Result<std::string> png(const scene::Page& page, const text::Fonts& fonts, double dpi) {
    const double scale = dpi / 72;
    const double width = std::round(page.size.width * scale), height = std::round(page.size.height * scale);
    if (!(width >= 1 && height >= 1 && width <= kLargestSide && height <= kLargestSide))
        return diag::error(code::not_painted, {},
                           fmt::format("a page of {} × {} points at {} dpi is not between 1 and 20,000 pixels wide and "
                                       "high",
                                       page.size.width, page.size.height, dpi),
                           "choose another resolution or page size");
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
    Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    CairoPainter painter(context.get(), fonts, CAIRO_FILTER_GOOD);
    scene::walk(page.items, painter);
    auto diagnostics = std::move(painter.diagnostics);
    std::string bytes;
    auto status = cairo_status(context.get());
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface.get(), append_to_string, &bytes);
    if (status != CAIRO_STATUS_SUCCESS)
        diagnostics.push_back(diag::error(
            code::not_painted, {}, fmt::format("the page could not be drawn: {}", cairo_status_to_string(status)),
            "look at the data and lengths that the page is drawn from"));
    if (!diagnostics.empty()) return diagnostics;
    bytes.insert(kAfterHeader, resolution_chunk(dpi));
    return bytes;
}

}  // namespace precis::paint
