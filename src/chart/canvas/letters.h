// chart/canvas/letters.h: how far the letters of a chart's names reach from their baseline. Arabic ones go twice as
// deep as Latin ones, Chinese ones higher, and vowel signs anywhere; rows have to be as far apart as that asks. Stage:
// doc::Chart -> LETTERS -> canvas.
#pragma once
#include <string_view>

#include "doc/document.h"
#include "text/setter.h"

namespace precis::chart {

/// Of the names that are not Latin; in shares of the size.
struct Letters {
    double rise = 0, drop = 0;
    double row = 1;  // how much farther apart rows stand than with Latin letters
};

/// Latin, Greek and Cyrillic letters, figures, signs and general punctuation: what rows are made for.
[[nodiscard]] bool is_latin(std::string_view text);

[[nodiscard]] Letters letters_of(const doc::Chart& chart, const scene::Face& face, text::Setter& setter);

}  // namespace precis::chart
