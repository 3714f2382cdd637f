// The least that a Cairo/Pango program must do for the same amount of text and charts: what `./dev bench` compares the
// sample's build with. Usage: minimal PAGES WORDS CHARTS OUT.pdf
// Fonts come from a private configuration, as in the program; text is justified by Pango, charts are paths with labels.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr double kWidth = 595.28, kHeight = 841.89, kMargin = 56.7, kGutter = 14, kColumn = 234;
constexpr const char* kFonts[] = {"/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf",
                                  "/usr/share/fonts/truetype/vollkorn/Vollkorn-Bold.ttf",
                                  "/usr/share/fonts/truetype/vollkorn/Vollkorn-Italic.ttf",
                                  "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
                                  "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
                                  "/usr/share/fonts/truetype/lato/Lato-Heavy.ttf"};

constexpr const char* kWords[] = {"budgets", "follow",   "adoption", "and",      "the",      "growth",     "in",
                                  "code",    "rests",    "on",       "one",      "project",  "conference", "people",
                                  "models",  "software", "portable", "machines", "accounts", "maintainers"};

PangoFontMap* private_fonts() {
    FcConfig* config = FcConfigCreate();
    for (const char* file : kFonts) FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file));
    FcConfigSetCurrent(config);
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    return map;
}

class Page {
  public:
    Page(cairo_t* cr, PangoContext* context) : cr_(cr), context_(context) {}

    double text(const std::string& words, const char* font, double x, double y, double width, bool justify) {
        PangoLayout* layout = pango_layout_new(context_);
        PangoFontDescription* description = pango_font_description_from_string(font);
        pango_layout_set_font_description(layout, description);
        pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_justify(layout, justify);
        pango_layout_set_text(layout, words.c_str(), static_cast<int>(words.size()));
        cairo_move_to(cr_, x, y);
        pango_cairo_show_layout(cr_, layout);
        int height = 0;
        pango_layout_get_size(layout, nullptr, &height);
        pango_font_description_free(description);
        g_object_unref(layout);
        return static_cast<double>(height) / PANGO_SCALE;
    }

    // Eight bars with a label each, four gridlines, a title and a source line.
    void chart(double x, double y, double width, double height) {
        text("A finding in a few words", "Lato Heavy 10.5", x, y, width, false);
        for (int line = 0; line < 4; ++line) {
            cairo_set_source_rgb(cr_, 0.86, 0.88, 0.9);
            cairo_set_line_width(cr_, 0.5);
            cairo_move_to(cr_, x, y + 24 + line * height / 4);
            cairo_line_to(cr_, x + width, y + 24 + line * height / 4);
            cairo_stroke(cr_);
        }
        for (int bar = 0; bar < 8; ++bar) {
            const double tall = height * (0.3 + 0.08 * bar);
            cairo_set_source_rgb(cr_, 0.02, 0.35, 0.45);
            cairo_rectangle(cr_, x + bar * width / 8, y + 24 + height - tall, width / 12, tall);
            cairo_fill(cr_);
            cairo_set_source_rgb(cr_, 0.08, 0.13, 0.17);
            text(std::to_string(10 + bar * 7), "Lato 7.4", x + bar * width / 8, y + 24 + height + 2, width / 8, false);
        }
        text("Source: a publisher, a title, a date", "Lato 6.8", x, y + height + 36, width, false);
    }

  private:
    cairo_t* cr_;
    PangoContext* context_;
};

std::string some_words(int count, int from) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += kWords[static_cast<std::size_t>((from + i) * 7 + i / 11) % std::size(kWords)];
        text += i % 13 == 12 ? ". " : " ";
    }
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fprintf(stderr, "usage: minimal PAGES WORDS CHARTS OUT.pdf\n");
        return 2;
    }
    const int pages = std::atoi(argv[1]), words = std::atoi(argv[2]), charts = std::atoi(argv[3]);
    PangoFontMap* map = private_fonts();
    PangoContext* context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_surface_t* surface = cairo_pdf_surface_create(argv[4], kWidth, kHeight);
    cairo_t* cr = cairo_create(surface);
    Page page(cr, context);

    // Charts carry words of their own (titles, labels, sources): the rest is running text in two columns a page.
    const int chart_words = charts * (5 + 8 + 7);
    const int column_words = words > chart_words ? (words - chart_words) / (2 * pages) : 0;
    int drawn = 0;
    for (int number = 0; number < pages; ++number) {
        const int until = charts * (number + 1) / pages;
        for (int column = 0; column < 2; ++column) {
            double y = kMargin;
            const double x = kMargin - 16 + column * (kColumn + kGutter);
            const int here = column == 0 ? (until - drawn + 1) / 2 : until - drawn;
            for (int i = 0; i < here; ++i, ++drawn) {
                page.chart(x, y, kColumn, 96);
                y += 156;
            }
            cairo_set_source_rgb(cr, 0.08, 0.13, 0.17);
            for (int left = column_words; left > 0; left -= 60) {
                y += page.text(some_words(left < 60 ? left : 60, number * 97 + left), "Vollkorn 9.8", x, y, kColumn,
                               true);
            }
        }
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    const bool good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS || drawn == charts;
    cairo_font_options_destroy(options);
    g_object_unref(context);
    g_object_unref(map);
    return good ? 0 : 1;
}
