// paint/cairo/pixels.h: decoded pixels as a Cairo surface or as a PNG file, and Cairo's handles. Private to paint.
// Straight sRGB with alpha comes in; Cairo's premultiplied words or a file's bytes go out.
#pragma once
#include <cairo.h>

#include <memory>
#include <string>

#include "scene/items.h"

namespace precis::paint {

struct Release {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Context = std::unique_ptr<cairo_t, Release>;
using Surface = std::unique_ptr<cairo_surface_t, Release>;

/// Whether the bytes are those of width × height pixels, neither 0 nor above Cairo's limit of 32,767.
[[nodiscard]] bool well_formed(const scene::Pixels& pixels);
/// Well-formed pixels as a surface, without an alpha channel if all are opaque; nullptr if memory is short.
[[nodiscard]] Surface surface_of(const scene::Pixels& pixels);
/// The pixels as a PNG file; empty if they are not well formed or memory is short.
[[nodiscard]] std::string png_of(const scene::Pixels& pixels);

/// A file for painters that embed files: a photograph's JPEG, else a PNG. No bytes where png_of gives none.
struct PictureFile {
    std::string type;    // image/png
    std::string ending;  // png
    std::string bytes;
};
[[nodiscard]] PictureFile file_of(const scene::Pixels& pixels);

/// For Cairo's stream functions: appends to the std::string behind `bytes`.
cairo_status_t append_to_string(void* bytes, const unsigned char* data, unsigned int length);

}  // namespace precis::paint
