// layout/ground/setting.h: the inputs and the gathered state that every function of the layout room works with.
// Inside the room.
//
// In: `Inputs`, which compose() is called with; nothing in them changes while a document is composed.
// Out: what a function reports beside its result: diagnostics (`Setting::out`) and whether a page number was looked up
// (`Setting::pages`). Element numbers and link descriptions are shared by all settings of one composition (`Shared`).
//
// A Setting holds references only; its owner keeps the objects alive. Three ways lead from one setting to another:
// `with_layout` draws in another layout, `reporting_to` gathers diagnostics and look-ups apart, `Trial` measures
// without a trace: its element numbers, look-ups and diagnostics end with it.
//
// Units: points, origin at the top left, y downwards.
// Errors: none here; functions that take a Setting append theirs to `out` and go on.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "chart/chart.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "layout/ground/piece.h"
#include "locale/locale.h"
#include "style/layout.h"
#include "text/setter.h"

namespace precis::layout {

/// Anchor -> page number as printed.
using PageLabels = std::map<std::string, std::string>;

/// The inputs of a composition. Build it with designated initialisers.
struct Inputs {
    const doc::Document& document;
    const style::Layout& layout;
    const locale::Locale& locale;
    text::Setter& setter;
    const PageLabels& page_labels;  // from the round of composition before; empty in the first
};

/// The numbers of structure elements: 1, 2, 3 … behind `last`, each given once.
class ElementCounter {
  public:
    explicit ElementCounter(std::uint32_t last = 0) : last_(last) {}
    std::uint32_t next() { return ++last_; }

  private:
    std::uint32_t last_ = 0;
};

/// A logo as it is known after its first look-up.
struct KnownLogo {
    bool read = false;  // its size has been asked for
    base::Size size;    // its own; nothing if it cannot be read
    base::Size drawn;   // the size that `pixels` are for, points
    std::shared_ptr<const scene::Pixels> pixels;
    diag::Diagnostics faults;  // why it cannot be shown
};

/// State that all settings of one composition share.
struct Shared {
    ElementCounter elements;
    std::map<std::string, KnownLogo> logos;         // by file
    std::map<std::string, std::string> link_words;  // link target -> description; filled at the first look-up
};

/// Looks up page numbers and remembers that it did, so that text which names a page is composed again.
class PageLookup {
  public:
    explicit PageLookup(const PageLabels& labels) : labels_(labels) {}

    /// The page of an anchor; "0" while it is unknown.
    std::string label(const std::string& anchor);
    /// The anchors that begin with `family`, which ends with a slash, each with its page; none while they are unknown.
    std::vector<std::pair<std::string, std::string>> family(const std::string& family);
    /// True if the anchor is on a page, or if nothing is known yet.
    bool may_have(const std::string& anchor);
    /// Counts as a look-up: for text that names pages as soon as it has an entry.
    void mark_asked() { asked_ = true; }
    bool asked() const { return asked_; }
    /// The anchors and families that were looked up.
    const std::set<std::string>& names() const { return names_; }

  private:
    const PageLabels& labels_;
    bool asked_ = false;
    std::set<std::string> names_;
};

struct Setting : Inputs {
    Setting(const Inputs& inputs, Shared& shared_state, PageLookup& lookup, diag::Diagnostics& diagnostics)
        : Inputs(inputs), shared(shared_state), pages(lookup), out(diagnostics) {}

    Shared& shared;
    PageLookup& pages;
    diag::Diagnostics& out;

    std::uint32_t new_element() { return shared.elements.next(); }
    const style::TextStyle& style(std::string_view name) const { return layout.style(name); }
};

/// The same setting in another layout, which must outlive it.
[[nodiscard]] Setting with_layout(const Setting& s, const style::Layout& layout);

/// The same setting with diagnostics and page look-ups of its own; both must outlive it.
[[nodiscard]] Setting reporting_to(const Setting& s, PageLookup& lookup, diag::Diagnostics& diagnostics);

/// A setting to measure in: its element numbers, look-ups and diagnostics are its own and end with it.
class Trial {
  public:
    explicit Trial(const Inputs& inputs) : pages_(inputs.page_labels), setting_(inputs, shared_, pages_, unheard_) {}
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    Setting& setting() { return setting_; }

  private:
    Shared shared_;
    PageLookup pages_;
    diag::Diagnostics unheard_;  // reported again when the items are made for good
    Setting setting_;
};

/// A wordmark: the size of the square behind its last letter (of the type size), the space before it (points), and how
/// far the line is raised (of the leading) so that its capitals begin where it is placed. Chosen by eye.
inline constexpr double kWordmarkSquare = 0.22, kBeforeSquare = 2, kWordmarkRise = 0.16;

/// A unit of more bytes is a word ("months"), set off by a thin space; a shorter one is a sign ("%", "€").
inline constexpr std::size_t kLongestSign = 3;

/// The text style of a part's words in one use: `style: night` sets its headings in `night-heading` if the layout has
/// that style, else in the style named `fallback`. An empty `use` means the part's own style.
[[nodiscard]] const style::TextStyle& part_style(const Setting& s, const style::PartRule& part, std::string_view use,
                                                 std::string_view fallback);

/// The source span of a text, from its first word to its last word in the same file.
[[nodiscard]] diag::Span span_of(const doc::Inlines& words);

/// Words in the plain look, as running text.
[[nodiscard]] doc::Inlines plain_words(std::string text);

/// A mark with a new element number, for a path.
[[nodiscard]] scene::Mark mark(Setting& s, scene::Role role, int level = 0);

/// The items as an artifact: furniture or decoration, which screen readers skip.
[[nodiscard]] scene::Item artifact(std::vector<scene::Item> items);
/// A filled rectangle, as an artifact.
[[nodiscard]] scene::Item filled(const base::Rect& at, const base::Color& color);
/// A horizontal rule whose middle is at y, as an artifact.
[[nodiscard]] scene::Item rule(double x, double y, double width, double thickness, const base::Color& color);

}  // namespace precis::layout
