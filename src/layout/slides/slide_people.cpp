// What readers look up at a deck's end: terms, and who wrote it. Lengths were chosen by eye; points.
#include <algorithm>

#include "layout/parts/portrait.h"
#include "layout/slides/slide_places.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr SlideList kEntries{10, false};

std::vector<SlideEntry> entries_of(const std::vector<doc::GlossaryEntry>& glossary, std::size_t from,
                                   const std::string& size) {
    std::vector<SlideEntry> entries;
    for (auto i = from; i < glossary.size(); ++i) {
        entries.push_back({{{plain_words(glossary[i].term), "slide-small-strong" + size, 0, false},
                            {glossary[i].definition, "slide-small" + size, 1, false}},
                           glossary[i].span});
    }
    return entries;
}

/// How many entries, from `from` on, each slot takes. Columns are as low as possible if all entries fit.
std::vector<std::size_t> dealt(const SlideDraft& draft, const std::vector<SlideEntry>& entries,
                               const std::vector<const style::Slot*>& places, double share) {
    std::vector<std::size_t> counts;
    std::size_t done = 0;
    for (const auto* place : places) {
        const std::vector<SlideEntry> rest(entries.begin() + static_cast<std::ptrdiff_t>(done), entries.end());
        const auto at = draft.rect(*place);
        counts.push_back(draft.fitting(rest, {at.width, at.height * share}, kEntries, draft.ground_of(place)));
        done += counts.back();
    }
    return counts;
}

std::size_t sum(const std::vector<std::size_t>& counts) {
    std::size_t total = 0;
    for (const auto count : counts) total += count;
    return total;
}

}  // namespace

std::size_t put_glossary(SlideDraft& draft, const std::vector<doc::GlossaryEntry>& glossary, std::size_t from) {
    constexpr double kStep = 0.05;  // of the height, in the search for the lowest columns
    const auto places = draft.slots("glossary");
    if (places.empty() || from >= glossary.size()) return 0;
    const auto& styles = draft.setting().layout.styles;
    const bool large = styles.count("slide-small-large") > 0 && styles.count("slide-small-strong-large") > 0;
    auto entries = entries_of(glossary, from, large ? "-large" : "");
    if (large && sum(dealt(draft, entries, places, 1)) < entries.size()) entries = entries_of(glossary, from, "");
    auto counts = dealt(draft, entries, places, 1);
    for (double share = kStep; sum(counts) == entries.size() && share < 1; share += kStep) {
        if (auto lower = dealt(draft, entries, places, share); sum(lower) == entries.size()) {
            counts = std::move(lower);
            break;
        }
    }
    std::size_t done = 0;
    for (std::size_t c = 0; c < places.size(); ++c) {
        const std::vector<SlideEntry> column(entries.begin() + static_cast<std::ptrdiff_t>(done),
                                             entries.begin() + static_cast<std::ptrdiff_t>(done + counts[c]));
        for (auto i = done; i < done + counts[c]; ++i) draft.add_anchor(glossary[from + i].anchor);
        draft.put(draft.rect(*places[c]), column, kEntries, draft.ground_of(places[c]));
        done += counts[c];
    }
    return done;
}

std::size_t put_authors(SlideDraft& draft, const std::vector<doc::Author>& authors, style::Photos shape,
                        std::size_t from) {
    constexpr std::size_t kMostAcross = 3;
    constexpr double kPhoto = 108, kBeside = 16, kTallest = 148;
    constexpr double kNarrowest = 270;  // width of a card: photo, pads and words
    const auto* slot = draft.slot("authors");
    if (!slot || from >= authors.size()) return 0;
    const auto ground = draft.ground_of(slot);
    const auto at = draft.rect(*slot);
    const auto left = authors.size() - from;
    const auto room = static_cast<std::size_t>(std::max(1.0, (at.width + kCardGap) / (kNarrowest + kCardGap)));
    const auto across = std::min(room, left <= 2 || left == 4 ? std::size_t{2} : kMostAcross);
    const auto places = side_by_side(at, across, kCardGap);
    const auto rows =
        std::max<std::size_t>(1, static_cast<std::size_t>((at.height + kCardGap) / (kTallest + kCardGap)));
    const auto count = std::min(left, rows * across);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& author = authors[from + i];
        const base::Rect card{places[i % across].x, at.y + static_cast<double>(i / across) * (kTallest + kCardGap),
                              places[i % across].width, kTallest};
        draft.add(filled(card, card_ground(draft, ground)));
        const base::Rect photo{card.x + kCardPad, card.y + (card.height - kPhoto) / 2, kPhoto, kPhoto};
        if (auto picture = portrait(draft.setting(), author, shape, draft.setting().layout.color("background"), photo))
            draft.add(std::move(*picture));
        auto email = plain_words(author.email);
        if (!author.email.empty()) std::get<doc::Words>(email.front()).link = "mailto:" + author.email;
        std::vector<SlideText> texts{{plain_words(author.name), "point-lead", 0, false}};
        if (!author.role.empty()) texts.push_back({plain_words(author.role), "point-text", 2, false});
        if (!author.email.empty()) texts.push_back({email, "slide-small", 6, false});
        const double x = photo.right() + kBeside, width = card.right() - kCardPad - x;
        const double height = draft.height(texts, width, ground);
        if (height > card.height) draft.report_overflow("author's card", height, card.height, author.span);
        draft.put({x, card.y + (card.height - height) / 2, width, height}, texts, ground);
    }
    return count;
}

}  // namespace precis::layout
