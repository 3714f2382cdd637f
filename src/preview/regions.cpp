// Marks that only group others are no regions; a mark without a place of its own has that of the mark around it.
#include "preview/regions.h"

#include <algorithm>
#include <cmath>

#include "scene/marks.h"

namespace precis::preview {
namespace {

using scene::Role;

base::Rect moved(const base::Rect& box, const base::Affine& by) {
    base::Rect out;
    bool first = true;
    for (const auto corner : {base::Point{box.x, box.y}, base::Point{box.right(), box.y},
                              base::Point{box.x, box.bottom()}, base::Point{box.right(), box.bottom()}}) {
        const auto p = by.apply(corner);
        if (first) {
            out = {p.x, p.y, 0, 0};
            first = false;
            continue;
        }
        const double x = std::min(out.x, p.x), y = std::min(out.y, p.y);
        out = {x, y, std::max(out.right(), p.x) - x, std::max(out.bottom(), p.y) - y};
    }
    return out;
}

bool is_region(const scene::Mark& mark) {
    switch (mark.role) {
        case Role::document:
        case Role::section:
        case Role::list:
        case Role::row:
        case Role::contents:
        case Role::label:
        case Role::reference:
        case Role::link:
        case Role::span:
            return false;
        default:
            return !scene::is_artifact(mark.role);
    }
}

/// The id of the first figure or table.
std::string id_inside(const std::vector<scene::Item>& items) {
    for (const auto& item : items) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        const auto* group = std::get_if<scene::Group>(&item);
        if (mark != nullptr && (mark->role == Role::figure || mark->role == Role::table) && !mark->id.empty())
            return mark->id;
        auto id = mark != nullptr ? id_inside(mark->items) : group != nullptr ? id_inside(group->items) : std::string();
        if (!id.empty()) return id;
    }
    return {};
}

class Walk {
  public:
    explicit Walk(std::vector<Region>& out) : out_(out) {}

    void items(const std::vector<scene::Item>& items, const base::Affine& transform, const diag::Span& span,
               const std::string& exhibit) {
        for (const auto& item : items) {
            if (const auto* group = std::get_if<scene::Group>(&item))
                this->items(group->items, base::then(group->transform, transform), span, exhibit);
            if (const auto* mark = std::get_if<scene::Mark>(&item)) add(*mark, transform, span, exhibit);
        }
    }

  private:
    void add(const scene::Mark& mark, const base::Affine& transform, const diag::Span& around,
             const std::string& exhibit) {
        const auto& span = mark.span ? mark.span : around;
        const bool is_exhibit = (mark.role == Role::figure || mark.role == Role::table) && !mark.id.empty();
        const auto id = is_exhibit                                                ? mark.id
                        : mark.role == Role::part && mark.span && exhibit.empty() ? id_inside(mark.items)
                                                                                  : exhibit;
        const bool is_cell = mark.role == Role::cell || mark.role == Role::head_cell;
        const bool own = mark.span || is_cell || (exhibit.empty() && mark.role != Role::part);
        if (span && own && is_region(mark)) {
            Region region{&mark, transform, moved(scene::bounds(mark.items), transform), span, id, bool(mark.span)};
            if (!region.at.empty()) out_.push_back(std::move(region));
        }
        items(mark.items, transform, span, id);
    }

    std::vector<Region>& out_;
};

}  // namespace

std::vector<Region> regions_of(const scene::Page& page) {
    std::vector<Region> out;
    Walk(out).items(page.items, {}, {}, {});
    return out;
}

std::string_view word_for(const scene::Mark& mark) {
    switch (mark.role) {
        case Role::part:
            return "exhibit";
        case Role::heading:
            return "heading";
        case Role::list_item:
        case Role::list_body:
            return "item";
        case Role::table:
            return "table";
        case Role::head_cell:
        case Role::cell:
            return "cell";
        case Role::figure:
            return std::holds_alternative<scene::ChartData>(mark.content) ? "chart" : "figure";
        case Role::caption:
            return "caption";
        case Role::note:
            return "note";
        case Role::quote:
            return "quotation";
        case Role::formula:
            return "formula";
        case Role::code:
            return "code";
        case Role::contents_entry:
            return "entry";
        default:
            return "paragraph";
    }
}

void write_box(const base::Rect& box, json::Writer& out) {
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    out.begin_array();
    for (const double value : {box.x, box.y, box.width, box.height}) out.number(rounded(value));
    out.end_array();
}

}  // namespace precis::preview
