#include "base/blank.h"

#include "base/utf8.h"

namespace precis::base {
namespace {

bool unseen(char32_t c) {
    return c <= 0x20 || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2064) || c == 0x3000 || c == 0xFEFF;
}

}  // namespace

bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto point = code_point_at(text, i);
        if (!unseen(point.value)) return false;
        i += point.length;
    }
    return true;
}

}  // namespace precis::base
