// Refuses the keys of a part's rule and the pieces of sections and exhibits that would do nothing: a part has its own
// keys and arrangements, and slides have others than pages.
#include "style/check_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "diag/codes.h"
#include "vocabulary/part.h"

namespace precis::style {
namespace {

using vocabulary::PartKey;

struct OfPages {
    const char* key;
    unsigned bit;  // of PartKey; 0: every part takes it
};
constexpr OfPages kOfPages[] = {{"frame", 0},
                                {"band", 0},
                                {"break-before", 0},
                                {"arrange", 0},
                                {"label", PartKey::kLabel},
                                {"heading", PartKey::kHeading},
                                {"style", PartKey::kStyle},
                                {"max", PartKey::kMax},
                                {"numbered", PartKey::kNumbered},
                                {"rules", PartKey::kNumbered},
                                {"photos", PartKey::kPhotos},
                                {"pages", PartKey::kPageNumbers}};

class RuleCheck {
  public:
    RuleCheck(const yaml::Node& node, const PartRule& rule, LayoutReading& r)
        : node_(node), rule_(rule), row_(vocabulary::row_of(rule.part)), r_(r) {}

    void on_pages() {
        refuse_if(node_.find("slide"), "a layout of pages has no slides");
        for (const auto& [key, bit] : kOfPages) {
            if (bit != 0 && (row_.keys & bit) == 0)
                refuse_if(node_.find(key), fmt::format("the part “{}” has no use for “{}”", row_.name, key));
        }
        arrangement();
        const bool in_sections = rule_.part == Part::sections || rule_.part == Part::appendix;
        const bool by_section = rule_.break_before == BreakBefore::section;
        if (by_section && !in_sections) {
            report(node_.find("break-before"), fmt::format("the part “{}” has no sections", row_.name),
                   "write “break-before: page”");
        }
        if (in_sections && !by_section)
            refuse_if(node_.find("band"), "a ground stands behind sections only if each begins a page");
        if (in_sections && by_section)
            refuse_if(node_.find("label"), "sections that begin pages have their own headings");
        if (rule_.part == Part::cover) refuse_if(node_.find("break-before"), "a cover is always a page of its own");
        if (in_sections && rule_.arrange == Arrange::row && !by_section) {
            report(node_.find("arrange"), "sections stand in rows only if each begins a page",
                   "add “break-before: section”");
        }
        const bool items = (row_.keys & PartKey::kNumbered) != 0 && rule_.arrange != Arrange::ledger;
        if (rule_.label == kNoLabel && !items) no_empty_label();
        if (rule_.numbered && rule_.arrange == Arrange::row)
            report(node_.find("numbered"), "tiles in a row have no numerals", "write another arrangement");
        if (rule_.rules && rule_.arrange == Arrange::row)
            report(node_.find("rules"), "tiles in a row have rules of their own", "write another arrangement");
    }

    void on_slides() {
        if (const auto* remedy = of_pages_alone()) {
            report(node_.find("part"), fmt::format("slides have no part “{}”", row_.name), remedy);
            return;
        }
        for (const auto& [key, bit] : kOfPages) {
            const bool counts = bit == PartKey::kMax || bit == PartKey::kLabel || bit == PartKey::kPhotos;
            if (!counts || (row_.keys & bit) == 0) {
                refuse_if(node_.find(key), counts ? fmt::format("the part “{}” has no use for “{}”", row_.name, key)
                                                  : fmt::format("a layout of slides has no use for “{}”", key));
            }
        }
        if (rule_.label == kNoLabel) no_empty_label();
        if (rule_.slide.empty() && needs_slide()) {
            r_.out.push_back(diag::error(diag::code::missing_key, rule_.span,
                                         fmt::format("the part “{}” names no kind of slide", row_.name),
                                         "write “slide:” with the name of a kind under “slides”"));
        }
    }

  private:
    /// For a part that only pages have, what to do instead; nullptr for the others.
    const char* of_pages_alone() const {
        switch (rule_.part) {
            case Part::masthead:
            case Part::cover:
                return "write “title”, the first slide";
            case Part::exhibits:
                return "show exhibits in sections";
            case Part::list_of_exhibits:
            case Part::index:
                return "remove it; the part “contents” is a deck's agenda";
            case Part::notes:
                return "remove it; slides have no footnotes of their own";
            default:
                return nullptr;
        }
    }

    /// Sections choose their kinds by what they have; a title has a cover, and an appendix a divider.
    bool needs_slide() const {
        return rule_.part != Part::sections && rule_.part != Part::appendix && rule_.part != Part::title;
    }

    void arrangement() {
        if (!rule_.arrange || vocabulary::can_be(row_.arranged, *rule_.arrange)) return;
        std::vector<std::string> known;
        for (const auto value : vocabulary::all_of<Arrange>()) {
            if (vocabulary::can_be(row_.arranged, value)) known.emplace_back(vocabulary::name_of(value));
        }
        report(node_.find("arrange"),
               fmt::format("the part “{}” has no arrangement “{}”", row_.name, vocabulary::name_of(*rule_.arrange)),
               known.empty() ? "remove it" : "write " + base::enumerated(known, ", ", " or ") + ", or remove it");
    }

    void no_empty_label() {
        report(node_.find("label"),
               fmt::format("the part “{}” begins with its label, which cannot be empty", row_.name),
               "write its words, or remove it for the language's own");
    }

    void refuse_if(const yaml::Node* written, const std::string& message) { report(written, message, "remove it"); }

    void report(const yaml::Node* written, const std::string& message, const std::string& remedy) {
        if (written != nullptr) r_.out.push_back(diag::error(diag::code::key_conflict, written->span, message, remedy));
    }

