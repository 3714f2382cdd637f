#include "ooxml/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace precis::ooxml {
namespace {

struct Named {
    std::string_view name, hex;
};
constexpr std::array kPresets = {
    Named{"black", "#000000"},     Named{"white", "#FFFFFF"},    Named{"red", "#FF0000"},
    Named{"green", "#008000"},     Named{"blue", "#0000FF"},     Named{"yellow", "#FFFF00"},
    Named{"gray", "#808080"},      Named{"grey", "#808080"},     Named{"lightGray", "#D3D3D3"},
    Named{"ltGray", "#D3D3D3"},    Named{"darkGray", "#A9A9A9"}, Named{"dkGray", "#A9A9A9"},
    Named{"orange", "#FFA500"},    Named{"navy", "#000080"},     Named{"silver", "#C0C0C0"},
    Named{"darkBlue", "#00008B"},  Named{"dkBlue", "#00008B"},   Named{"darkRed", "#8B0000"},
    Named{"lightBlue", "#ADD8E6"}, Named{"purple", "#800080"},   Named{"teal", "#008080"},
};

struct Hsl {
    double h = 0, s = 0, l = 0;
};

Hsl to_hsl(double r, double g, double b) {
    const double high = std::max({r, g, b}), low = std::min({r, g, b}), range = high - low;
    Hsl out{0, 0, (high + low) / 2};
    if (range <= 0) return out;
    out.s = range / (1 - std::fabs(2 * out.l - 1));
    if (high == r)
        out.h = std::fmod((g - b) / range + 6, 6);
    else
        out.h = high == g ? (b - r) / range + 2 : (r - g) / range + 4;
    return out;
}

std::array<double, 3> to_rgb(const Hsl& c) {
    const double chroma = (1 - std::fabs(2 * c.l - 1)) * c.s;
    const double x = chroma * (1 - std::fabs(std::fmod(c.h, 2) - 1)), m = c.l - chroma / 2;
    const std::array<std::array<double, 3>, 6> sectors = {
        {{chroma, x, 0}, {x, chroma, 0}, {0, chroma, x}, {0, x, chroma}, {x, 0, chroma}, {chroma, 0, x}}};
    const auto& one = sectors[static_cast<std::size_t>(std::clamp(c.h, 0.0, 5.999))];
    return {one[0] + m, one[1] + m, one[2] + m};
}

double to_linear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double from_linear(double v) {
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

double share(pugi::xml_node node) {
    const std::string_view text = node.attribute("val").value();
    const double value = node.attribute("val").as_double();
    return std::isfinite(value) ? value / (text.ends_with("%") ? 100 : 100000) : 0;
}

/// The transforms in their order: of light and saturation in HSL, tint and shade in linear light, as Office has them.
base::Color transformed(const base::Color& from, pugi::xml_node node) {
    std::array<double, 3> rgb = {from.r / 255.0, from.g / 255.0, from.b / 255.0};
    double alpha = from.alpha;
    for (const auto& step : node.children()) {
        const std::string_view name = step.name();
        const double value = share(step);
        auto hsl = to_hsl(rgb[0], rgb[1], rgb[2]);
        if (name == "a:lumMod") hsl.l *= value;
        if (name == "a:lumOff") hsl.l += value;
        if (name == "a:lum") hsl.l = value;
        if (name == "a:satMod") hsl.s *= value;
        if (name == "a:satOff") hsl.s += value;
        if (name.starts_with("a:lum") || name.starts_with("a:sat")) {
            hsl.l = std::clamp(hsl.l, 0.0, 1.0);
            hsl.s = std::clamp(hsl.s, 0.0, 1.0);
            rgb = to_rgb(hsl);
        }
        if (name == "a:tint")
            for (auto& v : rgb) v = from_linear(to_linear(v) * value + 1 - value);
        if (name == "a:shade")
            for (auto& v : rgb) v = from_linear(to_linear(v) * value);
        if (name == "a:inv")
            for (auto& v : rgb) v = 1 - v;
        if (name == "a:gray") {
            const double gray = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
            rgb = {gray, gray, gray};
        }
        if (name == "a:alpha") alpha = std::clamp(value, 0.0, 1.0);
        if (name == "a:alphaMod") alpha = std::clamp(alpha * value, 0.0, 1.0);
    }
    const auto byte = [](double v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255)); };
    return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2]), alpha};
}

