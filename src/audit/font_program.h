// audit/font_program.h: the glyphs, widths, names and encodings of an embedded font program. Private to audit.
// Stage: a font file's bytes -> FONT PROGRAM -> Font. Reading never goes beyond the bytes.
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
    std::vector<double> widths;                     // by glyph, in thousandths of an em
    std::vector<Table> cmaps;                       // of TrueType and OpenType
    std::vector<std::string> names;                 // by glyph; of Type 1 and of CFF that is not CID-keyed
    std::map<std::uint32_t, std::uint32_t> cids;    // CID to glyph, of CID-keyed CFF
    std::map<std::uint32_t, std::string> built_in;  // code to glyph name: the built-in encoding of Type 1
    bool cid_keyed = false;

    const Table* table(int platform, int encoding) const;
    std::optional<std::uint32_t> named(const std::string& name) const;
};

/// The program in a font file of one form: TrueType or OpenType, CFF, Type 1. Nothing if it is damaged.
[[nodiscard]] std::optional<FontProgram> parse_sfnt(std::string_view bytes);
[[nodiscard]] std::optional<FontProgram> parse_cff(std::string_view bytes);
[[nodiscard]] std::optional<FontProgram> parse_type1(std::string_view bytes);

/// The big-endian number of `size` bytes at `at`; bytes beyond the end count as zero.
[[nodiscard]] std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size);

}  // namespace precis::audit
