// Exhibits on slides: charts and pictures that fill their slot, tables that continue from slide to slide.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/stamp.h"
#include "layout/blocks/sticker.h"
#include "layout/blocks/table_cells.h"
#include "layout/blocks/table_grid.h"
#include "layout/blocks/tables.h"
#include "layout/codes.h"
#include "layout/ground/pictures.h"
#include "layout/pages/pages.h"
#include "layout/slides/slide_ground.h"
#include "layout/slides/slide_slots.h"

namespace precis::layout {
using Shown = style::ExhibitPiece;
namespace {

// Points, chosen by eye on the gallery's deck.
constexpr double kBelowHead = 8;        // from a chart's subtitle to its plot
constexpr double kBelowSubtitle = 6;    // from a table's subtitle to its header row
constexpr double kCellRounding = 0.5;   // as cells are set
constexpr double kAboveTableNotes = 5;  // from a table's last row to its notes
constexpr double kBarStep = 104;        // height of a category's row at most
constexpr double kAxis = 24;            // room for the axis below those rows

void report_too_tall(SlideDraft& draft, const doc::Exhibit& e, double needed, double available) {
    draft.setting().out.push_back(
        diag::error(code::exhibit_too_tall, e.span,
                    fmt::format("“{}” needs {:.0f} pt on a slide “{}”, which has {:.0f} pt for it", e.id, needed,
                                draft.kind().name, available),
                    "show fewer rows, or give it a slide of its own"));
}

void put_picture(SlideDraft& draft, const doc::Exhibit& e, const doc::Picture& picture, const base::Rect& room) {
    auto& s = draft.setting();
    auto info = picture_info(s, picture.path, e.span, s.out);
    if (!info) return;
    const auto size = picture_size(picture, {static_cast<double>(info->width), static_cast<double>(info->height)},
                                   {room.width, room.height});
    const base::Rect at{room.x, room.y, size.width, size.height};
    if (auto figure = picture_figure(s, e, picture, at)) draft.add(std::move(*figure));
}

// The height of a chart: that of the room, or less if it has a row for each category.
double height_for(const doc::Chart& chart, double room) {
    if (!row_of(chart.form).height_by_rows || chart.facets) return room;
    // Two rows fill the slide as three do.
    return std::min(room, kBarStep * static_cast<double>(std::max<std::size_t>(chart.categories.size(), 3)) + kAxis);
}

// A cell's words in their native form, with the letter of its note.
scene::TextParagraph cell_words(const Setting& s, const std::string& text, const style::TextStyle& look,
                                scene::TextParagraph::Align align, std::size_t note = 0) {
    scene::TextParagraph words;
    words.leading = look.leading;
    words.align = align;
    const scene::Face face{look.family, look.weight, look.italic};
    if (!text.empty()) words.runs.push_back({text, face, look.size, look.color, false, {}});
    if (note > 0) {
        const auto letter = note_run(s, note, look);
        words.runs.push_back({letter.text, face, letter.size, letter.color, true, {}});
    }
    return words;
}

// The native form of a table: words in rows, without drawings.
struct NativeTable {
    Setting& s;
    const doc::Table& table;
    TableGrid grid;
    double width;

    using Align = scene::TextParagraph::Align;

    // On mirrored slides numbers stay flush right, which is where the other cells begin.
    bool right(std::size_t c) const {
        return !s.locale.right_to_left() && table.columns[c].numeric &&
               table.columns[c].show != doc::TableColumn::Show::sparkline;
    }
    Align align(std::size_t c) const {
        const auto& column = table.columns[c];
        if (column.centered && column.show == doc::TableColumn::Show::text) return Align::center;
        return right(c) ? Align::right : Align::left;
    }

