// chart/canvas/letters.h: how far the letters of a chart's names reach from their baseline. Arabic letters reach twice
// as deep as Latin ones, Chinese ones higher, and vowel signs both ways; the distance of rows follows. Stage:
// doc::Chart -> LETTERS -> canvas. Measures by the text room.
#pragma once
#include <string_view>

#include "doc/document.h"
#include "text/setter.h"

namespace precis::chart {

/// Reach of the names that is_latin() rejects, in shares of the size.
struct Letters {
    double rise = 0, drop = 0;  // over and under the baseline
    double row = 1;             // factor on the leading; 1: as with Latin letters
};

/// Whether the text has only Latin, Greek and Cyrillic letters, figures, signs and general punctuation.
[[nodiscard]] bool is_latin(std::string_view text);

/// Measures categories, details and names of series, up to a limit.
[[nodiscard]] Letters letters_of(const doc::Chart& chart, const scene::Face& face, text::Setter& setter);

}  // namespace precis::chart
