// audit/font_program.h: what an embedded font program has: glyphs, widths, names, encodings. Private to audit.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

struct FontProgram {
    struct Table {  // of a cmap
        int platform = 0, encoding = 0;
        std::map<std::uint32_t, std::uint32_t> glyphs;
    };
    std::size_t glyphs = 0;
    std::vector<double> widths;                     // a glyph's, in thousandths of an em
    std::vector<Table> cmaps;                       // TrueType's
    std::vector<std::string> names;                 // Type 1's and plain CFF's, by glyph
    std::map<std::uint32_t, std::uint32_t> cids;    // CID-keyed CFF's: CID to glyph
    std::map<std::uint32_t, std::string> built_in;  // Type 1's own encoding
    bool cid_keyed = false;

    const Table* table(int platform, int encoding) const;
    std::optional<std::uint32_t> named(const std::string& name) const;
};

/// The program in a font file; nothing if it is damaged. Each knows its own form: TrueType or OpenType, CFF, Type 1.
[[nodiscard]] std::optional<FontProgram> parse_sfnt(std::string_view bytes);
[[nodiscard]] std::optional<FontProgram> parse_cff(std::string_view bytes);
[[nodiscard]] std::optional<FontProgram> parse_type1(std::string_view bytes);

/// Big-endian numbers that end where the bytes end: beyond them all is zero.
[[nodiscard]] std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size);

}  // namespace precis::audit
