// layout/slides/slide.h: one slide under construction: words, rules and exhibits go into the slots of its kind, each
// text with its native form. Inside the room.
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/ground/setting.h"
#include "scene/scene.h"

namespace precis::layout {

/// A paragraph on a slide: its words, the style they are set in, the space above it.
struct SlideText {
    doc::Inlines words;
    std::string style;
    double before = 0;
    bool bullet = false;
};

/// An entry of a list: its paragraphs stay together.
struct SlideEntry {
    std::vector<SlideText> texts;
    diag::Span span;
    std::optional<double> gap{};  // above it, instead of the list's
};

/// How the entries of a list stand: the space between two, and whether a hairline parts them.
struct SlideList {
    double gap = 10;
    bool hairlines = false;
};

/// A ground on the slide: its words are in the styles of that prefix ("night-headline") where the layout has any.
using GroundName = std::string;

class SlideDraft {
  public:
    SlideDraft(Setting& s, const style::SlideKind& kind);

    const style::SlideKind& kind() const { return kind_; }
    Setting& setting() const { return s_; }
    const style::Slot* slot(std::string_view name) const;
    std::vector<const style::Slot*> slots(std::string_view name) const;
    base::Rect rect(const style::Slot& slot) const;
    /// The ground that words in a slot stand on.
    GroundName ground_of(const style::Slot* slot) const;

    const style::TextStyle& style(std::string_view name, const GroundName& ground) const;
    /// A colour by its use ("rule", "accent", "figure"), as it is on that ground.
    base::Color color(std::string_view use, const GroundName& ground) const;

    /// Nothing comes into that slot: those that end above it, or at its left, reach to its end.
    void without(std::string_view slot_name) {
        if (const auto* empty = slot(slot_name)) without_.push_back(empty);
    }

    /// The slot's panel, if it has one; its inside comes back.
    base::Rect panel(const style::Slot& slot);

    double height(const std::vector<SlideText>& texts, double width, const GroundName& ground) const;
    double height(const std::vector<SlideEntry>& entries, double width, const SlideList& list,
                  const GroundName& ground) const;
    /// How many entries stand in the height.
    std::size_t fitting(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                        const GroundName& ground) const;

    /// The entries in the layout's larger letters ("point-text-large") if all of them then fit; else as they are.
    std::vector<SlideEntry> enlarged(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                                     const GroundName& ground) const;

    /// Sets paragraphs from the top of `at`; gives their height.
    double put(base::Rect at, const std::vector<SlideText>& texts, const GroundName& ground,
               scene::Role role = scene::Role::paragraph, scene::Placeholder placeholder = scene::Placeholder::none);
    /// Sets a list from the top of `at`, as one block that stays editable; gives its height.
    double put(base::Rect at, const std::vector<SlideEntry>& entries, const SlideList& list, const GroundName& ground,
               scene::Placeholder placeholder = scene::Placeholder::none);
    /// Runs that are composed already (figures with their unit), on one line.
    double put_runs(base::Rect at, std::vector<text::Run> runs, const style::TextStyle& style);

    void add(scene::Item item) { page_.items.push_back(std::move(item)); }
    void add(std::vector<scene::Item> items);
    void hairline(double x, double y, double width, const GroundName& ground, double thickness = 0.75);
    void anchor(std::string name) { page_.anchors.push_back({std::move(name), {0, 0}}); }

    /// Says that words of a slot need more room than it has.
    void overflows(std::string_view what, double needed, double there, diag::Span span) const;

    scene::Page finish(std::string title, std::string notes) &&;

  private:
    /// A text set at a width, at (0, 0): kept from being measured to being placed.
    struct TextSet {
        doc::Inlines words;
        std::string style;
        GroundName ground;
        bool bullet = false;
        double width = 0;
        std::vector<scene::Item> items;
        scene::TextParagraph paragraph;
        double height = 0;
    };
    struct Laid;
    const TextSet& set(const SlideText& text, double width, const GroundName& ground) const;
    Laid take(const std::vector<SlideText>& texts, double width, const GroundName& ground);

    Setting& s_;
    const style::SlideKind& kind_;
    std::vector<const style::Slot*> without_;
    mutable std::deque<TextSet> sets_;
    scene::Page page_;
};

/// The baseline of a slide's running foot.
[[nodiscard]] double foot_baseline(const style::Layout& layout);
[[nodiscard]] doc::Inlines plain_words(std::string text);
/// A word of the layout's own, else the language's.
[[nodiscard]] std::string word_of(const Setting& s, const std::string& key);

}  // namespace precis::layout
