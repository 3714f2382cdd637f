// Named and numbered character references.
#include "bind/text/entities.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace precis::bind {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kNamed = {{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&apos;", "'"},
    {"&nbsp;", "\u00a0"},
    {"&shy;", "\u00ad"},
    {"&ndash;", "–"},
    {"&mdash;", "—"},
    {"&hellip;", "…"},
    {"&thinsp;", "\u2009"},
    {"&times;", "×"},
    {"&minus;", "−"},
    {"&euro;", "€"},
    {"&copy;", "©"},
    {"&deg;", "°"},
}};

}  // namespace

std::string entity(std::string_view written) {
    for (const auto& [name, text] : kNamed) {
        if (name == written) return std::string(text);
    }
    if (written.size() < 4 || written[1] != '#') return std::string(written);
    const bool hex = written[2] == 'x' || written[2] == 'X';
    const auto* begin = written.data() + (hex ? 3 : 2);
    const auto* end = written.data() + written.size() - 1;
    unsigned long value = 0;
    const auto [stop, fault] = std::from_chars(begin, end, value, hex ? 16 : 10);
    const bool scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    std::string text;
    base::append_utf8(text, fault == std::errc() && stop == end && scalar ? static_cast<char32_t>(value) : 0xFFFD);
    return text;
}

}  // namespace precis::bind
