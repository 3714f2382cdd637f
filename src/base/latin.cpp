// All of these letters have two bytes.
#include "base/latin.h"

#include <array>

namespace precis::base {
namespace {

constexpr unsigned kFirst = 0xC0;
/// U+00C0 to U+017F; "×" and "÷" are blanks.
constexpr std::array<std::string_view, 192> kLetters{
    "A", "A", "A",  "A", "A", "A", "AE", "C",  "E", "E", "E",  "E",  "I", "I", "I",  "I",  "D", "N", "O",  "O",
    "O", "O", "O",  " ", "O", "U", "U",  "U",  "U", "Y", "Th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  " ",  "o", "u", "u",  "u",
    "u", "y", "th", "y", "A", "a", "A",  "a",  "A", "a", "C",  "c",  "C", "c", "C",  "c",  "C", "c", "D",  "d",
    "D", "d", "E",  "e", "E", "e", "E",  "e",  "E", "e", "E",  "e",  "G", "g", "G",  "g",  "G", "g", "G",  "g",
    "H", "h", "H",  "h", "I", "i", "I",  "i",  "I", "i", "I",  "i",  "I", "i", "IJ", "ij", "J", "j", "K",  "k",
    "k", "L", "l",  "L", "l", "L", "l",  "L",  "l", "L", "l",  "N",  "n", "N", "n",  "N",  "n", "n", "N",  "n",
    "O", "o", "O",  "o", "O", "o", "OE", "oe", "R", "r", "R",  "r",  "R", "r", "S",  "s",  "S", "s", "S",  "s",
    "S", "s", "T",  "t", "T", "t", "T",  "t",  "U", "u", "U",  "u",  "U", "u", "U",  "u",  "U", "u", "U",  "u",
    "W", "w", "Y",  "y", "Y", "Z", "z",  "Z",  "z", "Z", "z",  "s"};

}  // namespace

std::string without_accents(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const bool two = lead >= 0xC3 && lead <= 0xCD && i + 1 < text.size();
        const auto point = two ? (lead & 0x1FU) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3FU) : 0U;
        if (point >= kFirst && point < kFirst + kLetters.size()) {
            out += kLetters[point - kFirst];
            ++i;
        } else if (point >= 0x300 && point < 0x370) {
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace precis::base
