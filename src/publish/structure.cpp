// Builds the tree in one walk over all pages, then prunes empty elements, reorders exhibits and settles heading levels.
#include "publish/structure.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "scene/marks.h"

namespace precis::publish {
namespace {

base::Rect placed(const base::Rect& r, const base::Affine& by) {
    base::Rect around;
    bool first = true;
    for (const base::Point corner :
         std::array<base::Point, 4>{{{r.x, r.y}, {r.right(), r.y}, {r.x, r.bottom()}, {r.right(), r.bottom()}}}) {
        const auto p = by.apply(corner);
        if (first) around = {p.x, p.y, 0, 0};
        first = false;
        const double x = std::min(around.x, p.x), y = std::min(around.y, p.y);
        around = {x, y, std::max(around.right(), p.x) - x, std::max(around.bottom(), p.y) - y};
    }
    return around;
}

class Builder : public scene::Visitor {
  public:
    Structure built;

    Builder() : built{{Element{}}, {}, {}}, open_{0}, transforms_{base::Affine{}} {}

    void page(const scene::Page& page) {
        built.leaves.emplace_back();
        scene::walk(page.items, *this);
    }

    void open_mark(const scene::Mark& mark) override { open_.push_back(element_of(mark)); }
    void close_mark(const scene::Mark&) override { open_.pop_back(); }
    void open_group(const scene::Group& group) override {
        transforms_.push_back(base::then(group.transform, transforms_.back()));
    }
    void close_group(const scene::Group&) override { transforms_.pop_back(); }

    void open_leaf(const scene::Mark*) override {
        auto& leaves = built.leaves.back();
        const int mcid = static_cast<int>(leaves.size());
        leaves.push_back({open_.back()});
        built.elements[open_.back()].kids.push_back(LeafRef{this_page(), mcid});
    }
    // The content of a leaf is the painter's: the tree counts leaves, whatever is drawn in them.
    void draw(const scene::GlyphRun&) override {}
    void draw(const scene::Path&) override {}
    void draw(const scene::Image&) override {}
    void draw_as_one(const scene::Group&) override {}
    void open_artifact(scene::Role kind) override { built.leaves.back().push_back({std::nullopt, kind}); }

    void link(const scene::Link& link, const scene::Mark* owner) override {
        std::size_t holder = owner ? open_.back() : 0;
        if (!owner || owner->role != scene::Role::link) holder = add_below(holder, nullptr);
        built.elements[holder].kids.push_back(LinkRef{built.links.size()});
        built.links.push_back({&link, this_page(), placed(link.at, transforms_.back()), holder});
    }

  private:
    std::size_t this_page() const { return built.leaves.size() - 1; }

    std::size_t add_below(std::size_t parent, const scene::Mark* mark) {
        const auto added = built.elements.size();
        built.elements[parent].kids.push_back(ElementRef{added});
        built.elements.push_back({mark, {}, this_page(), std::nullopt, parent, 0, {}});
        return added;
    }

    std::size_t element_of(const scene::Mark& mark) {
        // A file has one Document element: the document marks of all pages are that one.
        if (mark.role == scene::Role::document && open_.size() == 1) return 0;
        if (mark.element != 0)
            if (const auto known = numbered_.find(mark.element); known != numbered_.end()) return known->second;
        const auto added = add_below(open_.back(), &mark);
        if (mark.role == scene::Role::figure || mark.role == scene::Role::formula)
            built.elements[added].box = placed(scene::bounds(mark.items), transforms_.back());
        if (mark.element != 0) numbered_.emplace(mark.element, added);
        return added;
    }

