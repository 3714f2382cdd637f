// A table with headings of columns and rows. On phones CSS shows each row as a block: name, leading value, bar, rest.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "chart/chart.h"
#include "scene/shapes.h"
#include "web/exhibits.h"

namespace precis::web {
namespace {

using Show = doc::TableColumn::Show;

constexpr double kBarWidth = 110, kBarHeight = 10;  // of the longest bar, CSS pixels
constexpr base::Size kSpark{92, 20};                // of a sparkline
constexpr std::size_t kMonths = 12;                 // a series of so many values is a year, drawn as columns

/// The letter of a table's note, which is counted from 1: a to z, then aa.
std::string note_letter(std::size_t note) {
    std::string letters;
    for (; note > 0; note = (note - 1) / 26) letters.insert(letters.begin(), static_cast<char>('a' + (note - 1) % 26));
    return letters;
}

const std::string& words_of(const doc::Value& value) {
    return value.text.empty() ? value.category : value.text;
}

bool is_empty(const doc::Value& value) {
    return words_of(value).empty() && value.series.empty() && value.note == 0;
}

struct Reach {
    double largest = 0;                               // absolute number of body rows
    std::optional<std::pair<double, double>> series;  // least and largest number of its sparklines
};

class TableWriter {
  public:
    TableWriter(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const doc::Table& table, std::string id)
        : w_(w), out_(out), exhibit_(exhibit), table_(table), id_(std::move(id)) {}

    void run() {
        find_reach();
        for (std::size_t c = 1; c < table_.columns.size() && lead_ == 0; ++c)
            if (table_.columns[c].show == Show::bar) lead_ = c;
        for (std::size_t c = 1; c < table_.columns.size() && lead_ == 0; ++c)
            if (table_.columns[c].is_number()) lead_ = c;
        find_short();
        const bool words = std::none_of(table_.columns.begin(), table_.columns.end(), [](const auto& column) {
            return column.is_number() || column.show != Show::text;
        });
        out_.open("div", {{"class", "scroll"},
                          {"tabindex", "0"},
                          {"role", "region"},
                          {"aria-label", exhibit_.number.empty() ? doc::plain_text(exhibit_.title) : exhibit_.number}});
        out_.open("table", {{"class", words ? "tab words" : "tab"}, {"role", "table"}});
        out_.open("caption", {{"class", "vh"}}).text(doc::plain_text(exhibit_.title)).close();
        heads();
        out_.open("tbody", {{"role", "rowgroup"}});
        for (const auto& row : table_.rows) add(row);
        out_.close().close().close().line();
        if (!table_.notes.empty()) {
            out_.open("ol", {{"class", "tn"}});
            for (const auto& note : table_.notes) out_.element("li", note);
            out_.close().line();
        }
    }

  private:
    void find_reach() {
        reach_.resize(table_.columns.size());
        for (const auto& row : table_.rows) {
            if (row.kind != doc::Table::Row::Kind::body) continue;
            for (std::size_t c = 0; c < row.cells.size() && c < reach_.size(); ++c) {
                if (row.cells[c].number)
                    reach_[c].largest = std::max(reach_[c].largest, std::abs(*row.cells[c].number));
                for (const auto& value : row.cells[c].series) {
                    if (!value || !std::isfinite(*value)) continue;
                    auto& ends = reach_[c].series;
                    ends = ends ? std::pair(std::min(ends->first, *value), std::max(ends->second, *value))
                                : std::pair(*value, *value);
                }
            }
        }
    }

    /// Columns of short words, such as names and dates, stay on one line if the table then still has room.
    void find_short() {
        constexpr std::size_t kShort = 18;                        // letters
        constexpr double kLetter = 7.6, kPads = 20, kMost = 900;  // CSS pixels: of a letter, of a cell, of a table
        short_.resize(table_.columns.size(), false);
        double width = 0;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const auto& column = table_.columns[c];
            std::size_t longest = 0;
            for (const auto& row : table_.rows)
                if (c < row.cells.size() && row.kind == doc::Table::Row::Kind::body)
                    longest = std::max(longest, base::utf8_length(words_of(row.cells[c])));
            short_[c] = column.show == Show::text && !column.is_number() && longest <= kShort;
            width += static_cast<double>(longest) * kLetter + kPads;
            if (column.show == Show::bar) width += kBarWidth;
            if (column.show == Show::sparkline) width += kSpark.width;
        }
        if (width > kMost) std::fill(short_.begin(), short_.end(), false);
    }

    std::string class_of(std::size_t c) const {
        const auto& column = table_.columns[c];
        std::string classes = column.is_number() ? "r" : short_[c] ? "nb" : "";
        if (column.words) classes += " e";
        if (column.centered) classes += " m";
        classes.erase(0, classes.find_first_not_of(' '));
        if (c == lead_ && lead_ > 0) classes += " lead";
        if (table_.columns[c].show == Show::sparkline) classes += " sp";
        return classes;
    }
    html::Attributes of(std::size_t c) const {
        const auto classes = class_of(c);
        html::Attributes attributes;
        if (!classes.empty()) attributes.emplace_back("class", classes);
        return attributes;
    }

