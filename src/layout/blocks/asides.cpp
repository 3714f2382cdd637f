// Notes in the side frame, panels in the column, and asides too long for either.
#include "layout/blocks/asides.h"

#include <algorithm>
#include <iterator>

#include "layout/blocks/runs.h"
#include "layout/ground/grid.h"

namespace precis::layout {
namespace {

constexpr double kAbovePull = 7;      // from a pull statement's rule to its words
constexpr double kMostOfPage = 0.85;  // of the text area: a taller aside is divided

double most_height(const Setting& s) {
    return (text_bottom(s.layout) - text_top(s.layout)) * kMostOfPage;
}

SideNote side_note(Setting& s, const doc::Aside& aside, double width, const Path& path) {
    SideNote note;
    auto m = mark(s, scene::Role::note);
    auto head = set_text(s, aside.title, s.style("side-heading"), width);
    note.height = head.height;
    scene::Mark title = mark(s, scene::Role::paragraph);
    title.items = std::move(head.items);
    m.items.emplace_back(std::move(title));
    Pieces body;
    Measure inner{width, width, 0, "side-note", "side-note"};
    add_blocks(s, aside.body, nullptr, {}, inner, body);
    for (auto& piece : body) {
        shift(piece.items, 0, note.height);
        put_inside(m.items, piece.path, std::move(piece.items));
        note.height += piece.height;
    }
    scene::Item whole = std::move(m);
    for (auto outer = path.size(); outer-- > 0;) {
        scene::Mark wrap = path[outer];
        wrap.items = {std::move(whole)};
        whole = std::move(wrap);
    }
    note.items.push_back(std::move(whole));
    return note;
}

SideNote pull_statement(Setting& s, const doc::Inlines& words, double width, const Path& path) {
    SideNote note;
    auto set = set_text(s, words, s.style("pull"), width);
    shift(set.items, 0, kAbovePull);
    note.items.push_back(rule(0, 0, width, 1.25, s.layout.color("accent")));
    scene::Mark m = mark(s, scene::Role::paragraph);
    m.items = std::move(set.items);
    scene::Mark wrap = path.empty() ? mark(s, scene::Role::section) : path.back();
    wrap.items = {std::move(m)};
    note.items.emplace_back(std::move(wrap));
    note.height = set.height + kAbovePull;
    return note;
}

// A takeaway in the column, below the text that it closes; in one column before the exhibits that wait behind it, which
// may stand on the next page.
void add_pull(Setting& s, const doc::Inlines& words, const Path& path, const Measure& measure, std::size_t body,
              Pieces& out) {
    auto set = set_text(s, words, s.style("pull"), measure.column);
    shift(set.items, 0, kAbovePull);
    Piece piece;
    piece.height = on_grid(s, set.height + kAbovePull);
    piece.before = piece.after = s.layout.grid.baseline;
    piece.path = path;
    piece.items.push_back(rule(0, 0, measure.column, 1.25, s.layout.color("accent")));
    auto m = mark(s, scene::Role::paragraph);
    m.items = std::move(set.items);
    piece.items.emplace_back(std::move(m));
    auto at = out.end();
    if (measure.column >= measure.full && measure.exhibit == 0) {
        const auto begin = out.begin() + static_cast<std::ptrdiff_t>(std::min(body, out.size()));
        while (at != begin && std::prev(at)->floats) --at;  // not into the section before
        if (at != out.begin() && !std::prev(at)->floats) std::prev(at)->keep_next = true;
    }
    out.insert(at, std::move(piece));
}

// An aside that runs in the column, over pages if need be.
void add_running(Setting& s, const doc::Aside& aside, const Path& path, const Measure& measure, Pieces& out) {
    const double step = s.layout.grid.baseline;
    const auto here = path.with(mark(s, scene::Role::note));
    auto title = set_text(s, aside.title, s.style("side-heading"), measure.column);
    shift(title.items, 0, step / 2);
    Piece head;
    head.height = on_grid(s, title.height + step / 2);
    head.before = step;
    head.keep_next = true;
    head.path = here;
    head.items.push_back(rule(0, 0, measure.column, 0.5, s.layout.color("rule")));
    auto m = mark(s, scene::Role::paragraph);
    m.items = std::move(title.items);
    head.items.emplace_back(std::move(m));
    out.push_back(std::move(head));
    Measure inner{measure.column, measure.column, 0, "side-note", "side-note"};
    const auto begin = out.size();
    add_blocks(s, aside.body, nullptr, here, inner, out);
    if (out.size() > begin) out.back().keep_next = true;
    Piece foot;
    foot.height = step / 2;
    foot.after = step / 2;
    foot.path = path;
    foot.items.push_back(rule(0, step / 2, measure.column, 0.5, s.layout.color("rule")));
    out.push_back(std::move(foot));
}

double height_of(Setting& s, const doc::Aside& aside, double width) {
    Trial trial(s);
    return side_note(trial.setting(), aside, width, {}).height;
}

// An aside in a layout without a side frame: a panel in the column, which floats.
void add_panel(Setting& s, const doc::Aside& aside, const Path& path, const Measure& measure, Pieces& out) {
    const double pad = s.layout.grid.baseline / 2;
    if (height_of(s, aside, measure.column - 2 * pad) > most_height(s))
        return add_running(s, aside, path, measure, out);
    auto note = side_note(s, aside, measure.column - 2 * pad, {});
    Piece piece;
    piece.height = on_grid(s, note.height + 2 * pad);
    piece.before = piece.after = s.layout.grid.baseline;
    piece.floats = true;
    piece.path = path;
    shift(note.items, pad, pad);
    piece.items.push_back(filled({0, 0, measure.column, piece.height}, s.layout.color("light")));
    std::move(note.items.begin(), note.items.end(), std::back_inserter(piece.items));
    out.push_back(std::move(piece));
}

}  // namespace

void add_beside(Setting& s, const doc::Section& section, const Path& here, const Measure& measure, std::size_t body,
                Pieces& out) {
    const bool beside = measure.side > 0 && !out.empty();
    const auto host = std::min(body, out.empty() ? 0 : out.size() - 1);
    if (measure.takeaway && shows(s, style::SectionPiece::takeaway) && !section.takeaway.empty()) {
        if (beside)
            out[host].sides.push_back(pull_statement(s, section.takeaway, measure.side, here));
        else
            add_pull(s, section.takeaway, here, measure, body, out);
    }
    if (!shows(s, style::SectionPiece::asides)) return;
    for (const auto& aside : section.asides) {
        if (!beside)
            add_panel(s, aside, here, measure, out);
        else if (height_of(s, aside, measure.side) > most_height(s))
            add_running(s, aside, here, measure, out);
        else
            out[host].sides.push_back(side_note(s, aside, measure.side, here));
    }
}

}  // namespace precis::layout
