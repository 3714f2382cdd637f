// Marks carry the span of the briefing that they come from: they are sorted by it once, then asked for each number.
#include "build/printed_pages.h"

#include <algorithm>
#include <limits>
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
    const auto of_source = marks_.find(printing.where.source.get());
    if (!printing.where || of_source == marks_.end()) return at_anchor();
    // Spans that begin at or before the place and end behind it, the narrowest first.
    std::map<std::size_t, std::vector<const std::vector<Marked>*>> around;
    const auto& spans = of_source->second;
    const auto end = spans.upper_bound({printing.where.begin, std::numeric_limits<std::size_t>::max()});
    for (auto span = spans.begin(); span != end; ++span)
        if (printing.where.end <= span->first.second)
            around[span->first.second - span->first.first].push_back(&span->second);
    const auto words = base::dense_text(printing.text);
    for (const auto& [width, lists] : around) {
        std::set<std::size_t> pages;
        for (const auto* list : lists)
            for (const auto& marked : *list)
                if (marked.shows(words)) pages.insert(marked.page);
        if (!pages.empty()) return labels_of(pages);
    }
    return at_anchor();
}

}  // namespace precis::build
