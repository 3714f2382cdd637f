// picture/drawing_words.h: what an SVG's text says of other files, of fonts and of letters. Private to picture.
//
// In: the bytes of an SVG. Out: addresses of pictures, styles and elements in other files, which are not loaded; lists
// of font families; the letters that it shows. Found by walking the tags, without a parser: of a damaged file what
// comes before the damage. Entities that a file declares itself are passed over.
// Cost: linear.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace precis::picture {

struct DrawingWords {
    std::vector<std::string> left_out;  // each once, as written
    std::set<std::string> families;     // each list as written: "Lato, sans-serif"
    std::string html;                   // the first words of a foreignObject that has no fallback, which are not drawn
    std::set<char32_t> letters;         // without spaces and control characters
};
[[nodiscard]] DrawingWords words_of(std::string_view svg);

}  // namespace precis::picture
