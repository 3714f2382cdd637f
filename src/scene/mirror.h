// scene/mirror.h: pages for readers of right-to-left languages.
// Stage: (4) a document composed from left to right -> MIRROR -> painters.
//
// Pages are composed as if lines ran from left to right, with the text of each line ordered for that (text/setter.h,
// mirror()). Then the whole page is mirrored: places are, letters, pictures and hatches are not.
#pragma once
#include "scene/scene.h"

namespace precis::scene {

/// Mirrors each page about its middle, and the forms of slides about that of the first page: items, links, anchors and
/// native content.
void mirror(Document& document);

}  // namespace precis::scene