    // A row of headings over columns: each in the first of its columns, which covers the others.
    void add_over_row(std::size_t row, scene::TableData& data) const {
        auto look = s.style("table-head");
        look.weight = kOverWeight;
        auto& cells = data.rows.emplace_back(table.columns.size(), cell_words(s, {}, look, Align::center));
        auto& spans = data.head_spans.emplace_back(table.columns.size());
        for (const auto& over : over_cells(table, row)) {
            cells[over.first] = cell_words(s, over.words, look, Align::center);
            spans[over.first] = static_cast<int>(over.end - over.first);
        }
    }

    scene::TableData frame() const {
        scene::TableData data;
        const auto n = table.columns.size();
        double left = 0;
        for (std::size_t c = 0; c < n; ++c) {
            const double end = c + 1 < n ? (grid.right_x(c) + grid.x[c + 1]) / 2 : width;
            data.column_widths.push_back(end - left);
            // Numbers are set flush right, so they may use the space at their left.
            data.left_insets.push_back(right(c) ? 0 : std::max(0.0, grid.x[c] - left));
            const bool bar = table.columns[c].show == doc::TableColumn::Show::bar;
            const double words_end = bar ? grid.x[c] + grid.number[c] : grid.right_x(c);
            const bool turned = table.columns[c].numeric && s.locale.right_to_left();
            data.right_insets.push_back(turned ? 0 : std::max(0.0, end - words_end));
            left = end;
        }
        data.head_ground = s.layout.table.head_ground;
        const auto overs = over_rows(table);
        for (std::size_t row = 0; row < overs; ++row) add_over_row(row, data);
        std::vector<scene::TextParagraph> head;
        for (std::size_t c = 0; c < n; ++c)
            head.push_back(
                cell_words(s, table.columns[c].label, s.style("table-head"), align(c), table.columns[c].note));
        data.rows.push_back(std::move(head));
        data.head_rows = data.rows.size();
        return data;
    }

    // A stamp is the first line of its cell; its frame is drawn over the table.
    void put_stamp(const doc::Stamp& stamp, scene::TextParagraph& cell) const {
        const auto look = stamp_style(s, stamp);
        const scene::Face face{look.family, look.weight, look.italic};
        const auto* end = cell.runs.empty() ? "" : "\n";
        cell.runs.insert(cell.runs.begin(), {"\u00a0" + stamp.words + end, face, look.size, look.color, false, {}});
    }

    // `more`: behind the words of the first cell.
    std::vector<scene::TextParagraph> row(const doc::Table::Row& from, const std::string& more = {}) const {
        const bool body = from.kind == doc::Table::Row::Kind::body;
        std::vector<scene::TextParagraph> cells;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const bool drawn = table.columns[c].show == doc::TableColumn::Show::sparkline;
            auto text = c < from.cells.size() && !drawn ? table_words(from.cells[c]) : std::string();
            if (c == 0) text += more;
            const int inside = body && grid.indent > 0 ? grid.levels - 1 : from.level - 1;
            for (int i = 0; c == 0 && i < inside && !text.empty(); ++i) text.insert(0, "\u2003");
            const auto note = c < from.cells.size() ? from.cells[c].note : std::uint16_t{0};
            cells.push_back(cell_words(s, text, s.style(body ? "table-cell" : "table-group"), align(c), note));
            // From the row's top to its first line; rows of several lines do not stand in the middle.
            if (c < from.stamps.size() && !from.stamps[c].words.empty()) put_stamp(from.stamps[c], cells.back());
            if (body) cells.back().before = std::max(0.0, (s.layout.table.row_height - cells.back().leading) / 2);
        }
        return cells;
    }

    // The tints of a row's cells, whose words take the colour that is read on them.
    void add_tints(const doc::Table::Row& from, scene::TableData& data) const {
        if (from.kind != doc::Table::Row::Kind::body) return;
        std::vector<std::optional<base::Color>> tints;
        for (std::size_t c = 0; c < table.columns.size() && c < from.cells.size(); ++c) {
            if (table.columns[c].show != doc::TableColumn::Show::heat) continue;
            const auto tint = tint_of(s, from.cells[c], grid.largest[c]);
            if (!tint) continue;
            tints.resize(table.columns.size());
            tints[c] = tint->ground;
            for (auto& run : data.rows.back()[c].runs) run.color = tint->words;
        }
        if (tints.empty()) return;
        data.cell_grounds.resize(data.rows.size());
        data.cell_grounds.back() = std::move(tints);
    }

