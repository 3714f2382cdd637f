// The audit of a painted page: the ink boxes of all texts, and a picture of all other items.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/color.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "paint/cairo/codes.h"
#include "paint/cairo/covered.h"
#include "paint/cairo/doubts.h"
#include "paint/cairo/ink.h"
#include "paint/cairo/painter.h"
#include "paint/paint.h"

namespace precis::paint {
namespace {

constexpr double kPerPoint = kAuditPixels;
constexpr double kLeastContrast = 4.5, kLeastLargeContrast = 3;  // WCAG 2.1, 1.4.3
constexpr double kLeastSeen = 0.9;  // share of a text's ink that must stay visible; the rest is antialiasing
constexpr double kTouch = 0.35;     // points by which two inks may overlap: antialiasing, kerned accents

using Runs = std::set<const scene::GlyphRun*>;

struct Ink {
    const scene::GlyphRun* run = nullptr;
    base::Rect at;         // on the page
    cairo_matrix_t map{};  // from the run's coordinates to pixels
    std::string text;
    double size = 0;  // as painted
    int weight = 400;
    base::Color color;
    const scene::Mark* mark = nullptr;
    const scene::Mark* figure = nullptr;
    bool clipped = false;
    bool table = false;  // in one
};

/// Measures text and paints everything else, so that the picture shows what lies beneath the text.
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
    void open_leaf(const scene::Mark*) override { watermark_ = false; }
    // A watermark lies over all that it crosses, and is light enough to read through: layout sees to that.
    void open_artifact(scene::Role kind) override { watermark_ = kind == scene::Role::watermark; }
    void draw(const scene::Path& path) override { CairoPainter::draw(path); }
    void draw(const scene::Image& image) override { CairoPainter::draw(image); }
    void draw(const scene::GlyphRun& run) override {
        if (watermark_) return;
        const auto own = ink_of(run, fonts_);
        if (!own) return;
        const base::Rect pixels = in_pixels(context(), *own);
        cairo_matrix_t matrix;
        cairo_get_matrix(context(), &matrix);
        double cx0 = 0, cy0 = 0, cx1 = 0, cy1 = 0;
        cairo_clip_extents(context(), &cx0, &cy0, &cx1, &cy1);
        Ink ink;
        ink.run = &run;
        ink.at = {pixels.x / kPerPoint, pixels.y / kPerPoint, pixels.width / kPerPoint, pixels.height / kPerPoint};
        ink.color = run.fill;
        ink.map = matrix;
        ink.weight = run.face.weight;
        ink.text = run.text;
        ink.size = run.size * std::sqrt(std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx)) / kPerPoint;
        ink.clipped = own->x < cx0 - kTouch || own->y < cy0 - kTouch || own->right() > cx1 + kTouch ||
                      own->bottom() > cy1 + kTouch;
        for (const auto* mark : marks_) {
            if (mark->span) ink.mark = mark;
            if (mark->role == scene::Role::figure) ink.figure = mark;
            if (mark->role == scene::Role::table) ink.table = true;
        }
        inks.push_back(std::move(ink));
    }

  private:
    const text::Fonts& fonts_;
    std::vector<const scene::Mark*> marks_;
    bool watermark_ = false;
};

struct Ground {
    base::Color color;     // of most pixels
    bool crossed = false;  // a mark runs through it: more than 2 % of the pixels differ clearly from that colour
};

Ground ground_under(cairo_surface_t* surface, const base::Rect& at) {
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    // Marks that only touch the edge of the box do not cross the text.
    const double inset = std::min(0.5, at.height * 0.1);
    const int x0 = std::max(0, static_cast<int>(std::ceil((at.x + inset) * kPerPoint)));
    const int x1 = std::min(width, static_cast<int>((at.right() - inset) * kPerPoint));
    const int y0 = std::max(0, static_cast<int>(std::ceil((at.y + inset) * kPerPoint)));
    const int y1 = std::min(height, static_cast<int>((at.bottom() - inset) * kPerPoint));
    Ground ground{{255, 255, 255, 1}, false};
    if (x1 <= x0 || y1 <= y0) return ground;
    std::map<std::uint32_t, int> colors;
    for (int y = y0; y < y1; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(pixels + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = x0; x < x1; ++x) ++colors[row[x] & 0xffffff];
    }
    const auto most = std::max_element(colors.begin(), colors.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto channel = [](std::uint32_t color, int shift) { return static_cast<int>(color >> shift & 255); };
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(channel(most->first, shift)); };
    ground.color = {byte(16), byte(8), byte(0), 1};
    int other = 0;
    for (const auto& [color, count] : colors) {
        int far = 0;
        for (int shift = 0; shift < 24; shift += 8)
            far = std::max(far, std::abs(channel(color, shift) - channel(most->first, shift)));
        if (far > 40) other += count;
    }
    ground.crossed = other > (x1 - x0) * (y1 - y0) / 50;
    return ground;
}

