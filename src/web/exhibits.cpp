// Charts are drawn by the chart room for a column and for a phone; their data stand in a table that can be opened.
#include "web/exhibits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/numbers.h"
#include "chart/chart.h"
#include "diag/codes.h"
#include "doc/data_sheet.h"
#include "doc/exhibit_csv.h"
#include "json/writer.h"
#include "picture/picture.h"
#include "scene/mirror.h"

namespace precis::web {
namespace {

// CSS pixels, docs/design/looks.md#web.
constexpr double kColumn = 620, kWide = 914, kPhone = 350;
constexpr double kLabel = 13.2, kLeastLabel = 12.5;  // of charts: the usual label, the smallest text
constexpr std::size_t kRowsShown = 200;              // of the data behind an exhibit
constexpr std::size_t kCsvBytes = 200'000;

bool answered(const doc::Exhibit& exhibit, const diag::Diagnostic& diagnostic) {
    return diagnostic.severity == diag::Severity::warning &&
           std::find(exhibit.because.begin(), exhibit.because.end(), diag::to_string(diagnostic.code)) !=
               exhibit.because.end();
}

/// The same chart is drawn twice, and once more for pages: faults are reported once.
void report(Writing& w, const doc::Exhibit& exhibit, diag::Diagnostics found) {
    for (auto& one : found) {
        const bool known = std::any_of(w.diagnostics.begin(), w.diagnostics.end(), [&](const auto& other) {
            return other.code == one.code && other.span == one.span;
        });
        if (!known && !answered(exhibit, one)) w.diagnostics.push_back(std::move(one));
    }
}

/// CSS pixels a point at which the layout's chart labels have their size on the screen.
double scale_of(const style::Layout& layout) {
    return kLabel / std::max(layout.style("chart-label").size, 1.0);
}

class Charts {
  public:
    Charts(Writing& w, const doc::Exhibit& exhibit, const doc::Chart& chart)
        : w_(w),
          exhibit_(exhibit),
          chart_(chart),
          layout_(w.layout),
          scale_(scale_of(w.layout)),
          wide_(exhibit.width == vocabulary::Width::full) {
        layout_.chart.min_size = std::max(layout_.chart.min_size, kLeastLabel / scale_);
    }

    /// Both drawings. A chart whose words have no room in the column takes the width of text and notes.
    std::string run() {
        diag::Diagnostics found;
        auto drawing = drawn(wide_ ? kWide : kColumn, found);
        if (!wide_ && drops(found)) {
            diag::Diagnostics other;
            auto wider = drawn(kWide, other);
            if (wider && !drops(other)) {
                drawing = std::move(wider);
                found = std::move(other);
                wide_ = true;
            }
        }
        report(w_, exhibit_, std::move(found));
        if (!drawing) return {};
        note_ = drawing->note;
        auto out = svg(*drawing, "d");
        // What has no place on a phone has one in the other drawing and in the table. A form that is not drawn so
        // narrow is drawn for the column there, too.
        diag::Diagnostics narrow;
        auto phone = drawn(kPhone, narrow);
        return out + svg(phone ? *phone : *drawing, "p");
    }
    /// The drawing for a phone alone.
    std::string phone(const std::string& id) {
        diag::Diagnostics narrow;
        auto drawing = drawn(kPhone, narrow);
        if (!drawing) drawing = drawn(kColumn, narrow);
        return drawing ? svg(*drawing, "p", id) : std::string();
    }
    bool is_wide() const { return wide_; }
    const std::string& note() const { return note_; }

  private:
    static bool drops(const diag::Diagnostics& found) {
        return std::any_of(found.begin(), found.end(),
                           [](const auto& one) { return one.code == diag::code::label_dropped; });
    }

    /// The author's height is one for a page: here it is a wish, and in the column's proportion.
    std::optional<chart::Drawing> drawn(double pixels, diag::Diagnostics& found) {
        const bool phone = pixels == kPhone;
        const chart::Context context{&layout_, &w_.locale, &w_.in.setter, false, true, phone};
        auto drawing =
            phone && chart_.facets
                ? panels_on_a_phone(context, found)
                : chart::draw(chart_, pixels / scale_, phone ? std::nullopt : exhibit_.height, context, exhibit_.span)
                      .take(found);
        if (drawing && w_.locale.right_to_left()) mirror(*drawing);
        return drawing;
    }