    const yaml::Node& node_;
    const PartRule& rule_;
    const vocabulary::PartRow& row_;
    LayoutReading& r_;
};

/// The words of `key` in file order, with their places.
template <class E>
void refuse_pieces(LayoutReading& r, std::string_view key, std::initializer_list<E> foreign,
                   const std::string& remedy) {
    for (const auto& written : r.top.texts(key)) {
        const auto piece = vocabulary::named<E>(written.text);
        if (!piece || std::find(foreign.begin(), foreign.end(), *piece) == foreign.end()) continue;
        r.out.push_back(
            diag::error(diag::code::key_conflict, written.span,
                        fmt::format("{} show no “{}” of {}", r.layout.medium == Medium::slides ? "slides" : "pages",
                                    written.text, key == "section" ? "a section" : "an exhibit"),
                        remedy));
    }
}

}  // namespace

void check_rule(const yaml::Node& node, const PartRule& rule, LayoutReading& r) {
    RuleCheck check(node, rule, r);
    if (r.layout.medium == Medium::slides)
        check.on_slides();
    else
        check.on_pages();
}

void check_medium(LayoutReading& r) {
    const auto refuse = [&](const yaml::Node* written, std::string_view what) {
        if (written == nullptr) return;
        const auto* medium = r.layout.medium == Medium::slides ? "slides" : "pages";
        r.out.push_back(diag::error(diag::code::key_conflict, written->span, fmt::format("{} have no {}", medium, what),
                                    "remove it"));
    };
    const auto inside = [&](const char* mapping, const char* key) -> const yaml::Node* {
        const auto* node = r.top.node(mapping);
        return node != nullptr ? node->find(key) : nullptr;
    };
    const auto* page = r.top.node("page");
    const auto* grid = page != nullptr ? page->find("grid") : nullptr;
    if (r.layout.medium == Medium::pages) {
        refuse(r.top.node("slides"), "kinds of slides");
        refuse(r.top.node("slide-show"), "slide show");
        refuse(r.top.node("ground"), "ground of slides: a part of pages has its `band`");
        refuse(r.top.node("overflow"), "rule for what overflows a slide");
        refuse(inside("limits", "points"), "limit of points");
        refuse(grid != nullptr ? grid->find("rows") : nullptr, "rows of a grid: bands are as tall as their contents");
        return;
    }
    // A layout of slides may extend one of pages, whose keys are no fault of its own.
    const auto own = [&](const yaml::Node* written) {
        return written != nullptr && written->span.source == r.layout.span.source ? written : nullptr;
    };
    refuse(own(r.top.node("masters")), "masters");
    refuse(own(r.top.node("footnotes")), "place for footnotes");
    refuse(own(inside("limits", "last-page-fill")), "last page to fill");
    refuse(own(inside("limits", "front-pages")), "pages before a break");
    refuse(own(grid != nullptr ? grid->find("baseline") : nullptr), "baseline grid");
}

void check_notes(LayoutReading& r) {
    if (r.layout.medium == Medium::slides) return;
    const auto& parts = r.layout.parts;
    const auto part =
        std::find_if(parts.begin(), parts.end(), [](const auto& rule) { return rule.part == Part::notes; });
    const bool at_end = r.layout.footnotes == NotesPlace::end;
    if (at_end == (part != parts.end())) return;
    if (!at_end) {
        r.out.push_back(diag::error(diag::code::key_conflict, part->span,
                                    "the part “notes” has nothing to show: footnotes are at the foot of pages",
                                    "write “footnotes: end” in the layout, or remove the part"));
        return;
    }
    const auto* written = r.top.node("footnotes");
    r.out.push_back(diag::error(diag::code::key_conflict, written != nullptr ? written->span : r.layout.span,
                                "the layout has no place for the footnotes that it prints at the end",
                                "add {part: notes} to `parts`, or write “footnotes: page”"));
}

void check_pairs(LayoutReading& r) {
    const auto* master = r.layout.medium == Medium::pages ? r.layout.master("page") : nullptr;
    if (master == nullptr) return;
    const auto* side = master->frame("side");
    for (const auto& rule : r.layout.parts) {
        const auto* frame = rule.arrange == Arrange::pairs ? master->frame(rule.frame) : nullptr;
        if (frame == nullptr) continue;
        const int columns = frame->last_column - frame->first_column + 1;
        const auto refuse = [&](const std::string& message, const std::string& remedy) {
            r.out.push_back(diag::error(diag::code::key_conflict, rule.span, message, remedy));
        };
        if (columns < kLeastPaired) {
            refuse(fmt::format("the frame “{}” has {} columns of the grid, and pairs need {}", rule.frame, columns,
                               kLeastPaired),
                   "write “arrange: blocks”, or name a wider frame");
        } else if (side != nullptr && side->last_column < frame->first_column) {
            refuse(fmt::format("the frame “{}” leaves the left to notes at the side, where pairs have their text",
                               rule.frame),
                   "write “arrange: blocks”, or name a frame that begins at the first column");
        }
    }
}

void check_pieces(LayoutReading& r) {
    using S = SectionPiece;
    if (r.layout.medium == Medium::slides) {
        refuse_pieces(r, "section", {S::title, S::body, S::asides, S::sections},
                      "write “section: [headline, exhibits, points, takeaway, sticker]”");
        refuse_pieces(r, "exhibit", {ExhibitPiece::number}, "remove it");
    } else {
        refuse_pieces(r, "section", {S::headline, S::points}, "remove it");
    }
    const auto& shown = r.layout.exhibit;
    if (shown.empty() || std::find(shown.begin(), shown.end(), ExhibitPiece::plot) != shown.end()) return;
    r.out.push_back(diag::error(diag::code::key_conflict, r.top.node("exhibit")->span,
                                "an exhibit cannot leave out its plot", "add “plot” to the list"));
}

}  // namespace precis::style