    // A line of sums carried from slide to slide.
    std::vector<scene::TextParagraph> sums(const std::vector<std::string>& carried, const char* word) const {
        std::vector<scene::TextParagraph> cells;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            cells.push_back(cell_words(s, c == 0 ? s.locale.word(word) : carried[c], s.style("table-group"), align(c)));
        return cells;
    }
};

// The notes of the header row and of the rows [from, end), each once, in their order.
std::vector<std::size_t> notes_between(const doc::Table& table, std::size_t from, std::size_t end) {
    std::vector<bool> shown(table.notes.size() + 1);
    for (const auto& column : table.columns) shown[column.note] = true;
    for (auto i = from; i < end; ++i)
        for (const auto& cell : table.rows[i].cells) shown[cell.note] = true;
    std::vector<std::size_t> notes;
    for (std::size_t i = 1; i < shown.size(); ++i)
        if (shown[i]) notes.push_back(i);
    return notes;
}

// Those notes behind their letters, in one paragraph.
doc::Inlines note_line(const doc::Table& table, const std::vector<std::size_t>& notes) {
    doc::Inlines line;
    for (const auto note : notes) {
        doc::Words letter;
        letter.text = (line.empty() ? "" : "  ") + note_letter(note) + "\u00a0";
        letter.strong = true;
        line.emplace_back(std::move(letter));
        line.push_back(plain_words(table.notes[note - 1]).front());
    }
    return line;
}

// The end of the rows from `from` on that fit between `y` and `bottom`: no group's name last, no total alone after
// them.
std::size_t rows_end(const doc::Table& table, const Pieces& pieces, std::size_t from, double y, double bottom) {
    using Kind = doc::Table::Row::Kind;
    const auto& rows = table.rows;
    const double top = y;
    std::size_t end = from;
    for (; end < rows.size(); ++end) {
        const auto& piece = pieces[end + 2];
        y += (end == from ? 0 : piece.before) + piece.height;
        if (y > bottom + kSlideSlack) break;
    }
    // The sums carried forward take the place of the last rows.
    const auto has_foot = [&] {
        if (end >= rows.size() || !pieces[end + 2].carried) return true;
        double foot = top + pieces[end + 2].carried->forward.height;
        for (auto i = from; i < end; ++i) foot += (i == from ? 0 : pieces[i + 2].before) + pieces[i + 2].height;
        return foot <= bottom + kSlideSlack;
    };
    while (end > from + 1 && !has_foot()) --end;
    while (end < rows.size() && end > from + 1 && rows[end - 1].kind == Kind::group) --end;
    if (end + 1 == rows.size() && end > from + 1 && rows[end].kind == Kind::total) --end;
    return end;
}

// The rows of the groups that go on before row `from`, the outermost first.
std::vector<std::size_t> groups_above(const doc::Table& table, std::size_t from) {
    std::vector<std::size_t> groups;
    const auto& first = table.rows[from];
    using Kind = doc::Table::Row::Kind;
    int level = first.kind == Kind::group ? first.level : std::numeric_limits<int>::max();
    for (auto i = from; i-- > 0 && level > 1;) {
        if (table.rows[i].kind != Kind::group || table.rows[i].level >= level) continue;
        groups.insert(groups.begin(), i);
        level = table.rows[i].level;
    }
    return groups;
}

constexpr double kNeverTall = 1e9;  // points: rows are cut before they are set

// The words of a cell in its lines; nothing if it is drawn or its number stands alone.
std::vector<std::string> lines_of(Setting& s, const doc::TableColumn& column, const doc::Value& value, double width) {
    std::vector<std::string> lines;
    if (column.is_number() || column.show != doc::TableColumn::Show::text) return lines;
    const auto& look = s.style("table-cell");
    const auto set = set_lines(s, paragraph_of(s, {run_of(table_words(value), look)}, look), width);
    for (const auto& line : set.lines) {
        auto& words = lines.emplace_back();
        for (const auto& run : line.runs) words += run.text;
    }
    return lines;
}

// Cuts a row into several, each of so many lines, with its name in each. Numbers and drawings stay in the first.
std::vector<doc::Table::Row> cut_row(Setting& s, const TablePart& part, const doc::Table::Row& row, std::size_t most) {
    const auto& columns = part.rows().columns;
    std::vector<doc::Table::Row> rows{row};
    const bool named = !columns.empty() && !columns[0].is_number();
    for (std::size_t c = 0; c < columns.size() && c < row.cells.size(); ++c) {
        const auto lines = lines_of(s, columns[c], row.cells[c], part.grid.width[c] + kCellRounding);
        for (std::size_t k = 0; k * most < lines.size() && lines.size() > most; ++k) {
            if (k == rows.size()) {
                auto& more = rows.emplace_back();
                more.kind = row.kind;
                more.cells.resize(row.cells.size());
                if (named) more.cells[0] = row.cells[0];
            }
            std::string words;
            for (auto i = k * most; i < std::min(lines.size(), (k + 1) * most); ++i) words += lines[i];
            rows[k].cells[c] = {};
            rows[k].cells[c].text = std::move(words);
            if ((k + 1) * most >= lines.size()) rows[k].cells[c].note = row.cells[c].note;
        }
    }
    return rows;
}

// Cuts the rows that are taller than a slide's room below its header row.
void cut_tall_rows(Setting& s, TableForm& form, double room) {
    auto there = with_layout(s, form.layout ? *form.layout : s.layout);
    const double leading = there.style("table-cell").leading;
    const double head = 2 * there.style("table-group").leading;  // of a group that continues, with air
    for (auto& part : form.parts) {
        const auto& table = part.rows();
        Trial trial(there);
        doc::Exhibit untitled;
        const auto pieces = part_rows(trial.setting(), untitled, form, static_cast<std::size_t>(&part - &form.parts[0]),
                                      {}, kNeverTall);
        const double most = room - pieces[1].height - head;
        std::vector<doc::Table::Row> rows;
        bool cut = false;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const bool tall = pieces[i + 2].height > most && table.rows[i].kind == doc::Table::Row::Kind::body;
            const auto lines = static_cast<std::size_t>(std::max(1.0, std::floor(most / leading) - 1));
            auto pieces_of_row = tall && most > 0 ? cut_row(there, part, table.rows[i], lines)
                                                  : std::vector<doc::Table::Row>{table.rows[i]};
            cut = cut || pieces_of_row.size() > 1;
            for (std::size_t k = 1; k < pieces_of_row.size() && i + 1 < table.rows.size(); ++k)
                pieces_of_row[k].carried = table.rows[i + 1].carried;  // its numbers stand in the first
            std::move(pieces_of_row.begin(), pieces_of_row.end(), std::back_inserter(rows));
        }
        if (!cut) continue;
        auto own = table;
        own.rows = std::move(rows);
        part.own = std::make_shared<const doc::Table>(std::move(own));
        part.table = part.own.get();
    }
}

