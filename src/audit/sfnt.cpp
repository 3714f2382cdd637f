// Reads TrueType and OpenType programs: the number of glyphs, widths, character maps; a CFF table is read by parse_cff.
// Source: ISO/IEC 14496-22:2019 (head, hhea, hmtx, maxp, cmap).
#include <algorithm>

#include "audit/font_program.h"

namespace precis::audit {
namespace {

struct Sfnt {
    std::string_view bytes;
    std::string_view table(std::string_view tag) const {
        const auto count = big_endian(bytes, 4, 2);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto entry = 12 + std::size_t{16} * i;
            if (entry + 16 > bytes.size()) break;
            if (bytes.substr(entry, 4) != tag) continue;
            const auto offset = big_endian(bytes, entry + 8, 4), length = big_endian(bytes, entry + 12, 4);
            if (offset > bytes.size() || length > bytes.size() - offset) return {};
            return bytes.substr(offset, length);
        }
        return {};
    }
};

constexpr int kMostEntries = 2'000'000;  // of a map: bounds the time that a hostile one can take

void read_segments(std::string_view t, std::map<std::uint32_t, std::uint32_t>& into) {
    int budget = kMostEntries;
    const std::size_t count = std::min<std::size_t>(big_endian(t, 6, 2) / 2, t.size() / 8);
    for (std::size_t i = 0; i < count; ++i) {
        const auto end = big_endian(t, 14 + 2 * i, 2), start = big_endian(t, 16 + 2 * (count + i), 2);
        const auto delta = big_endian(t, 16 + 2 * (2 * count + i), 2);
        const auto at = 16 + 2 * (3 * count + i);
        const auto offset = big_endian(t, at, 2);
        for (auto code = start; code <= end && code < 0xFFFF && --budget > 0; ++code) {
            auto glyph = offset == 0 ? code : big_endian(t, at + offset + 2 * std::size_t{code - start}, 2);
            if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFFU;
            if (glyph != 0) into[code] = glyph;
        }
    }
}

std::map<std::uint32_t, std::uint32_t> read_map(std::string_view t) {
    std::map<std::uint32_t, std::uint32_t> out;
    switch (big_endian(t, 0, 2)) {
        case 0:
            for (std::uint32_t code = 0; code < 256; ++code)
                if (const auto glyph = big_endian(t, 6 + code, 1); glyph != 0) out[code] = glyph;
            break;
        case 4:
            read_segments(t, out);
            break;
        case 6: {
            const auto first = big_endian(t, 6, 2), count = big_endian(t, 8, 2);
            for (std::uint32_t i = 0; i < count; ++i)
                if (const auto glyph = big_endian(t, 10 + 2 * std::size_t{i}, 2); glyph != 0) out[first + i] = glyph;
            break;
        }
        case 12: {
            int budget = kMostEntries;
            const auto groups =
                std::min<std::uint32_t>(big_endian(t, 12, 4), static_cast<std::uint32_t>(t.size() / 12));
            for (std::uint32_t i = 0; i < groups; ++i) {
                const auto at = 16 + 12 * std::size_t{i};
                const auto start = big_endian(t, at, 4), end = std::min(big_endian(t, at + 4, 4), start + 0x10FFFF);
                for (auto code = start; code <= end && --budget > 0; ++code)
                    out[code] = big_endian(t, at + 8, 4) + (code - start);
            }
            break;
        }
        default:
            break;
    }
    return out;
}

}  // namespace

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8U) | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return value;
}

const FontProgram::Table* FontProgram::table(int platform, int encoding) const {
    for (const auto& cmap : cmaps)
        if (cmap.platform == platform && cmap.encoding == encoding) return &cmap;
    return nullptr;
}

std::optional<std::uint32_t> FontProgram::named(const std::string& name) const {
    const auto match = std::find(names.begin(), names.end(), name);
    if (match == names.end()) return std::nullopt;
    return static_cast<std::uint32_t>(match - names.begin());
}

std::optional<FontProgram> parse_sfnt(std::string_view bytes) {
    const Sfnt sfnt{bytes};
    const auto version = big_endian(bytes, 0, 4);
    if (version != 0x00010000 && version != 0x74727565 && version != 0x4F54544F) return std::nullopt;
    const auto head = sfnt.table("head"), hhea = sfnt.table("hhea"), maxp = sfnt.table("maxp");
    const auto metrics = sfnt.table("hmtx"), compact = sfnt.table("CFF ");
    FontProgram out;
    if (!compact.empty()) {
        auto inner = parse_cff(compact);
        if (!inner) return std::nullopt;
        out = std::move(*inner);
    } else if (sfnt.table("glyf").empty() || sfnt.table("loca").empty()) {
        return std::nullopt;
    }
    if (!maxp.empty()) out.glyphs = big_endian(maxp, 4, 2);
    const auto units = big_endian(head, 18, 2);
    const auto count = big_endian(hhea, 34, 2);
    if (out.glyphs == 0 || ((head.empty() || hhea.empty() || metrics.empty()) && compact.empty())) return std::nullopt;
    if (units != 0 && count != 0 && !metrics.empty()) {
        out.widths.clear();
        for (std::size_t glyph = 0; glyph < out.glyphs; ++glyph) {
            const auto index = std::min<std::size_t>(glyph, count - 1);
            out.widths.push_back(1000.0 * big_endian(metrics, 4 * index, 2) / units);
        }
    }
    const auto maps = sfnt.table("cmap");
    for (std::uint32_t i = 0; i < big_endian(maps, 2, 2); ++i) {
        const auto entry = 4 + std::size_t{8} * i;
        const auto offset = big_endian(maps, entry + 4, 4);
        if (offset >= maps.size()) continue;
        out.cmaps.push_back({static_cast<int>(big_endian(maps, entry, 2)),
                             static_cast<int>(big_endian(maps, entry + 2, 2)), read_map(maps.substr(offset))});
    }
    return out;
}

}  // namespace precis::audit
