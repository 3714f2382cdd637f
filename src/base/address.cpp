// What is encoded already stays: a percent sign before two hexadecimal digits.
#include "base/address.h"

#include "base/ascii.h"

namespace precis::base {
namespace {

bool is_plain(char c) {
    return is_letter_or_digit(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=").find(c) != std::string_view::npos;
}

bool is_hex(char c) {
    return is_digit(c) || (lowered(c) >= 'a' && lowered(c) <= 'f');
}

}  // namespace

std::optional<std::string> safe_address(std::string_view address) {
    const auto colon = address.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto scheme = lowered(address.substr(0, colon));
    const auto rest = address.substr(colon + 1);
    const bool web = (scheme == "http" || scheme == "https") && rest.size() > 2 && rest.starts_with("//");
    const bool mail = scheme == "mailto" && rest.find('@') != std::string_view::npos;
    if (!web && !mail) return std::nullopt;
    std::string out = scheme + ":";
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        const bool encoded = c == '%' && i + 2 < rest.size() && is_hex(rest[i + 1]) && is_hex(rest[i + 2]);
        if (is_plain(c) || encoded) {
            out += c;
            continue;
        }
        constexpr std::string_view kHex = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return out;
}

}  // namespace precis::base
