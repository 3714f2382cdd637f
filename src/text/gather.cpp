// text/gather.cpp: joins the runs' texts into one string, refuses text that cannot be set, takes soft hyphens out and
// applies capitals.
// Errors: face_missing (with the faces there are), paragraph_too_long, not_utf8.
#include <fmt/format.h>
#include <glib.h>

#include <memory>

#include "base/utf8.h"
#include "diag/codes.h"
#include "text/codes.h"
#include "text/measured.h"

namespace precis::text {
namespace {

constexpr std::size_t kMostBytes = 200'000;  // of a paragraph: far above any real one; bounds time and memory
constexpr int kMostMarks = 32;               // on one letter; Pango needs minutes for floods of them

bool is_turkic(std::string_view language) {
    return language.starts_with("tr") || language.starts_with("az");
}

/// Unicode's full mapping ("ß" to "SS"), letter by letter, so that the locale of the process has no effect.
void append_capital(std::string& text, char32_t letter, std::string_view language) {
    if (letter < 0x80 && letter != 'i') {
        text += static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
        return;
    }
    if (letter == 'i') {
        text += is_turkic(language) ? "\u0130" : "I";
        return;
    }
    std::string utf8;
    base::append_utf8(utf8, letter);
    const std::unique_ptr<char, Destroy<g_free>> upper(g_utf8_strup(utf8.data(), static_cast<gssize>(utf8.size())));
    text += upper.get();
}

struct Gathering {
    Measured& out;
    LineFeeds feeds;
    int marks = 0;
    bool flooded = false;

    void add(char32_t c, std::string_view bytes, const Look& look) {
        if (c == 0xAD) {
            out.soft.push_back(static_cast<std::uint32_t>(out.text.size()));
            return;
        }
        if (c == 0x2028 || c == 0x2029) c = '\n';
        if (c == '\n' && feeds == LineFeeds::become_spaces) c = ' ';
        if (c == '\t' || c == '\r') c = ' ';
        if (c < 0x80 && !look.run->capitals) {
            out.text += static_cast<char>(c);
            marks = 0;
            return;
        }
        if (c >= 0x300) inspect(c);
        if (look.run->capitals)
            append_capital(out.text, c, look.language);
        else
            out.text += bytes;
    }

    /// Text of Latin letters, marks, signs and general punctuation is one item; direction controls and all other
    /// scripts need itemizing.
    void inspect(char32_t c) {
        marks = g_unichar_ismark(c) ? marks + 1 : 0;
        flooded = flooded || marks > kMostMarks;
        const bool direction =
            (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F);
        // Arrows, mathematical signs and shapes belong to no script; the ohm sign, below them, counts as Greek.
        const bool sign = c >= 0x2190 && c < 0x2600;
        const bool latin = c < 0x370 || (c >= 0x2000 && c < 0x20D0 && !direction) || sign;
        out.simple = out.simple && latin;
    }
};

diag::Diagnostic face_missing(const Run& run, const Fonts::Impl& fonts) {
    if (const auto* file = fonts.file(run.face))
        return diag::error(code::face_missing, run.span, fmt::format("{} cannot be read as a font", file->path),
                           "install its package again");
    std::string faces;
    for (const auto& family : fonts.families)
        if (family.name == run.face.family)
            for (const auto& file : family.files)
                faces += fmt::format("{}{}{}", faces.empty() ? "" : ", ", file.weight, file.italic ? " italic" : "");
    const auto wanted = fmt::format("{}{}", run.face.weight, run.face.italic ? " italic" : "");
    if (faces.empty())
        return diag::error(
            code::face_missing, run.span,
            fmt::format("text is set in “{}” {}, but that family is not loaded", run.face.family, wanted),
            "name the family among the layout's fonts");
    return diag::error(code::face_missing, run.span,
                       fmt::format("the family “{}” has no face {}", run.face.family, wanted), "use one of " + faces);
}

bool same_shaping(const Look& a, const Look& b) {
    return a.face == b.face && a.size == b.size && a.run->tracking == b.run->tracking && a.run->rise == b.run->rise &&
           a.run->figures == b.run->figures && a.language == b.language;
}

bool same_output(const Look& a, const Look& b) {
    return a.face == b.face && a.size == b.size && a.run->rise == b.run->rise && a.run->color == b.run->color &&
           a.run->link == b.run->link;
}

void number(const Look& before, Look& look) {
    look.shaping = before.shaping + (same_shaping(before, look) ? 0 : 1);
    look.output = before.output + (same_output(before, look) ? 0 : 1);
}

/// Whether the text has letters that join, which are not spaced: Arabic, and the scripts of South and South-East Asia.
bool joins(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = base::code_point_at(text, i);
        if ((c.value >= 0x600 && c.value < 0x10A0) || (c.value >= 0x1780 && c.value < 0x1900)) return true;
        i += c.length;
    }
    return false;
}

bool append_look(const Run& run, const std::string& language, Fonts::Impl& fonts, Measured& out) {
    Look look;
    look.run = &run;
    look.face = fonts.face(run.face);
    if (!look.face) return false;
    look.language = run.language.empty() ? language : run.language;
    look.begin = static_cast<std::uint32_t>(out.text.size());
    look.size = run.size;
    look.scale = run.size / look.face->units_per_em;
    look.tracking = run.tracking == 0 || joins(run.text) ? 0 : run.tracking * run.size;
    if (!out.looks.empty()) number(out.looks.back(), look);
    out.looks.push_back(look);
    return true;
}

}  // namespace

void number_looks(std::vector<Look>& looks) {
    for (std::size_t i = 1; i < looks.size(); ++i) number(looks[i - 1], looks[i]);
}

bool gather(const std::vector<Run>& runs, const std::string& language, LineFeeds feeds, Fonts::Impl& fonts,
            Measured& out, diag::Diagnostics& diagnostics) {
    out.text.clear();
    out.soft.clear();
    out.looks.clear();
    out.simple = true;
    Gathering gathering{out, feeds};
    const auto errors_before = diagnostics.size();
    std::size_t total = 0;
    bool fallback = false;
    for (const auto& run : runs) {
        if (run.text.empty()) continue;
        total += run.text.size();
        if (total > kMostBytes) {
            diagnostics.push_back(diag::error(code::paragraph_too_long, run.span,
                                              fmt::format("a paragraph has more than {} bytes", kMostBytes),
                                              "divide it into several paragraphs"));
            return false;
        }
        if (base::first_invalid_utf8(run.text)) {
            diagnostics.push_back(
                diag::error(diag::code::not_utf8, run.span, "text is not well-formed UTF-8", "save the file in UTF-8"));
            continue;
        }
        if (!append_look(run, language, fonts, out)) {
            diagnostics.push_back(face_missing(run, fonts));
            continue;
        }
        const auto look = out.looks.back();
        const std::string_view text = run.text;
        for (std::size_t i = 0; i < text.size();) {
            const auto c = base::code_point_at(text, i);
            gathering.add(c.value, text.substr(i, c.length), look);
            i += c.length;
        }
        const auto gathered = std::string_view(out.text).substr(look.begin);
        fallback = fallback || Fallback::is_needed(gathered, *look.face);
        if (gathering.flooded) {
            diagnostics.push_back(diag::error(
                code::paragraph_too_long, run.span,
                fmt::format("more than {} combining marks follow one another", kMostMarks), "remove the marks"));
            return false;
        }
    }
    if (diagnostics.size() != errors_before) return false;
    if (fallback) fonts.fallback.divide(out, fonts);
    return true;
}

}  // namespace precis::text
