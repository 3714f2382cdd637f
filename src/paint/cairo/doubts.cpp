// Boxes first: a text's box is known from its size and width. Only where it is in doubt is its ink measured and the
// comparison repeated. Shapes are taken in painting order, so that an opaque one clears what lies beneath it.
#include "paint/cairo/doubts.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "paint/cairo/finite.h"
#include "paint/cairo/ink.h"
#include "paint/cairo/shares.h"
#include "scene/marks.h"

namespace precis::paint {
namespace {

constexpr double kAbove = 0.8, kBelow = 0.25;  // of the size, from the baseline
constexpr double kTouch = 0.35;                // points, as the painted audit allows
constexpr double kCrossed = 0.012;             // share of a box; the painted audit reports 0.02
constexpr double kCovered = 0.05;              // share of a box; the painted audit reports 0.1 of the ink
constexpr double kWhole = 0.98;                // share of a box from which a shape is its ground
constexpr double kHides = 0.4;                 // alpha from which a shape hides what lies beneath
constexpr double kRow = 24;                    // points
constexpr base::Rect kEverywhere{-1e7, -1e7, 2e7, 2e7};

struct Text {
    const scene::GlyphRun* run = nullptr;
    base::Affine map;
    base::Rect clip, box;
    std::size_t order = 0;
    bool figure = false, measured = false;
    base::Color ground{255, 255, 255, 1};
    double crossed = 0, covered = 0;  // shares of the box
};

struct Shape {
    const scene::Path* path = nullptr;  // nullptr: a picture, which fills its bounds
    base::Affine map;
    base::Rect clip, bounds;
    std::size_t order = 0;
    double opacity = 1;
};

bool overlap(const base::Rect& a, const base::Rect& b, double least) {
    return a.x < b.right() - least && b.x < a.right() - least && a.y < b.bottom() - least && b.y < a.bottom() - least;
}

bool within(const base::Rect& inner, const base::Rect& outer) {
    return inner.x >= outer.x - kTouch && inner.y >= outer.y - kTouch && inner.right() <= outer.right() + kTouch &&
           inner.bottom() <= outer.bottom() + kTouch;
}

/// Where texts and shapes lie on the page.
class Places : public scene::Visitor {
  public:
    std::vector<Text> texts;
    std::vector<Shape> shapes;

    void open_mark(const scene::Mark& mark) override { figures_ += mark.role == scene::Role::figure ? 1 : 0; }
    void close_mark(const scene::Mark& mark) override { figures_ -= mark.role == scene::Role::figure ? 1 : 0; }
    void open_leaf(const scene::Mark*) override {
        if (!inside_) watermark_ = false;
    }
    void open_artifact(scene::Role kind) override {
        if (!inside_) watermark_ = kind == scene::Role::watermark;
    }
    void open_group(const scene::Group& group) override {
        auto next = states_.back();
        next.map = base::then(group.transform, next.map);
        if (group.clip) next.clip = common(next.clip, mapped(*group.clip, next.map));
        states_.push_back(next);
    }
    void close_group(const scene::Group&) override { states_.pop_back(); }
    void draw_as_one(const scene::Group& group) override {
        if (group.opacity <= 0) return;
        const bool was = inside_;
        inside_ = true;
        open_group(group);
        states_.back().opacity *= group.opacity;
        scene::walk(group.items, *this);
        close_group(group);
        inside_ = was;
    }
    void draw(const scene::GlyphRun& run) override {
        if (watermark_ || run.glyphs.empty()) return;
        const auto& state = states_.back();
        Text text;
        text.run = &run;
        text.map = state.map;
        text.clip = state.clip;
        text.box = mapped({run.origin.x, run.origin.y - kAbove * run.size, run.width, (kAbove + kBelow) * run.size},
                          state.map);
        text.order = order_++;
        text.figure = figures_ > 0;
        if (finite(text.box)) texts.push_back(text);
    }
    void draw(const scene::Path& path) override {
        const auto inner = path_bounds(path);
        if (!watermark_ && inner) add(&path, *inner);
    }
    void draw(const scene::Image& image) override {
        if (!watermark_) add(nullptr, image.at);
    }
    void link(const scene::Link&, const scene::Mark*) override {}

