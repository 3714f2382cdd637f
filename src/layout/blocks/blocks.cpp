// Running text becomes pieces, one for each line.
#include "layout/blocks/blocks.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <variant>

#include "layout/blocks/asides.h"
#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/sticker.h"

namespace precis::layout {
namespace {

// Points: the grid's steps of 3.5, 7 and 14 (docs/design/looks.md#pages), but for a list's indent.
constexpr double kListIndent = 12;  // room for "10." in the style of lists
constexpr double kQuoteIndent = 14;
constexpr double kQuoteRule = 2;  // width
constexpr double kCodePadding = 7;

/// Replaces a line's leading spaces, which the setter drops, by no-break spaces.
std::string with_indents(const std::string& code) {
    std::string out;
    bool at_start = true;
    for (const char c : code) {
        at_start = c == '\n' || (at_start && c == ' ');
        if (at_start && c == ' ')
            out += "\u00A0";
        else
            out += c;
    }
    return out;
}

/// Puts the items inside the marks of `path`, from its `depth` on; marks that are open at the end of `into` stay open.
void put_in(std::vector<scene::Item>& into, const Path& path, std::size_t depth, std::vector<scene::Item> items) {
    if (depth == path.size()) {
        std::move(items.begin(), items.end(), std::back_inserter(into));
        return;
    }
    auto* open = into.empty() ? nullptr : std::get_if<scene::Mark>(&into.back());
    if (open == nullptr || open->element == 0 || open->element != path[depth].element) {
        into.emplace_back(path[depth]);
        open = std::get_if<scene::Mark>(&into.back());
    }
    put_in(open->items, path, depth + 1, std::move(items));
}

struct ToPieces {
    Setting& s;
    const doc::Section* section;
    const Path& path;
    const Measure& measure;
    Pieces& out;
    double x;  // indent of the blocks

    // True if the last piece of running text is a paragraph's. Exhibits move, so they do not count.
    bool follows_paragraph() const {
        for (auto piece = out.rbegin(); piece != out.rend(); ++piece) {
            if (piece->floats || piece->spans) continue;
            return piece->path.size() > path.size() && piece->path[path.size()].role == scene::Role::paragraph;
        }
        return false;
    }

    void operator()(const doc::Paragraph& p) const {
        const auto& style = s.style(follows_paragraph() ? measure.next : measure.first);
        auto runs = runs_of(s, p.inlines, style);
        auto lines = set_lines(s, paragraph_of(s, std::move(runs), style), measure.column - x);
        auto m = mark(s, scene::Role::paragraph);
        m.span = p.span;
        const auto begin = out.size();
        add_lines(s, std::move(lines), style, x, path.with(std::move(m)), out);
        if (begin < out.size()) {
            out[begin].before = std::max(out[begin].before, style.before);
            out.back().after = style.after;
        }
    }

    void operator()(const doc::Heading& h) const {
        const auto& style = s.style(h.level <= 1 ? "heading-2" : "heading-3");
        const int level = (section ? section->level : 1) + 1 + h.level;
        auto set = set_text(s, h.inlines, style, measure.column - x);
        shift(set.items, x, 0);
        Piece piece;
        piece.height = on_grid(s, set.height);
        piece.before = style.before;
        piece.keep_next = true;
        piece.path = path.with(mark(s, scene::Role::heading, std::min(level, 6)));
        piece.items = std::move(set.items);
        if (!h.anchor.empty()) piece.anchors.push_back({h.anchor, {x, 0}});
        out.push_back(std::move(piece));
    }

    // A definition list: terms in bold, their meanings indented below.
    void definitions(const doc::List& list) const {
        const auto list_path = path.with(mark(s, scene::Role::list));
        Measure inner = measure;
        if (measure.first == "body-first") inner.first = inner.next = measure.list;
        auto bold = s.style(inner.first);
        bold.weight = 700;
        const auto first = out.size();
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const auto item_path = list_path.with(mark(s, scene::Role::list_item));
            const auto begin = out.size();
            auto lines = set_lines(s, paragraph_of(s, runs_of(s, list.terms[i], bold), bold), measure.column - x);
            add_lines(s, std::move(lines), bold, x, item_path.with(mark(s, scene::Role::label)), out);
            for (auto k = begin; k < out.size(); ++k) out[k].keep_next = true;
            ToPieces inside{s, section, item_path.with(mark(s, scene::Role::list_body)), inner, out, x + kListIndent};
            for (const auto& block : list.items[i]) std::visit(inside, block.content);
        }
        if (first < out.size()) {
            out[first].before = std::max(out[first].before, s.layout.grid.baseline / 2);
            out.back().after = std::max(out.back().after, s.layout.grid.baseline / 2);
        }
    }

