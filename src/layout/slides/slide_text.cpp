// Text of a slide: lines for painters that draw, paragraphs for those that edit. A text that was measured is kept until
// it is placed, so that it is set once.
#include <algorithm>

#include "doc/language_link.h"
#include "layout/blocks/runs.h"
#include "layout/slides/slide.h"

namespace precis::layout {
namespace {

constexpr double kBulletIndent = 14, kBullet = 4.5;  // points; side of the square
constexpr double kBulletRise = 0.24;                 // of the size: half the height of lower-case letters
constexpr double kRaised = 0.5;                      // points above the baseline from which a run is superscript

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
    const std::string language(doc::language_of(run.link));
    return {std::move(text), run.face, run.size, run.color, run.rise > 0, language.empty() ? run.link : std::string(),
            language,        run.name};
}

/// Gives runs that were drawn in lines the names of the values that they print, each in a run of its own.
void name_values(std::vector<scene::TextRun>& drawn, const std::vector<text::Run>& written) {
    std::size_t from = 0;
    for (const auto& run : written) {
        if (run.name.empty() || run.text.empty()) continue;
        for (auto i = from; i < drawn.size(); ++i) {
            const auto at = drawn[i].text.find(run.text);
            if (at == std::string::npos || !drawn[i].value.empty()) continue;
            auto before = drawn[i], behind = drawn[i];
            before.text = drawn[i].text.substr(0, at);
            behind.text = drawn[i].text.substr(at + run.text.size());
            drawn[i].text = run.text;
            drawn[i].value = run.name;
            const auto place = drawn.begin() + static_cast<std::ptrdiff_t>(i);
            if (!behind.text.empty()) drawn.insert(place + 1, std::move(behind));
            if (!before.text.empty()) drawn.insert(drawn.begin() + static_cast<std::ptrdiff_t>(i++), std::move(before));
            from = i;
            break;
        }
    }
}

}  // namespace

/// Paragraphs set at a width, as lines and in their native form.
struct SlideDraft::Laid {
    std::vector<scene::Item> items;
    std::vector<scene::TextParagraph> paragraphs;
    double height = 0;
};

const SlideDraft::TextSet& SlideDraft::set(const SlideText& text, double width, const GroundName& ground) const {
    for (const auto& known : sets_) {
        if (known.width == width && known.style == text.style && known.bullet == text.bullet &&
            known.ground == ground && known.words == text.words)
            return known;
    }
    TextSet fresh{text.words, text.style, ground, text.bullet, width, {}, {}, 0};
    const auto& look = style(text.style, ground);
    const double indent = text.bullet ? kBulletIndent : 0;
    auto runs = runs_of(s_, text.words, look);
    auto& native = fresh.paragraph;
    native.align = align_of(look.align);
    native.leading = look.leading;
    native.bullet_level = text.bullet ? 1 : 0;
    auto loose = look;
    loose.lines = 0;  // the slot limits the height
    const auto lines = set_lines(s_, paragraph_of(s_, runs, loose), width - indent);
    // An editor balances no lines and knows no capitals of a style: such lines get forced breaks and their letters as
    // drawn.
    const bool forced = (look.balance && lines.lines.size() > 1) || look.capitals;
    const double first = baseline(s_, look);
    if (text.bullet) {
        fresh.items.push_back(
            filled({0, first - look.size * kBulletRise - kBullet / 2, kBullet, kBullet}, color("mark", ground)));
    }
    LinePlacer placer(s_);
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        auto line = lines.lines[i];
        placer.place(std::move(line), indent, fresh.height + first, fresh.items);
        fresh.height += look.leading;
        if (!forced) continue;
        for (const auto& run : lines.lines[i].runs)
            native.runs.push_back({run.text, run.face, run.size, run.fill, run.origin.y < -kRaised, {}});
        if (i + 1 < lines.lines.size() && !native.runs.empty()) {
            auto& last = native.runs.back().text;
            while (!last.empty() && last.back() == ' ') last.pop_back();
            last += '\n';
        }
    }
    if (forced) {
        name_values(native.runs, runs);
    } else {
        for (const auto& run : runs) native.runs.push_back(native_run(run));
        // The setter drops spaces before the first word; the native form drops them too.
        while (!native.runs.empty()) {
            auto& first_text = native.runs.front().text;
            first_text.erase(0, std::min(first_text.size(), first_text.find_first_not_of(' ')));
            if (!first_text.empty()) break;
            native.runs.erase(native.runs.begin());
        }
    }
    sets_.push_back(std::move(fresh));
    return sets_.back();
}

SlideDraft::Laid SlideDraft::take(const std::vector<SlideText>& texts, double width, const GroundName& ground) {
    Laid laid;
    for (const auto& text : texts) {
        if (text.words.empty()) continue;
        const auto* known = &set(text, width, ground);
        // A set is placed once: the same words elsewhere are set again, with element numbers of their own.
        const auto at = std::find_if(sets_.begin(), sets_.end(), [&](const auto& entry) { return &entry == known; });
        auto placed = std::move(*at);
        sets_.erase(at);
        if (laid.height > 0) laid.height += text.before;
        placed.paragraph.before = laid.paragraphs.empty() ? 0 : text.before;
        shift(placed.items, 0, laid.height);
        std::move(placed.items.begin(), placed.items.end(), std::back_inserter(laid.items));
        laid.paragraphs.push_back(std::move(placed.paragraph));
        laid.height += placed.height;
    }
    return laid;
}

double SlideDraft::height(const std::vector<SlideText>& texts, double width, const GroundName& ground) const {
    double sum = 0;
    for (const auto& text : texts) {
        if (text.words.empty()) continue;
        sum += (sum > 0 ? text.before : 0) + set(text, width, ground).height;
    }
    return sum;
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
    return height(large, room.width, list, ground) <= room.height + kSlideSlack ? large : entries;
}

std::size_t SlideDraft::fitting(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                                const GroundName& ground) const {
    double sum = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        sum += height(entries[i].texts, room.width, ground);
        if (sum > room.height + kSlideSlack) return i;
        sum += list.gap;
    }
    return entries.size();
}

double SlideDraft::put(base::Rect at, const std::vector<SlideText>& texts, const GroundName& ground, scene::Role role,
                       scene::Placeholder placeholder) {
    auto laid = take(texts, at.width, ground);
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
    auto marked_list = mark(s_, scene::Role::list);
    scene::TextBlock block{{}, at, placeholder};
    std::vector<scene::Item> lines;
    double y = 0;
    for (const auto& entry : entries) {
        auto laid = take(entry.texts, at.width, ground);
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
        marked_list.items.emplace_back(std::move(item));
        std::move(laid.paragraphs.begin(), laid.paragraphs.end(), std::back_inserter(block.paragraphs));
    }
    if (block.paragraphs.empty()) return 0;
    if (block.at.height <= 0) block.at.height = y;
    marked_list.content = std::move(block);
    add(std::move(marked_list));
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

}  // namespace precis::layout
