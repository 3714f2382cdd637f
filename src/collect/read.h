// collect/read.h: what the readers of both files share. Private to the room.
#pragma once
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::collect {

/// The first key of the file has the version of its language as its value.
inline void check_version(yaml::Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    const auto* node = fields.required(key);
    const auto version = node != nullptr ? yaml::as_text(*node, "the version", diagnostics) : std::nullopt;
    if (!version || version->text == "1") return;
    diagnostics.push_back(
        diag::error(diag::code::wrong_version, version->span,
                    fmt::format("version “{}” of the language is unknown; this program reads version 1", version->text),
                    fmt::format("write “{}: 1”", key)));
}

/// The file's bytes; nothing if it cannot be read.
inline std::optional<std::string> bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    return in.bad() ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace precis::collect
