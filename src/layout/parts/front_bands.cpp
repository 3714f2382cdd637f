// The bands of a first page: masthead, title, summary with date and authors beside it, tiles of key figures.
#include <fmt/format.h>

#include <algorithm>

#include "layout/blocks/pattern_words.h"
#include "layout/blocks/runs.h"
#include "layout/blocks/sticker.h"
#include "layout/ground/brand_mark.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

constexpr double kAnyWidth = 1e4;

// Points; places of the masthead are those of docs/design/looks.md#pages, the rest was chosen by eye on the samples.
constexpr double kInkBar = 5, kWordmarkTop = 24, kMetaTop = 27;
constexpr double kLogo = 0.62;  // height of a logo: of the room between bar and hairline
constexpr double kAboveMastheadRule = 2;
constexpr double kMastheadHeight = 10;  // of the band, whose words are above the text area
constexpr double kSideTop = 2;          // so that the words at the side are level with the summary's first line
constexpr double kBelowSubtitle = 3.5;
constexpr double kAboveSummary = 10.5, kAboveFigures = 21;
constexpr double kShrink = 0.995;  // a value is set a little narrower than its tile: sums of widths are not exact
// A tile from top to bottom.
constexpr double kBelowRule = 7, kBelowValue = 5, kAboveDetail = 2, kAboveTrend = 3, kTrend = 16, kBelowTrend = 2;
constexpr double kStickerTop = 7.5;  // of a status word
constexpr double kBetweenFacts = 7.5;

// Adds a text as a marked paragraph at the top left of `at`, as wide as it; returns its height.
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

// Adds a line that ends at the right of `at`; returns its height.
double put_right_aligned(Setting& s, const std::string& text, style::TextStyle style, base::Rect at,
                         std::vector<scene::Item>& items) {
    if (text.empty()) return 0;
    style.align = style::Align::right;
    return put_text(s, plain_words(text), style, at, scene::Role::paragraph, items);
}

// A tile's value on one line, in smaller letters if it is too wide.
Set set_figure(Setting& s, std::vector<text::Run> runs, double width) {
    const auto& style = s.style("figure-value");
    const double wanted = set_runs(s, runs, style, kAnyWidth).width;
    if (wanted > width) {
        for (auto& run : runs) run.size *= width / wanted * kShrink;
    }
    return set_runs(s, std::move(runs), style, width);
}

// True if there is nothing behind the label but a citation.
bool is_only_cited(const doc::KeyFigure& figure) {
    return figure.detail.size() == 1 && std::holds_alternative<doc::Citation>(figure.detail.front());
}

// A key figure from top to bottom: rule, value, label, detail, trend; its status word at the right of the value.
class FigureTile {
  public:
    FigureTile(Setting& s, double x, double width) : s_(s), x_(x), width_(width) {}

    scene::Mark run(const doc::KeyFigure& figure, double rule_width) {
        auto item = mark(s_, scene::Role::list_item);
        item.span = figure.span;
        auto body = mark(s_, scene::Role::list_body);
        items_.push_back(rule(x_, 0, rule_width, 1.25, s_.layout.color("foreground")));
        auto value = set_figure(s_, value_runs(figure), width_);
        y_ = kBelowRule;
        const double value_height = value.height;
        shift(value.items, x_, y_);
        add_paragraph(std::move(value.items));
        if (!figure.status_word.empty()) add_status(figure.status_word);
        y_ += value_height + kBelowValue;
        const bool only_cited = is_only_cited(figure);
        auto label = figure.label;
        if (only_cited) label.push_back(figure.detail.front());
        y_ += add_text(label, "figure-label");
        if (!figure.detail.empty() && !only_cited) {
            y_ += kAboveDetail;
            y_ += add_text(figure.detail, "figure-detail");
        }
        if (!figure.trend.empty()) add_trend(figure);
        body.items = std::move(items_);
        item.items.emplace_back(std::move(body));
        return item;
    }

    double height() const { return y_; }

