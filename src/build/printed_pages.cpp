// Marks carry the span of the briefing that they come from: they are sorted by it once, then asked for each number.
#include "build/printed_pages.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/dense_text.h"

namespace precis::build {
namespace {

void gather(const std::vector<scene::Item>& items, std::string& out) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) out += run->text;
        if (const auto* group = std::get_if<scene::Group>(&item)) gather(group->items, out);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) gather(mark->items, out);
    }
}

/// Adds the runs below marks with that id; `inside`: such a mark is around.
void gather_runs(const std::vector<scene::Item>& items, const std::string& id, bool inside, std::vector<PageText>& out,
                 const std::string& page) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item); run != nullptr && inside)
            out.push_back({page, run->text});
        if (const auto* group = std::get_if<scene::Group>(&item)) gather_runs(group->items, id, inside, out, page);
        if (const auto* mark = std::get_if<scene::Mark>(&item))
            gather_runs(mark->items, id, inside || mark->id == id, out, page);
    }
}

}  // namespace

std::vector<PageText> texts_of_exhibit(const scene::Document& pages, const std::string& id) {
    std::vector<PageText> out;
    for (const auto& page : pages.pages) gather_runs(page.items, id, false, out, page.label);
    return out;
}

struct PrintedPages::Marked {
    const scene::Mark* mark = nullptr;
    std::size_t page = 0;
    mutable std::optional<std::string> text{};  // dense, as soon as it is asked for

    bool shows(const std::string& words) const {
        if (!text) {
            std::string all;
            gather(mark->items, all);
            text = base::dense_text(all);
        }
        return text->find(words) != std::string::npos;
    }
};

PrintedPages::PrintedPages(const scene::Document& pages) {
    for (const auto& page : pages.pages) {
        const auto number = labels_.size();
        labels_.push_back(page.label);
        add(page.items, number);
        for (const auto& anchor : page.anchors) anchors_[anchor.name].insert(number);
    }
    for (const auto& [source, spans] : marks_) {
        auto& nested = nested_[source];
        nested.reserve(spans.size());  // they are pointed at
        const Nested* last = nullptr;
        for (const auto& [span, marks] : spans) {
            while (last != nullptr && last->end <= span.first) last = last->around;
            last = &nested.emplace_back(Nested{span.first, span.second, last, &marks});
        }
    }
}

PrintedPages::~PrintedPages() = default;

void PrintedPages::add(const std::vector<scene::Item>& items, std::size_t page) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) add(group->items, page);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) {
            if (!mark->id.empty()) exhibits_[mark->id].insert(page);
            if (mark->span) {
                auto& marked = marks_[mark->span.source.get()][{mark->span.begin, mark->span.end}];
                marked.push_back({mark, page});
            }
            add(mark->items, page);
        }
    }
}

std::vector<std::string> PrintedPages::labels_of(const std::set<std::size_t>& pages) const {
    std::vector<std::string> labels;
    for (const auto page : pages)
        if (labels.empty() || labels.back() != labels_[page]) labels.push_back(labels_[page]);
    return labels;
}

std::vector<std::string> PrintedPages::of(const bind::Printing& printing) const {
    const auto at_anchor = [&]() -> std::vector<std::string> {
        const auto known = printing.exhibit.empty() ? anchors_.end() : anchors_.find(printing.exhibit);
        return known == anchors_.end() ? std::vector<std::string>() : labels_of(known->second);
    };
    if (printing.kind == bind::Printing::Kind::exhibit) {
        const auto known = exhibits_.find(printing.exhibit);
        return known == exhibits_.end() ? at_anchor() : labels_of(known->second);
    }
    const auto pages = showing({base::dense_text(printing.text)}, printing.where);
    return pages.empty() ? at_anchor() : labels_of(pages);
}

std::set<std::size_t> PrintedPages::showing(const std::vector<std::string>& texts, const diag::Span& where) const {
    const auto of_source = nested_.find(where.source.get());
    if (!where || of_source == nested_.end()) return {};
    // Spans that begin at or before the place and end behind it, the narrowest first.
    std::map<std::size_t, std::vector<const std::vector<Marked>*>> around;
    const auto& spans = of_source->second;
    const auto behind = std::upper_bound(spans.begin(), spans.end(), where.begin,
                                         [](std::size_t begin, const Nested& span) { return begin < span.begin; });
    for (const auto* span = behind == spans.begin() ? nullptr : &*std::prev(behind); span != nullptr;
         span = span->around)
        if (where.end <= span->end) around[span->end - span->begin].push_back(span->marks);
    for (const auto& [width, lists] : around) {
        std::set<std::size_t> pages;
        for (const auto* list : lists)
            for (const auto& marked : *list)
                if (std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return marked.shows(text); }))
                    pages.insert(marked.page);
        if (!pages.empty()) return pages;
    }
    return {};
}

std::optional<std::string> PrintedPages::of_sentence(const std::string& sentence, const diag::Span& where) const {
    constexpr std::size_t kPieces = 4, kShort = 40;  // bytes
    const auto text = base::dense_text(sentence);
    auto pages = showing({text}, where);
    if (pages.empty() && text.size() > kShort) {
        // It goes on over a page, or citations are among its words: a piece of it is whole.
        std::vector<std::string> pieces;
        const auto length = text.size() / kPieces;
        for (std::size_t i = 0; i < kPieces; ++i) pieces.push_back(text.substr(i * length, length));
        pages = showing(pieces, where);
    }
    return pages.empty() ? std::nullopt : std::optional(labels_[*pages.begin()]);
}

}  // namespace precis::build