/// Compares the inks of a page with its bounds, its picture and each other.
class Judge {
  public:
    Judge(const scene::Page& page, const text::Fonts& fonts, const std::vector<Ink>& inks, double min_size,
          const Runs* only)
        : page_(page), fonts_(fonts), inks_(inks), min_size_(min_size), only_(only) {}

    diag::Diagnostics diagnostics;

    /// Sweeps from left to right, so that only inks whose columns overlap are compared.
    void find_overlaps() {
        std::vector<std::size_t> order(inks_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return inks_[a].at.x < inks_[b].at.x; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Ink& a = inks_[order[i]];
            for (std::size_t k = i + 1; k < order.size(); ++k) {
                const Ink& b = inks_[order[k]];
                if (b.at.x >= a.at.right() - kTouch) break;
                if (!wanted(a) && !wanted(b)) continue;
                if (!touch(a.at, b.at) || !letters_touch(a, b)) continue;
                report(code::label_collides, a.figure ? a : b,
                       fmt::format("{} and {} overlap", base::quoted(a.text), base::quoted(b.text)));
            }
        }
    }

    /// `visible`: the share of the ink that nothing is painted over.
    void examine(const Ink& ink, double visible, cairo_surface_t* picture) {
        if (!wanted(ink)) return;
        const auto text = base::quoted(ink.text);
        const bool outside = ink.at.x < -kTouch || ink.at.y < -kTouch || ink.at.right() > page_.size.width + kTouch ||
                             ink.at.bottom() > page_.size.height + kTouch;
        if (outside || ink.clipped) report(code::label_clipped, ink, fmt::format("{} is cut off", text));
        if (ink.figure && ink.size < min_size_ - 0.01)
            report(code::label_too_small, ink,
                   fmt::format("{} is {:.1f} points high; the least is {:.1f}", text, ink.size, min_size_));
        if (visible < kLeastSeen)
            report(code::label_collides, ink,
                   fmt::format("{} is painted over: {:.0f} % of it is visible", text, visible * 100));
        if (ink.figure) examine_ground(ink, ground_under(picture, ink.at));
    }

  private:
    bool wanted(const Ink& ink) const { return !only_ || only_->contains(ink.run); }

    static bool touch(const base::Rect& a, const base::Rect& b) {
        return a.x < b.right() - kTouch && b.x < a.right() - kTouch && a.y < b.bottom() - kTouch &&
               b.y < a.bottom() - kTouch;
    }
    // On the page.
    std::vector<base::Rect> letters_of(const Ink& ink) const {
        auto boxes = inks_of(*ink.run, fonts_);
        for (auto& box : boxes) {
            base::Rect at{1e300, 1e300, 0, 0};
            double right = -1e300, bottom = -1e300;
            for (double x : {box.x, box.right()}) {
                for (double y : {box.y, box.bottom()}) {
                    double px = x, py = y;
                    cairo_matrix_transform_point(&ink.map, &px, &py);
                    at.x = std::min(at.x, px), right = std::max(right, px);
                    at.y = std::min(at.y, py), bottom = std::max(bottom, py);
                }
            }
            box = {at.x / kPerPoint, at.y / kPerPoint, (right - at.x) / kPerPoint, (bottom - at.y) / kPerPoint};
        }
        return boxes;
    }
    /// The boxes of words may overlap where no letter of them does: a raised figure below a letter's tail.
    bool letters_touch(const Ink& a, const Ink& b) const {
        const auto first = letters_of(a), second = letters_of(b);
        return std::any_of(first.begin(), first.end(), [&](const base::Rect& one) {
            return touch(one, b.at) && std::any_of(second.begin(), second.end(),
                                                   [&](const base::Rect& other) { return touch(one, other); });
        });
    }

