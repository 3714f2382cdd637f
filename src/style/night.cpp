#include "style/night.h"

#include "style/colors.h"

namespace precis::style {

std::map<std::string, base::Color> night_colors(const Layout& layout) {
    Colors colors;
    diag::Diagnostics ignored;
    for (const auto& [name, color] : layout.colors) {
        diag::Text value;
        value.text = base::to_string(color);
        colors.define(name, value);
    }
    colors.resolve(ignored);
    diag::Text night;
    night.text = "night";
    if (layout.colors.contains("night")) colors.set_on(night, layout.limits, ignored);
    return colors.all();
}

}  // namespace precis::style
