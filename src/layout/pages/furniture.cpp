// Running head and foot: the layout's patterns filled with the document's and the page's words.
#include "layout/pages/furniture.h"

#include <algorithm>

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/short_line.h"
#include "layout/ground/brand_mark.h"
#include "layout/ground/grid.h"
#include "layout/pages/spread.h"

namespace precis::layout {
namespace {

// Points; docs/design/looks.md#pages: a running head at 28 (its baseline is 7 lower), the foot's hairline at 800, which
// is 10 below the text.
constexpr double kHeadBaseline = 35;
constexpr double kBelowText = 10;
constexpr double kFootBaseline = 14;   // from the hairline
constexpr double kHeadAboveText = 10;  // from a head's baseline to the text, at least: narrow margins have it higher
constexpr double kBelowFoot = 12;      // from a foot's baseline to the paper's edge, where the margin is too narrow

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

/// The words of a head or foot, by their places.
struct Words {
    std::vector<text::Run> left, center, right;
};

/// The room of each: their own widths where all fit, else shares of the line.
struct Shares {
    double left = 0, center = 0, right = 0;
};

/// Words in the middle keep a third of the line, and those at its ends half of what is left, or all that the other end
/// does not need.
Shares shares_of(const Shares& wanted, double width, double gap) {
    if (wanted.center <= 0) {
        const double both = width - gap, half = both / 2;
        if (wanted.left + wanted.right <= both || wanted.left <= 0 || wanted.right <= 0) return {width, 0, width};
        if (wanted.right <= half) return {both - wanted.right, 0, wanted.right};
        if (wanted.left <= half) return {wanted.left, 0, both - wanted.left};
        return {half, 0, half};
    }
    const double end = std::max(wanted.left, wanted.right);
    const double center = end <= 0 ? std::min(wanted.center, width)
                                   : std::min(wanted.center, std::max(width / 3, width - 2 * (end + gap)));
    const double side = std::max((width - center) / 2 - gap, 0.0);
    return {side, center, side};
}

double width_of(Setting& s, const std::vector<text::Run>& runs) {
    if (runs.empty()) return 0;
    const auto line = s.setter.set_line(runs).take(s.out);
    return line ? line->width : 0;
}

void put_line(Setting& s, const std::vector<text::Run>& runs, double room, std::string_view place, style::Align align,
              double baseline_y, std::vector<scene::Item>& items) {
    if (runs.empty()) return;
    auto line = short_line(s, runs, room, place);
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
    const auto full = strip_of(l, l.master("page"), "full");
    const auto line = [&](style::Furniture f, const char* style, const char* strong, double y, std::string_view name,
                          std::vector<scene::Item>& items) {
        if (mirrored) std::swap(f.left, f.right);
        const auto runs = [&](const std::string& pattern) {
            if (names(pattern, vocabulary::BuiltIn::wordmark)) return std::vector<text::Run>{};
            return runs_with_strong(filled_in(s.document, place, in_language(pattern, s.locale)), s.style(style),
                                    s.style(strong));
        };
        const Words words{runs(f.left), runs(f.center), runs(f.right)};
        const auto room = shares_of({width_of(s, words.left), width_of(s, words.center), width_of(s, words.right)},
                                    full.width, l.grid.gutter);
        const auto put = [&](const std::string& pattern, const std::vector<text::Run>& set, double most,
                             style::Align align) {
            if (names(pattern, vocabulary::BuiltIn::wordmark)) return put_wordmark(s, s.style(strong), align, y, items);
            put_line(s, set, most, name, align, y, items);
        };
        put(f.left, words.left, room.left, style::Align::left);
        put(f.center, words.center, room.center, style::Align::center);
        put(f.right, words.right, room.right, style::Align::right);
    };
    const double head_y = std::min(kHeadBaseline, text_top(l) - kHeadAboveText);
    if (number > 1 || l.header.first_page)
        line(l.header, "running", "running-strong", head_y, "the running head", head.items);
    // In a narrow margin, rule and words of the foot move closer to the text, and to each other.
    const double margin = l.page.height - text_bottom(l) - kBelowFoot;
    const double closer = std::clamp(margin / (kBelowText + kFootBaseline), 0.0, 1.0);
    const double top = text_bottom(l) + kBelowText * closer;
    if (!l.footer.empty()) foot.items.push_back(rule(full.x, top, full.width, 0.5, l.color("rule")));
    line(l.footer, "footer", "footer-strong", top + kFootBaseline * closer, "the running foot", foot.items);
    std::vector<scene::Item> items;
    if (!head.items.empty()) items.emplace_back(std::move(head));
    items.emplace_back(std::move(foot));
    if (mirrored) shift(items, left_hand_shift(l), 0);
    return items;
}

}  // namespace precis::layout
