// paint/cairo/painter.h: draws scene items on a Cairo context. Private to paint.
// Stage: scene::walk -> CAIRO PAINTER -> a surface: a PDF's page, pixels, or the audit's pictures, which derive from
// it. It does not know which surface it draws on.
#pragma once
#include <cairo.h>

#include <map>
#include <memory>

#include "paint/cairo/pixels.h"
#include "scene/marks.h"
#include "text/fonts.h"

namespace precis::paint {

/// Draws the items of a walk. An item that cannot be drawn is skipped and reported in `found`: not_painted, at the
/// place of the innermost mark around it. Coordinates are clamped to a million points, which Cairo's fixed-point
/// numbers hold.
class CairoPainter : public scene::Visitor {
  public:
    CairoPainter(cairo_t* context, const text::Fonts& fonts, cairo_filter_t image_filter)
        : cr_(context), fonts_(fonts), image_filter_(image_filter) {}

    diag::Diagnostics diagnostics;

    void open_mark(const scene::Mark& mark) override { around_.push_back(&mark); }
    void close_mark(const scene::Mark&) override { around_.pop_back(); }
    void open_group(const scene::Group& group) override;
    void close_group(const scene::Group& group) override;
    void draw(const scene::GlyphRun& run) override;
    void draw(const scene::Path& path) override;
    void draw(const scene::Image& image) override;
    void draw_as_one(const scene::Group& group) override;
    void link(const scene::Link&, const scene::Mark*) override {}  // pixels have none; publish adds a PDF's

  protected:
    cairo_t* context() const { return cr_; }

  private:
    bool refused(bool refuse, const char* message);
    void draw_pictures(const scene::GlyphRun& run);
    [[nodiscard]] base::Point inside_pixel(base::Point at) const;
    void trace(const scene::Path& path);
    void hatch(const scene::Hatch& hatch);
    void stroke(const scene::Stroke& stroke);

    cairo_t* cr_;
    const text::Fonts& fonts_;
    cairo_filter_t image_filter_;
    std::vector<const scene::Mark*> around_;
    std::map<const scene::Pixels*, Surface> images_;  // kept, so that a picture painted twice is written once
};

}  // namespace precis::paint
