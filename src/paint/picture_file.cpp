#include "paint/picture_file.h"

#include "paint/cairo/pixels.h"

namespace precis::paint {

EmbeddedPicture embedded_picture(const scene::Pixels& pixels) {
    auto file = file_of(pixels);
    return {std::move(file.type), std::move(file.bytes)};
}

}  // namespace precis::paint
