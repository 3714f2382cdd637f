// UTF-8: one decoder, after the table of well-formed byte sequences of the Unicode Standard (3.9, D92).
#include "base/utf8.h"

namespace precis::base {
namespace {

// The code point at `at`; length 0 if the bytes are not well-formed.
CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto tail = [&](std::size_t i) { return i < text.size() && is_continuation(text[i]); };
    const unsigned a = byte(at), b = byte(at + 1);
    if (a < 0x80) return {a, 1};
    if (a >= 0xC2 && a <= 0xDF && tail(at + 1)) return {(a & 0x1FU) << 6 | (b & 0x3FU), 2};
    if (a >= 0xE0 && a <= 0xEF && tail(at + 1) && tail(at + 2)) {
        if ((a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F)) return {};
        return {(a & 0x0FU) << 12 | (b & 0x3FU) << 6 | (byte(at + 2) & 0x3FU), 3};
    }
    if (a >= 0xF0 && a <= 0xF4 && tail(at + 1) && tail(at + 2) && tail(at + 3)) {
        if ((a == 0xF0 && b < 0x90) || (a == 0xF4 && b > 0x8F)) return {};
        return {(a & 0x07U) << 18 | (b & 0x3FU) << 12 | (byte(at + 2) & 0x3FU) << 6 | (byte(at + 3) & 0x3FU), 4};
    }
    return {};
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const auto point = decode(text, i);
        if (point.length == 0) return i;
        i += point.length;
    }
    return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const auto point = decode(text, offset);
    return point.length == 0 ? CodePoint{0xFFFD, 1} : point;
}

std::size_t utf8_length(std::string_view text) {
    std::size_t n = 0;
    for (const char c : text) n += is_continuation(c) ? 0 : 1;
    return n;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < most; ++i) {
        if (at >= text.size()) return std::string(text);
        at += code_point_at(text, at).length;
    }
    return at >= text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](unsigned byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12), put(0x80U | (c >> 6 & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18), put(0x80U | (c >> 12 & 0x3FU)), put(0x80U | (c >> 6 & 0x3FU)), put(0x80U | (c & 0x3FU));
    }
}

}  // namespace precis::base
