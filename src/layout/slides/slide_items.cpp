// The briefing's lists on slides: findings with their figures, actions, dates, sources. Lengths were
// chosen by eye on the gallery's deck; points.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "layout/blocks/runs.h"
#include "layout/codes.h"
#include "layout/slides/large_figure.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr double kAnyWidth = 1e4, kAnyHeight = 1e9;

std::vector<text::Run> figure_runs(const SlideDraft& draft, const std::string& words, const GroundName& ground) {
    const auto& value = draft.style("summary-figure", ground);
    const auto end = words.find_last_of("0123456789");
    if (end == std::string::npos) return {run_of(words, value)};
    std::vector<text::Run> runs{run_of(words.substr(0, end + 1), value)};
    if (end + 1 < words.size()) runs.push_back(run_of(words.substr(end + 1), draft.style("summary-unit", ground)));
    return runs;
}

/// The name of the value that a finding's figure prints; empty if no number of its text has those digits.
std::string value_of(const doc::Item& item, const std::string& figure) {
    const auto digits = figure.substr(0, figure.find_last_of("0123456789") + 1);
    for (const auto& part : item.text) {
        const auto* words = std::get_if<doc::Words>(&part);
        if (words && words->bound && !digits.empty() && words->text.find(digits) != std::string::npos)
            return words->value;
    }
    return {};
}

double width_of(const SlideDraft& draft, const std::string& figure, const GroundName& ground) {
    return set_runs(draft.setting(), figure_runs(draft, figure, ground), draft.style("summary-figure", ground),
                    kAnyWidth)
        .width;
}

void report_wide_figure(const SlideDraft& draft, const doc::Item& item, double width, double room) {
    draft.setting().out.push_back(diag::error(
        code::text_overflows, item.span,
        fmt::format("the key figure “{}” of this finding is {:.0f} pt wide, and the slide has {:.0f} pt for it",
                    item.figure, width, room),
        "shorten it, as in “key-figure: {value: NAME, format: compact}”"));
}

// How far a line of large letters is moved so that its baseline meets that of small ones.
double baseline_shift(const SlideDraft& draft, const style::TextStyle& large, const style::TextStyle& small) {
    return baseline(draft.setting(), small) - baseline(draft.setting(), large);
}

}  // namespace

namespace {

constexpr double kFindingPad = 10, kFindingGap = 16;

/// The findings of one slide, before they are placed.
struct FindingRows {
    std::vector<std::string> figures;  // large numbers at the left; empty: none
    std::vector<SlideEntry> entries;
    double column = 0, aside = 0;  // width of the figures; from the slot's left to the words
    double row = 0;                // height of each
};

/// Whether the words of all rows fit.
bool hold(const SlideDraft& draft, const FindingRows& rows, const std::vector<SlideEntry>& entries, double width,
          const GroundName& ground) {
    return std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
        return draft.height(entry.texts, width - rows.aside, ground) <= rows.row - kFindingPad + kSlideSlack;
    });
}

FindingRows rows_of_findings(const SlideDraft& draft, const std::vector<doc::Item>& shown, bool alone,
                             const base::Rect& at, double row, const GroundName& ground) {
    constexpr double kFigure = 132, kFigureShare = 0.24, kWidestFigure = 0.36;  // width of figures; shares of the slot
    constexpr std::size_t kFew = 2;
    FindingRows rows;
    rows.row = row;
    rows.figures = large_figures(shown);
    // All figures are in one column, as wide as the widest figure needs, if that leaves enough room for words.
    rows.column = std::min(kFigure, at.width * kFigureShare);
    for (const auto& figure : rows.figures) rows.column = std::max(rows.column, width_of(draft, figure, ground));
    rows.column = std::min(rows.column, at.width * kWidestFigure);
    const bool bare =
        std::all_of(rows.figures.begin(), rows.figures.end(), [](const auto& figure) { return figure.empty(); });
    rows.aside = bare ? 0 : rows.column + kFindingGap;
    const auto in_style = [&](const std::string& size) {
        std::vector<SlideEntry> entries;
        for (const auto& item : shown) entries.push_back(entry_of(item, "point-lead" + size, "point-text" + size));
        return entries;
    };
    rows.entries = in_style("");
    if (!bare) return rows;
    // Words alone are set larger where each row has the room.
    auto large = draft.enlarged(rows.entries, {at.width, at.height}, {2 * kFindingPad, true}, ground);
    if (hold(draft, rows, large, at.width, ground)) rows.entries = std::move(large);
    if (!alone || shown.size() > kFew || draft.setting().layout.styles.count("point-text-huge") == 0) return rows;
    if (auto huge = in_style("-huge"); hold(draft, rows, huge, at.width, ground)) rows.entries = std::move(huge);
    return rows;
}

}  // namespace

