// What has a width moves by it; a new kind of item does not compile until it has a case here.
#include "scene/mirror.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace precis::scene {
namespace {

void swap_sides(TextParagraph& paragraph) {
    using Align = TextParagraph::Align;
    if (paragraph.align == Align::left)
        paragraph.align = Align::right;
    else if (paragraph.align == Align::right)
        paragraph.align = Align::left;
}

/// A heading over columns stands in the first of them, which is now another one.
void reverse_spans(std::vector<int>& spans, std::vector<TextParagraph>& row) {
    std::reverse(spans.begin(), spans.end());
    for (std::size_t c = 0; c < spans.size(); ++c) {
        std::size_t end = c;
        while (end < spans.size() && spans[end] == 0) ++end;
        if (end > c && end < spans.size()) {
            std::swap(spans[c], spans[end]);
            std::swap(row[c], row[end]);
        }
        c = end;
    }
}

struct Mirror {
    double width;

    void move(base::Point& p) const { p.x = width - p.x; }
    void move(base::Rect& r) const { r.x = width - r.x - r.width; }

    void operator()(MoveTo& s) const { move(s.p); }
    void operator()(LineTo& s) const { move(s.p); }
    void operator()(CurveTo& s) const { move(s.c1), move(s.c2), move(s.p); }
    void operator()(ClosePath&) const {}

    void operator()(std::monostate&) const {}
    void operator()(TextBlock& t) const {
        move(t.at);
        for (auto& paragraph : t.paragraphs) swap_sides(paragraph);
    }
    void operator()(ChartData& c) const {
        if (c.plot) c.plot->x = c.at.width - c.plot->x - c.plot->width;
        move(c.at);
        c.right_to_left = !c.right_to_left;
    }
    void operator()(TableData& t) const {
        move(t.at);
        // The columns change places: programs differ in what they make of a table that says that it begins at the
        // right.
        std::swap(t.left_insets, t.right_insets);
        for (auto* widths : {&t.column_widths, &t.left_insets, &t.right_insets})
            std::reverse(widths->begin(), widths->end());
        for (std::size_t r = 0; r < t.rows.size(); ++r) {
            auto& row = t.rows[r];
            for (auto& cell : row) swap_sides(cell);
            std::reverse(row.begin(), row.end());
            if (r < t.head_spans.size()) reverse_spans(t.head_spans[r], row);
        }
    }

    // The inside is mirrored about its own zero, so that its letters stay as they are.
    void operator()(Group& g) const {
        const Mirror inside{0};
        if (g.clip) inside.move(*g.clip);
        for (auto& item : g.items) std::visit(inside, item);
        auto& m = g.transform;
        m.c = -m.c, m.b = -m.b, m.e = width - m.e;
    }
    void operator()(GlyphRun& r) const { r.origin.x = width - r.origin.x - r.width; }
    void operator()(Path& p) const {
        for (auto& step : p.steps) std::visit(*this, step);
    }
    void operator()(Image& i) const { move(i.at); }
    void operator()(Link& l) const { move(l.at); }
    void operator()(Mark& m) const {
        std::visit(*this, m.content);
        for (auto& item : m.items) std::visit(*this, item);
    }
};

}  // namespace

void mirror(Document& document) {
    document.metadata.right_to_left = !document.metadata.right_to_left;
    for (auto& page : document.pages) {
        const Mirror mirror{page.size.width};
        for (auto& item : page.items) std::visit(mirror, item);
        for (auto& anchor : page.anchors) mirror.move(anchor.at);
    }
    if (document.pages.empty()) return;
    const Mirror mirror{document.pages.front().size.width};
    for (auto& form : document.theme.forms) {
        for (auto& slot : form.slots) {
            mirror.move(slot.at);
            slot.right = !slot.right;
        }
        if (form.logo) mirror(*form.logo);
    }
}

}  // namespace precis::scene
