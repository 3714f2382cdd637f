// locale/terms.h: where the terms of a glossary are in running text, and whether two terms are the same.
//
// In: the forms of terms, then texts, all UTF-8. Out: matches as byte offsets. A form matches whole words: no letter or
// digit touches it, nor a hyphen with a word behind it. Case is ignored, unless the form has a capital inside a word or
// is one capital letter ("GPU", "PyTorch", "R"): then it must be written so. Spaces of any width, and typed and
// typographic apostrophes and hyphens, are alike.
// Scripts without spaces (Chinese, Japanese, Thai …): a form must begin and end at a word's boundary by ICU's
// dictionary (Unicode, UAX #29), where another letter of such a script touches it.
// Cost: linear in the text, times the forms that begin with the same letter. ICU's dictionary is loaded at the first
// form that needs it.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace precis::locale {

class TermFinder {
  public:
    /// `tag`: the language of the texts, BCP 47. Empty forms match nothing.
    TermFinder(const std::vector<std::string>& forms, std::string_view tag);
    ~TermFinder();
    TermFinder(const TermFinder&) = delete;
    TermFinder& operator=(const TermFinder&) = delete;

    struct Match {
        std::size_t begin = 0, end = 0;  // bytes of the text
        std::size_t form = 0;            // index of the form
        bool operator==(const Match&) const = default;
    };
    /// The matches from left to right, none overlapping another; of two at one place, the longer.
    [[nodiscard]] std::vector<Match> find(std::string_view text) const;

  private:
    struct Form;
    struct Boundaries;
    std::vector<Form> forms_;
    std::unique_ptr<Boundaries> boundaries_;  // nullptr: no form needs the dictionary
};

/// The term in the form in which equal terms are equal: case, spaces, apostrophes and hyphens folded.
[[nodiscard]] std::string folded_term(std::string_view term);

}  // namespace precis::locale