    void note_mark(std::size_t note) {
        if (note == 0) return;
        out_.element("sup", {{"class", "nm"}}, note_letter(note));
    }

    /// Headings over columns first, each over as many as have it.
    void heads() {
        std::size_t levels = 0;
        for (const auto& column : table_.columns) levels = std::max(levels, column.over.size());
        out_.open("thead", {{"role", "rowgroup"}});
        for (std::size_t level = 0; level < levels; ++level) {
            out_.open("tr", {{"role", "row"}});
            for (std::size_t c = 0; c < table_.columns.size();) {
                const auto& over = table_.columns[c].over;
                const auto name = level < over.size() ? over[level] : std::string();
                std::size_t end = c + 1;
                while (!name.empty() && end < table_.columns.size() && level < table_.columns[end].over.size() &&
                       table_.columns[end].over[level] == name)
                    ++end;
                if (name.empty()) {
                    out_.element("td", {{"role", "cell"}}, "");
                } else {
                    out_.element("th",
                                 {{"scope", "colgroup"},
                                  {"role", "columnheader"},
                                  {"class", "over2"},
                                  {"colspan", fmt::format("{}", end - c)}},
                                 name);
                }
                c = end;
            }
            out_.close();
        }
        out_.open("tr", {{"role", "row"}});
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            auto attributes = of(c);
            attributes.emplace_back("scope", "col");
            attributes.emplace_back("role", "columnheader");
            if (table_.columns[c].label.empty() && table_.columns[c].note == 0) {
                out_.element("td", {{"role", "cell"}}, "");
                continue;
            }
            out_.open("th", attributes).text(table_.columns[c].label);
            note_mark(table_.columns[c].note);
            out_.close();
        }
        out_.close().close().line();
    }

    void add(const doc::Table::Row& row) {
        using Kind = doc::Table::Row::Kind;
        if (row.kind == Kind::group) {
            out_.open("tr", {{"class", fmt::format("group g{}", row.level)}, {"role", "row"}});
            const bool alone = std::all_of(row.cells.begin() + (row.cells.empty() ? 0 : 1), row.cells.end(),
                                           [](const doc::Value& value) { return words_of(value).empty(); });
            if (alone && !row.cells.empty()) {
                out_.element("th",
                             {{"scope", "colgroup"},
                              {"role", "rowheader"},
                              {"colspan", fmt::format("{}", std::max<std::size_t>(table_.columns.size(), 1))}},
                             words_of(row.cells.front()));
                out_.close().line();
                return;
            }
        } else {
            out_.open("tr", row.kind == Kind::total ? html::Attributes{{"class", "total"}, {"role", "row"}}
                                                    : html::Attributes{{"role", "row"}});
        }
        for (std::size_t c = 0; c < row.cells.size() && c < table_.columns.size(); ++c) cell(row, c);
        out_.close().line();
    }

    void cell(const doc::Table::Row& row, std::size_t c) {
        const auto& value = row.cells[c];
        const bool body = row.kind == doc::Table::Row::Kind::body;
        auto attributes = of(c);
        const auto& column = table_.columns[c];
        const auto tint = body && column.show == Show::heat ? tint_of(value, reach_[c].largest) : std::string();
        if (!tint.empty()) {
            if (attributes.empty())
                attributes.emplace_back("class", tint);
            else
                attributes.front().value += " " + tint;
        }
        if (c == 0) {
            attributes.emplace_back("scope", "row");
            attributes.emplace_back("role", "rowheader");
        } else {
            attributes.emplace_back("role", "cell");
            if (!column.label.empty() && !is_empty(value)) attributes.emplace_back("data-l", column.label);
        }
        if (value.number) attributes.emplace_back("data-v", fmt::format("{}", *value.number));
        out_.open(c == 0 ? "th" : "td", attributes);
        if (c < row.stamps.size() && !row.stamps[c].words.empty()) stamp(row.stamps[c]);
        content(value, column, c, body);
        out_.close();
    }

    void stamp(const doc::Stamp& stamp) {
        constexpr std::array<const char*, 4> kStates = {"none", "yes", "no", "open"};
        out_.element("span", {{"class", std::string("stamp ") + kStates.at(static_cast<std::size_t>(stamp.state))}},
                     stamp.words);
        out_.raw(" ");
    }

