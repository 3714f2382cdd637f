// Type 1 programs: the built-in encoding, and glyph names and widths from the encrypted part.
// Source: Adobe Type 1 Font Format, 1990, 2.4, 6 and 7.
#include <cctype>
#include <cstdlib>

#include "audit/font_program.h"

namespace precis::audit {
namespace {

std::string decrypted(std::string_view bytes, std::uint32_t key, std::size_t skip) {
    std::string out;
    for (const char c : bytes) {
        const auto cipher = static_cast<unsigned char>(c);
        out += static_cast<char>(cipher ^ (key >> 8U));
        key = ((cipher + key) * 52845U + 22719U) & 0xFFFFU;
    }
    return out.size() > skip ? out.substr(skip) : std::string();
}

std::string from_hex(std::string_view text) {
    std::string out, pair;
    for (const char c : text) {
        if (std::isxdigit(static_cast<unsigned char>(c)) == 0) continue;
        pair += c;
        if (pair.size() == 2) {
            out += static_cast<char>(std::strtol(pair.c_str(), nullptr, 16));
            pair.clear();
        }
    }
    return out;
}

/// The second number before hsbw (or the third of four before sbw): the width.
double width_of(std::string_view code) {
    std::vector<double> stack;
    for (std::size_t i = 0; i < code.size();) {
        const int b = static_cast<unsigned char>(code[i]);
        if (b >= 32 && b <= 246) {
            stack.push_back(b - 139);
            ++i;
        } else if (b >= 247 && b <= 250) {
            stack.push_back((b - 247) * 256 + static_cast<int>(big_endian(code, i + 1, 1)) + 108);
            i += 2;
        } else if (b >= 251 && b <= 254) {
            stack.push_back(-(b - 251) * 256 - static_cast<int>(big_endian(code, i + 1, 1)) - 108);
            i += 2;
        } else if (b == 255) {
            stack.push_back(static_cast<std::int32_t>(big_endian(code, i + 1, 4)));
            i += 5;
        } else if (b == 13) {
            return stack.size() >= 2 ? stack[1] : 0;
        } else if (b == 12 && big_endian(code, i + 1, 1) == 7) {
            return stack.size() >= 3 ? stack[2] : 0;
        } else if (b == 12 && big_endian(code, i + 1, 1) == 12 && stack.size() >= 2) {
            const double by = stack.back();
            stack.pop_back();
            stack.back() = by != 0 ? stack.back() / by : 0;
            i += 2;
        } else {
            return 0;
        }
    }
    return 0;
}

/// Reads lines of the form "dup 65 /A put".
std::map<std::uint32_t, std::string> read_encoding(std::string_view text) {
    std::map<std::uint32_t, std::string> out;
    for (auto at = text.find("dup "); at != std::string_view::npos; at = text.find("dup ", at + 4)) {
        const auto code = std::strtoul(std::string(text.substr(at + 4, 8)).c_str(), nullptr, 10);
        const auto slash = text.find('/', at);
        if (slash == std::string_view::npos || slash > at + 12) continue;
        out[static_cast<std::uint32_t>(code)] =
            text.substr(slash + 1, text.find_first_of(" \r\n\t", slash) - slash - 1);
    }
    return out;
}

}  // namespace

std::optional<FontProgram> parse_type1(std::string_view bytes) {
    auto at = bytes.find("eexec");
    if (bytes.substr(0, 2) != "%!" || at == std::string_view::npos) return std::nullopt;
    FontProgram out;
    out.built_in = read_encoding(bytes.substr(0, at));
    at += 5;
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\r' || bytes[at] == '\n')) ++at;
    const auto cipher = bytes.substr(at);
    bool hex = cipher.size() >= 4;
    for (std::size_t i = 0; hex && i < 4; ++i) hex = std::isxdigit(static_cast<unsigned char>(cipher[i])) != 0;
    const auto text = hex ? decrypted(from_hex(cipher), 55665, 4) : decrypted(cipher, 55665, 4);
    std::size_t unencrypted = 4;
    if (const auto length = text.find("/lenIV"); length != std::string::npos)
        unencrypted = static_cast<std::size_t>(std::max(0, std::atoi(text.c_str() + length + 6)));

    auto next = text.find("/CharStrings");
    if (next == std::string::npos) return std::nullopt;
    // "/A 120 RD " and 120 bytes; RD has other names in some fonts.
    for (next = text.find('/', next + 1); next != std::string::npos; next = text.find('/', next)) {
        const auto space = text.find(' ', next);
        if (space == std::string::npos) break;
        const auto name = text.substr(next + 1, space - next - 1);
        char* end = nullptr;
        const auto length = std::strtoul(text.c_str() + space, &end, 10);
        const auto word = text.find(' ', static_cast<std::size_t>(end - text.c_str()) + 1);
        if (end == text.c_str() + space || word == std::string::npos || word + 1 + length > text.size()) {
            next = space;
            continue;
        }
        out.names.push_back(name);
        out.widths.push_back(width_of(decrypted(std::string_view(text).substr(word + 1, length), 4330, unencrypted)));
        next = word + 1 + length;
    }
    out.glyphs = out.names.size();
    if (out.glyphs == 0) return std::nullopt;
    return out;
}

}  // namespace precis::audit
