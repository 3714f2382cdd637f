// Divides a run's text into pieces that need one face each: letters with their marks, joined emoji.
#include "text/fallback.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "text/emoji.h"
#include "text/measured.h"
#include "text/script_names.h"
#include "text/shared_signs.h"

namespace precis::text {
namespace {

constexpr char32_t kJoiner = 0x200D, kAsText = 0xFE0E, kAsPicture = 0xFE0F;
constexpr std::size_t kFarthest = 200;  // bytes between a sign and the letters that decide its script
constexpr double kNotoXHeight = 0.536;  // em; scripts without an x-height are drawn to stand beside it
constexpr double kPictureSize = 0.9;    // of the letters beside it, so that it stands between ascender and descender
constexpr double kLeastMatch = 0.85, kMostMatch = 1.2;

bool is_mark(char32_t c) {
    if (c < 0x300) return false;
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
        case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
            return true;
        default:
            return false;
    }
}

bool is_han(std::uint32_t script) {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_KATAKANA;
}

/// Signs that are as wide as a Han character beside one, and narrow beside Latin letters.
bool is_shared_sign(char32_t c) {
    return c == 0xB7 || c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026;
}

/// A letter with its marks, or all that is one picture.
struct Piece {
    std::uint32_t begin = 0, end = 0;
    char32_t first = 0;
    std::uint32_t script = 0;
    bool picture = false, words = false;  // asked for by the characters themselves
    FaceData* face = nullptr;
};

/// Whether `c` belongs to the piece before it, which ends with `last`.
bool joins(const Piece& piece, char32_t last, char32_t c, bool& half_flag) {
    if (is_region(c) && half_flag) {
        half_flag = false;
        return true;
    }
    if (last == kJoiner && may_be_picture(piece.first) && may_be_picture(c)) return true;
    return c == kJoiner || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0020 && c <= 0xE007F) || is_mark(c) ||
           (is_skin_tone(c) && may_be_picture(piece.first));
}

/// The script of a letter; 0 for signs, digits, spaces and marks, which no script has alone.
std::uint32_t own_script(char32_t c) {
    const auto script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    const bool own = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
    return own ? script_for_fonts(c) : 0;
}

/// The script of the last letter before a place of the text, and of the first one from it on; 0 without any.
std::uint32_t script_before(std::string_view text, std::size_t at) {
    const auto end = at - std::min(at, kFarthest);
    while (at > end) {
        do --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
        if (const auto script = own_script(base::code_point_at(text, at).value); script != 0) return script;
    }
    return 0;
}
std::uint32_t script_after(std::string_view text, std::size_t at) {
    for (const auto end = std::min(text.size(), at + kFarthest); at < end;) {
        const auto c = base::code_point_at(text, at);
        if (const auto script = own_script(c.value); script != 0) return script;
        at += c.length;
    }
    return 0;
}

std::vector<Piece> pieces_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::vector<Piece> pieces;
    char32_t last = 0;
    bool half_flag = false;
    for (auto at = begin; at < end;) {
        const auto c = base::code_point_at(text, at);
        const auto next = at + static_cast<std::uint32_t>(c.length);
        if (!pieces.empty() && last != '\n' && joins(pieces.back(), last, c.value, half_flag)) {
            auto& piece = pieces.back();
            piece.end = next;
            piece.words = piece.words || c.value == kAsText;
            piece.picture = piece.picture || c.value == kAsPicture || is_skin_tone(c.value) || is_region(c.value) ||
                            (last == kJoiner && may_be_picture(c.value));
        } else {
            const bool shared = !scripts_sharing(c.value).empty() || (pieces.empty() && is_mark(c.value));
            const auto script = shared ? script_for_fonts(c.value, script_before(text, at), script_after(text, next))
                                       : script_for_fonts(c.value);
            pieces.push_back({at, next, c.value, script});
            half_flag = is_region(c.value);
        }
        last = c.value;
        at = next;
    }
    return pieces;
}

bool shows_all(const FaceData& face, std::string_view text, const Piece& piece) {
    for (auto at = piece.begin; at < piece.end;) {
        const auto c = base::code_point_at(text, at);
        if (!shows(face, c.value)) return false;
        at += static_cast<std::uint32_t>(c.length);
    }
    return true;
}

/// The letter before the mark and the mark as one character, which many faces have instead of the mark.
bool shows_composed(const FaceData& face, std::string_view text, const Piece& piece) {
    char32_t whole = piece.first;
    for (auto at = piece.begin + static_cast<std::uint32_t>(base::code_point_at(text, piece.begin).length);
         at < piece.end;) {
        const auto c = base::code_point_at(text, at);
        hb_codepoint_t both = 0;
        if (!is_invisible(c.value)) {
            if (!hb_unicode_compose(hb_unicode_funcs_get_default(), whole, c.value, &both)) return false;
            whole = both;
        }
        at += static_cast<std::uint32_t>(c.length);
    }
    return shows(face, whole);
}

bool has_x_height(std::uint32_t script) {
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC ||
           script == HB_SCRIPT_ARMENIAN || script == HB_SCRIPT_COPTIC;
}

