// One pass over the bytes; tabs are reported apart from other control characters.
#include "yaml/bytes.h"

#include <cstdio>
#include <string>

#include "base/limits.h"
#include "base/utf8.h"
#include "diag/codes.h"

namespace precis::yaml {
namespace {

std::string hex(const char* pattern, unsigned value) {
    char out[16];
    std::snprintf(out, sizeof out, pattern, value);
    return out;
}

bool forbidden(char32_t c) {
    // U+202D and U+202E print letters and digits in another order than they have; isolates do not.
    const bool override = c == 0x202D || c == 0x202E;
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || override || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFEU;
}

diag::Diagnostic tab(const diag::Source& source, std::size_t at) {
    return diag::error(diag::code::control_character, {source, at, at + 1}, "a tab; only spaces are allowed here",
                       "write spaces; inside double quotes write \\t for a tab");
}

}  // namespace

diag::Diagnostics check_bytes(const diag::Source& source, std::size_t limit) {
    const std::string_view bytes = source->text();
    if (bytes.size() > limit) {
        return {diag::error(
            diag::code::file_too_large, {source, 0, 0},
            "the file has " + std::to_string(bytes.size()) + " bytes, more than the limit of " + std::to_string(limit),
            "keep large tables in CSV files that the data model names; else " +
                base::how_to_raise(base::Limit::yaml_bytes, static_cast<std::int64_t>(bytes.size())))};
    }
    if (const auto bad = base::first_invalid_utf8(bytes)) {
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[*bad]));
        return {diag::error(diag::code::not_utf8, {source, *bad, *bad + 1},
                            "byte " + hex("0x%02X", byte) + " is not UTF-8", "save the file in the encoding UTF-8")};
    }
    diag::Diagnostics faults;
    bool tabs = false, others = false;
    for (std::size_t i = base::byte_order_mark(bytes); i < bytes.size() && !(tabs && others);) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++i;
            continue;
        }
        const auto point = base::code_point_at(bytes, i);
        const bool line_break = byte == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
        if (byte == '\t' && !tabs) {
            faults.push_back(tab(source, i));
            tabs = true;
        } else if (byte != '\t' && !line_break && forbidden(point.value) && !others) {
            faults.push_back(diag::error(diag::code::control_character, {source, i, i + point.length},
                                         "control character " + hex("U+%04X", static_cast<unsigned>(point.value)),
                                         "remove it; it may have come in with pasted text"));
            others = true;
        }
        i += point.length;
    }
    return faults;
}

std::optional<std::size_t> first_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte < 0x7F) {
            ++i;
            continue;
        }
        const auto point = base::code_point_at(text, i);
        if (byte != '\t' && forbidden(point.value)) return i;
        i += point.length;
    }
    return std::nullopt;
}

}  // namespace precis::yaml
