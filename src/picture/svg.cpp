// SVG by librsvg, which is loaded at the first SVG. The file is parsed from memory without a base address, so that it
// cannot refer to others. A child process draws it, with a limit of CPU time: some filters take minutes and cannot be
// interrupted.
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <memory>

#include "base/shared_library.h"
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
    PRECIS_RSVG(rsvg_handle_render_document);
    PRECIS_RSVG(g_object_unref);
#undef PRECIS_RSVG
};

// The document; on failure nullptr, with librsvg's message in `why`.
std::unique_ptr<RsvgHandle, void (*)(gpointer)> parse(const Rsvg& rsvg, const std::string& bytes, std::string& why) {
    GError* error = nullptr;
    RsvgHandle* handle = nullptr;
    if (rsvg.loaded.complete()) {
        handle = rsvg.rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error);
        if (!handle) why = error ? error->message : "no document";
    } else {
        why = "librsvg is not installed (Debian package librsvg2-2)";
    }
    return {handle, handle ? rsvg.g_object_unref : [](gpointer) {}};
}

// Draws into `surface`'s memory, which is shared with the parent.
bool draw(const std::string& bytes, cairo_surface_t* surface, Extent size) {
    const Rsvg rsvg;
    std::string why;
    const auto handle = parse(rsvg, bytes, why);
    if (!handle) return false;
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> cr(cairo_create(surface), cairo_destroy);
    const RsvgRectangle viewport{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
    const bool drawn = rsvg.rsvg_handle_render_document(handle.get(), cr.get(), &viewport, nullptr) &&
                       cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_flush(surface);
    return drawn;
}

std::uint8_t straight(unsigned premultiplied, unsigned alpha) {
    return alpha == 0 ? 0 : static_cast<std::uint8_t>(std::min(255U, (premultiplied * 255 + alpha / 2) / alpha));
}

}  // namespace

std::optional<Extent> svg_extent(const std::string& bytes, std::string& why) {
    const Rsvg rsvg;
    const auto handle = parse(rsvg, bytes, why);
    if (!handle) return std::nullopt;
    double width = 0, height = 0;
    if (!rsvg.rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height)) {
        gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
        RsvgLength w{}, h{};
        RsvgRectangle box{};
        rsvg.rsvg_handle_get_intrinsic_dimensions(handle.get(), &has_width, &w, &has_height, &h, &has_box, &box);
        if (has_box) width = box.width, height = box.height;
    }
    if (!(width >= 1 && height >= 1 && width < 1e6 && height < 1e6)) {
        why = width > 0 || height > 0 ? "its size is above a million pixels" : "it has neither a size nor a viewBox";
        return std::nullopt;
    }
    return Extent{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, unsigned seconds, std::string& why) {
    const auto stride = static_cast<std::size_t>(size.width) * 4;
    const auto length = stride * static_cast<std::size_t>(size.height);
    void* memory = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        why = "not enough memory";
        return std::nullopt;
    }
    const auto release = [length](void* m) { munmap(m, length); };
    const std::unique_ptr<void, decltype(release)> mapped(memory, release);
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{seconds, seconds};
        setrlimit(RLIMIT_CPU, &limit);
        auto* surface = cairo_image_surface_create_for_data(static_cast<unsigned char*>(memory), CAIRO_FORMAT_ARGB32,
                                                            size.width, size.height, static_cast<int>(stride));
        _exit(draw(bytes, surface, size) ? 0 : 1);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        why = child >= 0 && WIFSIGNALED(status) ? "drawing it took too long" : "it could not be drawn";
        return std::nullopt;
    }
    scene::Pixels pixels{size.width, size.height, std::vector<std::uint8_t>(length)};
    for (std::size_t i = 0; i < length; i += 4) {  // Cairo's pixels are words of premultiplied alpha
        std::uint32_t word = 0;
        std::memcpy(&word, static_cast<const char*>(memory) + i, 4);
        const unsigned alpha = word >> 24;
        pixels.rgba[i] = straight(word >> 16 & 0xFFU, alpha);
        pixels.rgba[i + 1] = straight(word >> 8 & 0xFFU, alpha);
        pixels.rgba[i + 2] = straight(word & 0xFFU, alpha);
        pixels.rgba[i + 3] = static_cast<std::uint8_t>(alpha);
    }
    return pixels;
}

}  // namespace precis::picture
