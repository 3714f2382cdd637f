// The cover: wordmark, title and subtitle on a ground; below them the lead exhibit drawn as ridges, and the first key
// figure in the corner that the ridges leave free, or above them.
#include <algorithm>

#include "chart/ridges.h"
#include "doc/exhibits.h"
#include "layout/blocks/runs.h"
#include "layout/ground/brand_mark.h"
#include "layout/parts/bands.h"

namespace precis::layout {
namespace {

// Points and shares, chosen by eye on the data report's cover.
constexpr double kTop = 40, kTitleTop = 96;  // from the page's top: wordmark, title
constexpr double kLogoTop = 30, kLogo = 40;  // height
constexpr double kBelowTitle = 16;
constexpr double kLeastTitle = 0.3, kTitleStep = 0.05;  // of the layout's size: a long title is set smaller
constexpr double kSubtitle = 0.62;                      // of the width
constexpr double kMetaDrop = 3;                         // so that the words at the right are level with the wordmark
constexpr double kFoot = 44;                            // from the page's foot to the rule over the last words
constexpr double kBelowFootRule = 8;
constexpr double kNote = 0.84;  // of the width, beside the date
constexpr double kAbovePicture = 30, kBelowPicture = 16, kLeastPicture = 120;
constexpr double kFigureOverPicture = 26;  // the key figure ends so far above the picture's foot
constexpr double kFigureLabel = 0.3;       // of the width
constexpr double kBelowFigure = 6;         // from the number to its label
constexpr std::size_t kFewestRidges = 3;

class Cover {
  public:
    Cover(Setting& s, const style::PartRule& part) : s_(s), part_(part) {
        const auto full = strip_of(s.layout, s.layout.master("page"), "full");
        left_ = full.x, width_ = full.width;
        piece_.path = {mark(s, scene::Role::section)};
    }

    Piece run() {
        head();
        double y = kTitleTop;
        y += words(s_.document.title, title_style(), {left_, y, width_, 0}, scene::Role::heading);
        piece_.anchors.push_back({"title", {left_, kTitleTop}});
        y += kBelowTitle;
        y += words(s_.document.subtitle, "cover-subtitle", {left_, y, width_ * kSubtitle, 0}, scene::Role::paragraph);
        foot();
        picture(y + kAbovePicture);
        piece_.height = s_.layout.page.height;
        return std::move(piece_);
    }

  private:
    /// The title's style; smaller where title, subtitle and key figure do not fit on the page in the layout's size.
    style::TextStyle title_style() {
        const auto& given = s_.style("cover-title");
        const double figure = key_figure().height;
        const double room = s_.layout.page.height - kTitleTop - kFoot - kBelowPicture - kBelowTitle -
                            (figure > 0 ? figure + kAbovePicture : 0);
        auto style = given;
        for (double share = 1; share >= kLeastTitle; share -= kTitleStep) {
            style.size = given.size * share, style.leading = given.leading * share;
            Trial trial(s_);
            const double title = set_text(trial.setting(), s_.document.title, style, width_).height;
            const auto& small = s_.style("cover-subtitle");
            const double subtitle =
                s_.document.subtitle.empty()
                    ? 0
                    : set_text(trial.setting(), s_.document.subtitle, small, width_ * kSubtitle).height;
            if (title + subtitle <= room) break;
        }
        return style;
    }

    double words(const doc::Inlines& inlines, const char* style, base::Rect at, scene::Role role) {
        return words(inlines, s_.style(style), at, role);
    }
    double words(const doc::Inlines& inlines, const style::TextStyle& style, base::Rect at, scene::Role role) {
        if (inlines.empty()) return 0;
        auto set = set_text(s_, inlines, style, at.width);
        shift(set.items, at.x, at.y);
        auto m = mark(s_, role, role == scene::Role::heading ? 1 : 0);
        m.items = std::move(set.items);
        piece_.items.emplace_back(std::move(m));
        return set.height;
    }

    double line(const std::string& text, const char* style_name, style::Align align, double y) {
        if (text.empty()) return 0;
        auto style = s_.style(style_name);
        style.align = align;
        auto set = set_text(s_, text, style, width_);
        shift(set.items, left_, y);
        auto m = mark(s_, scene::Role::paragraph);
        m.items = std::move(set.items);
        piece_.items.emplace_back(std::move(m));
        return set.height;
    }

    void head() {
        brand();
        const double first =
            line(s_.document.document_type, "cover-meta-strong", style::Align::right, kTop + kMetaDrop);
        line(s_.document.edition, "cover-meta", style::Align::right, kTop + kMetaDrop + first);
    }

    // The logo, else the wordmark.
    void brand() {
        const auto& l = s_.layout;
        const auto ground = part_.band.value_or(l.color("background"));
        if (auto logo = logo_mark(s_, LogoPlace::cover, ground, {left_, kLogoTop, width_ / 2, kLogo})) {
            piece_.items.emplace_back(std::move(*logo));
            return;
        }
        const auto& name = brand_name(s_);
        if (name.empty()) return;
        auto style = s_.style("wordmark");
        style.color = s_.style("cover-title").color;
        auto set = set_text(s_, name, style, width_ / 2);
        const double top = kTop - style.leading * kWordmarkRise;
        const auto places = wordmark_places(s_, set.width, style.size);
        shift(set.items, left_ + places.words, top);
        const double side = places.side;
        const double base_y = top + baseline(s_, style);
        auto m = mark(s_, scene::Role::paragraph);
        m.items = std::move(set.items);
        piece_.items.emplace_back(std::move(m));
        piece_.items.push_back(filled({left_ + places.square, base_y - side, side, side}, l.color("night-mark")));
    }

