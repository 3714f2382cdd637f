// Finds where sentences begin (capitals) and end (citations) in a row of tokens.
#include "bind/text/settle.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"

namespace precis::bind {
namespace {

bool lower_ascii(char c) {
    return c >= 'a' && c <= 'z';
}

/// The length of the closing marks (quotes, brackets) at the front of a text.
std::size_t closers(std::string_view text) {
    constexpr std::array<std::string_view, 7> kClosers = {"”", "’", ")", "]", "»", "“", "\u00a0»"};
    std::size_t length = 0;
    for (bool longer = true; longer;) {
        longer = false;
        for (const auto mark : kClosers) {
            if (text.substr(length, mark.size()) == mark) {
                length += mark.size();
                longer = true;
            }
        }
    }
    return length;
}

/// The length of a mark that ends a sentence at the front of a text; 0: none.
std::size_t ender(std::string_view text) {
    if (text.empty() || (base::is_letter_or_digit(text[0]) || text[0] == ' ')) return 0;  // fast: asked at every letter
    constexpr std::array<std::string_view, 8> kEnders = {".", "?", "!", "…", "。", "？", "！", "।"};
    for (const auto mark : kEnders) {
        if (text.substr(0, mark.size()) == mark) return mark.size();
    }
    return 0;
}

bool abbreviation(std::string_view before) {
    constexpr std::array<std::string_view, 12> kShort = {"e.g", "i.e", "cf",   "vs",  "approx", "etc",
                                                         "No",  "Dr",  "Prof", "z.B", "d.h",    "ca"};
    const auto begin = before.find_last_of(" (\n");
    const auto word = before.substr(begin == std::string_view::npos ? 0 : begin + 1);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return true;  // an initial
    return std::find(kShort.begin(), kShort.end(), word) != kShort.end();
}

class Settler {
  public:
    Settler(std::vector<Token> tokens, const locale::Locale& locale, Cite cite)
        : tokens_(std::move(tokens)), locale_(locale), cite_(cite) {}

    doc::Inlines run() {
        for (index_ = 0; index_ < tokens_.size(); ++index_) {
            auto& token = tokens_[index_];
            switch (token.kind) {
                case Token::Kind::words:
                    words(token);
                    break;
                case Token::Kind::citation:
                    citation(token);
                    break;
                case Token::Kind::reference:
                    reference(token);
                    break;
                case Token::Kind::footnote:
                    out_.push_back(doc::FootnoteMark{token.footnote});
                    break;
                case Token::Kind::line_break:
                    out_.push_back(doc::LineBreak{});
                    break;
            }
        }
        trim_end();
        print_pending();
        return std::move(out_);
    }

  private:
    void words(Token& token) {
        if (token.words.text.empty()) return;
        if (token.words.bound) {
            if (at_start_) token.words.text = locale_.raised(token.words.text);
            at_start_ = false;
            if (cite_ == Cite::at_sentence_end) {
                for (const int source : token.sources) remember(source);
            }
            out_.push_back(std::move(token.words));
            return;
        }
        if (token.words.code) {
            at_start_ = false;
            out_.push_back(std::move(token.words));
            return;
        }
        scan(token.words);
    }

    /// Splits the author's words where a sentence ends or a waiting citation can be put.
    void scan(const doc::Words& words) {
        std::string_view text = words.text;
        if (out_.empty()) text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
        std::size_t from = 0;
        for (std::size_t i = 0; i < text.size();) {
            const auto end = ender(text.substr(i));
            if (end > 0) {
                auto stop = i + end;
                stop += closers(text.substr(stop));
                if (ends_sentence(text, i, stop)) {
                    append_words(words, text.substr(from, stop - from));
                    print_pending();
                    cited_.clear();
                    at_start_ = true;
                    from = i = stop;
                    continue;
                }
                i += end;
                at_start_ = false;
                continue;
            }
            if (!waiting_.empty() && (text[i] == ',' || text[i] == ';' || text[i] == ':')) {
                append_words(words, text.substr(from, i + 1 - from));
                print_citation(waiting_);
                from = ++i;
                continue;
            }
            const auto c = static_cast<unsigned char>(text[i]);
            if (c > ' ' && text[i] != '(' && text[i] != '*') {
                const bool quote = c >= 0x80 && (text.substr(i, 3) == "“" || text.substr(i, 3) == "‘" ||
                                                 text.substr(i, 2) == "\u00a0");
                if (!quote) at_start_ = false;
            }
            i += base::code_point_at(text, i).length;
        }
        append_words(words, text.substr(from));
    }

