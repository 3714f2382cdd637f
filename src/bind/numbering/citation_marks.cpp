// Labels of author and year; years of equal labels get the letters a, b, c in the order of the list.
#include "bind/numbering/citation_marks.h"

#include <algorithm>

#include "bind/numbering/author_names.h"
#include "bind/numbering/source_text.h"
#include "bind/text/prose.h"
#include "bind/text/source_line.h"
#include "bind/text/typography.h"

namespace precis::bind {
namespace {

/// Who a source is listed under: authors, else publisher, else title.
std::string listed_under(const Context& context, const data::SourceRecord& source, const std::string& authors) {
    const auto& locale = context.inputs.locale;
    if (!authors.empty()) return typographic(authors, locale);
    return typographic(source.publisher.empty() ? source.title : locale.raised(source.publisher), locale);
}

std::string year_of(const data::SourceRecord& source) {
    return source.date.substr(0, std::min<std::size_t>(4, source.date.size()));
}

constexpr std::size_t kMostLetters = 26;
constexpr std::string_view kMarks = ".,;:!?";  // punctuation that follows a mark in words

}  // namespace

bool before_by_author(const Context& context, const data::SourceRecord& a, const data::SourceRecord& b) {
    style::CitationNames rule;
    rule.names = style::NameOrder::family_first;
    const auto& locale = context.inputs.locale;
    const auto key = [&](const data::SourceRecord& source) {
        return listed_under(context, source, author_names(source, rule, locale));
    };
    const auto of_a = key(a), of_b = key(b);
    if (of_a != of_b) return locale.before(of_a, of_b);
    if (year_of(a) != year_of(b)) return year_of(a) < year_of(b);
    return a.title != b.title && locale.before(a.title, b.title);
}

CitationMarks::CitationMarks(const Context& context, const std::vector<const data::SourceRecord*>& sources)
    : context_(context) {
    const auto& layout = context.inputs.layout;
    if (!layout.citation_style) return;
    rule_ = &layout.citation_style->mark;
    in_words_ = rule_->form != style::MarkForm::number && prints_numbers(context);
    if (rule_->form != style::MarkForm::author_date) return;
    std::map<std::string, std::vector<std::string>> alike;
    for (const auto* source : sources) alike[author(*source) + "\n" + year_of(*source)].push_back(source->id);
    for (const auto& [label, ids] : alike) {
        if (ids.size() < 2 || label.back() == '\n') continue;  // without a year there is nothing to give a letter to
        for (std::size_t i = 0; i < ids.size(); ++i)
            letters_[ids[i]] = i < kMostLetters ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
    }
}

std::string CitationMarks::year_letter(const data::SourceRecord& source) const {
    const auto at = letters_.find(source.id);
    return at == letters_.end() ? std::string() : at->second;
}

std::string CitationMarks::author(const data::SourceRecord& source) const {
    auto words = listed_under(context_, source, family_names(source, *rule_, context_.inputs.locale));
    // A title stands for its author up to its colon.
    if (source.authors.empty() && source.publisher.empty()) words = words.substr(0, words.find(": "));
    return words;
}

std::string CitationMarks::year(const data::SourceRecord& source) const {
    return source.date.empty() ? context_.inputs.locale.word("no-date") : year_of(source) + year_letter(source);
}

std::string CitationMarks::label(const data::SourceRecord& source) const {
    if (rule_ == nullptr || rule_->form != style::MarkForm::author_date) return {};
    return author(source) + filled(rule_->between, context_.inputs.locale) + year(source);
}

std::string CitationMarks::label(const OwnNumber& own) const {
    if (rule_ == nullptr || rule_->form != style::MarkForm::author_date) return {};
    const auto& locale = context_.inputs.locale;
    if (own.sources.empty()) return locale.word(own.set.empty() ? "own-analysis" : "set-for-build");
    std::string labels, before_it;
    for (const auto& id : own.sources) {
        const auto* source = context_.values.model().source(id);
        if (source == nullptr) continue;
        const auto next = label_behind(*source, before_it);
        labels += (labels.empty() ? "" : next.year_alone ? ", " : "; ") + next.text;
        before_it = author(*source);
    }
    const auto [before, behind] = analysis_words(context_);
    return before + labels + behind;
}

CitationMarks::Label CitationMarks::label_behind(const data::SourceRecord& source, std::string_view before) const {
    auto full = label(source);
    while (!before.empty() && kMarks.find(before.back()) != std::string_view::npos && !before.ends_with(author(source)))
        before.remove_suffix(1);
    if (full.empty() || !before.ends_with(author(source))) return {std::move(full), false};
    return {year(source), true};
}

void CitationMarks::write(doc::Citation& citation, const std::vector<Label>& labels) const {
    const bool brackets = rule_->form == style::MarkForm::brackets;
    citation.marks.clear();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool comma = brackets || labels[i].year_alone;
        const auto text = brackets ? std::to_string(citation.numbers[i]) : labels[i].text;
        citation.marks.push_back((i > 0 ? (comma ? ", " : "; ") : brackets ? "\u00a0[" : " (") + text);
    }
    if (!labels.empty()) citation.marks.back() += brackets ? "]" : ")";
}

void CitationMarks::merge(doc::Inlines& inlines) {
    for (std::size_t i = 0; i + 2 < inlines.size();) {
        auto* first = std::get_if<doc::Citation>(&inlines[i]);
        const auto* between = std::get_if<doc::Words>(&inlines[i + 1]);
        const auto* second = std::get_if<doc::Citation>(&inlines[i + 2]);
        if (first == nullptr || between == nullptr || second == nullptr ||
            between->text.find_first_not_of(std::string(kMarks) + " ") != std::string::npos) {
            ++i;
            continue;
        }
        for (const int number : second->numbers)
            if (std::find(first->numbers.begin(), first->numbers.end(), number) == first->numbers.end())
                first->numbers.push_back(number);
        inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    }
}

void CitationMarks::close_up(doc::Inlines& inlines) {
    for (std::size_t i = 1; i < inlines.size(); ++i) {
        const auto* citation = std::get_if<doc::Citation>(&inlines[i]);
        auto* words = std::get_if<doc::Words>(&inlines[i - 1]);
        if (citation == nullptr || citation->marks.empty() || words == nullptr || words->text.empty()) continue;
        std::string mark;
        for (const std::string_view wide : {"。", "，", "；", "：", "！", "？"})
            if (words->text.ends_with(wide)) mark = wide;
        if (kMarks.find(words->text.back()) != std::string_view::npos)
            mark = words->text.substr(words->text.size() - 1);
        if (mark.empty()) continue;
        if (words->text == mark) {  // punctuation alone, behind a bound value
            std::swap(inlines[i - 1], inlines[i]);
            continue;
        }
        auto behind = *words;
        behind.text = mark;
        behind.link.clear();
        // The full stop of an abbreviation with several, as in "U.S.", belongs to it and stays.
        const auto last_word = words->text.substr(words->text.rfind(' ') + 1);
        const bool abbreviation =
            mark == "." && !last_word.ends_with("..") && last_word.find('.') + 1 < last_word.size();
        if (!abbreviation) words->text.resize(words->text.size() - mark.size());
        inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(behind));
        ++i;
    }
}

}  // namespace precis::bind
