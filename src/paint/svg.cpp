// Writes SVG as text: an element for each item, definitions for clips and hatches.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "base/xml_text.h"
#include "diag/codes.h"
#include "paint/cairo/finite.h"
#include "paint/cairo/pixels.h"
#include "paint/codes.h"
#include "paint/paint.h"
#include "paint/svg_text.h"
#include "scene/hatch.h"
#include "scene/marks.h"

namespace precis::paint {
namespace {

std::string hex(const base::Color& color) {
    return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

/// `fill="#rrggbb"`, with an opacity if the colour is not opaque.
std::string paint_of(const char* key, const base::Color& color) {
    std::string text = fmt::format(" {}=\"{}\"", key, hex(color));
    if (color.alpha < 1) text += fmt::format(" {}-opacity=\"{}\"", key, svg_number(color.alpha));
    return text;
}

/// Source: RFC 4648, 4.
std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t word = 0;
        for (std::size_t k = 0; k < 3; ++k)
            word = word << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : kDigits[word >> (18 - 6 * k) & 63];
    }
    return out;
}

/// The name of an anchor as an id: "fig:growth" is "to-fig-growth".
std::string anchor_id(std::string name) {
    std::replace_if(
        name.begin(), name.end(),
        [](unsigned char c) { return c < 128 && !base::is_letter_or_digit(static_cast<char>(c)); }, '-');
    return "to-" + base::xml_text(name);
}

class SvgPainter : public scene::Visitor {
  public:
    explicit SvgPainter(const std::string& id) : id_(id) {}

    std::string body, definitions;
    diag::Diagnostics diagnostics;
    const text::Fonts* fonts = nullptr;

    void open_mark(const scene::Mark& mark) override {
        around_.push_back(&mark);
        if (mark.id.empty()) return;
        body += "<g" + about(mark) + ">\n";
    }
    void close_mark(const scene::Mark& mark) override {
        around_.pop_back();
        if (!mark.id.empty()) body += "</g>\n";
    }
    void open_group(const scene::Group& group) override {
        if (refused(!finite(group))) return void(body += "<g>\n");
        const auto& t = group.transform;
        body += "<g";
        if (!(t == base::Affine{}))
            body += fmt::format(" transform=\"matrix({} {} {} {} {} {})\"", fmt::format("{:.6g}", t.a),
                                fmt::format("{:.6g}", t.b), fmt::format("{:.6g}", t.c), fmt::format("{:.6g}", t.d),
                                svg_number(t.e), svg_number(t.f));
        if (group.clip) {
            const auto name = fmt::format("{}-clip-{}", id_, ++clips_);
            definitions +=
                fmt::format("<clipPath id=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n",
                            name, svg_number(group.clip->x), svg_number(group.clip->y), svg_number(group.clip->width),
                            svg_number(group.clip->height));
            body += fmt::format(" clip-path=\"url(#{})\"", name);
        }
        if (group.opacity < 1) body += fmt::format(" opacity=\"{}\"", svg_number(group.opacity));
        body += ">\n";
    }
    void close_group(const scene::Group&) override { body += "</g>\n"; }
    void draw_as_one(const scene::Group& group) override {
        open_group(group);
        const bool before = inside_;
        inside_ = true;  // the outer walk reports the links
        scene::walk(group.items, *this);
        inside_ = before;
        close_group(group);
    }

