// HarfBuzz makes the subset, Brotli packs its tables; the file around them is written here.
#include "text/web_font.h"

#include <brotli/encode.h>
#include <hb-subset.h>

#include <algorithm>
#include <array>

#include "base/shared_library.h"
#include "diag/codes.h"
#include "text/face_data.h"

namespace precis::text {
namespace {

/// The functions of both libraries that are used here.
struct Library {
    base::SharedLibrary subset{"libharfbuzz-subset.so.0"}, packer{"libbrotlienc.so.1"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_FIND(of, name) decltype(&::name) name = of.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_FIND(subset, hb_subset_input_create_or_fail);
    PRECIS_FIND(subset, hb_subset_input_destroy);
    PRECIS_FIND(subset, hb_subset_input_unicode_set);
    PRECIS_FIND(subset, hb_subset_input_set);
    PRECIS_FIND(subset, hb_subset_input_set_flags);
    PRECIS_FIND(subset, hb_subset_or_fail);
    PRECIS_FIND(packer, BrotliEncoderCompress);
    PRECIS_FIND(packer, BrotliEncoderMaxCompressedSize);
#undef PRECIS_FIND
};

const Library& library() {
    static const Library functions;
    return functions;
}

// Fractions, small capitals and ordinals, which the pages do not use: without them a Latin subset is half as large.
constexpr std::array<hb_tag_t, 3> kLeftOut = {HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'),
                                              HB_TAG('d', 'n', 'o', 'm')};
constexpr std::array<hb_tag_t, 3> kFigures = {HB_TAG('l', 'n', 'u', 'm'), HB_TAG('t', 'n', 'u', 'm'),
                                              HB_TAG('p', 'n', 'u', 'm')};

/// The face with the glyphs of the letters; nullptr if HarfBuzz cannot read it.
HbFace subset_of(hb_face_t* face, const std::set<char32_t>& letters) {
    const auto& lib = library();
    auto* input = lib.hb_subset_input_create_or_fail();
    if (input == nullptr) return nullptr;
    auto* wanted = lib.hb_subset_input_unicode_set(input);
    for (const auto letter : letters) hb_set_add(wanted, letter);
    auto* features = lib.hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (const auto tag : kLeftOut) hb_set_del(features, tag);
    for (const auto tag : kFigures) hb_set_add(features, tag);
    lib.hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    HbFace subset(lib.hb_subset_or_fail(face, input));
    lib.hb_subset_input_destroy(input);
    return subset;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void append(std::string& out, std::uint64_t value, std::size_t count) {
    for (std::size_t i = count; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 255);
}

/// UIntBase128: seven bits a byte, the highest first. Source: WOFF2, 4.1.
void append_base128(std::string& out, std::uint32_t value) {
    int shift = 28;
    while (shift > 0 && value >> shift == 0) shift -= 7;
    for (; shift >= 0; shift -= 7) out += static_cast<char>((value >> shift & 127) | (shift > 0 ? 128 : 0));
}

struct Table {
    std::string tag;
    std::string_view bytes;
};

/// The tables of a font file, `loca` behind `glyf`, as WOFF2 asks (5.5).
std::vector<Table> tables_of(std::string_view font) {
    constexpr std::size_t kHead = 12, kEntry = 16;
    std::vector<Table> tables;
    const auto count = number_at(font, 4, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = kHead + i * kEntry;
        if (at + kEntry > font.size()) break;
        tables.push_back(
            {std::string(font.substr(at, 4)), font.substr(number_at(font, at + 8, 4), number_at(font, at + 12, 4))});
    }
    const auto named = [&](const char* tag) {
        return std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.tag == tag; });
    };
    if (const auto loca = named("loca"); loca != tables.end() && named("glyf") != tables.end()) {
        const auto moved = *loca;
        tables.erase(loca);
        tables.insert(named("glyf") + 1, moved);
    }
    return tables;
}

/// Source: WOFF2, 4 and 5; tables keep their form (transform version 3 of glyf and loca, 0 of all others).
std::string woff2_of(std::string_view font) {
    constexpr std::uint8_t kOwnTag = 63, kAsItIs = 3U << 6U;
    constexpr std::size_t kEntry = 16;
    constexpr int kQuality = 9, kWindow = 22;  // of Brotli; 11 takes ten times as long for 4 % less
    const auto tables = tables_of(font);
    std::string directory, stream;
    std::size_t unpacked = 12 + kEntry * tables.size();
    for (const auto& table : tables) {
        const bool glyphs = table.tag == "glyf" || table.tag == "loca";
        directory += static_cast<char>(kOwnTag | (glyphs ? kAsItIs : 0));
        directory += table.tag;
        append_base128(directory, static_cast<std::uint32_t>(table.bytes.size()));
        stream += table.bytes;
        unpacked += (table.bytes.size() + 3) / 4 * 4;
    }
    const auto& lib = library();
    std::size_t size = lib.BrotliEncoderMaxCompressedSize(stream.size());
    std::string packed(size, '\0');
    if (lib.BrotliEncoderCompress(kQuality, kWindow, BROTLI_MODE_FONT, stream.size(),
                                  reinterpret_cast<const std::uint8_t*>(stream.data()), &size,
                                  reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_FALSE)
        return {};
    packed.resize(size);
    constexpr std::size_t kHead = 48;
    const std::size_t length = (kHead + directory.size() + packed.size() + 3) / 4 * 4;
    std::string out = "wOF2";
    append(out, number_at(font, 0, 4), 4);  // flavour
    append(out, length, 4);
    append(out, tables.size(), 2);
    append(out, 0, 2);
    append(out, unpacked, 4);
    append(out, packed.size(), 4);
    append(out, 0x00010000, 4);  // version
    append(out, 0, 20);          // no metadata, no private block
    out += directory + packed;
    out.resize(length);
    return out;
}

}  // namespace

diag::Result<std::optional<WebFont>> web_font(const Fonts& fonts, const scene::Face& face,
                                              const std::set<char32_t>& letters) {
    auto& impl = fonts.impl();
    auto* data = impl.face(face);
    if (data == nullptr) data = impl.fallback_face(face);
    if (data == nullptr) return std::optional<WebFont>();
    const auto& lib = library();
    if (!lib.subset.complete() || !lib.packer.complete())
        return diag::Diagnostics{
            diag::error(diag::code::format_not_available, {},
                        "a web edition needs HarfBuzz's library for subsets and Brotli's, which are not installed",
                        "install them: apt-get install libharfbuzz0b libbrotli1")};
    const auto subset = subset_of(hb_font_get_face(data->font.get()), letters);
    if (!subset) return std::optional<WebFont>();
    const HbBlob blob(hb_face_reference_blob(subset.get()));
    unsigned int length = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &length);
    WebFont out;
    out.woff2 = woff2_of({bytes, length});
    out.italic = data->file.italic;
    out.lightest = out.heaviest = data->file.weight;
    if (data->file.heaviest > 0) {
        // The file as the index lists it has the whole axis; the opened face is one weight of it.
        const auto* listed = impl.file(face);
        out.lightest = listed != nullptr ? listed->weight : data->file.weight;
        out.heaviest = data->file.heaviest;
    }
    return std::optional(std::move(out));
}

}  // namespace precis::text
