// vocabulary/format.h: the file formats of outputs, with what other rooms must know of each.
//
// Stage: `formats:` of an output, or --format -> FORMAT -> spec, build. Reader, painters and the command line's help
// all read this table. `build/paint_formats.cpp` does not compile until it paints a new row.
#pragma once
#include <string>

#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

enum class Format { pdf, pptx, presenter, handout, png, svg, xlsx, html, md };

struct FormatRow : Word {
    std::string_view ending;    // of its files, with the dot
    bool is_pdf = false;        // so it can be encrypted and linearised
    bool slides_alone = false;  // made of slides, never of pages
    bool pageless = false;      // made of the bound document, so that no pages need be composed for it
};

template <>
struct Rows<Format> {
    using Row = FormatRow;
    static constexpr std::string_view set = "formats";
    static std::span<const FormatRow> all();
};

/// "pdf, pptx, presenter, handout, png, svg, xlsx, html or md".
[[nodiscard]] std::string formats_in_words();
/// "pdf, presenter or handout": those that are a PDF.
[[nodiscard]] std::string pdf_formats_in_words();

}  // namespace precis::vocabulary
