#include "locale/file_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace precis::locale {
namespace {

constexpr std::size_t kLongest = 200;  // bytes; file systems have 255, and a build adds to names

/// Whether a character cannot be seen, or has a meaning in paths.
bool is_unfit(UChar32 c) {
    if (c < 0x80)
        return c < 0x20 || c == 0x7F ||
               std::string_view("/\\:*?\"<>|").find(static_cast<char>(c)) != std::string_view::npos;
    switch (u_charType(c)) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_SURROGATE:
        case U_PRIVATE_USE_CHAR:
        case U_UNASSIGNED:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_SPACE_SEPARATOR:
            return true;
        default:
            return c == 0xFFFD;
    }
}

}  // namespace

bool is_device(std::string_view name) {
    const auto folded = folded_name(name);
    const auto stem = folded.substr(0, folded.find('.'));
    constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
    if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

std::string unfit_as_folder(std::string_view name) {
    if (name.find_first_not_of(' ') == std::string_view::npos) return "is empty";
    const auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        if (!is_unfit(c)) continue;
        if (c > 0x20 && c < 0x7F) return std::string("has the character “") + static_cast<char>(c) + "”";
        constexpr const char* kDigits = "0123456789ABCDEF";
        std::string number;
        for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) number += kDigits[c >> shift & 15];
        return "has the character U+" + number;
    }
    if (name.front() == '.') return "begins with a dot";
    if (name.front() == ' ' || name.front() == '-')
        return name.front() == '-' ? "begins with a hyphen" : "begins with a space";
    if (name.back() == '.' || name.back() == ' ') return name.back() == '.' ? "ends with a dot" : "ends with a space";
    if (is_device(name)) return "is the name of a device on Windows";
    if (name.size() > kLongest)
        return "has " + std::to_string(name.size()) + " bytes; a folder’s name has room for " +
               std::to_string(kLongest);
    return {};
}

std::string folded_name(std::string_view name) {
    UErrorCode failed = U_ZERO_ERROR;
    const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(failed);
    const auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
    if (U_FAILURE(failed)) return std::string(name);
    const auto folded = fold->normalize(text, failed);
    std::string out;
    return U_FAILURE(failed) ? std::string(name) : folded.toUTF8String(out);
}

}  // namespace precis::locale
