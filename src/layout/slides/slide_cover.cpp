// Cover and divider: large words on a ground; on the cover over the lead exhibit, drawn as a stream, as lines or in
// dots.
#include <fmt/format.h>

#include <algorithm>

#include "chart/stream.h"
#include "doc/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/ground/brand_mark.h"
#include "layout/slides/slide_plan.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr std::size_t kFewestBands = 3;  // series of the stream
constexpr double kLogo = 0.8;            // of the slot's height: the rest is its clear space
constexpr double kBelowTitle = 14;       // points, from a title to its subtitle
constexpr double kStep = 12;             // points between two heights that are tried for it
constexpr double kAboveDots = 6;         // points, from the words to a picture of dots

void put_wordmark(SlideDraft& draft) {
    const auto* slot = draft.slot("wordmark");
    if (!slot) return;
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto color = slot->panel.value_or(draft.kind().ground.value_or(s.layout.color("background")));
    if (auto logo = logo_mark(s, LogoPlace::cover, color, {at.x, at.y, at.width, at.height * kLogo})) {
        draft.add(std::move(*logo));
        return;
    }
    const auto& look = draft.style("wordmark", ground);
    const auto& name = brand_name(s);
    if (name.empty()) return;
    auto set = set_text(s, name, look, at.width);
    const auto places = wordmark_places(s, set.width, look.size);
    const double side = places.side, base_y = at.y + baseline(s, look);
    shift(set.items, at.x + places.words, at.y);
    set.items.push_back(filled({at.x + places.square, base_y - side, side, side}, draft.color("mark", ground)));
    draft.add(artifact(std::move(set.items)));
}

/// What stands below the words of a cover.
struct Picture {
    std::vector<scene::Item> items;  // empty: none
    const doc::Exhibit* lead = nullptr;
    bool dots = false;  // drawn below the words, when their end is known
};

// The lead exhibit's series from edge to edge of the slide, in mixtures of the ground's marks chosen by eye so that
// neighbouring bands differ: one stream if they add up, else lines.
Picture picture_of(const SlideDraft& draft) {
    const auto& s = draft.setting();
    const auto* slot = draft.slot("picture");
    const auto* lead = slot ? doc::find_exhibit(s.document, s.document.lead) : nullptr;
    const auto* chart = lead ? std::get_if<doc::Chart>(&lead->content) : nullptr;
    if (!chart) return {};
    if (chart->dots > 0) return {{}, lead, true};
    const auto& l = s.layout;
    const auto ground = draft.kind().ground.value_or(l.color("background"));
    const auto cool = l.color("night-mark-2"), warm = l.color("night-mark");
    // Where all slides are dark, `primary` and `accent` are the marks already.
    const auto deep = l.color("primary") == cool ? l.color("night-mark-3") : l.color("primary");
    const auto warmer = l.color("accent") == warm ? ground : l.color("accent");
    const chart::StreamLook look{
        ground,
        {base::mixed(deep, ground, 0.85), base::mixed(cool, ground, 0.72), base::mixed(deep, ground, 0.6),
         base::mixed(cool, ground, 0.5), base::mixed(cool, ground, 0.9)},
        {warm, base::mixed(warmer, warm, warmer == ground ? 0.3 : 0.75)}};
    auto at = draft.rect(*slot);
    at.x = 0, at.width = l.page.width;
    const bool streams = chart->series.size() >= kFewestBands && chart::adds_up(*chart);
    return {streams ? chart::stream(*chart, at, look) : chart::quiet_lines(*chart, at, look), lead};
}

