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
#include "paint/svg_text.h"
#include "scene/marks.h"
#include "web/codes.h"

namespace precis::web {
namespace {

std::string number(double value) {
    return paint::svg_number(value);
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
        places_.push_back(base::then(t, places_.back()));
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
        places_.pop_back();
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
        if (pictures)
            for (const auto& picture : paint::pictures_of(run, look_.fonts)) draw(picture);
        if (!pictures) look_.typefaces.use(run.face, run.text);
        body += fmt::format("<text class=\"t{}", look_.typefaces.look(run.face, run.size));
        // Behind pictures of its characters, text can be selected and is not seen.
        if (runs_leftwards(run.text)) body += " rt";
        body += pictures ? "\" fill=\"none\""
                         : fmt::format(" f{}\"", index_of(run.fill, {run.origin.x + run.width / 2,
                                                                     run.origin.y - run.size * kMiddle}));
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
        const auto box = scene::bounds(scene::Item(path));
        const base::Point middle{box.x + box.width / 2, box.y + box.height / 2};
        const bool night = add_ground(path, box);
        if (path.hatch)
            attributes += fmt::format(" fill=\"url(#{})\"", hatch(*path.hatch, middle));
        else if (path.fill)
            classes += fmt::format("f{}", night ? look_.palette.index_of(*path.fill, Palette::Night::panel)
                                                : index_of(*path.fill, middle));
        else
            attributes += " fill=\"none\"";
        if (path.stroke) {
            classes += fmt::format("{}s{}", classes.empty() ? "" : " ", index_of(path.stroke->color, middle));
            if (path.stroke->width != 1) attributes += fmt::format(" stroke-width=\"{}\"", number(path.stroke->width));
            if (const auto dash = paint::svg_dash(*path.stroke); !dash.empty())
                attributes += fmt::format(" stroke-dasharray=\"{}\"", dash);
            if (path.stroke->round_caps) attributes += " stroke-linecap=\"round\"";
        }
        body += "<path" + (classes.empty() ? "" : " class=\"" + classes + "\"") + attributes + " d=\"" +
                paint::svg_steps(path) + "\"/>";
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
    bool refused(bool refuse) {
        if (refuse)
            diagnostics_.push_back(diag::error(code::not_drawn, around_.empty() ? diag::Span{} : around_.back()->span,
                                               "an item has a length that is not a finite number, or a picture without "
                                               "pixels",
                                               "look at the data and files that this is drawn from"));
        return refuse;
    }

    static constexpr double kMiddle = 0.3;  // of a text's size: from its baseline to its middle

    /// The colour's number at a point. On a slide's ground that is dark in both schemes, colours are not turned over.
    std::size_t index_of(const base::Color& color, base::Point at) const {
        return look_.palette.index_of(color, is_night(at) ? Palette::Night::kept : Palette::Night::turned);
    }
    bool is_night(base::Point at) const {
        const auto p = places_.back().apply(at);
        return std::any_of(nights_.begin(), nights_.end(), [&](const auto& one) {
            return p.x >= one.x && p.x <= one.right() && p.y >= one.y && p.y <= one.bottom();
        });
    }
    /// Keeps in mind a ground of a slide, or of a panel of it, that is dark in both schemes. Returns whether it is one.
    bool add_ground(const scene::Path& path, const base::Rect& box) {
        constexpr double kLeast = 4000;         // square points: smaller shapes are marks
        constexpr std::size_t kMostSteps = 12;  // of a rectangle, its corners round or not
        if (!about_.readable || !path.fill || path.hatch || box.width * box.height < kLeast) return false;
        if (path.steps.size() > kMostSteps || !look_.palette.is_night(*path.fill)) return false;
        const auto corner = places_.back().apply({box.x, box.y});
        if (is_night({box.x + box.width / 2, box.y + box.height / 2})) return false;
        nights_.push_back({corner.x, corner.y, box.width, box.height});
        return true;
    }

    /// The id of the hatch's pattern; equal hatches share one.
    std::string hatch(const scene::Hatch& hatch, base::Point middle) {
        const auto key = paint::svg_hatch_key(hatch) + (is_night(middle) ? " night" : "");
        const auto [at, fresh] = hatches_.emplace(key, hatches_.size() + 1);
        const auto name = fmt::format("{}-h{}", about_.id, at->second);
        if (fresh)
            definitions +=
                paint::svg_hatch(name, hatch, fill_class(hatch.line, middle), fill_class(hatch.ground, middle));
        return name;
    }

    std::string fill_class(const base::Color& color, base::Point at) const {
        return fmt::format(" class=\"f{}\"", index_of(color, at));
    }

    const Svg& about_;
    Look look_;
    diag::Diagnostics& diagnostics_;
    std::vector<const scene::Mark*> around_;
    std::vector<bool> closes_;
    std::vector<base::Affine> places_{base::Affine{}};  // of the groups around
    std::vector<base::Rect> nights_;                    // grounds of a slide
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
