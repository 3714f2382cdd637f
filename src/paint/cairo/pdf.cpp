// PDF by Cairo: each leaf of scene/marks.h becomes a tagged sequence. publish::finish_pdf adds structure, links,
// outline and metadata.
#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "paint/cairo/painter.h"
#include "paint/cairo/quick_deflate.h"
#include "paint/codes.h"
#include "paint/paint.h"

namespace precis::paint {
namespace {

constexpr double kLargestSide = 14400;  // points: the PDF standard's limit for a page

class PdfPainter : public CairoPainter {
  public:
    using CairoPainter::CairoPainter;
    // Every leaf is tagged "Part", artifacts too: Cairo 1.16 crashes on the tag Artifact. Publish writes "Span"
    // instead, which Cairo would compare with 34 others each time, four times a leaf.
    using CairoPainter::draw;
    void draw(const scene::Path& path) override {
        if (path.fill && covers_page(scene::bounds(scene::Item(path)))) {
            // Before a box that covers the whole page, Cairo drops everything recorded so far, open tags included. A
            // second box outside the page and its bleed makes it a path that is not a box.
            auto two = path;
            const double out = -20 - std::max(0.0, bleed);
            two.steps.insert(two.steps.end(), {scene::MoveTo{{out, out}}, scene::LineTo{{out + 1, out}},
                                               scene::LineTo{{out + 1, out + 1}}, scene::ClosePath{}});
            CairoPainter::draw(two);
        } else {
            CairoPainter::draw(path);
        }
    }
    static constexpr const char* kLeaf = "Part";
    base::Size page;   // with its bleed
    double bleed = 0;  // points

    void open_leaf(const scene::Mark*) override { cairo_tag_begin(context(), kLeaf, nullptr); }
    void close_leaf() override { cairo_tag_end(context(), kLeaf); }

  private:
    bool covers_page(const base::Rect& at) const {
        double left = at.x, top = at.y, right = at.right(), bottom = at.bottom();
        cairo_user_to_device(context(), &left, &top);
        cairo_user_to_device(context(), &right, &bottom);
        return left <= 0 && top <= 0 && right >= page.width && bottom >= page.height;
    }
};

constexpr std::size_t kUsualPage = 100'000;  // bytes without compression, to reserve memory

// Whether the page has an image. Cairo compresses its pixels, so that they are never held in memory as they are.
bool holds_picture(const std::vector<scene::Item>& items) {
    return std::any_of(items.begin(), items.end(), [](const scene::Item& item) {
        if (const auto* group = std::get_if<scene::Group>(&item)) return holds_picture(group->items);
        if (const auto* mark = std::get_if<scene::Mark>(&item)) return holds_picture(mark->items);
        return std::holds_alternative<scene::Image>(item);
    });
}

base::Size with_bleed(const scene::Page& page) {
    return {page.size.width + 2 * page.bleed, page.size.height + 2 * page.bleed};
}

bool paintable(base::Size size) {
    return std::isfinite(size.width) && std::isfinite(size.height) && size.width > 0 && size.height > 0 &&
           size.width <= kLargestSide && size.height <= kLargestSide;
}

}  // namespace

diag::Result<std::string> pdf(const scene::Document& document, const text::Fonts& fonts) {
    diag::Diagnostics diagnostics;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        if (!paintable(with_bleed(document.pages[i])))
            diagnostics.push_back(diag::error(
                code::not_painted, {}, fmt::format("page {} is not between 0 and 14,400 points wide and high", i + 1),
                "give the layout's page a size in that range"));
    if (document.pages.empty())
        diagnostics.push_back(
            diag::error(code::not_painted, {}, "the document has no pages", "give the output at least one block"));
    if (!diagnostics.empty()) return diagnostics;

    std::string bytes;
    bytes.reserve(document.pages.size() * kUsualPage);
    const auto first = with_bleed(document.pages.front());
    Surface surface(cairo_pdf_surface_create_for_stream(append_to_string, &bytes, first.width, first.height));
    const auto created = (document.metadata.date.empty() ? "2000-01-01" : document.metadata.date) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.metadata.title.c_str());
    Context context(cairo_create(surface.get()));
    // NEAREST keeps /Interpolate out of the file, which PDF/A forbids.
    PdfPainter painter(context.get(), fonts, CAIRO_FILTER_NEAREST);
    bool pictures = false;
    for (const auto& page : document.pages) {
        painter.page = with_bleed(page);
        painter.bleed = page.bleed;
        cairo_pdf_surface_set_size(surface.get(), painter.page.width, painter.page.height);
        const bool holds = holds_picture(page.items);
        pictures = pictures || holds;
        const QuickDeflate quick(!holds);
        cairo_identity_matrix(context.get());
        if (page.bleed != 0) cairo_translate(context.get(), page.bleed, page.bleed);
        scene::walk(page.items, painter);
        cairo_show_page(context.get());
    }
    const auto drawn = cairo_status(context.get());
    context.reset();
    {
        const QuickDeflate quick(!pictures);  // fonts, and pictures of any page
        cairo_surface_finish(surface.get());
    }
    const auto status = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(surface.get());
    diagnostics = std::move(painter.diagnostics);
    if (status != CAIRO_STATUS_SUCCESS)
        diagnostics.push_back(diag::error(code::not_painted, {},
                                          fmt::format("the PDF could not be drawn: {}", cairo_status_to_string(status)),
                                          "look at the data and lengths that the pages are drawn from"));
    if (!diagnostics.empty()) return diagnostics;
    return bytes;
}

}  // namespace precis::paint
