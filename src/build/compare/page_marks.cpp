// A text's place is found as precis explain finds its page: by the smallest mark around the author's words that shows
// it; then glyph by glyph inside.
#include "build/compare/page_marks.h"

#include <algorithm>
#include <limits>

#include "base/dense_text.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

using base::Affine;
using base::Rect;

constexpr double kDots = 110;  // an inch; a page is shown about 270 pixels wide, on dense screens twice that

Rect mapped(const Rect& box, const Affine& to) {
    const auto a = to.apply({box.x, box.y}), b = to.apply({box.right(), box.bottom()});
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
}

/// A letter of a page, small, with its box; blanks and hyphens are left out, as line breaks change them.
struct Letter {
    char byte = 0;
    Rect at;
};

void add_letters(const scene::GlyphRun& run, const Affine& to, std::vector<Letter>& out) {
    constexpr double kAbove = 0.8, kBelow = 0.22;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const auto& glyph = run.glyphs[i];
        if (glyph.bytes == 0) continue;
        double end = run.width;
        for (std::size_t k = i + 1; k < run.glyphs.size(); ++k)
            if (run.glyphs[k].bytes > 0) {
                end = run.glyphs[k].x;
                break;
            }
        const Rect box{run.origin.x + std::min(glyph.x, end), run.origin.y - kAbove * run.size, std::abs(end - glyph.x),
                       (kAbove + kBelow) * run.size};
        const auto cluster = std::string_view(run.text).substr(begin, glyph.bytes);
        base::each_dense_byte(cluster, [&](std::size_t, char byte) { out.push_back({byte, mapped(box, to)}); });
        begin += glyph.bytes;
    }
}

void gather(const std::vector<scene::Item>& items, const Affine& to, std::vector<Letter>& out) {
    for (const auto& item : items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) add_letters(*run, to, out);
        if (const auto* group = std::get_if<scene::Group>(&item))
            gather(group->items, base::then(group->transform, to), out);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) gather(mark->items, to, out);
    }
}

