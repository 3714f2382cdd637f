// Footnotes: set small over the frame's width, under a short rule.
#include "layout/footnotes.h"

#include <fmt/format.h>

#include "layout/runs.h"

namespace precis::layout {

Piece footnotes_piece(Setting& s, const std::vector<int>& notes, double width) {
    Piece piece;
    const auto& style = s.style("footnote");
    piece.items.push_back(rule(0, 10, 60, 0.5, s.layout.color("tertiary")));
    double y = 16;
    for (const int index : notes) {
        if (index < 0 || static_cast<std::size_t>(index) >= s.document.footnotes.size()) continue;
        std::vector<text::Run> runs;
        auto letter = run_of(std::string(1, static_cast<char>('a' + index % 26)) + "\u2002", style);
        letter.face.weight = 700;
        letter.color = s.layout.color("primary");
        runs.push_back(std::move(letter));
        diag::Span span;
        for (const auto& block : s.document.footnotes[static_cast<std::size_t>(index)]) {
            const auto* p = std::get_if<doc::Paragraph>(&block.content);
            if (!p) continue;
            span = p->span;
            for (auto& run : runs_of(s, p->inlines, style)) runs.push_back(std::move(run));
        }
        auto set = set_runs(s, std::move(runs), style, width);
        shift(set.items, 0, y);
        auto m = mark(s, scene::Role::note);
        m.id = fmt::format("footnote-{}", index);
        m.span = span;
        m.items = std::move(set.items);
        piece.anchors.push_back({m.id, {0, y}});
        piece.items.emplace_back(std::move(m));
        y += set.height;
    }
    piece.height = y;
    return piece;
}

double footnotes_height(Setting& s, const std::vector<int>& notes, double width) {
    return notes.empty() ? 0 : footnotes_piece(s, notes, width).height;
}

}  // namespace precis::layout
