// chart/forms/sankey.cpp: flows between stages: nodes as bars, flows as bands between them, names with totals beside
// the nodes: outside the plot at the first and the last stage, at the right of the node at those between. Stage:
// doc::Chart -> FORM sankey -> canvas.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "chart/canvas/numbers.h"
#include "chart/canvas/shapes.h"
#include "chart/forms/forms.h"
#include "chart/scales/flow_places.h"
#include "diag/codes.h"

namespace precis::chart {
namespace {

constexpr double kBar = 7, kThin = 1;            // width of a node, least height
constexpr double kWordGap = 4, kNumberGap = 4;   // to words, from a name to its number
constexpr double kGap = 5, kGapShare = 0.25;     // between nodes; at most this share of the height
constexpr double kSide = 0.27;                   // of the width, the most that words take at one side
constexpr double kLeastStep = 22;                // from one stage to the next
constexpr double kFlowShare = 0.4;               // of the height that the fullest stage's flows take at least
constexpr double kTallest = 2.4;                 // times the usual height, that a chart takes for its words
constexpr std::size_t kMostLines = 3;            // of a name
constexpr double kTint = 0.3, kLoudTint = 0.45;  // of a band's colour on the ground
constexpr double kRim = 0.6;                     // of a band, in the ground's colour: crossing bands keep apart

/// The words of a node: lines of its name, the last one with the total where it has room.
struct Words {
    std::vector<Label> lines;
    double width = 0, height = 0;
};

class Sankey {
  public:
    Sankey(Canvas& canvas, const doc::Chart& chart)
        : canvas_(canvas),
          chart_(chart),
          flows_(flows_of(chart)),
          order_(ordered(flows_)),
          words_(flows_.nodes.size()) {
        any_loud_ = std::any_of(flows_.nodes.begin(), flows_.nodes.end(), [](const auto& node) { return node.loud; });
    }

    double draw(const Frame& frame) {
        set_columns();
        double height = frame.wish.value_or(frame.usual);
        const double tallest = frame.wish ? height : frame.usual * kTallest;
        while (!has_room(height) && height < tallest) height = std::min(height * 1.12, tallest);
        while (!has_room(height) && drop_words()) {
        }
        if (!check_room(height)) return height;
        room_.height = height;
        places_ = placed(flows_, order_, room_, scale_);
        draw_bands();
        draw_nodes();
        draw_words();
        draw_values();
        return height;
    }

  private:
    double u() const { return canvas_.unit(); }
    bool first(const FlowNode& node) const { return node.stage == 0; }
    bool last(const FlowNode& node) const { return node.stage + 1 == flows_.stages; }

    /// The name broken to the measure, at most kMostLines, and the total.
    Words words_of(std::size_t n, double measure) {
        const auto& node = flows_.nodes[n];
        const auto& color = any_loud_ && !node.loud ? canvas_.inks().quiet_text : canvas_.inks().ink;
        const TextLook name = (node.loud ? canvas_.strong_look() : canvas_.label_look()).in(color);
        Words words;
        words.lines = canvas_.wrapped(node.name, name, measure);
        if (words.lines.size() > kMostLines) {
            words.lines.resize(kMostLines);
            words.lines.back() = shortened(words.lines.back().text + "…", name, measure);
        }
        for (auto& line : words.lines)
            if (line.width > measure + 0.01) line = shortened(line.text, name, measure);
        if (chart_.labels != vocabulary::Labels::none && !words.lines.empty()) {
            const auto number =
                canvas_.measure(value_words(total_of(chart_, flows_, n), chart_.format, Unit::symbol, canvas_.locale()),
                                canvas_.value_look().in(node.loud ? canvas_.tones().accent().text : color));
            if (words.lines.back().width + kNumberGap * u() + number.width <= measure)
                words.lines.back() = canvas_.joined(words.lines.back(), number, kNumberGap * u());
            else
                words.lines.push_back(number);
        }
        for (const auto& line : words.lines) words.width = std::max(words.width, line.width);
        words.height = static_cast<double>(words.lines.size()) * canvas_.row_of(name);
        return words;
    }
    /// The longest beginning of the text that fits, with an ellipsis.
    Label shortened(std::string text, const TextLook& look, double measure) {
        if (text.size() > 3 && text.substr(text.size() - 3) == "…") text.resize(text.size() - 3);
        auto length = base::utf8_length(text);
        Label label = canvas_.measure(text + "…", look);
        while (label.width > measure && length > 1) label = canvas_.measure(base::shortened(text, --length), look);
        return label;
    }

