// chart/canvas/canvas.cpp: measures by the text room, keeps taken rectangles, cuts gridlines where words lie on them.
// Stage: guides and marks -> CANVAS -> scene items.
#include "chart/canvas/canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "chart/canvas/numbers.h"
#include "diag/codes.h"
#include "scene/scene.h"

namespace precis::chart {
namespace {

text::Run run_of(std::string_view text, const TextLook& look, const diag::Span& where) {
    text::Run run;
    run.text = std::string(text);
    run.face = look.face;
    run.size = look.size;
    run.color = look.color;
    run.span = where;
    return run;
}

constexpr double kBelow = 0.2;     // of the size: a label's box reaches so far under the baseline
constexpr double kHalo = 1.3;      // air between words and lines behind them: docs/design/looks.md#charts
constexpr double kInside = 0.01;   // rounding that a box may reach over the canvas
constexpr double kShortest = 0.5;  // shorter pieces of a cut line are left out
constexpr std::size_t kNamedDrops = 3, kDropLength = 60;  // dropped labels that a warning names, and their letters

bool overlap(const base::Rect& a, const base::Rect& b) {
    constexpr double kTouch = 0.05;
    return a.x < b.right() - kTouch && b.x < a.right() - kTouch && a.y < b.bottom() - kTouch &&
           b.y < a.bottom() - kTouch;
}

/// The items in groups that lie lower; annotations stay groups of their own.
std::vector<scene::Item> moved_down(std::vector<scene::Item> items, double by) {
    std::vector<scene::Item> moved;
    bool open = false;
    for (auto& item : items) {
        const auto* group = std::get_if<scene::Group>(&item);
        const bool annotation = group != nullptr && group->annotation;
        if (!open || annotation) {
            scene::Group below;
            below.transform = {1, 0, 0, 1, 0, by};
            below.annotation = annotation;
            moved.emplace_back(std::move(below));
        }
        std::get<scene::Group>(moved.back()).items.push_back(std::move(item));
        open = !annotation;
    }
    return moved;
}

}  // namespace

Canvas::Canvas(const Context& context, const doc::Chart& chart, double width, diag::Span where, const PanelPlace& panel)
    : context_(context), tones_(chart, *context.layout), width_(width), where_(std::move(where)), panel_(panel) {
    const TextLook look = label_look();
    letters_ = letters_of(chart, look.face, *context.setter);
}

Interval Canvas::common(std::string_view axis, Interval own) {
    needs_.extents[std::string(axis)] = own;
    if (panel_.common == nullptr) return own;
    const auto shared = panel_.common->extents.find(axis);
    if (shared == panel_.common->extents.end()) return own;
    return {std::min(own.lo, shared->second.lo), std::max(own.hi, shared->second.hi)};
}

double Canvas::common(std::string_view name, double own) {
    needs_.most[std::string(name)] = own;
    if (panel_.common == nullptr) return own;
    const auto shared = panel_.common->most.find(name);
    return shared == panel_.common->most.end() ? own : std::max(own, shared->second);
}

std::vector<double> Canvas::common_pool(std::vector<double> own) {
    if (panel_.common != nullptr && !panel_.common->pool.empty()) {
        needs_.pool = std::move(own);
        return panel_.common->pool;
    }
    needs_.pool = own;
    return own;
}

TextLook Canvas::look_from(const style::TextStyle& style) const {
    return {
        {style.family, style.weight, style.italic}, std::max(style.size, context_.layout->chart.min_size), style.color};
}
TextLook Canvas::label_look() const {
    return look_from(context_.layout->style("chart-label")).in(inks().quiet_text);
}
TextLook Canvas::value_look() const {
    return look_from(context_.layout->style("chart-value")).in(inks().text);
}

Label Canvas::from(text::Line line, std::string text, const TextLook& look) const {
    Label label;
    label.width = line.width;
    label.line = std::move(line);
    label.text = std::move(text);
    label.size = look.size;
    label.cap = context_.setter->fonts().metrics(look.face).cap_height * look.size;
    if (!is_latin(label.text)) fit_in(label);
    return label;
}

void Canvas::fit_in(Label& label) const {
    base::Rect ink;
    for (const auto& run : label.line.runs) {
        const base::Rect own = context_.setter->fonts().ink(run);
        ink = base::united(ink, {own.x + run.origin.x, own.y + run.origin.y, own.width, own.height});
    }
    const double rise = std::max(-ink.y, letters_.rise * label.size);
    const double drop = std::max(ink.bottom(), letters_.drop * label.size);
    const double raise = std::max(0.0, drop - kBelow * label.size), indent = std::max(0.0, -ink.x);
    label.cap = std::max(label.cap, rise + raise);
    label.width = indent + std::max(label.width, ink.right());
    for (auto& run : label.line.runs) run.origin.x += indent, run.origin.y -= raise;
}

Label Canvas::measure(std::string_view text, const TextLook& look) {
    if (text.empty()) return {};
    const auto run = run_of(text, look, where_);
    auto set = context_.setter->set_line(run).take(diagnostics_);
    return set ? from(std::move(*set), run.text, look) : Label{};
}

Label Canvas::joined(Label first, Label second, double gap) {
    if (first.empty()) return second;
    if (second.empty()) return first;
    for (auto& run : second.line.runs) {
        run.origin.x += first.width + gap;
        first.line.runs.push_back(std::move(run));
    }
    first.width += gap + second.width;
    first.text += " " + second.text;
    first.size = std::max(first.size, second.size);
    first.cap = std::max(first.cap, second.cap);
    return first;
}

std::vector<Label> Canvas::wrapped(std::string_view text, const TextLook& look, double measure) {
    if (text.empty()) return {};
    text::Paragraph paragraph;
    paragraph.runs.push_back(run_of(text, look, where_));
    paragraph.leading = row_of(look);
    paragraph.language = context_.locale->tag();
    std::vector<Label> labels;
    auto set = context_.setter->set(paragraph, measure).take(diagnostics_);
    if (!set) return labels;
    for (auto& line : set->lines) {
        std::string words;
        for (const auto& piece : line.runs) words += piece.text;
        labels.push_back(from(std::move(line), std::move(words), look));
    }
    return labels;
}

base::Rect Canvas::place(const Label& label, base::Point baseline, Anchor anchor) const {
    const double x = anchor == Anchor::left     ? baseline.x
                     : anchor == Anchor::center ? baseline.x - label.width / 2
                                                : baseline.x - label.width;
    return {x, baseline.y - label.cap, label.width, label.cap + label.size * kBelow};
}

bool Canvas::is_free(const base::Rect& at) const {
    return std::none_of(taken_.begin(), taken_.end(), [&](const auto& other) { return overlap(at, other); });
}

bool Canvas::is_inside(const base::Rect& at, double height) const {
    return at.x >= -kInside && at.right() <= width_ + kInside && at.y >= -kInside && at.bottom() <= height + kInside;
}

double Canvas::center_inside(double x, const Label& label) const {
    const double half = label.width / 2;
    return std::clamp(x, half, std::max(half, width_ - half));
}

bool Canvas::is_off_lines(const base::Rect& at) const {
    const base::Rect air{at.x - kHalo, at.y - kHalo, at.width + 2 * kHalo, at.height + 2 * kHalo};
    return std::none_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
        if (rule.layer != Layer::rims) return false;
        const base::Rect reach{std::min(rule.a.x, rule.b.x), std::min(rule.a.y, rule.b.y),
                               std::abs(rule.b.x - rule.a.x) + 0.1, std::abs(rule.b.y - rule.a.y) + 0.1};
        return overlap(air, reach);
    });
}

