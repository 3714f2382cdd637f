// text/measure.cpp: splits text at changes of look, script and direction, shapes its words and measures their clusters.
// Pango gives scripts and directions. A glyph that neither the face nor a fallback family has is reported.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/utf8.h"
#include "diag/codes.h"
#include "text/any_script.h"
#include "text/codes.h"
#include "text/measured.h"
#include "text/script_names.h"

namespace precis::text {
namespace {

constexpr std::uint32_t kMostClusterBytes = 1000;  // any run of joiners or jamo is one character to Unicode
// em; from this tracking on, letters are visibly apart, and ligatures among them look wrong.
constexpr double kTrackingWithoutLigatures = 0.03;

struct Item {
    std::uint32_t begin = 0, end = 0, look = 0;
    std::uint32_t script = HB_SCRIPT_LATIN;
    std::uint8_t level = 0;
};

// Chinese and Japanese lines have no spaces: all their slack goes between letters, up to a tenth of their size.
constexpr float kCjkSlack = 8;

float letter_slack(std::uint32_t script) {
    switch (script) {
        case HB_SCRIPT_LATIN:
        case HB_SCRIPT_GREEK:
        case HB_SCRIPT_CYRILLIC:
        case HB_SCRIPT_HEBREW:
        case HB_SCRIPT_ARMENIAN:
        case HB_SCRIPT_GEORGIAN:
        case HB_SCRIPT_HANGUL:
        case HB_SCRIPT_COMMON:
            return 1;
        case HB_SCRIPT_HAN:
        case HB_SCRIPT_HIRAGANA:
        case HB_SCRIPT_KATAKANA:
        case HB_SCRIPT_BOPOMOFO:
            return kCjkSlack;
        default:
            return 0;
    }
}

bool is_white(std::string_view text, std::uint32_t at) {
    const auto c = base::code_point_at(text, at).value;
    return c == ' ' || (c >= 0x2000 && c <= 0x200B && c != 0x2007) || c == 0x205F || c == 0x3000 || c == 0x1680;
}

bool runs_from_the_right(std::string_view language) {
    for (const auto* code : {"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"})
        if (language.starts_with(code) && (language.size() == 2 || language[2] == '-')) return true;
    return false;
}

/// Whether the paragraph runs from right to left: it has letters that do, and either its language or page does, too, or
/// no letter runs the other way.
bool is_rtl(std::string_view text, std::string_view language, bool mirrored) {
    bool rtl = false, ltr = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = base::code_point_at(text, i);
        i += c.length;
        const auto script = hb_unicode_script(hb_unicode_funcs_get_default(), c.value);
        if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED) continue;
        (hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL ? rtl : ltr) = true;
    }
    return mirrored || runs_from_the_right(language) ? rtl || !ltr : rtl && !ltr;
}

/// The levels of the text with each printed value and each citation isolated from what stands around it, as by U+2068: a
/// minus sign stays at the left of its number, and a full stop between a Latin word and a citation ends the sentence.
std::vector<std::uint8_t> levels_with_isolates(const Measured& m) {
    const auto isolated = [](const Run& run) { return run.value || run.rise > 0; };
    if (!m.rtl || std::none_of(m.looks.begin(), m.looks.end(), [&](const Look& look) { return isolated(*look.run); }))
        return levels_of(m.text, m.rtl);
    constexpr std::string_view kIsolate = "\u2068", kEnd = "\u2069";
    std::string text;
    std::vector<std::uint32_t> places;  // of each byte of m.text
    places.reserve(m.text.size());
    for (std::size_t i = 0; i < m.looks.size(); ++i) {
        const auto* run = m.looks[i].run;  // one run may have several faces
        if (isolated(*run) && (i == 0 || m.looks[i - 1].run != run)) text += kIsolate;
        for (auto at = m.looks[i].begin; at < m.end_of(i); ++at) {
            places.push_back(static_cast<std::uint32_t>(text.size()));
            text += m.text[at];
        }
        if (isolated(*run) && (i + 1 == m.looks.size() || m.looks[i + 1].run != run)) text += kEnd;
    }
    const auto all = levels_of(text, m.rtl);
    std::vector<std::uint8_t> levels;
    levels.reserve(places.size());
    for (const auto at : places) levels.push_back(all[at]);
    return levels;
}

