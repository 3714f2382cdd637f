// Terms are compared by code points, folded one by one, so that offsets into the text stay valid.
#include "locale/terms.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace precis::locale {
namespace {

struct Letter {
    char32_t exact = 0, folded = 0;
    std::size_t at = 0;  // byte of the text
};
using Letters = std::vector<Letter>;

UChar32 wide(char32_t c) {
    return static_cast<UChar32>(c);
}

/// One sign for all that are written alike: spaces, apostrophes, hyphens.
char32_t plain_sign(char32_t c) {
    if (u_isUWhiteSpace(wide(c))) return ' ';
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
    if (c == 0x2010 || c == 0x2011) return '-';
    return c;
}

Letters letters_of(std::string_view text) {
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = base::code_point_at(text, at);
        const auto exact = plain_sign(point.value);
        const auto folded = static_cast<char32_t>(u_foldCase(wide(exact), U_FOLD_CASE_DEFAULT));
        letters.push_back({exact, folded, at});
        at += point.length;
    }
    return letters;
}

bool is_word_sign(char32_t c) {
    const auto type = U_MASK(u_charType(wide(c)));
    return u_hasBinaryProperty(wide(c), UCHAR_ALPHABETIC) || u_isdigit(wide(c)) || (type & U_GC_M_MASK) != 0;
}

/// A letter of a script that is written without spaces.
bool is_unspaced(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(wide(c), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        default:
            return false;
    }
}

/// Whether the case of a form counts: a capital inside a word, or one capital alone.
bool has_own_case(const Letters& form) {
    if (form.size() == 1) return form.front().exact != form.front().folded;
    for (std::size_t i = 1; i < form.size(); ++i) {
        if (form[i].exact != form[i].folded && is_word_sign(form[i - 1].exact)) return true;
    }
    return false;
}

/// Whether `joint` between a word and what follows (or precedes) it makes one word of both: "open-source", "a.b".
bool joins(char32_t joint, char32_t beyond) {
    return (joint == '-' || joint == '.' || joint == '@' || joint == '_') && is_word_sign(beyond);
}

}  // namespace

struct TermFinder::Form {
    Letters letters;
    bool own_case = false;
    std::size_t index = 0;
};

/// The places, in letters of a text, where ICU sees a word begin or end.
struct TermFinder::Boundaries {
    explicit Boundaries(std::string_view tag) {
        UErrorCode status = U_ZERO_ERROR;
        const auto language = icu::Locale::forLanguageTag(std::string(tag), status);
        words.reset(icu::BreakIterator::createWordInstance(language, status));
        if (U_FAILURE(status)) words.reset();
    }

    std::set<std::size_t> of(const Letters& letters) const {
        std::set<std::size_t> places;
        if (!words) return places;
        icu::UnicodeString text;
        std::vector<std::size_t> letter_at;  // of each unit of UTF-16
        for (std::size_t i = 0; i < letters.size(); ++i) {
            text.append(wide(letters[i].exact));
            letter_at.resize(static_cast<std::size_t>(text.length()), i);
        }
        letter_at.push_back(letters.size());
        words->setText(text);
        for (auto at = words->first(); at != icu::BreakIterator::DONE; at = words->next())
            places.insert(letter_at[static_cast<std::size_t>(at)]);
        return places;
    }

    std::unique_ptr<icu::BreakIterator> words;
};

TermFinder::TermFinder(const std::vector<std::string>& forms, std::string_view tag) {
    bool unspaced = false;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        auto letters = letters_of(forms[i]);
        if (letters.empty()) continue;
        unspaced = unspaced || is_unspaced(letters.front().exact) || is_unspaced(letters.back().exact);
        const bool own_case = has_own_case(letters);
        forms_.push_back({std::move(letters), own_case, i});
    }
    std::stable_sort(forms_.begin(), forms_.end(),
                     [](const Form& a, const Form& b) { return a.letters.size() > b.letters.size(); });
    if (unspaced) boundaries_ = std::make_unique<Boundaries>(tag);
}

TermFinder::~TermFinder() = default;

std::vector<TermFinder::Match> TermFinder::find(std::string_view text) const {
    std::vector<Match> matches;
    if (forms_.empty()) return matches;
    const auto letters = letters_of(text);
    const auto breaks = boundaries_ ? boundaries_->of(letters) : std::set<std::size_t>();
    const auto sign = [&](std::size_t i) { return i < letters.size() ? letters[i].exact : U'\0'; };
    /// Whether a word may begin or end before letter `at`.
    const auto is_edge = [&](std::size_t at) {
        if (at == 0 || at >= letters.size()) return true;
        const auto left = sign(at - 1), right = sign(at);
        if (is_unspaced(left) && is_unspaced(right)) return breaks.count(at) > 0;
        if (is_unspaced(left) || is_unspaced(right)) return true;
        return !is_word_sign(left) || !is_word_sign(right);
    };
    const auto matches_at = [&](const Form& form, std::size_t at) {
        const auto end = at + form.letters.size();
        if (end > letters.size() || !is_edge(at) || !is_edge(end)) return false;
        if (at >= 2 && joins(sign(at - 1), sign(at - 2))) return false;
        if (end + 1 < letters.size() && joins(sign(end), sign(end + 1))) return false;
        for (std::size_t i = 0; i < form.letters.size(); ++i) {
            const auto &wanted = form.letters[i], &given = letters[at + i];
            if (form.own_case ? wanted.exact != given.exact : wanted.folded != given.folded) return false;
        }
        return true;
    };
    for (std::size_t at = 0; at < letters.size();) {
        const auto form = std::find_if(forms_.begin(), forms_.end(), [&](const Form& candidate) {
            return candidate.letters.front().folded == letters[at].folded && matches_at(candidate, at);
        });
        if (form == forms_.end()) {
            ++at;
            continue;
        }
        const auto end = at + form->letters.size();
        matches.push_back({letters[at].at, end < letters.size() ? letters[end].at : text.size(), form->index});
        at = end;
    }
    return matches;
}

std::string folded_term(std::string_view term) {
    std::string folded;
    for (const auto& letter : letters_of(term)) base::append_utf8(folded, letter.folded);
    return folded;
}

}  // namespace precis::locale
