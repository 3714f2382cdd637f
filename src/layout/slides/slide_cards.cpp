// Recommendations as numbered cards. Lengths were chosen by eye on the gallery's deck; points.
#include <fmt/format.h>

#include <algorithm>

#include "layout/slides/slide_places.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
namespace {

constexpr double kAnyHeight = 1e9;

// Numbered cards in a row; in two rows, with the number beside the words, if one row would be too narrow.
class Cards {
  public:
    Cards(SlideDraft& draft, const style::Slot& slot)
        : draft_(draft), ground_(draft.ground_of(&slot)), at_(draft.put_content_panel(slot)) {}
    /// For fits() alone: draws nothing.
    Cards(SlideDraft& draft, const base::Rect& at, GroundName ground)
        : draft_(draft), ground_(std::move(ground)), at_(at) {}

    /// Whether all words have room.
    bool fits(const std::vector<doc::Item>& items) {
        const auto count = items.size();
        const bool narrow = count > 2 && at_.width / static_cast<double>(count) < kNarrow;
        return arrange(items, narrow) <= room_;
    }

    /// `first`: the number of the first card. `below`: room to leave under the cards, if their words leave it.
    void put(const std::vector<doc::Item>& items, std::size_t first, double below) {
        const auto count = items.size();
        const bool narrow = count > 2 && at_.width / static_cast<double>(count) < kNarrow;
        double used = arrange(items, narrow);
        // Four cards with few words leave a third of the slide empty in one row; two by two they fill it.
        if (!in_pairs_ && count == kSquare && used + kCardPad < kSparse * room_) {
            used = arrange(items, true);
            if (used > room_) used = arrange(items, false);
        }
        const double tall = std::max(std::min(used, room_), room_ - below);
        for (std::size_t i = 0; i < count; ++i) {
            const auto& column = places_[i % places_.size()];
            const double y = at_.y + static_cast<double>(i / places_.size()) * (room_ + kCardGap);
            put_card(i, {column.x, y, column.width, tall}, first + i);
        }
    }

  private:
    static constexpr double kBar = 4, kBelowLead = 8, kBelowNumber = 10;
    static constexpr double kNarrow = 170;    // width of a card that is too narrow for its words
    static constexpr double kNumber = 46;     // width of the number beside the words
    static constexpr double kNumberLift = 8;  // its top is then level with the lead's
    static constexpr std::size_t kSquare = 4;
    static constexpr double kSparse = 0.8;  // of the slot's height, below which four cards are a square
    static constexpr std::size_t kFew = 3;  // cards, whose words are set in the largest letters that fit

    // Makes room for the cards, in one row or in pairs, and takes their words; returns the height that they need.
    double arrange(const std::vector<doc::Item>& items, bool in_pairs) {
        const auto count = items.size();
        in_pairs_ = in_pairs;
        const auto across = in_pairs_ ? 2 : count;
        const auto rows = (count + across - 1) / across;
        places_ = side_by_side(at_, across, kCardGap);
        room_ = (at_.height - kCardGap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
        inset_ = kCardPad + (in_pairs_ ? kNumber : 0), inner_ = places_[0].width - inset_ - kCardPad;
        const double number_height = draft_.height({{plain_words("1"), "card-number"}}, inner_, ground_) + kBelowNumber;
        above_ = kBar + kCardPad + (in_pairs_ ? 0 : number_height);
        const auto& styles = draft_.setting().layout.styles;
        const auto fits_in = [&](const char* suffix, double& used) {
            used = styles.count(std::string("card-text") + suffix) > 0 ? measure(items, suffix) : kAnyHeight;
            return used <= room_;
        };
        double used = 0;
        if ((count <= kFew && fits_in("-huge", used)) || fits_in("-large", used)) return used;
        return measure(items, "");
    }

    // Takes the items' words in styles of that suffix; returns the height that their cards need.
    double measure(const std::vector<doc::Item>& items, const std::string& suffix) {
        leads_.clear(), texts_.clear();
        lead_height_ = 0;
        double text_height = 0;
        for (const auto& item : items) {
            auto entry = entry_of(item, "card-lead" + suffix, "card-text" + suffix);
            auto text = entry.texts.back();
            text.style = "card-text" + suffix, text.before = 0;
            leads_.push_back({{}, entry.span});
            if (entry.texts.size() > 1) leads_.back().texts = {entry.texts.front()};
            texts_.push_back({{std::move(text)}, entry.span});
            lead_height_ = std::max(lead_height_, draft_.height(leads_.back().texts, inner_, ground_));
            text_height = std::max(text_height, draft_.height(texts_.back().texts, inner_, ground_));
        }
        return above_ + lead_height_ + kBelowLead + text_height + kCardPad;
    }

    void put_card(std::size_t i, const base::Rect& card, std::size_t number) {
        draft_.add(filled(card, card_ground(draft_, ground_)));
        draft_.add(filled({card.x, card.y, card.width, kBar}, draft_.color("mark", ground_)));
        const double lift = in_pairs_ ? kNumberLift : 0;
        draft_.put({card.x + kCardPad, card.y + kBar + kCardPad - lift, in_pairs_ ? kNumber : inner_, 0},
                   {{plain_words(fmt::format("{}", number)), "card-number"}}, ground_);
        const double x = card.x + inset_;
        double y = card.y + above_;
        if (!leads_[i].texts.empty()) draft_.put({x, y, inner_, 0}, leads_[i].texts, ground_);
        y += lead_height_ + kBelowLead;
        const double height = draft_.height(texts_[i].texts, inner_, ground_);
        if (y + height > card.y + room_ + kSlideSlack)
            draft_.report_overflow("card", height, card.y + room_ - y, texts_[i].span);
        draft_.put({x, y, inner_, 0}, texts_[i].texts, ground_);
    }

    SlideDraft& draft_;
    GroundName ground_;
    base::Rect at_;
    bool in_pairs_ = false;
    std::vector<base::Rect> places_;  // of the cards in a row
    double room_ = 0;                 // height of a card at most
    double inset_ = 0, inner_ = 0;    // from a card's left edge to its words; their width
    double above_ = 0;                // from a card's top to its lead
    double lead_height_ = 0;          // of the tallest lead
    std::vector<SlideEntry> leads_, texts_;
};

}  // namespace

std::size_t put_cards(SlideDraft& draft, const std::vector<doc::Item>& items, std::size_t from) {
    constexpr std::size_t kMost = 4;
    const auto* slot = draft.slot("cards");
    if (!slot || from >= items.size()) return 0;
    auto count = std::min(items.size() - from, kMost);
    const auto first = [&](std::size_t n) {
        const auto begin = items.begin() + static_cast<std::ptrdiff_t>(from);
        return std::vector<doc::Item>(begin, begin + static_cast<std::ptrdiff_t>(n));
    };
    const auto fit = [&](std::size_t n) {
        return Cards(draft, draft.rect(*slot), draft.ground_of(slot)).fits(first(n));
    };
    const bool leads_somewhere = from == 0 && has_path(draft) && fit(count);
    if (!leads_somewhere) draft.leave_empty("path");
    while (count > 1 && !fit(count)) --count;  // wider cards; the others follow on the next slide
    constexpr double kAbovePath = 16;          // its words stand at the top of its slot
    Cards(draft, *slot).put(first(count), from + 1, leads_somewhere ? kAbovePath : 0);
    if (leads_somewhere) put_path(draft);
    return count;
}

}  // namespace precis::layout