// The words over a table: title and subtitle on one line, since each row that a slide lacks begins another slide.
SlideText table_head(const Setting& s, const doc::Exhibit& e, bool titled) {
    const bool subtitled = shows(s, Shown::subtitle) && !e.subtitle.empty();
    titled = titled && shows(s, Shown::title);
    if (!subtitled) return {titled ? e.title : doc::Inlines(), "exhibit-title"};
    doc::Inlines words;
    if (titled) {
        words = e.title;
        for (auto& inline_words : words)
            if (auto* run = std::get_if<doc::Words>(&inline_words)) run->strong = true;
        words.push_back(plain_words("  ").front());
    }
    words.insert(words.end(), e.subtitle.begin(), e.subtitle.end());
    return {std::move(words), "exhibit-subtitle"};
}

// The table's mark among the items; nullptr if there is none.
scene::Mark* table_mark(std::vector<scene::Item>& items) {
    for (auto& item : items) {
        auto* m = std::get_if<scene::Mark>(&item);
        if (!m) continue;
        if (m->role == scene::Role::table) return m;
        if (auto* inner = table_mark(m->items)) return inner;
    }
    return nullptr;
}

}  // namespace

std::optional<Plot> plot_on(Setting& s, const doc::Exhibit& e, const doc::Chart& chart, base::Size size,
                            const GroundName& ground, const style::SlideKind& kind, const style::Slot& slot) {
    const auto color = slot.panel.value_or(kind.ground.value_or(s.layout.color("background")));
    const auto layout = on_ground(s.layout, ground, color);
    auto there = with_layout(s, layout);
    return plot(there, e, chart, {size.width, size.height});
}

