// Findings come from many paragraphs, each of which knows only its own text; so they are merged at the end, by the
// character that their message names last.
#include "text/missing_glyphs.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "text/codes.h"

namespace precis::text {
namespace {

/// The character of “… has no glyph for “x” (U+6F22)”; 0 if the message has another form.
char32_t character_of(const std::string& message) {
    const auto at = message.rfind("(U+");
    if (at == std::string::npos) return 0;
    std::uint32_t value = 0;
    std::from_chars(message.data() + at + 3, message.data() + message.size(), value, 16);
    return value;
}

/// The family of “the face “Lato” 400 has …”, in its quotes.
std::string family_of(const std::string& message) {
    const auto begin = message.find("“"), end = message.find("”");
    return begin < end ? message.substr(begin, end - begin) : std::string();
}

/// The script's name, or its code of ISO 15924.
std::string script_words(hb_script_t script) {
    static constexpr std::array<std::pair<hb_script_t, const char*>, 11> kNames = {
        {{HB_SCRIPT_ARABIC, "Arabic"},
         {HB_SCRIPT_CYRILLIC, "Cyrillic"},
         {HB_SCRIPT_DEVANAGARI, "Devanagari"},
         {HB_SCRIPT_GREEK, "Greek"},
         {HB_SCRIPT_HAN, "Han"},
         {HB_SCRIPT_HANGUL, "Hangul"},
         {HB_SCRIPT_HEBREW, "Hebrew"},
         {HB_SCRIPT_HIRAGANA, "Hiragana"},
         {HB_SCRIPT_KATAKANA, "Katakana"},
         {HB_SCRIPT_LATIN, "Latin"},
         {HB_SCRIPT_THAI, "Thai"}}};
    for (const auto& [known, name] : kNames) {
        if (known == script) return name;
    }
    std::array<char, 4> tag{};
    hb_tag_to_string(hb_script_to_iso15924_tag(script), tag.data());
    return std::string(tag.data(), tag.size());
}

struct Group {
    std::string family;
    hb_script_t script;
    char32_t character;  // 0 if letters of the script are one group
    std::size_t kept;    // index of the finding that stands for all
    std::set<char32_t> letters;
};

}  // namespace

void merge_missing_glyphs(diag::Diagnostics& diagnostics) {
    std::vector<Group> groups;
    std::vector<bool> dropped(diagnostics.size());
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        const auto& found = diagnostics[i];
        const auto character = character_of(found.message);
        if (found.code != code::glyph_missing || character == 0) continue;
        const auto script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
        const bool of_script =
            script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
        const auto family = family_of(found.message);
        const auto alone = of_script ? U'\0' : character;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) {
            return g.family == family && g.script == script && g.character == alone;
        });
        if (group == groups.end()) {
            groups.push_back({family, script, alone, i, {character}});
            continue;
        }
        group->letters.insert(character);
        const bool better = !diagnostics[group->kept].span && found.span;
        dropped[better ? group->kept : i] = true;
        if (better) group->kept = i;
    }
    for (const auto& group : groups) {
        if (group.letters.size() > 1)
            diagnostics[group.kept].message +=
                fmt::format(", nor for {} more of the script {}", group.letters.size() - 1, script_words(group.script));
    }
    std::size_t index = 0;
    std::erase_if(diagnostics, [&](const diag::Diagnostic&) { return dropped[index++]; });
}

}  // namespace precis::text
