#include "ooxml/looks.h"

#include <algorithm>
#include <cmath>

namespace precis::ooxml {
namespace {

constexpr double kPoint = 12700;

pugi::xml_node level_in(pugi::xml_node list, int level) {
    return list.child(("a:lvl" + std::to_string(level + 1) + "pPr").c_str());
}

int level_of(pugi::xml_node paragraph) {
    return std::clamp(paragraph.child("a:pPr").attribute("lvl").as_int(), 0, 8);
}

/// A number of an attribute, or the fallback if it is none.
double number(pugi::xml_attribute attribute, double fallback) {
    const double value = attribute ? attribute.as_double(fallback) : fallback;
    return std::isfinite(value) && std::fabs(value) < 1e9 ? value : fallback;
}

double percent(pugi::xml_attribute attribute) {  // "90000" and, in strict files, "90%"
    const std::string_view text = attribute.value();
    return number(attribute, 100000) / (text.ends_with("%") ? 1 : 1000);
}

void read_space(pugi::xml_node node, double& share, double& points) {
    if (const auto one = node.child("a:spcPct")) {
        share = percent(one.attribute("val"));
        points = 0;
    } else if (const auto other = node.child("a:spcPts")) {
        points = number(other.attribute("val"), 0) / 100;
        share = 0;
    }
}

std::string family(const std::string& typeface, const Theme& theme) {
    const auto found = theme.typefaces.find(typeface);
    return found == theme.typefaces.end() ? typeface : found->second;
}

}  // namespace

TextSource text_source(const Theme& theme, pugi::xml_node master, pugi::xml_node presentation, const Shape& shape) {
    TextSource out;
    out.theme = &theme;
    out.lists.push_back(shape.text().child("a:lstStyle"));
    for (const auto& other : shape.from) out.lists.push_back(other.child("p:txBody").child("a:lstStyle"));
    const auto styles = master.child("p:txStyles");
    const auto& type = shape.placeholder;
    const bool foot = type == "dt" || type == "ftr" || type == "sldNum";
    if (!type.empty())
        out.lists.push_back(styles.child(is_title(type) ? "p:titleStyle" : foot ? "p:otherStyle" : "p:bodyStyle"));
    out.before_style = out.lists.size();
    out.style = shape.node.child("p:style");
    out.lists.push_back(presentation.child("p:defaultTextStyle"));
    out.lists.push_back(styles.child("p:otherStyle"));
    return out;
}

Look look_of(const TextSource& from, pugi::xml_node paragraph, pugi::xml_node properties) {
    const auto& theme = *from.theme;
    std::vector<pugi::xml_node> all{properties};
    const int level = level_of(paragraph);
    for (const auto& list : from.lists) all.push_back(level_in(list, level).child("a:defRPr"));
    const auto attribute = [&](const char* name) {
        for (const auto& one : all)
            if (const auto found = one.attribute(name)) return found;
        return pugi::xml_attribute();
    };
    Look look;
    look.size = std::clamp(number(attribute("sz"), 1800) / 100, 1.0, 4000.0);
    look.bold = is_on(attribute("b").value());
    look.italic = is_on(attribute("i").value());
    look.capitals = std::string_view(attribute("cap").value()) == "all";
    look.raised = number(attribute("baseline"), 0) != 0;
    look.tracking = number(attribute("spc"), 0) / 100;

    const auto font = from.style.child("a:fontRef");
    const std::string_view index = font.attribute("idx").value();
    const auto typeface = [&](const char* name, const char* script) {
        for (const auto& one : all)
            if (const std::string found = one.child(name).attribute("typeface").value(); !found.empty())
                return family(found, theme);
        return family((index == "major" ? "+mj-" : "+mn-") + std::string(script), theme);
    };
    look.latin = typeface("a:latin", "lt");
    look.asian = typeface("a:ea", "ea");
    look.complex = typeface("a:cs", "cs");

    const auto link = properties.child("a:hlinkClick");
    const bool own_color = static_cast<bool>(properties.child("a:solidFill"));
    if (link && *link.attribute("r:id").value() != '\0' && !link.child("a:extLst")) {
        const auto name = theme.mapped.find("hlink");
        const auto found = theme.colors.find(name == theme.mapped.end() ? "hlink" : name->second);
        if (found != theme.colors.end()) look.color = found->second;
        return look;
    }
    if (from.styled_elsewhere && !own_color) return look;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == from.before_style + 1 && font) {
            if (const auto color = color_in(font, theme)) {
                look.color = color;
                return look;
            }
        }
        if (const auto fill = fill_in(all[i], theme)) {
            if (fill->kind == Fill::Kind::solid) look.color = fill->color;
            return look;
        }
    }
    const auto dark = theme.mapped.find("tx1");
    const auto text = theme.colors.find(dark == theme.mapped.end() ? "dk1" : dark->second);
    look.color = text == theme.colors.end() ? base::Color{} : text->second;
    return look;
}

Spacing spacing_of(const TextSource& from, pugi::xml_node paragraph) {
    std::vector<pugi::xml_node> all{paragraph.child("a:pPr")};
    const int level = level_of(paragraph);
    for (const auto& list : from.lists) all.push_back(level_in(list, level));
    const auto child = [&](const char* name) {
        for (const auto& one : all)
            if (const auto found = one.child(name)) return found;
        return pugi::xml_node();
    };
    const auto length = [&](const char* name) {
        for (const auto& one : all)
            if (const auto found = one.attribute(name)) return number(found, 0) / kPoint;
        return 0.0;
    };
    Spacing out;
    read_space(child("a:lnSpc"), out.percent, out.exact);
    if (out.exact <= 0 && out.percent <= 0) out.percent = 100;
    read_space(child("a:spcBef"), out.before_percent, out.before);
    read_space(child("a:spcAft"), out.after_percent, out.after);
    out.left = length("marL");
    out.right = length("marR");
    out.indent = length("indent");
    for (const auto& one : all) {
        if (one.child("a:buNone")) break;
        out.bullet = one.child("a:buChar") || one.child("a:buAutoNum") || one.child("a:buBlip");
        if (out.bullet) break;
    }
    return out;
}

std::string body_attribute(const Shape& shape, const char* name) {
    if (const auto own = shape.text().child("a:bodyPr").attribute(name)) return own.value();
    for (const auto& other : shape.from)
        if (const auto found = other.child("p:txBody").child("a:bodyPr").attribute(name)) return found.value();
    return {};
}

pugi::xml_node autofit_of(const Shape& shape) {
    const auto in = [](pugi::xml_node text) {
        for (const auto& child : text.child("a:bodyPr").children()) {
            const std::string_view name = child.name();
            if (name == "a:normAutofit" || name == "a:spAutoFit" || name == "a:noAutofit") return child;
        }
        return pugi::xml_node();
    };
    if (const auto own = in(shape.text())) return own;
    for (const auto& other : shape.from)
        if (const auto found = in(other.child("p:txBody"))) return found;
    return {};
}

}  // namespace precis::ooxml
