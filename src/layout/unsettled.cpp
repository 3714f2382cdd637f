// Compares the page numbers of one round of composition with those of the next.
#include "layout/unsettled.h"

#include <fmt/format.h>

#include <algorithm>

#include "doc/exhibits.h"
#include "layout/codes.h"

namespace precis::layout {
namespace {

constexpr std::size_t kNamed = 5;  // anchors that a message names

std::string label_in(const PageLabels& labels, const std::string& anchor) {
    const auto known = labels.find(anchor);
    return known == labels.end() ? "0" : known->second;
}

diag::Span span_in(const std::vector<doc::Section>& sections, const std::string& id) {
    for (const auto& section : sections) {
        if (section.id == id) return section.span;
        if (auto span = span_in(section.sections, id)) return span;
    }
    return {};
}

diag::Span span_of_anchor(const doc::Document& d, const std::string& anchor) {
    if (const auto* exhibit = doc::find_exhibit(d, anchor)) return exhibit->span;
    if (auto span = span_in(d.sections, anchor)) return span;
    if (auto span = span_in(d.appendix, anchor)) return span;
    return d.span;
}

/// What readers know the anchor as.
std::string words_of(const doc::Document& d, const std::string& anchor) {
    const auto family = anchor.substr(0, anchor.find('/'));
    for (const auto& entry : d.index) {
        if (entry.anchor == family) return entry.sub.empty() ? entry.main : entry.main + ", " + entry.sub;
    }
    for (const auto& entry : d.glossary) {
        if (entry.anchor == family) return entry.term;
    }
    return anchor;
}

}  // namespace

std::vector<Moved> unsettled(const std::set<std::string>& named, const PageLabels& printed, const PageLabels& placed) {
    std::set<std::string> anchors;
    for (const auto& name : named) {
        if (name.empty() || name.back() != '/') {
            anchors.insert(name);
            continue;
        }
        for (const auto* labels : {&printed, &placed}) {
            for (auto at = labels->lower_bound(name); at != labels->end() && at->first.starts_with(name); ++at)
                anchors.insert(at->first);
        }
    }
    std::vector<Moved> moved;
    for (const auto& anchor : anchors) {
        auto before = label_in(printed, anchor), now = label_in(placed, anchor);
        if (before != now) moved.push_back({anchor, std::move(before), std::move(now)});
    }
    return moved;
}

void warn_of_unsettled(Setting& s, const std::set<std::string>& named, const PageLabels& printed,
                       const PageLabels& placed) {
    const auto moved = unsettled(named, printed, placed);
    if (moved.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < moved.size() && i < kNamed; ++i) {
        list += fmt::format("{}“{}” between {} and {}", i > 0 ? ", " : "", words_of(s.document, moved[i].anchor),
                            moved[i].printed, moved[i].placed);
    }
    if (moved.size() > kNamed) list += fmt::format(", and {} more", moved.size() - kNamed);
    const bool slides = s.layout.medium == style::Medium::slides;
    s.out.push_back(diag::warning(
        code::pages_unsettled, span_of_anchor(s.document, moved.front().anchor),
        fmt::format("the {} that the text names do not settle: {}", slides ? "slides" : "pages", list),
        slides ? "take the reference to a slide out of a text that just fits"
               : "reword the paragraph that names the page by a line, or begin a page before it with “break-before”"));
}

}  // namespace precis::layout