std::vector<Item> items_of_looks(const Measured& m) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < m.looks.size(); ++i) {
        const auto end = static_cast<std::uint32_t>(i + 1 < m.looks.size() ? m.looks[i + 1].begin : m.text.size());
        if (!items.empty() && m.looks[i].shaping == m.looks[items.back().look].shaping)
            items.back().end = end;
        else
            items.push_back({m.looks[i].begin, end, static_cast<std::uint32_t>(i)});
    }
    return items;
}

std::vector<Item> itemized(const Measured& m) {
    auto items = items_of_looks(m);
    if (m.simple) return items;
    const auto scripts = scripts_of(m.text);
    const auto levels = levels_with_isolates(m);
    std::vector<Item> split;
    for (const auto& item : items) {
        for (auto at = item.begin; at < item.end; ++at) {
            const bool starts =
                at == item.begin || scripts[at] != split.back().script || levels[at] != split.back().level;
            if (starts) split.push_back({at, at, item.look, scripts[at], levels[at]});
            split.back().end = at + 1;
        }
    }
    return split;
}

/// Reports characters that a face lacks, each once in a paragraph.
struct MissingGlyphs {
    Fonts::Impl& fonts;
    diag::Diagnostics& diagnostics;
    std::set<char32_t> reported;

    /// `begin`: the byte of the text at which the word begins.
    void report(const Shaped& word, std::uint32_t begin, const std::vector<Look>& looks) {
        for (const auto at : word.missing) {
            const auto behind =
                std::partition_point(looks.begin(), looks.end(), [&](const Look& l) { return l.begin <= begin + at; });
            const auto& look = *std::prev(behind);
            const auto cluster = std::find_if(word.clusters.begin(), word.clusters.end(),
                                              [&](const ShapedCluster& c) { return c.begin == at; });
            for (std::size_t i = at; i < cluster->begin + cluster->bytes;) {
                const auto c = base::code_point_at(word.text, i);
                if (!shows(*look.face, c.value) && reported.insert(c.value).second)
                    add(c.value, word.text.substr(i, c.length), look);
                i += c.length;
            }
        }
    }

    void add(char32_t c, std::string_view character, const Look& look) {
        const auto shown = c < 0x20 || c == 0x7F ? std::string("a control character") : fmt::format("“{}”", character);
        diagnostics.push_back(
            diag::error(code::glyph_missing, look.run->span,
                        fmt::format("no font of the layout or of fonts.yaml has a glyph for {} (U+{:04X})", shown,
                                    static_cast<std::uint32_t>(c)),
                        remedy(c, look)));
    }

    std::string remedy(char32_t c, const Look& look) const {
        const auto script = script_for_fonts(c);
        if (const auto package = package_of(script, look); !package.empty())
            return "install a font that has it: apt-get install " + package;
        if (const auto family = family_with(c, look); !family.empty())
            return fmt::format("let the layout use a family that has it: “fonts: {{fallback: [{}]}}”", family);
        return "write it differently, or add a family that has it to a fonts.yaml of the project, and to the layout: "
               "“fonts: {fallback: […]}”";
    }

    /// The package of the first family for the script that is not installed.
    std::string package_of(std::uint32_t script, const Look& look) const {
        for (const auto& name : fonts.fallback.families(script, std::string(look.language), look.face->serif))
            for (const auto& family : fonts.others)
                if (family.name == name && !family.files.empty() && !exists(family)) return family.package;
        return {};
    }

    /// A family of the index that is installed and has the character.
    std::string family_with(char32_t c, const Look& look) const {
        std::vector<std::string> names;
        for (const auto* known : {&fonts.families, &fonts.others})
            for (const auto& family : *known) names.push_back(family.name);
        for (const auto& name : names) {
            const auto* face = fonts.fallback_face({name, look.run->face.weight, look.run->face.italic});
            if (face && shows(*face, c)) return name;
        }
        return {};
    }

    static bool exists(const FontIndex::Family& family) {
        std::error_code ignored;
        return std::filesystem::exists(family.files.front().path, ignored);
    }
};

