// Names as Unicode has them, shortened where people say less.
#include "text/script_names.h"

#include <hb.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/emoji.h"
#include "text/shared_signs.h"

namespace precis::text {
namespace {

struct Name {
    std::string_view tag, name;
};
constexpr std::array kNames = {
    Name{"Latn", "Latin"},
    Name{"Grek", "Greek"},
    Name{"Cyrl", "Cyrillic"},
    Name{"Armn", "Armenian"},
    Name{"Geor", "Georgian"},
    Name{"Arab", "Arabic"},
    Name{"Hebr", "Hebrew"},
    Name{"Syrc", "Syriac"},
    Name{"Thaa", "Thaana"},
    Name{"Nkoo", "NKo"},
    Name{"Deva", "Devanagari"},
    Name{"Beng", "Bengali"},
    Name{"Guru", "Gurmukhi"},
    Name{"Gujr", "Gujarati"},
    Name{"Orya", "Oriya"},
    Name{"Taml", "Tamil"},
    Name{"Telu", "Telugu"},
    Name{"Knda", "Kannada"},
    Name{"Mlym", "Malayalam"},
    Name{"Sinh", "Sinhala"},
    Name{"Thai", "Thai"},
    Name{"Laoo", "Lao"},
    Name{"Khmr", "Khmer"},
    Name{"Mymr", "Myanmar"},
    Name{"Tibt", "Tibetan"},
    Name{"Mong", "Mongolian"},
    Name{"Ethi", "Ethiopic"},
    Name{"Tfng", "Tifinagh"},
    Name{"Cher", "Cherokee"},
    Name{"Cans", "Canadian Aboriginal"},
    Name{"Hani", "Han"},
    Name{"Kana", "Kana"},
    Name{"Hang", "Hangul"},
    Name{"Yiii", "Yi"},
    Name{"Egyp", "Egyptian hieroglyphs"},
    Name{"Xsux", "Cuneiform"},
    Name{"Runr", "Runic"},
    Name{"Copt", "Coptic"},
    Name{"Goth", "Gothic"},
    Name{"Zsym", "Symbols"},
    Name{"Zsye", "Emoji"},
};

/// Han, kana and their signs, among the characters that no script has alone.
bool is_of_han(char32_t c) {
    return (c >= 0x2FF0 && c <= 0x303F) || (c >= 0x3099 && c <= 0x309C) || c == 0x30A0 ||
           (c >= 0x30FB && c <= 0x30FC) || (c >= 0x3190 && c <= 0x33FF) || (c >= 0xFE10 && c <= 0xFE1F) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF);
}

}  // namespace

std::optional<std::string> script_tag(std::string_view name) {
    for (const auto& known : kNames)
        if (known.name == name || known.tag == name) return std::string(known.tag);
    const bool tag = name.size() == 4 && std::all_of(name.begin(), name.end(), base::is_letter);
    return tag ? std::optional(std::string(name)) : std::nullopt;
}

std::string script_name(std::string_view tag) {
    for (const auto& known : kNames)
        if (known.tag == tag) return std::string(known.name);
    return std::string(tag);
}

std::uint32_t script_number(std::string_view tag) {
    return hb_tag_from_string(tag.data(), static_cast<int>(tag.size()));
}

std::string script_letters(std::uint32_t script) {
    std::array<char, 4> letters{};
    hb_tag_to_string(script, letters.data());
    return {letters.data(), letters.size()};
}

std::uint32_t script_for_fonts(char32_t c, std::uint32_t before, std::uint32_t after) {
    const auto script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    switch (script) {
        case HB_SCRIPT_HIRAGANA:
            return HB_SCRIPT_KATAKANA;
        case HB_SCRIPT_BOPOMOFO:
            return HB_SCRIPT_HAN;
        case HB_SCRIPT_COMMON:
        case HB_SCRIPT_INHERITED:
        case HB_SCRIPT_UNKNOWN:
            break;
        default:
            return script;
    }
    if (is_of_han(c)) return HB_SCRIPT_HAN;
    if (c >= 0x600 && c <= 0x6FF) return HB_SCRIPT_ARABIC;
    if (c == 0x10FB) return HB_SCRIPT_GEORGIAN;
    if (const auto sharing = scripts_sharing(c); !sharing.empty()) {
        for (const auto beside : {before, after})
            if (beside != 0 && sharing.find(script_letters(beside)) != std::string_view::npos) return beside;
        return script_number(sharing.substr(0, 4));
    }
    if (script == HB_SCRIPT_INHERITED && before != 0) return before;
    return script_number(is_shown_as_emoji(c) ? "Zsye" : "Zsym");
}

}  // namespace precis::text