    void examine_ground(const Ink& ink, const Ground& ground) {
        const bool large = ink.size >= 18 || (ink.size >= 14 && ink.weight >= 700);  // points; WCAG 2.1, 1.4.3
        const double least = large ? kLeastLargeContrast : kLeastContrast;
        const double contrast = base::contrast(ink.color, ground.color);
        if (ground.crossed)
            report(code::label_collides, ink, fmt::format("a mark runs through {}", base::quoted(ink.text)));
        else if (contrast < least)
            report(diag::code::contrast_low, ink,
                   fmt::format("{} is {} on {}, a contrast of {:.1f}; the least is {:.1f}", base::quoted(ink.text),
                               base::to_string(ink.color), base::to_string(ground.color), contrast, least),
                   "give the layout’s `colors` a greater difference");
    }

    void report(diag::Code code, const Ink& ink, const std::string& message) {
        const char* remedy = ink.figure  ? "give the exhibit more height or `width: full`, or shorten the words"
                             : ink.table ? "leave out columns, or shorten the words"
                                         : "shorten the words, or give them more room in the layout";
        report(code, ink, message, remedy);
    }
    void report(diag::Code code, const Ink& ink, const std::string& message, const char* remedy) {
        const diag::Span span = ink.figure && ink.figure->span ? ink.figure->span
                                : ink.mark                     ? ink.mark->span
                                                               : diag::Span{};
        diagnostics.push_back(diag::error(code, span, fmt::format("page {}: {}", page_.label, message), remedy));
    }

    const scene::Page& page_;
    const text::Fonts& fonts_;
    const std::vector<Ink>& inks_;
    double min_size_;
    const Runs* only_;
};

/// One finding of each kind for a block: a table that is too wide has many cells.
diag::Diagnostics one_of_each(diag::Diagnostics found) {
    diag::Diagnostics kept;
    std::vector<int> more;
    for (auto& one : found) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const auto& other) {
            return one.span && other.code == one.code && other.span == one.span;
        });
        if (same != kept.end()) {
            ++more[static_cast<std::size_t>(same - kept.begin())];
        } else {
            kept.push_back(std::move(one));
            more.push_back(0);
        }
    }
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (more[i] > 0) kept[i].message += fmt::format("; {} more like this in the same block", more[i]);
    return kept;
}

/// `only`: the texts whose findings are kept; all without it.
diag::Diagnostics audit_of(const scene::Page& page, const text::Fonts& fonts, double min_size, const Runs* only) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                               static_cast<int>(std::ceil(page.size.width * kPerPoint)),
                                               static_cast<int>(std::ceil(page.size.height * kPerPoint))));
    Context context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), kPerPoint, kPerPoint);
    Auditor auditor(context.get(), fonts);
    scene::walk(page.items, auditor);
    if (!auditor.diagnostics.empty()) return std::move(auditor.diagnostics);
    cairo_surface_flush(surface.get());
    const auto seen = seen_of_words(page, fonts);
    Judge judge(page, fonts, auditor.inks, min_size, only);
    judge.find_overlaps();
    for (std::size_t i = 0; i < auditor.inks.size(); ++i)
        judge.examine(auditor.inks[i], i < seen.size() ? seen[i] : 1, surface.get());
    return std::move(judge.diagnostics);
}

bool is_backdrop(const scene::Item& item) {
    const auto* mark = std::get_if<scene::Mark>(&item);
    return mark != nullptr && mark->role == scene::Role::artifact && mark->id == scene::kBackdropId;
}

/// A template's drawings are no marks of the page: build has chosen colours that can be read on them. Nothing if the
/// page has none.
std::optional<scene::Page> without_backdrop(const scene::Page& page) {
    if (std::none_of(page.items.begin(), page.items.end(), is_backdrop)) return std::nullopt;
    auto copy = page;
    std::erase_if(copy.items, is_backdrop);
    return copy;
}

}  // namespace

diag::Diagnostics audit(const scene::Page& page, const text::Fonts& fonts, double min_size) {
    if (const auto bare = without_backdrop(page)) return audit_of(*bare, fonts, min_size, nullptr);
    return audit_of(page, fonts, min_size, nullptr);
}

diag::Diagnostics audit_doubts(const scene::Page& page, const text::Fonts& fonts) {
    if (const auto bare = without_backdrop(page)) return audit_doubts(*bare, fonts);
    const auto runs = doubted(page, fonts);
    if (runs.empty()) return {};
    auto found = audit_of(page, fonts, 0, &runs);
    std::erase_if(found,
                  [](const auto& one) { return one.code != code::label_collides && one.code != code::label_clipped; });
    return one_of_each(std::move(found));
}

}  // namespace precis::paint
