// Parts become bands by their names, in the layout's order.
#include "layout/parts/kept_bands.h"

#include <algorithm>
#include <limits>

#include "layout/parts/contrast.h"
#include "layout/parts/find_footnotes.h"

namespace precis::layout {
using style::Part;
namespace {

constexpr double kTallRow = 56;  // points; lower rows are never cut, because room for fewer than five lines is left

// True if a band's rows are in a frame at the right of the frame of the band before.
bool is_beside(const Band& before, const Band& band) {
    return before.strip.right_x() <= band.strip.x && before.flow.empty() && band.flow.empty() && !before.ground &&
           !band.ground && !band.break_before;
}

/// Walks the kept bands in order; makes a band if it is missing or names page numbers.
class Updater {
  public:
    Updater(Setting& s, std::vector<KeptBand>& kept) : s_(s), kept_(kept) {}

    /// `make` fills a copy of `empty` and returns whether it is shown.
    template <class Make>
    void next(const Band& empty, Make make) {
        const bool known = at_ < kept_.size();
        if (!known) kept_.emplace_back();
        auto& kept = kept_[at_++];
        if (known && !kept.names_pages) return;
        kept = {};
        kept.band = empty;
        PageLookup pages(s_.page_labels);
        auto own = reporting_to(s_, pages, kept.diagnostics);
        kept.shown = make(own, kept.band);
        kept.names_pages = pages.asked();
        kept.named = pages.names();
        if (!s_.document.footnotes.empty()) find_footnotes(kept.band, s_.layout.footnotes == style::NotesPlace::end);
        find_places(kept.band);
    }