void put_exhibit(SlideDraft& draft, const doc::Exhibit& e, const style::Slot& slot, bool titled, bool tagged) {
    auto& s = draft.setting();
    const auto ground = draft.ground_of(&slot);
    const auto at = draft.put_content_panel(slot);
    double y = at.y;
    double width = at.width;  // of the first line, beside the exhibit's own tag
    if (tagged && shows(s, Shown::sticker) && !e.sticker.empty())
        width -=
            put_sticker_at(draft, e.sticker, {at.x, at.y, at.width, 0}, style::Align::right, ground) + kBesideSticker;
    if (titled && shows(s, Shown::title)) {
        y += draft.put({at.x, y, width, 0}, {{e.title, "exhibit-title"}}, ground);
        width = at.width;
    }
    if (shows(s, Shown::subtitle) && !e.subtitle.empty())
        y += draft.put({at.x, y, width, 0}, {{e.subtitle, "exhibit-subtitle"}}, ground);
    if (width < at.width) y = std::max(y, at.y + sticker_height(draft.style("slide-sticker", ground)));
    y += kBelowHead;
    draft.add_anchor(e.id);
    const base::Rect room{at.x, y, at.width, at.bottom() - y};
    if (const auto* picture = std::get_if<doc::Picture>(&e.content)) return put_picture(draft, e, *picture, room);
    const auto* chart = std::get_if<doc::Chart>(&e.content);
    if (!chart) return;
    const double height = height_for(*chart, room.height);
    auto drawn = ground.empty() ? plot(s, e, *chart, {room.width, height})
                                : plot_on(s, e, *chart, {room.width, height}, ground, draft.kind(), slot);
    if (!drawn) return;
    if (drawn->height > room.height + 1) report_too_tall(draft, e, drawn->height, room.height);
    shift(drawn->items, room.x, room.y);
    draft.add(std::move(drawn->items));
}

