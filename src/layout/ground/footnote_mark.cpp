#include "layout/ground/footnote_mark.h"

#include <fmt/format.h>

namespace precis::layout {

std::string footnote_mark(const Setting& s, int index) {
    if (s.layout.citations == style::Citations::footnotes || s.layout.cites_by_author())
        return fmt::format("{}", index + 1);
    std::string letters(1, static_cast<char>('a' + index % 26));
    for (index /= 26; index > 0; index = (index - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (index - 1) % 26));
    return letters;
}

}  // namespace precis::layout
