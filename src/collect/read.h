// collect/read.h: what the readers of both files share. Private to the room.
#pragma once
#include <fmt/format.h>

#include <filesystem>
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

}  // namespace precis::collect