    void foot() {
        const double y = s_.layout.page.height - kFoot;
        piece_.items.push_back(rule(left_, y, width_, 0.5, s_.layout.color("night-rule")));
        // The lead exhibit's note if it fits on one line, else the publisher.
        const auto* lead = doc::find_exhibit(s_.document, s_.document.lead);
        const auto& look = s_.style("cover-meta");
        auto note = lead ? set_text(s_, lead->note, look, width_ * kNote) : Set{};
        if (lead && !lead->note.empty() && note.height < look.leading * 1.5) {
            shift(note.items, left_, y + kBelowFootRule);
            auto m = mark(s_, scene::Role::paragraph);
            m.items = std::move(note.items);
            piece_.items.emplace_back(std::move(m));
        } else {
            line(s_.document.publisher, "cover-meta", style::Align::left, y + kBelowFootRule);
        }
        line(s_.document.date, "cover-meta-strong", style::Align::right, y + kBelowFootRule);
    }

    std::vector<scene::Item> ridges(const doc::Chart& chart, double top, double bottom) {
        const auto& l = s_.layout;
        const chart::RidgeLook look{part_.band.value_or(l.color("night")),
                                    l.color("night-mark-2"),
                                    l.color("night-mark"),
                                    l.color("accent"),
                                    l.color("night-soft"),
                                    l.color("night-rule"),
                                    "cover-label"};
        return chart::ridges(chart, {left_, top, width_, bottom - top}, look, {&l, &s_.locale, &s_.setter});
    }

    // The key figure lies in the picture's lower left corner, which series that begin late leave free; else it comes
    // before the picture.
    void picture(double top) {
        const auto* lead = doc::find_exhibit(s_.document, s_.document.lead);
        const auto* chart = lead ? std::get_if<doc::Chart>(&lead->content) : nullptr;
        const double bottom = s_.layout.page.height - kFoot - kBelowPicture;
        auto figure = key_figure();
        if (!chart || chart->series.size() < kFewestRidges || bottom - top < kLeastPicture)
            return add(std::move(figure), bottom - figure.height);
        auto items = ridges(*chart, top, bottom);
        double at = bottom - kFigureOverPicture - figure.height;
        if (!is_free(items, {left_, at, figure.width, figure.height})) {
            at = top;
            const double below = top + figure.height + kAbovePicture;
            items = bottom - below < kLeastPicture ? std::vector<scene::Item>() : ridges(*chart, below, bottom);
        }
        if (!items.empty()) {
            auto m = mark(s_, scene::Role::figure);
            m.alternative = lead->alternative.empty() ? chart::describe(*chart, s_.locale) : lead->alternative;
            m.span = lead->span;
            m.items = std::move(items);
            piece_.items.emplace_back(std::move(m));
        }
        add(std::move(figure), at);
    }

    // Whether neither words nor areas of the picture lie there; thin lines of years may.
    static bool is_free(const std::vector<scene::Item>& items, const base::Rect& at) {
        return std::none_of(items.begin(), items.end(), [&](const scene::Item& item) {
            const auto* path = std::get_if<scene::Path>(&item);
            const base::Rect box = scene::bounds(item);
            const bool apart =
                box.x >= at.right() || box.right() <= at.x || box.y >= at.bottom() || box.bottom() <= at.y;
            return !apart && !(path && !path->fill && !path->hatch);
        });
    }

    struct KeyFigure {
        std::vector<Set> sets;  // its number, its label
        double width = 0, height = 0;
    };

    // The first key figure, at the origin; empty without one.
    KeyFigure key_figure() {
        KeyFigure figure;
        if (s_.document.key_figures.empty()) return figure;
        const auto& f = s_.document.key_figures.front();
        const bool word = f.unit.size() > kLongestSign;  // "months", not "%"
        auto value =
            set_text(s_, f.sign + f.number + (word ? "\u2009" : "") + f.unit, s_.style("cover-figure"), width_ / 2);
        auto label = set_text(s_, f.label, s_.style("cover-text"), width_ * kFigureLabel);
        shift(label.items, 0, value.height + kBelowFigure);
        figure.width = std::max(value.width, label.width);
        figure.height = value.height + kBelowFigure + label.height;
        figure.sets.push_back(std::move(value));
        figure.sets.push_back(std::move(label));
        return figure;
    }

    void add(KeyFigure figure, double top) {
        for (auto& set : figure.sets) {
            shift(set.items, left_, top);
            auto m = mark(s_, scene::Role::paragraph);
            m.items = std::move(set.items);
            piece_.items.emplace_back(std::move(m));
        }
    }

    Setting& s_;
    const style::PartRule& part_;
    double left_ = 0, width_ = 0;
    Piece piece_;
};

}  // namespace

void cover_band(Setting& s, const style::PartRule& part, Band& band) {
    band.whole_page = true;
    band.before = 0;
    band.rows.push_back(Cover(s, part).run());
}

}  // namespace precis::layout
