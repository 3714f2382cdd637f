#include "text/font_files.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

#include "base/ascii.h"
#include "text/codes.h"
#include "text/face_data.h"
#include "text/script_names.h"

namespace precis::text {
namespace {

namespace fs = std::filesystem;

/// Numbers of the table OS/2; those of a font without it allow all.
struct Os2 {
    int weight = 400, licence = 0, selection = 0;
};

Os2 os2_of(hb_face_t* face) {
    const HbBlob table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table.get(), &size));
    const auto number = [&](unsigned at) { return at + 2 <= size ? bytes[at] * 256 + bytes[at + 1] : 0; };
    if (size < 64) return {};
    return {number(4), number(8), number(62)};
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> text{};
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
    return text.data();
}

HbFace open_face(const HbBlob& file, unsigned index) {
    HbFace face(hb_face_create(file.get(), index));
    return hb_face_get_glyph_count(face.get()) == 0 ? nullptr : std::move(face);
}

/// A family's name, and its face.
std::pair<std::string, FontFile> read_face(hb_face_t* face, const fs::path& file, unsigned index) {
    constexpr int kItalic = 1 << 0, kOblique = 1 << 9;
    const auto os2 = os2_of(face);
    FontFile read;
    read.path = file.string();
    read.index = static_cast<int>(index);
    read.weight = std::clamp(os2.weight, 1, 1000);
    read.italic = (os2.selection & (kItalic | kOblique)) != 0;
    hb_ot_var_axis_info_t axis{};
    if (hb_ot_var_find_axis_info(face, HB_TAG('w', 'g', 'h', 't'), &axis) && axis.max_value > axis.min_value) {
        read.weight = static_cast<int>(axis.min_value);
        read.heaviest = static_cast<int>(axis.max_value);
    }
    auto family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (family.empty()) family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    if (family.empty()) family = file.stem().string();
    return {std::move(family), std::move(read)};
}

std::vector<fs::path> files_below(const fs::path& path) {
    std::vector<fs::path> files;
    std::error_code failed;
    if (fs::is_regular_file(path, failed)) return {path};
    for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed))
        if (is_font_file(at->path()) && at->is_regular_file(failed)) files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

/// A letter or two that only a face for the script has.
struct Sample {
    const char* tag;
    char32_t letter, other;
};
constexpr std::array kSamples = {
    Sample{"Latn", 'a', 0xE9},      Sample{"Grek", 0x3B1, 0x3C9},   Sample{"Cyrl", 0x416, 0x44F},
    Sample{"Armn", 0x531, 0x561},   Sample{"Geor", 0x10D0, 0x10F0}, Sample{"Arab", 0x627, 0x628},
    Sample{"Hebr", 0x5D0, 0x5EA},   Sample{"Syrc", 0x710, 0x712},   Sample{"Thaa", 0x780, 0x781},
    Sample{"Nkoo", 0x7CA, 0x7D0},   Sample{"Deva", 0x905, 0x939},   Sample{"Beng", 0x985, 0x9B9},
    Sample{"Guru", 0xA05, 0xA39},   Sample{"Gujr", 0xA85, 0xAB9},   Sample{"Orya", 0xB05, 0xB39},
    Sample{"Taml", 0xB85, 0xBB9},   Sample{"Telu", 0xC05, 0xC39},   Sample{"Knda", 0xC85, 0xCB9},
    Sample{"Mlym", 0xD05, 0xD39},   Sample{"Sinh", 0xD85, 0xDC6},   Sample{"Thai", 0xE01, 0xE2E},
    Sample{"Laoo", 0xE81, 0xEAE},   Sample{"Khmr", 0x1780, 0x17A2}, Sample{"Mymr", 0x1000, 0x1021},
    Sample{"Tibt", 0xF40, 0xF68},   Sample{"Mong", 0x1820, 0x1842}, Sample{"Ethi", 0x1200, 0x1210},
    Sample{"Tfng", 0x2D30, 0x2D63}, Sample{"Cher", 0x13A0, 0x13F4}, Sample{"Cans", 0x1401, 0x1676},
    Sample{"Yiii", 0xA000, 0xA48C}, Sample{"Hani", 0x4E00, 0x6F22}, Sample{"Kana", 0x3042, 0x30A2},
    Sample{"Hang", 0xAC00, 0xD55C}, Sample{"Zsym", 0x2190, 0x2192}, Sample{"Zsye", 0x1F600, 0x1F44D},
};

}  // namespace

bool is_font_file(const fs::path& file) {
    const auto ending = base::lowered(file.extension().string());
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc" || ending == ".otc";
}

diag::Result<FontIndex> read_font_files(const fs::path& path, const diag::Span& wanted_by) {
    diag::Diagnostics diagnostics;
    std::map<std::string, FontIndex::Family> families;
    for (const auto& file : files_below(path)) {
        const HbBlob blob(hb_blob_create_from_file_or_fail(file.c_str()));
        const auto count = blob ? hb_face_count(blob.get()) : 0;
        bool any = false;
        for (unsigned index = 0; index < count; ++index) {
            const auto face = open_face(blob, index);
            if (!face) continue;
            any = true;
            auto [name, read] = read_face(face.get(), file, index);
            auto& family = families[name];
            family.name = name;
            family.files.push_back(std::move(read));
        }
        if (!any)
            diagnostics.push_back(diag::error(code::face_missing, wanted_by,
                                              fmt::format("{} cannot be read as a font", file.string()),
                                              "take the file away, or put a whole one in its place"));
    }
    FontIndex index;
    for (auto& [name, family] : families) index.families.push_back(std::move(family));
    return {std::move(index), std::move(diagnostics)};
}

diag::Diagnostics embedding_faults(const FontIndex::Family& family, const diag::Span& wanted_by) {
    constexpr int kUsage = 0xF, kRestricted = 2, kNoSubset = 0x100, kBitmapsOnly = 0x200;
    diag::Diagnostics faults;
    for (const auto& file : family.files) {
        const HbBlob blob(hb_blob_create_from_file_or_fail(file.path.c_str()));
        const auto face = blob ? open_face(blob, static_cast<unsigned>(file.index)) : nullptr;
        if (!face) continue;  // reported when text is set in it
        const auto licence = os2_of(face.get()).licence;
        const char* why = (licence & kUsage) == kRestricted ? "it may not be embedded in documents"
                          : (licence & kBitmapsOnly) != 0   ? "only bitmaps of it may be embedded"
                          : (licence & kNoSubset) != 0 ? "it may be embedded only whole, not the letters that are used"
                                                       : nullptr;
        if (why == nullptr) continue;
        faults.push_back(
            diag::error(code::font_not_embeddable, wanted_by,
                        fmt::format("the font file {} says that {} (OS/2 fsType {:#06x})", file.path, why, licence),
                        "get a file of the family that may be embedded from its maker, or name another family"));
    }
    return faults;
}

std::vector<std::string> scripts_of_face(const FontFile& file) {
    std::vector<std::string> scripts;
    const HbBlob blob(hb_blob_create_from_file_or_fail(file.path.c_str()));
    const auto face = blob ? open_face(blob, static_cast<unsigned>(file.index)) : nullptr;
    if (!face) return scripts;
    const HbFont font(hb_font_create(face.get()));
    hb_codepoint_t glyph = 0;
    for (const auto& sample : kSamples)
        if (hb_font_get_nominal_glyph(font.get(), sample.letter, &glyph) &&
            hb_font_get_nominal_glyph(font.get(), sample.other, &glyph))
            scripts.push_back(script_name(sample.tag));
    return scripts;
}

}  // namespace precis::text