struct Measuring {
    Measured& m;
    Shaper& shaper;
    MissingGlyphs missing;
    std::uint32_t look = 0;
    bool flooded = false;

    void measure_item(const Item& item) {
        const auto& first = m.looks[item.look];
        ShapeStyle style;
        style.face = first.face;
        style.figures = first.run->figures;
        style.ligatures = std::abs(first.tracking) < kTrackingWithoutLigatures * first.size;
        style.rtl = item.level % 2 == 1;
        style.script = item.script;
        style.language = std::string(first.language);
        auto& words = shaper.words(style);
        const float slack = letter_slack(item.script);
        for (auto at = item.begin; at < item.end;) {
            if (m.text[at] == '\n') {
                ++at;
                continue;
            }
            auto end = at + 1;
            while (end < item.end && m.text[end] != ' ' && m.text[end] != '\n') ++end;
            add_unit(words, at, end, end < item.end && m.text[end] == ' ', item, slack);
            at = end;
        }
    }

    void add_unit(Shaper::Words& words, std::uint32_t begin, std::uint32_t end, bool before_space, const Item& item,
                  float slack) {
        const auto view = std::string_view(m.text).substr(begin, end - begin + (before_space ? 1 : 0));
        const auto* shaped = &shaper.shape(words, view);
        std::size_t count = shaped->clusters.size();
        if (before_space) {
            if (count > 0 && shaped->clusters[count - 1].begin == end - begin)
                --count;
            else
                shaped = &shaper.shape(words, view.substr(0, end - begin)), count = shaped->clusters.size();
        }
        if (!shaped->missing.empty()) missing.report(*shaped, begin, m.looks);
        Unit word{&words, shaped, begin, end, static_cast<std::uint32_t>(m.clusters.size()), 0};
        for (std::uint32_t i = 0; i < count; ++i) add_cluster(*shaped, i, begin, item, slack);
        word.last = static_cast<std::uint32_t>(m.clusters.size());
        m.units.push_back(word);
    }

    void add_cluster(const Shaped& shaped, std::uint32_t index, std::uint32_t base, const Item& item, float slack) {
        const auto& from = shaped.clusters[index];
        Cluster c;
        flooded = flooded || from.bytes > kMostClusterBytes;
        c.word = &shaped;
        c.index = index;
        c.begin = base + from.begin;
        c.bytes = from.bytes;
        while (look + 1 < m.looks.size() && m.looks[look + 1].begin <= c.begin) ++look;
        c.look = look;
        c.advance = from.advance * m.looks[look].scale + m.looks[look].tracking;
        c.level = item.level;
        const auto byte = static_cast<unsigned char>(m.text[c.begin]);
        c.space = byte == ' ' || (byte == 0xC2 && static_cast<unsigned char>(m.text[c.begin + 1]) == 0xA0);
        c.white = byte == ' ' || (byte >= 0xE1 && byte <= 0xE3 && is_white(m.text, c.begin));
        c.letter_slack = slack;
        m.clusters.push_back(c);
    }
};

}  // namespace

bool measure(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
             Shaper& shaper, Measured& out, diag::Diagnostics& diagnostics) {
    if (!gather(runs, language, feeds, fonts, out, diagnostics)) return false;
    out.clusters.clear();
    out.units.clear();
    out.rtl = !out.simple && is_rtl(out.text, language, out.mirrored);
    if (!out.simple && !knows_any_script())
        diagnostics.push_back(
            diag::error(diag::code::internal_error, runs.front().span,
                        "this text is not in Latin letters alone, and libpango-1.0.so.0 cannot be loaded",
                        "install the Debian package libpango-1.0-0"));
    Measuring measuring{out, shaper, {fonts, diagnostics, {}}};
    for (const auto& item : itemized(out)) measuring.measure_item(item);
    if (measuring.flooded)
        diagnostics.push_back(
            diag::error(code::paragraph_too_long, runs.front().span,
                        fmt::format("a single character is built from more than {} bytes", kMostClusterBytes),
                        "write it as one letter with its marks"));
    return !measuring.flooded;
}

}  // namespace precis::text