  private:
    std::vector<text::Run> value_runs(const doc::KeyFigure& figure) const {
        std::vector<text::Run> runs;
        if (!figure.sign.empty()) runs.push_back(run_of(figure.sign, s_.style("figure-sign")));
        runs.push_back(run_of(figure.number, s_.style("figure-value")));
        if (!figure.unit.empty()) {
            const bool word = figure.unit.size() > kLongestSign;
            runs.push_back(run_of((word ? "\u2009" : "") + figure.unit, s_.style("figure-unit")));
        }
        return runs;
    }

    void add_paragraph(std::vector<scene::Item> items) {
        auto paragraph = mark(s_, scene::Role::paragraph);
        paragraph.items = std::move(items);
        items_.emplace_back(std::move(paragraph));
    }

    double add_text(const doc::Inlines& words, const char* style_name) {
        return put_text(s_, words, s_.style(style_name), {x_, y_, width_, 0}, scene::Role::paragraph, items_);
    }

    void add_status(const std::string& word) {
        add_sticker(s_, word, s_.style("sticker"), {x_ + width_, kStickerTop}, items_);
    }

    void add_trend(const doc::KeyFigure& figure) {
        auto trend = mark(s_, scene::Role::figure);
        trend.alternative = chart::describe(figure.trend, {}, s_.locale);
        trend.items = chart::sparkline(figure.trend, {x_, y_ + kAboveTrend, width_, kTrend}, s_.layout.chart);
        items_.emplace_back(std::move(trend));
        y_ += kAboveTrend + kTrend + kBelowTrend;
    }

    Setting& s_;
    double x_, width_;
    double y_ = 0;
    std::vector<scene::Item> items_;
};

// A key figure as a line of facts. Words stand under their label, a number over its own, as each is read.
Piece fact_piece(Setting& s, const doc::KeyFigure& figure, const Strip& strip) {
    auto item = mark(s, scene::Role::list_item);
    item.span = figure.span;
    auto body = mark(s, scene::Role::list_body);
    auto value =
        plain_words(figure.sign + figure.number + (figure.unit.size() > kLongestSign ? "\u00a0" : "") + figure.unit);
    auto more = figure.detail;  // its citation stands behind the value
    if (const auto* cited = more.empty() ? nullptr : std::get_if<doc::Citation>(&more.back())) {
        value.emplace_back(*cited);
        more.pop_back();
    }
    Piece piece;
    const auto add = [&](const doc::Inlines& words, const char* style) {
        if (words.empty()) return;
        piece.height += put_text(s, words, s.style(style), {strip.x, piece.height, strip.width, 0},
                                 scene::Role::paragraph, body.items);
    };
    if (figure.is_words) add(figure.label, "fact-label");
    add(value, "fact-value");
    if (!figure.is_words) add(figure.label, "fact-label");
    if (!figure.status_word.empty()) add(plain_words(figure.status_word), "fact-label");
    add(more, "fact-label");
    item.items.emplace_back(std::move(body));
    piece.items.emplace_back(std::move(item));
    return piece;
}

// The first key figure as a tile, then a hairline and the others as facts.
void facts_band(Setting& s, const std::vector<doc::KeyFigure>& figures, const Path& path, Band& band) {
    Piece first;
    first.path = path;
    FigureTile tile(s, band.strip.x, band.strip.width);
    first.items.emplace_back(tile.run(figures.front(), band.strip.width));
    first.height = tile.height();
    first.keep_next = figures.size() > 1;
    band.rows.push_back(std::move(first));
    for (std::size_t i = 1; i < figures.size(); ++i) {
        auto fact = fact_piece(s, figures[i], band.strip);
        fact.path = path;
        fact.before = kBetweenFacts;
        if (i == 1) {
            shift(fact.items, 0, kBetweenFacts);
            fact.items.push_back(rule(band.strip.x, 0, band.strip.width, 0.5, s.layout.color("rule")));
            fact.height += kBetweenFacts;
        }
        fact.keep_next = i + 1 < figures.size();
        band.rows.push_back(std::move(fact));
    }
    band.spread = true;
}

