// chart/canvas/canvas.h: gathers the marks and labels of one chart, layer by layer: measures words, knows which places
// are taken, drops labels that have none, and cuts gridlines where words lie on them.
//
// Stage: guides and marks -> CANVAS -> scene items. Main header of the sub-room; numbers.h prints values, shapes.h
// makes paths, tones.h chooses colours. Knows no data.
// In: paths, rules and labels in any order. Out: finish() gives the items in painting order, diagnostics() and note()
// the rest; each may be taken once.
// Units: points, origin at the top left of the chart, y down. A label's baseline is the y that put() and offer()
// take.
// Order: is_free() and offer() only see what was put or taken before, so callers place the important words first.
// Panels: common() records the need of this panel and returns that of all panels; see scales/panel_share.h.
// Errors: glyph_missing from measuring, label_dropped as one warning, and what callers pass to fail() and warn().
// Cost: is_free() is linear in the taken places; finish() is linear in rules × words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "chart/canvas/letters.h"
#include "chart/canvas/tones.h"
#include "chart/chart.h"
#include "chart/scales/panel_share.h"

namespace precis::chart {

/// Painted in this order; rims are lines and dots over the marks, such as baselines, targets and line ends.
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

/// Measured words. The box from `cap` over the baseline to a fifth of the size under it holds their ink: letters that
/// reach farther than Latin ones are raised and indented until it does.
struct Label {
    text::Line line;
    std::string text;
    double width = 0;
    double size = 0;
    double cap = 0;  // height of a capital or figure, more for taller letters
    bool empty() const { return line.runs.empty(); }
};

class Canvas {
  public:
    /// `width` is final; the height may still be set until finish().
    Canvas(const Context& context, const doc::Chart& chart, double width, diag::Span where,
           const PanelPlace& panel = {});

    /// Among panels of one scale: `own` widened to what all panels need. Alone: `own`. Records `own` for the others.
    Interval common(std::string_view axis, Interval own);
    double common(std::string_view name, double own);
    std::vector<double> common_pool(std::vector<double> own);
    /// Room for words at the left or beneath; 0 if another panel prints them.
    double left_room(double own) { return panel_.row_words ? common("left", own) : 0; }
    double foot_room(double own) { return panel_.foot_words ? common("foot", own) : 0; }
    const PanelPlace& panel() const { return panel_; }
    /// All that this panel needs, as common() was asked, for the next pass over the panels.
    PanelShare needs() && { return std::move(needs_); }

    const Tones& tones() const { return tones_; }
    const Inks& inks() const { return tones_.inks(); }
    const locale::Locale& locale() const { return *context_.locale; }
    double width() const { return width_; }

    /// The layout's styles chart-label (axes, categories) and chart-value (numbers).
    TextLook label_look() const;
    TextLook value_look() const;
    /// Labels in the weight of values: names of series, highlights.
    TextLook strong_look() const { return label_look().weighing(value_look().face.weight); }
    /// 1 at labels of 7.4 points (docs/design/looks.md#type), and grows with them. Distances that belong to words are
    /// multiples of it.
    double unit() const { return label_look().size / 7.4 * letters_.row; }
    /// Leading: 1.28 of the size, more for letters that reach farther than Latin ones.
    double row_of(const TextLook& look) const { return look.size * 1.28 * letters_.row; }

    [[nodiscard]] Label measure(std::string_view text, const TextLook& look);
    /// Two labels on one baseline, `gap` apart: "forecast 43.5%".
    [[nodiscard]] Label joined(Label first, Label second, double gap);
    /// The text broken to a measure; one label for each line.
    [[nodiscard]] std::vector<Label> wrapped(std::string_view text, const TextLook& look, double measure);

    /// The box of a label at that baseline, to a fifth of its size under it.
    base::Rect place(const Label& label, base::Point baseline, Anchor anchor) const;
    /// Whether nothing that was put or taken overlaps the box.
    bool is_free(const base::Rect& at) const;
    bool is_inside(const base::Rect& at, double height) const;
    /// `x`, moved so that a label centred on it stays within the canvas.
    double center_inside(double x, const Label& label) const;
    /// Whether no rule of the layer `rims`, such as a target, passes through the box with its air.
    bool is_off_lines(const base::Rect& at) const;
    /// Prints the label and takes its place, whatever lies there.
    void put(const Label& label, base::Point baseline, Anchor anchor = Anchor::left);
    /// Prints the label if its place is free and inside the canvas down to `height`; drops it if not. False: dropped.
    bool offer(const Label& label, base::Point baseline, Anchor anchor = Anchor::left, double height = 1e9);
    /// Keeps words off a mark.
    void take(const base::Rect& at) { taken_.push_back(at); }
    /// Keeps words off all filled marks drawn so far.
    void take_marks();
    bool exact_height() const { return context_.exact_height; }  // the author's, which rows then follow
    bool is_narrow() const { return context_.narrow; }           // for a phone
    /// Moves all that is drawn down, for words over it; they are printed at negative y before.
    void move_down(double by);
    void add(Layer layer, scene::Item item);
    /// A straight line that is cut where words lie on it.
    void rule(Layer layer, base::Point a, base::Point b, const scene::Stroke& stroke);

