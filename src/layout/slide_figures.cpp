// Key figures on a slide: columns of like width whose rules, numbers, words and marks share their lines.
#include <algorithm>

#include "base/numbers.h"
#include "layout/runs.h"
#include "layout/slide_slots.h"

namespace precis::layout {
namespace {

constexpr std::size_t kMost = 5;
constexpr double kGap = 16.5, kMarkHeight = 30;
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

scene::Path disc(base::Point c, double r, const base::Color& color) {
    constexpr double k = 0.5523;
    scene::Path path;
    path.steps = {scene::MoveTo{{c.x + r, c.y}},
                  scene::CurveTo{{c.x + r, c.y + k * r}, {c.x + k * r, c.y + r}, {c.x, c.y + r}},
                  scene::CurveTo{{c.x - k * r, c.y + r}, {c.x - r, c.y + k * r}, {c.x - r, c.y}},
                  scene::CurveTo{{c.x - r, c.y - k * r}, {c.x - k * r, c.y - r}, {c.x, c.y - r}},
                  scene::CurveTo{{c.x + k * r, c.y - r}, {c.x + r, c.y - k * r}, {c.x + r, c.y}},
                  scene::ClosePath{}};
    path.fill = color;
    return path;
}

/// The number as a picture: its history, its share of a whole, or as many dots.
std::vector<scene::Item> mark_of(const SlideDraft& draft, const doc::KeyFigure& figure, const base::Rect& at,
                                 const base::Color& color, const GroundName& ground) {
    const auto& l = draft.setting().layout;
    if (!figure.trend.empty()) return chart::sparkline(figure.trend, at, l.chart);
    const auto number = base::parse_number(figure.number);
    if (!number || *number < 0) return {};
    std::vector<scene::Item> items;
    if (figure.unit == "%" || figure.unit == "\u202f%") {
        if (*number > 100) return {};
        const double top = at.bottom() - 8;
        items.push_back(
            filled({at.x, top, at.width, 8}, ground.empty() ? l.color("ink-2") : draft.color("rule", ground)));
        items.push_back(filled({at.x, top, at.width * *number / 100, 8}, color));
        return items;
    }
    const bool count = figure.unit.empty() && *number == static_cast<int>(*number) && *number <= kMostDots;
    if (!count) return {};
    const auto across = static_cast<int>(at.width / kPitch);
    const auto rows = (static_cast<int>(*number) + across - 1) / across;
    for (int i = 0; i < static_cast<int>(*number); ++i) {
        items.emplace_back(disc(
            {at.x + kDot + (i % across) * kPitch, at.bottom() - kDot - (rows - 1 - i / across) * kPitch}, kDot, color));
    }
    return items;
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
    // One size for all: the smaller one where a number needs it.
    std::string size = "slide-figure";
    for (std::size_t i = 0; i < count; ++i) {
        auto runs = runs_of_figure(draft, figures[from + i], size, ground);
        if (set_runs(s, std::move(runs), draft.style(size, ground), 1e4).width > width) size = "slide-figure-small";
    }
    double label_height = 0, detail_height = 0;
    for (std::size_t i = 0; i < count; ++i) {
        label_height = std::max(label_height, draft.height({{figures[from + i].label, "figure-name"}}, width, ground));
        detail_height =
            std::max(detail_height, draft.height({{figures[from + i].detail, "figure-text"}}, width, ground));
    }
    const double tall =
        10 + draft.style(size, ground).leading + 6 + label_height + 22 + detail_height + 18 + kMarkHeight;
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
        auto marks = mark_of(draft, figure, {x, line_y + 10 + detail_height + 18, width, kMarkHeight}, color, ground);
        if (!marks.empty()) draft.add(artifact(std::move(marks)));
    }
    return count;
}

}  // namespace precis::layout
