// Key figures on a slide: columns of like width whose rules, numbers, words and marks share their lines.
#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "layout/blocks/runs.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

constexpr std::size_t kMost = 5;
constexpr double kGap = 16.5, kMarkHeight = 30, kTallestMark = 132;
constexpr double kDot = 5, kPitch = 14;
constexpr double kMostDots = 20;
constexpr double kLowest = 36;  // below the slot's top, where there is much room

std::vector<text::Run> runs_of_figure(const SlideDraft& draft, const doc::KeyFigure& figure, const std::string& size,
                                      const GroundName& ground) {
    std::vector<text::Run> runs;
    if (!figure.sign.empty()) runs.push_back(run_of(figure.sign, draft.style(size + "-sign", ground)));
    runs.push_back(run_of(figure.number, draft.style(size, ground)));
    if (!figure.unit.empty()) {
        const bool word = figure.unit.size() > 3;
        runs.push_back(run_of((word ? "\u2009" : "") + figure.unit, draft.style(size + "-unit", ground)));
    }
    return runs;
}

/// "million a month": the first word stands behind the number, the others before what it counts.
doc::KeyFigure with_short_unit(doc::KeyFigure figure) {
    const auto space = figure.unit.find(' ');
    const auto hard = figure.unit.find("\u00a0");
    const auto end = std::min(space, hard);
    if (end == std::string::npos || end == 0) return figure;
    const auto rest = end + (end == hard ? 2 : 1);
    auto words = plain_words(figure.unit.substr(rest) + " ");
    figure.label.insert(figure.label.begin(), words.begin(), words.end());
    figure.unit.erase(end);
    return figure;
}

/// A share of a whole: a bar, or a hundred squares where there is room for them.
std::vector<scene::Item> share_mark(double percent, const base::Rect& at, const base::Color& color,
                                    const base::Color& track) {
    constexpr double kLeastGrid = 84, kParting = 0.16;
    if (at.height < kLeastGrid) {
        const base::Rect bar{at.x, at.y, at.width, 8};
        return {filled(bar, track), filled({bar.x, bar.y, bar.width * percent / 100, bar.height}, color)};
    }
    const double cell = std::min(at.width, at.height) / 10, side = cell * (1 - kParting);
    scene::Path rest, part;  // one path each: a shape for programs that edit
    for (int i = 0; i < 100; ++i) {
        const base::Rect square{at.x + (i % 10) * cell, at.y + (9 - i / 10) * cell, side, side};
        const double full = std::clamp(percent - i, 0.0, 1.0);
        if (full < 1) scene::append(rest, scene::rectangle(square));
        if (full > 0) scene::append(part, scene::rectangle({square.x, square.y, side * full, side}));
    }
    rest.fill = track;
    part.fill = color;
    return {std::move(rest), std::move(part)};
}

bool is_small_count(const doc::KeyFigure& figure) {
    const auto number = base::parse_number(figure.number);
    return figure.unit.empty() && number && *number >= 1 && *number == static_cast<int>(*number) &&
           *number <= kMostDots;
}

/// How far apart dots stand so that the largest count has room: one pitch for all figures of a slide.
double pitch_of(const std::vector<doc::KeyFigure>& figures, const base::Size& room) {
    constexpr double kWidest = 27;
    for (double pitch = kWidest; pitch > kPitch; --pitch) {
        const double across = std::floor(room.width / pitch);
        const bool all = std::all_of(figures.begin(), figures.end(), [&](const auto& figure) {
            return !is_small_count(figure) ||
                   std::ceil(*base::parse_number(figure.number) / across) * pitch <= room.height;
        });
        if (across >= 1 && all) return pitch;
    }
    return kPitch;
}

/// The number as a picture: its history, its share of a whole, or as many dots.
std::vector<scene::Item> mark_of(const SlideDraft& draft, const doc::KeyFigure& figure, const base::Rect& at,
                                 double pitch, const base::Color& color, const GroundName& ground) {
    constexpr double kTallestTrend = 56;
    const auto& l = draft.setting().layout;
    if (!figure.trend.empty())
        return chart::sparkline(figure.trend, {at.x, at.y, at.width, std::min(at.height, kTallestTrend)}, l.chart);
    const auto number = base::parse_number(figure.number);
    if (!number || *number < 0) return {};
    if (figure.unit == "%" || figure.unit == "\u202f%") {
        if (*number > 100 || figure.number.front() == '+') return {};
        return share_mark(*number, at, color, ground.empty() ? l.color("ink-2") : draft.color("rule", ground));
    }
    if (!is_small_count(figure)) return {};
    const double r = pitch * kDot / kPitch;
    const int across = std::max(1, static_cast<int>(at.width / pitch));
    scene::Path dots;
    for (int i = 0; i < static_cast<int>(*number); ++i) {
        const base::Point center{at.x + r + (i % across) * pitch, at.y + r + (i / across) * pitch};
        scene::append(dots, scene::disc(center, r, scene::kRoundedArc));
    }
    dots.fill = color;
    return {std::move(dots)};
}

}  // namespace

