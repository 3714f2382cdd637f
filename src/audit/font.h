// audit/font.h: a font as a file uses it: its dictionary, encoding and program, read once. Private to audit.
#pragma once
#include "audit/cmap.h"
#include "audit/content.h"
#include "audit/font_program.h"

namespace precis::audit {

struct Font {
    QPDFObjectHandle dict, descendant, descriptor;  // the descendant of a Type0 font, otherwise the font itself
    std::string kind, where;                        // "TrueType", "CIDFontType2"
    bool composite = false, symbolic = false;
    CMap encoding;  // of a composite font
    bool known_encoding = false;
    std::string base;  // a simple font's encoding by name
    std::map<std::uint32_t, std::string> differences;
    std::optional<CMap> to_unicode;
    std::optional<FontProgram> program;
    bool embedded = false;
    std::string glyph_of_cid;  // the stream of CIDToGIDMap; empty: a glyph's number is its CID
};

[[nodiscard]] Font read_font(File& file, const FontUse& use);

/// The name of a code's glyph in a simple font; empty where nothing names it.
[[nodiscard]] std::string glyph_name(const Font& font, std::uint32_t code);
/// The glyph that a code shows; nothing where it leads to none. Only where the program could be read.
[[nodiscard]] std::optional<std::uint32_t> glyph_of(const Font& font, std::uint32_t code);
/// The width of a code in the font's dictionary, in thousandths of an em.
[[nodiscard]] double width_in_dictionary(const Font& font, std::uint32_t code);
/// What a code means; nothing where the file does not say.
[[nodiscard]] std::optional<std::u32string> meaning_of(const Font& font, std::uint32_t code);
[[nodiscard]] std::uint32_t cid_of(const Font& font, std::uint32_t code);

void examine_cmap(File& file, const Font& font);
void examine_truetype(File& file, const Font& font);
void examine_glyph_lists(File& file, const Font& font);

}  // namespace precis::audit