    void draw(const scene::GlyphRun& run) override {
        if (run.text.empty() || refused(!finite(run))) return;
        const bool pictures = fonts && fonts->is_in_colour(run.face);
        if (pictures)
            for (const auto& picture : pictures_of(run, *fonts)) draw(picture);
        body += fmt::format("<text x=\"{}\" y=\"{}\" font-family=\"{}, sans-serif\" font-size=\"{}\"",
                            svg_number(run.origin.x), svg_number(run.origin.y), base::xml_text(run.face.family),
                            svg_number(run.size));
        if (run.face.weight != 400) body += fmt::format(" font-weight=\"{}\"", run.face.weight);
        if (run.face.italic) body += " font-style=\"italic\"";
        // Behind pictures of its characters, text can be selected and is not seen.
        body += (pictures ? std::string(" fill=\"none\"") : paint_of("fill", run.fill)) + words_of(run) + "</text>\n";
    }
    void draw(const scene::Path& path) override {
        if (path.steps.empty() || refused(!finite(path))) return;
        body += "<path d=\"" + svg_steps(path) + "\"";
        if (path.hatch)
            body += fmt::format(" fill=\"url(#{})\"", hatch(*path.hatch));
        else if (path.fill)
            body += paint_of("fill", *path.fill);
        else
            body += " fill=\"none\"";
        if (path.stroke) {
            body += paint_of("stroke", path.stroke->color) +
                    fmt::format(" stroke-width=\"{}\"", svg_number(path.stroke->width));
            if (const auto dash = svg_dash(*path.stroke); !dash.empty())
                body += fmt::format(" stroke-dasharray=\"{}\"", dash);
            if (path.stroke->round_caps) body += " stroke-linecap=\"round\"";
        }
        body += "/>\n";
    }
    void draw(const scene::Image& image) override {
        if (refused(!finite(image)) || image.at.empty()) return;
        const auto file = image.pixels ? file_of(*image.pixels) : PictureFile();
        if (file.bytes.empty()) {
            diagnostics.push_back(diag::error(code::not_painted, innermost(), "a picture's pixels do not fill its size",
                                              "look at the file that the picture comes from"));
            return;
        }
        body += fmt::format(
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
            "href=\"data:{};base64,{}\"/>\n",
            svg_number(image.at.x), svg_number(image.at.y), svg_number(image.at.width), svg_number(image.at.height),
            file.type, base64(file.bytes));
    }
    void link(const scene::Link& link, const scene::Mark*) override {
        if (inside_ || link.target.empty()) return;
        const auto address = address_of(link.target);
        if (address.empty()) return;
        body += fmt::format(
            "<a href=\"{}\"><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" "
            "pointer-events=\"all\"/></a>\n",
            base::xml_text(address), base::xml_text(link.description.empty() ? link.target : link.description),
            svg_number(link.at.x), svg_number(link.at.y), svg_number(link.at.width), svg_number(link.at.height));
    }

  protected:
    /// The attributes of a mark's group: its id, which begins with the file's.
    virtual std::string about(const scene::Mark&) const { return fmt::format(" id=\"{}-plot\"", id_); }
    /// Where a link leads; empty: nowhere in this file. An exhibit alone has no anchors of the document.
    virtual std::string address_of(const std::string& target) { return target[0] == '#' ? std::string() : target; }
    virtual std::string words_of(const scene::GlyphRun& run) {
        std::string words;
        // The text keeps its width if the reader's machine has another font.
        if (run.glyphs.size() > 1 && run.width > 0)
            words += fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", svg_number(run.width));
        return words + " xml:space=\"preserve\">" + base::xml_text(run.text);
    }
    diag::Span innermost() const { return around_.empty() ? diag::Span{} : around_.back()->span; }

  private:
    bool refused(bool refuse) {
        if (refuse)
            diagnostics.push_back(diag::error(code::not_painted, innermost(),
                                              "an item has a length that is not a finite number",
                                              "look at the data and lengths that this is drawn from"));
        return refuse;
    }

    /// The id of the hatch's pattern; equal hatches share one.
    std::string hatch(const scene::Hatch& hatch) {
        const auto key = svg_hatch_key(hatch);
        const auto [at, fresh] = hatches_.emplace(key, hatches_.size() + 1);
        const auto name = fmt::format("{}-hatch-{}", id_, at->second);
        if (fresh)
            definitions += svg_hatch(name, hatch, paint_of("fill", hatch.line), paint_of("fill", hatch.ground)) + "\n";
        return name;
    }

    const std::string& id_;
    std::vector<const scene::Mark*> around_;
    std::map<std::string, std::size_t> hatches_;
    std::size_t clips_ = 0;
    bool inside_ = false;
};

/// A page of a document: words at their own places, links between pages.
class SvgPagePainter : public SvgPainter {
  public:
    SvgPagePainter(const std::string& id, const SvgPage& page) : SvgPainter(id), page_(page) {}

  protected:
    std::string about(const scene::Mark& mark) const override {
        // The same exhibit may be on several pages, and a note's pieces on one: ids have to be unique in a file.
        std::string attributes;
        if (mark.role == scene::Role::figure)
            attributes += fmt::format(" role=\"img\" aria-label=\"{}\"",
                                      base::xml_text(mark.alternative.empty() ? mark.id : mark.alternative));
        return attributes;
    }