std::size_t put_findings(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4, kFewest = 3;  // rows; the height is divided into at least three
    constexpr double kFigureRise = 0.14;           // of the leading, so that the figure's top is level with the text's
    const auto* slot = draft.slot("findings");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    auto count = std::min(items.size() - from, kMost);
    const auto rows_at = [&](std::size_t n, std::size_t shares) {
        const auto begin = items.begin() + static_cast<std::ptrdiff_t>(from);
        return rows_of_findings(draft, {begin, begin + static_cast<std::ptrdiff_t>(n)}, items.size() == n, at,
                                at.height / static_cast<double>(shares), ground);
    };
    auto rows = rows_at(count, std::max(count, kFewest));
    // Long findings have taller rows; what has no room then follows on the next slide.
    while (!hold(draft, rows, rows.entries, at.width, ground)) {
        if (at.height / static_cast<double>(count) > rows.row + 1) {
            rows = rows_at(count, count);
        } else if (count > 1) {
            --count;
            rows = rows_at(count, std::max(count, kFewest));
        } else {
            break;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto& item = items[from + i];
        const double y = at.y + static_cast<double>(i) * rows.row + kFindingPad;
        auto figure = rows.figures[i];
        if (const double width = width_of(draft, figure, ground); width > rows.column + kSlideSlack) {
            if (!item.figure.empty()) report_wide_figure(draft, item, width, rows.column);
            figure.clear();
        }
        const auto& entry = rows.entries[i];
        const double x = at.x + rows.aside, width = at.width - rows.aside;
        const double height = draft.height(entry.texts, width, ground);
        if (height > rows.row - kFindingPad + kSlideSlack)
            draft.report_overflow("finding", height, rows.row - kFindingPad, entry.span);
        if (i > 0) draft.add_hairline(at.x, y - kFindingPad, at.width, ground);
        if (!figure.empty()) {
            const auto& look = draft.style("summary-figure", ground);
            auto runs = figure_runs(draft, figure, ground);
            runs.front().name = value_of(item, figure);
            draft.put_runs({at.x, y - look.leading * kFigureRise, rows.column, 0}, std::move(runs), look);
        }
        draft.put({x, y, width, 0}, entry.texts, ground);
    }
    return count;
}

std::size_t put_actions(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr double kNumber = 30, kPadTop = 18, kBelowHead = 12, kGap = 14, kMostMore = 12;
    constexpr double kLeastFoot = 6;  // left below the last entry
    const auto* slot = draft.slot("actions");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_panel(*slot);
    double y = at.y + kPadTop;
    y += draft.put({at.x, y, at.width, 0},
                   {{plain_words(draft.setting().locale.word("recommendations")), "action-head"}}, ground);
    y += kBelowHead;
    std::vector<SlideEntry> entries;
    double used = 0;
    const double room = at.bottom() - kPadTop - y;
    for (auto i = from; i < items.size(); ++i) {
        auto entry = entry_of(items[i], "action-lead", "action-text");
        const double height = draft.height(entry.texts, at.width - kNumber, ground);
        if (used + height > room + kPadTop - kLeastFoot) break;
        used += height + kGap;
        entries.push_back(std::move(entry));
    }
    const double more = spread(room, used - kGap, entries.size(), kMostMore);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& numeral = draft.style("action-number", ground);
        const double by = baseline_shift(draft, numeral, draft.style("action-lead", ground));
        draft.put({at.x, y + by, kNumber, 0}, {{plain_words(fmt::format("{}", from + i + 1)), "action-number"}},
                  ground);
        y += draft.put({at.x + kNumber, y, at.width - kNumber, 0}, entries[i].texts, ground) + kGap + more;
    }
    return entries.size();
}