// Whether a word of the picture lies in `at`, or a mark has a point there.
bool touches(const std::vector<scene::Item>& items, const base::Rect& at) {
    const auto holds = [&](base::Point p) { return p.x > at.x && p.x < at.right() && p.y > at.y && p.y < at.bottom(); };
    return std::any_of(items.begin(), items.end(), [&](const scene::Item& item) {
        if (const auto* mark = std::get_if<scene::Mark>(&item)) return touches(mark->items, at);
        if (const auto* group = std::get_if<scene::Group>(&item)) return touches(group->items, at);
        if (const auto* path = std::get_if<scene::Path>(&item))
            return std::any_of(path->steps.begin(), path->steps.end(), [&](const scene::PathStep& step) {
                const auto* begin = std::get_if<scene::MoveTo>(&step);  // a disc begins at its right end
                return begin && holds(begin->p);
            });
        const auto box = scene::bounds(item);
        return box.x < at.right() && box.right() > at.x && box.y < at.bottom() && box.bottom() > at.y;
    });
}

// Columns of dots stand on their axis between the margins; only where they are high do they reach up beside the words.
std::vector<scene::Item> dotted(SlideDraft& draft, const doc::Exhibit& lead, double words_end) {
    auto& s = draft.setting();
    const auto& l = s.layout;
    const auto* slot = draft.slot("picture");
    auto at = draft.rect(*slot);
    const double bottom = at.bottom();
    at.x = l.margins.left, at.width = l.page.width - l.margins.left - l.margins.right;
    base::Rect words{0, 0, 0, 0};  // of title and subtitle
    if (words_end < kNowhere) words.height = words_end + kAboveDots;
    for (const char* name : {"title", "subtitle"})
        if (const auto* there = draft.slot(name)) words.width = std::max(words.width, draft.rect(*there).right());
    const double lowest = std::max(at.y, words.height);
    const auto* date = draft.slot("date");
    for (double y = date ? draft.rect(*date).bottom() + kAboveDots : lowest;; y += kStep) {
        y = std::min(y, lowest);
        const auto known = static_cast<std::ptrdiff_t>(s.out.size());
        auto drawn = plot_on(s, lead, std::get<doc::Chart>(lead.content), {at.width, bottom - y}, draft.ground_of(slot),
                             draft.kind(), *slot);
        if (!drawn) return {};
        shift(drawn->items, at.x, y);
        if (y >= lowest || !touches(drawn->items, words)) return std::move(drawn->items);
        s.out.erase(s.out.begin() + known, s.out.end());  // findings of a place that is not taken
    }
}

void put_picture(SlideDraft& draft, Picture picture) {
    auto& s = draft.setting();
    const auto& lead = *picture.lead;
    if (picture.dots) draft.add(std::move(picture.items));  // a figure with its own words
    auto m = mark(s, scene::Role::figure);
    m.alternative =
        lead.alternative.empty() ? chart::describe(std::get<doc::Chart>(lead.content), s.locale) : lead.alternative;
    m.span = lead.span;
    m.items = std::move(picture.items);
    if (!picture.dots) draft.add(std::move(m));
    auto words = lead.subtitle;
    if (!lead.note.empty()) {
        words.emplace_back(doc::LineBreak{});
        words.insert(words.end(), lead.note.begin(), lead.note.end());
    }
    put_words(draft, "caption", words, "source", scene::Role::paragraph, scene::Placeholder::none);
}

// The style, or its smaller form where the words are too tall in it.
std::string fitting_style(const SlideDraft& draft, const doc::Inlines& words, const std::string& style, double width,
                          double room, const GroundName& ground) {
    const auto smaller = style + "-small";
    const bool fits = draft.height({{words, style}}, width, ground) <= room + kSlideSlack;
    return fits || draft.setting().layout.styles.count(smaller) == 0 ? style : smaller;
}

