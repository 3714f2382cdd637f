// chart/panels/small_charts.cpp: panels beside and beneath each other. On one scale they are measured first, until what
// all need is known; then the words of axes stand at the left and beneath only, and plots align. Stage: doc::Chart with
// facets -> SMALL CHARTS -> canvas.
#include "chart/panels/small_charts.h"

#include <algorithm>
#include <cmath>

#include "chart/canvas/numbers.h"
#include "chart/labels/series_key.h"

namespace precis::chart {
namespace {

constexpr double kLeastPanel = 125, kLeastPlot = 84, kLeastHeight = 80;  // of a chart that can be drawn
constexpr double kBetween = 16, kAir = 4, kShare = 0.62;
constexpr int kMeasured = 3;  // times at most: words wrap by width, widths follow words

/// Forms whose words at the left or beneath may be said by one panel for its neighbours.
bool has_outer_words(std::string_view type) {
    constexpr std::string_view kEach[] = {"slope", "bump", "marimekko", "pie", "donut", "waffle", "scatter", "bubble"};
    return std::find(std::begin(kEach), std::end(kEach), type) == std::end(kEach);
}

std::vector<std::string> row_names(const doc::Chart& chart) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const auto& name : chart.categories) add(name);
    for (const auto& one : chart.series) add("\n" + one.name);
    return names;
}

class SmallMultiples {
  public:
    SmallMultiples(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Context& context,
                   const diag::Span& where)
        : canvas_(canvas), chart_(chart), frame_(frame), context_(context), where_(where), names_(panel_names(chart)) {
        for (const auto& name : names_) charts_.push_back(panel_chart(chart, name));
        shared_ = !chart.facets->free_scales && panels_of(chart.type) == Panels::shared;
        outer_ = shared_ && has_outer_words(chart.type);
        for (const auto& one : charts_)  // a histogram's rows have no names
            outer_ = outer_ && (chart.type == "histogram" || row_names(one) == row_names(charts_.front()));
        gap_ = kBetween * canvas.unit();
    }

    SmallCharts draw() {
        const double key = draw_key();
        const double head = canvas_.row_of(canvas_.strong_look()) + kAir * canvas_.unit();
        arrange(head, key);
        if (shared_)
            for (int i = 0; i < kMeasured && measure(); ++i) arrange(head, key);
        SmallCharts made;
        double y = key, tallest = 0;
        for (std::size_t p = 0; p < charts_.size(); ++p) {
            if (is_left(p) && p > 0) {
                y += tallest + gap_;
                tallest = 0;
            }
            const double x = left_of(p), top = title(p, x, y, head);
            auto drawing = draw_panel(charts_[p], size_of(p), place_of(p), context_, where_);
            diag::append(made.found, std::move(drawing.found));
            if (!drawing.note.empty() && p == 0) canvas_.state(drawing.note);
            scene::Group group;
            group.transform = {1, 0, 0, 1, x, top};
            group.items = std::move(drawing.items);
            canvas_.add(Layer::marks, std::move(group));
            tallest = std::max(tallest, top - y + drawing.height);
        }
        made.height = y + tallest;
        say_once(made.found);
        return made;
    }

  private:
    bool is_left(std::size_t p) const { return p % across_ == 0; }
    bool is_bottom(std::size_t p) const { return p + across_ >= charts_.size(); }
    double words() const { return outer_ && common_.most.count("left") > 0 ? common_.most.at("left") : 0; }
    double foot() const { return outer_ && common_.most.count("foot") > 0 ? common_.most.at("foot") : 0; }

