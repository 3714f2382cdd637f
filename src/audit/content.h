// audit/content.h: what a content stream may name, and which characters it shows. Private to audit.
#pragma once
#include "audit/structure.h"

namespace precis::audit {

/// How a character code was shown, over all its uses.
struct CodeUse {
    bool visible = false;     // once at least in a rendering mode that paints
    bool unreplaced = false;  // once at least where no ActualText stands for it
    bool in_formula = false;
};
struct FontUse {
    QPDFObjectHandle font;
    std::string where;                     // "page 1, font /f-0-0 (Lato)"
    std::map<std::string, CodeUse> shown;  // a string as it stands in the contents
};
using FontUses = std::map<std::string, FontUse>;

/// What the operator is for.
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

void examine_content_bytes(File& file, std::string_view bytes, const std::string& where);
void examine_fonts(File& file, const FontUses& uses);

}  // namespace precis::audit