  private:
    struct State {
        base::Affine map;
        base::Rect clip = kEverywhere;
        double opacity = 1;
    };

    static bool finite(const base::Rect& r) { return std::isfinite(r.x + r.y + r.width + r.height); }
    void add(const scene::Path* path, const base::Rect& inner) {
        const auto& state = states_.back();
        const auto bounds = common(mapped(inner, state.map), state.clip);
        if (finite(bounds)) shapes.push_back({path, state.map, state.clip, bounds, order_++, state.opacity});
    }

    std::vector<State> states_{State{}};
    std::size_t order_ = 0;
    int figures_ = 0;
    bool watermark_ = false, inside_ = false;
};

/// Indices of boxes by the rows of the page that they touch.
class Rows {
  public:
    Rows(const std::vector<Text>& texts, double height)
        : rows_(static_cast<std::size_t>(std::clamp(height / kRow, 0.0, 2000.0)) + 1) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (auto row = row_of(texts[i].box.y); row <= row_of(texts[i].box.bottom()); ++row)
                rows_[row].push_back(i);
    }
    template <class Visit>
    void each(const base::Rect& at, const std::vector<Text>& texts, Visit visit) const {
        const auto first = row_of(at.y), last = row_of(at.bottom());
        for (auto row = first; row <= last; ++row)
            for (const auto i : rows_[row])
                if (row == std::max(first, row_of(texts[i].box.y)) && overlap(texts[i].box, at, 0)) visit(i);
    }

  private:
    std::size_t row_of(double y) const {
        return static_cast<std::size_t>(std::clamp(y / kRow, 0.0, static_cast<double>(rows_.size() - 1)));
    }
    std::vector<std::vector<std::size_t>> rows_;
};

/// What the shapes do to the texts.
class Painted {
  public:
    Painted(std::vector<Text>& texts, const std::vector<Shape>& shapes, double height)
        : texts_(texts), shapes_(shapes), rows_(texts, height) {}

    void run() {
        for (const auto& shape : shapes_) {
            bool traced = false;
            rows_.each(shape.bounds, texts_, [&](std::size_t i) {
                Text& text = texts_[i];
                if (!text.figure && shape.order < text.order) return;
                if (!traced && shape.path) trace_ = outline(*shape.path, shape.map);
                traced = true;
                meet(text, shape);
            });
        }
    }

  private:
    void meet(Text& text, const Shape& shape) {
        const bool over = shape.order > text.order;
        if (!shape.path) {
            // As if it were the paper: see doubts.h.
            picture(text, share_of(shape.bounds, text.box), over);
            return;
        }
        // The painted audit leaves out the edge of the box, too.
        const double inset = std::min(0.5, text.box.height * 0.1);
        const base::Rect inner{text.box.x + inset, text.box.y + inset, text.box.width - 2 * inset,
                               text.box.height - 2 * inset};
        const auto& path = *shape.path;
        if (path.fill || path.hatch) {
            const double share = filled_share(trace_, common(shape.clip, inner)) * part(inner, shape.clip);
            if (path.hatch)
                hatched(text, *path.hatch, share, shape.opacity, over);
            else
                filled(text, *path.fill, share, shape.opacity, over);
        }
        if (path.stroke && path.stroke->width > 0) stroked(text, *path.stroke, inner, shape, over);
    }

    static double part(const base::Rect& box, const base::Rect& clip) { return share_of(clip, box); }

    static void picture(Text& text, double share, bool over) {
        if (over) text.covered += share;
        if (share >= kWhole) text.crossed = 0;
    }

    static void filled(Text& text, const base::Color& fill, double share, double opacity, bool over) {
        const double alpha = fill.alpha * opacity;
        if (over && alpha >= kHides) text.covered += share;
        const auto color = blended(fill, alpha, text.ground);
        if (share >= kWhole) {
            if (alpha >= kWhole) text.crossed = 0;
            text.ground = color;
        } else if (differ(color, text.ground)) {
            text.crossed = text.crossed * (1 - share * alpha) + std::min(share, 1 - share);
            if (share > 0.5) text.ground = color;
        } else if (alpha >= kWhole) {
            text.crossed *= 1 - share;
        }
    }

