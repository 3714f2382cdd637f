// preview/page_hash.h: what a page looks like, as a number. Inside the room.
// In: a page. Out: a hash of what is painted: two pages with the same hash have the same picture. Places in the
// author's files, roles and native contents are of no account. Cost: linear in the glyphs, and in the bytes of
// pictures.
#pragma once
#include <cstdint>
#include <string>

#include "scene/scene.h"

namespace precis::preview {

[[nodiscard]] std::uint64_t hash_of(const scene::Page& page);
[[nodiscard]] std::uint64_t hash_of(const std::string& bytes);

}  // namespace precis::preview
