// bind/numbering/citation_marks.h: the marks of sources in the text, in layouts whose citation style has marks of
// words:
// "(Linux Foundation 2024; Author and Second 2025b)", "[1, 2]". Also the order of entries by author.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "bind/values/context.h"
#include "doc/document.h"

namespace precis::bind {

/// Whether two sources of the model stand in this order in a list by author: author, year, title.
[[nodiscard]] bool before_by_author(const Context& context, const data::SourceRecord& a, const data::SourceRecord& b);

class CitationMarks {
  public:
    /// `sources`: the listed ones, in the order of the list. Years of sources that would share a mark get letters.
    CitationMarks(const Context& context, const std::vector<const data::SourceRecord*>& sources);

    /// Whether marks are words here; else they are raised numbers, or footnotes.
    [[nodiscard]] bool in_words() const { return in_words_; }
    /// "b"; empty for a source that no other is confused with.
    [[nodiscard]] std::string year_letter(const data::SourceRecord& source) const;
    /// "Linux Foundation 2024"; empty if marks are numbers.
    [[nodiscard]] std::string label(const data::SourceRecord& source) const;
    /// Who a source is cited by: authors, else publisher, else title up to its colon.
    [[nodiscard]] std::string author(const data::SourceRecord& source) const;
    /// The label of a number of our own: "own analysis of Linux Foundation 2024".
    [[nodiscard]] std::string label(const OwnNumber& own) const;
    /// A mark without what is around it.
    struct Label {
        std::string text;
        bool year_alone = false;  // the words before it, or the label before, name the author
    };
    /// The source's year, if the words before its mark end in its author's name; else its label.
    [[nodiscard]] Label label_behind(const data::SourceRecord& source, std::string_view before) const;
    /// Gives the marks to a citation, with what is around and between them. labels[i] belongs to its numbers[i].
    void write(doc::Citation& citation, const std::vector<Label>& labels) const;

    /// Makes one citation of two between which there is punctuation alone, which follows it.
    static void merge(doc::Inlines& inlines);
    /// Moves the punctuation before each citation of words behind it.
    static void close_up(doc::Inlines& inlines);

  private:
    [[nodiscard]] std::string year(const data::SourceRecord& source) const;

    const Context& context_;
    const style::CitationMark* rule_ = nullptr;  // nullptr: raised numbers
    bool in_words_ = false;
    std::map<std::string, std::string> letters_;  // id -> letter
};

}  // namespace precis::bind
