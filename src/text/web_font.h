// text/web_font.h: the letters of a face as a font file for the web.
// Stage: Fonts -> WEB FONT -> the web edition, which embeds the bytes.
//
// In: loaded fonts, a face and the characters that are set in it. Out: a WOFF2 file with the glyphs that these need,
// and the features that running text, figures and the script need; the same bytes on every run. Errors:
// format_not_available if libharfbuzz-subset or libbrotlienc, which are loaded at first use, are not installed; nothing
// for a face without a file. Cost: linear in the glyphs; 2 to 6 ms for 120 Latin letters. Source: WOFF File Format 2.0
// (W3C, 2022), with tables as they are (null transform).
#pragma once
#include <optional>
#include <set>
#include <string>

#include "diag/diagnostic.h"
#include "text/fonts.h"

namespace precis::text {

struct WebFont {
    std::string woff2;
    int lightest = 400, heaviest = 400;  // of a variable font: the ends of its axis; else both its weight
    bool italic = false;
};

/// The file of the face that is given where `face` is asked for; nothing if there is none.
[[nodiscard]] diag::Result<std::optional<WebFont>> web_font(const Fonts& fonts, const scene::Face& face,
                                                            const std::set<char32_t>& letters);

}  // namespace precis::text
