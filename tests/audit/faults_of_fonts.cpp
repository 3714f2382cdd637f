// Faults in fonts: dictionaries, encodings, programs, and the Unicode values of characters.
#include "editor.h"

namespace precis::test {
namespace {

using enum audit::Rule;

std::string bytes_of(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}
void set_bytes(QPDFObjectHandle stream, const std::string& bytes) {
    stream.replaceStreamData(bytes, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}
QPDFObjectHandle descendant(Editor& e) {
    return e.font("Type0").getKey("/DescendantFonts").getArrayItem(0);
}
QPDFObjectHandle program(Editor& e) {
    return e.font("TrueType").getKey("/FontDescriptor").getKey("/FontFile2");
}
std::size_t number_at(const std::string& bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}
/// Renames a table of a TrueType program, so that readers do not find it.
void hide_table(QPDFObjectHandle file, const std::string& tag) {
    auto bytes = bytes_of(file);
    const auto at = bytes.find(tag);
    if (at == std::string::npos || at > 300) throw std::runtime_error("no table " + tag);
    bytes[at + 3] = 'x';
    set_bytes(file, bytes);
}

/// Gives the composite font an embedded CMap like Identity-H, with the given changes.
std::function<void(Editor&)> with_cmap(const std::string& dictionary, const std::string& lines) {
    return [=](Editor& e) {
        auto font = e.font("Type0");
        auto info = Editor::parse("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>");
        auto own = descendant(e).getKey("/CIDSystemInfo");
        for (const auto* key : {"/Registry", "/Ordering", "/Supplement"}) info.replaceKey(key, own.getKey(key));
        auto cmap = e.stream("<< /Type /CMap /CMapName /Own >>",
                             "begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n" + lines +
                                 "\n1 begincidrange <0000> <ff00> 0 endcidrange\nendcmap\n");
        cmap.getDict().replaceKey("/CIDSystemInfo", info);
        auto changes = Editor::parse(dictionary);
        for (const auto& [key, value] : changes.getDictAsMap()) {
            if (info.hasKey(key))
                info.replaceKey(key, value);
            else
                cmap.getDict().replaceKey(key, value);
        }
        font.replaceKey("/Encoding", cmap);
    };
}

std::string encrypted_part(const std::string& plain, unsigned key) {
    std::string out;
    for (const char c : plain) {
        const auto cipher = static_cast<unsigned char>(static_cast<unsigned char>(c) ^ (key >> 8U));
        out += static_cast<char>(cipher);
        key = ((cipher + key) * 52845U + 22719U) & 0xFFFFU;
    }
    return out;
}
/// A Type 1 program with an A of 500 and a .notdef of 250: "sidebearing width hsbw endchar".
std::string type1_program() {
    const auto glyph = [](const std::string& name, const std::string& width) {
        const auto code = encrypted_part("xxxx\x8B" + width + "\x0D\x0E", 4330);
        return "/" + name + " " + std::to_string(code.size()) + " RD " + code + " ND\n";
    };
    return "%!PS-AdobeFont-1.0: Test\n/Encoding 256 array\ndup 65 /A put\nreadonly def\ncurrentfile eexec\n" +
           encrypted_part("xxxxdup /Private 8 dict dup begin\n2 index /CharStrings 2 dict dup begin\n" +
                              glyph(".notdef", "\xF7\x8E") + glyph("A", "\xF8\x88") +
                              "end\nend\nmark currentfile closefile\n",
                          55665);
}
/// Shows text in that font; with the CharSet (/A) it breaks no rule.
std::function<void(Editor&)> with_type1(const std::string& char_set) {
    return [=](Editor& e) {
        auto descriptor =
            e.indirect("<< /Type /FontDescriptor /FontName /ABCDEF+Test /Flags 32 /CharSet (" + char_set + ") >>");
        descriptor.replaceKey("/FontFile", e.stream("<< >>", type1_program()));
        auto font = e.indirect(
            "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Test /FirstChar 65 /LastChar 65 "
            "/Widths [500] /Encoding /WinAnsiEncoding >>");
        font.replaceKey("/FontDescriptor", descriptor);
        e.draw("BT " + e.add_resource("/Font", font) + " 1 Tf (A) Tj ET");
    };
}
std::function<void(Editor&)> with_cid_set(int add) {
    return [=](Editor& e) {
        auto file = descendant(e).getKey("/FontDescriptor").getKey("/FontFile2");
        const auto bytes = bytes_of(file);
        const auto maxp = number_at(bytes, bytes.find("maxp") + 8);
        const int glyphs = static_cast<int>(number_at(bytes, maxp + 4) >> 16U) + add;
        std::string bits(static_cast<std::size_t>(glyphs + 7) / 8, '\0');
        for (int i = 0; i < glyphs; ++i) bits[static_cast<std::size_t>(i) / 8] |= static_cast<char>(0x80 >> (i % 8));
        descendant(e).getKey("/FontDescriptor").replaceKey("/CIDSet", e.stream("<< >>", bits));
    };
}
std::function<void(Editor&)> in_meaning(const std::string& to) {
    return [=](Editor& e) {
        auto stream = e.font("TrueType").getKey("/ToUnicode");
        auto text = bytes_of(stream);
        const auto at = text.find("<", text.find("> <", text.find("beginbfchar")) + 2);
        set_bytes(stream, text.replace(at, 6, to));
    };
}
/// A code of the composite font without a Unicode value.
std::string show_code(Editor& e, const std::string& code) {
    return "BT " + e.font_name("Type0") + " 1 Tf <" + code + "> Tj ET";
}
void flag_symbolic(Editor& e) {
    e.font("TrueType").getKey("/FontDescriptor").replaceKey("/Flags", Editor::parse("4"));
}
void set_encoding(Editor& e, const std::string& encoding) {
    e.font("TrueType").replaceKey("/Encoding", Editor::parse(encoding));
}

Faults of_dictionaries() {
    return {
        {"a font that does not say so", font_dictionary, [](Editor& e) { e.font("TrueType").removeKey("/Type"); }, {}},
        {"a font without name", font_dictionary, [](Editor& e) { e.font("TrueType").removeKey("/BaseFont"); }, {}},
        {"no LastChar", font_widths, [](Editor& e) { e.font("TrueType").removeKey("/LastChar"); }, {}},
        {"a font file of another type",
         font_file_type,
         [](Editor& e) {
             auto descriptor = e.font("TrueType").getKey("/FontDescriptor");
             auto file = program(e);
             file.getDict().replaceKey("/Subtype", Editor::parse("/TrueType"));
             descriptor.removeKey("/FontFile2");
             descriptor.replaceKey("/FontFile3", file);
         },
         {font_program}},
        {"a damaged program", font_program, [](Editor& e) { set_bytes(program(e), "rubbish"); }, {}},
        {"no program",
         font_not_embedded,
         [](Editor& e) { e.font("TrueType").getKey("/FontDescriptor").removeKey("/FontFile2"); },
         {}},
        {"no CIDToGIDMap", cid_map_missing, [](Editor& e) { descendant(e).removeKey("/CIDToGIDMap"); }, {}},
        {"another CIDToGIDMap",
         cid_map,
         [](Editor& e) { descendant(e).replaceKey("/CIDToGIDMap", Editor::parse("/Other")); },
         {}},
        {"another registry", cmap_registry, with_cmap("<< /Registry (Other) >>", ""), {}},
        {"another ordering", cmap_ordering, with_cmap("<< /Ordering (Other) >>", ""), {}},
        {"a later supplement", cmap_supplement, with_cmap("<< /Supplement 7 >>", ""), {}},
        {"a CMap nobody knows",
         cmap_not_embedded,
         [](Editor& e) { e.font("Type0").replaceKey("/Encoding", Editor::parse("/Strange-H")); },
         {}},
        {"two writing modes", cmap_writing_mode, with_cmap("<< /WMode 1 >>", ""), {}},
        {"a CMap on one nobody knows", cmap_reference, with_cmap("<< >>", "/Strange-H usecmap"), {}},
        {"CIDs beyond the last", cid_range, with_cmap("<< >>", "1 begincidrange <fff0> <ffff> 65530 endcidrange"), {}},
    };
}

Faults of_programs() {
    return {
        {"a glyph that is not there",
         glyph_missing,
         [](Editor& e) { e.draw(show_code(e, "7fff")); },
         {character_unmapped}},
        {"a CharSet without the letter", charset_incomplete, with_type1(""), {}},
        {"a CharSet with another letter", charset_excess, with_type1("/A/B"), {}},
        {"a CIDSet without the last glyph", cidset_incomplete, with_cid_set(-1), {}},
        {"a CIDSet with one glyph more", cidset_excess, with_cid_set(1), {}},
        {"a wider letter",
         width_differs,
         [](Editor& e) {
             auto widths = e.font("TrueType").getKey("/Widths");
             for (int i = 0; i < widths.getArrayNItems(); ++i)
                 if (widths.getArrayItem(i).getNumericValue() > 0)
                     widths.setArrayItem(i, QPDFObjectHandle::newReal(widths.getArrayItem(i).getNumericValue() + 2, 1));
         },
         {}},
        {"a program without cmap",
         truetype_no_cmap,
         [](Editor& e) { hide_table(program(e), "cmap"); },
         {truetype_not_in_cmap}},
        {"a letter that no cmap has",
         truetype_not_in_cmap,
         [](Editor& e) { e.draw("BT " + e.font_name("TrueType") + " 1 Tf (\x83) Tj ET"); },
         {}},
        {"no encoding", truetype_encoding_missing, [](Editor& e) { e.font("TrueType").removeKey("/Encoding"); }, {}},
        {"an encoding without base",
         truetype_base_missing,
         [](Editor& e) { set_encoding(e, "<< /Type /Encoding >>"); },
         {}},
        {"the encoding of another maker",
         truetype_encoding,
         [](Editor& e) { set_encoding(e, "/MacExpertEncoding"); },
         {}},
        {"a glyph name nobody knows",
         differences_name,
         [](Editor& e) { set_encoding(e, "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /florble] >>"); },
         {}},
        {"differences without a Unicode cmap",
         differences_no_unicode_cmap,
         [](Editor& e) {
             set_encoding(e, "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /A] >>");
             auto bytes = bytes_of(program(e));  // its one cmap, (3,1), becomes (3,10)
             bytes[number_at(bytes, bytes.find("cmap") + 8) + 7] = 10;
             set_bytes(program(e), bytes);
         },
         {}},
        {"a symbolic font with an encoding", symbolic_encoding, flag_symbolic, {}},
        {"a symbolic font without cmap",
         symbolic_no_cmap,
         [](Editor& e) {
             flag_symbolic(e);
             e.font("TrueType").removeKey("/Encoding");
             hide_table(program(e), "cmap");
         },
         {glyph_missing}},
        {"a symbolic font with cmaps for text",
         symbolic_cmaps,
         [](Editor& e) {
             flag_symbolic(e);
             e.font("TrueType").removeKey("/Encoding");
             auto bytes = bytes_of(program(e));  // its one table named twice, as (1,0) and as (0,3)
             const auto entry = bytes.find("cmap");
             const auto old = number_at(bytes, entry + 8), length = number_at(bytes, entry + 12);
             const auto first = number_at(bytes, old + 8);
             const auto number = [](std::size_t value) {
                 return std::string{static_cast<char>(value >> 24U), static_cast<char>(value >> 16U),
                                    static_cast<char>(value >> 8U), static_cast<char>(value)};
             };
             const auto table = bytes.substr(old + first, length - first);
             const auto made =
                 std::string("\0\0\0\2\0\1\0\0", 8) + number(20) + std::string("\0\0\0\3", 4) + number(20) + table;
             bytes.replace(entry + 8, 8, number(bytes.size()) + number(made.size()));
             set_bytes(program(e), bytes + made);
         },
         {}},
    };
}

Faults of_meanings() {
    return {
        {"no ToUnicode",
         to_unicode_missing,
         [](Editor& e) { e.font("Type0").removeKey("/ToUnicode"); },
         {character_unmapped}},
        {"a letter that is zero", to_unicode_zero, in_meaning("<0000>"), {}},
        {"a letter that is a byte order mark", to_unicode_mark, in_meaning("<feff>"), {}},
        {"a letter without meaning",
         character_unmapped,
         [](Editor& e) {
             auto stream = e.font("Type0").getKey("/ToUnicode");
             auto text = bytes_of(stream);
             const auto begin = text.find('<', text.find("beginbf"));
             text.replace(begin, 6, "<7ffe>");
             set_bytes(stream, text);
         },
         {}},
        {"a formula without meaning",
         formula_unmapped,
         [](Editor& e) {
             auto formula = e.add_content("Formula", e.element("Document"), show_code(e, "7fff"));
             formula.replaceKey("/Alt", Editor::parse("(a sign)"));
         },
         {character_unmapped, glyph_missing}},
        {"a letter of private use", private_use, in_meaning("<e001>"), {}},
        {"the glyph for no glyph",
         notdef,
         [](Editor& e) { e.draw("BT 3 Tr " + show_code(e, "0000").substr(3)); },
         {character_unmapped}},
    };
}

}  // namespace

Faults faults_of_fonts() {
    Faults all;
    for (auto&& some : {of_dictionaries(), of_programs(), of_meanings()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace precis::test
