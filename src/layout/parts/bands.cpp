// Labels, and the bands of running text: prose, sources, sections.
#include "layout/parts/bands.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/ground/columns.h"
#include "layout/parts/section_flow.h"

namespace precis::layout {
using style::Part;
namespace {

// Points, chosen by eye on the samples.
constexpr double kRule = 1.25;     // thickness of the rule over a band
constexpr double kBelowRule = 8;   // from that rule to the words under it
constexpr double kBelowLabel = 4;  // from a label to the words under it
constexpr double kBetweenParagraphs = 5;
constexpr double kSourceHang = 16;  // room for a source's number
constexpr double kBetweenSources = 4;
constexpr double kEndMark = 5, kBeforeEndMark = 4;  // side of the square; from the last word to it
constexpr std::size_t kFewLines = 3;                // of prose: balanced over columns they would look scattered
constexpr std::size_t kShownFacts = 6;              // ids printed below a source, which take about two lines
constexpr double kEndless = 1e6;                    // height of a column that all fits
constexpr double kTallProse = 0.6;                  // of a page; taller prose flows on over pages

const scene::GlyphRun* last_run(const std::vector<scene::Item>& items) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&*item)) return run;
        const auto* mark = std::get_if<scene::Mark>(&*item);
        const auto* inside = mark && !scene::is_artifact(mark->role) ? last_run(mark->items) : nullptr;
        if (inside) return inside;
    }
    return nullptr;
}

}  // namespace

const style::Master* first_master(const style::Layout& layout) {
    const auto* first = layout.master("first");
    return first && !first->frames.empty() ? first : layout.master("page");
}

void add_end_mark(const Setting& s, Pieces& flow) {
    for (auto piece = flow.rbegin(); piece != flow.rend(); ++piece) {
        if (piece->floats || piece->spans || piece->items.empty()) continue;
        const auto* last = last_run(piece->items);
        if (!last) return;
        piece->items.push_back(
            filled({last->origin.x + last->width + kBeforeEndMark, last->origin.y - kEndMark, kEndMark, kEndMark},
                   s.layout.color("accent")));
        return;
    }
}

bool side_beside(const Setting& s, const Strip& strip) {
    const auto* master = first_master(s.layout);
    return master && master->frame("side") && strip_of(s.layout, master, "side").right_x() <= strip.x;
}

std::string label_of(const Setting& s, const style::PartRule& part, const std::string& word_key) {
    return part.label.empty() ? s.locale.word(word_key) : filled_in(s.document, {}, part.label);
}

void add_asked_label(Setting& s, const style::PartRule& part, const std::string& word_key, Pieces& rows) {
    if (part.label.empty() && part.heading.empty()) return;
    auto over = part;
    if (over.heading.empty()) over.heading = "side-label";
    rows.push_back(label_piece(s, over, word_key, false));
}

Piece label_piece(Setting& s, const style::PartRule& part, const std::string& word_key, bool with_rule) {
    const auto* master = first_master(s.layout);
    const auto full = strip_of(s.layout, master, "full");
    const auto frame = strip_of(s.layout, master, part.frame);
    const bool has_side = master && master->frame("side");
    // A label goes over its band if it has a heading's style, or if the band takes the room at the side.
    const bool aside = part.heading.empty() && has_side && side_beside(s, frame);
    const auto own = has_side ? full : frame;  // the strip of the rule
    const auto at = aside ? strip_of(s.layout, master, "side") : own;
    Piece piece;
    piece.keep_next = true;
    const auto words = label_of(s, part, word_key);
    if (words.empty()) {  // the layout leaves it out
        piece.path = {mark(s, scene::Role::section)};
        if (with_rule) piece.items = {rule(own.x, 0, own.width, kRule, s.layout.color("foreground"))};
        piece.height = with_rule && !aside ? kBelowRule : 0;
        return piece;
    }
    const auto& style = part.heading.empty() ? part_style(s, part, "label", "side-label") : s.style(part.heading);
    auto set = set_text(s, words, style, at.width);
    shift(set.items, at.x, with_rule ? kBelowRule : 0);
    const double above = with_rule ? kBelowRule : part.heading.empty() ? kBelowLabel : 0;
    if (!aside) piece.height = set.height + above + (part.heading.empty() ? kBelowLabel : style.after);
    piece.path = {mark(s, scene::Role::section), mark(s, scene::Role::heading, 2)};
    piece.items = std::move(set.items);
    if (with_rule)
        piece.items.insert(piece.items.begin(), rule(own.x, 0, own.width, kRule, s.layout.color("foreground")));
    piece.running = words;
    return piece;
}

