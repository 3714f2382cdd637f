// chart/canvas/canvas.h: where a chart's marks and labels are gathered: measures words, knows which places are taken,
// and keeps gridlines off the words. Stage: guides and marks -> CANVAS -> scene items. Knows no data.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "chart/canvas/letters.h"
#include "chart/canvas/tones.h"
#include "chart/chart.h"
#include "chart/scales/panel_share.h"

namespace precis::chart {

/// Drawn in this order.
enum class Layer { ground, grid, marks, rims, labels };
enum class Anchor { left, center, right };

struct TextLook {
    scene::Face face;
    double size = 7.4;
    base::Color color;

    TextLook in(const base::Color& other) const { return {face, size, other}; }
    TextLook weighing(int weight) const { return {{face.family, weight, face.italic}, size, color}; }
    TextLook sized(double points) const { return {face, points, color}; }
};

/// Measured words, ready to be put somewhere. Letters that reach farther than Latin ones are raised and moved in so far
/// that the box from `cap` above the baseline to a fifth of the size below it holds their ink.
struct Label {
    text::Line line;
    std::string text;
    double width = 0;
    double size = 0;
    double cap = 0;  // height of a capital or figure; of tall letters, what the box needs
    bool empty() const { return line.runs.empty(); }
};

class Canvas {
  public:
    /// `width` is final; the height may still be set until finish().
    Canvas(const Context& context, const doc::Chart& chart, double width, diag::Span where,
           const PanelPlace& panel = {});

    /// Among panels of one scale: what all of them need. Alone: what is asked. Either way it is told to the neighbours.
    Interval common(std::string_view axis, Interval own);
    double common(std::string_view what, double own);
    std::vector<double> common_pool(std::vector<double> own);
    /// Room for words at the left or beneath: none where another panel says them.
    double left_room(double own) { return panel_.row_words ? common("left", own) : 0; }
    double foot_room(double own) { return panel_.foot_words ? common("foot", own) : 0; }
    const PanelPlace& panel() const { return panel_; }
    PanelShare told() && { return std::move(told_); }

    const Tones& tones() const { return tones_; }
    const Inks& inks() const { return tones_.inks(); }
    const locale::Locale& locale() const { return *context_.locale; }
    double width() const { return width_; }

    /// Quiet words of axes and categories; strong ones of values.
    TextLook label_look() const;
    TextLook value_look() const;
    /// Labels in the weight of values.
    TextLook strong_look() const { return label_look().weighing(value_look().face.weight); }
    /// Grows with the labels: 1 where they are 7.4 points high. Distances that belong to words are multiples of it.
    double unit() const { return label_look().size / 7.4 * letters_.row; }
    double row_of(const TextLook& look) const { return look.size * 1.28 * letters_.row; }

    [[nodiscard]] Label measure(std::string_view text, const TextLook& look);
    /// Two looks side by side, parted by `gap`: "forecast 43.5%".
    [[nodiscard]] Label joined(Label first, Label second, double gap);
    /// Broken to a measure; one label a line.
    [[nodiscard]] std::vector<Label> wrapped(std::string_view text, const TextLook& look, double measure);

    /// Where a label would stand, without descenders.
    base::Rect place(const Label& label, base::Point baseline, Anchor anchor) const;
    bool is_free(const base::Rect& at) const;
    bool is_inside(const base::Rect& at, double height) const;
    /// No line of the layer over the marks, such as a target, passes through the words or their descenders.
    bool is_off_lines(const base::Rect& at) const;
    void put(const Label& label, base::Point baseline, Anchor anchor = Anchor::left);
    /// The same where nothing else stands and the label lies within the canvas, down to `height`; else it is dropped.
    bool offer(const Label& label, base::Point baseline, Anchor anchor = Anchor::left, double height = 1e9);
    /// Marks that words must not stand on.
    void take(const base::Rect& at) { taken_.push_back(at); }
    void add(Layer layer, scene::Item item);
    /// A straight line that stops short of words.
    void rule(Layer layer, base::Point a, base::Point b, const scene::Stroke& stroke);

    /// From here on what is drawn lies over the chart and is no part of it, until told otherwise.
    void annotating(bool on) { annotating_ = on; }
    /// Where the values stand, for charts that are drawn again by other programs.
    void set_plot(const base::Rect& at, const scene::ChartAxis& axis) { plot_ = at, axis_ = axis; }
    const std::optional<base::Rect>& plot() const { return plot_; }
    const std::optional<scene::ChartAxis>& axis() const { return axis_; }

    /// Says what of the data is not drawn point by point: in the exhibit's note, on a slide in the plot.
    void state(std::string words);
    std::string note() && { return std::move(note_); }

    /// Says that a label has no place.
    void dropped(std::string_view label);
    void fail(diag::Code code, std::string message, std::string remedy);
    void warn(diag::Code code, std::string message, std::string remedy);
    /// One of the fixed words of the chart ("forecast"), in the document's language.
    std::string word(std::string_view key) const { return context_.locale->word(key); }

    std::vector<scene::Item> finish();
    diag::Diagnostics diagnostics() && { return std::move(diagnostics_); }

  private:
    struct Rule {
        Layer layer;
        base::Point a, b;
        scene::Stroke stroke;
        bool annotation = false;
    };
    void cut(const Rule& rule);
    void cut_slanted(const Rule& rule);
    void fit_in(Label& label) const;
    Label from(text::Line line, std::string text, const TextLook& look) const;
    TextLook look_from(const style::TextStyle& style) const;

    Context context_;
    Tones tones_;
    Letters letters_;
    double width_;
    diag::Span where_;
    PanelPlace panel_;
    PanelShare told_;
    std::vector<scene::Item> layers_[5], annotations_[5];
    bool annotating_ = false;
    std::optional<base::Rect> plot_;
    std::optional<scene::ChartAxis> axis_;
    std::vector<Rule> rules_;
    std::vector<base::Rect> taken_, words_;
    std::vector<std::string> dropped_;
    std::string note_;
    diag::Diagnostics diagnostics_;
};

}  // namespace precis::chart