    /// How many beside each other, how wide and how high.
    void arrange(double head, double key) {
        const std::size_t count = charts_.size();
        const auto wanted = chart_.facets->across > 0 ? static_cast<std::size_t>(chart_.facets->across) : count;
        across_ = std::clamp<std::size_t>(wanted, 1, count);
        // As many as the author asks for may stand closer than we would put them.
        const double close = chart_.facets->across > 0 ? 0.72 : 1;
        const double least = close * (words() > 0 ? kLeastPlot * canvas_.unit() : kLeastPanel);
        const auto width = [&] {
            const double n = static_cast<double>(across_);
            return (frame_.width - words() - gap_ * (n - 1)) / n;
        };
        while (across_ > 1 && width() < least) --across_;
        width_ = std::max(width(), 40.0);
        const auto whole_rows = (count + across_ - 1) / across_;
        const auto rows = static_cast<double>(whole_rows);
        const double wished = frame_.asked() ? (*frame_.asked() - key - gap_ * (rows - 1) - foot()) / rows - head
                                             : frame_.usual * kShare - foot();
        height_ = std::max(wished, kLeastHeight - foot());
    }
    base::Size size_of(std::size_t p) const {
        return {width_ + (is_left(p) ? words() : 0), height_ + (is_bottom(p) ? foot() : 0)};
    }
    double left_of(std::size_t p) const {
        return static_cast<double>(p % across_) * (width_ + gap_) + (is_left(p) ? 0 : words());
    }
    PanelPlace place_of(std::size_t p) const {
        PanelPlace place;
        if (!shared_) return place;
        place.common = &common_;
        place.row_words = !outer_ || is_left(p);
        place.foot_words = !outer_ || is_bottom(p);
        return place;
    }
    /// Whether any panel needs more than is known.
    bool measure() {
        PanelShare all;
        for (std::size_t p = 0; p < charts_.size(); ++p)
            all.join(draw_panel(charts_[p], size_of(p), place_of(p), context_, where_).told);
        const bool more = !(all == common_);
        common_ = std::move(all);
        return more;
    }

    /// The names of series that every panel has, in their colours.
    double draw_key() {
        if (chart_.legend == "none" || charts_.empty() || charts_.front().legend != "none") return 0;
        if (chart_.series.front().panel.empty()) return 0;
        doc::Chart named = charts_.front();
        named.legend = "top";
        Canvas canvas(context_, named, frame_.width, where_);
        const double height = draw_series_key(canvas, named, 0, 0);
        scene::Group group;
        group.items = canvas.finish();
        canvas_.add(Layer::marks, std::move(group));
        return height;
    }
    double title(std::size_t p, double x, double y, double head) {
        const TextLook look = canvas_.strong_look();
        const auto& named = chart_.facets->highlighted;
        const bool loud = std::find(named.begin(), named.end(), names_[p]) != named.end() ||
                          std::any_of(chart_.series.begin(), chart_.series.end(), [&](const auto& one) {
                              return one.panel.empty() && one.name == names_[p] && one.highlighted;
                          });
        const auto& color = loud ? canvas_.tones().theme().highlight_text : canvas_.inks().ink;
        double baseline = y;
        for (const auto& line : canvas_.wrapped(names_[p], look.in(color), size_of(p).width)) {
            baseline += canvas_.row_of(look);
            canvas_.offer(line, {x, baseline - kAir * 0.6});
        }
        return std::max(baseline, y + head - kAir * canvas_.unit()) + kAir * canvas_.unit();
    }
    /// What holds of every panel.
    static void say_once(diag::Diagnostics& found) {
        diag::Diagnostics once;
        for (auto& one : found)
            if (std::none_of(once.begin(), once.end(), [&](const auto& other) { return other.message == one.message; }))
                once.push_back(std::move(one));
        found = std::move(once);
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    const Frame& frame_;
    const Context& context_;
    const diag::Span& where_;
    std::vector<std::string> names_;
    std::vector<doc::Chart> charts_;
    PanelShare common_;
    bool shared_ = false, outer_ = false;
    std::size_t across_ = 1;
    double width_ = 0, height_ = 0, gap_ = 0;
};

}  // namespace

SmallCharts draw_small_charts(Canvas& canvas, const doc::Chart& chart, const Frame& frame, const Context& context,
                              const diag::Span& where) {
    return SmallMultiples(canvas, chart, frame, context, where).draw();
}

}  // namespace precis::chart
