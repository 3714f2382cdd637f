// Running text of parts on slides: foreword, summary, method, disclosure, related documents, about the authors.
#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr SlideList kProse{12, false};
constexpr double kTop = 8;  // points above the first line, as over points

/// Collects a block's texts; what stands inside a list or quote keeps its order.
struct ToEntries {
    std::vector<SlideEntry>& out;
    bool bullet = false;

    void add(const doc::Inlines& words, const char* style, diag::Span span) const {
        if (words.empty()) return;
        SlideEntry entry;
        entry.span = std::move(span);
        entry.texts.push_back({words, style, 0, bullet});
        out.push_back(std::move(entry));
    }
    void each(const std::vector<doc::Block>& blocks, bool bulleted) const {
        const ToEntries inner{out, bulleted};
        for (const auto& block : blocks) std::visit(inner, block.content);
    }

    void operator()(const doc::Paragraph& p) const { add(p.inlines, "point-text", p.span); }
    void operator()(const doc::Heading& h) const { add(h.inlines, "point-lead", span_of(h.inlines)); }
    void operator()(const doc::List& list) const {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            if (i < list.terms.size()) add(list.terms[i], "point-lead", span_of(list.terms[i]));
            each(list.items[i], list.terms.empty());
        }
    }
    void operator()(const doc::Quote& quote) const { each(quote.blocks, bullet); }
    void operator()(const doc::Code& code) const { add(plain_words(code.text), "point-text", {}); }
    void operator()(const doc::Rule&) const {}
    void operator()(const doc::ExhibitPlace&) const {}
};

}  // namespace

std::vector<SlideEntry> text_entries(const std::vector<doc::Block>& blocks) {
    std::vector<SlideEntry> entries;
    ToEntries{entries}.each(blocks, false);
    return entries;
}

std::vector<SlideEntry> text_entries(const std::vector<doc::Item>& items) {
    std::vector<SlideEntry> entries;
    for (const auto& item : items) entries.push_back(entry_of(item, "point-lead", "point-text"));
    return entries;
}

std::size_t put_text(SlideDraft& draft, const std::vector<SlideEntry>& entries, std::size_t from) {
    const auto* slot = draft.slot("text");
    if (!slot || from >= entries.size()) return 0;
    const auto ground = draft.ground_of(slot);
    auto at = draft.put_panel(*slot);
    at.y += kTop, at.height -= kTop;
    const base::Size room{at.width, at.height};
    std::vector<SlideEntry> rest(entries.begin() + static_cast<std::ptrdiff_t>(from), entries.end());
    if (from == 0) rest = draft.enlarged(rest, room, kProse, ground);
    const auto count = draft.fitting(rest, room, kProse, ground);
    if (count == 0) {
        draft.report_overflow("paragraph", draft.height(rest.front().texts, at.width, ground), at.height,
                              rest.front().span);
        return 1;
    }
    rest.resize(count);
    draft.put(at, rest, kProse, ground, scene::Placeholder::body);
    return count;
}

}  // namespace precis::layout
