// The presenter's PDF by libharu, which is loaded when such a file is painted. libharu shows text by characters, not
// glyphs: glyphs that the font's cmap gives for their characters are shown as text; all others (ligatures, joined
// forms, small capitals) are drawn as outlines, with their characters as invisible text. publish::finish_presenter adds
// links, outline, page labels and the text of notes.
#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "diag/codes.h"
#include "paint/cairo/finite.h"
#include "paint/cairo/pixels.h"
#include "paint/codes.h"
#include "paint/haru/haru_library.h"
#include "paint/paint.h"
#include "scene/hatch.h"
#include "scene/marks.h"

namespace precis::paint {
namespace {

constexpr double kFarthest = 1e6;     // points; PDF readers take larger numbers, but none is on a page
constexpr double kDashScale = 16;     // libharu's dashes are whole numbers, so lines are drawn in sixteenths of a point
constexpr std::size_t kDeepest = 24;  // groups; libharu keeps 28 states, and drawing needs a few

HPDF_REAL real(double length) {
    return static_cast<HPDF_REAL>(std::clamp(length, -kFarthest, kFarthest));
}

HPDF_TransitionStyle transition_of(const std::string& word) {
    static const std::map<std::string, HPDF_TransitionStyle> kStyles = {
        {"wipe", HPDF_TS_WIPE_RIGHT}, {"dissolve", HPDF_TS_DISSOLVE}, {"split", HPDF_TS_BARN_DOORS_HORIZONTAL_OUT}};
    const auto style = kStyles.find(word);
    return style == kStyles.end() ? HPDF_TS_REPLACE : style->second;  // publish sets those that libharu lacks
}

class HaruPainter : public scene::Visitor {
  public:
    HaruPainter(Haru& haru, HPDF_Doc doc, const text::Fonts& fonts)
        : haru_(haru),
          doc_(doc),
          fonts_(fonts),
          scratch_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)),
          context_(cairo_create(scratch_.get())) {}

    diag::Diagnostics diagnostics;

    void begin(HPDF_Page page, double height) {
        page_ = page;
        alpha_ = 1;
        // To the coordinates of the scene: origin at the top left, y down.
        haru_.Page_Concat(page_, 1, 0, 0, -1, 0, real(height));
    }

    void open_mark(const scene::Mark&) override {}
    void close_mark(const scene::Mark&) override {}
    void link(const scene::Link&, const scene::Mark*) override {}  // publish adds them
    void open_group(const scene::Group& group) override {
        if (refused(!finite(group) || ++depth_ > kDeepest, "a group has numbers that are not finite, or is too deep"))
            return;
        const auto& t = group.transform;
        haru_.Page_GSave(page_);
        haru_.Page_Concat(page_, real(t.a), real(t.b), real(t.c), real(t.d), real(t.e), real(t.f));
        if (!group.clip) return;
        haru_.Page_Rectangle(page_, real(group.clip->x), real(group.clip->y), real(group.clip->width),
                             real(group.clip->height));
        haru_.Page_Clip(page_);
        haru_.Page_EndPath(page_);
    }
    void close_group(const scene::Group&) override {
        --depth_;
        haru_.Page_GRestore(page_);
    }
    void draw_as_one(const scene::Group& group) override {
        const double before = alpha_;
        alpha_ *= std::clamp(group.opacity, 0.0, 1.0);
        open_group(group);
        scene::walk(group.items, *this);
        close_group(group);
        alpha_ = before;
    }

    void draw(const scene::Path& path) override {
        if (refused(!finite(path) || (path.stroke && !drawable_dash(path.stroke->dash)),
                    "a shape has a coordinate, width or dash that cannot be drawn"))
            return;
        if (path.steps.empty()) return;
        if (path.hatch) {
            draw_hatch(path, *path.hatch);
        } else if (path.fill) {
            haru_.Page_GSave(page_);
            fill_with(*path.fill);
            trace(path, 1);
            haru_.Page_Fill(page_);
            haru_.Page_GRestore(page_);
        }
        if (path.stroke) draw_stroke(path, *path.stroke);
    }

