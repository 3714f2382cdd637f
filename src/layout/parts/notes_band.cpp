// Footnotes at the document's end, each with a link back to its mark.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/ground/footnote_mark.h"
#include "layout/ground/note_words.h"
#include "layout/parts/bands.h"
#include "layout/parts/find_footnotes.h"

namespace precis::layout {
namespace {

constexpr double kBetweenNotes = 3.5, kBetweenParagraphs = 1.75;  // points, parts of the grid's step

// The sign before a note, as a link to its mark in the text.
doc::Inlines sign_of(const Setting& s, int index) {
    auto sign = plain_words(footnote_mark(s, index));
    auto& words = std::get<doc::Words>(sign.front());
    words.strong = true;
    words.link = "#" + mark_anchor(index);
    sign.push_back(plain_words("\u2002").front());
    return sign;
}

}  // namespace

void notes_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& notes = s.document.footnotes;
    const auto style = part.style.empty() ? std::string("footnote") : part.style;
    scene::Mark root;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto index = static_cast<int>(i);
        if (!s.pages.may_have(mark_anchor(index))) continue;  // its mark is in a piece that this layout does not show
        if (band.flow.empty()) root = open_flow(s, part, word_key(part.part), band);
        auto note = mark(s, scene::Role::note);
        note.id = fmt::format("footnote-{}", i);
        note.span = note_place(notes[i]);
        auto blocks = notes[i];
        auto* first = blocks.empty() ? nullptr : std::get_if<doc::Paragraph>(&blocks.front().content);
        auto sign = sign_of(s, index);
        if (first != nullptr)
            first->inlines.insert(first->inlines.begin(), sign.begin(), sign.end());
        else
            blocks.insert(blocks.begin(), {doc::Paragraph{std::move(sign), {}}});
        const auto begin = band.flow.size();
        const Measure measure{band.strip.column_width, band.strip.width, 0, style, style, style};
        add_blocks(s, blocks, nullptr, Path{root, note}, measure, band.flow);
        if (begin == band.flow.size()) continue;
        band.flow[begin].anchors.push_back({note.id, {0, 0}});
        for (auto k = begin + 1; k < band.flow.size(); ++k) {
            auto& piece = band.flow[k];
            const auto& above = band.flow[k - 1];  // a bullet has no height
            if (above.height > 0 && piece.path.back().element != above.path.back().element)
                piece.before = std::max(piece.before, kBetweenParagraphs);
        }
        band.flow[begin].before = std::max(band.flow[begin].before, kBetweenNotes);
    }
}

}  // namespace precis::layout