    /// Two panels in a row, of many three, and tall enough to be read.
    std::optional<chart::Drawing> panels_on_a_phone(const chart::Context& context, diag::Diagnostics& found) const {
        constexpr std::size_t kFew = 8;
        constexpr double kShape = 0.75, kWords = 50;  // height of a plot by its width; its name and the air under it
        auto chart = chart_;
        std::set<std::string> names;
        for (const auto& series : chart.series) names.insert(series.panel.empty() ? series.name : series.panel);
        const int most = names.size() > kFew ? 3 : 2;
        auto& across = chart.facets->across;
        if (across == 0 || across > most) across = most;
        const double width = kPhone / scale_, rows = std::ceil(static_cast<double>(names.size()) / across);
        const double height = rows * (width / across * kShape + kWords);
        return chart::draw(chart, width, height, context, exhibit_.span).take(found);
    }

    /// As on pages for readers from right to left: drawn from the left, then mirrored.
    static void mirror(chart::Drawing& drawing) {
        scene::Document document;
        auto& page = document.pages.emplace_back();
        page.size = drawing.size;
        page.items = std::move(drawing.items);
        scene::mirror(document);
        drawing.items = std::move(page.items);
        for (auto& spot : drawing.spots) spot.at.x = drawing.size.width - spot.at.x;
    }

    std::string svg(const chart::Drawing& drawing, const char* form) {
        return svg(drawing, form, id_of(exhibit_.id) + "-" + form);
    }
    std::string svg(const chart::Drawing& drawing, const char* form, const std::string& id) {
        Svg about{id, fmt::format("ch {}", form), scale_, label(), false, {}};
        if (auto points = points_of(drawing.spots); !points.empty())
            about.about.push_back("data-pts=\"" + html::escaped(points) + "\"");
        return svg_of(drawing.items, drawing.size, about, w_.look(), w_.diagnostics) + "\n";
    }

    /// Place and words of each value: [[12.5,40,"Q2 2026\tHelion\t689"],…]; none of charts with very many.
    static std::string points_of(const std::vector<chart::ValueSpot>& spots) {
        constexpr std::size_t kMost = 1000;
        if (spots.empty() || spots.size() > kMost) return {};
        json::Writer out(json::Writer::Form::compact);
        out.begin_array();
        for (const auto& spot : spots) {
            out.begin_array().number(std::round(spot.at.x * 10) / 10).number(std::round(spot.at.y * 10) / 10);
            out.string(spot.words).end_array();
        }
        out.end_array();
        return out.take();
    }

    std::string label() const {
        return exhibit_.alternative.empty() ? chart::describe(chart_, w_.locale) : exhibit_.alternative;
    }

    Writing& w_;
    const doc::Exhibit& exhibit_;
    const doc::Chart& chart_;
    style::Layout layout_;
    double scale_;
    bool wide_;
    std::string note_;
};

void picture(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const doc::Picture& picture) {
    constexpr double kPoint = 0.75;  // of a CSS pixel; twice as many pixels for sharp screens
    const double width = exhibit.width == vocabulary::Width::full ? kWide : kColumn;
    diag::Diagnostics found;
    const picture::Cut cut{picture.crop, picture.focus_x, picture.focus_y};
    const auto info = picture::inspect(picture.path, exhibit.span).take(found);
    if (!info) return report(w, exhibit, std::move(found));
    const auto own = picture::size_of({static_cast<double>(info->width), static_cast<double>(info->height)}, cut);
    const base::Size shown{width * kPoint, width * kPoint * own.height / std::max(own.width, 1.0)};
    picture::Limits limits;
    limits.print_dpi = 144;
    limits.svg_dpi = 144;
    const auto pixels = picture::load(picture.path, shown, exhibit.span, limits, nullptr, cut).take(found);
    report(w, exhibit, std::move(found));
    if (!pixels) return;
    out.lone("img", {{"src", data_address(**pixels)},
                     {"alt", picture.decorative ? std::string() : exhibit.alternative},
                     {"width", fmt::format("{}", std::lround(width))},
                     {"height", fmt::format("{}", std::lround(width * own.height / std::max(own.width, 1.0)))}});
    out.line();
}

std::string cell_text(const doc::DataCell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) return base::shortest(*number);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    return {};
}

/// A data: address that a browser saves as a file.
std::string csv_address(const std::string& csv) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out = "data:text/csv;charset=utf-8,";
    for (const char c : csv) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || c == '-' || c == '.' || c == '_' || c == ',' || c == ':' ||
                           c == ';' || c == '(' || c == ')';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15U];
        }
    }
    return out;
}