    void draw(const scene::GlyphRun& run) override {
        if (refused(!finite(run), "a line of text has a place or size that is not a finite number") || run.size <= 0)
            return;
        auto* scaled = fonts_.scaled_font(run.face, run.size, run.stretch);
        if (refused(!scaled, "a face is not loaded")) return;
        auto* font = font_of(run.face);
        // Fonts that libharu cannot read are drawn as outlines, with their characters in another, invisible font.
        const bool readable = font != nullptr;
        if (!readable) font = font_of(fonts_.plain_face());
        const bool pictures = fonts_.is_in_colour(run.face);
        haru_.Page_GSave(page_);
        fill_with(run.fill);
        std::size_t byte = 0;
        for (std::size_t i = 0; i < run.glyphs.size();) {
            auto end = i + 1;
            while (end < run.glyphs.size() && run.glyphs[end].bytes == 0) ++end;
            const auto words = run.text.substr(byte, run.glyphs[i].bytes);
            byte += run.glyphs[i].bytes;
            if (pictures)
                draw_picture(run, i, end);
            else
                draw_cluster(run, i, end, words, scaled, font, readable);
            i = end;
        }
        // In one piece: the other font's widths would tear the word apart.
        if (!readable) show(run, run.text, run.origin.x, run.origin.y, font, false);
        haru_.Page_GRestore(page_);
    }

    void draw(const scene::Image& image) override {
        const auto* pixels = image.pixels.get();
        if (refused(!finite(image) || !pixels || !well_formed(*pixels), "a picture cannot be drawn")) return;
        if (image.at.empty()) return;
        auto& drawn = images_[pixels];
        if (!drawn) drawn = image_of(*pixels);
        if (!drawn) return;
        haru_.Page_GSave(page_);
        set_alpha(1);
        // PDF draws pictures with y up, so they are flipped back.
        haru_.Page_Concat(page_, 1, 0, 0, -1, 0, real(2 * image.at.y + image.at.height));
        haru_.Page_DrawImage(page_, drawn, real(image.at.x), real(image.at.y), real(image.at.width),
                             real(image.at.height));
        haru_.Page_GRestore(page_);
    }

  private:
    bool refused(bool refuse, const char* message) {
        if (refuse)
            diagnostics.push_back(
                diag::error(code::not_painted, {}, message, "look at the data and lengths that this is drawn from"));
        return refuse;
    }

    void set_alpha(double of) {
        const auto alpha = static_cast<int>(std::lround(255 * std::clamp(of * alpha_, 0.0, 1.0)));
        if (alpha == 255) return;
        auto& state = states_[alpha];
        if (!state) {
            state = haru_.CreateExtGState(doc_);
            haru_.ExtGState_SetAlphaFill(state, static_cast<HPDF_REAL>(alpha / 255.0));
            haru_.ExtGState_SetAlphaStroke(state, static_cast<HPDF_REAL>(alpha / 255.0));
        }
        haru_.Page_SetExtGState(page_, state);
    }
    void fill_with(const base::Color& color) {
        set_alpha(color.alpha);
        haru_.Page_SetRGBFill(page_, real(color.r / 255.0), real(color.g / 255.0), real(color.b / 255.0));
    }

    void trace(const scene::Path& path, double scale) {
        struct Step {
            Haru& haru;
            HPDF_Page page;
            double k;
            base::Point at{};
            void operator()(const scene::MoveTo& s) { haru.Page_MoveTo(page, real(s.p.x * k), real(s.p.y * k)); }
            void operator()(const scene::LineTo& s) { haru.Page_LineTo(page, real(s.p.x * k), real(s.p.y * k)); }
            void operator()(const scene::CurveTo& s) {
                haru.Page_CurveTo(page, real(s.c1.x * k), real(s.c1.y * k), real(s.c2.x * k), real(s.c2.y * k),
                                  real(s.p.x * k), real(s.p.y * k));
            }
            void operator()(const scene::ClosePath&) { haru.Page_ClosePath(page); }
        } step{haru_, page_, scale};
        for (const auto& part : path.steps) std::visit(step, part);
    }