    bool ends_sentence(std::string_view text, std::size_t mark, std::size_t stop) const {
        if (text.substr(mark, 1) == "." && abbreviation(text.substr(0, mark))) return false;
        const auto rest = text.substr(stop);
        const auto next = rest.find_first_not_of(" \n");
        if (next == std::string_view::npos) return !rest.empty() || at_edge();
        if (next == 0)
            return text.substr(mark, 3) == "。" || text.substr(mark, 3) == "？" || text.substr(mark, 3) == "！";
        return !lower_ascii(rest[next]);
    }

    /// Whether the word at the end of this token ends there: no letter follows in the next token.
    bool at_edge() const {
        if (index_ + 1 >= tokens_.size()) return true;
        const auto& next = tokens_[index_ + 1];
        if (next.kind != Token::Kind::words) return next.kind != Token::Kind::reference;
        return !next.words.text.empty() && (next.words.text[0] == ' ' || ender(next.words.text) > 0);
    }

    /// An explicit citation: at the sentence's end it joins the others, before a comma it waits until behind it. It is
    /// printed also where the sentence has cited the source before: its author wrote it there.
    void citation(const Token& token) {
        trim_end();
        const auto* next = index_ + 1 < tokens_.size() ? &tokens_[index_ + 1] : nullptr;
        const bool words_follow = next != nullptr && next->kind == Token::Kind::words && !next->words.bound;
        const auto first = words_follow ? std::string_view(next->words.text) : std::string_view();
        auto sources = token.sources;
        for (const int source : sources) std::erase(cited_, source);
        const bool before_end = next == nullptr || ender(first) > 0 || ender(first.substr(closers(first))) > 0;
        if (before_end) {
            for (const int source : sources) remember(source);
        } else if (!first.empty() && (first[0] == ',' || first[0] == ';' || first[0] == ':')) {
            waiting_ = std::move(sources);
        } else {
            print_citation(sources);
        }
    }

    void reference(Token& token) {
        if (at_start_) token.reference.text = locale_.raised(token.reference.text);
        at_start_ = false;
        out_.push_back(std::move(token.reference));
    }

    /// A source to be cited at the end of this sentence.
    void remember(int source) {
        if (std::find(cited_.begin(), cited_.end(), source) != cited_.end()) return;
        if (std::find(pending_.begin(), pending_.end(), source) == pending_.end()) pending_.push_back(source);
    }

    void print_citation(std::vector<int>& sources) {
        if (sources.empty()) return;
        cited_.insert(cited_.end(), sources.begin(), sources.end());
        out_.push_back(doc::Citation{std::move(sources)});
        sources.clear();
    }

    /// The citation at the end of a sentence, without sources that it has cited already.
    void print_pending() {
        for (const int source : waiting_) remember(source);
        waiting_.clear();
        std::erase_if(pending_,
                      [this](int source) { return std::find(cited_.begin(), cited_.end(), source) != cited_.end(); });
        print_citation(pending_);
    }

    /// Joins words that look like the last ones to them.
    void append_words(const doc::Words& like, std::string_view text) {
        if (text.empty()) return;
        if (auto* last = out_.empty() ? nullptr : std::get_if<doc::Words>(&out_.back())) {
            const bool same = !last->bound && last->strong == like.strong && last->emphasis == like.emphasis &&
                              last->code == like.code && last->link == like.link && last->use == like.use &&
                              last->span.source == like.span.source;
            if (same) {
                last->text += text;
                last->span.end = std::max(last->span.end, like.span.end);
                return;
            }
        }
        auto words = like;
        words.text = std::string(text);
        out_.push_back(std::move(words));
    }

    void trim_end() {
        while (!out_.empty()) {
            auto* last = std::get_if<doc::Words>(&out_.back());
            if (last == nullptr || last->code) return;
            while (!last->text.empty() && (last->text.back() == ' ' || last->text.back() == '\n')) {
                last->text.pop_back();
            }
            if (!last->text.empty()) return;
            out_.pop_back();
        }
    }

    std::vector<Token> tokens_;
    const locale::Locale& locale_;
    Cite cite_;
    std::size_t index_ = 0;
    bool at_start_ = true;
    std::vector<int> pending_;  // of this sentence, not printed yet
    std::vector<int> cited_;    // printed in this sentence
    std::vector<int> waiting_;  // of an explicit citation, to be printed behind the comma that follows
    doc::Inlines out_;
};

}  // namespace

doc::Inlines settle(std::vector<Token> tokens, const locale::Locale& locale, Cite cite) {
    return Settler(std::move(tokens), locale, cite).run();
}

}  // namespace precis::bind
