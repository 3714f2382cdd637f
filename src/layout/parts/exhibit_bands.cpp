// The band of a one-pager's exhibits, and sources as one running paragraph.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Of the layout's chart height, for exhibits that fill the page; chosen by eye on the one-pager.
constexpr double kLeastPlot = 0.6, kMostPlot = 2;

// True unless the exhibit is a chart whose rows need more than its height.
bool can_be_drawn(const Setting& s, const doc::Exhibit& exhibit, double width) {
    const auto* chart = std::get_if<doc::Chart>(&exhibit.content);
    if (chart == nullptr) return true;
    Trial trial(s);
    (void)plot(trial.setting(), exhibit, *chart, {width, *exhibit.height, true});
    return !diag::has_errors(trial.setting().out);
}

}  // namespace

void exhibits_band(Setting& s, const style::PartRule& part, double fill, Band& band) {
    const auto& exhibits = s.document.exhibits;
    if (exhibits.empty()) return;
    const Path path{mark(s, scene::Role::section)};
    Pieces label;
    add_asked_label(s, part, "list-of-exhibits", label);
    const Measure measure{band.strip.width, band.strip.width, 0};
    band.fills = part.arrange == style::Arrange::fill;
    const auto& parts = s.layout.parts;
    const bool alone = exhibits.size() == 1 && std::none_of(parts.begin(), parts.end(), [](const auto& other) {
                           return other.part == style::Part::sections;
                       });
    for (const auto& exhibit : exhibits) {
        auto shown = exhibit;
        // The only exhibit of a page needs no number: no text refers to it.
        if (alone) shown.number.erase(std::min(shown.number.find("\u00a0"), shown.number.size()));
        if (band.fills) {
            const double wish = s.layout.chart.height;
            const double share = fill / static_cast<double>(exhibits.size());
            shown.height = std::clamp(wish + share, wish * kLeastPlot, wish * kMostPlot);
            if (!can_be_drawn(s, shown, measure.full)) shown.height.reset();
        }
        add_exhibit(s, shown, path, measure, band.rows);
    }
    for (auto& piece : band.rows) {
        const double x = piece.turned ? 0 : band.strip.x;  // a page on its side has its own frames
        shift(piece.items, x, 0);
        for (auto& anchor : piece.anchors) anchor.at.x += x;
        piece.spans = piece.floats = false;
    }
    band.rows.back().after = 0;
    band.rows.insert(band.rows.begin(), std::make_move_iterator(label.begin()), std::make_move_iterator(label.end()));
}

void running_sources_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& style = part_style(s, part, "", "source");
    const auto& number = part_style(s, part, "number", "source-number");
    const auto& lead = part_style(s, part, "lead", "exhibit-lead");
    const auto run = [&](const std::string& words, const style::TextStyle& look) {
        auto plain = run_of(words, look);
        plain.size = style.size;
        return plain;
    };
    Piece row;
    row.path = {mark(s, scene::Role::section), mark(s, scene::Role::paragraph)};
    std::vector<text::Run> runs{run(label_of(s, part, "sources") + "\u2002", lead)};
    for (const auto& source : s.document.sources) {
        row.anchors.push_back({fmt::format("source-{}", source.number), {band.strip.x, 0}});
        // In footnotes numbers mean notes, and marks by author have none.
        if (s.layout.citations != style::Citations::footnotes && !s.layout.cites_by_author())
            runs.push_back(run(fmt::format("{}\u00a0", source.number), number));
        auto words = source.text;
        const bool last = &source == &s.document.sources.back();
        words.push_back(plain_words((source.caveat.empty() ? "" : " " + source.caveat) + (last ? "" : " ")).front());
        for (auto& next : runs_of(s, words, style)) runs.push_back(std::move(next));
    }
    auto set = set_runs(s, std::move(runs), style, band.strip.width);
    shift(set.items, band.strip.x, 0);
    row.items = std::move(set.items);
    row.height = set.height;
    band.rows.push_back(std::move(row));
}

}  // namespace precis::layout