bool covers(const diag::Span& outer, const diag::Span& inner) {
    return outer && outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// The boxes of one printing on one page, in the smallest mark that shows it.
class Finder {
  public:
    explicit Finder(const bind::Printing& printing) : printing_(printing), text_(base::dense_text(printing.text)) {}

    void search(const std::vector<scene::Item>& items, const Affine& to) {
        for (const auto& item : items) {
            if (const auto* group = std::get_if<scene::Group>(&item))
                search(group->items, base::then(group->transform, to));
            if (const auto* mark = std::get_if<scene::Mark>(&item)) {
                look_at(*mark, to);
                search(mark->items, to);
            }
        }
    }
    [[nodiscard]] const std::vector<Rect>& boxes() const { return boxes_; }
    [[nodiscard]] std::size_t distance() const { return nearest_; }

  private:
    void look_at(const scene::Mark& mark, const Affine& to) {
        if (printing_.kind == bind::Printing::Kind::exhibit) {
            if (mark.id != printing_.exhibit || printing_.exhibit.empty()) return;
            nearest_ = 0;
            boxes_ = {mapped(scene::bounds(mark.items), to)};
            return;
        }
        const auto distance = mark.span.end - mark.span.begin;
        if (text_.empty() || !covers(mark.span, printing_.where) || distance > nearest_) return;
        std::vector<Letter> letters;
        gather(mark.items, to, letters);
        std::string all;
        for (const auto& letter : letters) all += letter.byte;
        const auto at = all.find(text_);
        if (at == std::string::npos) return;
        nearest_ = distance;
        boxes_.clear();
        for (auto i = at; i < at + text_.size(); ++i) {
            const auto& box = letters[i].at;
            const bool same_line = !boxes_.empty() && std::abs(boxes_.back().y - box.y) < box.height / 2;
            if (same_line)
                boxes_.back() = base::united(boxes_.back(), box);
            else
                boxes_.push_back(box);
        }
    }

    const bind::Printing& printing_;
    std::string text_;
    std::size_t nearest_ = std::numeric_limits<std::size_t>::max();
    std::vector<Rect> boxes_;
};

bool holds(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// The changes by the name of their number.
using Changes = std::map<std::string, const NumberChange*>;

/// How many changed numbers each page of a target prints, by its label.
std::map<std::string, std::size_t> marks_of(const publish::TargetRecord& target, const Changes& changes) {
    std::map<std::string, std::size_t> counts;
    for (const auto& value : target.names) {
        if (!changes.contains(value.name)) continue;
        for (const auto& place : value.places)
            if (place.kind != "claim")
                for (const auto& page : place.pages) ++counts[page];
    }
    return counts;
}

struct Choice {
    std::string target, before, after;
};

std::string page_of_most(const std::map<std::string, std::size_t>& counts, const std::string& preferred) {
    std::string best = counts.contains(preferred) ? preferred : std::string();
    for (const auto& [page, count] : counts)
        if (best.empty() || count > counts.at(best)) best = page;
    return best;
}

std::optional<Choice> choose(const Changes& changes, const Side& old, const Side& now) {
    std::optional<Choice> choice;
    std::size_t most = 0;
    for (const auto& target : now.record.targets) {
        const auto* before = old.record.target(target.name);
        if (before == nullptr) continue;
        const auto counts = marks_of(target, changes), counts_before = marks_of(*before, changes);
        const auto page = page_of_most(counts, "");
        if (page.empty() || counts_before.empty() || counts.at(page) <= most) continue;
        most = counts.at(page);
        choice = {target.name, page_of_most(counts_before, page), page};
    }
    return choice;
}

std::optional<MarkedPage> marked(const Side& side, const Choice& choice, const std::string& label,
                                 const Changes& changes, const Setting& given, diag::Diagnostics& diagnostics) {
    const auto setting = for_pages(given);
    for (const auto& target : side.prepared->targets) {
        if (bind::name_of(target) != choice.target) continue;
        bind::Ledger ledger;
        diag::Diagnostics found;
        const auto set = set_target(*side.prepared, target, setting, &ledger).take(found);
        if (!set) {
            diag::append(diagnostics, std::move(found));
            return std::nullopt;
        }
        for (const auto& page : set->pages.pages) {
            if (page.label != label) continue;
            MarkedPage out{choice.target, label, set->pages.pages.size(), page.size, {}, {}};
            for (const auto& printing : ledger.printings) {
                if (printing.kind == bind::Printing::Kind::claim) continue;
                const auto names = [&](const auto& entry) {
                    return printing.name == entry.first || holds(printing.facts, entry.first) ||
                           holds(printing.values, entry.first);
                };
                const auto change = std::find_if(changes.begin(), changes.end(), names);
                if (change == changes.end()) continue;
                Finder finder(printing);
                finder.search(page.items, {});
                for (const auto& box : finder.boxes())
                    if (!box.empty()) out.boxes.push_back({box, change->second->causes.front()});
            }
            auto png = paint::png(page, *set->fonts, kDots).take(diagnostics);
            if (!png) return std::nullopt;
            out.png = std::move(*png);
            return out;
        }
    }
    return std::nullopt;
}

}  // namespace

diag::Result<std::optional<std::pair<MarkedPage, MarkedPage>>> marked_pages(const EditionDiff& diff, const Side& old,
                                                                            const Side& now, const Setting& setting) {
    std::optional<std::pair<MarkedPage, MarkedPage>> out;
    if (!old.prepared || !now.prepared) return out;
    Changes changes;
    for (const auto& change : diff.numbers)
        if (!change.causes.empty()) changes.emplace(change.name, &change);
    const auto choice = choose(changes, old, now);
    if (!choice) return out;
    diag::Diagnostics diagnostics;
    auto before = marked(old, *choice, choice->before, changes, setting, diagnostics);
    auto after = before ? marked(now, *choice, choice->after, changes, setting, diagnostics) : std::nullopt;
    if (diag::has_errors(diagnostics)) return diagnostics;
    if (before && after) out.emplace(std::move(*before), std::move(*after));
    return out;
}

}  // namespace precis::build