namespace {

// A quiet line or two below a label at the side. The piece has no height; `bottom` is that of its last line.
Piece below_label(Setting& s, const Strip& side, const scene::Mark& section, const std::string& words,
                  const Piece& label, double label_y, double& bottom) {
    Piece piece;
    auto set = set_text(s, words, s.style("side-note"), side.width);
    const double leading = s.style("side-label").leading;
    double lowest = 0;  // a narrow frame divides the label
    for (const auto& item : label.items) lowest = std::max(lowest, scene::bounds(item).bottom());
    const double lines = std::max(1.0, std::ceil((lowest - label_y) / leading - 0.25));
    const double y = label_y + lines * leading + kBelowLabel;
    bottom = y + set.height;
    shift(set.items, side.x, y);
    piece.path = {section, mark(s, scene::Role::paragraph)};
    piece.items = std::move(set.items);
    piece.keep_next = true;
    return piece;
}

// The line that says how to cite the document.
std::string citation_of(const Setting& s) {
    const auto& d = s.document;
    std::string words;
    for (const auto& part : {d.publisher, d.short_title.empty() ? doc::plain_text(d.title) : d.short_title, d.date})
        if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
    return fmt::format("{}: {}.", s.locale.word("to-cite"), words);
}

// A source in the list: its number, if it has one, and its text, caveat and the facts that rest on it.
class SourceRow {
  public:
    SourceRow(Setting& s, const style::PartRule& part, const Strip& strip, bool numbered)
        : s_(s), part_(part), strip_(strip), numbered_(numbered), hang_(numbered ? kSourceHang : 0) {}

    /// `top`: from the row's top to its first line.
    Piece run(const doc::SourceEntry& source, double top) {
        Piece row;
        row.before = kBetweenSources;
        row.anchors.push_back({fmt::format("source-{}", source.number), {strip_.x, top}});
        y_ = top;
        auto number = mark(s_, scene::Role::label);
        if (numbered_) {
            number.items = set_text(s_, fmt::format("{}", source.number), s_.style("source-number"), hang_).items;
            shift(number.items, strip_.x, y_);
        }
        body_ = mark(s_, scene::Role::list_body);
        const auto& style = part_style(s_, part_, "", "source");
        add(source.text, style);
        auto quiet = style;
        quiet.color = s_.layout.color("quiet");
        if (!source.caveat.empty()) add(plain_words(source.caveat), quiet);
        if (!source.facts.empty()) add(plain_words(facts_of(source)), s_.style("fact-name"));
        auto item = mark(s_, scene::Role::list_item);
        if (numbered_) item.items.emplace_back(std::move(number));
        item.items.emplace_back(std::move(body_));
        row.items.emplace_back(std::move(item));
        row.height = y_;
        return row;
    }

  private:
    static std::string facts_of(const doc::SourceEntry& source) {
        std::string facts;
        for (std::size_t f = 0; f < source.facts.size() && f < kShownFacts; ++f)
            facts += (f ? " · " : "") + source.facts[f];
        if (source.facts.size() > kShownFacts) facts += fmt::format(" · +{}", source.facts.size() - kShownFacts);
        return facts;
    }

    void add(const doc::Inlines& words, const style::TextStyle& style) {
        auto set = set_text(s_, words, style, strip_.width - hang_);
        shift(set.items, strip_.x + hang_, y_);
        auto paragraph = mark(s_, scene::Role::paragraph);
        paragraph.items = std::move(set.items);
        body_.items.emplace_back(std::move(paragraph));
        y_ += set.height;
    }

