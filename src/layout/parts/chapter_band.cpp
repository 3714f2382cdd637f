// A chapter: a section of the first level that begins a page, with heading and takeaway over all columns.
#include "layout/blocks/runs.h"
#include "layout/blocks/sticker.h"
#include "layout/parts/bands.h"
#include "layout/parts/section_flow.h"

namespace precis::layout {
namespace {

// Points, chosen by eye on the data report.
constexpr double kBelowOverline = 1.5, kAboveTakeaway = 5;

}  // namespace

void chapter_band(Setting& s, const style::PartRule& part, const doc::Section& section, Band& band) {
    auto root = mark(s, scene::Role::section);
    root.span = section.span;
    Piece head;
    head.path = {root};
    head.anchors.push_back({section.id, {band.strip.x, 0}});
    head.running = section.short_title.empty() ? doc::plain_text(section.title) : section.short_title;
    head.keep_next = true;
    double y = 0;
    const bool tagged = shows(s, style::SectionPiece::sticker) && !section.sticker.empty();
    const auto& tag = s.style("sticker");
    if (tagged) add_sticker(s, section.sticker, tag, {band.strip.right_x(), 0}, head.items);
    const double beside = tagged ? sticker_width(s, section.sticker, tag) + kBesideSticker : 0;
    const auto add = [&](const doc::Inlines& words, const style::TextStyle& style, scene::Role role, double width) {
        auto set = set_text(s, words, style, width);
        shift(set.items, band.strip.x, y);
        auto m = mark(s, role, role == scene::Role::heading ? 2 : 0);
        m.items = std::move(set.items);
        head.items.emplace_back(std::move(m));
        y += set.height;
    };
    if (!section.short_title.empty()) {
        add(plain_words(section.short_title), s.style("overline"), scene::Role::paragraph, band.strip.width - beside);
        y += kBelowOverline;
    }
    if (shows(s, style::SectionPiece::title)) {
        add(section.title, s.style(part.heading.empty() ? "page-heading" : part.heading), scene::Role::heading,
            band.strip.width - (y > 0 ? 0 : beside));
    }
    if (shows(s, style::SectionPiece::takeaway) && !section.takeaway.empty()) {
        y += kAboveTakeaway;
        add(section.takeaway, s.style("summary"), scene::Role::paragraph, columns_width(s.layout, 1, kChapterColumns));
    }
    const bool rows = part.arrange == style::Arrange::row || part.arrange == style::Arrange::flow || !part.arrange;
    head.height = rows ? on_grid(s, y) : y;
    band.rows.push_back(std::move(head));
    if (part.arrange == style::Arrange::row && chapter_rows(s, section, root, band)) return;
    add_sections(s, part, {&section, 1}, {root}, false, band);
}

}  // namespace precis::layout
