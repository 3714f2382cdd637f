// Running head and foot: the layout's patterns filled with the document's and the page's words.
#include "layout/pages/furniture.h"

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/ground/brand_mark.h"
#include "layout/ground/grid.h"
#include "layout/pages/spread.h"

namespace precis::layout {
namespace {

// Points; docs/design/looks.md#pages: a running head at 28 (its baseline is 7 lower), the foot's hairline at 800, which
// is 10 below the text.
constexpr double kHeadBaseline = 35;
constexpr double kBelowText = 10;
constexpr double kFootBaseline = 14;  // from the hairline

constexpr double kLogo = 1.6;  // height of a logo: of the leading

// The logo, else the wordmark, in the place of a line.
void put_wordmark(Setting& s, const style::TextStyle& style, style::Align align, double baseline_y,
                  std::vector<scene::Item>& items) {
    const auto full = strip_of(s.layout, s.layout.master("page"), "full");
    const auto left_of = [&](double width) {
        return align == style::Align::right    ? full.right_x() - width
               : align == style::Align::center ? full.x + (full.width - width) / 2
                                               : full.x;
    };
    const double height = style.leading * kLogo;
    const base::Rect room{0, baseline_y - baseline(s, style) + (style.leading - height) / 2, full.width / 3, height};
    if (auto logo = logo_mark(s, LogoPlace::foot, s.layout.color("background"), room)) {
        shift(logo->items, left_of(std::get<scene::Image>(logo->items.front()).at.width), 0);
        items.push_back(artifact(std::move(logo->items)));
        return;
    }
    const auto& name = brand_name(s);
    if (name.empty()) return;
    auto line = s.setter.set_line(run_of(name, style)).take(s.out);
    if (!line) return;
    const auto places = wordmark_places(s, line->width, style.size);
    const double x = left_of(places.width), side = places.side;
    LinePlacer(s).place(std::move(*line), x + places.words, baseline_y, items);
    items.push_back(filled({x + places.square, baseline_y - side, side, side}, s.layout.color("accent")));
}

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
    const auto before = static_cast<std::size_t>(s.document.first_page - 1);  // numbers that no page has
    const PagePlace place{page.running, number + before, count + before};
    scene::Mark head, foot;
    head.role = scene::Role::page_head;
    foot.role = scene::Role::page_foot;
    const auto& l = s.layout;
    // A layout of spreads describes right-hand pages, and left-hand pages mirror them, so that the outer words stay
    // outside.
    const bool mirrored = l.spreads && is_left_hand(place.number);
    const auto line = [&](style::Furniture f, const char* style, const char* strong, double y,
                          std::vector<scene::Item>& items) {
        if (mirrored) std::swap(f.left, f.right);
        const auto put = [&](const std::string& pattern, style::Align align) {
            if (names(pattern, vocabulary::BuiltIn::wordmark)) return put_wordmark(s, s.style(strong), align, y, items);
            put_line(s, filled_in(s.document, place, in_language(pattern, s.locale)), style, strong, align, y, items);
        };
        put(f.left, style::Align::left);
        put(f.center, style::Align::center);
        put(f.right, style::Align::right);
    };
    if (number > 1 || l.header.first_page) line(l.header, "running", "running-strong", kHeadBaseline, head.items);
    const double top = text_bottom(l) + kBelowText;
    const auto full = strip_of(l, l.master("page"), "full");
    if (!l.footer.empty()) foot.items.push_back(rule(full.x, top, full.width, 0.5, l.color("rule")));
    line(l.footer, "footer", "footer-strong", top + kFootBaseline, foot.items);
    std::vector<scene::Item> items;
    if (!head.items.empty()) items.emplace_back(std::move(head));
    items.emplace_back(std::move(foot));
    if (mirrored) shift(items, left_hand_shift(l), 0);
    return items;
}

}  // namespace precis::layout
