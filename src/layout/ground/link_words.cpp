// Descriptions of sections, exhibits, sources and footnotes, made once a composition.
#include "layout/ground/link_words.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "layout/ground/footnote_mark.h"
#include "layout/ground/note_words.h"

namespace precis::layout {
namespace {

constexpr std::size_t kLongest = 120;  // bytes

// Cuts at a space, with an ellipsis for the rest.
std::string shortened(std::string words) {
    if (words.size() <= kLongest) return words;
    const auto end = words.rfind(' ', kLongest);
    words.resize(end == std::string::npos ? 0 : end);
    return words + " …";
}

using Descriptions = std::map<std::string, std::string>;

void describe(const std::vector<doc::Section>& sections, Descriptions& descriptions) {
    for (const auto& section : sections) {
        descriptions.emplace("#" + section.id, shortened(doc::plain_text(section.title)));
        for (const auto& exhibit : section.exhibits)
            descriptions.emplace("#" + exhibit.id, shortened(exhibit.number + ": " + doc::plain_text(exhibit.title)));
        describe(section.sections, descriptions);
    }
}

Descriptions describe_all(const doc::Document& document, const locale::Locale& locale) {
    Descriptions descriptions;
    describe(document.sections, descriptions);
    describe(document.appendix, descriptions);
    const auto glossary = locale.word("glossary");
    for (const auto& entry : document.glossary) descriptions.emplace("#" + entry.anchor, glossary + ": " + entry.term);
    const auto word = locale.word("source");
    for (const auto& source : document.sources)
        descriptions.emplace(
            fmt::format("#source-{}", source.number),
            shortened(source.mark.empty() ? fmt::format("{} {}: {}", word, source.number, doc::plain_text(source.text))
                                          : fmt::format("{}: {}", word, doc::plain_text(source.text))));
    for (std::size_t i = 0; i < document.footnotes.size(); ++i) {
        auto words = base::on_one_line(doc::plain_text(note_words(document.footnotes[i])));
        descriptions.emplace(fmt::format("{}{}", kFootnoteTarget, i), shortened(std::move(words)));
    }
    return descriptions;
}

}  // namespace

std::string link_words(Setting& s, const scene::Link& link) {
    if (link.target.empty() || link.target[0] != '#') return link.description;
    auto& descriptions = s.shared.link_words;
    if (descriptions.empty()) descriptions = describe_all(s.document, s.locale);
    const auto match = descriptions.find(link.target);
    if (match != descriptions.end()) return match->second;
    const auto page = s.page_labels.find(link.target.substr(1));
    if (page == s.page_labels.end()) return link.description;
    auto words = s.locale.word("page");  // a place that has no name, such as a word of the index
    const auto at = words.find("{page}");
    if (at == std::string::npos) return words + " " + page->second;
    return words.replace(at, std::string_view("{page}").size(), page->second);
}

}  // namespace precis::layout
