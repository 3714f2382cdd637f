// Which part becomes which band; what one round of composition has made is kept for the next.
#include "layout/parts/bands.h"
#include "layout/parts/contrast.h"
#include "layout/parts/find_footnotes.h"

namespace precis::layout {
namespace {

// Rows in a frame at the right of the frame before.
bool stands_beside(const Band& before, const Band& band) {
    return before.strip.right_x() <= band.strip.x && before.flow.empty() && band.flow.empty() && !before.ground &&
           !band.ground && !band.break_before;
}

/// Goes through the places in order; makes a band only where there is none yet, or where it names pages.
class Maker {
  public:
    Maker(Setting& s, std::vector<Made>& made) : s_(s), made_(made) {}

    template <class Make>
    void next(const Band& empty, Make make) {
        const bool there = at_ < made_.size();
        if (!there) made_.emplace_back();
        auto& place = made_[at_++];
        if (there && !place.asks_pages) return;
        place = {};
        place.band = empty;
        Setting own{s_.document, s_.layout,       s_.locale, s_.setter, s_.page_of,
                    place.found, s_.last_element, false,     {},        s_.fill};
        place.shown = make(own, place.band);
        place.asks_pages = own.pages_asked;
        if (!s_.document.footnotes.empty()) find_footnotes(place.band);
        s_.last_element = own.last_element;
    }

  private:
    Setting& s_;
    std::vector<Made>& made_;
    std::size_t at_ = 0;
};

// A band for each section of the first level: it begins a page.
void add_chapters(Maker& maker, const style::PartRule& part, const std::vector<doc::Section>& sections,
                  const Band& empty) {
    for (const auto& section : sections) {
        maker.next(empty, [&](Setting& s, Band& band) {
            chapter_band(s, part, section, band);
            if (part.part == "sections" && &section == &sections.back()) add_end_mark(s, band.flow);
            return true;
        });
    }
}

void fill_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& d = s.document;
    const auto& name = part.part;
    if (name == "cover")
        cover_band(s, part, band);
    else if (name == "contents")
        contents_band(s, part, band);
    else if (name == "masthead")
        masthead_band(s, part, band);
    else if (name == "title")
        title_band(s, part, band);
    else if (name == "summary")
        summary_band(s, part, band);
    else if (name == "key-figures")
        figures_band(s, part, band);
    else if (name == "findings")
        items_band(s, part, d.findings, band);
    else if (name == "recommendations")
        items_band(s, part, d.recommendations, band);
    else if (name == "watch")
        watch_band(s, part, d.watch, band);
    else if (name == "related")
        items_band(s, part, d.related, band);
    else if (name == "sections")
        sections_band(s, part, d.sections, band);
    else if (name == "appendix")
        sections_band(s, part, d.appendix, band);
    else if (name == "exhibits")
        exhibits_band(s, part, band);
    else if (name == "sources")
        sources_band(s, part, band);
    else if (name == "method")
        prose_band(s, part, d.method, band);
    else if (name == "disclosure")
        prose_band(s, part, d.disclosure, band);
    else if (name == "foreword")
        prose_band(s, part, d.foreword, band);
    else if (name == "about")
        prose_band(s, part, d.about, band);
}

Pieces hollow(const Pieces& pieces) {
    Pieces out;
    out.reserve(pieces.size());
    for (const auto& from : pieces) {
        auto& piece = out.emplace_back();
        piece.height = from.height, piece.before = from.before, piece.after = from.after;
        piece.keep_next = from.keep_next, piece.floats = from.floats, piece.spans = from.spans;
        piece.anchors = from.anchors;
        piece.footnotes = from.footnotes;
        for (const auto& note : from.sides) piece.sides.push_back({note.height, {}});
        if (from.continued) piece.continued = std::make_shared<const Pieces>(hollow(*from.continued));
    }
    return out;
}

}  // namespace

void make_bands(Setting& s, std::vector<Made>& made) {
    const auto* master = first_master(s.layout);
    Maker maker(s, made);
    for (const auto& part : s.layout.parts) {
        Band band;
        band.part = part.part;
        band.strip = strip_of(s.layout, master, part.frame);
        if (side_beside(s, band.strip)) band.side = strip_of(s.layout, master, "side");
        band.ground = part.band;
        band.before = s.layout.grid.baseline;
        band.break_before = !part.break_before.empty();
        const auto& name = part.part;
        if (part.break_before == "section" && (name == "sections" || name == "appendix")) {
            add_chapters(maker, part, name == "sections" ? s.document.sections : s.document.appendix, band);
            continue;
        }
        maker.next(band, [&](Setting& own, Band& into) {
            fill_band(own, part, into);
            if (into.empty()) return false;
            auto& first = into.rows.empty() ? into.flow.front() : into.rows.front();
            first.anchors.push_back({"part-" + name, {0, 0}});
            check_ground(own, into, part);
            into.before *= s.layout.spacing;
            return true;
        });
    }
    Band* before = nullptr;
    for (auto& place : made) {
        if (!place.shown) continue;
        auto& band = place.band;
        band.beside = before && stands_beside(*before, band);
        before = &band;
    }
}

std::vector<Band> taken(std::vector<Made>& made) {
    std::vector<Band> bands;
    for (auto& place : made) {
        if (place.shown) bands.push_back(std::move(place.band));
    }
    return bands;
}

std::vector<Band> hollow(const std::vector<Made>& made) {
    std::vector<Band> bands;
    for (const auto& place : made) {
        if (!place.shown) continue;
        const auto& from = place.band;
        auto& band = bands.emplace_back();
        band.part = from.part;
        band.rows = hollow(from.rows), band.flow = hollow(from.flow);
        band.strip = from.strip, band.side = from.side;
        band.label.height = from.label.height;
        if (!from.label.items.empty()) band.label.items.emplace_back(scene::Group{});  // there is one
        band.ground = from.ground;
        band.before = from.before;
        band.break_before = from.break_before, band.whole_page = from.whole_page, band.beside = from.beside;
        band.fills = from.fills, band.spread = from.spread;
    }
    return bands;
}

}  // namespace precis::layout
