// build/installed.h: where the program's own layouts and fonts index stand on this machine.
#pragma once
#include <filesystem>
#include <optional>

namespace precis::build {

/// The folder that holds `layouts/` and `fonts/`: PRECIS_DATA, else beside the program's folder (a build folder inside
/// the source), else ../share/precis from it (installed), else the install prefix of the build.
[[nodiscard]] std::optional<std::filesystem::path> find_installed();

}  // namespace precis::build
