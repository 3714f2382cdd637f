// Writes an element for each item, and definitions for clips and hatches.
#include "web/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "html/writer.h"
#include "paint/picture_file.h"
#include "scene/hatch.h"
#include "scene/marks.h"
#include "web/codes.h"

namespace precis::web {
namespace {

/// With two decimals at most, which is finer than any screen.
std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
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

bool finite(const scene::Path& path) {
    const auto fine = [](const base::Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    return std::all_of(path.steps.begin(), path.steps.end(), [&](const scene::PathStep& step) {
        if (const auto* move = std::get_if<scene::MoveTo>(&step)) return fine(move->p);
        if (const auto* line = std::get_if<scene::LineTo>(&step)) return fine(line->p);
        if (const auto* curve = std::get_if<scene::CurveTo>(&step))
            return fine(curve->c1) && fine(curve->c2) && fine(curve->p);
        return true;
    });
}

class Painter : public scene::Visitor {
  public:
    Painter(const Svg& about, Look look, diag::Diagnostics& diagnostics)
        : about_(about), look_(look), diagnostics_(diagnostics) {}

    std::string body, definitions;

    void open_mark(const scene::Mark& mark) override {
        around_.push_back(&mark);
        if (!about_.readable || mark.role != scene::Role::figure) return;
        body += fmt::format("<g role=\"img\" aria-label=\"{}\">",
                            html::escaped(mark.alternative.empty() ? mark.id : mark.alternative));
    }
    void close_mark(const scene::Mark& mark) override {
        around_.pop_back();
        if (about_.readable && mark.role == scene::Role::figure) body += "</g>";
    }
    void open_group(const scene::Group& group) override {
        const auto& t = group.transform;
        std::string attributes;
        if (!(t == base::Affine{}))
            attributes += fmt::format(" transform=\"matrix({:.6g} {:.6g} {:.6g} {:.6g} {} {})\"", t.a, t.b, t.c, t.d,
                                      number(t.e), number(t.f));
        if (group.clip) {
            const auto name = fmt::format("{}-k{}", about_.id, ++clips_);
            definitions += fmt::format(
                "<clipPath id=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>", name,
                number(group.clip->x), number(group.clip->y), number(group.clip->width), number(group.clip->height));
            attributes += fmt::format(" clip-path=\"url(#{})\"", name);
        }
        if (group.opacity < 1) attributes += fmt::format(" opacity=\"{}\"", number(group.opacity));
        // Groups that change nothing are left out: charts have many.
        closes_.push_back(!attributes.empty());
        if (!attributes.empty()) body += "<g" + attributes + ">";
    }
    void close_group(const scene::Group&) override {
        if (closes_.back()) body += "</g>";
        closes_.pop_back();
    }
    void draw_as_one(const scene::Group& group) override {
        open_group(group);
        const bool before = inside_;
        inside_ = true;  // the outer walk reports the links
        scene::walk(group.items, *this);
        inside_ = before;
        close_group(group);
    }

    void draw(const scene::GlyphRun& run) override {
        if (run.text.empty()) return;
        if (refused(!std::isfinite(run.origin.x) || !std::isfinite(run.origin.y) || !std::isfinite(run.size))) return;
        const bool pictures = look_.fonts.is_in_colour(run.face);
        if (pictures) draw_pictures(run);
        if (!pictures) look_.typefaces.use(run.face, run.text);
        body += fmt::format("<text class=\"t{}", look_.typefaces.look(run.face, run.size));
        // Behind pictures of its characters, text can be selected and is not seen.
        if (runs_leftwards(run.text)) body += " rt";
        body += pictures ? "\" fill=\"none\"" : fmt::format(" f{}\"", look_.palette.index_of(run.fill));
        body += fmt::format(" x=\"{}\" y=\"{}\"", number(run.origin.x), number(run.origin.y));
        // The text keeps its width if the reader's program sets it otherwise.
        if (run.glyphs.size() > 1 && run.width > 0) body += fmt::format(" textLength=\"{}\"", number(run.width));
        auto text = run.text;
        for (std::size_t at = text.find("\u00ad"); at != std::string::npos; at = text.find("\u00ad"))
            text.replace(at, 2, "-");
        body += ">" + html::escaped(text) + "</text>";
    }
    void draw(const scene::Path& path) override {
        if (path.steps.empty() || refused(!finite(path))) return;
        std::string classes, attributes;
        if (path.hatch)
            attributes += fmt::format(" fill=\"url(#{})\"", hatch(*path.hatch));
        else if (path.fill)
            classes += fmt::format("f{}", look_.palette.index_of(*path.fill));
        else
            attributes += " fill=\"none\"";
        if (path.stroke) {
            classes += fmt::format("{}s{}", classes.empty() ? "" : " ", look_.palette.index_of(path.stroke->color));
            if (path.stroke->width != 1) attributes += fmt::format(" stroke-width=\"{}\"", number(path.stroke->width));
            if (!path.stroke->dash.empty()) {
                std::string dash;
                for (const double length : path.stroke->dash) dash += (dash.empty() ? "" : " ") + number(length);
                attributes += fmt::format(" stroke-dasharray=\"{}\"", dash);
            }
            if (path.stroke->round_caps) attributes += " stroke-linecap=\"round\"";
        }
        body += "<path" + (classes.empty() ? "" : " class=\"" + classes + "\"") + attributes + " d=\"" +
                steps_of(path) + "\"/>";
    }
    void draw(const scene::Image& image) override {
        if (image.at.empty()) return;
        const auto address = image.pixels ? data_address(*image.pixels) : std::string();
        if (refused(address.empty())) return;
        body += fmt::format(
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" href=\"{}\"/>",
            number(image.at.x), number(image.at.y), number(image.at.width), number(image.at.height), address);
    }
    void link(const scene::Link& link, const scene::Mark*) override {
        if (inside_ || link.target.empty()) return;
        const auto address = link.target[0] == '#' ? "#" + id_of(link.target.substr(1)) : link.target;
        body += fmt::format(
            "<a href=\"{}\" aria-label=\"{}\"{}><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" "
            "pointer-events=\"all\"/></a>",
            html::escaped(address), html::escaped(link.description.empty() ? link.target : link.description),
            link.target[0] == '#' ? " tabindex=\"-1\"" : "", number(link.at.x), number(link.at.y),
            number(link.at.width), number(link.at.height));
    }

  private:
    void draw_pictures(const scene::GlyphRun& run) {
        const double wide = run.size * run.stretch;
        for (const auto& glyph : run.glyphs) {
            const auto picture = look_.fonts.picture(run.face, glyph.id);
            if (!picture.pixels) continue;
            draw(scene::Image{
                picture.pixels,
                {run.origin.x + glyph.x + picture.at.x * wide, run.origin.y + glyph.y + picture.at.y * run.size,
                 picture.at.width * wide, picture.at.height * run.size}});
        }
    }

    bool refused(bool refuse) {
        if (refuse)
            diagnostics_.push_back(diag::error(code::not_drawn, around_.empty() ? diag::Span{} : around_.back()->span,
                                               "an item has a length that is not a finite number, or a picture without "
                                               "pixels",
                                               "look at the data and files that this is drawn from"));
        return refuse;
    }

    /// The id of the hatch's pattern; equal hatches share one.
    std::string hatch(const scene::Hatch& hatch) {
        const std::string key =
            fmt::format("{} {} {} {} {}", base::to_string(hatch.line), base::to_string(hatch.ground), number(hatch.gap),
                        number(hatch.width), static_cast<int>(hatch.kind));
        const auto [at, fresh] = hatches_.emplace(key, hatches_.size() + 1);
        const auto name = fmt::format("{}-h{}", about_.id, at->second);
        if (fresh) definitions += tile(name, hatch);
        return name;
    }

    std::string tile(const std::string& name, const scene::Hatch& hatch) {
        using Kind = scene::Hatch::Kind;
        const std::string gap = number(hatch.gap), width = number(hatch.width);
        const auto line = fmt::format(" class=\"f{}\"", look_.palette.index_of(hatch.line));
        const auto ground = fmt::format(" class=\"f{}\"", look_.palette.index_of(hatch.ground));
        if (hatch.kind == Kind::dots) {
            const double row = hatch.gap * scene::kDotRows;
            const std::string tall = number(2 * row), r = number(hatch.width / 2);
            std::string dots;  // one in the middle, and a quarter of one in each corner
            for (const auto& [x, y] :
                 {std::pair(0.0, 0.0), {hatch.gap, 0.0}, {hatch.gap / 2, row}, {0.0, 2 * row}, {hatch.gap, 2 * row}})
                dots += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", number(x), number(y), r, line);
            return fmt::format(
                "<pattern id=\"{}\" width=\"{g}\" height=\"{h}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{g}\" "
                "height=\"{h}\"{}/>{}</pattern>",
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
            "height=\"{g}\"{}/>{}</pattern>",
            name, turn, ground, lines, fmt::arg("g", gap));
    }

    const Svg& about_;
    Look look_;
    diag::Diagnostics& diagnostics_;
    std::vector<const scene::Mark*> around_;
    std::vector<bool> closes_;
    std::map<std::string, std::size_t> hatches_;
    std::size_t clips_ = 0;
    bool inside_ = false;
};

}  // namespace

std::string data_address(const scene::Pixels& pixels) {
    const auto file = paint::embedded_picture(pixels);
    return file.bytes.empty() ? std::string() : "data:" + file.type + ";base64," + html::base64(file.bytes);
}

bool runs_leftwards(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        const auto c = point.value;
        if ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)) return true;
        i += point.length;
    }
    return false;
}

std::string id_of(std::string_view anchor) {
    std::string id;
    for (const char c : anchor) {
        const bool plain = base::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 128;
        id += plain ? c : '-';
    }
    return id;
}

std::string svg_of(const std::vector<scene::Item>& items, base::Size size, const Svg& about, Look look,
                   diag::Diagnostics& diagnostics) {
    Painter painter(about, look, diagnostics);
    scene::walk(items, painter);
    std::string out = fmt::format("<svg class=\"{}\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\"", about.classes,
                                  number(size.width), number(size.height), number(size.width * about.scale),
                                  number(size.height * about.scale));
    if (about.readable) {
        out += about.label.empty() ? "" : " aria-label=\"" + html::escaped(about.label) + "\" role=\"group\"";
    } else if (about.label.empty()) {
        out += " aria-hidden=\"true\"";
    } else {
        out += " role=\"img\" aria-label=\"" + html::escaped(about.label) + "\"";
    }
    for (const auto& attribute : about.about) out += " " + attribute;
    out += ">";
    if (!painter.definitions.empty()) out += "<defs>" + painter.definitions + "</defs>";
    return out + painter.body + "</svg>";
}

}  // namespace precis::web