// Puts the layout's own words at the right, or at the left with their first line in the style `first`: one paragraph
// for each line of the pattern. Returns their height.
double put_pattern(Setting& s, std::string_view pattern, const char* first, base::Rect at,
                   std::vector<scene::Item>& items) {
    const double top = at.y;
    bool leads = first != nullptr;
    while (!pattern.empty()) {
        const auto end = std::min(pattern.find('\n'), pattern.size());
        auto style = s.style(leads ? first : "meta");
        if (first == nullptr) style.align = style::Align::right;
        if (first != nullptr) style.balance = true;
        auto runs = words_of_pattern(s.document, pattern.substr(0, end), style, leads ? style : s.style("meta-strong"));
        leads = false;
        if (!runs.empty()) {
            auto set = set_runs(s, std::move(runs), style, at.width);
            shift(set.items, at.x, at.y);
            auto p = mark(s, scene::Role::paragraph);
            p.items = std::move(set.items);
            items.emplace_back(std::move(p));
            at.y += first == nullptr ? style.leading : set.height;
        }
        pattern.remove_prefix(std::min(end + 1, pattern.size()));
    }
    return at.y - top;
}

// The logo, else the wordmark: the name with a square behind it.
void put_brand(Setting& s, const Strip& full, std::vector<scene::Item>& items) {
    const auto& l = s.layout;
    const double room = text_top(l) - kInkBar;
    const base::Rect place{full.x, kInkBar + room * (1 - kLogo) / 2, full.width / 2, room * kLogo};
    if (auto logo = logo_mark(s, LogoPlace::masthead, l.color("background"), place)) {
        items.emplace_back(std::move(*logo));
        return;
    }
    const auto& name = brand_name(s);
    if (name.empty()) return;
    const auto& style = s.style("wordmark");
    auto set = set_text(s, name, style, full.width / 2);
    const auto places = wordmark_places(s, set.width, style.size);
    shift(set.items, full.x + places.words, kWordmarkTop - style.leading * kWordmarkRise);
    const double base_y = kWordmarkTop - style.leading * kWordmarkRise + baseline(s, style);
    auto m = mark(s, scene::Role::paragraph);
    m.items = std::move(set.items);
    items.emplace_back(std::move(m));
    const double side = places.side;
    items.push_back(filled({full.x + places.square, base_y - side, side, side}, l.color("accent")));
}

// Tiles in a row.
std::size_t columns_of(style::Arrange arrange, const Strip& strip, std::size_t count) {
    if (arrange == style::Arrange::stack) return 1;
    if (arrange == style::Arrange::columns) return std::max<std::size_t>(strip.column_x.size(), 1);
    return count;  // a row or a strip
}

}  // namespace

void masthead_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& l = s.layout;
    const auto& d = s.document;
    const auto full = strip_of(l, l.master("page"), "full");
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    piece.items.push_back(filled({0, 0, l.page.width, kInkBar}, l.color("foreground")));
    put_brand(s, full, piece.items);
    const double half = full.width / 2 - l.grid.gutter;
    if (part.label.empty()) {
        const auto second = d.audience_title.empty() ? d.document_type : d.audience_title;
        const base::Rect at{full.right_x() - half, kMetaTop, half, 0};
        const double first_height = put_right_aligned(s, d.short_title, s.style("meta-strong"), at, piece.items);
        put_right_aligned(s, second, s.style("meta"), {at.x, at.y + first_height, half, 0}, piece.items);
    } else {
        put_pattern(s, part.label, nullptr, {full.right_x() - half, kMetaTop, half, 0}, piece.items);
    }
    // Words that need more than the margin push the rule, and what follows, down.
    double lowest = text_top(l);
    for (const auto& item : piece.items) lowest = std::max(lowest, scene::bounds(item).bottom() + kAboveMastheadRule);
    piece.items.push_back(rule(full.x, lowest, full.width, 0.5, l.color("rule")));
    piece.height = kMastheadHeight + lowest - text_top(l);
    // Rows are placed from the top of the text area on; the masthead is above it, in place of a running head.
    shift(piece.items, 0, -text_top(l));
    band.before = 0;
    band.rows.push_back(std::move(piece));
}

