// A slide's words: set in lines for painters that draw, kept as paragraphs for those that let them be edited.
#include "layout/slide.h"

#include <fmt/format.h>

#include <algorithm>

#include "doc/language_link.h"
#include "layout/grid.h"
#include "layout/runs.h"

namespace precis::layout {
namespace {

constexpr double kBulletIndent = 14, kBullet = 4.5;
constexpr double kPanelPad = 18, kBar = 4;

scene::TextParagraph::Align align_of(style::Align align) {
    switch (align) {
        case style::Align::left:
            return scene::TextParagraph::Align::left;
        case style::Align::center:
            return scene::TextParagraph::Align::center;
        case style::Align::right:
            return scene::TextParagraph::Align::right;
        case style::Align::justify:
            return scene::TextParagraph::Align::justify;
    }
    return scene::TextParagraph::Align::left;
}

scene::TextRun native_run(const text::Run& run) {
    auto text = run.text;
    if (const auto soft = text.find("\u00ad"); soft != std::string::npos) text.erase(soft, 2);
    return {std::move(text), run.face,     run.size,
            run.color,       run.rise > 0, doc::language_of(run.link).empty() ? run.link : std::string()};
}

}  // namespace

/// Paragraphs set at a width: the lines, and where each paragraph begins.
struct SlideDraft::Laid {
    std::vector<scene::Item> items;
    std::vector<scene::TextParagraph> paragraphs;
    double height = 0;
};

doc::Inlines plain_words(std::string text) {
    return {doc::Words{std::move(text), {}, {}, {}, {}, {}, {}}};
}

std::string word_of(const Setting& s, const std::string& key) {
    const auto own = s.layout.words.find(key);
    return own != s.layout.words.end() ? own->second : s.locale.word(key);
}

SlideDraft::SlideDraft(Setting& s, const style::SlideKind& kind) : s_(s), kind_(kind) {
    page_.size = s.layout.page;
    page_.slide = scene::Slide{};
    page_.slide->master = kind.name;
    page_.slide->transition = s.layout.show.transition;
    page_.slide->duration_s = s.layout.show.seconds;
    const auto ground = kind.ground.value_or(s.layout.color("background"));
    page_.items.push_back(filled({0, 0, s.layout.page.width, s.layout.page.height}, ground));
}

const style::Slot* SlideDraft::slot(std::string_view name) const {
    for (const auto& one : kind_.slots) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

std::vector<const style::Slot*> SlideDraft::slots(std::string_view name) const {
    std::vector<const style::Slot*> found;
    for (const auto& one : kind_.slots) {
        if (one.name == name) found.push_back(&one);
    }
    return found;
}

base::Rect SlideDraft::rect(const style::Slot& slot) const {
    const auto& l = s_.layout;
    const double row = (l.page.height - l.margins.top - l.margins.bottom) / std::max(1, l.grid.rows);
    constexpr int kNear = 2;  // rows between a slot and the one below it
    int last_row = slot.last_row, last_column = slot.last_column;
    for (const auto* empty : without_) {
        const bool above = slot.last_row < empty->first_row && slot.last_row + kNear >= empty->first_row;
        const bool beside = slot.last_column + 1 == empty->first_column && slot.first_row <= empty->last_row &&
                            slot.last_row >= empty->first_row;
        if (above) last_row = std::max(last_row, empty->last_row);
        if (beside) last_column = std::max(last_column, empty->last_column);
    }
    return {column_left(l, slot.first_column), l.margins.top + (slot.first_row - 1) * row,
            columns_width(l, slot.first_column, last_column), (last_row - slot.first_row + 1) * row};
}

GroundName SlideDraft::ground_of(const style::Slot* slot) const {
    return slot && slot->panel ? slot->panel_name : kind_.ground_name;
}

const style::TextStyle& SlideDraft::style(std::string_view name, const GroundName& ground) const {
    if (!ground.empty()) {
        const auto found = s_.layout.styles.find(ground + "-" + std::string(name));
        if (found != s_.layout.styles.end()) return found->second;
    }
    return s_.style(name);
}

base::Color SlideDraft::color(std::string_view use, const GroundName& ground) const {
    const auto own = s_.layout.colors.find(ground + "-" + std::string(use));
    if (!ground.empty() && own != s_.layout.colors.end()) return own->second;
    return s_.layout.color(use == "rule"     ? "tertiary"
                           : use == "mark"   ? "vermilion"
                           : use == "mark-3" ? "primary"
                                             : use);
}

base::Rect SlideDraft::panel(const style::Slot& slot) {
    const auto at = rect(slot);
    if (!slot.panel) return at;
    add(filled(at, *slot.panel));
    const bool barred = slot.panel_name == "light" || slot.panel_name == "sand";
    if (barred) add(filled({at.x, at.y, kBar, at.height}, color("mark", {})));
    return {at.x + kPanelPad, at.y, at.width - 2 * kPanelPad, at.height};
}

SlideDraft::Laid SlideDraft::lay(const std::vector<SlideText>& texts, double width, const GroundName& ground) const {
    Laid laid;
    for (const auto& text : texts) {
        if (text.words.empty()) continue;
        const auto& look = style(text.style, ground);
        const double indent = text.bullet ? kBulletIndent : 0;
        if (laid.height > 0) laid.height += text.before;
        auto runs = runs_of(s_, text.words, look);
        scene::TextParagraph native;
        native.align = align_of(look.align);
        native.leading = look.leading;
        native.before = laid.paragraphs.empty() ? 0 : text.before;
        native.bullet_level = text.bullet ? 1 : 0;
        auto loose = look;
        loose.lines = 0;  // how many there may be is the slot's business
        const auto lines = set_lines(s_, paragraph_of(s_, runs, loose), width - indent);
        // Lines of like length are nothing that an editor makes: there the breaks are forced. Capitals are said as
        // drawn.
        const bool forced = (look.balance && lines.lines.size() > 1) || look.capitals;
        const double first = baseline(s_, look);
        if (text.bullet) {
            laid.items.push_back(filled({0, laid.height + first - look.size * 0.24 - kBullet / 2, kBullet, kBullet},
                                        color("mark", ground)));
        }
        LinePlacer placer(s_);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            auto line = lines.lines[i];
            placer.place(std::move(line), indent, laid.height + first, laid.items);
            laid.height += look.leading;
            if (!forced) continue;
            for (const auto& run : lines.lines[i].runs)
                native.runs.push_back({run.text, run.face, run.size, run.fill, run.origin.y < -0.5, {}});
            if (i + 1 < lines.lines.size() && !native.runs.empty()) {
                auto& last = native.runs.back().text;
                while (!last.empty() && last.back() == ' ') last.pop_back();
                last += '\n';
            }
        }
        if (!forced) {
            for (const auto& run : runs) native.runs.push_back(native_run(run));
            // A space before the first word is not set, and so not said.
            while (!native.runs.empty()) {
                auto& first_text = native.runs.front().text;
                first_text.erase(0, std::min(first_text.size(), first_text.find_first_not_of(' ')));
                if (!first_text.empty()) break;
                native.runs.erase(native.runs.begin());
            }
        }
        laid.paragraphs.push_back(std::move(native));
    }
    return laid;
}

double SlideDraft::height(const std::vector<SlideText>& texts, double width, const GroundName& ground) const {
    return lay(texts, width, ground).height;
}

double SlideDraft::height(const std::vector<SlideEntry>& entries, double width, const SlideList& list,
                          const GroundName& ground) const {
    double sum = 0;
    for (std::size_t i = 0; i < entries.size(); ++i)
        sum += height(entries[i].texts, width, ground) + (i > 0 ? entries[i].gap.value_or(list.gap) : 0);
    return sum;
}

std::vector<SlideEntry> SlideDraft::enlarged(const std::vector<SlideEntry>& entries, base::Size room,
                                             const SlideList& list, const GroundName& ground) const {
    auto large = entries;
    for (auto& entry : large) {
        for (auto& text : entry.texts) {
            const auto name = text.style + "-large";
            if (s_.layout.styles.count(name) == 0) return entries;
            text.style = name;
        }
    }
    return height(large, room.width, list, ground) <= room.height + 0.5 ? large : entries;
}

std::size_t SlideDraft::fitting(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                                const GroundName& ground) const {
    double sum = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        sum += height(entries[i].texts, room.width, ground);
        if (sum > room.height + 0.5) return i;
        sum += list.gap;
    }
    return entries.size();
}