std::string grouped(const Writing& w, std::size_t count) {
    return w.locale.number(static_cast<double>(count), {});
}

void data_table(Writing& w, html::Writer& out, const doc::DataSheet& sheet) {
    out.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", w.word("web-data")}});
    out.open("table", {{"class", "sheet"}}).open("thead").open("tr");
    std::vector<bool> numeric(sheet.columns.size(), false);
    for (const auto& row : sheet.rows)
        for (std::size_t c = 0; c < row.cells.size() && c < numeric.size(); ++c)
            if (std::holds_alternative<double>(row.cells[c])) numeric[c] = true;
    const auto classes = [&](std::size_t c) {
        return numeric[c] ? html::Attributes{{"class", "r"}} : html::Attributes{};
    };
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        auto attributes = classes(c);
        attributes.emplace_back("scope", "col");
        out.element("th", attributes, sheet.columns[c].name);
    }
    out.close().close().open("tbody");
    const auto shown = std::min(sheet.rows.size(), kRowsShown);
    for (std::size_t i = 0; i < shown; ++i) {
        out.open("tr");
        for (std::size_t c = 0; c < sheet.rows[i].cells.size() && c < numeric.size(); ++c)
            out.element("td", classes(c), cell_text(sheet.rows[i].cells[c]));
        out.close();
    }
    out.close().close().close().line();
    if (shown < sheet.rows.size())
        out.element(
            "p", {{"class", "few"}},
            fmt::format("{}: {} / {}", w.word("web-rows-shown"), grouped(w, shown), grouped(w, sheet.rows.size())));
}

/// What the exhibit rests on: its data as a table and as a file, and its query.
void panel(Writing& w, html::Writer& out, const doc::Exhibit& exhibit) {
    const bool is_table = std::holds_alternative<doc::Table>(exhibit.content);
    const auto sheet = doc::data_sheet(exhibit);
    if (sheet.columns.empty()) return;
    const auto csv = doc::exhibit_csv(exhibit);
    const auto id = id_of(exhibit.id);
    out.open("details", {{"class", "data"}});
    out.open("summary").text(w.word("web-data"));
    out.element("span", {{"class", "vh"}}, ": " + exhibit.number).close();
    out.open("div", {{"class", "panel"}});
    if (csv.size() <= kCsvBytes)
        out.open("p", {{"class", "tools"}})
            .element("a", {{"href", csv_address(csv)}, {"download", id + ".csv"}}, w.word("web-csv"))
            .close();
    if (!is_table) data_table(w, out, sheet);
    if (!exhibit.from.query.empty()) {
        out.open("p", {{"class", "sql"}}).element("b", w.word("web-query")).raw(" ");
        out.element("code", exhibit.from.query).close();
    }
    out.close().close().line();
}

/// The exhibit's own address: a link that the script makes copy it.
void own_link(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const std::string& id) {
    out.open("a", {{"href", "#" + id}, {"class", "link"}}).text(w.word("web-link"));
    out.element("span", {{"class", "vh"}}, ": " + exhibit.number).close().line();
}

void notes(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const std::string& own_note) {
    using Piece = vocabulary::ExhibitPiece;
    const bool base = w.shows(Piece::base) && !exhibit.base.empty();
    const bool note = w.shows(Piece::note) && (!exhibit.note.empty() || !own_note.empty());
    const bool source = w.shows(Piece::source) && !exhibit.source.empty();
    if (!base && !note && !source) return;
    out.open("p", {{"class", "no"}});
    if (base) out.element("b", w.word("base")).raw(" ").text(exhibit.base).raw(" ");
    if (note) {
        out.element("b", w.word("note")).raw(" ");
        w.inlines(out, exhibit.note, true);
        if (!own_note.empty()) out.raw(exhibit.note.empty() ? "" : " ").text(own_note);
        out.raw(" ");
    }
    if (source) {
        out.element("b", w.word("source")).raw(" ");
        w.inlines(out, exhibit.source, true);
    }
    out.close().line();
}

}  // namespace

