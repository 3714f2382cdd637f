// Candidates are scored; of equal ones the first of the file wins.
#include "build/template_layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"

namespace precis::build {
namespace {

using ooxml::Placeholder;
using ooxml::TemplateLayout;

constexpr double kLevel = 0.35;     // of the higher one's height: by so much places side by side may differ
constexpr double kWider = 1.2;      // a place for a chart beside one for words
constexpr double kSmall = 0.04;     // of the page: places for less than contents
constexpr double kGapBelow = 0.02;  // of the page's height, below a title
constexpr double kLowest = 0.94;    // of the page's height, where nothing stands at the foot

std::string lower(std::string_view text) {
    return ooxml::folded(text);
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}
bool has_any_of(const std::string& text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// The facts about a layout that choices are made by.
struct Candidate {
    const TemplateLayout* layout = nullptr;
    const Placeholder* title = nullptr;
    const Placeholder* subtitle = nullptr;
    std::vector<const Placeholder*> contents;  // from the left, then from the top
    std::string name;
};

Candidate candidate(const TemplateLayout& layout, base::Size page) {
    Candidate out;
    out.layout = &layout;
    out.name = lower(layout.name);
    out.title = title_of(layout);
    out.subtitle = layout.find("subTitle");
    for (const auto& place : layout.placeholders) {
        const bool content = is_any_of(place.type, {"obj", "body", "chart", "tbl", "pic", "media", "dgm", "clipArt"});
        const bool large = place.box.width * place.box.height >= kSmall * page.width * page.height;
        if (content && large && place.upright) out.contents.push_back(&place);
    }
    std::stable_sort(out.contents.begin(), out.contents.end(), [](const auto* a, const auto* b) {
        return std::pair(std::lround(a->box.x), std::lround(a->box.y)) <
               std::pair(std::lround(b->box.x), std::lround(b->box.y));
    });
    return out;
}

/// Whether the places stand in a row, so many and none else.
bool in_a_row(const std::vector<const Placeholder*>& places, std::size_t count) {
    if (places.size() != count) return false;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const auto &a = places[i]->box, &b = places[i + 1]->box;
        const double height = std::max(a.height, b.height);
        if (b.x < a.right() - 2 || std::fabs(a.y - b.y) > kLevel * height ||
            std::fabs(a.bottom() - b.bottom()) > kLevel * height)
            return false;
    }
    return true;
}

bool equal_widths(const std::vector<const Placeholder*>& places) {
    return std::all_of(places.begin(), places.end(), [&](const auto* place) {
        return std::fabs(place->box.width - places[0]->box.width) <= 0.1 * places[0]->box.width;
    });
}

class Matcher {
  public:
    explicit Matcher(const ooxml::DeckTemplate& from) : from_(from) {
        for (const auto& layout : from.layouts) {
            auto one = candidate(layout, from.page);
            const bool vertical = layout.type.starts_with("vert") || one.name.find("vertical") != std::string::npos;
            if (one.title != nullptr && one.title->upright && !vertical) all_.push_back(std::move(one));
        }
    }

    bool empty() const { return all_.empty(); }

    KindLayout guess(const std::string& kind) const {
        const Candidate* chosen = nullptr;
        std::string lack;
        if (kind == "cover") {
            chosen = best([](const Candidate& c) { return cover(c); });
            if (chosen == nullptr) lack = "has no layout for a title slide (of the type “title”, or of that name)";
        } else if (kind == "divider") {
            chosen = best([](const Candidate& c) { return divider(c); });
            if (chosen == nullptr) {
                chosen = best([](const Candidate& c) { return cover(c); });
                lack = "has no layout for section headers";
            }
        } else if (kind == "two-exhibits") {
            chosen = best([](const Candidate& c) { return row(c, 2, "twoobj"); });
        } else if (kind == "three-exhibits") {
            chosen = best([](const Candidate& c) { return row(c, 3, ""); });
        } else if (kind == "one-exhibit") {
            chosen = best([](const Candidate& c) { return chart_beside_words(c); });
        } else if (kind == "table") {
            chosen = best(
                [](const Candidate& c) { return c.contents.size() == 1 && c.contents[0]->type == "tbl" ? 90 : 0; });
        }
        if (chosen == nullptr) chosen = main();
        return made(kind, *chosen, std::move(lack));
    }

    const Candidate* main() const {
        const auto* found = best([&](const Candidate& c) { return single(c); });
        if (found == nullptr) found = best([](const Candidate& c) { return c.layout->type == "titleOnly" ? 90 : 10; });
        return found;
    }

    KindLayout made(const std::string& kind, const Candidate& from, std::string lack) const {
        KindLayout out;
        out.kind = kind;
        out.layout = from.layout;
        out.lack = std::move(lack);
        for (const auto* place : from.contents)
            if (place->type != "body" || kind != "cover") out.contents.push_back(place);
        out.room = room(from);
        return out;
    }

    KindLayout named(const std::string& kind, const TemplateLayout& layout) const {
        return made(kind, candidate(layout, from_.page), {});
    }

  private:
    /// The best candidate, of the first master that has one; nullptr if none scores above 0.
    const Candidate* best(const std::function<int(const Candidate&)>& score) const {
        const Candidate* found = nullptr;
        int most = 0;
        for (const auto& one : all_) {
            if (found != nullptr && one.layout->master != found->layout->master) break;
            const int points = score(one);
            if (points > most) most = points, found = &one;
        }
        return found;
    }

