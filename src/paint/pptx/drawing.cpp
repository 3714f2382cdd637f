#include "paint/pptx/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace precis::paint::pptx_file {

std::string emu(double points) {
    return std::to_string(std::lround(std::clamp(points, -1e5, 1e5) * 12700));
}

std::string hex(const base::Color& color) {
    return fmt::format("{:02X}{:02X}{:02X}", color.r, color.g, color.b);
}

void solid_fill(pugi::xml_node parent, const base::Color& color, double opacity) {
    auto fill = add(add(parent, "a:solidFill"), "a:srgbClr", {{"val", hex(color)}});
    const double alpha = color.alpha * opacity;
    if (alpha < 1) add(fill, "a:alpha", {{"val", std::to_string(std::lround(100000 * std::max(0.0, alpha)))}});
}

void pattern_fill(pugi::xml_node parent, const scene::Hatch& hatch) {
    // In the order of Hatch::Kind.
    constexpr const char* kPresets[] = {"wdUpDiag", "wdDnDiag", "narHorz", "narVert", "openDmnd", "pct20"};
    auto pattern = add(parent, "a:pattFill", {{"prst", kPresets[static_cast<std::size_t>(hatch.kind)]}});
    add(add(pattern, "a:fgClr"), "a:srgbClr", {{"val", hex(hatch.line)}});
    add(add(pattern, "a:bgClr"), "a:srgbClr", {{"val", hex(hatch.ground)}});
}

pugi::xml_node placed(pugi::xml_node parent, const char* name, const base::Rect& at) {
    auto place = add(parent, name);
    add(place, "a:off", {{"x", emu(at.x)}, {"y", emu(at.y)}});
    add(place, "a:ext", {{"cx", emu(std::max(0.0, at.width))}, {"cy", emu(std::max(0.0, at.height))}});
    return place;
}

scene::Path transformed(scene::Path path, const base::Affine& by) {
    struct Transform {
        const base::Affine& by;
        void operator()(scene::MoveTo& s) const { s.p = by.apply(s.p); }
        void operator()(scene::LineTo& s) const { s.p = by.apply(s.p); }
        void operator()(scene::CurveTo& s) const { s = {by.apply(s.c1), by.apply(s.c2), by.apply(s.p)}; }
        void operator()(scene::ClosePath&) const {}
    };
    for (auto& step : path.steps) std::visit(Transform{by}, step);
    return path;
}

std::string family_named(const std::string& family) {
    return family == "Carlito" ? "Calibri" : family;
}

void typeface(pugi::xml_node run_properties, const std::string& family, const std::string& east_asian,
              const std::string& complex) {
    add(run_properties, "a:latin", {{"typeface", family_named(family)}});
    add(run_properties, "a:ea", {{"typeface", family_named(east_asian.empty() ? family : east_asian)}});
    add(run_properties, "a:cs", {{"typeface", family_named(complex.empty() ? family : complex)}});
}

}  // namespace precis::paint::pptx_file
