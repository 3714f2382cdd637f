// Footnotes: small, under a short rule.
#include "layout/pages/footnotes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layout/blocks/blocks.h"
#include "layout/blocks/runs.h"
#include "layout/ground/footnote_mark.h"
#include "layout/ground/grid.h"
#include "layout/ground/note_words.h"
#include "layout/ground/use_link.h"

namespace precis::layout {
namespace {

constexpr double kAboveRule = 10, kAboveNotes = 16, kRuleWidth = 60;  // points; chosen by eye on the samples
constexpr double kBetweenBlocks = 1.75;                               // points, between a note's paragraphs

/// A note set at (0, 0): its items and their height.
struct NoteSet {
    std::vector<scene::Item> items;
    double height = 0;
};

bool is_paragraph(const doc::Block& block) {
    return std::holds_alternative<doc::Paragraph>(block.content);
}

// The sign and the words behind it.
Set set_words(Setting& s, int index, const doc::Inlines& words, double width) {
    const auto& style = s.style("footnote");
    std::vector<text::Run> runs;
    auto sign = run_of(footnote_mark(s, index) + "\u2002", style);
    sign.face.weight = 700;
    sign.color = s.layout.color("primary-text");
    runs.push_back(std::move(sign));
    for (auto& run : runs_of(s, words, style)) runs.push_back(std::move(run));
    return set_runs(s, std::move(runs), style, width);
}

// A note of several blocks keeps them: a paragraph each, and lists with their items.
NoteSet set_blocks(Setting& s, int index, const std::vector<doc::Block>& blocks, double width) {
    NoteSet note;
    auto rest = blocks;
    doc::Inlines first;
    if (is_paragraph(rest.front())) {
        first = std::get<doc::Paragraph>(rest.front().content).inlines;
        rest.erase(rest.begin());
    }
    auto set = set_words(s, index, first, width);
    auto paragraph = mark(s, scene::Role::paragraph);
    paragraph.items = std::move(set.items);
    note.items.emplace_back(std::move(paragraph));
    note.height = set.height;
    Pieces pieces;
    add_blocks(s, rest, nullptr, {}, {width, width, 0, "footnote", "footnote", "footnote"}, pieces);
    std::uint32_t last = 0;
    for (auto& piece : pieces) {
        const auto element = piece.path.empty() ? 0 : piece.path.back().element;
        const bool begins = element == 0 || element != last;
        last = element;
        const bool of_list = element != 0 && piece.path.front().role == scene::Role::list;
        if (begins) note.height += of_list ? 0 : kBetweenBlocks;
        shift(piece.items, 0, note.height);
        put_inside(note.items, piece.path, std::move(piece.items));
        note.height += piece.height;
    }
    return note;
}

NoteSet set_note(Setting& s, int index, double width, diag::Span& span) {
    const auto& blocks = s.document.footnotes[static_cast<std::size_t>(index)];
    span = note_place(blocks);
    if (blocks.size() > 1 || (blocks.size() == 1 && !is_paragraph(blocks.front())))
        return set_blocks(s, index, blocks, width);
    auto set = set_words(s, index, note_words(blocks), width);
    return {std::move(set.items), set.height};
}

}  // namespace

Footnotes::Footnotes(Setting& s) : s_(s) {
    const auto& parts = s.layout.parts;
    const auto text =
        std::find_if(parts.begin(), parts.end(), [](const auto& part) { return part.part == style::Part::sections; });
    const auto strip = strip_of(s.layout, first_master(s.layout), text != parts.end() ? text->frame : "full");
    x_ = strip.x, width_ = strip.width;
}

double Footnotes::note_height(int index) const {
    const auto known = heights_.find(index);
    if (known != heights_.end()) return known->second;
    diag::Span unused;
    return heights_[index] = set_note(s_, index, width_, unused).height;
}

double Footnotes::height_of(const std::set<int>& notes) const {
    if (notes.empty()) return 0;
    double height = kAboveNotes;
    for (const int index : notes) height += note_height(index);
    const double step = s_.layout.grid.baseline;
    return step > 0 ? std::ceil(height / step - 1e-6) * step : height;
}

double Footnotes::more(const std::vector<int>& notes) const {
    if (notes.empty()) return 0;
    auto with_more = here_;
    for (const int index : notes) {
        if (before_.count(index) == 0) with_more.insert(index);
    }
    return height_of(with_more) - height();
}

double Footnotes::alone(const std::vector<int>& notes) const {
    std::set<int> fresh;
    for (const int index : notes) {
        if (before_.count(index) == 0) fresh.insert(index);
    }
    return height_of(fresh);
}

void Footnotes::add(const std::vector<int>& notes) {
    for (const int index : notes) {
        if (before_.count(index) == 0) here_.insert(index);
    }
}

void Footnotes::put(Pages& pages) {
    if (here_.empty()) return;
    Piece piece;
    piece.items.push_back(rule(0, kAboveRule, kRuleWidth, 0.5, s_.layout.color("rule")));
    double y = kAboveNotes;
    for (const int index : here_) {
        auto m = mark(s_, scene::Role::note);
        auto set = set_note(s_, index, width_, m.span);
        shift(set.items, 0, y);
        m.id = fmt::format("footnote-{}", index);
        m.items = std::move(set.items);
        piece.anchors.push_back({m.id, {0, y}});
        piece.items.emplace_back(std::move(m));
        y += set.height;
    }
    find_uses(piece.items, piece.anchors);
    piece.height = y;
    auto& page = pages.drafts().back();
    const auto lowest = page.lowest;  // kept: only text counts for how full a page is
    pages.put(std::move(piece), x_, text_bottom(s_.layout) - height());
    page.lowest = lowest;
    before_.insert(here_.begin(), here_.end());
    here_.clear();
}

}  // namespace precis::layout
