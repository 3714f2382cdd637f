// Stamps: a solid frame for what holds and what does not, a dashed one for what is open, a quiet one without a state.
#include "layout/blocks/stamp.h"

#include "layout/blocks/runs.h"
#include "layout/blocks/table_grid.h"

namespace precis::layout {
namespace {

// Points, after the interview brief; docs/design/looks.md#tables.
constexpr double kPad = 4.5, kRise = 1.5;  // from the frame to the words: at the sides; above and below
constexpr double kBelow = 3;               // from the frame to the words of the cell
constexpr double kFrame = 0.9;             // width of its line
constexpr double kAnyWidth = 1e4;

using State = doc::StampState;

}  // namespace

style::TextStyle stamp_style(const Setting& s, const doc::Stamp& stamp) {
    auto style = s.style("stamp");
    const auto& theme = s.layout.chart;
    style.color = stamp.state == State::none       ? s.layout.color("quiet")
                  : stamp.state == State::negative ? theme.negative_text
                                                   : theme.positive_text;
    return style;
}

double stamp_width(Setting& s, const doc::Stamp& stamp) {
    return stamp.words.empty() ? 0 : natural_width(s, stamp.words, stamp_style(s, stamp)) + 2 * kPad;
}

double add_stamp(Setting& s, const doc::Stamp& stamp, base::Point corner, std::vector<scene::Item>& items) {
    const auto style = stamp_style(s, stamp);
    auto set = set_text(s, stamp.words, style, kAnyWidth);
    const base::Rect box{corner.x, corner.y, set.width + 2 * kPad, set.height + 2 * kRise};
    scene::Path frame;
    frame.steps = {scene::MoveTo{{box.x, box.y}}, scene::LineTo{{box.right(), box.y}},
                   scene::LineTo{{box.right(), box.bottom()}}, scene::LineTo{{box.x, box.bottom()}},
                   scene::ClosePath{}};
    frame.stroke = scene::Stroke{style.color, kFrame, {}, false};
    if (stamp.state == State::pending) frame.stroke->dash = {2.4, 1.8};
    items.push_back(artifact({std::move(frame)}));
    shift(set.items, box.x + kPad, box.y + kRise);
    std::move(set.items.begin(), set.items.end(), std::back_inserter(items));
    return box.height + kBelow;
}

}  // namespace precis::layout
