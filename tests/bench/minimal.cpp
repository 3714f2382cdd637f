// The least that a Cairo/Pango program must do for the same amount of text and charts: what `./dev bench` compares the
// sample's build with: the report's own words, in the faces that it uses.
// Usage: minimal PAGES CHARTS WORDS.txt OUT.pdf FACE...
// Fonts come from a private configuration, as in the program; text is justified by Pango, charts are paths with labels.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr double kWidth = 595.28, kHeight = 841.89, kMargin = 56.7, kGutter = 14, kColumn = 234;
constexpr const char* kBody = "Vollkorn 9.8";

// A face of the report: the file, and how Pango names it.
struct Face {
    std::string file, name;
};

// `Vollkorn-BoldItalic` as pdffonts prints it: its file, and "Vollkorn Bold Italic".
Face face_of(const std::string& postscript) {
    const auto dash = postscript.find('-');
    const auto family = postscript.substr(0, dash);
    std::string folder = "/usr/share/fonts/truetype/";
    std::string name = family;
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (family == "JetBrainsMono")
        folder += "jetbrains-mono", name = "JetBrains Mono";
    else
        folder += name, name = family;
    const auto style = dash == std::string::npos ? std::string("Regular") : postscript.substr(dash + 1);
    for (std::size_t i = 0; style != "Regular" && i < style.size(); ++i) {
        if (i == 0 || std::isupper(static_cast<unsigned char>(style[i]))) name += ' ';
        name += style[i];
    }
    return {folder + "/" + postscript + ".ttf", name + " 8.4"};
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

std::vector<std::string> words_of(const char* file) {
    std::ifstream in(file);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 6) {
        std::fprintf(stderr, "usage: minimal PAGES CHARTS WORDS.txt OUT.pdf FACE...\n");
        return 2;
    }
    const int pages = std::atoi(argv[1]), charts = std::atoi(argv[2]);
    const auto words = words_of(argv[3]);
    std::vector<Face> faces;
    for (int i = 5; i < argc; ++i) faces.push_back(face_of(argv[i]));
    PangoFontMap* map = private_fonts(faces);
    PangoContext* context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_surface_t* surface = cairo_pdf_surface_create(argv[4], kWidth, kHeight);
    cairo_t* cr = cairo_create(surface);
    Page page(cr, context);

    // Charts carry words of their own (titles, labels, sources): the rest is running text in two columns a page, every
    // second piece in the body's face, the others in the report's faces in turn.
    const std::size_t chart_words = static_cast<std::size_t>(charts) * (5 + 8 + 7);
    const std::size_t running = words.size() > chart_words ? words.size() - chart_words : 0;
    constexpr std::size_t kPiece = 30;
    int drawn = 0;
    std::size_t next = 0, piece = 0;
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
            const std::size_t end = running *
                                    (2 * static_cast<std::size_t>(number) + static_cast<std::size_t>(column) + 1) /
                                    (2 * static_cast<std::size_t>(pages));
            while (next < end) {
                std::string text;
                for (std::size_t i = 0; i < kPiece && next < end; ++i) text += words[next++] + " ";
                const bool body = piece % 2 == 0;
                y += page.text(text, body ? kBody : faces[piece / 2 % faces.size()].name.c_str(), x, y, kColumn, body);
                ++piece;
            }
        }
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    const bool good = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && drawn == charts;
    cairo_surface_destroy(surface);
    cairo_font_options_destroy(options);
    g_object_unref(context);
    g_object_unref(map);
    return good ? 0 : 1;
}