    std::string address_of(const std::string& target) override {
        if (target[0] != '#') return target;
        const auto place = page_.places.find(target.substr(1));
        if (place == page_.places.end()) {
            diagnostics.push_back(
                diag::warning(diag::code::unknown_reference, innermost(),
                              fmt::format("a link leads to “{}”, which is on no page of this output", target),
                              "keep the target of the reference in this output, or remove it"));
            return {};
        }
        return (place->second == page_.file ? "" : place->second) + "#" + anchor_id(target.substr(1));
    }

    /// A word a `tspan`, at its place; the spaces between them are there for copies of the text.
    std::string words_of(const scene::GlyphRun& run) override {
        if (!runs_rightwards(run)) return SvgPainter::words_of(run);
        std::string out = " xml:space=\"preserve\">";
        std::string word;
        double begin = 0;
        std::size_t byte = 0;
        const auto flush = [&](double end) {
            if (word.empty()) return;
            out += fmt::format("<tspan x=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</tspan>",
                               svg_number(run.origin.x + begin), svg_number(end - begin), base::xml_text(word));
            word.clear();
        };
        for (const auto& glyph : run.glyphs) {
            const auto letters = run.text.substr(byte, glyph.bytes);
            byte += glyph.bytes;
            if (letters == " " || letters == "\u00a0" || letters == "\u202f") {
                flush(glyph.x);
                out += letters;
                continue;
            }
            if (word.empty()) begin = glyph.x;
            word += letters == "\u00ad" ? "-" : letters;  // browsers show no soft hyphen
        }
        flush(run.width);
        return out;
    }

  private:
    /// Whether each glyph stands to the right of the one before and has letters of its own or joins the one before.
    static bool runs_rightwards(const scene::GlyphRun& run) {
        std::size_t bytes = 0;
        double x = 0;
        for (const auto& glyph : run.glyphs) {
            if (glyph.bytes > 0 && glyph.x < x - 0.01) return false;
            x = std::max(x, glyph.x);
            bytes += glyph.bytes;
        }
        return bytes == run.text.size() && !run.glyphs.empty();
    }

    const SvgPage& page_;
};

constexpr const char* kSpace = "http://www.w3.org/2000/svg";

}  // namespace

diag::Result<std::string> svg(const scene::Page& page, const SvgWords& words, const text::Fonts* fonts) {
    SvgPainter painter(words.id);
    painter.fonts = fonts;
    scene::walk(page.items, painter);
    if (!painter.diagnostics.empty()) return std::move(painter.diagnostics);
    const auto width = svg_number(page.size.width), height = svg_number(page.size.height);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" viewBox=\"0 0 {} {}\" id=\"{}\" "
        "xml:lang=\"{}\" role=\"img\" aria-labelledby=\"{}-title {}-desc\">\n<title id=\"{}-title\">{}</title>\n<desc "
        "id=\"{}-desc\">{}</desc>\n",
        width, height, width, height, words.id, base::xml_text(words.language), words.id, words.id, words.id,
        base::xml_text(words.title), words.id, base::xml_text(words.description));
    if (!painter.definitions.empty()) out += "<defs>\n" + painter.definitions + "</defs>\n";
    out += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", width, height);
    return out + painter.body + "</svg>\n";
}

diag::Result<std::string> svg_page(const scene::Page& page, const SvgPage& about, const text::Fonts* fonts) {
    const std::string id = "page";
    SvgPagePainter painter(id, about);
    painter.fonts = fonts;
    scene::walk(page.items, painter);
    if (diag::has_errors(painter.diagnostics)) return std::move(painter.diagnostics);
    const auto width = svg_number(page.size.width), height = svg_number(page.size.height);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"{}\" width=\"{w}pt\" height=\"{h}pt\" viewBox=\"0 0 {w} {h}\" xml:lang=\"{}\">\n"
        "<title>{}</title>\n",
        kSpace, base::xml_text(about.language), base::xml_text(about.title), fmt::arg("w", width),
        fmt::arg("h", height));
    if (!painter.definitions.empty()) out += "<defs>\n" + painter.definitions + "</defs>\n";
    for (const auto& anchor : page.anchors)
        out += fmt::format("<g id=\"{}\" transform=\"translate({} {})\"/>\n", anchor_id(anchor.name),
                           svg_number(anchor.at.x), svg_number(anchor.at.y));
    out += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", width, height);
    return {out + painter.body + "</svg>\n", std::move(painter.diagnostics)};
}

}  // namespace precis::paint
