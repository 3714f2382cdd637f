// The places of a document in words, gathered once.
#include "layout/ground/link_words.h"

#include <fmt/format.h>

namespace precis::layout {
namespace {

constexpr std::size_t kLongest = 120;  // bytes

// Cut at a space, with an ellipsis for the rest.
std::string cut(std::string words) {
    if (words.size() <= kLongest) return words;
    const auto end = words.rfind(' ', kLongest);
    words.resize(end == std::string::npos ? 0 : end);
    return words + " …";
}

void gather(const std::vector<doc::Section>& sections, std::map<std::string, std::string>& all) {
    for (const auto& section : sections) {
        all.emplace("#" + section.id, cut(doc::plain_text(section.title)));
        for (const auto& exhibit : section.exhibits)
            all.emplace("#" + exhibit.id, cut(exhibit.number + ": " + doc::plain_text(exhibit.title)));
        gather(section.sections, all);
    }
}

void gather_all(Setting& s) {
    const auto& d = s.document;
    gather(d.sections, s.link_words);
    gather(d.appendix, s.link_words);
    const auto source = s.locale.word("source");
    for (const auto& one : d.sources)
        s.link_words.emplace(fmt::format("#source-{}", one.number),
                             cut(fmt::format("{} {}: {}", source, one.number, doc::plain_text(one.text))));
    for (std::size_t i = 0; i < d.footnotes.size(); ++i) {
        std::string words;
        for (const auto& block : d.footnotes[i])
            if (const auto* p = std::get_if<doc::Paragraph>(&block.content)) words += doc::plain_text(p->inlines);
        s.link_words.emplace(fmt::format("#footnote-{}", i), cut(std::move(words)));
    }
}

}  // namespace

std::string link_words(Setting& s, const scene::Link& link) {
    if (link.target.empty() || link.target[0] != '#') return link.description;
    if (s.link_words.empty()) gather_all(s);
    const auto found = s.link_words.find(link.target);
    return found == s.link_words.end() ? link.description : found->second;
}

}  // namespace precis::layout