    void content(const doc::Value& value, const doc::TableColumn& column, std::size_t c, bool body) {
        if (column.show == Show::sparkline && !value.series.empty()) {
            const bool shared = column.scales == vocabulary::PanelScales::shared;
            if (value.series.size() == kMonths)
                out_.raw(months(value, column, shared ? reach_[c].series : std::nullopt));
            else
                out_.raw(
                    sparkline(w_, value.series, kSpark, column.unit_symbol, shared ? reach_[c].series : std::nullopt));
            return;
        }
        if (body && column.show == Show::arrow && value.number && *value.number != 0)
            out_.raw(*value.number > 0 ? "<i class=\"up\" aria-hidden=\"true\"></i>"
                                       : "<i class=\"down\" aria-hidden=\"true\"></i>");
        if (body && column.show == Show::dot && value.number) {
            out_.open("span", {{"class", *value.number == 0 ? "dot off" : "dot"}});
            out_.element("span", {{"class", "vh"}}, words_of(value)).close();
            return;
        }
        if (is_empty(value)) return;
        html::Attributes attributes{{"class", "v"}};
        if (column.is_number() && w_.locale.right_to_left()) attributes.emplace_back("dir", "ltr");
        out_.element("span", attributes, words_of(value));
        note_mark(value.note);
        if (body && column.show == Show::bar && value.number && reach_[c].largest > 0) out_.raw(bar(value, reach_[c]));
    }

    /// A bar is hatched as in charts if its value is a forecast, a plan or a partial period.
    std::string bar(const doc::Value& value, const Reach& reach) {
        const double length = kBarWidth * std::max(0.0, *value.number) / reach.largest;
        scene::Path path;
        path.steps = {scene::MoveTo{{0, 0}}, scene::LineTo{{length, 0}}, scene::LineTo{{length, kBarHeight}},
                      scene::LineTo{{0, kBarHeight}}, scene::ClosePath{}};
        const auto& theme = w_.layout.chart;
        if (value.status == data::Status::actual) {
            path.fill = theme.primary;
        } else {
            path.hatch =
                scene::Hatch{theme.primary, base::mixed(theme.primary, w_.layout.color("background"), 0.08), 3.2, 0.7};
            path.stroke = scene::Stroke{theme.primary, 1, {}, false};
        }
        return svg_of({std::move(path)}, {kBarWidth, kBarHeight},
                      {fmt::format("{}-b{}", id_, ++drawn_), "tb", 1, {}, false, {"preserveAspectRatio=\"none\""}},
                      w_.look(), w_.diagnostics);
    }

    std::string months(const doc::Value& value, const doc::TableColumn& column,
                       std::optional<std::pair<double, double>> common) {
        double highest = common ? common->second : 0;
        if (highest <= 0)
            for (const auto& n : value.series) highest = std::max(highest, n.value_or(0));
        if (highest <= 0) return {};
        const double step = kSpark.width / static_cast<double>(kMonths);
        std::vector<scene::Item> items;
        for (std::size_t i = 0; i < value.series.size(); ++i) {
            if (!value.series[i]) continue;
            const double h = std::max(0.8, kSpark.height * std::max(0.0, *value.series[i]) / highest);
            const double x = step * static_cast<double>(i);
            scene::Path path;
            path.steps = {scene::MoveTo{{x, kSpark.height}}, scene::LineTo{{x, kSpark.height - h}},
                          scene::LineTo{{x + step * 0.78, kSpark.height - h}},
                          scene::LineTo{{x + step * 0.78, kSpark.height}}, scene::ClosePath{}};
            path.fill = *value.series[i] >= highest ? w_.layout.chart.highlight : w_.layout.color("primary-soft");
            items.emplace_back(std::move(path));
        }
        return svg_of(items, kSpark,
                      {"m", "spark", 1, chart::describe(value.series, column.unit_symbol, w_.locale), false, {}},
                      w_.look(), w_.diagnostics);
    }

    /// The classes of a tinted cell: its ground, and the ink or paper that is read on it.
    std::string tint_of(const doc::Value& value, double largest) {
        const auto& ramp = w_.layout.chart.sequential;
        if (!value.number || ramp.empty() || largest <= 0) return {};
        const double share = std::clamp(*value.number / largest, 0.0, 1.0);
        const auto& ground = ramp[static_cast<std::size_t>(std::lround(share * static_cast<double>(ramp.size() - 1)))];
        return fmt::format("heat b{}", w_.palette.ground(ground));
    }

    Writing& w_;
    html::Writer& out_;
    const doc::Exhibit& exhibit_;
    const doc::Table& table_;
    std::string id_;
    std::vector<Reach> reach_;
    std::vector<bool> short_;  // pairs with columns
    std::size_t lead_ = 0, drawn_ = 0;
};

}  // namespace

void table(Writing& w, html::Writer& out, const doc::Exhibit& exhibit, const doc::Table& table, const std::string& id) {
    TableWriter(w, out, exhibit, table, id).run();
}

}  // namespace precis::web
