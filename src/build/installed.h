// build/installed.h: the folder of the program's own layouts and fonts index on this machine.
//
// A program that embeds the engine passes it on as Setting::installed. Files of that folder are read from disk if they
// changed since the program was built, else from copies inside the program (kept_files.h).
#pragma once
#include <filesystem>
#include <optional>

namespace precis::build {

/// The folder that holds `layouts/` and `fonts/`: the environment's PRECIS_DATA; without it, the first that exists of
/// the parent of the program's folder (a build folder inside the source), ../share/precis seen from the program's
/// folder (installed), and the install prefix of the build. Nothing if none has layouts.
[[nodiscard]] std::optional<std::filesystem::path> find_installed();

}  // namespace precis::build