    void operator()(const doc::List& list) const {
        if (!list.terms.empty()) return definitions(list);
        const auto list_path = path.with(mark(s, scene::Role::list));
        int number = list.start;
        const auto first = out.size();
        Measure inner = measure;
        inner.first = inner.next = measure.list;
        for (const auto& item : list.items) {
            const auto item_path = list_path.with(mark(s, scene::Role::list_item));
            const auto& style = s.style(measure.list);
            const auto label = list.ordered ? fmt::format("{}.", number++) : std::string("•");
            Piece bullet;
            bullet.keep_next = true;
            bullet.path = item_path.with(mark(s, scene::Role::label));
            bullet.items = set_text(s, label, style, kListIndent * 2).items;
            shift(bullet.items, x, 0);
            bullet.before = style.before;
            out.push_back(std::move(bullet));
            const auto body_path = item_path.with(mark(s, scene::Role::list_body));
            ToPieces inside{s, section, body_path, inner, out, x + kListIndent};
            const auto begin = out.size();
            for (const auto& block : item) std::visit(inside, block.content);
            if (begin < out.size()) out[begin].before = 0;  // the first line is level with the bullet
        }
        if (first < out.size()) {
            out[first].before = std::max(out[first].before, s.layout.grid.baseline / 2);
            out.back().after = std::max(out.back().after, s.layout.grid.baseline / 2);
        }
    }

    void operator()(const doc::Quote& quote) const {
        const auto quote_path = path.with(mark(s, scene::Role::quote));
        Measure inner = measure;
        inner.first = inner.next = measure.list == "list" ? "quote" : measure.list;
        const auto begin = out.size();
        ToPieces inside{s, section, quote_path, inner, out, x + kQuoteIndent};
        for (const auto& block : quote.blocks) std::visit(inside, block.content);
        for (auto i = begin; i < out.size(); ++i) {
            const double gap = i > begin ? std::max(out[i].before, out[i - 1].after) : 0;
            out[i].items.push_back(filled({x, -gap, kQuoteRule, out[i].height + gap}, s.layout.color("accent")));
        }
        if (begin < out.size()) {
            out[begin].before = std::max(out[begin].before, s.layout.grid.baseline / 2);
            out.back().after = std::max(out.back().after, s.layout.grid.baseline / 2);
        }
    }

    void operator()(const doc::Code& code) const {
        const auto& style = s.style("code");
        const auto code_path = path.with(mark(s, scene::Role::code));
        auto text = with_indents(code.text);
        while (!text.empty() && text.back() == '\n') text.pop_back();
        text::Paragraph p = paragraph_of(s, {run_of(text, style)}, style);
        auto lines = set_lines(s, p, measure.column - x - 2 * kCodePadding);
        const auto begin = out.size();
        add_lines(s, std::move(lines), style, x + kCodePadding, code_path, out);
        for (auto i = begin; i < out.size(); ++i) {
            const double above = i == begin ? kCodePadding / 2 : 0, below = i + 1 == out.size() ? kCodePadding / 2 : 0;
            out[i].items.insert(out[i].items.begin(),
                                filled({x, -above, measure.column - x, out[i].height + above + below},
                                       style.ground.value_or(s.layout.color("track"))));
        }
        if (begin < out.size()) out[begin].before = out.back().after = s.layout.grid.baseline / 2;
    }

    void operator()(const doc::Rule&) const {
        Piece piece;
        piece.height = s.layout.grid.baseline;
        piece.path = path;
        piece.items.push_back(rule(x, piece.height / 2, measure.column - x, 0.5, s.layout.color("rule")));
        out.push_back(std::move(piece));
    }

