// Writes SVG as text: an element for each item, definitions for clips and hatches.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "base/xml_text.h"
#include "paint/cairo/finite.h"
#include "paint/codes.h"
#include "paint/paint.h"
#include "scene/hatch.h"
#include "scene/marks.h"

namespace precis::paint {
namespace {

/// With two decimals at most, which is finer than any screen: "12.5", "3".
std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(const base::Color& color) {
    return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

/// `fill="#rrggbb"`, with an opacity if the colour is not opaque.
std::string paint_of(const char* key, const base::Color& color) {
    std::string text = fmt::format(" {}=\"{}\"", key, hex(color));
    if (color.alpha < 1) text += fmt::format(" {}-opacity=\"{}\"", key, number(color.alpha));
    return text;
}

std::string steps_of(const scene::Path& path) {
    std::string d;
    for (const auto& step : path.steps) {
        if (const auto* move = std::get_if<scene::MoveTo>(&step))
            d += "M" + number(move->p.x) + " " + number(move->p.y);
        else if (const auto* line = std::get_if<scene::LineTo>(&step))
            d += "L" + number(line->p.x) + " " + number(line->p.y);
        else if (const auto* curve = std::get_if<scene::CurveTo>(&step))
            d += fmt::format("C{} {} {} {} {} {}", number(curve->c1.x), number(curve->c1.y), number(curve->c2.x),
                             number(curve->c2.y), number(curve->p.x), number(curve->p.y));
        else
            d += "Z";
    }
    return d;
}

class SvgPainter : public scene::Visitor {
  public:
    explicit SvgPainter(const std::string& id) : id_(id) {}

    std::string body, definitions;
    diag::Diagnostics diagnostics;

    void open_mark(const scene::Mark& mark) override {
        around_.push_back(&mark);
        if (mark.id.empty()) return;
        body += fmt::format("<g id=\"{}-plot\">\n", id_);
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
                                number(t.e), number(t.f));
        if (group.clip) {
            const auto name = fmt::format("{}-clip-{}", id_, ++clips_);
            definitions += fmt::format(
                "<clipPath id=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n", name,
                number(group.clip->x), number(group.clip->y), number(group.clip->width), number(group.clip->height));
            body += fmt::format(" clip-path=\"url(#{})\"", name);
        }
        if (group.opacity < 1) body += fmt::format(" opacity=\"{}\"", number(group.opacity));
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
        body +=
            fmt::format("<text x=\"{}\" y=\"{}\" font-family=\"{}, sans-serif\" font-size=\"{}\"", number(run.origin.x),
                        number(run.origin.y), base::xml_text(run.face.family), number(run.size));
        if (run.face.weight != 400) body += fmt::format(" font-weight=\"{}\"", run.face.weight);
        if (run.face.italic) body += " font-style=\"italic\"";
        body += paint_of("fill", run.fill);
        // The text keeps its width if the reader's machine has another font.
        if (run.glyphs.size() > 1 && run.width > 0)
            body += fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(run.width));
        body += " xml:space=\"preserve\">" + base::xml_text(run.text) + "</text>\n";
    }
    void draw(const scene::Path& path) override {
        if (path.steps.empty() || refused(!finite(path))) return;
        body += "<path d=\"" + steps_of(path) + "\"";
        if (path.hatch)
            body += fmt::format(" fill=\"url(#{})\"", hatch(*path.hatch));
        else if (path.fill)
            body += paint_of("fill", *path.fill);
        else
            body += " fill=\"none\"";
        if (path.stroke) {
            body += paint_of("stroke", path.stroke->color) +
                    fmt::format(" stroke-width=\"{}\"", number(path.stroke->width));
            if (!path.stroke->dash.empty()) {
                std::string dash;
                for (const double length : path.stroke->dash) dash += (dash.empty() ? "" : " ") + number(length);
                body += fmt::format(" stroke-dasharray=\"{}\"", dash);
            }
            if (path.stroke->round_caps) body += " stroke-linecap=\"round\"";
        }
        body += "/>\n";
    }
    void draw(const scene::Image&) override {
        diagnostics.push_back(diag::error(code::not_painted, around_.empty() ? diag::Span{} : around_.back()->span,
                                          "an image has no form in SVG but pixels", "write a .png or .pdf instead"));
    }
    void link(const scene::Link& link, const scene::Mark*) override {
        // The anchors of the document are not in the SVG.
        if (inside_ || link.target.empty() || link.target[0] == '#') return;
        body += fmt::format(
            "<a href=\"{}\"><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" "
            "pointer-events=\"all\"/></a>\n",
            base::xml_text(link.target), base::xml_text(link.description.empty() ? link.target : link.description),
            number(link.at.x), number(link.at.y), number(link.at.width), number(link.at.height));
    }

