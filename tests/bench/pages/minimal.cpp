// The least that a Cairo/Pango program must do for the same amount of text and charts: what `./dev bench` compares
// a report's build with. Usage: minimal AMOUNT OUT.pdf
// AMOUNT, which bench_amount counts from the report's own pages, says what stands on them: the same words in the same
// faces and sizes, and the same number of marks of the same sort, so that a chart of two hundred columns is two hundred
// rectangles here too. No data is read, no number bound, no page broken and no line balanced: paragraphs, cells and
// labels are a Pango layout each, set where the report has them; shapes are Cairo paths. No structure, links or
// outline. Fonts come from a private configuration, as in the program.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "amount.h"

namespace {

struct Face {
    std::string file, family;
    int weight = 400;
    bool italic = false;
};

std::vector<Face> faces_in(bench::Reader& in) {
    std::vector<Face> faces(in.take<std::uint32_t>());
    for (auto& face : faces) {
        face.file = in.take_string();
        face.family = in.take_string();
        face.weight = static_cast<int>(in.take<std::uint32_t>());
        face.italic = in.take<std::uint32_t>() != 0;
    }
    return faces;
}

PangoFontMap* private_fonts(const std::vector<Face>& faces) {
    FcConfig* config = FcConfigCreate();
    for (const auto& face : faces) FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(face.file.c_str()));
    FcConfigSetCurrent(config);
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    return map;
}

class Page {
  public:
    Page(cairo_t* cr, PangoContext* context, std::vector<Face> faces)
        : cr_(cr), layout_(pango_layout_new(context)), faces_(std::move(faces)) {}
    ~Page() {
        g_object_unref(layout_);
        for (auto& [look, description] : descriptions_) pango_font_description_free(description);
    }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    void text(const bench::Text& text, std::string_view words) {
        pango_layout_set_font_description(layout_, description(text.face, text.size));
        pango_layout_set_width(layout_, text.lines > 1 ? static_cast<int>(text.width * PANGO_SCALE) + 1 : -1);
        pango_layout_set_justify(layout_, text.justified != 0);
        pango_layout_set_text(layout_, words.data(), static_cast<int>(words.size()));
        color(text.color);
        cairo_move_to(cr_, text.x,
                      text.baseline - static_cast<double>(pango_layout_get_baseline(layout_)) / PANGO_SCALE);
        pango_cairo_show_layout(cr_, layout_);
    }

    void shape(const bench::Shape& shape, bench::Reader& in) {
        cairo_new_path(cr_);
        for (std::uint32_t i = 0; i < shape.steps; ++i) {
            const auto step = in.take<bench::Step>();
            const auto& at = step.at;
            switch (step.go) {
                case bench::Go::move:
                    cairo_move_to(cr_, at[0], at[1]);
                    break;
                case bench::Go::line:
                    cairo_line_to(cr_, at[0], at[1]);
                    break;
                case bench::Go::curve:
                    cairo_curve_to(cr_, at[0], at[1], at[2], at[3], at[4], at[5]);
                    break;
                case bench::Go::close:
                    cairo_close_path(cr_);
                    break;
            }
        }
        if (shape.filled) {
            color(shape.fill);
            shape.stroked ? cairo_fill_preserve(cr_) : cairo_fill(cr_);
        }
        if (shape.stroked) {
            const double dash = 2;
            color(shape.stroke);
            cairo_set_line_width(cr_, shape.stroke_width);
            cairo_set_dash(cr_, &dash, shape.dashed ? 1 : 0, 0);
            cairo_stroke(cr_);
        }
    }

  private:
    void color(const bench::Color& color) { cairo_set_source_rgb(cr_, color.r, color.g, color.b); }

    PangoFontDescription* description(std::uint32_t index, double size) {
        auto& description = descriptions_[{index, size}];
        if (!description) {
            const auto& face = faces_[index];
            description = pango_font_description_new();
            pango_font_description_set_family(description, face.family.c_str());
            pango_font_description_set_weight(description, static_cast<PangoWeight>(face.weight));
            pango_font_description_set_style(description, face.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
            pango_font_description_set_size(description, static_cast<int>(size * PANGO_SCALE));
        }
        return description;
    }

    cairo_t* cr_;
    PangoLayout* layout_;
    std::vector<Face> faces_;
    std::map<std::pair<std::uint32_t, double>, PangoFontDescription*> descriptions_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: minimal AMOUNT OUT.pdf\n");
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    bench::Reader in(bytes);
    auto faces = faces_in(in);
    PangoFontMap* map = private_fonts(faces);
    PangoContext* context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_surface_t* surface = cairo_pdf_surface_create(argv[2], 595.28, 841.89);
    cairo_t* cr = cairo_create(surface);
    int pages = 0;
    {
        Page page(cr, context, std::move(faces));
        while (!in.done()) {
            switch (in.take<bench::Kind>()) {
                case bench::Kind::page: {
                    if (pages++ > 0) cairo_show_page(cr);
                    const auto size = in.take<bench::PageSize>();
                    cairo_pdf_surface_set_size(surface, size.width, size.height);
                    break;
                }
                case bench::Kind::text: {
                    const auto text = in.take<bench::Text>();
                    page.text(text, in.take_bytes(text.bytes));
                    break;
                }
                case bench::Kind::shape:
                    page.shape(in.take<bench::Shape>(), in);
                    break;
            }
        }
    }
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    const bool good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && pages > 0;
    cairo_surface_destroy(surface);
    cairo_font_options_destroy(options);
    g_object_unref(context);
    g_object_unref(map);
    return good ? 0 : 1;
}
