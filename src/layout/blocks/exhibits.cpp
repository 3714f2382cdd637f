// Exhibits: head, plot and notes, from top to bottom as docs/design/looks.md#charts lists them.
#include "layout/blocks/exhibits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layout/blocks/runs.h"
#include "layout/blocks/sticker.h"
#include "layout/blocks/tables.h"
#include "layout/codes.h"
#include "layout/ground/grid.h"
#include "layout/ground/pictures.h"

namespace precis::layout {
namespace {

constexpr double kRule = 1.25;  // thickness
constexpr double kBelowRule = 7;
constexpr double kAbovePlot = 8;
constexpr double kAboveSticker = 4;  // from the rule to the tag
constexpr double kBelowPlot = 5;
// Shares chosen by eye on the gallery.
constexpr double kTallestPicture = 0.6;  // of the text's height, so that some text stays on the page
constexpr double kNearlyAsTall = 0.75;   // of the row's tallest plot: from here on the notes begin level with its notes
constexpr double kLeastPlot = 0.66, kMostPlot = 1.4;  // of a plot's own height, for charts that fill a page with others
constexpr double kAsAsked = 1;                        // points by which a plot may differ from its wish

void append(std::vector<scene::Item>& all, std::vector<scene::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

// Adds a paragraph under the exhibit and returns its height.
double add_note(Setting& s, std::vector<text::Run> runs, double width, double y, std::vector<scene::Item>& items) {
    auto set = set_runs(s, std::move(runs), s.style("exhibit-note"), width);
    shift(set.items, 0, y);
    auto m = mark(s, scene::Role::paragraph);
    m.items = std::move(set.items);
    items.emplace_back(std::move(m));
    return set.height;
}

// The same with a bold lead-in: "Note  Hatched: forecast."
double add_note(Setting& s, const std::string& lead, const doc::Inlines& words, double width, double y,
                std::vector<scene::Item>& items) {
    const auto& style = s.style("exhibit-note");
    auto bold = run_of(lead + "\u2002", style);
    bold.face.weight = s.style("exhibit-lead").weight;
    std::vector<text::Run> runs{bold};
    for (auto& run : runs_of(s, words, style)) runs.push_back(std::move(run));
    return add_note(s, std::move(runs), width, y, items);
}

// Adds base, note and source and returns their height. `own` is the chart's own remark; it follows the author's note.
double add_notes(Setting& s, const doc::Exhibit& e, double width, double y, std::vector<scene::Item>& items,
                 const std::string& own = {}) {
    const double begin = y;
    auto note = e.note;
    if (!own.empty()) note.push_back(plain_words((note.empty() ? "" : " ") + own + ".").front());
    if (shows(s, style::ExhibitPiece::base) && !e.base.empty()) {
        y += add_note(s, s.locale.word("base"), plain_words(e.base), width, y, items);
    }
    if (shows(s, style::ExhibitPiece::note) && !note.empty())
        y += add_note(s, s.locale.word("note"), note, width, y, items);
    if (shows(s, style::ExhibitPiece::source) && !e.source.empty())
        y += add_note(s, s.locale.word("source"), e.source, width, y, items);
    return y - begin;
}

// The notes of columns and cells in one paragraph: "a By bots. b Highest month of the year."
double add_table_notes(Setting& s, const doc::Table& table, double width, double y, std::vector<scene::Item>& items) {
    const auto& style = s.style("exhibit-note");
    std::vector<text::Run> runs;
    for (std::size_t i = 0; i < table.notes.size(); ++i) {
        auto letter =
            run_of(std::string(runs.empty() ? "" : " ") + note_letter(i + 1) + "\u00a0", s.style("exhibit-lead"));
        letter.color = s.layout.color("primary-text");
        runs.push_back(std::move(letter));
        runs.push_back(run_of(table.notes[i], style));
    }
    return runs.empty() ? 0 : add_note(s, std::move(runs), width, y, items);
}

// A chart is as tall as its rows where they lie and no height is wished for.
bool has_row_heights(const doc::Exhibit& e) {
    const auto* chart = std::get_if<doc::Chart>(&e.content);
    constexpr std::size_t kMany = 12;
    return chart != nullptr && chart->categories.size() > kMany;
}

// Reports a piece that is taller than a page's text, and so could never be placed.
void check_height(Setting& s, const doc::Exhibit& e, const Piece& piece) {
    const double most = text_bottom(s.layout) - text_top(s.layout);
    if (piece.height <= most + kSlack) return;
    s.out.push_back(
        diag::error(code::exhibit_too_tall, e.span,
                    fmt::format("this exhibit needs {:.0f} pt, and a page has {:.0f} pt for text", piece.height, most),
                    has_row_heights(e) ? "keep the largest in the query, as in `ORDER BY … DESC LIMIT 40`"
                                       : "give it a smaller `height`, or shorten its title and notes"));
}

// The height of a table's row from which on it is cut into its lines, as a share of the page's text. What stands above
// the rows on each page, and its notes, have the rest.
constexpr double kTallRow = 0.5;

// A table: its rows in the form that fits, then its notes.
void add_table(Setting& s, const doc::Exhibit& e, const doc::Table& table, double width, const Path& path,
               Pieces& out) {
    const auto lying = style::turned(s.layout);
    const double turned_width = lying ? strip_of(*lying, lying->master("page"), "full").width : 0;
    const auto form = table_form(s, table, {width, turned_width});
    report_form(s, e, table, form);
    const auto& page = form.turned ? *lying : s.layout;
    const double most = text_bottom(page) - text_top(page);
    auto pieces = table_rows(s, e, form, path, most * kTallRow);
    Piece notes;
    notes.path = path;
    double below = kBelowPlot + add_table_notes(s, table, form.width, kBelowPlot, notes.items);
    below += add_notes(s, e, form.width, below, notes.items);
    notes.height = on_grid(s, below);
    notes.turned = form.turned;
    const double above = pieces[0].height + pieces[1].height;
    if (std::max(above, notes.height) > most * (1 - kTallRow))
        s.out.push_back(diag::error(
            code::exhibit_too_tall, e.span,
            fmt::format("the {} of this table needs {:.0f} pt, which leaves too little of a page’s {:.0f} pt",
                        above > notes.height ? "head" : "note", std::max(above, notes.height), most),
            "shorten its title, the labels of its columns, or its notes"));
    pieces.back().keep_next = true;
    pieces.push_back(std::move(notes));
    std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
}

// A picture as wide as the measure, or as tall as `height` or the page allows.
void add_picture(Setting& s, const doc::Exhibit& e, const doc::Picture& picture, double width, const Path& path,
                 Piece& piece) {
    auto head = exhibit_head(s, e, width, false);
    double y = head.height + kAbovePlot;
    piece.items = std::move(head.items);
    piece.path = path;
    if (auto info = picture_info(s, picture.path, e.span, s.out)) {
        const double tallest = e.height.value_or((text_bottom(s.layout) - text_top(s.layout)) * kTallestPicture);
        const double high = picture.covers ? e.height.value_or(s.layout.chart.height) : tallest;
        const auto size =
            picture_size(picture, {static_cast<double>(info->width), static_cast<double>(info->height)}, {width, high});
        const base::Rect at{0, y, size.width, size.height};
        if (auto figure = picture_figure(s, e, picture, at)) piece.items.emplace_back(std::move(*figure));
        y = at.bottom() + kBelowPlot;
    }
    y += add_notes(s, e, width, y, piece.items);
    piece.height = on_grid(s, y);
}

/// Reports what was found but for the warnings for which the author gives a reason.
void report(Setting& s, const doc::Exhibit& e, diag::Diagnostics diagnostics) {
    std::erase_if(diagnostics, [&](const diag::Diagnostic& diagnostic) {
        return diagnostic.severity == diag::Severity::warning &&
               std::find(e.because.begin(), e.because.end(), to_string(diagnostic.code)) != e.because.end();
    });
    diag::append(s.out, std::move(diagnostics));
}

/// The chart as it is drawn, in words.
std::string described(const doc::Chart& chart, bool laid_down, const locale::Locale& locale) {
    if (!laid_down) return chart::describe(chart, locale);
    doc::Chart laid = chart;
    laid.form = vocabulary::Form::bar;
    return chart::describe(laid, locale);
}

}  // namespace

bool shows(const Setting& s, style::ExhibitPiece piece) {
    const auto& pieces = s.layout.exhibit;
    return pieces.empty() || std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
}

base::Size picture_size(const doc::Picture& picture, base::Size own, base::Size room) {
    if (picture.covers) return room;
    const auto part = picture::size_of(own, {picture.crop});
    const double scale = std::min(room.width / part.width, room.height / part.height);
    return {part.width * scale, part.height * scale};
}

std::optional<scene::Mark> picture_figure(Setting& s, const doc::Exhibit& e, const doc::Picture& picture,
                                          const base::Rect& at) {
    diag::Diagnostics diagnostics;
    const bool cut = picture.covers || picture.crop > 0;
    auto pixels = picture_pixels(s, picture.path, {at.width, at.height}, e.span, diagnostics,
                                 {cut ? at.width / at.height : 0, picture.focus_x, picture.focus_y});
    report(s, e, std::move(diagnostics));
    if (!pixels) return std::nullopt;
    auto m = picture.decorative ? scene::Mark{} : mark(s, scene::Role::figure);
    if (picture.decorative) m.role = scene::Role::artifact;
    m.alternative = e.alternative;
    m.id = e.id;
    m.span = e.span;
    m.items.emplace_back(scene::Image{std::move(pixels), at});
    return m;
}

std::optional<Plot> plot(Setting& s, const doc::Exhibit& e, const doc::Chart& chart, const PlotSize& size) {
    diag::Diagnostics diagnostics;
    auto drawing = chart::draw(chart, size.width, size.height, {&s.layout, &s.locale, &s.setter, size.exact}, e.span)
                       .take(diagnostics);
    report(s, e, std::move(diagnostics));
    if (!drawing) return std::nullopt;
    auto figure = mark(s, scene::Role::figure);
    figure.alternative = e.alternative;
    if (e.alternative.empty()) figure.alternative = described(chart, drawing->laid_down, s.locale);
    figure.id = e.id;
    figure.span = e.span;
    drawing->native.at = {0, 0, drawing->size.width, drawing->size.height};
    drawing->native.title = doc::plain_text(e.title);
    figure.content = std::move(drawing->native);
    figure.items = std::move(drawing->items);
    Plot plotted;
    plotted.items.emplace_back(std::move(figure));
    plotted.height = drawing->size.height;
    plotted.note = std::move(drawing->note);
    return plotted;
}

SetChart set_chart(Setting& s, const doc::Exhibit& e, const doc::Chart& chart, double width, const ChartRoom& room) {
    auto head = exhibit_head(s, e, width, false);
    SetChart set;
    set.head = head.height;
    set.items = std::move(head.items);
    double y = std::max(set.head, room.head) + kAbovePlot;
    set.plot_y = y;
    set.above = set.items.size();
    if (auto drawn = plot(s, e, chart,
                          {width, room.plot.value_or(e.height.value_or(s.layout.chart.height)),
                           e.height.has_value() && !room.plot})) {
        shift(drawn->items, 0, y);
        append(set.items, std::move(drawn->items));
        set.plot = drawn->height;
        set.note = std::move(drawn->note);
        const bool nearly_as_tall = set.plot > room.notes_under * kNearlyAsTall;
        y += (nearly_as_tall ? std::max(set.plot, room.notes_under) : set.plot) + kBelowPlot;
    }
    set.height = y + add_notes(s, e, width, y, set.items, set.note);
    return set;
}

namespace {

// The chart as a piece that may be drawn again, its faults kept with it.
void make_elastic(const Setting& s, const doc::Exhibit& e, double width, const SetChart& set, diag::Diagnostics faults,
                  Piece& piece) {
    Elastic elastic;
    elastic.exhibit = &e;
    elastic.width = width;
    elastic.plot = set.plot;
    elastic.least = elastic.most = piece.height;
    const double step = s.layout.grid.baseline, wish = s.layout.chart.height;
    if (step > 0 && !e.height && set.plot >= wish - kAsAsked) {  // a lower plot has rows that grow no further
        elastic.most += std::floor(set.plot * (kMostPlot - 1) / step) * step;
        elastic.least -= std::floor(set.plot * (1 - kLeastPlot) / step) * step;
    }
    elastic.content = set.height;
    elastic.plot_y = set.plot_y;
    elastic.above = set.above;
    elastic.note = set.note;
    elastic.faults = std::move(faults);
    elastic.lowest = elastic.least;
    piece.elastic = std::make_shared<const Elastic>(std::move(elastic));
}

}  // namespace

namespace {

// The plot alone in another height; nothing if it is refused or has another remark below it.
std::optional<Elastic::Drawn> drawn_in(const Setting& s, const Piece& piece, double height) {
    const auto& elastic = *piece.elastic;
    Trial trial(s);
    Elastic::Drawn made;
    auto own = reporting_to(trial.setting(), trial.setting().pages, made.faults);
    auto drawn = plot(own, *elastic.exhibit, std::get<doc::Chart>(elastic.exhibit->content),
                      {elastic.width, elastic.plot + height - piece.height, false});
    if (!drawn || drawn->note != elastic.note) return std::nullopt;
    made.height = height;
    made.taller = drawn->height - elastic.plot;
    made.plot = std::move(drawn->items.front());
    made.serves = elastic.content + made.taller <= height + kSlack && made.faults.size() <= elastic.faults.size();
    return made;
}

// The whole piece in another width or with other words; true if the height holds it.
bool set_again(Setting& s, Piece& piece, double height, double width) {
    const auto& elastic = *piece.elastic;
    diag::Diagnostics faults;
    auto own = reporting_to(s, s.pages, faults);
    auto set = set_chart(own, *elastic.exhibit, std::get<doc::Chart>(elastic.exhibit->content), width,
                         {0, elastic.plot + height - piece.height, 0});
    if (set.height > height + kSlack || faults.size() > elastic.faults.size()) return false;
    piece.items = std::move(set.items);
    piece.height = height;
    diag::append(s.out, std::move(faults));
    return true;
}

bool keep_drawn(const Setting& s, const Piece& piece, double height) {
    auto& kept = piece.elastic->drawn;
    if (!kept || kept->height != height) kept = drawn_in(s, piece, height);
    return kept.has_value();
}

}  // namespace

bool can_have(const Setting& s, const Piece& piece, double height, double width) {
    const auto& elastic = *piece.elastic;
    if (width == elastic.width && keep_drawn(s, piece, height)) {
        const auto& drawn = *elastic.drawn;
        if (drawn.serves) return true;
        const bool faulty = drawn.faults.size() > elastic.faults.size();
        const double needed = on_grid(s, elastic.content + drawn.taller);
        elastic.lowest = faulty || needed <= height ? piece.height : std::min(needed, piece.height);
        return false;
    }
    Trial trial(s);
    Piece other = piece;
    if (set_again(trial.setting(), other, height, width)) return true;
    elastic.lowest = piece.height;
    return false;
}

bool draw_again(Setting& s, Piece& piece, double height, double width) {
    const auto& elastic = *piece.elastic;
    if (width != elastic.width || !keep_drawn(s, piece, height)) return set_again(s, piece, height, width);
    auto& drawn = *elastic.drawn;
    if (!drawn.serves) return false;
    shift(drawn.plot, 0, elastic.plot_y);
    std::get<scene::Mark>(drawn.plot).element = s.new_element();
    const auto at = piece.items.begin() + static_cast<std::ptrdiff_t>(elastic.above);
    for (auto below = at + 1; below != piece.items.end(); ++below) shift(*below, 0, drawn.taller);
    *at = std::move(drawn.plot);
    piece.height = height;
    diag::append(s.out, std::move(drawn.faults));
    elastic.drawn.reset();
    return true;
}

Head exhibit_head(Setting& s, const doc::Exhibit& e, double width, bool continued) {
    Head head;
    head.items.push_back(rule(0, kRule / 2, width, kRule, s.layout.color("foreground")));
    double y = kBelowRule;
    double first_width = width;  // of the first line, beside the tag
    if (shows(s, style::ExhibitPiece::sticker) && !e.sticker.empty()) {
        const auto& look = s.style("sticker");
        first_width -= sticker_width(s, e.sticker, look) + kBesideSticker;
        add_sticker(s, e.sticker, look, {width, kRule + kAboveSticker}, head.items);
    }
    auto caption = mark(s, scene::Role::caption);
    const auto add = [&](Set set) {
        shift(set.items, 0, y);
        auto p = mark(s, scene::Role::paragraph);
        p.items = std::move(set.items);
        caption.items.emplace_back(std::move(p));
        y += set.height;
    };
    if (shows(s, style::ExhibitPiece::number) && !e.number.empty()) {
        auto number = e.number;
        if (continued) number += ", " + s.locale.word("continued");
        add(set_text(s, number, s.style("exhibit-number"), first_width));
        first_width = width;
    }
    if (shows(s, style::ExhibitPiece::title)) {
        add(set_text(s, e.title, s.style("exhibit-title"), first_width));
        first_width = width;
    }
    if (shows(s, style::ExhibitPiece::subtitle) && !e.subtitle.empty())
        add(set_text(s, e.subtitle, s.style("exhibit-subtitle"), width));
    head.items.emplace_back(std::move(caption));
    head.height = y;
    return head;
}

namespace {

// A small exhibit in the side column.
SideNote beside_text(Piece piece, const std::string& id) {
    SideNote note;
    note.height = piece.height;
    put_inside(note.items, piece.path, std::move(piece.items));
    note.anchors.push_back({id, {0, 0}});
    return note;
}

}  // namespace

void add_exhibit(Setting& s, const doc::Exhibit& e, const Path& path, const Measure& measure, Pieces& out) {
    auto part = mark(s, scene::Role::part);
    part.span = e.span;
    const auto here = path.with(std::move(part));
    const bool table = std::holds_alternative<doc::Table>(e.content);
    const bool spans = measure.full > measure.column && (table || e.width == vocabulary::Width::full);
    const bool beside = e.width == vocabulary::Width::side && measure.side > 0 && !out.empty();
    const double width = beside                ? measure.side
                         : spans               ? measure.full
                         : measure.exhibit > 0 ? measure.exhibit
                                               : measure.column;
    const double gap = s.layout.grid.baseline;

    if (const auto* rows = std::get_if<doc::Table>(&e.content)) {
        Pieces pieces;
        add_table(s, e, *rows, width, here, pieces);
        pieces.front().before = gap;
        pieces.back().after = gap;
        pieces.front().anchors.push_back({e.id, {0, 0}});
        for (auto& piece : pieces) piece.spans = spans || piece.turned;
        std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
        return;
    }
    Piece piece;
    if (const auto* chart = std::get_if<doc::Chart>(&e.content)) {
        diag::Diagnostics faults;
        auto own = reporting_to(s, s.pages, faults);
        const bool elastic = measure.elastic && !beside;
        auto set = set_chart(elastic ? own : s, e, *chart, width, {});
        piece.items = std::move(set.items);
        piece.height = on_grid(s, set.height);
        piece.path = here;
        if (elastic) make_elastic(s, e, width, set, std::move(faults), piece);
    }
    if (const auto* picture = std::get_if<doc::Picture>(&e.content)) add_picture(s, e, *picture, width, here, piece);
    check_height(s, e, piece);
    if (beside) return out.back().sides.push_back(beside_text(std::move(piece), e.id));
    piece.before = piece.after = gap;
    piece.spans = spans;
    piece.floats = true;
    piece.paired = measure.exhibit > 0 && !spans;
    piece.anchors.push_back({e.id, {0, 0}});
    out.push_back(std::move(piece));
}

}  // namespace precis::layout
