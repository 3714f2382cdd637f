// Numbers are checked before they reach Cairo, which hangs or fails for good on some.
#include "paint/cairo/painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "paint/cairo/finite.h"
#include "paint/cairo/pixels.h"
#include "paint/codes.h"
#include "scene/hatch.h"

namespace precis::paint {
namespace {

constexpr double kFarthest = 1e6;   // Cairo's fixed-point numbers end at 8,388,607
constexpr double kFinestGap = 0.2;  // points between hatch lines; finer ones are endless work for one grey

double near(double length) {
    return std::clamp(length, -kFarthest, kFarthest);
}

void set_source(cairo_t* cr, const base::Color& color) {
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.alpha);
}

void rectangle(cairo_t* cr, const base::Rect& r) {
    cairo_rectangle(cr, near(r.x), near(r.y), near(r.width), near(r.height));
}

// Draws a group's items inside the leaf that is open already: opens no leaves and reports no links.
class Inside : public scene::Visitor {
  public:
    explicit Inside(CairoPainter& painter) : painter_(painter) {}
    void open_mark(const scene::Mark& mark) override { painter_.CairoPainter::open_mark(mark); }
    void close_mark(const scene::Mark& mark) override { painter_.CairoPainter::close_mark(mark); }
    void open_group(const scene::Group& group) override { painter_.open_group(group); }
    void close_group(const scene::Group& group) override { painter_.close_group(group); }
    void draw(const scene::GlyphRun& run) override { painter_.draw(run); }
    void draw(const scene::Path& path) override { painter_.draw(path); }
    void draw(const scene::Image& image) override { painter_.draw(image); }
    void draw_as_one(const scene::Group& group) override { painter_.draw_as_one(group); }
    void link(const scene::Link&, const scene::Mark*) override {}

  private:
    CairoPainter& painter_;
};

}  // namespace

bool CairoPainter::refused(bool refuse, const char* message) {
    if (refuse)
        diagnostics.push_back(diag::error(code::not_painted, around_.empty() ? diag::Span{} : around_.back()->span,
                                          message, "look at the data and lengths that this is drawn from"));
    return refuse;
}

void CairoPainter::open_group(const scene::Group& group) {
    cairo_save(cr_);
    const auto& t = group.transform;
    if (refused(!finite(group), "a group has a transform, clip or opacity that is not a finite number")) return;
    // A transform that cannot be inverted puts Cairo into an error state for good. It would draw nothing, so clip all.
    if (std::abs(t.a * t.d - t.b * t.c) < 1e-12) {
        cairo_rectangle(cr_, 0, 0, 0, 0);
        cairo_clip(cr_);
        return;
    }
    const cairo_matrix_t matrix{t.a, t.b, t.c, t.d, near(t.e), near(t.f)};
    cairo_transform(cr_, &matrix);
    if (group.clip) {
        rectangle(cr_, *group.clip);
        cairo_clip(cr_);
    }
}

void CairoPainter::close_group(const scene::Group&) {
    cairo_restore(cr_);
}

void CairoPainter::draw_as_one(const scene::Group& group) {
    if (refused(!finite(group), "a group has a transform, clip or opacity that is not a finite number")) return;
    if (group.opacity <= 0) return;
    open_group(group);
    cairo_push_group(cr_);
    Inside inside(*this);
    scene::walk(group.items, inside);
    cairo_pop_group_to_source(cr_);
    cairo_paint_with_alpha(cr_, group.opacity);
    close_group(group);
}

