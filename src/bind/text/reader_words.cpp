// Each run of words is searched by locale::TermFinder, which knows where words begin and end in any script.
#include "bind/text/reader_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "locale/terms.h"

namespace precis::bind {
namespace {

using Match = locale::TermFinder::Match;

/// Whether text between quotation marks is being read. Straight marks open and close by turns; the last of an odd
/// number is none (5").
class Quotes {
  public:
    Quotes(const locale::Locale& locale, std::size_t straight)
        : open_(first_of(locale.open_quote(1))), close_(last_of(locale.close_quote(1))), straight_(straight / 2 * 2) {}

    void read(char32_t c) {
        if (c == U'"' && straight_ > 0) {
            inside_ = !inside_;
            --straight_;
        } else if (c == close_ || c == U'”' || (c == U'»' && open_ != U'»')) {
            inside_ = false;
        } else if (c == open_ || c == U'“' || c == U'«') {
            inside_ = true;
        }
    }
    [[nodiscard]] bool inside() const { return inside_; }

  private:
    static char32_t first_of(std::string_view text) { return text.empty() ? 0 : base::code_point_at(text, 0).value; }
    static char32_t last_of(std::string_view text) {
        char32_t last = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto point = base::code_point_at(text, at);
            if (point.value != U'\u00a0' && point.value != U'\u202f' && point.value != U' ') last = point.value;
            at += point.length;
        }
        return last;
    }
    char32_t open_, close_;
    std::size_t straight_;
    bool inside_ = false;
};

/// Whether a sentence begins behind `text`; so it does behind nothing.
bool begins_behind(std::string_view text) {
    constexpr std::array<std::string_view, 8> kOpening = {" ", "\n", "(", "[", "“", "‘", "„", "\u00a0"};
    constexpr std::array<std::string_view, 8> kEnds = {".", "?", "!", "…", "。", "？", "！", "।"};
    bool space = false;
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (const auto mark : kOpening) {
            if (!text.ends_with(mark)) continue;
            space = space || mark == " " || mark == "\n";
            text.remove_suffix(mark.size());
            shorter = true;
        }
    }
    if (text.empty()) return true;
    const auto end = std::find_if(kEnds.begin(), kEnds.end(), [&](auto mark) { return text.ends_with(mark); });
    if (end == kEnds.end() || (end->size() == 1 && !space)) return false;
    if (*end != ".") return true;
    // "e.g. GenAI": a dot within the word, or a letter alone before the last one, ends no sentence.
    text.remove_suffix(1);
    const auto word = text.substr(std::min(text.find_last_of(" (\n") + 1, text.size()));
    return word.size() > 1 && word.find('.') == std::string_view::npos && word != "vs" && word != "cf";
}

class Speaker {
  public:
    Speaker(const Context& context, const std::vector<Token>& tokens)
        : locale_(context.inputs.locale),
          pairs_(context.inputs.audience->vocabulary),
          words_(forms_of(pairs_), locale_.tag()),
          names_(names_of(context), locale_.tag()),
          quotes_(locale_, marks(tokens)) {}

    /// The words of a token that may be replaced.
    std::string said(std::string_view text) {
        std::string out;
        std::size_t from = 0;
        const auto names = names_.find(text);
        for (const auto& match : words_.find(text)) {
            read(text.substr(from, match.begin - from), out);
            from = match.end;
            const auto word = text.substr(match.begin, match.end - match.begin);
            const bool named = std::any_of(names.begin(), names.end(), [&](const Match& name) {
                return name.begin < match.end && match.begin < name.end;
            });
            const bool starts = begins_behind(read_);
            read_ += word;
            out += named || quotes_.inside() ? std::string(word) : own_word(match.form, word, starts);
        }
        read(text.substr(from), out);
        return out;
    }

    /// Passes over what stands between words and is never replaced.
    void pass(const Token& token) {
        if (token.kind == Token::Kind::line_break)
            read_.clear();
        else
            read_ += "—";
    }

  private:
    static std::vector<std::string> forms_of(const std::vector<std::pair<diag::Text, diag::Text>>& pairs) {
        std::vector<std::string> forms;
        for (const auto& [word, own] : pairs) forms.push_back(word.text);
        return forms;
    }
    static std::vector<std::string> names_of(const Context& context) {
        std::vector<std::string> names;
        for (const auto* list : {&context.inputs.briefing.names, &context.inputs.project.names})
            for (const auto& name : *list) names.push_back(name.text);
        return names;
    }

    static std::size_t marks(const std::vector<Token>& tokens) {
        std::size_t count = 0;
        for (const auto& token : tokens)
            if (token.kind == Token::Kind::words && !token.words.code)
                count += static_cast<std::size_t>(std::count(token.words.text.begin(), token.words.text.end(), '"'));
        return count;
    }

    void read(std::string_view text, std::string& out) {
        for (std::size_t at = 0; at < text.size();) {
            const auto point = base::code_point_at(text, at);
            quotes_.read(point.value);
            at += point.length;
        }
        read_ += text;
        out += text;
    }

    /// The reader's word: raised where the author's has a capital that its form lacks, or begins a sentence.
    std::string own_word(std::size_t form, std::string_view word, bool starts) const {
        const auto& [wanted, own] = pairs_[form];
        const bool capital = std::string(word) == locale_.raised(word);
        const bool by_case = capital && wanted.text != locale_.raised(wanted.text);
        const bool own_case = std::any_of(word.begin() + 1, word.end(), base::is_upper);  // "vLLM" begins sentences so
        return by_case || (starts && (capital || own_case)) ? locale_.raised(own.text) : own.text;
    }

    const locale::Locale& locale_;
    const std::vector<std::pair<diag::Text, diag::Text>>& pairs_;
    locale::TermFinder words_, names_;  // the author's words; phrases that stay
    Quotes quotes_;
    std::string read_;  // of the text so far, as its author wrote it
};

bool has_vocabulary(const Context& context) {
    return context.inputs.audience != nullptr && !context.inputs.audience->vocabulary.empty();
}

}  // namespace

void say_in_readers_words(const Context& context, std::vector<Token>& tokens) {
    if (!has_vocabulary(context)) return;
    Speaker speaker(context, tokens);
    for (auto& token : tokens) {
        auto& words = token.words;
        const bool address = !words.link.empty() && words.link.find(words.text) != std::string::npos;
        if (token.kind == Token::Kind::words && !words.bound && !words.code && !token.verbatim && !address)
            words.text = speaker.said(words.text);
        else
            speaker.pass(token);
    }
}

std::string in_readers_words(const Context& context, const std::string& words) {
    if (!has_vocabulary(context)) return words;
    return Speaker(context, {}).said(words);
}

}  // namespace precis::bind
