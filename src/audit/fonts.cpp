// Rules on the fonts that show text, and on each code that they show.
// Source: ISO 19005-3:2012, 6.2.11; ISO 14289-1:2014, 7.21.
#include <algorithm>
#include <cmath>

#include "audit/encodings.h"
#include "audit/font.h"

namespace precis::audit {
namespace {

constexpr double kWidthsDiffer = 1.0;  // thousandths of an em

using Codes = std::map<std::uint32_t, CodeUse>;

Codes codes_of(const Font& font, const FontUse& use) {
    Codes codes;
    const auto add = [&](std::uint32_t code, const CodeUse& as) {
        auto& merged = codes[code];
        merged.visible = merged.visible || as.visible;
        merged.unreplaced = merged.unreplaced || as.unreplaced;
        merged.in_formula = merged.in_formula || as.in_formula;
    };
    for (const auto& [text, as] : use.shown) {
        if (font.composite)
            for (const auto code : font.encoding.codes(text)) add(code, as);
        else
            for (const char c : text) add(static_cast<unsigned char>(c), as);
    }
    return codes;
}

void examine_dictionary(File& file, const Font& font) {
    auto dict = font.dict, descendant = font.descendant;
    static const std::set<std::string> kKinds = {"Type1", "MMType1",      "TrueType",
                                                 "Type3", "CIDFontType0", "CIDFontType2"};
    const bool typed = is_name(dict.getKey("/Type"), "Font") && is_name(descendant.getKey("/Type"), "Font");
    const bool named =
        font.kind == "Type3" || (dict.getKey("/BaseFont").isName() && descendant.getKey("/BaseFont").isName());
    file.expect(Rule::font_dictionary, typed && named && kKinds.count(font.kind) != 0, font.where,
                "Type, Subtype or BaseFont is missing or wrong");
    if (!font.composite) {
        auto first = dict.getKey("/FirstChar"), last = dict.getKey("/LastChar"), widths = dict.getKey("/Widths");
        file.expect(Rule::font_widths,
                    first.isInteger() && last.isInteger() && widths.isArray() &&
                        widths.getArrayNItems() == last.getIntValue() - first.getIntValue() + 1,
                    font.where, "FirstChar, LastChar and Widths do not agree");
    }
    if (font.kind == "CIDFontType2" && font.embedded) {
        auto map = descendant.getKey("/CIDToGIDMap");
        if (file.expect(Rule::cid_map_missing, !map.isNull(), font.where, "CIDToGIDMap is missing"))
            file.expect(Rule::cid_map, map.isStream() || is_name(map, "Identity"), font.where, "CIDToGIDMap is {}",
                        word(map));
    }
}

/// Whether the font's encoding gives the characters, so that ToUnicode is not needed.
bool speaks_without(const Font& font, const Codes& codes) {
    if (font.composite) {
        auto descendant = font.descendant;
        auto info = descendant.getKey("/CIDSystemInfo");
        const auto ordering = info.isDictionary() ? text_of(info.getKey("/Ordering")) : std::string();
        return ordering == "GB1" || ordering == "CNS1" || ordering == "Japan1" || ordering == "Korea1";
    }
    if (font.kind == "TrueType" && !font.symbolic) return true;
    if (font.differences.empty() &&
        (font.base == "MacRomanEncoding" || font.base == "MacExpertEncoding" || font.base == "WinAnsiEncoding"))
        return true;
    return font.kind != "TrueType" && std::all_of(codes.begin(), codes.end(), [&](const auto& code) {
               return named_character(glyph_name(font, code.first)).has_value();
           });
}

void examine_unicode(File& file, const Font& font, const Codes& codes) {
    file.expect(Rule::to_unicode_missing, font.to_unicode || speaks_without(font, codes), font.where,
                "it has no ToUnicode, and its encoding does not give the characters");
    if (font.to_unicode)
        for (const auto& [code, text] : font.to_unicode->unicode) {
            file.expect(Rule::to_unicode_zero, text.find(U'\0') == std::u32string::npos, font.where,
                        "the code {:X} is U+0000", code);
            file.expect(Rule::to_unicode_mark,
                        text.find(0xFEFF) == std::u32string::npos && text.find(0xFFFE) == std::u32string::npos,
                        font.where, "the code {:X} is U+FEFF or U+FFFE", code);
        }
    for (const auto& [code, use] : codes) {
        const auto meaning = meaning_of(font, code);
        file.expect(Rule::character_unmapped, meaning.has_value(), font.where, "the code {:X}", code);
        if (use.in_formula)
            file.expect(Rule::formula_unmapped, meaning.has_value(), font.where, "the code {:X} in a formula", code);
        const bool is_private = meaning && std::any_of(meaning->begin(), meaning->end(), [](char32_t c) {
                                    return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000;
                                });
        file.expect(Rule::private_use, !is_private || !use.unreplaced, font.where, "the code {:X} has no ActualText",
                    code);
    }
}

void examine_glyphs(File& file, const Font& font, const Codes& codes) {
    const auto& program = *font.program;
    const bool checked_in_cmap = font.kind == "TrueType" && !font.symbolic;
    for (const auto& [code, use] : codes) {
        const auto glyph = glyph_of(font, code);
        if (checked_in_cmap)
            file.expect(Rule::truetype_not_in_cmap, glyph.has_value(), font.where, "the code {:X}", code);
        file.expect(Rule::notdef, !glyph || *glyph != 0, font.where, "the code {:X} shows .notdef", code);
        if (!use.visible) continue;
        const bool there = glyph && *glyph < program.glyphs;
        if (!checked_in_cmap || glyph)
            file.expect(Rule::glyph_missing, there, font.where, "the code {:X} leads to no glyph of {}", code,
                        program.glyphs);
        if (!there || *glyph >= program.widths.size()) continue;
        const double here = width_in_dictionary(font, code), inside = program.widths[*glyph];
        file.expect(Rule::width_differs, std::abs(here - inside) <= kWidthsDiffer, font.where,
                    "the code {:X} is {:.1f} wide, in the program {:.1f}", code, here, inside);
    }
}

}  // namespace

void examine_fonts(File& file, const FontUses& uses) {
    for (const auto& [key, use] : uses) {
        if (use.shown.empty()) continue;
        if (!use.font.isInitialized() || !QPDFObjectHandle(use.font).isDictionary()) continue;
        const auto font = read_font(file, use);
        if (!QPDFObjectHandle(font.descendant).isDictionary()) {
            file.expect(Rule::font_dictionary, false, use.where, "it has no descendant");
            continue;
        }
        examine_dictionary(file, font);
        const auto codes = codes_of(font, use);
        if (font.composite) examine_cmap(file, font);
        examine_unicode(file, font, codes);
        if (font.kind == "Type3") continue;  // its glyphs are content streams, which examine_pages examines
        const bool visible = std::any_of(codes.begin(), codes.end(), [](const auto& c) { return c.second.visible; });
        file.expect(Rule::font_not_embedded, font.embedded || !visible, font.where, "it has no font file");
        if (font.kind == "TrueType") examine_truetype(file, font);
        if (!font.program) continue;
        examine_glyph_lists(file, font);
        if (!font.composite || font.known_encoding) examine_glyphs(file, font, codes);
    }
}

}  // namespace precis::audit
