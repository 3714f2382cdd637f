// publish/publish.h: bytes become finished files.
// Stage: (6) bytes -> PUBLISH -> files.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/scene.h"

namespace precis::publish {

/// Cairo's PDF finished by qpdf: structure tree from the marks, links, outline, page labels, language, XMP and Info,
/// output intent, deterministic ids. Same input, same bytes.
/// Errors: internal_error (the file is not what paint::pdf writes).
[[nodiscard]] diag::Result<std::string> finish_pdf(std::string painted, const scene::Document& document);

/// libharu's PDF finished by qpdf: links, outline, page labels, notes, Info and XMP, transitions; opens on the full
/// screen. It has no structure: it is there to be shown.
/// Errors: internal_error (the file is not what paint::presenter_pdf writes).
[[nodiscard]] diag::Result<std::string> finish_presenter(std::string painted, const scene::Document& document);

struct File {
    std::filesystem::path path;
    std::string bytes;
};
/// Writes all files or none: each beside its target under another name, then renamed. Folders are made.
/// Errors: write_failed with the system's words.
[[nodiscard]] diag::Diagnostics write_files(const std::vector<File>& files);

/// Hexadecimal SHA-256.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace precis::publish
