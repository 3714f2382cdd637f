// A path becomes a custom geometry, a glyph run a text box, an image a picture, a link an invisible rectangle.
#include "paint/pptx/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "paint/cairo/finite.h"
#include "paint/cairo/pixels.h"
#include "paint/codes.h"
#include "paint/pptx/drawing.h"
#include "paint/pptx/text.h"

namespace precis::paint::pptx_file {
namespace {

constexpr double kAscent = 0.95;  // em from a text box's top to its first baseline, in the fonts that decks use
constexpr double kLine = 1.2;     // em; the height of a text box of one line

base::Rect around(const base::Rect& r, const base::Affine& by) {
    scene::Path corners;
    for (const base::Point p :
         std::array<base::Point, 4>{{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}})
        corners.steps.push_back(scene::LineTo{by.apply(p)});
    return scene::bounds(scene::Item{corners});
}

void point(pugi::xml_node parent, base::Point p, base::Point origin) {
    add(parent, "a:pt", {{"x", emu(p.x - origin.x)}, {"y", emu(p.y - origin.y)}});
}

void write_geometry(pugi::xml_node properties, const scene::Path& path, const base::Rect& box) {
    auto geometry = add(properties, "a:custGeom");
    for (const char* list : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"}) add(geometry, list);
    add(geometry, "a:rect", {{"l", "0"}, {"t", "0"}, {"r", "r"}, {"b", "b"}});
    auto drawn = add(add(geometry, "a:pathLst"), "a:path", {{"w", emu(box.width)}, {"h", emu(box.height)}});
    const base::Point origin{box.x, box.y};
    struct Step {
        pugi::xml_node drawn;
        base::Point origin;
        void operator()(const scene::MoveTo& s) { point(add(drawn, "a:moveTo"), s.p, origin); }
        void operator()(const scene::LineTo& s) { point(add(drawn, "a:lnTo"), s.p, origin); }
        void operator()(const scene::CurveTo& s) {
            auto curve = add(drawn, "a:cubicBezTo");
            for (const auto& p : {s.c1, s.c2, s.p}) point(curve, p, origin);
        }
        void operator()(const scene::ClosePath&) { add(drawn, "a:close"); }
    };
    for (const auto& step : path.steps) std::visit(Step{drawn, origin}, step);
}

void write_fill(pugi::xml_node properties, const scene::Path& path, double opacity) {
    if (path.hatch) {
        pattern_fill(properties, *path.hatch);
    } else if (path.fill) {
        solid_fill(properties, *path.fill, opacity);
    } else {
        add(properties, "a:noFill");
    }
}

void write_stroke(pugi::xml_node properties, const std::optional<scene::Stroke>& stroke, double scale, double opacity) {
    if (!stroke) {
        add(add(properties, "a:ln"), "a:noFill");
        return;
    }
    auto line = add(properties, "a:ln", {{"w", emu(stroke->width * scale)}});
    if (stroke->round_caps) line.append_attribute("cap").set_value("rnd");
    solid_fill(line, stroke->color, opacity);
    if (!stroke->dash.empty() && stroke->width > 0) {
        auto dashes = add(line, "a:custDash");
        const auto share = [&](std::size_t i) {  // of the line's width, in thousandths of a percent
            return std::to_string(std::lround(100000 * stroke->dash[i % stroke->dash.size()] / stroke->width));
        };
        for (std::size_t i = 0; i < stroke->dash.size(); i += 2)
            add(dashes, "a:ds", {{"d", share(i)}, {"sp", share(i + 1)}});
    }
}

bool refused(SlideDraft& slide, bool refuse) {
    if (refuse)
        slide.diagnostics.push_back(diag::error(code::not_painted, {},
                                                "an item has a place or size that is not a finite number",
                                                "look at the data and lengths that it is drawn from"));
    return refuse;
}

pugi::xml_node shape(SlideDraft& slide, pugi::xml_node tree, const char* kind) {
    auto node = add(tree, "p:sp");
    auto about = add(node, "p:nvSpPr");
    named(slide, about, kind);
    add(about, "p:cNvSpPr");
    add(about, "p:nvPr");
    return node;
}

}  // namespace

void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Path& path, const base::Affine& by,
                 double opacity) {
    if (refused(slide, !finite(path) || (path.stroke && !drawable_dash(path.stroke->dash)))) return;
    if (path.steps.empty() || (!path.fill && !path.hatch && !path.stroke)) return;
    auto placed_path = transformed(path, by);
    placed_path.stroke.reset();  // the shape's box is that of its outline
    const auto box = scene::bounds(scene::Item{placed_path});
    auto node = shape(slide, tree, "Shape");
    decorative(slide, node.child("p:nvSpPr").child("p:cNvPr"));
    auto properties = add(node, "p:spPr");
    placed(properties, "a:xfrm", box);
    write_geometry(properties, placed_path, box);
    write_fill(properties, path, opacity);
    write_stroke(properties, path.stroke, std::sqrt(std::abs(by.a * by.d - by.b * by.c)), opacity);
}

void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::GlyphRun& run, const base::Affine& by,
                 double opacity) {
    if (refused(slide, !finite(run))) return;
    if (run.text.find_first_not_of(" \t\n") == std::string::npos || run.size <= 0) return;
    const double scale = std::hypot(by.a, by.b);
    const double width = run.width * scale, height = kLine * run.size * scale;
    // A rotated box is placed by its middle, as if it were not rotated.
    const auto middle = by.apply({run.origin.x + run.width / 2, run.origin.y + (kLine / 2 - kAscent) * run.size});
    auto node = shape(slide, tree, "Text");
    node.child("p:nvSpPr").child("p:cNvSpPr").append_attribute("txBox").set_value("1");
    auto properties = add(node, "p:spPr");
    auto place = placed(properties, "a:xfrm", {middle.x - width / 2, middle.y - height / 2, width, height});
    const double turn = std::atan2(by.b, by.a) * 180 / std::numbers::pi;
    if (std::abs(turn) > 0.01)
        place.append_attribute("rot").set_value(std::to_string(std::lround(turn * 60000)).c_str());
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    add(properties, "a:noFill");
    scene::TextRun text;
    text.text = run.text;
    text.face = run.face;
    text.size = run.size * scale;
    text.color = run.fill;
    text.color.alpha *= opacity;
    write_text(slide, node, "p:txBody", {{{text}, scene::TextParagraph::Align::left, 0, 0}});
    node.child("p:txBody").child("a:bodyPr").attribute("wrap").set_value("none");
}