void Canvas::put(const Label& label, base::Point baseline, Anchor anchor) {
    if (label.empty()) return;
    const base::Rect at = place(label, baseline, anchor);
    for (scene::GlyphRun run : label.line.runs) {
        run.origin.x += at.x;
        run.origin.y += baseline.y;
        add(Layer::labels, std::move(run));
    }
    taken_.push_back(at);
    words_.push_back({at.x, at.y, at.width, label.cap});
}

bool Canvas::offer(const Label& label, base::Point baseline, Anchor anchor, double height) {
    if (label.empty()) return true;
    const base::Rect at = place(label, baseline, anchor);
    if (!is_free(at) || !is_inside(at, height)) {
        dropped(label.text);
        return false;
    }
    put(label, baseline, anchor);
    return true;
}

void Canvas::add(Layer layer, scene::Item item) {
    annotated_ = annotated_ || annotating_;
    (annotating_ ? annotations_ : layers_)[static_cast<int>(layer)].push_back(std::move(item));
}

void Canvas::take_marks() {
    for (const Layer layer : {Layer::marks, Layer::rims})
        for (const auto& item : layers_[static_cast<int>(layer)])
            if (const auto* path = std::get_if<scene::Path>(&item); path != nullptr && (path->fill || path->hatch))
                take(scene::bounds(item));
}

