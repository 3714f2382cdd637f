// Key figures on a slide: columns of one width whose rules, numbers, words and drawings are level.
#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/numbers.h"
#include "layout/blocks/runs.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on the gallery's deck.
constexpr std::size_t kMost = 5;    // on a slide
constexpr std::size_t kFewest = 3;  // columns that the width is divided into, even if there are fewer figures
constexpr double kGap = 16.5;       // between columns
constexpr double kMarkHeight = 30, kTallestMark = 132;      // least and greatest height of a drawing
constexpr double kDot = 5, kPitch = 14, kWidestPitch = 27;  // radius of a dot at the least pitch; pitches of dots
constexpr double kMostDots = 20;                            // a larger count is not drawn as dots
constexpr double kLowest = 36;                              // the figures begin at most so far below the slot's top
// A column from top to bottom, between its parts.
constexpr double kRule = 1.5, kBelowRule = 10, kBelowNumber = 6, kAboveLine = 12, kBelowLine = 10, kAboveMark = 18;
constexpr double kAnyWidth = 1e4;
constexpr double kRounding = 2;  // added to a measured width, so that a number does not wrap

/// A share of a whole: a bar, or a hundred squares where there is room for them.
std::vector<scene::Item> share_mark(double percent, const base::Rect& at, const base::Color& color,
                                    const base::Color& track) {
    constexpr double kLeastGrid = 84, kSeam = 0.16, kBar = 8;  // points; of a cell; points
    if (at.height < kLeastGrid) {
        const base::Rect bar{at.x, at.y, at.width, kBar};
        return {filled(bar, track), filled({bar.x, bar.y, bar.width * percent / 100, bar.height}, color)};
    }
    const double cell = std::min(at.width, at.height) / 10, side = cell * (1 - kSeam);
    scene::Path rest, part;  // one path each, so that an editor shows one shape
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

// The widest distance between dots, in steps of a point, with which the largest count has room. One for all figures.
double pitch_of(const std::vector<doc::KeyFigure>& figures, const base::Size& room) {
    for (double pitch = kWidestPitch; pitch > kPitch; --pitch) {
        const double across = std::floor(room.width / pitch);
        const bool fits = std::all_of(figures.begin(), figures.end(), [&](const auto& figure) {
            return !is_small_count(figure) ||
                   std::ceil(*base::parse_number(figure.number) / across) * pitch <= room.height;
        });
        if (across >= 1 && fits) return pitch;
    }
    return kPitch;
}

// The number as a drawing: its trend, its share of a whole, or as many dots.
std::vector<scene::Item> mark_of(const SlideDraft& draft, const doc::KeyFigure& figure, const base::Rect& at,
                                 double pitch, const base::Color& color, const GroundName& ground) {
    constexpr double kTallestTrend = 56;  // points
    const auto& l = draft.setting().layout;
    if (!figure.trend.empty())
        return chart::sparkline(figure.trend, {at.x, at.y, at.width, std::min(at.height, kTallestTrend)}, l.chart);
    const auto number = base::parse_number(figure.number);
    if (!number || *number < 0) return {};
    if (figure.unit == "%" || figure.unit == "\u202f%") {
        if (*number > 100 || figure.number.front() == '+') return {};
        return share_mark(*number, at, color, ground.empty() ? l.color("grid") : draft.color("rule", ground));
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

// The style of all numbers of a slide: the smaller one if any number needs it. A unit that still has no room goes
// before its label.
std::string fit_numbers(SlideDraft& draft, std::vector<doc::KeyFigure>& figures, double width,
                        const GroundName& ground) {
    std::string size = "slide-figure";
    const auto too_wide = [&](const doc::KeyFigure& figure) {
        auto runs = runs_of_figure(draft, figure, size, ground);
        return set_runs(draft.setting(), std::move(runs), draft.style(size, ground), kAnyWidth).width > width;
    };
    for (const auto& figure : figures) {
        if (too_wide(figure)) size = "slide-figure-small";
    }
    for (auto& figure : figures) {
        if (figure.unit.empty() || !too_wide(figure)) continue;
        auto words = plain_words(figure.unit + " ");
        figure.label.insert(figure.label.begin(), words.begin(), words.end());
        figure.unit.clear();
        if (too_wide(figure)) draft.report_overflow("key figure", width + 1, width, figure.span);
    }
    return size;
}

// The heights at which the parts of all columns begin.
struct FigureLevels {
    double top = 0, number = 0, label = 0, label_height = 0, line = 0, detail = 0, mark = 0, mark_height = 0;
};

/// Columns of key figures beside each other: where they stand, in which size, with drawings or without.
struct FigureRow {
    base::Rect at;
    double width = 0;  // of a column
    std::string size;
    bool drawn = true;
};

/// Height of the words of a row's tallest column, without drawings.
double words_height(const SlideDraft& draft, const std::vector<doc::KeyFigure>& figures, const FigureRow& row,
                    const GroundName& ground) {
    double label = 0, detail = 0;
    for (const auto& figure : figures) {
        label = std::max(label, draft.height({{figure.label, "figure-name"}}, row.width, ground));
        detail = std::max(detail, draft.height({{figure.detail, "figure-text"}}, row.width, ground));
    }
    return kBelowRule + draft.style(row.size, ground).leading + kBelowNumber + label + kAboveLine + kBelowLine + detail;
}

FigureLevels levels_of(const SlideDraft& draft, const std::vector<doc::KeyFigure>& figures, const FigureRow& row,
                       const GroundName& ground) {
    const auto& at = row.at;
    const double width = row.width;
    FigureLevels levels;
    double detail_height = 0;
    for (const auto& figure : figures) {
        levels.label_height =
            std::max(levels.label_height, draft.height({{figure.label, "figure-name"}}, width, ground));
        detail_height = std::max(detail_height, draft.height({{figure.detail, "figure-text"}}, width, ground));
    }
    const double leading = draft.style(row.size, ground).leading;
    const double least_mark = row.drawn ? kMarkHeight : 0;
    const double words = words_height(draft, figures, row, ground) + (row.drawn ? kAboveMark : 0);
    levels.mark_height = row.drawn ? std::clamp(at.height - words, kMarkHeight, kTallestMark) : 0;
    // A quarter of the free height goes above the figures.
    levels.top = at.y + std::clamp((at.height - (words + levels.mark_height)) / 4, 0.0, kLowest);
    levels.number = levels.top + kBelowRule;
    levels.label = levels.number + leading + kBelowNumber;
    levels.line = levels.label + levels.label_height + kAboveLine;
    levels.detail = levels.line + kBelowLine;
    levels.mark = levels.detail + detail_height + kAboveMark;
    const double room = at.bottom() - least_mark - kBelowLine - levels.line;
    if (detail_height > room)
        draft.report_overflow("text under a key figure", detail_height, room, figures.front().span);
    return levels;
}

doc::Inlines detail_of(const doc::KeyFigure& figure) {
    auto detail = figure.detail;
    if (!figure.status_word.empty()) {
        doc::Words status;
        status.text = figure.status_word + (detail.empty() ? "" : ". ");
        status.strong = true;
        detail.insert(detail.begin(), status);
    }
    return detail;
}

}  // namespace

std::vector<text::Run> runs_of_figure(const SlideDraft& draft, const doc::KeyFigure& figure, const std::string& size,
                                      const GroundName& ground) {
    std::vector<text::Run> runs;
    if (!figure.sign.empty()) runs.push_back(run_of(figure.sign, draft.style(size + "-sign", ground)));
    runs.push_back(run_of(figure.number, draft.style(size, ground)));
    runs.back().name = figure.value;
    if (!figure.unit.empty()) {
        const bool word = figure.unit.size() > kLongestSign;
        runs.push_back(run_of((word ? "\u2009" : "") + figure.unit, draft.style(size + "-unit", ground)));
    }
    return runs;
}

// Shortens a unit of several words, "million a month": the first word stays behind the number, the others go before
// the label. A currency's sign behind it stays, too: "million $".
doc::KeyFigure with_short_unit(doc::KeyFigure figure) {
    const auto space = figure.unit.find(' ');
    const auto hard = figure.unit.find("\u00a0");
    const auto end = std::min(space, hard);
    if (end == std::string::npos || end == 0) return figure;
    const auto rest = end + (end == hard ? 2 : 1);
    const auto others = std::string_view(figure.unit).substr(rest);
    const bool sign = others.size() <= kLongestSign && std::none_of(others.begin(), others.end(), [](char c) {
                          return base::is_lower(c) || base::is_upper(c) || c == ' ';
                      });
    if (sign) return figure;
    auto words = plain_words(std::string(others) + " ");
    figure.label.insert(figure.label.begin(), words.begin(), words.end());
    figure.unit.erase(end);
    return figure;
}

namespace {

void put_row(SlideDraft& draft, const std::vector<doc::KeyFigure>& figures, const FigureRow& row,
             const GroundName& ground) {
    const auto levels = levels_of(draft, figures, row, ground);
    const double width = row.width;
    const double pitch = pitch_of(figures, {width, levels.mark_height});
    const auto& look = draft.style(row.size, ground);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto& figure = figures[i];
        const double x = row.at.x + static_cast<double>(i) * (width + kGap);
        draft.add(rule(x, levels.top + kRule / 2, width, kRule, look.color));
        draft.put_runs({x, levels.number, width + kRounding, 0}, runs_of_figure(draft, figure, row.size, ground), look);
        draft.put({x, levels.label, width, levels.label_height}, {{figure.label, "figure-name"}}, ground);
        draft.add_hairline(x, levels.line, width, ground);
        draft.put({x, levels.detail, width, 0}, {{detail_of(figure), "figure-text"}}, ground);
        if (!row.drawn) continue;
        auto drawing = mark_of(draft, figure, {x, levels.mark, width, levels.mark_height}, pitch, look.color, ground);
        if (!drawing.empty()) draft.add(artifact(std::move(drawing)));
    }
}

}  // namespace

std::size_t put_figures(SlideDraft& draft, const std::vector<doc::KeyFigure>& given, std::size_t from) {
    const auto* slot = draft.slot("figures");
    if (!slot || from >= given.size()) return 0;
    const auto count = std::min(given.size() - from, kMost);
    std::vector<doc::KeyFigure> figures;
    for (std::size_t i = 0; i < count; ++i) figures.push_back(with_short_unit(given[from + i]));
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    const auto width_of = [&](std::size_t columns) {
        const auto all = static_cast<double>(std::max(columns, kFewest));
        return std::min((at.width - kGap * (all - 1)) / all, at.width);
    };
    FigureRow row{at, width_of(count), {}, true};
    row.size = fit_numbers(draft, figures, row.width, ground);
    const auto drawn = std::count_if(figures.begin(), figures.end(), [&](const auto& figure) {
        return !mark_of(draft, figure, {0, 0, row.width, kMarkHeight}, kPitch, {}, ground).empty();
    });
    // Where most have no drawing, one row leaves half of the slide empty.
    constexpr std::size_t kPairs = 4;
    if (count >= kPairs && static_cast<std::size_t>(drawn) * 2 < count) {
        const auto across = (count + 1) / 2;
        FigureRow half = row;
        half.drawn = false;
        half.width = (at.width - kGap * static_cast<double>(across - 1)) / static_cast<double>(across);
        half.at.height = at.height / 2;
        if (words_height(draft, figures, half, ground) <= half.at.height) {
            put_row(draft, {figures.begin(), figures.begin() + static_cast<std::ptrdiff_t>(across)}, half, ground);
            half.at.y += half.at.height;
            put_row(draft, {figures.begin() + static_cast<std::ptrdiff_t>(across), figures.end()}, half, ground);
            return count;
        }
    }
    put_row(draft, figures, row, ground);
    return count;
}

}  // namespace precis::layout
