// The words lie over the page's grounds and under its text, which keeps its colour; transparent grey shows on light
// grounds and on dark ones.
#include "layout/pages/watermark.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layout/blocks/runs.h"
#include "layout/codes.h"

namespace precis::layout {
namespace {

constexpr base::Color kGrey{128, 128, 128, 1};
constexpr double kMostInk = 0.22, kLeastInk = 0.1, kInkStep = 0.01;  // opacity; chosen by eye on paper and screens
constexpr double kReach = 0.86;     // of the page's width and height that the words may take
constexpr double kLargest = 0.24;   // em, of the page's shorter side
constexpr double kSmallest = 0.03;  // likewise: 18 points on A4
constexpr double kMeasured = 100;   // points at which the words are measured

base::Color under_ink(const base::Color& color, double ink) {
    return base::mixed(color, {kGrey.r, kGrey.g, kGrey.b, 1}, ink);
}

/// The strongest ink that leaves each text style the contrast that its layout asks for.
double ink_for(const style::Layout& layout) {
    const auto stays_legible = [&](double ink) {
        return std::all_of(layout.styles.begin(), layout.styles.end(), [&](const auto& entry) {
            const auto& look = entry.second;
            const auto ground = look.ground.value_or(layout.color("background"));
            const double least = style::is_large(look.size, look.weight) ? 3 : layout.limits.contrast_text;
            return base::contrast(look.color, ground) < least ||
                   base::contrast(look.color, under_ink(ground, ink)) >= least;
        });
    };
    double ink = kMostInk;
    while (ink > kLeastInk && !stays_legible(ink)) ink -= kInkStep;
    return std::max(ink, kLeastInk);
}

/// The words along the page's diagonal.
scene::Mark words_on(const base::Size& page, text::Line line, double size, double cap_height) {
    const double scale = size / kMeasured;
    const double angle = std::atan2(page.height, page.width);
    const double cos = std::cos(angle), sin = std::sin(angle);
    scene::Group group;
    // Turned about the middle of the words, which lies in the middle of the page.
    group.transform = {cos, -sin, sin, cos, page.width / 2, page.height / 2};
    for (auto& run : line.runs) {
        for (auto& glyph : run.glyphs) glyph.x *= scale, glyph.y *= scale;
        run.origin = {(run.origin.x - line.width / 2) * scale, cap_height * size / 2};
        run.size *= scale;
        run.width *= scale;
        group.items.emplace_back(std::move(run));
    }
    scene::Mark mark;
    mark.role = scene::Role::watermark;
    mark.items.emplace_back(std::move(group));
    return mark;
}

/// Whether the item is a ground: a filled shape over the page's width that decorates.
bool is_ground(const scene::Item& item, double page_width) {
    const auto* mark = std::get_if<scene::Mark>(&item);
    if (!mark || mark->role != scene::Role::artifact || mark->items.size() != 1) return false;
    const auto* path = std::get_if<scene::Path>(&mark->items.front());
    return path && path->fill && scene::bounds(mark->items).width >= page_width - kSlack;
}

/// The size at which a line of `width` em lies inside the page, turned along its diagonal.
double size_on(const base::Size& page, double width, double height) {
    const double angle = std::atan2(page.height, page.width);
    const double across = width * std::cos(angle) + height * std::sin(angle);
    const double down = width * std::sin(angle) + height * std::cos(angle);
    return std::min(
        {kReach * page.width / across, kReach * page.height / down, kLargest * std::min(page.width, page.height)});
}

}  // namespace

void add_watermark(Setting& s, std::vector<scene::Page>& pages) {
    if (s.document.watermark.empty() || pages.empty()) return;
    text::Run run;
    run.text = s.document.watermark;
    const auto& look = s.style(s.layout.medium == style::Medium::slides ? "headline" : "title");
    run.face = {look.family, look.weight, look.italic};
    run.size = kMeasured;
    run.span = s.document.watermark_span;
    run.color = kGrey;
    run.color.alpha = ink_for(s.layout);
    auto line = s.setter.set_line(run).take(s.out);
    if (!line || line->width <= 0) return;
    const double cap_height = s.setter.fonts().metrics(run.face).cap_height;
    for (auto& page : pages) {
        const double size = size_on(page.size, line->width / kMeasured, cap_height);
        if (size < kSmallest * std::min(page.size.width, page.size.height)) {
            s.out.push_back(diag::error(
                code::text_overflows, s.document.watermark_span,
                fmt::format("the watermark “{}” would be {:.0f} pt high across a page", s.document.watermark, size),
                "shorten it to a word or two, as “Draft”"));
            return;
        }
        const auto on_grounds = std::find_if(page.items.begin(), page.items.end(), [&](const scene::Item& item) {
            return !is_ground(item, page.size.width);
        });
        page.items.insert(on_grounds, words_on(page.size, *line, size, cap_height));
    }
}

void remove_watermark(std::vector<scene::Item>& items) {
    std::erase_if(items, [](const scene::Item& item) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        return mark && mark->role == scene::Role::watermark;
    });
}

}  // namespace precis::layout
