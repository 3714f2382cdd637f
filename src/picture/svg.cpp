// SVG by librsvg, which is loaded at the first SVG. The file is parsed from memory without a base address, so that it
// cannot refer to others. A child process reads and draws it, within limits of CPU time and memory: some filters take
// minutes and cannot be interrupted, and where memory does not suffice librsvg aborts.
#include <cairo.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/shared_library.h"
#include "picture/child.h"
#include "picture/decoders.h"

namespace precis::picture {
namespace {

/// librsvg's functions, and GLib's for its handles.
struct Rsvg {
    base::SharedLibrary loaded{"librsvg-2.so.2"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_RSVG(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_RSVG(rsvg_handle_new_from_data);
    PRECIS_RSVG(rsvg_handle_get_intrinsic_size_in_pixels);
    PRECIS_RSVG(rsvg_handle_get_intrinsic_dimensions);
    PRECIS_RSVG(rsvg_handle_get_geometry_for_layer);
    PRECIS_RSVG(rsvg_handle_render_document);
    PRECIS_RSVG(g_object_unref);
#undef PRECIS_RSVG
};

const Rsvg& rsvg() {
    static const Rsvg functions;
    return functions;
}

// The document; on failure nullptr, with librsvg's message in the answer.
std::unique_ptr<RsvgHandle, void (*)(gpointer)> parse(const std::string& bytes, Answer& answer) {
    GError* error = nullptr;
    RsvgHandle* handle =
        rsvg().rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error);
    if (!handle) std::snprintf(answer.why, sizeof answer.why, "%s", error ? error->message : "no document");
    return {handle, handle ? rsvg().g_object_unref : [](gpointer) {}};
}

constexpr double kWithoutSize = 1000;  // CSS pixels: what percentages are of in a drawing that has no size

void measure(const std::string& bytes, Answer& answer) {
    const auto handle = parse(bytes, answer);
    if (!handle) return;
    answer.good = true;
    if (rsvg().rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &answer.width, &answer.height)) return;
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength w{}, h{};
    RsvgRectangle box{};
    rsvg().rsvg_handle_get_intrinsic_dimensions(handle.get(), &has_width, &w, &has_height, &h, &has_box, &box);
    if (has_box) {
        answer.width = box.width, answer.height = box.height;
        return;
    }
    const RsvgRectangle viewport{0, 0, kWithoutSize, kWithoutSize};
    RsvgRectangle ink{};
    if (!rsvg().rsvg_handle_get_geometry_for_layer(handle.get(), nullptr, &viewport, &ink, nullptr, nullptr)) return;
    answer.by_content = true;
    answer.left = ink.x, answer.top = ink.y, answer.width = ink.width, answer.height = ink.height;
}

void draw(const std::string& bytes, Extent size, unsigned char* pixels, Answer& answer) {
    measure(bytes, answer);
    if (!answer.good) return;
    answer.good = false;
    const auto handle = parse(bytes, answer);
    if (!handle) return;
    auto* surface =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, size.width, size.height, size.width * 4);
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> cr(cairo_create(surface), cairo_destroy);
    RsvgRectangle viewport{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
    if (answer.by_content && answer.width > 0 && answer.height > 0) {
        cairo_scale(cr.get(), size.width / answer.width, size.height / answer.height);
        cairo_translate(cr.get(), -answer.left, -answer.top);
        viewport = {0, 0, kWithoutSize, kWithoutSize};
    }
    answer.good = rsvg().rsvg_handle_render_document(handle.get(), cr.get(), &viewport, nullptr) &&
                  cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_flush(surface);
}

constexpr const char* kNoLibrary = "librsvg is not installed (Debian package librsvg2-2)";

std::uint8_t straight(unsigned premultiplied, unsigned alpha) {
    return alpha == 0 ? 0 : static_cast<std::uint8_t>(std::min(255U, (premultiplied * 255 + alpha / 2) / alpha));
}

}  // namespace

std::optional<Extent> svg_extent(const std::string& bytes, const Limits& limits, std::string& why) {
    if (!rsvg().loaded.complete()) {
        why = kNoLibrary;
        return std::nullopt;
    }
    const Shared memory(sizeof(Answer));
    if (!memory.is_there()) {
        why = "not enough memory";
        return std::nullopt;
    }
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, "librsvg", answer, [&](Answer& out) { measure(bytes, out); });
    if (!why.empty()) return std::nullopt;
    const auto [width, height] = std::pair(answer.width, answer.height);
    if (!(width >= 1 && height >= 1 && width < 1e6 && height < 1e6)) {
        why = width > 0 || height > 0 ? "its size is above a million pixels"
                                      : "it has neither a size nor a viewBox, and nothing in it has one";
        return std::nullopt;
    }
    return Extent{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, const Limits& limits, std::string& why) {
    if (!rsvg().loaded.complete()) {
        why = kNoLibrary;
        return std::nullopt;
    }
    constexpr std::size_t kBefore = (sizeof(Answer) + 4095) / 4096 * 4096;  // for the answer, before the pixels
    const auto length = static_cast<std::size_t>(size.width) * 4 * static_cast<std::size_t>(size.height);
    const Shared memory(kBefore + length);
    if (!memory.is_there()) {
        why = "not enough memory";
        return std::nullopt;
    }
    auto* const drawn = static_cast<unsigned char*>(memory.at()) + kBefore;
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, "librsvg", answer, [&](Answer& out) { draw(bytes, size, drawn, out); });
    if (!why.empty()) return std::nullopt;
    scene::Pixels pixels{size.width, size.height, std::vector<std::uint8_t>(length)};
    for (std::size_t i = 0; i < length; i += 4) {  // Cairo's pixels are words of premultiplied alpha
        std::uint32_t word = 0;
        std::memcpy(&word, drawn + i, 4);
        const unsigned alpha = word >> 24;
        pixels.rgba[i] = straight(word >> 16 & 0xFFU, alpha);
        pixels.rgba[i + 1] = straight(word >> 8 & 0xFFU, alpha);
        pixels.rgba[i + 2] = straight(word & 0xFFU, alpha);
        pixels.rgba[i + 3] = static_cast<std::uint8_t>(alpha);
    }
    return pixels;
}

}  // namespace precis::picture