void CairoPainter::draw(const scene::GlyphRun& run) {
    if (refused(!finite(run), "a line of text has a place or size that is not a finite number") || run.size <= 0)
        return;
    auto* font = fonts_.scaled_font(run.face, run.size, run.stretch);
    if (!font) {
        const auto message = fmt::format("the face {} {}{} is not loaded, so “{}” cannot be drawn", run.face.family,
                                         run.face.weight, run.face.italic ? " italic" : "", run.text);
        refused(true, message.c_str());
        return;
    }
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    glyphs.reserve(run.glyphs.size());
    clusters.reserve(run.glyphs.size());
    std::size_t bytes = 0;
    for (const auto& glyph : run.glyphs) {
        glyphs.push_back({glyph.id, near(run.origin.x + glyph.x), near(run.origin.y + glyph.y)});
        if (glyph.bytes > 0 || clusters.empty())
            clusters.push_back({glyph.bytes, 1});
        else
            ++clusters.back().num_glyphs;
        bytes += glyph.bytes;
    }
    if (refused(bytes != run.text.size(), "a line of text has glyphs that do not cover its characters")) return;
    if (glyphs.empty()) return;
    if (fonts_.is_in_colour(run.face)) return draw_pictures(run);
    set_source(cr_, run.fill);
    cairo_set_scaled_font(cr_, font);
    cairo_show_text_glyphs(cr_, run.text.data(), static_cast<int>(run.text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
}

/// The nearest point in the middle of a pixel. Cairo leaves out text without ink whose box has no pixel, as that of a
/// space on the edge of two pixels.
base::Point CairoPainter::inside_pixel(base::Point at) const {
    cairo_user_to_device(cr_, &at.x, &at.y);
    at = {std::floor(at.x) + 0.5, std::floor(at.y) + 0.5};
    cairo_device_to_user(cr_, &at.x, &at.y);
    return at;
}

/// Glyphs that are pictures (emoji). In a PDF, two spaces in another face stand behind each of them: Cairo writes the
/// characters of such a pair as its ActualText, so that they can be copied and read aloud.
void CairoPainter::draw_pictures(const scene::GlyphRun& run) {
    const bool in_pdf = cairo_surface_get_type(cairo_get_target(cr_)) == CAIRO_SURFACE_TYPE_PDF;
    auto* plain = in_pdf ? fonts_.scaled_font(fonts_.plain_face(), run.size) : nullptr;
    const auto space = plain ? fonts_.space_of(fonts_.plain_face()) : std::pair(0U, 0.0);
    std::size_t byte = 0;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const auto& glyph = run.glyphs[i];
        const base::Point at{run.origin.x + glyph.x, run.origin.y + glyph.y};
        const auto picture = fonts_.picture(run.face, glyph.id);
        if (picture.pixels) {
            const double wide = run.size * run.stretch;
            draw(scene::Image{picture.pixels,
                              {at.x + picture.at.x * wide, at.y + picture.at.y * run.size, picture.at.width * wide,
                               picture.at.height * run.size}});
        }
        if (glyph.bytes == 0) continue;
        // The place behind the picture; glyphs of a run from right to left stand before one another.
        const auto next = i + 1 < run.glyphs.size() ? run.origin.x + run.glyphs[i + 1].x : run.origin.x + run.width;
        const auto end = next > at.x ? next : at.x + (picture.at.x * 2 + picture.at.width) * run.size * run.stretch;
        if (plain && space.first != 0) {
            const auto first = inside_pixel({near(at.x), near(at.y)});
            const cairo_glyph_t pair[] = {{space.first, first.x, first.y},
                                          {space.first, near(end - space.second * run.size), first.y}};
            const cairo_text_cluster_t cluster{glyph.bytes, 2};
            set_source(cr_, run.fill);
            cairo_set_scaled_font(cr_, plain);
            cairo_show_text_glyphs(cr_, run.text.data() + byte, glyph.bytes, pair, 2, &cluster, 1,
                                   static_cast<cairo_text_cluster_flags_t>(0));
        }
        byte += glyph.bytes;
    }
}

void CairoPainter::trace(const scene::Path& path) {
    struct Step {
        cairo_t* cr;
        void operator()(const scene::MoveTo& s) const { cairo_move_to(cr, near(s.p.x), near(s.p.y)); }
        void operator()(const scene::LineTo& s) const { cairo_line_to(cr, near(s.p.x), near(s.p.y)); }
        void operator()(const scene::CurveTo& s) const {
            cairo_curve_to(cr, near(s.c1.x), near(s.c1.y), near(s.c2.x), near(s.c2.y), near(s.p.x), near(s.p.y));
        }
        void operator()(const scene::ClosePath&) const { cairo_close_path(cr); }
    };
    cairo_new_path(cr_);
    for (const auto& step : path.steps) std::visit(Step{cr_}, step);
}

void CairoPainter::draw(const scene::Path& path) {
    if (refused(!finite(path), "a shape has a coordinate, width or dash that is not a finite number")) return;
    if (refused(path.stroke && !drawable_dash(path.stroke->dash), "a line has dashes that are negative or all zero"))
        return;
    if (refused(path.hatch && path.hatch->gap < kFinestGap, "a hatch has lines closer than 0.2 points")) return;
    trace(path);
    if (path.hatch) {
        hatch(*path.hatch);
        if (path.stroke) trace(path);
    } else if (path.fill) {
        set_source(cr_, *path.fill);
        path.stroke ? cairo_fill_preserve(cr_) : cairo_fill(cr_);
    }
    if (path.stroke) stroke(*path.stroke);
    cairo_new_path(cr_);
}

void CairoPainter::hatch(const scene::Hatch& hatch) {
    cairo_save(cr_);
    cairo_clip(cr_);
    set_source(cr_, hatch.ground);
    cairo_paint(cr_);
    double left = 0, top = 0, right = 0, bottom = 0;
    cairo_clip_extents(cr_, &left, &top, &right, &bottom);
    const auto marks = scene::hatch_marks(hatch, {left, top, right - left, bottom - top});
    set_source(cr_, hatch.line);
    for (const auto& dot : marks.dots) {
        cairo_new_sub_path(cr_);
        cairo_arc(cr_, dot.x, dot.y, hatch.width / 2, 0, 2 * std::acos(-1.0));
        cairo_close_path(cr_);
    }
    if (!marks.dots.empty()) cairo_fill(cr_);
    for (const auto& [from, to] : marks.lines) {
        cairo_move_to(cr_, from.x, from.y);
        cairo_line_to(cr_, to.x, to.y);
    }
    cairo_set_line_width(cr_, hatch.width);
    cairo_set_dash(cr_, nullptr, 0, 0);
    cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
    cairo_stroke(cr_);
    cairo_restore(cr_);
}

void CairoPainter::stroke(const scene::Stroke& stroke) {
    set_source(cr_, stroke.color);
    cairo_set_line_width(cr_, std::clamp(stroke.width, 0.0, kFarthest));
    cairo_set_dash(cr_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    cairo_set_line_cap(cr_, stroke.round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr_, stroke.round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke(cr_);
}

void CairoPainter::draw(const scene::Image& image) {
    if (refused(!finite(image), "a picture has a place or size that is not a finite number")) return;
    const auto* pixels = image.pixels.get();
    if (refused(!pixels || !well_formed(*pixels),
                "a picture's pixels do not fill its width and height, or it is wider or higher than 32,767 pixels"))
        return;
    if (image.at.empty()) return;
    auto& surface = images_[pixels];
    if (!surface) surface = surface_of(*pixels);
    if (refused(!surface, "a picture is too large for the memory at hand")) return;
    cairo_save(cr_);
    cairo_translate(cr_, near(image.at.x), near(image.at.y));
    cairo_scale(cr_, image.at.width / pixels->width, image.at.height / pixels->height);
    cairo_set_source_surface(cr_, surface.get(), 0, 0);
    auto* source = cairo_get_source(cr_);
    cairo_pattern_set_filter(source, image_filter_);
    // Without padding, the edge of a scaled picture fades into the page; with it, Cairo's PDF adds a row and a column
    // of pixels, and a photograph could not be embedded as the file it is.
    const bool embedded =
        !pixels->jpeg.empty() && cairo_surface_get_type(cairo_get_target(cr_)) == CAIRO_SURFACE_TYPE_PDF;
    cairo_pattern_set_extend(source, embedded ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD);
    cairo_rectangle(cr_, 0, 0, pixels->width, pixels->height);
    cairo_fill(cr_);
    cairo_restore(cr_);
}

}  // namespace precis::paint
