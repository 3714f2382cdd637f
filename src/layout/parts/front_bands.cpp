// The bands of a first page: masthead, title, summary with the meta data beside it, tiles of key figures.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

constexpr double kAnyWidth = 1e4;

// A text as a marked paragraph at (x, y); gives its height.
double put_text(Setting& s, const doc::Inlines& words, const style::TextStyle& style, base::Rect at, scene::Role role,
                std::vector<scene::Item>& items) {
    auto set = set_text(s, words, style, at.width);
    shift(set.items, at.x, at.y);
    auto m = mark(s, role);
    if (role == scene::Role::heading) m.level = 1;
    m.span = span_of(words);
    m.items = std::move(set.items);
    items.emplace_back(std::move(m));
    return set.height;
}

doc::Inlines words(std::string text) {
    return {doc::Words{std::move(text), {}, {}, {}, {}, {}, {}}};
}

double right_aligned(Setting& s, const std::string& text, style::TextStyle style, double x, double width, double y,
                     std::vector<scene::Item>& items) {
    if (text.empty()) return 0;
    style.align = style::Align::right;
    return put_text(s, words(text), style, {x, y, width, 0}, scene::Role::paragraph, items);
}

// A tile's value on one line: smaller where a long unit would break it.
Set set_figure(Setting& s, std::vector<text::Run> runs, double width) {
    const auto& style = s.style("figure-value");
    const double wanted = set_runs(s, runs, style, kAnyWidth).width;
    if (wanted > width) {
        for (auto& run : runs) run.size *= width / wanted * 0.995;
    }
    return set_runs(s, std::move(runs), style, width);
}

// The layout's own words at the right, a line each.
void masthead_words(Setting& s, std::string_view pattern, base::Rect at, std::vector<scene::Item>& items) {
    auto style = s.style("meta");
    style.align = style::Align::right;
    while (!pattern.empty()) {
        const auto end = std::min(pattern.find('\n'), pattern.size());
        auto runs = words_of_pattern(s.document, pattern.substr(0, end), style, s.style("meta-strong"));
        if (!runs.empty()) {
            auto set = set_runs(s, std::move(runs), style, at.width);
            shift(set.items, at.x, at.y);
            auto p = mark(s, scene::Role::paragraph);
            p.items = std::move(set.items);
            items.emplace_back(std::move(p));
            at.y += style.leading;
        }
        pattern.remove_prefix(std::min(end + 1, pattern.size()));
    }
}

}  // namespace

void masthead_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& l = s.layout;
    const auto& d = s.document;
    const auto full = strip_of(l, l.master("page"), "full");
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    piece.items.push_back(filled({0, 0, l.page.width, 5}, l.color("foreground")));
    const auto& style = s.style("wordmark");
    auto set = set_text(s, l.brand.name.empty() ? d.publisher : l.brand.name, style, full.width / 2);
    shift(set.items, full.x, 24 - style.leading * 0.16);
    const double base_y = 24 - style.leading * 0.16 + baseline(s, style);
    const double square = style.size * 0.22;
    auto m = mark(s, scene::Role::paragraph);
    m.items = std::move(set.items);
    piece.items.emplace_back(std::move(m));
    piece.items.push_back(filled({full.x + set.width + 2, base_y - square, square, square}, l.color("vermilion")));
    const double half = full.width / 2 - l.grid.gutter;
    if (part.label.empty()) {
        const auto second = d.audience_title.empty() ? d.document_type : d.audience_title;
        const double first_h =
            right_aligned(s, d.short_title, s.style("meta-strong"), full.right_x() - half, half, 27, piece.items);
        right_aligned(s, second, s.style("meta"), full.right_x() - half, half, 27 + first_h, piece.items);
    } else {
        masthead_words(s, part.label, {full.right_x() - half, 27, half, 0}, piece.items);
    }
    piece.items.push_back(rule(full.x, text_top(l), full.width, 0.5, l.color("tertiary")));
    piece.height = 10;
    // The masthead stands in the head's place, above the text area.
    shift(piece.items, 0, -text_top(l));
    band.before = 0;
    band.rows.push_back(std::move(piece));
}

void title_band(Setting& s, const style::PartRule&, Band& band) {
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    piece.height = put_text(s, s.document.title, s.style("title"), {band.strip.x, 0, band.strip.width, 0},
                            scene::Role::heading, piece.items);
    piece.anchors.push_back({"title", {band.strip.x, 0}});
    piece.keep_next = true;
    band.before = 0;
    band.rows.push_back(std::move(piece));
}

