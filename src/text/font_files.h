// text/font_files.h: what font files say about themselves: family, weight, slant, scripts, and whether they may be
// embedded.
// Stage: a project's own files, without an index -> FONT FILES -> FontIndex.
// Source: OpenType 1.9: name (IDs 1, 16), OS/2 (usWeightClass, fsType, fsSelection), fvar (wght).
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "text/fonts.h"

namespace precis::text {

/// Whether the file's ending is one of a font: .ttf, .otf, .ttc, .otc.
[[nodiscard]] bool is_font_file(const std::filesystem::path& file);

/// The families of a font file, or of all font files in a folder and the folders in it, sorted by name.
/// Errors: face_missing for a file that cannot be read as a font, at `wanted_by`.
[[nodiscard]] diag::Result<FontIndex> read_font_files(const std::filesystem::path& path, const diag::Span& wanted_by);

/// Errors: font_not_embeddable for each file of the family whose licence bits forbid to embed it or a part of it.
[[nodiscard]] diag::Diagnostics embedding_faults(const FontIndex::Family& family, const diag::Span& wanted_by);

/// The names of the scripts (text/script_names.h) of which a face has the letters; none if it cannot be read.
[[nodiscard]] std::vector<std::string> scripts_of_face(const FontFile& file);

}  // namespace precis::text