void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Image& image, const base::Affine& by,
                 const std::string& description) {
    if (refused(slide, !finite(image) || !image.pixels)) return;
    auto file = file_of(*image.pixels);
    if (refused(slide, file.bytes.empty())) return;
    const auto part = fmt::format("ppt/media/image{}.{}", ++slide.pictures, file.ending);
    slide.package.add_part(part, file.type, std::move(file.bytes));
    auto node = add(tree, "p:pic");
    auto about = add(node, "p:nvPicPr");
    auto drawing = named(slide, about, "Picture", description);
    if (description.empty()) decorative(slide, drawing);
    add(about, "p:cNvPicPr");
    add(about, "p:nvPr");
    auto fill = add(node, "p:blipFill");
    add(fill, "a:blip", {{"r:embed", slide.package.relate(slide.path, "image", part)}});
    add(add(fill, "a:stretch"), "a:fillRect");
    auto properties = add(node, "p:spPr");
    placed(properties, "a:xfrm", around(image.at, by));
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
}

void write_shape(SlideDraft& slide, pugi::xml_node tree, const scene::Link& link, const base::Affine& by) {
    auto node = shape(slide, tree, "Link");
    auto name = node.child("p:nvSpPr").child("p:cNvPr");
    if (!link.description.empty()) name.append_attribute("descr").set_value(link.description.c_str());
    if (!write_link(slide, name, link.target)) {
        tree.remove_child(node);
        return;
    }
    auto properties = add(node, "p:spPr");
    placed(properties, "a:xfrm", around(link.at, by));
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    add(properties, "a:noFill");
    add(add(properties, "a:ln"), "a:noFill");
}

}  // namespace precis::paint::pptx_file