void summary_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& d = s.document;
    const auto& parts = s.layout.parts;
    // A cover has the subtitle already.
    const bool covered = std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.part == "cover"; });
    if (!part.heading.empty() && !d.summary.empty()) band.rows.push_back(label_piece(s, part, "summary", false));
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    double side_y = 2;
    if (band.side) {
        const auto& at = *band.side;
        const auto add = [&](const std::string& text, const char* style) {
            if (text.empty()) return;
            side_y += put_text(s, words(text), s.style(style), {at.x, side_y, at.width, 0}, scene::Role::paragraph,
                               piece.items);
        };
        add(d.document_type, "overline");
        add(d.date, "meta-strong");
        if (!d.edition.empty()) add(d.edition, "meta");
        for (const auto& author : d.authors) add(author, "meta");
        add(d.publisher, "meta");
        add(d.classification, "meta");
    }
    double y = 0;
    if (!d.subtitle.empty() && !covered) {
        auto style = s.style("summary");
        style.weight = 700;
        style.color = s.layout.color("foreground");
        y +=
            put_text(s, d.subtitle, style, {band.strip.x, y, band.strip.width, 0}, scene::Role::paragraph, piece.items);
        y += d.summary.empty() ? 0 : 3.5;
    }
    for (const auto& block : d.summary) {
        const auto* p = std::get_if<doc::Paragraph>(&block.content);
        if (!p) continue;
        y += put_text(s, p->inlines, s.style("summary"), {band.strip.x, y, band.strip.width, 0}, scene::Role::paragraph,
                      piece.items);
    }
    piece.height = std::max(y, side_y);
    band.before = 10.5;
    if (!piece.items.empty()) band.rows.push_back(std::move(piece));
}

void figures_band(Setting& s, const style::PartRule& part, Band& band) {
    auto figures = s.document.key_figures;
    if (part.max > 0 && figures.size() > static_cast<std::size_t>(part.max))
        figures.resize(static_cast<std::size_t>(part.max));
    if (figures.empty()) return;
    const auto count = figures.size();
    const double gutter = s.layout.grid.gutter;
    const bool strip = part.arrange == "strip";
    const double width = (band.strip.width - static_cast<double>(count - 1) * gutter) / static_cast<double>(count);
    Piece piece;
    piece.path = {mark(s, scene::Role::section), mark(s, scene::Role::list)};
    for (std::size_t i = 0; i < count; ++i) {
        const auto& f = figures[i];
        const double x = band.strip.x + static_cast<double>(i) * (width + gutter);
        auto item = mark(s, scene::Role::list_item);
        item.span = f.span;
        auto body = mark(s, scene::Role::list_body);
        const double ruled = strip && i + 1 < count ? width + gutter : width;  // of a strip: one line over all tiles
        body.items.push_back(rule(x, 0, ruled, 1.25, s.layout.color("foreground")));
        std::vector<text::Run> runs;
        if (!f.sign.empty()) runs.push_back(run_of(f.sign, s.style("figure-sign")));
        runs.push_back(run_of(f.number, s.style("figure-value")));
        if (!f.unit.empty()) {
            const bool word = f.unit.size() > 3;
            runs.push_back(run_of((word ? "\u2009" : "") + f.unit, s.style("figure-unit")));
        }
        double y = 7;
        auto value = set_figure(s, std::move(runs), width);
        shift(value.items, x, y);
        auto p = mark(s, scene::Role::paragraph);
        p.items = std::move(value.items);
        body.items.emplace_back(std::move(p));
        if (!f.status_word.empty()) {
            const auto& style = s.style("sticker");
            auto tag = set_text(s, f.status_word, style, width);
            const double w = tag.width + 7, h = style.leading + 2;
            const base::Rect box{x + width - w, 7.5, w, h};
            shift(tag.items, box.x + 3.5, box.y + 1);
            scene::Path frame;
            frame.steps = {scene::MoveTo{{box.x, box.y}}, scene::LineTo{{box.right(), box.y}},
                           scene::LineTo{{box.right(), box.bottom()}}, scene::LineTo{{box.x, box.bottom()}},
                           scene::ClosePath{}};
            frame.stroke = scene::Stroke{s.layout.color("primary"), 0.75, {2, 1.5}, false};
            body.items.push_back(artifact({std::move(frame)}));
            auto tp = mark(s, scene::Role::paragraph);
            tp.items = std::move(tag.items);
            body.items.emplace_back(std::move(tp));
        }
        y += value.height + 5;
        y += put_text(s, f.label, s.style("figure-label"), {x, y, width, 0}, scene::Role::paragraph, body.items);
        if (!f.detail.empty()) {
            y += 2;
            y += put_text(s, f.detail, s.style("figure-detail"), {x, y, width, 0}, scene::Role::paragraph, body.items);
        }
        if (!f.trend.empty()) {
            auto trend = mark(s, scene::Role::figure);
            trend.alternative = chart::describe(f.trend, {}, s.locale);
            trend.items = chart::sparkline(f.trend, {x, y + 3, width, 16}, s.layout.chart);
            body.items.emplace_back(std::move(trend));
            y += 21;
        }
        piece.height = std::max(piece.height, y);
        item.items.emplace_back(std::move(body));
        piece.items.emplace_back(std::move(item));
    }
    band.before = 21;
    band.rows.push_back(std::move(piece));
}

}  // namespace precis::layout