namespace {

/// One or two dates fill the slide: large, each over its words, in the middle of its share. False if they do not fit.
bool put_few_dates(SlideDraft& draft, const std::vector<doc::Item>& items, const base::Rect& at,
                   const GroundName& ground) {
    constexpr std::size_t kFew = 2;
    constexpr double kBelowDate = 6, kWidth = 0.86, kMostOfShare = 0.8;  // of the slot's width; of a date's share
    const auto& styles = draft.setting().layout.styles;
    if (items.size() > kFew || styles.count("point-text-huge") == 0 || styles.count("slide-date-huge") == 0)
        return false;
    const double share = at.height / static_cast<double>(items.size()), width = at.width * kWidth;
    std::vector<std::vector<SlideText>> rows;
    for (const auto& item : items) {
        auto entry = entry_of(item, "point-lead-huge", "point-text-huge");
        auto& row = rows.emplace_back();
        if (!item.by.empty()) row.push_back({plain_words(item.by), "slide-date-huge"});
        if (!row.empty()) entry.texts.front().before = kBelowDate;
        row.insert(row.end(), entry.texts.begin(), entry.texts.end());
        if (draft.height(row, width, ground) > share * kMostOfShare) return false;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = at.y + static_cast<double>(i) * share, height = draft.height(rows[i], width, ground);
        if (i > 0) draft.add_hairline(at.x, y, at.width, ground);
        draft.put({at.x, y + (share - height) / 2, width, height}, rows[i], ground);
    }
    return true;
}

}  // namespace

std::size_t put_dates(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr double kDate = 176, kGap = 16, kPad = 11, kMost = 26;  // column of dates; growth of each pad at most
    const auto* slot = draft.slot("dates");
    if (!slot || from >= items.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    if (from == 0 && put_few_dates(draft, items, at, ground)) return items.size();
    const base::Size room{at.width - kDate, at.height - 2 * kPad};
    const SlideList list{2 * kPad, true};
    std::vector<SlideEntry> entries;
    for (auto i = from; i < items.size(); ++i) entries.push_back(entry_of(items[i], "point-lead", "point-text"));
    entries = draft.enlarged(entries, room, list, ground);
    entries.resize(draft.fitting(entries, room, list, ground));
    const bool large = !entries.empty() && entries[0].texts[0].style.ends_with("-large");
    const bool has_large = draft.setting().layout.styles.count("slide-date-large") > 0;
    const double used = draft.height(entries, room.width, list, ground) + 2 * kPad;
    const double pad = kPad + spread(at.height, used, 2 * entries.size(), kMost);
    double y = at.y;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0) draft.add_hairline(at.x, y, at.width, ground);
        draft.put({at.x, y + pad, kDate - kGap, 0},
                  {{plain_words(items[from + i].by), large && has_large ? "slide-date-large" : "slide-date"}}, ground);
        y += draft.put({at.x + kDate, y + pad, room.width, 0}, entries[i].texts, ground) + 2 * pad;
    }
    return entries.size();
}

namespace {

/// The styles of a source's text, of its caveat and of its number.
struct SourceStyles {
    std::string text, caveat, number;
};

SourceStyles source_styles(const std::string& size) {
    return {"slide-small" + size, "slide-caveat" + size, "slide-small-strong" + size};
}

std::vector<SlideText> texts_of_source(const doc::SourceEntry& source, const SourceStyles& styles) {
    std::vector<SlideText> texts{{source.text, styles.text, 0, false}};
    if (!source.caveat.empty()) texts.push_back({plain_words(source.caveat), styles.caveat, 1, false});
    return texts;
}

/// Few sources: a row each over the whole width, between hairlines, spread over the slide. False if they are more than
/// half of it fills.
bool put_source_rows(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources, double hang, const base::Rect& at,
                     const GroundName& ground) {
    constexpr double kNumber = 42, kPad = 14, kMost = 44;  // column of numbers; pads, and their growth at most
    constexpr double kSparse = 0.6;                        // of the height
    const auto& known = draft.setting().layout.styles;
    const bool larger = known.count("point-text-large") > 0 && known.count("slide-date-large") > 0;
    const SourceStyles styles =
        larger ? SourceStyles{"point-text-large", "slide-small-large", "slide-date-large"} : source_styles("-large");
    const double aside = hang > 0 ? kNumber : 0;
    std::vector<double> heights;
    for (const auto& source : sources)
        heights.push_back(draft.height(texts_of_source(source, styles), at.width - aside, ground));
    const auto count = sources.size();
    const double used = std::accumulate(heights.begin(), heights.end(), 0.0) + 2 * kPad * static_cast<double>(count);
    if (used > kSparse * at.height) return false;
    const double pad = kPad + spread(at.height, used, 2 * count, kMost);
    double y = at.y;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) draft.add_hairline(at.x, y, at.width, ground);
        const auto number = fmt::format("{}", sources[i].number);
        draft.add_anchor("source-" + number);
        if (hang > 0) draft.put({at.x, y + pad, kNumber, 0}, {{plain_words(number), styles.number}}, ground);
        draft.put({at.x + aside, y + pad, at.width - aside, 0}, texts_of_source(sources[i], styles), ground);
        y += heights[i] + 2 * pad;
    }
    return true;
}

}  // namespace

