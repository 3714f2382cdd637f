// Replaces typed marks by typographic ones. It looks at neighbours across tokens, so that a quote before bold text
// opens.
#include "bind/text/typography.h"

#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "bind/text/units.h"

namespace precis::bind {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";

bool ascii_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n';
}
bool blank(char32_t c) {
    return c == 0 || ascii_space(c) || c == 0xA0 || c == 0x202F;
}
bool opens(char32_t c) {
    return blank(c) || c == '(' || c == '[' || c == 0x2014 || c == 0x2013 || c == '/' || c == 0x201C || c == 0x2018 ||
           c == 0xAB;
}
bool letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
}
bool digit(char32_t c) {
    return c >= '0' && c <= '9';
}

class MarkSetter {
  public:
    MarkSetter(std::vector<Token>& tokens, const locale::Locale& locale)
        : tokens_(tokens), locale_(locale), french_(locale.tag().substr(0, 2) == "fr") {}

    void run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            auto& token = tokens_[i];
            if (token.kind != Token::Kind::words) {
                if (token.kind == Token::Kind::reference) previous_ = 'x';
                if (token.kind == Token::Kind::line_break) previous_ = ' ';
                continue;
            }
            if (token.words.code || token.words.bound) {
                previous_ = token.words.text.empty() ? previous_ : last(token.words.text);
                continue;
            }
            token.words.text = set(token.words.text, after(i));
        }
    }

  private:
    static char32_t last(std::string_view text) {
        auto at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        return base::code_point_at(text, at).value;
    }

    /// The character that follows token i; 0 at the end.
    char32_t after(std::size_t i) const {
        for (auto next = i + 1; next < tokens_.size(); ++next) {
            const auto& token = tokens_[next];
            if (token.kind == Token::Kind::reference) return 'x';
            if (token.kind == Token::Kind::line_break) return ' ';
            if (token.kind == Token::Kind::words && !token.words.text.empty()) {
                return base::code_point_at(token.words.text, 0).value;
            }
        }
        return 0;
    }

    std::string set(const std::string& text, char32_t after_text) {
        std::string out;
        const std::string_view view = text;
        out.reserve(view.size());
        for (std::size_t i = 0; i < view.size();) {
            if (base::is_letter_or_digit(view[i])) {  // fast: most characters stay
                out += view[i];
                previous_ = static_cast<unsigned char>(view[i++]);
                continue;
            }
            const auto point = base::code_point_at(view, i);
            const auto rest = view.substr(i + point.length);
            const auto next = rest.empty() ? after_text : base::code_point_at(rest, 0).value;
            std::size_t taken = point.length;
            std::string mark(view.substr(i, point.length));
            if (point.value == '"') {
                mark = double_quote();
            } else if (point.value == '\'') {
                mark = single_quote(next);
            } else if (view.substr(i, 3) == "...") {
                mark = "…";
                taken = 3;
            } else if (view.substr(i, 3) == "---") {
                mark = "—";
                taken = 3;
            } else if (view.substr(i, 2) == "--") {
                mark = "–";
                taken = 2;
            } else if (point.value == ' ' && keeps_together(out, rest, next)) {
                mark = kNoBreak;
            }
            out += mark;
            if (!mark.empty()) previous_ = last(mark);
            i += taken;
        }
        return out;
    }

    /// Whether the space between `before` and `rest` must not break: between a number and its unit or its name, and in
    /// French before high punctuation.
    bool keeps_together(std::string_view before, std::string_view rest, char32_t next) const {
        if (digit(previous_) && begins_with_unit(rest)) return true;
        if (digit(next) && ends_with_name_of_number(before)) return true;
        return french_ && (next == ':' || next == ';' || next == '!' || next == '?' || next == 0xBB);
    }

    std::string double_quote() {
        const bool opening = opens(previous_);
        return std::string(opening ? locale_.open_quote(1) : locale_.close_quote(1));
    }

    /// An apostrophe inside a word or before figures (’26), else a quote of the second level.
    std::string single_quote(char32_t next) {
        if (opens(previous_) && letter(next)) {
            ++single_;
            return std::string(locale_.open_quote(2));
        }
        if (single_ > 0 && !letter(next) && !digit(next)) {
            --single_;
            return std::string(locale_.close_quote(2));
        }
        return "’";
    }

    std::vector<Token>& tokens_;
    const locale::Locale& locale_;
    bool french_;
    char32_t previous_ = 0;
    int single_ = 0;  // open single quotes
};

}  // namespace

void set_typography(std::vector<Token>& tokens, const locale::Locale& locale) {
    MarkSetter(tokens, locale).run();
}

std::string typographic(const std::string& text, const locale::Locale& locale) {
    std::vector<Token> tokens(1);
    tokens.front().words.text = text;
    set_typography(tokens, locale);
    return tokens.front().words.text;
}

}  // namespace precis::bind