    Setting& s_;
    const style::PartRule& part_;
    const Strip& strip_;
    bool numbered_;
    double hang_;
    double y_ = 0;
    scene::Mark body_;
};

// Puts the label at the side of the band's flow; returns the mark of both.
scene::Mark side_label(Setting& s, const style::PartRule& part, const std::string& word_key, Band& band) {
    auto label = label_piece(s, part, word_key, false);
    auto root = label.path.front();
    scene::Mark heading = label.path.back();
    shift(label.items, -band.side->x, 0);
    heading.items = std::move(label.items);
    scene::Mark whole = root;
    whole.items = {std::move(heading)};
    band.label.items = {std::move(whole)};
    band.label.height = s.style("side-label").leading;
    return root;
}

}  // namespace

namespace {

double tallest(const std::vector<Column>& columns) {
    double h = 0;
    for (const auto& column : columns) h = std::max(h, column.height);
    return h;
}

// Columns side by side as one row, `top` below its edge.
Piece columns_row(Pieces& pieces, const std::vector<Column>& columns, const Strip& strip, double top) {
    Piece row;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (const auto& placed : columns[c].placed) {
            auto& piece = pieces[placed.piece];
            shift(piece.items, strip.column_x[c], top + placed.y);
            for (const auto& anchor : piece.anchors)
                row.anchors.push_back({anchor.name, {strip.column_x[c] + anchor.at.x, top + placed.y + anchor.at.y}});
            auto m = piece.path.size() > 1 ? piece.path[1] : scene::Mark{};
            auto* last = row.items.empty() ? nullptr : std::get_if<scene::Mark>(&row.items.back());
            if (!last || last->element != m.element) {
                row.items.emplace_back(std::move(m));
                last = std::get_if<scene::Mark>(&row.items.back());
            }
            std::move(piece.items.begin(), piece.items.end(), std::back_inserter(last->items));
        }
        row.height = std::max(row.height, top + columns[c].height);
    }
    return row;
}

// Rows of labels become the head of the band's flow.
void rows_to_flow(Pieces pieces, bool one_column, Band& band) {
    if (one_column) {
        band.strip.column_x = {band.strip.x};
        band.strip.column_width = band.strip.width;
    }
    for (auto& row : band.rows) {
        shift(row.items, -band.strip.x, 0);
        row.spans = true;
        row.height = std::max(row.height, kBelowRule);  // a label at the side has none
        band.flow.push_back(std::move(row));
        if (&row != &band.rows.front()) band.flow.back().height = 0;
    }
    band.rows.clear();
    std::move(pieces.begin(), pieces.end(), std::back_inserter(band.flow));
}

}  // namespace

void prose_band(Setting& s, const style::PartRule& part, const std::vector<doc::Block>& blocks, Band& band) {
    if (blocks.empty()) return;
    auto label = label_piece(s, part, word_key(part.part), !band.ground);
    const auto style = part.style.empty() ? std::string("list") : part.style;
    Pieces pieces;
    const bool whole = part.arrange == style::Arrange::stack;
    add_blocks(s, blocks, nullptr, {label.path.front()},
               {whole ? band.strip.width : band.strip.column_width, band.strip.width, 0, style, style}, pieces);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool begins = pieces[i].path.size() < 2 || pieces[i - 1].path.size() < 2 ||
                            pieces[i].path[1].element != pieces[i - 1].path[1].element;
        if (begins) pieces[i].before = std::max(pieces[i].before, kBetweenParagraphs);
    }
    const auto section = label.path.front();
    const double label_height = label.height;
    band.rows.push_back(std::move(label));
    double beside = 0;  // bottom of what stands at the side
    if (part.part == Part::disclosure && band.side && part.heading.empty()) {
        band.rows.push_back(below_label(s, *band.side, section, citation_of(s), band.rows.back(),
                                        band.ground ? 0 : kBelowRule, beside));
    }
    const auto columns = pieces.size() <= kFewLines || whole ? 1 : static_cast<int>(band.strip.column_x.size());
    const double step = s.style(style).leading / 4, top = band.ground ? 0 : kBelowRule;
    const double page = text_bottom(s.layout) - text_top(s.layout);
    Progress all;
    auto filled = fill_columns(pieces, all, columns, {kEndless, true}, step);
    const bool tall = tallest(filled) > kTallProse * page;
    if (tall && !band.ground) return rows_to_flow(std::move(pieces), columns == 1, band);
    // On a ground a page's columns are a row each.
    Progress progress;
    double room = tall ? page - label_height - 2 * kBandPadding : kEndless;
    while (!progress.done(pieces)) {
        filled = fill_columns(pieces, progress, columns, {room, true}, step);
        auto row = columns_row(pieces, filled, band.strip, top);
        row.path = {section};
        row.height = std::max(row.height, std::exchange(beside, 0));
        band.rows.push_back(std::move(row));
        room = page - 2 * kBandPadding;
    }
}