    static int cover(const Candidate& c) {
        if (c.layout->type == "title") return 100;
        if (c.title->type == "ctrTitle") return 90;
        if (has_any_of(c.name, {"title slide", "cover", "titelfolie", "deckblatt", "diapositive de titre", "portada"}))
            return 80;
        if (c.subtitle != nullptr && c.contents.empty()) return 60;
        return 0;
    }
    static int divider(const Candidate& c) {
        if (c.layout->type == "secHead") return 100;
        if (has_any_of(c.name, {"section", "divider", "chapter", "abschnitt", "kapitel", "trenn"})) return 80;
        return 0;
    }
    static int row(const Candidate& c, std::size_t count, std::string_view type) {
        if (!in_a_row(c.contents, count) || !equal_widths(c.contents)) return 0;
        return !type.empty() && lower(c.layout->type) == type ? 100 : 70;
    }
    static int chart_beside_words(const Candidate& c) {
        if (!in_a_row(c.contents, 2)) return 0;
        const auto &left = *c.contents[0], &right = *c.contents[1];
        const bool chart = left.type == "chart" || left.type == "obj";
        if (!chart || left.box.width < kWider * right.box.width) return 0;
        return left.type == "chart" ? 100 : 80;
    }
    int single(const Candidate& c) const {
        if (c.contents.size() != 1 || cover(c) >= 80 || divider(c) > 0) return 0;
        const auto& place = *c.contents[0];
        if (place.type == "pic" || place.type == "media") return 0;
        const double area = place.box.width * place.box.height / (from_.page.width * from_.page.height);
        const int size = static_cast<int>(std::lround(20 * std::min(1.0, area)));
        if (place.box.y < c.title->box.y) return 1 + size / 4;  // above its title
        if (c.layout->type == "obj") return 100 + size;
        if (has_any_of(c.name, {"title and content", "title, content", "titel und inhalt", "titre et contenu"}))
            return 90 + size;
        return 50 + size;
    }

    /// Where contents may stand: the places of the layout together, else what is free below the title.
    base::Rect room(const Candidate& c) const {
        base::Rect all;
        for (const auto* place : c.contents) all = base::united(all, place->box);
        const double foot = foot_top(*c.layout);
        if (c.contents.empty()) {
            const auto& title = *c.title;
            const double top = title.outer.bottom() + kGapBelow * from_.page.height;
            all = {title.box.x, top, title.box.width, std::min(foot, kLowest * from_.page.height) - top};
        }
        if (all.y < foot) all.height = std::min(all.height, foot - all.y);
        return all;
    }

    /// The top of what stands at the foot; the page's end if nothing does.
    double foot_top(const TemplateLayout& layout) const {
        double top = from_.page.height;
        for (const auto& place : layout.placeholders)
            if (is_any_of(place.type, {"dt", "ftr", "sldNum"}) && place.outer.y > 0.7 * from_.page.height)
                top = std::min(top, place.outer.y);
        return top;
    }

    const ooxml::DeckTemplate& from_;
    std::vector<Candidate> all_;
};

const TemplateLayout* layout_named(const ooxml::DeckTemplate& from, const diag::Text& name, diag::Diagnostics& out) {
    std::vector<std::string> names;
    for (const auto& layout : from.layouts) {
        if (lower(layout.name) == lower(name.text)) return &layout;
        if (std::find(names.begin(), names.end(), layout.name) == names.end()) names.push_back(layout.name);
    }
    const auto near = base::nearest(name.text, names);
    constexpr std::size_t kShown = 30;
    if (names.size() > kShown) names.resize(kShown);
    out.push_back(diag::error(diag::code::unknown_name, name.span,
                              fmt::format("the template has no layout {}", base::quoted(name.text)),
                              near ? base::did_you_mean(*near) : "it has: " + base::joined(names, ", ")));
    return nullptr;
}

}  // namespace

const Placeholder* title_of(const TemplateLayout& layout) {
    const auto* title = layout.find("ctrTitle");
    return title != nullptr ? title : layout.find("title");
}

std::vector<KindLayout> match_layouts(const ooxml::DeckTemplate& from, const style::Layout& layout,
                                      diag::Diagnostics& out) {
    const Matcher matcher(from);
    std::vector<KindLayout> kinds;
    if (matcher.empty()) return kinds;
    for (const auto& kind : layout.slides) {
        const auto own = layout.template_layouts.find(kind.name);
        const auto* chosen = own == layout.template_layouts.end() ? nullptr : layout_named(from, own->second, out);
        if (chosen != nullptr && title_of(*chosen) == nullptr) {
            out.push_back(
                diag::error(diag::code::bad_value, own->second.span,
                            fmt::format("the template's layout “{}” has no title, which every slide has", chosen->name),
                            "name another one, or give it a title in PowerPoint: View, Slide Master"));
            chosen = nullptr;
        }
        kinds.push_back(chosen != nullptr ? matcher.named(kind.name, *chosen) : matcher.guess(kind.name));
    }
    return kinds;
}

std::optional<KindLayout> main_layout(const ooxml::DeckTemplate& from) {
    const Matcher matcher(from);
    if (matcher.empty()) return std::nullopt;
    return matcher.made("points", *matcher.main(), {});
}

}  // namespace precis::build
