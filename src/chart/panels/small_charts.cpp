// chart/panels/small_charts.cpp: arranges panels in rows; on one scale, measures them until their needs no longer
// change. Stage: doc::Chart with facets -> SMALL CHARTS -> canvas.
#include "chart/panels/small_charts.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/labels/series_key.h"
#include "chart/panels/panel_chart.h"
#include "chart/panels/panel_grid.h"

namespace precis::chart {
namespace {

// Of a panel, by eye: least width with words of its own and without, least height; draw() takes no smaller charts.
constexpr double kLeastPanel = 125, kLeastPlot = 84, kLeastHeight = 80, kLeastWidth = 40;
constexpr double kClose = 0.72;            // of the least width, if the author asks for a number across
constexpr double kBetween = 16, kAir = 4;  // between panels; around titles. Units of the canvas
constexpr double kShare = 0.62;            // height of a panel by that of a chart
constexpr int kMostPasses = 3;             // words wrap by width and widths follow words: this ends the circle

std::vector<std::string> row_names(const doc::Chart& chart) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const auto& name : chart.categories) add(name);
    for (const auto& series : chart.series) add("\n" + series.name);  // never equal to a category's name
    return names;
}

class ChartPanels {
  public:
    ChartPanels(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Context& context,
                const diag::Span& where)
        : canvas_(canvas), chart_(chart), frame_(frame), context_(context), where_(where), names_(panel_names(chart)) {
        for (const auto& name : names_) charts_.push_back(panel_chart(chart, name));
        shared_ = !chart.facets->free_scales && row_of(chart.form).panels == vocabulary::Panels::shared;
        outer_ = shared_ && row_of(chart.form).outer_words;
        for (const auto& panel : charts_)  // a histogram's rows have no names
            outer_ =
                outer_ && (chart.form == vocabulary::Form::histogram || row_names(panel) == row_names(charts_.front()));
        gap_ = kBetween * canvas.unit();
    }

    SmallCharts draw() {
        const double key = draw_key();
        const double head = canvas_.row_of(canvas_.strong_look()) + kAir * canvas_.unit();
        arrange(head, key);
        if (shared_)
            for (int i = 0; i < kMostPasses && measure(); ++i) arrange(head, key);
        SmallCharts drawn;
        double y = key, tallest = 0;
        for (std::size_t p = 0; p < charts_.size(); ++p) {
            if (order_.is_left(p) && p > 0) {
                y += tallest + gap_;
                tallest = 0;
            }
            const double x = left_of(p), top = draw_title(p, x, y, head);
            auto drawing = draw_panel(charts_[p], size_of(p), place_of(p), context_, where_);
            diag::append(drawn.diagnostics, std::move(drawing.diagnostics));
            if (!drawing.note.empty() && p == 0) canvas_.state(drawing.note);
            scene::Group group;
            group.transform = {1, 0, 0, 1, x, top};
            group.items = std::move(drawing.items);
            canvas_.add(Layer::marks, std::move(group));
            for (const auto& spot : drawing.spots)
                canvas_.spot({x + spot.at.x, top + spot.at.y}, names_[p] + "\t" + spot.words);
            tallest = std::max(tallest, top - y + drawing.height);
        }
        drawn.height = y + tallest;
        keep_first_of_equal(drawn.diagnostics);
        return drawn;
    }

  private:
    /// Width of the words at the left, height of those beneath, that only outer panels print.
    double words() const { return outer_ && common_.most.count("left") > 0 ? common_.most.at("left") : 0; }
    double foot() const { return outer_ && common_.most.count("foot") > 0 ? common_.most.at("foot") : 0; }