std::size_t put_figures(SlideDraft& draft, const std::vector<doc::KeyFigure>& given, std::size_t from) {
    const auto* slot = draft.slot("figures");
    if (!slot || from >= given.size()) return 0;
    std::vector<doc::KeyFigure> figures;
    for (const auto& one : given) figures.push_back(with_short_unit(one));
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto count = std::min(figures.size() - from, kMost);
    const double width = std::min((at.width - kGap * static_cast<double>(std::max<std::size_t>(count, 3) - 1)) /
                                      static_cast<double>(std::max<std::size_t>(count, 3)),
                                  at.width);
    // One size for all: the smaller one where a number needs it; a unit that still has no room begins the label.
    std::string size = "slide-figure";
    const auto too_wide = [&](std::size_t i) {
        auto runs = runs_of_figure(draft, figures[i], size, ground);
        return set_runs(s, std::move(runs), draft.style(size, ground), 1e4).width > width;
    };
    for (std::size_t i = from; i < from + count; ++i)
        if (too_wide(i)) size = "slide-figure-small";
    for (std::size_t i = from; i < from + count; ++i) {
        auto& figure = figures[i];
        if (figure.unit.empty() || !too_wide(i)) continue;
        auto words = plain_words(figure.unit + " ");
        figure.label.insert(figure.label.begin(), words.begin(), words.end());
        figure.unit.clear();
        if (too_wide(i)) draft.overflows("key figure", width + 1, width, figure.span);
    }
    double label_height = 0, detail_height = 0;
    for (std::size_t i = 0; i < count; ++i) {
        label_height = std::max(label_height, draft.height({{figures[from + i].label, "figure-name"}}, width, ground));
        detail_height =
            std::max(detail_height, draft.height({{figures[from + i].detail, "figure-text"}}, width, ground));
    }
    const double words = 10 + draft.style(size, ground).leading + 6 + label_height + 22 + detail_height + 18;
    const double mark_height = std::clamp(at.height - words, kMarkHeight, kTallestMark);
    const double tall = words + mark_height;
    const std::vector<doc::KeyFigure> shown(figures.begin() + static_cast<std::ptrdiff_t>(from),
                                            figures.begin() + static_cast<std::ptrdiff_t>(from + count));
    const double pitch = pitch_of(shown, {width, mark_height});
    const double top = at.y + std::clamp((at.height - tall) / 4, 0.0, kLowest);
    const double label_y = top + 10 + draft.style(size, ground).leading + 6;
    const double line_y = label_y + label_height + 12;
    const double room = at.bottom() - kMarkHeight - 10 - line_y;
    if (detail_height > room) {
        draft.overflows("text under a key figure", detail_height, room, figures[from].span);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto& figure = figures[from + i];
        const double x = at.x + static_cast<double>(i) * (width + kGap);
        const auto color = draft.style(size, ground).color;
        draft.add(rule(x, top + 0.75, width, 1.5, color));
        draft.put_runs({x, top + 10, width + 2, 0}, runs_of_figure(draft, figure, size, ground),
                       draft.style(size, ground));
        draft.put({x, label_y, width, label_height}, {{figure.label, "figure-name"}}, ground);
        draft.hairline(x, line_y, width, ground);
        auto detail = figure.detail;
        if (!figure.status_word.empty()) {
            doc::Words status;
            status.text = figure.status_word + (detail.empty() ? "" : ". ");
            status.strong = true;
            detail.insert(detail.begin(), status);
        }
        draft.put({x, line_y + 10, width, 0}, {{detail, "figure-text"}}, ground);
        const base::Rect place{x, line_y + 10 + detail_height + 18, width, mark_height};
        auto marks = mark_of(draft, figure, place, pitch, color, ground);
        if (!marks.empty()) draft.add(artifact(std::move(marks)));
    }
    return count;
}

}  // namespace precis::layout