/// The height of a letter over the baseline, in em; 0 if the face has none.
double height_of(const FaceData& face, char32_t letter) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t box{};
    if (!hb_font_get_nominal_glyph(face.font.get(), letter, &glyph) ||
        !hb_font_get_glyph_extents(face.font.get(), glyph, &box))
        return 0;
    return box.y_bearing / face.units_per_em;
}

constexpr double kSmallPrint = 7;  // points

double matched_size(const FaceData& own, const FaceData& other, std::uint32_t script) {
    const auto share = [](double of, double to) {
        return of > 0 && to > 0 ? std::clamp(of / to, kLeastMatch, kMostMatch) : 1;
    };
    const auto &a = own.metrics, &b = other.metrics;
    if (other.colour) return kPictureSize * share(a.cap_height, 0.714);
    if (has_x_height(script)) return share(a.x_height, b.x_height);
    if (is_han(script) || script == HB_SCRIPT_HANGUL || script == script_number("Zsym") ||
        script == script_number("Zsye"))
        return share(a.cap_height, b.cap_height);
    if (script == HB_SCRIPT_ARABIC) return share(a.cap_height, height_of(other, 0x627));
    if (script == HB_SCRIPT_HEBREW) return share((a.x_height + a.cap_height) / 2, height_of(other, 0x5DD));
    return share(a.x_height, kNotoXHeight);
}

/// Chooses the faces of one look's pieces.
struct Choosing {
    const Fallback& fallback;
    Fonts::Impl& fonts;
    std::string_view text;
    const Look& look;
    std::string han;  // the language of Han characters here
    std::vector<Piece> pieces = {};
    struct Row {
        std::vector<std::string> names = {};
        std::vector<FaceData*> faces = {};  // of the first names, opened so far
    };
    std::map<std::uint32_t, Row> rows = {};  // by script

    bool covers(const FaceData& face, const Piece& piece) const {
        return shows_all(face, text, piece) || (piece.end - piece.begin > 1 && shows_composed(face, text, piece));
    }

    /// Asks the faces after the run's own, each opened when it is first asked, until one is taken.
    template <class Ask>
    void each_other(const Piece& piece, std::uint32_t script, const Ask& ask) {
        auto& row = rows[script];
        const auto& own = look.run->face;
        if (row.names.empty())
            row.names =
                fallback.families(script, script == HB_SCRIPT_HAN ? han : std::string(look.language), look.face->serif);
        for (std::size_t i = 0; i < row.names.size(); ++i) {
            if (i == row.faces.size()) row.faces.push_back(fonts.fallback_face({row.names[i], own.weight, own.italic}));
            auto* face = row.faces[i];
            if (face && face != look.face && ask(*face, piece)) return;
        }
    }

    /// The scripts whose families may have a sign that no script has alone: those beside it, and all that share it.
    std::vector<std::uint32_t> scripts_beside(const Piece& piece) const {
        std::vector<std::uint32_t> scripts;
        for (const auto script : {script_before(text, piece.begin), script_after(text, piece.end)})
            if (script != 0) scripts.push_back(script);
        for (auto sharing = scripts_sharing(piece.first); !sharing.empty();
             sharing.remove_prefix(std::min<std::size_t>(sharing.size(), 5)))
            scripts.push_back(script_number(sharing.substr(0, 4)));
        return scripts;
    }

    FaceData* choose(const Piece& piece) {
        auto* own = look.face;
        if (!piece.picture && covers(*own, piece)) return own;
        FaceData* found = nullptr;
        FaceData* base = nullptr;  // has the letter, but not its marks
        const auto ask = [&](FaceData& face, const Piece& of) {
            if (covers(face, of)) found = &face;
            if (!base && shows(face, of.first)) base = &face;
            return found != nullptr;
        };
        const auto signs = script_number("Zsym"), emoji = script_number("Zsye");
        if (piece.picture) {
            // Joined, they must be one picture; a face in colour has them all or is not asked again.
            each_other(piece, emoji, [&](FaceData& face, const Piece& of) { return face.colour && ask(face, of); });
            if (found) return found;
            if (covers(*own, piece)) return own;
        }
        if (shows(*own, piece.first)) base = own;
        each_other(piece, piece.words ? signs : piece.script, ask);
        if (!found && (piece.script == signs || piece.script == emoji)) {
            each_other(piece, piece.script == signs || piece.words ? emoji : signs, ask);
        }
        if (!found && own_script(piece.first) == 0) {
            for (const auto script : scripts_beside(piece))
                if (each_other(piece, script, ask); found) break;
        }
        return found ? found : base ? base : own;
    }

    void run(std::uint32_t begin, std::uint32_t end) {
        pieces = pieces_of(text, begin, end);
        for (auto& piece : pieces) piece.face = piece.first == '\n' ? look.face : choose(piece);
        if (han == "zh" || han == "zh-Hant" || han == "ja") give_shared_signs();
        give_spaces();
    }