    /// Sets how many panels go into a row, and their width and height.
    void arrange(double head, double key) {
        order_.count = charts_.size();
        const auto wanted = chart_.facets->across > 0 ? static_cast<std::size_t>(chart_.facets->across) : order_.count;
        // An author who asks for a number across gets it even if the panels are narrower than usual.
        const double close = chart_.facets->across > 0 ? kClose : 1;
        const double least = close * (words() > 0 ? kLeastPlot * canvas_.unit() : kLeastPanel);
        const auto width_of = [&](std::size_t across) {
            const double n = static_cast<double>(across);
            return (frame_.width - words() - gap_ * (n - 1)) / n;
        };
        order_.across = most_across(std::min(wanted, order_.count), least, width_of);
        width_ = std::max(width_of(order_.across), kLeastWidth);
        const auto rows = static_cast<double>(order_.rows());
        const double wished = frame_.asked() ? (*frame_.asked() - key - gap_ * (rows - 1) - foot()) / rows - head
                                             : frame_.usual * kShare - foot();
        height_ = std::max(wished, kLeastHeight - foot());
    }
    base::Size size_of(std::size_t p) const {
        return {width_ + (order_.is_left(p) ? words() : 0), height_ + (order_.is_bottom(p) ? foot() : 0)};
    }
    double left_of(std::size_t p) const {
        return static_cast<double>(p % order_.across) * (width_ + gap_) + (order_.is_left(p) ? 0 : words());
    }
    PanelPlace place_of(std::size_t p) const {
        PanelPlace place;
        if (!shared_) return place;
        place.common = &common_;
        place.row_words = !outer_ || order_.is_left(p);
        place.foot_words = !outer_ || order_.is_bottom(p);
        return place;
    }
    /// Draws all panels for their needs only. True if these are others than in the pass before.
    bool measure() {
        PanelShare needs;
        for (std::size_t p = 0; p < charts_.size(); ++p)
            needs.join(draw_panel(charts_[p], size_of(p), place_of(p), context_, where_).needs);
        const bool changed = !(needs == common_);
        common_ = std::move(needs);
        return changed;
    }

    /// One key for the series that every panel has. Returns its height; 0 if panels name their series themselves.
    double draw_key() {
        if (chart_.legend == vocabulary::Legend::none || charts_.empty() ||
            charts_.front().legend != vocabulary::Legend::none)
            return 0;
        if (chart_.series.front().panel.empty()) return 0;
        doc::Chart named = charts_.front();
        named.legend = vocabulary::Legend::top;
        Canvas canvas(context_, named, frame_.width, where_);
        const double height = draw_series_key(canvas, named, 0, 0);
        scene::Group group;
        group.items = canvas.finish();
        canvas_.add(Layer::marks, std::move(group));
        return height;
    }
    /// Prints the panel's name from `y` down; returns the y at which its drawing begins.
    double draw_title(std::size_t p, double x, double y, double head) {
        const TextLook look = canvas_.strong_look();
        const auto& named = chart_.facets->highlighted;
        const bool loud = std::find(named.begin(), named.end(), names_[p]) != named.end() ||
                          std::any_of(chart_.series.begin(), chart_.series.end(), [&](const auto& series) {
                              return series.panel.empty() && series.name == names_[p] && series.highlighted;
                          });
        const auto& color = loud ? canvas_.tones().theme().highlight_text : canvas_.inks().ink;
        double baseline = y;
        for (const auto& line : canvas_.wrapped(names_[p], look.in(color), size_of(p).width)) {
            baseline += canvas_.row_of(look);
            canvas_.offer(line, {x, baseline - kAir * 0.6});
        }
        return std::max(baseline, y + head - kAir * canvas_.unit()) + kAir * canvas_.unit();
    }
    /// Leaves out messages that another panel has given already.
    static void keep_first_of_equal(diag::Diagnostics& diagnostics) {
        diag::Diagnostics kept;
        for (auto& diagnostic : diagnostics)
            if (std::none_of(kept.begin(), kept.end(),
                             [&](const auto& other) { return other.message == diagnostic.message; }))
                kept.push_back(std::move(diagnostic));
        diagnostics = std::move(kept);
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    const Frame& frame_;
    const Context& context_;
    const diag::Span& where_;
    std::vector<std::string> names_;
    std::vector<doc::Chart> charts_;       // pairs with names_
    PanelShare common_;                    // needs of all panels, from the last pass
    bool shared_ = false, outer_ = false;  // on one scale; words of axes on outer panels only
    PanelOrder order_;
    double width_ = 0, height_ = 0, gap_ = 0;  // of a panel's plot; between panels
};

}  // namespace

SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Context& context,
                              const diag::Span& where) {
    return ChartPanels(canvas, chart, frame, context, where).draw();
}

}  // namespace precis::chart