std::optional<Canvas::Ruled> Canvas::ruled(const std::vector<double>& ticks) {
    if (ticks.size() < 2 || !(ticks.back() > ticks.front())) return std::nullopt;
    Ruled out{{ticks.front(), ticks.back()}, ticks[1] - ticks[0]};
    for (std::size_t i = 2; i < ticks.size(); ++i)
        if (std::abs(ticks[i] - ticks[i - 1] - out.step) > 1e-6 * out.step) out.step = 0;
    return out;
}

void Canvas::move_down(double by) {
    moved_ += by;
    if (plot_) plot_->y += by;
}

void Canvas::spot(base::Point at, const doc::Chart& chart, std::size_t series, std::size_t category) {
    if (context_.spots) spots_.push_back({at, spot_words(chart, series, category, locale())});
}

void Canvas::spot(base::Point at, std::string words) {
    if (context_.spots) spots_.push_back({at, std::move(words)});
}

std::vector<ValueSpot> Canvas::spots() && {
    for (auto& spot : spots_) spot.at.y += moved_;
    return std::move(spots_);
}

void Canvas::rule(Layer layer, base::Point a, base::Point b, const scene::Stroke& stroke) {
    rules_.push_back({layer, a, b, stroke, annotating_});
}

void Canvas::dropped(std::string_view label) {
    dropped_.emplace_back(label);
}

void Canvas::fail(diag::Code code, std::string message, std::string remedy) {
    diagnostics_.push_back(diag::error(code, where_, std::move(message), std::move(remedy)));
}

void Canvas::warn(diag::Code code, std::string message, std::string remedy) {
    diagnostics_.push_back(diag::warning(code, where_, std::move(message), std::move(remedy)));
}

void Canvas::state(std::string words) {
    if (context_.layout->medium == style::Medium::pages) {
        note_ += (note_.empty() ? "" : "; ") + words;
        return;
    }
    const Label label = measure(words, label_look());
    const base::Point at{width_, label.cap + 0.2};
    if (is_free(place(label, at, Anchor::right))) put(label, at, Anchor::right);
}