    /// Switches annotations on or off: items added meanwhile go into groups that editors do not take for data.
    void annotating(bool on) { annotating_ = on; }
    bool is_annotating() const { return annotating_; }
    /// Whether something was added meanwhile; to be asked after finish(), too.
    bool has_annotations() const { return annotated_; }
    /// Records the plot and the value axis, for programs that draw the chart again.
    void set_plot(const base::Rect& at, const scene::ChartAxis& axis) { plot_ = at, axis_ = axis; }
    const std::optional<base::Rect>& plot() const { return plot_; }
    const std::optional<scene::ChartAxis>& axis() const { return axis_; }
    /// Records an axis that is drawn: of values, or of x in charts of points.
    struct Ruled {
        scene::ChartAxis ends;
        double step = 0;  // between two ticks; 0: not even
    };
    void rule_values(const std::vector<double>& ticks) { values_ruled_ = ruled(ticks); }
    void rule_across(const std::vector<double>& ticks) { across_ruled_ = ruled(ticks); }
    const std::optional<Ruled>& values_ruled() const { return values_ruled_; }
    const std::optional<Ruled>& across_ruled() const { return across_ruled_; }
    /// Records that the number of a column is printed at it.
    void printed(std::size_t series, std::size_t category) { printed_.emplace_back(series, category); }
    const std::vector<std::pair<std::size_t, std::size_t>>& numbers_printed() const { return printed_; }
    void set_largest_bubble(double diameter) { largest_bubble_ = diameter; }
    double largest_bubble() const { return largest_bubble_; }
    /// Records where a value is drawn, if the context asks for it: has_spots().
    void spot(base::Point at, const doc::Chart& chart, std::size_t series, std::size_t category);
    void spot(base::Point at, std::string words);
    bool has_spots() const { return context_.spots; }
    std::vector<ValueSpot> spots() &&;

    /// States which data are not drawn point by point: in the exhibit's note, on a slide in the plot.
    void state(std::string words);
    std::string note() && { return std::move(note_); }

    /// Records that a label has no place; finish() warns of all in one diagnostic.
    void dropped(std::string_view label);
    /// Records the names of categories that an axis cannot print; none: it prints them all. The last call counts.
    void names_missing(std::vector<std::string> names) { names_missing_ = std::move(names); }
    const std::vector<std::string>& missing_names() const { return names_missing_; }
    void fail(diag::Code code, std::string message, std::string remedy);
    void warn(diag::Code code, std::string message, std::string remedy);
    /// One of the fixed words of the chart ("forecast"), in the document's language.
    std::string word(std::string_view key) const { return context_.locale->word(key); }

    /// All items in painting order, annotations of each layer in a group behind it. Empties the canvas.
    std::vector<scene::Item> finish();
    diag::Diagnostics diagnostics() && { return std::move(diagnostics_); }

  private:
    struct Rule {
        Layer layer;
        base::Point a, b;
        scene::Stroke stroke;
        bool annotation = false;
    };
    static std::optional<Ruled> ruled(const std::vector<double>& ticks);
    void cut(const Rule& rule);
    void cut_slanted(const Rule& rule);
    /// Raises and indents letters that reach out of a label's box.
    void fit_in(Label& label) const;
    Label from(text::Line line, std::string text, const TextLook& look) const;
    TextLook look_from(const style::TextStyle& style) const;

    Context context_;
    Tones tones_;
    Letters letters_;
    double width_;
    diag::Span where_;
    PanelPlace panel_;
    PanelShare needs_;
    std::vector<scene::Item> layers_[5], annotations_[5];
    bool annotating_ = false, annotated_ = false;
    std::optional<base::Rect> plot_;
    std::optional<scene::ChartAxis> axis_;
    std::optional<Ruled> values_ruled_, across_ruled_;
    std::vector<std::pair<std::size_t, std::size_t>> printed_;
    double largest_bubble_ = 0;
    double moved_ = 0;
    std::vector<Rule> rules_;
    std::vector<base::Rect> taken_, words_;
    std::vector<ValueSpot> spots_;
    std::vector<std::string> dropped_, names_missing_;
    std::string note_;
    diag::Diagnostics diagnostics_;
};

}  // namespace precis::chart
