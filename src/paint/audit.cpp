// The audit of a painted page: glyphs as Cairo inks them, and the picture of everything else beneath them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "paint/cairo_painter.h"
#include "paint/paint.h"

namespace precis::paint {
namespace {

constexpr double kPerPoint = 3;  // pixels
constexpr double kTouch = 0.35;  // points that two inks may share: antialiasing, kerned accents

struct Ink {
    base::Rect at;  // on the page
    std::string text;
    double size = 0;  // as painted
    const scene::Mark* mark = nullptr;
    const scene::Mark* figure = nullptr;
    bool clipped = false;
};

/// Text is measured, the rest painted: words do not hide what they stand on.
class Auditor : public CairoPainter {
  public:
    Auditor(cairo_t* context, const text::Fonts& fonts)
        : CairoPainter(context, fonts, CAIRO_FILTER_FAST), fonts_(fonts) {}
    std::vector<Ink> inks;

    void open_mark(const scene::Mark& mark) override {
        CairoPainter::open_mark(mark);
        marks_.push_back(&mark);
    }
    void close_mark(const scene::Mark& mark) override {
        CairoPainter::close_mark(mark);
        marks_.pop_back();
    }
    void draw(const scene::Path& path) override { CairoPainter::draw(path); }
    void draw(const scene::Image& image) override { CairoPainter::draw(image); }
    void draw(const scene::GlyphRun& run) override {
        cairo_scaled_font_t* font = fonts_.scaled_font(run.face, run.size);
        if (font == nullptr || run.text.find_first_not_of(" \t\n") == std::string::npos) return;
        std::vector<cairo_glyph_t> glyphs;
        for (const auto& glyph : run.glyphs)
            glyphs.push_back({glyph.id, run.origin.x + glyph.x, run.origin.y + glyph.y});
        cairo_text_extents_t extents;
        cairo_scaled_font_glyph_extents(font, glyphs.data(), static_cast<int>(glyphs.size()), &extents);
        if (extents.width <= 0 || extents.height <= 0) return;
        const double x = run.origin.x + extents.x_bearing, y = run.origin.y + extents.y_bearing;
        cairo_matrix_t matrix;
        cairo_get_matrix(context(), &matrix);
        double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
        for (const auto& [px, py] : {std::pair{x, y},
                                     {x + extents.width, y},
                                     {x, y + extents.height},
                                     {x + extents.width, y + extents.height}}) {
            double ux = px, uy = py;
            cairo_matrix_transform_point(&matrix, &ux, &uy);
            left = std::min(left, ux / kPerPoint), right = std::max(right, ux / kPerPoint);
            top = std::min(top, uy / kPerPoint), bottom = std::max(bottom, uy / kPerPoint);
        }
        double cx0 = 0, cy0 = 0, cx1 = 0, cy1 = 0;
        cairo_clip_extents(context(), &cx0, &cy0, &cx1, &cy1);
        Ink ink;
        ink.at = {left, top, right - left, bottom - top};
        ink.text = run.text;
        ink.size = run.size * std::sqrt(std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx)) / kPerPoint;
        ink.clipped = x < cx0 - kTouch || y < cy0 - kTouch || x + extents.width > cx1 + kTouch ||
                      y + extents.height > cy1 + kTouch;
        ink.mark = marks_.empty() ? nullptr : marks_.back();
        for (const auto* mark : marks_)
            if (mark->role == scene::Role::figure) ink.figure = mark;
        inks.push_back(std::move(ink));
    }

  private:
    const text::Fonts& fonts_;
    std::vector<const scene::Mark*> marks_;
};

/// Whether an edge runs through the ground under a text: more than one colour that is no blend of neighbours.
bool crossed(cairo_surface_t* surface, const base::Rect& at) {
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    // What only grazes the box is not in the way.
    const double inset = std::min(0.5, at.height * 0.1);
    const int x0 = std::max(0, static_cast<int>(std::ceil((at.x + inset) * kPerPoint)));
    const int x1 = std::min(width, static_cast<int>((at.right() - inset) * kPerPoint));
    const int y0 = std::max(0, static_cast<int>(std::ceil((at.y + inset) * kPerPoint)));
    const int y1 = std::min(height, static_cast<int>((at.bottom() - inset) * kPerPoint));
    if (x1 <= x0 || y1 <= y0) return false;
    std::map<std::uint32_t, int> colors;
    for (int y = y0; y < y1; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(pixels + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = x0; x < x1; ++x) ++colors[row[x] & 0xffffff];
    }
    if (colors.size() < 2) return false;
    const auto most = std::max_element(colors.begin(), colors.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    int other = 0;
    for (const auto& [color, count] : colors) {
        int far = 0;
        for (int shift = 0; shift < 24; shift += 8)
            far = std::max(
                far, std::abs(static_cast<int>(color >> shift & 255) - static_cast<int>(most->first >> shift & 255)));
        if (far > 40) other += count;
    }
    return other > (x1 - x0) * (y1 - y0) / 50;
}

std::string quoted(const Ink& ink) {
    return "“" + ink.text + "”";
}

}  // namespace

diag::Diagnostics audit(const scene::Page& page, const text::Fonts& fonts, double min_size) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                               static_cast<int>(std::ceil(page.size.width * kPerPoint)),
                                               static_cast<int>(std::ceil(page.size.height * kPerPoint))));
    Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), kPerPoint, kPerPoint);
    Auditor auditor(context.get(), fonts);
    scene::walk(page.items, auditor);
    if (!auditor.found.empty()) return std::move(auditor.found);
    cairo_surface_flush(surface.get());
    diag::Diagnostics said;
    const auto say = [&](diag::Code code, const Ink& ink, std::string message) {
        const diag::Span span = ink.figure ? ink.figure->span : ink.mark ? ink.mark->span : diag::Span{};
        said.push_back(diag::error(code, span, fmt::format("page {}: {}", page.label, message),
                                   "give the exhibit more height or `width: full`, or shorten the words"));
    };
    const auto& inks = auditor.inks;
    std::vector<std::size_t> order(inks.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return inks[a].at.x < inks[b].at.x; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Ink& a = inks[order[i]];
        for (std::size_t k = i + 1; k < order.size(); ++k) {
            const Ink& b = inks[order[k]];
            if (b.at.x >= a.at.right() - kTouch) break;
            if (a.at.y >= b.at.bottom() - kTouch || b.at.y >= a.at.bottom() - kTouch) continue;
            say(diag::Code::label_collides, a.figure ? a : b,
                fmt::format("{} and {} lie on each other", quoted(a), quoted(b)));
        }
    }
    for (const Ink& ink : inks) {
        const bool outside = ink.at.x < -kTouch || ink.at.y < -kTouch || ink.at.right() > page.size.width + kTouch ||
                             ink.at.bottom() > page.size.height + kTouch;
        if (outside || ink.clipped) say(diag::Code::label_clipped, ink, fmt::format("{} is cut off", quoted(ink)));
        if (ink.figure && ink.size < min_size - 0.01)
            say(diag::Code::label_too_small, ink,
                fmt::format("{} is {:.1f} points high, {:.1f} is the least", quoted(ink), ink.size, min_size));
        if (ink.figure && crossed(surface.get(), ink.at))
            say(diag::Code::label_collides, ink, fmt::format("a mark runs through {}", quoted(ink)));
    }
    return said;
}

}  // namespace precis::paint