    void operator()(const doc::ExhibitPlace& place) const {
        if (section && place.index < section->exhibits.size() && shows(s, style::SectionPiece::exhibits)) {
            add_exhibit(s, section->exhibits[place.index], path, measure, out);
        }
    }
};

// A section's tag at the right end of its heading's first line, which is `line` wide and tall. The piece has no height.
Piece tag_piece(Setting& s, const doc::Section& section, base::Size line, double before, const Path& here) {
    Piece piece;
    piece.before = before;
    piece.keep_next = true;
    piece.path = here;
    const auto& style = s.style("sticker");
    add_sticker(s, section.sticker, style, {line.width, (line.height - sticker_height(style)) / 2}, piece.items);
    return piece;
}

}  // namespace

bool shows(const Setting& s, style::SectionPiece piece) {
    const auto& pieces = s.layout.section;
    return pieces.empty() || std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
}

void put_inside(std::vector<scene::Item>& into, const Path& path, std::vector<scene::Item> items) {
    put_in(into, path, 0, std::move(items));
}

double on_grid(const Setting& s, double value) {
    const double step = s.layout.grid.baseline;
    return step > 0 ? std::ceil(value / step - 1e-6) * step : value;
}

void add_lines(Setting& s, text::Lines lines, const style::TextStyle& style, double x, const Path& path, Pieces& out) {
    const double first = baseline(s, style);
    const auto count = lines.lines.size();
    LinePlacer placer(s);
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.height = style.leading;
        piece.path = path;
        piece.keep_next = i + 1 < count && (i == 0 || i + 2 == count);
        placer.place(std::move(lines.lines[i]), x, first, piece.items);
        out.push_back(std::move(piece));
    }
}

void add_blocks(Setting& s, const std::vector<doc::Block>& blocks, const doc::Section* section, const Path& path,
                const Measure& measure, Pieces& out) {
    const ToPieces to_pieces{s, section, path, measure, out, 0};
    for (const auto& block : blocks) std::visit(to_pieces, block.content);
}

Path section_path(Setting& s, const doc::Section& section, const Path& path) {
    auto section_mark = mark(s, scene::Role::section);
    section_mark.span = section.span;
    return path.with(std::move(section_mark));
}

void add_section_heading(Setting& s, const doc::Section& section, const Path& here, const Measure& measure,
                         Pieces& out) {
    if (!shows(s, style::SectionPiece::title)) return;
    const auto begin = out.size();
    const auto& style = s.style(section.level <= 1 ? "heading-1" : "heading-2");
    const bool tagged = shows(s, style::SectionPiece::sticker) && !section.sticker.empty();
    const auto& tag = s.style("sticker");
    const double beside = tagged ? sticker_width(s, section.sticker, tag) + kBesideSticker : 0;
    auto set = set_text(s, section.title, style, measure.column - beside);
    if (tagged) out.push_back(tag_piece(s, section, {measure.column, style.leading}, style.before, here));
    Piece piece;
    piece.height = on_grid(s, set.height + style.after);
    piece.before = tagged ? 0 : style.before;
    piece.keep_next = true;
    piece.path = here.with(mark(s, scene::Role::heading, std::min(section.level + 1, 6)));
    piece.items = std::move(set.items);
    piece.anchors.push_back({section.id, {0, 0}});
    piece.running = section.short_title.empty() ? doc::plain_text(section.title) : section.short_title;
    out.push_back(std::move(piece));
    out[begin].opens = true;
}

void add_section(Setting& s, const doc::Section& section, const Path& path, const Measure& measure, Pieces& out) {
    const auto here = section_path(s, section, path);
    const auto begin = out.size();
    add_section_heading(s, section, here, measure, out);
    add_section_text(s, section, here, measure, out);
    if (begin < out.size()) out[begin].opens = true;
}

void add_section_text(Setting& s, const doc::Section& section, const Path& here, const Measure& measure, Pieces& out) {
    const auto body = out.size();
    if (shows(s, style::SectionPiece::body)) add_blocks(s, section.body, &section, here, measure, out);
    add_beside(s, section, here, measure, body, out);
    if (!shows(s, style::SectionPiece::sections)) return;
    auto within = measure;
    within.takeaway = true;
    for (const auto& inner : section.sections) add_section(s, inner, here, within, out);
}

}  // namespace precis::layout
