// Rules on CMaps, TrueType encodings and lists of glyphs (CharSet, CIDSet).
// Source: ISO 19005-3:2012, 6.2.11.3, 6.2.11.4.2 and 6.2.11.6; ISO 14289-1:2014, 7.21.3, 7.21.4.2 and 7.21.6.
#include <algorithm>
#include <sstream>

#include "audit/encodings.h"
#include "audit/font.h"

namespace precis::audit {

void examine_cmap(File& file, const Font& font) {
    auto dict = font.dict, descendant = font.descendant;
    auto encoding = dict.getKey("/Encoding");
    file.expect(Rule::cmap_not_embedded, encoding.isStream() || is_predefined_cmap(word(encoding)), font.where,
                "its CMap is “{}”", word(encoding));
    file.expect(Rule::cid_range, font.encoding.highest_cid <= 65535, font.where, "its CMap gives the CID {}",
                font.encoding.highest_cid);
    if (!encoding.isStream()) return;
    auto stream = encoding.getDict();
    const auto& cmap = font.encoding;
    const auto in_dict = static_cast<int>(number_or(stream.getKey("/WMode"), 0));
    file.expect(Rule::cmap_writing_mode, in_dict == cmap.writing_mode.value_or(0), font.where,
                "WMode is {}, in the stream {}", in_dict, cmap.writing_mode.value_or(0));
    auto uses = cmap.uses;
    if (stream.getKey("/UseCMap").isName()) uses.push_back(word(stream.getKey("/UseCMap")));
    if (stream.getKey("/UseCMap").isStream())
        uses.push_back(word(stream.getKey("/UseCMap").getDict().getKey("/CMapName")));
    for (const auto& used : uses)
        file.expect(Rule::cmap_reference, is_predefined_cmap(used), font.where, "its CMap uses “{}”", used);
    auto of_cmap = stream.getKey("/CIDSystemInfo"), of_font = descendant.getKey("/CIDSystemInfo");
    const auto named = [&](QPDFObjectHandle info, const char* key, const std::string& otherwise) {
        return info.isDictionary() ? text_of(info.getKey(key)) : otherwise;
    };
    const auto registry = named(of_cmap, "/Registry", cmap.registry),
               ordering = named(of_cmap, "/Ordering", cmap.ordering);
    file.expect(Rule::cmap_registry, named(of_font, "/Registry", "") == registry, font.where, "“{}” against “{}”",
                named(of_font, "/Registry", ""), registry);
    file.expect(Rule::cmap_ordering, named(of_font, "/Ordering", "") == ordering, font.where, "“{}” against “{}”",
                named(of_font, "/Ordering", ""), ordering);
    const auto supplement = [](QPDFObjectHandle info, double otherwise) {
        return info.isDictionary() ? number_or(info.getKey("/Supplement"), otherwise) : otherwise;
    };
    const double here = supplement(of_font, 0), there = supplement(of_cmap, cmap.supplement.value_or(0));
    file.expect(Rule::cmap_supplement, here >= there, font.where, "{} against {}", here, there);
}

void examine_truetype(File& file, const Font& font) {
    auto dict = font.dict;
    auto encoding = dict.getKey("/Encoding");
    const auto where = font.where;
    if (font.symbolic) {
        file.expect(Rule::symbolic_encoding, encoding.isNull(), where, "it is symbolic and has an Encoding");
        if (!font.program) return;
        const auto count = font.program->cmaps.size();
        if (file.expect(Rule::symbolic_no_cmap, count > 0, where, "its program has no cmap"))
            file.expect(Rule::symbolic_cmaps, count == 1 || font.program->table(3, 0), where,
                        "its program has {} cmaps, none of them (3,0)", count);
        return;
    }
    if (file.expect(Rule::truetype_encoding_missing, !encoding.isNull(), where, "it has no Encoding")) {
        if (encoding.isDictionary())
            file.expect(Rule::truetype_base_missing, encoding.hasKey("/BaseEncoding"), where, "it has no BaseEncoding");
        if (!font.base.empty() || encoding.isName())
            file.expect(Rule::truetype_encoding, font.base == "WinAnsiEncoding" || font.base == "MacRomanEncoding",
                        where, "its encoding is {}", font.base);
    }
    for (const auto& [code, name] : font.differences)
        file.expect(Rule::differences_name, name == ".notdef" || named_character(name), where, "the name {}", name);
    if (!font.program) return;
    const auto& cmaps = font.program->cmaps;
    file.expect(
        Rule::truetype_no_cmap,
        std::any_of(cmaps.begin(), cmaps.end(), [](const auto& t) { return t.platform != 3 || t.encoding != 0; }),
        where, "its program has {} cmaps, none of them for text", cmaps.size());
    if (!font.differences.empty())
        file.expect(Rule::differences_no_unicode_cmap, font.program->table(3, 1) != nullptr, where,
                    "it has Differences, and its program no (3,1) cmap");
}

void examine_glyph_lists(File& file, const Font& font) {
    auto descriptor = font.descriptor;
    const auto& program = *font.program;
    if (descriptor.getKey("/CharSet").isString()) {
        std::set<std::string> listed;
        std::istringstream in(descriptor.getKey("/CharSet").getStringValue());
        for (std::string name; std::getline(in, name, '/');)
            if (!name.empty()) listed.insert(name.substr(0, name.find_last_not_of(" \r\n\t") + 1));
        for (const auto& name : program.names)
            file.expect(Rule::charset_incomplete, name == ".notdef" || listed.count(name) != 0, font.where,
                        "CharSet lacks {}", name);
        for (const auto& name : listed)
            file.expect(Rule::charset_excess, program.named(name).has_value(), font.where,
                        "CharSet lists {}, which the program lacks", name);
    }
    if (!font.composite || !descriptor.getKey("/CIDSet").isStream()) return;
    std::set<std::uint32_t> there;
    if (program.cid_keyed)
        for (const auto& [cid, glyph] : program.cids) there.insert(cid);
    else if (font.glyph_of_cid.empty())
        for (std::uint32_t glyph = 0; glyph < program.glyphs; ++glyph) there.insert(glyph);
    else
        for (std::uint32_t cid = 0; 2 * std::size_t{cid} + 1 < font.glyph_of_cid.size(); ++cid)
            if (cid == 0 || big_endian(font.glyph_of_cid, std::size_t{2} * cid, 2) != 0) there.insert(cid);
    const auto bits = stream_bytes(descriptor.getKey("/CIDSet"));
    const auto is_listed = [&](std::uint32_t cid) {
        return (big_endian(bits, cid / 8, 1) & (0x80U >> (cid % 8))) != 0;
    };
    for (const auto cid : there)
        file.expect(Rule::cidset_incomplete, cid == 0 || is_listed(cid), font.where, "CIDSet lacks {}", cid);
    for (std::uint32_t cid = 0; cid < 8 * bits.size(); ++cid)
        if (is_listed(cid)) file.expect(Rule::cidset_excess, there.count(cid) != 0, font.where, "CIDSet lists {}", cid);
}

}  // namespace precis::audit
