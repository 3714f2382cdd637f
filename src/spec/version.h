// spec/version.h: the first key of each file says what it is and in which version of the language.
#pragma once
#include <fmt/format.h>

#include <string_view>

#include "diag/codes.h"
#include "yaml/fields.h"

namespace precis::spec {

/// Errors: missing_key; wrong_version, if it is not 1.
inline void check_version(yaml::Fields& fields, std::string_view key, diag::Diagnostics& out) {
    const auto* node = fields.required(key);
    if (!node) return;
    const auto version = yaml::as_text(*node, "the version", out);
    if (!version || version->text == "1") return;
    out.push_back(
        diag::error(diag::code::wrong_version, version->span,
                    fmt::format("version “{}” of the language is not known; this program reads 1", version->text),
                    fmt::format("write “{}: 1”", key)));
}

}  // namespace precis::spec
