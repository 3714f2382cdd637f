// Reads a font's dictionaries and program, and follows codes to glyphs, widths and meanings.
#include "audit/font.h"

#include "audit/encodings.h"

namespace precis::audit {
namespace {

constexpr int kSymbolic = 4;

void read_encoding(Font& font) {
    auto encoding = font.dict.getKey("/Encoding");
    if (encoding.isName()) font.base = word(encoding);
    if (!encoding.isDictionary()) return;
    font.base = word(encoding.getKey("/BaseEncoding"));
    std::uint32_t code = 0;
    for (auto item : items_of(encoding.getKey("/Differences"))) {
        if (item.isInteger()) code = static_cast<std::uint32_t>(item.getIntValue());
        if (item.isName()) font.differences[code++] = word(item);
    }
}

void read_program(File& file, Font& font) {
    if (!font.descriptor.isDictionary()) return;
    for (const auto* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        auto stream = font.descriptor.getKey(key);
        if (!stream.isStream()) continue;
        font.embedded = true;
        const auto bytes = stream_bytes(stream);
        const std::string_view name = key;
        if (name == "/FontFile") font.program = parse_type1(bytes);
        if (name == "/FontFile2") font.program = parse_sfnt(bytes);
        if (name == "/FontFile3") {
            const auto subtype = word(stream.getDict().getKey("/Subtype"));
            file.expect(Rule::font_file_type,
                        subtype == "Type1C" || subtype == "CIDFontType0C" || subtype == "OpenType", font.where,
                        "its FontFile3 is {}", subtype);
            font.program = subtype == "OpenType" ? parse_sfnt(bytes) : parse_cff(bytes);
        }
        file.expect(Rule::font_program, font.program.has_value(), font.where, "its {} cannot be read", key);
    }
}

void read_composite(Font& font) {
    auto encoding = font.dict.getKey("/Encoding");
    const auto name = word(encoding);
    if (encoding.isStream())
        font.encoding = parse_cmap(stream_bytes(encoding));
    else
        font.encoding = identity_cmap();  // other predefined CMaps have two bytes, too; their codes are not followed
    font.known_encoding = encoding.isStream() || name == "Identity-H" || name == "Identity-V";
    auto map = font.descendant.getKey("/CIDToGIDMap");
    if (map.isStream()) font.glyph_of_cid = stream_bytes(map);
}

std::optional<std::uint32_t> in_table(const FontProgram::Table* table, std::uint32_t code) {
    if (!table) return std::nullopt;
    const auto entry = table->glyphs.find(code);
    return entry == table->glyphs.end() ? std::nullopt : std::optional(entry->second);
}

std::optional<std::uint32_t> truetype_glyph(const Font& font, std::uint32_t code) {
    const auto& program = *font.program;
    if (font.symbolic) {
        for (const auto high : {0U, 0xF000U, 0xF100U, 0xF200U})
            if (const auto glyph = in_table(program.table(3, 0), high + code)) return glyph;
        if (const auto glyph = in_table(program.table(1, 0), code)) return glyph;
        return program.cmaps.size() == 1 ? in_table(&program.cmaps.front(), code) : std::nullopt;
    }
    const auto name = glyph_name(font, code);
    const auto character = named_character(name);
    if (!character) return std::nullopt;
    for (const auto encoding : {1, 10})
        if (const auto glyph = in_table(program.table(3, encoding), *character)) return glyph;
    if (const auto mac = mac_roman_code(*character))
        if (const auto glyph = in_table(program.table(1, 0), *mac)) return glyph;
    return std::nullopt;
}

}  // namespace

Font read_font(File& file, const FontUse& use) {
    Font font;
    font.dict = use.font;
    font.where = use.where;
    font.kind = word(font.dict.getKey("/Subtype"));
    font.composite = font.kind == "Type0";
    font.descendant = font.dict;
    if (font.composite) {
        const auto below = items_of(font.dict.getKey("/DescendantFonts"));
        if (!below.empty()) font.descendant = below.front();
        if (font.descendant.isDictionary()) {
            font.kind = word(font.descendant.getKey("/Subtype"));
            read_composite(font);
        }
    } else {
        read_encoding(font);
    }
    font.descriptor =
        font.descendant.isDictionary() ? font.descendant.getKey("/FontDescriptor") : QPDFObjectHandle::newNull();
    if (font.descriptor.isDictionary())
        font.symbolic = (static_cast<int>(number_or(font.descriptor.getKey("/Flags"), 0)) & kSymbolic) != 0;
    read_program(file, font);
    if (font.dict.getKey("/ToUnicode").isStream())
        font.to_unicode = parse_cmap(stream_bytes(font.dict.getKey("/ToUnicode")));
    return font;
}

std::string glyph_name(const Font& font, std::uint32_t code) {
    const auto different = font.differences.find(code);
    if (different != font.differences.end()) return different->second;
    if (font.base.empty() && font.program && !font.program->built_in.empty()) {
        const auto own = font.program->built_in.find(code);
        return own == font.program->built_in.end() ? std::string() : own->second;
    }
    const auto character = encoded(font.base.empty() ? "StandardEncoding" : font.base, code);
    if (!character) return {};
    const auto name = name_of(*character == 0xA0 ? U' ' : *character == 0xAD ? U'-' : *character);
    return name.empty() ? fmt::format("uni{:04X}", static_cast<std::uint32_t>(*character)) : std::string(name);
}

std::uint32_t cid_of(const Font& font, std::uint32_t code) {
    return font.encoding.cid(code).value_or(0);
}

std::optional<std::uint32_t> glyph_of(const Font& font, std::uint32_t code) {
    const auto& program = *font.program;
    if (font.composite) {
        const auto cid = cid_of(font, code);
        if (font.kind == "CIDFontType2")
            return font.glyph_of_cid.empty() ? cid : big_endian(font.glyph_of_cid, std::size_t{2} * cid, 2);
        if (!program.cid_keyed) return cid;
        const auto glyph = program.cids.find(cid);
        return glyph == program.cids.end() ? std::nullopt : std::optional(glyph->second);
    }
    if (font.kind == "TrueType") return truetype_glyph(font, code);
    return program.named(glyph_name(font, code));
}

double width_in_dictionary(const Font& font, std::uint32_t code) {
    auto descendant = font.descendant;
    if (!font.composite) {
        const auto first = number_or(descendant.getKey("/FirstChar"), 0);
        auto widths = descendant.getKey("/Widths");
        const auto index = static_cast<int>(static_cast<double>(code) - first);
        if (widths.isArray() && index >= 0 && index < widths.getArrayNItems())
            return number_or(widths.getArrayItem(index), 0);
        auto descriptor = font.descriptor;
        return descriptor.isDictionary() ? number_or(descriptor.getKey("/MissingWidth"), 0) : 0;
    }
    const auto cid = static_cast<double>(cid_of(font, code));
    const auto items = items_of(descendant.getKey("/W"));
    for (std::size_t i = 0; i + 1 < items.size();) {
        const auto first = number_or(items[i], 0);
        auto next = items[i + 1];
        if (next.isArray()) {
            if (cid >= first && cid < first + next.getArrayNItems())
                return number_or(next.getArrayItem(static_cast<int>(cid - first)), 0);
            i += 2;
        } else {
            if (i + 2 < items.size() && cid >= first && cid <= number_or(next, 0)) return number_or(items[i + 2], 0);
            i += 3;
        }
    }
    return number_or(descendant.getKey("/DW"), 1000);
}

std::optional<std::u32string> meaning_of(const Font& font, std::uint32_t code) {
    if (font.to_unicode) {
        const auto entry = font.to_unicode->unicode.find(code);
        if (entry != font.to_unicode->unicode.end() && !entry->second.empty()) return entry->second;
    }
    if (font.composite) return std::nullopt;
    if (font.kind == "TrueType" && font.symbolic) return std::nullopt;
    if (const auto character = named_character(glyph_name(font, code))) return std::u32string(1, *character);
    return std::nullopt;
}

}  // namespace precis::audit
