// audit/font.h: a font of a file: its dictionary, encoding and program, read once. Private to audit.
// Stage: FontUse -> FONT -> examine_fonts, which follows each code to a CID, a glyph, a width and a meaning.
// Source: ISO 32000-1:2008, 9.6 to 9.10.
#pragma once
#include "audit/cmap.h"
#include "audit/content.h"
#include "audit/font_program.h"

namespace precis::audit {

struct Font {
    QPDFObjectHandle dict, descendant, descriptor;  // `descendant`: of a Type0 font; else the font itself
    std::string kind, where;                        // "TrueType", "CIDFontType2"
    bool composite = false, symbolic = false;
    CMap encoding;                // of a composite font
    bool known_encoding = false;  // the CMap is embedded or Identity, so codes can be followed
    std::string base;             // name of a simple font's encoding
    std::map<std::uint32_t, std::string> differences;
    std::optional<CMap> to_unicode;
    std::optional<FontProgram> program;
    bool embedded = false;
    std::string glyph_of_cid;  // the bytes of CIDToGIDMap; empty: the identity
};

[[nodiscard]] Font read_font(File& file, const FontUse& use);

/// The glyph name of a code in a simple font; empty if neither Differences nor the encoding has one.
[[nodiscard]] std::string glyph_name(const Font& font, std::uint32_t code);
/// The glyph that a code shows; nothing if there is none. Needs a program.
[[nodiscard]] std::optional<std::uint32_t> glyph_of(const Font& font, std::uint32_t code);
/// The width of a code in the font's dictionary, in thousandths of an em.
[[nodiscard]] double width_in_dictionary(const Font& font, std::uint32_t code);
/// The text of a code in Unicode; nothing if the file does not give it.
[[nodiscard]] std::optional<std::u32string> meaning_of(const Font& font, std::uint32_t code);
[[nodiscard]] std::uint32_t cid_of(const Font& font, std::uint32_t code);

void examine_cmap(File& file, const Font& font);
void examine_truetype(File& file, const Font& font);
void examine_glyph_lists(File& file, const Font& font);

}  // namespace precis::audit