// Title and subtitle of a cover without a picture: in the middle of the room that both would take, under a short bar.
void put_title_alone(SlideDraft& draft) {
    constexpr double kBar = 72, kBarHeight = 4, kBelowBar = 20;  // points
    const auto& d = draft.setting().document;
    const auto *slot = draft.slot("title"), *picture = draft.slot("picture"), *below = draft.slot("subtitle");
    const auto ground = draft.ground_of(slot);
    auto at = draft.rect(*slot);
    const std::vector<SlideText> subtitle{{d.subtitle, "slide-subtitle"}};
    const bool has_below = below && !d.subtitle.empty();
    const double under = has_below ? kBelowTitle + draft.height(subtitle, draft.rect(*below).width, ground) : 0;
    const double room = draft.rect(*picture).bottom() - at.y - under - kBelowBar - kBarHeight;
    const std::vector<SlideText> title{{d.title, fitting_style(draft, d.title, "slide-cover", at.width, room, ground)}};
    const double words = draft.height(title, at.width, ground);
    const double free = room - words;
    if (free < -kSlideSlack) draft.report_overflow("title", words, room, span_of(d.title));
    at.y += std::max(0.0, free / 2);
    draft.add(artifact({filled({at.x, at.y, kBar, kBarHeight}, draft.color("mark", ground))}));
    at.y += kBarHeight + kBelowBar;
    at.y += draft.put(at, title, ground, scene::Role::heading, scene::Placeholder::title) + kBelowTitle;
    if (!has_below) return;
    auto place = draft.rect(*below);
    place.y = at.y;
    draft.put(place, subtitle, draft.ground_of(below), scene::Role::paragraph, scene::Placeholder::subtitle);
}

}  // namespace

double put_words(SlideDraft& draft, std::string_view slot_name, const doc::Inlines& text, const char* style_name,
                 scene::Role role, scene::Placeholder placeholder, double highest) {
    const auto* slot = draft.slot(slot_name);
    if (!slot || text.empty()) return kNowhere;
    if (const auto& source = draft.kind().source) {
        const auto& place = slot_name == "title" ? source->title : source->subtitle;
        if (place && (slot_name == "title" || slot_name == "subtitle"))
            return put_in_place(draft, *place, text, style_name, role, placeholder);
        highest = kNowhere;
    }
    const auto ground = draft.ground_of(slot);
    auto at = draft.rect(*slot);
    at.y = std::min(at.y, highest);
    const auto style = fitting_style(draft, text, style_name, at.width, at.height, ground);
    const double height = draft.height({{text, style}}, at.width, ground);
    if (height > at.height + kSlideSlack) draft.report_overflow(slot_name, height, at.height, span_of(text));
    return at.y + draft.put(at, {{text, style}}, ground, role, placeholder);
}

void put_cover(SlideDraft& draft) {
    const auto& d = draft.setting().document;
    draft.add_anchor("title");
    put_wordmark(draft);
    auto picture = picture_of(draft);
    if (picture.items.empty() && !picture.dots && draft.slot("picture") && draft.slot("title")) {
        put_title_alone(draft);
    } else {
        const double end =
            put_words(draft, "title", d.title, "slide-cover", scene::Role::heading, scene::Placeholder::title);
        const double below = put_words(draft, "subtitle", d.subtitle, "slide-subtitle", scene::Role::paragraph,
                                       scene::Placeholder::subtitle, end + kBelowTitle);
        if (picture.dots) picture.items = dotted(draft, *picture.lead, below < kNowhere ? below : end);
    }
    if (!picture.items.empty()) put_picture(draft, std::move(picture));
    auto when = plain_words(d.date);
    if (!d.audience_title.empty()) {
        when.emplace_back(doc::LineBreak{});
        when.push_back(plain_words(d.audience_title).front());
    }
    put_words(draft, "date", when, "cover-date", scene::Role::paragraph, scene::Placeholder::none);
}

void put_divider(SlideDraft& draft, const doc::Inlines& title, const doc::Inlines& below, int number) {
    if (number > 0) {
        put_words(draft, "number", plain_words(fmt::format("{}", number)), "divider-number", scene::Role::paragraph,
                  scene::Placeholder::none);
    }
    const double end = put_words(draft, "title", title, "slide-cover", scene::Role::heading, scene::Placeholder::title);
    put_words(draft, "subtitle", below, "slide-subtitle", scene::Role::paragraph, scene::Placeholder::subtitle,
              end + kBelowTitle);
}

}  // namespace precis::layout
