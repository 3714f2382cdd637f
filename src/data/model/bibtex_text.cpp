// LaTeX's accents and letters as Unicode, and the names of people and bodies.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/codes.h"
#include "data/model/bibtex.h"

namespace precis::data {
namespace {

/// An accent: its letters, the letters with it in the same order, and the mark that follows any other letter.
struct Accent {
    char command;
    std::string_view letters;
    std::u32string_view with;
    char32_t mark;
};
constexpr std::array<Accent, 14> kAccents{{
    {'"', "AEIOUYaeiouy", U"ÄËÏÖÜŸäëïöüÿ", 0x308},
    {'\'', "AEIOUYaeiouyCcLlNnRrSsZz", U"ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź", 0x301},
    {'`', "AEIOUaeiou", U"ÀÈÌÒÙàèìòù", 0x300},
    {'^', "AEIOUaeiouCcGgHhJjSsWwYy", U"ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ", 0x302},
    {'~', "ANOIUanoiu", U"ÃÑÕĨŨãñõĩũ", 0x303},
    {'=', "AEIOUaeiou", U"ĀĒĪŌŪāēīōū", 0x304},
    {'.', "CcEeGgIZz", U"ĊċĖėĠġİŻż", 0x307},
    {'u', "AaEeGgIiOoUu", U"ĂăĔĕĞğĬĭŎŏŬŭ", 0x306},
    {'v', "CcDdEeNnRrSsTtZz", U"ČčĎďĚěŇňŘřŠšŤťŽž", 0x30C},
    {'H', "OoUu", U"ŐőŰű", 0x30B},
    {'c', "CcGgKkLlNnRrSsTt", U"ÇçĢģĶķĻļŅņŖŗŞşŢţ", 0x327},
    {'k', "AaEeIiUu", U"ĄąĘęĮįŲų", 0x328},
    {'r', "AaUu", U"ÅåŮů", 0x30A},
    {'d', "", U"", 0x323},
}};

struct Command {
    std::string_view name, text;
};
constexpr std::array<Command, 38> kCommands{{
    {"ss", "ß"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dots", "…"},
    {"ldots", "…"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteright", "’"},
    {"textquoteleft", "‘"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"LaTeX", "LaTeX"},
    {"TeX", "TeX"},
    {"url", ""},
    {"emph", ""},
    {"textit", ""},
    {"textbf", ""},
    {"textsc", ""},
    {"texttt", ""},
    {"textrm", ""},
    {"mbox", ""},
    {"em", ""},
    {"it", ""},
    {"bf", ""},
    {"sc", ""},
    {"nobreakspace", "\u00a0"},
}};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Latex {
  public:
    Latex(const diag::Text& latex, diag::Diagnostics& out) : latex_(latex), text_(latex.text), out_(out) {}

    std::string run() {
        std::string words;
        while (at_ < text_.size()) words += next();
        return base::on_one_line(words);
    }

  private:
    bool at(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }

    /// What the next sign or command prints.
    std::string next() {
        constexpr std::array<Command, 5> kSigns{{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", "\u00a0"}}};
        for (const auto& sign : kSigns) {
            if (!at(sign.name)) continue;
            at_ += sign.name.size();
            return std::string(sign.text);
        }
        const char c = text_[at_];
        if (c == '\\') return command();
        if (c == '{' || c == '}' || c == '$') return ++at_, std::string();
        if (c == '\n' || c == '\r' || c == '\t') return ++at_, " ";
        const auto length = base::code_point_at(text_, at_).length;
        at_ += length;
        return std::string(text_.substr(at_ - length, length));
    }

    void skip_spaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }

    std::string command() {
        const auto begin = at_++;
        if (at_ >= text_.size()) return {};
        auto name = text_.substr(at_, 1);
        if (is_letter(name[0])) {
            auto end = at_;
            while (end < text_.size() && is_letter(text_[end])) ++end;
            name = text_.substr(at_, end - at_);
        }
        at_ += name.size();
        if (name.size() == 1) {
            for (const auto& accent : kAccents)
                if (accent.command == name[0]) return accented(accent);
            if (std::string_view("&%$#_{}").find(name[0]) != std::string_view::npos) return std::string(name);
            if (std::string_view("-/").find(name[0]) != std::string_view::npos) return {};
            if (std::string_view(" \\,;\n").find(name[0]) != std::string_view::npos) return " ";
        }
        for (const auto& known : kCommands) {
            if (known.name != name) continue;
            if (is_letter(name[0])) skip_spaces();
            return std::string(known.text);
        }
        unknown(begin);
        return {};
    }

    void unknown(std::size_t begin) {
        // The value's bytes are those of the file unless macros were joined to it.
        const bool as_written = latex_.span.end - latex_.span.begin == text_.size();
        auto span = latex_.span;
        if (as_written) span.end = span.begin + at_, span.begin += begin;
        out_.push_back(diag::error(code::bibtex_syntax, span,
                                   "the command " + base::quoted(text_.substr(begin, at_ - begin)) +
                                       " of LaTeX has no text that could be printed",
                                   "write its letters in UTF-8, or leave it out"));
    }

    std::string accented(const Accent& accent) {
        skip_spaces();
        const bool braced = at_ < text_.size() && text_[at_] == '{';
        if (braced) ++at_;
        auto letter = at_ < text_.size() && text_[at_] != '}' ? next() : std::string();
        if (letter == "ı") letter = "i";
        if (letter == "ȷ") letter = "j";
        if (braced && at_ < text_.size() && text_[at_] == '}') ++at_;
        std::string out;
        const auto place = letter.size() == 1 ? accent.letters.find(letter) : std::string_view::npos;
        if (place != std::string_view::npos) {
            base::append_utf8(out, accent.with[place]);
        } else if (!letter.empty()) {
            out = letter;
            base::append_utf8(out, accent.mark);
        }
        return out;
    }

    const diag::Text& latex_;
    std::string_view text_;
    diag::Diagnostics& out_;
    std::size_t at_ = 0;
};

/// The parts between separators that lie outside of braces. `length_at`: the separator's bytes at a place; 0: none.
template <class LengthAt>
std::vector<std::string> split(std::string_view text, const LengthAt& length_at) {
    std::vector<std::string> parts{{}};
    int level = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '{') ++level;
        if (text[i] == '}') --level;
        const std::size_t length = level == 0 ? length_at(text, i) : 0;
        if (length > 0) {
            parts.emplace_back();
            i += length;
            continue;
        }
        parts.back() += text[i++];
    }
    return parts;
}

std::size_t and_at(std::string_view text, std::size_t i) {
    const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
    if (i + 4 >= text.size() || !blank(i) || !blank(i + 4)) return 0;
    return (text[i + 1] | 0x20) == 'a' && (text[i + 2] | 0x20) == 'n' && (text[i + 3] | 0x20) == 'd' ? 5 : 0;
}

std::size_t comma_at(std::string_view text, std::size_t i) {
    return text[i] == ',' ? 1 : 0;
}

}  // namespace

std::string latex_text(const diag::Text& latex, diag::Diagnostics& out) {
    return Latex(latex, out).run();
}

std::vector<std::string> bibtex_names(const diag::Text& names, char between, diag::Diagnostics& out) {
    std::vector<std::string> people;
    auto written = names.text;
    std::replace(written.begin(), written.end(), '\r', ' ');
    for (const auto& name : split(written, and_at)) {
        std::vector<std::string> parts;
        for (const auto& part : split(name, comma_at)) parts.push_back(latex_text({part, names.span, {}}, out));
        // "Family, Given" and "Family, Junior, Given".
        auto text = parts.front();
        if (parts.size() > 1 && !parts.back().empty()) text = parts.back() + between + text;
        if (parts.size() > 2) text += between + parts[1];
        if (text.empty()) continue;
        std::replace(text.begin(), text.end(), ';', ',');  // parts authors in a record
        people.push_back(text == "others" ? "et al." : text);
    }
    return people;
}

}  // namespace precis::data
