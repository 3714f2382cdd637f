// text/match.h: the face of a family that is given where another weight or slant is asked for. Private to text.
#pragma once
#include <vector>

#include "text/fonts.h"

namespace precis::text {

/// The file with that weight and slant; nullptr if there is none.
[[nodiscard]] const FontFile* exact_face(const std::vector<FontFile>& files, int weight, bool italic);
/// The nearest file: the slant first, then the weight; nullptr only without files. An upright face serves for an italic
/// one that is not there.
/// Source: CSS Fonts Module Level 4, 5.2, "Matching font styles".
[[nodiscard]] const FontFile* nearest_face(const std::vector<FontFile>& files, int weight, bool italic);
/// The weight that the file gives where `weight` is asked for: a variable font's as near as its axis goes.
[[nodiscard]] int weight_in(const FontFile& file, int weight);

}  // namespace precis::text
