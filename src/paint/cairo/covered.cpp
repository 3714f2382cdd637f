// Paints the page with all text in a colour that no page uses, counts the pixels of that colour when a run is drawn,
// and again when the page is complete.
#include "paint/cairo/covered.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "paint/cairo/ink.h"
#include "paint/cairo/painter.h"

namespace precis::paint {
namespace {

constexpr base::Color kSignal{255, 0, 254, 1};
constexpr int kNear = 100;  // of 255 in each channel; so antialiased edges count as ink if they look more like it

class Cover : public CairoPainter {
  public:
    Cover(cairo_surface_t* surface, cairo_t* context, const text::Fonts& fonts)
        : CairoPainter(context, fonts, CAIRO_FILTER_FAST), surface_(surface), fonts_(fonts) {}

    void open_leaf(const scene::Mark*) override { watermark_ = false; }
    void open_artifact(scene::Role kind) override { watermark_ = kind == scene::Role::watermark; }
    void draw(const scene::GlyphRun& run) override {
        if (watermark_) return;  // the audit has no ink of it either
        const auto ink = ink_of(run, fonts_);
        if (!ink) return;
        Word word = pixels_of(in_pixels(context(), *ink));
        scene::GlyphRun loud = run;
        loud.fill = kSignal;
        CairoPainter::draw(loud);
        word.painted = count(word);
        words_.push_back(word);
    }

    std::vector<double> seen() const {
        std::vector<double> shares;
        for (const auto& word : words_)
            shares.push_back(word.painted == 0 ? 1 : static_cast<double>(count(word)) / word.painted);
        return shares;
    }

  private:
    struct Word {
        int left = 0, top = 0, right = 0, bottom = 0;  // pixels
        int painted = 0;
    };

    Word pixels_of(const base::Rect& at) const {
        const auto pixel = [](double place, int most) {
            return static_cast<int>(std::clamp(place, 0.0, static_cast<double>(most)));
        };
        const int width = cairo_image_surface_get_width(surface_), height = cairo_image_surface_get_height(surface_);
        return {pixel(std::floor(at.x), width), pixel(std::floor(at.y), height), pixel(std::ceil(at.right()), width),
                pixel(std::ceil(at.bottom()), height), 0};
    }

    int count(const Word& word) const {
        cairo_surface_flush(surface_);
        const unsigned char* pixels = cairo_image_surface_get_data(surface_);
        const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface_);
        int signals = 0;
        for (int y = word.top; y < word.bottom; ++y) {
            const auto* row = reinterpret_cast<const std::uint32_t*>(pixels + y * stride);
            for (int x = word.left; x < word.right; ++x) {
                const auto channel = [&](int shift) { return static_cast<int>(row[x] >> shift & 255); };
                signals += std::abs(channel(16) - kSignal.r) < kNear && channel(8) < kNear &&
                                   std::abs(channel(0) - kSignal.b) < kNear
                               ? 1
                               : 0;
            }
        }
        return signals;
    }

    cairo_surface_t* surface_;
    const text::Fonts& fonts_;
    std::vector<Word> words_;
    bool watermark_ = false;
};

}  // namespace

std::vector<double> seen_of_words(const scene::Page& page, const text::Fonts& fonts) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                     static_cast<int>(std::ceil(page.size.width * kAuditPixels)),
                                                     static_cast<int>(std::ceil(page.size.height * kAuditPixels))));
    const Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), kAuditPixels, kAuditPixels);
    Cover cover(surface.get(), context.get(), fonts);
    scene::walk(page.items, cover);
    return cover.seen();
}

}  // namespace precis::paint