void title_band(Setting& s, const style::PartRule& part, Band& band) {
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    piece.height = put_text(s, s.document.title, part_style(s, part, "", "title"),
                            {band.strip.x, 0, band.strip.width, 0}, scene::Role::heading, piece.items);
    piece.anchors.push_back({"title", {band.strip.x, 0}});
    piece.keep_next = true;
    band.before = 0;
    band.rows.push_back(std::move(piece));
}

void summary_band(Setting& s, const style::PartRule& part, Band& band) {
    const auto& d = s.document;
    const auto& parts = s.layout.parts;
    // A cover shows the subtitle already.
    const bool covered =
        std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.part == style::Part::cover; });
    // The words of a label without a style of its own stand at the side, in place of those that stand there else.
    const bool own_side = band.side && part.heading.empty() && !part.label.empty();
    if (!d.summary.empty() && !own_side) add_asked_label(s, part, "summary", band.rows);
    Piece piece;
    piece.path = {mark(s, scene::Role::section)};
    double side_y = kSideTop;
    if (own_side) {
        side_y += put_pattern(s, part.label, "overline", {band.side->x, side_y, band.side->width, 0}, piece.items);
    } else if (band.side) {
        const auto& at = *band.side;
        const auto add = [&](const std::string& text, const char* style) {
            if (text.empty()) return;
            side_y += put_text(s, plain_words(text), s.style(style), {at.x, side_y, at.width, 0},
                               scene::Role::paragraph, piece.items);
        };
        add(d.document_type, "overline");
        add(d.date, "meta-strong");
        if (!d.edition.empty()) add(d.edition, "meta");
        for (const auto& author : d.authors) add(author.name, "meta");
        add(d.publisher, "meta");
        add(d.classification, "meta");
    }
    double y = 0;
    const bool beside = own_side && names(part.label, vocabulary::BuiltIn::subtitle);
    if (!d.subtitle.empty() && !covered && !beside) {
        auto style = part_style(s, part, "", "summary");
        style.weight = 700;
        style.color = s.layout.color("foreground");
        y +=
            put_text(s, d.subtitle, style, {band.strip.x, y, band.strip.width, 0}, scene::Role::paragraph, piece.items);
        y += d.summary.empty() ? 0 : kBelowSubtitle;
    }
    for (const auto& block : d.summary) {
        const auto* p = std::get_if<doc::Paragraph>(&block.content);
        if (!p) continue;
        y += put_text(s, p->inlines, part_style(s, part, "", "summary"), {band.strip.x, y, band.strip.width, 0},
                      scene::Role::paragraph, piece.items);
    }
    piece.height = std::max(y, side_y);
    band.before = kAboveSummary;
    if (!piece.items.empty()) band.rows.push_back(std::move(piece));
}

void figures_band(Setting& s, const style::PartRule& part, Band& band) {
    auto figures = s.document.key_figures;
    if (part.max > 0 && figures.size() > static_cast<std::size_t>(part.max))
        figures.resize(static_cast<std::size_t>(part.max));
    if (figures.empty()) return;
    const auto count = figures.size();
    const double gutter = s.layout.grid.gutter;
    const auto columns = columns_of(part.arrange.value_or(style::Arrange::row), band.strip, count);
    const double width = (band.strip.width - static_cast<double>(columns - 1) * gutter) / static_cast<double>(columns);
    add_asked_label(s, part, "key-figures", band.rows);
    const Path path{mark(s, scene::Role::section), mark(s, scene::Role::list)};
    band.before = kAboveFigures;
    if (part.arrange == style::Arrange::facts) return facts_band(s, figures, path, band);
    for (std::size_t first = 0; first < count; first += columns) {
        Piece piece;
        piece.path = path;
        piece.before = first > 0 ? kAboveFigures : 0;
        for (auto i = first; i < std::min(count, first + columns); ++i) {
            const double x = band.strip.x + static_cast<double>(i - first) * (width + gutter);
            const bool joined = part.arrange == style::Arrange::strip && i + 1 < count;  // one rule over all tiles
            FigureTile tile(s, x, width);
            piece.items.emplace_back(tile.run(figures[i], joined ? width + gutter : width));
            piece.height = std::max(piece.height, tile.height());
        }
        piece.keep_next = first + columns < count;
        band.rows.push_back(std::move(piece));
    }
}

}  // namespace precis::layout
