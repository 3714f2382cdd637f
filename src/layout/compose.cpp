// Rounds of composition: bands, pages, furniture, until the page numbers in the text are those of the pages.
#include "layout/compose.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "layout/codes.h"
#include "layout/ground/setting.h"
#include "layout/ground/use_link.h"
#include "layout/outline.h"
#include "layout/pages/bleed.h"
#include "layout/pages/flow.h"
#include "layout/pages/furniture.h"
#include "layout/pages/spread.h"
#include "layout/pages/watermark.h"
#include "layout/parts/kept_bands.h"
#include "layout/slides/handout.h"
#include "layout/slides/slide_theme.h"
#include "layout/slides/slides.h"
#include "layout/unsettled.h"
#include "scene/mirror.h"

namespace precis::layout {
namespace {

// Page numbers settle in two rounds or three; five end a document whose numbers move text to and fro.
constexpr int kMostRounds = 5;
constexpr double kEndless = 1e5;  // points: added to a page's height, more than any document needs

scene::Metadata metadata_of(const doc::Document& d, const style::Layout& layout) {
    scene::Metadata m;
    m.title = doc::plain_text(d.title);
    for (const auto& author : d.authors) m.authors.push_back(author.name);
    m.subject = doc::plain_text(d.subtitle);
    m.keywords = d.keywords;
    m.publisher = d.publisher;
    m.language = d.language;
    m.date = d.date_iso;
    m.rights = d.classification;
    if (!layout.brand.rights.empty()) m.rights += (m.rights.empty() ? "" : ". ") + layout.brand.rights;
    for (const auto& source : d.sources)
        if (!source.id.empty()) m.sources.push_back(doc::plain_text(source.text));
    return m;
}

bool has_filling_part(const style::Layout& layout) {
    return std::any_of(layout.parts.begin(), layout.parts.end(),
                       [](const auto& part) { return part.arrange == style::Arrange::fill; });
}

// The height that a single page has left if its exhibits have the layout's own height, in whole steps of the grid;
// negative if it lacks height.
double room_left(const Inputs& inputs) {
    auto endless = inputs.layout;
    endless.page.height += kEndless;
    const Inputs endless_inputs{.document = inputs.document,
                                .layout = endless,
                                .locale = inputs.locale,
                                .setter = inputs.setter,
                                .page_labels = inputs.page_labels};
    Trial trial(endless_inputs);
    std::vector<KeptBand> kept;
    update_bands(trial.setting(), 0, kept);
    auto bands = take_bands(kept);
    Pages pages;
    const double left = text_bottom(inputs.layout) - place_bands(trial.setting(), bands, pages);
    const double step = inputs.layout.grid.baseline;
    return std::floor(left / step) * step;
}

// The page of each anchor, as printed.
PageLabels labels_of(Pages& pages, int first_page) {
    PageLabels labels;
    int number = first_page;
    for (const auto& page : pages.drafts()) {
        for (const auto& anchor : page.anchors) labels.emplace(anchor.name, fmt::format("{}", number));
        ++number;
    }
    return labels;
}

scene::Page finish_page(Setting& s, PageDraft& draft, std::size_t number, std::size_t count) {
    const auto& layout = s.layout;
    const auto printed = number + static_cast<std::size_t>(s.document.first_page - 1);
    if (layout.spreads && is_left_hand(printed)) turn_left(draft, layout);
    scene::Page page;
    page.size = layout.page;
    page.label = fmt::format("{}", printed);
    // The paper comes first: it colours the page, and Cairo then knows that all later items are inside of it.
    page.items.push_back(filled({0, 0, layout.page.width, layout.page.height}, layout.color("background")));
    std::move(draft.grounds.begin(), draft.grounds.end(), std::back_inserter(page.items));
    auto around = furniture(s, draft, number, count);
    std::move(around.begin(), around.end(), std::back_inserter(page.items));
    std::move(draft.items.begin(), draft.items.end(), std::back_inserter(page.items));
    page.anchors = std::move(draft.anchors);
    drop_uses(page.items);
    return page;
}

// Warns if the last of several pages is nearly empty.
void check_last_page(Setting& s, const PageDraft& last) {
    const auto& layout = s.layout;
    if (last.turned) return;  // a table alone
    const double fill = (last.lowest - text_top(layout)) / (text_bottom(layout) - text_top(layout));
    if (fill >= layout.limits.last_page_fill) return;
    s.out.push_back(diag::warning(code::last_page_nearly_empty, s.document.span,
                                  fmt::format("the last page is filled to {:.0f} %, under the layout’s {:.0f} %",
                                              fill * 100, layout.limits.last_page_fill * 100),
                                  "cut a few lines, or add a block"));
}

/// What goes onto every page or slide at last.
void finish_pages(Setting& s, std::vector<scene::Page>& pages) {
    add_watermark(s, pages);
    for (auto& page : pages) add_bleed(page, s.layout.bleed);
}

scene::Document finish(Setting& s, Pages& pages, const std::vector<BandName>& bands, const PageLabels& labels) {
    scene::Document document;
    document.outline = outline_of(s, bands, labels);
    const auto count = pages.count();
    std::size_t number = 0;
    const auto lying = style::turned(s.layout);
    for (auto& draft : pages.drafts()) {
        auto there = with_layout(s, draft.turned && lying ? *lying : s.layout);
        document.pages.push_back(finish_page(there, draft, ++number, count));
    }
    if (count > 1) check_last_page(s, pages.drafts().back());
    finish_pages(s, document.pages);
    document.metadata = metadata_of(s.document, s.layout);
    return document;
}

// Slides are made again while a text names the slide of something that has moved.
diag::Result<scene::Document> compose_slides(const Inputs& inputs, PageLabels& labels) {
    for (int round = 1;; ++round) {
        diag::Diagnostics diagnostics;
        Shared shared;
        PageLookup lookup(labels);
        Setting s(inputs, shared, lookup, diagnostics);
        scene::Document deck;
        deck.pages = slides_of(s);
        PageLabels now;
        for (const auto& page : deck.pages) {
            for (const auto& anchor : page.anchors) now.emplace(anchor.name, page.label);
        }
        const bool settled = !lookup.asked() || unsettled(lookup.names(), labels, now).empty();
        if (!settled && round < kMostRounds) {
            labels = std::move(now);
            continue;
        }
        if (!settled) warn_of_unsettled(s, lookup.names(), labels, now);
        deck.metadata = metadata_of(inputs.document, inputs.layout);
        deck.theme = theme_of(s);
        finish_pages(s, deck.pages);
        for (auto& page : deck.pages) {
            page.anchors.push_back({"slide-" + page.label, {0, 0}});
            deck.outline.push_back({page.slide->title, 1, page.anchors.back().name});
        }
        return {std::move(deck), std::move(diagnostics)};
    }
}

/// The highest number of a structure element, so that further elements get numbers of their own.
std::uint32_t highest_element(const std::vector<scene::Item>& items) {
    std::uint32_t highest = 0;
    for (const auto& item : items) {
        if (const auto* group = std::get_if<scene::Group>(&item))
            highest = std::max(highest, highest_element(group->items));
        if (const auto* mark = std::get_if<scene::Mark>(&item))
            highest = std::max({highest, mark->element, highest_element(mark->items)});
    }
    return highest;
}

std::uint32_t highest_element(const scene::Document& document) {
    std::uint32_t highest = 0;
    for (const auto& page : document.pages) highest = std::max(highest, highest_element(page.items));
    return highest;
}

std::set<std::string> named_in(const std::vector<KeptBand>& kept) {
    std::set<std::string> named;
    for (const auto& entry : kept) named.insert(entry.named.begin(), entry.named.end());
    return named;
}

// The bands of the last round; `labels` become the page numbers that their text names.
std::vector<KeptBand> settle_bands(const Inputs& inputs, Shared& shared, PageLabels& labels) {
    std::vector<KeptBand> kept;
    for (int round = 1;; ++round) {
        double fill = 0;
        if (has_filling_part(inputs.layout)) {  // the room for it depends on all other parts, so all are made again
            kept.clear();
            fill = room_left(inputs);
        }
        diag::Diagnostics unheard;  // reported again when the pages are made for good
        PageLookup lookup(labels);
        Setting s(inputs, shared, lookup, unheard);
        update_bands(s, fill, kept);
        const bool names_pages =
            std::any_of(kept.begin(), kept.end(), [](const auto& entry) { return entry.names_pages; });
        if (round == kMostRounds || (!names_pages && inputs.document.footnotes.empty())) return kept;
        auto bands = copy_without_items(kept);
        Pages pages;
        (void)place_bands(s, bands, pages);
        auto labels_now = labels_of(pages, inputs.document.first_page);
        // Footnotes are set while the bands are placed, and may name pages too.
        if (!names_pages && !lookup.asked()) return kept;
        auto named = named_in(kept);
        named.insert(lookup.names().begin(), lookup.names().end());
        if (!labels.empty() && unsettled(named, labels, labels_now).empty()) return kept;
        labels = std::move(labels_now);
    }
}

diag::Result<scene::Document> from_left_to_right(const doc::Document& document, const style::Layout& layout,
                                                 const locale::Locale& locale, text::Setter& setter) {
    PageLabels labels;
    const Inputs inputs{
        .document = document, .layout = layout, .locale = locale, .setter = setter, .page_labels = labels};
    if (layout.medium == style::Medium::slides) return compose_slides(inputs, labels);
    Shared shared;
    auto kept = settle_bands(inputs, shared, labels);
    diag::Diagnostics diagnostics;
    for (auto& entry : kept) diag::append(diagnostics, std::move(entry.diagnostics));
    auto named = named_in(kept);
    const auto names = names_of(kept);
    auto bands = take_bands(kept);
    PageLookup lookup(labels);
    Setting s(inputs, shared, lookup, diagnostics);
    Pages pages;
    (void)place_bands(s, bands, pages);
    named.insert(lookup.names().begin(), lookup.names().end());
    const auto placed = labels_of(pages, document.first_page);
    warn_of_unsettled(s, named, labels, placed);
    auto composed = finish(s, pages, names, placed);
    return {std::move(composed), std::move(diagnostics)};
}

}  // namespace

diag::Result<scene::Document> compose(const doc::Document& document, const style::Layout& layout,
                                      const locale::Locale& locale, text::Setter& setter) {
    if (locale.right_to_left()) setter.mirror();
    auto composed = from_left_to_right(document, layout, locale, setter);
    if (locale.right_to_left() && composed.has_value()) scene::mirror(composed.value());
    return composed;
}

diag::Result<scene::Document> handout(const scene::Document& deck, const doc::Document& document,
                                      const style::Layout& layout, const locale::Locale& locale, text::Setter& setter) {
    diag::Diagnostics diagnostics;
    const PageLabels labels;
    const Inputs inputs{
        .document = document, .layout = layout, .locale = locale, .setter = setter, .page_labels = labels};
    Shared shared{.elements = ElementCounter(highest_element(deck)), .logos = {}, .link_words = {}};
    PageLookup lookup(labels);
    Setting s(inputs, shared, lookup, diagnostics);
    scene::Document paper;
    paper.metadata = deck.metadata;
    paper.outline = deck.outline;
    if (locale.right_to_left()) {
        setter.mirror();
        auto from_left = deck;
        scene::mirror(from_left);
        paper.metadata = from_left.metadata;  // which says that it is not mirrored yet
        paper.pages = handout_of(s, from_left);
        scene::mirror(paper);
    } else {
        paper.pages = handout_of(s, deck);
    }
    return {std::move(paper), std::move(diagnostics)};
}

}  // namespace precis::layout