    void draw_stroke(const scene::Path& path, const scene::Stroke& with) {
        haru_.Page_GSave(page_);
        set_alpha(with.color.alpha);
        haru_.Page_SetRGBStroke(page_, real(with.color.r / 255.0), real(with.color.g / 255.0),
                                real(with.color.b / 255.0));
        haru_.Page_Concat(page_, real(1 / kDashScale), 0, 0, real(1 / kDashScale), 0, 0);
        haru_.Page_SetLineWidth(page_, real(with.width * kDashScale));
        haru_.Page_SetLineCap(page_, with.round_caps ? HPDF_ROUND_END : HPDF_BUTT_END);
        haru_.Page_SetLineJoin(page_, with.round_caps ? HPDF_ROUND_JOIN : HPDF_MITER_JOIN);
        if (!with.dash.empty()) {
            std::vector<HPDF_UINT16> dashes;
            for (std::size_t i = 0; i < with.dash.size() * (with.dash.size() % 2 + 1) && i < 8; ++i)
                dashes.push_back(static_cast<HPDF_UINT16>(
                    std::clamp(std::lround(with.dash[i % with.dash.size()] * kDashScale), 1L, 60'000L)));
            haru_.Page_SetDash(page_, dashes.data(), static_cast<HPDF_UINT>(dashes.size()), 0);
        }
        trace(path, kDashScale);
        haru_.Page_Stroke(page_);
        haru_.Page_GRestore(page_);
    }

    void draw_hatch(const scene::Path& path, const scene::Hatch& with) {
        const auto box = scene::bounds(scene::Item(path));
        haru_.Page_GSave(page_);
        trace(path, 1);
        haru_.Page_Clip(page_);
        haru_.Page_EndPath(page_);
        fill_with(with.ground);
        haru_.Page_Rectangle(page_, real(box.x), real(box.y), real(box.width), real(box.height));
        haru_.Page_Fill(page_);
        haru_.Page_SetRGBStroke(page_, real(with.line.r / 255.0), real(with.line.g / 255.0), real(with.line.b / 255.0));
        haru_.Page_SetLineWidth(page_, real(with.width));
        scene::Hatch fine = with;
        fine.gap = std::max(with.gap, 0.2);
        auto marks = scene::hatch_marks(fine, box);
        // A dot is a short line with round ends: one operator instead of a circle of four curves.
        if (!marks.dots.empty()) haru_.Page_SetLineCap(page_, HPDF_ROUND_END);
        for (const auto& dot : marks.dots) marks.lines.push_back({{dot.x - 0.005, dot.y}, {dot.x + 0.005, dot.y}});
        for (const auto& [from, to] : marks.lines) {
            haru_.Page_MoveTo(page_, real(from.x), real(from.y));
            haru_.Page_LineTo(page_, real(to.x), real(to.y));
        }
        if (!marks.lines.empty()) haru_.Page_Stroke(page_);
        haru_.Page_GRestore(page_);
    }

    /// libharu's font; nullptr if it cannot read the file: all glyphs are then drawn as outlines.
    HPDF_Font font_of(const scene::Face& face) {
        const auto known = loaded_.find(face);
        if (known != loaded_.end()) return known->second;
        const auto [path, index] = fonts_.is_variable(face) ? std::pair(std::string(), 0) : fonts_.file_of(face);
        const char* name = nullptr;
        if (path.ends_with(".ttf")) name = haru_.LoadTTFontFromFile(doc_, path.c_str(), HPDF_TRUE);
        if (path.ends_with(".ttc"))
            name = haru_.LoadTTFontFromFile2(doc_, path.c_str(), static_cast<HPDF_UINT>(index), HPDF_TRUE);
        auto* font = name ? haru_.GetFont(doc_, name, "UTF-8") : nullptr;
        if (!font) haru_.ResetError(doc_);
        return loaded_[face] = font;
    }

    /// Whether the font's cmap gives exactly this glyph for the characters.
    static bool is_own_glyph(cairo_scaled_font_t* font, const std::string& words, std::uint32_t id) {
        cairo_glyph_t* glyphs = nullptr;
        int count = 0;
        const auto status = cairo_scaled_font_text_to_glyphs(font, 0, 0, words.data(), static_cast<int>(words.size()),
                                                             &glyphs, &count, nullptr, nullptr, nullptr);
        const bool same = status == CAIRO_STATUS_SUCCESS && count == 1 && glyphs[0].index == id;
        if (glyphs) cairo_glyph_free(glyphs);
        return same;
    }

    void draw_cluster(const scene::GlyphRun& run, std::size_t begin, std::size_t end, const std::string& words,
                      cairo_scaled_font_t* scaled, HPDF_Font font, bool readable) {
        const auto& first = run.glyphs[begin];
        const bool own = readable && end == begin + 1 && is_own_glyph(scaled, words, first.id);
        const double x = run.origin.x + first.x, y = run.origin.y + first.y;
        if (!own) {
            for (auto i = begin; i < end; ++i)
                draw_outline(run.glyphs[i].id, run.origin.x + run.glyphs[i].x, run.origin.y + run.glyphs[i].y, scaled);
        }
        if (readable) show(run, words, x, y, font, own);
    }

    void show(const scene::GlyphRun& run, const std::string& words, double x, double y, HPDF_Font font, bool visible) {
        if (!font || words.empty()) return;
        haru_.Page_BeginText(page_);
        haru_.Page_SetFontAndSize(page_, font, real(run.size));
        haru_.Page_SetTextRenderingMode(page_, visible ? HPDF_FILL : HPDF_INVISIBLE);
        haru_.Page_SetTextMatrix(page_, real(run.stretch), 0, 0, -1, real(x), real(y));
        haru_.Page_ShowText(page_, words.c_str());
        haru_.Page_EndText(page_);
    }

    void draw_picture(const scene::GlyphRun& run, std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            const auto picture = fonts_.picture(run.face, run.glyphs[i].id);
            if (!picture.pixels) continue;
            const double wide = run.size * run.stretch;
            draw(scene::Image{picture.pixels,
                              {run.origin.x + run.glyphs[i].x + picture.at.x * wide,
                               run.origin.y + run.glyphs[i].y + picture.at.y * run.size, picture.at.width * wide,
                               picture.at.height * run.size}});
        }
    }

    void draw_outline(std::uint32_t id, double x, double y, cairo_scaled_font_t* scaled) {
        auto* cr = context_.get();
        cairo_new_path(cr);
        cairo_set_scaled_font(cr, scaled);
        const cairo_glyph_t glyph{id, 0, 0};
        cairo_glyph_path(cr, &glyph, 1);
        auto* path = cairo_copy_path(cr);
        bool any = false;
        for (int i = 0; path->status == CAIRO_STATUS_SUCCESS && i < path->num_data; i += path->data[i].header.length) {
            const auto* data = &path->data[i];
            const auto at = [&](int k) { return base::Point{x + data[k].point.x, y + data[k].point.y}; };
            switch (data->header.type) {
                case CAIRO_PATH_MOVE_TO:
                    // Cairo ends the path with a move that draws nothing.
                    if (i + data->header.length >= path->num_data) break;
                    haru_.Page_MoveTo(page_, real(at(1).x), real(at(1).y));
                    any = true;
                    break;
                case CAIRO_PATH_LINE_TO:
                    haru_.Page_LineTo(page_, real(at(1).x), real(at(1).y));
                    break;
                case CAIRO_PATH_CURVE_TO:
                    haru_.Page_CurveTo(page_, real(at(1).x), real(at(1).y), real(at(2).x), real(at(2).y), real(at(3).x),
                                       real(at(3).y));
                    break;
                case CAIRO_PATH_CLOSE_PATH:
                    haru_.Page_ClosePath(page_);
                    break;
            }
        }
        if (any) haru_.Page_Fill(page_);
        cairo_path_destroy(path);
    }

    HPDF_Image image_of(const scene::Pixels& pixels) {
        // Its segments were walked and its scans decoded before: libharu reads no more of it than the frame's header.
        if (!pixels.jpeg.empty())
            return haru_.LoadJpegImageFromMem(doc_, reinterpret_cast<const HPDF_BYTE*>(pixels.jpeg.data()),
                                              static_cast<HPDF_UINT>(pixels.jpeg.size()));
        const auto count = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
        std::vector<HPDF_BYTE> rgb, alpha;
        rgb.reserve(3 * count), alpha.reserve(count);
        bool solid = true;
        for (std::size_t i = 0; i < count; ++i) {
            rgb.insert(rgb.end(), pixels.rgba.begin() + static_cast<std::ptrdiff_t>(4 * i),
                       pixels.rgba.begin() + static_cast<std::ptrdiff_t>(4 * i + 3));
            alpha.push_back(pixels.rgba[4 * i + 3]);
            solid = solid && alpha.back() == 255;
        }
        const auto width = static_cast<HPDF_UINT>(pixels.width), height = static_cast<HPDF_UINT>(pixels.height);
        auto* image = haru_.LoadRawImageFromMem(doc_, rgb.data(), width, height, HPDF_CS_DEVICE_RGB, 8);
        if (image && !solid) {
            if (auto* mask = haru_.LoadRawImageFromMem(doc_, alpha.data(), width, height, HPDF_CS_DEVICE_GRAY, 8))
                haru_.Image_AddSMask(image, mask);
        }
        return image;
    }

    Haru& haru_;
    HPDF_Doc doc_;
    const text::Fonts& fonts_;
    Surface scratch_;
    Context context_;
    HPDF_Page page_ = nullptr;
    double alpha_ = 1;
    std::size_t depth_ = 0;
    std::map<int, HPDF_ExtGState> states_;
    std::map<scene::Face, HPDF_Font> loaded_;
    std::map<const scene::Pixels*, HPDF_Image> images_;
};

std::string bytes_of(Haru& haru, HPDF_Doc doc) {
    if (haru.SaveToStream(doc) != HPDF_OK) return {};
    std::string bytes(haru.GetStreamSize(doc), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto more = static_cast<HPDF_UINT32>(bytes.size() - done);
        const auto status = haru.ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(bytes.data() + done), &more);
        if (more == 0 || (status != HPDF_OK && status != HPDF_STREAM_EOF)) break;
        done += more;
    }
    bytes.resize(done);
    return bytes;
}

}  // namespace