std::string sparkline(Writing& w, const std::vector<std::optional<double>>& values, base::Size size,
                      const std::string& unit, std::optional<std::pair<double, double>> common) {
    const auto items = chart::sparkline(values, {0, 0, size.width, size.height}, w.layout.chart, common);
    if (items.empty()) return {};
    return svg_of(items, size, {"spark", "spark", 1, chart::describe(values, unit, w.locale), false, {}}, w.look(),
                  w.diagnostics);
}

std::string phone_drawing(Writing& w, const doc::Exhibit& exhibit, const std::string& id) {
    const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
    return chart == nullptr ? std::string() : Charts(w, exhibit, *chart).phone(id);
}

void exhibit_data(Writing& w, html::Writer& out, const doc::Exhibit& exhibit) {
    if (std::holds_alternative<doc::Picture>(exhibit.content)) return;
    const auto id = id_of(exhibit.id);
    const bool shown = w.has_id(id);  // on a slide
    out.open("div",
             shown ? html::Attributes{{"class", "xd"}} : html::Attributes{{"class", "xd"}, {"id", w.unique(id)}});
    out.open("p", {{"class", "ti"}}).text(exhibit.number + (exhibit.number.empty() ? "" : "  "));
    out.text(doc::plain_text(exhibit.title)).close();
    panel(w, out, exhibit);
    own_link(w, out, exhibit, id);
    out.close().line();
}

bool exhibit(Writing& w, html::Writer& out, const doc::Exhibit& exhibit) {
    using Piece = vocabulary::ExhibitPiece;
    if (!w.shown_exhibits.insert(exhibit.id).second) return true;
    const auto id = w.unique(id_of(exhibit.id));
    bool wide = exhibit.width == vocabulary::Width::full || std::holds_alternative<doc::Table>(exhibit.content);
    std::string own_note, drawings;
    if (const auto* chart = std::get_if<doc::Chart>(&exhibit.content)) {
        Charts charts(w, exhibit, *chart);
        drawings = charts.run();
        own_note = charts.note();
        wide = charts.is_wide();
    }
    html::Attributes attributes{{"class", wide ? "x wide" : "x"}, {"id", id}};
    std::string uses;
    if (const auto of = w.in.numbers.of_exhibits.find(exhibit.id); of != w.in.numbers.of_exhibits.end())
        for (const auto index : of->second) uses += fmt::format("{}{}", uses.empty() ? "" : " ", index);
    if (!uses.empty()) attributes.emplace_back("data-uses", uses);
    out.open("figure", attributes).line();
    out.open("figcaption");
    if (w.shows(Piece::number) && !exhibit.number.empty()) {
        out.open("p", {{"class", "en"}}).text(exhibit.number);
        if (w.shows(Piece::sticker) && !exhibit.sticker.empty())
            out.raw(" ").element("span", {{"class", "chip"}}, exhibit.sticker);
        out.close();
    }
    if (w.shows(Piece::title)) {
        out.open("p", {{"class", "ti"}});
        w.inlines(out, exhibit.title, true);
        out.close();
    }
    if (w.shows(Piece::subtitle) && !exhibit.subtitle.empty()) {
        out.open("p", {{"class", "su"}});
        w.inlines(out, exhibit.subtitle, true);
        out.close();
    }
    out.close().line();
    if (std::holds_alternative<doc::Chart>(exhibit.content))
        out.raw(drawings);
    else if (const auto* rows = std::get_if<doc::Table>(&exhibit.content))
        table(w, out, exhibit, *rows, id_of(exhibit.id));
    else
        picture(w, out, exhibit, std::get<doc::Picture>(exhibit.content));
    notes(w, out, exhibit, own_note);
    panel(w, out, exhibit);
    own_link(w, out, exhibit, id);
    out.close().line();
    return wide;
}

}  // namespace precis::web
