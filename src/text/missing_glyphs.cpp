// Findings come from many paragraphs, each of which knows only its own text; so they are merged at the end, by the
// character that their message names last.
#include "text/missing_glyphs.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/codes.h"
#include "text/script_names.h"

namespace precis::text {
namespace {

/// The character of “… no glyph for “x” (U+6F22)”; 0 if the message has another form.
char32_t character_of(const std::string& message) {
    const auto at = message.rfind("(U+");
    if (at == std::string::npos) return 0;
    std::uint32_t value = 0;
    std::from_chars(message.data() + at + 3, message.data() + message.size(), value, 16);
    return value;
}

constexpr std::size_t kShown = 5;  // letters that a message names

/// One group for all that a family of Han characters has.
std::uint32_t group_of(char32_t character) {
    const auto script = script_for_fonts(character);
    return script == HB_SCRIPT_KATAKANA ? static_cast<std::uint32_t>(HB_SCRIPT_HAN) : script;
}

std::string kind_of(std::uint32_t script) {
    const auto tag = script_letters(script);
    if (tag == "Zsym") return "signs";
    if (tag == "Zsye") return "emoji";
    return "letters of the script " + script_name(tag);
}

struct Group {
    std::uint32_t script;
    std::size_t kept;               // index of the finding that stands for all
    std::vector<char32_t> letters;  // in the order of their first finding

    [[nodiscard]] std::string words() const {
        std::string named;
        for (std::size_t i = 0; i < std::min(letters.size(), kShown); ++i) {
            named += named.empty() ? "“" : ", “";
            base::append_utf8(named, letters[i]);
            named += "”";
        }
        if (letters.size() > kShown) named += " …";
        return fmt::format("no font of the layout or of fonts.yaml has {} {}: {}", letters.size(), kind_of(script),
                           named);
    }
};

}  // namespace

void merge_missing_glyphs(diag::Diagnostics& diagnostics) {
    std::vector<Group> groups;
    std::vector<bool> dropped(diagnostics.size());
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        const auto& found = diagnostics[i];
        const auto character = character_of(found.message);
        if (found.code != code::glyph_missing || character == 0) continue;
        const auto script = group_of(character);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.script == script; });
        if (group == groups.end()) {
            groups.push_back({script, i, {character}});
            continue;
        }
        auto& letters = group->letters;
        if (std::find(letters.begin(), letters.end(), character) == letters.end()) letters.push_back(character);
        const bool better = !diagnostics[group->kept].span && found.span;
        dropped[better ? group->kept : i] = true;
        if (better) group->kept = i;
    }
    for (const auto& group : groups) {
        if (group.letters.size() > 1) diagnostics[group.kept].message = group.words();
    }
    std::size_t index = 0;
    std::erase_if(diagnostics, [&](const diag::Diagnostic&) { return dropped[index++]; });
}

}  // namespace precis::text