diag::Result<std::string> presenter_pdf(const scene::Document& document, const text::Fonts& fonts) {
    Haru haru;
    if (!haru.loaded.complete())
        return diag::error(diag::code::format_not_available, {},
                           "a presenter's PDF needs libharu, which is not installed",
                           "install the Debian package libhpdf-2.3.0");
    if (document.pages.empty())
        return diag::error(code::not_painted, {}, "the deck has no slides", "give the output at least one block");
    auto* doc = haru.New(nullptr, nullptr);  // errors are asked for at the end
    if (!doc) return diag::error(code::not_painted, {}, "libharu has no memory", "free memory and try again");
    haru.SetCompressionMode(doc, HPDF_COMP_ALL);
    haru.UseUTFEncodings(doc);
    haru.SetPageMode(doc, HPDF_PAGE_MODE_FULL_SCREEN);
    HaruPainter painter(haru, doc, fonts);
    for (const auto& page : document.pages) {
        auto* slide = haru.AddPage(doc);
        haru.Page_SetWidth(slide, real(page.size.width));
        haru.Page_SetHeight(slide, real(page.size.height));
        if (page.slide) {
            if (!page.slide->transition.empty() || page.slide->duration_s)
                haru.Page_SetSlideShow(slide, transition_of(page.slide->transition),
                                       real(page.slide->duration_s.value_or(0)), 1);
            if (!page.slide->speaker_notes.empty())
                haru.Page_CreateTextAnnot(slide, {4, real(page.size.height - 24), 24, real(page.size.height - 4)},
                                          "notes", nullptr);
        }
        painter.begin(slide, page.size.height);
        scene::walk(page.items, painter);
    }
    auto diagnostics = std::move(painter.diagnostics);
    auto bytes = bytes_of(haru, doc);
    const auto error = haru.GetError(doc);
    haru.Free(doc);
    if (error != HPDF_OK || bytes.empty())
        diagnostics.push_back(diag::error(code::not_painted, {},
                                          fmt::format("libharu could not paint the deck (its error {:#x})", error),
                                          "build the deck as pdf, and look at the data that it is drawn from"));
    if (diag::has_errors(diagnostics)) return diagnostics;
    return {std::move(bytes), std::move(diagnostics)};
}

}  // namespace precis::paint