    /// Words at both sides get what they need, up to a share of the width; those between get the room up to the next
    /// stage.
    void set_columns() {
        const double bar = kBar * u(), gap = kWordGap * u();
        double left = 0, right = 0;
        kept_.assign(flows_.nodes.size(), true);
        for (std::size_t n = 0; n < flows_.nodes.size(); ++n) {
            const auto& node = flows_.nodes[n];
            if (!first(node) && !last(node)) continue;
            words_[n] = words_of(n, canvas_.width() * kSide - gap);
            double& side = first(node) ? left : right;
            side = std::max(side, words_[n].width + gap);
        }
        const double stages = static_cast<double>(flows_.stages);
        step_ = (canvas_.width() - left - right - bar) / std::max(1.0, stages - 1);
        for (std::size_t s = 0; s < flows_.stages; ++s) xs_.push_back(left + step_ * static_cast<double>(s));
        const double between = std::max(step_ - bar - 2 * gap - value_room(), 1.0);
        for (std::size_t n = 0; n < flows_.nodes.size(); ++n) {
            if (first(flows_.nodes[n]) || last(flows_.nodes[n])) continue;
            words_[n] = words_of(n, between);
            if (words_[n].width <= between + 0.01) continue;
            kept_[n] = false;
            canvas_.dropped(flows_.nodes[n].name);
        }
    }
    /// Between the words of a node and the next stage, if flows are labelled there.
    double value_room() {
        if (chart_.labels != vocabulary::Labels::all) return 0;
        double width = 0;
        for (const auto& flow : flows_.flows) width = std::max(width, value_label(flow).width);
        return width + kWordGap * u();
    }
    Label value_label(const Flow& flow) {
        return canvas_.measure(
            value_words(chart_.series.front().values[flow.row], chart_.format, Unit::symbol, canvas_.locale()),
            canvas_.label_look().in(canvas_.inks().ink));
    }

    /// Whether flows and words fit, with a scale at which the fullest stage's flows take their share of the height.
    bool has_room(double height) {
        std::size_t most = 1;
        for (const auto& stage : order_.stages) most = std::max(most, stage.size());
        room_.height = height;
        room_.gap = std::min(kGap * u(), kGapShare * height / static_cast<double>(most));
        room_.thin = kThin;
        room_.words.clear();
        for (std::size_t n = 0; n < words_.size(); ++n) room_.words.push_back(kept_[n] ? words_[n].height : 0);
        scale_ = largest_scale(flows_, order_, room_);
        double fullest = 0;
        for (const auto& stage : order_.stages) {
            double sum = 0;
            for (const auto slot : stage) sum += size_of(slot);
            fullest = std::max(fullest, sum);
        }
        return scale_ * fullest >= kFlowShare * height || fullest == 0;
    }
    double size_of(std::size_t slot) const {
        const auto& at = order_.slots[slot];
        return at.node ? flows_.nodes[*at.node].total() : flows_.flows[at.flow].size;
    }
    /// Gives up the words of the smallest node that has some and is not highlighted. False: none is left.
    bool drop_words() {
        std::optional<std::size_t> weakest;
        for (std::size_t n = 0; n < words_.size(); ++n) {
            const auto& node = flows_.nodes[n];
            if (!kept_[n] || node.loud) continue;
            if (!weakest || node.total() < flows_.nodes[*weakest].total()) weakest = n;
        }
        if (!weakest) return false;
        kept_[*weakest] = false;
        canvas_.dropped(flows_.nodes[*weakest].name);
        return true;
    }
    /// False, with an error, where stages or nodes are too many to be told apart.
    bool check_room(double height) {
        if (step_ < kLeastStep) {
            canvas_.fail(diag::code::chart_not_available,
                         fmt::format("this sankey has {} stages, and its width has no room for them", flows_.stages),
                         "give the exhibit `width: full`, shorten the names, or join stages in the query");
            return false;
        }
        if (scale_ > 0) return true;
        std::size_t most = 0;
        for (const auto& stage : order_.stages) most = std::max(most, stage.size());
        canvas_.fail(
            diag::code::chart_not_available,
            fmt::format("this sankey has {} places in one stage, and a height of {:.0f} pt has no room for them", most,
                        height),
            "add up the small ones in the query, or give the exhibit more `height:`");
        return false;
    }

    bool is_loud(const Flow& flow) const { return flows_.nodes[flow.from].loud || flows_.nodes[flow.to].loud; }

