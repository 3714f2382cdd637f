// spec/version.h: the first key of a file (`briefing: 1`, `precis: 1`) has the version of its language as its value.
#pragma once
#include <fmt/format.h>

#include <string_view>

#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::spec {

/// `key`: "briefing" or "precis". Errors: missing_key; wrong_version, if the value is not 1.
inline void check_version(yaml::Fields& fields, std::string_view key, diag::Diagnostics& diagnostics) {
    const auto* node = fields.required(key);
    if (!node) return;
    const auto version = yaml::as_text(*node, "the version", diagnostics);
    if (!version || version->text == "1") return;
    diagnostics.push_back(
        diag::error(diag::code::wrong_version, version->span,
                    fmt::format("version “{}” of the language is unknown; this program reads version 1", version->text),
                    fmt::format("write “{}: 1”", key)));
}

}  // namespace precis::spec
