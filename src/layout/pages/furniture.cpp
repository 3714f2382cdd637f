// Running head and foot: the layout's patterns filled with the document's and the page's words.
#include "layout/pages/furniture.h"

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/ground/grid.h"

namespace precis::layout {
namespace {

// Points; docs/design/looks.md#pages: a running head at 28 (its baseline is 7 lower), the foot's hairline at 800, which
// is 10 below the text.
constexpr double kHeadBaseline = 35;
constexpr double kBelowText = 10;
constexpr double kFootBaseline = 14;  // from the hairline

void put_line(Setting& s, const std::string& text, const char* style_name, const char* strong_name, style::Align align,
              double baseline_y, std::vector<scene::Item>& items) {
    if (text.empty()) return;
    auto set = s.setter.set_line(runs_with_strong(text, s.style(style_name), s.style(strong_name)));
    auto line = std::move(set).take(s.out);
    if (!line) return;
    const auto full = strip_of(s.layout, s.layout.master("page"), "full");
    double x = full.x;
    if (align == style::Align::right) x = full.right_x() - line->width;
    if (align == style::Align::center) x = full.x + (full.width - line->width) / 2;
    LinePlacer(s).place(std::move(*line), x, baseline_y, items);
}

}  // namespace

std::vector<scene::Item> furniture(Setting& s, const PageDraft& page, std::size_t number, std::size_t count) {
    if (page.bare) return {};
    const PagePlace place{page.running, number, count};
    scene::Mark head, foot;
    head.role = scene::Role::page_head;
    foot.role = scene::Role::page_foot;
    const auto& l = s.layout;
    // A layout with left and right masters is read in spreads: it describes right-hand pages, and left-hand pages
    // mirror them, so that the outer words stay outside.
    const bool mirrored = number % 2 == 0 && l.master("left") && l.master("right");
    const auto line = [&](style::Furniture f, const char* style, const char* strong, double y,
                          std::vector<scene::Item>& items) {
        if (mirrored) std::swap(f.left, f.right);
        put_line(s, filled_in(s.document, place, f.left), style, strong, style::Align::left, y, items);
        put_line(s, filled_in(s.document, place, f.center), style, strong, style::Align::center, y, items);
        put_line(s, filled_in(s.document, place, f.right), style, strong, style::Align::right, y, items);
    };
    if (number > 1) line(l.header, "running", "running-strong", kHeadBaseline, head.items);
    const double top = text_bottom(l) + kBelowText;
    const auto full = strip_of(l, l.master("page"), "full");
    foot.items.push_back(rule(full.x, top, full.width, 0.5, l.color("tertiary")));
    line(l.footer, "footer", "footer-strong", top + kFootBaseline, foot.items);
    std::vector<scene::Item> items;
    if (!head.items.empty()) items.emplace_back(std::move(head));
    items.emplace_back(std::move(foot));
    return items;
}

}  // namespace precis::layout