double SlideDraft::put(base::Rect at, const std::vector<SlideText>& texts, const GroundName& ground, scene::Role role,
                       scene::Placeholder placeholder) {
    auto laid = lay(texts, at.width, ground);
    if (laid.paragraphs.empty()) return 0;
    auto m = mark(s_, role, role == scene::Role::heading ? 1 : 0);
    m.span = span_of(texts.front().words);
    shift(laid.items, at.x, at.y);
    m.items = std::move(laid.items);
    if (at.height <= 0) at.height = laid.height;
    m.content = scene::TextBlock{std::move(laid.paragraphs), at, placeholder};
    add(std::move(m));
    return laid.height;
}

double SlideDraft::put(base::Rect at, const std::vector<SlideEntry>& entries, const SlideList& list,
                       const GroundName& ground, scene::Placeholder placeholder) {
    auto all = mark(s_, scene::Role::list);
    scene::TextBlock block{{}, at, placeholder};
    std::vector<scene::Item> lines;
    double y = 0;
    for (const auto& entry : entries) {
        auto laid = lay(entry.texts, at.width, ground);
        if (laid.paragraphs.empty()) continue;
        if (!block.paragraphs.empty()) {
            const double gap = entry.gap.value_or(list.gap);
            if (list.hairlines) lines.push_back(rule(at.x, at.y + y + gap / 2, at.width, 0.75, color("rule", ground)));
            y += gap;
            laid.paragraphs.front().before = gap;
        }
        shift(laid.items, at.x, at.y + y);
        y += laid.height;
        auto body = mark(s_, scene::Role::list_body);
        auto words = mark(s_, scene::Role::paragraph);
        words.items = std::move(laid.items);
        body.items.emplace_back(std::move(words));
        auto item = mark(s_, scene::Role::list_item);
        item.span = entry.span;
        item.items.emplace_back(std::move(body));
        all.items.emplace_back(std::move(item));
        std::move(laid.paragraphs.begin(), laid.paragraphs.end(), std::back_inserter(block.paragraphs));
    }
    if (block.paragraphs.empty()) return 0;
    if (block.at.height <= 0) block.at.height = y;
    all.content = std::move(block);
    add(std::move(all));
    add(std::move(lines));
    return y;
}

