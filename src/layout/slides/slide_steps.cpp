// layout/slides/slide_steps.cpp: the columns of a slide as steps: a head as an arrow, what the step is about, and
// points with a mark of how far each is. Lengths were chosen by eye; points.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/runs.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_shapes.h"
#include "layout/slides/slide_slots.h"
#include "scene/shapes.h"

namespace precis::layout {
namespace {

using vocabulary::Progress;
using Columns = std::vector<doc::SlideChoice::Column>;

constexpr std::size_t kMost = 5;                                // steps in a row
constexpr double kHead = 46, kPoint = 16, kSeam = 5;            // of an arrow: height, point, space to the next one
constexpr double kBeforeName = 14, kBelowHead = 12;             // inside an arrow; below it
constexpr double kAroundLine = 10;                              // above and below the hairline under the lead
constexpr double kGutter = 22;                                  // between the words of two steps
constexpr double kIndent = 22, kDisc = 4.6, kSquare = 5.5;      // of points; radius of disc and ring; side of a square
constexpr double kPillWidth = 14, kPillHeight = 8.5;            // of a dashed mark
constexpr double kOutline = 1.6;                                // of ring and pill
constexpr double kMiddle = 0.53;                                // of the first line's leading, the middle of a mark
constexpr double kLeastGap = 5, kMostGap = 22;                  // between points
constexpr double kKeyGap = 18, kKeyMark = 20, kAnyWidth = 1e4;  // between entries of the key; room for a mark

std::string word_of(const SlideDraft& draft, Progress progress) {
    const auto& locale = draft.setting().locale;
    switch (progress) {
        case Progress::done:
            return locale.word("done");
        case Progress::planned:
            return locale.word("plan");
        case Progress::expected:
            return locale.word("expected");
        case Progress::unchanged:
            return locale.word("unchanged");
    }
    return {};
}

/// The mark, its middle at a point.
scene::Item shape_of(const SlideDraft& draft, Progress progress, const base::Point& at, const GroundName& ground) {
    const auto strong = draft.color("primary", ground);
    const double ring = kDisc - kOutline / 2;
    scene::Path path;
    switch (progress) {
        case Progress::done:
            path.steps = scene::disc(at, kDisc);
            path.fill = strong;
            return path;
        case Progress::planned:
            return pill({at.x - ring, at.y - ring, 2 * ring, 2 * ring}, strong, false, kOutline);
        case Progress::expected:
            return pill({at.x - kPillWidth / 2, at.y - kPillHeight / 2, kPillWidth, kPillHeight}, strong, true,
                        kOutline);
        case Progress::unchanged:
            return filled({at.x - kSquare / 2, at.y - kSquare / 2, kSquare, kSquare}, draft.color("mark", ground));
    }
    return path;
}

/// The mark of a point, which is read as its word.
void put_mark(SlideDraft& draft, Progress progress, const base::Point& at, const GroundName& ground) {
    auto figure = mark(draft.setting(), scene::Role::figure);
    figure.alternative = word_of(draft, progress);
    figure.items.emplace_back(shape_of(draft, progress, at, ground));
    draft.add(scene::Item(std::move(figure)));
}

std::vector<Progress> used_in(const Columns& columns) {
    std::vector<Progress> used;
    for (const auto progress : vocabulary::all_of<Progress>())
        for (const auto& column : columns)
            if (std::find(column.progress.begin(), column.progress.end(), progress) != column.progress.end()) {
                used.push_back(progress);
                break;
            }
    return used;
}

/// What the marks mean, at the end of the slot's last line.
void put_key(SlideDraft& draft, const std::vector<Progress>& used, const base::Rect& at, const GroundName& ground) {
    const auto& look = draft.style("step-key", ground);
    std::vector<std::pair<std::vector<text::Run>, double>> words;
    double width = 0;
    for (const auto progress : used) {
        std::vector<text::Run> runs{run_of(word_of(draft, progress), look)};
        const double own = set_runs(draft.setting(), runs, look, kAnyWidth).width + 1;
        width += kKeyMark + own + (words.empty() ? 0 : kKeyGap);
        words.emplace_back(std::move(runs), own);
    }
    double x = at.right() - width;
    const double y = at.bottom() - look.leading;
    for (std::size_t i = 0; i < used.size(); ++i) {
        draft.add(artifact({shape_of(draft, used[i], {x + kKeyMark / 2, y + look.leading * kMiddle}, ground)}));
        draft.put_runs({x + kKeyMark, y, words[i].second, 0}, std::move(words[i].first), look);
        x += kKeyMark + words[i].second + kKeyGap;
    }
}

SlideText item_text(const doc::Inlines& words) {
    return {words, "step-item"};
}

}  // namespace

void put_step_columns(SlideDraft& draft, const Columns& columns) {
    const auto* slot = draft.slot("steps");
    if (!slot || columns.empty()) return;
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    if (columns.size() > kMost)
        return draft.report_overflow("steps' row", static_cast<double>(columns.size()), kMost,
                                     span_of(columns[kMost].title));
    const auto many = static_cast<double>(columns.size());
    const double width = (at.width + (many - 1) * (kPoint - kSeam)) / many, pitch = width - kPoint + kSeam;
    const double text_width = pitch - kGutter;
    double lead = 0;
    for (const auto& column : columns)
        if (!column.lead.empty()) lead = std::max(lead, draft.height({{column.lead, "step-line"}}, text_width, ground));
    const auto used = used_in(columns);
    const double key = used.empty() ? 0 : draft.style("step-key", ground).leading + kAroundLine;
    const double top = at.y + kHead + kBelowHead + (lead > 0 ? lead + 2 * kAroundLine : 0);
    const double room = at.bottom() - key - top;
    // Points of one column share its height; the gap is the same in all of them.
    double most = 0;
    std::size_t in_most = 1;
    for (const auto& column : columns) {
        double height = 0;
        for (const auto& point : column.points)
            height += draft.height({item_text(point)}, text_width - kIndent, ground);
        if (height + kLeastGap * static_cast<double>(column.points.size()) > most) {
            most = height + kLeastGap * static_cast<double>(column.points.size());
            in_most = std::max<std::size_t>(column.points.size(), 1);
        }
    }
    const double gap = kLeastGap + spread(room, most, in_most, kMostGap - kLeastGap);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const double x = at.x + static_cast<double>(i) * pitch;
        draft.add(artifact({arrow_of({x, at.y, width, kHead}, kPoint, i > 0, s.layout.color("primary"))}));
        const double left = x + (i > 0 ? kPoint : 0) + kBeforeName, inner = x + width - kPoint - left;
        const SlideEntry name{{{column.title, "step-lead"}}, span_of(column.title)};
        const auto head = draft.enlarged({name}, {inner, kHead}, {}, "primary").front().texts;
        const double tall = draft.height(head, inner, "primary");
        if (tall > kHead) draft.report_overflow("step's name", tall, kHead, name.span);
        draft.put({left, at.y + (kHead - tall) / 2, inner, tall}, head, "primary");
        if (!column.lead.empty())
            draft.put({x, at.y + kHead + kBelowHead, text_width, lead}, {{column.lead, "step-line"}}, ground);
        if (lead > 0) draft.add_hairline(x, top - kAroundLine, text_width, ground);
        double y = top;
        for (std::size_t p = 0; p < column.points.size(); ++p) {
            const auto text = item_text(column.points[p]);
            const double height = draft.height({text}, text_width - kIndent, ground);
            if (y + height > top + room + kSlideSlack)
                draft.report_overflow("step", y + height - top, room, span_of(column.points[p]));
            const auto& progress = column.progress[p];
            const base::Point middle{x + kPillWidth / 2, y + draft.style("step-item", ground).leading * kMiddle};
            if (progress) put_mark(draft, *progress, middle, ground);
            draft.put({x + kIndent, y, text_width - kIndent, height}, {text}, ground);
            y += height + gap;
        }
    }
    if (!used.empty()) put_key(draft, used, at, ground);
}

}  // namespace precis::layout