void put_table(SlideDraft& draft, const doc::Exhibit& e, const doc::Table& table, SlideTable& state, bool titled) {
    const auto* slot = draft.slot("table");
    if (!slot) {
        state.part = state.form ? state.form->parts.size() : 0;
        return;
    }
    auto& s = draft.setting();
    const auto ground = draft.ground_of(slot);
    const auto at = draft.put_content_panel(*slot);
    double y = at.y;
    const auto over = table_head(s, e, titled);
    if (!over.words.empty()) y += draft.put({at.x, y, at.width, 0}, {over}, ground) + kBelowSubtitle;
    if (!state.form) {
        draft.add_anchor(e.id);
        state.form = table_form(s, table, {at.width, 0});
        report_form(s, e, table, *state.form);
        cut_tall_rows(s, *state.form, at.bottom() - y);
    }
    const auto& form = *state.form;
    const auto& part = form.parts[state.part];
    const auto& shown = part.rows();
    auto there = with_layout(s, form.layout ? *form.layout : s.layout);
    const auto from = state.row;
    const auto pieces = part_rows(s, e, form, state.part, {}, kNeverTall);
    const auto row_of = [&](std::size_t row) -> const Piece& { return pieces[row + 2]; };
    Pages pages;
    pages.begin();
    NativeTable native{there, shown, part.grid, at.width};
    auto data = native.frame();
    const double top = y;
    // On a later slide the head is the one that rows repeat, with the row of the group that continues.
    std::vector<Piece> head;
    if (from == 0 || !row_of(from).continued) {
        head.push_back(pieces[1]);
    } else {
        head.assign(row_of(from).continued->begin() + 1, row_of(from).continued->end());
    }
    // What is repeated stands in the table, too, whose native form has its words.
    const auto put_in_table = [&](Piece piece) {
        piece.path = pieces[1].path;
        pages.put(piece, at.x, y);
        y += piece.height;
        data.row_heights.push_back(piece.height);
    };
    for (const auto& piece : head) put_in_table(piece);
    if (const auto heights = over_heights(there, shown, part.grid, form.width); !heights.empty()) {
        for (const double height : heights) data.row_heights.front() -= height;
        data.row_heights.insert(data.row_heights.begin(), heights.begin(), heights.end());
    }
    if (head.size() > 1) {
        for (const auto group : groups_above(shown, from))
            data.rows.push_back(native.row(shown.rows[group], ", " + s.locale.word("continued")));
    }
    const auto put_sums = [&](const Piece& piece, std::size_t row, const char* word) {
        put_in_table(piece);
        data.rows.push_back(native.sums(shown.rows[row].carried, word));
    };
    if (from > 0 && row_of(from).carried) put_sums(row_of(from).carried->brought, from, "brought-forward");
    const auto striped = striped_rows(s.layout, shown);
    if (s.layout.table.stripes) data.grounds.resize(data.rows.size());
    // The notes stand below the rows that they explain: fewer rows have fewer notes.
    doc::Inlines notes;
    double notes_height = 0;
    auto end = rows_end(shown, pieces, from, y, at.bottom());
    for (bool fits = false; !fits && end > from;) {
        notes = note_line(shown, notes_between(shown, from, end));
        const double height =
            notes.empty() ? 0 : draft.height({{notes, "source"}}, at.width, ground) + kAboveTableNotes;
        fits = height <= notes_height;
        notes_height = std::max(height, notes_height);
        if (!fits) end = rows_end(shown, pieces, from, y, at.bottom() - notes_height);
    }
    if (end == from && from < shown.rows.size()) {
        report_too_tall(draft, e, row_of(from).height, at.bottom() - y);
        state.part = form.parts.size();
        return;
    }
    for (auto row = from; row < end; ++row) {
        const auto& piece = row_of(row);
        const double before = row == from ? 0 : piece.before;
        if (before > 0) data.row_heights.back() += before;
        y += before;
        pages.put(piece, at.x, y);
        y += piece.height;
        data.row_heights.push_back(piece.height);
        data.rows.push_back(native.row(shown.rows[row]));
        native.add_tints(shown.rows[row], data);
        if (s.layout.table.stripes)
            data.grounds.push_back(striped[row] ? std::optional(stripe_color(s.layout)) : std::nullopt);
    }
    if (end < shown.rows.size() && row_of(end).carried) put_sums(row_of(end).carried->forward, end, "carried-forward");
    if (s.layout.table.stripes) data.grounds.resize(data.rows.size());
    if (!data.cell_grounds.empty()) data.cell_grounds.resize(data.rows.size());
    data.at = {at.x, top, at.width, y - top};
    auto& items = pages.drafts().back().items;
    if (auto* m = table_mark(items)) {
        m->content = std::move(data);
        m->span = e.span;
    }
    draft.add(std::move(items));
    if (!notes.empty()) draft.put({at.x, y + kAboveTableNotes, at.width, 0}, {{notes, "source"}}, ground);
    state.row = end;
    if (end == shown.rows.size()) ++state.part, state.row = 0;
}

}  // namespace precis::layout
