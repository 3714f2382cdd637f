// A pass over the bytes: each entry is read whole, values with their braces balanced.
#include "data/model/bibtex.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "data/codes.h"
#include "diag/codes.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostBytes = 16U << 20U, kMostLevels = 64, kMostEntries = 100'000;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Whether a name of an entry, field or macro may hold the byte.
bool is_name(char c) {
    constexpr std::string_view kMarks = "{}()\",=#%\\";
    return !is_blank(c) && static_cast<unsigned char>(c) > ' ' && kMarks.find(c) == std::string_view::npos;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

class BibReader {
  public:
    BibReader(const diag::Source& source, diag::Diagnostics& out) : source_(source), text_(source->text()), out_(out) {
        for (const auto* month : {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
            macros_[month] = month;
    }

    std::vector<BibEntry> run() {
        if (text_.size() > kMostBytes) {
            out_.push_back(diag::error(diag::code::file_too_large, {source_, 0, 0}, "the library is larger than 16 MB",
                                       "keep the entries that the briefings cite in a file of their own"));
            return {};
        }
        while (!failed_) {
            at_ = text_.find('@', at_);
            if (at_ == std::string_view::npos) break;
            ++at_;
            entry();
        }
        return std::move(entries_);
    }

  private:
    void fail(std::size_t from, std::size_t to, std::string message, std::string remedy) {
        if (failed_) return;
        failed_ = true;
        const auto size = text_.size();
        out_.push_back(diag::error(code::bibtex_syntax, {source_, std::min(from, size), std::min(to, size)},
                                   std::move(message), std::move(remedy)));
    }

    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }
    bool take(char c) {
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    std::string_view name() {
        skip_blanks();
        const auto from = at_;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(from, at_ - from);
    }

    void entry() {
        const auto begin = at_ - 1;
        const auto type = lower(name());
        skip_blanks();
        const char open = at_ < text_.size() ? text_[at_] : '\0';
        if (open != '{' && open != '(') return;  // an @ in a comment, as in an address
        ++at_;
        const char close = open == '{' ? '}' : ')';
        if (type == "comment" || type == "preamble") return skip_to(close, begin);
        if (type == "string") return macro(close, begin);
        if (entries_.size() == kMostEntries) {
            return fail(begin, at_, "the library has more than 100,000 entries",
                        "keep the entries that the briefings cite in a file of their own");
        }
        BibEntry entry;
        entry.type = type;
        skip_blanks();
        const auto key_at = at_;
        while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close && !is_blank(text_[at_])) ++at_;
        entry.key.text = std::string(text_.substr(key_at, at_ - key_at));
        entry.key.span = {source_, key_at, at_};
        const auto key_end = at_;
        skip_blanks();
        const bool is_field = at_ < text_.size() && text_[at_] == '=';
        if (entry.key.text.empty() || is_field || entry.key.text.find('=') != std::string::npos) {
            return fail(begin, key_end, "the entry " + base::quoted("@" + type) + " has no key",
                        "write one behind its brace: @" + type + "{smith-2020, …}");
        }
        fields(entry, close);
        if (!failed_) entries_.push_back(std::move(entry));
    }

    void skip_to(char close, std::size_t begin) {
        std::size_t level = 0;
        for (; at_ < text_.size(); ++at_) {
            if (level == 0 && text_[at_] == close) {
                ++at_;
                return;
            }
            if (text_[at_] == '{') ++level;
            if (text_[at_] == '}' && level > 0) --level;
        }
        unclosed(begin);
    }

    void unclosed(std::size_t begin) {
        fail(begin, begin + 1, "what begins here is not closed before the file ends",
             "add the brace or quote that is missing, often in the entry here");
    }

    void macro(char close, std::size_t begin) {
        const auto macro_name = lower(name());
        if (macro_name.empty() || !take('=')) {
            return fail(begin, at_, "an @string needs a name and a value", "write @string{name = {words}}");
        }
        const auto words = value();
        if (failed_) return;
        if (!take(close)) return missing_comma(close);
        macros_[macro_name] = words.text;
    }

    void missing_comma(char close) {
        fail(at_, at_ + 1,
             "expected a comma or " + base::quoted(std::string(1, close)) + " behind the value" +
                 (at_ < text_.size() ? ", found " + base::quoted(std::string(1, text_[at_])) : ""),
             "put a comma between the fields, or close the entry");
    }

    void fields(BibEntry& entry, char close) {
        for (;;) {
            if (take(close)) return;
            if (!take(',')) return at_ >= text_.size() ? unclosed(entry.key.span.begin) : missing_comma(close);
            if (take(close)) return;
            if (at_ < text_.size() && text_[at_] == ',') continue;
            const auto field_at = at_;
            BibField field;
            field.name = lower(name());
            if (field.name.empty() || !take('=')) {
                if (at_ >= text_.size()) return unclosed(entry.key.span.begin);
                return fail(field_at, std::max(at_, field_at + 1),
                            "expected a field of " + base::quoted(entry.key.text) + ", as in title = {…}",
                            "write a name, an equals sign and a value in braces");
            }
            field.value = value();
            if (failed_) return;
            const auto twin = std::find_if(entry.fields.begin(), entry.fields.end(),
                                           [&](const BibField& other) { return other.name == field.name; });
            if (twin != entry.fields.end()) {
                return fail(field_at, field_at + field.name.size(),
                            base::quoted(entry.key.text) + " has the field " + base::quoted(field.name) + " twice",
                            "leave one of them out");
            }
            entry.fields.push_back(std::move(field));
        }
    }

    /// Parts joined by `#`: text in braces or quotes, a number, a macro.
    diag::Text value() {
        diag::Text out;
        skip_blanks();
        const auto from = at_;
        std::size_t begin = 0, end = 0;
        do {
            skip_blanks();
            const char c = at_ < text_.size() ? text_[at_] : '\0';
            if (c == '{' || c == '"') {
                begin = at_ + 1;
                out.text += quoted(c == '{' ? '}' : '"');
                end = at_ - 1;
            } else {
                begin = at_;
                out.text += plain();
                end = at_;
            }
            if (failed_) return out;
        } while (take('#'));
        const bool single = from == begin || from + 1 == begin;
        out.span = single ? diag::Span{source_, begin, end} : diag::Span{source_, from, end};
        return out;
    }

    std::string_view quoted(char close) {
        const auto begin = at_++;
        std::size_t level = 0;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\') {
                ++at_;
                continue;
            }
            if (level == 0 && c == close) {
                ++at_;
                return text_.substr(begin + 1, at_ - begin - 2);
            }
            if (c == '{' && ++level > kMostLevels) {
                fail(at_, at_ + 1, "braces are nested more than 64 deep", "take braces away");
                return {};
            }
            if (c == '}') {
                if (level == 0) break;
                --level;
            }
        }
        if (at_ < text_.size()) {
            fail(at_, at_ + 1, "this brace closes nothing: the text began with a quote", "add the brace that opens it");
        } else {
            unclosed(begin);
        }
        return {};
    }

    std::string plain() {
        const auto from = at_;
        const auto word = name();
        if (word.empty()) {
            fail(from, from + 1, "expected a value, in braces or quotes", "write it as in title = {…}");
            return {};
        }
        if (std::all_of(word.begin(), word.end(), base::is_digit)) return std::string(word);
        const auto macro = macros_.find(lower(word));
        if (macro != macros_.end()) return macro->second;
        std::vector<std::string> known;
        for (const auto& [macro_name, words] : macros_) known.push_back(macro_name);
        const auto near = base::nearest(word, known);
        fail(from, at_, "there is no @string " + base::quoted(word) + "; text needs braces or quotes",
             near ? base::did_you_mean(*near) : "put the text in braces: {" + std::string(word) + "}");
        return {};
    }

    const diag::Source& source_;
    std::string_view text_;
    diag::Diagnostics& out_;
    std::size_t at_ = 0;
    bool failed_ = false;
    std::map<std::string, std::string> macros_;
    std::vector<BibEntry> entries_;
};

}  // namespace

const diag::Text* BibEntry::first_of(std::initializer_list<std::string_view> names) const {
    for (const auto name : names)
        for (const auto& field : fields)
            if (field.name == name && !field.value.text.empty()) return &field.value;
    return nullptr;
}

std::vector<BibEntry> read_bibtex(const diag::Source& source, diag::Diagnostics& out) {
    return BibReader(source, out).run();
}

}  // namespace precis::data
