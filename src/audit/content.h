// audit/content.h: the operators of content streams, and the character codes that they show. Private to audit.
// Stage: page contents -> CONTENT (examine_pages) -> FontUses -> examine_fonts.
#pragma once
#include "audit/structure.h"

namespace precis::audit {

/// How a string was shown, over all its uses.
struct CodeUse {
    bool visible = false;     // at least once in a rendering mode that paints
    bool unreplaced = false;  // at least once without an ActualText around it
    bool in_formula = false;  // at least once in a Formula element
};
struct FontUse {
    QPDFObjectHandle font;
    std::string where;                     // "page 1, font /f-0-0 (Lato)"
    std::map<std::string, CodeUse> shown;  // by the string as the contents have it
};
using FontUses = std::map<std::string, FontUse>;

/// The kinds of operators that the audit tells apart.
enum class Operator {
    unknown,
    other,
    save,
    restore,
    begin_text,
    end_text,
    show,
    show_array,
    font,
    rendering,
    paint,
    shading,
    object,
    inline_image,
    color_space,
    device_color,
    pattern_color,
    state,
    intent,
    begin_mark,
    begin_mark_with,
    end_mark,
};
[[nodiscard]] Operator operator_kind(std::string_view word);

/// The hexadecimal strings of contents.
void examine_content_bytes(File& file, std::string_view bytes, const std::string& where);
/// Each font that shows text, and each code that it shows.
void examine_fonts(File& file, const FontUses& uses);

}  // namespace precis::audit
