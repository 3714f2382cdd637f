// Composition: bands, pages, furniture; again until the page numbers in the text are those of the pages.
#include "layout/compose.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layout/codes.h"
#include "layout/ground/setting.h"
#include "layout/pages/flow.h"
#include "layout/pages/furniture.h"
#include "layout/slides/slide_theme.h"
#include "layout/slides/slides.h"

namespace precis::layout {
namespace {

constexpr int kRounds = 5;

scene::Metadata metadata_of(const doc::Document& d, const style::Layout& layout) {
    scene::Metadata m;
    m.title = doc::plain_text(d.title);
    m.authors = d.authors;
    m.subject = doc::plain_text(d.subtitle);
    m.keywords = d.keywords;
    m.publisher = d.publisher;
    m.language = d.language;
    m.date = d.date_iso;
    m.rights = layout.brand.rights.empty() ? d.classification : layout.brand.rights;
    for (const auto& source : d.sources)
        if (!source.id.empty()) m.sources.push_back(doc::plain_text(source.text));
    return m;
}

/// The sections that stand on a page.
void outline_of(const std::vector<doc::Section>& sections, const std::map<std::string, std::string>& page_of,
                std::vector<scene::OutlineEntry>& out) {
    for (const auto& section : sections) {
        if (page_of.count(section.id) > 0) out.push_back({doc::plain_text(section.title), section.level, section.id});
        outline_of(section.sections, page_of, out);
    }
}

constexpr double kEndless = 1e5;

bool fills(const style::Layout& layout) {
    return std::any_of(layout.parts.begin(), layout.parts.end(),
                       [](const auto& part) { return part.arrange == "fill"; });
}

// What a single page leaves free (or lacks) when exhibits have the layout's own height, in whole steps of the grid.
double room_left(const doc::Document& document, const style::Layout& layout, const locale::Locale& locale,
                 text::Setter& setter, const std::map<std::string, std::string>& page_of) {
    auto tall = layout;
    tall.page.height += kEndless;
    diag::Diagnostics unheard;  // said again when the page is made
    Setting s{document, tall, locale, setter, page_of, unheard};
    std::vector<Made> made;
    make_bands(s, made);
    auto bands = taken(made);
    Pages pages(tall.page);
    const double left = text_bottom(layout) - place_bands(s, bands, pages);
    const double step = layout.grid.baseline;
    return std::floor(left / step) * step;
}

/// The page of each anchor, as printed.
std::map<std::string, std::string> places_of(Pages& pages) {
    std::map<std::string, std::string> places;
    std::size_t number = 0;
    for (const auto& made : pages.made()) {
        ++number;
        for (const auto& anchor : made.anchors) places[anchor.name] = fmt::format("{}", number);
    }
    return places;
}

/// The pages with all that stands on them: furniture, grounds and what was put there.
scene::Document finished(Setting& s, Pages& pages) {
    const auto& layout = s.layout;
    scene::Document document;
    const auto places = places_of(pages);
    const auto count = pages.count();
    std::size_t number = 0;
    for (auto& made : pages.made()) {
        ++number;
        scene::Page page;
        page.size = layout.page;
        page.label = fmt::format("{}", number);
        // The paper first: a ground of its own colour, and what lets Cairo take every later mark as standing inside it.
        page.items.push_back(filled({0, 0, layout.page.width, layout.page.height}, layout.color("background")));
        std::move(made.grounds.begin(), made.grounds.end(), std::back_inserter(page.items));
        auto around = furniture(s, made, number, count);
        std::move(around.begin(), around.end(), std::back_inserter(page.items));
        std::move(made.items.begin(), made.items.end(), std::back_inserter(page.items));
        page.anchors = std::move(made.anchors);
        document.pages.push_back(std::move(page));
        const double fill = (made.lowest - text_top(layout)) / (text_bottom(layout) - text_top(layout));
        if (number == count && count > 1 && fill < layout.limits.last_page_fill) {
            s.out.push_back(
                diag::warning(code::last_page_nearly_empty, s.document.span,
                              fmt::format("the last page is filled to {:.0f} %, under the layout’s {:.0f} %",
                                          fill * 100, layout.limits.last_page_fill * 100),
                              "cut a few lines, or add a block"));
        }
    }
    document.metadata = metadata_of(s.document, layout);
    outline_of(s.document.sections, places, document.outline);
    outline_of(s.document.appendix, places, document.outline);
    return document;
}

diag::Result<scene::Document> compose_slides(const doc::Document& document, const style::Layout& layout,
                                             const locale::Locale& locale, text::Setter& setter) {
    diag::Diagnostics found;
    const std::map<std::string, std::string> no_pages;
    Setting s{document, layout, locale, setter, no_pages, found};
    scene::Document made;
    made.metadata = metadata_of(document, layout);
    made.pages = slides_of(s);
    made.theme = theme_of(s);
    for (auto& page : made.pages) {
        page.anchors.push_back({"slide-" + page.label, {0, 0}});
        made.outline.push_back({page.slide->title, 1, page.anchors.back().name});
    }
    return {std::move(made), std::move(found)};
}

}  // namespace

diag::Result<scene::Document> compose(const doc::Document& document, const style::Layout& layout,
                                      const locale::Locale& locale, text::Setter& setter) {
    if (layout.medium == style::Medium::slides) return compose_slides(document, layout, locale, setter);
    std::map<std::string, std::string> page_of;
    std::vector<Made> made;
    diag::Diagnostics found;
    Setting s{document, layout, locale, setter, page_of, found};
    for (int round = 1;; ++round) {
        if (fills(layout)) {  // what fills the page depends on all else
            made.clear();
            s.fill = room_left(document, layout, locale, setter, page_of);
        }
        make_bands(s, made);
        s.pages_asked = std::any_of(made.begin(), made.end(), [](const auto& one) { return one.asks_pages; });
        if (round == kRounds || (!s.pages_asked && document.footnotes.empty())) break;
        auto bands = hollow(made);
        Pages pages(layout.page);
        (void)place_bands(s, bands, pages);
        found.clear();  // said again when the pages are made
        auto places = places_of(pages);
        if (!s.pages_asked || places == page_of) break;
        page_of = std::move(places);
    }
    for (auto& one : made) diag::append(found, std::move(one.found));
    auto bands = taken(made);
    Pages pages(layout.page);
    (void)place_bands(s, bands, pages);
    auto composed = finished(s, pages);
    return {std::move(composed), std::move(found)};
}

}  // namespace precis::layout
