// layout/slides/slide.h: one slide under construction: words, rules and exhibits go into the slots of its kind.
// Inside the room. Every text is set in lines for painters that draw, and kept as paragraphs for those that edit.
// Units: points from the slide's top left. Errors: text_overflows. slide_text.cpp has the functions that set text.
#pragma once
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/ground/setting.h"
#include "scene/scene.h"

namespace precis::layout {

/// A paragraph on a slide.
struct SlideText {
    doc::Inlines words;
    std::string style;
    double before = 0;  // space above
    bool bullet = false;
};

/// An entry of a list; its paragraphs stay together.
struct SlideEntry {
    std::vector<SlideText> texts;
    diag::Span span;
    std::optional<double> gap{};  // space above, instead of the list's
};

/// The look of a list: the space between two entries, and whether a hairline divides them.
struct SlideList {
    double gap = 10;
    bool hairlines = false;
};

/// The name of a ground ("night"), which is the prefix of the styles and colours of words on it. Empty: the page's
/// background.
using GroundName = std::string;

/// Points by which a text may be taller than its slot: less than a pixel on a screen.
inline constexpr double kSlideSlack = 0.5;

class SlideDraft {
  public:
    SlideDraft(Setting& s, const style::SlideKind& kind);

    const style::SlideKind& kind() const { return kind_; }
    Setting& setting() const { return s_; }
    /// The first slot of that name; nullptr if the kind has none.
    const style::Slot* slot(std::string_view name) const;
    std::vector<const style::Slot*> slots(std::string_view name) const;
    /// The place of a slot, grown into the slots that stay empty.
    base::Rect rect(const style::Slot& slot) const;
    /// The ground under the words of a slot.
    GroundName ground_of(const style::Slot* slot) const;

    /// A text style as it is on a ground, else the plain one of that name.
    const style::TextStyle& style(std::string_view name, const GroundName& ground) const;
    /// A colour by its use ("rule", "mark", "text") as it is on a ground.
    base::Color color(std::string_view use, const GroundName& ground) const;

    /// Leaves a slot empty. Slots that end just above it, or at its left, grow to its end.
    void leave_empty(std::string_view slot_name) {
        if (const auto* empty = slot(slot_name)) empty_.push_back(empty);
    }

    /// Lets the slot `source` grow upwards to this height, up to a fifth of the slide; slots above it end higher.
    void make_room_for_source(double needed);

    /// Puts the slot's panel, if it has one, and returns the room for words inside.
    base::Rect put_panel(const style::Slot& slot);
    /// The same for contents that begin at the room's top: the room keeps some of the panel free above and below.
    base::Rect put_content_panel(const style::Slot& slot);

    double height(const std::vector<SlideText>& texts, double width, const GroundName& ground) const;
    double height(const std::vector<SlideEntry>& entries, double width, const SlideList& list,
                  const GroundName& ground) const;
    /// The number of entries, from the first, that fit in the room.
    std::size_t fitting(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                        const GroundName& ground) const;

    /// The entries in the layout's larger styles ("point-text-large") if all of them then fit, else as they are.
    std::vector<SlideEntry> enlarged(const std::vector<SlideEntry>& entries, base::Size room, const SlideList& list,
                                     const GroundName& ground) const;

    /// Puts paragraphs at the top of `at`; returns their height.
    double put(base::Rect at, const std::vector<SlideText>& texts, const GroundName& ground,
               scene::Role role = scene::Role::paragraph, scene::Placeholder placeholder = scene::Placeholder::none);
    /// Puts a list at the top of `at`, as one editable block; returns its height.
    double put(base::Rect at, const std::vector<SlideEntry>& entries, const SlideList& list, const GroundName& ground,
               scene::Placeholder placeholder = scene::Placeholder::none);
    /// Puts runs (a figure with its unit) on one line; returns its height.
    double put_runs(base::Rect at, std::vector<text::Run> runs, const style::TextStyle& style);

    void add(scene::Item item) { page_.items.push_back(std::move(item)); }
    void add(std::vector<scene::Item> items);
    void add_hairline(double x, double y, double width, const GroundName& ground, double thickness = 0.75);
    void add_anchor(std::string name) { page_.anchors.push_back({std::move(name), {0, 0}}); }

    /// Reports text_overflows: words need more room than their slot has.
    void report_overflow(std::string_view what, double needed, double available, diag::Span span) const;

    scene::Page finish(std::string title, std::string notes) &&;

  private:
    /// A text set at a width, at (0, 0); kept from being measured to being placed, so that it is set once.
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

    base::Rect lifted(const style::Slot& slot, base::Rect at, double row) const;
    /// A slot's box in a template, grown to the ends of the empty slots that end in that column and row.
    base::Rect grown(const style::Slot& slot, int last_column, int last_row) const;

    Setting& s_;
    const style::SlideKind& kind_;
    std::vector<const style::Slot*> empty_;
    double lift_ = 0;  // of the top of the slot `source`
    mutable std::deque<TextSet> sets_;
    scene::Page page_;
};

/// Words in a placeholder of the output's template: in the largest of its forms that fits, at its side. Returns the y
/// at their end.
double put_in_place(SlideDraft& draft, const style::SlidePlace& place, const doc::Inlines& words,
                    std::string_view style_name, scene::Role role, scene::Placeholder placeholder);
/// What the template's layout shows behind all contents.
void put_backdrop(SlideDraft& draft);

/// Columns of the grid that the foot's words take, and the slide's number.
inline constexpr int kFootFirst = 4, kFootLast = 11, kNumberColumn = 12;
/// The baseline of a slide's running foot.
[[nodiscard]] double foot_baseline(const style::Layout& layout);

}  // namespace precis::layout
