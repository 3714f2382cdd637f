// paint/picture_file.h: a picture as a file, for formats that embed files. A door, for the web edition.
// In: decoded pixels. Out: the photograph's own JPEG, else a PNG; no bytes if the pixels do not fill their size.
#pragma once
#include <string>

#include "scene/items.h"

namespace precis::paint {

struct EmbeddedPicture {
    std::string type;  // image/png
    std::string bytes;
};
[[nodiscard]] EmbeddedPicture embedded_picture(const scene::Pixels& pixels);

}  // namespace precis::paint
