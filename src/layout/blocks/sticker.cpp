#include "layout/blocks/sticker.h"

#include "layout/blocks/runs.h"
#include "layout/blocks/table_grid.h"

namespace precis::layout {
namespace {

constexpr double kAnyWidth = 1e4;
constexpr double kFrame = 0.75;  // points: width of the dashes

}  // namespace

double sticker_width(Setting& s, const std::string& words, const style::TextStyle& style) {
    return natural_width(s, words, style) + 2 * kStickerPad;
}

double sticker_height(const style::TextStyle& style) {
    return style.leading + 2 * kStickerRise;
}

scene::Item sticker_frame(const base::Rect& box, const base::Color& color) {
    scene::Path frame;
    frame.steps = {scene::MoveTo{{box.x, box.y}}, scene::LineTo{{box.right(), box.y}},
                   scene::LineTo{{box.right(), box.bottom()}}, scene::LineTo{{box.x, box.bottom()}},
                   scene::ClosePath{}};
    frame.stroke = scene::Stroke{color, kFrame, {2, 1.5}, false};
    return artifact({std::move(frame)});
}

void add_sticker(Setting& s, const std::string& words, const style::TextStyle& style, base::Point corner,
                 std::vector<scene::Item>& items) {
    auto tag = set_text(s, words, style, kAnyWidth);
    const double width = tag.width + 2 * kStickerPad;
    const base::Rect box{corner.x - width, corner.y, width, sticker_height(style)};
    shift(tag.items, box.x + kStickerPad, box.y + kStickerRise);
    items.push_back(sticker_frame(box, style.color));
    auto paragraph = mark(s, scene::Role::paragraph);
    paragraph.items = std::move(tag.items);
    items.emplace_back(std::move(paragraph));
}

}  // namespace precis::layout