  private:
    Setting& s_;
    std::vector<KeptBand>& kept_;
    std::size_t at_ = 0;
};

// True if a label stands over the band's words, or beside them.
bool has_label(const Band& band) {
    const auto is_heading = [](const scene::Item& item) {
        const auto* mark = std::get_if<scene::Mark>(&item);
        return mark != nullptr && mark->role == scene::Role::heading;
    };
    const auto* beside = band.label.items.empty() ? nullptr : std::get_if<scene::Mark>(&band.label.items.front());
    if (beside != nullptr && std::any_of(beside->items.begin(), beside->items.end(), is_heading)) return true;
    const auto& first = band.rows.empty() ? band.flow.front() : band.rows.front();
    const bool in_path = !first.path.empty() && first.path.back().role == scene::Role::heading;
    return (in_path && first.anchors.empty()) || std::any_of(first.items.begin(), first.items.end(), is_heading);
}

// Notes the label's words, for the outline and the running head.
void name_band(const Setting& s, const style::PartRule& part, Band& band) {
    if (part.part == Part::title || part.part == Part::cover || part.part == Part::masthead || !has_label(band)) return;
    auto& first = band.rows.empty() ? band.flow.front() : band.rows.front();
    band.heading = label_of(s, part, word_key(part.part));
    // Sections have titles of their own, which say more.
    if (part.part == Part::sections || part.part == Part::appendix || part.part == Part::changes) {
        if (first.anchors.empty()) first.running.clear();
    } else {
        first.running = band.heading;
    }
}

// A band for each section of the first level, because each begins a page.
void add_chapters(Updater& updater, const style::PartRule& part, const std::vector<doc::Section>& sections,
                  const Band& empty) {
    for (const auto& section : sections) {
        updater.next(empty, [&](Setting& s, Band& band) {
            chapter_band(s, part, section, band);
            if (part.part == Part::sections && &section == &sections.back()) add_end_mark(s, band.flow);
            return true;
        });
    }
}

void fill_band(Setting& s, const style::PartRule& part, double fill, Band& band) {
    const auto& d = s.document;
    switch (part.part) {
        case Part::masthead:
            return masthead_band(s, part, band);
        case Part::title:
            return title_band(s, part, band);
        case Part::cover:
            return cover_band(s, part, band);
        case Part::contents:
            return contents_band(s, part, band);
        case Part::list_of_exhibits:
            return list_of_exhibits_band(s, part, band);
        case Part::notes:
            return notes_band(s, part, band);
        case Part::index:
            return index_band(s, part, band);
        case Part::foreword:
            return prose_band(s, part, d.foreword, band);
        case Part::summary:
            return summary_band(s, part, band);
        case Part::key_figures:
            return figures_band(s, part, band);
        case Part::findings:
            return items_band(s, part, d.findings, band);
        case Part::recommendations:
            return items_band(s, part, d.recommendations, band);
        case Part::sections:
            return sections_band(s, part, d.sections, band);
        case Part::watch:
            return watch_band(s, part, d.watch, band);
        case Part::appendix:
            return sections_band(s, part, d.appendix, band);
        case Part::glossary:
            return glossary_band(s, part, band);
        case Part::exhibits:
            return exhibits_band(s, part, fill, band);
        case Part::sources:
            return sources_band(s, part, band);
        case Part::method:
            return prose_band(s, part, d.method, band);
        case Part::disclosure:
            return prose_band(s, part, d.disclosure, band);
        case Part::related:
            return items_band(s, part, d.related, band);
        case Part::about:
            return prose_band(s, part, d.about, band);
        case Part::authors:
            return authors_band(s, part, band);
        case Part::changes:
            return sections_band(s, part, d.changes, band);
    }
}

// Keeps the items of rows of `kept` points or more, because a row that no page holds is cut between its lines.
Pieces without_items(const Pieces& pieces, double kept = std::numeric_limits<double>::max()) {
    Pieces out;
    out.reserve(pieces.size());
    for (const auto& from : pieces) {
        auto& piece = out.emplace_back();
        piece.height = from.height, piece.before = from.before, piece.after = from.after;
        piece.keep_next = from.keep_next, piece.floats = from.floats, piece.spans = from.spans;
        piece.turned = from.turned;
        piece.opens = from.opens, piece.paired = from.paired;
        piece.path = from.path;  // headings are placed unlike other lines
        piece.elastic = from.elastic;
        if (from.height >= kept) piece.items = from.items;
        piece.anchors = from.anchors;
        piece.footnotes = from.footnotes;
        for (const auto& note : from.sides) piece.sides.push_back({note.height, {}, note.anchors});
        if (from.carried) {
            Carried carried;
            carried.forward.height = from.carried->forward.height;
            carried.brought.height = from.carried->brought.height;
            piece.carried = std::make_shared<const Carried>(std::move(carried));
        }
        if (from.continued) piece.continued = std::make_shared<const Pieces>(without_items(*from.continued));
    }
    return out;
}

}  // namespace

void update_bands(Setting& s, double fill, std::vector<KeptBand>& kept) {
    const auto* master = first_master(s.layout);
    Updater updater(s, kept);
    for (const auto& part : s.layout.parts) {
        Band band;
        band.part = part.part;
        band.strip = strip_of(s.layout, master, part.frame);
        if (side_beside(s, band.strip)) band.side = strip_of(s.layout, master, "side");
        band.ground = part.band;
        band.before = s.layout.grid.baseline;
        band.break_before = part.break_before.has_value();
        const auto name = part.part;
        if (part.break_before == style::BreakBefore::section && (name == Part::sections || name == Part::appendix)) {
            add_chapters(updater, part, name == Part::sections ? s.document.sections : s.document.appendix, band);
            continue;
        }
        updater.next(band, [&](Setting& own, Band& into) {
            fill_band(own, part, fill, into);
            if (into.empty()) return false;
            name_band(own, part, into);
            auto& first = into.rows.empty() ? into.flow.front() : into.rows.front();
            first.anchors.push_back({"part-" + std::string(vocabulary::name_of(name)), {0, 0}});
            check_ground(own, into, part);
            into.before *= s.layout.spacing;
            return true;
        });
    }
    Band* before = nullptr;
    for (auto& entry : kept) {
        if (!entry.shown) continue;
        auto& band = entry.band;
        band.beside = before && is_beside(*before, band);
        before = &band;
    }
}

std::vector<Band> take_bands(std::vector<KeptBand>& kept) {
    std::vector<Band> bands;
    for (auto& entry : kept) {
        if (entry.shown) bands.push_back(std::move(entry.band));
    }
    return bands;
}

std::vector<Band> copy_without_items(const std::vector<KeptBand>& kept) {
    std::vector<Band> bands;
    for (const auto& entry : kept) {
        if (!entry.shown) continue;
        const auto& from = entry.band;
        auto& band = bands.emplace_back();
        band.part = from.part;
        band.rows = without_items(from.rows, kTallRow), band.flow = without_items(from.flow);
        band.strip = from.strip, band.side = from.side;
        band.pair = from.pair, band.in_regions = from.in_regions;
        band.label.height = from.label.height;
        if (!from.label.items.empty()) band.label.items.emplace_back(scene::Group{});  // so that it counts as a label
        band.ground = from.ground;
        band.before = from.before;
        band.break_before = from.break_before, band.whole_page = from.whole_page, band.beside = from.beside;
        band.fills = from.fills, band.spread = from.spread;
    }
    return bands;
}

}  // namespace precis::layout