  private:
    bool refused(bool refuse) {
        if (refuse)
            diagnostics.push_back(diag::error(code::not_painted, around_.empty() ? diag::Span{} : around_.back()->span,
                                              "an item has a length that is not a finite number",
                                              "look at the data and lengths that this is drawn from"));
        return refuse;
    }

    /// The id of the hatch's pattern; equal hatches share one.
    std::string hatch(const scene::Hatch& hatch) {
        const std::string key =
            fmt::format("{} {} {} {} {}", base::to_string(hatch.line), base::to_string(hatch.ground), number(hatch.gap),
                        number(hatch.width), static_cast<int>(hatch.kind));
        const auto [at, fresh] = hatches_.emplace(key, hatches_.size() + 1);
        const auto name = fmt::format("{}-hatch-{}", id_, at->second);
        if (fresh) definitions += tile(name, hatch);
        return name;
    }

    static std::string tile(const std::string& name, const scene::Hatch& hatch) {
        using Kind = scene::Hatch::Kind;
        const std::string gap = number(hatch.gap), width = number(hatch.width);
        const std::string line = paint_of("fill", hatch.line), ground = paint_of("fill", hatch.ground);
        if (hatch.kind == Kind::dots) {
            const double row = hatch.gap * scene::kDotRows;
            const std::string tall = number(2 * row), r = number(hatch.width / 2);
            std::string dots;  // one in the middle, and a quarter of one in each corner
            for (const auto& [x, y] :
                 {std::pair(0.0, 0.0), {hatch.gap, 0.0}, {hatch.gap / 2, row}, {0.0, 2 * row}, {hatch.gap, 2 * row}})
                dots += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", number(x), number(y), r, line);
            return fmt::format(
                "<pattern id=\"{}\" width=\"{g}\" height=\"{h}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{g}\" "
                "height=\"{h}\"{}/>{}</pattern>\n",
                name, ground, dots, fmt::arg("g", gap), fmt::arg("h", tall));
        }
        const bool level = hatch.kind == Kind::level;
        const char* turn = hatch.kind == Kind::falling            ? " patternTransform=\"rotate(-45)\""
                           : level || hatch.kind == Kind::upright ? ""
                                                                  : " patternTransform=\"rotate(45)\"";
        std::string lines =
            fmt::format("<rect width=\"{}\" height=\"{}\"{}/>", level ? gap : width, level ? width : gap, line);
        if (hatch.kind == Kind::crossed) lines += fmt::format("<rect width=\"{}\" height=\"{}\"{}/>", gap, width, line);
        return fmt::format(
            "<pattern id=\"{}\" width=\"{g}\" height=\"{g}\" patternUnits=\"userSpaceOnUse\"{}><rect width=\"{g}\" "
            "height=\"{g}\"{}/>{}</pattern>\n",
            name, turn, ground, lines, fmt::arg("g", gap));
    }

    const std::string& id_;
    std::vector<const scene::Mark*> around_;
    std::map<std::string, std::size_t> hatches_;
    std::size_t clips_ = 0;
    bool inside_ = false;
};

}  // namespace

diag::Result<std::string> svg(const scene::Page& page, const SvgWords& words) {
    SvgPainter painter(words.id);
    scene::walk(page.items, painter);
    if (!painter.diagnostics.empty()) return std::move(painter.diagnostics);
    const auto width = number(page.size.width), height = number(page.size.height);
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

}  // namespace precis::paint