void sources_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& sources = s.document.sources;
    if (sources.empty()) return;
    if (part.arrange == style::Arrange::run) return running_sources_band(s, part, band);
    auto label = label_piece(s, part, "sources", true);
    const auto section = label.path.front();
    const auto list = mark(s, scene::Role::list);
    double beside = 0;  // bottom of what stands at the side
    band.rows.push_back(std::move(label));
    if (band.side && part.heading.empty()) {
        const bool by_author = s.layout.citation_style && s.layout.citation_style->order == style::SourceOrder::author;
        const char* lead = by_author ? "sources-lead-by-author" : "sources-lead";
        band.rows.push_back(
            below_label(s, *band.side, section, s.locale.word(lead), band.rows.back(), kBelowRule, beside));
    }
    // If citations are footnotes, numbers mean footnotes, and the list of sources has none.
    const bool numbered = s.layout.citations != style::Citations::footnotes && !s.layout.cites_by_author();
    const auto first = band.rows.size();
    for (const auto& source : sources) {
        auto row = SourceRow(s, part, band.strip, numbered).run(source, band.rows.size() == first ? kBelowRule : 0);
        row.path = {section, list};
        band.rows.push_back(std::move(row));
    }
    if (sources.size() > 1)
        band.rows[first].keep_next = true;
    else
        band.rows[first].height = std::max(band.rows[first].height, beside);
}

scene::Mark open_flow(Setting& s, const style::PartRule& part, const std::string& word_key, Band& band) {
    if (band.side && part.heading.empty()) return side_label(s, part, word_key, band);
    auto label = label_piece(s, part, word_key, false);
    auto root = label.path.front();
    if (!part.heading.empty()) label.height = on_grid(s, label.height);
    shift(label.items, -band.strip.x, 0);
    label.spans = true;
    band.flow.push_back(std::move(label));
    return root;
}

void sections_band(Setting& s, const style::PartRule& part, const std::vector<doc::Section>& sections, Band& band) {
    if (sections.empty()) return;
    const char* word = part.part == Part::appendix ? "appendix" : part.part == Part::changes ? "changes" : "analysis";
    auto root = mark(s, scene::Role::section);
    if (band.side) {
        auto label = label_piece(s, part, word, false);
        root = label.path.front();
        scene::Mark heading = label.path.back();
        shift(label.items, -band.side->x, 0);
        heading.items = std::move(label.items);
        scene::Mark whole = root;
        whole.items = {std::move(heading)};
        band.label.items = {std::move(whole)};
        band.label.height = s.style("side-label").leading;
    }
    if (!band.side) {
        Pieces label;
        add_asked_label(s, part, word, label);
        for (auto& piece : label) {
            shift(piece.items, -band.strip.x, 0);
            piece.spans = true;
            band.flow.push_back(std::move(piece));
        }
    }
    add_sections(s, part, sections, {root}, true, band);
    if (part.part == Part::sections) add_end_mark(s, band.flow);
}

}  // namespace precis::layout