    static void hatched(Text& text, const scene::Hatch& hatch, double share, double opacity, bool over) {
        filled(text, hatch.ground, share, opacity, over);
        const bool seen = differ(blended(hatch.line, hatch.line.alpha * opacity, text.ground), text.ground);
        if (seen && hatch.gap > 0) text.crossed += share * std::min(0.5, hatch.width / hatch.gap);
    }

    void stroked(Text& text, const scene::Stroke& stroke, const base::Rect& inner, const Shape& shape, bool over) {
        const double scale = std::sqrt(std::abs(shape.map.a * shape.map.d - shape.map.b * shape.map.c));
        const double width = stroke.width * scale;
        const double alpha = stroke.color.alpha * shape.opacity;
        const bool crosses = text.figure && differ(blended(stroke.color, alpha, text.ground), text.ground);
        const bool hides = over && alpha >= kHides && width >= 0.1 * text.box.height;
        if ((!crosses && !hides) || inner.empty()) return;
        const double h = width / 2;
        const base::Rect wide{inner.x - h, inner.y - h, inner.width + width, inner.height + width};
        const double length = length_within(trace_, common(shape.clip, wide)) * drawn_part(stroke.dash);
        const double share = std::min(1.0, length * width / (inner.width * inner.height));
        if (crosses) text.crossed += share;
        if (hides) text.covered += share;
    }

    std::vector<Text>& texts_;
    const std::vector<Shape>& shapes_;
    Rows rows_;
    Outline trace_;
};

class Doubts {
  public:
    Doubts(const scene::Page& page, const text::Fonts& fonts) : page_(page), fonts_(fonts) {}

    std::set<const scene::GlyphRun*> find() {
        scene::walk(page_.items, places_);
        find_cut();
        find_overlaps();
        find_painted();
        return std::move(found_);
    }

  private:
    /// Replaces the box by that of the ink; false if there is none.
    bool measure(Text& text) {
        if (text.measured) return !text.box.empty();
        text.measured = true;
        const auto ink = finite(*text.run) && text.run->size > 0 ? ink_of(*text.run, fonts_) : std::nullopt;
        text.box = ink ? mapped(*ink, text.map) : base::Rect{};
        return ink.has_value();
    }
    bool cut(const Text& text) const {
        return !within(text.box, {0, 0, page_.size.width, page_.size.height}) || !within(text.box, text.clip);
    }
    void find_cut() {
        for (auto& text : places_.texts)
            if (cut(text) && measure(text) && cut(text)) found_.insert(text.run);
    }
    void find_overlaps() {
        auto& texts = places_.texts;
        std::vector<std::pair<double, std::size_t>> order;
        order.reserve(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) order.emplace_back(texts[i].box.y, i);
        std::sort(order.begin(), order.end());
        for (std::size_t i = 0; i < order.size(); ++i) {
            auto& a = texts[order[i].second];
            const double bottom = a.box.bottom();
            for (std::size_t k = i + 1; k < order.size() && order[k].first < bottom - kTouch; ++k) {
                auto& b = texts[order[k].second];
                if (!overlap(a.box, b.box, kTouch)) continue;
                if (!measure(a) || !measure(b) || !overlap(a.box, b.box, kTouch)) continue;
                found_.insert(a.run);
                found_.insert(b.run);
            }
        }
    }
    void find_painted() {
        const auto in_doubt = [](const Text& text) { return text.crossed > kCrossed || text.covered > kCovered; };
        Painted(places_.texts, places_.shapes, page_.size.height).run();
        std::vector<Text> again;
        for (auto& text : places_.texts) {
            if (!in_doubt(text) || !measure(text)) continue;
            again.push_back(text);
            again.back().ground = {255, 255, 255, 1};
            again.back().crossed = again.back().covered = 0;
        }
        if (again.empty()) return;
        Painted(again, places_.shapes, page_.size.height).run();
        for (const auto& text : again)
            if (in_doubt(text)) found_.insert(text.run);
    }

    const scene::Page& page_;
    const text::Fonts& fonts_;
    Places places_;
    std::set<const scene::GlyphRun*> found_;
};

}  // namespace

std::set<const scene::GlyphRun*> doubted(const scene::Page& page, const text::Fonts& fonts) {
    return Doubts(page, fonts).find();
}

}  // namespace precis::paint
