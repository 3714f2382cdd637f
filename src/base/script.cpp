// A look at blocks: exact properties are the business of the room text.
#include "base/script.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"

namespace precis::base {
namespace {

struct Block {
    char32_t first, last;
};
constexpr Block kRightToLeft[] = {
    {0x590, 0x8FF},      // Hebrew, Arabic, Syriac, Thaana, N'Ko and others
    {0xFB1D, 0xFDFF},    // presentation forms
    {0xFE70, 0xFEFC},    // Arabic presentation forms
    {0x10800, 0x10FFF},  // old scripts
    {0x1E800, 0x1EFFF},  // Adlam and others
};
constexpr Block kCjk[] = {
    {0x2E80, 0x312F},    // radicals, punctuation, kana, bopomofo
    {0x3190, 0x4DBF},    // annotations, kana, enclosed letters, extension A
    {0x4E00, 0x9FFF},    // ideographs
    {0xF900, 0xFAFF},    // compatibility ideographs
    {0xFE30, 0xFE4F},    // compatibility forms
    {0xFF00, 0xFF9F},    // full-width letters and punctuation, half-width kana
    {0x1B000, 0x1B16F},  // kana
    {0x20000, 0x3FFFF},  // further ideographs
};

bool inside(std::span<const Block> blocks, char32_t letter) {
    return letter >= blocks.front().first && std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
               return letter >= block.first && letter <= block.last;
           });
}

}  // namespace

bool has_right_to_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = code_point_at(text, i);
        if (inside(kRightToLeft, c.value)) return true;
        i += c.length;
    }
    return false;
}

bool is_cjk(char32_t letter) {
    return inside(kCjk, letter);
}

}  // namespace precis::base
