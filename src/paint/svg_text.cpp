// A drawing for a page and one for a screen differ in how they name colours and fonts; what is here they have in
// common.
#include "paint/svg_text.h"

#include <fmt/format.h>

#include "scene/hatch.h"

namespace precis::paint {

std::string svg_number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string svg_steps(const scene::Path& path) {
    std::string d;
    for (const auto& step : path.steps) {
        if (const auto* move = std::get_if<scene::MoveTo>(&step))
            d += "M" + svg_number(move->p.x) + " " + svg_number(move->p.y);
        else if (const auto* line = std::get_if<scene::LineTo>(&step))
            d += "L" + svg_number(line->p.x) + " " + svg_number(line->p.y);
        else if (const auto* curve = std::get_if<scene::CurveTo>(&step))
            d += fmt::format("C{} {} {} {} {} {}", svg_number(curve->c1.x), svg_number(curve->c1.y),
                             svg_number(curve->c2.x), svg_number(curve->c2.y), svg_number(curve->p.x),
                             svg_number(curve->p.y));
        else
            d += "Z";
    }
    return d;
}

std::string svg_dash(const scene::Stroke& stroke) {
    std::string dash;
    for (const double length : stroke.dash) dash += (dash.empty() ? "" : " ") + svg_number(length);
    return dash;
}

std::string svg_hatch_key(const scene::Hatch& hatch) {
    return fmt::format("{} {} {} {} {}", base::to_string(hatch.line), base::to_string(hatch.ground),
                       svg_number(hatch.gap), svg_number(hatch.width), static_cast<int>(hatch.kind));
}

std::string svg_hatch(const std::string& id, const scene::Hatch& hatch, const std::string& line,
                      const std::string& ground) {
    using Kind = scene::Hatch::Kind;
    const std::string gap = svg_number(hatch.gap), width = svg_number(hatch.width);
    if (hatch.kind == Kind::dots) {
        const double row = hatch.gap * scene::kDotRows;
        const std::string tall = svg_number(2 * row), r = svg_number(hatch.width / 2);
        std::string dots;  // one in the middle, and a quarter of one in each corner
        for (const auto& [x, y] :
             {std::pair(0.0, 0.0), {hatch.gap, 0.0}, {hatch.gap / 2, row}, {0.0, 2 * row}, {hatch.gap, 2 * row}})
            dots += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", svg_number(x), svg_number(y), r, line);
        return fmt::format(
            "<pattern id=\"{}\" width=\"{g}\" height=\"{h}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{g}\" "
            "height=\"{h}\"{}/>{}</pattern>",
            id, ground, dots, fmt::arg("g", gap), fmt::arg("h", tall));
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
        id, turn, ground, lines, fmt::arg("g", gap));
}

std::vector<scene::Image> pictures_of(const scene::GlyphRun& run, const text::Fonts& fonts) {
    std::vector<scene::Image> pictures;
    const double wide = run.size * run.stretch;
    for (const auto& glyph : run.glyphs) {
        const auto picture = fonts.picture(run.face, glyph.id);
        if (!picture.pixels) continue;
        pictures.push_back(
            {picture.pixels,
             {run.origin.x + glyph.x + picture.at.x * wide, run.origin.y + glyph.y + picture.at.y * run.size,
              picture.at.width * wide, picture.at.height * run.size}});
    }
    return pictures;
}

}  // namespace precis::paint