    std::vector<std::size_t> open_;
    std::vector<base::Affine> transforms_;
    std::map<std::uint32_t, std::size_t> numbered_;
};

bool stays_when_empty(const scene::Mark* mark) {
    return mark &&
           (mark->role == scene::Role::cell || mark->role == scene::Role::head_cell || mark->role == scene::Role::row);
}

// Children have higher indices than their parents, so one pass from the end suffices.
void prune(std::vector<Element>& elements) {
    std::vector<bool> kept(elements.size(), true);
    for (std::size_t i = elements.size(); i-- > 0;) {
        auto& kids = elements[i].kids;
        kids.erase(std::remove_if(kids.begin(), kids.end(),
                                  [&](const Kid& kid) {
                                      const auto* element = std::get_if<ElementRef>(&kid);
                                      return element && !kept[element->element];
                                  }),
                   kids.end());
        kept[i] = !kids.empty() || stays_when_empty(elements[i].mark);
    }
}

// Limits each heading's level to one more than the heading before: PDF/UA forbids skipped levels.
void settle_levels(std::vector<Element>& elements) {
    struct Frame {
        std::size_t element, next;
    };
    int before = 0;
    std::vector<Frame> open{{0, 0}};  // walks in reading order, which is not the order of indices
    while (!open.empty()) {
        auto& [at, next] = open.back();
        if (next == elements[at].kids.size()) {
            open.pop_back();
            continue;
        }
        const auto* kid = std::get_if<ElementRef>(&elements[at].kids[next++]);
        if (!kid) continue;
        auto& element = elements[kid->element];
        if (element.mark && element.mark->role == scene::Role::heading)
            before = element.level = std::clamp(element.mark->level, 1, std::min(before + 1, 6));
        open.push_back({kid->element, 0});
    }
}

// The position of a child among its siblings.
std::size_t place_of(const Element& parent, std::size_t child) {
    const auto at = std::find_if(parent.kids.begin(), parent.kids.end(), [&](const Kid& kid) {
        const auto* element = std::get_if<ElementRef>(&kid);
        return element && element->element == child;
    });
    return static_cast<std::size_t>(at - parent.kids.begin());
}

// Layout may put an exhibit at the head of a page, before the paragraph that refers to it, or pages behind it: it is
// read directly behind the paragraph.
void read_after_reference(Structure& built) {
    auto& elements = built.elements;
    std::map<std::string_view, std::size_t> exhibits;  // id -> the part around the exhibit
    for (const auto& element : elements) {
        const bool exhibit = element.mark && !element.mark->id.empty() &&
                             (element.mark->role == scene::Role::figure || element.mark->role == scene::Role::table);
        const auto* around = exhibit ? elements[element.parent].mark : nullptr;
        if (around && around->role == scene::Role::part) exhibits.emplace(element.mark->id, element.parent);
    }
    std::map<std::size_t, std::size_t> first;  // part -> the sibling that first refers to it
    for (const auto& link : built.links) {
        const auto& target = link.link->target;
        if (target.empty() || target[0] != '#') continue;
        const auto exhibit = exhibits.find(std::string_view(target).substr(1));
        if (exhibit == exhibits.end()) continue;
        const auto part = exhibit->second;
        const auto section = elements[part].parent;
        auto sibling = link.element;
        while (sibling != 0 && elements[sibling].parent != section) sibling = elements[sibling].parent;
        if (sibling == 0 || sibling == part) continue;
        const auto [known, is_new] = first.emplace(part, sibling);
        if (!is_new && place_of(elements[section], sibling) < place_of(elements[section], known->second))
            known->second = sibling;
    }
    std::set<std::size_t> placed;
    for (const auto& [part, sibling] : first) {
        auto& kids = elements[elements[part].parent].kids;
        kids.erase(kids.begin() + static_cast<std::ptrdiff_t>(place_of(elements[elements[part].parent], part)));
        auto at = place_of(elements[elements[part].parent], sibling) + 1;
        const auto goes_before = [&, &sibling = sibling](const Kid& kid) {  // an exhibit of the same paragraph
            const auto* element = std::get_if<ElementRef>(&kid);
            return element && placed.count(element->element) > 0 && first.at(element->element) == sibling;
        };
        while (at < kids.size() && goes_before(kids[at])) ++at;
        kids.insert(kids.begin() + static_cast<std::ptrdiff_t>(at), ElementRef{part});
        placed.insert(part);
    }
}

}  // namespace

Structure structure_of(const scene::Document& document) {
    Builder builder;
    for (const auto& page : document.pages) builder.page(page);
    prune(builder.built.elements);
    read_after_reference(builder.built);
    settle_levels(builder.built.elements);
    explain_cells(builder.built.elements);
    return std::move(builder.built);
}

}  // namespace precis::publish
