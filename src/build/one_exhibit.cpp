// Finds the exhibit's marks on the pages of a target, and paints them on a page of their own.
#include "build/one_exhibit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/nearest.h"
#include "base/phrases.h"
#include "build/codes.h"
#include "paint/paint.h"

namespace precis::build {
namespace {

constexpr double kMargin = 4;  // points around the exhibit, so that strokes at its edge are not cut

/// The exhibit's marks, in the coordinates of their page.
struct Cutout {
    const std::vector<scene::Item>* part = nullptr;  // items of the part that holds title, plot and notes; or none
    const scene::Mark* figure = nullptr;
};

/// The figure of that id among `items`; `part` is the innermost part around them.
Cutout find_figure(const std::vector<scene::Item>& items, const std::string& id, const scene::Mark* part) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) {
            if (auto cutout = find_figure(group->items, id, part); cutout.figure) return cutout;
        }
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (mark->role == scene::Role::figure && mark->id == id) {
            const bool part_is_exhibit = part != nullptr && part->span == mark->span;
            return {part_is_exhibit ? &part->items : nullptr, mark};
        }
        const auto* inner = mark->role == scene::Role::part ? mark : part;
        if (auto cutout = find_figure(mark->items, id, inner); cutout.figure) return cutout;
    }
    return {};
}

void collect_ids(const std::vector<scene::Item>& items, std::vector<std::string>& ids) {
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item)) collect_ids(group->items, ids);
        const auto* mark = std::get_if<scene::Mark>(&item);
        if (!mark) continue;
        if (mark->role == scene::Role::figure && !mark->id.empty()) ids.push_back(mark->id);
        collect_ids(mark->items, ids);
    }
}

scene::Page page_of(const Cutout& cutout) {
    std::vector<scene::Item> items;
    if (cutout.part)
        items = *cutout.part;
    else
        items.emplace_back(*cutout.figure);
    const auto box = scene::bounds(items);
    scene::Page page;
    page.label = "1";
    page.size = {box.width + 2 * kMargin, box.height + 2 * kMargin};
    scene::Group group;
    group.transform = base::Affine::translate(kMargin - box.x, kMargin - box.y);
    group.items = std::move(items);
    page.items.emplace_back(std::move(group));
    return page;
}

std::string title_of(const scene::Mark& figure) {
    const auto* chart = std::get_if<scene::ChartData>(&figure.content);
    return chart != nullptr && !chart->title.empty() ? chart->title : figure.id;
}

/// The id as a prefix of ids in an SVG: fig:growth is fig-growth.
std::string svg_id(std::string id) {
    std::replace_if(
        id.begin(), id.end(), [](unsigned char c) { return !std::isalnum(c) && c != '-'; }, '-');
    return id;
}

diag::Result<std::string> paint_cutout(const Cutout& cutout, const TargetPages& target, const ExhibitRequest& request) {
    auto page = page_of(cutout);
    const auto& metadata = target.pages.metadata;
    const auto title = title_of(*cutout.figure);
    if (request.format == ExhibitFormat::png) return paint::png(page, *target.fonts, request.dpi);
    if (request.format == ExhibitFormat::svg)
        return paint::svg(page, {svg_id(request.id), title, cutout.figure->alternative, metadata.language},
                          target.fonts.get());
    scene::Document document;
    document.metadata = metadata;
    document.metadata.title = title;
    document.pages.push_back(std::move(page));
    diag::Diagnostics diagnostics;
    auto painted = paint::pdf(document, *target.fonts).take(diagnostics);
    if (!painted) return diagnostics;
    auto finished = publish::finish_pdf(std::move(*painted), document).take(diagnostics);
    if (!finished) return diagnostics;
    return {std::move(*finished), std::move(diagnostics)};
}

diag::Diagnostic unknown_exhibit(const Prepared& prepared, const std::string& id, const std::vector<std::string>& ids) {
    const auto near = base::nearest(id, ids);
    const auto briefing = prepared.briefing.path.lexically_relative(prepared.project.root).generic_string();
    return diag::error(code::unknown_exhibit, prepared.briefing.title.span,
                       fmt::format("no output of {} shows a chart “{}”", briefing, id),
                       near          ? fmt::format("did you mean “{}”?", *near)
                       : ids.empty() ? "the briefing shows no chart"
                                     : fmt::format("there are: {}", base::joined(ids, ", ")));
}

}  // namespace

diag::Result<std::string> render_exhibit(const Prepared& prepared, const ExhibitRequest& request,
                                         const Setting& setting) {
    diag::Diagnostics diagnostics;
    std::vector<std::string> ids;
    for (const auto& target : prepared.targets) {
        const auto target_pages = set_target(prepared, target, setting).take(diagnostics);
        if (!target_pages) break;
        for (const auto& page : target_pages->pages.pages) {
            collect_ids(page.items, ids);
            const auto cutout = find_figure(page.items, request.id, nullptr);
            if (!cutout.figure) continue;
            auto bytes = paint_cutout(cutout, *target_pages, request).take(diagnostics);
            if (!bytes) return diagnostics;
            return {std::move(*bytes), std::move(diagnostics)};
        }
        if (diag::has_errors(diagnostics)) break;
    }
    if (!diag::has_errors(diagnostics)) diagnostics.push_back(unknown_exhibit(prepared, request.id, ids));
    return diagnostics;
}

}  // namespace precis::build
