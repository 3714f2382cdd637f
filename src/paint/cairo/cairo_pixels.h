// paint/cairo/cairo_pixels.h: pixels as a Cairo surface. Private to paint.
#pragma once
#include <cairo.h>

#include <memory>

#include "scene/items.h"

namespace precis::paint {

struct Release {
    void operator()(cairo_t* it) const { cairo_destroy(it); }
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
};
using Context = std::unique_ptr<cairo_t, Release>;
using Surface = std::unique_ptr<cairo_surface_t, Release>;

/// Whether the bytes are those of width × height pixels, neither 0 nor above Cairo's limit of 32,767.
[[nodiscard]] bool well_formed(const scene::Pixels& pixels);
/// Pixels that are well formed, as a surface without alpha if all are solid; nullptr if there is no memory for it.
[[nodiscard]] Surface surface_of(const scene::Pixels& pixels);

}  // namespace precis::paint