double SlideDraft::put_runs(base::Rect at, std::vector<text::Run> runs, const style::TextStyle& style) {
    scene::TextParagraph native;
    native.align = align_of(style.align);
    native.leading = style.leading;
    for (const auto& run : runs) native.runs.push_back(native_run(run));
    auto set = set_runs(s_, std::move(runs), style, at.width);
    shift(set.items, at.x, at.y);
    auto m = mark(s_, scene::Role::paragraph);
    m.items = std::move(set.items);
    m.content = scene::TextBlock{{std::move(native)}, {at.x, at.y, at.width, set.height}, scene::Placeholder::none};
    add(std::move(m));
    return set.height;
}

void SlideDraft::add(std::vector<scene::Item> items) {
    std::move(items.begin(), items.end(), std::back_inserter(page_.items));
}

void SlideDraft::hairline(double x, double y, double width, const GroundName& ground, double thickness) {
    add(rule(x, y, width, thickness, color("rule", ground)));
}

void SlideDraft::overflows(std::string_view what, double needed, double there, diag::Span span) const {
    s_.out.push_back(diag::error(diag::Code::text_overflows, span,
                                 fmt::format("the {} needs {:.0f} pt on a slide “{}”, which has {:.0f} pt for it", what,
                                             needed, kind_.name, there),
                                 "shorten it, or give the slot more rows in the layout"));
}

scene::Page SlideDraft::finish(std::string title, std::string notes) && {
    page_.slide->title = std::move(title);
    page_.slide->speaker_notes = std::move(notes);
    return std::move(page_);
}

}  // namespace precis::layout