std::size_t put_sources(SlideDraft& draft, const std::vector<doc::SourceEntry>& sources, std::size_t from) {
    constexpr double kBeforeWords = 4;
    double gap = 7;
    const double hang =
        draft.setting().layout.cites_by_author() ? 0 : 24;  // entries that texts cite by author have none
    constexpr double kSafe = 0.9;  // of the height: columns break between sources, so sums do not fill them
    const auto places = draft.slots("sources");
    if (places.empty()) return 0;
    std::string size;  // suffix of the styles
    const auto texts_of = [&](std::size_t i) { return texts_of_source(sources[i], source_styles(size)); };
    const auto* first = places.front();
    std::vector<double> heights;
    double total = 0;
    const auto measure = [&] {
        heights.clear();
        for (auto i = from; i < sources.size(); ++i) {
            heights.push_back(draft.height(texts_of(i), draft.rect(*first).width - hang, draft.ground_of(first)) + gap);
        }
        total = std::accumulate(heights.begin(), heights.end(), 0.0);
    };
    const auto columns = static_cast<double>(places.size());
    const double tallest = draft.rect(*first).height;
    const auto& styles = draft.setting().layout.styles;
    const bool has_large = styles.count("slide-small-large") > 0 && styles.count("slide-caveat-large") > 0;
    if (from == 0 && has_large && draft.ground_of(first) == draft.ground_of(places.back())) {
        auto whole = draft.rect(*first);
        whole.width = draft.rect(*places.back()).right() - whole.x;
        if (put_source_rows(draft, sources, hang, whole, draft.ground_of(first))) return sources.size();
    }
    if (from == 0 && has_large) {
        size = "-large";
        measure();
        if (total > columns * tallest * kSafe) size.clear();
    }
    if (size.empty()) measure();
    // Columns are balanced if all sources fit on this slide.
    const bool balanced = total <= columns * tallest * kSafe;
    if (balanced && from == 0) {  // and stand further apart
        constexpr double kMostMore = 16;
        const double more =
            std::clamp((columns * tallest * kSafe - total) / static_cast<double>(heights.size()), 0.0, kMostMore);
        for (auto& height : heights) height += more;
        total += more * static_cast<double>(heights.size());
        gap += more;
    }
    std::size_t done = 0;
    double placed = 0;  // height of the sources done
    for (std::size_t c = 0; c < places.size(); ++c) {
        const auto ground = draft.ground_of(places[c]);
        const auto at = draft.rect(*places[c]);
        const double end =
            balanced && c + 1 < places.size() ? total * static_cast<double>(c + 1) / columns : kAnyHeight;
        double y = at.y;
        for (; from + done < sources.size(); ++done) {
            const double height = heights[done];
            if (y + height - gap > at.bottom() + kSlideSlack || placed + height / 2 > end) break;
            const auto number = fmt::format("{}", sources[from + done].number);
            draft.add_anchor("source-" + number);
            if (hang > 0)
                draft.put({at.x, y, hang - kBeforeWords, 0}, {{plain_words(number), "slide-small-strong" + size}},
                          ground);
            draft.put({at.x + hang, y, at.width - hang, 0}, texts_of(from + done), ground);
            y += height;
            placed += height;
        }
    }
    return done;
}

}  // namespace precis::layout
