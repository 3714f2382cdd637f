// Looks at bytes alone: the signs are ASCII, and no byte of another character is one of them.
#include "text/signs.h"

#include <algorithm>

#include "base/ascii.h"

namespace precis::text {
namespace {

constexpr std::string_view kSigns = "/._?&=-#%:;,@~+|\\";
constexpr std::size_t kLeastBefore = 3, kLeastBehind = 2;  // bytes of a word that stay on a line

bool is_sign(char c) {
    return kSigns.find(c) != std::string_view::npos;
}
bool is_other(char c) {
    return base::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool is_address(std::string_view word) {
    const auto slash = word.find('/');
    if (slash != std::string_view::npos) {
        if (word.find("://") != std::string_view::npos) return true;
        return slash + 1 < word.size() && word.find('/', slash + 1) != std::string_view::npos;
    }
    if (word.find("www.") != std::string_view::npos) return true;
    const auto at = word.find('@');
    return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos;
}

bool ends_part(std::string_view word, std::size_t at) {
    if (at < kLeastBefore || at + kLeastBehind > word.size()) return false;
    return is_sign(word[at - 1]) && is_other(word[at]);
}

bool is_code(std::string_view word) {
    while (!word.empty() && !is_other(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_other(word.back())) word.remove_suffix(1);
    return std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || (is_sign(c) && c != '-') || c == '<' || c == '>' || c == '(' || c == '$';
    });
}

}  // namespace precis::text