    /// Large bands first, then small ones and highlighted ones over them.
    void draw_bands() {
        std::vector<std::size_t> turn;
        for (std::size_t f = 0; f < flows_.flows.size(); ++f)
            if (!order_.paths[f].empty()) turn.push_back(f);
        std::stable_sort(turn.begin(), turn.end(), [&](std::size_t a, std::size_t b) {
            const auto &one = flows_.flows[a], &other = flows_.flows[b];
            return is_loud(one) != is_loud(other) ? is_loud(other) : one.size > other.size;
        });
        const auto& ground = canvas_.inks().ground;
        for (const auto f : turn) {
            const bool loud = is_loud(flows_.flows[f]);
            const auto own = canvas_.tones().of_name(flows_.nodes[flows_.flows[f].from].name);
            const auto& color = own         ? own->mark
                                : loud      ? canvas_.tones().accent().mark
                                : any_loud_ ? canvas_.inks().quiet_mark
                                            : canvas_.tones().series(0).mark;
            scene::Path band = filled(band_of(f), base::mixed(color, ground, loud ? kLoudTint : kTint));
            band.stroke = scene::Stroke{ground, kRim, {}, false};
            canvas_.add(Layer::ground, std::move(band));
            if (canvas_.has_spots()) spot_band(f);
        }
    }
    /// In the middle of the way to the next stage.
    void spot_band(std::size_t f) {
        const auto& flow = flows_.flows[f];
        const auto &out = places_.out[f].front(), &into = places_.into[f].front();
        const double x = xs_[flows_.nodes[flow.from].stage] + kBar * u() / 2 + step_ / 2;
        canvas_.spot(
            {x, (out.lo + out.hi + into.lo + into.hi) / 4},
            flows_.nodes[flow.from].name + "\t" + flows_.nodes[flow.to].name + "\t" +
                value_words(chart_.series.front().values[flow.row], chart_.format, Unit::symbol, canvas_.locale()));
    }
    /// Along the upper edge to the last stage, and back along the lower edge.
    std::vector<scene::PathStep> band_of(std::size_t f) const {
        const auto& path = order_.paths[f];
        const auto &out = places_.out[f], &into = places_.into[f];
        const double bar = kBar * u();
        std::vector<scene::PathStep> steps;
        const auto stage_x = [&](std::size_t i) { return xs_[flows_.nodes[flows_.flows[f].from].stage + i]; };
        steps.emplace_back(scene::MoveTo{{stage_x(0) + bar, out[0].lo}});
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            if (i > 0) steps.emplace_back(scene::LineTo{{stage_x(i) + bar, out[i].lo}});
            steps.emplace_back(curve_between({{stage_x(i) + bar, out[i].lo}, 0}, {{stage_x(i + 1), into[i].lo}, 0}));
        }
        for (std::size_t i = path.size() - 1; i-- > 0;) {
            steps.emplace_back(scene::LineTo{{stage_x(i + 1), into[i].hi}});
            steps.emplace_back(curve_between({{stage_x(i + 1), into[i].hi}, 0}, {{stage_x(i) + bar, out[i].hi}, 0}));
        }
        steps.emplace_back(scene::ClosePath{});
        return steps;
    }

    void draw_nodes() {
        for (std::size_t slot = 0; slot < order_.slots.size(); ++slot) {
            if (!order_.slots[slot].node) continue;
            const auto& node = flows_.nodes[*order_.slots[slot].node];
            const auto& at = places_.slots[slot];
            const auto own = canvas_.tones().of_name(node.name);
            const auto& color = own         ? own->mark
                                : node.loud ? canvas_.tones().accent().mark
                                : any_loud_ ? canvas_.tones().theme().quiet
                                            : canvas_.tones().series(0).mark;
            canvas_.add(Layer::marks, filled(rectangle({xs_[node.stage], at.lo, kBar * u(), at.hi - at.lo}), color));
            if (canvas_.has_spots())
                canvas_.spot(
                    {xs_[node.stage] + kBar * u() / 2, (at.lo + at.hi) / 2},
                    node.name + "\t" +
                        number_words(node.total(), chart_.format, decimals_of(chart_), Unit::symbol, canvas_.locale()));
        }
    }

    void draw_words() {
        for (std::size_t slot = 0; slot < order_.slots.size(); ++slot) {
            const auto n = order_.slots[slot].node;
            if (!n || !kept_[*n] || words_[*n].lines.empty()) continue;
            const auto& node = flows_.nodes[*n];
            const double row = words_[*n].height / static_cast<double>(words_[*n].lines.size());
            const double gap = kWordGap * u(), middle = (places_.slots[slot].lo + places_.slots[slot].hi) / 2;
            double y = middle - words_[*n].height / 2 + row / 2;
            for (const auto& line : words_[*n].lines) {
                const base::Point at{first(node) ? xs_[0] - gap : xs_[node.stage] + kBar * u() + gap, y + line.cap / 2};
                canvas_.offer(line, at, first(node) ? Anchor::right : Anchor::left);
                y += row;
            }
        }
    }

    /// The flows' own numbers, at their ends.
    void draw_values() {
        if (chart_.labels != vocabulary::Labels::all) return;
        for (std::size_t f = 0; f < flows_.flows.size(); ++f) {
            if (order_.paths[f].empty()) continue;
            const auto& at = places_.into[f].back();
            const Label label = value_label(flows_.flows[f]);
            const double x = xs_[flows_.nodes[flows_.flows[f].to].stage] - kWordGap * u() / 2;
            const double most = room_.height - 0.2 * label.size;
            canvas_.offer(label, {x, std::clamp((at.lo + at.hi + label.cap) / 2, label.cap, most)}, Anchor::right);
        }
    }

    Canvas& canvas_;
    const doc::Chart& chart_;
    Flows flows_;
    FlowOrder order_;
    std::vector<Words> words_;  // by node
    std::vector<bool> kept_;    // by node: its words are printed
    std::vector<double> xs_;    // of the stages
    double step_ = 0, scale_ = 0;
    bool any_loud_ = false;
    FlowRoom room_;
    FlowPlaces places_;
};

}  // namespace

double draw_sankey(Canvas& canvas, const doc::Chart& chart, const Frame& frame) {
    return Sankey(canvas, chart).draw(frame);
}

}  // namespace precis::chart