    /// Quotes, dashes and dots beside Han characters are set with them.
    void give_shared_signs() {
        const auto take = [&](Piece& piece, const Piece& beside) {
            if (piece.face != look.face || !is_shared_sign(piece.first) || beside.face == look.face ||
                !is_han(beside.script) || !covers(*beside.face, piece))
                return;
            piece.face = beside.face;
            piece.script = beside.script;
        };
        for (std::size_t i = 1; i < pieces.size(); ++i) take(pieces[i], pieces[i - 1]);
        for (std::size_t i = pieces.size(); i-- > 1;) take(pieces[i - 1], pieces[i]);
    }

    /// A space between two words in one face is set in that face.
    void give_spaces() {
        for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
            auto* face = pieces[i - 1].face;
            if (pieces[i].first == ' ' && face == pieces[i + 1].face && face->space != 0 && !face->colour) {
                pieces[i].face = face;
                pieces[i].script = pieces[i - 1].script;
            }
        }
    }
};

/// What kana or hangul say of the Han characters beside them; empty without either.
std::string han_by_letters(std::string_view text) {
    bool hangul = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::code_point_at(text, at);
        if (c.value >= 0x3041 && c.value <= 0x30FA) return "ja";
        hangul = hangul || (c.value >= 0xAC00 && c.value <= 0xD7A3);
        at += c.length;
    }
    return hangul ? "ko" : "";
}

}  // namespace

bool shows(const FaceData& face, char32_t c) {
    hb_codepoint_t glyph = 0, a = 0, b = 0;
    if (hb_font_get_nominal_glyph(face.font.get(), c, &glyph)) return true;
    if (is_invisible(c) || c == '\n') return true;
    const bool space = c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
    if (space) return face.space != 0;  // the shaper makes them of the space
    if (c == 0x2011) return hb_font_get_nominal_glyph(face.font.get(), 0x2010, &glyph) != 0;
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &a, &b)) return false;
    return shows(face, a) && (b == 0 || shows(face, b));
}

void Fallback::use(std::vector<FontIndex::Script> scripts, const FaceRules& rules) {
    scripts_ = std::move(scripts);
    for (const auto& family : rules.fallback) first_.push_back(family.family);
    language_ = rules.language;
}

bool Fallback::is_needed(std::string_view text, const FaceData& face) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80 && face.ascii) {
            ++at;
            continue;
        }
        const auto c = base::code_point_at(text, at);
        if (c.value == kAsPicture || c.value == kJoiner || c.value >= 0x1F000 || !shows(face, c.value)) return true;
        at += c.length;
    }
    return false;
}

std::string Fallback::han_language(std::string_view tag) {
    const auto is = [&](std::string_view code) {
        return tag.starts_with(code) && (tag.size() == code.size() || tag[code.size()] == '-');
    };
    if (is("ja")) return "ja";
    if (is("ko")) return "ko";
    if (!is("zh") && !is("yue")) return {};
    for (const auto* taiwan : {"-Hant", "-TW", "-HK", "-MO"})
        if (tag.find(taiwan) != std::string_view::npos) return "zh-Hant";
    return is("yue") && tag.find("-Hans") == std::string_view::npos ? "zh-Hant" : "zh";
}

std::vector<std::string> Fallback::families(std::uint32_t script, const std::string& language, bool serif) const {
    auto names = first_;
    const auto tag = script_letters(script);
    const auto add = [&](const std::vector<std::string>& more) {
        for (const auto& name : more)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    const auto han = han_language(language);
    for (const bool own : {true, false}) {  // the rows of the language first
        for (const auto& row : scripts_) {
            if (row.script != tag ||
                (own ? row.language.empty() || han != han_language(row.language) : !row.language.empty()))
                continue;
            if (serif) add(row.serif);
            add(row.sans);
            if (!serif) add(row.serif);
        }
    }
    return names;
}

void Fallback::divide(Measured& out, Fonts::Impl& fonts) const {
    std::vector<Look> divided;
    const auto by_document = han_language(language_);
    const auto by_letters = by_document.empty() ? han_by_letters(out.text) : by_document;
    for (std::size_t i = 0; i < out.looks.size(); ++i) {
        const auto& look = out.looks[i];
        const auto end = out.end_of(i);
        if (!is_needed(std::string_view(out.text).substr(look.begin, end - look.begin), *look.face)) {
            divided.push_back(look);
            continue;
        }
        const auto by_text = han_language(look.language);
        Choosing choosing{*this, fonts, out.text, look, by_text.empty() ? by_letters : by_text};
        choosing.run(look.begin, end);
        const Piece* before = nullptr;
        for (const auto& piece : choosing.pieces) {
            const double share = piece.face == look.face ? 1 : matched_size(*look.face, *piece.face, piece.script);
            // Small print is not made smaller.
            const double size = std::max(look.size * share, std::min(look.size, kSmallPrint));
            if (!before || before->face != piece.face || divided.back().size != size) {
                auto part = look;
                part.begin = piece.begin;
                part.face = piece.face;
                part.own = piece.face != look.face ? look.face : nullptr;
                part.size = size;
                part.scale = size / piece.face->units_per_em;
                divided.push_back(part);
            }
            before = &piece;
        }
    }
    out.looks = std::move(divided);
    number_looks(out.looks);
}

}  // namespace precis::text