/// Gaps in shares of the line's length: the part that runs through each word's box with its halo.
void Canvas::cut_slanted(const Rule& rule) {
    const double dx = rule.b.x - rule.a.x, dy = rule.b.y - rule.a.y;
    std::vector<std::pair<double, double>> gaps;
    for (const auto& word : words_) {
        double from = 0, to = 1;
        const auto within = [&](double begin, double step, double low, double high) {
            const double a = (low - begin) / step, b = (high - begin) / step;
            from = std::max(from, std::min(a, b));
            to = std::min(to, std::max(a, b));
        };
        within(rule.a.x, dx, word.x - kHalo, word.right() + kHalo);
        within(rule.a.y, dy, word.y - kHalo, word.bottom() + kHalo + word.height * 0.3);
        if (from < to) gaps.emplace_back(from, to);
    }
    std::sort(gaps.begin(), gaps.end());
    gaps.emplace_back(1, 1);
    scene::Path path;
    path.stroke = rule.stroke;
    double from = 0;
    for (const auto& [begin, end] : gaps) {
        if ((begin - from) * std::hypot(dx, dy) > kShortest) {
            path.steps.push_back(scene::MoveTo{{rule.a.x + dx * from, rule.a.y + dy * from}});
            path.steps.push_back(scene::LineTo{{rule.a.x + dx * begin, rule.a.y + dy * begin}});
        }
        from = std::max(from, end);
    }
    if (!path.steps.empty()) add(rule.layer, std::move(path));
}

void Canvas::cut(const Rule& rule) {
    if (rule.a.x != rule.b.x && rule.a.y != rule.b.y) return cut_slanted(rule);
    const bool level = rule.a.y == rule.b.y;
    const double at = level ? rule.a.y : rule.a.x;
    const double begin = level ? std::min(rule.a.x, rule.b.x) : std::min(rule.a.y, rule.b.y);
    const double end = level ? std::max(rule.a.x, rule.b.x) : std::max(rule.a.y, rule.b.y);
    std::vector<std::pair<double, double>> gaps;
    for (const auto& word : words_) {
        const double across = level ? word.y : word.x, depth = level ? word.height : word.width;
        // A word printed on top of its own gridline does not interrupt it.
        if (at < across - kHalo || at > across + depth + kHalo * 0.8) continue;
        const double from = level ? word.x : word.y, length = level ? word.width : word.height;
        gaps.emplace_back(from - kHalo, from + length + kHalo);
    }
    std::sort(gaps.begin(), gaps.end());
    scene::Path path;
    path.stroke = rule.stroke;
    const auto piece = [&](double from, double to) {
        if (to - from < kShortest) return;
        path.steps.push_back(scene::MoveTo{level ? base::Point{from, at} : base::Point{at, from}});
        path.steps.push_back(scene::LineTo{level ? base::Point{to, at} : base::Point{at, to}});
    };
    double from = begin;
    for (const auto& [gap_begin, gap_end] : gaps) {
        if (gap_begin > from) piece(from, std::min(gap_begin, end));
        from = std::max(from, gap_end);
    }
    piece(from, end);
    if (!path.steps.empty()) add(rule.layer, std::move(path));
}

std::vector<scene::Item> Canvas::finish() {
    for (const auto& rule : rules_) {
        annotating_ = rule.annotation;
        cut(rule);
    }
    annotating_ = false;
    rules_.clear();
    if (!dropped_.empty()) {
        std::string names;
        for (std::size_t i = 0; i < dropped_.size() && i < kNamedDrops; ++i)
            names += fmt::format("{}“{}”", i ? ", " : "", base::shortened(dropped_[i], kDropLength));
        if (dropped_.size() > kNamedDrops) names += fmt::format(" and {} more", dropped_.size() - kNamedDrops);
        diagnostics_.push_back(
            diag::warning(diag::code::label_dropped, where_,
                          fmt::format("no room for the chart's label{} {}", dropped_.size() > 1 ? "s" : "", names),
                          "give the exhibit more height or `width: full`, shorten the words, or show fewer rows"));
    }
    std::vector<scene::Item> items;
    for (int i = 0; i < 5; ++i) {
        auto& layer = layers_[i];
        std::move(layer.begin(), layer.end(), std::back_inserter(items));
        layer.clear();
        if (annotations_[i].empty()) continue;
        scene::Group over;
        over.annotation = true;
        over.items = std::move(annotations_[i]);
        annotations_[i].clear();
        items.emplace_back(std::move(over));
    }
    return moved_ == 0 ? std::move(items) : moved_down(std::move(items), moved_);
}

}  // namespace precis::chart
