// base/file_bytes.h: a file's bytes as a string.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace precis::base {

/// The file's bytes, pipes included; nothing if it cannot be read. A folder cannot.
[[nodiscard]] std::optional<std::string> file_bytes(const std::filesystem::path& file);

}  // namespace precis::base