std::optional<base::Color> plain(pugi::xml_node node, const Theme& theme, std::optional<base::Color> placeholder) {
    const std::string_view kind = node.name();
    const std::string value = node.attribute("val").value();
    if (kind == "a:srgbClr") return base::parse_color("#" + value);
    if (kind == "a:sysClr") {
        const std::string last = node.attribute("lastClr").value();
        if (!last.empty()) return base::parse_color("#" + last);
        return base::parse_color(value == "window" ? "#FFFFFF" : "#000000");
    }
    if (kind == "a:schemeClr") {
        if (value == "phClr") return placeholder;
        const auto other = theme.mapped.find(value);
        const auto found = theme.colors.find(other == theme.mapped.end() ? value : other->second);
        return found == theme.colors.end() ? std::nullopt : std::optional(found->second);
    }
    if (kind == "a:prstClr") {
        const auto* found =
            std::find_if(kPresets.begin(), kPresets.end(), [&](const Named& one) { return one.name == value; });
        return found == kPresets.end() ? std::nullopt : base::parse_color(found->hex);
    }
    return std::nullopt;
}

Fill solid(std::optional<base::Color> color) {
    return color ? Fill{Fill::Kind::solid, *color} : Fill{Fill::Kind::unknown, {}};
}

}  // namespace

std::optional<base::Color> color_in(pugi::xml_node parent, const Theme& theme, std::optional<base::Color> placeholder) {
    for (const auto& node : parent.children()) {
        if (node.type() != pugi::node_element) continue;
        const auto color = plain(node, theme, placeholder);
        return color ? std::optional(transformed(*color, node)) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Fill> fill_in(pugi::xml_node properties, const Theme& theme, std::optional<base::Color> placeholder) {
    if (properties.child("a:noFill")) return Fill{};
    if (const auto fill = properties.child("a:solidFill")) return solid(color_in(fill, theme, placeholder));
    for (const auto* name : {"a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"})
        if (properties.child(name)) return Fill{Fill::Kind::unknown, {}};
    return std::nullopt;
}

Fill referenced_fill(pugi::xml_node reference, const Theme& theme) {
    const auto index = reference.attribute("idx").as_uint();
    if (index == 0 || index == 1000) return {};
    const auto list = index > 1000 ? theme.backgrounds : theme.fills;
    auto left = index > 1000 ? index - 1000 : index;
    for (const auto& fill : list.children()) {
        if (fill.type() != pugi::node_element || --left != 0) continue;
        if (std::string_view(fill.name()) == "a:noFill") return {};
        if (std::string_view(fill.name()) != "a:solidFill") return {Fill::Kind::unknown, {}};
        return solid(color_in(fill, theme, color_in(reference, theme)));
    }
    return {Fill::Kind::unknown, {}};
}

Theme read_theme(pugi::xml_node root, pugi::xml_node map) {
    Theme theme;
    const auto elements = root.child("a:themeElements");
    for (const auto& node : elements.child("a:clrScheme").children()) {
        const std::string_view name = node.name();
        if (!name.starts_with("a:")) continue;
        if (const auto color = color_in(node, theme)) theme.colors.emplace(name.substr(2), *color);
    }
    for (const auto& attribute : map.attributes()) theme.mapped.emplace(attribute.name(), attribute.value());
    if (!map) theme.mapped = {{"bg1", "lt1"}, {"tx1", "dk1"}, {"bg2", "lt2"}, {"tx2", "dk2"}};
    const auto fonts = elements.child("a:fontScheme");
    for (const auto& [word, name] : {std::pair{"+mj-", "a:majorFont"}, std::pair{"+mn-", "a:minorFont"}}) {
        for (const auto& [script, child] :
             {std::pair{"lt", "a:latin"}, std::pair{"ea", "a:ea"}, std::pair{"cs", "a:cs"}})
            theme.typefaces.emplace(std::string(word) + script,
                                    fonts.child(name).child(child).attribute("typeface").value());
    }
    theme.fills = elements.child("a:fmtScheme").child("a:fillStyleLst");
    theme.backgrounds = elements.child("a:fmtScheme").child("a:bgFillStyleLst");
    return theme;
}

}  // namespace precis::ooxml
